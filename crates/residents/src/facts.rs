//! How the facts of this noun read in a timeline.

use crate::authorities::Authority;
use crate::checks::Given;
use kit::facts::Recorded;
use kit::{App, Lang};
use serde::Deserialize;

/// The words key of a kind of fact; nothing for another noun's.
pub fn words_key(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "resident.joined" => "residents-fact-joined",
        "resident.signed-in" => "residents-fact-signed-in",
        "resident.sign-in-failed" => "residents-fact-sign-in-failed",
        "resident.helped" => "residents-fact-helped",
        "resident.opened" => "residents-fact-opened",
        "resident.opening-reviewed" => "residents-fact-opening-reviewed",
        "resident.check-passed" => "residents-fact-check-passed",
        "resident.check-failed" => "residents-fact-check-failed",
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

/// True for facts whose words and codes their person reads with everything held on them. Of all others they read that it happened, when
/// and by whom: why staff opened a record, marked it or took it for another's is written for staff.
pub fn is_told_whole(kind: &str) -> bool {
    const WHOLE: [&str; 11] = [
        "resident.joined",
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

/// Who was checked, and what they got right, as the timeline says it; empty for what is no check.
pub fn how(app: &App, fact: &Recorded, authorities: &[Authority]) -> String {
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
