//! What the learned layer looks at: numbers about the present and the past, none about the future.

use crate::baselines::{Baselines, OPEN_FOR, Rule, head_of_line, last, mean_of_last};
use crate::day::{DAY, weekday};
use crate::hall::{Hall, Waiter, recent};

const MINUTE: i64 = 60;

/// One row for a person who waits now: as many numbers for everybody, always in the same order.
pub fn features(hall: &Hall, baselines: &Baselines, of: &Waiter) -> Vec<f32> {
    let mut row = Vec::with_capacity(96);
    line(&mut row, hall, of);
    desks(&mut row, hall, of);
    history(&mut row, hall, baselines, of);
    flow(&mut row, hall);
    order(&mut row, hall, of);
    able(&mut row, hall, of);
    let second = of.since.rem_euclid(DAY);
    row.push(second as f64 / 3600.0);
    row.push(weekday(of.since) as f64);
    row.into_iter().map(|number| number as f32).collect()
}

/// Who waits, before this one and besides.
fn line(row: &mut Vec<f64>, hall: &Hall, of: &Waiter) {
    let open = hall.active(OPEN_FOR).max(1) as f64;
    let ahead: Vec<&Waiter> = hall.ahead(of).collect();
    let count = ahead.len() as f64;
    let others = || hall.waiting.iter().filter(|other| other.call != of.call);
    row.push(count);
    row.push(ahead.iter().filter(|other| other.queue == of.queue).count() as f64);
    row.push(ahead.iter().filter(|other| other.urgent()).count() as f64);
    row.push(others().count() as f64);
    row.push(others().filter(|other| other.queue == of.queue).count() as f64);
    row.push(others().filter(|other| other.urgent()).count() as f64);
    row.push(count / open);
    row.push((count + 1.0) / hall.active(5 * MINUTE).max(1) as f64);
    let since = |other: &&Waiter| (hall.now - other.since) as f64;
    row.push(ahead.iter().map(since).sum());
    row.push(ahead.iter().map(since).fold(-1.0, f64::max));
    row.push(others().map(|other| since(&other)).fold(-1.0, f64::max));
    row.push(ahead.iter().map(since).fold(1e6, f64::min));
    row.push(f64::from(of.queue));
    row.push(f64::from(of.priority));
    row.push(f64::from(of.urgent()));
}

/// Who is called before this one, going by what was seen.
fn order(row: &mut Vec<f64>, hall: &Hall, of: &Waiter) {
    row.push(hall.order.has_start(of));
    row.push(hall.order.rate);
    row.extend(hall.order.before(of, &hall.waiting));
    let same: Vec<Waiter> = hall.waiting.iter().filter(|other| other.queue == of.queue).copied().collect();
    row.push(hall.order.before(of, &same)[2]);
    let weighed = hall.order.before(of, &hall.waiting)[2];
    row.push((weighed + 1.0) / hall.active(OPEN_FOR).max(1) as f64);
}

/// Who answers, who is busy and for how long.
fn desks(row: &mut Vec<f64>, hall: &Hall, of: &Waiter) {
    let now = hall.now;
    for minutes in [2, 5, 10, 20, 40] {
        row.push(hall.active(minutes * MINUTE) as f64);
    }
    let busy: Vec<f64> = hall.desks.iter().filter_map(|desk| desk.talk).map(|talk| (now - talk.since) as f64).collect();
    row.push(busy.len() as f64);
    row.push(busy.iter().sum::<f64>() / busy.len().max(1) as f64);
    row.push(busy.iter().copied().fold(0.0, f64::max));
    for seconds in [30.0, 90.0, 180.0, 360.0] {
        row.push(busy.iter().filter(|since| **since > seconds).count() as f64);
    }
    row.push(hall.desks.iter().filter_map(|desk| desk.talk).filter(|talk| talk.queue == of.queue).count() as f64);
    let idle = |within: i64| {
        let free = hall.desks.iter().filter(|desk| desk.talk.is_none());
        free.filter(|desk| desk.ended.is_some_and(|at| now - at <= within)).count() as f64
    };
    for seconds in [5, 20, 60, 300, 1200] {
        row.push(idle(seconds));
    }
    let skilled = |desk: &&crate::hall::Desk| {
        desk.began_within(now, OPEN_FOR) && desk.by_queue[usize::from(of.queue)].is_some_and(|at| now - at <= 3 * 3600)
    };
    row.push(hall.desks.iter().filter(skilled).count() as f64);
    row.push(hall.desks.iter().filter(skilled).filter(|desk| desk.talk.is_some()).count() as f64);
}

