//! Living through a log: the rules of others by hand, and nothing known before it happened.

mod common;

use waits::{End, Habits, Log, Row, Rule};

/// All rows, with habits of the first day.
fn rows(log: &Log, left_out: &[u16]) -> Vec<Row> {
    let first = log.span().map_or(0, |(first, _)| first);
    waits::rows(log, left_out, &Habits::learn(log, left_out, first + 12 * 3600), i64::MIN)
}

fn said(row: &Row, rule: Rule) -> f64 {
    row.rules[Rule::ALL.iter().position(|each| *each == rule).expect("a rule")]
}

/// Two agents talk; a, b and u wait. What does each rule say to those who come?
const BY_HAND: &str = "\
1000|x|PS|NONE|ENTERQUEUE|priority=0
1000|x|PS|Agent/1|CONNECT|0
1010|y|PS|NONE|ENTERQUEUE|priority=0
1030|y|PS|Agent/2|CONNECT|20
1040|a|PS|NONE|ENTERQUEUE|priority=0
1060|b|PS|NONE|ENTERQUEUE|priority=1
1070|u|PS|NONE|ENTERQUEUE|priority=2
1090|x|PS|Agent/1|COMPLETECALLER|0|90
1090|u|PS|Agent/1|CONNECT|20
1100|z|PS|NONE|ENTERQUEUE|priority=0
1101|a|PS|NONE|ABANDON|||61
1150|y|PS|Agent/2|COMPLETECALLER|20|120
1150|b|PS|Agent/2|CONNECT|90
";

#[test]
fn the_rules_of_others_say_what_they_say_by_hand() {
    let log = Log::parse(BY_HAND.as_bytes()).unwrap();
    let rows = rows(&log, &[]);
    // x was answered at once, so nobody asked.
    let [y, a, b, u, z] = rows.as_slice() else { panic!("{} rows", rows.len()) };
    assert_eq!((y.end, a.end, z.end), (End::Answered(20.0), End::Left(61.0), End::Open));
    assert_eq!(said(y, Rule::QueueLength), 180.0, "one desk, nobody before");
    assert_eq!(said(a, Rule::QueueLength), 90.0, "two desks");
    assert_eq!(said(b, Rule::QueueLength), 180.0);
    assert_eq!(said(u, Rule::QueueLength), 90.0, "goes before both");
    assert_eq!(said(z, Rule::QueueLength), 270.0, "a and b before");
    assert_eq!(said(b, Rule::LastToEnter), 20.0);
    assert_eq!((said(y, Rule::LastToEnter), said(y, Rule::LastDelayed)), (0.0, 0.0));
    assert_eq!(said(b, Rule::HeadOfLine), 20.0, "a has waited since 1040");
    assert_eq!(said(a, Rule::HeadOfLine), 20.0, "nobody waits: as the last to enter");
    assert_eq!(said(z, Rule::LastTen), 40.0 / 3.0);
    assert!((said(z, Rule::Weighted) - (0.9 * (0.9 * 0.0 + 0.1 * 20.0) + 0.1 * 20.0)).abs() < 1e-12);
    assert_eq!(said(u, Rule::Eappointment), 240.0, "3 × 180 / 2 = 270, in whole minutes, priority or not");
}

#[test]
fn queues_left_out_keep_desks_busy_and_have_no_rows() {
    let other = BY_HAND.replace("|b|PS|", "|b|TT|");
    let log = Log::parse(other.as_bytes()).unwrap();
    let without = rows(&log, &[1]);
    assert_eq!(without.len(), 4);
    assert_eq!(said(&without[3], Rule::QueueLength), 270.0);
}

#[test]
fn nothing_is_known_before_it_happened() {
    let text = common::made_up(2, 11);
    let whole = rows(&Log::parse(text.as_bytes()).unwrap(), &[]);
    let lines: Vec<&str> = text.lines().collect();
    for cut in [lines.len() * 2 / 3, lines.len() - 40] {
        let at: i64 = lines[cut].split('|').next().unwrap().parse().unwrap();
        // After the cut nobody is answered, nobody leaves, no conversation ends.
        let altered: String = lines
            .iter()
            .enumerate()
            .filter(|(place, line)| *place < cut || line.contains("ENTERQUEUE"))
            .map(|(_, line)| format!("{line}\n"))
            .collect();
        let other = rows(&Log::parse(altered.as_bytes()).unwrap(), &[]);
        let known = |row: &&Row| row.at < at;
        let (before, now): (Vec<_>, Vec<_>) =
            (whole.iter().filter(known).collect(), other.iter().filter(known).collect());
        let mut compared = 0;
        for row in &before {
            let same = now.iter().find(|other| other.call == row.call).expect("whoever waited waits");
            assert_eq!((&row.features, row.rules), (&same.features, same.rules), "call {}", row.call);
            compared += 1;
        }
        assert!(compared > 300, "{compared}");
    }
}
