//! What is not ours goes to whoever it is for, where the council knows their address: an email with what was reported, where,
//! and the reference. Nothing of whoever reported it, nor anything they wrote besides the place.

use crate::book;
use crate::model::Case;
use kit::outbox::Message;
use kit::{App, Lang, Result};

/// Whether the council can pass something on to them, by the key of their name.
pub fn has_address(app: &App, to: &str) -> bool {
    app.council.pass_on.get(to).is_some_and(|address| !address.trim().is_empty())
}

/// The email to those a case is passed on to; nothing for a case that is ours or cannot be passed on.
pub(crate) fn message(app: &App, case: &Case, answers: &str) -> Result<Option<Message>> {
    let Some(address) = app.council.pass_on.get(&case.passed_to).filter(|_| case.passed_sent) else { return Ok(None) };
    let (book, lang) = (book::of(app, case)?, Lang::EN);
    let position = case.place.position.map(|(north, east)| format!("{north:.5}, {east:.5}"));
    let place = [Some(case.place.street.clone()), Some(case.place.postcode.clone()), position];
    let place: Vec<String> = place.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let what: Vec<String> = book.chosen(app, answers, lang)?.into_iter().map(|(q, a)| format!("{q}: {a}")).collect();
    let (reference, service) = (case.reference.grouped(), book.name(case, lang));
    let (place, what) = (place.join("\n"), what.join("\n"));
    let opened = lang.date_time(case.opened);
    let values = [
        ("council", (&app.council.name).into()),
        ("reference", (&reference).into()),
        ("service", (&service).into()),
        ("opened", (&opened).into()),
        ("place", (&place).into()),
        ("what", (&what).into()),
    ];
    let subject = app.words.with(lang, "cases-desk-passing-subject", &values);
    let text = app.words.with(lang, "cases-desk-passing-body", &values);
    Ok(Some(Message::email(lang, address.trim(), &subject, &text).about("case", case.id)))
}
