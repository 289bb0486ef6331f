//! A webhook that takes cases: what it is called, the key it answers with, and what it is told of a case that is handed to it.

use super::check;
use super::show::{self, Made};
use crate::operation::Scope;
use crate::store::hooks;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use cases::handed::{self, Taker};
use kit::db::{Conn, Tx};
use kit::extract::Path;
use kit::facts::{self, Fact, Recorded};
use kit::form::{Fault, Form, line};
use kit::keys::{self, New};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};
use serde_json::{Value, json};

/// The longest code and name.
const CODE: usize = 40;
const NAME: usize = 100;

/// The part of a fact that names the system whose hands a case is in.
fn hand(fact: &Recorded) -> Option<(Id, Id)> {
    let data: Value = fact.data().ok()?;
    let id = |name: &str| data["hand"][name].as_str()?.parse().ok();
    Some((id("system")?, id("id")?))
}

/// The webhook that has to be told of this, whatever else it is told of: a case is handed to its system, or taken back.
pub(super) fn addressed(fact: &Recorded) -> Option<Id> {
    let is_for_it = matches!(fact.kind.as_str(), "case.handed-over" | "case.taken-back");
    hand(fact).filter(|_| is_for_it).map(|(system, _)| system)
}

/// What the system is told of the case besides: only the one it is handed to.
pub(super) async fn told(conn: &mut Conn, app: &App, hook: Id, fact: &Recorded) -> Result<Option<Value>> {
    if addressed(fact) != Some(hook) {
        return handed::heard(conn, app, hook, fact).await?.map(serde_json::to_value).transpose().map_err(Error::from);
    }
    let Some((_, id)) = hand(fact) else { return Ok(None) };
    if fact.kind == "case.handed-over"
        && let Some(taker) = handed::taker(conn, hook).await?
        && let Some(sent) = handed::told(conn, app, &taker, id).await?
    {
        return Ok(Some(serde_json::to_value(sent)?));
    }
    Ok(Some(json!({ "id": id })))
}

/// Makes it take cases under this code and name, with a new key; the one before opens nothing any more.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    check(&who)?;
    let hook: Id = id.parse().map_err(|_| Error::NotFound)?;
    let mut tx = app.db.begin().await?;
    let hook = hooks::by_id(&mut tx, hook).await?.filter(|hook| hook.ended == 0).ok_or(Error::NotFound)?;
    let t = |key: &str| app.t(who.lang, key).to_owned();
    let code = form.trimmed("code").to_owned();
    let is_code = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !code.starts_with(|c: char| c.is_ascii_lowercase()) || !code.chars().all(is_code) || code.len() > CODE {
        form.refuse("code", t("api-desk-takes-code-wrong"));
    }
    let name = line(form.value("known"), NAME);
    match &name {
        Err(Fault::Empty) => form.refuse("known", t("api-desk-takes-name-empty")),
        Err(fault) => {
            form.refuse("known", app.words.with(who.lang, fault.key(), &[("most", NAME.to_string().into())]));
        }
        Ok(_) => {}
    }
    let (Ok(name), true) = (name, form.is_good()) else {
        drop(tx);
        return show::again(&app, &who, hook, form).await;
    };
    if !free(&mut tx, &app, &code, &mut form).await? {
        drop(tx);
        return show::again(&app, &who, hook, form).await;
    }
    let before = handed::taker(&mut tx, hook.id).await?;
    let Some((key, text)) = key_of(&mut tx, &app, &who, &code, before.as_ref()).await? else {
        form.refuse("code", t("api-desk-takes-code-taken"));
        drop(tx);
        return show::again(&app, &who, hook, form).await;
    };
    let made = before.map_or(app.now(), |before| before.made);
    let taker = Taker { id: hook.id, code: code.clone(), name, key, made, ended: 0 };
    if !handed::keep_taker(&mut tx, &taker).await? {
        form.refuse("code", t("api-desk-takes-code-taken"));
        drop(tx);
        return show::again(&app, &who, hook, form).await;
    }
    let fact = Fact::new("hook.takes", &who).about("hook", hook.id);
    facts::record(&mut tx, &app, fact.data(json!({ "code": code, "name": taker.name }))).await?;
    tx.commit().await?;
    show::made(&app, &who, hook, Made(text)).await
}

/// Ends the system of this code where it has no webhook and cannot be told anything, as those of a demo council; false where cases are with
/// it and nobody has said yet that this one takes its place.
async fn free(tx: &mut Tx, app: &App, code: &str, form: &mut Form) -> Result<bool> {
    for taker in handed::takers(tx).await?.iter().filter(|taker| taker.code == code && taker.ended == 0) {
        if hooks::by_id(tx, taker.id).await?.is_some() {
            continue;
        }
        let counts = handed::counts(tx, taker.id, app.now()).await?;
        let with_it = counts.asked + counts.accepted;
        if with_it > 0 && !form.chose("instead", "yes") {
            let values = [("name", taker.name.as_str().into()), ("n", with_it.into())];
            form.refuse("instead", app.words.with(Lang::EN, "api-desk-takes-instead-first", &values));
            return Ok(false);
        }
        handed::end_taker(tx, taker.id, app.now()).await?;
    }
    Ok(true)
}

/// A new key for the system, in the place of the one it had; nothing where another key has its name.
async fn key_of(tx: &mut Tx, app: &App, who: &Who, code: &str, before: Option<&Taker>) -> Result<Option<(Id, String)>> {
    if let Some(before) = before
        && let Some(key) = keys::by_id(tx, before.key).await?
    {
        keys::end_key(tx, app, who, &key).await?;
    }
    let (name, scopes) = (format!("handed {code}"), [Scope::Handed.code().to_owned()]);
    let new = New { name: &name, scopes: &scopes, holder: None, expires: 0 };
    let Some(text) = keys::make_new(tx, app, who, new).await? else { return Ok(None) };
    let key = keys::known(tx, &text, app.now()).await?.ok_or(Error::NotFound)?;
    Ok(Some((key.id, text)))
}

/// It takes no more cases, and its key opens nothing.
pub(super) async fn end(tx: &mut Tx, app: &App, who: &Who, hook: Id) -> Result<()> {
    let Some(taker) = handed::taker(tx, hook).await? else { return Ok(()) };
    if let Some(key) = keys::by_id(tx, taker.key).await? {
        keys::end_key(tx, app, who, &key).await?;
    }
    handed::end_taker(tx, hook, app.now()).await
}
