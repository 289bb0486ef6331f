//! What every address does with a request that is not from our pages, or not of its kind.

use super::world::World;
use crate::support::Council;
use kit::route::Kind;
use kit::testing::{each_database, repository_migrations};
use kit::{params, sql};
use server::router::routes;
use std::collections::{BTreeMap, BTreeSet};

sql!(COUNT_FACTS, "SELECT CAST(count(*) AS BIGINT) FROM facts");

#[test]
fn a_change_from_another_site_is_refused_everywhere() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        for asker in ["own", "admin"] {
            let world = World::of(&council, asker).await;
            for route in routes().into_iter().filter(|route| route.method == "POST") {
                for origin in foreign() {
                    let mut browser = world.browser.clone();
                    browser.origin = origin;
                    let page = browser.send("POST", &world.path(route.path), "key=1".into()).await;
                    assert_eq!(page.status, 403, "{route:?} with {:?}", browser.origin);
                    if answers_programs(route.path) {
                        let words = "A browser sent this from a page of another site";
                        assert!(page.body.contains(words), "{route:?}: {}", page.body);
                    } else {
                        page.says("This request did not come from one of our own pages");
                    }
                    assert!(page.all("set-cookie").is_empty(), "{route:?}");
                }
            }
        }
    });
}

/// Whether other systems call this address, which answers them as their standard says.
fn answers_programs(path: &str) -> bool {
    path.starts_with("/open311/") || path == "/notify/callback" || api::is_of_programs(path)
}

/// POSTs that may be sent again and ask for no revision, and why that is right.
const WITHOUT_REVISION: [(&str, &str); 10] = [
    ("/account/details/", "one person's own settings, each put in the place of the last"),
    ("/sign-", "a door; each try counts"),
    ("/desk/sign-", "a door; each try counts"),
    ("/desk/keep", "one officer's own words, each put in the place of the last"),
    ("/desk/account/renew", "a new secret, shown before it counts"),
    ("/forms/resume", "sends a code, within a limit"),
    (
        "/ticket/{ticket}/",
        "one visitor's own word, each put in the place of the last; it follows where the visit stands",
    ),
    ("/desk/sites/{site}/devices/end", "ends one device; ended twice it is ended"),
    ("/desk/outages/{id}/end", "ends one's own report; ended twice it is ended"),
    ("/admin/staff/{id}/reset", "makes a link that replaces the last"),
];

#[test]
fn a_stale_revision_changes_nothing() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut looked_at = 0;
        for route in routes().into_iter().filter(|route| route.kind == Kind::Replace) {
            if WITHOUT_REVISION.iter().any(|(start, _)| route.path.starts_with(start)) {
                continue;
            }
            for asker in ["own", "admin"] {
                let world = World::of(&council, asker).await;
                let (mut browser, before) = (world.browser.clone(), facts(&council).await);
                let page = browser.send("POST", &world.path(route.path), world.form(council.app.id())).await;
                assert!(page.status < 500, "{route:?} by {asker}: {}", page.text());
                assert_eq!(facts(&council).await, before, "{route:?} by {asker} with an old revision: {}", page.status);
            }
            looked_at += 1;
        }
        assert!(looked_at >= 8, "only {looked_at} were looked at");
    });
}

async fn facts(council: &Council) -> i64 {
    let mut read = council.app.db.read().await.unwrap();
    read.one(&COUNT_FACTS, params![]).await.unwrap().get(0).unwrap()
}

/// What browsers say of a form that is on another site.
fn foreign() -> Vec<Vec<(&'static str, String)>> {
    vec![
        vec![("sec-fetch-site", "cross-site".into())],
        vec![("sec-fetch-site", "same-site".into())],
        vec![("origin", "https://elsewhere.example".into())],
        vec![("origin", "null".into())],
    ]
}

#[test]
fn a_method_an_address_does_not_have_is_answered_with_405() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let world = World::of(&council, "own").await;
        let mut methods: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for route in routes() {
            methods.entry(route.path).or_default().insert(route.method);
        }
        for (path, has) in methods {
            for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
                let mut browser = world.browser.clone();
                if has.contains(method) {
                    continue;
                }
                let page = browser.send(method, &world.path(path), String::new()).await;
                assert_eq!(page.status, 405, "{method} {path}");
                // These two answer programs and benches, outside of the edge; others say it in a format of their own.
                let bare = path.starts_with("/static/") || path == "/livez" || answers_programs(path);
                assert!(bare || !page.heading().is_empty(), "{method} {path} is answered without a page");
                assert!(page.header("allow").contains(has.first().unwrap()), "{method} {path}: {:?}", page.headers);
            }
        }
    });
}
