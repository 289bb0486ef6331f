//! Staff open an ended case again, at any time, with a reason and the service's usual promise.

use crate::access::Action;
use crate::desk::act::{Act, Stage};
use crate::desk::fields;
use crate::facts::{self, Data};
use crate::tell::{self, Letter};
use crate::{dates, leavers, store};
use kit::db::Tx;
use kit::form::Form;
use kit::ui::Markup;
use kit::who::Who;
use kit::{App, Id, Lang, Result};

/// Why it is opened again.
pub(crate) struct Reopen(String);

impl Act for Reopen {
    const ACTION: Action = Action::Reopen;
    const CODE: &'static str = "reopen";
    const REPLACES: bool = true;
    const TITLE: &'static str = "cases-reopen-title";

    fn fields<'a>(stage: &'a Stage, form: &'a Form) -> Markup<'a> {
        fields::long(&stage.frame, form, "reason", "cases-desk-reopen-reason")
    }

    fn read(stage: &Stage, form: &mut Form) -> Option<Reopen> {
        fields::read_long(&stage.frame, form, "reason", "cases-desk-reopen-empty").map(Reopen)
    }

    async fn apply(self, tx: &mut Tx, app: &App, who: &Who, stage: &Stage, _: Id) -> Result<()> {
        let mut case = stage.case.clone();
        let answers = store::cases::answers(tx, case.id).await?;
        let look = dates::in_working_days(app, stage.now, dates::FIRST_LOOK)?;
        case.reopen(None, stage.book.promise_again(app, &answers, stage.now)?, look, stage.now)?;
        case.owner = leavers::owner_now(tx, case.owner).await?;
        store::cases::save(tx, &mut case).await?;
        let data = Data { due: case.promise.due, ..facts::change(&stage.case, &case) };
        let fact = facts::about("case.reopened", who, &case).data(data.json()).body(self.0.clone());
        let said = facts::record(tx, app, fact).await?;
        let values = |lang: Lang| vec![("due", dates::words(app, case.promise.due, lang))];
        let reason = Some((said, self.0.as_str()));
        tell::everybody(tx, app, &case, Letter { key: "cases-told-reopened-why", values: &values, reason }).await
    }
}
