//! The pages of the services, as a browser gets them.

use crate::council;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::{Extension, Router};
use http_body_util::BodyExt;
use kit::db::Db;
use kit::lang::Lang;
use kit::testing::{each_database, repository_migrations, run};
use kit::who::{Person, Role, Staff, Who};
use kit::{App, Id};
use services::{Catalogue, publish};
use tower::ServiceExt;

async fn council(db: &Db) -> App {
    let app = council::app(db);
    publish(&app, &council::definitions()).await.unwrap();
    app
}

pub fn staff(role: Role) -> Who {
    let staff = Staff { id: Id([7; 16]), name: "Demo Person".into(), roles: vec![role], teams: vec![] };
    Who { person: Person::Staff(staff), ..Who::anyone(Lang::EN) }
}

async fn ask(app: &App, who: Who, request: Request<Body>) -> (StatusCode, String) {
    let routes = services::routes().into_iter();
    let router = routes.fold(Router::new(), |router, route| router.route(route.path, route.handler));
    let answer = router.layer(Extension(who)).with_state(app.clone()).oneshot(request).await.unwrap();
    let status = answer.status();
    let location = answer.headers().get("location").map(|place| place.to_str().unwrap().to_owned());
    let body = answer.into_body().collect().await.unwrap().to_bytes();
    (status, location.unwrap_or_else(|| String::from_utf8(body.to_vec()).unwrap()))
}

pub async fn get(app: &App, who: Who, path: &str) -> (StatusCode, String) {
    ask(app, who, Request::get(path).body(Body::empty()).unwrap()).await
}

pub async fn post(app: &App, who: Who, path: &str, fields: &str) -> (StatusCode, String) {
    let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
    ask(app, who, request.body(Body::from(fields.to_owned())).unwrap()).await
}

/// A page's words without markup, so that a key nobody translated stands out.
pub fn assert_no_bare_key(page: &str) {
    let visible: String = page.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect();
    for prefix in ["services-", "page-"] {
        assert!(!visible.contains(prefix), "a bare key: {}", &visible[visible.find(prefix).unwrap()..][..40]);
    }
}

