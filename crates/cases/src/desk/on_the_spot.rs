//! Deciding a case on the spot, under the service's rules of delegated authority: an officer who was trained for it reads what
//! they may, and before anything is done whether this is within it. Beyond it the case goes up to its team with the reason.

use crate::access::{self, Action};
use crate::desk::act::{Act, Stage};
use crate::desk::ahead::Ahead;
use crate::desk::{decide, fields, standing_of};
use crate::facts::{self, Data, Delegated};
use crate::model::Case;
use crate::{book, dates, store};
use kit::db::{Conn, Tx};
use kit::form::Form;
use kit::page::Frame;
use kit::ui::{Checkboxes, Choice, Input, Markup, Radios, Table};
use kit::who::Who;
use kit::{App, Error, Id, Result};
use services::{Answers, Authority, Beyond, Delegation, Proposal, typed_pence};

/// The most money anybody may type, in pence.
const MOST: i64 = 100_000_000;

/// What the officer wants to decide.
pub(crate) struct OnTheSpot {
    proposal: Proposal,
    reason: String,
    close: bool,
}

/// Whether they may go by one of the service's rules of delegated authority on this case: some rule is for its answers.
pub(crate) async fn offered(conn: &mut Conn, app: &App, who: &Who, case: &Case) -> Result<bool> {
    if !trained(conn, app, who, case).await? {
        return Ok(false);
    }
    let answers = book::answers_of(&store::cases::answers(conn, case.id).await?, case.opened)?;
    Ok(book::of(app, case)?.definition().is_some_and(|found| !found.delegations_for(&answers).is_empty()))
}

/// Whether they may go by the service's rules of delegated authority, where it has any.
async fn trained(conn: &mut Conn, app: &App, who: &Who, case: &Case) -> Result<bool> {
    let ruled = book::of(app, case)?.definition().is_some_and(|found| !found.delegations().is_empty());
    let staff = who.staff()?;
    let may = ruled && access::may(staff, Action::OnTheSpot, case, &standing_of(app)?);
    Ok(may && services::is_trained(conn, &case.service, staff.id).await?)
}

impl Stage {
    /// How a decision stands to the rules of delegated authority; nothing for who may not go by them.
    pub fn authority(&self, proposal: &Proposal) -> Option<Authority<'_>> {
        Some(self.book.definition()?.authority(self.delegated.as_ref()?, proposal))
    }
}

/// The answers of a case that this member of staff was trained to decide on the spot.
pub(crate) async fn answers(conn: &mut Conn, app: &App, who: &Who, case: &Case) -> Result<Answers> {
    if !trained(conn, app, who, case).await? {
        return Err(Error::Refused("cases-refused-not-delegated"));
    }
    book::answers_of(&store::cases::answers(conn, case.id).await?, case.opened)
}

/// The rules that are for this case.
fn rules(stage: &Stage) -> Vec<&Delegation> {
    let both = stage.book.definition().zip(stage.delegated.as_ref());
    both.map_or_else(Vec::new, |(found, answers)| found.delegations_for(answers))
}

/// The rules that are not, each with the part of it that this case does not meet.
fn not_for(stage: &Stage) -> Option<Markup<'_>> {
    let (found, answers) = (stage.book.definition()?, stage.delegated.as_ref()?);
    let lang = stage.frame.lang;
    let row = |(rule, unmet): (&Delegation, Vec<Beyond>)| {
        let why = unmet.iter().map(|one| stage.book.beyond(&stage.app, one, Some(answers), lang));
        let why = why.collect::<Vec<_>>().join("; ");
        [found.delegation_words(rule, lang), rule.scheme.clone(), why]
    };
    let all = found.delegations_not_for(answers);
    let head = ["cases-on-the-spot-rule", "cases-on-the-spot-scheme", "cases-on-the-spot-unmet"];
    let table = Table::new(stage.frame.t("cases-on-the-spot-not-for")).head(head.map(|key| stage.frame.t(key)));
    (!all.is_empty()).then(|| all.into_iter().map(row).fold(table, Table::row).into())
}

