//! Where somebody lives, as they say it at the desk; on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod people;

use kit::testing::{Browser, each_database, repository_migrations};
use kit::{Id, Lang, sql};
use people::{LEE, TESS, Town, desk, happened, send, town};
use residents::find::{self, keys};
use residents::{Resident, store};

sql!(HOUSEHOLD, "SELECT 1 FROM households WHERE id = $1");

/// Nobody was checked, and they wrote it.
const WRITTEN: (&str, &str) = ("written", "yes");

async fn ada(town: &Town) -> (Id, String) {
    let (id, email, lang) = (town.app.id(), None, Lang::EN);
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
        let said = tess.post(&home, &[house, street, place, ("postcode", "cb1 2ad")]).await;
        assert!(said.status == 422 && said.body.contains("Say that you have it in writing"), "{}", said.body);
        for press in ["once", "twice"] {
            let said = tess.post(&home, &[house, street, place, ("postcode", "cb1 2ad"), WRITTEN]).await;
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
fn a_home_outside_of_the_council_is_put_on_record_by_who_says_that_it_is_meant() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (id, path) = ada(&town).await;
        let (mut tess, home) = (desk(&town, TESS).await, format!("{path}/home"));
        send(&mut tess, &format!("{path}/open"), &[("purpose", "work"), ("reason", "She moved")]).await;
        assert!(!tess.get(&home).await.body.contains("Is this postcode meant?"), "it is asked of nobody before");
        let far = [("line1", "1"), ("street", "The Mall"), ("town", "London"), ("postcode", "sw1a 1aa"), WRITTEN];
        let said = tess.post(&home, &far).await;
        let words = format!("SW1A 1AA is outside of the area of {}", town.app.council.name);
        assert!(said.status == 422 && said.body.contains(&words) && said.body.contains("The Mall"), "{}", said.body);
        let lives = async || store::by_id(&mut town.app.db.read().await.unwrap(), id).await.unwrap().unwrap().household;
        assert_eq!(lives().await, None);
        let nameless = [("line1", ""), ("town", "London"), ("postcode", "sw1a 1aa"), ("outside", "yes")];
        let said = tess.post(&home, &nameless).await;
        assert!(said.status == 422 && said.body.contains("checked"), "what was said is kept: {}", said.body);
        let meant: Vec<(&str, &str)> = far.into_iter().chain([("outside", "yes")]).collect();
        assert_eq!(tess.post(&home, &meant).await.location, path);
        assert!(lives().await.is_some());
    });
}

#[test]
fn a_home_that_nobody_lives_in_any_more_is_not_kept() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let ((id, path), (other, _)) = (ada(&town).await, ada(&town).await);
        let (mut tess, home) = (desk(&town, TESS).await, format!("{path}/home"));
        send(&mut tess, &format!("{path}/open"), &[("purpose", "work"), ("reason", "She moved")]).await;
        let moves = async |tess: &mut Browser, line1: &str, postcode: &str| {
            let to = [("line1", line1), ("street", "Mill Road"), ("town", "Eastmere"), ("postcode", postcode), WRITTEN];
            assert_eq!(tess.post(&home, &to).await.location, path);
            store::by_id(&mut town.app.db.read().await.unwrap(), id).await.unwrap().unwrap().household.unwrap()
        };
        let is_kept = async |home: Id| {
            let mut read = town.app.db.read().await.unwrap();
            read.row(&HOUSEHOLD, kit::params![home]).await.unwrap().is_some()
        };
        let first = moves(&mut tess, "12", "CB1 2AD").await;
        let second = moves(&mut tess, "3", "CB1 1AA").await;
        assert_eq!((is_kept(first).await, is_kept(second).await), (false, true));
        // Somebody else lives there, too.
        let mut tx = town.app.db.begin().await.unwrap();
        store::set_household(&mut tx, other, second).await.unwrap();
        tx.commit().await.unwrap();
        let third = moves(&mut tess, "14", "CB1 1AA").await;
        assert_eq!((is_kept(second).await, is_kept(third).await), (true, true));
        let mut tx = town.app.db.begin().await.unwrap();
        for resident in [id, other] {
            residents::personal::erase(&mut tx, &town.app, &kit::who::Who::system(), resident).await.unwrap();
        }
        tx.commit().await.unwrap();
        assert_eq!((is_kept(second).await, is_kept(third).await), (false, false), "who is erased lives nowhere");
    });
}

#[test]
fn the_language_of_somebody_is_changed_for_them_at_the_desk() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (id, path) = ada(&town).await;
        let (mut tess, language) = (desk(&town, TESS).await, format!("{path}/language"));
        assert_eq!(tess.get(&language).await.location, format!("{path}/open"), "behind the record");
        send(&mut tess, &format!("{path}/open"), &[("purpose", "work"), ("reason", "She asked for Welsh")]).await;
        let wrong = tess.post(&language, &[("lang", "xx")]).await;
        assert!(wrong.status == 422 && wrong.body.contains("Choose a language"), "{}", wrong.body);
        for _ in 0..2 {
            assert_eq!(tess.post(&language, &[("lang", "cy")]).await.location, path);
        }
        let now = store::by_id(&mut town.app.db.read().await.unwrap(), id).await.unwrap().unwrap();
        assert_eq!(now.lang.tag, "cy");
        let changed = happened(&town, id).await.into_iter().filter(|(kind, _)| kind == "resident.changed").count();
        assert_eq!(changed, 1, "pressed twice it was changed once");
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
        let home = [("line1", "12"), ("street", "Mill Road"), ("town", "Eastmere"), ("postcode", "CB1 2AD"), WRITTEN];
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
