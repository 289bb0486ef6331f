//! Where somebody lives, as they say it at the desk; on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod people;

use kit::testing::{each_database, repository_migrations};
use kit::{Id, Lang};
use people::{LEE, TESS, Town, desk, happened, send, town};
use residents::find::{self, keys};
use residents::{Resident, store};

async fn ada(town: &Town) -> (Id, String) {
    let (id, email, lang) = (town.app.id(), Some("ada@post.example".into()), Lang::EN);
    let (phone, password_hash, household, made_at) = (None, None, None, town.app.now());
    let ada = Resident {
        id,
        revision: 1,
        name: "Ada Testwell".into(),
        email,
        phone,
        password_hash,
        lang,
        household,
        made_at,
    };
    let mut tx = town.app.db.begin().await.unwrap();
    store::insert_resident(&mut tx, &ada).await.unwrap();
    keys::write(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    (id, format!("/desk/residents/{id}"))
}

#[test]
fn a_home_is_put_on_record_and_they_are_found_by_it() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (id, path) = ada(&town).await;
        let (mut tess, home) = (desk(&town, TESS).await, format!("{path}/home"));
        assert_eq!(tess.get(&home).await.location, format!("{path}/open"), "behind the record");
        send(&mut tess, &format!("{path}/open"), &[("purpose", "work"), ("reason", "She moved")]).await;
        let (house, street, place) = (("line1", "12"), ("street", "Mill Road"), ("town", "Eastmere"));
        for (fields, words) in [
            ([("line1", " "), street, place, ("postcode", "CB1 2AD")], "Type the number or name"),
            ([house, street, ("town", ""), ("postcode", "CB1 2AD")], "Type the town"),
            ([house, street, place, ("postcode", "CB1")], "Type a whole postcode"),
        ] {
            let said = tess.post(&home, &fields).await;
            assert!(
                said.status == 422 && said.body.contains(words) && said.body.contains("Mill Road"),
                "{}",
                said.body
            );
        }
        for press in ["once", "twice"] {
            let said = tess.post(&home, &[house, street, place, ("postcode", "cb1 2ad")]).await;
            assert_eq!(said.location, path, "{press}");
        }
        let found = find::find(&mut town.app.db.read().await.unwrap(), "mill road").await.unwrap();
        assert_eq!(found.people.len(), 1);
        let page = tess.get(&home).await.body;
        assert!(page.contains("Mill Road") && page.contains("CB1 2AD"), "{page}");
        let changed = happened(&town, id).await.into_iter().filter(|(kind, _)| kind == "resident.changed").count();
        assert_eq!(changed, 1, "pressed twice it was changed once");
        // A safe address is not shown, not even where it is changed.
        send(&mut tess, &format!("{path}/marker"), &[("kind", "guarded"), ("reason", "She asked")]).await;
        let page = tess.get(&home).await.body;
        assert!(!page.contains("Mill Road") && page.contains("They have a safe address"), "{page}");
    });
}

#[test]
fn who_is_confidential_is_found_by_name_and_not_by_their_home() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (id, path) = ada(&town).await;
        let (mut tess, mut lee) = (desk(&town, TESS).await, desk(&town, LEE).await);
        let work = [("purpose", "work"), ("reason", "Her letter")];
        send(&mut tess, &format!("{path}/open"), &work).await;
        let home = [("line1", "12"), ("street", "Mill Road"), ("town", "Eastmere"), ("postcode", "CB1 2AD")];
        assert_eq!(tess.post(&format!("{path}/home"), &home).await.location, path);
        let found =
            async |typed: &str| find::find(&mut town.app.db.read().await.unwrap(), typed).await.unwrap().people.len();
        assert_eq!((found("12 mill").await, found("cb1 2ad").await), (1, 1));
        let kept = [("kind", "restricted"), ("reason", "Lives with a colleague")];
        assert_eq!(send(&mut tess, &format!("{path}/marker"), &kept).await.location, path);
        assert_eq!((found("12 mill").await, found("cb1 2ad").await), (0, 0));
        assert_eq!(found("testwell").await, 1, "that the record is there");
        send(&mut lee, &format!("{path}/open"), &work).await;
        let marker = store::record::markers(&mut town.app.db.read().await.unwrap(), id).await.unwrap().remove(0).id;
        let off = [("marker", &*marker.to_string()), ("reason", "She moved out")];
        assert_eq!(send(&mut lee, &format!("{path}/marker/end"), &off).await.location, path);
        assert_eq!((found("12 mill").await, found("cb1 2ad").await), (1, 1), "as before");
    });
}
