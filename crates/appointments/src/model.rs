//! An appointment and what can become of it.

use kit::clock::{MINUTE, Micros};
use kit::{Id, Lang};
use serde::Deserialize;

/// How it is had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// They come.
    InPerson,
    /// We ring them.
    Phone,
}

impl Way {
    /// As stored and in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Way::InPerson => "in-person",
            Way::Phone => "phone",
        }
    }

    /// The way of a code.
    pub fn of(code: &str) -> Option<Way> {
        [Way::InPerson, Way::Phone].into_iter().find(|way| way.code() == code)
    }
}

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// It is to come.
    Booked,
    /// They called it off.
    Cancelled,
    /// They were there.
    Came,
    /// They were not.
    Missed,
}

impl State {
    /// Every state.
    pub const ALL: [State; 4] = [State::Booked, State::Cancelled, State::Came, State::Missed];

    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            State::Booked => "booked",
            State::Cancelled => "cancelled",
            State::Came => "came",
            State::Missed => "missed",
        }
    }

    /// The state of a code.
    pub fn of(code: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.code() == code)
    }

    /// It takes its seat and room: nobody else can have them.
    pub fn holds(self) -> bool {
        matches!(self, State::Booked | State::Came)
    }
}

/// How early somebody may be checked in.
pub const EARLY: Micros = 120 * MINUTE;

/// An appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    /// Its id.
    pub id: Id,
    /// What people read out.
    pub reference: String,
    /// Where.
    pub site: String,
    /// What for.
    pub kind: String,
    /// How.
    pub way: Way,
    /// When it begins.
    pub start: Micros,
    /// When it is over.
    pub until: Micros,
    /// Whom it takes.
    pub seat: String,
    /// Which room; empty for a call.
    pub room: String,
    /// Where it stands.
    pub state: State,
    /// What the room must have.
    pub needs: Vec<String>,
    /// The language they asked for; empty for none.
    pub speaks: String,
    /// Nobody there speaks it: an interpreter is to be asked for.
    pub interpreter: bool,
    /// The language of the page and of messages.
    pub lang: Lang,
    /// What they are called.
    pub name: String,
    /// Where to write to; may be empty.
    pub email: String,
    /// Where to ring; may be empty.
    pub phone: String,
    /// Whose account it is on.
    pub resident: Option<Id>,
    /// When it was made.
    pub made: Micros,
    /// Their visit, once they came.
    pub visit: Option<Id>,
    /// Grows with every change.
    pub revision: i64,
}

/// It cannot be done with this any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotNow;

impl Booking {
    /// It can still be moved or called off: it has not begun.
    pub fn can_change(&self, now: Micros) -> bool {
        self.state == State::Booked && now < self.start
    }

    /// Calls it off; called off already it stays so.
    pub fn cancel(&mut self, now: Micros) -> Result<bool, NotNow> {
        match self.state {
            State::Cancelled => Ok(false),
            _ if self.can_change(now) => {
                self.state = State::Cancelled;
                Ok(true)
            }
            _ => Err(NotNow),
        }
    }

    /// Puts it at another time.
    pub fn move_to(&mut self, slot: &capacity::Slot, now: Micros) -> Result<(), NotNow> {
        if !self.can_change(now) {
            return Err(NotNow);
        }
        (self.start, self.until) = (slot.span.from, slot.span.until);
        (self.seat, self.room) = (slot.seat.clone(), slot.room.clone().unwrap_or_default());
        Ok(())
    }

    /// They can be checked in at this moment: soon before, or after it was noted that they did not come.
    pub fn can_come(&self, now: Micros) -> bool {
        matches!(self.state, State::Booked | State::Missed) && (self.start - EARLY..=self.until + EARLY).contains(&now)
    }

    /// They are there; noted already it stays so.
    pub fn come(&mut self, now: Micros) -> Result<bool, NotNow> {
        match self.state {
            State::Came => Ok(false),
            _ if self.can_come(now) => {
                self.state = State::Came;
                Ok(true)
            }
            _ => Err(NotNow),
        }
    }

    /// They did not come; noted already it stays so. Nobody did not come before it began.
    pub fn miss(&mut self, now: Micros) -> Result<bool, NotNow> {
        match self.state {
            State::Missed => Ok(false),
            State::Booked if now >= self.start => {
                self.state = State::Missed;
                Ok(true)
            }
            _ => Err(NotNow),
        }
    }
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
