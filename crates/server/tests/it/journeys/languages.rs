//! Welsh and Arabic from the first page to the message at the end.

use crate::support::{Browser, Council, Page};
use kit::Lang;
use kit::testing::{each_database, repository_migrations};

/// The first option of the page's choices, chosen; text typed where text is asked for.
async fn answer_whatever_is_asked(browser: &mut Browser, council: &Council, lang: Lang) {
    let page: &Page = &browser.page;
    let mut typed: Vec<(String, String)> = Vec::new();
    let mut asked = page.texts("main fieldset input[type=radio]").len();
    for (at, name) in page.names("main input[type=radio]") {
        if !typed.iter().any(|(other, _)| *other == name) {
            typed.push((name, at));
        }
        asked += 1;
    }
    let texts = [
        ("street", "12 Mill Road"),
        ("postcode", "CB1 2AD"),
        ("contact-email", "nia@post.example"),
        ("contact-name", "Nia"),
    ];
    for (_, name) in page.names("main input[type=text], main input[type=email]") {
        let known = texts.iter().find(|(end, _)| name.ends_with(end));
        typed.extend(known.map(|(_, text)| (name, (*text).to_owned())));
    }
    assert!(asked + typed.len() > 0 || !page.names("textarea").is_empty(), "{} asks nothing", page.path);
    for (name, text) in typed {
        let text = if name == "hurt_now" || name == "offensive" { "no".to_owned() } else { text };
        browser.type_in(&name, &text);
    }
    browser.press(&council.t(lang, "forms-continue")).await;
}

#[test]
fn a_report_in_welsh_or_arabic_is_answered_in_it() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        for (tag, query, dir) in [("cy", "twll yn y ffordd", "ltr"), ("ar", "حفرة في الطريق", "rtl")] {
            let lang = Lang::of(tag).unwrap();
            let mut nia = council.browser();
            nia.open("/").await;
            nia.open(&format!("/language/{tag}?to=/")).await;
            assert_eq!(nia.page.attribute("html", "dir").as_deref(), Some(dir));
            nia.fill(&council.t(lang, "server-start-search"), query)
                .press(&council.t(lang, "server-start-button"))
                .await;
            let found = nia.page.attribute("main a[href=\"/services/street-problem\"]", "href");
            nia.open(&found.expect("found by its own words")).await;
            nia.press(&council.t(lang, "services-start-button")).await;
            for _ in 0..12 {
                if nia.page.path.ends_with("/check") {
                    break;
                }
                if nia.page.path.ends_with("/nearby") {
                    nia.choose(&council.t(lang, "forms-nearby-different"))
                        .press(&council.t(lang, "forms-continue"))
                        .await;
                    continue;
                }
                answer_whatever_is_asked(&mut nia, &council, lang).await;
                assert_eq!(nia.page.status, 200, "{} {:?}", nia.page.path, nia.page.errors());
                assert_eq!(nia.page.attribute("html", "lang").as_deref(), Some(tag), "{}", nia.page.path);
            }
            nia.press(&council.t(lang, "forms-check-send")).await;
            let reference = nia.reference();
            let told = council.newest_to("nia@post.example").await;
            assert_eq!(told.lang.tag, tag);
            let told_with = reference.parse::<kit::Reference>().unwrap().grouped();
            let values = [("reference", told_with.as_str().into())];
            assert_eq!(told.subject, council.app.words.with(lang, "cases-told-opened-subject", &values));
            assert!(tag != "ar" || told.text.contains('ا'), "{}", told.text);
        }
    });
}
