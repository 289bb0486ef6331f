//! From links to people: everybody's records together.

use crate::link::{Link, NeverLink};

/// Groups of records that links join, directly or by way of others; each group and the groups among themselves by rising
/// numbers, and no group of one. The most probable links come first; one that would bring together two records that may
/// never be linked joins nothing. Numbers in `links` are below `records`.
pub fn clusters(records: usize, links: &[Link], never: &NeverLink) -> Vec<Vec<u32>> {
    let mut group: Vec<u32> = (0..records as u32).collect();
    let mut members: Vec<Vec<u32>> = group.iter().map(|record| vec![*record]).collect();
    let mut strongest: Vec<&Link> = links.iter().collect();
    strongest.sort_by(|x, y| y.probability.total_cmp(&x.probability).then((x.a, x.b).cmp(&(y.a, y.b))));
    for link in strongest {
        let (a, b) = (group[link.a as usize] as usize, group[link.b as usize] as usize);
        let apart = || members[a].iter().any(|x| members[b].iter().any(|y| never.has(*x, *y)));
        if a == b || (!never.is_empty() && apart()) {
            continue;
        }
        let (kept, joined) = if members[a].len() >= members[b].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut members[joined]);
        moved.iter().for_each(|record| group[*record as usize] = kept as u32);
        members[kept].extend(moved);
    }
    let mut people: Vec<Vec<u32>> = members.into_iter().filter(|group| group.len() > 1).collect();
    people.iter_mut().for_each(|group| group.sort_unstable());
    people.sort_unstable();
    people
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(a: u32, b: u32, probability: f64) -> Link {
        Link { a, b, probability }
    }

    #[test]
    fn links_join_by_way_of_others() {
        let links = [link(4, 5, 0.95), link(0, 2, 0.99), link(2, 3, 0.91)];
        assert_eq!(clusters(7, &links, &NeverLink::none()), [vec![0, 2, 3], vec![4, 5]]);
        assert!(clusters(7, &[], &NeverLink::none()).is_empty());
    }

    #[test]
    fn those_who_are_not_the_same_are_not_joined_by_a_third() {
        let mut never = NeverLink::none();
        never.add(3, 0);
        let links = [link(0, 2, 0.99), link(2, 3, 0.91)];
        assert_eq!(clusters(4, &links, &never), [vec![0, 2]]);
        // The stronger link wins, whichever comes first.
        let links = [link(0, 2, 0.91), link(2, 3, 0.99)];
        assert_eq!(clusters(4, &links, &never), [vec![2, 3]]);
    }
}
