//! Reports from another system become cases: once each, however often the import runs, and on from where it stopped.

mod mapping;
pub(crate) mod rows;
mod sort;

pub use mapping::Mapping;
pub use rows::{Refused, has_its_columns};
pub use sort::{Sorted, place, sort};

use crate::facts::{self, Data, Standing};
use crate::model::{Case, Promise, Status};
use crate::open::{Given, nobody};
use crate::store::{self, cases::Beside};
use crate::{book, dates};
use kit::clock::Micros;
use kit::db::{Tx, again_if_collided};
use kit::who::Who;
use kit::{App, Error, Id, Reference, Result};
use rows::Report;
use services::{Answer, Answers, Catalogue, Definition, Output};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Rows in one transaction; between two of them the writer lane is free for others.
const BATCH: usize = 200;
/// How often a report is given a new reference before its batch is begun anew.
const TRIES: usize = 3;

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Done {
    /// New cases.
    pub imported: u64,
    /// Rows that were cases already.
    pub already: u64,
    /// Rows that could not be read, each with where and why.
    pub refused: Vec<Refused>,
    /// How many rows went to each service and kind.
    pub kinds: BTreeMap<(String, String), u64>,
}

/// Brings the reports of a CSV file in, as the mapping says. `progress` is told rows done and rows in all after each
/// batch. With `dry_run` nothing is written.
pub async fn reports(
    app: &App,
    mapping: &str,
    csv: &[u8],
    dry_run: bool,
    progress: &(dyn Fn(u64, u64) + Send + Sync),
) -> Result<Done> {
    let mapping = Mapping::read(mapping)?;
    let file = rows::read(csv, &mapping)?;
    let mut done = Done { refused: file.refused, ..Done::default() };
    let all = (file.reports.len() + done.refused.len()) as u64;
    let desk = Desk { app, mapping: &mapping, catalogue: app.part::<Catalogue>()? };
    progress(done.refused.len() as u64, all);
    // Of the whole file: a dry run writes nothing that a later row could be found in.
    let mut seen = BTreeSet::new();
    for batch in file.reports.chunks(BATCH) {
        let new = again_if_collided(|| desk.batch(batch, &seen, dry_run)).await?;
        done.imported += new.len() as u64;
        done.already += (batch.len() - new.len()) as u64;
        seen.extend(new);
        for report in batch {
            let sorted = sort(&mapping, &report.title, &report.category);
            *done.kinds.entry((sorted.service.to_owned(), sorted.kind.to_owned())).or_default() += 1;
        }
        progress(done.imported + done.already + done.refused.len() as u64, all);
    }
    Ok(done)
}

/// What turning a report into a case takes.
struct Desk<'a> {
    app: &'a App,
    mapping: &'a Mapping,
    catalogue: &'a Catalogue,
}

impl Desk<'_> {
    /// Writes a batch and gives the identifiers of those that are new, `seen` being those of the batches before.
    async fn batch<'r>(
        &self,
        reports: &'r [Report],
        seen: &BTreeSet<&str>,
        dry_run: bool,
    ) -> Result<BTreeSet<&'r str>> {
        let mut tx = self.app.db.begin().await?;
        let mut new = BTreeSet::new();
        for report in reports {
            let id = report.id.as_str();
            let known = seen.contains(id) || store::cases::has_external(&mut tx, &self.mapping.source, id).await?;
            if known || !new.insert(id) {
                continue;
            }
            if !dry_run {
                self.put(&mut tx, report).await?;
            }
        }
        tx.commit().await?;
        Ok(new)
    }

    async fn put(&self, tx: &mut Tx, report: &Report) -> Result<()> {
        let now = self.app.now();
        let (mut case, answers) = self.case(report, now)?;
        let mut tries = 0;
        let beside = Beside { external: report.id.clone(), answers, contact_key: String::new() };
        while !store::cases::insert(tx, &case, &beside).await? {
            // The identifier was looked for in this transaction: the reference is taken, or another import is at work.
            case.reference = Reference::new(&self.app.entropy);
            tries += 1;
            if tries == TRIES {
                return Err(Error::Rerun);
            }
        }
        let data =
            Data { revision: case.revision, now: Some(Standing::of(&case)), due: case.promise.due, ..Data::default() };
        facts::record(tx, self.app, facts::about("case.imported", &Who::system(), &case).data(data.json())).await?;
        Ok(())
    }

    fn definition(&self, service: &str) -> Result<Arc<Definition>> {
        let missing =
            || Error::internal(format!("a rule of the import names the service {service}, which is not there"));
        self.catalogue.current(service).ok_or_else(missing)
    }

    fn case(&self, report: &Report, now: Micros) -> Result<(Case, String)> {
        let sorted = sort(self.mapping, &report.title, &report.category);
        let definition = self.definition(sorted.service)?;
        let today = kit::lang::local(now).date();
        let place = place(&self.catalogue.context(today), report.position, self.mapping.nearest_within);
        let mut answers = Answers::on(today);
        let kind = definition.question(&self.mapping.kind_question).map(|question| question.id.clone());
        if let Some(kind) = &kind
            && !sorted.kind.is_empty()
        {
            answers.give(kind, Answer::Choice(sorted.kind.to_owned()));
        }
        if definition.question("place").is_some() {
            answers.give("place", Answer::Place(place.clone()));
        }
        if definition.question("description").is_some() {
            answers.give("description", Answer::Text(report.title.clone()));
        }
        let promised = definition.promise(&answers, now, self.catalogue.calendar()).map_err(Error::internal)?;
        let usual = Promise { due: dates::in_working_days(self.app, now, book::USUAL)?, reason: String::new() };
        let promise = promised.map_or(usual, |promise| Promise { due: promise.due, reason: promise.reason });
        let passed_to = match definition.stop(&answers).map(|stop| stop.output) {
            Some(Output::PassOn { to }) => to,
            _ => String::new(),
        };
        let status = match (report.closed, passed_to.is_empty()) {
            (true, _) => Status::Closed,
            (false, false) => Status::PassedOn,
            (false, true) => Status::Open,
        };
        let given: Vec<Given> = answers
            .iter()
            .map(|(question, answer)| {
                Ok(Given { question: question.to_owned(), value: serde_json::to_value(answer)?, by: "import".into() })
            })
            .collect::<Result<_>>()?;
        let team = match sorted.team {
            "" => self.catalogue.team(&definition, &answers),
            team => team.to_owned(),
        };
        let case = Case {
            id: Id::new(now, &self.app.entropy),
            reference: Reference::new(&self.app.entropy),
            draft: self.app.id(),
            revision: 1,
            service: definition.id.clone(),
            version: definition.version,
            kind: sorted.kind.to_owned(),
            title: report.title.clone(),
            status,
            priority: definition.priority(&answers).code().to_owned(),
            team,
            owner: Id::NONE,
            opened: now,
            dated: false,
            next_action: promise.due.min(dates::in_working_days(self.app, now, dates::FIRST_LOOK)?),
            promise,
            promises: 1,
            told_late: false,
            closed: if status.is_live() { 0 } else { now },
            outcome: if report.closed { self.mapping.outcome(&definition) } else { String::new() },
            source: self.mapping.source.clone(),
            resident: None,
            visitor: Id::NONE,
            contact: nobody(),
            place: crate::Place {
                position: place.latitude.zip(place.longitude),
                ward: place.ward.unwrap_or_default(),
                postcode: place.nearest_postcode.unwrap_or_default(),
                street: String::new(),
            },
            passed_to,
            passed_sent: false,
            erased: false,
        };
        Ok((case, serde_json::to_string(&given)?))
    }
}
