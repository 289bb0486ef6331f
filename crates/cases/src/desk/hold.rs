//! A legal hold on a case: neither its time nor a request erases it while the hold stands.

use crate::access::Action;
use crate::desk::act::{Act, Stage};
use crate::desk::fields;
use crate::facts::{self, Data};
use kit::clock::Micros;
use kit::db::Tx;
use kit::facts::Subject;
use kit::form::Form;
use kit::holds;
use kit::ui::{InsetText, Markup};
use kit::who::Who;
use kit::{App, Error, Id, Result};
use services::Catalogue;

/// The case is kept, for a reason, until somebody looks again.
pub(crate) struct Hold {
    reason: String,
    review: Micros,
}

impl Act for Hold {
    const ACTION: Action = Action::Hold;
    const CODE: &'static str = "hold";
    const REPLACES: bool = false;
    const TITLE: &'static str = "cases-hold-title";

    fn fields<'a>(stage: &'a Stage, form: &'a Form) -> Markup<'a> {
        let frame = &stage.frame;
        Markup::join([
            InsetText::new(frame.t("cases-hold-words")).into(),
            fields::long(frame, form, "reason", "cases-hold-reason"),
            fields::day(frame, form, "review", "cases-hold-review"),
        ])
    }

    fn read(stage: &Stage, form: &mut Form) -> Option<Hold> {
        let calendar = stage.app.part::<Catalogue>().ok()?.calendar();
        let reason = fields::read_long(&stage.frame, form, "reason", "cases-hold-reason-empty");
        let review = fields::read_day(&stage.frame, form, calendar, "review", stage.now);
        Some(Hold { reason: reason?, review: review? })
    }

    async fn apply(self, tx: &mut Tx, app: &App, who: &Who, stage: &Stage, key: Id) -> Result<()> {
        let on = Subject::new("case", stage.case.id);
        if !holds::set(tx, app, who, key, &on, (&self.reason, self.review)).await? {
            return Err(Error::Refused("cases-refused-held"));
        }
        let data = Data { revision: stage.case.revision, due: self.review, ..Data::default() };
        // Not about the resident's account: why a case is held may be nothing for them to know.
        let fact = facts::between("case.held", who, &stage.case, None).data(data.json()).body(self.reason);
        facts::record(tx, app, fact).await.map(drop)
    }
}

/// The hold is over; the case goes when its time has come.
pub(crate) struct Release(String);

impl Act for Release {
    const ACTION: Action = Action::Hold;
    const CODE: &'static str = "release";
    const REPLACES: bool = false;
    const TITLE: &'static str = "cases-release-title";

    fn fields<'a>(stage: &'a Stage, form: &'a Form) -> Markup<'a> {
        fields::long(&stage.frame, form, "reason", "cases-release-reason")
    }

    fn read(stage: &Stage, form: &mut Form) -> Option<Release> {
        fields::read_long(&stage.frame, form, "reason", "cases-release-reason-empty").map(Release)
    }

    async fn apply(self, tx: &mut Tx, app: &App, who: &Who, stage: &Stage, _: Id) -> Result<()> {
        let on = Subject::new("case", stage.case.id);
        let hold = holds::standing(tx, &on).await?.ok_or(Error::Refused("cases-refused-not-held"))?;
        holds::end(tx, app, who, hold.id, &on).await?;
        let data = Data { revision: stage.case.revision, ..Data::default() };
        let fact = facts::between("case.released", who, &stage.case, None).data(data.json()).body(self.0);
        facts::record(tx, app, fact).await.map(drop)
    }
}
