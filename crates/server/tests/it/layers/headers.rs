//! Headers and cookies.

use crate::access::world::World;
use crate::support::{Council, Page};
use kit::testing::{each_database, repository_migrations};
use kit::{params, sql};

sql!(COUNT_SESSIONS, "SELECT CAST(count(*) AS BIGINT) FROM sessions");

/// Every answer has these, whatever it is.
#[track_caller]
fn is_safe(page: &Page) {
    let policy = page.header("content-security-policy");
    // A file that somebody sent may do nothing at all.
    let is_file = page.status == 200 && page.path.contains("/files/");
    let rules = if is_file { ["sandbox", "form-action 'none'"] } else { ["script-src 'self'", "style-src 'self'"] };
    assert!(!is_file || !policy.contains("'self'"), "{policy}");
    for rule in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"].into_iter().chain(rules) {
        assert!(policy.contains(rule), "{} ({}): {policy}", page.path, page.status);
    }
    assert!(!policy.contains("unsafe") && !policy.contains('*') && !policy.contains("http"), "{policy}");
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(page.header(name), value, "{name} of {} ({})", page.path, page.status);
    }
    assert!(page.header("strict-transport-security").starts_with("max-age="), "{}", page.path);
    assert!(page.header("permissions-policy").contains("camera=()"), "{}", page.path);
}

#[test]
fn every_answer_has_the_security_headers() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        for asker in ["nobody", "own", "admin"] {
            let world = World::of(&council, asker).await;
            for route in server::router::routes() {
                let mut browser = world.browser.clone();
                is_safe(&browser.send(route.method, &world.path(route.path), String::new()).await);
            }
        }
        let mut browser = council.browser();
        for (method, path) in
            [("GET", "/nowhere"), ("PUT", "/"), ("GET", "/static/nothing.css"), ("GET", "/static/site.css")]
        {
            is_safe(&browser.send(method, path, String::new()).await);
        }
        browser.origin = vec![("sec-fetch-site", "cross-site".into())];
        is_safe(&browser.send("POST", "/track", String::new()).await);
    });
}

#[test]
fn pages_hold_nothing_the_policy_would_refuse() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        for asker in ["nobody", "own", "officer", "admin"] {
            let world = World::of(&council, asker).await;
            for route in server::router::routes().into_iter().filter(|route| route.method == "GET") {
                let mut browser = world.browser.clone();
                let page = browser.open(&world.path(route.path)).await;
                for refused in
                    ["[style]", "style", "script:not([src])", "[onclick]", "[onload]", "[href^=\"javascript:\"]"]
                {
                    assert_eq!(page.attribute(refused, "class"), None, "{route:?}");
                    assert!(page.texts(refused).is_empty(), "{route:?} has {refused}");
                }
                for (of, name) in [("script[src]", "src"), ("link[rel=stylesheet]", "href"), ("img", "src")] {
                    let from = page.attribute(of, name).unwrap_or_else(|| "/".into());
                    assert!(from.starts_with('/') && !from.starts_with("//"), "{route:?} loads {from}");
                }
            }
        }
    });
}

#[test]
fn only_files_of_this_version_are_kept_for_good() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (own, mut browser) = (server::embedded::static_version(), council.browser());
        for (path, kept) in [
            (format!("/static/{own}/site.css"), "public, max-age=31536000, immutable"),
            ("/static/0123456789/site.css".to_owned(), "public, max-age=300"),
            ("/static/site.css".to_owned(), "public, max-age=300"),
        ] {
            let page = browser.send("GET", &path, String::new()).await;
            assert_eq!((page.status, page.header("cache-control")), (200, kept), "{path}");
        }
    });
}

#[test]
fn cookies_are_host_only_secure_and_not_for_scripts() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut seen = 0;
        for asker in ["nobody", "own", "admin"] {
            let mut world = World::of(&council, asker).await;
            for route in server::router::routes() {
                let mut browser = world.browser.clone();
                let page = browser.send(route.method, &world.path(route.path), "address=new@post.example".into()).await;
                for cookie in page.all("set-cookie") {
                    seen += 1;
                    assert!(cookie.starts_with("__Host-"), "{route:?}: {cookie}");
                    for part in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
                        assert!(cookie.contains(part), "{route:?}: {cookie}");
                    }
                    assert!(!cookie.contains("Domain"), "{route:?}: {cookie}");
                }
                if route.method == "GET" && route.action != "language.choose" {
                    assert!(page.all("set-cookie").is_empty(), "{route:?} gives a cookie for looking");
                }
                if !page.all("set-cookie").is_empty() {
                    world = World::of(&council, asker).await;
                }
            }
        }
        assert!(seen > 5, "only {seen} cookies were seen");
    });
}

#[test]
fn nobody_has_a_session_before_they_send_something() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let sessions = async || {
            let mut read = council.app.db.read().await.unwrap();
            read.one(&COUNT_SESSIONS, params![]).await.unwrap().get::<i64>(0).unwrap()
        };
        let world = World::of(&council, "nobody").await;
        let before = sessions().await;
        let mut browser = council.browser();
        for route in server::router::routes().into_iter().filter(|route| route.method == "GET") {
            browser.open(&world.path(route.path)).await;
        }
        assert_eq!(sessions().await, before);
        assert_eq!(browser.cookies.keys().collect::<Vec<_>>(), ["__Host-lang"], "only the language is kept");
        let mut browser = council.browser();
        browser.open("/services/missed-bin").await;
        browser.press("Start").await;
        assert_eq!(sessions().await, before + 1);
        assert!(browser.cookies.contains_key("__Host-session"));
    });
}
