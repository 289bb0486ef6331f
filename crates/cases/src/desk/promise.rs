//! A new promise with its reason; everybody who reported it is told.

use crate::access::Action;
use crate::dates;
use crate::desk::act::{Act, Stage};
use crate::desk::fields;
use crate::facts::{self, Data};
use crate::model;
use crate::store::{self, promises::Given};
use crate::tell::{self, Letter};
use kit::clock::Micros;
use kit::db::Tx;
use kit::form::Form;
use kit::ui::{InsetText, Markup};
use kit::who::Who;
use kit::{App, Id, Lang, Result};
use services::Catalogue;

/// The new day and why.
pub(crate) struct Promise {
    due: Micros,
    reason: String,
}

impl Act for Promise {
    const ACTION: Action = Action::Promise;
    const CODE: &'static str = "promise";
    const REPLACES: bool = true;
    const TITLE: &'static str = "cases-promise-title";

    fn fields<'a>(stage: &'a Stage, form: &'a Form) -> Markup<'a> {
        let frame = &stage.frame;
        let now = frame.with("cases-promise-now", "due", dates::words(&stage.app, stage.case.promise.due, frame.lang));
        Markup::join([
            Markup::from(InsetText::new(now)),
            fields::day(frame, form, "due", "cases-promise-label"),
            fields::long(frame, form, "reason", "cases-promise-reason"),
        ])
    }

    fn read(stage: &Stage, form: &mut Form) -> Option<Promise> {
        let calendar = stage.app.part::<Catalogue>().ok()?.calendar();
        let due = fields::read_day(&stage.frame, form, calendar, "due", stage.now);
        if due == Some(stage.case.promise.due) {
            form.refuse("due", stage.frame.t("cases-promise-same"));
        }
        let reason = fields::read_long(&stage.frame, form, "reason", "cases-promise-reason-empty");
        Some(Promise { due: due?, reason: reason? })
    }

    async fn apply(self, tx: &mut Tx, app: &App, who: &Who, stage: &Stage, _: Id) -> Result<()> {
        let mut case = stage.case.clone();
        let promise = model::Promise { due: self.due, reason: self.reason.clone() };
        let before = case.promise_anew(promise.clone(), stage.now)?;
        store::cases::save(tx, &mut case).await?;
        let given = Given { at: stage.now, due_before: before, promise, by: stage.me };
        store::promises::insert(tx, app.id(), case.id, &given).await?;
        let data = Data { due: self.due, before, ..facts::change(&stage.case, &case) };
        let fact = facts::about("case.promised", who, &case).data(data.json()).body(self.reason.clone());
        let said = facts::record(tx, app, fact).await?;
        let values =
            |lang: Lang| vec![("due", dates::words(app, self.due, lang)), ("before", dates::words(app, before, lang))];
        let key = if self.due < before { "cases-told-sooner" } else { "cases-told-promised" };
        let reason = Some((said, self.reason.as_str()));
        tell::everybody(tx, app, &case, Letter { key, values: &values, reason }).await
    }
}
