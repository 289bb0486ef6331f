//! Every other form of the site: signing in, following, one's own account, the desk, the administrator's pages. What there
//! is comes from the router; what is asked comes from the pages.

use super::form::{Asked, Field, Kind, forms, lost, refused_badly, sent};
use super::tables::{AT_ANOTHER, NOT_HERE, TAKES};
use super::{ODD, hostile};
use crate::access::world::World;
use crate::support::{Browser, Council, Page, another, totp};
use kit::Id;
use kit::clock::MINUTE;
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;

/// What staff do with a record they have opened.
fn is_of_a_record(path: &str) -> bool {
    [
        "open",
        "open/withdraw",
        "authority",
        "authority/end",
        "marker",
        "marker/end",
        "born",
        "home",
        "language",
        "needs",
        "vehicles",
    ]
    .iter()
    .any(|part| path == format!("/desk/residents/{{id}}/{part}"))
}

/// What whoever has a password of their own here does with it.
fn is_of_a_password(path: &str) -> bool {
    ["/desk/set-up", "/desk/sign-in/code", "/desk/account/password", "/desk/account/renew"].contains(&path)
}

/// Who fills in the form of this address.
fn asker_of(path: &str) -> &'static str {
    match path {
        "/desk/residents/{id}/erase" => "admin",
        _ if path.starts_with("/admin/") || path.starts_with("/manage/") => "admin",
        "/desk/sign-in" | "/desk/sign-in/code" | "/desk/set-up" => "nobody",
        "/desk/knowledge/{slug}/tell" => "officer",
        "/desk/briefings/new" => "owner-own",
        _ if path.starts_with("/desk/knowledge/") => "owner-own",
        _ if path.ends_with("/hold") || path.ends_with("/release") => "owner-own",
        "/desk/cases/{ref}/on-the-spot" => "officer",
        _ if is_of_a_record(path) => "officer",
        _ if path.starts_with("/desk/") => "leader-own",
        _ if path.starts_with("/sign-") || path == "/track" => "nobody",
        _ => "own",
    }
}

/// Who fills in the form of this address, at the page that shows it.
async fn opened(council: &Council, path: &str) -> (World, Browser) {
    let mut world = World::of(council, asker_of(path)).await;
    let mut browser = world.browser.clone();
    let number = another();
    match path {
        "/sign-in/code" | "/sign-up/code" | "/sign-up/details" => {
            let door = if path.starts_with("/sign-in") { "/sign-in" } else { "/sign-up" };
            let address = format!("new{number}@post.example");
            browser.open(door).await;
            browser.fill("Email address or mobile number", &address).press("Send me a code").await;
            if path == "/sign-up/details" {
                let code = council.code_for(&address).await;
                browser.fill("Code", &code).press("Continue").await;
            }
        }
        "/track/code" => {
            let contact = format!("some{number}@post.example");
            let fields = [("reference", world.reference.as_str()), ("contact", contact.as_str())];
            browser.post("/track", &fields).await;
        }
        "/forms/{draft}/save" => {
            browser = council.browser();
            browser.post("/forms/missed-bin/start", &[]).await;
            world.draft = browser.page.path.split('/').nth(2).expect("the draft's id in its address").to_owned();
            browser.open(&world.path(path)).await;
        }
        "/appointments/{kind}/book" => {
            browser.open("/appointments/do-it-for-me?way=phone").await;
            let time = browser.page.attribute(".app-times__time", "href").expect("a time");
            browser.open(&time).await;
        }
        "/desk/outages/{id}" => {
            browser.open("/desk").await;
            browser.press("I cannot work").await;
            world.outage = browser.page.path.rsplit('/').next().expect("the report's id").to_owned();
        }
        "/desk/mail/{id}/case" | "/desk/mail/{id}/answer" => {
            browser.open(&world.path("/desk/mail/{id}")).await;
        }
        "/desk/cases/{ref}/release" => {
            browser.hold(&world.reference).await;
            browser.open(&world.path(path)).await;
        }
        "/desk/residents/{id}/release" => {
            let button = browser.about_to_hold(&world.resident).await;
            browser.press(button).await;
        }
        "/desk/linking/{proposal}/part" => {
            browser.open(&world.path("/desk/linking/{proposal}")).await;
            browser.choose("One person").type_in("keep", &world.resident).fill("Why?", "One passport");
            browser.press("Decide").await;
        }
        "/desk/openings/{id}" => opened_with_a_reason(council, &mut world, &mut browser).await,
        _ if is_of_a_password(path) => browser = set_up(council, path).await,
        _ if is_of_a_record(path) => open_of_a_record(&world, &mut browser, path).await,
        "/desk/residents/add/code" => {
            browser.open("/desk/residents/add").await;
            let address = format!("made{number}@post.example");
            browser.fill("Their email address or mobile number", &address).press("Send them a code").await;
        }
        "/account/details/verify" => {
            browser.open("/account/details/email").await;
            browser.fill("Email address", &format!("newer{number}@post.example")).press("Continue").await;
        }
        _ => {
            let shown = match path {
                "/desk/linking/{proposal}/decide" => "/desk/linking/{proposal}",
                "/desk/contacts/{id}/finish" => "/desk/contacts/{id}",
                "/cases/{ref}/message" => "/cases/{ref}",
                "/help/{slug}/wrong" => "/help/{slug}",
                "/desk/outages/{id}/done" => "/desk/outages/{id}",
                "/manage/services/{service}/team" => "/manage/services",
                other => other,
            };
            browser.open(&world.path(shown)).await;
        }
    }
    (world, browser)
}

