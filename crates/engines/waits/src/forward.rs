//! Layer 0: the day played forward from the present state, many times over, until everybody who waits has been called.
//!
//! Each person and each desk has luck of its own, the same whoever else is there: so two scenes that differ in one thing differ by
//! that thing, not by chance. Over all courses of things everybody's luck takes each step from worst to best once, in an order of
//! its own (a Latin hypercube, McKay, Beckman and Conover 1979): that makes a hundred courses as good as many hundred.

use crate::dice::Dice;
use crate::length::normal_quantile;
use crate::scene::{Counter, Doing, Scene};
use crate::spread::Spread;
use std::collections::VecDeque;

/// How many times a day is played where nothing else is asked for.
pub const PATHS: usize = 200;

/// The furthest anybody looks ahead: two days.
const HORIZON: f64 = 2.0 * 86_400.0;

/// How long it takes from now until each of the line is called, in the order of the line, if they stay; who is only to come then too. The day is played so many times, or a few
/// times more: until the next prime number.
pub fn forward(scene: &Scene, paths: usize, seed: u64) -> Vec<Spread> {
    let paths = (paths.max(3)..).find(|paths| prime(*paths)).unwrap_or(paths) as u64;
    let mut play = Play::new(scene, paths, seed);
    let mut waits: Vec<Vec<f64>> = scene.line.iter().map(|_| Vec::with_capacity(paths as usize)).collect();
    for path in 0..paths {
        play.once(path);
        for (waits, called) in waits.iter_mut().zip(&play.called) {
            waits.push(called - scene.now);
        }
    }
    waits.into_iter().map(Spread::of).collect()
}

fn prime(number: usize) -> bool {
    (2..).take_while(|part| part * part <= number).all(|part| !number.is_multiple_of(part))
}

/// How lucky somebody is in each course of things.
#[derive(Debug, Clone, Copy)]
struct Luck {
    paths: u64,
    step: u64,
    first: u64,
    within: f64,
}

impl Luck {
    /// Of whoever has this number, in this respect.
    fn of(seed: u64, id: u64, respect: u64, paths: u64) -> Luck {
        let mut dice = Dice::part(seed ^ respect.wrapping_mul(0xa24b_aed4_963e_e407), id);
        let (step, first) = (1 + dice.next() % (paths - 1), dice.next() % paths);
        Luck { paths, step, first, within: dice.share() }
    }

    /// Between 0 and 1. Because the number of courses is prime, each step comes once.
    fn share(&self, path: u64) -> f64 {
        (((self.step * path + self.first) % self.paths) as f64 + self.within) / self.paths as f64
    }
}

/// Somebody in a queue of one service.
#[derive(Debug, Clone, Copy)]
struct InLine {
    turn: f64,
    /// Index into the line, or past its end for those who come later.
    place: usize,
    /// Leaves then.
    leaves: f64,
    /// How lucky they are with the length of their conversation.
    luck: f64,
}

/// Somebody who comes later.
#[derive(Debug, Clone, Copy)]
struct Coming {
    at: f64,
    service: usize,
    who: InLine,
}

#[derive(Debug, Clone, Copy)]
struct Desk {
    /// Calls the next then, at the earliest; infinite when there will be nobody any more.
    free: f64,
    /// Breaks taken.
    breaks: usize,
    /// Conversations begun, which gives the luck of the way to the next.
    calls: u64,
    idle: bool,
}

struct Play<'a> {
    scene: &'a Scene,
    paths: u64,
    seed: u64,
    path: u64,
    /// Of each of the line: with the conversation, and with patience.
    luck: Vec<(Luck, Luck)>,
    /// Of each desk with what goes on there now.
    desk_luck: Vec<Luck>,
    /// Of each who is expected: with the conversation, with coming at all, with when.
    booking_luck: Vec<[Luck; 3]>,
    /// By service, in the order of being called; those of the line at the start of each path.
    lines: Vec<VecDeque<InLine>>,
    sorted: Vec<usize>,
    desks: Vec<Desk>,
    coming: Vec<Coming>,
    called: Vec<f64>,
    left_to_call: usize,
}

