//! The officer's lists: whose cases, narrowed and ordered, page by page; and every statement by an index.

use crate::town::{Town, browser, by_email, in_town, read};
use axum::http::StatusCode;
use kit::clock::DAY;
use kit::testing::{TestDb, assert_plans_of, on_postgres, on_sqlite, repository_migrations};
use kit::who::{Role, Who};
use serde_json::json;

/// The references a page of the list shows, in order.
fn shown(body: &str) -> Vec<String> {
    let rows = body.split("href=\"/desk/cases/").skip(1);
    rows.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn lists_show_what_the_tab_and_the_role_say_and_pages_follow_one_another() {
    in_town(async |town| {
        let mut references = Vec::new();
        for number in 0..30 {
            let mut opening = town.pothole(f64::from(number) * 100.0, None);
            opening.promise.due = town.app.now() + i64::from(30 - number) * DAY;
            opening.team = if number < 28 { "highways" } else { "waste" }.into();
            references.push(town.open(&browser(1), opening).await.reference.to_string());
            town.clock.advance(1000);
        }
        let bo = town.staff("Bo Demo", Role::TeamLeader, &["highways"]).await;
        let first = town.get(&bo, "/desk/cases?tab=team&sort=promised").await;
        let next = first.body.split("href=\"").find(|rest| rest.contains("after=")).expect("a next page");
        let next = next.split('"').next().unwrap().replace("&amp;", "&").replace("&#38;", "&");
        let second = town.get(&bo, &next).await;
        let mut all = shown(&first.body);
        assert_eq!(all.len(), 25);
        all.extend(shown(&second.body));
        let mut expected: Vec<String> = references[..28].to_vec();
        expected.reverse();
        assert_eq!(all, expected, "all of the team's, soonest promise first, none twice");
        let newest = town.get(&bo, "/desk/cases?tab=all&sort=opened").await;
        assert_eq!(shown(&newest.body), expected[..25]);
        assert!(shown(&town.get(&bo, "/desk/cases?tab=mine").await.body).is_empty());
        let officer = town.staff("Asha Demo", Role::Officer, &[]).await;
        assert_eq!(shown(&town.get(&officer, "/desk/cases?tab=unowned&sort=opened").await.body)[0], references[29]);
        let owner = town.staff("Olu Demo", Role::ServiceOwner, &["highways"]).await;
        let owned = town.get(&owner, "/desk/cases?tab=all&sort=opened").await;
        assert_eq!(shown(&owned.body)[0], references[29], "of the service that highways owns, with another team");
        let admin = town.staff("Ada Demo", Role::Administrator, &["highways"]).await;
        assert_eq!(town.get(&admin, "/desk/cases").await.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn all_is_every_case_whichever_way_it_is_sorted() {
    in_town(async |town| {
        let mut references = Vec::new();
        for number in 0..30 {
            let mut opening = town.pothole(f64::from(number) * 300.0, None);
            opening.visitor = browser(1).visitor;
            let reference = town.open(&browser(1), opening).await.reference;
            references.push(reference.to_string());
            town.clock.advance(1000);
        }
        // Every third has ended.
        for reference in references.iter().step_by(3) {
            let path = format!("/cases/{reference}/withdraw");
            let key = town.get(&browser(1), &path).await.hidden("key");
            town.post(&browser(1), &path, &[("key", &key), ("reason", "")]).await;
        }
        let officer = town.staff("Asha Demo", Role::Officer, &[]).await;
        for sort in ["opened", "promised", "next"] {
            let first = town.get(&officer, &format!("/desk/cases?tab=all&sort={sort}")).await;
            let next = first.body.split("href=\"").find(|rest| rest.contains("after=")).expect("a next page");
            let next = next.split('"').next().unwrap().replace("&amp;", "&").replace("&#38;", "&");
            let (mut all, rest) = (shown(&first.body), shown(&town.get(&officer, &next).await.body));
            assert_eq!((all.len(), rest.len()), (25, 5), "{sort}");
            all.extend(rest);
            let ended = |reference: &String| references.iter().step_by(3).any(|other| other == reference);
            if sort == "opened" {
                assert!(all.iter().rev().eq(&references), "the newest first: {all:?}");
            } else {
                assert!(!all[..20].iter().any(ended) && all[20..].iter().all(ended), "the ended ones behind: {all:?}");
            }
            all.sort();
            all.dedup();
            assert_eq!(all.len(), 30, "none twice");
        }
        let live = town.get(&officer, "/desk/cases?tab=all&status=open").await;
        assert_eq!(shown(&live.body).len(), 20);
    });
}

/// What an administrator's page does when somebody leaves or comes back.
async fn works_here(town: &Town, of: &Who, active: bool) {
    let id = of.staff().unwrap().id;
    let mut tx = town.app.db.begin().await.unwrap();
    let held = workforce::store::member(&mut tx, id).await.unwrap().unwrap();
    let details =
        workforce::Details { name: held.name, email: held.email, roles: held.roles, teams: held.teams, active };
    workforce::store::change(&mut tx, id, held.revision, &details).await.unwrap();
    let fact = kit::facts::Fact::new("staff.changed", &Who::system()).about("staff", id);
    kit::facts::record(&mut tx, &town.app, fact.data(json!({ "active": active }))).await.unwrap();
    tx.commit().await.unwrap();
}

/// Gives a case of highways to somebody.
async fn give(town: &Town, from: &Who, path: &str, to: &Who) {
    let page = town.get(from, &format!("{path}/assign")).await;
    let (key, revision, owner) = (page.hidden("key"), page.hidden("revision"), to.staff().unwrap().id.to_string());
    let fields = [("key", &*key), ("revision", &*revision), ("team", "highways"), ("owner", &*owner)];
    let done = town.post(from, &format!("{path}/assign"), &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
}

#[test]
fn the_cases_of_somebody_who_has_left_are_nobodys_and_stay_with_their_team() {
    in_town(async |town| {
        let lee = town.staff("Lee Demo", Role::TeamLeader, &["highways"]).await;
        let gil = town.staff("Gil Demo", Role::TeamMember, &["highways"]).await;
        let mut paths = Vec::new();
        for (number, owner) in [(1, &gil), (2, &gil), (3, &lee)] {
            let mut opening = town.pothole(f64::from(number) * 900.0, None);
            opening.visitor = browser(number).visitor;
            let reference = town.open(&browser(number), opening).await.reference;
            give(&town, &lee, &format!("/desk/cases/{reference}"), owner).await;
            paths.push(reference.to_string());
        }
        // One of Gil's has ended: that it was Gil's stays.
        let ended = format!("/cases/{}", paths[1]);
        let key = town.get(&browser(2), &format!("{ended}/withdraw")).await.hidden("key");
        town.post(&browser(2), &format!("{ended}/withdraw"), &[("key", &key), ("reason", "")]).await;
        let unowned = "/desk/cases?tab=unowned";
        works_here(&town, &gil, true).await;
        town.count().await;
        assert!(shown(&town.get(&lee, unowned).await.body).is_empty(), "whoever works here keeps theirs");
        works_here(&town, &gil, false).await;
        town.count().await;
        assert_eq!(shown(&town.get(&lee, unowned).await.body), [paths[0].clone()]);
        assert_eq!(shown(&town.get(&lee, "/desk/cases?tab=mine").await.body), [paths[2].clone()]);
        town.get(&lee, &format!("/desk/cases/{}", paths[0])).await.says("Nobody yet, Highways");
        town.get(&lee, &format!("/desk/cases/{}", paths[1])).await.says("Gil Demo, Highways");
        // Opened again, it is nobody's too.
        let key = town.get(&browser(2), &format!("{ended}/reopen")).await.hidden("key");
        let typed = [("key", key.as_str()), ("reason", "It is back.")];
        let again = town.post(&browser(2), &format!("{ended}/reopen"), &typed).await;
        assert_eq!(again.location, format!("{ended}?done=reopened"));
        assert_eq!(shown(&town.get(&lee, unowned).await.body).len(), 2);
    });
}

/// One transaction takes a hundred, so that nobody waits for all of them; a job takes the rest.
#[test]
fn all_the_cases_of_somebody_who_has_left_are_nobodys_however_many_they_are() {
    in_town(async |town| {
        let lee = town.staff("Lee Demo", Role::TeamLeader, &["highways"]).await;
        let gil = town.staff("Gil Demo", Role::TeamMember, &["highways"]).await;
        for number in 0..103 {
            let opening = town.pothole(f64::from(number) * 300.0, None);
            let reference = town.open(&browser(1), opening).await.reference;
            give(&town, &lee, &format!("/desk/cases/{reference}"), &gil).await;
        }
        works_here(&town, &gil, false).await;
        town.count().await;
        let left = async || shown(&town.get(&gil, "/desk/cases?tab=mine").await.body).len();
        assert_eq!(left().await, 3);
        town.work_until(async || left().await == 0).await;
    });
}

#[test]
fn every_page_of_the_desk_leads_to_the_figures_and_to_one_s_own_sign_in() {
    in_town(async |town| {
        let officer = town.staff("Asha Demo", Role::Officer, &[]).await;
        let admin = town.staff("Ada Demo", Role::Administrator, &[]).await;
        for (who, path, sees_cases) in [(&officer, "/desk/cases", true), (&admin, "/desk/figures", false)] {
            let page = town.get(who, path).await;
            for href in ["/desk/figures", "/desk/account"] {
                page.says(&format!("href=\"{href}\""));
            }
            let cases = page.body.matches("<a class=\"app-places__link\" href=\"/desk/cases\"").count();
            assert_eq!(cases, usize::from(sees_cases), "{}", page.body);
        }
    });
}

#[test]
fn filters_narrow_every_list_and_late_and_stale_are_dates_that_have_passed() {
    in_town(async |town| {
        let first = town.open(&browser(1), town.pothole(0.0, None)).await.reference.to_string();
        let mut light = town.pothole(500.0, None);
        (light.kind, light.team) = ("street-light".into(), "street-lighting".into());
        light.place.as_mut().unwrap().ward = "E05013050".into();
        light.promise.due += 20 * DAY;
        let light = town.open(&browser(1), light).await.reference.to_string();
        let officer = town.staff("Asha Demo", Role::Officer, &[]).await;
        for (narrowed, expected) in [
            ("service=street-problem&kind=pothole", vec![&first]),
            ("ward=E05013050", vec![&light]),
            ("ward=E05013050&kind=pothole", vec![]),
            ("service=missed-bin", vec![]),
            ("status=waiting", vec![]),
            ("status=closed", vec![]),
            ("status=open", vec![&first, &light]),
        ] {
            for sort in ["promised", "next", "opened"] {
                let mut found =
                    shown(&town.get(&officer, &format!("/desk/cases?tab=all&sort={sort}&{narrowed}")).await.body);
                found.sort();
                let mut expected: Vec<String> = expected.iter().map(|reference| reference.to_string()).collect();
                expected.sort();
                assert_eq!(found, expected, "{narrowed} by {sort}");
            }
        }
        assert!(shown(&town.get(&officer, "/desk/cases?tab=stale").await.body).is_empty());
        town.clock.advance(11 * DAY);
        assert_eq!(shown(&town.get(&officer, "/desk/cases?tab=late").await.body), std::slice::from_ref(&first));
        assert_eq!(shown(&town.get(&officer, "/desk/cases?tab=stale").await.body).len(), 2);
        let bad = town.get(&officer, "/desk/cases?tab=all&owner=%27%3B--&after=nonsense&status=lost&kind=%00").await;
        assert_eq!(bad.status, StatusCode::OK);
    });
}

#[test]
fn every_statement_is_served_by_an_index() {
    on_sqlite(repository_migrations(), async |db: &TestDb| {
        let ours = kit::db::STATEMENTS.iter().copied().filter(|sql| sql.file.contains("cases/src/"));
        assert!(ours.clone().count() > 40);
        assert_plans_of(db, ours, &[]).await;
    });
}

/// PostgreSQL rightly reads a small table whole, so this is over the one table that is filled here.
#[test]
fn every_list_is_served_by_an_index_on_postgres_too() {
    on_postgres(repository_migrations(), async |db: &TestDb| {
        let town = Town::on(db).await;
        let titles = ["Pothole", "Street light out", "Litter", "Graffiti", "Blocked drain", "Fallen tree"];
        let row = |n: usize| {
            let (status, title) = (if n.is_multiple_of(3) { "fixed" } else { "open" }, titles[n % titles.len()]);
            let (up, across) = (n as f64 % 70.0 / 1500.0, n as f64 % 90.0 / 1500.0);
            format!("{n},{status},{title},,{},{}\n", 52.18 + up, 0.10 + across)
        };
        let rows: String = (0..3000).map(row).collect();
        let file = format!("report,status,title,category,latitude,longitude\n{rows}");
        let mapping = read("definitions/street-problem/import.toml");
        let done = cases::import::reports(&town.app, &mapping, file.as_bytes(), false, &|_, _| {}).await.unwrap();
        assert_eq!(done.imported, 3000);
        let lists = kit::db::STATEMENTS.iter().copied().filter(|sql| sql.file.contains("cases/src/store/lists"));
        assert_eq!(lists.clone().count(), 13);
        assert_plans_of(db, lists, &[]).await;
    });
}

#[test]
fn rows_say_who_and_on_a_phone_what_each_cell_is() {
    in_town(async |town| {
        let mut contact = by_email("ann@a.example", kit::Lang::EN);
        if let Some(contact) = &mut contact {
            contact.name = "Ann Sample".into();
        }
        town.open(&browser(1), town.pothole(0.0, contact)).await;
        let officer = town.staff("Asha Demo", Role::Officer, &[]).await;
        let page = town.get(&officer, "/desk/cases?tab=all").await;
        page.says("<bdi>Ann Sample</bdi>");
        page.says("app-table--cards");
        page.says("data-label=\"Promised by\"");
    });
}
