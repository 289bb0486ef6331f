//! Whatever is typed or sent into the fields of the delivered services: the same page again, 422, clear words, the other
//! answers kept; never a fault of ours.

use crate::support::{Browser, Council};
use kit::testing::{each_database, repository_migrations};

/// Field names with what is typed in them.
type Typed = &'static [(&'static str, &'static str)];

/// Where each type of field is asked: service, page, field; and the fields beside it with good answers.
const FIELDS: [(&str, &str, &str, Typed); 9] = [
    ("general-enquiry", "message", "message", &[]),
    ("missed-bin", "address", "address-line1", &[("address-town", "Eastmere"), ("address-postcode", "CB1 2AD")]),
    ("missed-bin", "address", "address-postcode", &[("address-line1", "1 Mill Road"), ("address-town", "Eastmere")]),
    ("missed-bin", "day", "due_on-day", &[("due_on-month", "11"), ("due_on-year", "2026")]),
    ("missed-bin", "day", "due_on-year", &[("due_on-day", "20"), ("due_on-month", "11")]),
    ("missed-bin", "container", "container", &[]),
    ("street-problem", "place", "place-postcode", &[("place-street", "Mill Road")]),
    ("street-problem", "place", "place-point", &[("place-street", "Mill Road")]),
    ("street-problem", "place", "place-street", &[("place-point", "somewhere north")]),
];

/// Good answers to the pages before, so that a page can be reached.
const BEFORE: [(&str, &str, Typed); 6] = [
    ("general-enquiry", "about", &[("about", "other")]),
    ("missed-bin", "container", &[("container", "rubbish")]),
    (
        "missed-bin",
        "address",
        &[("address-line1", "1 Mill Road"), ("address-town", "Eastmere"), ("address-postcode", "CB1 2AD")],
    ),
    ("street-problem", "kind", &[("kind", "drain")]),
    ("street-problem", "danger", &[("hurt_now", "no")]),
    ("street-problem", "place", &[("place-street", "Mill Road"), ("place-postcode", "CB1 2AD")]),
];

/// What people and programs send.
fn hostile() -> Vec<(&'static str, String)> {
    vec![
        ("a megabyte", "x".repeat(1 << 20)),
        ("control characters", "Mill\u{0}Road\u{7}\u{1b}[2J".into()),
        ("direction marks", "Mill \u{202e}daoR\u{2066}".into()),
        ("not a character", "Mill\u{ffff}".into()),
    ]
}

/// What only some fields take: text keeps it, a date or a choice refuses it.
fn odd() -> Vec<&'static str> {
    vec![
        "'; DROP TABLE cases; --",
        "<script>alert(1)</script>",
        "{{ 7 * 7 }}",
        "%s%n",
        "../../etc/passwd",
        "0",
        "-1",
        "31",
        "99999999999999999999",
        "🏚️",
        "null",
        "true",
        "1e9",
    ]
}

async fn begin(browser: &mut Browser, service: &str, page: &str) -> String {
    browser.post(&format!("/forms/{service}/start"), &[]).await;
    let draft = browser.page.path.split('/').take(3).collect::<Vec<_>>().join("/");
    for (of, before, typed) in BEFORE.iter().filter(|(of, before, _)| *of == service && *before != page) {
        browser.open(&format!("{draft}/{before}")).await;
        if browser.page.path.ends_with(before) {
            let answer = send(browser, typed).await;
            assert_eq!(answer, 200, "{of} {before}: {:?}", browser.page.errors());
        }
    }
    let address = format!("{draft}/{page}");
    browser.open(&address).await;
    assert_eq!(browser.page.path, address, "{}", browser.page.text());
    address
}

/// Fills these in and presses Continue; gives the status.
async fn send(browser: &mut Browser, typed: &[(&str, &str)]) -> u16 {
    for (name, text) in typed {
        browser.type_in(name, text);
    }
    browser.press("Continue").await.status
}

