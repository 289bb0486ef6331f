//! Making an account with somebody who is here, or on the phone: a code goes to their own email or mobile, they read it out, and
//! the account is theirs. Whoever has no email is helped to one first.

use crate::access;
use crate::codes::{self, Ask, Checked, Proof, Purpose};
use crate::desk::{frame, path};
use crate::door::{Instead, slow_down};
use crate::model::{Address, Resident};
use crate::sign_in::read;
use crate::sign_in_code::refusal;
use crate::sign_up_details::{join, languages, new_resident};
use crate::store::record::{self, Opening};
use crate::{chosen, grants, store};
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use kit::app::App;
use kit::clock::MINUTE;
use kit::db::Tx;
use kit::facts::{self, Fact, Help};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see, too_often, with_cookies};
use kit::ui::Choices;
use kit::who::Who;
use kit::{Error, Id, Lang, Result, link};
use serde_json::json;

const PATH: &str = "/desk/residents/add";
const CODE: &str = "/desk/residents/add/code";

#[derive(Template)]
#[template(path = "desk-add.html")]
struct Page {
    frame: Frame,
    form: Form,
    /// The record of the account that has this address already.
    already: Option<Id>,
}

impl Page {
    fn new(app: &App, who: &Who, form: Form, already: Option<Id>) -> Page {
        Page { frame: frame(app, who, PATH.into(), "residents-add-title", &form), form, already }
    }

    fn languages(&self) -> Choices<'_> {
        languages(&self.frame, self.form.value("lang"))
    }
}

#[derive(Template)]
#[template(path = "desk-add-code.html")]
struct CodePage {
    frame: Frame,
    form: Form,
    challenge: Id,
    lang: String,
    address: String,
}

impl CodePage {
    fn new(app: &App, who: &Who, form: Form, (waiting, lang): (&Proof, &str)) -> CodePage {
        let here = code_path(waiting.challenge, lang);
        let (challenge, address) = (waiting.challenge, waiting.address.as_str().to_owned());
        CodePage {
            frame: frame(app, who, here, "residents-add-code", &form),
            form,
            challenge,
            lang: lang.into(),
            address,
        }
    }
}

fn code_path(challenge: Id, lang: &str) -> String {
    link::path(CODE, &[("challenge", &challenge.to_string()), ("lang", lang)])
}

/// GET `/desk/residents/add`.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    access::may_find(&who)?;
    html(&Page::new(&app, &who, Form::empty().fill("lang", Lang::EN.tag), None))
}

/// POST `/desk/residents/add`: sends the code, in the resident's language.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    access::may_find(&who)?;
    let lang = Lang::of(form.value("lang"));
    if lang.is_none() {
        form.refuse("lang", app.t(Lang::EN, "residents-add-lang-empty"));
    }
    let address =
        read(&app, &Who { lang: Lang::EN, ..who.clone() }, &form).map_err(|words| form.refuse("address", words));
    let (Some(lang), Ok(address)) = (lang, address) else {
        return invalid(&Page::new(&app, &who, form, None));
    };
    if let Some(already) = store::by_address(&mut *app.db.read().await?, &address).await? {
        form.refuse("address", app.t(Lang::EN, "residents-add-already"));
        return invalid(&Page::new(&app, &who, form, Some(already.id)));
    }
    match send(&app, &who, &address, lang).await {
        Ok((challenge, cookie)) => with_cookies(see(&code_path(challenge, lang.tag)), cookie),
        Err(Error::TooMany(seconds)) => {
            let english = Who { lang: Lang::EN, ..who.clone() };
            form.refuse("address", slow_down(&app, &english, Instead::Link, seconds));
            too_often(seconds, &Page::new(&app, &who, form, None))
        }
        Err(cause) => Err(cause),
    }
}

async fn send(app: &App, who: &Who, address: &Address, lang: Lang) -> Result<(Id, Option<String>)> {
    let mut tx = app.db.begin().await?;
    let (visitor, cookie) = grants::visitor(&mut tx, app, who).await?;
    let ask = Ask {
        purpose: Purpose::SignUp,
        subject: Id::NONE,
        visitor,
        device: None,
        address,
        deliver: true,
        leads_to: crate::next::HOME,
        lang,
        read_out: true,
    };
    let challenge = codes::send(&mut tx, app, ask).await?;
    tx.commit().await?;
    Ok((challenge, cookie))
}

/// GET `/desk/residents/add/code`.
pub async fn get_code(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    access::may_find(&who)?;
    let asked = link::query(query.as_deref());
    let challenge = asked.value("challenge").parse().unwrap_or(Id::NONE);
    let waiting = codes::waiting(&mut *app.db.read().await?, &app, who.visitor, Purpose::SignUp, challenge).await?;
    match waiting {
        Some(waiting) => html(&CodePage::new(&app, &who, Form::empty(), (&waiting, asked.value("lang")))),
        None => Ok(see(PATH)),
    }
}

/// POST `/desk/residents/add/code`: makes the account and opens its record. A second press leads to the same record.
pub async fn post_code(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    access::may_find(&who)?;
    let challenge: Id = form.value("challenge").parse().unwrap_or(Id::NONE);
    let lang = form.value("lang").to_owned();
    let english = Who { lang: Lang::EN, ..who.clone() };
    let mut tx = app.db.begin().await?;
    if let Some(done) = codes::spent(&mut tx, &app, who.visitor, Purpose::SignUp, challenge).await? {
        let made = store::by_address(&mut tx, &done.address).await?;
        return Ok(see(&made.map_or_else(|| PATH.to_owned(), |made| path(made.id))));
    }
    let waiting = codes::waiting(&mut tx, &app, who.visitor, Purpose::SignUp, challenge).await?;
    let Some(waiting) = waiting else { return Ok(see(PATH)) };
    let Some(name) = chosen::name(&app, &english, &mut form) else {
        return invalid(&CodePage::new(&app, &who, form, (&waiting, &lang)));
    };
    let checked = codes::check(&mut tx, &app, who.visitor, Purpose::SignUp, challenge, form.value("code")).await?;
    let Checked::Right(proof) = checked else {
        tx.commit().await?;
        form.refuse("code", refusal(&app, &english, &checked));
        return invalid(&CodePage::new(&app, &who, form, (&waiting, &lang)));
    };
    codes::spend(&mut tx, challenge).await?;
    let new = new_resident(&app, &proof.address, name, None, Lang::of(&lang).unwrap_or(Lang::EN));
    let made = join(&mut tx, &app, &who, new, &proof.address).await?;
    hand_over(&mut tx, &app, &who, &made, challenge).await?;
    tx.commit().await?;
    Ok(see(&path(made.id)))
}

/// Notes that the account was made with them, and opens its record: they read out a code sent to them.
async fn hand_over(tx: &mut Tx, app: &App, who: &Who, made: &Resident, challenge: Id) -> Result<()> {
    let fact = Fact::new("resident.helped", who).about("resident", made.id).on_behalf(made.id).help(Help::WithMe);
    facts::record(tx, app, fact.data(json!({ "challenge": challenge }))).await?;
    let opening = Opening {
        id: app.id(),
        staff: who.staff()?.id,
        purpose: "caller".into(),
        caller: "self".into(),
        given: vec!["name".into(), "code".into()],
        passed: true,
        at: app.now(),
        until: app.now() + 30 * MINUTE,
    };
    record::insert_opening(tx, made.id, &opening, ("", false)).await.map(drop)
}
