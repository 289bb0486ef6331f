//! A draft that is not good enough goes back to whoever wrote it, with a reason.

use crate::town::{Town, answer, approve, rewrite, send, tip};
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;

const TIP: &str = "/desk/knowledge/when-is-the-tip-open";
const WHY: &str = "The tip shuts at four in winter: say so.";

#[test]
fn a_draft_goes_back_to_its_writer_with_a_reason_and_waits_again_once_it_is_changed() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let (mut owner, mut leader) = tip(&town, &[]).await;
        rewrite(&mut owner, &[("answer-en", "From eight.")]).await;
        let back = format!("{TIP}/return");
        let page = leader.get(&format!("{TIP}/approve")).await.body;
        assert!(page.contains(&format!("href=\"{back}\"")), "{page}");
        let empty = send(&mut leader, &back, &[("reason", " ")]).await;
        assert!(empty.status == 422 && empty.body.contains("Write what has to change"), "{}", empty.body);
        let key = leader.get(&back).await.field("key");
        for press in ["once", "twice"] {
            let sent = leader.post(&back, &[("key", &key), ("revision", "1"), ("reason", WHY)]).await;
            assert_eq!(sent.location, format!("{TIP}?done=returned"), "{press}: {}", sent.body);
        }
        assert_eq!(town.happened("article.returned").await, 1);
        // The writer reads it on their list, on the answer, on the draft and where they change it.
        for path in ["/desk/knowledge/work".to_owned(), TIP.into(), format!("{TIP}/approve"), format!("{TIP}/edit")] {
            let shown = owner.get(&path).await.body;
            assert!(shown.contains(WHY) && shown.contains("Lee Leader"), "{path}: {shown}");
        }
        assert!(owner.get(&format!("{TIP}/approve")).await.body.contains(&format!("href=\"{TIP}/edit\"")));
        // Until it is changed it waits for nobody else.
        let mut second = town.staff("Lou Leader", Role::TeamLeader).await;
        let (draft, list) =
            (second.get(&format!("{TIP}/approve")).await.body, second.get("/desk/knowledge/work").await);
        assert!(!draft.contains(">Approve<") && !draft.contains(&back), "{draft}");
        assert!(!list.body.contains("You can approve it"), "{}", list.body);
        assert_eq!(second.get(&back).await.location, format!("{TIP}/approve"));
        let late = [("key", "0190a2b3-c4d5-7e6f-8091-a2b3c4d5e6f7"), ("revision", "1"), ("correction", "no")];
        assert_eq!(second.post(&format!("{TIP}/approve"), &late).await.status, 409);
        let again = [("key", "0190a2b3-c4d5-7e6f-8091-a2b3c4d5e6f8"), ("revision", "1"), ("reason", "Me too")];
        assert_eq!(second.post(&back, &again).await.status, 409);
        assert!(second.get(TIP).await.body.contains("from nine to five"), "what stands still stands");
        // Changed, it waits again, with what was said of it; approved, that stays beside the version.
        rewrite(&mut owner, &[("answer-en", "From eight; in winter until four.")]).await;
        let (draft, list) =
            (second.get(&format!("{TIP}/approve")).await.body, second.get("/desk/knowledge/work").await);
        assert!(draft.contains(">Approve<") || draft.contains("Approve\n"), "{draft}");
        assert!(draft.contains(WHY) && list.body.contains("You can approve it"), "{draft}{}", list.body);
        assert!(!owner.get(TIP).await.body.contains("was sent back"));
        approve(&mut second, "no").await;
        assert!(owner.get(&format!("{TIP}/versions/2")).await.body.contains(WHY));
        assert!(!owner.get(&format!("{TIP}/versions/1")).await.body.contains(WHY));
        // The next draft begins without it.
        rewrite(&mut owner, &[("answer-en", "From half past eight.")]).await;
        assert!(!second.get(&format!("{TIP}/approve")).await.body.contains(WHY));
    });
}

#[test]
fn who_may_not_approve_a_draft_sends_none_back_and_a_changed_one_is_read_first() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let (mut owner, mut leader) = tip(&town, &[]).await;
        let back = format!("{TIP}/return");
        assert_eq!(leader.get(&back).await.status, 404, "there is no draft");
        rewrite(&mut owner, &[("answer-en", "From eight.")]).await;
        let mut officer = town.staff("Tess Officer", Role::Officer).await;
        let pressed = [("key", "0190a2b3-c4d5-7e6f-8091-a2b3c4d5e6f7"), ("revision", "1"), ("reason", WHY)];
        for browser in [&mut owner, &mut officer] {
            assert_eq!(browser.get(&back).await.status, 403);
            assert_eq!(browser.post(&back, &pressed).await.status, 403);
        }
        assert!(!owner.get(&format!("{TIP}/approve")).await.body.contains(&back), "their own draft");
        let again = send(&mut owner, &format!("{TIP}/edit"), &answer(&[("answer-en", "From seven.")])).await;
        assert_eq!(again.status, 303, "{}", again.body);
        assert_eq!(leader.post(&back, &pressed).await.status, 409, "it was changed after it was read");
        assert_eq!(town.happened("article.returned").await, 0);
    });
}
