//! Recording a fact: one INSERT for it and one for all its subjects.

use super::digest::{Covered, body_seal};
use super::{Fact, RECORDED, subjects_to_text};
use crate::app::App;
use crate::clock::Micros;
use crate::db::{Tx, Value};
use crate::error::{Error, Result};
use crate::id::{Entropy, Id};
use crate::{params, sql};
use std::sync::Mutex;

sql!(
    INSERT,
    "INSERT INTO facts (id, at, kind, who_kind, who, on_behalf, help, about, data, body, salt, body_seal, digest)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
);
sql!(ABOUT_1, "INSERT INTO facts_subjects (fact, kind, subject) VALUES ($1, $2, $3)");
sql!(ABOUT_2, "INSERT INTO facts_subjects (fact, kind, subject) VALUES ($1, $2, $3), ($1, $4, $5)");
sql!(ABOUT_3, "INSERT INTO facts_subjects (fact, kind, subject) VALUES ($1, $2, $3), ($1, $4, $5), ($1, $6, $7)");
sql!(
    ABOUT_4,
    "INSERT INTO facts_subjects (fact, kind, subject)
     VALUES ($1, $2, $3), ($1, $4, $5), ($1, $6, $7), ($1, $8, $9)"
);

/// Appends the fact to the journal, in this transaction. Returns its id.
pub async fn record(tx: &mut Tx, app: &App, fact: Fact) -> Result<Id> {
    let at = fact.at.unwrap_or_else(|| app.now());
    let id = in_order(at, &app.entropy, &app.last_fact);
    let about = subjects_to_text(&fact.about);
    let data = fact.data.to_string();
    let body = fact.body.map(|body| body.replace('\0', "\u{fffd}"));
    let salt = body.is_some().then(|| app.entropy.bytes::<16>());
    let seal = body.as_deref().zip(salt.as_ref()).map(|(body, salt)| body_seal(salt, body));
    let digest = Covered {
        id,
        at,
        kind: fact.kind,
        who_kind: fact.who_kind,
        who: fact.who,
        on_behalf: fact.on_behalf,
        help: fact.help.code(),
        about: &about,
        data: &data,
        body_seal: seal.as_ref(),
    }
    .digest();
    let row = params![
        id,
        at,
        fact.kind,
        fact.who_kind,
        fact.who,
        fact.on_behalf,
        fact.help.code(),
        about,
        data,
        body,
        salt,
        seal,
        digest
    ];
    tx.exec(&INSERT, row).await?;
    for few in fact.about.chunks(4) {
        let statement = match few.len() {
            1 => &ABOUT_1,
            2 => &ABOUT_2,
            3 => &ABOUT_3,
            _ => &ABOUT_4,
        };
        let mut row = vec![Value::from(id)];
        row.extend(few.iter().flat_map(|subject| [Value::from(&subject.kind), Value::from(subject.id)]));
        tx.exec(statement, &row).await?;
    }
    RECORDED.ring();
    Ok(id)
}

/// An id for a fact at this moment, above the ones given out for the same microsecond before: a timeline sorts by it,
/// and what is recorded later in one transaction must be read later.
fn in_order(at: Micros, entropy: &Entropy, last: &Mutex<Id>) -> Id {
    let fresh = Id::new(at, entropy);
    let mut last = last.lock().unwrap_or_else(|e| e.into_inner());
    if last.0[..8] == fresh.0[..8] && *last >= fresh {
        let (head, tail) = last.0.split_at(8);
        let [step, ..] = entropy.bytes::<1>();
        let next = tail.iter().fold(0u64, |n, byte| n << 8 | u64::from(*byte)).wrapping_add(1 + u64::from(step));
        let mut id = [0; 16];
        id[..8].copy_from_slice(head);
        id[8..].copy_from_slice(&next.to_be_bytes());
        *last = Id(id);
    } else {
        *last = fresh;
    }
    *last
}

/// A fact in need of a subject or a code that cannot be stored is a fault of ours.
pub(super) fn unreadable(id: Id, what: &str) -> Error {
    Error::internal(format!("fact {id} has {what} that cannot be read"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_of_one_moment_keep_their_order() {
        let chance = Entropy::seeded(3);
        let last = Mutex::new(Id::NONE);
        let ids: Vec<Id> = (0..5000).map(|_| in_order(1_790_000_000_000_000, &chance, &last)).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
