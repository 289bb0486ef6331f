//! `contacts_cases`: which case a contact was about.

use crate::model::How;
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Error, Id, Result, params, sql};

sql!(
    INSERT,
    "INSERT INTO contacts_cases (contact, case_id, how, pence, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING"
);
sql!(OF_CONTACT, "SELECT case_id, how, pence FROM contacts_cases WHERE contact = $1 ORDER BY case_id LIMIT 100");
sql!(
    CHASED,
    "SELECT CAST(count(*) AS BIGINT), CAST(count(pence) AS BIGINT), CAST(coalesce(sum(pence), 0) AS BIGINT)
     FROM contacts_cases WHERE case_id = $1 AND how = 'chaser'"
);

/// A case of a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The case.
    pub case: Id,
    /// How it has to do with it.
    pub how: How,
    /// Its share of the cost, where that is known.
    pub pence: Option<i64>,
}

/// How often somebody asked after a case, and what that cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Chased {
    /// Contacts that asked after it.
    pub times: i64,
    /// Those of them whose cost is known.
    pub priced: i64,
    /// What these cost, in pence.
    pub pence: i64,
}

pub(crate) async fn insert(tx: &mut Conn, contact: Id, link: &Link, at: Micros) -> Result<()> {
    tx.exec(&INSERT, params![contact, link.case, link.how.code(), link.pence, at]).await.map(drop)
}

pub(crate) async fn of_contact(conn: &mut Conn, contact: Id) -> Result<Vec<Link>> {
    let read = |row: Row| {
        let how: String = row.get(1)?;
        let how = [How::Chaser, How::Opened, How::Added, How::About].into_iter().find(|one| one.code() == how);
        let how = how.ok_or_else(|| Error::internal(format!("contact {contact} has an unknown link")))?;
        Ok(Link { case: row.get(0)?, how, pence: row.get(2)? })
    };
    conn.rows(&OF_CONTACT, params![contact]).await?.into_iter().map(read).collect()
}

/// How often somebody asked after this case.
pub async fn chased(conn: &mut Conn, case: Id) -> Result<Chased> {
    let row = conn.one(&CHASED, params![case]).await?;
    Ok(Chased { times: row.get(0)?, priced: row.get(1)?, pence: row.get(2)? })
}