#[test]
fn every_public_page_is_complete_in_every_language() {
    run(async {
        let db = kit::testing::TestDb::sqlite(repository_migrations()).await;
        let app = council(db.db()).await;
        let catalogue = app.part::<Catalogue>().unwrap();
        for lang in Lang::ALL {
            let mut paths = vec!["/services".to_owned(), "/search".into(), "/search?q=qqqqqqqqq".into()];
            paths.push("/search?q=smell+gas".into());
            paths.extend(catalogue.all().iter().map(|service| format!("/services/{}", service.id)));
            for path in paths {
                let (status, page) = get(&app, Who::anyone(lang), &path).await;
                assert_eq!(status, StatusCode::OK, "{path}");
                assert!(page.contains(&format!("lang=\"{}\" dir=\"{}\"", lang.tag, lang.dir)), "{path}");
                assert_no_bare_key(&page);
            }
        }
        let (status, _) = get(&app, Who::anyone(Lang::EN), "/services/nothing-of-the-kind").await;
        assert_eq!(status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_service_with_a_form_starts_it_and_one_without_says_how_to_get_it_today() {
    run(async {
        let db = kit::testing::TestDb::sqlite(repository_migrations()).await;
        let app = council(db.db()).await;
        let (_, online) = get(&app, Who::anyone(Lang::EN), "/services/street-problem").await;
        assert!(online.contains("action=\"/forms/street-problem/start\""));
        assert!(online.contains("2 hours to 15 working days") && online.contains("tel:999"));
        let (_, promised) = get(&app, Who::anyone(Lang::CY), "/services/resident-permit").await;
        assert!(promised.contains("Ffoniwch y tîm parcio") && promised.contains("31 Mawrth 2027"));
        assert!(!promised.contains("/forms/resident-permit/start"));
        assert!(promised.contains("href=\"tel:01632960100\"") && promised.contains("href=\"/services/call-me-back\""));
        let (_, safety) = get(&app, Who::anyone(Lang::EN), "/services/community-safety-report").await;
        assert!(safety.contains("href=\"tel:101\"") && safety.contains("href=\"tel:0800555111\""), "{safety}");
    });
}

#[test]
fn search_shows_danger_before_services_and_escapes_what_was_typed() {
    run(async {
        let db = kit::testing::TestDb::sqlite(repository_migrations()).await;
        let app = council(db.db()).await;
        let (_, page) = get(&app, Who::anyone(Lang::EN), "/search?q=nowhere+to+sleep+tonight+housing").await;
        let danger = page.find("app-danger").expect("the number");
        assert!(page.contains("01632 960100") && page.contains("01632 960199"), "also out of hours");
        assert!(danger < page.find("<h1").unwrap(), "danger comes first");
        let (_, page) = get(&app, Who::anyone(Lang::EN), "/search?q=bin+not+colected").await;
        assert!(!page.contains("app-danger"));
        let (_, page) = get(&app, Who::anyone(Lang::EN), "/search?q=qqqqqqqqq").await;
        assert!(page.contains("href=\"/services/general-enquiry\">Ask us</a>"), "{page}");
        let (_, page) = get(&app, Who::anyone(Lang::EN), "/search?q=bin+not+colected").await;
        assert!(page.contains("href=\"/services/missed-bin\""));
        let (_, page) = get(&app, Who::anyone(Lang::EN), "/search?q=%3Cscript%3Ealert(1)%3C/script%3E").await;
        assert!(!page.contains("<script>alert"));
    });
}

#[test]
fn an_administrator_gives_a_service_to_another_team_and_a_late_second_is_refused() {
    each_database(repository_migrations(), async |db| {
        let app = council(db.db()).await;
        let mut tx = app.db.begin().await.unwrap();
        for (code, name) in [("highways", "Highways"), ("trees", "Trees")] {
            workforce::store::insert_team(&mut tx, app.id(), code, name).await.unwrap();
        }
        tx.commit().await.unwrap();
        let path = "/manage/services/street-problem/team";
        let (status, to) = post(&app, staff(Role::Administrator), path, "team=trees&revision=0").await;
        assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, "/manage/services?given=street-problem"));
        let twice = post(&app, staff(Role::Administrator), path, "team=trees&revision=0").await;
        assert_eq!(twice, (StatusCode::SEE_OTHER, to.clone()), "pressed twice");
        let catalogue = app.part::<Catalogue>().unwrap();
        let definition = catalogue.current("street-problem").unwrap();
        assert_eq!(catalogue.owner(&definition), "trees");
        let (status, page) = post(&app, staff(Role::Administrator), path, "team=highways&revision=0").await;
        assert_eq!(status, StatusCode::CONFLICT, "somebody else changed it first");
        assert!(page.contains("to Trees while you were looking"), "it says what changed: {page}");
        assert!(page.contains("name=\"revision\" value=\"1\""), "and goes on from there: {page}");
        let (status, page) = post(&app, staff(Role::Administrator), path, "team=nobody&revision=1").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("Choose one of the teams."));
        let (status, page) = get(&app, staff(Role::Administrator), &to).await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("now goes to Trees."));
        assert!(page.contains("data-label=\"Version\"><span class=\"app-unbroken\">1, "), "a card on a phone: {page}");
        assert_no_bare_key(&page);
    });
}

#[test]
fn only_those_who_may_see_and_give() {
    run(async {
        let db = kit::testing::TestDb::sqlite(repository_migrations()).await;
        let app = council(db.db()).await;
        let path = "/manage/services/street-problem/team";
        assert_eq!(get(&app, Who::anyone(Lang::EN), "/manage/services").await.0, StatusCode::UNAUTHORIZED);
        assert_eq!(get(&app, staff(Role::Officer), "/manage/services").await.0, StatusCode::FORBIDDEN);
        assert_eq!(get(&app, staff(Role::ServiceOwner), "/manage/services").await.0, StatusCode::OK);
        let (status, _) = post(&app, staff(Role::ServiceOwner), path, "team=trees&revision=0").await;
        assert_eq!(status, StatusCode::FORBIDDEN);
    });
}
