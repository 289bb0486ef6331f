//! What happens to a visit, as facts: ids and codes alone. Who it was stands in the visit, and goes with it.

use crate::model::Visit;
use crate::site::named;
use kit::clock::Micros;
use kit::db::Tx;
use kit::facts::{self, Fact, Recorded};
use kit::who::Who;
use kit::{App, Error, Lang, Result};
use serde::{Deserialize, Serialize};

/// How a visit stands when the fact is recorded: enough to count it without reading anything else.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Data {
    /// Where.
    pub site: String,
    /// What for.
    pub business: String,
    /// How it began.
    pub way: String,
    /// Where it stands now.
    pub state: String,
    /// The desk it was called to last.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub desk: String,
    /// The need, by the site's rule.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub need: String,
    /// What came of it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub outcome: String,
    /// When they came.
    pub came: Micros,
    /// The first call; 0 before.
    pub first_called: Micros,
    /// When somebody who can deal with it began; 0 before.
    pub began: Micros,
}

/// Records what was just done with the visit.
pub(crate) async fn record(tx: &mut Tx, app: &App, who: &Who, kind: &'static str, visit: &Visit) -> Result<()> {
    let data = Data {
        site: visit.site.clone(),
        business: visit.business.clone(),
        way: visit.way.code().to_owned(),
        state: visit.state.code().to_owned(),
        desk: visit.desk.clone(),
        need: visit.need.clone(),
        outcome: visit.outcome.clone(),
        came: visit.came,
        first_called: visit.first_called,
        began: visit.began,
    };
    let fact = Fact::new(kind, who).about("visit", visit.id).data(serde_json::to_value(&data)?);
    let fact = match visit.resident {
        Some(resident) => fact.about("resident", resident),
        None => fact,
    };
    facts::record(tx, app, fact).await.map(drop)
}

/// Records that a desk opened, closed, or that its officer went on a break or came back.
pub(crate) async fn record_desk(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    kind: &'static str,
    (site, desk): (&str, &str),
) -> Result<()> {
    let fact = Fact::new(kind, who).about("staff", who.id()).data(serde_json::json!({ "site": site, "desk": desk }));
    facts::record(tx, app, fact).await.map(drop)
}

/// The site a fact is about; nothing for facts of other nouns.
pub fn site_of(fact: &Recorded) -> Option<String> {
    let ours = fact.kind.starts_with("visit.") || fact.kind.starts_with("desk.");
    ours.then(|| fact.data::<Data>().ok()).flatten().map(|data| data.site).filter(|site| !site.is_empty())
}

/// The words key of a kind of fact; nothing for another noun's.
pub fn words_key(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "visit.joined" => "queue-fact-joined",
        "visit.called" => "queue-fact-called",
        "visit.recalled" => "queue-fact-recalled",
        "visit.began" => "queue-fact-began",
        "visit.no-show" => "queue-fact-no-show",
        "visit.back" => "queue-fact-back",
        "visit.parked" => "queue-fact-parked",
        "visit.moved" => "queue-fact-moved",
        "visit.triaged" => "queue-fact-triaged",
        "visit.merged" => "queue-fact-merged",
        "visit.stepped-out" => "queue-fact-stepped-out",
        "visit.text-asked" => "queue-fact-text-asked",
        "visit.text-dropped" => "queue-fact-text-dropped",
        "visit.told-near" => "queue-fact-told-near",
        "visit.left" => "queue-fact-left",
        "visit.finished" => "queue-fact-finished",
        _ => return None,
    })
}

/// What somebody came for, and where, for staff; empty where nothing of it is known any more.
pub fn how(app: &App, fact: &Recorded) -> Result<String> {
    let data: Data = fact.data()?;
    let Ok(site) = app.part::<crate::Sites>()?.get(&data.site) else { return Ok(String::new()) };
    let lang = Lang::EN.tag;
    let business = site.business(&data.business).map_or("", |one| named(&one.name, lang));
    let parts = [business, named(&site.name, lang)];
    Ok(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
}

/// What cannot follow where a visit stands, once it has come to a page: somebody else was faster.
pub(crate) fn not_now(_: crate::model::NotNow) -> Error {
    Error::Changed
}
