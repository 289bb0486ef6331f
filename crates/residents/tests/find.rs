//! One box finds the person, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod people;

use kit::db::FEW;
use kit::testing::{each_database, repository_migrations};
use kit::{Id, Lang, sql};
use people::{Town, code_of, sign_up};
use residents::find::{self, keys};
use residents::{Household, Resident, store};

sql!(BORN, "INSERT INTO residents_records (resident, revision, born, guarded) VALUES ($2, 1, $1, 0)");

/// Who lives in the town: name, email, phone, house, street, postcode.
const PEOPLE: [(&str, &str, &str, &str, &str, &str); 9] = [
    ("William Testwell", "bill.t@post.example", "07700 900123", "12", "Mill Road", "CB1 1AA"),
    ("Siân O’Sample", "sian@post.example", "01632 960456", "1a", "Mill Road", "CB1 1AB"),
    ("Margaret Smith-Placeholder", "peg@post.example", "07700 900999", "7", "Tollhouse Lane", "CB2 3QQ"),
    ("John Smithson", "john.smithson@post.example", "07700 900001", "3", "Osier Close", "CB4 1ZZ"),
    ("John Smith", "js1@post.example", "07700 900002", "4", "Osier Close", "CB4 1ZZ"),
    ("Joan Smith", "js2@post.example", "07700 900003", "5", "Osier Close", "CB4 1ZZ"),
    ("محمد المثال", "m@post.example", "07700 900004", "6", "Osier Close", "CB4 1ZZ"),
    ("Gwilym Kingcup", "gk@post.example", "07700 900005", "8", "Kingcup Way", "CB5 8XX"),
    ("Ada Quillfeather", "ada@elsewhere.example", "07700 900006", "9", "Quay Side", "CB5 8XY"),
];

async fn fill(town: &Town) {
    let mut tx = town.app.db.begin().await.unwrap();
    for (name, email, phone, line1, street, postcode) in PEOPLE {
        let home = Household {
            id: town.app.id(),
            line1: line1.into(),
            street: street.into(),
            town: "Eastmere".into(),
            postcode: postcode.into(),
            ward: "W1".into(),
            lat: None,
            lon: None,
        };
        store::insert_household(&mut tx, &home).await.unwrap();
        let resident = Resident {
            id: town.app.id(),
            revision: 1,
            name: name.into(),
            email: Some(email.into()),
            phone: Some(phone.into()),
            password_hash: None,
            lang: Lang::EN,
            household: Some(home.id),
            made_at: town.app.now(),
        };
        assert!(store::insert_resident(&mut tx, &resident).await.unwrap());
    }
    tx.commit().await.unwrap();
    assert_eq!(keys::write_some(&town.app, FEW).await.unwrap(), PEOPLE.len(), "they came in bulk and wait for the job");
    assert_eq!(keys::write_some(&town.app, FEW).await.unwrap(), 0);
}

async fn names(town: &Town, typed: &str) -> Vec<String> {
    let found = find::find(&mut town.app.db.read().await.unwrap(), typed).await.unwrap();
    found.people.into_iter().map(|person| person.name).collect()
}

#[test]
fn any_part_of_what_is_known_finds_the_person() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        fill(&town).await;
        for (typed, first) in [
            ("William Testwell", "William Testwell"),
            ("testwell william", "William Testwell"),
            ("testw", "William Testwell"),
            ("Bill Testwell", "William Testwell"),
            ("willaim testwell", "William Testwell"),
            ("wiliam testwel", "William Testwell"),
            ("bill.t@post.example", "William Testwell"),
            ("bill.t@", "William Testwell"),
            ("07700 900123", "William Testwell"),
            ("+44 7700 900 123", "William Testwell"),
            ("900123", "William Testwell"),
            ("12 mill road", "William Testwell"),
            ("cb1 1aa", "William Testwell"),
            ("testwell cb1", "William Testwell"),
            ("1aa", "William Testwell"),
            ("3QQ smith", "Margaret Smith-Placeholder"),
            ("sian osample", "Siân O’Sample"),
            ("01632 960456", "Siân O’Sample"),
            ("1a mill", "Siân O’Sample"),
            ("peggy smith", "Margaret Smith-Placeholder"),
            ("placeholder", "Margaret Smith-Placeholder"),
            ("smithplaceholder", "Margaret Smith-Placeholder"),
            ("tolhouse lane", "Margaret Smith-Placeholder"),
            ("john smith", "John Smith"),
            ("smith, joan", "Joan Smith"),
            ("jaon smith", "Joan Smith"),
            ("johnn smithsen", "John Smithson"),
            ("محمد", "محمد المثال"),
            ("will kingcup", "Gwilym Kingcup"),
            ("qillfeather", "Ada Quillfeather"),
            ("quillfaether ada", "Ada Quillfeather"),
        ] {
            let found = names(&town, typed).await;
            assert_eq!(found.first().map(String::as_str), Some(first), "{typed}: {found:?}");
        }
        assert_eq!(names(&town, "cb4").await.len(), 4);
        assert_eq!(names(&town, "john").await[..2], ["John Smith", "John Smithson"]);
        for nobody in ["", "zzxxqq", "cb9 9zz", "07700 123456", "testwell cb5", "' OR 1=1 --", "%", "_"] {
            assert_eq!(names(&town, nobody).await, [""; 0], "{nobody}");
        }
    });
}