/// Who takes calls of this queue, going by what was seen.
fn able(row: &mut Vec<f64>, hall: &Hall, of: &Waiter) {
    let likely = |agent: usize, queue: u16| hall.able.likely(agent as u16, queue);
    let near = || {
        hall.desks.iter().enumerate().filter(|(_, desk)| desk.talk.is_some() || desk.began_within(hall.now, OPEN_FOR))
    };
    row.push(near().map(|(agent, _)| likely(agent, of.queue)).sum());
    row.push(near().filter(|(_, desk)| desk.talk.is_some()).map(|(agent, _)| likely(agent, of.queue)).sum());
    row.push(near().filter(|(_, desk)| desk.talk.is_none()).map(|(agent, _)| likely(agent, of.queue)).sum());
    row.push(near().filter(|(agent, _)| likely(*agent, of.queue) > 0.5).count() as f64);
    // How much of each desk that may take this call is wanted by those who go first.
    let turn = hall.turn(of);
    let first: Vec<&Waiter> =
        hall.waiting.iter().filter(|w| w.call != of.call && hall.counts(w.queue) && hall.turn(w) < turn).collect();
    let wanted: f64 = first
        .iter()
        .map(|other| {
            let (mut both, mut theirs) = (0.0, 1e-3);
            for (agent, _) in near() {
                both += likely(agent, other.queue) * likely(agent, of.queue);
                theirs += likely(agent, other.queue);
            }
            both / theirs
        })
        .sum();
    let able = near().map(|(agent, _)| likely(agent, of.queue)).sum::<f64>().max(0.2);
    row.push(wanted);
    row.push((wanted + 1.0) / able);
}

/// How long those before had to wait.
fn history(row: &mut Vec<f64>, hall: &Hall, baselines: &Baselines, of: &Waiter) {
    row.push(last(hall, |_| true));
    row.push(last(hall, |start| start.wait > 0));
    row.push(last(hall, |start| start.urgent == of.urgent()));
    row.push(last(hall, |start| start.urgent == of.urgent() && start.wait > 0));
    row.push(last(hall, |start| start.queue == of.queue));
    row.push(head_of_line(hall, of).unwrap_or(-1.0));
    row.push(mean_of_last(&hall.starts, 3));
    row.push(mean_of_last(&hall.starts, 10));
    row.push(mean_of_last(&hall.starts, 30));
    row.push(baselines.weighted());
    row.push(baselines.estimate(Rule::QueueLength, hall, of));
    for minutes in [5, 15, 60] {
        let those = hall.starts_within(minutes * MINUTE);
        let mean = |fits: &dyn Fn(&crate::hall::Start) -> bool| {
            let waits: Vec<f64> = those.iter().filter(|start| fits(start)).map(|start| start.wait as f64).collect();
            waits.iter().sum::<f64>() / waits.len().max(1) as f64
        };
        row.push(mean(&|_| true));
        row.push(mean(&|start| start.urgent == of.urgent()));
    }
    let near = hall.starts_within(15 * MINUTE);
    row.push(near.iter().filter(|start| start.wait > 0).count() as f64 / near.len().max(1) as f64);
}

/// What came, went and was done of late.
fn flow(row: &mut Vec<f64>, hall: &Hall) {
    let now = hall.now;
    for seconds in [30, 60, 120, 300, 900, 1800] {
        row.push(hall.starts_within(seconds).len() as f64);
    }
    for seconds in [60, 300, 900] {
        row.push(recent(&hall.ends, now, seconds, |end| end.at).len() as f64);
    }
    for seconds in [60, 300, 900, 1800] {
        row.push(recent(&hall.joined, now, seconds, |step| step.at).len() as f64);
    }
    for seconds in [120, 600, 1800] {
        row.push(recent(&hall.left, now, seconds, |step| step.at).len() as f64);
    }
    let ended = recent(&hall.ends, now, 15 * MINUTE, |end| end.at);
    row.push(ended.iter().map(|end| end.took as f64).sum::<f64>() / ended.len().max(1) as f64);
    let ended = recent(&hall.ends, now, 60 * MINUTE, |end| end.at);
    row.push(ended.iter().map(|end| end.took as f64).sum::<f64>() / ended.len().max(1) as f64);
    let ago = |at: Option<i64>| at.map_or(1e5, |at| (now - at) as f64);
    row.push(ago(hall.starts.last().map(|start| start.at)));
    row.push(ago(hall.ends.last().map(|end| end.at)));
    row.push(ago(hall.joined.iter().rev().nth(1).map(|step| step.at)));
    let starts = hall.starts_within(10 * MINUTE).len().max(1) as f64;
    row.push((hall.waiting.len() as f64) * 600.0 / starts);
}
