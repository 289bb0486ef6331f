//! What the people of a case told us they need, where a member of staff rings, writes or meets: said before, asked after, and
//! reported where it was done otherwise.

use crate::desk::act::Stage;
use crate::desk::fields;
use crate::desk::people::Needed;
use kit::db::Tx;
use kit::form::Form;
use kit::ui::{CharacterCount, Checkboxes, Choice, InsetText, Markup};
use kit::who::Who;
use kit::{App, Id, Result};
use residents::needs::obey::{Act, Owed, owed};
use residents::needs::{self, Ask, Report};

/// What can be said to have been done as it was asked for.
const DONE: [Ask; 5] = [Ask::Interpreter, Ask::SignLanguage, Ask::LargePrint, Ask::WriteTo, Ask::CopyTo];

/// What was not kept to, and why.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    broken: Vec<Ask>,
    reason: String,
}

impl Kept {
    /// Reports what was not kept to.
    pub async fn report(&self, tx: &mut Tx, app: &App, who: &Who, (resident, case): (Id, Id), how: &str) -> Result<()> {
        let (asks, reason) = (self.broken.as_slice(), self.reason.as_str());
        needs::report(tx, app, who, Report { resident, asks, how, reason, case: Some(case) }).await
    }
}

/// Says before anything is done what each of them asked for, and whether this is an hour to ring.
pub(crate) fn asked<'a>(stage: &Stage) -> Vec<Markup<'a>> {
    let (words, lang) = (&stage.app.words, stage.frame.lang);
    let one = |Needed { name, passport, resident, .. }: &Needed| {
        let mut said = Vec::new();
        let lines = if stage.withheld.is_of(Some(*resident)) { needs::outline } else { needs::lines };
        if !name.is_empty() {
            said.push(format!("{name}:"));
        }
        if needs::call_words(words, lang, passport, hour(stage)).is_some() {
            let never = passport.asks(Ask::NoCalls);
            said.push(
                stage.frame.t(if never { "cases-desk-needs-never" } else { "cases-desk-needs-not-now" }).to_owned(),
            );
        }
        said.push(format!("{}.", lines(words, lang, passport).join(". ")));
        InsetText::new(said.join(" ")).into()
    };
    stage.needs.iter().map(one).collect()
}

/// The hour of the day where the council is.
fn hour(stage: &Stage) -> i8 {
    kit::lang::local(stage.now).hour()
}

/// Asks what was done as it was asked for, and why something was not.
pub(crate) fn fields<'a>(stage: &'a Stage, form: &'a Form) -> Option<Markup<'a>> {
    if stage.needs.is_empty() {
        return None;
    }
    let (frame, mut parts) = (&stage.frame, Vec::<Markup<'a>>::new());
    let wanted = |ask: &Ask| stage.needs.iter().any(|one| one.passport.asks(*ask));
    let choices: Vec<Choice<'a>> = DONE
        .into_iter()
        .filter(wanted)
        .map(|ask| Choice::new(ask.code(), frame.t(&format!("cases-desk-needs-done-{}", ask.code())).to_owned()))
        .collect();
    if !choices.is_empty() {
        let done = Checkboxes::new("kept", frame.t("cases-desk-needs-done")).choices(choices);
        parts.push(done.values(form.values("kept")).error(frame, form.error("kept")).into());
    }
    let against = CharacterCount::new(frame, "against", frame.t("cases-desk-needs-against"), fields::MOST)
        .hint(frame.t("cases-desk-needs-against-hint"))
        .rows(2);
    parts.push(against.value(form.value("against")).error(frame, form.error("against")).into());
    Some(Markup::join(parts))
}

/// What was not kept to for whoever is meant; nothing, with an error, where nobody said why.
pub(crate) fn read(stage: &Stage, form: &mut Form, to: Id, act: Act) -> Option<Kept> {
    if stage.needs.is_empty() {
        return Some(Kept::default());
    }
    if form.values("kept").any(|code| !code.is_empty() && !DONE.iter().any(|ask| ask.code() == code)) {
        form.refuse("kept", stage.frame.t("cases-desk-needs-choice"));
    }
    let reason = fields::read_optional(&stage.frame, form, "against")?;
    let Some(Needed { passport, resident, .. }) = stage.needs.iter().find(|one| one.reporter == to) else {
        return form.is_good().then(Kept::default);
    };
    let was_done = |one: &Owed| matches!(one, Owed::Done(ask) if form.chose("kept", ask.code()));
    let broken: Vec<Ask> =
        owed(passport, act, hour(stage)).into_iter().filter(|one| !was_done(one)).map(Owed::ask).collect();
    if !broken.is_empty() && reason.is_empty() {
        let (words, lang) = (&stage.app.words, stage.frame.lang);
        let line = if stage.withheld.is_of(Some(*resident)) { needs::outlined } else { needs::line };
        let line = |ask: &Ask| line(words, lang, *ask, passport.value(*ask).unwrap_or_default());
        let what: Vec<String> = broken.iter().map(line).collect();
        form.refuse("against", stage.frame.with("cases-desk-needs-against-empty", "what", what.join("; ")));
    }
    form.is_good().then_some(Kept { broken, reason })
}
