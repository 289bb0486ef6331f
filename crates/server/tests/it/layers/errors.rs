//! Errors as pages, in the reader's language, with the right status and something to do next.

use crate::access::world::World;
use crate::support::{Browser, Council, HERE, Reached};
use axum::extract::ConnectInfo;
use kit::route::Route;
use kit::testing::{each_database, on_postgres, repository_migrations};
use kit::who::Role;
use kit::{params, sql};
use server::config::Serving;
use std::time::Duration;
use tower::ServiceExt;

#[test]
fn what_cannot_be_found_is_said_in_the_readers_language() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        for (language, tag) in [("en", "en"), ("cy", "cy"), ("ar", "ar")] {
            let lang = kit::Lang::of(tag).unwrap();
            let mut browser = Browser::reading(&council, language);
            let page = browser.open("/nowhere/at/all").await;
            assert_eq!((page.status, page.attribute("html", "lang").as_deref()), (404, Some(tag)));
            assert_eq!(page.heading(), council.t(lang, "server-error-not-found-title"));
            let page = browser.open("/cases/NOTAREF99").await.clone();
            assert!(page.status == 404 || page.path.starts_with("/track"), "{} {}", page.status, page.path);
        }
    });
}

#[test]
fn staff_who_are_signed_in_get_errors_in_the_frame_of_the_desk_with_a_way_on() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut officer = council.colleague("Tess Officer", &[Role::Officer], &["waste"]).await.browser;
        let mut admin = council.colleague("Ada Admin", &[Role::Administrator], &[]).await.browser;
        let case = "/desk/cases/NOTAREF99";
        for (address, status, words) in [
            ("/desk/nowhere/at/all", 404, "The address may be mistyped"),
            (case, 404, "what it names may be gone"),
            ("/admin/staff", 403, "this is not for your role or your teams"),
            ("/manage/services", 403, "ask your team leader or an administrator"),
        ] {
            let page = officer.open(address).await.clone();
            assert_eq!(page.status, status, "{address}");
            page.says(words).is_silent_about("Follow a request").is_silent_about("contact us");
            assert!(page.body.contains("Tess Officer"), "{address}: who is signed in stands above it");
            assert!(!page.heading().is_empty());
            assert_eq!(page.link("Cases").as_deref(), Some("/desk/cases"), "{address}: the desk's places");
            assert_eq!(page.link("Back to the desk").as_deref(), Some("/desk"), "{address}");
            assert_eq!(page.link("Find a person").as_deref(), Some("/desk/find"), "{address}");
        }
        // Nobody is led to what they may not do.
        let page = admin.open("/desk/nowhere").await;
        assert_eq!((page.status, page.link("Find a person")), (404, None));
        assert_eq!(page.link("Back to the desk").as_deref(), Some("/desk"));
        // Who is not signed in sees nothing of the desk.
        let page = council.browser().open("/desk/nowhere").await.clone();
        assert_eq!((page.status, page.link("Back to the desk"), page.link("Cases")), (404, None, None));
    });
}

/// Queries that no page's links have: what is said twice, of the wrong kind, or no text.
fn unreadable() -> Vec<String> {
    let names =
        ["before", "after", "reference", "challenge", "draft", "from", "to", "page", "next", "q", "week", "given"];
    let every = |value: &str| names.map(|name| format!("{name}={value}")).join("&");
    vec![every("x"), every("%ff"), format!("{}&{}", every("a"), every("b")), "x=%ff&%00".to_owned()]
}

#[test]
fn an_address_that_cannot_be_read_is_answered_with_a_page() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut refused = std::collections::BTreeSet::new();
        for asker in ["own", "admin"] {
            let world = World::of(&council, asker).await;
            for route in server::router::routes().into_iter().filter(|route| route.method == "GET") {
                // Files are asked for by pages, not by people.
                if route.path.starts_with("/static/") {
                    continue;
                }
                let path = world.path(route.path);
                let path = path.split('?').next().unwrap();
                let mut all: Vec<String> = unreadable().iter().map(|query| format!("{path}?{query}")).collect();
                if route.path.contains('{') {
                    let part = |part: &str| if part.starts_with('{') { "%ff".to_owned() } else { part.to_owned() };
                    all.push(route.path.split('/').map(part).collect::<Vec<_>>().join("/"));
                }
                for address in all {
                    let page = world.browser.clone().send("GET", &address, String::new()).await;
                    assert!(page.status < 500, "{address}: {}", page.status);
                    if page.status >= 400 {
                        refused.insert((page.status, route.path));
                        // Programs are answered as their standard says.
                        let to_programs =
                            page.body.contains("<errors><error><code>") || page.body.starts_with("[{\"code\":");
                        let to_programs = to_programs || page.header("content-type") == "application/problem+json";
                        let said = !page.heading().is_empty() || to_programs;
                        assert!(said, "{address} is answered without a page: {}", page.body);
                    }
                }
            }
        }
        let of = |status: u16| refused.iter().filter(|(found, _)| *found == status).count();
        assert!(of(400) > 5 && of(404) > 15, "{refused:?}");
        let mut browser = Browser::reading(&council, "cy");
        let page = browser.open("/track?reference=a&reference=b").await;
        assert_eq!(page.heading(), council.t(kit::Lang::CY, "server-error-bad-request-title"));
        page.says(&council.t(kit::Lang::CY, "page-address-not-understood"));
    });
}

