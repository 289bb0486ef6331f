//! Searches that found nothing: counted by week, shown to service owners, told once a week.

use crate::council;
use crate::pages::{get, post, staff};
use axum::http::StatusCode;
use kit::clock::{DAY, MINUTE};
use kit::db::Db;
use kit::lang::Lang;
use kit::outbox;
use kit::testing::{each_database, on_postgres, repository_migrations};
use kit::who::{Role, Who};
use kit::{App, sql};
use services::{publish, tell_of_last_week, write_misses};
use workforce::{Details, NewMember, insert_member};

sql!(MISSES, "SELECT words, lang, times FROM services_misses WHERE week = $1 ORDER BY times, id");
sql!(SPOIL, "ALTER TABLE services_misses RENAME TO services_misses_gone");

/// The week of the council's clock, which stands at 28 May 2026, a Thursday.
const THIS_WEEK: &str = "2026-05-25";
/// Words that no service has.
const UNKNOWN: &str = "/search?q=zzyzx+qwyjibo";

async fn council(db: &Db) -> App {
    let app = council::app(db);
    publish(&app, &council::definitions()).await.unwrap();
    app
}

async fn misses(app: &App) -> Vec<(String, String, i64)> {
    write_misses(app).await.unwrap();
    counted(app).await
}

async fn counted(app: &App) -> Vec<(String, String, i64)> {
    let rows = app.db.read().await.unwrap().rows(&MISSES, kit::params![THIS_WEEK]).await.unwrap();
    rows.iter().map(|row| (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap())).collect()
}

async fn search(app: &App, lang: Lang, path: &str) {
    let (status, _) = get(app, Who::anyone(lang), path).await;
    assert_eq!(status, StatusCode::OK, "{path}");
}

#[test]
fn a_search_that_found_nothing_is_counted_without_what_could_name_a_person() {
    each_database(repository_migrations(), async |db| {
        let app = council(db.db()).await;
        for _ in 0..2 {
            search(&app, Lang::EN, "/search?q=ZZYZX+qwyjibo+07700+900123").await;
        }
        search(&app, Lang::CY, UNKNOWN).await;
        search(&app, Lang::EN, "/search?q=bin+not+collected").await;
        search(&app, Lang::EN, "/search?q=").await;
        search(&app, Lang::EN, "/search?q=ada%40post.example").await;
        let line = |lang: &str, times| ("zzyzx qwyjibo".to_owned(), lang.to_owned(), times);
        assert_eq!(misses(&app).await, [line("cy", 1), line("en", 2)]);
        get(&app, staff(Role::Officer), UNKNOWN).await;
        assert_eq!(misses(&app).await[1].2, 2, "staff trying the search are not residents");
    });
}

#[test]
fn words_of_danger_are_counted_and_never_kept() {
    each_database(repository_migrations(), async |db| {
        let app = council(db.db()).await;
        let words = "suicidal";
        let found = app.part::<services::Catalogue>().unwrap().search(words, Lang::EN, 5);
        assert!(!found.dangers.is_empty() && found.services.is_empty(), "{found:?}");
        search(&app, Lang::EN, "/search?q=suicidal").await;
        assert_eq!(misses(&app).await, [(String::new(), "en".to_owned(), 1)]);
    });
}

#[test]
fn a_count_that_cannot_be_written_does_not_break_the_search() {
    each_database(repository_migrations(), async |db| {
        let app = council(db.db()).await;
        let mut tx = app.db.begin().await.unwrap();
        tx.exec(&SPOIL, &[]).await.unwrap();
        tx.commit().await.unwrap();
        let (status, page) = get(&app, Who::anyone(Lang::EN), UNKNOWN).await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("We found nothing for"));
        assert!(write_misses(&app).await.is_err());
        app.db.maintain("ALTER TABLE services_misses_gone RENAME TO services_misses").await.unwrap();
        assert_eq!(misses(&app).await[0].2, 1, "it was kept until it could be written");
    });
}

