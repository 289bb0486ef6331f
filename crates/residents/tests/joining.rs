//! Records that were joined: what they say together, what a safe address and a dispute keep apart, and who may see that there is a pair;
//! on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod pairs;
mod people;

use kit::db::{Kind, Tx};
use kit::testing::{Browser, each_database, repository_migrations};
use kit::who::{Person, Who};
use kit::{Id, Lang};
use pairs::{LEE, MILL, QUAY, TESS, all_matched, decide, home_of, join, pair, part, person, shown, state, twice};
use people::{Town, send};
use residents::linking::{self, joined};
use residents::needs::{self, Ask, Passport};
use residents::store::record::{self, Marker};
use residents::store::{self, merges};
use std::time::Duration;

kit::sql!(UNREADABLE, "UPDATE residents_merges SET id = $2 WHERE id = $1");

async fn who_is(town: &Town, id: Id) -> residents::Person {
    residents::person(&mut town.app.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

async fn said(town: &Town, id: Id, given: &[(bool, &str, &str)]) {
    let given: Vec<needs::Given> =
        given.iter().map(|(barrier, code, value)| (*barrier, (*code).into(), (*value).into())).collect();
    let who = Who { person: Person::Resident(id), ..Who::anyone(Lang::EN) };
    let mut tx = town.app.db.begin().await.unwrap();
    needs::save(&mut tx, &town.app, &who, id, &given, "self").await.unwrap();
    tx.commit().await.unwrap();
}

async fn own(town: &Town, id: Id) -> Vec<String> {
    let passport = needs::of(&mut town.app.db.read().await.unwrap(), id).await.unwrap();
    passport.answers.into_iter().map(|one| format!("{} {}", one.code, one.value).trim().to_owned()).collect()
}

fn codes(passport: &Passport) -> Vec<&str> {
    passport.answers.iter().map(|one| one.code.as_str()).collect()
}

async fn mark(tx: &mut Tx, town: &Town, id: Id, kind: &str) {
    let marker =
        Marker { id: town.app.id(), kind: kind.into(), reason: "A daughter rang".into(), review: None, made_at: 1 };
    assert!(record::insert_marker(tx, id, &marker, TESS).await.unwrap());
}

async fn guarded(town: &Town, id: Id) {
    let mut tx = town.app.db.begin().await.unwrap();
    record::set_particulars(&mut tx, id, Some("1970-03-14"), true).await.unwrap();
    tx.commit().await.unwrap();
}

#[test]
fn of_what_two_accounts_asked_for_nothing_is_lost_and_it_is_taken_back_once() {
    each_database(repository_migrations(), async |db| {
        let town = people::town(db);
        let mut tess = pairs::desk(&town, TESS).await;
        let (one, other, path) = twice(&town).await;
        // The kept one took everything back but the print; the other wants letters to a safe place.
        said(&town, one, &[(false, "no-calls", "")]).await;
        said(&town, one, &[(false, "large-print", ""), (false, "calls-after", "10")]).await;
        let theirs = [
            (false, "write-to", "The Refuge\nPO Box 9\nCB1 1AB"),
            (false, "channel", "letter"),
            (false, "calls-after", "14"),
            (true, "health", ""),
        ];
        said(&town, other, &theirs).await;
        assert!(!who_is(&town, one).await.passport.asks(Ask::WriteTo), "they are two as yet");
        join(&mut tess, &path, one).await;
        assert!(!who_is(&town, one).await.passport.asks(Ask::WriteTo), "nobody has shown that it is theirs");
        shown(&town, one).await;
        for id in [one, other] {
            let passport = who_is(&town, id).await.passport;
            assert_eq!(codes(&passport), ["calls-after", "channel", "large-print", "write-to", "health"]);
            assert_eq!(passport.calls_after(), Some(10), "where they say something else, the record that is kept");
            assert!(!passport.rule.is_empty(), "more help is offered by what the other said");
        }
        // At the desk all of it stands on one page; what is taken off there is off.
        let needs = format!("/desk/residents/{one}/needs");
        let open = [("purpose", "work"), ("reason", "On the telephone")];
        send(&mut tess, &format!("/desk/residents/{one}/open"), &open).await;
        let page = tess.get(&needs).await;
        assert!(page.body.contains("The Refuge"), "{}", page.body);
        let revision = page.field("revision");
        let fields = [
            ("revision", revision.as_str()),
            ("agreed", "phone"),
            ("barrier", "health"),
            ("help", "large-print"),
            ("calls", "11"),
            ("interpreter", "pl"),
            ("write-to", "The Refuge\r\nPO Box 9\r\nCB1 1AB"),
        ];
        let saved = tess.post(&needs, &fields).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        assert_eq!(own(&town, one).await, ["calls-after 11", "interpreter pl", "large-print"]);
        let kept = "write-to The Refuge\nPO Box 9\nCB1 1AB".to_owned();
        assert_eq!(own(&town, other).await, ["calls-after 11".to_owned(), kept, "health".into()]);
        let stale = tess.post(&needs, &[&fields[..5], &[("calls", "12")]].concat()).await;
        assert_eq!(stale.status, 422, "somebody changed it meanwhile: {}", stale.body);
        // At home, whichever account they sign in to.
        let mut home = home_of(&town, other).await;
        let page = home.get("/account/details/needs").await;
        let revision = page.field("revision");
        let saved = home.post("/account/details/needs", &[("revision", &revision), ("agree", "yes")]).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        assert_eq!((own(&town, one).await, own(&town, other).await), (Vec::new(), Vec::new()));
        assert_eq!(codes(&who_is(&town, one).await.passport), [""; 0]);
    });
}

#[test]
fn a_passport_whose_answers_were_all_taken_back_hides_no_other() {
    each_database(repository_migrations(), async |db| {
        let town = people::town(db);
        let mut tess = pairs::desk(&town, TESS).await;
        let (one, other, path) = twice(&town).await;
        said(&town, one, &[(false, "no-calls", "")]).await;
        said(&town, one, &[]).await;
        said(&town, other, &[(false, "sign-language", "")]).await;
        join(&mut tess, &path, one).await;
        shown(&town, one).await;
        assert_eq!(codes(&who_is(&town, one).await.passport), ["sign-language"]);
        part(&mut tess, &path).await;
        assert_eq!(codes(&who_is(&town, one).await.passport), [""; 0]);
        assert_eq!(own(&town, other).await, ["sign-language"], "parting is exact");
    });
}

#[test]
fn who_somebody_is_follows_what_was_joined_and_stops_at_what_is_apart() {
    each_database(repository_migrations(), async |db| {
        let town = people::town(db);
        let mut tess = pairs::desk(&town, TESS).await;
        let (one, other, path) = twice(&town).await;
        assert_eq!(who_is(&town, other).await.id, other);
        join(&mut tess, &path, one).await;
        shown(&town, one).await;
        let mut tx = town.app.db.begin().await.unwrap();
        mark(&mut tx, &town, one, "deceased").await;
        tx.commit().await.unwrap();
        let both = who_is(&town, other).await;
        assert_eq!((both.id, &both.accounts, both.deceased), (one, &vec![one, other], true));
        assert!(both.has_email("ADA@post.example") && both.has_email("quiet.heron@mail.example"));
        assert_eq!(both.contact.email.as_deref(), Some("ada@post.example"));
        // A safe address parts them for all but their death, which it does not make undone.
        guarded(&town, other).await;
        let apart = who_is(&town, other).await;
        assert_eq!((apart.id, &apart.accounts, apart.deceased), (other, &vec![other], true));
        assert_eq!(apart.emails, ["quiet.heron@mail.example"]);
        let markers = joined::markers(&mut town.app.db.read().await.unwrap(), other).await.unwrap();
        let told: Vec<_> = markers.iter().map(|one| (one.kind.as_str(), one.reason.as_str(), one.id)).collect();
        assert_eq!(told, [("deceased", "", Id::NONE)], "that they died, and no word of the other account");
        assert!(joined::is_parted(&mut town.app.db.read().await.unwrap(), one).await.unwrap());
        // At the desk each is a record of its own.
        let open = format!("/desk/residents/{other}/open");
        assert!(tess.get(&open).await.body.contains(&open));
        let mut tx = town.app.db.begin().await.unwrap();
        record::set_particulars(&mut tx, other, Some("1970-03-14"), false).await.unwrap();
        let merge = merges::of_resident(&mut tx, one).await.unwrap().remove(0);
        merges::dispute(&mut tx, &merge, other, 5).await.unwrap();
        tx.commit().await.unwrap();
        let lives = who_is(&town, other).await;
        assert_eq!((lives.id, lives.deceased), (other, false), "whoever says that they are not this person lives");
        assert!(residents::person(&mut town.app.db.read().await.unwrap(), Id([4; 16])).await.unwrap().is_none());
    });
}

#[test]
fn a_pair_with_a_safe_address_one_step_away_is_for_leaders() {
    each_database(repository_migrations(), async |db| {
        let town = pairs::town(db);
        let (mut tess, mut lee) = (pairs::desk(&town, TESS).await, pairs::desk(&town, LEE).await);
        let (one, other, path) = twice(&town).await;
        let third = person(&town, "Ada Testwell", "1970-03-14", MILL, "third@post.example").await;
        let early = pair_path(&town, one, third).await;
        guarded(&town, other).await;
        assert!(tess.get("/desk/linking").await.body.contains(&early), "nothing of it is behind a safe address yet");
        // Joined with it: at once, and for pairs that are found later too.
        join(&mut lee, &path, one).await;
        let fourth = person(&town, "Ada Testwel", "1970-03-14", MILL, "fourth@post.example").await;
        let late = pair_path(&town, one, fourth).await;
        let list = tess.get("/desk/linking").await.body;
        for path in [&early, &late] {
            assert!(!list.contains(path.as_str()), "an officer sees that there is a pair: {list}");
            assert_eq!(tess.get(path).await.status, 404);
            assert!(lee.get("/desk/linking?safe=yes").await.body.contains(path.as_str()));
        }
        part(&mut lee, &path).await;
        let list = tess.get("/desk/linking").await.body;
        assert!(list.contains(&early) && list.contains(&late), "parted, they are as they were: {list}");
        // The other way round: joined first, and the address becomes a safe one then.
        assert_eq!(decide(&mut lee, &early, &[("decision", "one"), ("keep", &one.to_string())]).await.status, 303);
        guarded(&town, third).await;
        assert!(!tess.get("/desk/linking").await.body.contains(&late));
    });
}

#[test]
fn a_pair_with_a_confidential_record_is_for_leaders() {
    each_database(repository_migrations(), async |db| {
        let town = pairs::town(db);
        let (mut tess, mut lee) = (pairs::desk(&town, TESS).await, pairs::desk(&town, LEE).await);
        let (_, other, path) = twice(&town).await;
        assert!(tess.get(&path).await.body.contains("Mill Road"));
        let record = format!("/desk/residents/{other}");
        let work = [("purpose", "work"), ("reason", "Her letter")];
        send(&mut tess, &format!("{record}/open"), &work).await;
        let kept = [("kind", "restricted"), ("reason", "Lives with a colleague")];
        assert_eq!(send(&mut tess, &format!("{record}/marker"), &kept).await.location, record);
        assert_eq!(tess.get(&path).await.status, 404, "an officer reads two homes and two ways to reach somebody");
        assert!(!tess.get("/desk/linking").await.body.contains(&path), "an officer sees that there is a pair");
        assert!(lee.get("/desk/linking").await.body.contains(&path));
        let page = lee.get(&path).await.body;
        assert!(page.contains("One of the two is confidential"), "{page}");
        for secret in ["Mill Road", "CB1 1AA", "@post.example", "@mail.example"] {
            assert!(!page.contains(secret), "{secret}: {page}");
        }
        // What it was worth before it was confidential told of the home; it is compared anew, without.
        all_matched(&town).await;
        send(&mut lee, &format!("{record}/open"), &work).await;
        let marker = record::markers(&mut town.app.db.read().await.unwrap(), other).await.unwrap().remove(0).id;
        let off = [("marker", &*marker.to_string()), ("reason", "She moved out")];
        assert_eq!(send(&mut lee, &format!("{record}/marker/end"), &off).await.location, record);
        all_matched(&town).await;
        assert!(tess.get("/desk/linking").await.body.contains(&path));
        assert!(tess.get(&path).await.body.contains("Mill Road"));
    });
}

#[test]
fn a_pair_with_somebody_confidential_one_step_away_is_for_leaders() {
    each_database(repository_migrations(), async |db| {
        let town = pairs::town(db);
        let (mut tess, mut lee) = (pairs::desk(&town, TESS).await, pairs::desk(&town, LEE).await);
        let (one, other, path) = twice(&town).await;
        let third = person(&town, "Ada Testwell", "1970-03-14", MILL, "third@post.example").await;
        let early = pair_path(&town, one, third).await;
        let record = open_by(&mut lee, other).await;
        let kept = [("kind", "restricted"), ("reason", "Lives with a colleague")];
        send(&mut lee, &format!("{record}/marker"), &kept).await;
        assert!(tess.get("/desk/linking").await.body.contains(&early), "neither of the two is, nor joined with one");
        // Joined with it: at once, and for pairs that are found later too.
        join(&mut lee, &path, one).await;
        let fourth = person(&town, "Ada Testwel", "1970-03-14", MILL, "fourth@post.example").await;
        let late = pair_path(&town, one, fourth).await;
        let list = tess.get("/desk/linking").await.body;
        assert!(list.contains("To decide: 1"), "the third and the fourth alone, nor are the others counted: {list}");
        for path in [&early, &late] {
            assert!(!list.contains(path.as_str()), "an officer sees that there is a pair: {list}");
            assert_eq!(tess.get(path).await.status, 404);
            let page = lee.get(path).await.body;
            assert!(
                lee.get("/desk/linking").await.body.contains(path.as_str()) && !page.contains("Mill Road"),
                "{page}"
            );
        }
        // The marker is taken off, put on anew, and the two are parted.
        let record = open_by(&mut lee, one).await;
        let marker = record::markers(&mut town.app.db.read().await.unwrap(), other).await.unwrap().remove(0).id;
        let off = [("marker", &*marker.to_string()), ("reason", "She moved out")];
        assert_eq!(send(&mut lee, &format!("{record}/marker/end"), &off).await.location, record);
        let list = tess.get("/desk/linking").await.body;
        assert!(list.contains(&early) && list.contains(&late), "no longer confidential: {list}");
        send(&mut lee, &format!("{record}/marker"), &kept).await;
        assert!(!tess.get("/desk/linking").await.body.contains(&early));
        part(&mut lee, &path).await;
        assert!(!tess.get("/desk/linking").await.body.contains(&late), "the one that is kept bears it now");
    });
}

/// Opens a record for work; its address.
async fn open_by(browser: &mut Browser, id: Id) -> String {
    let record = format!("/desk/residents/{id}");
    send(browser, &format!("{record}/open"), &[("purpose", "work"), ("reason", "Her letter")]).await;
    record
}

async fn pair_path(town: &Town, a: Id, b: Id) -> String {
    all_matched(town).await;
    format!("/desk/linking/{}", pair(town, a, b).await.id)
}

#[test]
fn one_who_cannot_be_compared_holds_up_nobody_else() {
    each_database(repository_migrations(), async |db| {
        let town = pairs::town(db);
        let mut tess = pairs::desk(&town, TESS).await;
        let (one, _, path) = twice(&town).await;
        join(&mut tess, &path, one).await;
        let merge = merges::of_resident(&mut town.app.db.read().await.unwrap(), one).await.unwrap().remove(0).id;
        let mut tx = town.app.db.begin().await.unwrap();
        tx.exec(&UNREADABLE, kit::params![merge, vec![1u8, 2, 3]]).await.unwrap();
        tx.commit().await.unwrap();
        let eve = person(&town, "Eve Elsewhere", "1980-02-03", QUAY, "eve@post.example").await;
        let twin = person(&town, "Eve Elsewhere", "1980-02-03", QUAY, "eve.elsewhere@post.example").await;
        assert_eq!(linking::match_some(&town.app, 20).await.unwrap(), 4, "those who were joined are compared anew too");
        assert_eq!(state(&town, eve, twin).await, "open");
        let waiting = store::linking::waiting(&mut town.app.db.read().await.unwrap(), 10).await.unwrap();
        assert_eq!(waiting, [], "nor is it tried for ever");
    });
}

/// A record becomes confidential between the page of a pair and what an officer decides on it.
#[test]
fn who_may_decide_is_asked_once_more_where_it_is_decided() {
    each_database(repository_migrations(), async |db| {
        let town = pairs::town(db);
        let mut tess = pairs::desk(&town, TESS).await;
        let (one, other, path) = twice(&town).await;
        // What was pressed waits until the marker is on record, having looked before it was.
        let meanwhile = async |tess: &mut Browser, what: &str, fields: &[(&str, &str)]| {
            let mut tx = town.app.db.begin().await.unwrap();
            mark(&mut tx, &town, other, "restricted").await;
            joined::guard(&mut tx, other).await.unwrap();
            let marking = async {
                tokio::time::sleep(Duration::from_millis(400)).await;
                tx.commit().await.unwrap();
            };
            let to = format!("{path}/{what}");
            let (answer, ()) = tokio::join!(tess.post(&to, fields), marking);
            let mut tx = town.app.db.begin().await.unwrap();
            let marker = record::markers(&mut tx, other).await.unwrap().remove(0).id;
            record::end_marker(&mut tx, marker, other, LEE, town.app.now()).await.unwrap();
            joined::guard(&mut tx, other).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(answer.status, 404, "{what}: {}", answer.body);
        };
        let page = tess.get(&path).await;
        let (key, revision) = (page.field("key"), page.field("revision"));
        // PostgreSQL lets nobody wait who writes nothing: of an old revision it shows the page as it stood, before the marker.
        let revisions = if db.db().kind() == Kind::Sqlite { vec!["999", &revision] } else { vec![revision.as_str()] };
        for revision in revisions {
            let two = [("decision", "two"), ("reason", "Two sisters"), ("key", &key), ("revision", revision)];
            meanwhile(&mut tess, "decide", &two).await;
            assert_eq!(state(&town, one, other).await, "open", "at revision {revision}");
        }
        join(&mut tess, &path, one).await;
        let merge = tess.get(&path).await.field("merge");
        meanwhile(&mut tess, "part", &[("merge", &merge), ("parted", "Two sisters")]).await;
        assert_eq!(state(&town, one, other).await, "joined");
    });
}