#[test]
fn hostile_text_is_refused_in_clear_words_and_the_rest_is_kept() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        for (service, page, field, beside) in FIELDS {
            let mut browser = council.browser();
            let address = begin(&mut browser, service, page).await;
            for (what, text) in hostile() {
                browser.open(&address).await;
                let status = send(&mut browser, &[beside, &[(field, text.as_str())]].concat()).await;
                let shown = &browser.page;
                assert_eq!(
                    (status, shown.path.as_str()),
                    (422, address.as_str()),
                    "{what} in {field}: {}",
                    shown.heading()
                );
                assert!(!shown.errors().is_empty(), "{what} in {field} is refused without a word");
                assert!(shown.texts("title").concat().starts_with("Error: "), "{what} in {field}");
                for (name, kept) in beside {
                    assert_eq!(shown.value(name), *kept, "{what} in {field} lost {name}");
                }
            }
        }
    });
}

#[test]
fn odd_text_is_kept_or_refused_and_never_a_fault() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        for (service, page, field, beside) in FIELDS {
            let mut browser = council.browser();
            let address = begin(&mut browser, service, page).await;
            for text in odd() {
                browser.open(&address).await;
                let status = send(&mut browser, &[beside, &[(field, text)]].concat()).await;
                assert!([200, 422].contains(&status), "{text} in {field}: {status}");
                assert!(!browser.page.body.contains("<script>alert"), "{text} in {field} comes back as markup");
                assert_eq!(status == 422, !browser.page.errors().is_empty(), "{text} in {field}");
            }
        }
    });
}

#[test]
fn days_that_do_not_exist_are_refused() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut browser = council.browser();
        let address = begin(&mut browser, "missed-bin", "day").await;
        for [day, month, year] in [
            ["31", "2", "2026"],
            ["29", "2", "2027"],
            ["0", "11", "2026"],
            ["32", "10", "2026"],
            ["12", "13", "2026"],
            ["1", "1", "26"],
            ["", "", ""],
            ["x", "11", "2026"],
            ["20", "11", "-2026"],
            ["1", "1", "99999"],
            ["20", "11", "1066"],
            ["20", "12", "2026"],
        ] {
            browser.open(&address).await;
            browser.type_in("due_on-day", day).type_in("due_on-month", month).type_in("due_on-year", year);
            browser.press("Continue").await;
            assert_eq!(browser.page.status, 422, "{day} {month} {year}");
            assert_eq!(browser.page.value("due_on-day"), day);
            assert_eq!(browser.page.value("due_on-year"), year);
        }
    });
}

#[test]
fn nothing_typed_where_something_is_needed_is_said_at_the_field() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        for (service, page, _, _) in FIELDS {
            let mut browser = council.browser();
            let address = begin(&mut browser, service, page).await;
            browser.press("Continue").await;
            assert_eq!((browser.page.status, browser.page.path.as_str()), (422, address.as_str()), "{service} {page}");
            let link = browser.page.attribute(".govuk-error-summary a", "href").expect("a link to the field");
            assert!(
                browser.page.attribute(&format!("[id=\"{}\"]", &link[1..]), "id").is_some(),
                "{link} leads nowhere"
            );
        }
    });
}

#[test]
fn every_form_of_the_site_takes_anything_without_a_fault() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let fields = [
            "address",
            "password",
            "code",
            "challenge",
            "reference",
            "contact",
            "text",
            "name",
            "email",
            "next",
            "key",
            "revision",
            "draft",
            "half",
            "token",
            "staff",
            "team",
            "lang",
            "session",
        ];
        for (what, text) in hostile().into_iter().chain([("markup", "\"><script>alert(1)</script>".to_owned())]) {
            let text = if text.len() > 100_000 { "x".repeat(100_000) } else { text };
            let typed: Vec<(&str, &str)> = fields.iter().map(|field| (*field, text.as_str())).collect();
            let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(typed).finish();
            for asker in ["nobody", "own", "leader-own", "admin"] {
                let world = crate::access::world::World::of(&council, asker).await;
                for route in server::router::routes().into_iter().filter(|route| route.method == "POST") {
                    let mut browser = world.browser.clone();
                    let page = browser.send("POST", &world.path(route.path), body.clone()).await;
                    assert!(page.status < 500, "{what} to {route:?} by {asker}: {}", page.status);
                    assert!(!page.body.contains("<script>alert"), "{what} to {route:?} comes back as markup");
                }
            }
        }
    });
}
