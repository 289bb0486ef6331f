//! Proving the email address or mobile number they gave, where the service has to be sure: a one-time code. Somebody who is
//! reached by a landline or letter cannot get one and goes on without; staff see that nothing was proved.

use crate::draft::{Draft, REACH};
use crate::enter;
use crate::journey::{Journey, Step};
use crate::reach::Reach;
use crate::{service, store};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::{Conn, Tx};
use kit::extract::{Path, Query};
use kit::facts;
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::who::Who;
use kit::{App, Error, Id, Result};
use residents::codes::{self, Ask, Checked, Purpose};
use residents::{Address, code_refusal};

#[derive(Template)]
#[template(path = "code.html")]
struct CodePage {
    frame: Frame,
    back: String,
    action: String,
    caption: String,
    sent: String,
    challenge: String,
    from_check: bool,
    form: Form,
}

/// What the address of the page says.
#[derive(Debug, serde::Deserialize)]
pub struct Asked {
    #[serde(default)]
    challenge: String,
    #[serde(default)]
    from: String,
}

/// True when this account, of whoever is signed in or of whom it is filled in for, has this very address, which a code proved
/// before.
pub async fn account_has(tx: &mut Conn, owner: Option<Id>, reach: &Reach) -> Result<bool> {
    let Some(owner) = owner else { return Ok(false) };
    let Some(resident) = residents::by_id(tx, owner).await? else { return Ok(false) };
    let known = resident.contact();
    let of = |email, phone| residents::Contact { email, phone, ..known.clone() }.address();
    let theirs = [of(known.email.clone(), None), of(None, known.phone.clone())];
    Ok(reach.address_for_codes().is_some_and(|given| theirs.iter().flatten().any(|own| own.key() == given.key())))
}

/// Sends the code to what the draft says; gives the address of the page that asks for it.
pub async fn send(tx: &mut Tx, app: &App, who: &Who, draft: &Draft, to: &Address, from_check: bool) -> Result<String> {
    let ask = Ask {
        purpose: Purpose::Resume,
        subject: draft.id,
        visitor: who.visitor.unwrap_or(draft.visitor),
        device: who.device,
        address: to,
        deliver: true,
        leads_to: &draft.own_path(),
        lang: draft.for_whom.as_ref().map_or(who.lang, |whom| whom.lang),
        read_out: draft.for_whom.is_some(),
    };
    let challenge = codes::send(tx, app, ask).await?;
    Ok(address(draft, &challenge.to_string(), from_check))
}

fn address(draft: &Draft, challenge: &str, from_check: bool) -> String {
    let from = if from_check { "&from=check" } else { "" };
    format!("{}?challenge={challenge}{from}", draft.step("code"))
}

fn draw(app: &App, who: &Who, draft: &Draft, challenge: &Id, from_check: bool, form: Form) -> Result<Response> {
    let to = draft.reach.as_ref().map(Reach::at).unwrap_or_default();
    let path = address(draft, &challenge.to_string(), from_check);
    let frame = Frame::new(app, who, path, "forms-code").with_error(!form.is_good());
    let page = CodePage {
        back: enter::address(draft, &Step::Contact, from_check),
        action: draft.step("code"),
        caption: enter::caption(app, draft, service::of(app, draft)?.name(who.lang), who.lang),
        sent: frame.with("forms-code-sent", "to", &to),
        challenge: challenge.to_string(),
        from_check,
        form,
        frame,
    };
    if page.frame.error { invalid(&page) } else { html(&page) }
}

/// GET /forms/{draft}/code.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let draft = enter::draft(&mut *app.db.read().await?, &app, &who, id.parse()?).await?;
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    draw(&app, &who, &draft, &asked.challenge.parse()?, asked.from == "check", Form::empty())
}

/// POST /forms/{draft}/code.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let (id, challenge): (Id, Id) = (id.parse()?, form.value("challenge").parse()?);
    let from_check = form.value("from") == "check";
    let mut tx = app.db.begin().await?;
    let mut draft = enter::draft(&mut tx, &app, &who, id).await?;
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    let visitor = who.visitor.or(draft.visitor.some());
    let checked = codes::check(&mut tx, &app, visitor, Purpose::Resume, challenge, form.value("code")).await?;
    let proof = match checked {
        Checked::Right(proof) if proof.subject == id => proof,
        Checked::Right(_) => return Err(Error::NotFound),
        // A second press after the first was right.
        Checked::Over if draft.reach.as_ref().is_some_and(|reach| reach.proved) => {
            let definition = service::of(&app, &draft)?;
            return Ok(see(&enter::address(&draft, &Journey::new(&definition, &draft).first_to_do(), from_check)));
        }
        wrong => {
            tx.commit().await?;
            form.refuse("code", code_refusal(&app, &who, &wrong));
            return draw(&app, &who, &draft, &challenge, from_check, form);
        }
    };
    codes::spend(&mut tx, proof.challenge).await?;
    let given = draft.reach.as_ref().and_then(Reach::address_for_codes);
    // Changed in another tab since the code was sent: the code proves the address it went to, no other.
    if given.is_some_and(|given| given.key() == proof.address.key()) {
        let before = draft.revision;
        draft.touch(&who, app.now());
        draft.note(REACH, &who, &enter::view(&app));
        if let Some(reach) = &mut draft.reach {
            reach.proved = true;
        }
        store::save(&mut tx, &draft, before).await?;
        facts::record(&mut tx, &app, crate::page::answered(&who, &draft, "code")).await?;
    }
    tx.commit().await?;
    let definition = service::of(&app, &draft)?;
    Ok(see(&enter::address(&draft, &Journey::new(&definition, &draft).first_to_do(), from_check)))
}
