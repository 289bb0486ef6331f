//! A visit: somebody who came, from the door until they leave. Pure; what may follow what is one table.

use kit::clock::Micros;
use kit::{Id, Lang};

/// Where a visit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// They wait.
    Waiting,
    /// Their number is up, and they are on their way to the desk.
    Called,
    /// Somebody who can deal with it has begun.
    Serving,
    /// They went to fetch something, and are called again when they say so.
    Parked,
    /// It ended with an outcome.
    Done,
    /// They left before anybody began.
    Left,
    /// They were called and did not come.
    NoShow,
    /// They are seen together with somebody else of their family.
    Merged,
}

impl State {
    /// Every state.
    pub const ALL: [State; 8] = [
        State::Waiting,
        State::Called,
        State::Serving,
        State::Parked,
        State::Done,
        State::Left,
        State::NoShow,
        State::Merged,
    ];

    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Called => "called",
            State::Serving => "serving",
            State::Parked => "parked",
            State::Done => "done",
            State::Left => "left",
            State::NoShow => "no-show",
            State::Merged => "merged",
        }
    }

    /// The state of a code.
    pub fn of(code: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.code() == code)
    }

    /// They are in the house and not done.
    pub fn is_live(self) -> bool {
        matches!(self, State::Waiting | State::Called | State::Serving | State::Parked)
    }

    /// They are at a desk, or on their way to it.
    pub fn is_at_a_desk(self) -> bool {
        matches!(self, State::Called | State::Serving)
    }
}

/// How a visit began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// At the kiosk.
    Kiosk,
    /// With the floor walker.
    Floor,
    /// At a desk.
    Desk,
    /// With their own phone, from the code at the door.
    Phone,
}

impl Way {
    /// Every way.
    pub const ALL: [Way; 4] = [Way::Kiosk, Way::Floor, Way::Desk, Way::Phone];

    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            Way::Kiosk => "kiosk",
            Way::Floor => "floor",
            Way::Desk => "desk",
            Way::Phone => "phone",
        }
    }

    /// The way of a code.
    pub fn of(code: &str) -> Option<Way> {
        Way::ALL.into_iter().find(|way| way.code() == code)
    }
}

/// Somebody who came. Times are microseconds UTC; 0 is never.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Its id.
    pub id: Id,
    /// Where they came.
    pub site: String,
    /// The local day, from 1 January 1970.
    pub day: i64,
    /// What is called: "H042". It never changes.
    pub ticket: String,
    /// What they came for.
    pub business: String,
    /// How it began.
    pub way: Way,
    /// The language they are called and served in; a board may speak more languages than the pages.
    pub lang: String,
    /// Initials, where somebody asked for them; never on a board.
    pub initials: String,
    /// What they were given at the door while nothing could be sent: "A-7K"; empty for who got a number at once.
    pub mark: String,
    /// The need they have, by the site's rule; empty for none.
    pub need: String,
    /// The first touch at the door: the clock of the wait starts here.
    pub came: Micros,
    /// When they were given the ticket.
    pub joined: Micros,
    /// Their appointment.
    pub booked: Option<Micros>,
    /// When they came, as the rule has it.
    pub base: Micros,
    /// The smallest is called first, by the rule.
    pub turn: Micros,
    /// Where it stands.
    pub state: State,
    /// The desk they were called to last; empty before.
    pub desk: String,
    /// Who called them.
    pub staff: Option<Id>,
    /// The first call. It never changes, so that a wait is never made shorter.
    pub first_called: Micros,
    /// The desk of the first call.
    pub first_desk: String,
    /// The last call.
    pub called: Micros,
    /// How often they were called.
    pub calls: i64,
    /// When somebody who can deal with it first began: the clock of the wait stops here.
    pub began: Micros,
    /// When it ended.
    pub ended: Micros,
    /// What came of it.
    pub outcome: String,
    /// Whose record it is on.
    pub resident: Option<Id>,
    /// The contact it became.
    pub contact: Option<Id>,
    /// The visit they are seen with.
    pub family: Option<Id>,
    /// Where to send a text when the turn is near; empty for nowhere, and once it was sent.
    pub phone: String,
    /// When they were sent a text that their turn is near; it never changes, so that nobody is sent two.
    pub told_near: Micros,
    /// That text, until it is deleted.
    pub message: Option<Id>,
    /// They stepped out and are not called before this; 0 for who is here.
    pub away_until: Micros,
    /// Goes up with every change.
    pub revision: i64,
}

/// What cannot follow where the visit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotNow;

/// The outcome of somebody who left before anybody began.
pub const TURNED_AWAY: &str = "turned-away";
/// The outcome of somebody who left by their own choice and said so.
pub const GAVE_UP: &str = "gave-up";

impl Visit {
    /// The language of pages and messages.
    pub fn page_lang(&self) -> Lang {
        Lang::of(&self.lang).unwrap_or(Lang::EN)
    }

