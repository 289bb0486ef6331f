//! Eight weeks of requests, in the numbers of a busy borough: a week has 75 missed bins, 850 street reports, 1,075 repairs,
//! 580 moves for council tax and 2,900 changes for support, three quarters of these from the Department for Work and
//! Pensions. 250 messages a week and the shares of time kept (84 to 90%) are our own assumptions.

use super::Batch;
use super::answers;
use super::borough::{Account, Borough};
use super::people;
use super::pictures;
use super::staff::Members;
use cases::Opening;
use cases::history::Ended;
use indicatif::ProgressBar;
use kit::clock::{DAY, HOUR, Micros};
use kit::facts::{Help, Subject};
use kit::files;
use kit::id::Entropy;
use kit::{App, Error, Id, Lang, Result};
use services::{Answer, Answers, Attached, Catalogue, Definition, Output};
use std::sync::Arc;

/// Households the weekly numbers are for.
const HOUSEHOLDS: f64 = 108_000.0;
/// Service, requests a week, percent kept in time, percent from another system.
const WEEKLY: [(&str, f64, u64, u64); 6] = [
    ("missed-bin", 75.0, 90, 0),
    ("street-problem", 850.0, 86, 0),
    ("housing-repair", 1_075.0, 84, 0),
    ("council-tax-moving-home", 580.0, 88, 0),
    ("council-tax-support-change", 2_900.0, 87, 75),
    ("general-enquiry", 250.0, 87, 0),
];
/// Reports with a photograph, at the end of the history.
const PICTURED: i64 = 12;
/// Answers made until they are of a kind that is wanted.
const TRIES: usize = 2_000;
/// Different sets of answers made for each service.
const SETS: u64 = 48;

/// One way of having answered a service, with what follows from it.
struct Set {
    answers: Answers,
    ground: usize,
    team: String,
    priority: &'static str,
}

struct Desk<'a> {
    app: &'a App,
    catalogue: &'a Catalogue,
    borough: &'a Borough,
    members: &'a Members,
}

/// Writes the history.
pub async fn fill(app: &App, weeks: u32, borough: &Borough, members: &Members, bar: &ProgressBar) -> Result<()> {
    let desk = Desk { app, catalogue: app.part::<Catalogue>()?, borough, members };
    let share = f64::from(borough.households) / HOUSEHOLDS;
    let number = |weekly: f64| (weekly * f64::from(weeks) * share).ceil() as u64;
    bar.set_position(0);
    bar.set_length(WEEKLY.iter().map(|(_, weekly, _, _)| number(*weekly)).sum());
    let mut batch = Batch::new(app);
    for (service, weekly, kept, elsewhere) in WEEKLY {
        let Some(definition) = desk.catalogue.current(service) else { continue };
        let sets = desk.sets(&definition);
        for _ in 0..number(weekly) {
            let source = if app.entropy.below(100) < elsewhere { "dwp" } else { "web" };
            let opened = moment(app.now(), weeks, &app.entropy);
            let set = &sets[app.entropy.below(SETS) as usize];
            let from = desk.reporter(source);
            desk.keep(&mut batch, &definition, set, opened, from, source, kept).await?;
            bar.inc(1);
        }
    }
    desk.shown(&mut batch).await?;
    desk.to_ring(&mut batch).await?;
    batch.finish().await?;
    desk.pictured().await
}

/// Requests about signs and about holes for other systems to take.
pub async fn to_hand(app: &App, borough: &Borough, members: &Members) -> Result<(Vec<Id>, Vec<Id>)> {
    let desk = Desk { app, catalogue: app.part::<Catalogue>()?, borough, members };
    let mut batch = Batch::new(app);
    let (signs, holes) = (desk.of_kind(&mut batch, "sign", 2).await?, desk.of_kind(&mut batch, "pothole", 2).await?);
    batch.finish().await?;
    Ok((signs, holes))
}

