//! How the facts of this noun read in a timeline.

use crate::authorities::{Authority, Kind};
use crate::checks::Given;
use kit::facts::Recorded;
use kit::{App, Id, Lang};
use serde::Deserialize;

/// The words key of a kind of fact; nothing for another noun's.
pub fn words_key(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "resident.joined" => "residents-fact-joined",
        "resident.imported" => "residents-fact-imported",
        "resident.signed-in" => "residents-fact-signed-in",
        "resident.sign-in-failed" => "residents-fact-sign-in-failed",
        "resident.helped" => "residents-fact-helped",
        "resident.opened" => "residents-fact-opened",
        "resident.opening-reviewed" => "residents-fact-opening-reviewed",
        "resident.check-passed" => "residents-fact-check-passed",
        "resident.check-failed" => "residents-fact-check-failed",
        "resident.check-withdrawn" => "residents-fact-check-withdrawn",
        "resident.authority-given" => "residents-fact-authority-given",
        "resident.authority-ended" => "residents-fact-authority-ended",
        "resident.marked" => "residents-fact-marked",
        "resident.unmarked" => "residents-fact-unmarked",
        "resident.vehicle-noted" => "residents-fact-vehicle-noted",
        "resident.vehicle-gone" => "residents-fact-vehicle-gone",
        "resident.needs-changed" => "residents-fact-needs-changed",
        "resident.needs-decided" => "residents-fact-needs-decided",
        "resident.adjustment-broken" => "residents-fact-adjustment-broken",
        "resident.changed" => "residents-fact-changed",
        "resident.linked" => "residents-fact-linked",
        "resident.proved" => "residents-fact-proved",
        "resident.parted" => "residents-fact-parted",
        "resident.disputed" => "residents-fact-disputed",
        "resident.exported" => "residents-fact-exported",
        "resident.erasure-asked" => "residents-fact-erasure-asked",
        "resident.erased" => "residents-fact-erased",
        "resident.held" => "residents-fact-held",
        "resident.released" => "residents-fact-released",
        _ => return None,
    })
}

/// The key of how whoever it happened to reads it; nothing for another noun's.
pub fn own_words_key(kind: &str) -> Option<String> {
    words_key(kind)?;
    kind.strip_prefix("resident.").map(|what| format!("residents-held-fact-{what}"))
}

/// True for facts whose words and codes their person reads with everything held on them. Of all others they read that it happened, when
/// and by whom: why staff opened a record, marked it or took it for another's is written for staff.
pub fn is_told_whole(kind: &str) -> bool {
    const WHOLE: [&str; 12] = [
        "resident.joined",
        "resident.imported",
        "resident.signed-in",
        "resident.authority-given",
        "resident.vehicle-noted",
        "resident.vehicle-gone",
        "resident.needs-changed",
        "resident.needs-decided",
        "resident.adjustment-broken",
        "resident.changed",
        "resident.exported",
        "resident.erasure-asked",
    ];
    WHOLE.contains(&kind)
}

/// True for facts that their person reads nothing of until whoever answers has read them through: that they are thought a risk, and that
/// something is kept for a court.
pub fn is_withheld(fact: &Recorded) -> bool {
    match fact.kind.as_str() {
        "resident.held" | "resident.released" => true,
        "resident.marked" | "resident.unmarked" => {
            fact.data::<serde_json::Value>().is_ok_and(|data| data["kind"] == "risk")
        }
        _ => false,
    }
}

/// What a check keeps in its fact.
#[derive(Deserialize)]
struct Check {
    caller: String,
    given: Vec<String>,
}

/// What an authority keeps in its fact.
#[derive(Deserialize)]
struct Authorised {
    authority: Id,
    /// By what; in the fact of its end it is the authority that says so.
    #[serde(default)]
    kind: String,
}

/// Which marker was put on the record or taken off.
fn marked(app: &App, fact: &Recorded) -> String {
    let data = fact.data::<serde_json::Value>().unwrap_or_default();
    let kind = data["kind"].as_str().filter(|kind| ["deceased", "guarded", "restricted", "risk"].contains(kind));
    kind.map(|kind| app.t(Lang::EN, &format!("residents-marker-{kind}")).trim_end_matches('.').to_owned())
        .unwrap_or_default()
}

/// By what somebody may speak, or might until it ended, as the timeline says it.
fn authorised(app: &App, fact: &Recorded, authorities: &[Authority]) -> String {
    let Ok(of) = fact.data::<Authorised>() else { return String::new() };
    let theirs = authorities.iter().find(|one| one.id == of.authority);
    let kind = theirs.map_or(of.kind.as_str(), |one| one.kind.as_str());
    let kind = Kind::of(kind).map(|kind| app.t(Lang::EN, &format!("residents-authority-{}", kind.code())).to_owned());
    // Whom it was given to stands in the words of its fact; in those of its end, the reason.
    let holder = theirs.filter(|_| fact.kind == "resident.authority-ended").map(|one| one.holder.clone());
    holder.into_iter().chain(kind).collect::<Vec<_>>().join(" · ")
}

/// What the timeline says beside a fact: who was checked and what they got right, or by what somebody may speak; empty for all others.
pub fn how(app: &App, fact: &Recorded, authorities: &[Authority]) -> String {
    if matches!(fact.kind.as_str(), "resident.authority-given" | "resident.authority-ended") {
        return authorised(app, fact, authorities);
    }
    if matches!(fact.kind.as_str(), "resident.marked" | "resident.unmarked") {
        return marked(app, fact);
    }
    let Some(check) = fact.data::<Check>().ok().filter(|check| !check.caller.is_empty()) else { return String::new() };
    let said = |key: &str| app.t(Lang::EN, key).to_owned();
    let theirs = authorities.iter().find(|authority| authority.id.to_string() == check.caller);
    let caller = match (check.caller.as_str(), theirs) {
        ("self", _) => said("residents-fact-self"),
        (_, Some(authority)) => authority.holder.clone(),
        (_, None) => said("residents-open-other"),
    };
    let given = check.given.iter().filter_map(|code| Given::of(code));
    let given = given.map(|given| said(&format!("residents-given-{}", given.code())));
    [caller].into_iter().chain(given).collect::<Vec<_>>().join(" · ")
}
