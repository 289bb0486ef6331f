//! Whether a service can be done for somebody as things stand: by what whoever asks may ask for, and by how sure it is who they are.

use residents::authorities::Outside;
use residents::checks::{Assurance, Fits};
use residents::desk::Standing;
use services::Definition;

/// How a service stands to an opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    /// It can be done.
    Enough,
    /// It can be sent, and waits for somebody to see who they are.
    GoesUp(Assurance),
    /// It cannot be done before more is known of who asks.
    TooLittle(Assurance),
    /// Whoever asks may not ask for it.
    Outside(Outside),
}

impl Stand {
    pub(super) fn of(standing: &Standing, definition: &Definition) -> Stand {
        if let Err(why) = standing.covers(&definition.id, definition.matter) {
            return Stand::Outside(why);
        }
        match standing.reached.fits(definition.assurance) {
            Fits::Enough => Stand::Enough,
            Fits::GoesUp => Stand::GoesUp(definition.assurance),
            Fits::TooLittle => Stand::TooLittle(definition.assurance),
        }
    }

    /// True where it can be begun.
    pub(super) fn may_begin(self) -> bool {
        matches!(self, Stand::Enough | Stand::GoesUp(_))
    }

    /// The words that say so; nothing where there is nothing to say.
    pub(super) fn key(self) -> Option<String> {
        match self {
            Stand::Enough => None,
            Stand::GoesUp(needed) => Some(format!("forms-for-goes-up-{}", needed.code())),
            Stand::TooLittle(_) => Some("forms-for-too-little".to_owned()),
            Stand::Outside(why) => Some(format!("forms-for-outside-{}", why.code())),
        }
    }
}
