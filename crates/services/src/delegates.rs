//! GET /manage/services/{service}/delegated: what a trained officer may decide on the spot, and who was trained. POST lets one
//! more or one fewer.

use crate::access::{Action, may};
use crate::catalogue::Catalogue;
use crate::model::Definition;
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::{Conn, Tx};
use kit::extract::Path;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::who::{Role, Who};
use kit::{App, Error, Id, Result};
use std::sync::Arc;

/// The most officers to choose from.
const MOST: i64 = 1_000;

/// One rule in words.
pub(crate) struct Rule {
    words: String,
    scheme: String,
    outcomes: String,
    amount: String,
    seen: Vec<String>,
}

/// Somebody who was trained.
struct Trained {
    id: Id,
    name: String,
    since: String,
}

#[derive(Template)]
#[template(path = "delegates.html")]
struct DelegatesPage {
    frame: Frame,
    service: String,
    rules: Vec<Rule>,
    trained: Vec<Trained>,
    /// Officers who were not trained yet.
    others: Vec<(Id, String)>,
    wrong: Option<String>,
}

/// Whether this member of staff may decide on the spot in this service.
pub async fn is_trained(conn: &mut Conn, service: &str, staff: Id) -> Result<bool> {
    store::delegates::is(conn, service, staff).await
}

/// Lets a member of staff decide on the spot in this service; false when they could before.
pub async fn train(tx: &mut Tx, app: &App, who: &Who, service: &str, staff: Id) -> Result<bool> {
    let new = store::delegates::add(tx, service, staff, app.now()).await?;
    if new {
        facts::record(tx, app, fact("service.trained", who, service, staff)).await?;
    }
    Ok(new)
}

fn fact(kind: &'static str, who: &Who, service: &str, staff: Id) -> Fact {
    Fact::new(kind, who).about("staff", staff).data(serde_json::json!({ "service": service }))
}

/// The service, if it has rules and this member of staff may say who goes by them.
fn reachable(app: &App, who: &Who, service: &str) -> Result<Arc<Definition>> {
    may(who, Action::Train)?;
    let catalogue = app.part::<Catalogue>()?;
    let found = catalogue.current(service).filter(|found| !found.delegations().is_empty()).ok_or(Error::NotFound)?;
    let own = who.is(Role::Administrator) || who.in_team(&catalogue.owner(&found));
    if own { Ok(found) } else { Err(Error::Forbidden) }
}

/// The rules of a service in words.
fn rules(frame: &Frame, definition: &Definition) -> Vec<Rule> {
    let lang = frame.lang;
    let rule = |rule: &crate::Delegation| Rule {
        words: definition.delegation_words(rule, lang),
        scheme: rule.scheme.clone(),
        outcomes: rule.outcomes.iter().map(|id| definition.outcome_for_staff(id)).collect::<Vec<_>>().join("; "),
        amount: rule.amount.map_or_else(|| frame.t("services-delegated-no-money").to_owned(), |most| lang.money(most)),
        seen: rule.seen.iter().map(|one| definition.seen_words(one, lang)).collect(),
    };
    definition.delegations().iter().map(rule).collect()
}

/// The page.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(service): Path<String>,
) -> Result<Response> {
    let definition = reachable(&app, &who, &service)?;
    html(&page(&app, &who, &definition).await?)
}

/// Lets somebody, or lets them no more; either may be sent twice.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(service): Path<String>,
    form: Form,
) -> Result<Response> {
    let definition = reachable(&app, &who, &service)?;
    let staff: Option<Id> = form.value("staff").parse().ok();
    let mut tx = app.db.begin().await?;
    let officer = match staff {
        Some(staff) => workforce::roles_of(&mut tx, staff).await?.contains(&Role::Officer).then_some(staff),
        None => None,
    };
    match (form.value("do") == "end", staff, officer) {
        (true, Some(staff), _) => {
            if store::delegates::end(&mut tx, &service, staff).await? {
                facts::record(&mut tx, &app, fact("service.trained-no-more", &who, &service, staff)).await?;
            }
        }
        (false, _, Some(officer)) => drop(train(&mut tx, &app, &who, &service, officer).await?),
        _ => {
            drop(tx);
            let mut page = page(&app, &who, &definition).await?;
            page.wrong = Some(page.frame.t("services-delegated-unknown").to_owned());
            page.frame = page.frame.with_error(true);
            return invalid(&page);
        }
    }
    tx.commit().await?;
    Ok(see(&format!("/manage/services/{service}/delegated")))
}

async fn page(app: &App, who: &Who, definition: &Definition) -> Result<DelegatesPage> {
    let name = definition.name(who.lang);
    let title = app.words.with(who.lang, "services-delegated-title", &[("service", name.into())]);
    let frame = Frame::titled(app, who, format!("/manage/services/{}/delegated", definition.id), title);
    let mut read = app.db.read().await?;
    let mut trained = Vec::new();
    for (id, since) in store::delegates::of(&mut read, &definition.id).await? {
        let name = workforce::name_of(&mut read, id).await?.unwrap_or_default();
        trained.push(Trained { id, name, since: frame.lang.short_date(since) });
    }
    let mut others = Vec::new();
    for id in workforce::with_role(&mut read, Role::Officer, MOST).await? {
        if !trained.iter().any(|one| one.id == id) {
            others.push((id, workforce::name_of(&mut read, id).await?.unwrap_or_default()));
        }
    }
    drop(read);
    others.sort_by(|a, b| a.1.cmp(&b.1));
    let rules = rules(&frame, definition);
    Ok(DelegatesPage { service: definition.id.clone(), rules, trained, others, wrong: None, frame })
}