#[test]
fn no_date_of_birth_is_confirmed_of_somebody_whose_own_is_not_told() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        fill(&town).await;
        let ada = find::find(&mut town.app.db.read().await.unwrap(), "quillfeather").await.unwrap().people[0].id;
        let mut tx = town.app.db.begin().await.unwrap();
        store::record::set_particulars(&mut tx, ada, Some("1990-09-19"), true).await.unwrap();
        keys::write(&mut tx, ada).await.unwrap();
        tx.commit().await.unwrap();
        for date in ["19/9/1990", "19/9/90", "1990", "20/9/1990", "4/4/44", "1944"] {
            assert_eq!(names(&town, date).await, [""; 0], "by a date alone she is not found: {date}");
            let named = names(&town, &format!("quillfeather {date}")).await;
            assert_eq!(named, ["Ada Quillfeather"], "by her name she is, right or wrong: {date}");
        }
    });
}

#[test]
fn a_date_of_birth_is_understood_as_people_write_it() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        fill(&town).await;
        let found = find::find(&mut town.app.db.read().await.unwrap(), "joan smith").await.unwrap();
        let joan = found.people[0].id;
        let mut tx = town.app.db.begin().await.unwrap();
        tx.exec(&BORN, kit::params!["1992-08-23", joan]).await.unwrap();
        keys::write(&mut tx, joan).await.unwrap();
        tx.commit().await.unwrap();
        for typed in ["23/8/1992", "23.08.92", "23/8/92", "23-8-92", "23 Aug 92", "23 august 1992", "smith 23/8/92"] {
            assert_eq!(names(&town, typed).await, ["Joan Smith"], "{typed}");
        }
        assert_eq!(names(&town, "24/8/92").await, [""; 0]);
    });
}

#[test]
fn a_change_of_details_is_found_at_once_and_what_went_is_not() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        let mut ada = sign_up(&town, "ada@post.example", None).await;
        assert_eq!(names(&town, "testwell").await, ["Ada Testwell"]);
        let revision = ada.get("/account/details/name").await.field("revision");
        let typed = [("revision", revision.as_str()), ("name", "Ada Newname")];
        assert_eq!(ada.post("/account/details/name", &typed).await.status, 303);
        assert_eq!(names(&town, "testwell").await, [""; 0]);
        assert_eq!(names(&town, "newname").await, ["Ada Newname"]);
        ada.post("/account/details/phone", &[("phone", "01632 960777")]).await;
        assert_eq!(names(&town, "960777").await, ["Ada Newname"]);
        let asked = ada.post("/account/details/email", &[("email", "fresh@post.example")]).await;
        let challenge = ada.get(&asked.location).await.field("challenge");
        let (code, _) = code_of(&town).await;
        ada.post("/account/details/verify", &[("challenge", &challenge), ("code", &code)]).await;
        assert_eq!(names(&town, "fresh@post.example").await, ["Ada Newname"]);
        assert_eq!(names(&town, "ada@post.example").await, [""; 0]);
        ada.post("/account/details/phone/remove", &[]).await;
        assert_eq!(names(&town, "960777").await, [""; 0]);
    });
}

#[test]
fn a_common_name_shows_some_and_says_that_there_are_more() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        let mut tx = db.begin().await.unwrap();
        for n in 0..500 {
            let resident = Resident {
                id: Id::new(town.app.now() + n, &town.app.entropy),
                revision: 1,
                name: format!("{} Samesmith", ["Anna", "Bert", "Cleo", "Dora", "Emil"][n as usize % 5]),
                email: Some(format!("s{n}@post.example")),
                phone: None,
                password_hash: None,
                lang: Lang::EN,
                household: None,
                made_at: town.app.now(),
            };
            assert!(store::insert_resident(&mut tx, &resident).await.unwrap());
        }
        tx.commit().await.unwrap();
        while keys::write_some(&town.app, FEW).await.unwrap() > 0 {}
        let mut read = town.app.db.read().await.unwrap();
        let found = find::find(&mut read, "samesmith").await.unwrap();
        assert_eq!((found.people.len(), found.more), (find::SHOWN, true));
        let found = find::find(&mut read, "samesmith cleo s2@post").await.unwrap();
        assert_eq!(found.people.first().unwrap().email.as_deref(), Some("s2@post.example"));
        let found = find::find(&mut read, "samesmith dora").await.unwrap();
        assert!(found.more && found.people.iter().all(|person| person.name == "Dora Samesmith"));
    });
}
