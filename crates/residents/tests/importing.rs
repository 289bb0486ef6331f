//! People come from another register: once, without a login, compared with everybody as they come; on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod pairs;
mod people;

use kit::Id;
use kit::testing::{each_database, repository_migrations};
use kit::who::Who;
use pairs::{found, happened, person, state};
use people::{Town, texts, town};
use residents::import::{self, Done};
use residents::store::{self, record};
use std::sync::Mutex;

const HEAD: &str = "number,name,date of birth,email,phone,house,street,town,postcode,language,safe address\n";
const FILE: &str = "C-1,Ada Testwell,14/03/1970,ada@post.example,07700 900123,12,Mill Road,Eastmere,CB1 1AA,en,\n\
                    C-2,Olga Placeholder,,,,,,,,cy,no\n\
                    C-3,,1970-03-14,,,,,,,,\n\
                    C-2,Olga Placeholder,,,,,,,,cy,no\n";

async fn bring_in(town: &Town, rows: &str, dry_run: bool) -> Done {
    let seen = Mutex::new(Vec::new());
    let progress = |done: u64, of: u64| seen.lock().unwrap().push((done, of));
    let file = format!("{HEAD}{rows}");
    let done = import::people(&town.app, "Customer register", file.as_bytes(), dry_run, &progress).await.unwrap();
    let seen = seen.into_inner().unwrap();
    assert_eq!(seen.last().map(|(done, of)| done == of), Some(true), "{seen:?}");
    done
}

fn told(done: &Done) -> (u64, u64, u64, usize, u64) {
    (done.rows, done.made, done.already, done.refused.len(), done.pairs)
}

async fn only(town: &Town, typed: &str) -> Id {
    let all = found(town, typed).await;
    assert_eq!(all.len(), 1, "{typed}");
    all[0]
}

#[test]
fn a_register_comes_in_once_and_nobody_is_written_to() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        assert_eq!(told(&bring_in(&town, FILE, true).await), (4, 2, 1, 1, 0));
        assert_eq!(found(&town, "placeholder").await, [], "a dry run writes nothing");
        let done = bring_in(&town, FILE, false).await;
        assert_eq!(told(&done), (4, 2, 1, 1, 0), "who is in the file twice is one");
        assert_eq!(done.refused[0].to_string(), "line 4, column name: is empty");
        assert_eq!(told(&bring_in(&town, FILE, false).await), (4, 0, 3, 1, 0), "and sent twice is imported once");
        let ada = only(&town, "mill road 1970").await;
        assert_eq!(only(&town, "900123").await, ada);
        assert_eq!(happened(&town, ada).await, ["resident.imported"]);
        let mut read = town.app.db.read().await.unwrap();
        let resident = store::by_id(&mut read, ada).await.unwrap().unwrap();
        assert_eq!((resident.name.as_str(), resident.email.as_deref()), ("Ada Testwell", Some("ada@post.example")));
        let from = import::of(&mut read, ada).await.unwrap();
        assert_eq!((from[0].source.as_str(), from[0].number.as_str()), ("Customer register", "C-1"));
        drop(read);
        assert_eq!(store_lang(&town, "placeholder").await, "cy");
        assert_eq!(texts(&town).await, [], "nobody is written to by an import");
        let file = format!("{HEAD}{FILE}");
        let other = import::people(&town.app, "Library", file.as_bytes(), false, &|_, _| ()).await.unwrap();
        assert_eq!((other.made, other.pairs), (2, 1), "another register's numbers are its own, and Ada is in both");
    });
}

async fn store_lang(town: &Town, typed: &str) -> &'static str {
    let id = only(town, typed).await;
    store::by_id(&mut town.app.db.read().await.unwrap(), id).await.unwrap().unwrap().lang.tag
}

#[test]
fn whoever_is_known_already_is_a_pair_to_look_at_and_nothing_is_joined_by_itself() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let known = person(&town, "Ada Testwel", "1970-03-14", pairs::QUAY, "ada.t@mail.example").await;
        assert_eq!(told(&bring_in(&town, FILE, false).await), (4, 2, 1, 1, 1));
        let came = only(&town, "mill road 1970").await;
        assert_eq!(state(&town, known, came).await, "open");
        let waiting = store::linking::waiting(&mut town.app.db.read().await.unwrap(), 10).await.unwrap();
        let waiting: Vec<Id> = waiting.into_iter().map(|(id, _)| id).collect();
        assert_eq!(waiting, [known], "whoever came was compared as they came");
    });
}

#[test]
fn an_imported_address_signs_nobody_in_and_its_holder_makes_an_account_of_their_own() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        bring_in(&town, FILE, false).await;
        let came = only(&town, "mill road 1970").await;
        people::sign_up(&town, "ada@post.example", None).await;
        pairs::all_matched(&town).await;
        let both = found(&town, "ada@post.example").await;
        assert_eq!(both.len(), 2, "what the register says of an address is no proof whose it is");
        let own = both.into_iter().find(|id| *id != came).unwrap();
        assert_eq!(state(&town, own, came).await, "open");
    });
}

#[test]
fn a_safe_address_of_the_register_is_a_safe_address_here_from_the_first_moment() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let row = "C-9,Vera Hidden,1980-01-02,,,12,Mill Road,Eastmere,CB1 1AA,,yes\n";
        assert_eq!(bring_in(&town, row, false).await.made, 1);
        assert_eq!(found(&town, "mill road").await, [], "nobody is found by it");
        let vera = only(&town, "vera hidden").await;
        let mut read = town.app.db.read().await.unwrap();
        let markers = record::markers(&mut read, vera).await.unwrap();
        assert!(markers.len() == 1 && markers[0].keeps() && markers[0].reason.contains("Customer register"));
        assert!(record::particulars(&mut read, vera).await.unwrap().1);
    });
}

#[test]
fn whoever_was_erased_is_not_brought_back_by_the_next_file() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        bring_in(&town, FILE, false).await;
        let ada = only(&town, "mill road 1970").await;
        let mut tx = town.app.db.begin().await.unwrap();
        residents::personal::erase(&mut tx, &town.app, &Who::system(), ada).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(import::of(&mut town.app.db.read().await.unwrap(), ada).await.unwrap(), [], "their number is gone");
        assert_eq!(told(&bring_in(&town, FILE, false).await), (4, 0, 3, 1, 0));
        assert_eq!(found(&town, "mill road 1970").await, []);
    });
}
