//! The confirmation: a page that survives a bookmark. Without a grant it shows the reference and how to follow, nothing else.

use crate::model::Contact;
use crate::resident::door;
use crate::{book, dates};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Path;
use kit::page::{self, Frame};
use kit::who::{Person, Who};
use kit::{App, Error, Reference, Result};
use residents::Address;

#[derive(Template)]
#[template(path = "received.html")]
struct ReceivedPage {
    frame: Frame,
    reference: String,
    path: String,
    /// What only the reporter sees.
    known: Option<Known>,
}

struct Known {
    title: String,
    service: String,
    /// When it was sent, by this reporter.
    sent: String,
    joined: bool,
    passed_on: Option<String>,
    next: Option<String>,
    also: Option<String>,
    due: Option<String>,
    copy: String,
    account: bool,
}

/// Draws the confirmation.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(reference): Path<String>,
) -> Result<Response> {
    let reference: Reference = reference.parse().map_err(|_| Error::NotFound)?;
    let mut conn = app.db.read().await?;
    let seen = door::open(&mut conn, &app, &who, reference.as_str()).await?;
    let frame = Frame::new(&app, &who, format!("/received/{reference}"), "cases-received-title");
    let known = match seen {
        None => None,
        Some(seen) => {
            let (case, lang) = (&seen.case, who.lang);
            let book = book::of(&app, case)?;
            let contact = match (seen.contact().address(), seen.resident()) {
                (None, Some(resident)) if seen.contact().by != residents::By::Hand => {
                    residents::account(&mut conn, resident).await?.map(|r| r.contact())
                }
                _ => Some(seen.contact().clone()),
            };
            let due = case.promise.due;
            Some(Known {
                title: seen.title.clone(),
                service: book.name(case, lang),
                sent: frame.with("cases-received-sent", "when", lang.date_time(seen.sent())),
                joined: seen.joiner.is_some(),
                passed_on: (!case.passed_to.is_empty()).then(|| book.passed_words(&frame, case)),
                next: book.next(&app, "next", seen.reference(), due, lang),
                also: book.next(&app, "confirmation", seen.reference(), due, lang),
                due: case.status.is_live().then(|| dates::words(&app, due, lang)),
                copy: match contact.and_then(|contact| contact.address()) {
                    Some(Address::Email(email)) => frame.with("cases-received-email", "to", email.as_str()),
                    Some(Address::Phone(phone)) => frame.with("cases-received-text", "to", phone.as_str()),
                    None => no_copy(&app, &frame, seen.contact()),
                },
                account: !matches!(who.person, Person::Resident(_)),
            })
        }
    };
    let (path, reference) = (format!("/cases/{reference}"), reference.grouped());
    page::html(&ReceivedPage { frame, reference, path, known })
}

/// What somebody reads who can be sent nothing: how to hear of it, and that they are rung when there is news.
fn no_copy(app: &App, frame: &Frame, contact: &Contact) -> String {
    let words = frame.with("cases-received-no-copy", "phone", app.council.phone.as_str());
    let words = format!("{words} {}", frame.t("page-person-hours"));
    match &contact.phone {
        Some(phone) => format!("{} {words}", frame.with("cases-received-rung", "phone", phone.as_str())),
        None => words,
    }
}
