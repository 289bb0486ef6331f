//! Which records are of one person: found as they come, explained, joined by a person and parted again; on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod pairs;
mod people;

use kit::facts::Subject;
use kit::testing::{Browser, each_database, repository_migrations};
use kit::{Id, looks};
use pairs::*;
use residents::find::keys;
use residents::linking;
use residents::store::{self, record};

#[test]
fn whoever_comes_or_changes_is_matched_and_a_name_alone_proposes_nothing() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let one = person(&town, "Ada Testwell", "", MILL, "ada@post.example").await;
        let other = person(&town, "Ada Testwell", "", QUAY, "quiet.heron@mail.example").await;
        person(&town, "Olga Placeholder", "1970-03-14", QUAY, "olga@post.example").await;
        all_matched(&town).await;
        assert_eq!(state(&town, one, other).await, "not proposed", "many people have one name");
        let born = async |id: Id, born: &str| {
            let mut tx = town.app.db.begin().await.unwrap();
            record::set_particulars(&mut tx, id, Some(born), false).await.unwrap();
            keys::write(&mut tx, id).await.unwrap();
            tx.commit().await.unwrap();
            all_matched(&town).await;
        };
        born(one, "1970-03-14").await;
        assert_eq!(state(&town, one, other).await, "not proposed");
        born(other, "1970-03-14").await;
        assert_eq!(state(&town, one, other).await, "open");
        born(other, "1991-11-30").await;
        assert_eq!(state(&town, one, other).await, "gone", "it is no longer likely");
        born(other, "1970-03-41").await;
        assert_eq!(state(&town, one, other).await, "open", "a slip");
        let waiting = store::linking::waiting(&mut town.app.db.read().await.unwrap(), 10).await.unwrap();
        assert_eq!(waiting, [], "everybody was compared once for each change");
    });
}

#[test]
fn a_proposal_is_explained_field_by_field_and_every_look_is_on_record() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (mut tess, mut sam) = (desk(&town, TESS).await, desk(&town, SAM).await);
        let empty = tess.get("/desk/linking").await;
        assert!(empty.status == 200 && empty.body.contains("Nothing here."), "{}", empty.body);
        let (one, other, path) = twice(&town).await;
        let list = tess.get("/desk/linking").await.body;
        assert!(list.contains(&path) && list.contains("Almost certainly one person"), "{list}");
        let page = tess.get(&path).await.body;
        for words in [
            "Ada Testwell",
            "Ada Testwel",
            "14 March 1970",
            "The same but for a slip",
            "Mill Road",
            "Quay Side",
            "Different",
            "In two different streets: a house number says nothing there",
            "Strongly for one person",
            "People move",
            "Tell neither of them anything about the other",
            "ada@post.example",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        for id in [one, other] {
            let subject = Subject::new("resident", id);
            let looked = looks::at(&mut town.app.db.read().await.unwrap(), &subject, None, 10).await.unwrap();
            let purposes: Vec<_> = looked.iter().map(|look| (look.staff, look.purpose.as_str())).collect();
            assert_eq!(purposes, [(TESS, "linking"), (TESS, "linking")], "the list and the page");
        }
        for address in ["/desk/linking", path.as_str()] {
            assert_eq!(sam.get(address).await.status, 403, "who works on cases does not decide who is who");
            let answer = town.browser().get(address).await;
            assert!(answer.status != 200 && !answer.body.contains("Testwel"), "{}", answer.body);
        }
        assert_eq!(tess.get("/desk/linking/x").await.status, 404);
        let wrong = decide(&mut tess, &path, &[("decision", "one")]).await;
        assert!(wrong.status == 422 && wrong.body.contains("Choose which record stands for both"), "{}", wrong.body);
        assert!(wrong.body.contains("Both showed one passport"), "what was typed is kept");
    });
}

#[test]
fn joined_records_are_one_for_all_who_read_and_parting_them_is_exact() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let mut tess = desk(&town, TESS).await;
        let (one, other, path) = twice(&town).await;
        let account = async |id: Id| store::by_id(&mut town.app.db.read().await.unwrap(), id).await.unwrap().unwrap();
        let before = (account(one).await, account(other).await, found(&town, "testwell").await);
        assert_eq!(before.2.len(), 2);
        let page = tess.get(&path).await;
        let fields = [
            ("key", page.field("key")),
            ("revision", page.field("revision")),
            ("decision", "one".into()),
            ("keep", one.to_string()),
            ("reason", "Passport seen".into()),
        ];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        for _ in 0..2 {
            assert_eq!(
                tess.post(&format!("{path}/decide"), &fields).await.location,
                path,
                "sent twice it is done once"
            );
        }
        assert_eq!(happened(&town, one).await, ["resident.linked"]);
        assert_eq!(found(&town, "testwell").await, [one], "one box shows one person");
        assert_eq!(found(&town, "quiet.heron").await, [one], "by what the other has too");
        shown(&town, one).await;
        assert_eq!(told(&town, other).await, "ada@post.example", "messages go to the record that is kept");
        let open = format!("/desk/residents/{one}/open");
        assert!(tess.get(&format!("/desk/residents/{other}/open")).await.body.contains(&open), "it is opened as one");
        part(&mut tess, &path).await;
        part_again_does_nothing(&mut tess, &path).await;
        assert_eq!((account(one).await, account(other).await, found(&town, "testwell").await), before);
        assert_eq!(told(&town, other).await, "quiet.heron@mail.example");
        assert_eq!(happened(&town, other).await, ["resident.parted", "resident.linked"]);
        let page = tess.get(&path).await.body;
        assert!(page.contains("Joined on") && page.contains("Parted on") && page.contains("Two sisters"), "{page}");
        assert_eq!(state(&town, one, other).await, "unsure");
    });
}

async fn part_again_does_nothing(tess: &mut Browser, path: &str) {
    let gone = Id([5; 16]).to_string();
    let answer = tess.post(&format!("{path}/part"), &[("merge", gone.as_str()), ("parted", "Again")]).await;
    assert_eq!((answer.status, answer.location.as_str()), (303, path));
}

#[test]
fn a_name_that_very_many_have_is_no_reason_to_compare_them() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let mut last = Id::NONE;
        for n in 0..=linking::MOST_OF_A_KEY {
            let home = (n.to_string(), format!("Lane {n}"), format!("CB9 {n}AA"));
            last = person(&town, "Mary Sample", "", (&home.0, &home.1, &home.2), &format!("m{n}@post.example")).await;
        }
        let mut read = town.app.db.read().await.unwrap();
        let person = store::keys::person(&mut read, last).await.unwrap().unwrap();
        let keys = linking::details::Details::of(&person).asks();
        assert!(keys.len() > 3, "{keys:?}");
        assert_eq!(store::linking::candidates(&mut read, last, &keys[..1]).await.unwrap(), [], "{keys:?}");
    });
}
