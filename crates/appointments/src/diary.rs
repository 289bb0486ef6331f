//! Appointments as data, `definitions/diaries/`: what can be booked (`kinds.toml`), and who is there when, a file for each site.

use crate::model::Way;
use capacity::{Date, Hours, Pool, Room, Seat, Shift, Time, TimeZone};
use kit::{Error, Lang, Result};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Names by language.
pub type Names = BTreeMap<String, String>;

/// The weekdays as they are written, Monday first.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The name in a language; in English where there is none in that.
pub fn named(names: &Names, lang: Lang) -> &str {
    names.get(lang.tag).or_else(|| names.get("en")).map_or("", String::as_str)
}

/// What can be booked.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// Its code, as in addresses.
    pub id: String,
    /// How long it takes.
    pub minutes: i64,
    /// How it can be had.
    pub ways: Vec<Way>,
    /// What it is called.
    pub name: Names,
    /// What it is for, in a sentence or two.
    pub about: Names,
    /// What to have with one.
    pub bring: Names,
}

/// Something a room can have that somebody may need.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Its code.
    pub id: String,
    /// What it is called.
    pub name: Names,
}

/// A language somebody may ask for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tongue {
    /// Its code.
    pub id: String,
    /// Its own name for itself.
    pub name: String,
}

/// The place of a diary, as its site says.
#[derive(Debug, Clone)]
pub struct Place {
    /// The site's code.
    pub id: String,
    /// What it is called.
    pub name: Names,
    /// Where it is, in one line.
    pub address: String,
    /// The number of somebody there; may be empty.
    pub phone: String,
    /// Its hours, Monday first.
    pub opening: [Option<Hours>; 7],
    /// On which weekdays each partner is there.
    pub partners: BTreeMap<String, [bool; 7]>,
    /// What people come for, by code.
    pub businesses: BTreeSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenKinds {
    kind: Vec<Kind>,
    #[serde(default)]
    need: Vec<Need>,
    #[serde(default)]
    language: Vec<Tongue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenShift {
    days: Vec<String>,
    hours: String,
    #[serde(default)]
    breaks: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSeat {
    id: String,
    pool: String,
    does: BTreeSet<String>,
    #[serde(default)]
    speaks: BTreeSet<String>,
    #[serde(default)]
    partner: String,
    shifts: Vec<WrittenShift>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRoom {
    id: String,
    #[serde(default)]
    takes: BTreeSet<String>,
    #[serde(default)]
    has: BTreeSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenPool {
    id: String,
    kept: i64,
    window: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    site: String,
    step: i64,
    weeks: i64,
    notice: i64,
    #[serde(default)]
    closed: Vec<String>,
    pool: Vec<WrittenPool>,
    #[serde(default)]
    business: BTreeMap<String, String>,
    seat: Vec<WrittenSeat>,
    #[serde(default)]
    room: Vec<WrittenRoom>,
}

/// The diary of a site.
#[derive(Debug, Clone)]
pub struct Diary {
    /// Where.
    pub place: Place,
    /// So many weeks ahead.
    pub weeks: i64,
    /// So many minutes before it begins, at the latest.
    pub notice: i64,
    /// What somebody who came for it waits for in the queue, by kind.
    pub business: BTreeMap<String, String>,
    /// Hours, rota and rooms.
    pub plan: capacity::Diary,
}

impl Diary {
    /// Somebody there does this.
    pub fn does(&self, kind: &str) -> bool {
        self.plan.seats.iter().any(|seat| seat.does.contains(kind))
    }

    /// Somebody there who does this speaks the language.
    pub fn speaks(&self, kind: &str, tongue: &str) -> bool {
        self.plan.seats.iter().any(|seat| seat.does.contains(kind) && seat.speaks.contains(tongue))
    }

    /// The share of the time of those who do this that is kept for people without an appointment, in percent, and in every window of
    /// how many minutes; nothing where none is.
    pub fn kept(&self, kind: &str) -> Option<Pool> {
        let pools = self.plan.seats.iter().filter(|seat| seat.does.contains(kind)).map(|seat| seat.pool);
        pools.filter_map(|pool| self.plan.pools.get(pool)).copied().filter(|pool| pool.kept > 0).max_by_key(|p| p.kept)
    }

    /// The name of the place.
    pub fn called(&self, lang: Lang) -> &str {
        named(&self.place.name, lang)
    }
}

/// Everything that can be booked, and where.
#[derive(Debug, Clone, Default)]
pub struct Diaries {
    /// What can be booked.
    pub kinds: Vec<Kind>,
    /// What people may need.
    pub needs: Vec<Need>,
    /// Languages they may ask for.
    pub tongues: Vec<Tongue>,
    all: BTreeMap<String, Diary>,
}

impl Diaries {
    /// Reads `kinds` and the diary of each site; says in words what is wrong. `holidays` are the bank holidays.
    pub fn read(
        kinds: &str,
        texts: &[(String, String)],
        places: &[Place],
        holidays: &BTreeSet<Date>,
    ) -> Result<Diaries> {
        let wrong = |file: &str, what: String| Error::internal(format!("definitions/diaries/{file}: {what}"));
        let said: WrittenKinds = toml::from_str(kinds).map_err(|cause| wrong("kinds.toml", cause.to_string()))?;
        let mut diaries = Diaries { kinds: said.kind, needs: said.need, tongues: said.language, all: BTreeMap::new() };
        if let Some(fault) = diaries.faults().into_iter().next() {
            return Err(wrong("kinds.toml", fault));
        }
        for (file, text) in texts {
            let written: Written = toml::from_str(text).map_err(|cause| wrong(file, cause.to_string()))?;
            let place = places.iter().find(|place| place.id == written.site);
            let place = place.ok_or_else(|| wrong(file, format!("there is no site `{}`", written.site)))?;
            let diary = diaries.diary(written, place, holidays).map_err(|what| wrong(file, what))?;
            if diaries.all.insert(place.id.clone(), diary).is_some() {
                return Err(wrong(file, format!("`{}` has a diary already", place.id)));
            }
        }
        Ok(diaries)
    }

    fn faults(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        let kinds = self.kinds.iter().flat_map(|kind| {
            [(&kind.id, "name", &kind.name), (&kind.id, "about", &kind.about), (&kind.id, "bring", &kind.bring)]
        });
        for (id, what, names) in kinds.chain(self.needs.iter().map(|need| (&need.id, "name", &need.name))) {
            if let Some(lang) = Lang::ALL.iter().find(|lang| !names.contains_key(lang.tag)) {
                wrong.push(format!("`{id}` has no {what} in {}", lang.tag));
            }
        }
        let ids = self.kinds.iter().map(|kind| &kind.id).chain(self.needs.iter().map(|need| &need.id));
        let mut seen = BTreeSet::new();
        for id in ids.chain(self.tongues.iter().map(|tongue| &tongue.id)) {
            let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            if id.is_empty() || !id.bytes().all(plain) {
                wrong.push(format!("`{id}` is made of more than small letters, digits and hyphens"));
            }
            if !seen.insert(id) {
                wrong.push(format!("`{id}` is here twice"));
            }
        }
        for kind in &self.kinds {
            if !(5..=240).contains(&kind.minutes) {
                wrong.push(format!("`{}` takes 5 to 240 minutes", kind.id));
            }
            if kind.ways.is_empty() {
                wrong.push(format!("`{}` can be had in no way", kind.id));
            }
            if kind.id == "booked" {
                wrong.push("`booked` is part of other addresses".to_owned());
            }
        }
        wrong
    }

    fn diary(&self, written: Written, place: &Place, holidays: &BTreeSet<Date>) -> Result<Diary, String> {
        for (what, value, range) in [("step", written.step, 5..=120), ("weeks", written.weeks, 1..=26)] {
            if !range.contains(&value) {
                return Err(format!("`{what}` is {} to {}", range.start(), range.end()));
            }
        }
        let mut closed = holidays.clone();
        for day in &written.closed {
            closed.insert(day.parse().map_err(|_| format!("`{day}` is no date like 2026-12-24"))?);
        }
        let mut pools = Vec::new();
        for pool in &written.pool {
            if !(0..=100).contains(&pool.kept) || !(15..=1440).contains(&pool.window) {
                return Err(format!("the pool `{}` keeps 0 to 100 percent in every 15 to 1440 minutes", pool.id));
            }
            pools.push(Pool { kept: pool.kept, window: pool.window });
        }
        for (kind, business) in &written.business {
            if !self.kinds.iter().any(|one| one.id == *kind) || !place.businesses.contains(business) {
                return Err(format!("people come to this site for no `{business}`, or `{kind}` is nothing to book"));
            }
        }
        let seats = written.seat.iter().map(|seat| self.seat(seat, &written, place)).collect::<Result<Vec<_>, _>>()?;
        let rooms = written.room.iter().map(|room| self.room(room)).collect::<Result<Vec<_>, _>>()?;
        let mut seen = BTreeSet::new();
        let ids = seats.iter().map(|seat| &seat.id).chain(rooms.iter().map(|room| &room.id));
        if let Some(id) = ids.into_iter().find(|id| id.is_empty() || !seen.insert((*id).clone())) {
            return Err(format!("`{id}` is here twice, or has no name"));
        }
        let does = |kind: &&Kind| seats.iter().any(|seat: &Seat| seat.does.contains(&kind.id));
        if let Some(kind) = self.kinds.iter().filter(does).find(|kind| !written.business.contains_key(&kind.id)) {
            return Err(format!("`{}` has no line in [business]", kind.id));
        }
        // The zone data is built into the program.
        let zone = TimeZone::get("Europe/London").map_err(|cause| cause.to_string())?;
        let plan = capacity::Diary { zone, opening: place.opening, closed, step: written.step, seats, rooms, pools };
        let (weeks, notice, business) = (written.weeks, written.notice.max(0), written.business);
        Ok(Diary { place: place.clone(), weeks, notice, business, plan })
    }

    fn seat(&self, seat: &WrittenSeat, diary: &Written, place: &Place) -> Result<Seat, String> {
        let id = seat.id.clone();
        let pool = diary.pool.iter().position(|pool| pool.id == seat.pool);
        let pool = pool.ok_or_else(|| format!("`{id}` is of the pool `{}`, which there is not", seat.pool))?;
        if let Some(kind) = seat.does.iter().find(|kind| !self.kinds.iter().any(|one| one.id == **kind)) {
            return Err(format!("`{id}` does `{kind}`, which cannot be booked"));
        }
        if let Some(code) = seat.speaks.iter().find(|code| !self.tongues.iter().any(|one| one.id == **code)) {
            return Err(format!("`{id}` speaks `{code}`, which is no language of kinds.toml"));
        }
        let there = match seat.partner.as_str() {
            "" => [true; 7],
            partner => *place.partners.get(partner).ok_or_else(|| format!("`{id}` is of no partner `{partner}`"))?,
        };
        let shift = |shift: &WrittenShift| {
            let mut days = weekdays(&shift.days)?;
            for (day, there) in days.iter_mut().zip(there) {
                *day &= there;
            }
            let breaks = shift.breaks.iter().map(|text| hours(text)).collect::<Result<Vec<_>, _>>()?;
            Ok::<_, String>(Shift { days, hours: hours(&shift.hours)?, breaks })
        };
        let shifts = seat.shifts.iter().map(shift).collect::<Result<Vec<_>, _>>()?;
        Ok(Seat { id, pool, does: seat.does.clone(), speaks: seat.speaks.clone(), shifts })
    }

    fn room(&self, room: &WrittenRoom) -> Result<Room, String> {
        if let Some(need) = room.has.iter().find(|need| !self.needs.iter().any(|one| one.id == **need)) {
            return Err(format!("`{}` has `{need}`, which is no need of kinds.toml", room.id));
        }
        if let Some(kind) = room.takes.iter().find(|kind| !self.kinds.iter().any(|one| one.id == **kind)) {
            return Err(format!("`{}` takes `{kind}`, which cannot be booked", room.id));
        }
        Ok(Room { id: room.id.clone(), takes: room.takes.clone(), has: room.has.clone() })
    }

    /// What can be booked, by its code.
    pub fn kind(&self, id: &str) -> Result<&Kind> {
        self.kinds.iter().find(|kind| kind.id == id).ok_or(Error::NotFound)
    }

    /// The diary of a site.
    pub fn of(&self, site: &str) -> Result<&Diary> {
        self.all.get(site).ok_or(Error::NotFound)
    }

    /// All of them, by site.
    pub fn all(&self) -> impl Iterator<Item = &Diary> {
        self.all.values()
    }

    /// Where this can be booked.
    pub fn with<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Diary> {
        self.all().filter(move |diary| diary.does(kind))
    }

    /// What a language is called; nothing for none.
    pub fn tongue(&self, id: &str) -> Option<&str> {
        self.tongues.iter().find(|tongue| tongue.id == id).map(|tongue| tongue.name.as_str())
    }

    /// What a need is called.
    pub fn need(&self, id: &str, lang: Lang) -> Option<&str> {
        self.needs.iter().find(|need| need.id == id).map(|need| named(&need.name, lang))
    }
}

/// The weekdays that are named, Monday first.
fn weekdays(names: &[String]) -> Result<[bool; 7], String> {
    let mut days = [false; 7];
    for name in names {
        let day = DAYS.iter().position(|day| day == name);
        days[day.ok_or_else(|| format!("`{name}` is no day: mon to sun"))?] = true;
    }
    Ok(days)
}

/// "09:00-17:00".
fn hours(written: &str) -> Result<Hours, String> {
    let read = || {
        let (from, until) = written.split_once('-')?;
        let hours = Hours { from: from.trim().parse::<Time>().ok()?, until: until.trim().parse::<Time>().ok()? };
        (hours.from < hours.until).then_some(hours)
    };
    read().ok_or_else(|| format!("`{written}` are no hours: 09:00-17:00"))
}

#[cfg(test)]
#[path = "diary_tests.rs"]
mod tests;
