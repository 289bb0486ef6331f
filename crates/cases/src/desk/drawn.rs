//! What a page of an action was drawn with, so that what others did since is seen before anything is overwritten.

use kit::Id;
use std::fmt;
use std::str::FromStr;

/// What a page was drawn with: the case's revision and the newest fact about it, as "3.0198…".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Drawn {
    pub revision: i64,
    pub newest: Id,
}

impl Drawn {
    /// For what only adds: whatever others did meanwhile.
    pub(crate) fn anything() -> Drawn {
        Drawn { revision: 0, newest: Id([0xff; 16]) }
    }
}

impl fmt::Display for Drawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.revision, self.newest)
    }
}

impl FromStr for Drawn {
    type Err = ();

    /// A revision alone, as the case page has it for notes, says nothing of facts.
    fn from_str(text: &str) -> Result<Drawn, ()> {
        let (revision, newest) = text.split_once('.').unwrap_or((text, "ffffffffffffffffffffffffffffffff"));
        Ok(Drawn { revision: revision.parse().map_err(drop)?, newest: newest.parse().map_err(drop)? })
    }
}
