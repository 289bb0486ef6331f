//! Reports of another system come in once, by the published rules.

use crate::town::{in_town, read};
use kit::who::Role;
use std::sync::Mutex;

const FILE: &str = "report,status,title,category,latitude,longitude
1,fixed,Huge pothole,,52.2003,0.1388
2,open,Street light out,,52.2010,0.1390
3,left_open_list,Old mattress,Flytipping,52.2020,0.1310
4,open,Something odd,,52.9,0.9
5,melted,Pothole,,52.2003,0.1388
6,fixed,Bin not collected,,52.2003,0.1388
";

async fn import(town: &crate::town::Town, text: &str, dry_run: bool) -> cases::import::Done {
    let mapping = read("definitions/street-problem/import.toml");
    let seen = Mutex::new(Vec::new());
    let progress = |done: u64, of: u64| seen.lock().unwrap().push((done, of));
    let done = cases::import::reports(&town.app, &mapping, text.as_bytes(), dry_run, &progress).await.unwrap();
    let seen = seen.into_inner().unwrap();
    assert_eq!(seen.last().map(|(done, of)| done == of), Some(true), "{seen:?}");
    done
}

/// Brings the five readable reports in.
pub async fn bring_in(town: &crate::town::Town) {
    assert_eq!(import(town, FILE, false).await.imported, 5);
}

#[test]
fn reports_come_in_once_sorted_by_the_rules_and_a_second_run_adds_nothing() {
    in_town(async |town| {
        let dry = import(&town, FILE, true).await;
        assert_eq!((dry.imported, dry.already, dry.refused.len()), (5, 0, 1));
        let done = import(&town, FILE, false).await;
        assert_eq!((done.imported, done.already), (5, 0), "the dry run wrote nothing");
        assert!(done.refused[0].to_string().starts_with("line 6, column status: \"melted\""), "{}", done.refused[0]);
        let kinds: Vec<(&str, &str)> = done.kinds.keys().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        let streets = ["fly-tip", "other", "pothole", "street-light"].map(|kind| ("street-problem", kind));
        assert_eq!(kinds, [[("missed-bin", "")].as_slice(), &streets].concat());
        let again = import(&town, FILE, false).await;
        assert_eq!((again.imported, again.already), (0, 5));
        assert!(town.sent().await.is_empty(), "nobody is told of an import");
        let officer = town.staff("Asha Demo", Role::Officer, &[]).await;
        let open = town.get(&officer, "/desk/cases?tab=all").await;
        open.says("Street light out");
        open.says("imported, date not known");
        town.get(&officer, "/desk/cases?tab=unowned").await.is_silent_about("Huge pothole");
        town.get(&officer, "/desk/cases?tab=all&status=closed").await.says("Huge pothole");
        let near = town.get(&officer, "/desk/cases?tab=all&kind=fly-tip").await;
        near.says("Old mattress");
        near.says("Street cleaning");
    });
}

#[test]
fn an_interrupted_import_carries_on_where_it_stopped() {
    in_town(async |town| {
        let half: String = FILE.lines().take(3).map(|line| format!("{line}\n")).collect();
        assert_eq!(import(&town, &half, false).await.imported, 2);
        let rest = import(&town, FILE, false).await;
        assert_eq!((rest.imported, rest.already), (3, 2));
        let twice = format!("{FILE}7,open,Graffiti,,52.2,0.13\n7,open,Graffiti,,52.2,0.13\n");
        let done = import(&town, &twice, false).await;
        assert_eq!((done.imported, done.already), (1, 6), "a report that is in the file twice is one case");
    });
}

#[test]
fn a_dry_run_says_the_numbers_of_the_real_one_however_far_two_rows_are_apart() {
    in_town(async |town| {
        let head = FILE.lines().next().unwrap();
        let row = |id: u32| format!("{id},open,Pothole,,52.2003,0.1388\n");
        let rows: String = (0..300).map(|id| row(if id == 299 { 0 } else { id })).collect();
        let text = format!("{head}\n{rows}");
        for dry_run in [true, false] {
            let done = import(&town, &text, dry_run).await;
            assert_eq!((done.imported, done.already, done.refused.len()), (299, 1, 0), "dry run: {dry_run}");
        }
    });
}

