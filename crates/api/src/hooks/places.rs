//! Places for telling: whoever does not answer keeps one until it is given up, and may not keep those of others, nor those of the
//! council's other work.

use kit::Id;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Of those that did not answer the last time so many are told at the same time by one node, each of them once.
const FAILING: usize = 2;
/// So many times at once one is told of which nothing is known yet.
const UNKNOWN: usize = 2;

/// How it goes with one webhook.
#[derive(Debug, Default, Clone, Copy)]
struct Standing {
    busy: usize,
    /// Whether it answered the last time, whatever it said; nothing while that is not known.
    answered: Option<bool>,
}

impl Standing {
    fn is_failing(self) -> bool {
        self.answered == Some(false)
    }
}

/// Who is being told on this node.
#[derive(Debug, Default)]
struct Places(BTreeMap<Id, Standing>);

static PLACES: Mutex<Places> = Mutex::new(Places(BTreeMap::new()));

fn places() -> MutexGuard<'static, Places> {
    PLACES.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Places {
    fn of(&self, hook: Id) -> Standing {
        self.0.get(&hook).copied().unwrap_or_default()
    }

    fn has_room(&self, hook: Id) -> bool {
        let own = self.of(hook);
        let failing = || self.0.values().filter(|one| one.is_failing()).map(|one| one.busy).sum::<usize>();
        match own.answered {
            Some(true) => true,
            Some(false) => own.busy == 0 && failing() < FAILING,
            None => own.busy < UNKNOWN,
        }
    }

    fn enter(&mut self, hook: Id) -> bool {
        let room = self.has_room(hook);
        if room {
            self.0.entry(hook).or_default().busy += 1;
        }
        room
    }

    fn leave(&mut self, hook: Id) {
        let standing = self.0.entry(hook).or_default();
        standing.busy = standing.busy.saturating_sub(1);
    }
}

/// A place, kept for as long as somebody is being told.
#[derive(Debug)]
pub(super) struct Place(Id);

impl Place {
    /// A place for telling this webhook; nothing while there is none, and it is tried again when those that are due are looked for.
    pub fn take(hook: Id) -> Option<Place> {
        let room = places().enter(hook);
        room.then(|| Place(hook))
    }

    /// Keeps whether it answered.
    pub fn answered(&self, answered: bool) {
        places().0.entry(self.0).or_default().answered = Some(answered);
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        places().leave(self.0);
    }
}

/// Whether a webhook could be told something now.
pub(super) fn has_room(hook: Id) -> bool {
    places().has_room(hook)
}

/// Whether it did not answer the last time.
pub(super) fn is_failing(hook: Id) -> bool {
    places().of(hook).is_failing()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u8) -> Id {
        Id([n; 16])
    }

    #[test]
    fn those_that_do_not_answer_leave_places_to_the_others() {
        let mut places = Places::default();
        let answered = |places: &mut Places, n: u8, yes: bool| places.0.entry(id(n)).or_default().answered = Some(yes);
        assert!(places.enter(id(1)) && places.enter(id(1)) && !places.enter(id(1)), "nothing is known of it yet");
        answered(&mut places, 1, false);
        (0..UNKNOWN).for_each(|_| places.leave(id(1)));
        (2..4).for_each(|n| answered(&mut places, n, false));
        assert!(places.enter(id(1)) && !places.enter(id(1)), "who fails is tried one at a time");
        assert!(places.enter(id(2)) && !places.enter(id(3)), "and {FAILING} of them at once");
        answered(&mut places, 4, true);
        assert!((0..100).all(|_| places.enter(id(4))), "who answers is not held back");
        answered(&mut places, 1, true);
        assert!(places.enter(id(1)) && places.enter(id(3)), "one that is well again makes room");
    }
}
