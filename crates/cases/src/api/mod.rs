//! Cases as programs read and change them: the same functions behind the same rules as the pages, answered as data.

pub mod desk;
pub mod on_the_spot;
pub mod own;
mod top;

use crate::timeline::{self, Entry};
use kit::clock::Micros;
use serde::Serialize;

/// Something that happened to a case, in words.
#[derive(Debug, Serialize)]
pub struct Happened {
    /// When.
    pub at: String,
    /// What.
    pub title: String,
    /// Who did it.
    pub by: String,
    /// What was written, where the reader may see it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl Happened {
    fn all(entries: Vec<Entry>) -> Vec<Happened> {
        let one = |entry: Entry| Happened { at: entry.at, title: entry.title, by: entry.by, text: entry.body };
        entries.into_iter().map(one).collect()
    }
}

/// A question and what was answered, in words.
#[derive(Debug, Serialize)]
pub struct Answered {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
}

/// A message of a case.
#[derive(Debug, Serialize)]
pub struct Written {
    /// "council" or "reporter"; staff's programs read also what neither wrote: "other-address" and "other-person".
    pub from: &'static str,
    /// When.
    pub at: String,
    /// What it says.
    pub text: String,
    /// Who else wrote it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sender: String,
}

/// A moment as programs read it: "2026-11-21T12:00:00Z".
pub fn moment(at: Micros) -> String {
    timeline::machine_time(at)
}

/// What came of a change.
#[derive(Debug)]
pub enum Change {
    /// It is done: the reference, the revision, the status, and the mark of the case as it stands now.
    Done(Done),
    /// What is wrong, by field.
    Wrong(Vec<(String, String)>),
    /// Somebody else changed it meanwhile.
    Changed,
    /// What it will do has to be seen before it is done.
    Ahead(Ahead),
}

/// What a change will do.
#[derive(Debug, Serialize)]
pub struct Ahead {
    /// What is sent again once this was seen.
    pub seen: String,
    /// It in a few words.
    pub title: String,
    /// It in a sentence or two.
    pub words: String,
    /// Why, point by point.
    pub points: Vec<String>,
}

/// A case after a change.
#[derive(Debug, Serialize)]
pub struct Done {
    /// Its reference.
    pub reference: String,
    /// How often it was changed.
    pub revision: i64,
    /// Where it has got to.
    pub status: &'static str,
    /// What it is told by that nobody changed it meanwhile.
    #[serde(skip)]
    pub mark: Option<String>,
}