    /// Waited so far, or until somebody began or they left, in microseconds.
    pub fn waited(&self, now: Micros) -> Micros {
        let until = [self.began, self.ended].into_iter().find(|at| *at > 0).unwrap_or(now);
        (until - self.came).max(0)
    }

    /// A desk calls them.
    pub fn call(&mut self, desk: &str, staff: Id, now: Micros) -> Result<(), NotNow> {
        if !matches!(self.state, State::Waiting | State::Parked) {
            return Err(NotNow);
        }
        (self.state, self.staff, self.called) = (State::Called, Some(staff), now);
        desk.clone_into(&mut self.desk);
        self.calls += 1;
        if self.first_called == 0 {
            self.first_called = now;
            desk.clone_into(&mut self.first_desk);
        }
        Ok(())
    }

    /// Their number is called once more, at the same desk.
    pub fn recall(&mut self, now: Micros) -> Result<(), NotNow> {
        if self.state != State::Called {
            return Err(NotNow);
        }
        self.called = now;
        self.calls += 1;
        Ok(())
    }

    /// They are at the desk.
    pub fn begin(&mut self, contact: Option<Id>, now: Micros) -> Result<(), NotNow> {
        if self.state != State::Called {
            return Err(NotNow);
        }
        self.state = State::Serving;
        self.contact = contact.or(self.contact);
        if self.began == 0 {
            self.began = now;
        }
        Ok(())
    }

    /// They did not come to the desk.
    pub fn no_show(&mut self, now: Micros) -> Result<(), NotNow> {
        if self.state != State::Called {
            return Err(NotNow);
        }
        (self.state, self.ended) = (State::NoShow, now);
        self.phone.clear();
        Ok(())
    }

    /// They were called in vain, or had left, and are here after all: they wait on with the number and the place they had.
    pub fn back(&mut self) -> Result<(), NotNow> {
        if !matches!(self.state, State::NoShow | State::Left | State::Parked) || self.began > 0 && self.ended > 0 {
            return Err(NotNow);
        }
        (self.state, self.ended) = (State::Waiting, 0);
        self.outcome.clear();
        Ok(())
    }

    /// They go and fetch something; the desk is free.
    pub fn park(&mut self) -> Result<(), NotNow> {
        if !self.state.is_at_a_desk() {
            return Err(NotNow);
        }
        self.state = State::Parked;
        Ok(())
    }

    /// They wait for something else, or for somebody else, with the number and the time they came.
    pub fn transfer(&mut self, business: &str) -> Result<(), NotNow> {
        if !self.state.is_live() {
            return Err(NotNow);
        }
        self.state = State::Waiting;
        business.clone_into(&mut self.business);
        Ok(())
    }

    /// They step out for a moment and keep their place; nobody calls them until then. Once back, they say so with now.
    pub fn step_out(&mut self, until: Micros) -> Result<(), NotNow> {
        if self.state != State::Waiting {
            return Err(NotNow);
        }
        self.away_until = until;
        Ok(())
    }

    /// They want a text there when their turn is near, or none any more.
    pub fn text_to(&mut self, phone: &str) -> Result<(), NotNow> {
        if self.state != State::Waiting || self.told_near > 0 {
            return Err(NotNow);
        }
        phone.clone_into(&mut self.phone);
        Ok(())
    }

    /// This text tells them that their turn is near: once. Their number is not needed any more.
    pub fn tell_near(&mut self, message: Id, now: Micros) -> Result<(), NotNow> {
        if self.state != State::Waiting || self.told_near > 0 || self.phone.is_empty() {
            return Err(NotNow);
        }
        (self.told_near, self.message) = (now, Some(message));
        self.phone.clear();
        Ok(())
    }

    /// They go.
    pub fn leave(&mut self, outcome: &str, now: Micros) -> Result<(), NotNow> {
        if !self.state.is_live() || self.state == State::Serving {
            return Err(NotNow);
        }
        (self.state, self.ended) = (State::Left, now);
        outcome.clone_into(&mut self.outcome);
        self.phone.clear();
        Ok(())
    }

    /// They are seen with somebody else of their family.
    pub fn merge(&mut self, into: Id, now: Micros) -> Result<(), NotNow> {
        if !matches!(self.state, State::Waiting | State::Parked) || into == self.id {
            return Err(NotNow);
        }
        (self.state, self.family, self.ended) = (State::Merged, Some(into), now);
        self.phone.clear();
        Ok(())
    }

    /// It ended with this outcome.
    pub fn finish(&mut self, outcome: &str, now: Micros) -> Result<(), NotNow> {
        if self.state != State::Serving {
            return Err(NotNow);
        }
        (self.state, self.ended) = (State::Done, now);
        outcome.clone_into(&mut self.outcome);
        self.phone.clear();
        Ok(())
    }
}

#[cfg(test)]
#[path = "model_tests.rs"]
pub(crate) mod tests;
