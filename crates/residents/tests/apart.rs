//! Records that are two people's, or are to look so: never joined, disputed, or parted by a safe address; on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod pairs;
mod people;

use kit::Lang;
use kit::testing::{each_database, repository_migrations};
use pairs::*;
use residents::find::keys;
use residents::linking::joined;
use residents::store::{self, record};

#[test]
fn two_people_stay_two_until_somebody_decides_anew() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let mut tess = desk(&town, TESS).await;
        let (one, other, path) = twice(&town).await;
        let stale = tess.get(&path).await.field("revision");
        assert_eq!(decide(&mut tess, &path, &[("decision", "two")]).await.status, 303);
        assert_eq!(state(&town, one, other).await, "never");
        let mut tx = town.app.db.begin().await.unwrap();
        keys::write(&mut tx, one).await.unwrap();
        tx.commit().await.unwrap();
        all_matched(&town).await;
        assert_eq!(state(&town, one, other).await, "never", "they are not proposed again");
        assert!(tess.get("/desk/linking?of=never").await.body.contains(&path));
        assert!(tess.get(&path).await.body.contains("Both showed one passport"), "the reason stands there");
        let late =
            [("key", &town.app.id().to_string()[..]), ("revision", &stale), ("reason", "Late"), ("decision", "unsure")];
        let late = tess.post(&format!("{path}/decide"), &late).await;
        assert!(late.status == 422 && late.body.contains("Somebody else decided meanwhile"), "{}", late.body);
        for id in [one, other] {
            assert_eq!(happened(&town, id).await, [""; 0], "it would tell one of the other");
        }
        // A third record may not join them by the back door.
        let third = person(&town, "Ada Testwell", "1970-03-14", MILL, "third@post.example").await;
        all_matched(&town).await;
        let by_one = format!("/desk/linking/{}", pair(&town, one, third).await.id);
        let by_other = format!("/desk/linking/{}", pair(&town, other, third).await.id);
        join(&mut tess, &by_one, one).await;
        let refused = decide(&mut tess, &by_other, &[("decision", "one"), ("keep", &third.to_string())]).await;
        assert!(refused.status == 422 && refused.body.contains("two people’s"), "{}", refused.body);
        assert_eq!(decide(&mut tess, &path, &[("decision", "unsure")]).await.status, 303);
        join(&mut tess, &by_other, third).await;
        let all = joined::all(&mut town.app.db.read().await.unwrap(), other).await.unwrap();
        assert_eq!((all[0], all.len()), (one, 3), "all three are one person's");
        part(&mut tess, &by_one).await;
        let all = joined::all(&mut town.app.db.read().await.unwrap(), one).await.unwrap();
        assert_eq!(all.len(), 1, "{all:?}");
    });
}

#[test]
fn the_resident_sees_what_was_joined_and_can_say_that_it_is_not_them() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let mut tess = desk(&town, TESS).await;
        let (one, other, path) = twice(&town).await;
        let (mut ada, mut heron) = (home_of(&town, one).await, home_of(&town, other).await);
        assert!(ada.get("/account/details/joined").await.body.contains("We have joined nothing."));
        join(&mut tess, &path, one).await;
        shown(&town, one).await;
        for (browser, name, way) in [(&mut ada, "Ada Testwel", "q…@ma…"), (&mut heron, "Ada Testwell", "a…@po…")]
        {
            let page = browser.get("/account/details/joined").await.body;
            let office = "by a customer service officer";
            assert!(page.contains(name) && page.contains(office) && page.contains(way), "{page}");
            assert!(!page.contains("Tess"), "what kind of office, not who");
        }
        let eve = person(&town, "Eve Elsewhere", "", QUAY, "eve@post.example").await;
        let merge = heron.get("/account/details/joined").await.field("merge");
        let mut eve = home_of(&town, eve).await;
        eve.post("/account/details/joined/not-me", &[("merge", &merge)]).await;
        assert_eq!(state(&town, one, other).await, "joined", "it is not hers to say");
        for _ in 0..2 {
            let answer = heron.post("/account/details/joined/not-me", &[("merge", &merge)]).await;
            assert_eq!(answer.location, "/account/details/joined?done=not-me");
        }
        assert_eq!(state(&town, one, other).await, "disputed");
        for browser in [&mut ada, &mut heron] {
            let page = browser.get("/account/details/joined?done=not-me").await.body;
            assert!(page.contains("We have joined nothing."), "from now on each sees its own alone: {page}");
        }
        assert_eq!(happened(&town, other).await, ["resident.disputed", "resident.linked"]);
        assert_eq!(told(&town, other).await, "quiet.heron@mail.example");
        let list = tess.get("/desk/linking").await.body;
        assert!(
            list.contains("whoever holds one of them says that the other is not theirs"),
            "it is seen at once: {list}"
        );
        assert!(!tess.get("/desk/linking?of=open").await.body.contains(&path));
        assert!(list.contains(&path) && list.contains("They say it is not them: 1"), "{list}");
        assert!(tess.get(&path).await.body.contains("the resident said that this is not them"));
        part(&mut tess, &path).await;
        assert_eq!(state(&town, one, other).await, "never");
    });
}

