//! Taking a case back from another system, with the reason for staff to read.

use crate::access::Action;
use crate::desk::act::{Act, Stage};
use crate::desk::fields;
use crate::handed::{self, Handed, Taker};
use crate::store;
use kit::db::Tx;
use kit::form::Form;
use kit::ui::{Choice, InsetText, Markup, Radios};
use kit::who::Who;
use kit::{App, Id, Result};

/// From which system, and why.
pub(crate) struct TakeBack {
    one: Handed,
    system: Taker,
    reason: String,
}

impl Act for TakeBack {
    const ACTION: Action = Action::HandOver;
    const CODE: &'static str = "take-back";
    const REPLACES: bool = true;
    const TITLE: &'static str = "cases-take-back-title";
    const HANDS: bool = true;

    fn fields<'a>(stage: &'a Stage, form: &'a Form) -> Markup<'a> {
        let frame = &stage.frame;
        if stage.hands.live.is_empty() {
            return InsetText::new(frame.t("cases-take-back-none")).into();
        }
        let choice = |(_, system): &'a (Handed, Taker)| Choice::new(system.code.as_str(), system.name.as_str());
        let systems = Radios::new("system", frame.t("cases-take-back-system"));
        let systems = systems.choices(stage.hands.live.iter().map(choice)).value(form.value("system"));
        Markup::join([
            systems.error(frame, form.error("system")).into(),
            fields::long(frame, form, "reason", "cases-take-back-reason"),
        ])
    }

    fn read(stage: &Stage, form: &mut Form) -> Option<TakeBack> {
        let code = form.value("system");
        let found = stage.hands.live.iter().find(|(_, system)| system.code == code).cloned();
        if found.is_none() {
            form.refuse("system", stage.frame.t("cases-take-back-empty"));
        }
        let reason = fields::read_long(&stage.frame, form, "reason", "cases-take-back-reason-empty");
        let (one, system) = found?;
        Some(TakeBack { one, system, reason: reason? })
    }

    async fn apply(self, tx: &mut Tx, app: &App, who: &Who, stage: &Stage, _: Id) -> Result<()> {
        let TakeBack { mut one, system, reason } = self;
        one.take_back(stage.now)?;
        store::handed::save(tx, &one).await?;
        let mut case = stage.case.clone();
        case.next_action = stage.now;
        store::cases::save(tx, &mut case).await?;
        handed::record(tx, app, who, (&one, &system), &case, &reason).await
    }
}
