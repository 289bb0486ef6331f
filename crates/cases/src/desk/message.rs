//! Writing to whoever reported it, or asking them something: then the case waits for them.

use crate::access::Action;
use crate::desk::act::{Act, Stage};
use crate::desk::fields;
use crate::facts::{self, Data};
use crate::store::{self, messages::Message, reporters::Reporter};
use crate::tell;
use kit::clock::DAY;
use kit::db::Tx;
use kit::form::Form;
use kit::ui::{Checkboxes, Choice, Markup, Radios};
use kit::who::Who;
use kit::{App, Id, Lang, Result};

/// After so many days without an answer somebody looks again.
const LOOK_AGAIN: i64 = 7 * DAY;

/// A message to one reporter, or to all.
pub(crate) struct Write {
    text: String,
    asks: bool,
    /// Which reporters; [`Id::NONE`] is the first.
    to: Vec<Id>,
}

impl Act for Write {
    const ACTION: Action = Action::Message;
    const CODE: &'static str = "message";
    const REPLACES: bool = false;

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
        let all = || [Id::NONE].into_iter().chain(stage.reporters.iter().map(|reporter| reporter.id)).collect();
        let to: Vec<Id> = match form.value("to") {
            "" | "all" => all(),
            one => one.parse().into_iter().collect(),
        };
        let known: Vec<Id> = all();
        if to.is_empty() || to.iter().any(|id| !known.contains(id)) {
            form.refuse("to", stage.frame.t("cases-desk-message-to-wrong"));
            return None;
        }
        if asks && !stage.case.status.is_live() {
            form.refuse("asks", stage.frame.t("cases-refused-ended"));
            return None;
        }
        Some(Write { text: text?, asks, to })
    }

    async fn apply(self, tx: &mut Tx, app: &App, who: &Who, stage: &Stage, key: Id) -> Result<()> {
        let mut case = stage.case.clone();
        if self.asks {
            case.ask(stage.now + LOOK_AGAIN)?;
            store::cases::save(tx, &mut case).await?;
        }
        let change = facts::change(&stage.case, &case);
        let kind = if self.asks { "case.asked" } else { "case.messaged" };
        let told = if self.asks { "cases-told-asked" } else { "cases-told-message" };
        let values = |_: Lang| vec![("text", self.text.clone())];
        for (number, to) in self.to.iter().enumerate() {
            let reporter = stage.reporters.iter().find(|reporter| reporter.id == *to);
            let key = if number == 0 { key } else { app.id() };
            let message = Message {
                id: app.id(),
                reporter: *to,
                ours: true,
                author: stage.me,
                at: stage.now,
                read_at: 0,
                text: self.text.clone(),
            };
            store::messages::insert(tx, case.id, key, &message).await?;
            // Only the first of them carries the change, so that figures count it once.
            let change = if number == 0 { change.clone() } else { Data { was: None, now: None, ..change.clone() } };
            let data = Data { reporter: Some(*to), ..change };
            let resident = reporter.map_or(case.resident, |reporter| reporter.resident);
            facts::record(tx, app, facts::between(kind, who, &case, resident).data(data.json())).await?;
            match reporter {
                Some(reporter) => tell::joiner(tx, app, &case, reporter, told, &values).await?,
                None => tell::first(tx, app, &case, told, &values).await?,
            }
        }
        Ok(())
    }
}

fn name(what: &str, name: &str) -> String {
    if name.is_empty() { what.to_owned() } else { format!("{what}: {name}") }
}

/// The reporters a message of this id went to or came from, as the case page names them.
pub(crate) fn reporter_name(first: &str, reporters: &[Reporter], id: Id, contact: &str) -> String {
    match reporters.iter().find(|reporter| reporter.id == id) {
        Some(reporter) => name(&reporter.reference.grouped(), &reporter.contact.name),
        None => name(first, contact),
    }
}
