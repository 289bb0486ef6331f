//! A case and what can happen to it: pure, time comes in.

use kit::clock::{DAY, Micros};
use kit::{Error, Id, Reference, Result};
pub use residents::Contact;

/// Where a case has got to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// The council has to do something.
    Open,
    /// The council waits for the resident's answer.
    Waiting,
    /// Decided and told; work may remain.
    Decided,
    /// Not the council's: passed on, and the resident told to whom.
    PassedOn,
    /// Done.
    Closed,
    /// Taken back by the resident.
    Withdrawn,
}

impl Status {
    /// Every status.
    pub const ALL: [Status; 6] =
        [Status::Open, Status::Waiting, Status::Decided, Status::PassedOn, Status::Closed, Status::Withdrawn];

    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            Status::Open => "open",
            Status::Waiting => "waiting",
            Status::Decided => "decided",
            Status::PassedOn => "passed-on",
            Status::Closed => "closed",
            Status::Withdrawn => "withdrawn",
        }
    }

    /// The status of a code.
    pub fn of(code: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|status| status.code() == code)
    }

    /// True while the council still has something to do.
    pub fn is_live(self) -> bool {
        matches!(self, Status::Open | Status::Waiting | Status::Decided)
    }
}

/// Where a case is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Place {
    /// Degrees, WGS 84, when the position is known.
    pub position: Option<(f64, f64)>,
    /// Code of the ward, empty when unknown.
    pub ward: String,
    /// Postcode given or nearest, empty when unknown.
    pub postcode: String,
    /// Street or landmark in the reporter's words.
    pub street: String,
}

/// What the council has promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// When it falls due.
    pub due: Micros,
    /// Why this long: a word key of the definition for the first promise, an officer's words for a later one.
    pub reason: String,
}

/// A case.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Its id, made from the moment it was opened.
    pub id: Id,
    /// What people call it by.
    pub reference: Reference,
    /// The submission it came from.
    pub draft: Id,
    /// Goes up by one with every change.
    pub revision: i64,
    /// The service's identifier.
    pub service: String,
    /// The version of the service's definition it stays on.
    pub version: i64,
    /// Category within the service.
    pub kind: String,
    /// What it is about, never from a sensitive answer.
    pub title: String,
    /// Where it has got to.
    pub status: Status,
    /// The order of work: "low", "normal", "high", "urgent".
    pub priority: String,
    /// The team that works on it.
    pub team: String,
    /// Who owns it; [`Id::NONE`] for nobody yet.
    pub owner: Id,
    /// When it was opened.
    pub opened: Micros,
    /// False when the source did not say when: then `opened` is the moment of the import.
    pub dated: bool,
    /// The promise that stands.
    pub promise: Promise,
    /// How many promises were given.
    pub promises: i64,
    /// The resident has been told that this promise was broken.
    pub told_late: bool,
    /// When somebody has to do the next thing.
    pub next_action: Micros,
    /// When it ended; 0 while live.
    pub closed: Micros,
    /// The outcome's identifier; empty before the decision.
    pub outcome: String,
    /// How it came: "web", the channel of the contact it came from ("phone", "counter", "email", "post" and so on), "open311",
    /// or the list it was imported from.
    pub source: String,
    /// The resident with an account.
    pub resident: Option<Id>,
    /// The browser it was sent from, or [`Id::NONE`].
    pub visitor: Id,
    /// How the first reporter is reached.
    pub contact: Contact,
    /// Where it is.
    pub place: Place,
    /// To whom it was passed on, as the definition's word key; empty when it is ours.
    pub passed_to: String,
    /// It was really sent to them: the council knew their address.
    pub passed_sent: bool,
    /// What was personal in it has been erased.
    pub erased: bool,
}

/// How late and quiet a case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timeliness {
    /// Within its promise, somebody is on it.
    InTime,
    /// The promise falls due by the end of the next working day.
    DueSoon,
    /// The next action should have been done.
    Stale,
    /// Past its promise.
    Late,
    /// Nothing is due any more.
    Ended,
}

impl Case {
    /// Code of the ward it lies in; empty when unknown.
    pub fn ward(&self) -> &str {
        &self.place.ward
    }

    /// How late and quiet the case is now; a promise before `soon` is due soon. Late weighs more than stale.
    pub fn timeliness(&self, now: Micros, soon: Micros) -> Timeliness {
        if !self.status.is_live() {
            Timeliness::Ended
        } else if self.is_late(now) {
            Timeliness::Late
        } else if self.is_stale(now) {
            Timeliness::Stale
        } else if self.promise.due <= soon {
            Timeliness::DueSoon
        } else {
            Timeliness::InTime
        }
    }

    /// Past the promise and not ended.
    pub fn is_late(&self, now: Micros) -> bool {
        self.status.is_live() && self.promise.due < now
    }

