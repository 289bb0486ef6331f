//! `residents_needs` and `residents_passports`: what people need, and who is offered more help.

use crate::needs::{Answer, Passport};
use kit::clock::Micros;
use kit::db::Conn;
use kit::{Id, Result, params, sql};

sql!(
    ANSWERS,
    "SELECT barrier, code, value, by_staff, giver, at FROM residents_needs WHERE resident = $1 ORDER BY barrier, code LIMIT 100"
);
sql!(
    PASSPORT,
    "SELECT revision, agreed, agreed_at, rule, criteria, decided FROM residents_passports WHERE resident = $1"
);
sql!(
    GIVE,
    "INSERT INTO residents_needs (resident, barrier, code, value, by_staff, giver, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (resident, barrier, code) DO UPDATE SET value = $4, by_staff = $5, giver = $6, at = $7"
);
sql!(TAKE_BACK, "DELETE FROM residents_needs WHERE resident = $1 AND barrier = $2 AND code = $3");
sql!(
    SAVE,
    "INSERT INTO residents_passports (resident, revision, agreed, agreed_at, rule, criteria, decided)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (resident) DO UPDATE SET revision = $2, agreed = $3, agreed_at = $4, rule = $5, criteria = $6, decided = $7"
);
sql!(DECIDED, "UPDATE residents_passports SET rule = $2, criteria = $3, decided = $4 WHERE resident = $1");
sql!(LONG_AGO, "SELECT resident FROM residents_passports WHERE decided < $1 ORDER BY decided, resident LIMIT $2");
sql!(HOW_MANY, "SELECT CAST(count(*) AS BIGINT) FROM residents_needs WHERE barrier = $1 AND code = $2");
sql!(HOW_MANY_BY_RULE, "SELECT CAST(count(*) AS BIGINT) FROM residents_passports WHERE rule = $1");
sql!(FORGET_NEEDS, "DELETE FROM residents_needs WHERE resident = $1");
sql!(FORGET_PASSPORT, "DELETE FROM residents_passports WHERE resident = $1");

/// What somebody told us they need; nothing of whoever told us nothing.
pub async fn passport(conn: &mut Conn, resident: Id) -> Result<Passport> {
    let Some(row) = conn.row(&PASSPORT, params![resident]).await? else { return Ok(Passport::default()) };
    let mut c = row.columns();
    let (revision, agreed, agreed_at) = (c.take()?, c.take()?, c.take()?);
    let (rule, criteria, decided) = (c.take()?, c.take()?, c.take()?);
    let mut answers = Vec::new();
    for row in conn.rows(&ANSWERS, params![resident]).await? {
        let mut c = row.columns();
        let (barrier, code, value) = (c.take()?, c.take()?, c.take()?);
        answers.push(Answer { barrier, code, value, by_staff: c.take()?, giver: c.take()?, at: c.take()? });
    }
    Ok(Passport { revision, answers, agreed, agreed_at, rule, criteria, decided })
}

/// Keeps an answer in the place of the one that was there.
pub(crate) async fn give(tx: &mut Conn, resident: Id, one: &Answer) -> Result<()> {
    let (code, value) = (one.code.as_str(), one.value.as_str());
    tx.exec(&GIVE, params![resident, one.barrier, code, value, one.by_staff, one.giver, one.at]).await.map(drop)
}

/// Forgets an answer.
pub(crate) async fn take_back(tx: &mut Conn, resident: Id, one: &Answer) -> Result<()> {
    tx.exec(&TAKE_BACK, params![resident, one.barrier, one.code.as_str()]).await.map(drop)
}

/// Saves everything but the answers.
pub(crate) async fn save(tx: &mut Conn, resident: Id, passport: &Passport) -> Result<()> {
    let Passport { revision, agreed, agreed_at, rule, criteria, decided, .. } = passport;
    let row = params![resident, *revision, agreed.as_str(), *agreed_at, rule.as_str(), *criteria, *decided];
    tx.exec(&SAVE, row).await.map(drop)
}

/// Keeps what was decided again.
pub(crate) async fn decided(tx: &mut Conn, resident: Id, rule: &str, criteria: i64, now: Micros) -> Result<()> {
    tx.exec(&DECIDED, params![resident, rule, criteria, now]).await.map(drop)
}

/// A few of those who were decided about before this moment.
pub(crate) async fn decided_before(conn: &mut Conn, before: Micros, limit: usize) -> Result<Vec<Id>> {
    conn.rows(&LONG_AGO, params![before, limit]).await?.iter().map(|row| row.get(0)).collect()
}

/// How many gave this answer.
pub(crate) async fn how_many(conn: &mut Conn, barrier: bool, code: &str) -> Result<i64> {
    conn.one(&HOW_MANY, params![barrier, code]).await?.get(0)
}

/// How many are offered more help by this rule.
pub(crate) async fn how_many_by(conn: &mut Conn, rule: &str) -> Result<i64> {
    conn.one(&HOW_MANY_BY_RULE, params![rule]).await?.get(0)
}

/// Forgets everything somebody told us they need.
pub(crate) async fn forget(tx: &mut Conn, resident: Id) -> Result<()> {
    tx.exec(&FORGET_NEEDS, params![resident]).await?;
    tx.exec(&FORGET_PASSPORT, params![resident]).await.map(drop)
}
