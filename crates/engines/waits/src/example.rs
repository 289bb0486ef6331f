//! A place to measure on: everything a scene can have, in one.

use crate::dice::Dice;
use crate::length::Length;
use crate::scene::{Booking, Break, Counter, Doing, Person, Scene, Service, Stream};

/// A busy morning with so many people waiting for five kinds of business at a desk for about every eight of them: half the desks do
/// everything, one partner comes later, everybody takes a break, a fifth of the bookings do not come, some go first.
pub fn busy_morning(waiting: usize, seed: u64) -> Scene {
    let mut dice = Dice::new(seed);
    let now = 10.0 * 3600.0;
    let services = (0..5).map(|kind| Service {
        takes: Length::LogNormal { middle: 240.0 + 120.0 * f64::from(kind), sigma: 0.8 },
        patience: Some(Length::Exponential { mean: 3600.0 }),
    });
    let desks = waiting.div_ceil(8).max(2) as u64;
    let counters = (0..desks).map(|id| {
        let skills = if id % 2 == 0 { 0b11111 } else { 0b11 << (id % 4) };
        let doing = match id % 5 {
            0 => Doing::Between { since: now - 20.0 },
            kind => Doing::Talking { service: kind as usize, since: now - 60.0 * (id % 11) as f64 },
        };
        let breaks = vec![Break { at: now + 900.0 * (id % 7) as f64, lasts: 900.0 }];
        let from = if id == 3 { now + 1800.0 } else { 0.0 };
        Counter { doing, from, until: now + 6.0 * 3600.0, breaks, ..Counter::ready(id, skills) }
    });
    let line = (0..waiting).map(|number| {
        let since = now - 1500.0 * dice.share();
        let need = if dice.share() < 0.1 { 900.0 } else { 0.0 };
        Person { id: 1000 + number as u64, service: dice.below(5), since, turn: since - need }
    });
    let line = line.collect();
    let bookings = (0..waiting / 5).map(|number| {
        let at = now + 300.0 * number as f64;
        Booking { id: 9000 + number as u64, service: number % 5, at, spread: 300.0, no_show: 0.2, turn: at - 1200.0 }
    });
    Scene {
        now,
        services: services.collect(),
        between: Some(Length::Exponential { mean: 30.0 }),
        counters: counters.collect(),
        line,
        bookings: bookings.collect(),
        streams: vec![Stream { service: 0, every: 600.0, advantage: 900.0 }],
    }
}