#[test]
fn a_search_that_finds_nothing_writes_nothing_by_itself() {
    each_database(repository_migrations(), async |db| {
        let app = council(db.db()).await;
        let before = app.db.commits();
        for _ in 0..50 {
            search(&app, Lang::EN, UNKNOWN).await;
            search(&app, Lang::AR, UNKNOWN).await;
        }
        assert_eq!((app.db.commits(), counted(&app).await), (before, Vec::new()));
        let mut counts: Vec<_> = misses(&app).await.into_iter().map(|(_, lang, times)| (lang, times)).collect();
        counts.sort();
        assert_eq!(counts, [("ar".to_owned(), 50), ("en".to_owned(), 50)]);
        assert_eq!(misses(&app).await.len(), 2, "nothing is counted twice");
    });
}

#[test]
fn counts_that_meet_are_all_counted() {
    on_postgres(repository_migrations(), async |db| {
        let app = council(db.db()).await;
        let other = council::app_with(db.db(), 2);
        for app in [&app, &app, &other] {
            search(app, Lang::EN, UNKNOWN).await;
        }
        let (one, two) = tokio::join!(write_misses(&app), write_misses(&other));
        assert!(one.is_ok() && two.is_ok(), "{one:?} {two:?}");
        assert_eq!(counted(&app).await[0].2, 3);
    });
}

#[test]
fn a_service_owner_sees_them_learns_the_line_to_change_and_deals_with_them() {
    each_database(repository_migrations(), async |db| {
        let app = council(db.db()).await;
        search(&app, Lang::EN, UNKNOWN).await;
        let owner = || staff(Role::ServiceOwner);
        assert_eq!(get(&app, staff(Role::Officer), "/manage/searches").await.0, StatusCode::FORBIDDEN);
        let (status, page) = get(&app, owner(), "/manage/searches").await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("zzyzx qwyjibo") && page.contains("Week of 25 May 2026"), "{page}");
        let id = page.split("/manage/searches/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let (status, page) = get(&app, owner(), &format!("/manage/searches/{id}?service=missed-bin")).await;
        assert_eq!(status, StatusCode::OK);
        let text = council::read("definitions/missed-bin/service.toml");
        let line = 1 + text.lines().position(|line| line.starts_with("en = [")).unwrap();
        assert!(page.contains(&format!("line {line}, add:")), "{page}");
        assert!(page.contains("definitions/missed-bin/service.toml") && page.contains("zzyzx qwyjibo&#34;,"), "{page}");
        let deal = format!("/manage/searches/{id}/dealt");
        assert_eq!(post(&app, staff(Role::Officer), &deal, "revision=1&dealt=yes").await.0, StatusCode::FORBIDDEN);
        let (status, to) = post(&app, owner(), &deal, "revision=1&dealt=yes").await;
        assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, "/manage/searches?week=2026-05-25"));
        assert!(get(&app, owner(), &to).await.1.contains("Dealt with"));
        let twice = post(&app, owner(), &deal, "revision=1&dealt=yes").await;
        assert_eq!(twice, (StatusCode::SEE_OTHER, to), "pressed twice");
        let (status, _) = post(&app, owner(), &deal, "revision=1&dealt=no").await;
        assert_eq!(status, StatusCode::CONFLICT, "somebody else was faster");
    });
}

#[test]
fn a_week_of_many_searches_is_shown_a_page_at_a_time() {
    each_database(repository_migrations(), async |db| {
        let app = council(db.db()).await;
        for number in 0..60_u32 {
            let letter = |n: u32| char::from(b'a' + (n % 26) as u8);
            let word: String = [number / 26, number, number / 26, number].map(letter).iter().collect();
            search(&app, Lang::EN, &format!("/search?q=zzyzx{word}qw")).await;
        }
        let owner = || staff(Role::ServiceOwner);
        let (_, page) = get(&app, owner(), "/manage/searches?week=2026-05-25").await;
        let rest = page.split("href=\"").find(|link| link.contains("after=")).unwrap().split('"').next().unwrap();
        let rows = |page: &str| page.matches("name=\"revision\"").count();
        assert_eq!(rows(&page), 50);
        let (_, next) = get(&app, owner(), &rest.replace("&amp;", "&").replace("&#38;", "&")).await;
        assert_eq!(rows(&next), 10, "{rest}");
    });
}

