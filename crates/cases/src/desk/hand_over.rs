//! Handing a case to another system that its definition names, after seeing what the system is told.

use crate::access::Action;
use crate::desk::act::{Act, Stage};
use crate::desk::ahead::Ahead;
use crate::handed;
use kit::db::Tx;
use kit::form::Form;
use kit::ui::{Choice, InsetText, Markup, Radios};
use kit::who::Who;
use kit::{App, Error, Id, Result};

/// The code of the system.
pub(crate) struct HandOver(String);

impl Act for HandOver {
    const ACTION: Action = Action::HandOver;
    const CODE: &'static str = "hand-over";
    const REPLACES: bool = true;
    const TITLE: &'static str = "cases-hand-over-title";
    const SHOWS_AHEAD: bool = true;
    const HANDS: bool = true;

    fn fields<'a>(stage: &'a Stage, form: &'a Form) -> Markup<'a> {
        let frame = &stage.frame;
        if stage.hands.offers.is_empty() {
            return InsetText::new(frame.t("cases-hand-over-none")).into();
        }
        let choice = |offer: &'a handed::Offer| {
            let hours = frame.with("cases-hand-over-hours", "n", offer.rule.hours);
            Choice::new(offer.system.code.as_str(), offer.system.name.as_str()).hint(hours)
        };
        let systems = Radios::new("system", frame.t("cases-hand-over-system"));
        let systems = systems.choices(stage.hands.offers.iter().map(choice)).value(form.value("system"));
        systems.error(frame, form.error("system")).into()
    }

    fn read(stage: &Stage, form: &mut Form) -> Option<HandOver> {
        let code = form.value("system").to_owned();
        if stage.hands.offers.iter().any(|offer| offer.system.code == code) {
            return Some(HandOver(code));
        }
        form.refuse("system", stage.frame.t("cases-hand-over-empty"));
        None
    }

    fn ahead(&self, stage: &Stage) -> Option<Ahead> {
        let (frame, offer) = (&stage.frame, stage.hands.offers.iter().find(|offer| offer.system.code == self.0)?);
        Some(Ahead {
            title: frame.with("cases-hand-over-ahead", "name", offer.system.name.as_str()),
            words: frame.with("cases-hand-over-ahead-words", "n", offer.rule.hours),
            points: offer.lines.clone(),
            button: frame.with("cases-hand-over-ahead-button", "name", offer.system.name.as_str()),
            seen: self.0.clone(),
        })
    }

    async fn apply(self, tx: &mut Tx, app: &App, who: &Who, stage: &Stage, _: Id) -> Result<()> {
        if !stage.case.status.is_live() {
            return Err(Error::Refused("cases-refused-ended"));
        }
        let offer = stage.hands.offers.iter().find(|offer| offer.system.code == self.0).ok_or(Error::NotFound)?;
        handed::hand(tx, app, who, &stage.case, (&offer.system, &offer.rule)).await.map(drop)
    }
}
