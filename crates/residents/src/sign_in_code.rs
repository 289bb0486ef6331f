//! The second page of signing in or up: the code. It leads on to the account, or to making one.

use crate::codes::{self, Checked, Proof, Purpose};
use crate::desk::said_to;
use crate::door;
use crate::sign_in::code_path;
use crate::{next, store};
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use kit::app::App;
use kit::db::Tx;
use kit::form::Form;
use kit::link;
use kit::page::{Frame, html, invalid, see, with_cookies};
use kit::who::Who;
use kit::{Id, Result};

#[derive(Template)]
#[template(path = "code.html")]
struct Page {
    frame: Frame,
    form: Form,
    challenge: Id,
    address: String,
    next: String,
    post: &'static str,
    again: &'static str,
}

impl Page {
    fn new(app: &App, who: &Who, form: Form, proof: &Proof, next: &str, up: bool) -> Page {
        let here = link::path(code_path(up), &[("challenge", &proof.challenge.to_string()), ("next", next)]);
        Page {
            frame: Frame::new(app, who, here, "residents-code").with_error(!form.is_good()),
            form,
            challenge: proof.challenge,
            address: proof.address.as_str().to_owned(),
            next: next.to_owned(),
            post: code_path(up),
            again: start(up),
        }
    }
}

fn start(up: bool) -> &'static str {
    if up { "/sign-up" } else { "/sign-in" }
}

fn is_up(uri: &Uri) -> (bool, Purpose) {
    let up = uri.path() == code_path(true);
    (up, if up { Purpose::SignUp } else { Purpose::SignIn })
}

/// GET `/sign-in/code` and `/sign-up/code`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
    uri: Uri,
) -> Result<Response> {
    let (up, purpose) = is_up(&uri);
    let next = next::of_query(query.as_deref());
    let asked = Form::parse(query.unwrap_or_default().as_bytes());
    let challenge = asked.value("challenge").parse().unwrap_or(Id::NONE);
    let waiting = codes::waiting(&mut *app.db.read().await?, &app, who.visitor, purpose, challenge).await?;
    match waiting {
        Some(proof) => html(&Page::new(&app, &who, Form::empty(), &proof, &next, up)),
        None => Ok(see(&link::path(start(up), &[("next", &next)]))),
    }
}

/// POST `/sign-in/code` and `/sign-up/code`.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    uri: Uri,
    headers: HeaderMap,
    mut form: Form,
) -> Result<Response> {
    let (up, purpose) = is_up(&uri);
    let next = next::safe(form.value("next")).to_owned();
    let challenge: Id = form.value("challenge").parse().unwrap_or(Id::NONE);
    let mut tx = app.db.begin().await?;
    let waiting = codes::waiting(&mut tx, &app, who.visitor, purpose, challenge).await?;
    // Without a challenge of this browser: begun long ago, or a second press after the first got in.
    let Some(waiting) = waiting else { return Ok(see(&link::path(start(up), &[("next", &next)]))) };
    let checked = codes::check(&mut tx, &app, who.visitor, purpose, challenge, form.value("code")).await?;
    if let Checked::Right(proof) = checked {
        let (to, cookies) = enter(tx, &app, &who, &headers, &proof, (up, &next)).await?;
        return with_cookies(see(&to), cookies);
    }
    if checked != Checked::Shape {
        let resident = store::by_address(&mut tx, &waiting.address).await?;
        door::refused(&mut tx, &app, &who, resident.map(|resident| resident.id), "code").await?;
    }
    tx.commit().await?;
    form.refuse("code", refusal(&app, &who, &checked));
    invalid(&Page::new(&app, &who, form, &waiting, &next, up))
}

/// Signs in whoever proved the address, or leads to making an account where there is none. Commits; gives the path to go on to
/// and the `Set-Cookie` values.
pub async fn enter(
    mut tx: Tx,
    app: &App,
    who: &Who,
    headers: &HeaderMap,
    proof: &Proof,
    (up, next): (bool, &str),
) -> Result<(String, Vec<String>)> {
    let Some(resident) = store::by_address(&mut tx, &proof.address).await? else {
        tx.commit().await?;
        let (challenge, up) = (proof.challenge.to_string(), up.to_string());
        let to = link::path("/sign-up/details", &[("challenge", &challenge), ("next", next), ("up", &up)]);
        return Ok((to, Vec::new()));
    };
    codes::spend(&mut tx, proof.challenge).await?;
    let cookies = door::open(&mut tx, app, who, headers, &resident, "code").await?;
    tx.commit().await?;
    Ok((next.to_owned(), cookies))
}

/// What is wrong with a code, in words.
pub fn refusal(app: &App, who: &Who, checked: &Checked) -> String {
    match checked {
        Checked::Wrong { left } => app.words.with(who.lang, "residents-code-wrong", &[("left", (*left).into())]),
        Checked::Shape => app.t(who.lang, said_to(who, "residents-code-shape")).to_owned(),
        Checked::Over | Checked::Right(_) => app.t(who.lang, said_to(who, "residents-code-over")).to_owned(),
    }
}