impl<'a> Play<'a> {
    fn new(scene: &'a Scene, paths: u64, seed: u64) -> Play<'a> {
        let luck = |id: u64, respect: u64| Luck::of(seed, id, respect, paths);
        let mut sorted: Vec<usize> = (0..scene.line.len()).collect();
        sorted.sort_by(|a, b| scene.line[*a].turn.total_cmp(&scene.line[*b].turn).then(a.cmp(b)));
        Play {
            scene,
            paths,
            seed,
            path: 0,
            luck: scene.line.iter().map(|person| (luck(person.id, 1), luck(person.id, 2))).collect(),
            desk_luck: scene.counters.iter().map(|counter| luck(counter.id, 3)).collect(),
            booking_luck: scene.bookings.iter().map(|b| [1, 4, 5].map(|respect| luck(b.id, respect))).collect(),
            lines: vec![VecDeque::new(); scene.services.len()],
            sorted,
            desks: Vec::new(),
            coming: Vec::new(),
            called: Vec::new(),
            left_to_call: 0,
        }
    }

    /// One possible course of things.
    fn once(&mut self, path: u64) {
        self.path = path;
        self.begin();
        let mut next = 0;
        while self.left_to_call > 0 {
            let (desk, free) = self.first_free();
            let comes = self.coming.get(next).map_or(f64::INFINITY, |coming| coming.at);
            let now = free.min(comes);
            if now > self.scene.now + HORIZON {
                return;
            }
            if comes <= free {
                let coming = self.coming[next];
                next += 1;
                self.join(coming);
            } else {
                self.call(desk, free);
            }
        }
    }

    fn begin(&mut self) {
        let scene = self.scene;
        self.called.clear();
        self.called.resize(scene.line.len(), f64::INFINITY);
        self.left_to_call = scene.line.len();
        self.lines.iter_mut().for_each(VecDeque::clear);
        for place in &self.sorted {
            let person = scene.line[*place];
            if person.since > scene.now {
                continue;
            }
            let (luck, patient) = self.luck[*place];
            let (luck, patient) = (luck.share(self.path), patient.share(self.path));
            let patience = &scene.services[person.service].patience;
            let leaves = patience
                .as_ref()
                .map_or(f64::INFINITY, |patience| scene.now + patience.remaining(scene.now - person.since, patient));
            self.lines[person.service].push_back(InLine { turn: person.turn, place: *place, leaves, luck });
        }
        self.desks.clear();
        for counter in &scene.counters {
            let desk = Desk { free: scene.now, breaks: 0, calls: 0, idle: false };
            self.desks.push(desk);
            let at = self.desks.len() - 1;
            let luck = self.desk_luck[at].share(self.path);
            let free = match counter.doing {
                Doing::Ready => scene.now,
                Doing::Talking { service, since } => {
                    let ends = scene.now + scene.services[service].takes.remaining(scene.now - since, luck);
                    ends + self.between(at)
                }
                Doing::Away { back } => scene.now - back * (1.0 - luck).ln(),
                Doing::Between { since } => {
                    let between = scene.between.as_ref();
                    scene.now + between.map_or(0.0, |between| between.remaining(scene.now - since, luck))
                }
            };
            self.desks[at].free = self.ready(at, free);
        }
        self.expect();
    }

    /// Everybody who comes later, in order of time.
    fn expect(&mut self) {
        let scene = self.scene;
        self.coming.clear();
        for (place, person) in scene.line.iter().enumerate().filter(|(_, person)| person.since > scene.now) {
            let (luck, patient) = self.luck[place];
            let (luck, patient) = (luck.share(self.path), patient.share(self.path));
            let patience = &scene.services[person.service].patience;
            let leaves = patience.as_ref().map_or(f64::INFINITY, |patience| person.since + patience.whole(patient));
            let who = InLine { turn: person.turn, place, leaves, luck };
            self.coming.push(Coming { at: person.since, service: person.service, who });
        }
        for (booking, luck) in scene.bookings.iter().zip(&self.booking_luck) {
            let [luck, comes, late] = luck.map(|luck| luck.share(self.path));
            if comes < booking.no_show {
                continue;
            }
            let at = (booking.at + booking.spread * normal_quantile(late)).max(scene.now);
            let who = InLine { turn: booking.turn, place: usize::MAX, leaves: f64::INFINITY, luck };
            self.coming.push(Coming { at, service: booking.service, who });
        }
        // Whoever comes this late cannot go before anybody of the line any more.
        let last = scene.line.iter().map(|person| person.turn).fold(f64::NEG_INFINITY, f64::max);
        for (number, stream) in scene.streams.iter().enumerate() {
            let mut dice = Dice::part(self.seed ^ self.path.wrapping_mul(0x2545_f491_4f6c_dd1d), !(number as u64));
            let mut at = scene.now;
            loop {
                at -= stream.every * (1.0 - dice.share()).ln();
                if at - stream.advantage > last || at > scene.now + HORIZON {
                    break;
                }
                let (luck, patient) = (dice.share(), dice.share());
                let patience = &scene.services[stream.service].patience;
                let leaves = patience.as_ref().map_or(f64::INFINITY, |patience| at + patience.whole(patient));
                let who = InLine { turn: at - stream.advantage, place: usize::MAX, leaves, luck };
                self.coming.push(Coming { at, service: stream.service, who });
                if self.coming.len() > 4 * (scene.line.len() + scene.bookings.len()) + 64 {
                    break;
                }
            }
        }
        self.coming.sort_by(|a, b| a.at.total_cmp(&b.at));
    }

    /// The desk that calls next, and when.
    fn first_free(&self) -> (usize, f64) {
        let mut first = (0, f64::INFINITY);
        for (at, desk) in self.desks.iter().enumerate() {
            if !desk.idle && desk.free < first.1 {
                first = (at, desk.free);
            }
        }
        first
    }

    /// When a desk that is done at this time can call: after the breaks that have come due, not before its shift, never after it.
    fn ready(&mut self, at: usize, done: f64) -> f64 {
        let counter: &Counter = &self.scene.counters[at];
        let mut free = done.max(counter.from);
        let now = self.scene.now;
        while let Some(due) = counter.breaks.get(self.desks[at].breaks).filter(|due| due.at <= free) {
            let ends = due.at + due.lasts;
            // Who has nobody at the desk when their break has begun is in it already; one that is over was taken.
            free = if ends <= now {
                free
            } else if done <= now {
                free.max(ends)
            } else {
                free + due.lasts
            };
            self.desks[at].breaks += 1;
        }
        if free >= counter.until { f64::INFINITY } else { free }
    }

    fn between(&self, at: usize) -> f64 {
        let Some(between) = &self.scene.between else { return 0.0 };
        let luck = Luck::of(self.seed, self.scene.counters[at].id, 6 + self.desks[at].calls, self.paths);
        between.whole(luck.share(self.path))
    }

    /// Somebody comes; a desk that has nothing to do calls them at once.
    fn join(&mut self, coming: Coming) {
        let line = &mut self.lines[coming.service];
        let place = line.partition_point(|other| other.turn <= coming.who.turn);
        line.insert(place, coming.who);
        let able =
            |(at, desk): &(usize, &Desk)| desk.idle && self.scene.counters[*at].skills & (1 << coming.service) != 0;
        // The one with the fewest other skills, so that who can do more is kept for what needs it.
        let fewest = |(at, _): &(usize, &Desk)| self.scene.counters[*at].skills.count_ones();
        if let Some((at, _)) = self.desks.iter().enumerate().filter(able).min_by_key(fewest) {
            let free = self.ready(at, coming.at);
            self.desks[at].free = free;
            self.desks[at].idle = false;
        }
    }

    /// The desk calls whoever is first of those it can see; those who left are passed over.
    fn call(&mut self, at: usize, now: f64) {
        let skills = self.scene.counters[at].skills;
        loop {
            let heads = self.lines.iter().enumerate().filter(|(service, _)| skills & (1 << service) != 0);
            let first = heads.filter_map(|(service, line)| line.front().map(|who| (service, who.turn)));
            let Some((service, _)) = first.min_by(|a, b| a.1.total_cmp(&b.1)) else {
                self.desks[at].idle = true;
                return;
            };
            let Some(who) = self.lines[service].pop_front() else { return };
            if let Some(called) = self.called.get_mut(who.place) {
                *called = now;
                self.left_to_call -= 1;
            }
            if who.leaves < now {
                continue;
            }
            let ends = now + self.scene.services[service].takes.whole(who.luck);
            self.desks[at].calls += 1;
            let free = ends + self.between(at);
            self.desks[at].free = self.ready(at, free);
            return;
        }
    }
}
