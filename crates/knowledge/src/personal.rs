//! What this noun holds on a resident: which answers they were told.

use crate::store::{self, told::Told};
use kit::clock::{DAY, Micros};
use kit::db::{Conn, Tx};
use kit::personal::{Part, Row};
use kit::{App, Id, Lang, Result};
use residents::Address;

/// How long it is known who was told what; a correction that comes later reaches nobody who was told before that.
const KNOWN: Micros = 365 * DAY;
/// How long the words of "this is wrong" are kept after the reply.
const FLAGS: Micros = 90 * DAY;

/// The answers a resident was told, by their account, by one of these addresses of theirs or in a contact.
pub async fn personal_data(conn: &mut Conn, resident: Id, addresses: &[String], lang: Lang) -> Result<Vec<Part>> {
    let contacts = contacts(conn, resident).await?;
    let mut rows = Vec::new();
    for told in store::told::of_person(conn, resident, &keys(addresses), &contacts).await? {
        let version = store::versions::of(conn, told.article, told.version).await?;
        let question = version.map(|version| version.content.texts.in_lang(lang).1.question.clone());
        rows.push(row(told, question.unwrap_or_default()));
    }
    Ok(vec![Part::of("knowledge_told", rows)])
}

fn row(told: Told, question: String) -> Row {
    let row = Row::new().id("id", told.id).time("at", told.at).text("what", question);
    let row = row.code("version", told.version).text("language", Lang::of(&told.lang).map_or("", |lang| lang.name));
    let row = row.code("reference", told.reference).text("name", told.name).text("address", told.address);
    row.code("correction", told.way).time("sent", told.sent_at)
}

/// Forgets that a resident was told anything, by their account, by one of these addresses of theirs or in a contact; the
/// contacts have to be theirs still.
pub async fn erase(tx: &mut Tx, resident: Id, addresses: &[String]) -> Result<()> {
    let contacts = contacts(tx, resident).await?;
    store::told::forget_person(tx, resident, &keys(addresses), &contacts).await
}

/// Their contacts, in each of which they may have been told something before it was known who they are.
async fn contacts(conn: &mut Conn, resident: Id) -> Result<Vec<Id>> {
    Ok(contact::of_resident(conn, resident).await?.iter().map(|contact| contact.id).collect())
}

/// The addresses as all their spellings share them.
fn keys(addresses: &[String]) -> Vec<String> {
    addresses.iter().filter_map(|address| Address::read(address).ok()).map(|address| address.key()).collect()
}

/// Forgets what is kept for a time: who was told what, a year later; the words of "this is wrong", three months after the reply.
pub async fn sweep(tx: &mut Conn, app: &App) -> Result<u64> {
    let told = store::told::forget_old(tx, app.now() - KNOWN).await?;
    Ok(told + store::flags::blank(tx, app.now() - FLAGS).await?)
}