#[test]
fn staff_stay_at_the_desk_when_something_is_refused() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut admin = council.colleague("Ada Sample", &[Role::Administrator], &[]).await.browser;
        let page = admin.open("/desk/cases").await.clone();
        assert_eq!(page.status, 403);
        assert!(page.body.contains("app-bar__desk") && page.body.contains("href=\"/desk\""), "{}", page.body);
        assert!(!page.body.contains("href=\"/desk/cases\""), "nothing leads to what is refused: {}", page.body);
        assert!(admin.open("/desk/nowhere").await.body.contains("app-bar__desk"));
    });
}

#[test]
fn too_much_at_once_is_refused_with_a_page() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut browser = Browser::reading(&council, "cy");
        let page = browser.send("POST", "/track", "x".repeat(kit::form::LARGEST + 1)).await;
        assert_eq!(page.status, 413);
        assert_eq!(page.heading(), council.t(kit::Lang::CY, "server-error-too-large-title"));
    });
}

/// Two addresses that never answer as they should.
fn broken() -> Vec<Route> {
    async fn panics() -> String {
        panic!("Zanzibarina met a fault")
    }
    async fn sleeps() -> String {
        tokio::time::sleep(Duration::from_secs(60)).await;
        String::new()
    }
    vec![Route::page("/panics", "test.panics", panics), Route::page("/sleeps", "test.sleeps", sleeps)]
}

#[test]
fn what_the_layers_answer_is_a_page_too() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let serving = Serving { requests_per_second: 1, ..Serving::default() };
        let council = council.with_routes(broken, &serving, Duration::from_millis(50));
        for (language, tag) in [("en", "en"), ("cy", "cy"), ("ar", "ar")] {
            let lang = kit::Lang::of(tag).unwrap();
            let mut browser = Browser::reading(&council, language);
            let page = browser.open("/panics").await.clone();
            assert_eq!((page.status, page.heading()), (500, council.t(lang, "server-error-internal-title")));
            assert!(!page.body.contains("Zanzibarina"));
            let page = browser.open("/sleeps").await.clone();
            assert_eq!((page.status, page.heading()), (408, council.t(lang, "server-error-slow-title")));
            assert_eq!(page.header("retry-after"), "5");
            browser.from = ([203, 0, 113, tag.as_bytes()[0]], 5).into();
            let mut page = browser.open("/panics").await.clone();
            while page.status == 500 {
                page = browser.open("/panics").await.clone();
            }
            assert_eq!((page.status, page.heading()), (429, council.t(lang, "server-error-flood-title")));
            assert_eq!((page.header("retry-after"), page.header("cache-control")), ("1", "no-store"));
            assert_eq!(page.attribute("html", "lang").as_deref(), Some(tag));
        }
    });
}

#[test]
fn a_form_with_too_many_fields_is_refused_with_a_page() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut browser = Browser::reading(&council, "ar");
        let page = browser.send("POST", "/track", "a&".repeat(100_000)).await;
        assert_eq!(page.status, 400);
        page.says(&council.t(kit::Lang::AR, "page-form-too-many-fields"));
    });
}

#[test]
fn a_form_of_another_kind_is_not_guessed_at() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let request = axum::http::Request::post("/track")
            .header("content-type", "application/json")
            .extension(ConnectInfo(std::net::SocketAddr::from(([127, 0, 0, 1], 4))))
            .body(axum::body::Body::from("{}"))
            .unwrap();
        assert_eq!(council.router.clone().oneshot(request).await.unwrap().status(), 400);
    });
}

#[test]
fn figures_are_for_this_machine_only() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut here = council.browser();
        let page = here.open("/metrics").await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("guildhall_answers_total") && page.body.contains("guildhall_reruns_total"));
        // What waits, failed or stopped is to be seen: a code was just written and nobody delivers it here.
        let mut ada = council.browser();
        ada.open("/sign-in").await;
        ada.fill("Email address or mobile number", "ada@post.example").press("Send me a code").await;
        let page = here.open("/metrics").await;
        let kinds = "guildhall_messages_waiting gauge";
        assert!(page.body.contains(kinds) && page.body.contains("guildhall_messages_waiting 1\n"), "{}", page.body);
        for name in ["messages_failed", "messages_kept", "jobs_dead", "look_seconds"] {
            assert!(page.body.contains(&format!("\nguildhall_{name} 0\n")), "{name}: {}", page.body);
        }
        assert!(page.body.contains("# TYPE guildhall_hashes_total counter"));
        let mut away = council.browser();
        for from in [([10, 0, 0, 7], 5), ([203, 0, 113, 9], 5)] {
            away.from = from.into();
            assert_eq!(away.open("/metrics").await.status, 404);
            assert_eq!(away.open("/healthz").await.status, 200);
        }
    });
}

