//! Following without an account: the reference and the email or phone given, then a one-time code. No answer tells whether
//! the two belong together.

use crate::resident::door::{self, Seen};
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::{Conn, Tx};
use kit::extract::Query;
use kit::form::Form;
use kit::page::{self, Frame};
use kit::who::Who;
use kit::{App, Error, Id, Reference, Result};
use residents::codes::{self, Ask, Checked, Purpose};
use residents::{Address, grants};
use serde::Deserialize;

/// What the address of the page says.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// The reference, when a link brought it.
    #[serde(default)]
    reference: String,
}

#[derive(Template)]
#[template(path = "track.html")]
struct TrackPage {
    frame: Frame,
    form: Form,
    /// The number given cannot be texted: they ring instead.
    landline: bool,
}

/// Asks for the reference and the way the council reaches them.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let shown = match asked.reference.parse::<Reference>() {
        Ok(reference) => reference.grouped(),
        Err(_) => asked.reference,
    };
    let frame = Frame::new(&app, &who, "/track", "cases-track-title");
    page::html(&TrackPage { frame, form: Form::empty().fill("reference", shown), landline: false })
}

/// Sends a code, if the two belong together; the answer is the same either way.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    let frame = Frame::new(&app, &who, "/track", "cases-track-title");
    let reference = reference(&frame, &mut form);
    let address = match Address::read(form.trimmed("contact")) {
        Ok(address) => Some(address),
        Err(key) => {
            form.refuse("contact", frame.t(key));
            None
        }
    };
    let (Some(reference), Some(address)) = (reference, address) else {
        return page::invalid(&TrackPage { frame: frame.with_error(true), form, landline: false });
    };
    if !address.can_get_codes(&app) {
        return page::html(&TrackPage { frame, form, landline: true });
    }
    let mut tx = app.db.begin().await?;
    let seen = door::by_reference(&mut tx, &reference).await?;
    let theirs = match &seen {
        Some(seen) => belongs(&mut tx, seen, &address).await?,
        None => false,
    };
    let (visitor, cookie) = grants::visitor(&mut tx, &app, &who).await?;
    let leads_to = format!("/cases/{reference}");
    let ask = Ask {
        purpose: Purpose::Track,
        subject: seen
            .filter(|_| theirs)
            .map_or_else(|| codes::nothing(&app, reference.as_str(), &address), |seen| seen.granted()),
        visitor,
        device: who.device,
        address: &address,
        deliver: theirs,
        leads_to: &leads_to,
        lang: who.lang,
        read_out: false,
    };
    let challenge = match codes::send(&mut tx, &app, ask).await {
        Ok(challenge) => challenge,
        Err(Error::TooMany(seconds)) => {
            form.refuse("contact", residents::slow_down(&app, &who, residents::Instead::Link, seconds));
            let page = TrackPage { frame: frame.with_error(true), form, landline: false };
            return page::too_often(seconds, &page);
        }
        Err(cause) => return Err(cause),
    };
    tx.commit().await?;
    page::with_cookies(page::see(&code_path(challenge)), cookie)
}

fn reference(frame: &Frame, form: &mut Form) -> Option<Reference> {
    if form.trimmed("reference").is_empty() {
        form.refuse("reference", frame.t("cases-track-reference-empty"));
        return None;
    }
    match form.value("reference").parse() {
        Ok(reference) => Some(reference),
        Err(_) => {
            form.refuse("reference", frame.t("page-reference-mistyped"));
            None
        }
    }
}

async fn belongs(conn: &mut Conn, seen: &Seen, address: &Address) -> Result<bool> {
    if seen.contact().has(address) {
        return Ok(true);
    }
    let Some(resident) = seen.resident() else { return Ok(false) };
    Ok(residents::by_id(conn, resident).await?.is_some_and(|resident| resident.contact().has(address)))
}

/// Which code is meant.
#[derive(Debug, Deserialize)]
pub struct AskedCode {
    #[serde(default)]
    challenge: String,
}

#[derive(Template)]
#[template(path = "track-code.html")]
struct CodePage {
    frame: Frame,
    form: Form,
    challenge: Id,
    sent_to: Option<String>,
}

fn code_path(challenge: Id) -> String {
    format!("/track/code?challenge={challenge}")
}

async fn code_page(app: &App, who: &Who, challenge: Id, form: Form) -> Result<CodePage> {
    let mut conn = app.db.read().await?;
    let waiting = codes::waiting(&mut conn, app, who.visitor, Purpose::Track, challenge).await?;
    let frame = Frame::new(app, who, code_path(challenge), "cases-code-title").with_error(!form.is_good());
    Ok(CodePage { frame, form, challenge, sent_to: waiting.map(|proof| proof.address.as_str().to_owned()) })
}

/// Asks for the code.
pub async fn get_code(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<AskedCode>,
) -> Result<Response> {
    let challenge: Id = asked.challenge.parse()?;
    page::html(&code_page(&app, &who, challenge, Form::empty()).await?)
}

/// Opens the case in this browser when the code is right.
pub async fn post_code(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    let challenge: Id = form.value("challenge").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let mut tx = app.db.begin().await?;
    let checked = codes::check(&mut tx, &app, who.visitor, Purpose::Track, challenge, form.value("code")).await?;
    let path = match (&checked, who.visitor) {
        (Checked::Right(proof), Some(visitor)) if codes::spend(&mut tx, proof.challenge).await? => {
            Some(open(&mut tx, &app, visitor, proof.subject, &proof.address).await?)
        }
        _ => opened(&mut tx, &app, &who, challenge).await?,
    };
    tx.commit().await?;
    if let Some(path) = path {
        return Ok(page::see(&path));
    }
    form.refuse("code", residents::code_refusal(&app, &who, &checked));
    page::invalid(&code_page(&app, &who, challenge, form).await?)
}

/// Opens the case in this browser for whoever proved the address; its path.
pub(super) async fn open(tx: &mut Tx, app: &App, visitor: Id, subject: Id, address: &Address) -> Result<String> {
    grants::give(tx, app, visitor, grants::CASE, subject).await?;
    // The code proves the address as one sent with the form does: an account with it finds the case.
    store::claims::prove(tx, subject, &address.key()).await?;
    path_of(tx, subject).await
}

/// The page this very code opened before: the button was pressed twice.
async fn opened(conn: &mut Conn, app: &App, who: &Who, challenge: Id) -> Result<Option<String>> {
    let proof = codes::spent(conn, app, who.visitor, Purpose::Track, challenge).await?;
    let (Some(proof), Some(visitor)) = (proof, who.visitor) else { return Ok(None) };
    if !grants::has(conn, visitor, grants::CASE, proof.subject, app.now()).await? {
        return Ok(None);
    }
    path_of(conn, proof.subject).await.map(Some)
}

/// The page of the case, or of a joiner's report, with this id.
async fn path_of(conn: &mut Conn, subject: Id) -> Result<String> {
    let reference = match store::cases::by_id(conn, subject).await {
        Ok(case) => case.reference,
        Err(Error::NotFound) => store::reporters::by_id(conn, subject).await?.reference,
        Err(other) => return Err(other),
    };
    Ok(format!("/cases/{reference}"))
}
