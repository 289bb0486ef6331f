//! A contact and what was asked in it, pure.

use kit::clock::Micros;
use kit::facts::Help;
use kit::{Id, Lang};
use serde::{Deserialize, Serialize};

/// The most questions of one contact.
pub const MOST: usize = 12;

/// How somebody got in touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// They rang, or were rung.
    Phone,
    /// They came to a counter.
    Counter,
    /// An email.
    Email,
    /// A letter or a paper form.
    Post,
    /// A chat or a text message.
    Chat,
    /// A message on a social network.
    Social,
    /// An officer went to them.
    Visit,
}

impl Channel {
    /// Every channel, in the order it is offered.
    pub const ALL: [Channel; 7] = [
        Channel::Phone,
        Channel::Counter,
        Channel::Email,
        Channel::Post,
        Channel::Chat,
        Channel::Social,
        Channel::Visit,
    ];

    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            Channel::Phone => "phone",
            Channel::Counter => "counter",
            Channel::Email => "email",
            Channel::Post => "post",
            Channel::Chat => "chat",
            Channel::Social => "social",
            Channel::Visit => "visit",
        }
    }

    /// The channel of a code.
    pub fn of(code: &str) -> Option<Channel> {
        Channel::ALL.into_iter().find(|channel| channel.code() == code)
    }
}

/// What came of a question. Every one ends in one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Answered there and then.
    Answered,
    /// It became a case.
    CaseOpened,
    /// It was added to a case.
    AddedToCase,
    /// Passed on to somebody else.
    PassedOn,
    /// Somebody is to ring back.
    CallBack,
    /// They gave up before they had an answer.
    Abandoned,
    /// They were turned away.
    TurnedAway,
}

impl Outcome {
    /// Every outcome, in the order it is offered: the ordinary one first.
    pub const ALL: [Outcome; 7] = [
        Outcome::Answered,
        Outcome::CaseOpened,
        Outcome::AddedToCase,
        Outcome::PassedOn,
        Outcome::CallBack,
        Outcome::Abandoned,
        Outcome::TurnedAway,
    ];

    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            Outcome::Answered => "answered",
            Outcome::CaseOpened => "case-opened",
            Outcome::AddedToCase => "added-to-case",
            Outcome::PassedOn => "passed-on",
            Outcome::CallBack => "call-back",
            Outcome::Abandoned => "abandoned",
            Outcome::TurnedAway => "turned-away",
        }
    }

    /// The outcome of a code.
    pub fn of(code: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|outcome| outcome.code() == code)
    }

    /// True where they had what they came for, unless a case about it was left open.
    pub(crate) fn settles(self) -> bool {
        matches!(self, Outcome::Answered | Outcome::CaseOpened | Outcome::AddedToCase)
    }

    /// True where somebody went without knowing what they had asked for.
    fn may_be_about_nothing(self) -> bool {
        matches!(self, Outcome::Abandoned | Outcome::TurnedAway)
    }
}

/// How a case has to do with a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// It was open already, and somebody asked after it.
    Chaser,
    /// It was opened in this contact.
    Opened,
    /// Something was added to it.
    Added,
    /// It had ended, and somebody asked about it.
    About,
}

impl How {
    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            How::Chaser => "chaser",
            How::Opened => "opened",
            How::Added => "added",
            How::About => "about",
        }
    }

    /// What a case is to a contact: opened or added to as its officer says; else chased where the council still works on it and
    /// it was there before the contact began.
    pub fn of(outcome: Outcome, is_live: bool, opened: Micros, began: Micros) -> How {
        match outcome {
            Outcome::CaseOpened => How::Opened,
            Outcome::AddedToCase => How::Added,
            _ if opened >= began => How::Opened,
            _ if is_live => How::Chaser,
            _ => How::About,
        }
    }
}

/// One thing that was asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// The service; empty for anything else.
    pub service: String,
    /// What was asked, in the officer's words.
    pub words: String,
    /// What came of it; nothing until that is said.
    pub outcome: Option<Outcome>,
    /// Why they were turned away.
    pub reason: String,
    /// The reference of a case, as it was typed.
    pub reference: String,
    /// The officer said that it is nothing they asked before.
    pub fresh: bool,
    /// The case it was about, found when the contact was finished.
    pub case: Option<Id>,
}

impl Question {
    /// Nothing is said of it yet.
    pub fn is_blank(&self) -> bool {
        self.service.is_empty() && self.words.is_empty() && self.reference.is_empty() && self.reason.is_empty()
    }
}

/// Somebody got in touch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Its id.
    pub id: Id,
    /// Whose contact it is.
    pub staff: Id,
    /// How they got in touch.
    pub channel: Channel,
    /// When it began.
    pub began: Micros,
    /// When it was finished; nothing while it is open.
    pub ended: Option<Micros>,
    /// Who it is, where that is known.
    pub resident: Option<Id>,
    /// What they are called: as the record says, or as they said; empty where nobody did.
    pub name: String,
    /// The number or address they can be reached at, as they said.
    pub number: String,
    /// Who speaks: empty, `self`, `other`, or the id of an authority on record.
    pub behalf: String,
    /// The language it was in.
    pub lang: Lang,
    /// How much help they had.
    pub help: Help,
    /// What else is worth knowing.
    pub note: String,
    /// What it cost in pence, where that is known.
    pub pence: Option<i64>,
    /// What is personal in it is gone.
    pub erased: bool,
}

impl Contact {
    /// True while it goes on.
    pub fn is_open(&self) -> bool {
        self.ended.is_none()
    }
}

/// What is still to be said before a contact can be finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// What was it about?
    About,
    /// What came of it?
    Outcome,
    /// Why were they turned away?
    Reason,
    /// Which case?
    Reference,
    /// Which request is somebody rung back about? By that they stand among those who are to be rung.
    Ring,
}

impl Wrong {
    /// The key of the words for it.
    pub fn words_key(self) -> &'static str {
        match self {
            Wrong::About => "contact-words-empty",
            Wrong::Outcome => "contact-choose",
            Wrong::Reason => "contact-reason-empty",
            Wrong::Reference => "contact-reference-empty",
            Wrong::Ring => "contact-ring-empty",
        }
    }
}

/// What is still to be said of these questions, each with its place.
pub fn faults(questions: &[Question]) -> Vec<(usize, Wrong)> {
    let of = |(place, question): (usize, &Question)| {
        let wrong = match question.outcome {
            None => Some(Wrong::Outcome),
            Some(Outcome::TurnedAway) if question.reason.is_empty() => Some(Wrong::Reason),
            Some(Outcome::CaseOpened | Outcome::AddedToCase) if question.reference.is_empty() => Some(Wrong::Reference),
            Some(Outcome::CallBack) if question.reference.is_empty() => Some(Wrong::Ring),
            Some(outcome) if question.is_blank() && !outcome.may_be_about_nothing() => Some(Wrong::About),
            Some(_) => None,
        };
        wrong.map(|wrong| (place, wrong))
    };
    questions.iter().enumerate().filter_map(of).collect()
}

/// What each of several questions bears of the cost of their contact: alike, and nothing is lost.
pub(crate) fn shares(pence: Option<i64>, questions: usize) -> Vec<Option<i64>> {
    let many = i64::try_from(questions.max(1)).unwrap_or(i64::MAX);
    let share = |place: i64| pence.map(|pence| pence / many + i64::from(place < pence % many));
    (0..many).map(share).collect()
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
