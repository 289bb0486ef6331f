//! Deciding a case with one of its service's outcomes and a reason, and closing it at the same time where nothing remains.

use crate::access::Action;
use crate::desk::act::{Act, Stage};
use crate::desk::fields;
use crate::facts::{self, Data};
use crate::store;
use crate::tell::{self, Letter};
use kit::db::Tx;
use kit::form::Form;
use kit::ui::{Choice, Markup, Radios};
use kit::who::Who;
use kit::{App, Id, Lang, Result};

/// The outcome, why, and whether that is all.
pub(crate) struct Decide {
    outcome: String,
    reason: String,
    close: bool,
}

impl Act for Decide {
    const ACTION: Action = Action::Decide;
    const CODE: &'static str = "decide";
    const REPLACES: bool = true;
    const TITLE: &'static str = "cases-decide-title";

    fn fields<'a>(stage: &'a Stage, form: &'a Form) -> Markup<'a> {
        let frame = &stage.frame;
        let outcomes = stage.book.outcomes(frame.lang).into_iter().map(|(id, name)| Choice::new(id, name));
        let outcome = Radios::new("outcome", frame.t("cases-decide-outcome")).choices(outcomes);
        let close = Radios::new("close", frame.t("cases-decide-close"))
            .choice(Choice::new("yes", frame.t("cases-decide-close-yes")))
            .choice(Choice::new("no", frame.t("cases-decide-close-no")));
        Markup::join([
            Markup::from(outcome.value(form.value("outcome")).error(frame, form.error("outcome"))),
            fields::long(frame, form, "reason", "cases-decide-reason"),
            close.value(form.value("close")).error(frame, form.error("close")).into(),
        ])
    }

    fn read(stage: &Stage, form: &mut Form) -> Option<Decide> {
        let outcome = form.value("outcome").to_owned();
        if !stage.book.outcomes(stage.frame.lang).iter().any(|(id, _)| *id == outcome) {
            form.refuse("outcome", stage.frame.t("cases-decide-outcome-empty"));
        }
        let reason = fields::read_long(&stage.frame, form, "reason", "cases-decide-reason-empty");
        let close = form.value("close") == "yes";
        if !["yes", "no"].contains(&form.value("close")) {
            form.refuse("close", stage.frame.t("cases-decide-close-empty"));
        }
        Some(Decide { outcome, reason: reason?, close })
    }

    async fn apply(self, tx: &mut Tx, app: &App, who: &Who, stage: &Stage, _: Id) -> Result<()> {
        let mut case = stage.case.clone();
        case.decide(&self.outcome)?;
        let decided = case.clone();
        if self.close {
            case.close(stage.now)?;
        }
        store::cases::save(tx, &mut case).await?;
        let mut data = Data { outcome: self.outcome.clone(), ..facts::change(&stage.case, &decided) };
        data.revision = case.revision;
        let fact = facts::about("case.decided", who, &case).data(data.json()).body(self.reason.clone());
        let said = facts::record(tx, app, fact).await?;
        if self.close {
            let mut data = facts::change(&decided, &case);
            data.revision = case.revision;
            facts::record(tx, app, facts::about("case.closed", who, &case).data(data.json())).await?;
        }
        // An appeal route is printed with every decision that has one.
        let book = &stage.book;
        let appeals = book.appeal(Lang::EN).is_some();
        let key = if appeals { "cases-told-decided-appeal" } else { "cases-told-decided" };
        let values = |lang: Lang| {
            vec![("outcome", book.outcome(&self.outcome, lang)), ("appeal", book.appeal(lang).unwrap_or_default())]
        };
        let reason = Some((said, self.reason.as_str()));
        tell::everybody(tx, app, &case, Letter { key, values: &values, reason }).await
    }
}
