//! The numbers of those on duty, and the drafts a service owner sees waiting.

use crate::council;
use crate::pages::{get, staff};
use kit::app::{Boxed, Council};
use kit::db::Conn;
use kit::lang::Lang;
use kit::testing::{repository_migrations, run};
use kit::who::{Role, Who};
use kit::{App, Result};
use services::{Behind, publish};

fn two_drafts<'a>(_: &'a mut Conn, service: &'a str, _: i64) -> Boxed<'a, Result<i64>> {
    Box::pin(async move { Ok(if service == "missed-bin" { 2 } else { 0 }) })
}

async fn with(council: Council) -> App {
    let db = kit::testing::TestDb::sqlite(repository_migrations()).await;
    let mut parts = council::parts(db.db(), 1).with(Behind(two_drafts));
    parts.council = council;
    let app = parts.build();
    publish(&app, &council::definitions()).await.unwrap();
    app
}

#[test]
fn each_danger_has_the_number_of_its_team_where_the_council_gives_one() {
    run(async {
        let written = r#"
            phone = "01632 960100"
            out_of_hours = "01632 960199"
            [duty.child-at-risk]
            phone = "01632 960110"
            out_of_hours = "01632 960191"
        "#;
        let app = with(toml::from_str(written).unwrap()).await;
        let page = async |words: &str| {
            let path = format!("/search?q={}", words.replace(' ', "+"));
            get(&app, Who::anyone(Lang::EN), &path).await.1
        };
        let child = page("a child is being hurt next door").await;
        assert!(child.contains("tel:01632960110") && child.contains("01632 960191"), "{child}");
        let homeless = page("nowhere to sleep tonight").await;
        assert!(
            homeless.contains("tel:01632960100") && homeless.contains("01632 960199"),
            "the council's own: {homeless}"
        );
        assert!(
            toml::from_str::<Council>("[duty.child]\nphone = \"1\"").is_err(),
            "a danger mistyped is no danger lost"
        );
    });
}

#[test]
fn a_service_owner_sees_how_many_drafts_are_on_an_older_version() {
    run(async {
        let app = with(Council::default()).await;
        let (_, page) = get(&app, staff(Role::ServiceOwner), "/manage/services").await;
        assert_eq!(page.matches("2 drafts are on an older version").count(), 1, "{page}");
        assert!(!page.contains("0 drafts"));
    });
}
