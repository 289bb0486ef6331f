//! Saying when the next thing is to be done.

use crate::access::Action;
use crate::desk::act::{Act, Stage};
use crate::desk::fields;
use crate::facts::{self, Data};
use crate::store;
use kit::clock::Micros;
use kit::db::Tx;
use kit::form::Form;
use kit::ui::Markup;
use kit::who::Who;
use kit::{App, Id, Result};
use services::Catalogue;

/// The day of the next action.
pub(crate) struct Plan(Micros);

impl Act for Plan {
    const ACTION: Action = Action::Plan;
    const CODE: &'static str = "plan";
    const REPLACES: bool = true;
    const TITLE: &'static str = "cases-plan-title";

    fn fields<'a>(stage: &'a Stage, form: &'a Form) -> Markup<'a> {
        fields::day(&stage.frame, form, "next", "cases-plan-label")
    }

    fn read(stage: &Stage, form: &mut Form) -> Option<Plan> {
        let calendar = stage.app.part::<Catalogue>().ok()?.calendar();
        fields::read_day(&stage.frame, form, calendar, "next", stage.now).map(Plan)
    }

    async fn apply(self, tx: &mut Tx, app: &App, who: &Who, stage: &Stage, _: Id) -> Result<()> {
        let mut case = stage.case.clone();
        case.plan(self.0, stage.now)?;
        store::cases::save(tx, &mut case).await?;
        let data = Data { due: self.0, before: stage.case.next_action, ..facts::change(&stage.case, &case) };
        facts::record(tx, app, facts::between("case.planned", who, &case, None).data(data.json())).await.map(drop)
    }
}
