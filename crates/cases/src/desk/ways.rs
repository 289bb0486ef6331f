//! Said before a message is written: by which channel it goes and to what address, and what whoever reads it asked us for.

use crate::desk::withheld::Withheld;
use crate::model::Case;
use crate::{store, tell};
use kit::db::Conn;
use kit::page::Frame;
use kit::who::Who;
use kit::{App, Id, Result};
use residents::Address;
use residents::needs::{self, obey::Way};

/// Reporters who are named, besides the first.
const NAMED: usize = 5;

/// A line for whoever reported it first and for each who joined.
pub(crate) async fn ways(conn: &mut Conn, app: &App, who: &Who, frame: &Frame, case: &Case) -> Result<Vec<String>> {
    let mut joined = store::reporters::once_each(conn, case.id, Id::NONE, NAMED + 1).await?;
    let more = joined.len() > NAMED;
    joined.truncate(NAMED);
    let withheld = Withheld::of(conn, app, who, case, &joined).await?;
    let first = (case.resident, &case.contact, None);
    let others = joined.iter().map(|joiner| (joiner.resident, &joiner.contact, Some(joiner)));
    let mut lines = Vec::new();
    for (resident, contact, joiner) in std::iter::once(first).chain(others) {
        let whole = match resident {
            Some(resident) => residents::desk::has_open(conn, app, who, resident).await?,
            None => true,
        };
        let line = match residents::way_to(conn, app, tell::to(resident, contact)).await? {
            Some(_) if withheld.is_of(resident) => frame.t("cases-desk-way-withheld").to_owned(),
            Some(Way::Address(Address::Email(email))) => frame.with("cases-desk-way-email", "address", email.as_str()),
            Some(Way::Address(Address::Phone(phone))) => frame.with("cases-desk-way-text", "address", phone.as_str()),
            // Where they live, or are safe, is for whoever has opened their record.
            Some(Way::Letter { .. }) if !whole => frame.t("cases-desk-way-letter-kept").to_owned(),
            Some(Way::Letter { to, .. }) => {
                frame.with("cases-desk-way-letter", "address", to.lines().collect::<Vec<_>>().join(", "))
            }
            None if tell::asked_for_silence(conn, case.id, joiner, contact).await? => {
                frame.t("cases-desk-silent").to_owned()
            }
            None if tell::is_beyond_reach(conn, resident, contact).await? => {
                frame.t("cases-desk-way-nobody").to_owned()
            }
            None => frame.t("cases-desk-way-hand").to_owned(),
        };
        let named = if contact.name.is_empty() { line } else { format!("{}: {line}", contact.name) };
        lines.push(format!("{named}.{}", asked(conn, app, frame, (resident, whole)).await?));
    }
    if more {
        lines.push(frame.t("cases-desk-way-more").to_owned());
    }
    Ok(lines)
}

/// What they asked us for; where they are safe only to whoever has opened their record.
async fn asked(conn: &mut Conn, app: &App, frame: &Frame, (resident, whole): (Option<Id>, bool)) -> Result<String> {
    let Some(resident) = resident else { return Ok(String::new()) };
    let Some(person) = residents::person(conn, resident).await? else { return Ok(String::new()) };
    let said = if whole { needs::lines } else { needs::outline };
    let said = said(&app.words, frame.lang, &person.passport);
    Ok(match said.is_empty() {
        true => String::new(),
        false => format!(" {}", frame.with("cases-desk-way-asked", "needs", said.join(". "))),
    })
}
