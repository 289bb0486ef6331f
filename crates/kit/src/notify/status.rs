//! What GOV.UK Notify calls what became of a message.

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Still on its way.
    UnderWay,
    /// It is there, or as far as anybody can follow it.
    Arrived,
    /// It never will be.
    Failed,
    /// Nobody can say any more: it is asked about no longer.
    NotKnown,
}

/// Our word for a message that they have forgotten before they said what became of it.
pub const NOT_KNOWN: &str = "not-known";

/// Our word for a letter that came back: they tell it by a call of its own shape, after their last word of the letter.
pub const RETURNED: &str = "returned-letter";

/// What this word of theirs means; a word nobody knows yet is no end.
pub fn fate(status: &str) -> Fate {
    match status {
        // A letter is followed as far as the printer; a text abroad as far as the border.
        "delivered" | "received" | "sent" => Fate::Arrived,
        "permanent-failure" | "temporary-failure" | "technical-failure" | "cancelled" | "validation-failed"
        | "virus-scan-failed" | RETURNED => Fate::Failed,
        NOT_KNOWN => Fate::NotKnown,
        _ => Fate::UnderWay,
    }
}
