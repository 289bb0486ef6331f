//! A day of a diary in instants: when the doors are open, and when each seat is there.

use crate::{Date, Diary, Hours, Micros, Seat, Span, Time};
use jiff::tz::TimeZone;

impl Hours {
    /// In instants. A time that a night leaves out is later by as much; one that it repeats is the first of the two.
    fn on(self, date: Date, zone: &TimeZone) -> Option<Span> {
        let instant = |time| -> Option<Micros> {
            Some(zone.to_ambiguous_timestamp(date.to_datetime(time)).compatible().ok()?.as_microsecond())
        };
        let span = Span { from: instant(self.from)?, until: instant(self.until)? };
        (span.length() > 0).then_some(span)
    }
}

impl Diary {
    /// When the doors are open on this day; nothing where they stay shut.
    pub fn open(&self, date: Date) -> Option<Span> {
        if self.closed.contains(&date) {
            return None;
        }
        self.opening[weekday(date)]?.on(date, &self.zone)
    }

    /// So many days from this one on, from midnight to midnight.
    pub fn days(&self, from: Date, days: i64) -> Option<Span> {
        let last = (0..days).try_fold(from, |day, _| day.tomorrow().ok())?;
        let midnight = |date: Date| {
            let at = self.zone.to_ambiguous_timestamp(date.to_datetime(Time::midnight())).compatible();
            at.ok().map(|at| at.as_microsecond())
        };
        Some(Span { from: midnight(from)?, until: midnight(last)? })
    }

    /// When the seat is there on this day, while the doors are open, without its breaks; in order.
    pub fn there(&self, seat: &Seat, date: Date) -> Vec<Span> {
        let Some(open) = self.open(date) else { return Vec::new() };
        let shifts = seat.shifts.iter().filter(|shift| shift.days[weekday(date)]);
        let mut spans: Vec<Span> = Vec::new();
        for shift in shifts {
            let Some(hours) = shift.hours.on(date, &self.zone) else { continue };
            let mut left = vec![hours.common(open)];
            for pause in shift.breaks.iter().filter_map(|pause| pause.on(date, &self.zone)) {
                left = left.into_iter().flat_map(|span| without(span, pause)).collect();
            }
            spans.extend(left.into_iter().filter(|span| span.length() > 0));
        }
        joined(spans)
    }
}

/// The weekday, Monday first.
fn weekday(date: Date) -> usize {
    date.weekday().to_monday_zero_offset() as usize
}

/// A span without what it has in common with another.
fn without(span: Span, gone: Span) -> Vec<Span> {
    let before = Span { from: span.from, until: span.until.min(gone.from) };
    let after = Span { from: span.from.max(gone.until), until: span.until };
    [before, after].into_iter().filter(|part| part.length() > 0).collect()
}

/// In order, those that touch made one: two shifts that meet are one, and no minute counts twice.
fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| span.from);
    let mut all: Vec<Span> = Vec::new();
    for span in spans {
        match all.last_mut() {
            Some(last) if span.from <= last.until => last.until = last.until.max(span.until),
            _ => all.push(span),
        }
    }
    all
}
