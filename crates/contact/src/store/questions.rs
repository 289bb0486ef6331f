//! `contacts_questions`: what was asked, in the order it was asked.

use crate::model::{MOST, Outcome, Question};
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

sql!(CLEAR, "DELETE FROM contacts_questions WHERE contact = $1");
sql!(
    INSERT,
    "INSERT INTO contacts_questions (contact, place, service, words, outcome, reason, reference, fresh, case_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
);
sql!(
    OF_CONTACT,
    "SELECT service, words, outcome, reason, reference, fresh, case_id FROM contacts_questions
     WHERE contact = $1 ORDER BY place LIMIT $2"
);
sql!(ERASE, "UPDATE contacts_questions SET words = '', reason = '', reference = '' WHERE contact = $1");
sql!(
    ERASE_OF_RESIDENT,
    "UPDATE contacts_questions SET words = '', reason = '', reference = ''
     WHERE contact IN (SELECT id FROM contacts WHERE resident IS NOT NULL AND resident = $1)"
);

/// Puts these in the place of what was there.
pub(crate) async fn replace(tx: &mut Conn, contact: Id, asked: &[Question]) -> Result<()> {
    tx.exec(&CLEAR, params![contact]).await?;
    for (place, question) in asked.iter().take(MOST).enumerate() {
        let outcome = question.outcome.map_or("", Outcome::code);
        let (service, words) = (question.service.as_str(), question.words.as_str());
        let (reason, reference) = (question.reason.as_str(), question.reference.as_str());
        let row = params![contact, place, service, words, outcome, reason, reference, question.fresh, question.case];
        tx.exec(&INSERT, row).await?;
    }
    Ok(())
}

/// What was asked in this contact.
pub async fn of_contact(conn: &mut Conn, contact: Id) -> Result<Vec<Question>> {
    conn.rows(&OF_CONTACT, params![contact, MOST]).await?.into_iter().map(read).collect()
}

/// Takes the words out.
pub(crate) async fn erase(tx: &mut Conn, contact: Id) -> Result<()> {
    tx.exec(&ERASE, params![contact]).await.map(drop)
}

/// Takes the words out of every contact with this resident.
pub(crate) async fn erase_of_resident(tx: &mut Conn, resident: Id) -> Result<()> {
    tx.exec(&ERASE_OF_RESIDENT, params![resident]).await.map(drop)
}

fn read(row: Row) -> Result<Question> {
    let mut c = row.columns();
    let (service, words, outcome): (String, String, String) = (c.take()?, c.take()?, c.take()?);
    let (reason, reference) = (c.take()?, c.take()?);
    let (fresh, case) = (c.take()?, c.take()?);
    Ok(Question { service, words, outcome: Outcome::of(&outcome), reason, reference, fresh, case })
}