/// How often a handler was run again, as the figures tell it.
async fn reruns(council: &Council) -> u64 {
    let page = council.browser().open("/metrics").await.body.clone();
    let line = page.lines().find(|line| line.starts_with("guildhall_reruns_total ")).expect("the counter");
    line.rsplit(' ').next().unwrap().parse().unwrap()
}

sql!(TOUCH, "UPDATE forms_drafts SET changed = changed WHERE id = $1");
sql!(
    WAITING,
    "SELECT CAST(count(*) AS BIGINT) FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'"
);

/// Waits until somebody waits for what another transaction holds.
async fn until_somebody_waits(council: &Council) {
    let waits = async || -> i64 {
        council.app.db.read().await.unwrap().one(&WAITING, params![]).await.unwrap().get(0).unwrap()
    };
    for _ in 0..3000 {
        if waits().await > 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("nobody waits for what is held");
}

#[test]
fn transactions_that_collide_are_run_again_and_counted() {
    on_postgres(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut robin = council.browser();
        robin.start_street_problem().await;
        robin.describe_hole(HERE).await;
        robin.measure_hole("It is by the bus stop.").await;
        robin.be_reached("Robin Example", Reached::Not).await;
        let (method, action, body) = robin.about_to_press("Send");
        let draft: kit::Id = action.split('/').nth(2).expect("a draft").parse().unwrap();
        // What the press is to change is held until it waits, and changed then: its transaction cannot be put in order with this one.
        let mut held = council.app.db.begin().await.unwrap();
        held.exec_one(&TOUCH, params![draft]).await.unwrap();
        let press = tokio::spawn(async move { robin.at_once(&method, &action, body).await });
        until_somebody_waits(&council).await;
        assert_eq!(reruns(&council).await, 0);
        held.commit().await.unwrap();
        let answer = press.await.unwrap();
        assert_eq!(answer.status, 303, "a collision shows");
        assert!(answer.header("location").starts_with("/received/"), "{}", answer.header("location"));
        assert_eq!(reruns(&council).await, 1);
    });
}

/// Typed while somebody ended the session in another window: given back, and sent again by the same press of a button.
#[test]
fn what_was_typed_before_a_session_ended_is_given_back_and_can_be_sent_again() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut zan = council.browser();
        let reference = zan.report_hole(("7 Bittern Row", "CB1 2AD"), Reached::Email("zan@post.example")).await;
        let olga = council.colleague("Olga Officer", &[Role::Officer], &["contact-centre"]).await;
        let mut officer = olga.browser.clone();
        officer.open(&format!("/desk/cases/{reference}")).await;
        officer.fill("A note for staff. The resident never sees it", "Two <b>lines</b>\r\nof mine.");
        let cookies = std::mem::take(&mut officer.cookies);
        let page = officer.press("Keep note").await;
        assert_eq!((page.status, page.heading().as_str()), (401, "You were signed out"));
        assert_eq!(page.header("cache-control"), "no-store", "the next at this browser does not go back to it");
        assert!(
            page.body.contains("Two &#60;b&#62;lines") && page.body.contains("href=\"/desk/sign-in\""),
            "{}",
            page.body
        );
        officer.press("Send it again").await;
        assert_eq!(officer.page.status, 401, "still nobody");
        officer.cookies = cookies;
        officer.press("Send it again").await;
        assert_eq!(officer.page.status, 200, "{}", officer.page.text());
        officer.page.says("of mine.");
    });
}

#[test]
fn what_a_resident_wrote_is_given_back_where_the_request_is_no_longer_known_to_be_theirs() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut zan = council.browser();
        let reference = zan.report_hole(("7 Bittern Row", "CB1 2AD"), Reached::Email("zan@post.example")).await;
        zan.open(&format!("/cases/{reference}")).await;
        zan.fill("Write to us about this", "It is <b>deeper</b> now.");
        let cookies = std::mem::take(&mut zan.cookies);
        let page = zan.press("Send message").await;
        assert_eq!((page.status, page.heading().as_str()), (401, "This was not sent"));
        let plain: String = reference.to_string().chars().filter(char::is_ascii_alphanumeric).collect();
        for part in ["It is &#60;b&#62;deeper", "href=\"/sign-in\"", &format!("href=\"/track?reference={plain}\"")] {
            assert!(page.body.contains(part), "{part}: {}", page.body);
        }
        zan.cookies = cookies;
        zan.press("Send it again").await;
        assert_eq!(zan.page.status, 200, "{}", zan.page.text());
        zan.page.says("deeper");
    });
}
