//! The last page of signing up: a name, and a password for those who want one. The address was proved by a code.

use crate::codes::{self, Proof, Purpose};
use crate::door;
use crate::model::{Address, Resident};
use crate::{chosen, find, next, store};
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use kit::app::App;
use kit::db::Tx;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::link;
use kit::page::{Frame, html, invalid, see, with_cookies};
use kit::ui::{Choice, Choices, Radios};
use kit::who::{Person, Who};
use kit::{Id, Lang, Result, password};

#[derive(Template)]
#[template(path = "sign-up-details.html")]
struct Page {
    frame: Frame,
    form: Form,
    challenge: Id,
    address: String,
    next: String,
    up: bool,
}

impl Page {
    fn new(app: &App, who: &Who, form: Form, begun: &Begun) -> Page {
        let (challenge, up) = (begun.proof.challenge.to_string(), begun.up.to_string());
        let here = link::path("/sign-up/details", &[("challenge", &challenge), ("next", &begun.next), ("up", &up)]);
        Page {
            frame: Frame::new(app, who, here, "residents-details-new").with_error(!form.is_good()),
            form,
            challenge: begun.proof.challenge,
            address: begun.proof.address.as_str().to_owned(),
            next: begun.next.clone(),
            up: begun.up,
        }
    }
}

impl Page {
    fn languages(&self) -> Choices<'_> {
        languages(&self.frame, self.form.value("lang"))
    }
}

/// The languages to choose from, each in its own name.
pub fn languages<'a>(frame: &'a Frame, chosen: &'a str) -> Choices<'a> {
    let choices = Lang::ALL.map(|lang| Choice::new(lang.tag, lang.name).attr("lang", lang.tag));
    let asked = Radios::new("lang", frame.t("residents-language")).hint(frame.t("residents-language-hint"));
    asked.choices(choices).value(chosen)
}

/// A sign-up that has come as far as this page.
struct Begun {
    proof: Proof,
    next: String,
    up: bool,
}

async fn begun(app: &App, who: &Who, form: &Form) -> Result<Option<Begun>> {
    let up = form.value("up") == "true";
    let challenge = form.value("challenge").parse().unwrap_or(Id::NONE);
    let purpose = if up { Purpose::SignUp } else { Purpose::SignIn };
    let proof = codes::proved(&mut *app.db.read().await?, app, who.visitor, purpose, challenge).await?;
    Ok(proof.map(|proof| Begun { proof, next: next::safe(form.value("next")).to_owned(), up }))
}

fn back_to_start(form: &Form) -> Response {
    see(&link::path("/sign-up", &[("next", next::safe(form.value("next")))]))
}

/// GET `/sign-up/details`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let asked = Form::parse(query.unwrap_or_default().as_bytes());
    match begun(&app, &who, &asked).await? {
        Some(begun) => html(&Page::new(&app, &who, Form::empty().fill("lang", who.lang.tag), &begun)),
        None => Ok(back_to_start(&asked)),
    }
}

/// POST `/sign-up/details`: makes the account and signs in. Its key is the challenge: a second press finds it used.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    headers: HeaderMap,
    mut form: Form,
) -> Result<Response> {
    let Some(begun) = begun(&app, &who, &form).await? else { return Ok(back_to_start(&form)) };
    let name = chosen::name(&app, &who, &mut form);
    let lang = Lang::of(form.value("lang")).unwrap_or(who.lang);
    let wanted = form.value("password").to_owned();
    if !wanted.is_empty() {
        let own = [form.value("name").to_owned(), begun.proof.address.as_str().to_owned()];
        chosen::password(&app, &who, &mut form, &wanted, &own);
    }
    let (Some(name), true) = (name, form.is_good()) else {
        return invalid(&Page::new(&app, &who, form, &begun));
    };
    let password_hash = if wanted.is_empty() { None } else { Some(password::hash(&app.entropy, &wanted).await?) };
    let resident = new_resident(&app, &begun.proof.address, name, password_hash, lang);
    let mut tx = app.db.begin().await?;
    if !codes::spend(&mut tx, begun.proof.challenge).await? {
        return Ok(back_to_start(&form));
    }
    let account = join(&mut tx, &app, &who, resident, &begun.proof.address).await?;
    let cookies = door::open(&mut tx, &app, &who, &headers, &account, "code").await?;
    tx.commit().await?;
    with_cookies(see(&begun.next), cookies)
}

/// A new account with what was proved.
pub fn new_resident(app: &App, address: &Address, name: String, password_hash: Option<String>, lang: Lang) -> Resident {
    let (email, phone) = match address {
        Address::Email(email) => (Some(email.as_str().to_owned()), None),
        Address::Phone(phone) => (None, Some(phone.as_str().to_owned())),
    };
    Resident { id: app.id(), revision: 1, name, email, phone, password_hash, lang, household: None, made_at: app.now() }
}

/// Makes the account; where another device was quicker, it is that account: the address was proved either way.
pub async fn join(tx: &mut Tx, app: &App, who: &Who, resident: Resident, address: &Address) -> Result<Resident> {
    if let Some(already) = store::by_address(tx, address).await? {
        return Ok(already);
    }
    if !store::insert_resident(tx, &resident).await? {
        return Err(kit::Error::Rerun);
    }
    find::keys::write(tx, resident.id).await?;
    let joined = Who { person: Person::Resident(resident.id), ..who.clone() };
    facts::record(tx, app, Fact::new("resident.joined", &joined).about("resident", resident.id)).await?;
    Ok(resident)
}
