//! Where somebody lives, as they say it at the desk; on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod people;

use kit::testing::{Browser, each_database, repository_migrations};
use kit::{Id, Lang, sql};
use people::{LEE, SAM, TESS, Town, desk, happened, save, send, town};
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
            assert_eq!(save(tess, &home, &to).await.location, path);
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
        let revision = tess.get(&language).await.field("revision");
        for _ in 0..2 {
            assert_eq!(tess.post(&language, &[("lang", "cy"), ("revision", &revision)]).await.location, path);
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

/// Two who have the record open: what the first saved, the second sees before it goes, and what they typed is kept.
#[test]
fn who_saves_after_somebody_else_is_shown_what_stands_and_overwrites_nothing_unseen() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (id, path) = ada(&town).await;
        let (mut tess, mut sam) = (desk(&town, TESS).await, desk(&town, SAM).await);
        for browser in [&mut tess, &mut sam] {
            send(browser, &format!("{path}/open"), &[("purpose", "work"), ("reason", "She moved")]).await;
        }
        let home = format!("{path}/home");
        let at = |line1, street| {
            [("line1", line1), ("street", street), ("town", "Eastmere"), ("postcode", "CB1 2AD"), WRITTEN]
        };
        assert_eq!(save(&mut tess, &home, &at("1", "Low Row")).await.location, path);
        let born = |year| [("born-day", "14"), ("born-month", "3"), ("born-year", year)];
        assert_eq!(save(&mut tess, &format!("{path}/born"), &born("1970")).await.location, path);
        let [first, second, third] = [["12", "cy", "1971"], ["3", "ar", "1972"], ["4", "en", "1973"]];
        let fields = |[line1, lang, year]: [&'static str; 3]| {
            [
                ("home", at(line1, "Mill Road").to_vec()),
                ("language", vec![("lang", lang)]),
                ("born", born(year).to_vec()),
            ]
        };
        for (at, stands, kept) in [
            (0, "The home is now 12 Mill Road, Eastmere, CB1 2AD", "value=\"3\""),
            (1, "The language is now Cymraeg", "value=\"ar\" checked"),
            (2, "The date of birth is now 14 March 1971", "value=\"1972\""),
        ] {
            let [(page, quick), (_, slow), (_, again)] = [first, second, third].map(|of| fields(of)[at].clone());
            let page = format!("{path}/{page}");
            let seen = sam.get(&page).await.field("revision");
            assert_eq!(save(&mut tess, &page, &quick).await.location, path);
            let with = |fields: &[(&'static str, &'static str)], revision: &str| {
                let mut all: Vec<_> = fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
                all.push(("revision", revision.to_owned()));
                all
            };
            let mut press = async |fields: Vec<(&'static str, String)>| {
                let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                sam.post(&page, &fields).await
            };
            // What is wrong besides does not make an old page a new one.
            let wrong: Vec<_> = slow.iter().map(|(name, _)| (*name, "?")).collect();
            let said = press(with(&wrong, &seen)).await;
            assert_eq!((said.status, said.field("revision")), (422, seen.clone()), "{page}");
            let said = press(with(&slow, &seen)).await;
            assert!(said.status == 422 && said.body.contains(stands) && said.body.contains(kept), "{}", said.body);
            let unseen = press(slow.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()).await;
            assert_eq!(unseen.status, 422, "{page}: who says nothing of what they saw overwrites nothing");
            assert_eq!(press(with(&quick, &seen)).await.location, path, "{page}: what is the same overwrites nothing");
            // Whoever has seen it saves; what they do is done.
            assert_eq!(press(with(&slow, &said.field("revision"))).await.location, path);
            assert_eq!(press(with(&again, &seen)).await.status, 422, "{page}");
        }
        let mut read = town.app.db.read().await.unwrap();
        let now = store::keys::person(&mut read, id).await.unwrap().unwrap();
        assert_eq!((now.home.unwrap().line1, now.born.unwrap()), ("3".to_owned(), "1972-03-14".to_owned()));
        assert_eq!(store::by_id(&mut read, id).await.unwrap().unwrap().lang.tag, "ar");
        drop(read);
        // A safe address is not shown here either.
        let seen = sam.get(&home).await.field("revision");
        assert_eq!(save(&mut tess, &home, &at("7", "High Street")).await.location, path);
        send(&mut tess, &format!("{path}/marker"), &[("kind", "guarded"), ("reason", "She asked")]).await;
        let late = [&at("8", "Other Lane")[..], &[("revision", seen.as_str())]].concat();
        let said = sam.post(&home, &late).await;
        let tells = said.body.contains("High Street");
        assert!(said.status == 422 && said.body.contains("They have a safe address") && !tells, "{}", said.body);
    });
}
