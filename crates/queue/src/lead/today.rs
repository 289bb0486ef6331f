//! What became of those who came today, as a lead reads it.

use crate::model::{GAVE_UP, State, Visit};
use kit::clock::MINUTE;

/// The people of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Today {
    /// How many came.
    pub came: usize,
    /// How many somebody has begun with.
    pub seen: usize,
    /// How many of those within the time that is published.
    pub in_time: usize,
    /// How many left by their own word before anybody began.
    pub gave_up: usize,
    /// How many had gone with nothing done: turned away.
    pub turned_away: usize,
    /// How many were called and did not come.
    pub missed: usize,
}

impl Today {
    /// Of these visits, where people are to be seen within so many minutes.
    pub fn of(visits: &[Visit], within: i64) -> Today {
        let mut today = Today { came: visits.len(), ..Today::default() };
        for visit in visits {
            if visit.began > 0 {
                today.seen += 1;
                today.in_time += usize::from(visit.waited(visit.began) <= within * MINUTE);
                continue;
            }
            match visit.state {
                State::Left if visit.outcome == GAVE_UP => today.gave_up += 1,
                State::Left => today.turned_away += 1,
                State::NoShow => today.missed += 1,
                _ => {}
            }
        }
        today
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TURNED_AWAY;
    use crate::model::tests::visit;

    #[test]
    fn everybody_of_a_day_is_counted_where_they_belong() {
        let seen = |minutes: i64| Visit { began: 100 + minutes * MINUTE, ..visit(State::Done) };
        let left = |outcome: &str| Visit { outcome: outcome.into(), ..visit(State::Left) };
        let day = [
            seen(20),
            seen(21),
            left(GAVE_UP),
            left(TURNED_AWAY),
            left(TURNED_AWAY),
            visit(State::NoShow),
            visit(State::Waiting),
            visit(State::Merged),
        ];
        let wanted = Today { came: 8, seen: 2, in_time: 1, gave_up: 1, turned_away: 2, missed: 1 };
        assert_eq!(Today::of(&day, 20), wanted);
        assert_eq!(Today::of(&[], 20), Today::default());
    }
}
