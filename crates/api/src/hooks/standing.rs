//! Which systems are told of a case, and which of them have not answered.

use crate::store::hooks::{self, Standing};
use cases::{System, SystemState};
use kit::app::Boxed;
use kit::db::Conn;
use kit::{Id, Result};

/// The systems that are told of this case: cases' `Systems`.
pub fn systems(conn: &mut Conn, case: Id) -> Boxed<'_, Result<Vec<System>>> {
    Box::pin(async move {
        let told = hooks::of_case(conn, case).await?;
        if told.is_empty() {
            return Ok(Vec::new());
        }
        let live = hooks::live(conn).await?.into_iter();
        let system = |hook: hooks::Hook| {
            let theirs: Vec<&Standing> = told.iter().filter(|(id, ..)| *id == hook.id).collect();
            let tries = theirs.last().map_or(0, |(_, _, _, attempts, _)| *attempts);
            (!theirs.is_empty()).then(|| System { id: hook.id, name: hook.name, state: state(&theirs), tries })
        };
        Ok(live.filter_map(system).collect())
    })
}

/// What waits and was tried before says that it has not answered, since the first of it; what was never tried says nothing.
fn state(told: &[&Standing]) -> SystemState {
    let tried = told.iter().find(|(_, state, _, attempts, _)| state == "waiting" && *attempts > 0);
    match tried {
        Some((_, _, due, _, made)) => SystemState::Waits(*made, *due),
        None if told.iter().any(|(_, state, ..)| state == "dead") => SystemState::GivenUp,
        None => SystemState::Answered,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_has_not_answered_is_told_from_whoever_was_not_asked_yet() {
        let one = |state: &str, attempts| (Id::NONE, state.to_owned(), 9, attempts, 5);
        for (told, wanted) in [
            (vec![one("done", 1)], SystemState::Answered),
            (vec![one("done", 1), one("waiting", 0)], SystemState::Answered),
            (vec![one("done", 1), one("waiting", 2), one("waiting", 0)], SystemState::Waits(5, 9)),
            (vec![one("dead", 14), one("waiting", 1)], SystemState::Waits(5, 9)),
            (vec![one("dead", 14), one("done", 1)], SystemState::GivenUp),
        ] {
            assert_eq!(state(&told.iter().collect::<Vec<_>>()), wanted, "{told:?}");
        }
    }
}
