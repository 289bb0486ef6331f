//! Figures are rolled up as facts arrive: each says where a case stood and where it stands now.

use crate::facts::{Data, Standing};
use crate::{found, handed, kept, leavers, store, undelivered};
use kit::app::Boxed;
use kit::db::Tx;
use kit::facts::{Listener, Recorded};
use kit::{App, Result};
use std::collections::BTreeMap;

/// Who follows the journal for this crate.
pub fn listeners() -> Vec<Listener> {
    let figures = Listener { name: "cases.figures", handler: count };
    vec![
        figures,
        kept::listener(),
        leavers::listener(),
        undelivered::listener(),
        found::keys::listener(),
        handed::listener(),
    ]
}

fn count<'a>(_: &'a App, tx: &'a mut Tx, facts: &'a [Recorded]) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        for (standing, cases) in moves(facts)? {
            store::figures::add(tx, &standing, cases).await?;
        }
        Ok(())
    })
}

/// What these facts add to and take from each standing.
fn moves(facts: &[Recorded]) -> Result<BTreeMap<Standing, i64>> {
    let mut moves = BTreeMap::new();
    for fact in facts.iter().filter(|fact| fact.kind.starts_with("case.")) {
        let data: Data = fact.data()?;
        if let Some(was) = data.was {
            *moves.entry(was).or_insert(0) -= 1;
        }
        if let Some(now) = data.now {
            *moves.entry(now).or_insert(0) += 1;
        }
    }
    moves.retain(|_, cases| *cases != 0);
    Ok(moves)
}
