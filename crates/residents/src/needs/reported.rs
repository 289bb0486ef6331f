//! Reporting that somebody did not get what they asked for.

use super::Ask;
use crate::store::breaches::{self, Breach};
use kit::db::Tx;
use kit::facts::{self, Fact};
use kit::who::Who;
use kit::{App, Id, Result};
use serde_json::json;

/// What was done against what somebody asked for.
#[derive(Debug, Clone)]
pub struct Report<'a> {
    /// Who asked.
    pub resident: Id,
    /// For what.
    pub asks: &'a [Ask],
    /// What was done, as a code.
    pub how: &'a str,
    /// Why.
    pub reason: &'a str,
    /// The case it was about.
    pub case: Option<Id>,
}

/// Keeps it, a row for each adjustment, for the list that staff read; the person can read it too.
pub async fn report(tx: &mut Tx, app: &App, who: &Who, report: Report<'_>) -> Result<()> {
    for ask in report.asks {
        let one = Breach {
            id: app.id(),
            resident: Some(report.resident),
            name: None,
            adjustment: ask.code().to_owned(),
            how: report.how.to_owned(),
            reason: report.reason.to_owned(),
            case: report.case,
            staff: who.staff()?.id,
            at: app.now(),
        };
        breaches::insert(tx, &one).await?;
        let fact = Fact::new("resident.adjustment-broken", who).about("resident", report.resident);
        let fact = fact.data(json!({ "breach": one.id, "how": report.how }));
        facts::record(tx, app, fact.body(report.reason)).await?;
    }
    Ok(())
}
