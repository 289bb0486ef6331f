//! The authorisation matrix: every route of the router, asked by everybody, against the table in `matrix.txt`.

use super::programs;
use super::world::{ASKERS, World};
use crate::support::{Council, Page};
use kit::route::Route;
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;
use std::collections::{BTreeMap, BTreeSet};

/// The table: a row for each action, a column for each asker. A route of an action that differs has a row of its own,
/// named with method and path.
const TABLE: &str = include_str!("matrix.txt");

type Rows = BTreeMap<String, Vec<String>>;

fn expected() -> Rows {
    let mut lines = TABLE.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let head: Vec<&str> = lines.next().expect("a head").split_whitespace().collect();
    assert_eq!(head, ASKERS, "the head of matrix.txt");
    let mut rows = Rows::new();
    for line in lines {
        let (name, rest) = line.split_once('|').expect("name | cells");
        let (cells, reason) = rest.split_once('|').unwrap_or((rest, ""));
        let cells: Vec<String> = cells.split_whitespace().map(str::to_owned).collect();
        assert_eq!(cells.len(), ASKERS.len(), "{line}");
        // A row that lets nobody in would hold whatever the rule is.
        let lets_in = cells.iter().any(|cell| cell == "ok");
        assert!(lets_in == reason.trim().is_empty(), "{name}: somebody is let in, or it says why nobody is");
        assert!(rows.insert(name.trim().to_owned(), cells).is_none(), "two rows for {name}");
    }
    rows
}

fn own_name(route: &Route) -> String {
    format!("{} {}", route.method, route.path)
}

/// The row of a route: its own, or its action's.
fn row<'a>(rows: &'a Rows, route: &Route) -> Option<(&'a String, &'a Vec<String>)> {
    rows.get_key_value(&own_name(route)).or_else(|| rows.get_key_value(route.action))
}

/// What came of asking: `ok` done or refused for what the form says, `in` leads to signing in (401 where something was
/// typed), `tr` to following by reference and code (likewise), `no` 403, `nf` 404. Not understood (400) and too often (429) say
/// nothing about who may.
fn outcome(page: &Page) -> &'static str {
    let to = page.header("location").split('?').next().unwrap_or_default();
    match (page.status, to) {
        (303, "/sign-in" | "/desk/sign-in") => "in",
        (303, "/track") => "tr",
        (401, _) if page.body.contains("href=\"/track?reference=") => "tr",
        (401, _) => "in",
        (403, _) => "no",
        (404, _) => "nf",
        (200 | 201 | 303 | 409 | 412 | 422, _) => "ok",
        (400, _) => "400",
        (429, _) => "429",
        (status, _) => panic!("{}: {status} {}", page.path, page.text()),
    }
}

async fn ask(world: &World, council: &Council, route: &Route) -> Page {
    let mut browser = world.browser.clone();
    if api::is_of_programs(route.path) {
        // What replaces something says that it saw it: here, as it never was.
        browser.origin.push(("if-match", format!("\"0.{}\"", kit::Id::NONE)));
        let body = axum::body::Body::from(programs::body(route.path));
        return browser.of_kind(route.method, &world.path(route.path), programs::kind(route.path), body).await;
    }
    let body = match route.method {
        "POST" => world.form(council.app.id()),
        _ => String::new(),
    };
    browser.send(route.method, &world.path(route.path), body).await
}

/// Pages before changes, so that as little as possible has to be made anew.
fn in_order(mut routes: Vec<Route>) -> Vec<Route> {
    routes.sort_by_key(|route| route.method == "POST");
    routes
}

#[test]
fn everybody_may_do_what_the_table_says_and_nothing_else() {
    let rows = expected();
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut wrong = Vec::new();
        for (column, asker) in ASKERS.iter().enumerate() {
            let mut world = World::of(&council, asker).await;
            for route in in_order(server::router::routes()) {
                let page = ask(&world, &council, &route).await;
                let found = outcome(&page);
                let wanted = row(&rows, &route).map_or("no row", |(_, cells)| &cells[column]);
                if found != wanted {
                    wrong.push(format!("{} ({}) by {asker}: {found}, wanted {wanted}", own_name(&route), route.action));
                }
                // What was done may have used up the case, the draft or the session.
                let done = found == "ok" || !page.all("set-cookie").is_empty();
                if route.method == "POST" && page.status == 303 && done {
                    world = World::of(&council, asker).await;
                }
            }
        }
        assert!(wrong.is_empty(), "{} on {}:\n{}", wrong.len(), db.name(), wrong.join("\n"));
    });
}

#[test]
fn every_row_is_of_a_route_and_says_something_of_its_own() {
    let rows = expected();
    let mut used = BTreeSet::new();
    for route in server::router::routes() {
        let found = row(&rows, &route);
        let (name, cells) =
            found.unwrap_or_else(|| panic!("matrix.txt has no row for {} ({})", own_name(&route), route.action));
        used.insert(name.clone());
        if name != route.action {
            assert_ne!(rows.get(route.action), Some(cells), "{name} says the same as {}", route.action);
        }
    }
    let unused: Vec<&String> = rows.keys().filter(|name| !used.contains(*name)).collect();
    assert!(unused.is_empty(), "rows for no route: {unused:?}");
}

#[test]
fn no_two_routes_share_a_method_and_a_path() {
    let mut seen = BTreeSet::new();
    for route in server::router::routes() {
        assert!(seen.insert(own_name(&route)), "{} is there twice", own_name(&route));
    }
}

/// The page of somebody's sessions; when each was used last goes on by itself.
fn without_times(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').map(|word| if word.contains(':') { "…" } else { word }).collect();
    words.join(" ")
}

#[test]
fn what_a_stranger_asks_for_leaves_everything_as_it_was() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let own = World::of(&council, "own").await;
        let case = format!("/cases/{}", own.reference);
        let form = format!("/forms/{}/container", own.draft);
        let mut owner = own.browser.clone();
        // Notes, owner, next action and plans are on the desk's page alone.
        let desk = format!("/desk/cases/{}", own.reference);
        let mut leader = council.colleague("Lee Looking", &[Role::TeamLeader], &["highways"]).await.browser;
        let sessions = "/account/details";
        let before = (owner.open(&case).await.text(), owner.open(&form).await.text());
        leader.open(&desk).await;
        let at_the_desk = leader.open(&desk).await.text();
        assert_eq!(leader.page.status, 200);
        let devices = without_times(&owner.open(sessions).await.text());
        for asker in ["nobody", "other", "member-other", "owner-other", "admin"] {
            let stranger = World::of(&council, asker).await;
            let world = World { browser: stranger.browser, ..own.clone() };
            let about_it = |route: &Route| {
                route.path.contains("{ref}") || route.path.contains("{draft}") || route.path.ends_with("/sessions/end")
            };
            for route in server::router::routes().into_iter().filter(about_it) {
                ask(&world, &council, &route).await;
            }
        }
        let after = (owner.open(&case).await.text(), owner.open(&form).await.text());
        assert_eq!(before, after);
        assert_eq!(at_the_desk, leader.open(&desk).await.text());
        assert_eq!(devices, without_times(&owner.open(sessions).await.text()));
    });
}
