//! What is delivered as data, with the council's own in its place.

use crate::commands::Common;
use crate::embedded;
use calendar::{Date, Holidays, Hours};
use kit::{Error, Result};
use services::Folder;
use std::path::Path;

/// Who is offered more help: the council's own rules, where it has some, else those delivered.
pub fn needs(common: &Common) -> Result<residents::needs::Criteria> {
    residents::needs::Criteria::read(&own_or(common, "needs/criteria.toml")?)
}

/// The places people come to: the council's own, where it has any, else those delivered.
pub fn sites(common: &Common, services: &Folder) -> Result<queue::Sites> {
    let own = common.data.join("definitions/sites");
    let texts = if own.is_dir() { read_all(&own)? } else { embedded::sites() };
    let read = |(file, text): &(String, String)| queue::Site::read(text, file, |service| services.has(service));
    Ok(queue::Sites::new(texts.iter().map(read).collect::<Result<Vec<_>>>()?))
}

/// What can be booked at these sites: the council's own diaries, where it has any, else those delivered for sites there are.
pub fn diaries(common: &Common, sites: &queue::Sites, holidays: &Holidays) -> Result<appointments::Diaries> {
    let own = common.data.join("definitions/diaries");
    let (mut texts, own) = if own.is_dir() { (read_all(&own)?, true) } else { (embedded::diaries(), false) };
    let kinds = texts.iter().position(|(file, _)| file == "kinds.toml").map(|at| texts.remove(at).1);
    let Some(kinds) = kinds else { return Ok(appointments::Diaries::default()) };
    // A council with sites of its own and no diaries has none of ours.
    texts.retain(|(file, _)| own || sites.get(file.trim_end_matches(".toml")).is_ok());
    let places: Vec<appointments::Place> = sites.all().map(place).collect();
    let closed = holidays.between(Date::MIN, Date::MAX).map(|(date, _)| date).collect();
    appointments::Diaries::read(&kinds, &texts, &places, &closed)
}

/// What a diary has to know of a site.
fn place(site: &queue::Site) -> appointments::Place {
    let hours = |hours: Hours| capacity::Hours { from: hours.open(), until: hours.close() };
    appointments::Place {
        id: site.id.clone(),
        name: site.name.clone(),
        address: site.address.clone(),
        phone: site.phone.clone(),
        opening: site.week().map(|day| day.map(hours)),
        partners: site.partners.iter().map(|partner| (partner.id.clone(), partner.week())).collect(),
        businesses: site.businesses.iter().map(|business| business.id.clone()).collect(),
    }
}

/// What boards say in languages that pages are not written in: the council's own, where it has any, else those delivered.
pub fn boards(common: &Common, sites: &queue::Sites) -> Result<queue::Tongues> {
    queue::Tongues::read(&own_or(common, "boards/words.toml")?, sites)
}

/// The council's own file of its definitions, where it has one, else the one delivered.
fn own_or(common: &Common, path: &str) -> Result<String> {
    let own = common.data.join("definitions").join(path);
    match std::fs::read_to_string(&own) {
        Ok(text) => Ok(text),
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => embedded::definition(path).map(str::to_owned),
        Err(cause) => Err(Error::internal(format!("{}: {cause}", own.display()))),
    }
}

/// Every TOML file of a folder, by name.
fn read_all(folder: &Path) -> Result<Vec<(String, String)>> {
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "toml") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            texts.push((name, std::fs::read_to_string(&path)?));
        }
    }
    texts.sort();
    Ok(texts)
}
