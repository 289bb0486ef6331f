//! Follows the journal: each fact moves the clock of its case, and the case from one cell of the figures to another.

use crate::kept::clock::{Cell, Clock, Heard};
use crate::store::kept;
use calendar::Calendar;
use kit::app::Boxed;
use kit::db::Tx;
use kit::facts::{Listener, Recorded};
use kit::{App, Error, Id, Result};
use services::Catalogue;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// The listener that keeps the figures about promises.
pub(crate) fn listener() -> Listener {
    Listener { name: "cases.kept", handler: follow }
}

/// The clocks these facts touch: as they were, and as they are with the number of the last fact heard.
type Touched = BTreeMap<Id, (Option<Clock>, Option<Clock>, i64)>;

fn follow<'a>(app: &'a App, tx: &'a mut Tx, facts: &'a [Recorded]) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        let calendar = app.part::<Catalogue>()?.calendar();
        let mut touched = Touched::new();
        for fact in facts.iter().filter(|fact| fact.kind.starts_with("case.")) {
            let (Some(case), Some(seq)) = (fact.subject("case"), fact.seq) else { continue };
            if let Entry::Vacant(unread) = touched.entry(case) {
                let (clock, heard) = kept::clock(tx, case).await?.unzip();
                unread.insert((clock.clone(), clock, heard.unwrap_or_default()));
            }
            let Some((_, clock, heard)) = touched.get_mut(&case) else { continue };
            if seq <= *heard {
                continue;
            }
            *heard = seq;
            if let Some(after) = Clock::hear(clock.as_ref(), &Heard::of(fact)?, calendar).map_err(Error::internal)? {
                *clock = Some(after);
            }
        }
        for (cell, cases) in moves(&touched, calendar)? {
            kept::add(tx, &cell, cases).await?;
        }
        for (case, (before, after, heard)) in touched {
            if let Some(after) = after.filter(|after| before.as_ref() != Some(after)) {
                kept::save(tx, case, &after, heard).await?;
            }
        }
        Ok(())
    })
}

/// What to add to each cell, or take from it.
fn moves(touched: &Touched, calendar: &Calendar) -> Result<BTreeMap<Cell, i64>> {
    let cells = |clock: &Option<Clock>| match clock {
        Some(clock) => clock.cells(calendar).map_err(Error::internal),
        None => Ok(Vec::new()),
    };
    let mut moves = BTreeMap::new();
    for (before, after, _) in touched.values() {
        for cell in cells(before)? {
            *moves.entry(cell).or_insert(0) -= 1;
        }
        for cell in cells(after)? {
            *moves.entry(cell).or_insert(0) += 1;
        }
    }
    moves.retain(|_, cases| *cases != 0);
    Ok(moves)
}
