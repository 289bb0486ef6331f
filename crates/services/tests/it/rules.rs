//! The published rules of a service, in plain words.

use crate::council::{app, definitions};
use crate::pages::{assert_no_bare_key, get};
use axum::http::StatusCode;
use kit::lang::Lang;
use kit::testing::{TestDb, repository_migrations, run};
use kit::who::Who;
use services::{Catalogue, publish};

#[test]
fn every_online_service_publishes_its_rules_in_every_language() {
    run(async {
        let db = TestDb::sqlite(repository_migrations()).await;
        let app = app(db.db());
        publish(&app, &definitions()).await.unwrap();
        for service in app.part::<Catalogue>().unwrap().all() {
            let online = service.state == services::State::Online;
            for lang in Lang::ALL {
                let (status, page) = get(&app, Who::anyone(lang), &format!("/services/{}/rules", service.id)).await;
                assert_eq!(status, if online { StatusCode::OK } else { StatusCode::NOT_FOUND }, "{}", service.id);
                assert_no_bare_key(&page);
                for bare in ["compute-", "reason-", "option-", "to-other"] {
                    assert!(!page.contains(&format!(">{bare}")) && !page.contains(&format!(": {bare}")), "{bare}");
                }
            }
        }
    });
}

#[test]
fn a_row_is_read_as_its_condition_what_follows_and_why() {
    run(async {
        let db = TestDb::sqlite(repository_migrations()).await;
        let app = app(db.db());
        publish(&app, &definitions()).await.unwrap();
        let (_, page) = get(&app, Who::anyone(Lang::EN), "/services/housing-repair/rules").await;
        let words: String = page.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect();
        assert!(words.contains("This is version 1, published on") && words.contains("28 May 2026."), "{words}");
        assert!(words.contains("Someone in the home is more at risk: a baby, over 75, pregnant, disabled or ill: Yes"));
        let service = app.part::<Catalogue>().unwrap().current("housing-repair").unwrap();
        let why = format!("Why: {}", service.text(Lang::EN, "reason-electrics"));
        assert!(page.contains(&why.replace('\'', "&#39;")) || words.contains(&why), "{why}\n{words}");
        let (_, street) = get(&app, Who::anyone(Lang::EN), "/services/street-problem/rules").await;
        assert!(street.contains("We pass it on to National Highways."), "{street}");
        assert!(street.contains("It is not ours to do. Please tell "), "{street}");
        let (_, start) = get(&app, Who::anyone(Lang::EN), "/services/housing-repair").await;
        assert!(start.contains("href=\"/services/housing-repair/rules\""));
    });
}
