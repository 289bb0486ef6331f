//! Promises kept and broken: the figures rolled up from facts are those a straight count over cases gives.

use crate::town::{Town, browser, in_town};
use axum::http::StatusCode;
use cases::history::Ended;
use cases::{Opening, Promise};
use kit::clock::{DAY, HOUR, Micros};
use kit::facts::{Subject, follow_once, timeline};
use kit::who::Role;
use kit::{Id, params, sql};
use std::collections::BTreeMap;

sql!(
    FIGURES,
    "SELECT day, service, what, took, cases FROM cases_kept WHERE day > $1 AND cases <> 0 ORDER BY day, service, what, took"
);
sql!(EVERY_CASE, "SELECT id, service, status, opened, dated, closed FROM cases WHERE id > $1 ORDER BY id");
sql!(LATER_PROMISE, "SELECT id FROM cases_promises WHERE case_id = $1 LIMIT 1");
sql!(FORGET, "DELETE FROM facts_cursors WHERE name = 'cases.kept'");

type Figures = BTreeMap<(i64, String, String, i64), i64>;

async fn rolled_up(town: &Town) -> Figures {
    let rows = town.app.db.read().await.unwrap().rows(&FIGURES, params![0]).await.unwrap();
    let read = |row: &kit::db::Row| {
        let key = (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap(), row.get(3).unwrap());
        (key, row.get(4).unwrap())
    };
    rows.iter().map(read).collect()
}

/// The same from the cases themselves, with days and working days counted one by one.
async fn counted(town: &Town) -> Figures {
    let mut read = town.app.db.read().await.unwrap();
    let mut figures = Figures::new();
    let calendar = town.app.part::<services::Catalogue>().unwrap().calendar();
    let day = |at: Micros| i64::from((kit::lang::local(at).date() - calendar::date(1970, 1, 1)).get_days());
    for row in read.rows(&EVERY_CASE, params![Id::NONE]).await.unwrap() {
        let (id, service, status): (Id, String, String) =
            (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap());
        let (opened, dated): (Micros, bool) = (row.get(3).unwrap(), row.get(4).unwrap());
        let closed: Micros = row.get(5).unwrap();
        let moved = read.row(&LATER_PROMISE, params![id]).await.unwrap();
        let first = first_promise(&mut read, id).await;
        let (from, to) = (kit::lang::local(opened).date(), kit::lang::local(closed).date());
        let after = std::iter::successors(Some(from), |day| day.tomorrow().ok()).skip(1).take_while(|day| *day <= to);
        let took = if closed > 0 { after.filter(|day| calendar.is_working_day(*day)).count() as i64 } else { 0 };
        let mut add = |at: Micros, what: &str, took: i64| {
            *figures.entry((day(at), service.clone(), what.to_owned(), took)).or_insert(0) += 1;
        };
        if !dated {
            add(opened, "undated", 0);
            continue;
        }
        add(opened, "received", 0);
        match status.as_str() {
            "withdrawn" | "passed-on" => {
                add(opened, "stopped", 0);
                continue;
            }
            "closed" => add(first, if closed <= first { "kept" } else { "late" }, took),
            _ => add(first, "open", 0),
        }
        if moved.is_some() {
            add(first, "moved", 0);
        }
    }
    figures
}

/// What was promised when the case was opened, whatever was promised since.
async fn first_promise(read: &mut kit::db::Conn, case: Id) -> Micros {
    let facts = timeline(read, &[Subject::new("case", case)], None, 100).await.unwrap();
    facts.last().unwrap().data::<serde_json::Value>().unwrap()["due"].as_i64().unwrap()
}

