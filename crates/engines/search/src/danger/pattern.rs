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
        let found: Vec<Vec<Vec<usize>>> = self.groups.iter().map(|group| group.find_all(seen, open)).collect();
        let mut chosen = Vec::new();
        choose(&found, &mut chosen).then(|| {
            chosen.sort_unstable();
            chosen.dedup();
            chosen
        })
    }

    /// Every place that any occurrence of the pattern uses.
    pub(super) fn everywhere(&self, seen: &[Vec<u32>]) -> Vec<usize> {
        let mut open = vec![true; seen.len()];
        let mut all = Vec::new();
        while let Some(places) = self.find(seen, &open) {
            places.iter().for_each(|place| open[*place] = false);
            all.extend(places);
        }
        all
    }
}

/// Picks one occurrence of each group so that they lie close together and share no word.
fn choose(found: &[Vec<Vec<usize>>], chosen: &mut Vec<usize>) -> bool {
    let Some((group, rest)) = found.split_first() else { return true };
    group.iter().any(|places| {
        let before = chosen.len();
        if places.iter().any(|place| chosen.contains(place)) {
            return false;
        }
        chosen.extend(places);
        let spread = chosen.iter().max().zip(chosen.iter().min()).map_or(0, |(last, first)| last - first);
        let fits = spread < SPREAD && choose(rest, chosen);
        if !fits {
            chosen.truncate(before);
        }
        fits
    })
}

impl Group {
    /// Every way the group begins at some word and goes on, the nearest words first.
    fn find_all(&self, seen: &[Vec<u32>], open: &[bool]) -> Vec<Vec<usize>> {
        (0..seen.len()).filter_map(|start| self.from(0, start..start + 1, seen, open)).collect()
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
