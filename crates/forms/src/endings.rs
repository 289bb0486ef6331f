//! Endings: what a submission becomes besides a case (a permit, a complaint, a booking). A definition names one; the
//! function comes from the one closed table the wiring passes in, and runs in the transaction of the submission.

use kit::app::Boxed;
use kit::db::Tx;
use kit::who::Who;
use kit::{App, Error, Result};
use services::{Answers, Definition};

/// A submission whose case has just been opened.
pub struct Submitted<'a> {
    /// Who sent it.
    pub who: &'a Who,
    /// The service, in the draft's version.
    pub definition: &'a Definition,
    /// The answers to the questions that were asked.
    pub answers: &'a Answers,
    /// The case it became.
    pub opened: &'a cases::Opened,
}

/// Does what an ending stands for, in the submission's own transaction: an error undoes all of it.
pub type Ending = for<'a> fn(&'a mut Tx, &'a App, Submitted<'a>) -> Boxed<'a, Result<()>>;

/// The closed table of endings, by the name definitions use. A part of the [`App`].
#[derive(Clone, Default)]
pub struct Endings(Vec<(&'static str, Ending)>);

impl Endings {
    /// The table of these.
    pub fn new(all: impl IntoIterator<Item = (&'static str, Ending)>) -> Endings {
        Endings(all.into_iter().collect())
    }

    /// The names of all endings, for the check of definitions.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|(name, _)| *name)
    }

    /// The ending of this name. A definition with an unknown one must not swallow what was asked for.
    pub fn named(&self, name: &str) -> Result<Ending> {
        let found = self.0.iter().find(|(each, _)| *each == name).map(|(_, ending)| *ending);
        found.ok_or_else(|| Error::internal(format!("there is no ending {name}")))
    }
}

/// Runs the ending a definition names, if it names one.
pub(crate) async fn run(tx: &mut Tx, app: &App, submitted: Submitted<'_>) -> Result<()> {
    match submitted.definition.ending.as_deref() {
        None => Ok(()),
        Some(name) => app.part::<Endings>()?.named(name)?(tx, app, submitted).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nothing<'a>(_: &'a mut Tx, _: &'a App, _: Submitted<'a>) -> Boxed<'a, Result<()>> {
        Box::pin(async { Ok(()) })
    }

    #[test]
    fn an_ending_is_found_by_its_name_and_no_other() {
        let endings = Endings::new([("permit", nothing as Ending)]);
        assert!(endings.named("permit").is_ok());
        assert!(endings.named("booking").is_err());
        assert_eq!(endings.names().collect::<Vec<_>>(), ["permit"]);
        assert!(Endings::default().named("permit").is_err());
    }
}
