//! The state of a waiting room or a telephone line, brought up to date event by event: only what is known at that moment.

use crate::able::Able;
use crate::log::{Log, What};
use crate::order::{Order, START};

/// Somebody who waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiter {
    /// Index into the log's calls.
    pub call: u32,
    /// Index into the log's queues.
    pub queue: u16,
    /// 0 to 2, as the log has it.
    pub priority: u8,
    /// Who calls, where the exchange knows.
    pub caller: Option<u32>,
    /// Since when, in seconds of the log's clock.
    pub since: i64,
}

impl Waiter {
    /// Goes before those without.
    pub fn urgent(&self) -> bool {
        self.priority >= 2
    }

    /// Whether this one is called before the other.
    pub fn before(&self, other: &Waiter) -> bool {
        (!self.urgent(), self.since, self.call) < (!other.urgent(), other.since, other.call)
    }
}

/// A conversation that goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Talk {
    /// With which call.
    pub call: u32,
    /// Of which queue.
    pub queue: u16,
    /// Since when.
    pub since: i64,
}

/// One who answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Desk {
    /// Whom they speak with.
    pub talk: Option<Talk>,
    /// When they last began.
    pub began: Option<i64>,
    /// When they last ended.
    pub ended: Option<i64>,
    /// When they last began with a call of each queue.
    pub by_queue: Vec<Option<i64>>,
}

impl Desk {
    /// Began with somebody in the last so many seconds.
    pub fn began_within(&self, now: i64, seconds: i64) -> bool {
        self.began.is_some_and(|at| now - at <= seconds)
    }
}

/// A call that was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// When.
    pub at: i64,
    /// After how many seconds of waiting.
    pub wait: i64,
    /// Of which queue.
    pub queue: u16,
    /// Whether it went before others.
    pub urgent: bool,
}

/// A conversation that ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// When.
    pub at: i64,
    /// How many seconds it took.
    pub took: i64,
    /// Of which queue.
    pub queue: u16,
}

/// Somebody who joined or left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub at: i64,
    /// Seconds waited until then; 0 for who joins.
    pub waited: i64,
    /// Of which queue.
    pub queue: u16,
    /// Whether it goes before others.
    pub urgent: bool,
}

/// Everything known at a moment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hall {
    /// The moment.
    pub now: i64,
    /// Who waits, by when they joined.
    pub waiting: Vec<Waiter>,
    /// Who answers, by number.
    pub desks: Vec<Desk>,
    /// Answered so far, in order of time; queues that are left out are not in.
    pub starts: Vec<Start>,
    /// Conversations ended so far, of all queues.
    pub ends: Vec<End>,
    /// Joined so far, of all queues.
    pub joined: Vec<Step>,
    /// Left without an answer so far, of all queues.
    pub left: Vec<Step>,
    /// What was seen of who is called before whom.
    pub order: Order,
    /// What was seen of who answers which calls.
    pub able: Able,
    left_out: Vec<u16>,
    queues: usize,
}

/// The last elements, those not older than `seconds`.
pub fn recent<T>(all: &[T], now: i64, seconds: i64, at: impl Fn(&T) -> i64) -> &[T] {
    &all[all.partition_point(|each| at(each) < now - seconds)..]
}

impl Hall {
    /// An empty one for this log; queues that are left out occupy desks, but their waits are not looked at.
    pub fn new(log: &Log, left_out: &[u16]) -> Hall {
        let desk = Desk { by_queue: vec![None; log.queues.len()], ..Desk::default() };
        Hall { desks: vec![desk; log.agents], left_out: left_out.to_vec(), queues: log.queues.len(), ..Hall::default() }
    }

    /// How many queues there are.
    pub fn queues(&self) -> usize {
        self.queues
    }

    /// Whether waits of this queue are looked at.
    pub fn counts(&self, queue: u16) -> bool {
        !self.left_out.contains(&queue)
    }

    /// Takes the event with this index into account. Events must come in the order of the log.
    pub fn step(&mut self, log: &Log, index: usize) {
        let event = log.events[index];
        self.now = event.at;
        let call = &log.calls[event.call as usize];
        let (queue, urgent) = (call.queue, call.urgent());
        let joins = Step { at: event.at, waited: 0, queue, urgent };
        let step = Step { waited: event.at - call.entered, ..joins };
        match event.what {
            What::Enter => {
                self.joined.push(joins);
                let (priority, caller) = (call.priority, call.caller);
                self.waiting.push(Waiter { call: event.call, queue, priority, caller, since: event.at });
            }
            What::Leave => {
                self.waiting.retain(|waiter| waiter.call != event.call);
                self.left.push(step);
            }
            What::Connect(agent) => {
                if let Some(place) = self.waiting.iter().position(|waiter| waiter.call == event.call) {
                    let called = self.waiting.remove(place);
                    if let Some(agent) = agent.filter(|_| self.counts(queue)) {
                        let others = self.waiting.iter().filter(|other| self.counts(other.queue));
                        let others: Vec<(Waiter, i64)> = others.map(|other| (*other, self.turn(other))).collect();
                        self.able.watch(agent, &called, self.turn(&called), &others);
                    }
                    self.order.watch(&called, &self.waiting);
                }
                if self.counts(queue) {
                    self.starts.push(Start { at: event.at, wait: step.waited, queue, urgent });
                }
                if let Some(agent) = agent {
                    let desk = &mut self.desks[usize::from(agent)];
                    desk.talk = Some(Talk { call: event.call, queue, since: event.at });
                    desk.began = Some(event.at);
                    desk.by_queue[usize::from(queue)] = Some(event.at);
                }
            }
            What::Finish => {
                let whose = |desk: &&mut Desk| desk.talk.is_some_and(|talk| talk.call == event.call);
                if let Some(desk) = self.desks.iter_mut().find(whose) {
                    let took = event.at - desk.talk.map_or(event.at, |talk| talk.since);
                    desk.talk = None;
                    desk.ended = Some(event.at);
                    self.ends.push(End { at: event.at, took, queue });
                }
            }
        }
    }

    /// When somebody's turn counts from: when they came, or earlier by the start they seem to have.
    pub fn turn(&self, who: &Waiter) -> i64 {
        who.since - if self.order.has_start(who) > 0.5 { START } else { 0 }
    }

    /// Those called before this one.
    pub fn ahead<'a>(&'a self, of: &'a Waiter) -> impl Iterator<Item = &'a Waiter> {
        self.waiting.iter().filter(move |other| other.call != of.call && other.before(of))
    }

    /// How many desks began with somebody in the last so many seconds.
    pub fn active(&self, seconds: i64) -> usize {
        self.desks.iter().filter(|desk| desk.began_within(self.now, seconds)).count()
    }

    /// Answered in the last so many seconds.
    pub fn starts_within(&self, seconds: i64) -> &[Start] {
        recent(&self.starts, self.now, seconds, |start| start.at)
    }
}