/// A leader who finds that somebody else opened a record with a reason and without the person.
async fn opened_with_a_reason(council: &Council, world: &mut World, leader: &mut Browser) {
    let mut olu = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
    olu.open(&world.path("/desk/residents/{id}/open")).await;
    olu.choose("I am working on their matter").fill("What are you working on?", "Her letter").press("Open").await;
    let page = leader.open("/desk/openings").await;
    let mut last =
        forms(page).into_iter().filter_map(|form| Some(form.action.strip_prefix("/desk/openings/")?.to_owned()));
    world.staff = last.next_back().expect("what a leader looks into");
}

/// A form of a record, as far as it takes to be there.
async fn open_of_a_record(world: &World, browser: &mut Browser, path: &str) {
    if path.ends_with("/open/withdraw") {
        browser.open(&world.path("/desk/residents/{id}/open")).await;
        browser.choose("Somebody is asking").type_in("caller", "self").choose("Full name").press("Open").await;
    } else if !path.ends_with("/open") {
        let open = world.path("/desk/residents/{id}/open");
        browser.open(&open).await;
        browser.choose("Somebody is asking").type_in("caller", "self").choose("Full name");
        browser.choose("They showed a paper with a photograph").press("Open").await;
    }
    if path.ends_with("/authority/end") {
        browser.open(&world.path("/desk/residents/{id}/authority")).await;
        browser.choose("Said by them on this call, for today").fill("Who may speak for them", "Bo Sample");
        browser.choose("Everything it can be for").press("Save").await;
    }
    if path.ends_with("/marker/end") {
        browser.open(&world.path("/desk/residents/{id}/marker")).await;
        browser.choose("Has died.").fill("Reason", "A mistake").press("Save").await;
    }
    browser.open(&world.path(path)).await;
}

/// Opens the set-up link of somebody new; or uses it, and signs in as far as the code, or to their own password: whoever signs on with
/// the council's account alone has none to change.
async fn set_up(council: &Council, path: &str) -> Browser {
    let new = council.colleague("Nye New", &[Role::Officer], &["contact-centre"]).await;
    let mut browser = council.browser();
    browser.open(&new.link).await;
    if path == "/desk/set-up" {
        return browser;
    }
    let email = browser.page.attribute("[name=username]", "value").expect("whose link it is");
    let secret = browser.fill_set_up(council, "three brown kettles").await;
    browser.press("Finish").await;
    browser.fill("Work email address", &email).fill("Password", "three brown kettles").press("Continue").await;
    if path.starts_with("/desk/account") {
        // Each code is good once.
        council.app.clock.advance(MINUTE);
        browser.fill("Code", &totp(council, &secret)).press("Sign in").await;
        browser.open("/desk/account").await;
    }
    browser
}

/// The form of this address on the page that shows it.
async fn form_of(council: &Council, path: &str) -> Result<(Browser, Asked), String> {
    let (world, mut browser) = opened(council, path).await;
    if path.ends_with("/{ref}/reopen") {
        let mut leader = council.colleague("Lee Leader", &[Role::TeamLeader], &["highways"]).await.browser;
        leader.decide(&world.reference, true).await;
        browser.open(&world.path(path)).await;
    }
    let action = world.path(path);
    let action = action.split('?').next().unwrap_or_default();
    let found = forms(&browser.page).into_iter().find(|form| form.action.split('?').next() == Some(action));
    let none = || format!("no form for {path} on {}: {}", browser.page.path, browser.page.text());
    let form = found.filter(|form| !form.fields.is_empty()).ok_or_else(none)?;
    Ok((browser, form))
}