/// What an officer may have seen: all that a rule for this case asks for.
pub(crate) fn evidence<'a>(rules: &[&'a Delegation]) -> Vec<&'a String> {
    let mut seen: Vec<&String> = rules.iter().flat_map(|rule| &rule.seen).collect();
    seen.sort();
    seen.dedup();
    seen
}

/// The name of money an officer grants.
fn amount(frame: &Frame, pence: i64) -> String {
    if pence > 0 { frame.with("cases-on-the-spot-money", "amount", frame.lang.money(pence)) } else { String::new() }
}

impl OnTheSpot {
    /// What the journal keeps of it.
    fn delegated(&self, authority: &Authority<'_>) -> Delegated {
        let (rule, beyond) = match authority {
            Authority::Within(rule) => (Some(*rule), Vec::new()),
            Authority::Beyond(rule, beyond) => (*rule, beyond.clone()),
        };
        Delegated {
            rule: rule.map(|rule| rule.id.clone()).unwrap_or_default(),
            scheme: rule.map(|rule| rule.scheme.clone()).unwrap_or_default(),
            amount: self.proposal.amount,
            seen: self.proposal.seen.clone(),
            beyond,
        }
    }

    /// The case goes to whoever decides: nobody's in its team unless somebody else there has it, and due to be looked at within a
    /// working day.
    async fn send_up(self, tx: &mut Tx, app: &App, who: &Who, stage: &Stage, delegated: Delegated) -> Result<()> {
        let mut case = stage.case.clone();
        let owner = if case.owner == stage.me { Id::NONE } else { case.owner };
        let team = case.team.clone();
        case.assign(&team, owner)?;
        case.plan(dates::in_working_days(app, stage.now, 1)?, stage.now)?;
        store::cases::save(tx, &mut case).await?;
        let data =
            Data { outcome: self.proposal.outcome, delegated: Some(delegated), ..facts::change(&stage.case, &case) };
        let fact = facts::about("case.sent-up", who, &case).data(data.json()).body(self.reason);
        facts::record(tx, app, fact).await.map(drop)
    }
}

impl Act for OnTheSpot {
    const ACTION: Action = Action::OnTheSpot;
    const CODE: &'static str = "on-the-spot";
    const REPLACES: bool = true;
    const TITLE: &'static str = "cases-on-the-spot-title";
    const DELEGATED: bool = true;
    const FORETELLS: bool = true;
    const SHOWS_AHEAD: bool = true;

    fn fields<'a>(stage: &'a Stage, form: &'a Form) -> Markup<'a> {
        let frame = &stage.frame;
        let Some(found) = stage.book.definition() else { return Markup::from("") };
        let rules = rules(stage);
        let head = [frame.t("cases-on-the-spot-rule"), frame.t("cases-on-the-spot-scheme")];
        let row = |rule: &services::Delegation| [found.delegation_words(rule, frame.lang), rule.scheme.clone()];
        let table =
            rules.iter().fold(Table::new(frame.t("cases-on-the-spot-rules")).head(head), |t, rule| t.row(row(rule)));
        let outcomes = stage.book.outcomes().into_iter().map(|(id, name)| Choice::new(id, name));
        let outcome = Radios::new("outcome", frame.t("cases-decide-outcome")).choices(outcomes);
        let mut all: Vec<Markup<'a>> = (!rules.is_empty()).then(|| table.into()).into_iter().collect();
        all.extend(not_for(stage));
        all.push(outcome.value(form.value("outcome")).error(frame, form.error("outcome")).into());
        if rules.iter().any(|rule| rule.amount.is_some()) {
            let money = Input::text("amount", frame.t("cases-on-the-spot-amount"));
            let money = money.hint(frame.t("cases-on-the-spot-amount-hint")).attr("inputmode", "decimal");
            all.push(money.value(form.value("amount")).error(frame, form.error("amount")).into());
        }
        let seen = evidence(&rules);
        if !seen.is_empty() {
            let choices = seen.into_iter().map(|one| Choice::new(one.clone(), found.seen_words(one, frame.lang)));
            let boxes = Checkboxes::new("seen", frame.t("cases-on-the-spot-seen")).choices(choices);
            all.push(
                boxes
                    .values(form.values("seen").map(str::to_owned).collect::<Vec<_>>())
                    .error(frame, form.error("seen"))
                    .into(),
            );
        }
        all.push(fields::long(frame, form, "reason", "cases-on-the-spot-reason"));
        all.push(decide::close_field(frame, form));
        Markup::join(all)
    }

