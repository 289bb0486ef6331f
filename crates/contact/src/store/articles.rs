//! `contacts_articles` and `contacts_at_hand`: answers read or told in a contact, and the contact turned to last.

use crate::articles::{Consulted, How};
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Error, Id, Result, params, sql};

sql!(
    READ,
    "INSERT INTO contacts_articles (contact, article, version, slug, title, how, at)
     VALUES ($1, $2, $3, $4, $5, 'read', $6) ON CONFLICT DO NOTHING"
);
sql!(
    TOLD,
    "INSERT INTO contacts_articles (contact, article, version, slug, title, how, at)
     VALUES ($1, $2, $3, $4, $5, 'told', $6)
     ON CONFLICT (contact, article, version) DO UPDATE SET how = 'told' WHERE contacts_articles.how <> 'told'"
);
sql!(OUT, "UPDATE contacts_articles SET how = 'out' WHERE contact = $1 AND article = $2 AND how = 'read'");
sql!(
    OF_CONTACT,
    "SELECT article, version, slug, title, how, at FROM contacts_articles WHERE contact = $1
     ORDER BY article, version LIMIT 200"
);
sql!(
    TURN_TO,
    "INSERT INTO contacts_at_hand (staff, contact) VALUES ($1, $2) ON CONFLICT (staff) DO UPDATE SET contact = $2"
);
sql!(AT_HAND, "SELECT contact FROM contacts_at_hand WHERE staff = $1");

/// Notes it; false where it stood there already, or was taken out.
pub(crate) async fn insert(tx: &mut Conn, contact: Id, one: &Consulted) -> Result<bool> {
    let statement = match one.how {
        How::Read => &READ,
        How::Told => &TOLD,
    };
    let row = params![contact, one.article, one.version, one.slug.as_str(), one.title.as_str(), one.at];
    Ok(tx.exec(statement, row).await? == 1)
}

/// Takes every version of an answer out that was read and not told; false where none was.
pub(crate) async fn take_out(tx: &mut Conn, contact: Id, article: Id) -> Result<bool> {
    Ok(tx.exec(&OUT, params![contact, article]).await? > 0)
}

/// The answers of a contact, in the order in which they were noted.
pub async fn of_contact(conn: &mut Conn, contact: Id) -> Result<Vec<Consulted>> {
    let read = |row: Row| -> Result<Option<Consulted>> {
        let mut c = row.columns();
        let (article, version, slug, title): (Id, i64, String, String) = (c.take()?, c.take()?, c.take()?, c.take()?);
        let (how, at): (String, Micros) = (c.take()?, c.take()?);
        let how = match how.as_str() {
            "out" => return Ok(None),
            code => How::of(code).ok_or_else(|| Error::internal(format!("contact {contact} has an unknown answer")))?,
        };
        Ok(Some(Consulted { article, version, slug, title, how, at }))
    };
    let rows = conn.rows(&OF_CONTACT, params![contact]).await?;
    let mut all: Vec<Consulted> = rows.into_iter().filter_map(|row| read(row).transpose()).collect::<Result<_>>()?;
    all.sort_by_key(|one| one.at);
    Ok(all)
}

/// This member of staff turns to this contact.
pub(crate) async fn turn_to(tx: &mut Conn, staff: Id, contact: Id) -> Result<()> {
    tx.exec(&TURN_TO, params![staff, contact]).await.map(drop)
}

/// The contact this member of staff turned to last, whether or not it is open.
pub(crate) async fn at_hand(conn: &mut Conn, staff: Id) -> Result<Option<Id>> {
    conn.row(&AT_HAND, params![staff]).await?.map(|row| row.get(0)).transpose()
}
