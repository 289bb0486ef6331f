//! `POST /open311/v2/requests.{xml,json}`: a report from another system, with its key. It takes the way of a submitted form,
//! with pictures or without;
//! the same one sent again within a day, by the sender's own number, is answered as the first time.

use crate::answer::{Format, Value};
use crate::attributes::Attributes;
use crate::refusal::Refusal;
use crate::{caller, pictures, read, store};
use axum::Extension;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use kit::clock::DAY;
use kit::facts::{self, Fact};
use kit::files::Incoming;
use kit::form::Form;
use kit::keys::{self, Key};
use kit::page::Frame;
use kit::who::Who;
use kit::{App, Reference, Result};
use serde_json::json;
use services::{Catalogue, by_when};

/// Attributes in which systems send their own number of a report.
const OWN_NUMBERS: [&str; 3] = ["fixmystreet_id", "external_id", "client_id"];
/// The longest of those, in bytes.
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
    let arrived = incoming.read(app).await?;
    let sent = &arrived.form;
    let mut conn = app.db.read().await?;
    let key = caller::key(&mut conn, app, sent).await?;
    caller::jurisdiction(app, sent)?;
    let own = own_number(app, sent)?;
    if let Some(own) = &own
        && let Some(before) = store::sent::claimed(&mut conn, key.id, own, app.now() - DAY).await?
    {
        return Ok(received(&before, String::new()));
    }
    let (mut opening, description) = read::opening(app, who, sent, app.id())?;
    drop(conn);
    let pictures = pictures::keep(app, who.lang, &mut opening, &arrived.files).await?;
    let draft = opening.draft;
    let passed_to = opening.passed_to.clone();
    let (service, due, reason) = (opening.service.clone(), opening.promise.due, opening.promise.reason.clone());
    let ready = cases::ready(&mut *app.db.read().await?, app, opening).await?;
    let mut tx = app.db.begin().await?;
    if let Some(own) = &own
        && !store::sent::claim(&mut tx, key.id, own, (app.now(), app.now() - DAY)).await?
    {
        // Sent twice at the same moment: the other one is the first.
        let before = store::sent::claimed(&mut tx, key.id, own, app.now() - DAY).await?;
        return before.map(|before| received(&before, String::new())).ok_or(Refusal::Inside(kit::Error::Rerun));
    }
    let opened = cases::open(&mut tx, app, who, ready).await?;
    pictures.give(&mut tx, draft, opened.case).await?;
    if let Some(own) = &own {
        store::sent::set_reference(&mut tx, key.id, own, &opened.reference).await?;
    }
    store::sent::insert(&mut tx, &opened.reference, opened.case, key.id, app.now()).await?;
    facts::record(&mut tx, app, fact(who, &key, &opened)).await?;
    keys::touch(&mut tx, key.id, app.now()).await?;
    tx.commit().await?;
    let mut notice = danger(app, who, &description)?;
    notice.extend(pictures.notices);
    let words = |name: &str, value: &str, words: &str| app.words.with(who.lang, words, &[(name, value.into())]);
    let definition = app.part::<Catalogue>()?.current(&service);
    let own_words =
        |key: &str| definition.as_ref().and_then(|found| found.text_if_any(who.lang, key)).unwrap_or_default();
    if opened.joined {
        notice.push(app.t(who.lang, "open311-notice-joined").to_owned());
    }
    match passed_to {
        Some(to) => notice.push(words("to", &own_words(&to), "open311-notice-passed-on")),
        None => {
            let calendar = app.part::<Catalogue>()?.calendar();
            notice.push(words("due", &by_when(calendar, due, who.lang), "open311-notice-due"));
            notice.push(own_words(&reason));
        }
    }
    notice.retain(|part| !part.is_empty());
    Ok(received(&opened.reference, notice.join(" ")))
}

/// The number the sender knows the report by, where it says one.
fn own_number(app: &App, sent: &Form) -> Result<Option<String>, Refusal> {
    let attributes = Attributes::of(sent);
    let number = OWN_NUMBERS.iter().find_map(|name| Some((*name, attributes.one(name)?)));
    match number {
        Some((name, number)) if number.len() > LONGEST_NUMBER || number.chars().any(char::is_control) => {
            Err(Refusal::value(app, "open311-error-text", &format!("attribute[{name}]")))
        }
        found => Ok(found.map(|(name, number)| format!("{name}:{number}"))),
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

fn received(reference: &Reference, notice: String) -> Value {
    Value::List(
        "request",
        vec![Value::Object(vec![
            ("service_request_id", Value::text(reference.as_str())),
            ("service_notice", Value::text(notice)),
            ("account_id", Value::Nothing),
        ])],
    )
}
