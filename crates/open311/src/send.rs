//! `POST /open311/v2/requests.{xml,json}`: a report from another system, with its key. It takes the way of a submitted form,
//! with pictures or without;
//! the same one sent again within a day, by the sender's own number, is answered as the first time.

use crate::answer::{Format, Value};
use crate::attributes::Attributes;
use crate::links::Links;
use crate::refusal::{Refusal, Wrong};
use crate::{caller, pictures, read, store};
use axum::Extension;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use kit::clock::DAY;
use kit::facts::{self, Fact};
use kit::files::Incoming;
use kit::form::{self, Form};
use kit::keys::{self, Key};
use kit::page::Frame;
use kit::who::Who;
use kit::{App, Reference, Result};
use serde_json::json;
use services::{Catalogue, by_when};

/// Attributes in which systems send their own number of a report.
const OWN_NUMBERS: [&str; 3] = ["fixmystreet_id", "external_id", "client_id"];
/// The longest of those, in characters.
const LONGEST_NUMBER: usize = 200;

/// Takes a report.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    uri: Uri,
    incoming: Incoming,
) -> Result<Response> {
    // Whoever sends it is another system, not whoever may be signed in at the same browser.
    let who = Who::anyone(who.lang);
    Format::of(uri.path()).answer("service_requests", take(&app, &who, &incoming).await)
}

async fn take(app: &App, who: &Who, incoming: &Incoming) -> Result<Value, Refusal> {
    let (arrived, key) = caller::arrived(app, incoming).await?;
    let sent = &arrived.form;
    let mut conn = app.db.read().await?;
    caller::jurisdiction(app, sent)?;
    let mut wrong = Wrong::default();
    let own = wrong.note(own_number(app, sent))?.flatten();
    if let Some(own) = &own
        && let Some(before) = store::sent::claimed(&mut conn, key.id, own, app.now() - DAY).await?
    {
        return Ok(received(before));
    }
    let with_pictures = pictures::any(&arrived.files);
    let read::Taken { mut opening, description, says_what } =
        read::opening(app, who, (sent, with_pictures), app.id(), wrong)?;
    drop(conn);
    let pictures = pictures::keep(app, who.lang, &mut opening, &arrived.files).await?;
    if !says_what && pictures.kept.is_empty() {
        return Err(read::nothing(app));
    }
    let draft = opening.draft;
    let mut notice = danger(app, who, &description)?;
    notice.extend(pictures.notices.iter().cloned());
    notice.extend(Links::of(sent).notice(app, who.lang));
    let becomes = becomes(app, who, &opening)?;
    let ready = cases::ready(&mut *app.db.read().await?, app, opening).await?;
    let mut tx = app.db.begin().await?;
    if let Some(own) = &own
        && !store::sent::claim(&mut tx, key.id, own, (app.now(), app.now() - DAY)).await?
    {
        // Sent twice at the same moment: the other one is the first.
        let before = store::sent::claimed(&mut tx, key.id, own, app.now() - DAY).await?;
        return before.map(received).ok_or(Refusal::Inside(kit::Error::Rerun));
    }
    let opened = cases::open(&mut tx, app, who, ready).await?;
    pictures.give(&mut tx, draft, opened.case).await?;
    if opened.joined {
        notice.push(app.t(who.lang, "open311-notice-joined").to_owned());
    }
    notice.extend(becomes);
    let answered = (opened.reference.clone(), notice.join(" "));
    if let Some(own) = &own {
        store::sent::set_answer(&mut tx, key.id, own, &answered).await?;
    }
    store::sent::insert(&mut tx, &opened.reference, opened.case, key.id, app.now()).await?;
    facts::record(&mut tx, app, fact(who, &key, &opened)).await?;
    keys::touch(&mut tx, key.id, app.now()).await?;
    tx.commit().await?;
    Ok(received(answered))
}

/// To whom it is passed on, or by when it is promised and why.
fn becomes(app: &App, who: &Who, opening: &cases::Opening) -> kit::Result<Vec<String>> {
    let catalogue = app.part::<Catalogue>()?;
    let words = |name: &str, value: &str, words: &str| app.words.with(who.lang, words, &[(name, value.into())]);
    let definition = catalogue.current(&opening.service);
    let own_words =
        |key: &str| definition.as_ref().and_then(|found| found.text_if_any(who.lang, key)).unwrap_or_default();
    let mut said = match &opening.passed_to {
        Some(to) => vec![words("to", &own_words(to), "open311-notice-passed-on")],
        None => {
            let due = by_when(catalogue.calendar(), opening.promise.due, who.lang);
            vec![words("due", &due, "open311-notice-due"), own_words(&opening.promise.reason)]
        }
    };
    said.retain(|part| !part.is_empty());
    Ok(said)
}

/// The number the sender knows the report by, where it says one.
fn own_number(app: &App, sent: &Form) -> Result<Option<String>, Refusal> {
    let attributes = Attributes::of(sent);
    let number = OWN_NUMBERS.iter().find_map(|name| Some((*name, attributes.one(name)?)));
    match number {
        Some((name, number)) => match form::line(number, LONGEST_NUMBER) {
            Ok(number) => Ok(Some(format!("{name}:{number}"))),
            Err(fault) => Err(Refusal::fault(app, fault, &format!("attribute[{name}]"))),
        },
        None => Ok(None),
    }
}

/// Which key sent which report.
fn fact(who: &Who, key: &Key, opened: &cases::Opened) -> Fact {
    let fact = Fact::new("open311.received", who).about("key", key.id).about("case", opened.case);
    fact.data(json!({ "reference": opened.reference.as_str() }))
}

/// The number to call where the words speak of a danger: the other system can show it.
fn danger(app: &App, who: &Who, description: &str) -> Result<Vec<String>, Refusal> {
    let signs = app.part::<Catalogue>()?.danger().signs(description);
    let Some(kind) = signs.into_iter().map(|sign| sign.kind).min() else { return Ok(Vec::new()) };
    let note = services::note(&Frame::titled(app, who, "", String::new()), kind);
    Ok(vec![note.words, format!("{}.", note.call)])
}

fn received((reference, notice): (Reference, String)) -> Value {
    Value::List(
        "request",
        vec![Value::Object(vec![
            ("service_request_id", Value::text(reference.as_str())),
            ("service_notice", Value::text(notice)),
            ("account_id", Value::Nothing),
        ])],
    )
}