/// Requests of the last weeks: of every three one is done late, and the last two are open.
async fn history(town: &Town, service: &str, number: i64) {
    let now = town.app.now();
    let mut tx = town.app.db.begin().await.unwrap();
    for n in 0..number {
        let opened = now - 40 * DAY + n * 3 * HOUR;
        let due = opened + 7 * DAY;
        let at = if n % 3 == 0 { due + n * HOUR } else { due - n * HOUR };
        let ended = (n + 2 < number).then(|| Ended { at, outcome: "mended".into() });
        let promise = Promise { due, reason: "reason-usual".into() };
        let opening = Opening { opened: Some(opened), promise, service: service.into(), ..town.pothole(0.0, None) };
        cases::history::keep(&mut tx, &town.app, opening, None, ended).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// A life of cases over the pages: closed, given a later date, opened again, taken back.
async fn lives(town: &Town) {
    let officer = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
    let mut paths = Vec::new();
    for metres in [900.0, 1_800.0, 2_700.0] {
        let opened = town.open(&browser(1), town.pothole(metres, None)).await;
        paths.push(format!("/desk/cases/{}", opened.reference));
    }
    let act = async |path: &str, verb: &str, fields: &[(&str, &str)]| {
        let path = format!("{path}/{verb}");
        let page = town.get(&officer, &path).await;
        let (key, revision) = (page.hidden("key"), page.hidden("revision"));
        let hidden = [("key", key.as_str()), ("revision", revision.as_str())];
        let answer = town.post(&officer, &path, &[&hidden, fields].concat()).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{verb}: {}", answer.body);
    };
    let done = [("outcome", "mended"), ("reason", "Filled."), ("close", "yes")];
    act(&paths[0], "decide", &done).await;
    act(&paths[0], "reopen", &[("reason", "It sank again.")]).await;
    let later = [("due-day", "1"), ("due-month", "12"), ("due-year", "2026"), ("reason", "The road is closed.")];
    act(&paths[1], "promise", &later).await;
    town.clock.advance(20 * DAY);
    act(&paths[0], "decide", &done).await;
    act(&paths[1], "decide", &done).await;
}

#[test]
fn the_figures_are_a_straight_count_and_hearing_all_again_changes_nothing() {
    in_town(async |town| {
        history(&town, "street-problem", 30).await;
        crate::importing::bring_in(&town).await;
        lives(&town).await;
        town.count().await;
        let figures = rolled_up(&town).await;
        assert_eq!(figures, counted(&town).await);
        for what in ["received", "undated", "open", "kept", "late", "moved"] {
            assert!(figures.keys().any(|key| key.2 == what), "none is {what}: {figures:?}");
        }
        let mut tx = town.app.db.begin().await.unwrap();
        tx.exec(&FORGET, &[]).await.unwrap();
        tx.commit().await.unwrap();
        let listener = cases::listeners().into_iter().find(|listener| listener.name == "cases.kept").unwrap();
        let mut heard = 0;
        loop {
            // A few at a time, as after a restart in the middle.
            match follow_once(&town.app, &listener, 7).await.unwrap() {
                0 => break,
                facts => heard += facts,
            }
        }
        assert!(heard > 60, "{heard}");
        assert_eq!(rolled_up(&town).await, figures);
    });
}

#[test]
fn everybody_can_read_what_is_promised_kept_and_late() {
    in_town(async |town| {
        history(&town, "street-problem", 30).await;
        history(&town, "missed-bin", 4).await;
        town.count().await;
        let page = town.get(&browser(1), "/open/promises").await;
        assert_eq!(page.status, StatusCode::OK);
        // 30 fell due: 19 kept, one of them on the minute, 9 late, 2 not done. Of four, nothing is said.
        for words in [
            "<strong>63%</strong>",
            "from 45% to 79%",
            "2 hours to",
            "Too few promises to show",
            "id=\"street-problem\"",
        ] {
            page.says(words);
        }
        page.is_silent_about("<strong>0%</strong>");
        page.is_silent_about("They are in none of these figures");
        let data = town.get(&browser(1), "/open/promises.json").await;
        let data: serde_json::Value = serde_json::from_str(&data.body).unwrap();
        let of = |id: &str| data["services"].as_array().unwrap().iter().find(|s| s["service"] == id).unwrap().clone();
        let street = of("street-problem");
        assert_eq!((&street["requests"], &street["promises_due"]), (&30.into(), &30.into()));
        assert_eq!(street["kept_percent"], 63.3);
        assert_eq!(street["half_done_within_working_days"], 5);
        assert!(street["late_and_open_now"].is_null(), "two are too few to publish");
        let bins = of("missed-bin");
        assert!(bins["requests"].is_null() && bins["kept_percent"].is_null(), "{bins}");
        let welsh = kit::who::Who { lang: kit::Lang::CY, ..browser(1) };
        town.get(&welsh, "/open/promises").await.says("Ein haddewidion");
    });
}
