//! What no service has to itself: the teams that definitions name, and the headings of the list.

use crate::folder::Folder;
use crate::mistake::Mistake;
use crate::model::{Category, Team};
use crate::source::Files;
use kit::{Error, Result};

/// What it is called where publishing says what is new.
pub(crate) const NAME: &str = "teams-and-headings";

/// Teams and headings as they were published.
#[derive(Debug, Default)]
pub(crate) struct Shared {
    pub categories: Vec<Category>,
    pub teams: Vec<Team>,
}

impl Shared {
    /// Reads them from their files. What was published could be read then: a mistake now is a fault.
    pub fn of(files: Files) -> Result<Shared> {
        let folder = Folder::from_texts(files);
        let fault = |mistakes: Vec<Mistake>| {
            let first = mistakes.first().map_or_else(String::new, Mistake::to_string);
            Error::internal(format!("the published teams and headings can no longer be read: {first}"))
        };
        Ok(Shared { categories: folder.categories().map_err(fault)?, teams: folder.teams().map_err(fault)? })
    }
}