    fn read(stage: &Stage, form: &mut Form) -> Option<OnTheSpot> {
        let outcome = decide::read_outcome(stage, form);
        let typed = form.trimmed("amount").to_owned();
        let amount =
            if typed.is_empty() { Some(0) } else { typed_pence(&typed).filter(|pence| (0..=MOST).contains(pence)) };
        if amount.is_none() {
            form.refuse("amount", stage.frame.t("cases-on-the-spot-amount-wrong"));
        }
        let seen: Vec<String> = form.values("seen").map(str::to_owned).collect();
        let evidence = evidence(&rules(stage));
        if seen.iter().any(|one| !evidence.contains(&one)) {
            form.refuse("seen", stage.frame.t("cases-on-the-spot-seen-wrong"));
        }
        let reason = fields::read_long(&stage.frame, form, "reason", "cases-decide-reason-empty");
        let close = decide::read_close(&stage.frame, form);
        let proposal = Proposal { outcome: outcome?, amount: amount?, seen };
        Some(OnTheSpot { proposal, reason: reason?, close: close? })
    }

    fn ahead(&self, stage: &Stage) -> Option<Ahead> {
        let frame = &stage.frame;
        let authority = stage.authority(&self.proposal)?;
        let delegated = self.delegated(&authority);
        let [title, words, button] = match delegated.beyond.is_empty() {
            true => ["cases-on-the-spot-within", "cases-on-the-spot-within-words", "cases-on-the-spot-within-button"],
            false => ["cases-on-the-spot-beyond", "cases-on-the-spot-beyond-words", "cases-on-the-spot-beyond-button"],
        };
        let outcome =
            format!("{}{}", stage.book.outcome_for_staff(&self.proposal.outcome), amount(frame, delegated.amount));
        let values = (("outcome", outcome.clone()), ("scheme", delegated.scheme.clone()));
        Some(Ahead {
            title: frame.t(title).to_owned(),
            words: {
                let values = [values.0, values.1, ("told", stage.outlook.words(frame))];
                let values = values.map(|(name, value)| (name, value.into()));
                stage.app.words.with(frame.lang, words, &values)
            },
            points: delegated
                .beyond
                .iter()
                .map(|one| stage.book.beyond(&stage.app, one, stage.delegated.as_ref(), frame.lang))
                .collect(),
            button: frame.t(button).to_owned(),
            seen: format!("{title} {} {outcome} {}", delegated.rule, delegated.seen.join(" ")),
        })
    }

    async fn apply(self, tx: &mut Tx, app: &App, who: &Who, stage: &Stage, _: Id) -> Result<()> {
        let Some(authority) = stage.authority(&self.proposal) else {
            return Err(Error::Refused("cases-refused-not-delegated"));
        };
        let delegated = self.delegated(&authority);
        if !delegated.beyond.is_empty() {
            return self.send_up(tx, app, who, stage, delegated).await;
        }
        let decision = decide::Decision {
            outcome: self.proposal.outcome,
            reason: self.reason,
            close: self.close,
            delegated: Some(delegated),
            hand: None,
        };
        decision.make(tx, app, who, (&stage.case, &stage.book), stage.now).await
    }
}
