//! The journal: every change appends one fact, in the transaction of the change itself.
//!
//! A fact says when, who (on behalf of whom, with which help), what, and about which subjects. `data` holds ids and codes
//! only; what a person wrote goes into `body`, which is sealed by SHA-256(salt ‖ body) so that it can be erased later
//! without breaking the journal. Readers follow `seq` ([`after`], [`Listener`]); timelines follow subjects ([`timeline`]).
//!
//! ```no_run
//! # use kit::{App, Id, Result, db::Tx, facts::{self, Fact}, who::Who};
//! # use serde_json::json;
//! # async fn open(mut tx: Tx, app: App, who: Who, (case, resident): (Id, Id), answer: String) -> Result<()> {
//! # let service = "missed-bin";
//! facts::record(&mut tx, &app, Fact::new("case.opened", &who).about("case", case).about("resident", resident)
//!     .data(json!({ "service": service })).body(answer)).await?;
//! # Ok(()) }
//! ```

mod digest;
mod erase;
mod follow;
mod keeper;
mod key;
mod listed;
mod number;
mod read;
mod record;
pub mod seals;
mod verify;

pub use erase::{erase, erase_but};
pub use follow::{Handler, Listener, cursor, follow_once};
pub use keeper::Keeper;
pub use key::{SealKey, Signer};
pub use read::{Body, Recorded, after, latest, timeline};
pub use record::record;
pub use verify::{Fault, Published, Report, verify};

use crate::bell::Bell;
use crate::clock::Micros;
use crate::error::{Error, Result};
use crate::id::Id;
use crate::who::Who;
use std::fmt;
use std::str::FromStr;

/// Rings when a fact is recorded in this process.
static RECORDED: Bell = Bell::new();

/// How much help somebody had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Help {
    /// They did it themselves.
    #[default]
    Alone,
    /// They did it together with a member of staff.
    WithMe,
    /// A member of staff did it for them.
    ForMe,
}

impl Help {
    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            Help::Alone => "alone",
            Help::WithMe => "with-me",
            Help::ForMe => "for-me",
        }
    }

    /// The help of a code.
    pub fn of(code: &str) -> Option<Help> {
        [Help::Alone, Help::WithMe, Help::ForMe].into_iter().find(|help| help.code() == code)
    }
}

/// What a fact is about: a noun and the id of one of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Subject {
    /// The noun: "case", "resident", "draft", "team" (small letters, digits and hyphens).
    pub kind: String,
    /// Which one.
    pub id: Id,
}

impl Subject {
    /// The one of this noun with this id.
    pub fn new(kind: &str, id: Id) -> Subject {
        Subject { kind: kind.to_owned(), id }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind, self.id)
    }
}

impl FromStr for Subject {
    type Err = Error;
    fn from_str(text: &str) -> Result<Subject> {
        let (kind, id) = text.split_once(':').ok_or(Error::NotFound)?;
        Ok(Subject { kind: kind.to_owned(), id: id.parse()? })
    }
}

/// Subjects as one column stores them: `case:0190…,resident:0191…`.
pub(crate) fn subjects_to_text(subjects: &[Subject]) -> String {
    subjects.iter().map(Subject::to_string).collect::<Vec<_>>().join(",")
}

/// Reads what [`subjects_to_text`] wrote.
pub(crate) fn subjects_of_text(text: &str) -> Result<Vec<Subject>> {
    text.split(',').filter(|part| !part.is_empty()).map(str::parse).collect()
}

/// A fact about to be recorded.
#[derive(Debug, Clone)]
pub struct Fact {
    kind: &'static str,
    who_kind: &'static str,
    who: Id,
    on_behalf: Id,
    help: Help,
    about: Vec<Subject>,
    data: serde_json::Value,
    body: Option<String>,
    at: Option<Micros>,
}

impl Fact {
    /// What happened ("case.opened": the noun, a dot, what was done) and who did it.
    pub fn new(kind: &'static str, who: &Who) -> Fact {
        Fact {
            kind,
            who_kind: who.kind(),
            who: who.id(),
            on_behalf: Id::NONE,
            help: Help::Alone,
            about: Vec::new(),
            data: serde_json::Value::Object(serde_json::Map::new()),
            body: None,
            at: None,
        }
    }

    /// Adds a subject: the fact appears on its timeline.
    pub fn about(mut self, kind: &str, id: Id) -> Fact {
        let subject = Subject::new(kind, id);
        if !self.about.contains(&subject) {
            self.about.push(subject);
        }
        self
    }

    /// Done on behalf of this resident.
    pub fn on_behalf(mut self, resident: Id) -> Fact {
        self.on_behalf = resident;
        self
    }

    /// Done with this help.
    pub fn help(mut self, help: Help) -> Fact {
        self.help = help;
        self
    }

    /// Ids and codes, never personal text: this part is never erased. An object of `serde_json::json!`.
    pub fn data(mut self, data: serde_json::Value) -> Fact {
        self.data = data;
        self
    }

    /// What a person wrote; can be erased later.
    pub fn body(mut self, body: impl Into<String>) -> Fact {
        self.body = Some(body.into());
        self
    }

    /// When it happened, if not now: for imports and the history of a demo.
    pub fn at(mut self, at: Micros) -> Fact {
        self.at = Some(at);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_read_back_from_their_column() {
        let subjects = [Subject::new("case", Id([7; 16])), Subject::new("resident", Id([9; 16]))];
        assert_eq!(subjects_of_text(&subjects_to_text(&subjects)).unwrap(), subjects);
        assert_eq!(subjects_of_text("").unwrap(), []);
        assert!(subjects_of_text("case").is_err());
    }

    #[test]
    fn every_help_reads_back() {
        for help in [Help::Alone, Help::WithMe, Help::ForMe] {
            assert_eq!(Help::of(help.code()), Some(help));
        }
        assert_eq!(Help::of("other"), None);
    }

    #[test]
    fn a_subject_named_twice_counts_once() {
        let fact = Fact::new("case.opened", &Who::system()).about("case", Id([1; 16])).about("case", Id([1; 16]));
        assert_eq!(fact.about.len(), 1);
    }
}
