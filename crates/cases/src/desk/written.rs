//! A message as staff read it on the case's page: by which way it came, from whom, and with what.

use crate::attached::{self, Shown};
use crate::dates;
use crate::marks::{Kind, Mark};
use crate::store::messages::Message;
use crate::timeline::machine_time;
use kit::files::File;
use kit::page::Frame;
use kit::{App, Id};

/// A message as staff read it.
pub(crate) struct Written {
    pub id: Id,
    /// What it is besides: the words, and where that is dealt with.
    pub marks: Vec<(String, String)>,
    pub ours: bool,
    pub who: String,
    pub at: String,
    pub when: String,
    pub text: String,
    pub unread: bool,
    pub danger: bool,
    /// By which way it came, where that was not a page.
    pub channel: Option<&'static str>,
    /// Who else wrote it, and the words of how that is known; empty where it is its reporter's.
    pub sender: String,
    pub other: [&'static str; 2],
    pub files: Vec<Shown>,
    /// Names of files that were not kept, each with the reason.
    pub refused: Vec<(String, String)>,
}

/// The message, from or to somebody of this name; `path` is the case's page.
pub(crate) fn written(frame: &Frame, path: &str, message: &Message, who: String, kept: &[File]) -> Written {
    let came = &message.came;
    Written {
        id: message.id,
        marks: Vec::new(),
        ours: message.ours,
        who,
        at: machine_time(message.at),
        when: frame.lang.date_time(message.at),
        text: message.text.clone(),
        unread: message.read_at == 0,
        danger: message.danger,
        channel: match came.channel.as_str() {
            "email" => Some("cases-desk-by-email"),
            "post" => Some("cases-desk-by-post"),
            "text" => Some("cases-desk-by-text"),
            _ => None,
        },
        sender: came.sender.clone(),
        other: match came.channel.as_str() {
            "post" => ["cases-desk-other-hand", "cases-desk-other-hand-hint"],
            _ => ["cases-desk-other-address", "cases-desk-other-address-hint"],
        },
        files: came.files.iter().map(|file| attached::shown(frame.lang, path, file, kept)).collect(),
        refused: came.refused.iter().map(|one| (one.name.clone(), frame.with(&one.why, "name", &one.name))).collect(),
    }
}

/// The words of a mark that stands.
pub(crate) fn mark_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Information => "cases-desk-mark-information",
        Kind::Access => "cases-desk-mark-access",
        Kind::Complaint => "cases-desk-mark-complaint",
        Kind::Claim => "cases-desk-mark-claim",
        Kind::Safeguarding => "cases-desk-mark-safeguarding",
    }
}

/// The marks that stand on this message, in words, with where each is dealt with.
pub(crate) fn marked(app: &App, frame: &Frame, message: Id, marks: &[Mark]) -> Vec<(String, String)> {
    let standing = marks.iter().filter(|mark| mark.message == message && mark.ended_at == 0);
    let words = |mark: &Mark| {
        let due = dates::short(app, mark.due, frame.lang);
        let words = frame.with2("cases-desk-marked", ("kind", frame.t(mark_key(mark.kind))), ("due", due));
        (words, format!("/desk/marked/{}", mark.id))
    };
    standing.map(words).collect()
}
