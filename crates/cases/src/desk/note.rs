//! A note on a case: for staff only, never shown to residents.

use crate::access::Action;
use crate::desk::act::{Act, Stage};
use crate::desk::fields;
use crate::facts::{self, Data};
use kit::db::Tx;
use kit::form::Form;
use kit::ui::Markup;
use kit::who::Who;
use kit::{App, Id, Result};

/// A note.
pub(crate) struct Note(String);

impl Act for Note {
    const ACTION: Action = Action::Note;
    const CODE: &'static str = "note";
    const REPLACES: bool = false;
    const TITLE: &'static str = "cases-note-title";

    fn fields<'a>(stage: &'a Stage, form: &'a Form) -> Markup<'a> {
        fields::long(&stage.frame, form, "text", "cases-note-label")
    }

    fn read(stage: &Stage, form: &mut Form) -> Option<Note> {
        fields::read_long(&stage.frame, form, "text", "cases-note-empty").map(Note)
    }

    async fn apply(self, tx: &mut Tx, app: &App, who: &Who, stage: &Stage, _: Id) -> Result<()> {
        // Not about the resident's account: a note is nothing they or their timeline may show.
        let data = Data { revision: stage.case.revision, ..Data::default() };
        let fact = facts::between("case.noted", who, &stage.case, None).data(data.json()).body(self.0);
        facts::record(tx, app, fact).await.map(drop)
    }
}
