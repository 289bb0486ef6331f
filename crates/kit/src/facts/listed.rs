//! Whether facts still stand on the timelines of their subjects.
//!
//! What a fact is about is under its digest; the rows that timelines are read by are not. One taken out would hide a fact
//! from its timeline and from erasure, so `verify` looks for each.

use super::Subject;
use crate::db::{Conn, Value};
use crate::error::Result;
use crate::id::Id;
use crate::sql;

/// Looked for in one statement.
const AT_ONCE: usize = 8;

macro_rules! any_of {
    ($($kind:literal $subject:literal $fact:literal),*) => {
        concat!(
            "SELECT CAST(count(*) AS BIGINT) FROM facts_subjects WHERE (kind = $1 AND subject = $2 AND fact = $3)",
            $(" OR (kind = $", $kind, " AND subject = $", $subject, " AND fact = $", $fact, ")"),*
        )
    };
}
sql!(LISTED, any_of!(4 5 6, 7 8 9, 10 11 12, 13 14 15, 16 17 18, 19 20 21, 22 23 24));

/// A row that should be there: of this fact, for this subject.
pub(super) struct Listing {
    pub seq: i64,
    pub fact: Id,
    pub subject: Subject,
}

/// The numbers of the facts that miss a row.
pub(super) async fn missing(conn: &mut Conn, listings: &[Listing]) -> Result<Vec<i64>> {
    let mut missing = Vec::new();
    for some in listings.chunks(AT_ONCE) {
        if count(conn, some).await? == some.len() as i64 {
            continue;
        }
        for one in some {
            if count(conn, std::slice::from_ref(one)).await? == 0 && missing.last() != Some(&one.seq) {
                missing.push(one.seq);
            }
        }
    }
    Ok(missing)
}

/// How many of at most [`AT_ONCE`] different rows are there; the statement's other places repeat the last.
async fn count(conn: &mut Conn, some: &[Listing]) -> Result<i64> {
    let repeated = some.iter().chain(some.last().into_iter().cycle()).take(AT_ONCE);
    let params: Vec<Value> = repeated
        .flat_map(|row| [Value::from(&row.subject.kind), Value::from(row.subject.id), Value::from(row.fact)])
        .collect();
    conn.one(&LISTED, &params).await?.get(0)
}
