//! Sites as data, `definitions/sites/<site>.toml`: what people come for, desks, partners, opening hours, the ordering rule.

use crate::quiet::{Quiet, place};
use crate::rule::Rule;
use calendar::{Date, Hours, Opening, Time, Weekday};
use kit::clock::Micros;
use kit::lang::local;
use kit::{Error, Lang, Result};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Names by language.
pub type Names = BTreeMap<String, String>;

/// The name in a language; in English where there is none in that.
pub(crate) fn named<'a>(names: &'a Names, lang: &str) -> &'a str {
    names.get(lang).or_else(|| names.get("en")).map_or("", String::as_str)
}

/// What people come for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Business {
    /// Its code.
    pub id: String,
    /// The letter its tickets begin with.
    pub letter: char,
    /// As the kiosk offers it.
    pub name: Names,
    /// How many minutes it takes, until enough of it has been seen.
    pub takes: f64,
    /// The services it is about.
    #[serde(default)]
    pub services: Vec<String>,
    /// The partner who does it, where the council does not.
    #[serde(default)]
    pub partner: String,
}

/// Where people are called to.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Desk {
    /// Its code and what the board calls it: "4", "Room 2".
    pub id: String,
    /// What can be done there, by code.
    pub business: Vec<String>,
    /// It has a door that shuts.
    #[serde(default)]
    pub room: bool,
    /// It can be reached without a step, and a wheelchair goes under it.
    #[serde(default)]
    pub step_free: bool,
    /// The partner who sits there.
    #[serde(default)]
    pub partner: String,
}

impl Desk {
    /// What a board calls it after the word for a desk or a room: "4". Of a room nothing else is shown.
    pub fn number(&self) -> &str {
        if self.room { self.id.rsplit(' ').next().unwrap_or_default() } else { &self.id }
    }
}

/// Another organisation under the same roof.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// Its code.
    pub id: String,
    /// What it is called.
    pub name: Names,
    /// On which weekdays it is there: "mon".
    pub days: Vec<String>,
}

impl Partner {
    /// On which weekdays it is there, Monday first.
    pub fn week(&self) -> [bool; 7] {
        DAYS.map(|day| self.days.iter().any(|there| there == day))
    }
}

/// A part of the house with boards of its own.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Zone {
    /// Its code, as in the address of its boards.
    pub id: String,
    /// What it is called.
    pub name: Names,
    /// When its boards are silent, besides the times of the site.
    #[serde(default)]
    pub quiet: Quiet,
}

impl Zone {
    /// The name of the zone.
    pub fn called(&self, lang: &str) -> &str {
        named(&self.name, lang)
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    name: Names,
    address: String,
    #[serde(default)]
    phone: String,
    seen_within: i64,
    longest: i64,
    languages: Vec<String>,
    opening: BTreeMap<String, String>,
    rule: Rule,
    #[serde(rename = "business")]
    businesses: Vec<Business>,
    #[serde(rename = "desk")]
    desks: Vec<Desk>,
    #[serde(default, rename = "partner")]
    partners: Vec<Partner>,
    #[serde(default)]
    quiet: Quiet,
    #[serde(default, rename = "zone")]
    zones: Vec<Zone>,
}

/// A place people come to.
#[derive(Debug, Clone)]
pub struct Site {
    /// Its code, as in addresses.
    pub id: String,
    /// What it is called.
    pub name: Names,
    /// Where it is, in one line.
    pub address: String,
    /// The number of somebody there; empty where there is none.
    pub phone: String,
    /// Within how many minutes people are to be seen, from the door.
    pub seen_within: i64,
    /// Whoever waits longer than this, in minutes, is somebody the site's lead hears of.
    pub longest: i64,
    /// The languages of its board and kiosk, the first first.
    pub languages: Vec<String>,
    /// When it is open.
    pub opening: Opening,
    /// Who is called before whom.
    pub rule: Rule,
    /// What people come for.
    pub businesses: Vec<Business>,
    /// Where they are called to.
    pub desks: Vec<Desk>,
    /// Who else is in the house.
    pub partners: Vec<Partner>,
    /// When its boards make no sound.
    pub quiet: Quiet,
    /// Parts of the house with boards of their own.
    pub zones: Vec<Zone>,
}

/// The weekdays as sites write them, Monday first.
pub(crate) const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The days since 1 January 1970 of the local date of this moment.
pub fn day_of(at: Micros) -> i64 {
    let day = local(at).date();
    i64::from((day - calendar::date(1970, 1, 1)).get_days())
}

impl Site {
    /// Reads one; says in words what is wrong. `services` are those there are.
    pub fn read(text: &str, file: &str, knows: impl Fn(&str) -> bool) -> Result<Site> {
        let wrong = |what: String| Error::internal(format!("definitions/sites/{file}: {what}"));
        let read: Written = toml::from_str(text).map_err(|cause| wrong(cause.to_string()))?;
        let opening = opening(&read.opening).map_err(wrong)?;
        let site = Site {
            id: read.id,
            name: read.name,
            address: read.address,
            phone: read.phone,
            seen_within: read.seen_within,
            longest: read.longest,
            languages: read.languages,
            opening,
            rule: read.rule,
            businesses: read.businesses,
            desks: read.desks,
            partners: read.partners,
            quiet: read.quiet,
            zones: read.zones,
        };
        match site.faults(&knows).into_iter().next() {
            Some(fault) => Err(wrong(fault)),
            None => Ok(site),
        }
    }

