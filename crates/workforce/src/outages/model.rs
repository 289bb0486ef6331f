//! What stopped somebody from working, and how many minutes of it are known.

use kit::Id;
use kit::clock::{HOUR, MINUTE, Micros};
use kit::lang::local;
use std::collections::{BTreeMap, BTreeSet};

/// Longer than any shift: a report that still lasts then was forgotten.
pub const SHIFT: Micros = 12 * HOUR;

/// What stops them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Kind {
    /// The system is down or too slow.
    #[default]
    System,
    /// They may not open something they need.
    Access,
    /// Their device is broken.
    Device,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 3] = [Kind::System, Kind::Access, Kind::Device];

    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            Kind::System => "system",
            Kind::Access => "access",
            Kind::Device => "device",
        }
    }

    /// The kind of a code.
    pub fn of(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Its name: a words key.
    pub fn words(self) -> &'static str {
        match self {
            Kind::System => "workforce-outages-system",
            Kind::Access => "workforce-outages-access",
            Kind::Device => "workforce-outages-device",
        }
    }
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// It lasts.
    Not,
    /// They said so when it did.
    Told,
    /// They said later from when until when it was.
    Afterwards,
    /// Nobody said: no minutes are counted.
    Untold,
}

impl Ended {
    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            Ended::Not => "",
            Ended::Told => "told",
            Ended::Afterwards => "afterwards",
            Ended::Untold => "untold",
        }
    }

    /// What a code says; what is not known was told by nobody.
    pub fn of(code: &str) -> Ended {
        let all = [Ended::Not, Ended::Told, Ended::Afterwards];
        all.into_iter().find(|ended| ended.code() == code).unwrap_or(Ended::Untold)
    }
}

/// A report that somebody cannot work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outage {
    /// The key of the button.
    pub id: Id,
    /// Changes with every change.
    pub revision: i64,
    /// Who.
    pub staff: Id,
    /// What stops them.
    pub kind: Kind,
    /// The part of the desk they were at.
    pub page: String,
    /// What they say about it; empty for nothing.
    pub words: String,
    /// Since when.
    pub from: Micros,
    /// Until when; 0 while it lasts.
    pub until: Micros,
    /// How it ended.
    pub ended: Ended,
    /// What was done about it; empty for nothing yet.
    pub done: String,
    /// Who said what was done.
    pub done_by: Id,
    /// When.
    pub done_at: Micros,
}

impl Outage {
    /// The minutes lost, in microseconds, where both ends were told.
    pub fn lost(&self) -> Option<Micros> {
        matches!(self.ended, Ended::Told | Ended::Afterwards).then_some((self.until - self.from).max(0))
    }

    /// Ends it now; false when it has ended.
    pub fn end(&mut self, ended: Ended, now: Micros) -> bool {
        let lasts = self.ended == Ended::Not;
        if lasts {
            (self.ended, self.until) = (ended, now);
        }
        lasts
    }

    /// Whether its reporter can still say when it ended: on the same day.
    pub fn can_be_told(&self, now: Micros) -> bool {
        self.ended == Ended::Untold && local(self.from).date() == local(now).date()
    }

    /// Whether some of this time is counted in it, or would be if its end were known.
    fn meets(&self, from: Micros, until: Micros) -> bool {
        let end = match self.ended {
            Ended::Not => Micros::MAX,
            Ended::Untold => self.from + 1,
            Ended::Told | Ended::Afterwards => self.until,
        };
        self.from < until && from < end
    }
}

/// The moment of a time of day, as people type it, on the day of `now`: "9:05", "09.05", "0905".
pub fn time_of_day(typed: &str, now: Micros) -> Option<Micros> {
    let digits: String = typed.trim().chars().filter_map(kit::form::digit).collect();
    let plain = typed.trim().chars().all(|c| kit::form::digit(c).is_some() || matches!(c, ':' | '.'));
    let (hour, minute) = match typed.trim().split_once([':', '.']) {
        Some((hour, minute)) if minute.chars().count() == 2 && !hour.is_empty() => {
            digits.split_at(hour.chars().count())
        }
        None if digits.len() == 4 => digits.split_at(2),
        _ => return None,
    };
    if !plain || hour.len() > 2 || minute.len() != 2 {
        return None;
    }
    let at = local(now).with().hour(hour.parse().ok()?).minute(minute.parse().ok()?);
    Some(at.second(0).subsec_nanosecond(0).build().ok()?.timestamp().as_microsecond())
}

/// What is wrong with a time that is told afterwards: the field, and a words key.
pub fn wrong(from: Micros, until: Micros, now: Micros, others: &[Outage]) -> Option<(&'static str, &'static str)> {
    if from > now {
        Some(("from", "workforce-outages-to-come"))
    } else if until > now {
        Some(("until", "workforce-outages-to-come"))
    } else if until <= from {
        Some(("until", "workforce-outages-before"))
    } else if others.iter().any(|other| other.meets(from, until)) {
        Some(("from", "workforce-outages-twice"))
    } else {
        None
    }
}

/// The part of the desk a page belongs to: nobody's number is kept.
pub fn part_of(page: &str) -> String {
    let path = page.split(['?', '#']).next().unwrap_or_default();
    let named = |part: &&str| part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    path.split('/').skip(1).take(2).take_while(named).map(|part| format!("/{part}")).collect()
}

/// Reports added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Reports.
    pub reports: usize,
    /// Microseconds lost, of those whose ends were told.
    pub lost: Micros,
    /// Of them, how many last.
    pub open: usize,
    /// Of them, how many ended without anybody saying when.
    pub untold: usize,
}

impl Tally {
    fn add(&mut self, outage: &Outage) {
        self.reports += 1;
        self.lost += outage.lost().unwrap_or(0);
        self.open += usize::from(outage.ended == Ended::Not);
        self.untold += usize::from(outage.ended == Ended::Untold);
    }

    /// Minutes lost, whole ones.
    pub fn minutes(&self) -> i64 {
        self.lost / MINUTE
    }
}

/// The figures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// All of them, each once.
    pub all: Tally,
    /// By what it was.
    pub kinds: BTreeMap<Kind, Tally>,
    /// By the week in which it began, by its first moment.
    pub weeks: BTreeMap<Micros, Tally>,
    /// By the code of a team; whoever is in two counts in both.
    pub teams: BTreeMap<String, Tally>,
    /// Those that last, the longest first, each once.
    pub open: Vec<Outage>,
}

/// Adds up reports, each as often as its reporter has teams.
pub fn figures(rows: Vec<(Outage, String)>) -> Figures {
    let (mut figures, mut seen) = (Figures::default(), BTreeSet::new());
    for (outage, team) in rows {
        figures.teams.entry(team).or_default().add(&outage);
        if !seen.insert(outage.id) {
            continue;
        }
        figures.all.add(&outage);
        figures.kinds.entry(outage.kind).or_default().add(&outage);
        figures.weeks.entry(week_of(outage.from)).or_default().add(&outage);
        if outage.ended == Ended::Not {
            figures.open.push(outage);
        }
    }
    figures.open.sort_by_key(|outage| (outage.from, outage.id));
    figures
}

/// The first moment of the week a moment is in: Monday at midnight.
pub fn week_of(at: Micros) -> Micros {
    let midnight = |at: Micros| local(at).start_of_day().map_or(at, |day| day.timestamp().as_microsecond());
    // Noon, so that a day of 23 or 25 hours on the way does not lead into another one.
    let noon = midnight(at) + 12 * HOUR;
    midnight(noon - i64::from(local(at).weekday().to_monday_zero_offset()) * 24 * HOUR)
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
