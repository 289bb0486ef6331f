//! What a service is, once its files have been read and understood.

use crate::open::{Open, OpenAt};
use crate::table::Table;
use crate::{delegated::Delegation, elsewhere::Elsewhere, expr::Expr, handover::Handover, mistake::At};
use calendar::Within;
use jiff::civil::Date;
use kit::words::Words;
use residents::authorities::Matter;
use residents::checks::Assurance;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One service: what it is called, what it asks, what it decides, what it promises.
#[derive(Clone, Debug)]
pub struct Definition {
    /// Identifier, also the folder and the part of the address: `street-problem`.
    pub id: String,
    /// The published version, from 1; 0 before it is published.
    pub version: i64,
    /// Identifiers in the local government services list.
    pub lgsl: Vec<i64>,
    /// The heading it stands under.
    pub category: String,
    /// Whether it can be used online.
    pub state: State,
    /// Whom it is open to, if it is online.
    pub open: Open,
    /// Whether it is in the list and the search.
    pub listed: bool,
    /// Its place among what people often need, on the start page: lowest first; `None` when it is not there.
    pub often: Option<i64>,
    /// The team that owns its cases unless a table or an administrator says otherwise.
    pub team: String,
    /// The post that answers for this definition.
    pub owner: String,
    /// Pence.
    pub fee: i64,
    /// How sure we must be who is asking.
    pub assurance: Assurance,
    /// What it is about, as far as the law asks who may act in it for somebody else; nothing where it does not say.
    pub matter: Option<Matter>,
    /// Whether a way to reach the person is asked for.
    pub contact: Contact,
    /// The ways to be reached that are offered; empty for all.
    pub contact_ways: Vec<String>,
    /// What a submission becomes besides a case.
    pub ending: Option<String>,
    /// Dangers whose numbers stand on the start page.
    pub danger: Vec<String>,
    /// Questions whose answers name the case.
    pub title_from: Vec<String>,
    /// Months a closed case is kept.
    pub retention_months: u32,
    /// A closed case is erased before that time if its resident asks: no law or task of the council needs it.
    pub erased_on_request: bool,
    /// Whether the resident may withdraw it.
    pub may_withdraw: bool,
    /// Reopening and appeal.
    pub reopen: Reopen,
    /// By when, unless a table says otherwise, and the word key of the reason.
    pub promise: Option<Term>,
    /// How it can end.
    pub outcomes: Vec<Outcome>,
    /// When two submissions are about the same thing.
    pub duplicates: Option<Duplicates>,
    /// What other systems may do with it; nothing when it does not say.
    pub elsewhere: Option<Elsewhere>,
    /// What people type to find it, by language.
    pub synonyms: BTreeMap<String, Vec<String>>,
    /// Parts of the task list; empty when there is none.
    pub sections: Vec<String>,
    /// Pages in order.
    pub pages: Vec<Page>,
    /// The words, by language.
    pub words: Arc<Words>,
    pub(crate) questions: Vec<Question>,
    pub(crate) computes: Vec<Compute>,
    pub(crate) tables: Vec<Table>,
    pub(crate) delegations: Vec<Delegation>,
    pub(crate) handovers: Vec<Handover>,
    pub(crate) places: Places,
}

/// Where the parts without a place of their own stand, for messages.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    pub category: At,
    pub team: At,
    pub danger: At,
    pub synonyms: At,
    pub withdraw: At,
    pub reopen: At,
    pub state: At,
    pub ending: At,
    pub open: OpenAt,
    pub sections: Vec<At>,
    pub promise: At,
}

/// Whether a service can be used online.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Start to finish.
    Online,
    /// Not yet; promised by this day.
    Promised(Date),
    /// Not planned.
    NotPlanned,
}

/// Whether a way to reach the person is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contact {
    /// Not asked (the service asks in its own questions, or has no need).
    None,
    /// Asked, may be left out.
    Optional,
    /// Needed: email, any phone, or post.
    Required,
}

/// Reopening and appeal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reopen {
    /// Days after closing; 0 is never.
    pub days: u32,
    /// Whether a way to appeal is printed with decisions (`appeal` in the words).
    pub appeal: bool,
}

/// A time allowed, with the word key of its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// How long.
    pub within: Within,
    /// Word key.
    pub reason: String,
}

/// One way a case can end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Identifier; its name is `outcome-<id>` in the words.
    pub id: String,
    /// Whether people got what they asked for.
    pub done: bool,
    pub(crate) at: At,
}

