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
    let sources = Listener { name: "cases.sources", handler: count_sources };
    vec![
        figures,
        sources,
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

/// How cases came in is followed by itself, so that what the journal had before it was counted is counted too.
fn count_sources<'a>(_: &'a App, tx: &'a mut Tx, facts: &'a [Recorded]) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        let mut moves: BTreeMap<(String, bool), i64> = BTreeMap::new();
        for fact in facts.iter().filter(|fact| fact.kind.starts_with("case.")) {
            let data: Data = fact.data()?;
            let (was, now) = (data.was.as_ref().map(Standing::is_live), data.now.as_ref().map(Standing::is_live));
            if was == now {
                continue;
            }
            let source = source_of(tx, fact, &data).await?;
            for (live, cases) in was.map(|live| (live, -1)).into_iter().chain(now.map(|live| (live, 1))) {
                *moves.entry((source.clone(), live)).or_insert(0) += cases;
            }
        }
        for ((source, live), cases) in moves.into_iter().filter(|(_, cases)| *cases != 0) {
            store::figures::add_source(tx, (&source, live), cases).await?;
        }
        Ok(())
    })
}

/// How the case of a fact came: what the fact says, or for one from before it said so, the case.
async fn source_of(tx: &mut Tx, fact: &Recorded, data: &Data) -> Result<String> {
    let said = data.now.as_ref().or(data.was.as_ref()).map(|at| at.source.clone()).unwrap_or_default();
    match fact.subject("case") {
        Some(case) if said.is_empty() => Ok(store::cases::by_id(tx, case).await?.source),
        _ => Ok(said),
    }
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
