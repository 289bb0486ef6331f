//! One pattern and where it is in a text.

/// Words that may stand between two words of a group.
const BETWEEN: usize = 2;
/// Words over which the groups of one pattern may be spread.
const SPREAD: usize = 12;

/// Groups that must all be there, close together, in any order.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    pub written: String,
    pub groups: Vec<Group>,
}

/// Words in order; for each, the numbers of those that will do.
#[derive(Debug, Clone)]
pub(super) struct Group(pub Vec<Numbers>);

/// A set of numbers of words, one bit each.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbers(Vec<u64>);

impl Numbers {
    /// A set of these numbers.
    pub(super) fn of(numbers: impl IntoIterator<Item = u32>) -> Numbers {
        let mut set = Numbers::default();
        for number in numbers {
            let (cell, bit) = (number as usize / 64, number % 64);
            if set.0.len() <= cell {
                set.0.resize(cell + 1, 0);
            }
            set.0[cell] |= 1 << bit;
        }
        set
    }

    fn holds(&self, number: u32) -> bool {
        self.0.get(number as usize / 64).is_some_and(|cell| cell >> (number % 64) & 1 == 1)
    }

    fn meets(&self, other: &Numbers) -> bool {
        self.0.iter().zip(&other.0).any(|(mine, theirs)| mine & theirs != 0)
    }
}

impl Pattern {
    /// Whether every word of the pattern is somewhere in a text with these words.
    pub(super) fn possible(&self, present: &Numbers) -> bool {
        self.groups.iter().flat_map(|group| &group.0).all(|wanted| wanted.meets(present))
    }

    /// The places of the words that make the pattern up, or `None` when it is not there.
    /// `seen` holds the numbers of each word of the text, `open` whether it may be used.
    pub(super) fn find(&self, seen: &[Vec<u32>], open: &[bool]) -> Option<Vec<usize>> {
        let found = self.occurrences(seen, open);
        let (first, rest) = found.split_first()?;
        first.iter().find_map(|places| near(places, rest))
    }

    /// Every place that any occurrence of the pattern uses.
    pub(super) fn everywhere(&self, seen: &[Vec<u32>]) -> Vec<usize> {
        let found = self.occurrences(seen, &vec![true; seen.len()]);
        let Some((first, rest)) = found.split_first() else { return Vec::new() };
        first.iter().filter_map(|places| near(places, rest)).flatten().collect()
    }

    /// For each group every way it stands in the text, in the order of the text.
    fn occurrences(&self, seen: &[Vec<u32>], open: &[bool]) -> Vec<Vec<Vec<usize>>> {
        self.groups.iter().map(|group| group.find_all(seen, open)).collect()
    }
}

/// The places of one occurrence of the first group and of the others close to it, in order.
fn near(first: &[usize], rest: &[Vec<Vec<usize>>]) -> Option<Vec<usize>> {
    let mut chosen = first.to_vec();
    choose(rest, &mut chosen).then(|| {
        chosen.sort_unstable();
        chosen
    })
}

/// Picks one occurrence of each group so that all lie close together and share no word.
fn choose(found: &[Vec<Vec<usize>>], chosen: &mut Vec<usize>) -> bool {
    let Some((group, rest)) = found.split_first() else { return true };
    let start = chosen.iter().min().copied().unwrap_or_default();
    let from = group.partition_point(|places| places[0] + SPREAD <= start);
    let close = group[from..].iter().take_while(|places| places[0] < start + SPREAD);
    for places in close {
        let before = chosen.len();
        if places.iter().any(|place| chosen.contains(place)) {
            continue;
        }
        chosen.extend(places);
        let spread = chosen.iter().max().zip(chosen.iter().min()).map_or(0, |(last, first)| last - first);
        if spread < SPREAD && choose(rest, chosen) {
            return true;
        }
        chosen.truncate(before);
    }
    false
}

impl Group {
    /// Every way the group begins at some word and goes on, the nearest words first.
    fn find_all(&self, seen: &[Vec<u32>], open: &[bool]) -> Vec<Vec<usize>> {
        (0..seen.len())
            .filter_map(|start| {
                let mut places = self.from(0, start..start + 1, seen, open)?;
                places.reverse();
                Some(places)
            })
            .collect()
    }

    fn from(
        &self,
        slot: usize,
        within: std::ops::Range<usize>,
        seen: &[Vec<u32>],
        open: &[bool],
    ) -> Option<Vec<usize>> {
        let Some(wanted) = self.0.get(slot) else { return Some(Vec::new()) };
        within.clone().filter(|place| *place < seen.len() && open[*place]).find_map(|place| {
            if !seen[place].iter().any(|id| wanted.holds(*id)) {
                return None;
            }
            let mut rest = self.from(slot + 1, place + 1..place + 2 + BETWEEN, seen, open)?;
            rest.push(place);
            Some(rest)
        })
    }
}
