//! The number and the duty team, shown before any form or service.

use crate::numbers::linked;
use kit::app::{Council, Duty};
use kit::page::Frame;
use kit::ui::Markup;
use search::Kind;

/// What to say about one danger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Whom to tell.
    pub words: String,
    /// "Call 01632 960100".
    pub call: String,
    /// The number for the link.
    pub tel: String,
    /// The number when the council is closed; 999 is always there.
    pub out_of_hours: Option<String>,
}

impl Note {
    /// Whom to tell, with the numbers as links.
    pub fn said(&self) -> Markup<'static> {
        linked(&self.words)
    }

    /// The number when the council is closed, as a link.
    pub fn closed(&self) -> Option<Markup<'static>> {
        self.out_of_hours.as_deref().map(linked)
    }
}

/// What to say about dangers, by identifier.
pub fn notes<'a>(frame: &Frame, kinds: impl IntoIterator<Item = &'a str>) -> Vec<Note> {
    let known = kinds.into_iter().filter_map(|kind| kind.parse().ok());
    known.map(|kind| note(frame, kind)).collect()
}

/// The team on duty for a danger, where it has a number of its own.
fn duty(council: &Council, kind: Kind) -> Option<&Duty> {
    match kind {
        Kind::Emergency => None,
        Kind::ChildAtRisk => council.duty.child_at_risk.as_ref(),
        Kind::AdultAtRisk => council.duty.adult_at_risk.as_ref(),
        Kind::HomelessTonight => council.duty.homeless_tonight.as_ref(),
    }
}

/// What to say about a danger. 999 where life is at risk now, else the number of the team on duty, or the council's own
/// where the team has none; the number outside opening hours stands beside it.
pub fn note(frame: &Frame, kind: Kind) -> Note {
    let council = frame.council();
    let key = match kind {
        Kind::Emergency => "services-danger-emergency",
        Kind::ChildAtRisk => "services-danger-child-at-risk",
        Kind::AdultAtRisk => "services-danger-adult-at-risk",
        Kind::HomelessTonight => "services-danger-homeless-tonight",
    };
    let duty = duty(council, kind);
    let open = duty.map_or(council.phone.as_str(), |duty| &duty.phone);
    let number = if kind == Kind::Emergency { "999" } else { open };
    let closed = duty.map_or(&council.out_of_hours, |duty| &duty.out_of_hours);
    Note {
        words: frame.t(key).to_owned(),
        call: frame.with("services-danger-call", "number", number),
        tel: number.replace(' ', ""),
        out_of_hours: (kind != Kind::Emergency && closed != number)
            .then(|| frame.with("services-danger-out-of-hours", "number", closed)),
    }
}
