//! The cache of public pages: one for each language and revision of the definitions, never anybody's own page.

use crate::support::{Browser, Council};
use axum::extract::State;
use kit::App;
use kit::route::{Kind, Route};
use kit::testing::{TestDb, each_database, on_sqlite, repository_migrations};
use kit::who::Role;
use server::config::Serving;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

fn public() -> Vec<&'static str> {
    let routes = server::router::routes().into_iter().filter(|route| route.kind == Kind::Public);
    routes.map(|route| route.path).collect()
}

fn concrete(path: &str) -> String {
    path.replace("{service}", "missed-bin").replace("{site}", "town-hall")
}

#[test]
fn each_language_has_its_own_page() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        for path in public() {
            let path = concrete(path);
            for _ in 0..2 {
                for (language, dir) in [("en-GB", "ltr"), ("cy", "ltr"), ("ar", "rtl")] {
                    let mut browser = Browser::reading(&council, language);
                    let page = browser.open(&path).await;
                    let tag = page.attribute("html", "lang").unwrap();
                    assert!(language.starts_with(&tag), "{path} in {language} came in {tag}");
                    assert_eq!(page.attribute("html", "dir").as_deref(), Some(dir));
                    assert!(page.header("vary").contains("Cookie"), "{path}: {:?}", page.headers);
                }
            }
        }
    });
}

#[test]
fn a_page_of_somebody_signed_in_is_never_served_to_another() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut ada = council.resident("Ada Canarywell", "ada@post.example").await;
        for path in public() {
            let path = concrete(path);
            for _ in 0..2 {
                let own = ada.open(&path).await;
                assert_eq!(own.header("cache-control"), "no-store", "{path}");
                let page = council.browser().open(&path).await.clone();
                assert!(!page.body.contains("Canarywell"), "{path} shows somebody else's name");
                assert!(page.body.contains("href=\"/sign-in\""), "{path} is drawn for somebody signed in");
                let own = ada.open(&path).await;
                assert!(!own.body.contains("href=\"/sign-in\""), "{path} forgot who is signed in");
            }
        }
    });
}

/// A page drawn again with its errors answers a POST: a browser that may not keep it cannot go back to it.
#[test]
fn a_page_with_errors_can_be_gone_back_to_until_its_owner_signs_out() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        for mut browser in [council.browser(), council.resident("Ada Example", "ada@post.example").await] {
            browser.start_street_problem().await;
            assert_eq!(browser.page.header("cache-control"), "no-store");
            browser.press("Continue").await;
            assert_eq!((browser.page.status, browser.page.header("cache-control")), (422, "private, no-cache"));
        }
        let mut ada = council.resident("Ada Example", "ada@other.example").await;
        let page = ada.send("POST", "/sign-out", String::new()).await;
        assert_eq!(page.header("clear-site-data"), "\"cache\"");
        let mut officer =
            council.colleague("Olga Officer", &[kit::who::Role::Officer], &["contact-centre"]).await.browser;
        let page = officer.post("/desk/account/password", &[("current", "")]).await;
        assert_eq!((page.status, page.header("cache-control")), (422, "no-store"), "staff keep nothing");
    });
}

/// The delivered definitions with another name for missed-bin in English.
fn renamed(name: &str) -> services::Folder {
    let words = "missed-bin/en.ftl";
    let text = server::embedded::definition(words).unwrap();
    let line = text.lines().find(|line| line.starts_with("title = ")).expect("a service has a title");
    let mut own = server::embedded::definitions();
    own.retain(|(path, _)| path.starts_with("missed-bin/") && path != words);
    own.push((words.to_owned(), text.replace(line, &format!("title = {name}"))));
    server::wiring::definitions(None).unwrap().overlaid(services::Folder::from_texts(own))
}

#[test]
fn a_changed_definition_is_shown_at_once() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        for _ in 0..2 {
            let page = council.browser().open("/services/missed-bin").await.clone();
            assert!(page.status == 200 && !page.body.contains("The wobbly bin"));
        }
        services::publish(&council.app, &renamed("The wobbly bin")).await.unwrap();
        let page = council.browser().open("/services/missed-bin").await.clone();
        assert!(page.body.contains("The wobbly bin"), "{}", page.text());
    });
}

async fn changing(State(app): State<App>) -> String {
    let seen = app.part::<services::Catalogue>().unwrap().current("missed-bin").unwrap();
    let drawn = seen.name(kit::Lang::EN).to_owned();
    // Somebody publishes while this page is being drawn.
    services::publish(&app, &renamed("The wobbly bin")).await.unwrap();
    drawn
}

async fn large() -> String {
    "x".repeat(3 << 20)
}

static DRAWN: AtomicUsize = AtomicUsize::new(0);

/// How often it was drawn before.
async fn counted() -> String {
    DRAWN.fetch_add(1, Ordering::SeqCst).to_string()
}

async fn layered(db: &TestDb, routes: fn() -> Vec<Route>) -> Council {
    Council::on(db).await.with_routes(routes, &Serving::default(), Duration::from_secs(30))
}

#[test]
fn a_page_drawn_from_the_old_definitions_is_not_kept_for_the_new() {
    on_sqlite(repository_migrations(), async |db| {
        let council = layered(db, || vec![Route::public("/changing", "test.changing", changing)]).await;
        assert!(!council.browser().open("/changing").await.body.contains("The wobbly bin"));
        assert_eq!(council.browser().open("/changing").await.body, "The wobbly bin");
    });
}

#[test]
fn a_very_large_page_arrives_whole() {
    on_sqlite(repository_migrations(), async |db| {
        let council = layered(db, || vec![Route::public("/large", "test.large", large)]).await;
        for _ in 0..2 {
            let page = council.browser().open("/large").await.clone();
            assert_eq!((page.status, page.body.len()), (200, 3 << 20));
        }
    });
}

/// One page has thousands of such addresses: they would take the place of every other page.
#[test]
fn an_address_with_encoded_letters_takes_no_place_in_the_cache() {
    on_sqlite(repository_migrations(), async |db| {
        let council = layered(db, || vec![Route::public("/drawn/{word}", "test.drawn", counted)]).await;
        for (path, drawn) in [("/drawn/bin", "0"), ("/drawn/bin", "0"), ("/drawn/%62in", "1"), ("/drawn/%62in", "2")] {
            assert_eq!(council.browser().open(path).await.body, drawn, "{path}");
        }
    });
}

#[test]
fn a_service_given_to_another_team_is_drawn_anew() {
    on_sqlite(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let before = council.app.part::<services::Catalogue>().unwrap().revision();
        council.browser().open("/services/missed-bin").await;
        let mut admin = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        admin.open("/manage/services").await;
        admin.give_service("missed-bin", "street-cleaning").await;
        assert!(council.app.part::<services::Catalogue>().unwrap().revision() > before);
        assert_eq!(council.browser().open("/services/missed-bin").await.status, 200);
    });
}
