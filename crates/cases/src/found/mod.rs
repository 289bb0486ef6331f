//! Those who reported something and have no account, found in the same box as everybody else by the name, telephone number or email
//! they left; and requests about a vehicle, by its registration mark. Only what may be seen is found. Of where somebody is nothing
//! is told: it may be a safe address, and what they reported is on its page, behind its own rule.

mod everywhere;
pub(crate) mod keys;

use crate::access::{self, Action};
use crate::model::{Case, Status};
use crate::store::{self, found::Reported};
use crate::{book, desk};
use kit::clock::Micros;
use kit::db::Conn;
use kit::who::Who;
use kit::{App, Id, Lang, Reference, Result};
use residents::find::{self, Asked, Fit, Plate, SHOWN, fold};
use std::collections::{BTreeMap, BTreeSet};

pub use everywhere::{Everywhere, everywhere};
pub use keys::{write_of_case, write_some};

/// Candidates looked at for somebody who may not see every case: most are others'.
const MORE_CANDIDATES: usize = 300;

/// A case somebody reported.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The case.
    pub case: Id,
    /// Its reference.
    pub reference: Reference,
    /// The name of its service.
    pub service: String,
    /// Where it has got to.
    pub status: Status,
    /// When it was opened.
    pub opened: Micros,
}

/// Somebody without an account.
#[derive(Debug, Clone, PartialEq)]
pub struct Stranger {
    /// What they said they are called; may be empty.
    pub name: String,
    /// What they reported, as far as it may be seen, the newest first.
    pub reports: Vec<Report>,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// People without an account, best first; at most [`SHOWN`].
    pub strangers: Vec<Stranger>,
    /// There are more who fit.
    pub more: bool,
    /// Requests about a vehicle of the mark that was typed, or of one near it; the best first, at most [`SHOWN`].
    pub vehicles: Vec<(Report, Plate, Fit)>,
}

impl Found {
    /// The cases that are shown.
    pub fn cases(&self) -> Vec<Id> {
        let reported = self.strangers.iter().flat_map(|stranger| stranger.reports.iter());
        let about = self.vehicles.iter().map(|(report, ..)| report);
        let mut all: Vec<Id> = reported.chain(about).map(|report| report.case).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// Finds them by what was typed, as far as this member of staff may see their cases.
pub async fn find(conn: &mut Conn, app: &App, who: &Who, typed: &str) -> Result<Found> {
    residents::may_find(who)?;
    let asked = Asked::read(typed);
    let everything = access::parts(who.staff()?, &desk::services_of(app)?)? == [access::Part::Everything];
    let most = if everything { find::CANDIDATES } else { MORE_CANDIDATES };
    let candidates = asked.candidates(conn, &store::found::SHELF, most).await?;
    let full = candidates.len() == most;
    let mut scored = Vec::new();
    let reported = store::found::all_reported(conn, &candidates).await?;
    let reported: Vec<Reported> = reported.into_iter().filter(|one| one.resident.is_none()).collect();
    let seen = seen(conn, app, who, &reported).await?;
    for one in reported {
        if let Some(case) = seen.get(&one.case) {
            scored.push((asked.score(&keys::person(&one)), (one, report(app, case)?)));
        }
    }
    let best = find::best(scored, |(reported, _)| (reported.name.clone(), reported.id));
    let mut strangers = together(best);
    let more = full || strangers.len() > SHOWN;
    strangers.truncate(SHOWN);
    Ok(Found { more: more && !strangers.is_empty(), strangers, vehicles: vehicles(conn, app, who, &asked).await? })
}

/// The cases of these reporters that may be seen and of which anything personal is left.
async fn seen(conn: &mut Conn, app: &App, who: &Who, reported: &[Reported]) -> Result<BTreeMap<Id, Case>> {
    let (staff, standing) = (who.staff()?, desk::standing_of(app)?);
    let ids: BTreeSet<Id> = reported.iter().map(|one| one.case).collect();
    let cases = store::cases::by_ids(conn, &Vec::from_iter(ids)).await?.into_iter();
    let seen = cases.filter(|case| !case.erased && access::may(staff, Action::See, case, &standing));
    Ok(seen.map(|case| (case.id, case)).collect())
}

/// The case with its service's name.
fn report(app: &App, case: &Case) -> Result<Report> {
    Ok(Report {
        case: case.id,
        reference: case.reference.clone(),
        service: book::service_name(app, &case.service, Lang::EN)?,
        status: case.status,
        opened: case.opened,
    })
}

/// The same person's reports under one name: whoever left the same name, email and number.
fn together(found: Vec<(Reported, Report)>) -> Vec<Stranger> {
    let mut all: Vec<([String; 3], Stranger)> = Vec::new();
    for (reported, report) in found {
        let name = fold::words(&reported.name).join(" ");
        let phone: String = reported.phone.chars().filter(char::is_ascii_digit).collect();
        let key = [name, reported.email.to_lowercase(), phone];
        match all.iter_mut().find(|(other, _)| *other == key) {
            Some((_, stranger)) => stranger.reports.push(report),
            None => all.push((key, Stranger { name: reported.name, reports: vec![report] })),
        }
    }
    let mut all: Vec<Stranger> = all.into_iter().map(|(_, stranger)| stranger).collect();
    for stranger in &mut all {
        stranger.reports.sort_by_key(|report| std::cmp::Reverse(report.case));
        stranger.reports.dedup_by_key(|report| report.case);
    }
    all
}

/// Requests about a vehicle that may be meant, whoever reported them.
async fn vehicles(conn: &mut Conn, app: &App, who: &Who, asked: &Asked) -> Result<Vec<(Report, Plate, Fit)>> {
    let mut all: Vec<(Report, Plate, Fit)> = Vec::new();
    let ids = asked.by_plate(conn, &store::found::SHELF).await?;
    let reported = store::found::all_reported(conn, &ids).await?;
    let seen = seen(conn, app, who, &reported).await?;
    for one in reported {
        let Some(case) = seen.get(&one.case) else { continue };
        let marks = keys::plates(app, case, &one.answers)?;
        if let Some((fit, plate)) = asked.fit(&marks) {
            all.push((report(app, case)?, plate.clone(), fit));
        }
    }
    let newest = |report: &Report| std::cmp::Reverse(report.case);
    all.sort_by(|(one, plate, fit), (other, theirs, fits)| {
        fit.cmp(fits).then_with(|| plate.cmp(theirs)).then_with(|| newest(one).cmp(&newest(other)))
    });
    all.dedup_by(|(one, ..), (other, ..)| one.case == other.case);
    all.truncate(SHOWN);
    Ok(all)
}
