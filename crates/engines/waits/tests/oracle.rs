//! The rules of others against what theory and others' simulations know of them, on made-up lines.

use std::fmt::Write;
use waits::{Dice, Habits, Hall, Log, Rule, Theory, What};

/// A line with so many desks and Poisson arrivals, first come first served, as a log; a service takes half an hour, so that
/// the whole seconds of the log are fine enough.
fn memoryless(desks: usize, load: f64, calls: usize, patience: Option<f64>, seed: u64) -> String {
    let mut dice = Dice::new(seed);
    let mut free = vec![0.0f64; desks];
    let mut lines: Vec<(i64, u8, String)> = Vec::new();
    let mut now = 1000.0;
    for number in 0..calls {
        now -= dice.share().ln() * 1800.0 / (desks as f64 * load);
        let (luck, patient) = (dice.share(), dice.share());
        let desk = (0..desks).min_by(|a, b| free[*a].total_cmp(&free[*b])).expect("a desk");
        let begins = free[desk].max(now);
        let whole = |seconds: f64| seconds as i64;
        lines.push((whole(now), 2, format!("{}|{number}|PS|NONE|ENTERQUEUE|priority=0", whole(now))));
        let leaves = patience.map_or(f64::INFINITY, |mean| now - mean * patient.ln());
        if leaves < begins {
            lines.push((whole(leaves), 3, format!("{}|{number}|PS|NONE|ABANDON", whole(leaves))));
            continue;
        }
        let ends = begins - 1800.0 * luck.ln();
        let wait = whole(begins) - whole(now);
        lines.push((whole(begins), 3, format!("{}|{number}|PS|Agent/{desk}|CONNECT|{wait}", whole(begins))));
        lines.push((
            whole(ends),
            1 + 3 * u8::from(whole(ends) == whole(begins)),
            format!("{}|{number}|PS|Agent/{desk}|COMPLETEAGENT", whole(ends)),
        ));
        free[desk] = ends;
    }
    lines.sort_by_key(|(at, order, _)| (*at, *order));
    lines.into_iter().fold(String::new(), |mut text, (_, _, line)| {
        let _ = writeln!(text, "{line}");
        text
    })
}

/// For everybody who waited: the wait, the people ahead, and the wait of the last to enter service.
fn delayed(log: &Log) -> Vec<(f64, f64, f64)> {
    let mut hall = Hall::new(log, &[]);
    let baselines = waits::Baselines::default();
    let mut found = Vec::new();
    for (index, event) in log.events.iter().enumerate() {
        hall.step(log, index);
        let Some(wait) = log.calls[event.call as usize].wait().filter(|wait| event.what == What::Enter && *wait > 0)
        else {
            continue;
        };
        let of = *hall.waiting.last().expect("who came waits");
        let ahead = hall.ahead(&of).count() as f64;
        found.push((wait as f64, ahead, baselines.estimate(Rule::LastToEnter, &hall, &of)));
    }
    found.split_off(found.len() / 20)
}

#[test]
fn last_to_enter_errs_twice_as_much_as_queue_length_where_nothing_has_memory() {
    // MSE / mean² of both as in the measurement with 400,000 customers: s = 10, rho = 0.95: 0.1026 and 0.0490; rho = 0.90: 0.2117 and 0.0956.
    for (load, les, ql) in [(0.95, 0.1026, 0.0490), (0.90, 0.2117, 0.0956)] {
        let log = Log::parse(memoryless(10, load, 150_000, None, 17).as_bytes()).unwrap();
        let rows = delayed(&log);
        let mean = rows.iter().map(|row| row.0).sum::<f64>() / rows.len() as f64;
        let relative = |estimate: &dyn Fn(&(f64, f64, f64)) -> f64| {
            rows.iter().map(|row| (estimate(row) - row.0).powi(2)).sum::<f64>() / rows.len() as f64 / mean / mean
        };
        let (found_ql, found_les) = (relative(&|row| (row.1 + 1.0) * 180.0), relative(&|row| row.2));
        assert!((found_ql / ql - 1.0).abs() < 0.2, "QL {found_ql:.4} instead of {ql}");
        assert!((found_les / les - 1.0).abs() < 0.2, "LES {found_les:.4} instead of {les}");
        assert!((found_les / found_ql - les / ql).abs() < 0.25, "{}", found_les / found_ql);
    }
}

#[test]
fn a_line_where_people_give_up_is_as_erlang_a_says() {
    let theory = Theory { arrivals: 14.0 * 0.95 / 1800.0, services: 1.0 / 1800.0, desks: 14, giving_up: 1.0 / 3000.0 };
    let log = Log::parse(memoryless(14, 0.95, 120_000, Some(3000.0), 5).as_bytes()).unwrap();
    let expected = theory.long_run();
    let left = log.calls.iter().filter(|call| call.left.is_some()).count() as f64 / log.calls.len() as f64;
    assert!((left / expected.gives_up - 1.0).abs() < 0.05, "{left} instead of {}", expected.gives_up);
    let habits = Habits::learn(&log, &[], i64::MAX);
    assert!((habits.patience(0) / 3000.0 - 1.0).abs() < 0.05, "{}", habits.patience(0));
}
