//! What can still be booked on a day, and who and which room it takes.
//!
//! [`free`] is the one function: a list of slots is its answer, and whoever books asks it again for the one slot ([`Wish::only`])
//! with what is booked by then. So a list never offers what a booking would refuse.
//!
//! Pure: the rota and what is booked come in, slots come out. Instants are microseconds since 1970 in UTC. Opening hours, shifts
//! and breaks are times on the wall clock of one zone; they become instants before anything is counted, so that an hour which a
//! night leaves out is offered to nobody and one that it repeats is no longer than it is.
//!
//! Rules:
//! - An appointment takes a **seat**: somebody, or a desk, that does this and speaks the language, there the whole time and not on a
//!   break. In person it takes a **room** besides, which has what is needed. Neither is ever taken twice at one time.
//! - It begins a whole number of steps after the doors open and is over when they close.
//! - Of the time of every **pool** of seats a share is kept for people who come without an appointment, in every window of so many
//!   minutes from when the doors open, so that it is not all kept for the evening.
//! - Where several seats or rooms would do, the one that can do least is taken: the only one who speaks Welsh stays free for
//!   somebody who does.

mod day;
mod free;

pub use free::free;
pub use jiff::civil::{Date, Time};
pub use jiff::tz::TimeZone;

use std::collections::BTreeSet;

/// Microseconds since 1970, UTC.
pub type Micros = i64;

/// A minute.
pub const MINUTE: Micros = 60_000_000;

/// From one time of the wall clock until just before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// From here on.
    pub from: Time,
    /// Until just before.
    pub until: Time,
}

/// From one instant until just before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// From here on.
    pub from: Micros,
    /// Until just before.
    pub until: Micros,
}

/// When a seat is there: on some weekdays, with breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// On which weekdays, Monday first. A partner's are its days in the house.
    pub days: [bool; 7],
    /// From when to when.
    pub hours: Hours,
    /// When not, in between.
    pub breaks: Vec<Hours>,
}

/// Somebody, or a desk, that sees one person at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Its code.
    pub id: String,
    /// Its pool, by place in [`Diary::pools`].
    pub pool: usize,
    /// What it does.
    pub does: BTreeSet<String>,
    /// Languages.
    pub speaks: BTreeSet<String>,
    /// When it is there.
    pub shifts: Vec<Shift>,
}

/// Where people are seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// Its code.
    pub id: String,
    /// What is done in it; anything where this is empty.
    pub takes: BTreeSet<String>,
    /// What it has: no step, a hearing loop.
    pub has: BTreeSet<String>,
}

/// Seats of whose time a share is kept for people without an appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pool {
    /// The share, in percent.
    pub kept: i64,
    /// In every window of so many minutes.
    pub window: i64,
}

/// A place with its hours and rota.
#[derive(Debug, Clone)]
pub struct Diary {
    /// The zone of its clock.
    pub zone: TimeZone,
    /// Its hours by weekday, Monday first.
    pub opening: [Option<Hours>; 7],
    /// Days on which it is shut all the same: bank holidays, and its own.
    pub closed: BTreeSet<Date>,
    /// Appointments begin every so many minutes.
    pub step: i64,
    /// Who is there.
    pub seats: Vec<Seat>,
    /// Where people are seen.
    pub rooms: Vec<Room>,
    /// Pools of seats.
    pub pools: Vec<Pool>,
}

/// What is booked already, of any day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// From when to when.
    pub span: Span,
    /// The seat.
    pub seat: String,
    /// The room; none for a call.
    pub room: Option<String>,
}

/// What somebody asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wish {
    /// What it is for.
    pub kind: String,
    /// How many minutes it takes.
    pub minutes: i64,
    /// In person, so in a room.
    pub in_room: bool,
    /// What the room must have.
    pub needs: BTreeSet<String>,
    /// The language to be spoken, where it matters.
    pub speaks: Option<String>,
    /// Not before this.
    pub from: Micros,
    /// This one alone: whoever books asks so.
    pub only: Option<Micros>,
}

/// What can be booked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// From when to when.
    pub span: Span,
    /// The seat it takes.
    pub seat: String,
    /// The room it takes; none for a call.
    pub room: Option<String>,
}

impl Slot {
    /// The same, booked.
    pub fn taken(&self) -> Taken {
        Taken { span: self.span, seat: self.seat.clone(), room: self.room.clone() }
    }
}

impl Span {
    /// How long it is; nothing where it ends before it begins.
    pub fn length(self) -> Micros {
        (self.until - self.from).max(0)
    }

    /// What both have in common; it may be empty.
    pub fn common(self, other: Span) -> Span {
        Span { from: self.from.max(other.from), until: self.until.min(other.until) }
    }

    /// They have a moment in common.
    pub fn meets(self, other: Span) -> bool {
        self.common(other).length() > 0
    }

    /// All of the other is in this.
    pub fn covers(self, other: Span) -> bool {
        self.from <= other.from && other.until <= self.until
    }
}
