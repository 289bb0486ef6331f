//! Closing a decided case when the work is done.

use crate::access::Action;
use crate::desk::act::{Act, Stage};
use crate::facts;
use crate::store;
use crate::tell::{self, Letter};
use kit::db::Tx;
use kit::form::Form;
use kit::ui::{InsetText, Markup};
use kit::who::Who;
use kit::{App, Id, Lang, Result};

/// Nothing more is to do.
pub(crate) struct Close;

impl Act for Close {
    const ACTION: Action = Action::Close;
    const CODE: &'static str = "close";
    const REPLACES: bool = true;
    const TITLE: &'static str = "cases-close-title";
    const FORETELLS: bool = true;

    fn fields<'a>(stage: &'a Stage, form: &'a Form) -> Markup<'a> {
        if let Some(error) = form.error("close") {
            return InsetText::new(error).into();
        }
        let outcome = stage.book.outcome_for_staff(&stage.case.outcome);
        let told = stage.outlook.words(&stage.frame);
        InsetText::new(stage.frame.with2("cases-close-words", ("outcome", outcome), ("told", told))).into()
    }

    fn read(stage: &Stage, form: &mut Form) -> Option<Close> {
        if stage.case.outcome.is_empty() {
            form.refuse("close", stage.frame.t("cases-refused-undecided"));
            return None;
        }
        Some(Close)
    }

    async fn apply(self, tx: &mut Tx, app: &App, who: &Who, stage: &Stage, _: Id) -> Result<()> {
        let mut case = stage.case.clone();
        case.close(stage.now)?;
        store::cases::save(tx, &mut case).await?;
        let data = facts::change(&stage.case, &case);
        facts::record(tx, app, facts::about("case.closed", who, &case).data(data.json())).await?;
        let values = |lang: Lang| vec![("outcome", stage.book.outcome(&case.outcome, lang))];
        let letter = Letter { key: "cases-told-closed", values: &values, reason: None };
        tell::everybody(tx, app, &case, letter).await
    }
}
