//! Deciding a case with one of its service's outcomes and a reason, and closing it at the same time where nothing remains.

use crate::access::Action;
use crate::book::Book;
use crate::desk::act::{Act, Stage};
use crate::desk::fields;
use crate::facts::{self, Data, Delegated, Hand};
use crate::model::Case;
use crate::store;
use crate::tell::{self, Letter};
use kit::clock::Micros;
use kit::db::Tx;
use kit::form::Form;
use kit::page::Frame;
use kit::ui::{Choice, Markup, Radios};
use kit::who::Who;
use kit::{App, Id, Lang, Result};

/// The outcome, why, and whether that is all.
pub(crate) struct Decision {
    pub outcome: String,
    pub reason: String,
    pub close: bool,
    /// The rule it rests on, where an officer decided on the spot.
    pub delegated: Option<Delegated>,
    /// The other system that ended it.
    pub hand: Option<Hand>,
}

/// Deciding with the team's own authority.
pub(crate) struct Decide(Decision);

/// Whether that is all, as a question.
pub(crate) fn close_field<'a>(frame: &'a Frame, form: &'a Form) -> Markup<'a> {
    let close = Radios::new("close", frame.t("cases-decide-close"))
        .choice(Choice::new("yes", frame.t("cases-decide-close-yes")))
        .choice(Choice::new("no", frame.t("cases-decide-close-no")));
    close.value(form.value("close")).error(frame, form.error("close")).into()
}

/// The answer to it.
pub(crate) fn read_close(frame: &Frame, form: &mut Form) -> Option<bool> {
    match form.value("close") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => {
            form.refuse("close", frame.t("cases-decide-close-empty"));
            None
        }
    }
}

/// The outcome that was chosen.
pub(crate) fn read_outcome(stage: &Stage, form: &mut Form) -> Option<String> {
    let outcome = form.value("outcome").to_owned();
    if stage.book.outcomes().iter().any(|(id, _)| *id == outcome) {
        return Some(outcome);
    }
    form.refuse("outcome", stage.frame.t("cases-decide-outcome-empty"));
    None
}

impl Act for Decide {
    const ACTION: Action = Action::Decide;
    const CODE: &'static str = "decide";
    const REPLACES: bool = true;
    const TITLE: &'static str = "cases-decide-title";

    fn fields<'a>(stage: &'a Stage, form: &'a Form) -> Markup<'a> {
        let frame = &stage.frame;
        let outcomes = stage.book.outcomes().into_iter().map(|(id, name)| Choice::new(id, name));
        let outcome = Radios::new("outcome", frame.t("cases-decide-outcome")).choices(outcomes);
        Markup::join([
            Markup::from(outcome.value(form.value("outcome")).error(frame, form.error("outcome"))),
            fields::long(frame, form, "reason", "cases-decide-reason"),
            close_field(frame, form),
        ])
    }

    fn read(stage: &Stage, form: &mut Form) -> Option<Decide> {
        let outcome = read_outcome(stage, form);
        let reason = fields::read_long(&stage.frame, form, "reason", "cases-decide-reason-empty");
        let close = read_close(&stage.frame, form);
        Some(Decide(Decision { outcome: outcome?, reason: reason?, close: close?, delegated: None, hand: None }))
    }

    async fn apply(self, tx: &mut Tx, app: &App, who: &Who, stage: &Stage, _: Id) -> Result<()> {
        self.0.make(tx, app, who, (&stage.case, &stage.book), stage.now).await
    }
}

impl Decision {
    /// Changes the case, records it, and tells everybody who reported it.
    pub async fn make(
        self,
        tx: &mut Tx,
        app: &App,
        who: &Who,
        (before, book): (&Case, &Book),
        now: Micros,
    ) -> Result<()> {
        let mut case = before.clone();
        case.decide(&self.outcome)?;
        let decided = case.clone();
        if self.close {
            case.close(now)?;
        }
        store::cases::save(tx, &mut case).await?;
        let mut data = Data {
            outcome: self.outcome.clone(),
            delegated: self.delegated.clone(),
            hand: self.hand.clone(),
            ..facts::change(before, &decided)
        };
        data.revision = case.revision;
        let fact = facts::about("case.decided", who, &case).data(data.json()).body(self.reason.clone());
        let said = facts::record(tx, app, fact).await?;
        if self.close {
            let data = Data { revision: case.revision, hand: self.hand, ..facts::change(&decided, &case) };
            facts::record(tx, app, facts::about("case.closed", who, &case).data(data.json())).await?;
        }
        // An appeal route is printed with every decision that has one.
        let appeals = book.appeal(Lang::EN).is_some();
        let key = if appeals { "cases-told-decided-appeal" } else { "cases-told-decided" };
        let values = |lang: Lang| {
            vec![("outcome", book.outcome(&self.outcome, lang)), ("appeal", book.appeal(lang).unwrap_or_default())]
        };
        let reason = Some((said, self.reason.as_str()));
        tell::everybody(tx, app, &case, Letter { key, values: &values, reason }).await
    }
}
