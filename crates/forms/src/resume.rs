//! Coming back to a saved draft: the link leads to a one-time code, sent where the link was sent; the code lets this
//! browser carry on.

use crate::draft::Draft;
use crate::enter::{self, GRANT};
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use kit::db::Conn;
use kit::extract::Query;
use kit::form::Form;
use kit::page::{Frame, html, html_with, invalid, see, too_often, with_cookies};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};
use residents::codes::{self, Ask, Checked, Purpose};
use residents::{Address, Email, Phone, code_refusal, grants};

#[derive(Template)]
#[template(path = "resume.html")]
struct ResumePage {
    frame: Frame,
    back: String,
    draft: Option<Id>,
    /// Why no code was sent.
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "resume-code.html")]
struct CodePage {
    frame: Frame,
    back: String,
    challenge: String,
    draft: String,
    form: Form,
}

/// What the link says.
#[derive(Debug, serde::Deserialize)]
pub struct Link {
    #[serde(default)]
    draft: String,
    #[serde(default)]
    challenge: String,
}

/// GET /forms/resume?draft=…: the page of the link.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Query(link): Query<Link>) -> Result<Response> {
    let Ok(id) = link.draft.parse::<Id>() else { return gone(&app, &who) };
    let mut read = app.db.read().await?;
    match enter::draft(&mut read, &app, &who, id).await {
        Ok(draft) => return Ok(enter::sent(&draft).unwrap_or_else(|| see(&draft.path()))),
        // A saved draft is opened by a code as well as by signing in.
        Err(Error::NotFound | Error::SignIn) => {}
        Err(other) => return Err(other),
    }
    match saved(store::by_id(&mut read, id, app.now()).await)? {
        Some(_) => html(&ask(&app, &who, id, None)),
        None => gone(&app, &who),
    }
}

fn ask(app: &App, who: &Who, id: Id, problem: Option<String>) -> ResumePage {
    let frame = Frame::new(app, who, format!("/forms/resume?draft={id}"), "forms-resume");
    ResumePage { frame: frame.with_error(problem.is_some()), back: "/".to_owned(), draft: Some(id), problem }
}

fn gone(app: &App, who: &Who) -> Result<Response> {
    let frame = &Frame::new(app, who, "/forms/resume", "forms-resume");
    html_with(
        StatusCode::NOT_FOUND,
        &ResumePage { frame: frame.clone(), back: "/".to_owned(), draft: None, problem: None },
    )
}

/// Where the code for a draft goes; nothing when there is no such draft any more, or no link was sent for it.
fn saved(found: Result<Draft>) -> Result<Option<(Draft, Address)>> {
    let draft = match found {
        Ok(draft) if draft.submitted.is_none() => draft,
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let email = Email::read(&draft.saved_to).map(Address::Email);
    let address = email.or_else(|_| Phone::read(&draft.saved_to).map(Address::Phone)).ok();
    Ok(address.map(|address| (draft, address)))
}

/// POST /forms/resume: sends the code.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, form: Form) -> Result<Response> {
    let Ok(id) = form.value("draft").parse::<Id>() else { return gone(&app, &who) };
    let mut tx = app.db.begin().await?;
    let Some((draft, address)) = saved(store::by_id(&mut tx, id, app.now()).await)? else {
        drop(tx);
        return gone(&app, &who);
    };
    let (visitor, cookie) = grants::visitor(&mut tx, &app, &who).await?;
    let lang = Lang::of(&draft.lang).unwrap_or(who.lang);
    let code = Ask {
        purpose: Purpose::Resume,
        subject: id,
        visitor,
        device: who.device,
        address: &address,
        deliver: true,
        leads_to: &format!("/forms/{id}"),
        lang,
        read_out: false,
    };
    let challenge = match codes::send(&mut tx, &app, code).await {
        Ok(challenge) => challenge,
        Err(Error::TooMany(seconds)) => {
            let problem = residents::slow_down(&app, &who, residents::Instead::Newest, seconds);
            return too_often(seconds, &ask(&app, &who, id, Some(problem)));
        }
        Err(cause) => return Err(cause),
    };
    tx.commit().await?;
    with_cookies(see(&format!("/forms/resume/code?challenge={challenge}&draft={id}")), cookie)
}

fn draw(app: &App, who: &Who, challenge: &str, draft: &str, form: Form) -> Result<Response> {
    let (Ok(challenge), Ok(draft)) = (challenge.parse::<Id>(), draft.parse::<Id>()) else { return gone(app, who) };
    let path = format!("/forms/resume/code?challenge={challenge}&draft={draft}");
    let frame = &Frame::new(app, who, path, "forms-resume").with_error(!form.is_good());
    let back = format!("/forms/resume?draft={draft}");
    let page =
        CodePage { frame: frame.clone(), back, challenge: challenge.to_string(), draft: draft.to_string(), form };
    if frame.error { invalid(&page) } else { html(&page) }
}

/// GET /forms/resume/code.
pub async fn code(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(link): Query<Link>,
) -> Result<Response> {
    draw(&app, &who, &link.challenge, &link.draft, Form::empty())
}

/// The draft this very code opened before: the button was pressed twice.
async fn opened(conn: &mut Conn, app: &App, who: &Who, challenge: Id) -> Result<Option<Id>> {
    let proof = codes::spent(conn, app, who.visitor, Purpose::Resume, challenge).await?;
    let (Some(proof), Some(visitor)) = (proof, who.visitor) else { return Ok(None) };
    let granted = grants::has(conn, visitor, GRANT, proof.subject, app.now()).await?;
    Ok(granted.then_some(proof.subject))
}

/// POST /forms/resume/code: the right code lets this browser carry on for a day.
pub async fn enter_code(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    let Ok(challenge) = form.value("challenge").parse::<Id>() else { return gone(&app, &who) };
    let mut tx = app.db.begin().await?;
    let checked = codes::check(&mut tx, &app, who.visitor, Purpose::Resume, challenge, form.value("code")).await?;
    let proof = match checked {
        Checked::Right(proof) => proof,
        wrong => {
            if let Some(draft) = opened(&mut tx, &app, &who, challenge).await? {
                return Ok(see(&format!("/forms/{draft}")));
            }
            tx.commit().await?;
            form.refuse("code", code_refusal(&app, &who, &wrong));
            let (challenge, draft) = (form.value("challenge").to_owned(), form.value("draft").to_owned());
            return draw(&app, &who, &challenge, &draft, form);
        }
    };
    let visitor = who.visitor.ok_or(Error::NotFound)?;
    grants::give(&mut tx, &app, visitor, GRANT, proof.subject).await?;
    codes::spend(&mut tx, proof.challenge).await?;
    tx.commit().await?;
    Ok(see(&format!("/forms/{}", proof.subject)))
}
