//! Which answers somebody was told: in the answer to their access request, and forgotten with them.

use super::{NAME, Somebody, TOLD, found_in, held};
use crate::access::world::person;
use crate::support::{Browser, Council, another};
use kit::Id;
use kit::clock::DAY;
use kit::personal::Reader;
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;
use knowledge::testing;

async fn tells(officer: &mut Browser, slug: &str, whom: &str) {
    officer.open(&format!("/desk/knowledge/{slug}/tell")).await;
    let page =
        officer.fill("Whom did you tell?", whom).fill("What are they called?", "Zed Toldwell").press("Note it").await;
    assert!(page.path.ends_with("?done=told"), "{whom}: {}", page.text());
}

/// The questions whose answers somebody was told, and the names and addresses kept with them.
async fn told(council: &Council, resident: Id, reader: Reader) -> Vec<String> {
    let parts = held(council, resident, reader).await;
    let part = parts.iter().find(|part| part.table == "knowledge_told").expect("it is told");
    part.rows.iter().map(|row| format!("{:?}", row.0)).collect()
}

#[test]
fn which_answers_somebody_was_told_is_told_to_them_and_forgotten_with_them() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let one = Somebody::new(&council, NAME).await;
        let (_, reference) = one.asks(&council, "general-enquiry", TOLD).await;
        let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        let number = another();
        let given = testing::answer(&council.app, number).await.unwrap();
        let zed = format!("zed{number}@told.example");
        for whom in [reference.as_str(), one.email.as_str(), zed.as_str()] {
            tells(&mut officer, &given.slug, whom).await;
        }
        for reader in [Reader::Themselves, Reader::Staff] {
            let rows = told(&council, one.id, reader).await;
            assert_eq!(rows.len(), 2, "{rows:?}");
            assert!(rows.iter().all(|row| row.contains(&format!("When is number {number} open?"))), "{rows:?}");
            assert!(rows.iter().all(|row| !row.contains("zed")), "{rows:?}");
        }
        // Whoever had no account when they were told is found by their address.
        let (id, _) = person(&council, &council.resident("Zed Toldwell", &zed).await).await;
        let rows = told(&council, id, Reader::Themselves).await;
        assert!(rows.len() == 1 && rows[0].contains(&zed) && rows[0].contains("Zed Toldwell"), "{rows:?}");
        let mut admin = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        admin.open(&format!("/desk/residents/{id}/erase")).await;
        admin.fill("How did they ask, and how do you know it was them?", "At the counter.").press("Erase").await;
        let kept = found_in(db.db(), &[&zed, "Zed Toldwell"], None).await;
        assert!(kept.iter().all(|place| !place.starts_with("knowledge_")), "{kept:?}");
        assert_eq!(told(&council, one.id, Reader::Staff).await.len(), 2, "of others nothing goes");
        // A year later nobody knows any more who was told.
        council.app.clock.advance(366 * DAY);
        server::wiring::clear(&council.app).await.unwrap();
        assert_eq!(told(&council, one.id, Reader::Staff).await.len(), 0);
    });
}
