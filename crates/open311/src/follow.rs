//! Follows the journal: each fact of a case brings its record up to date, and a change of status stands in the feeds of its
//! service and of the keys that sent it.

use crate::record::Record;
use crate::store;
use crate::store::updates::Update;
use kit::app::Boxed;
use kit::clock::Micros;
use kit::db::{Conn, Tx};
use kit::facts::{self, Listener, Recorded, Subject};
use kit::{App, Error, Id, Result};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The listener that keeps the records.
pub fn listener() -> Listener {
    Listener { name: "open311.records", handler: follow }
}

/// What of a fact's data a feed needs.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Data {
    outcome: String,
}

/// Facts looked through for what the record does not know yet.
const FACTS: usize = 50;

/// When a report last changed for everybody: one rule for the list, which follows the journal, and for one report, which is
/// shown as it is. The record knows what was followed, however much was written about the case since; the newest facts
/// know the rest.
pub(crate) async fn last_change(conn: &mut Conn, case: Id) -> Result<Micros> {
    let facts = facts::timeline(conn, &[Subject::new("case", case)], None, FACTS).await?;
    let newest = facts.iter().filter(|fact| changes(&fact.kind)).map(|fact| fact.at).max();
    let followed = store::records::known(conn, case).await?.map(|known| known.updated);
    Ok(newest.max(followed).unwrap_or_default())
}

/// Whether this kind of fact changes what everybody may know of a report.
fn changes(kind: &str) -> bool {
    is_status(kind) || matches!(kind, "case.opened" | "case.imported" | "case.assigned" | "case.promised")
}

/// Whether it changes its status.
fn is_status(kind: &str) -> bool {
    matches!(kind, "case.passed-on" | "case.decided" | "case.closed" | "case.reopened" | "case.withdrawn")
}

fn follow<'a>(app: &'a App, tx: &'a mut Tx, facts: &'a [Recorded]) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        let mut touched: BTreeMap<Id, Vec<&Recorded>> = BTreeMap::new();
        for fact in facts.iter().filter(|fact| fact.kind.starts_with("case.")) {
            if let Some(case) = fact.subject("case") {
                touched.entry(case).or_default().push(fact);
            }
        }
        for (case, facts) in touched {
            bring_up_to_date(app, tx, case, &facts).await?;
        }
        Ok(())
    })
}

async fn bring_up_to_date(app: &App, tx: &mut Tx, case: Id, facts: &[&Recorded]) -> Result<()> {
    let reported = match cases::elsewhere::by_id(tx, case).await {
        Err(Error::NotFound) => return store::records::forget(tx, case).await,
        found => found?,
    };
    let known = store::records::known(tx, case).await?;
    let updated = match &known {
        Some(_) => facts.iter().filter(|fact| changes(&fact.kind)).map(|fact| fact.at).max().unwrap_or_default(),
        // Its service may be for other systems only since today: it changed before.
        None => last_change(tx, case).await?,
    };
    let Some(record) = Record::of(app, &reported, updated)? else { return Ok(()) };
    // How it ended is said when it is decided; closing says it again.
    let mut outcome = known.map(|known| known.outcome).unwrap_or_default();
    store::records::save(tx, &record).await?;
    let statuses: Vec<&&Recorded> = facts.iter().filter(|fact| is_status(&fact.kind)).collect();
    if statuses.is_empty() {
        return Ok(());
    }
    let sent = store::sent::of_case(tx, case).await?;
    for fact in statuses {
        let what = fact.kind.trim_start_matches("case.").to_owned();
        let said = fact.data::<Data>()?.outcome;
        if !said.is_empty() {
            outcome = said;
        }
        let detail = match what.as_str() {
            "passed-on" => record.passed_to.clone(),
            "decided" | "closed" => outcome.clone(),
            _ => String::new(),
        };
        let update = |feed: String, reference| Update {
            feed,
            at: fact.at,
            fact: fact.id,
            reference,
            service: record.service.clone(),
            version: record.version,
            what: what.clone(),
            detail: detail.clone(),
        };
        let public = update(store::updates::of_service(&record.service), record.reference.clone());
        store::updates::insert(tx, &public).await?;
        for (key, reference) in &sent {
            store::updates::insert(tx, &update(store::updates::of_key(*key), reference.clone())).await?;
        }
    }
    Ok(())
}
