//! How long somebody will wait: an estimate with a range that keeps its word.
//!
//! Pure: the state of a waiting room or of a telephone line comes in, seconds come out. Three layers, each of which stands without
//! the next:
//! 0. [`forward`] plays the day on from a [`Scene`] (who waits, who is served and since when, breaks and ends of shifts, bookings,
//!    partners, skills, who gives up) a few hundred times. It needs no history. [`wait_behind`] and [`Theory`] are what it is
//!    measured by.
//! 1. [`Learned`] corrects it by what happened before: gradient-boosted [`Trees`] for the mean and for quantiles.
//! 2. [`Calibration`] makes the range hold as often as it says, for each channel, by looking at how often it did of late.
//!
//! What comes out is a [`Spread`] or a [`Given`]; [`Shown`] keeps what a person sees from growing by itself.
//!
//! [`Log`] reads what a telephone exchange wrote down, [`Hall`] is what is known at a moment of it, [`Habits`] makes a scene of it,
//! and [`trial`] compares methods on days that were not learned from.

mod able;
mod baselines;
mod calibrate;
mod day;
mod dice;
mod example;
mod features;
mod forward;
mod habits;
mod hall;
mod learned;
mod length;
mod log;
mod order;
mod replay;
mod scene;
mod score;
mod shown;
mod spread;
mod theory;
mod trees;
mod trial;

pub use able::Able;
pub use baselines::{Baselines, OPEN_FOR, Rule, TYPED_SERVICE};
pub use calibrate::Calibration;
pub use day::{DAY, first_second, written};
pub use dice::Dice;
pub use example::busy_morning;
pub use features::features;
pub use forward::{PATHS, forward};
pub use habits::Habits;
pub use hall::{Hall, Waiter};
pub use learned::{Foretold, LEVELS, Learned, LearnedRange, TAILS};
pub use length::Length;
pub use log::{Call, Event, Log, LogError, What};
pub use order::{Order, START};
pub use replay::{End, Row, rows};
pub use scene::{Booking, Break, Counter, Doing, Person, Scene, Service, Stream};
pub use score::{Given, Score};
pub use shown::{Cause, Change, Shown};
pub use spread::Spread;
pub use theory::{LongRun, Theory, wait_behind};
pub use trees::{Aim, Growth, Table, Trees};
pub use trial::{Days, GIVEN, LEAST, Line, QL_CALIBRATED, Report, TrialError, trial};
