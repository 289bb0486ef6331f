//! What a log's past says about the people of it: how long they talk, how long callers wait, how soon agents take the next.

use crate::forward::forward;
use crate::hall::{Hall, Waiter, recent};
use crate::length::Length;
use crate::log::{Log, What};
use crate::order::START;
use crate::scene::{Counter, Doing, Person, Scene, Service, Stream};
use crate::spread::Spread;

/// Learned from the days before; everything the forward simulation of a telephone line needs besides its state.
#[derive(Debug, Clone, PartialEq)]
pub struct Habits {
    services: Vec<Service>,
    between: Length,
    /// Seconds of waiting people until somebody answers who was not there before, on average.
    fresh: f64,
}

/// Ends of the spans over which the pull back to the desk is counted, in seconds since the last conversation.
const SPANS: [f64; 18] = [
    1.0, 2.0, 3.0, 5.0, 8.0, 12.0, 20.0, 30.0, 45.0, 60.0, 90.0, 150.0, 300.0, 600.0, 1200.0, 2400.0, 4800.0, 10_800.0,
];
/// Who ended longer ago than this has gone home, in seconds.
const GONE: i64 = 3 * 3600;
/// The number of the desk nobody sits at yet.
const FRESH: u64 = 1 << 40;
/// Over how long the coming of those who go first is counted, in seconds.
const COMING: i64 = 30 * 60;

/// How often agents came back, and for how long they could have.
#[derive(Debug, Default)]
struct Pull {
    came: [f64; SPANS.len()],
    seconds: [f64; SPANS.len()],
}

impl Pull {
    fn stay(&mut self, from: f64, to: f64) {
        let mut begin = 0.0;
        for (seconds, end) in self.seconds.iter_mut().zip(SPANS) {
            *seconds += (to.min(end) - from.max(begin)).max(0.0);
            begin = end;
        }
    }

    fn come(&mut self, after: f64) {
        let span = SPANS.partition_point(|end| *end <= after);
        if let Some(came) = self.came.get_mut(span) {
            *came += 1.0;
        }
    }

    /// Five hundred ways back, each as likely as the next.
    fn length(&self) -> Length {
        let mut seen = Vec::with_capacity(500);
        for number in 0..500 {
            let mut left = -(1.0 - (f64::from(number) + 0.5) / 500.0f64).ln();
            let (mut begin, mut found) = (0.0, SPANS[SPANS.len() - 1]);
            for ((end, came), seconds) in SPANS.into_iter().zip(self.came).zip(self.seconds) {
                let rate = (came + 0.1) / (seconds + 100.0);
                if left <= rate * (end - begin) {
                    found = begin + left / rate;
                    break;
                }
                left -= rate * (end - begin);
                begin = end;
            }
            seen.push(found);
        }
        Length::Seen(seen)
    }
}

impl Habits {
    /// From everything before this second.
    pub fn learn(log: &Log, left_out: &[u16], until: i64) -> Habits {
        let mut hall = Hall::new(log, left_out);
        let mut pull = Pull::default();
        let (mut fresh, mut somebody_waits) = (1.0, 3600.0);
        let mut waited = vec![(0.0, 0.0); log.queues.len()];
        for (index, event) in log.events.iter().enumerate().take_while(|(_, event)| event.at < until) {
            if hall.waiting.iter().any(|waiter| hall.counts(waiter.queue)) {
                somebody_waits += (event.at - hall.now) as f64;
                for ended in hall.desks.iter().filter(|desk| desk.talk.is_none()).filter_map(|desk| desk.ended) {
                    pull.stay((hall.now - ended) as f64, (event.at - ended) as f64);
                }
            }
            let call = log.calls[event.call as usize];
            let queue = usize::from(call.queue);
            match event.what {
                What::Connect(agent) => {
                    let wait = event.at - call.entered;
                    waited[queue].0 += wait as f64;
                    let ended = agent.and_then(|agent| hall.desks[usize::from(agent)].ended);
                    if agent.is_some() && wait > 0 && hall.counts(call.queue) {
                        match ended.map(|ended| event.at - ended) {
                            Some(after) if after < GONE => pull.come(after as f64),
                            _ => fresh += 1.0,
                        }
                    }
                }
                What::Leave => {
                    waited[queue].0 += (event.at - call.entered) as f64;
                    waited[queue].1 += 1.0;
                }
                // Within the second in which they end most take the next: half of it was theirs to do so.
                What::Finish => pull.seconds[0] += if hall.waiting.is_empty() { 0.0 } else { 0.5 },
                What::Enter => {}
            }
            hall.step(log, index);
        }
        let service = |queue: usize| {
            let ended = hall.ends.iter().filter(|end| usize::from(end.queue) == queue);
            let took: Vec<f64> = ended.map(|end| end.took as f64).collect();
            let (seconds, left) = waited[queue];
            // Ten more who would have stayed ten minutes each: a queue nobody left yet has patient callers, not endless ones.
            let patience = Some(Length::Exponential { mean: (seconds + 6000.0) / (left + 10.0) });
            Service { takes: grouped(took), patience }
        };
        Habits {
            services: (0..log.queues.len()).map(service).collect(),
            between: pull.length(),
            fresh: somebody_waits / fresh,
        }
    }

