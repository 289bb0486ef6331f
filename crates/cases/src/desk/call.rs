//! How a call or a letter went: whoever could be sent nothing is off the list when they know, and tried again when nobody
//! was reached.

use crate::access::Action;
use crate::desk::act::{Act, Stage};
use crate::desk::kept::{self, Kept};
use crate::desk::{fields, message};
use crate::facts::{self, Data};
use crate::store;
use kit::db::Tx;
use kit::form::Form;
use kit::ui::{CharacterCount, Choice, Markup, Radios};
use kit::who::Who;
use kit::{App, Id, Result};
use residents::needs::obey::Act as Done;

/// Messages that count as heard in a call, the newest first.
const HEARD: usize = 100;

/// How somebody was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    Rung,
    Written,
    Met,
    LeftWord,
    NoAnswer,
}

impl How {
    const ALL: [How; 5] = [How::Rung, How::Written, How::Met, How::LeftWord, How::NoAnswer];

    /// The code, as facts keep it.
    fn code(self) -> &'static str {
        match self {
            How::Rung => "rung",
            How::Written => "written",
            How::Met => "met",
            How::LeftWord => "left-word",
            How::NoAnswer => "no-answer",
        }
    }

    /// What an adjustment is asked about.
    fn done(self) -> Done {
        match self {
            How::Rung | How::LeftWord => Done::Rang,
            How::NoAnswer => Done::RangInVain,
            How::Written => Done::Wrote,
            How::Met => Done::Met,
        }
    }

    /// True when they know now.
    fn reached(self) -> bool {
        matches!(self, How::Rung | How::Written | How::Met)
    }
}

/// Who was rung or written to, how it went, and what else is to be kept for staff.
pub(crate) struct Call {
    to: Id,
    how: How,
    note: String,
    kept: Kept,
}

impl Act for Call {
    const ACTION: Action = Action::Message;
    const CODE: &'static str = "call";
    const REPLACES: bool = true;
    const TITLE: &'static str = "cases-call-title";
    const OFFERS_REPORTERS: bool = true;
    const ASKS_NEEDS: bool = true;

    fn fields<'a>(stage: &'a Stage, form: &'a Form) -> Markup<'a> {
        let frame = &stage.frame;
        let how =
            How::ALL.map(|how| Choice::new(how.code(), frame.t(&format!("cases-call-how-{}", how.code())).to_owned()));
        let how = Radios::new("how", frame.t("cases-call-how")).choices(how).value(form.value("how"));
        let note = CharacterCount::new(frame, "note", frame.t("cases-call-note"), fields::MOST).rows(2);
        let mut parts: Vec<Markup<'a>> = Vec::new();
        parts.extend(kept::asked(stage));
        parts.extend(message::people(stage, form, "cases-call-to", None));
        parts.push(how.error(frame, form.error("how")).into());
        parts.extend(kept::fields(stage, form));
        parts.push(note.value(form.value("note")).error(frame, form.error("note")).into());
        Markup::join(parts)
    }

    fn read(stage: &Stage, form: &mut Form) -> Option<Call> {
        let to = message::read_person(stage, form, "cases-call-to-empty");
        let how = How::ALL.into_iter().find(|how| how.code() == form.value("how"));
        if how.is_none() {
            form.refuse("how", stage.frame.t("cases-call-how-empty"));
        }
        let note = fields::read_optional(&stage.frame, form, "note");
        let (to, how) = (to?, how?);
        let kept = kept::read(stage, form, to, how.done())?;
        Some(Call { to, how, note: note?, kept })
    }

    async fn apply(self, tx: &mut Tx, app: &App, who: &Who, stage: &Stage, _: Id) -> Result<()> {
        let case = &stage.case;
        let resident = match self.to {
            Id::NONE => case.resident,
            joined => store::reporters::by_id(tx, joined).await?.resident,
        };
        if let Some(resident) = resident {
            self.kept.report(tx, app, who, (resident, case.id), self.how.code()).await?;
        }
        if self.how.reached() {
            store::untold::forget(tx, case.id, self.to).await?;
            // What we wrote they have heard now.
            let written = store::messages::of_reporter(tx, case.id, self.to, Id([0xff; 16]), HEARD).await?;
            store::messages::mark_read(tx, case.id, self.to, true, &written, stage.now).await?;
        } else {
            store::untold::tried(tx, case.id, self.to, stage.now).await?;
        }
        let outcome = self.how.code().to_owned();
        let data = Data { revision: case.revision, reporter: Some(self.to), outcome, ..Data::default() };
        let fact = facts::between("case.called", who, case, resident).data(data.json());
        let fact = if self.note.is_empty() { fact } else { fact.body(self.note) };
        facts::record(tx, app, fact).await.map(drop)
    }
}