#[test]
fn who_has_a_birth_date_and_an_old_address_learns_nothing_of_a_safe_one() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let (mut tess, mut lee) = (desk(&town, TESS).await, desk(&town, LEE).await);
        // Ada moved away from Mill Road. Whoever is still there makes an account in her name.
        let ada = person(&town, "Ada Testwell", "1970-03-14", QUAY, "quiet.heron@mail.example").await;
        let mut tx = town.app.db.begin().await.unwrap();
        record::set_particulars(&mut tx, ada, Some("1970-03-14"), true).await.unwrap();
        keys::write(&mut tx, ada).await.unwrap();
        tx.commit().await.unwrap();
        let false_one = person(&town, "Ada Testwell", "1970-03-14", MILL, "ada@post.example").await;
        all_matched(&town).await;
        let path = format!("/desk/linking/{}", pair(&town, ada, false_one).await.id);
        let secret = ["Quay", "CB5", "quiet.heron", "CB1", "Mill", "ada@post"];
        let shows = |page: &str, what: &str| {
            secret.iter().find(|secret| page.contains(**secret)).map(|secret| format!("{what} shows {secret}"))
        };
        // At the desk: nobody but a leader sees that there is a pair, and not even they see where she is.
        assert_eq!(tess.get(&path).await.status, 404);
        for list in ["/desk/linking", "/desk/linking?safe=yes", "/desk/linking?of=joined&safe=yes"] {
            let page = tess.get(list).await.body;
            assert!(!page.contains("Testwell") && !page.contains("Safe address"), "{list}: {page}");
        }
        assert!(!lee.get("/desk/linking").await.body.contains(&path));
        assert!(lee.get("/desk/linking?safe=yes").await.body.contains(&path));
        let page = lee.get(&path).await.body;
        assert!(page.contains("One of the two has a safe address"), "{page}");
        assert_eq!(shows(&page, "the proposal"), None);
        // Joined by mistake, and shown to be theirs by another: nothing of hers comes to the false account, nor to whoever asks at the
        // desk, and she is told nothing either.
        let before = people::texts(&town).await.len();
        join(&mut lee, &path, false_one).await;
        shown(&town, ada).await;
        assert_eq!(people::texts(&town).await.len(), before);
        assert!(!lee.get(&path).await.body.contains("/prove"), "there is nothing to be shown");
        let mut browser = home_of(&town, false_one).await;
        assert!(browser.get("/account/details/joined").await.body.contains("We have joined nothing."));
        let own = joined::own(&mut town.app.db.read().await.unwrap(), false_one).await.unwrap();
        assert_eq!(own, [false_one], "each sees its own alone");
        assert_eq!(told(&town, ada).await, "quiet.heron@mail.example", "her letters go where she is");
        assert_eq!(told(&town, false_one).await, "ada@post.example");
        assert_eq!(found(&town, "3 quay side").await, [], "the safe address finds nobody");
        assert_eq!(found(&town, "mill road").await, [], "nor does that of a record joined with it");
        let kept = store::keys::person(&mut town.app.db.read().await.unwrap(), false_one).await.unwrap().unwrap();
        assert!(kept.guarded, "what is shown of the record keeps quiet about every home");
        let mut read = town.app.db.read().await.unwrap();
        let reader = kit::personal::Reader::Themselves;
        let parts =
            residents::personal_record::personal_data(&mut read, &town.app, false_one, reader, Lang::EN).await.unwrap();
        let told = kit::personal::json(&parts).to_string();
        drop(read);
        assert!(told.contains(r#""residents_merges":[]"#) && told.contains(r#""residents_proposals":[]"#), "{told}");
        assert_eq!(happened(&town, false_one).await, [""; 0]);
        part(&mut lee, &path).await;
        assert_eq!(found(&town, "mill road").await, [false_one]);
    });
}
