//! The present state of a place where people wait, and what is planned.

use crate::length::Length;

/// A kind of business.
#[derive(Debug, Clone, PartialEq)]
pub struct Service {
    /// How long a conversation takes.
    pub takes: Length,
    /// How long people wait before they leave; nothing where nobody does.
    pub patience: Option<Length>,
}

/// What somebody at a desk does right now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Doing {
    /// Ready for the next.
    Ready,
    /// Speaks with somebody, since then.
    Talking {
        /// Index into the scene's services.
        service: usize,
        /// Seconds of the scene's clock.
        since: f64,
    },
    /// Not there; nobody knows when they come, only how long it takes on average.
    Away {
        /// In seconds.
        back: f64,
    },
    /// Spoke with somebody until then, and has not called the next although people wait.
    Between {
        /// Seconds of the scene's clock.
        since: f64,
    },
}

/// A break that is planned. Whoever speaks with somebody goes when that ends, and takes all of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Break {
    /// From when, in seconds of the scene's clock.
    pub at: f64,
    /// For how long, in seconds.
    pub lasts: f64,
}

/// A desk, telephone or officer that sees people.
#[derive(Debug, Clone, PartialEq)]
pub struct Counter {
    /// The same number for the same desk, whichever others are open.
    pub id: u64,
    /// Bit n: sees people for service n.
    pub skills: u64,
    /// What goes on there.
    pub doing: Doing,
    /// Calls nobody before: the shift, or the day a partner is in the house.
    pub from: f64,
    /// Calls nobody from then on; whoever is there by then is seen to the end.
    pub until: f64,
    /// In order of time.
    pub breaks: Vec<Break>,
}

impl Counter {
    /// One that is ready, stays, and sees people for these services.
    pub fn ready(id: u64, skills: u64) -> Counter {
        Counter { id, skills, doing: Doing::Ready, from: f64::NEG_INFINITY, until: f64::INFINITY, breaks: Vec::new() }
    }
}

/// Somebody who waits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Person {
    /// The same number for the same person, whoever else waits.
    pub id: u64,
    /// Index into the scene's services.
    pub service: usize,
    /// Since when, in seconds of the scene's clock; whoever comes later than now joins the line then.
    pub since: f64,
    /// Whoever has the smaller one is called first: when they came, less what appointment or need is worth.
    pub turn: f64,
}

/// Somebody who is expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Booking {
    /// As for somebody who waits.
    pub id: u64,
    /// Index into the scene's services.
    pub service: usize,
    /// For when, in seconds of the scene's clock.
    pub at: f64,
    /// How many seconds around it people come (standard deviation).
    pub spread: f64,
    /// Which share does not come, 0 to 1.
    pub no_show: f64,
    /// As for somebody who waits.
    pub turn: f64,
}

/// People who are not here yet and go before some who are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stream {
    /// Index into the scene's services.
    pub service: usize,
    /// How many seconds lie between two of them, on average.
    pub every: f64,
    /// By how many seconds earlier than their coming they are called.
    pub advantage: f64,
}

/// Everything a forward simulation begins with.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// The present, in seconds of its own clock.
    pub now: f64,
    /// Kinds of business, at most 64.
    pub services: Vec<Service>,
    /// How long it takes from the end of one conversation to the next call while people wait; nothing where it takes no time.
    pub between: Option<Length>,
    /// Who sees people.
    pub counters: Vec<Counter>,
    /// Who waits, in any order.
    pub line: Vec<Person>,
    /// Who is expected.
    pub bookings: Vec<Booking>,
    /// Who may still come and go before others.
    pub streams: Vec<Stream>,
}
