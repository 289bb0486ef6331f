//! What this noun holds on a resident, and erasing it at their request.

use crate::model::{Channel, Contact};
use crate::store::{articles, cases, contacts, passes, questions};
use kit::db::{Conn, Tx};
use kit::personal::{Part, Reader, Row};
use kit::{App, Id, Lang, Result};
use services::Catalogue;

/// Their contacts, what they asked in each, the cases it was about, and the answers that were read or told. Notes are what staff write for each other.
pub async fn personal_data(conn: &mut Conn, app: &App, resident: Id, reader: Reader, lang: Lang) -> Result<Vec<Part>> {
    let (mut held, mut asked, mut about, mut answers) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut passed = Vec::new();
    for contact in contacts::of_resident(conn, resident).await? {
        for question in questions::of_contact(conn, contact.id).await? {
            let row = Row::new().id("contact", contact.id).time("at", contact.began);
            let row = row.text("service", service(app, &question.service, lang)?).text("text", question.words);
            let row = match question.outcome {
                Some(outcome) => row.word("outcome", outcome.code(), format!("contact-outcome-{}", outcome.code())),
                None => row,
            };
            asked.push(row.text("reason", question.reason).text("reference", question.reference));
        }
        for link in cases::of_contact(conn, contact.id).await? {
            about.push(Row::new().id("contact", contact.id).id("case", link.case).code("how", link.how.code()));
        }
        for one in articles::of_contact(conn, contact.id).await? {
            let row = Row::new().id("contact", contact.id).time("at", one.at).text("what", one.title);
            answers.push(row.code("version", one.version).code("how", one.how.code()));
        }
        for one in passes::of_contact(conn, contact.id).await? {
            let row = Row::new().id("contact", contact.id).time("at", one.at);
            passed.push(if reader == Reader::Staff { row.text("note", one.note) } else { row });
        }
        held.push(row(&contact, reader));
    }
    Ok(vec![
        Part::of("contacts", held),
        Part::of("contacts_questions", asked),
        Part::of("contacts_cases", about),
        Part::of("contacts_articles", answers),
        Part::of("contacts_passes", passed),
    ])
}

fn row(contact: &Contact, reader: Reader) -> Row {
    let (channel, help) = (Channel::code(contact.channel), contact.help.code());
    let row = Row::new().id("id", contact.id).time("at", contact.began);
    let row = row.word("channel", channel, format!("contact-channel-{channel}"));
    let row = row.word("help", help, format!("contact-help-{help}")).text("language", contact.lang.name);
    let row = row.text("name", contact.name.as_str()).text("phone", contact.number.as_str());
    let row = row.code("behalf", contact.behalf.as_str());
    if reader == Reader::Staff { row.text("note", contact.note.as_str()) } else { row }
}

fn service(app: &App, service: &str, lang: Lang) -> Result<String> {
    let current = app.part::<Catalogue>()?.current(service);
    Ok(current.map_or_else(|| service.to_owned(), |found| found.name(lang).to_owned()))
}

/// Erases what is personal in their contacts. That somebody asked, when, by which channel and what came of it stays for the
/// figures, and names nobody.
pub async fn erase(tx: &mut Tx, resident: Id) -> Result<()> {
    questions::erase_of_resident(tx, resident).await?;
    passes::erase_of_resident(tx, resident).await?;
    contacts::erase_of_resident(tx, resident).await
}