    fn faults(&self, knows: &impl Fn(&str) -> bool) -> Vec<String> {
        let mut wrong = self.rule.faults();
        let mut seen = BTreeSet::new();
        let needs = self.rule.needs.iter().map(|one| (one.id.as_str(), &one.name));
        let businesses = self.businesses.iter().map(|one| (one.id.as_str(), &one.name));
        let partners = self.partners.iter().map(|one| (one.id.as_str(), &one.name));
        let zones = self.zones.iter().map(|one| (one.id.as_str(), &one.name));
        for (id, names) in needs.chain(businesses).chain(partners).chain(zones).chain([(self.id.as_str(), &self.name)])
        {
            if !seen.insert(id) {
                wrong.push(format!("`{id}` is here twice"));
            }
            if id.is_empty()
                || !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            {
                wrong.push(format!("`{id}` is made of more than small letters, digits and hyphens"));
            }
            if let Some(lang) = Lang::ALL.iter().find(|lang| !names.contains_key(lang.tag)) {
                wrong.push(format!("`{id}` has no name in {}", lang.tag));
            }
        }
        for business in &self.businesses {
            wrong.extend(self.faults_of(business, knows));
        }
        for desk in &self.desks {
            if let Some(code) = desk.business.iter().find(|code| self.business(code).is_none()) {
                wrong.push(format!("desk `{}` does `{code}`, which nobody comes for", desk.id));
            }
            if desk.room && desk.number() == desk.id {
                wrong.push(format!("the room `{}` is written as \"Room 1\": boards show its number alone", desk.id));
            }
            if !desk.partner.is_empty() && self.partner(&desk.partner).is_none() {
                wrong.push(format!("desk `{}` names the partner `{}`, which there is not", desk.id, desk.partner));
            }
        }
        for partner in &self.partners {
            if let Some(day) = partner.days.iter().find(|day| !DAYS.contains(&day.as_str())) {
                wrong.push(format!("partner `{}` is there on `{day}`; days are written mon to sun", partner.id));
            }
        }
        if self.businesses.len() > 60 {
            wrong.push("a site has at most 60 kinds of business".to_owned());
        }
        if !(1..=480).contains(&self.seen_within) || !(1..=480).contains(&self.longest) {
            wrong.push("`seen_within` and `longest` are 1 to 480 minutes".to_owned());
        }
        wrong
    }

    fn faults_of(&self, business: &Business, knows: &impl Fn(&str) -> bool) -> Vec<String> {
        let (id, mut wrong) = (&business.id, Vec::new());
        if !business.letter.is_ascii_uppercase() {
            wrong.push(format!("`{id}` has the letter `{}`; it is A to Z", business.letter));
        }
        if !(0.5..=240.0).contains(&business.takes) {
            wrong.push(format!("`{id}` takes half a minute to 240"));
        }
        if let Some(service) = business.services.iter().find(|service| !knows(service)) {
            wrong.push(format!("`{id}` names the service `{service}`, which there is not"));
        }
        if !business.partner.is_empty() && self.partner(&business.partner).is_none() {
            wrong.push(format!("`{id}` names the partner `{}`, which there is not", business.partner));
        }
        if !self.desks.iter().any(|desk| desk.business.contains(id)) {
            wrong.push(format!("no desk does `{id}`"));
        }
        wrong
    }