/// When two submissions are about the same thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicates {
    /// The question that says where.
    pub place: String,
    /// Questions that must be answered the same.
    pub same: Vec<String>,
    /// At most this far apart.
    pub metres: u32,
    /// At most this many days apart.
    pub days: u32,
}

impl Duplicates {
    /// The widest distance at which one is still surely found, in metres.
    pub const WIDEST: u32 = 200;
    /// The longest time apart, in days.
    pub const LONGEST: u32 = 365;
}

/// One page of questions.
#[derive(Clone, Debug)]
pub struct Page {
    /// Identifier, part of the address.
    pub id: String,
    /// The part of the task list it belongs to.
    pub section: Option<String>,
    /// Its questions' identifiers, in order.
    pub questions: Vec<String>,
    /// The same by their place in the definition.
    pub(crate) asks: Vec<usize>,
    pub(crate) show: Option<Condition>,
    pub(crate) at: At,
}

/// A condition, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Condition {
    pub expr: Expr,
    pub at: At,
}

/// A value worked out from the answers.
#[derive(Clone, Debug)]
pub(crate) struct Compute {
    pub expr: Expr,
}

/// One question.
#[derive(Clone, Debug)]
pub struct Question {
    /// Identifier, also the field's name in the form.
    pub id: String,
    /// What can be answered.
    pub kind: Kind,
    /// Whether it must be answered.
    pub required: bool,
    /// Kept out of logs and titles.
    pub sensitive: bool,
    /// What a browser may fill in (the HTML attribute).
    pub autocomplete: Option<String>,
    pub(crate) page: usize,
    pub(crate) show: Option<Condition>,
    pub(crate) at: At,
}

/// What can be answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// One line.
    Text {
        /// Characters.
        max_length: usize,
        /// Allowed shapes; empty allows all.
        pattern: Vec<String>,
    },
    /// Many lines.
    LongText {
        /// Characters.
        max_length: usize,
    },
    /// One of the options.
    Choice {
        /// Identifiers of the options.
        options: Vec<String>,
    },
    /// Any of the options.
    Choices {
        /// Identifiers of the options.
        options: Vec<String>,
        /// The option that excludes the others.
        exclusive: Option<String>,
    },
    /// Yes or no.
    YesNo,
    /// A day.
    Date {
        /// Not before.
        min: Option<DateLimit>,
        /// Not after.
        max: Option<DateLimit>,
    },
    /// A whole number.
    Number {
        /// Not below.
        min: Option<i64>,
        /// Not above.
        max: Option<i64>,
    },
    /// Pence.
    Money {
        /// Not below.
        min: Option<i64>,
        /// Not above.
        max: Option<i64>,
    },
    /// An email address.
    Email,
    /// A telephone number.
    Phone,
    /// A person's whole name.
    PersonName,
    /// A postal address.
    Address,
    /// A postcode.
    Postcode,
    /// The registration mark of a vehicle.
    Plate,
    /// Somewhere in the street.
    Place,
    /// Photographs or documents.
    File(crate::attached::Attachments),
}

/// The first or last day a date may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateLimit {
    /// This very day.
    Day(Date),
    /// So many of a unit after today; negative is before.
    FromToday(i64, Unit),
}

/// A unit of [`DateLimit::FromToday`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Days.
    Days,
    /// Calendar months.
    Months,
    /// Calendar years.
    Years,
}

/// The order of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// After the rest.
    Low,
    /// As usual.
    Normal,
    /// Before the rest.
    High,
    /// At once.
    Urgent,
}

impl Priority {
    /// The code, as stored with a case.
    pub fn code(self) -> &'static str {
        match self {
            Priority::Low => "low",
            Priority::Normal => "normal",
            Priority::High => "high",
            Priority::Urgent => "urgent",
        }
    }
}

/// A team a council starts with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// Identifier.
    pub id: String,
    /// Name by language.
    pub name: BTreeMap<String, String>,
}

/// A heading of the service list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Identifier.
    pub id: String,
    /// Name by language.
    pub name: BTreeMap<String, String>,
}

impl Definition {
    /// A question by its identifier.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// A page by its identifier.
    pub fn page(&self, id: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.id == id)
    }

    /// Every question, in the order of the file.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// An outcome by its identifier.
    pub fn outcome(&self, id: &str) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.id == id)
    }
}

impl Question {
    /// The options, for those that have them.
    pub fn options(&self) -> &[String] {
        match &self.kind {
            Kind::Choice { options } | Kind::Choices { options, .. } => options,
            _ => &[],
        }
    }
}
