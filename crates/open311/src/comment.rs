//! `POST /open311/v2/servicerequestupdates.{xml,json}`: what somebody wrote in the other system about a report that this key
//! sent. It becomes a message on the case, once, with its pictures; the status the other system gives it changes nothing here by
//! itself.

use crate::answer::{Format, Value};
use crate::caller::{self, value};
use crate::links::Links;
use crate::refusal::{Refusal, Wrong};
use crate::{moment, pictures, store};
use axum::Extension;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use cases::elsewhere::Written;
use kit::files::Incoming;
use kit::form::{self, Fault, Form};
use kit::keys;
use kit::who::Who;
use kit::{App, Id, Lang, Reference, Result};
use services::Catalogue;
use sha2::{Digest, Sha256};

/// What has to be there, after the key.
const NEEDED: [&str; 5] = ["service_request_id", "update_id", "status", "updated_datetime", "description"];
/// The longest description, in characters.
const LONGEST: usize = 4_000;

/// The longest status, in bytes.
const LONGEST_STATUS: usize = 60;

/// Takes an update.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    uri: Uri,
    incoming: Incoming,
) -> Result<Response> {
    let who = Who::anyone(who.lang);
    Format::of(uri.path()).answer("service_request_updates", take(&app, &who, &incoming).await)
}

async fn take(app: &App, who: &Who, incoming: &Incoming) -> Result<Value, Refusal> {
    let (arrived, key) = caller::arrived(app, incoming).await?;
    let sent = &arrived.form;
    let mut conn = app.db.read().await?;
    caller::jurisdiction(app, sent)?;
    let (status, said) = words(app, sent)?;
    let unknown = || Refusal::unknown(app, "open311-error-request");
    let reference: Reference = sent.trimmed("service_request_id").parse().map_err(|_| unknown())?;
    // What others sent, or wrote here themselves, is not this key's.
    if store::sent::sender(&mut conn, &reference).await? != Some(key.id) {
        return Err(unknown());
    }
    let (case, most) = cases::elsewhere::takes_files(&mut conn, &reference).await?;
    drop(conn);
    let danger = !app.part::<Catalogue>()?.danger().signs(&said).is_empty();
    let links = Links::of(sent);
    let words = [("text", links.below(&said).into()), ("status", status.into())];
    let text = app.words.with(Lang::EN, "open311-desk-update", &words);
    let id = number(key.id, sent.trimmed("update_id"));
    let pictures = pictures::keep_more(app, who.lang, case, &arrived.files, most).await?;
    let mut tx = app.db.begin().await?;
    let written = Written { key: id, text: &text, danger, files: &pictures.kept };
    cases::elsewhere::write(&mut tx, app, who, &reference, written).await?;
    keys::touch(&mut tx, key.id, app.now()).await?;
    tx.commit().await?;
    let mut taken = vec![("update_id", Value::text(id.to_string())), ("account_id", Value::Nothing)];
    let notices: Vec<String> = pictures.notices.into_iter().chain(links.notice(app, who.lang)).collect();
    // The extension has no such element: it is there only where there is something to say.
    if !notices.is_empty() {
        taken.push(("service_notice", Value::text(notices.join(" "))));
    }
    Ok(Value::List("request_update", vec![Value::Object(taken)]))
}

/// The status it has there, and what was written. Whatever is wrong or missing is said at once.
fn words(app: &App, sent: &Form) -> Result<(String, String), Refusal> {
    let mut wrong = Wrong::default();
    for missing in NEEDED.iter().filter(|name| value(sent, name).is_none()) {
        wrong.note::<()>(Err(Refusal::value(app, "open311-error-missing", missing)))?;
    }
    let status = sent.trimmed("status").to_uppercase();
    if !status.is_empty() && !is_status(&status) {
        wrong.note::<()>(Err(Refusal::value(app, "open311-error-status", "status")))?;
    }
    let at = value(sent, "updated_datetime");
    if at.is_some_and(|at| moment::read(at).is_none()) {
        wrong.note::<()>(Err(Refusal::value(app, "open311-error-date", "updated_datetime")))?;
    }
    let said = match form::lines(sent.value("description"), LONGEST) {
        Err(Fault::Empty) => Ok(String::new()),
        said => said.map_err(|fault| Refusal::fault(app, fault, "description")),
    };
    let said = wrong.note(said)?.unwrap_or_default();
    wrong.check()?;
    Ok((status, said))
}

/// Whether it is a word that could be a status. Councils have statuses of their own; the words are not lost over one, since a status
/// changes nothing here.
fn is_status(word: &str) -> bool {
    let inside = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-');
    word.len() <= LONGEST_STATUS && word.starts_with(|c: char| c.is_ascii_uppercase()) && word.bytes().all(inside)
}

/// What the sender's number of an update is here: the same every time, so that it is written once.
fn number(key: Id, update: &str) -> Id {
    let digest = Sha256::new().chain_update("open311 update").chain_update(key.0).chain_update(update).finalize();
    let mut id = [0; 16];
    for (to, from) in id.iter_mut().zip(digest.iter()) {
        *to = *from;
    }
    Id(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_council_may_have_statuses_of_its_own_and_nonsense_is_none() {
        for word in ["OPEN", "NOT_COUNCILS_RESPONSIBILITY", "AWAITING-CREW", "STAGE2", "X"] {
            assert!(is_status(word), "{word}");
        }
        let long = "X".repeat(LONGEST_STATUS + 1);
        for word in ["", "_", "2ND", "MENDED, I THINK", "<B>", "ÉTÉ", "A\nB", &long] {
            assert!(!is_status(word), "{word:?}");
        }
    }
}