async fn owner_with_address(app: &App, email: &str, role: Role, active: bool) {
    let details =
        Details { name: email.to_owned(), email: email.to_owned(), roles: vec![role], teams: Vec::new(), active };
    let new = NewMember { id: app.id(), details: &details, listed: false, password_hash: None, made_at: app.now() };
    let mut tx = app.db.begin().await.unwrap();
    assert!(insert_member(&mut tx, &new).await.unwrap());
    tx.commit().await.unwrap();
}

async fn mail(app: &App) -> Vec<(String, String)> {
    let all = outbox::recent(&mut app.db.read().await.unwrap(), None, 50).await.unwrap();
    let mut all: Vec<_> = all.into_iter().map(|kept| (kept.to, kept.text)).collect();
    all.sort();
    all
}

#[test]
fn every_active_service_owner_is_told_of_last_week_once_even_with_two_nodes() {
    each_database(repository_migrations(), async |db| {
        let app = council(db.db()).await;
        let other = council::app_with(db.db(), 2);
        owner_with_address(&app, "a@eastmere.example", Role::ServiceOwner, true).await;
        owner_with_address(&app, "b@eastmere.example", Role::ServiceOwner, true).await;
        owner_with_address(&app, "gone@eastmere.example", Role::ServiceOwner, false).await;
        owner_with_address(&app, "officer@eastmere.example", Role::Officer, true).await;
        search(&app, Lang::EN, UNKNOWN).await;
        search(&app, Lang::EN, UNKNOWN).await;
        assert_eq!(tell_of_last_week(&app).await.unwrap(), 0, "the week is not over");
        for app in [&app, &other] {
            app.clock.advance(7 * DAY);
        }
        let told = async |app: &App| tell_of_last_week(app).await.unwrap_or(0);
        let (one, two) = tokio::join!(told(&app), told(&other));
        assert_eq!(one + two, 2, "one of the nodes told both: {one}, {two}");
        let mail = mail(&app).await;
        assert_eq!(
            mail.iter().map(|(to, _)| to.as_str()).collect::<Vec<_>>(),
            ["a@eastmere.example", "b@eastmere.example"]
        );
        assert!(mail[0].1.contains("2\tzzyzx qwyjibo (English)"), "{}", mail[0].1);
        assert!(mail[0].1.contains("25 May 2026") && mail[0].1.contains("/manage/searches?week=2026-05-25"));
        app.clock.advance(MINUTE);
        assert_eq!(tell_of_last_week(&app).await.unwrap(), 0);
    });
}

#[test]
fn nobody_is_told_of_nothing_and_what_is_dealt_with_is_nothing() {
    each_database(repository_migrations(), async |db| {
        let app = council(db.db()).await;
        owner_with_address(&app, "a@eastmere.example", Role::ServiceOwner, true).await;
        app.clock.advance(7 * DAY);
        assert_eq!(tell_of_last_week(&app).await.unwrap(), 0);
        search(&app, Lang::EN, UNKNOWN).await;
        let (_, page) = get(&app, staff(Role::ServiceOwner), "/manage/searches").await;
        let id = page.split("/manage/searches/").nth(1).unwrap().split('"').next().unwrap();
        post(&app, staff(Role::ServiceOwner), &format!("/manage/searches/{id}/dealt"), "revision=1&dealt=yes").await;
        app.clock.advance(7 * DAY);
        assert_eq!(tell_of_last_week(&app).await.unwrap(), 0);
        assert_eq!(mail(&app).await, []);
    });
}

#[test]
fn searches_are_forgotten_after_twelve_weeks() {
    each_database(repository_migrations(), async |db| {
        let app = council(db.db()).await;
        search(&app, Lang::EN, UNKNOWN).await;
        app.clock.advance(11 * 7 * DAY);
        tell_of_last_week(&app).await.unwrap();
        assert_eq!(misses(&app).await.len(), 1);
        app.clock.advance(7 * DAY);
        tell_of_last_week(&app).await.unwrap();
        assert_eq!(misses(&app).await.len(), 0);
    });
}
