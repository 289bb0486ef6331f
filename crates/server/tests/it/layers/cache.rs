//! The cache of public pages: one for each language and revision of the definitions, never anybody's own page.

use crate::support::{Browser, Council};
use kit::route::Kind;
use kit::testing::{each_database, on_sqlite, repository_migrations};
use kit::who::Role;

fn public() -> Vec<&'static str> {
    let routes = server::router::routes().into_iter().filter(|route| route.kind == Kind::Public);
    routes.map(|route| route.path).collect()
}

fn concrete(path: &str) -> String {
    path.replace("{service}", "missed-bin")
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
