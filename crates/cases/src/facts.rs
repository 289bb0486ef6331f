//! What happens to a case, as facts. How they read in a timeline is in [`crate::timeline`].

use crate::model::{Case, Status};
use kit::Id;
use kit::facts::Fact;
pub(crate) use kit::facts::record;
use kit::who::Who;
use serde::{Deserialize, Serialize};
use services::Beyond;

/// Where a case stands for figures: enough to take it out of one count and put it into another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Standing {
    pub service: String,
    pub kind: String,
    pub ward: String,
    pub team: String,
    pub status: String,
    /// How it came. Facts from before it was counted do not say.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

impl Standing {
    pub fn of(case: &Case) -> Standing {
        Standing {
            service: case.service.clone(),
            kind: case.kind.clone(),
            ward: case.ward().to_owned(),
            team: case.team.clone(),
            status: case.status.code().to_owned(),
            source: case.source.clone(),
        }
    }

    /// True where it stood or stands open.
    pub fn is_live(&self) -> bool {
        Status::of(&self.status).is_some_and(Status::is_live)
    }
}

/// What every fact about a case says in ids and codes. Empty parts are left out.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Data {
    /// The revision the case stood at afterwards.
    #[serde(skip_serializing_if = "is_zero")]
    pub revision: i64,
    /// Where it stood for figures before, where that changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<Standing>,
    /// Where it stands for figures now, where that changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now: Option<Standing>,
    /// The team it was given to.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub team: String,
    /// The person it was given to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Id>,
    /// A moment: the new promise, the next action.
    #[serde(skip_serializing_if = "is_zero")]
    pub due: i64,
    /// The moment that one replaced.
    #[serde(skip_serializing_if = "is_zero")]
    pub before: i64,
    /// The outcome.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub outcome: String,
    /// The rule of delegated authority an officer went by, or went beyond.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delegated: Option<Delegated>,
    /// Between the council and this reporter only; [`Id::NONE`] for the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reporter: Option<Id>,
    /// By which way a message came, where that was not a page.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub channel: String,
    /// It came from an address that is none of this reporter's.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub other: bool,
    /// The message that was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Id>,
    /// This reporter reported it once more; [`Id::NONE`] for the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub again: Option<Id>,
    /// The other system whose hands it is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hand: Option<Hand>,
    /// Of a message that never arrived: its address does not work.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub gone: bool,
}

/// A case in the hands of another system, in ids, codes and names of organisations.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Hand {
    /// What the system calls it by in its answers.
    pub id: Id,
    /// The system: that of its webhook.
    pub system: Id,
    /// What people know the system by.
    pub name: String,
    /// The number the system gave it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// What it said.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub said: String,
    /// The day it named.
    #[serde(skip_serializing_if = "is_zero")]
    pub on: i64,
}

/// What a decision on the spot rests on, or what lies beyond it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Delegated {
    /// The rule of the definition; empty where none is for the outcome.
    pub rule: String,
    /// Its paragraph of the scheme of delegation.
    pub scheme: String,
    /// Money granted or asked for, in pence.
    pub amount: i64,
    /// Evidence the officer said they saw.
    pub seen: Vec<String>,
    /// What lies beyond the rule; empty for a decision.
    pub beyond: Vec<Beyond>,
}

fn is_zero(number: &i64) -> bool {
    *number == 0
}

impl Data {
    /// The facts' `data` column.
    pub fn json(&self) -> serde_json::Value {
        serde_json::to_value(self).unwrap_or_default()
    }
}

/// A fact about this case, and about its first reporter's account.
pub(crate) fn about(kind: &'static str, who: &Who, case: &Case) -> Fact {
    between(kind, who, case, case.resident)
}

/// A fact about this case, and about the account of the reporter it concerns.
pub(crate) fn between(kind: &'static str, who: &Who, case: &Case, resident: Option<Id>) -> Fact {
    let fact = Fact::new(kind, who).about("case", case.id);
    match resident {
        Some(resident) => fact.about("resident", resident),
        None => fact,
    }
}

/// The first fact of a case.
pub(crate) fn opened(who: &Who, case: &Case) -> Fact {
    let data =
        Data { revision: case.revision, now: Some(Standing::of(case)), due: case.promise.due, ..Data::default() };
    let data = Data { channel: channel(&case.source), ..data };
    let kind = if case.status == Status::PassedOn { "case.passed-on" } else { "case.opened" };
    about(kind, who, case).data(data.json()).at(case.opened)
}

/// The channel of a contact that a case came from; empty for a page, another system and an import.
pub(crate) fn channel(source: &str) -> String {
    let contact = matches!(source, "writing") || contact::Channel::of(source).is_some();
    if contact { source.to_owned() } else { String::new() }
}

/// The data of a fact about a change: where the case stood before and stands now, and the revision it got.
pub(crate) fn change(before: &Case, after: &Case) -> Data {
    let (was, now) = (Standing::of(before), Standing::of(after));
    let moved = was != now;
    Data { revision: after.revision, was: moved.then_some(was), now: moved.then_some(now), ..Data::default() }
}
