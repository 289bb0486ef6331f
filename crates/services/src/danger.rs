//! The number and the duty team, shown before any form or service.

use kit::app::Council;
use kit::page::Frame;
use search::Kind;

/// What to say about one danger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Note {
    /// Whom to tell.
    pub words: String,
    /// "Call 01632 960100".
    pub call: String,
    /// The number for the link.
    pub tel: String,
    /// The number when the council is closed; 999 is always there.
    pub out_of_hours: Option<String>,
}

/// What to say about dangers, by identifier.
pub(crate) fn notes<'a>(frame: &Frame, kinds: impl IntoIterator<Item = &'a str>) -> Vec<Note> {
    let known = kinds.into_iter().filter_map(|kind| kind.parse().ok());
    known.map(|kind| note(frame, frame.council(), kind)).collect()
}

fn note(frame: &Frame, council: &Council, kind: Kind) -> Note {
    let key = match kind {
        Kind::Emergency => "services-danger-emergency",
        Kind::ChildAtRisk => "services-danger-child-at-risk",
        Kind::AdultAtRisk => "services-danger-adult-at-risk",
        Kind::HomelessTonight => "services-danger-homeless-tonight",
    };
    let number = if kind == Kind::Emergency { "999" } else { council.phone.as_str() };
    let closed = || frame.with("services-danger-out-of-hours", "number", &council.out_of_hours);
    Note {
        words: frame.t(key).to_owned(),
        call: frame.with("services-danger-call", "number", number),
        tel: number.replace(' ', ""),
        out_of_hours: (kind != Kind::Emergency).then(closed),
    }
}
