//! Names people go by: William may be Bill, Gwilym or Wil.

use crate::hash::{Folded, Table, of_text};
use std::sync::LazyLock;

/// Groups one name may be in; `a_name_is_in_few_groups` holds the table to it.
pub(crate) const MOST_GROUPS: usize = 4;

/// The groups of a name, 0 where there is none left.
pub(crate) type Groups = [u16; MOST_GROUPS];

const TABLE: &str = include_str!("nicknames.txt");

/// Other names somebody called by this folded name may go by.
pub fn other_names(name: &str) -> Vec<&'static str> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    let groups = lines.filter(|line| line.split_whitespace().any(|other| other == name));
    let mut others: Vec<&str> = groups.flat_map(str::split_whitespace).filter(|other| *other != name).collect();
    others.sort_unstable();
    others.dedup();
    others
}

/// Which groups a folded name is in.
#[derive(Debug, Clone)]
pub(crate) struct Nicknames(Table<Groups>);

/// Read once: an index of a few records is made for each that is matched as it comes.
static ALL: LazyLock<Nicknames> = LazyLock::new(Nicknames::new);

impl Nicknames {
    /// The table that comes with the crate.
    pub(crate) fn all() -> &'static Nicknames {
        &ALL
    }

    /// Reads the table that comes with the crate.
    fn new() -> Nicknames {
        let mut groups: Table<Groups> = Table::default();
        for (number, line) in (1..).zip(TABLE.lines().filter(|line| !line.starts_with('#'))) {
            for name in line.split_whitespace() {
                let of_name = groups.entry(of_text(name.chars())).or_default();
                let known = of_name.contains(&number);
                if let Some(free) = of_name.iter_mut().find(|group| **group == 0 && !known) {
                    *free = number;
                }
            }
        }
        Nicknames(groups)
    }

    /// The groups of a name.
    pub(crate) fn groups(&self, name: &Folded) -> Groups {
        self.0.get(&of_text(name.iter().copied())).copied().unwrap_or_default()
    }
}

/// Whether two names may be the same person's.
pub(crate) fn share(a: &Groups, b: &Groups) -> bool {
    a.iter().any(|group| *group != 0 && b.contains(group))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn same(a: &str, b: &str) -> bool {
        let names = Nicknames::new();
        let groups = |name: &str| names.groups(&name.chars().collect::<Vec<_>>());
        share(&groups(a), &groups(b))
    }

    #[test]
    fn other_names_are_those_of_every_group() {
        let of = other_names("bill");
        assert!(of.contains(&"william") && !of.contains(&"bill"), "{of:?}");
        assert!(other_names("nobody-is-called-this").is_empty());
    }

    #[test]
    fn names_people_go_by_are_known_in_english_and_welsh() {
        for (a, b) in
            [("william", "bill"), ("liam", "gwilym"), ("peggy", "margaret"), ("dai", "david"), ("jack", "john")]
        {
            assert!(same(a, b) && same(b, a), "{a} {b}");
        }
        for (a, b) in [("william", "robert"), ("mary", "john"), ("bill", ""), ("nobody", "nobody")] {
            assert!(!same(a, b), "{a} {b}");
        }
    }

    #[test]
    fn a_name_is_in_few_groups() {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let names: std::collections::BTreeSet<_> = line.split_whitespace().collect();
            assert!(names.len() > 1, "{line}: a group has at least two names");
            names.into_iter().for_each(|name| *seen.entry(name).or_default() += 1);
        }
        let crowded: Vec<_> = seen.iter().filter(|(_, groups)| **groups > MOST_GROUPS).collect();
        assert!(crowded.is_empty(), "{crowded:?}");
        assert!(seen.keys().all(|name| name.bytes().all(|b| b.is_ascii_lowercase())));
    }
}
