//! Every type of field with everything that should not be in it: the same page, 422, what was typed, clear words; and
//! what only looks dangerous is kept as it is.

use crate::council::{answers_of, browser, council, fill, prepared, send, start, submit};
use kit::testing::{Browser, each_database, repository_migrations};

/// Fields with what is typed into them.
type Typed = &'static [(&'static str, &'static str)];

/// The page of each field, the field to spoil, and the fields that make the rest of the page good.
const FIELDS: [(&str, &str, Typed); 18] = [
    ("size", "size", &[]),
    ("site", "site-street", &[("near", "CB1 0AG")]),
    ("site", "site-postcode", &[("site-street", "Hill"), ("near", "CB1 0AG")]),
    ("site", "site-point", &[("site-street", "Hill"), ("near", "CB1 0AG")]),
    ("site", "near", &[("site-street", "Hill")]),
    ("q-check", "hurt", &[("whose", "ours")]),
    ("from", "from-day", &[("from-month", "12"), ("from-year", "2026")]),
    ("from", "from-month", &[("from-day", "1"), ("from-year", "2026")]),
    ("from", "from-year", &[("from-day", "1"), ("from-month", "12")]),
    ("people", "partner", &[("other_email", "a@b.example"), ("other_phone", "07700 900123"), ("extras", "water")]),
    ("people", "other_email", &[("partner", "Ada"), ("other_phone", "07700 900123"), ("extras", "water")]),
    ("people", "other_phone", &[("partner", "Ada"), ("other_email", "a@b.example"), ("extras", "water")]),
    ("people", "extras", &[("partner", "Ada"), ("other_email", "a@b.example"), ("other_phone", "07700 900123")]),
    ("home", "home-line1", &[("home-postcode", "CB1 0AG"), ("nickname", "AB12")]),
    ("home", "home-town", &[("home-line1", "1 Hill"), ("home-postcode", "CB1 0AG"), ("nickname", "AB12")]),
    ("home", "home-postcode", &[("home-line1", "1 Hill"), ("nickname", "AB12")]),
    ("home", "nickname", &[("home-line1", "1 Hill"), ("home-postcode", "CB1 0AG")]),
    ("why", "why", &[]),
];

async fn refused(browser: &mut Browser, path: &str, field: &str, bad: &str, rest: &[(&str, &str)]) {
    let what: String = format!("{path} {field} {:?}", bad.chars().take(40).collect::<String>());
    let page = browser.get(path).await;
    let typed = [&[(field, bad)], rest].concat();
    let answer = send(browser, path, &page, &typed).await;
    assert_eq!(answer.status, 422, "{what} leads to {}", answer.location);
    assert!(answer.body.contains("govuk-error-summary") && answer.body.contains("<title>Error: "), "{what}");
    assert!(!answer.body.contains("services-error"), "{what}: words are missing");
    for (name, value) in rest.iter().filter(|(_, value)| value.len() > 4) {
        assert!(answer.body.contains(value), "{what}: {name} was not kept");
    }
    // Options cannot show what is none of them; everything that can be typed comes back as it was typed.
    let written = !["size", "hurt", "extras"].contains(&field);
    if written && !bad.trim().is_empty() {
        let start: String = bad.trim().chars().take(1000).collect();
        assert!(unescaped(&answer.body).contains(&start), "{what}: it was not kept");
    }
    assert!(!answer.body.contains("<script>alert"), "{what}: not escaped");
}

fn unescaped(body: &str) -> String {
    let signs = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    signs.iter().fold(body.to_owned(), |body, (escaped, sign)| body.replace(escaped, sign))
}

#[test]
fn what_cannot_be_an_answer_is_refused_in_every_field() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = start(&mut ben).await;
        let long = "x".repeat(1 << 20);
        let bad = ["Mill\u{0}Road", "Mill\u{1b}[31mRoad", "Mill\u{202e}daoR", "a\u{2066}b\u{2069}", long.as_str()];
        for (page, field, rest) in FIELDS {
            let path = format!("{draft}/{page}");
            for bad in bad {
                refused(&mut ben, &path, field, bad, rest).await;
            }
        }
        // Where only a certain shape is an answer, SQL and HTML are not one.
        let shaped = |field: &str| !["site-street", "partner", "home-line1", "home-town", "why"].contains(&field);
        for (page, field, rest) in FIELDS.iter().filter(|(_, field, _)| shaped(field)) {
            for bad in ["'; DROP TABLE forms_drafts; --", "<script>alert(1)</script>", "-1e999", "🦆", "%00"] {
                refused(&mut ben, &format!("{draft}/{page}"), field, bad, rest).await;
            }
        }
    });
}

#[test]
fn what_is_left_empty_is_asked_for_in_every_field_that_needs_it() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = start(&mut ben).await;
        let may_be_empty = ["site-postcode", "site-point", "home-town", "why"];
        for (page, field, rest) in FIELDS.iter().filter(|(_, field, _)| !may_be_empty.contains(field)) {
            for empty in ["", " ", "\t \t"] {
                refused(&mut ben, &format!("{draft}/{page}"), field, empty, rest).await;
            }
        }
    });
}

#[test]
fn days_that_do_not_exist_and_numbers_out_of_range_are_refused() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = start(&mut ben).await;
        fill(&mut ben, &format!("{draft}/size"), &[("size", "full")]).await;
        for (day, month, year) in [
            ("31", "2", "2027"),
            ("29", "2", "2027"),
            ("31", "11", "2026"),
            ("0", "1", "2027"),
            ("1", "13", "2026"),
            ("1", "12", "26"),
            ("1", "12", "99999999999999999999"),
            ("-1", "12", "2026"),
            ("1", "1", "2020"),
            ("1", "6", "2027"),
            ("", "12", "2026"),
        ] {
            let rest = [("from-month", month), ("from-year", year)];
            refused(&mut ben, &format!("{draft}/from"), "from-day", day, &rest).await;
        }
        for width in ["0", "11", "2.5", "-3", "three", "9999999999999999999999"] {
            refused(&mut ben, &format!("{draft}/shed"), "shed_width", width, &[("shed_price", "1.50")]).await;
        }
        for price in ["-1", "1.234", "1000.01", "££", "9999999999999999999999"] {
            refused(&mut ben, &format!("{draft}/shed"), "shed_price", price, &[("shed_width", "3")]).await;
        }
    });
}

#[test]
fn what_only_looks_dangerous_is_kept_as_it_is() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = prepared(&mut ben).await;
        let why = "'; DROP TABLE cases; -- <script>alert(1)</script> {{ 7 * 7 }} مرحبا 👋 %s \\";
        fill(&mut ben, &format!("{draft}/why?from=check"), &[("why", why)]).await;
        let check = ben.get(&format!("{draft}/check")).await;
        assert!(
            check.body.contains("&#60;script&#62;alert(1)") && !check.body.contains("<script>alert"),
            "{}",
            check.body
        );
        let sent = submit(&mut ben, &draft).await;
        let answers = answers_of(&app, sent.location.strip_prefix("/received/").unwrap()).await;
        assert!(answers.contains("DROP TABLE cases; -- <script>alert(1)</script> {{ 7 * 7 }} مرحبا 👋"), "{answers}");
    });
}
