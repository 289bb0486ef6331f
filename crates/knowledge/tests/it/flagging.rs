//! "This is wrong": by colleagues and by anybody, to the owner, closed with a reply.

use crate::town::{Town, send, tip};
use kit::clock::DAY;
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;

const TIP: &str = "/desk/knowledge/when-is-the-tip-open";

#[test]
fn what_is_said_to_be_wrong_reaches_its_owner_and_is_closed_with_a_reply() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let (mut owner, _) = tip(&town, &[]).await;
        let mut officer = town.staff("Tess Officer", Role::Officer).await;
        let mut other = town.staff("Otto Owner", Role::ServiceOwner).await;
        let wrong = format!("{TIP}/wrong");
        assert_eq!(send(&mut officer, &wrong, &[("text", " ")]).await.status, 422);
        let key = officer.get(&wrong).await.field("key");
        for _ in 0..2 {
            let said = officer.post(&wrong, &[("key", &key), ("text", "Shut on Fridays, says the sign")]).await;
            assert_eq!(said.location, format!("{TIP}?done=wrong"), "{}", said.body);
        }
        let list = owner.get("/desk/knowledge/work").await.body;
        assert_eq!(list.matches("Shut on Fridays, says the sign").count(), 1, "{list}");
        assert!(list.contains("Tess Officer"), "{list}");
        assert!(!other.get("/desk/knowledge/work").await.body.contains("Shut on Fridays"), "it is Olga's");
        assert!(other.get("/desk/knowledge/work?whose=all").await.body.contains("Shut on Fridays"));
        let flag = list.split("/desk/knowledge/flags/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let path = format!("/desk/knowledge/flags/{flag}");
        assert_eq!(officer.get(&path).await.status, 403, "who says it does not answer it");
        assert_eq!(send(&mut owner, &path, &[("reply", "")]).await.status, 422);
        for reply in ["You are right: it is changed", "Pressed again"] {
            let closed = owner.post(&path, &[("reply", reply)]).await;
            assert_eq!(closed.location, format!("{TIP}?done=answered"), "{}", closed.body);
        }
        let page = officer.get(TIP).await.body;
        assert!(page.contains("You are right: it is changed") && !page.contains("Pressed again"), "{page}");
        assert!(!owner.get("/desk/knowledge/work").await.body.contains("Shut on Fridays"));
        // The words go some time after; that it was said stays on record.
        let me = officer.who(TIP).await.id();
        assert!(officer.get(TIP).await.body.contains("Shut on Fridays"));
        town.app.clock.advance(91 * DAY);
        officer = town.sign_in(me).await;
        let mut tx = town.app.db.begin().await.unwrap();
        assert_eq!(knowledge::sweep(&mut tx, &town.app).await.unwrap(), 1);
        assert_eq!(knowledge::sweep(&mut tx, &town.app).await.unwrap(), 0);
        tx.commit().await.unwrap();
        let page = officer.get(TIP).await;
        assert!(page.status == 200 && !page.body.contains("Shut on Fridays"), "{}", page.body);
    });
}

#[test]
fn anybody_says_once_a_press_that_an_answer_is_wrong_and_nothing_is_kept_of_them() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let (mut owner, _) = tip(&town, &[]).await;
        let mut reader = town.browser();
        let (page, wrong) = ("/help/when-is-the-tip-open", "/help/when-is-the-tip-open/wrong");
        let key = reader.get(page).await.field("key");
        let empty = reader.post(wrong, &[("key", &key), ("text", "")]).await;
        assert_eq!(empty.status, 422);
        assert!(
            empty.body.contains("Write what is wrong")
                && empty.body.contains("<details id=\"wrong\" class=\"govuk-details\" open>")
        );
        for _ in 0..3 {
            let said = reader.post(wrong, &[("key", &key), ("text", "The gate was locked at four")]).await;
            assert_eq!(said.location, format!("{page}?done=wrong"));
        }
        assert!(reader.get(&format!("{page}?done=wrong")).await.body.contains("Thank you."));
        assert!(reader.cookies.is_empty(), "no session for that");
        let list = owner.get("/desk/knowledge/work").await.body;
        assert_eq!(list.matches("The gate was locked at four").count(), 1, "{list}");
        assert!(list.contains("Somebody on the page for everybody"));
        // A list of thousands helps nobody.
        for _ in 1..50 {
            assert_eq!(send_flag(&town, page).await, format!("{page}?done=wrong"));
        }
        assert_eq!(send_flag(&town, page).await, format!("{page}?done=known"));
    });
}

async fn send_flag(town: &Town, page: &str) -> String {
    let mut reader = town.browser();
    let key = reader.get(page).await.field("key");
    reader.post(&format!("{page}/wrong"), &[("key", &key), ("text", "Wrong")]).await.location
}
