//! A made-up telephone line, written down as an exchange writes it.

use std::fmt::Write;
use waits::{DAY, Dice};

/// 1 January 1999, a Friday.
pub const FIRST: i64 = 915_148_800;

struct Call {
    number: usize,
    entered: i64,
    urgent: bool,
    patience: i64,
}

/// So many days of a line that is open from eight to eighteen with ever other numbers of agents, in `queue_log`.
pub fn made_up(days: i64, seed: u64) -> String {
    let mut dice = Dice::new(seed);
    let mut lines: Vec<(i64, String)> = Vec::new();
    let mut number = 0;
    for day in 0..days {
        let agents = 4 + dice.below(4);
        let mut free_at = vec![FIRST + day * DAY + 8 * 3600; agents];
        let mut now = FIRST + day * DAY + 8 * 3600;
        let end = FIRST + day * DAY + 18 * 3600;
        let mut waiting: Vec<Call> = Vec::new();
        loop {
            now += (-dice.share().ln() * 32.0) as i64 + 1;
            serve(&mut waiting, &mut free_at, now, &mut dice, &mut lines);
            if now > end {
                break;
            }
            let urgent = dice.share() < 0.3;
            let patience = (-dice.share().ln() * 400.0) as i64 + 5;
            let caller = if urgent { format!("c{}", dice.below(500)) } else { String::new() };
            let priority = if urgent { 2 } else { 0 };
            lines.push((now, format!("{now}|{now}.{number}|PS|NONE|ENTERQUEUE|priority={priority}|{caller}|")));
            waiting.push(Call { number, entered: now, urgent, patience });
            number += 1;
        }
        serve(&mut waiting, &mut free_at, end + 3600, &mut dice, &mut lines);
    }
    lines.sort_by_key(|(at, _)| *at);
    lines.into_iter().fold(String::new(), |mut text, (_, line)| {
        let _ = writeln!(text, "{line}");
        text
    })
}

/// Whoever is answered or gives up before `until`.
fn serve(waiting: &mut Vec<Call>, free_at: &mut [i64], until: i64, dice: &mut Dice, lines: &mut Vec<(i64, String)>) {
    while !waiting.is_empty() {
        let agent = (0..free_at.len()).min_by_key(|agent| free_at[*agent]).expect("there is an agent");
        let place = waiting.iter().position(|call| call.urgent).unwrap_or(0);
        let starts = free_at[agent].max(waiting[place].entered);
        if starts >= until {
            return;
        }
        let call = waiting.remove(place);
        let (entered, name) = (call.entered, format!("{}.{}|PS", call.entered, call.number));
        if starts - entered > call.patience {
            let left = entered + call.patience;
            lines.push((left, format!("{left}|{name}|NONE|ABANDON|||{}", call.patience)));
            continue;
        }
        let took = (-dice.share().ln() * 180.0) as i64 + 1;
        let wait = starts - entered;
        lines.push((starts, format!("{starts}|{name}|Agent/{agent}|CONNECT|{wait}||0")));
        free_at[agent] = starts + took;
        lines.push((starts + took, format!("{}|{name}|Agent/{agent}|COMPLETECALLER|{wait}|{took}|", starts + took)));
    }
}