#[test]
fn the_real_reports_find_a_kind_by_the_published_rules() {
    let Some(file) = kit::testing::street_reports() else { return };
    let text = std::fs::read_to_string(file).expect("the file of reports");
    in_town(async |town| {
        let done = import(&town, &text, false).await;
        println!("imported {}, refused {}", done.imported, done.refused.len());
        for ((service, kind), count) in &done.kinds {
            println!("{count:5} {service} {kind}");
        }
        let other = done.kinds.get(&("street-problem".to_owned(), "other".to_owned())).copied().unwrap_or_default();
        assert!(other * 5 < done.imported, "{other} of {} found no kind", done.imported);
        let again = import(&town, &text, false).await;
        assert_eq!((again.imported, again.already), (0, done.imported));
    });
}

#[test]
fn the_figures_follow_every_change_and_name_nobody() {
    in_town(async |town| {
        import(&town, FILE, false).await;
        let officer = town.staff("Asha Demo", Role::Officer, &[]).await;
        let mut hole = town.pothole(900.0, crate::town::by_email("ann@a.example", kit::Lang::EN));
        hole.place.as_mut().unwrap().ward.clear();
        town.open(&crate::town::browser(1), hole).await;
        town.count().await;
        let page = town.get(&officer, "/desk/figures").await;
        page.says("app-table--cards");
        for words in ["Report a problem", "Highways", "No ward known, or outside the area", "<circle"] {
            page.says(words);
        }
        page.is_silent_about("ann@a.example");
        assert_eq!(
            town.figure(&page, "Highways"),
            ["2", "1", "3"],
            "something odd and a hole are open, a hole is mended"
        );
        assert_eq!(town.figure(&page, "On the website"), ["1", "0", "1"], "the hole that was reported on a page");
        assert_eq!(town.figure(&page, "By an import (street-reports)"), ["3", "2", "5"], "what was taken over");
        let admin = town.staff("Ada Demo", Role::Administrator, &[]).await;
        assert_eq!(town.get(&admin, "/desk/figures").await.status, axum::http::StatusCode::OK);
        let nobody = town.get(&crate::town::browser(1), "/desk/figures").await;
        assert_eq!(nobody.status, axum::http::StatusCode::UNAUTHORIZED);
    });
}

/// Of a service whose rules say that a kind is urgent.
const CLINICAL: &str = r#"
source = "clinic"
kind_question = "container"
nearest_within = 100000.0
[columns]
report = "report"
status = "status"
title = "title"
category = "category"
latitude = "latitude"
longitude = "longitude"
[status]
open = "open"
[[rule]]
words = ["clinical"]
service = "missed-bin"
kind = "clinical"
reason = "Clinical waste."
[[rule]]
service = "missed-bin"
kind = "garden"
reason = "Any other bin."
"#;

#[test]
fn how_urgent_an_imported_report_is_follows_from_the_published_rules() {
    in_town(async |town| {
        let file = "report,status,title,category,latitude,longitude\n\
                    1,open,Clinical waste not collected,,52.2003,0.1388\n2,open,Garden bin,,52.2003,0.1388\n";
        let done = cases::import::reports(&town.app, CLINICAL, file.as_bytes(), false, &|_, _| {}).await.unwrap();
        assert_eq!(done.imported, 2, "{:?}", done.refused);
        let officer = town.staff("Asha Demo", Role::Officer, &[]).await;
        let list = town.get(&officer, "/desk/cases?tab=all").await;
        let row = |title: &str| {
            let (_, rest) = list.body.split_once(title).expect("a row of this title");
            rest.split("</tr>").next().unwrap_or_default().to_owned()
        };
        assert!(row("Clinical waste not collected").contains("Urgent"));
        assert!(!row("Garden bin").contains("Urgent"));
    });
}