/// A moment in the last weeks: seven in eight on a weekday between eight and eight.
fn moment(now: Micros, weeks: u32, chance: &Entropy) -> Micros {
    loop {
        let at = now - chance.below((i64::from(weeks) * 7 * DAY) as u64) as i64;
        let local = kit::lang::local(at);
        let busy = local.weekday().to_monday_zero_offset() < 5 && (8..20).contains(&local.hour());
        if busy || chance.below(100) < 12 {
            return at;
        }
    }
}

impl Desk<'_> {
    fn sets(&self, definition: &Definition) -> Vec<Set> {
        (0..SETS).map(|_| self.set(definition)).collect()
    }

    fn set(&self, definition: &Definition) -> Set {
        let chance = &self.app.entropy;
        let ground = chance.below(self.borough.grounds.len() as u64) as usize;
        let day = kit::lang::local(self.app.now()).date();
        let answers = answers::make(definition, self.borough, ground, day, chance);
        Set {
            team: self.catalogue.team(definition, &answers),
            priority: definition.priority(&answers).code(),
            answers,
            ground,
        }
    }

    /// Who asked: two in three have an account.
    fn reporter(&self, source: &str) -> Option<&Account> {
        let accounts = &self.borough.accounts;
        let known = source == "web" && !accounts.is_empty() && self.app.entropy.below(3) > 0;
        known.then(|| &accounts[self.app.entropy.below(accounts.len() as u64) as usize])
    }

    #[expect(clippy::too_many_arguments, reason = "a request has this many sides")]
    async fn keep(
        &self,
        batch: &mut Batch<'_>,
        definition: &Arc<Definition>,
        set: &Set,
        opened: Micros,
        from: Option<&Account>,
        source: &str,
        kept_percent: u64,
    ) -> Result<Id> {
        let chance = &self.app.entropy;
        let ground = chance.below(self.borough.grounds.len() as u64) as usize;
        let opening = self.opening(definition, set, ground, opened, from, source)?;
        let by_hand = source == "web" && from.is_none() && chance.below(8) == 0;
        let opening = if by_hand { Opening { contact: Some(self.by_landline()), ..opening } } else { opening };
        let due = opening.promise.due;
        let stopped = opening.passed_to.is_some();
        let took = if chance.below(100) < kept_percent {
            ((due - opened) as f64 * (0.15 + chance.below(85) as f64 / 100.0)) as i64
        } else {
            (due - opened) + chance.below((10 * DAY) as u64) as i64
        };
        let ended_at = opened + took.max(HOUR);
        let ended = (ended_at < self.app.now() && !stopped).then(|| self.ended(definition, ended_at));
        let owned = ended.is_some() || chance.below(100) < 80;
        let owner = owned.then(|| self.owner(&opening.team)).flatten();
        cases::history::keep(batch.tx().await?, self.app, opening, owner, ended).await
    }

    /// Somebody without an account who can only be rung or written to.
    fn by_landline(&self) -> cases::Contact {
        let chance = &self.app.entropy;
        let (name, phone) = (people::name(&people::family(chance), chance), people::landline(chance.below(1_000)));
        cases::Contact { by: residents::By::Hand, name, email: None, phone: Some(phone), lang: Lang::EN }
    }

    fn ended(&self, definition: &Definition, at: Micros) -> Ended {
        let outcomes = &definition.outcomes;
        let good: Vec<_> = outcomes.iter().filter(|outcome| outcome.done).collect();
        let chance = &self.app.entropy;
        let outcome = if !good.is_empty() && chance.below(100) < 82 {
            good[chance.below(good.len() as u64) as usize].id.clone()
        } else {
            outcomes[chance.below(outcomes.len() as u64) as usize].id.clone()
        };
        Ended { at, outcome }
    }

    fn owner(&self, team: &str) -> Option<Id> {
        let members = self.members.get(team).filter(|members| !members.is_empty())?;
        Some(members[self.app.entropy.below(members.len() as u64) as usize])
    }

    fn opening(
        &self,
        definition: &Definition,
        set: &Set,
        ground: usize,
        opened: Micros,
        from: Option<&Account>,
        source: &str,
    ) -> Result<Opening> {
        let chance = &self.app.entropy;
        let promise = definition.promise(&set.answers, opened, self.catalogue.calendar()).map_err(Error::internal)?;
        let promise = promise.ok_or_else(|| Error::internal(format!("{} promises nothing", definition.id)))?;
        let mut answers = on_the_day(&set.answers, opened);
        let mut at = None;
        if let Some(question) =
            definition.questions().iter().find(|q| matches!(answers.get(&q.id), Some(Answer::Place(_))))
        {
            let place = answers::place(&self.borough.grounds[ground], chance);
            answers.give(&question.id, Answer::Place(place.clone()));
            at = Some(case_place(&place));
        }
        let given = answers.iter().map(|(question, answer)| {
            Ok(cases::Given {
                question: question.to_owned(),
                value: serde_json::to_value(answer)?,
                by: "resident".into(),
            })
        });
        let passed_to = match definition.stop(&set.answers).map(|stop| stop.output) {
            Some(Output::PassOn { to }) => Some(to),
            _ => None,
        };
        Ok(Opening {
            draft: Id::new(opened, chance),
            service: definition.id.clone(),
            version: definition.version,
            title: self.title(definition, &answers, set, ground),
            kind: definition.kind(&answers),
            team: set.team.clone(),
            answers: given.collect::<Result<_>>()?,
            contact: from.map(|account| cases::Contact {
                by: residents::By::Address,
                name: account.name.clone(),
                email: Some(account.email.clone()),
                phone: None,
                lang: account.lang,
            }),
            resident: from.map(|account| account.id),
            visitor: None,
            help: Help::Alone,
            place: at,
            promise: cases::Promise { due: promise.due, reason: promise.reason },
            source: source.to_owned(),
            priority: set.priority.to_owned(),
            passed_to,
            duplicates: None,
            opened: Some(opened),
        })
    }

    /// So many requests of this kind about the street, of two days ago.
    async fn of_kind(&self, batch: &mut Batch<'_>, kind: &str, number: usize) -> Result<Vec<Id>> {
        let (mut made, opened) = (Vec::new(), self.app.now() - 2 * DAY);
        let Some(definition) = self.catalogue.current("street-problem") else { return Ok(made) };
        for _ in 0..TRIES {
            if made.len() == number {
                break;
            }
            let set = self.set(&definition);
            if definition.kind(&set.answers) != kind {
                continue;
            }
            let opening = self.opening(&definition, &set, made.len(), opened, None, "web")?;
            if opening.passed_to.is_some() {
                continue;
            }
            let owner = self.owner(&opening.team);
            made.push(cases::history::keep(batch.tx().await?, self.app, opening, owner, None).await?);
        }
        Ok(made)
    }

    /// The title, with the street of this request in the place of the set's own.
    fn title(&self, definition: &Definition, answers: &Answers, set: &Set, ground: usize) -> String {
        let grounds = &self.borough.grounds;
        let title = definition.title(answers, Lang::EN, &self.app.words);
        title.replace(&grounds[set.ground].street, &grounds[ground].street)
    }

    /// People who gave a landline alone, and what they could not be sent: somebody has to ring them.
    async fn to_ring(&self, batch: &mut Batch<'_>) -> Result<()> {
        for (service, days, what, since) in [
            ("missed-bin", 6, "promised", 30 * HOUR),
            ("street-problem", 9, "message", 26 * HOUR),
            ("housing-repair", 12, "asked", 2 * DAY),
            ("housing-repair", 20, "promised", 3 * DAY),
            ("general-enquiry", 4, "message", 5 * HOUR),
        ] {
            let Some(definition) = self.catalogue.current(service) else { continue };
            let set = self.set(&definition);
            let opened = self.app.now() - days * DAY;
            let opening = self.opening(&definition, &set, set.ground, opened, None, "web")?;
            let opening = Opening { passed_to: None, contact: Some(self.by_landline()), ..opening };
            let owner = self.owner(&opening.team);
            let tx = batch.tx().await?;
            let case = cases::history::keep(tx, self.app, opening, owner, None).await?;
            cases::history::keep_untold(tx, case, what, self.app.now() - since).await?;
        }
        Ok(())
    }

    /// Street problems with a photograph; the newest is of somebody on the demo's page.
    async fn pictured(&self) -> Result<()> {
        let Some(definition) = self.catalogue.current("street-problem") else { return Ok(()) };
        for number in 0..PICTURED {
            let set = self.set(&definition);
            let opened = self.app.now() - (number + 1) * 37 * HOUR;
            let from = if number == 0 { self.borough.shown.first() } else { self.reporter("web") };
            let ground = from.map_or(set.ground, |from| from.ground);
            let mut opening = self.opening(&definition, &set, ground, opened, from, "web")?;
            opening.passed_to = None;
            let draft = Subject::new("draft", opening.draft);
            let file = pictures::keep(self.app, &draft).await?;
            let photos = vec![Attached { id: file.id, name: file.name, bytes: file.bytes }];
            let value = serde_json::to_value(Answer::Files(photos))?;
            opening.answers.retain(|given| given.question != "photos");
            opening.answers.push(cases::Given { question: "photos".into(), value, by: "resident".into() });
            let (owner, mut tx) = (self.owner(&opening.team), self.app.db.begin().await?);
            let case = cases::history::keep(&mut tx, self.app, opening, owner, None).await?;
            files::give(&mut tx, &[file.id], &draft, &Subject::new("case", case)).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    /// What the residents on the demo's page have: the first some open requests, the second something late.
    async fn shown(&self, batch: &mut Batch<'_>) -> Result<()> {
        let [open, late, ..] = &self.borough.shown[..] else { return Ok(()) };
        for (from, service, ago) in [
            (open, "missed-bin", 20 * HOUR),
            (open, "street-problem", 30 * HOUR),
            (open, "council-tax-moving-home", 3 * DAY),
            (late, "housing-repair", 45 * DAY),
            (late, "general-enquiry", 2 * DAY),
        ] {
            let Some(definition) = self.catalogue.current(service) else { continue };
            let set = self.set(&definition);
            let opened = self.app.now() - ago;
            let opening = self.opening(&definition, &set, from.ground, opened, Some(from), "web")?;
            let opening = Opening { passed_to: None, ..opening };
            let owner = self.owner(&opening.team);
            cases::history::keep(batch.tx().await?, self.app, opening, owner, None).await?;
        }
        Ok(())
    }
}

/// The answers as they were given on the day it was opened: days lie as far from it as they lie from today.
fn on_the_day(answers: &Answers, opened: Micros) -> Answers {
    let day = kit::lang::local(opened).date();
    let earlier = answers.today() - day;
    let mut given = Answers::on(day);
    for (question, answer) in answers.iter() {
        let answer = match answer {
            Answer::Date(date) => Answer::Date(date.saturating_sub(earlier)),
            other => other.clone(),
        };
        given.give(question, answer);
    }
    given
}

fn case_place(place: &services::Place) -> cases::Place {
    cases::Place {
        position: place.latitude.zip(place.longitude),
        ward: place.ward.clone().unwrap_or_default(),
        postcode: place.postcode.clone().unwrap_or_default(),
        street: place.street.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_as_far_from_the_request_as_they_were_from_today() {
        let mut answers = Answers::on(date(2026, 11, 22));
        answers.give("due_on", Answer::Date(date(2026, 11, 16)));
        answers.give("about", Answer::Text("Nothing".into()));
        let opened = date(2026, 10, 30).in_tz("Europe/London").expect("a day").timestamp().as_microsecond();
        let given = on_the_day(&answers, opened);
        assert_eq!(given.get("due_on"), Some(&Answer::Date(date(2026, 10, 24))));
        assert_eq!(given.get("about"), answers.get("about"));
    }
}