    /// The next action should have been done and was not.
    pub fn is_stale(&self, now: Micros) -> bool {
        self.status.is_live() && self.next_action < now
    }

    fn live(&self) -> Result<()> {
        if self.status.is_live() { Ok(()) } else { Err(Error::Refused("cases-refused-ended")) }
    }

    /// Gives the case to a person, a team or both. An owner of another team must be named anew.
    pub fn assign(&mut self, team: &str, owner: Id) -> Result<()> {
        self.live()?;
        self.team = team.to_owned();
        self.owner = owner;
        Ok(())
    }

    /// Asks the resident: the case waits, and somebody looks again at `look_again`.
    pub fn ask(&mut self, look_again: Micros) -> Result<()> {
        self.live()?;
        self.status = Status::Waiting;
        self.next_action = look_again;
        Ok(())
    }

    /// A resident wrote: somebody reads it by `by`. Where it answers what was asked, it is the council's turn again.
    pub fn written_to(&mut self, answers: bool, by: Micros) {
        if !self.status.is_live() {
            return;
        }
        self.next_action = self.next_action.min(by);
        if answers && self.status == Status::Waiting {
            self.status = Status::Open;
        }
    }

    /// Sets when the next thing is to be done; not in the past.
    pub fn plan(&mut self, next_action: Micros, now: Micros) -> Result<()> {
        self.live()?;
        if next_action < now {
            return Err(Error::Refused("cases-refused-past"));
        }
        self.next_action = next_action;
        Ok(())
    }

    /// Promises a new date, with its reason. Returns the date it replaces.
    pub fn promise_anew(&mut self, promise: Promise, now: Micros) -> Result<Micros> {
        self.live()?;
        if promise.due < now {
            return Err(Error::Refused("cases-refused-past"));
        }
        let before = self.promise.due;
        self.promise = promise;
        self.promises += 1;
        self.told_late = false;
        Ok(before)
    }

    /// Decides; the case stays live until it is closed.
    pub fn decide(&mut self, outcome: &str) -> Result<()> {
        self.live()?;
        self.outcome = outcome.to_owned();
        self.status = Status::Decided;
        Ok(())
    }

    /// Closes a decided case.
    pub fn close(&mut self, now: Micros) -> Result<()> {
        self.live()?;
        if self.outcome.is_empty() {
            return Err(Error::Refused("cases-refused-undecided"));
        }
        self.end(Status::Closed, now);
        Ok(())
    }

    /// Takes the case back, where the service's definition allows it.
    pub fn withdraw(&mut self, allowed: bool, now: Micros) -> Result<()> {
        self.live()?;
        if !allowed {
            return Err(Error::Refused("cases-refused-withdraw"));
        }
        self.end(Status::Withdrawn, now);
        Ok(())
    }

    /// The midnight until which the resident can open it again; `None` when they cannot.
    pub fn reopen_until(&self, days: u32) -> Option<Micros> {
        let ended = matches!(self.status, Status::Closed | Status::Withdrawn);
        (ended && days > 0).then(|| midnight_after(self.closed + i64::from(days) * DAY))
    }

    /// Opens the case again with a new promise; somebody looks at it by `look`. Residents have until the end of the last of
    /// `days`; staff, with `None`, any time.
    pub fn reopen(&mut self, days: Option<u32>, promise: Promise, look: Micros, now: Micros) -> Result<()> {
        if self.status.is_live() {
            return Err(Error::Refused("cases-refused-live"));
        }
        if self.erased {
            return Err(Error::Refused("cases-refused-erased"));
        }
        if let Some(days) = days
            && self.reopen_until(days).is_none_or(|until| now >= until)
        {
            return Err(Error::Refused("cases-refused-reopen"));
        }
        self.status = Status::Open;
        self.outcome.clear();
        self.closed = 0;
        self.next_action = promise.due.min(look);
        self.promise = promise;
        self.promises += 1;
        self.told_late = false;
        self.passed_to.clear();
        self.passed_sent = false;
        Ok(())
    }

    fn end(&mut self, status: Status, now: Micros) {
        self.status = status;
        self.closed = now;
    }
}

/// The midnight that ends the day of this moment, in the council's zone.
fn midnight_after(at: Micros) -> Micros {
    let midnight = kit::lang::local(at).tomorrow().and_then(|day| day.start_of_day());
    midnight.map_or(at, |midnight| midnight.timestamp().as_microsecond())
}

/// The order in which what residents wrote is read, once another message came in now: the oldest first, but those that
/// speak of danger before all others.
pub(crate) fn unread_after(before: Micros, now: Micros, danger: bool) -> Micros {
    match before {
        0 if danger => -now,
        0 => now,
        before if danger => -before.abs(),
        before => before,
    }
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
