//! Reading a log: what it says, and what is refused with its line.

mod common;

use proptest::prelude::*;
use waits::{Call, Log, What};

const SMALL: &str = "\
100|a|PS|NONE|ENTERQUEUE|priority=2|c1|
101|b|NW|NONE|ENTERQUEUE||07700900123|1
105|a|PS|Agent/7|CONNECT|5|b1|2
108|b|NW|NONE|ABANDON|1|1|7
165|a|PS|Agent/7|COMPLETECALLER|5|60|1
";

#[test]
fn a_log_says_who_joined_was_answered_and_left() {
    let log = Log::parse(SMALL.as_bytes()).unwrap();
    assert_eq!(log.queues, ["PS", "NW"]);
    let (a, b) = (log.calls[0], log.calls[1]);
    assert_eq!(a, Call { entered: 100, queue: 0, priority: 2, caller: Some(0), answered: Some(105), left: None });
    assert_eq!(b, Call { entered: 101, queue: 1, priority: 0, caller: Some(1), answered: None, left: Some(108) });
    assert_eq!((a.wait(), b.wait(), a.urgent(), b.urgent()), (Some(5), None, true, false));
    let what: Vec<What> = log.events.iter().map(|event| event.what).collect();
    assert_eq!(what, [What::Enter, What::Enter, What::Connect(Some(0)), What::Leave, What::Finish]);
    assert_eq!((log.agents, log.passed_over, log.span()), (1, 0, Some((100, 165))));
}

#[test]
fn what_says_nothing_about_waiting_is_passed_over() {
    let more =
        "99|NONE|NONE|NONE|QUEUESTART|\n99|old|PS|Agent/1|CONNECT|70|x|1\n99|old|PS|Agent/1|COMPLETEAGENT|70|9|1\n";
    let log = Log::parse(format!("{more}{SMALL}").replace('\n', "\r\n").as_bytes()).unwrap();
    assert_eq!((log.calls.len(), log.events.len(), log.passed_over), (2, 5, 3));
    assert_eq!(Log::parse(b"").unwrap(), Log::default());
}

#[test]
fn what_is_no_log_is_refused_with_its_line() {
    let refused = |text: &[u8]| Log::parse(text).unwrap_err().to_string();
    assert_eq!(refused(b"100|a|PS|NONE"), "line 1: 4 fields, where there must be at least five");
    assert_eq!(refused(b"\n\nnoon|a|PS|NONE|ENTERQUEUE"), "line 3: \"noon\" is no time in whole seconds");
    assert_eq!(refused(b"-5|a|PS|NONE|ENTERQUEUE"), "line 1: -5 is no time there was");
    assert_eq!(refused(b"100|\xff|PS|NONE|ENTERQUEUE"), "line 1: not UTF-8");
    assert_eq!(refused(b"100||PS|NONE|ENTERQUEUE"), "line 1: a call joins without its number or its queue");
    assert_eq!(refused(b"100|a|PS|NONE|ENTERQUEUE|priority=high"), "line 1: \"priority=high\" is no priority");
    let after = |line: &str| refused(format!("{SMALL}{line}").as_bytes());
    assert_eq!(after("164|c|PS|NONE|ENTERQUEUE"), "line 6: 164 is before 165, the time of the line above");
    assert_eq!(after("166|a|PS|Agent/7|CONNECT|66"), "line 6: call a is answered after it was answered or left");
    assert_eq!(after("166|b|NW|NONE|ABANDON|||65"), "line 6: call b leaves after it was answered or left");
    assert_eq!(after("166|b|NW|Agent/7|COMPLETEAGENT|1|2"), "line 6: call b ends before it was answered");
    let begun = "100|a|PS|NONE|ENTERQUEUE\n";
    assert_eq!(
        refused(format!("{begun}101|a|PS|NONE|ENTERQUEUE").as_bytes()),
        "line 2: call a joins PS, where it waits already"
    );
    assert_eq!(
        refused(format!("{begun}109|a|PS|x|CONNECT|3").as_bytes()),
        "line 2: a wait of 3 s for a call that joined 9 s ago"
    );
    assert_eq!(
        refused(format!("{begun}109|a|PS|x|CONNECT|long").as_bytes()),
        "line 2: \"long\" is no wait in whole seconds"
    );
}

#[test]
fn a_made_up_log_is_read_whole() {
    let log = Log::parse(common::made_up(3, 7).as_bytes()).unwrap();
    assert!(log.calls.len() > 2000 && log.passed_over == 0, "{} calls", log.calls.len());
    assert!(log.calls.iter().all(|call| call.answered.is_some() != call.left.is_some()));
    assert!(log.calls.iter().any(|call| call.wait().is_some_and(|wait| wait > 60)));
}

proptest! {
    /// Pieces of a log in any order, cut anywhere: read, or refused with a line that is there.
    #[test]
    fn whatever_comes_is_read_or_refused_by_its_line(pieces in prop::collection::vec(
        prop_oneof![
            Just(SMALL.to_owned()),
            "[0-9]{1,3}\\|[ab]\\|PS\\|Agent/1\\|(ENTERQUEUE|CONNECT|ABANDON|COMPLETEAGENT)\\|[0-9]{0,2}\n",
            "\\PC{0,12}\n?",
        ], 0..12), cut in 0usize..400) {
        let mut text = pieces.concat().into_bytes();
        text.truncate(text.len().saturating_sub(cut));
        let lines = text.split(|byte| *byte == b'\n').count();
        match Log::parse(&text) {
            Ok(log) => {
                prop_assert!(log.events.len() + log.passed_over <= lines);
                prop_assert!(log.calls.iter().all(|call| call.wait().is_none_or(|wait| wait >= 0)));
            }
            Err(cause) => prop_assert!((1..=lines).contains(&cause.line) && !cause.what.is_empty()),
        }
    }
}
