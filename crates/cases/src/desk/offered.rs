//! What a case page offers to do, and what it says once that was done.

use crate::access::{self, Action};
use crate::desk::standing_of;
use crate::model::Case;
use kit::page::Frame;
use kit::who::Who;
use kit::{App, Result};

/// What a case page knows of what could be done.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Fits {
    /// It is kept in spite of its time.
    pub held: bool,
    /// They were trained to decide it on the spot, and a rule is for such a case.
    pub delegated: bool,
    /// Some other system takes such cases and does not have it.
    pub offered: bool,
    /// Some other system has it.
    pub handed: bool,
}

/// What this member of staff may do with the case as it stands.
pub(super) fn actions(
    app: &App,
    who: &Who,
    frame: &Frame,
    case: &Case,
    Fits { held, delegated, offered, handed }: Fits,
) -> Result<Vec<(&'static str, String)>> {
    let live = case.status.is_live();
    let all = [
        (Action::Assign, "assign", live),
        (Action::Plan, "plan", live),
        (Action::Promise, "promise", live),
        (Action::Decide, "decide", live),
        (Action::OnTheSpot, "on-the-spot", live && delegated),
        (Action::HandOver, "hand-over", live && offered),
        (Action::HandOver, "take-back", live && handed),
        (Action::Close, "close", live && !case.outcome.is_empty()),
        (Action::Reopen, "reopen", !live),
        (Action::Hold, "hold", !held),
        (Action::Hold, "release", held),
    ];
    let standing_of = standing_of(app)?;
    let staff = who.staff()?;
    let possible = all
        .into_iter()
        .filter(|(action, _, fits)| *fits && !case.erased && access::may(staff, *action, case, &standing_of));
    Ok(possible.map(|(_, code, _)| (code, frame.t(&format!("cases-{code}-title")).to_owned())).collect())
}

/// Who of those who reported a case heard of what was done.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    /// They can only be rung or written to.
    pub by_hand: usize,
    /// They asked not to be contacted.
    pub silent: usize,
    /// All who stand on the page.
    pub all: usize,
    /// Whoever reported it first has died.
    pub has_died: bool,
    /// The case has an outcome: what was decided on the spot did not go up.
    pub decided: bool,
}

/// What was just done, and whether everybody who reported it could be told: some can only be rung or written to, some asked not to be
/// contacted, and nobody writes to whoever has died.
pub(super) fn notice(frame: &Frame, told: Told, done: &str) -> Option<String> {
    let words = match done {
        "on-the-spot" if !told.decided => "cases-sent-up-done",
        _ => done_words(done)?,
    };
    let words = frame.t(words).to_owned();
    let tells = ["promise", "decide", "close", "reopen"].contains(&done) || done == "on-the-spot" && told.decided;
    let nobody_else = told.by_hand + told.silent >= told.all;
    let mut said = vec![words];
    match told.by_hand {
        _ if told.has_died && done == "message" => return Some(frame.t("cases-done-died-message").to_owned()),
        0 if tells && told.has_died => said.push(frame.t("cases-done-died").to_owned()),
        0 if tells && told.silent == 0 => said.push(frame.t("cases-done-told").to_owned()),
        0 => {}
        n if tells || done == "message" => {
            said.push(frame.with("cases-done-by-hand", "n", n));
            said.extend((!nobody_else).then(|| frame.t("cases-done-others").to_owned()));
        }
        _ => {}
    }
    if told.silent > 0 && !told.has_died && (tells || done == "message") {
        said.push(frame.with("cases-done-silent", "n", told.silent));
    }
    Some(said.join(" "))
}

fn done_words(done: &str) -> Option<&'static str> {
    Some(match done {
        "assign" => "cases-assign-done",
        "note" => "cases-note-done",
        "message" => "cases-desk-message-done",
        "call" => "cases-call-done",
        "plan" => "cases-plan-done",
        "promise" => "cases-promise-done",
        "decide" => "cases-decide-done",
        "on-the-spot" => "cases-on-the-spot-done",
        "hand-over" => "cases-hand-over-done",
        "take-back" => "cases-take-back-done",
        "close" => "cases-close-done",
        "reopen" => "cases-desk-reopen-done",
        "hold" => "cases-hold-done",
        "release" => "cases-release-done",
        _ => return None,
    })
}