    /// How long callers of a queue wait before they give up, on average, in seconds.
    pub fn patience(&self, queue: u16) -> f64 {
        self.services[usize::from(queue)].patience.as_ref().map_or(f64::INFINITY, Length::mean)
    }

    /// What the forward simulation says to somebody who waits: a mixture over whether they have the start that the exchange
    /// gives to some, played that many times in all.
    pub fn foretell(&self, hall: &Hall, of: &Waiter, paths: usize, seed: u64) -> Spread {
        let with = (hall.order.has_start(of) * paths as f64).round() as usize;
        let mut waits = Vec::with_capacity(paths);
        let mut scene = self.scene(hall, of);
        for (start, paths) in [(START, with), (0, paths - with)] {
            if let Some(person) = scene.line.last_mut() {
                person.turn = (of.since - start) as f64;
            }
            if paths > 0
                && let Some(spread) = forward(&scene, paths, seed).pop()
            {
                waits.extend_from_slice(spread.waits());
            }
        }
        Spread::of(waits)
    }

    /// The scene for those who wait now and may be called before this one, who comes last in it.
    pub fn scene(&self, hall: &Hall, of: &Waiter) -> Scene {
        let person = |waiter: &Waiter| {
            let (since, turn) = (waiter.since as f64, hall.turn(waiter) as f64);
            Person { id: u64::from(waiter.call), service: usize::from(waiter.queue), since, turn }
        };
        let others = hall.waiting.iter().filter(|other| other.call != of.call && hall.counts(other.queue));
        let line = others.chain([of]).map(person).collect();
        let mut counters = self.counters(hall);
        counters.push(Counter { doing: Doing::Away { back: self.fresh }, ..Counter::ready(FRESH, u64::MAX) });
        Scene {
            now: hall.now as f64,
            services: self.services.clone(),
            between: Some(self.between.clone()),
            counters,
            line,
            bookings: Vec::new(),
            streams: streams(hall),
        }
    }

    fn counters(&self, hall: &Hall) -> Vec<Counter> {
        let mut counters = Vec::new();
        for (id, desk) in hall.desks.iter().enumerate() {
            let doing = match (desk.talk, desk.ended) {
                (Some(talk), _) => Doing::Talking { service: usize::from(talk.queue), since: talk.since as f64 },
                (None, Some(ended)) if hall.now - ended < GONE => Doing::Between { since: ended as f64 },
                _ => continue,
            };
            let able = (0..hall.queues()).filter(|queue| hall.able.likely(id as u16, *queue as u16) > 0.5);
            let skills = able.fold(0u64, |skills, queue| skills | 1 << queue.min(63));
            counters.push(Counter { doing, ..Counter::ready(id as u64, skills) });
        }
        counters
    }
}

/// Those who may come and go first, as often as in the last half hour.
fn streams(hall: &Hall) -> Vec<Stream> {
    let lately = recent(&hall.joined, hall.now, COMING, |step| step.at);
    let mut streams = Vec::new();
    for queue in (0..hall.queues()).filter(|queue| hall.counts(*queue as u16)) {
        let came = lately.iter().filter(|step| step.urgent && usize::from(step.queue) == queue).count() as f64;
        let with_start = came * hall.order.rate;
        if with_start > 0.5 {
            streams.push(Stream { service: queue, every: COMING as f64 / with_start, advantage: START as f64 });
        }
    }
    streams
}

/// At most five hundred lengths that stand for all.
fn grouped(mut took: Vec<f64>) -> Length {
    if took.len() < 20 {
        return Length::Exponential { mean: crate::baselines::TYPED_SERVICE };
    }
    took.sort_unstable_by(f64::total_cmp);
    let count = took.len().min(500);
    Length::Seen((0..count).map(|number| took[(2 * number + 1) * took.len() / (2 * count)]).collect())
}
