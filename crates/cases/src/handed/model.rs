//! A case in the hands of another system, and what can happen to it: pure, time comes in. Whatever a system says twice is done
//! once: each change says whether it is new.

use kit::clock::Micros;
use kit::{Error, Id, Result};

/// Where it has got to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// The system was asked and has not answered.
    Asked,
    /// It has taken the case.
    Accepted,
    /// It will not do it.
    Refused,
    /// It has done it.
    Done,
    /// The council has taken it back.
    TakenBack,
}

impl State {
    /// Every state.
    pub const ALL: [State; 5] = [State::Asked, State::Accepted, State::Refused, State::Done, State::TakenBack];

    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            State::Asked => "asked",
            State::Accepted => "accepted",
            State::Refused => "refused",
            State::Done => "done",
            State::TakenBack => "taken-back",
        }
    }

    /// The state of a code.
    pub fn of(code: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.code() == code)
    }

    /// True while the system has it.
    pub fn is_live(self) -> bool {
        matches!(self, State::Asked | State::Accepted)
    }
}

/// What a system can say of how it goes, as codes.
pub const SAID: [&str; 3] = ["planned", "started", "delayed"];

/// A case in the hands of another system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// Its id: what the system calls it by in its answers.
    pub id: Id,
    /// The case.
    pub case: Id,
    /// The system: that of its webhook.
    pub system: Id,
    /// Where it has got to.
    pub state: State,
    /// The number the system gave it.
    pub theirs: String,
    /// What it said last: one of [`SAID`], or empty.
    pub said: String,
    /// The day it named; 0 for none.
    pub said_on: Micros,
    /// How often it said something.
    pub steps: i64,
    /// What it ended it with.
    pub outcome: String,
    /// Why it refused.
    pub reason: String,
    /// When it was asked.
    pub asked: Micros,
    /// By when it was to answer.
    pub due: Micros,
    /// When it took or refused it; 0 for not yet.
    pub answered: Micros,
    /// When it was over; 0 while the system has it.
    pub ended: Micros,
    /// When somebody of the team has to look; 0 when nobody has to.
    pub look: Micros,
}

/// Whether a change is new, or was made before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    New,
    Again,
}

/// A change this is not the moment for.
fn refused<T>(why: &'static str) -> Result<T> {
    Err(Error::Refused(why))
}

pub(super) const NOT_THEIRS: &str = "cases-handed-refused-not-theirs";

impl Handed {
    /// It was asked and did not answer in time.
    pub fn is_silent(&self, now: Micros) -> bool {
        self.state == State::Asked && self.due < now
    }

    /// Somebody of the team has to look.
    pub fn is_due(&self, now: Micros) -> bool {
        self.look > 0 && self.look <= now
    }

    /// The system takes it, under a number of its own.
    pub(crate) fn accept(&mut self, theirs: &str, now: Micros) -> Result<Step> {
        match self.state {
            State::Asked => {
                self.state = State::Accepted;
                self.theirs = theirs.to_owned();
                (self.answered, self.look) = (now, 0);
                Ok(Step::New)
            }
            State::Accepted | State::Done if self.theirs == theirs => Ok(Step::Again),
            State::Accepted | State::Done => refused("cases-handed-refused-other-number"),
            State::Refused | State::TakenBack => refused(NOT_THEIRS),
        }
    }

    /// The system will not do it, or not after all.
    pub(crate) fn refuse(&mut self, reason: &str, now: Micros) -> Result<Step> {
        match self.state {
            State::Asked | State::Accepted => {
                self.state = State::Refused;
                self.reason = reason.to_owned();
                (self.answered, self.ended, self.look) = (now, now, now);
                Ok(Step::New)
            }
            State::Refused => Ok(Step::Again),
            State::Done | State::TakenBack => refused(NOT_THEIRS),
        }
    }

    /// The system says how it goes: its first word has the number 1, the next 2, so that they come in order and each once.
    pub(crate) fn say(&mut self, number: i64, (said, on): (&str, Micros)) -> Result<Step> {
        match self.state {
            State::Accepted | State::Done if number <= self.steps => Ok(Step::Again),
            State::Accepted if number == self.steps + 1 => {
                self.steps = number;
                self.said = said.to_owned();
                self.said_on = on;
                Ok(Step::New)
            }
            State::Accepted => refused("cases-handed-refused-order"),
            State::Asked => refused("cases-handed-refused-not-taken"),
            State::Refused | State::TakenBack | State::Done => refused(NOT_THEIRS),
        }
    }

    /// The system has done it.
    pub(crate) fn finish(&mut self, outcome: &str, now: Micros) -> Result<Step> {
        match self.state {
            State::Accepted => {
                self.state = State::Done;
                self.outcome = outcome.to_owned();
                (self.ended, self.look) = (now, 0);
                Ok(Step::New)
            }
            State::Done if self.outcome == outcome => Ok(Step::Again),
            State::Asked => refused("cases-handed-refused-not-taken"),
            State::Done => refused("cases-handed-refused-other-outcome"),
            State::Refused | State::TakenBack => refused(NOT_THEIRS),
        }
    }

    /// The council takes it back.
    pub(crate) fn take_back(&mut self, now: Micros) -> Result<()> {
        if !self.state.is_live() {
            return refused("cases-handed-refused-over");
        }
        self.state = State::TakenBack;
        (self.ended, self.look) = (now, 0);
        Ok(())
    }
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
