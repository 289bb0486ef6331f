//! First sign-in, or a new device: a set-up link asks for one's own password and shows the secret of one's codes.

use crate::access::{self, Action};
use crate::chosen;
use crate::door::{frame, remember, t};
use crate::store::{self, Offer};
use crate::totp;
use crate::totp::Secret;
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use kit::app::App;
use kit::facts::{self, Fact, Subject};
use kit::form::Form;
use kit::link;
use kit::page::{Frame, html, invalid, see, with_cookies};
use kit::qr::{Picture, picture};
use kit::session::{self, token_hash};
use kit::who::Who;
use kit::{Error, Result, keys, password};

#[derive(Template)]
#[template(path = "set-up.html")]
struct Page {
    frame: Frame,
    form: Form,
    token: String,
    email: String,
    name: String,
    secret: String,
    code: Picture,
}

impl Page {
    fn new(app: &App, who: &Who, form: Form, token: &str, offer: &Offer) -> Result<Page> {
        let secret = Secret::open(app, offer.id, &offer.totp_next)?;
        let code = picture(&secret.address(&app.council.name, &offer.email)?)?;
        Ok(Page {
            frame: frame(app, who, "/desk/set-up", "workforce-set-up", !form.is_good()),
            form,
            token: token.to_owned(),
            email: offer.email.clone(),
            name: offer.name.clone(),
            secret: secret.in_words()?,
            code,
        })
    }
}

#[derive(Template)]
#[template(path = "set-up-over.html")]
struct Over {
    frame: Frame,
}

async fn offer(app: &App, token: &str) -> Result<Option<Offer>> {
    store::offered(&mut *app.db.read().await?, token_hash(token), app.now()).await
}

fn over(app: &App, who: &Who) -> Result<Response> {
    html(&Over { frame: frame(app, who, "/desk/set-up", "workforce-set-up-over", false) })
}

/// GET `/desk/set-up?token=…`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let asked = link::query(query.as_deref());
    let token = asked.value("token");
    match offer(&app, token).await? {
        Some(offer) => html(&Page::new(&app, &who, Form::empty(), token, &offer)?),
        None => over(&app, &who),
    }
}

/// POST `/desk/set-up`: happens once; its key is the link's token, which is used up.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    access::may(&who, Action::SignIn)?;
    let token = form.value("token").to_owned();
    let Some(offer) = offer(&app, &token).await? else { return over(&app, &who) };
    let wanted = form.value("password").to_owned();
    chosen::password(&app, &mut form, &wanted, &[&offer.name, &offer.email]);
    let secret = totp::Secret::open(&app, offer.id, &offer.totp_next)?;
    let step = secret.step(form.value("code"), app.now())?;
    if step.is_none() {
        form.refuse("code", t(&app, "workforce-set-up-code-wrong"));
    }
    let (Some(step), true) = (step, form.is_good()) else {
        return invalid(&Page::new(&app, &who, form, &token, &offer)?);
    };
    let hash = password::hash(&app.entropy, &wanted).await?;
    let mut tx = app.db.begin().await?;
    match store::set_up(&mut tx, offer.id, token_hash(&token), &hash, step).await {
        Ok(()) => {}
        Err(Error::Changed) => return over(&app, &who),
        Err(cause) => return Err(cause),
    }
    session::end_all(&mut tx, offer.id).await?;
    keys::end_all(&mut tx, &app, &who, &Subject::new("staff", offer.id)).await?;
    // The first sign-in comes from here: tries of strangers do not count against it.
    let known = remember(&mut tx, &app, &who, offer.id).await?;
    facts::record(&mut tx, &app, Fact::new("staff.set-up", &who).about("staff", offer.id)).await?;
    tx.commit().await?;
    with_cookies(see("/desk/sign-in?done=set-up"), [known])
}
