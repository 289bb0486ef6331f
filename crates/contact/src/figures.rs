//! What was asked, added up by month as facts arrive: by channel, service and outcome, and what chasers cost.

use crate::facts::Data;
use crate::matters;
use crate::store::figures as store;
pub use crate::store::figures::Figure;
use kit::app::Boxed;
use kit::db::{Conn, Tx};
use kit::facts::{Listener, Recorded};
use kit::{App, Result};
use std::collections::BTreeMap;

/// Who follows the journal for this crate.
pub fn listeners() -> Vec<Listener> {
    vec![Listener { name: "contact.figures", handler: count }, matters::listener()]
}

fn count<'a>(_: &'a App, tx: &'a mut Tx, facts: &'a [Recorded]) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        for figure in sums(facts)? {
            store::add(tx, &figure).await?;
        }
        Ok(())
    })
}

/// What these facts add.
fn sums(facts: &[Recorded]) -> Result<Vec<Figure>> {
    let mut sums: BTreeMap<[String; 5], Figure> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| fact.kind == "contact.finished") {
        let month = kit::lang::local(fact.at).strftime("%Y-%m").to_string();
        let data: Data = fact.data()?;
        for asked in data.asked {
            let key = [month.clone(), data.channel.clone(), asked.service, asked.outcome, asked.how];
            let [month, channel, service, outcome, how] = key.clone();
            let sum = sums.entry(key).or_insert(Figure {
                month,
                channel,
                service,
                outcome,
                how,
                questions: 0,
                priced: 0,
                pence: 0,
            });
            sum.questions += 1;
            sum.priced += i64::from(asked.pence.is_some());
            sum.pence += asked.pence.unwrap_or_default();
        }
    }
    Ok(sums.into_values().collect())
}

/// Everything counted from this month on, `2026-11`.
pub async fn figures(conn: &mut Conn, since: &str) -> Result<Vec<Figure>> {
    store::since(conn, since).await
}
