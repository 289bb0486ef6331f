//! What came, added up by month as facts arrive; and what was personal in the mail of a case goes when the case's does.

use crate::facts::Data;
use crate::store;
pub use crate::store::figures::{Figure, since};
use kit::app::Boxed;
use kit::db::Tx;
use kit::facts::{Listener, Recorded};
use kit::{App, Error, Id, Result};
use std::collections::BTreeMap;

/// Who follows the journal for this crate.
pub fn listener() -> Listener {
    Listener { name: "mail.follow", handler: follow }
}

fn follow<'a>(_: &'a App, tx: &'a mut Tx, facts: &'a [Recorded]) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        for ((month, channel, what), number) in sums(facts)? {
            store::figures::add(tx, &Figure { month, channel, what, number }).await?;
        }
        for case in facts.iter().filter(|fact| fact.kind == "case.erased").filter_map(|fact| fact.subject("case")) {
            crate::personal::forget_case(tx, case).await?;
        }
        for mail in facts.iter().filter(|fact| fact.kind == "message.failed").filter_map(|fact| fact.subject("mail")) {
            answer_came_back(tx, mail).await?;
        }
        Ok(())
    })
}

/// An officer's answer did not arrive: the mail waits for somebody again.
async fn answer_came_back(tx: &mut Tx, mail: Id) -> Result<()> {
    let mut received = match store::received::by_id(tx, mail).await {
        Err(Error::NotFound) => return Ok(()),
        found => found?,
    };
    received.answer_came_back();
    store::received::settle(tx, &received).await
}

/// What these facts add.
fn sums(facts: &[Recorded]) -> Result<BTreeMap<(String, String, String), i64>> {
    let mut sums = BTreeMap::new();
    for fact in facts.iter().filter(|fact| fact.kind == "mail.received") {
        let data: Data = fact.data()?;
        let month = kit::lang::local(fact.at).strftime("%Y-%m").to_string();
        *sums.entry((month, data.channel, data.state)).or_insert(0) += 1;
    }
    Ok(sums)
}
