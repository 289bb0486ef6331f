//! What was sent without an account and is found again when the same person has one.

use kit::db::Conn;
use kit::{Id, Result, params, sql};

sql!(
    CASES,
    "SELECT id FROM cases WHERE contact_key = $1 AND contact_key <> '' AND resident IS NULL ORDER BY id LIMIT 100"
);
sql!(
    REPORTERS,
    "SELECT id FROM cases_reporters WHERE contact_key = $1 AND contact_key <> '' AND resident IS NULL
     ORDER BY id LIMIT 100"
);
sql!(CLAIM_CASE, "UPDATE cases SET resident = $2 WHERE id = $1 AND resident IS NULL");
sql!(CLAIM_REPORTER, "UPDATE cases_reporters SET resident = $2 WHERE id = $1 AND resident IS NULL");
sql!(PROVE_CASE, "UPDATE cases SET contact_key = $2 WHERE id = $1 AND resident IS NULL");
sql!(PROVE_REPORTER, "UPDATE cases_reporters SET contact_key = $2 WHERE id = $1 AND resident IS NULL");
// The case itself, when it is its first reporter's, and reporters who joined.
sql!(
    PROVED,
    "SELECT id FROM cases WHERE id = $1 AND contact_key <> ''
     UNION ALL SELECT id FROM cases_reporters WHERE case_id = $1 AND contact_key <> ''"
);

/// The case, for its first reporter, and those who joined it whose address a one-time code has proved, then or since.
pub(crate) async fn proved(conn: &mut Conn, case: Id) -> Result<Vec<Id>> {
    conn.rows(&PROVED, params![case]).await?.iter().map(|row| row.get(0)).collect()
}

/// The cases nobody's account has whose contact was proved to be this address.
pub(crate) async fn cases(conn: &mut Conn, key: &str) -> Result<Vec<Id>> {
    conn.rows(&CASES, params![key]).await?.iter().map(|row| row.get(0)).collect()
}

/// The reporters nobody's account has whose contact was proved to be this address.
pub(crate) async fn reporters(conn: &mut Conn, key: &str) -> Result<Vec<Id>> {
    conn.rows(&REPORTERS, params![key]).await?.iter().map(|row| row.get(0)).collect()
}

/// Makes a case, or a joiner's report with `joiner`, the resident's; false when somebody's account has it.
pub(crate) async fn claim(tx: &mut Conn, id: Id, joiner: bool, resident: Id) -> Result<bool> {
    let statement = if joiner { &CLAIM_REPORTER } else { &CLAIM_CASE };
    Ok(tx.exec(statement, params![id, resident]).await? == 1)
}

/// Keeps that a one-time code sent to this address came back for this case, or for this joiner's report.
pub(crate) async fn prove(tx: &mut Conn, id: Id, key: &str) -> Result<()> {
    if tx.exec(&PROVE_CASE, params![id, key]).await? == 0 {
        tx.exec(&PROVE_REPORTER, params![id, key]).await?;
    }
    Ok(())
}
