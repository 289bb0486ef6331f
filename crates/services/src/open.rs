//! Whom an online service is open to: everyone, or some people first. Closing it again touches no draft: a draft stays on
//! the version it was started on and can always be finished and sent.

use crate::mistake::At;
use crate::model::{Definition, State};
use kit::Id;
use sha2::{Digest, Sha256};

/// Whom an online service is open to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Open {
    /// Everyone.
    #[default]
    Everyone,
    /// The council's own staff.
    Staff,
    /// People who live in these wards, by official code.
    Wards(Vec<String>),
    /// So many in a hundred, 1 to 99.
    Share(u32),
}

/// Where the parts of `[open]` stand, for messages.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct OpenAt {
    pub to: At,
    pub wards: At,
}

impl Definition {
    /// Whether it can be used online, by some people only.
    pub fn is_tried(&self) -> bool {
        self.state == State::Online && self.open != Open::Everyone
    }

    /// Whether somebody with one of these ids (a browser's, a resident's) is among those a share is open to. The same id
    /// always gets the same answer, and a larger share keeps everybody of a smaller one. Whoever was let in as a visitor
    /// stays in when they sign in.
    pub fn is_among(&self, ids: impl IntoIterator<Item = Id>) -> bool {
        match self.open {
            Open::Share(percent) => ids.into_iter().any(|id| hundredth(&self.id, id) < percent),
            _ => true,
        }
    }
}

/// A number from 0 to 99 that belongs to a person and a service: being early for one says nothing about another.
fn hundredth(service: &str, id: Id) -> u32 {
    let digest = Sha256::new().chain_update(service).chain_update([0]).chain_update(id.0).finalize();
    let first = digest.iter().take(8).fold(0u64, |number, byte| (number << 8) | u64::from(*byte));
    (first % 100) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: u32) -> Id {
        let mut bytes = [0; 16];
        bytes[..4].copy_from_slice(&number.to_be_bytes());
        Id(bytes)
    }

    #[test]
    fn a_share_is_about_its_size_and_a_larger_one_keeps_everybody() {
        let within = |percent: u32| (0..10_000).filter(move |n| hundredth("missed-bin", id(*n)) < percent);
        for percent in [1, 10, 50, 99] {
            let many = within(percent).count() as i64;
            let wanted = i64::from(percent) * 100;
            assert!((many - wanted).abs() < 160, "{percent} in a hundred: {many}");
        }
        let larger: std::collections::BTreeSet<u32> = within(20).collect();
        assert!(within(10).all(|n| larger.contains(&n)));
    }

    #[test]
    fn each_service_draws_its_own_share() {
        let both = (0..10_000).filter(|n| hundredth("a", id(*n)) < 50 && hundredth("b", id(*n)) < 50).count();
        assert!((2_200..2_800).contains(&both), "{both} of 10,000, a quarter by chance");
    }
}