/// A good answer.
fn good(field: &Field) -> String {
    let number = another();
    match (field.kind, field.name.as_str()) {
        (Kind::Choice, _) => field.options.iter().find(|option| !option.is_empty()).cloned().unwrap_or_default(),
        (Kind::Secret, _) => "three brown kettles".into(),
        (_, "name") => "Robin Example".into(),
        (_, "email" | "address" | "contact" | "to" | "copy-email") => format!("robin{number}@post.example"),
        (_, "code") => "123456".into(),
        // It may be left empty, and no made-up one is anybody's.
        (_, "reference") => String::new(),
        (_, "phone") => "07700 900123".into(),
        (_, name) if name.ends_with("-day") => "1".into(),
        (_, name) if name.ends_with("-month") => "12".into(),
        (_, name) if name.ends_with("-year") => "2026".into(),
        (_, "write-to") => "1 Mill Road\nEM1 1AA".into(),
        _ => "By the bus stop".into(),
    }
}

/// Sends the form well filled in but for one field.
async fn send(
    council: &Council,
    browser: &mut Browser,
    form: &Asked,
    field: &Field,
    text: &str,
) -> (Page, Vec<(String, String)>) {
    let others: Vec<&Field> = form.fields.iter().filter(|other| other.name != field.name).collect();
    let others: Vec<(String, String)> = others.into_iter().map(|other| (other.name.clone(), good(other))).collect();
    let all: Vec<_> = others.iter().cloned().chain([(field.name.clone(), text.to_owned())]).collect();
    // Each press has a key of its own.
    let mut form = form.clone();
    for (name, value) in &mut form.hidden {
        if name == "key" && value.parse::<Id>().is_ok() {
            *value = council.app.id().to_string();
        }
    }
    (sent(browser, &form, &all).await, others)
}

/// What is wrong with how one field of a form refuses what no field takes.
async fn refuses(
    council: &Council,
    path: &str,
    field: &Field,
    (browser, form): &mut (Browser, Asked),
    wrong: &mut Vec<String>,
) -> Result<(), String> {
    for (what, text) in hostile() {
        let (page, others) = send(council, browser, form, field, &text).await;
        let named =
            |list: &[(&str, &str, &str)]| list.iter().any(|(of, name, _)| (*of, *name) == (path, field.name.as_str()));
        // Too often says nothing about what was sent.
        let takes = matches!(page.status, 303 | 429) && named(&TAKES) || page.status == 429 && named(&AT_ANOTHER);
        let shown =
            if named(&AT_ANOTHER) { others.last().map_or("", |(name, _)| name.as_str()) } else { field.name.as_str() };
        if let Some(why) = refused_badly(&page, form, shown, &others).filter(|_| !takes) {
            wrong.push(format!("{path} {}: {what} {why} {}", field.name, page.header("location")));
        }
        if page.status != 422 {
            (*browser, *form) = form_of(council, path).await?;
        }
    }
    Ok(())
}

/// What is wrong with how one field takes or refuses what is odd.
async fn survives(
    council: &Council,
    path: &str,
    field: &Field,
    (browser, form): &mut (Browser, Asked),
    wrong: &mut Vec<String>,
) -> Result<(), String> {
    for (what, text) in ODD {
        let (page, others) = send(council, browser, form, field, text).await;
        if page.body.contains("<script>alert") {
            wrong.push(format!("{path} {}: {what} comes back as markup", field.name));
        }
        // Done; or too often, which says nothing about what was sent.
        if [200, 303, 429].contains(&page.status) {
            (*browser, *form) = form_of(council, path).await?;
            continue;
        }
        // Another field may be what is wrong here; nothing is lost either way.
        if page.status != 422 || page.errors().is_empty() {
            wrong.push(format!("{path} {}: {what} is answered with {}", field.name, page.status));
            continue;
        }
        let lost = lost(&page, form, &others);
        if !lost.is_empty() {
            wrong.push(format!("{path} {}: {what} lost {lost:?}", field.name));
        }
    }
    Ok(())
}

#[test]
fn every_form_of_the_site_refuses_what_is_hostile_and_keeps_the_rest() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut wrong = Vec::new();
        for route in server::router::routes().into_iter().filter(|route| route.method == "POST") {
            if NOT_HERE.iter().any(|(path, _)| *path == route.path) {
                continue;
            }
            let mut shown = match form_of(&council, route.path).await {
                Ok(shown) => shown,
                Err(why) => {
                    wrong.push(why);
                    continue;
                }
            };
            for field in &shown.1.fields.clone() {
                let tried = refuses(&council, route.path, field, &mut shown, &mut wrong).await;
                let tried = tried.and(survives(&council, route.path, field, &mut shown, &mut wrong).await);
                wrong.extend(tried.err());
            }
        }
        assert!(wrong.is_empty(), "{} on {}:\n{}", wrong.len(), db.name(), wrong.join("\n"));
    });
}

#[test]
fn what_is_left_out_here_is_a_route() {
    for (path, why) in NOT_HERE {
        assert!(
            server::router::routes().iter().any(|route| route.method == "POST" && route.path == path),
            "{path}: {why}"
        );
    }
}
