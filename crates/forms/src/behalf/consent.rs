//! That somebody wanted a form filled in for them.

use kit::Id;
use kit::clock::Micros;

/// How they said so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// On this call.
    Call,
    /// Here, with the officer.
    Here,
    /// In a letter or an email.
    Writing,
}

impl How {
    /// Every way, in the order it is offered.
    pub const ALL: [How; 3] = [How::Call, How::Here, How::Writing];

    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            How::Call => "call",
            How::Here => "here",
            How::Writing => "writing",
        }
    }

    /// The way of a code.
    pub fn of(code: &str) -> Option<How> {
        How::ALL.into_iter().find(|how| how.code() == code)
    }

    /// How a case says that it came, where the contact is not known.
    pub fn channel(self) -> &'static str {
        match self {
            How::Call => "phone",
            How::Here => "counter",
            How::Writing => "writing",
        }
    }

    /// Nobody has to be asking: it was written before.
    pub fn is_written(self) -> bool {
        self == How::Writing
    }
}

/// What was said, by whom, to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// The form.
    pub draft: Id,
    /// Whose it is.
    pub resident: Id,
    /// The officer who asked.
    pub staff: Id,
    /// The service.
    pub service: String,
    /// How they said so.
    pub how: How,
    /// Who spoke: `self`, the id of an authority on record, or nothing.
    pub spoke: String,
    /// The words that were read to them.
    pub words: String,
    /// The contact it was said in.
    pub contact: Option<Id>,
    /// When.
    pub at: Micros,
}
