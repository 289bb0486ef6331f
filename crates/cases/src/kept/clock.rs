//! The clock of one case: it starts when the case is opened and runs against the first promise, whatever is promised later.
//! Pure: facts come in, and out come the cells of the published figures that the case counts in.

use crate::facts::Data;
use crate::model::Status;
use calendar::{Calendar, Date, OutOfRange, date};
use kit::Result;
use kit::clock::Micros;
use kit::facts::Recorded;

/// Working days are told apart up to this many; a case that took longer counts as having taken one more.
pub(crate) const LONGEST: i64 = 60;

/// Whether the clock still runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// The council has something to do.
    Running,
    /// Done.
    Done,
    /// Taken back by the resident, or not the council's: no promise is kept or broken.
    Stopped,
}

impl State {
    const ALL: [State; 3] = [State::Running, State::Done, State::Stopped];

    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            State::Running => "running",
            State::Done => "done",
            State::Stopped => "stopped",
        }
    }

    /// The state of a code.
    pub fn of(code: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.code() == code)
    }

    fn at(status: Status) -> State {
        match status {
            Status::Open | Status::Waiting | Status::Decided => State::Running,
            Status::Closed => State::Done,
            Status::Withdrawn | Status::PassedOn => State::Stopped,
        }
    }
}

/// What a fact says that a clock listens to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Heard {
    pub kind: String,
    pub at: Micros,
    pub data: Data,
}

impl Heard {
    /// What this fact says.
    pub fn of(fact: &Recorded) -> Result<Heard> {
        Ok(Heard { kind: fact.kind.clone(), at: fact.at, data: fact.data()? })
    }
}

/// How a case stands against its first promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clock {
    pub service: String,
    pub opened: Micros,
    /// False for a case from another system that did not say when it was reported: its times are unknown.
    pub dated: bool,
    /// When the first promise falls due.
    pub promised: Micros,
    /// A later date was given.
    pub moved: bool,
    pub state: State,
    /// When it was done; 0 otherwise.
    pub ended: Micros,
    /// Working days from opening to the end, at most [`LONGEST`] and one; 0 while it is not done.
    pub took: i64,
}

/// One cell of the figures.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Cell {
    /// Days since 1 January 1970.
    pub day: i64,
    pub service: String,
    /// "received", "stopped", "undated" by day of opening; "open", "kept", "late", "moved" by day the promise fell due.
    pub what: &'static str,
    /// Working days, of "kept" and "late".
    pub took: i64,
}

impl Clock {
    /// The clock after what was heard; `None` when that says nothing about it.
    pub fn hear(before: Option<&Clock>, heard: &Heard, calendar: &Calendar) -> Result<Option<Clock>, OutOfRange> {
        let Some(before) = before else { return Ok(Clock::started(heard)) };
        let mut clock = before.clone();
        clock.moved |= heard.kind == "case.promised" && heard.data.due > heard.data.before;
        if let Some(now) = &heard.data.now {
            clock.service.clone_from(&now.service);
            clock.state = Status::of(&now.status).map_or(clock.state, State::at);
        }
        if clock.state != State::Done {
            (clock.ended, clock.took) = (0, 0);
        } else if before.state != State::Done {
            clock.ended = heard.at;
            let (from, to) = (calendar.date_of(clock.opened)?, calendar.date_of(heard.at)?);
            clock.took = calendar.working_days_between(from, to).clamp(0, LONGEST + 1);
        }
        Ok((clock != *before).then_some(clock))
    }

    /// A case's first fact: where it stands, without where it stood.
    fn started(heard: &Heard) -> Option<Clock> {
        let now = heard.data.now.as_ref().filter(|_| heard.data.was.is_none())?;
        let state = State::at(Status::of(&now.status)?);
        Some(Clock {
            service: now.service.clone(),
            opened: heard.at,
            dated: heard.kind != "case.imported",
            promised: heard.data.due,
            moved: false,
            state,
            ended: if state == State::Done { heard.at } else { 0 },
            took: 0,
        })
    }

    /// Where it counts.
    pub fn cells(&self, calendar: &Calendar) -> Result<Vec<Cell>, OutOfRange> {
        let cell = |day: i64, what: &'static str, took: i64| Cell { day, service: self.service.clone(), what, took };
        let opened = day_of(self.opened, calendar)?;
        if !self.dated {
            return Ok(vec![cell(opened, "undated", 0)]);
        }
        let received = cell(opened, "received", 0);
        let due = day_of(self.promised, calendar)?;
        let stands = match self.state {
            State::Stopped => return Ok(vec![received, cell(opened, "stopped", 0)]),
            State::Running => cell(due, "open", 0),
            State::Done if self.ended <= self.promised => cell(due, "kept", self.took),
            State::Done => cell(due, "late", self.took),
        };
        let moved = self.moved.then(|| cell(due, "moved", 0));
        Ok([received, stands].into_iter().chain(moved).collect())
    }
}

/// The number of the day of this instant, from 1 January 1970.
pub(crate) fn day_of(instant: Micros, calendar: &Calendar) -> Result<i64, OutOfRange> {
    Ok(number_of(calendar.date_of(instant)?))
}

/// The number of a day, from 1 January 1970.
pub(crate) fn number_of(day: Date) -> i64 {
    i64::from((day - date(1970, 1, 1)).get_days())
}

#[cfg(test)]
#[path = "clock_tests.rs"]
mod tests;