    /// What somebody comes for, by its code.
    pub fn business(&self, id: &str) -> Option<&Business> {
        self.businesses.iter().find(|one| one.id == id)
    }

    /// A desk, by its code.
    pub fn desk(&self, id: &str) -> Option<&Desk> {
        self.desks.iter().find(|one| one.id == id)
    }

    /// A partner, by its code.
    pub fn partner(&self, id: &str) -> Option<&Partner> {
        self.partners.iter().find(|one| one.id == id)
    }

    /// The name of the site.
    pub fn called(&self, lang: &str) -> &str {
        named(&self.name, lang)
    }

    /// The desk can see people for this business.
    pub fn can(&self, desk: &str, business: &str) -> bool {
        self.desk(desk).is_some_and(|desk| desk.business.iter().any(|code| code == business))
    }

    /// What can be asked for on the day of this moment: a partner's business on its days alone.
    pub fn today(&self, at: Micros) -> impl Iterator<Item = &Business> {
        let weekday = local(at).weekday();
        self.businesses.iter().filter(move |one| one.partner.is_empty() || self.is_there(&one.partner, weekday))
    }

    fn is_there(&self, partner: &str, weekday: Weekday) -> bool {
        let today = DAYS[place(weekday)];
        self.partner(partner).is_some_and(|partner| partner.days.iter().any(|day| day == today))
    }

    /// The hours of every weekday, Monday first; nothing for a day on which it stays shut.
    pub fn week(&self) -> [Option<Hours>; 7] {
        [
            Weekday::Monday,
            Weekday::Tuesday,
            Weekday::Wednesday,
            Weekday::Thursday,
            Weekday::Friday,
            Weekday::Saturday,
            Weekday::Sunday,
        ]
        .map(|day| self.opening.on(day))
    }

    /// From when to when it is open on the day of this moment; nothing where it stays shut.
    pub fn open_on(&self, at: Micros) -> Option<(Micros, Micros)> {
        let here = local(at);
        let hours = self.opening.on(here.weekday())?;
        let instant = |time: Time| here.with().time(time).build().ok().map(|then| then.timestamp().as_microsecond());
        Some((instant(hours.open())?, instant(hours.close())?))
    }

    /// It is open at this moment.
    pub fn is_open(&self, at: Micros) -> bool {
        self.open_on(at).is_some_and(|(from, until)| (from..until).contains(&at))
    }

    /// The local date of this moment.
    pub fn date(&self, at: Micros) -> Date {
        local(at).date()
    }
}

fn opening(written: &BTreeMap<String, String>) -> Result<Opening, String> {
    let mut days = [None; 7];
    for (day, hours) in written {
        let place = DAYS.iter().position(|name| name == day).ok_or_else(|| format!("`{day}` is no day: mon to sun"))?;
        days[place] = Some(self::hours(hours).ok_or_else(|| format!("`{hours}` are no hours: 09:00-17:00"))?);
    }
    Opening::new(days).map_err(|cause| cause.to_string())
}

/// "09:00-17:00".
pub(crate) fn hours(written: &str) -> Option<Hours> {
    let (from, until) = written.split_once('-')?;
    let time = |text: &str| text.trim().parse::<Time>().ok();
    Hours::new(time(from)?, time(until)?).ok()
}

/// Every site, by code.
#[derive(Debug, Clone, Default)]
pub struct Sites(BTreeMap<String, Site>);

impl Sites {
    /// Of these sites.
    pub fn new(sites: impl IntoIterator<Item = Site>) -> Sites {
        Sites(sites.into_iter().map(|site| (site.id.clone(), site)).collect())
    }

    /// The site of this code.
    pub fn get(&self, id: &str) -> Result<&Site> {
        self.0.get(id).ok_or(Error::NotFound)
    }

    /// All of them, by code.
    pub fn all(&self) -> impl Iterator<Item = &Site> {
        self.0.values()
    }
}

#[cfg(test)]
#[path = "site_tests.rs"]
mod tests;
