//! `guildhall bench waits`: a log in, figures out.

use super::Folder;
use super::started::text;
use std::fmt::Write;

/// Six days of a line with two agents, from 1 January 1999: somebody calls every 70 seconds or so, and a talk takes about two minutes.
fn made_up_calls() -> String {
    let mut lines: Vec<(i64, String)> = Vec::new();
    let mut chance: u64 = 7;
    let mut next = |end: i64| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) as i64 % end
    };
    let mut number = 0;
    for day in 0..6 {
        let opens = 915_148_800 + day * 86_400 + 9 * 3600;
        let (mut now, mut free) = (opens, [opens; 2]);
        while now < opens + 8 * 3600 {
            now += 1 + next(140);
            number += 1;
            let agent = usize::from(free[1] < free[0]);
            let begins = free[agent].max(now);
            let ends = begins + 10 + next(110) + next(110);
            let (wait, took) = (begins - now, ends - begins);
            lines.push((now, format!("{now}|{number}|PS|NONE|ENTERQUEUE|priority=0|c{}|", number % 90)));
            lines.push((begins, format!("{begins}|{number}|PS|Agent/{agent}|CONNECT|{wait}||0")));
            lines.push((ends, format!("{ends}|{number}|PS|Agent/{agent}|COMPLETECALLER|{wait}|{took}|")));
            free[agent] = ends;
        }
    }
    lines.sort_by_key(|(at, _)| *at);
    lines.into_iter().fold(String::new(), |mut all, (_, line)| {
        let _ = writeln!(all, "{line}");
        all
    })
}

#[test]
fn waits_of_calls_are_foretold_and_measured() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    let file = |name: &str, content: &str| {
        let path = home.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.display().to_string()
    };
    let calls = file("calls.queue_log", &made_up_calls());
    let out = folder.run(&["bench", "waits", "--log", &calls, "--train-until", "1999-01-04"]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out));
    let said = String::from_utf8_lossy(&out.stdout).into_owned();
    // The figures of a row: MAE, RMSE, bias, coverage, width, early.
    let row = |name: &str| -> Vec<f64> {
        let line = said.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_else(|| panic!("{name}: {said}"));
        line.split_whitespace().filter_map(|word| word.trim_end_matches('%').parse().ok()).collect()
    };
    assert!(said.contains("tested 1999-01-05 to 1999-01-06: "), "{said}");
    for name in [
        "last to enter service (LES)",
        "queue length (QL)",
        "head of line (HOL)",
        "mean of last ten",
        "eappointment (ZMS)",
    ] {
        let figures = row(name);
        assert!(figures.len() == 6 && figures[0] > 0.0 && figures[0] <= figures[1], "{name}: {figures:?}");
    }
    let ours = row("layer 2: calibrated, as given");
    assert!(ours[1] < row("last to enter service (LES)")[1], "{said}");
    assert!((60.0..=95.0).contains(&ours[3]), "{said}");
    assert!(said.contains("% under LES, ") && said.contains("100 people played forward"), "{said}");
    assert!(!folder.path().exists(), "measuring makes no data");

    let asked = |from: &str, to: &str| {
        folder.run(&["bench", "waits", "--log", &calls, "--train-until", "1999-01-04", "--from", from, "--to", to])
    };
    let out = asked("1999-01-06", "1999-01-06");
    assert!(out.status.success() && text(&out).contains("tested 1999-01-06 to 1999-01-06: "), "{}", text(&out));
    for (from, to) in [
        ("1999-01-03", "1999-01-06"),
        ("1999-02-01", "1999-02-02"),
        ("1999-01-06", "1999-01-05"),
        ("noon", "1999-01-06"),
    ] {
        assert_eq!(asked(from, to).status.code(), Some(2), "{from} to {to}");
    }
    let wrong = file("wrong.queue_log", &made_up_calls().replacen("|CONNECT|0|", "|CONNECT|ages|", 1));
    let out = folder.run(&["bench", "waits", "--log", &wrong, "--train-until", "1999-01-04"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(text(&out).contains("wrong.queue_log: line 2: \"ages\" is no wait in whole seconds"), "{}", text(&out));
    assert_eq!(
        folder.run(&["bench", "waits", "--log", "/nowhere", "--train-until", "1999-01-04"]).status.code(),
        Some(1)
    );
}
