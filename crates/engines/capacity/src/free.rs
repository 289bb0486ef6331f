//! The one function that lists and books.

use crate::{Date, Diary, MINUTE, Micros, Pool, Room, Seat, Slot, Span, Taken, Wish};
use std::cmp::Reverse;

/// What can be booked on this day, in order: for each moment at which it could begin, one seat and room that it would take.
pub fn free(diary: &Diary, date: Date, taken: &[Taken], wish: &Wish) -> Vec<Slot> {
    let Some(open) = diary.open(date) else { return Vec::new() };
    let (step, length) = (diary.step.max(1) * MINUTE, wish.minutes.max(1) * MINUTE);
    let day = Day::of(diary, date, open, taken);
    let mut slots = Vec::new();
    let mut start = open.from;
    while start + length <= open.until {
        if start >= wish.from && wish.only.is_none_or(|only| only == start) {
            slots.extend(day.slot(wish, Span { from: start, until: start + length }));
        }
        start += step;
    }
    slots
}

/// A day, with what is the same for all of its slots worked out once.
struct Day<'a> {
    diary: &'a Diary,
    open: Span,
    /// When each seat is there.
    there: Vec<Vec<Span>>,
    taken: Vec<&'a Taken>,
}

impl<'a> Day<'a> {
    fn of(diary: &'a Diary, date: Date, open: Span, taken: &'a [Taken]) -> Day<'a> {
        let there = diary.seats.iter().map(|seat| diary.there(seat, date)).collect();
        Day { diary, open, there, taken: taken.iter().filter(|one| one.span.meets(open)).collect() }
    }

    /// The seat and room for this time, where there are any.
    fn slot(&self, wish: &Wish, span: Span) -> Option<Slot> {
        let room = if wish.in_room { Some(self.room(wish, span)?) } else { None };
        let seats = self.diary.seats.iter().enumerate().filter(|(at, seat)| self.can(wish, span, *at, seat));
        let least = |(_, seat): &(usize, &Seat)| (seat.speaks.len() + seat.does.len(), seat.id.clone());
        let (_, seat) = seats.min_by_key(least)?;
        Some(Slot { span, seat: seat.id.clone(), room: room.map(|room| room.id.clone()) })
    }

    fn room(&self, wish: &Wish, span: Span) -> Option<&'a Room> {
        let fits = |room: &&Room| {
            let takes = room.takes.is_empty() || room.takes.contains(&wish.kind);
            let used = |one: &&Taken| one.room.as_ref() == Some(&room.id) && one.span.meets(span);
            takes && room.has.is_superset(&wish.needs) && !self.taken.iter().any(used)
        };
        // A room for this alone before one for anything, and then the one that has least.
        let least = |room: &&Room| (Reverse(!room.takes.is_empty()), room.has.len(), room.id.clone());
        self.diary.rooms.iter().filter(fits).min_by_key(least)
    }

    fn can(&self, wish: &Wish, span: Span, at: usize, seat: &Seat) -> bool {
        let speaks = wish.speaks.as_ref().is_none_or(|lang| seat.speaks.contains(lang));
        seat.does.contains(&wish.kind)
            && speaks
            && self.there[at].iter().any(|there| there.covers(span))
            && !self.taken.iter().any(|one| one.seat == seat.id && one.span.meets(span))
            && self.leaves_enough(seat.pool, span)
    }

    /// With this booked too, the pool still keeps its share in every window that it touches.
    fn leaves_enough(&self, pool: usize, span: Span) -> bool {
        let Some(&Pool { kept, window }) = self.diary.pools.get(pool) else { return false };
        if kept <= 0 {
            return true;
        }
        let window = window.max(1) * MINUTE;
        let mut from = self.open.from;
        while from < self.open.until {
            let one = Span { from, until: (from + window).min(self.open.until) };
            from += window;
            if !one.meets(span) {
                continue;
            }
            let (all, booked) = self.time_of(pool, one);
            if (booked + one.common(span).length()) * 100 > all * (100 - kept) {
                return false;
            }
        }
        true
    }

    /// How long the seats of the pool are there in a window, and how much of it is booked.
    fn time_of(&self, pool: usize, window: Span) -> (Micros, Micros) {
        let (mut all, mut booked) = (0, 0);
        for (at, seat) in self.diary.seats.iter().enumerate().filter(|(_, seat)| seat.pool == pool) {
            all += self.there[at].iter().map(|there| there.common(window).length()).sum::<Micros>();
            let ours = self.taken.iter().filter(|one| one.seat == seat.id);
            booked += ours.map(|one| one.span.common(window).length()).sum::<Micros>();
        }
        (all, booked)
    }
}
