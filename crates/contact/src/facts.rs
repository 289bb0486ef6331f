//! What happens to a contact, as facts: ids and codes alone. What was said stands in the contact, and goes with it.

use crate::model::{Channel, Contact, Outcome, Question};
use crate::store::cases::Link;
use kit::clock::Micros;
use kit::facts::Fact;
use kit::who::Who;
use kit::{Id, Result};
use serde::{Deserialize, Serialize};

/// A question, as figures count it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The service; empty for anything else.
    pub service: String,
    /// What came of it.
    pub outcome: String,
    /// How its case has to do with it; empty without one.
    pub how: String,
    /// The case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<Id>,
    /// Its share of the contact's cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pence: Option<i64>,
    /// It was answered or decided there and then, and no case about it was left open. Facts from before it was said do not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled: Option<bool>,
}

/// What the fact of a finished contact says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Data {
    /// How they got in touch.
    pub channel: String,
    /// In which language.
    pub lang: String,
    /// How long it took.
    pub seconds: i64,
    /// What was asked.
    pub asked: Vec<Asked>,
    /// How often it was passed on while it was open.
    pub transfers: i64,
}

/// What the facts of a contact that was passed on, and of one that was lost by it, say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Passing {
    /// How they got in touch.
    pub channel: String,
    /// `colleague` or `team`.
    pub to: String,
    /// What was asked about when it was passed on; an empty one is anything else.
    pub services: Vec<String>,
    /// When it was passed on.
    pub passed: Micros,
    /// Why it was lost: `day`, nobody took it up on its day, or `gone`, they had gone; else empty.
    pub why: String,
}

impl Asked {
    /// The question as it stands.
    pub(crate) fn of(question: &Question) -> Asked {
        Asked {
            service: question.service.clone(),
            outcome: question.outcome.map_or("", |outcome| outcome.code()).to_owned(),
            case: question.case,
            ..Asked::default()
        }
    }

    /// Nothing of it was left open. Of a fact that does not say, an answer about no case, or about one that had ended, settled it.
    pub(crate) fn is_settled(&self) -> bool {
        let answered = self.outcome == Outcome::Answered.code() && matches!(self.how.as_str(), "" | "about");
        self.settled.unwrap_or(answered)
    }
}

/// A fact about this contact, and about whoever it is with.
pub(crate) fn about(kind: &'static str, who: &Who, contact: &Contact) -> Fact {
    let fact = Fact::new(kind, who).about("contact", contact.id).help(contact.help);
    match contact.resident {
        Some(resident) => fact.about("resident", resident).on_behalf(resident),
        None => fact,
    }
}

/// That it began.
pub(crate) fn started(who: &Who, contact: &Contact) -> Fact {
    let code = Channel::code(contact.channel);
    about("contact.started", who, contact).data(serde_json::json!({ "channel": code }))
}

/// That it was about this case. Who it was with is nobody's business on the case's timeline, so it names no person.
pub(crate) fn linked(who: &Who, contact: &Contact, link: &Link) -> Fact {
    let data = serde_json::json!({ "channel": contact.channel.code(), "how": link.how.code() });
    Fact::new("contact.linked", who).about("contact", contact.id).about("case", link.case).data(data)
}

/// That it was passed on, or lost by that.
pub(crate) fn passed(kind: &'static str, who: &Who, contact: &Contact, passing: &Passing) -> Result<Fact> {
    Ok(about(kind, who, contact).data(serde_json::to_value(passing)?))
}

/// The words key of a kind of fact; nothing for another noun's.
pub fn words_key(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "contact.started" => "contact-fact-started",
        "contact.named" => "contact-fact-named",
        "contact.linked" => "contact-fact-linked",
        "contact.passed" => "contact-fact-passed",
        "contact.taken" => "contact-fact-taken",
        "contact.lost" => "contact-fact-lost",
        "contact.finished" => "contact-fact-finished",
        "contact.erased" => "contact-fact-erased",
        _ => return None,
    })
}
