//! Services that are open to some people first: how they look in the list, the search and on their start page.

use crate::council::{app, definitions};
use crate::pages::{assert_no_bare_key, get, staff};
use axum::http::StatusCode;
use kit::db::Db;
use kit::lang::Lang;
use kit::testing::{TestDb, each_database, repository_migrations, run};
use kit::who::{Role, Who};
use kit::{App, Id};
use services::{Folder, publish};

/// The delivered definitions, missed bins open to some people only.
fn opened(to: &str) -> Folder {
    let folder = definitions();
    let (_, files) = folder.services().find(|(id, _)| *id == "missed-bin").unwrap();
    let texts = files.iter().map(|(name, text)| {
        let text = match name.as_str() {
            "service.toml" => text.replace("\n[retention]", &format!("\n[open]\n{to}\n\n[retention]")),
            _ => format!("{text}\ntoday = Ring us on 01632 960100.\n"),
        };
        (format!("missed-bin/{name}"), text)
    });
    let overlay = Folder::from_texts(texts.collect::<Vec<_>>());
    folder.overlaid(overlay)
}

async fn council(db: &Db, to: &str) -> App {
    let app = app(db);
    publish(&app, &opened(to)).await.unwrap();
    app
}

const START: &str = "action=\"/forms/missed-bin/start\"";

#[test]
fn a_service_being_tried_says_with_whom_and_how_to_get_it_today() {
    run(async {
        for (to, said, starts) in [
            ("to = \"staff\"", "our own staff first", false),
            ("to = \"wards\"\nwards = [\"E05013054\"]", "some areas first: Coleridge Ward", true),
            ("to = \"share\"\npercent = 5", "5 in every 100 people", true),
        ] {
            let db = TestDb::sqlite(repository_migrations()).await;
            let app = council(db.db(), to).await;
            let (status, page) = get(&app, Who::anyone(Lang::EN), "/services/missed-bin").await;
            assert_eq!(status, StatusCode::OK);
            assert!(page.contains(said), "{to}: {page}");
            let number =
                "Ring us on <a class=\"govuk-link app-number\" dir=\"ltr\" href=\"tel:01632960100\">01632 960100</a>.";
            assert!(page.contains("How to get this today") && page.contains(number), "{to}: {page}");
            assert_eq!(page.contains(START), starts, "{to}");
            for path in ["/services", "/search?q=missed+bin"] {
                let (_, page) = get(&app, Who::anyone(Lang::EN), path).await;
                assert!(page.contains("Being tried with some people"), "{path}");
                assert!(page.contains("href=\"/services/missed-bin\""), "{path}");
            }
            for lang in [Lang::CY, Lang::AR] {
                assert_no_bare_key(&get(&app, Who::anyone(lang), "/services/missed-bin").await.1);
            }
        }
    });
}

#[test]
fn the_list_says_of_every_service_whether_it_is_online() {
    run(async {
        let db = TestDb::sqlite(repository_migrations()).await;
        let app = council(db.db(), "to = \"everyone\"").await;
        let (_, page) = get(&app, Who::anyone(Lang::EN), "/services").await;
        assert!(page.contains("Online by 30 June 2027") && !page.contains("Being tried"));
        let line = page.split("href=\"/services/missed-bin\"").nth(1).unwrap();
        assert!(line[..line.find("<br>").unwrap()].contains("Online"), "{line}");
        let (_, page) = get(&app, Who::anyone(Lang::EN), "/services/missed-bin").await;
        assert!(page.contains(START) && !page.contains("Ring us on"), "open to everyone: no other way is needed");
    });
}

#[test]
fn a_browser_outside_of_the_share_is_told_so_every_time() {
    each_database(repository_migrations(), async |db| {
        let app = council(db.db(), "to = \"share\"\npercent = 50").await;
        let (mut inside, mut outside) = (0, 0);
        for number in 0..40_u8 {
            let who = || Who { visitor: Some(Id([number; 16])), ..Who::anyone(Lang::EN) };
            let (_, page) = get(&app, who(), "/services/missed-bin").await;
            let (_, again) = get(&app, who(), "/services/missed-bin").await;
            assert_eq!(page.contains(START), again.contains(START), "nobody flips");
            assert_ne!(page.contains(START), page.contains("You are not one of the people"));
            if page.contains(START) { inside += 1 } else { outside += 1 }
        }
        assert!(inside > 8 && outside > 8, "{inside} in, {outside} out");
    });
}

#[test]
fn a_service_owner_sees_what_each_service_is_promises_and_decides_by() {
    run(async {
        let db = TestDb::sqlite(repository_migrations()).await;
        let app = council(db.db(), "to = \"staff\"").await;
        let (status, page) = get(&app, staff(Role::ServiceOwner), "/manage/services").await;
        assert_eq!(status, StatusCode::OK);
        let row = page.split("href=\"/services/missed-bin\"").nth(1).unwrap();
        let row = &row[..row.find("</tr>").unwrap()];
        for wanted in ["28 May 2026", "our own staff first", START, "working day", "/services/missed-bin/rules"] {
            assert!(row.contains(wanted), "{wanted}: {row}");
        }
        assert!(page.contains("href=\"/manage/searches\""));
        assert_no_bare_key(&page);
    });
}
