//! Writing to whoever reported it, or asking them something: then the case waits for them.

use crate::access::Action;
use crate::desk::act::{Act, Stage};
use crate::desk::fields;
use crate::facts::{self, Data};
use crate::model::{Case, Status};
use crate::store::{self, messages::Message, reporters::Reporter};
use crate::{dates, tell};
use kit::db::Tx;
use kit::form::Form;
use kit::ui::{Checkboxes, Choice, Markup, Radios};
use kit::who::Who;
use kit::{App, Id, Lang, Result};

/// After so many working days without an answer somebody looks again.
const LOOK_AGAIN: u32 = 5;
/// Reporters told in one go.
const BATCH: usize = 100;

/// A message to one reporter, or to all.
pub(crate) struct Write {
    text: String,
    asks: bool,
    to: Whom,
}

/// To whom a message goes.
enum Whom {
    /// Everybody who reported it.
    All,
    /// One of them; [`Id::NONE`] is the first.
    One(Id),
}

impl Act for Write {
    const ACTION: Action = Action::Message;
    const CODE: &'static str = "message";
    const REPLACES: bool = true;
    const TITLE: &'static str = "cases-message-title-desk";

    fn fields<'a>(stage: &'a Stage, form: &'a Form) -> Markup<'a> {
        let frame = &stage.frame;
        let mut parts: Vec<Markup<'a>> = Vec::new();
        if !stage.reporters.is_empty() {
            let everybody = Choice::new("all", frame.t("cases-desk-message-all"));
            let first = Choice::new(Id::NONE.to_string(), name(frame.t("cases-desk-first"), &stage.case.contact.name));
            let others = stage.reporters.iter().map(|reporter| {
                Choice::new(reporter.id.to_string(), name(&reporter.reference.grouped(), &reporter.contact.name))
            });
            let to =
                Radios::new("to", frame.t("cases-desk-message-to")).choice(everybody).choice(first).choices(others);
            let to = to.value(if form.value("to").is_empty() { "all" } else { form.value("to") });
            parts.push(to.error(frame, form.error("to")).into());
        }
        parts.push(fields::long(frame, form, "text", "cases-desk-message-label"));
        let asks = Choice::new("yes", frame.t("cases-desk-message-asks"));
        let asks = Checkboxes::new("asks", frame.t("cases-desk-message-wait")).choice(asks).value(form.value("asks"));
        parts.push(asks.into());
        Markup::join(parts)
    }

    fn read(stage: &Stage, form: &mut Form) -> Option<Write> {
        let text = fields::read_long(&stage.frame, form, "text", "cases-message-empty");
        let asks = form.chose("asks", "yes");
        let to = match form.value("to") {
            "" | "all" => Some(Whom::All),
            one => one.parse().ok().filter(|id| known(stage, *id)).map(Whom::One),
        };
        let Some(to) = to else {
            form.refuse("to", stage.frame.t("cases-desk-message-to-wrong"));
            return None;
        };
        if asks && !stage.case.status.is_live() {
            form.refuse("asks", stage.frame.t("cases-refused-ended"));
            return None;
        }
        Some(Write { text: text?, asks, to })
    }

    async fn apply(self, tx: &mut Tx, app: &App, who: &Who, stage: &Stage, key: Id) -> Result<()> {
        let mut case = stage.case.clone();
        if self.asks {
            if case.status != Status::Waiting {
                // Questions of an earlier wait are over.
                store::messages::answered(tx, case.id).await?;
            }
            case.ask(dates::in_working_days(app, stage.now, LOOK_AGAIN)?)?;
            store::cases::save(tx, &mut case).await?;
        }
        // Only the first of them carries the change, so that figures count it once.
        let mut change = facts::change(&stage.case, &case);
        if let Whom::One(reporter) = self.to {
            let reporter = match reporter {
                Id::NONE => None,
                joined => Some(store::reporters::by_id(tx, joined).await?),
            };
            return self.send(tx, app, who, stage, &case, (reporter.as_ref(), key, change)).await;
        }
        self.send(tx, app, who, stage, &case, (None, key, change.clone())).await?;
        (change.was, change.now) = (None, None);
        let mut after = Id::NONE;
        loop {
            let some = store::reporters::once_each(tx, case.id, after, BATCH).await?;
            for reporter in &some {
                self.send(tx, app, who, stage, &case, (Some(reporter), app.id(), change.clone())).await?;
            }
            match some.last() {
                Some(last) if some.len() == BATCH => after = last.id,
                _ => return Ok(()),
            }
        }
    }
}

impl Write {
    /// Keeps the message to one reporter, `None` for the first, and tells them.
    async fn send(
        &self,
        tx: &mut Tx,
        app: &App,
        who: &Who,
        stage: &Stage,
        case: &Case,
        (reporter, key, change): (Option<&Reporter>, Id, Data),
    ) -> Result<()> {
        let to = reporter.map_or(Id::NONE, |reporter| reporter.id);
        let message = Message {
            id: app.id(),
            reporter: to,
            ours: true,
            author: stage.me,
            at: stage.now,
            read_at: 0,
            asks: self.asks,
            danger: false,
            text: self.text.clone(),
        };
        store::messages::insert(tx, case.id, key, &message).await?;
        let kind = if self.asks { "case.asked" } else { "case.messaged" };
        let resident = reporter.map_or(case.resident, |reporter| reporter.resident);
        let data = Data { reporter: Some(to), ..change };
        facts::record(tx, app, facts::between(kind, who, case, resident).data(data.json())).await?;
        let told = if self.asks { "cases-told-asked" } else { "cases-told-message" };
        let values = |_: Lang| vec![("text", self.text.clone())];
        match reporter {
            Some(reporter) => tell::joiner(tx, app, case, reporter, told, &values).await,
            None => tell::first(tx, app, case, told, &values).await,
        }
    }
}

/// One of those the page offers: the first, or one who joined.
fn known(stage: &Stage, id: Id) -> bool {
    id.is_none() || stage.reporters.iter().any(|reporter| reporter.id == id)
}

fn name(what: &str, name: &str) -> String {
    if name.is_empty() { what.to_owned() } else { format!("{what}: {name}") }
}

/// The reporters a message of this id went to or came from, as the case page names them.
pub(crate) fn reporter_name<'a>(
    first: &str,
    mut reporters: impl Iterator<Item = &'a Reporter>,
    id: Id,
    contact: &str,
) -> String {
    match reporters.find(|reporter| reporter.id == id) {
        Some(reporter) => name(&reporter.reference.grouped(), &reporter.contact.name),
        None => name(first, contact),
    }
}
