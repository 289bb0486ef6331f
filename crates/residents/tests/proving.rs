//! Joined accounts show each other nothing until it is shown that both are one person's: by a code that goes to the older and is entered
//! in the newer, or by whoever is with an officer and holds both; on both databases.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod pairs;
mod people;

use kit::Id;
use kit::testing::{Answer, Browser, each_database, repository_migrations};
use pairs::*;
use people::{Town, code_of, send, texts};
use residents::linking::joined;
use residents::store::merges;

const PAGE: &str = "/account/details/joined";

async fn own(town: &Town, id: Id) -> Vec<Id> {
    joined::own(&mut town.app.db.read().await.unwrap(), id).await.unwrap()
}

/// How it was shown that the accounts of this one's merges are one person's.
async fn how(town: &Town, id: Id) -> Vec<Option<String>> {
    let all = merges::of_resident(&mut town.app.db.read().await.unwrap(), id).await.unwrap();
    all.into_iter().map(|merge| merge.proof.map(|proof| proof.how)).collect()
}

/// What was sent to this address, the newest first.
async fn sent_to(town: &Town, address: &str) -> Vec<String> {
    texts(town).await.into_iter().filter(|(to, _)| to == address).map(|(_, text)| text).collect()
}

/// Types a code beside this merge, where the page asks for it.
async fn types(browser: &mut Browser, merge: &str, code: &str) -> Answer {
    let name = format!("code-{merge}");
    browser.post(&format!("{PAGE}/prove"), &[("merge", merge), (&name, code)]).await
}

#[test]
fn nothing_of_one_account_reaches_the_other_before_it_is_shown_that_both_are_theirs() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let mut tess = desk(&town, TESS).await;
        let (one, other, path) = twice(&town).await;
        join(&mut tess, &path, one).await;
        for (account, address) in [(one, "ada@post.example"), (other, "quiet.heron@mail.example")] {
            assert_eq!(own(&town, account).await, [account]);
            assert_eq!(told(&town, account).await, address, "each is written to where it says");
            let person = residents::person(&mut town.app.db.read().await.unwrap(), account).await.unwrap().unwrap();
            assert_eq!((person.accounts, person.emails), (vec![account], vec![address.to_owned()]));
        }
        assert_eq!(found(&town, "testwell").await, [one], "for staff they are one record");
        // Either reads that there may be another, and nothing of it.
        let secret = ["Testwell", "Mill", "ada@", "ad…", "quiet", "qu…", "Quay", "Account made on"];
        for account in [one, other] {
            let page = home_of(&town, account).await.get(PAGE).await.body;
            assert!(page.contains("We think that you have another account with us"), "{page}");
            assert!(page.contains("by a customer service officer") && page.contains("This is not me"), "{page}");
            let shown: Vec<&str> = secret.into_iter().filter(|secret| page.contains(secret)).collect();
            assert_eq!(shown, [""; 0], "{page}");
        }
        // The older one heard of it, with the way to say no; the newer one did not.
        let heard =
            sent_to(&town, "ada@post.example").await.into_iter().filter(|text| text.contains("another account"));
        let heard: Vec<String> = heard.collect();
        assert_eq!(heard.len(), 1);
        assert!(heard[0].contains("This is not me") && heard[0].contains(PAGE), "{}", heard[0]);
        assert!(!heard[0].contains("quiet") && !heard[0].contains("Quay"), "{}", heard[0]);
        assert!(!sent_to(&town, "quiet.heron@mail.example").await.iter().any(|text| text.contains("another account")));
        let page = tess.get(&path).await.body;
        assert!(page.contains("Each account sees only its own") && page.contains("Not shown yet"), "{page}");
    });
}

#[test]
fn a_code_that_went_to_the_older_account_is_entered_in_the_newer() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let mut tess = desk(&town, TESS).await;
        let (one, other, path) = twice(&town).await;
        join(&mut tess, &path, one).await;
        let (mut older, mut newer) = (home_of(&town, one).await, home_of(&town, other).await);
        let merge = older.get(PAGE).await.field("merge");
        // Nothing can be shown from the older one: the code would come to whoever asks for it.
        let sent = texts(&town).await.len();
        assert_eq!(older.post(&format!("{PAGE}/code"), &[("merge", &merge)]).await.location, PAGE);
        let eve = person(&town, "Eve Elsewhere", "", QUAY, "eve@post.example").await;
        let mut eve = home_of(&town, eve).await;
        assert_eq!(eve.post(&format!("{PAGE}/code"), &[("merge", &merge)]).await.location, PAGE);
        assert_eq!(texts(&town).await.len(), sent, "nor by anybody else");
        assert_eq!(types(&mut newer, &merge, "123456").await.status, 422, "none was sent");
        let asked = newer.post(&format!("{PAGE}/code"), &[("merge", &merge)]).await;
        assert_eq!(asked.location, format!("{PAGE}?done=sent"));
        assert!(!newer.get(&asked.location).await.body.contains("post.example"), "where it went is not told");
        assert_eq!(texts(&town).await[0].0, "ada@post.example");
        let (code, wrong) = code_of(&town).await;
        let refused = types(&mut newer, &merge, &wrong).await;
        assert!(refused.status == 422 && refused.body.contains('4'), "{}", refused.body);
        assert_eq!(types(&mut newer, &merge, "12").await.status, 422);
        assert_eq!(types(&mut older, &merge, &code).await.location, PAGE, "it is of another browser");
        assert_eq!(own(&town, other).await, [other]);
        for done in ["?done=proved", ""] {
            assert_eq!(types(&mut newer, &merge, &code).await.location, format!("{PAGE}{done}"));
        }
        assert_eq!((own(&town, one).await, own(&town, other).await), (vec![one, other], vec![other, one]));
        assert_eq!(how(&town, other).await, [Some("code".to_owned())]);
        assert_eq!(told(&town, other).await, "ada@post.example", "one person, written to in one place");
        for id in [one, other] {
            assert_eq!(happened(&town, id).await, ["resident.proved", "resident.linked"], "once");
        }
        let heard = sent_to(&town, "ada@post.example").await;
        assert_eq!(heard.iter().filter(|text| text.contains("now") && text.contains("both")).count(), 1, "{heard:?}");
        assert!(newer.get(PAGE).await.body.contains("a…@po…"), "from now on they see which it is");
        assert!(tess.get(&path).await.body.contains("the code was entered by whoever is signed in"));
        // Parted, all of it is taken back, and joined anew it is to be shown anew.
        part(&mut tess, &path).await;
        assert_eq!((own(&town, one).await, own(&town, other).await), (vec![one], vec![other]));
        assert_eq!(told(&town, other).await, "quiet.heron@mail.example");
        join(&mut tess, &path, one).await;
        assert_eq!(own(&town, other).await, [other]);
    });
}

#[test]
fn who_guesses_has_five_tries_and_a_new_code_begins_anew() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let mut tess = desk(&town, TESS).await;
        let (one, other, path) = twice(&town).await;
        join(&mut tess, &path, one).await;
        let mut newer = home_of(&town, other).await;
        let merge = newer.get(PAGE).await.field("merge");
        newer.post(&format!("{PAGE}/code"), &[("merge", &merge)]).await;
        let (code, wrong) = code_of(&town).await;
        for _ in 0..5 {
            assert_eq!(types(&mut newer, &merge, &wrong).await.status, 422);
        }
        assert_eq!(types(&mut newer, &merge, &code).await.status, 422, "the right one comes too late");
        let mut last = 303;
        for _ in 0..6 {
            last = newer.post(&format!("{PAGE}/code"), &[("merge", &merge)]).await.status;
        }
        assert_eq!(last, 429, "nor is the older one sent codes for ever");
        assert_eq!(own(&town, other).await, [other]);
    });
}

#[test]
fn a_code_for_one_joining_opens_no_other() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let mut tess = desk(&town, TESS).await;
        let (one, newest, by_one) = {
            let (one, other, _) = twice(&town).await;
            let newest = person(&town, "Ada Testwell", "1970-03-14", MILL, "third@post.example").await;
            all_matched(&town).await;
            let by_other = format!("/desk/linking/{}", pair(&town, other, newest).await.id);
            join(&mut tess, &by_other, newest).await;
            (one, newest, format!("/desk/linking/{}", pair(&town, one, newest).await.id))
        };
        join(&mut tess, &by_one, newest).await;
        let mut browser = home_of(&town, newest).await;
        let all = merges::of_resident(&mut town.app.db.read().await.unwrap(), newest).await.unwrap();
        let with = |account: Id| all.iter().find(|merge| merge.merged == account).unwrap().id.to_string();
        let (of_one, of_other) = (with(one), all.iter().find(|merge| merge.merged != one).unwrap().id.to_string());
        for merge in [&of_one, &of_other] {
            browser.post(&format!("{PAGE}/code"), &[("merge", merge)]).await;
        }
        assert_eq!(texts(&town).await[0].0, "quiet.heron@mail.example");
        let (code, _) = code_of(&town).await;
        assert_eq!(types(&mut browser, &of_one, &code).await.status, 422, "it was sent for the other");
        assert_eq!(own(&town, newest).await, [newest]);
        assert_eq!(types(&mut browser, &of_other, &code).await.status, 303);
        assert_eq!(own(&town, newest).await.len(), 2, "of the three the two that were shown");
        assert_eq!(own(&town, one).await, [one]);
    });
}

async fn checks(officer: &mut Browser, id: Id) {
    let said = [("purpose", "caller"), ("caller", "self"), ("given", "name"), ("given", "papers")];
    let opened = send(officer, &format!("/desk/residents/{id}/open"), &said).await;
    assert_eq!(opened.location, format!("/desk/residents/{id}"), "{}", opened.body);
}

#[test]
fn who_passed_a_check_for_each_record_has_shown_it_when_they_are_joined() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let mut tess = desk(&town, TESS).await;
        let (one, other, path) = twice(&town).await;
        checks(&mut tess, one).await;
        let page = tess.get(&path).await.body;
        assert!(page.contains("Its holder passed a check with you"), "{page}");
        assert!(
            page.contains(&format!("/desk/residents/{other}/open")),
            "what is missing, and where it is done: {page}"
        );
        // A colleague's check is not this officer's.
        let mut lee = desk(&town, LEE).await;
        checks(&mut lee, other).await;
        join(&mut tess, &path, one).await;
        assert_eq!(how(&town, one).await, [None]);
        part(&mut tess, &path).await;
        checks(&mut tess, other).await;
        join(&mut tess, &path, one).await;
        assert_eq!(how(&town, one).await, [None, Some("checks".to_owned())]);
        assert_eq!(own(&town, other).await, [other, one]);
        assert_eq!(happened(&town, one).await[..2], ["resident.proved", "resident.linked"]);
        let newest = &texts(&town).await[0];
        assert!(newest.0 == "ada@post.example" && newest.1.contains("It was shown to us"), "{newest:?}");
        assert!(!tess.get(&path).await.body.contains("Each account sees only its own"));
    });
}

#[test]
fn who_reads_out_the_codes_of_both_accounts_has_shown_it_and_of_one_has_not() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let mut tess = desk(&town, TESS).await;
        let (one, other, path) = twice(&town).await;
        join(&mut tess, &path, one).await;
        let (prove, merge) = (format!("{path}/prove"), tess.get(&path).await.field("merge"));
        let sides = [("older", "ada@post.example"), ("newer", "quiet.heron@mail.example")];
        for (at, (side, address)) in sides.into_iter().enumerate() {
            let button = format!("{side}-email");
            let sent = tess.post(&prove, &[("merge", &merge), ("send", &button)]).await;
            assert_eq!(sent.location, format!("{path}#proof"));
            let newest = texts(&town).await.remove(0);
            assert!(newest.0 == address && newest.1.contains("Read it out"), "{newest:?}");
            let (code, wrong) = code_of(&town).await;
            let (field, other_field) = (format!("code-{side}"), format!("code-{}", sides[1 - at].0));
            let refused = tess.post(&prove, &[("merge", &merge), (&field, &wrong)]).await;
            assert!(refused.status == 422 && refused.body.contains('4'), "{}", refused.body);
            assert_eq!(tess.post(&prove, &[("merge", &merge), (&field, "")]).await.status, 422);
            let elsewhere = tess.post(&prove, &[("merge", &merge), (&other_field, &code)]).await;
            assert!(at == 1 || elsewhere.status == 422, "a code of one account is none of the other");
            assert_eq!(own(&town, one).await, [one], "whoever holds one of them may not hold the other");
            for _ in 0..2 {
                assert_eq!(tess.post(&prove, &[("merge", &merge), (&field, &code)]).await.location, path);
            }
        }
        assert_eq!(own(&town, one).await, [one, other]);
        assert_eq!(how(&town, one).await, [Some("read-out".to_owned())]);
        assert_eq!(happened(&town, other).await, ["resident.proved", "resident.linked"], "once");
    });
}

#[test]
fn who_says_that_it_is_not_them_is_apart_before_anything_was_shown_and_no_code_helps() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let mut tess = desk(&town, TESS).await;
        let (one, other, path) = twice(&town).await;
        join(&mut tess, &path, one).await;
        let (mut older, mut newer) = (home_of(&town, one).await, home_of(&town, other).await);
        let merge = newer.get(PAGE).await.field("merge");
        newer.post(&format!("{PAGE}/code"), &[("merge", &merge)]).await;
        let (code, _) = code_of(&town).await;
        older.post(&format!("{PAGE}/not-me"), &[("merge", &merge)]).await;
        assert_eq!(types(&mut newer, &merge, &code).await.location, PAGE);
        assert_eq!((own(&town, other).await, how(&town, other).await), (vec![other], vec![None]));
        assert!(!newer.get(PAGE).await.body.contains("another account"), "it is told no more than before");
        assert_eq!(state(&town, one, other).await, "disputed");
        assert_eq!(happened(&town, other).await, ["resident.linked"]);
        part(&mut tess, &path).await;
        assert_eq!(state(&town, one, other).await, "never");
    });
}

#[test]
fn a_check_after_two_were_joined_does_not_say_whose_holder_it_was() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let mut tess = desk(&town, TESS).await;
        let (one, other, path) = twice(&town).await;
        join(&mut tess, &path, one).await;
        // The holder of the other stands there, with their own papers, and both open as one record.
        checks(&mut tess, one).await;
        let (prove, merge) = (format!("{path}/prove"), tess.get(&path).await.field("merge"));
        tess.post(&prove, &[("merge", &merge), ("send", "newer-email")]).await;
        let (code, _) = code_of(&town).await;
        assert_eq!(tess.post(&prove, &[("merge", &merge), ("code-newer", &code)]).await.location, path);
        assert_eq!((own(&town, one).await, how(&town, one).await), (vec![one], vec![None]));
        assert_eq!(own(&town, other).await, [other]);
    });
}

#[test]
fn who_speaks_for_one_of_two_joined_by_mistake_does_not_speak_for_the_other() {
    each_database(repository_migrations(), async |db| {
        let town = town(db);
        let mut tess = desk(&town, TESS).await;
        let (one, other, path) = twice(&town).await;
        checks(&mut tess, other).await;
        let day = [("until-day", "1"), ("until-month", "2"), ("until-year", "2030")];
        let who = [("kind", "appointee"), ("holder", "Ben Sample"), ("reach", "everything"), ("seen", "A letter")];
        let given = send(&mut tess, &format!("/desk/residents/{other}/authority"), &[&who[..], &day].concat()).await;
        assert_eq!(given.location, format!("/desk/residents/{other}"), "{}", given.body);
        join(&mut tess, &path, one).await;
        assert_eq!(joined::record(&mut town.app.db.read().await.unwrap(), other).await.unwrap(), one);
        let mut lee = desk(&town, LEE).await;
        let open = lee.get(&format!("/desk/residents/{one}/open")).await.body;
        assert!(open.contains("Ada") && !open.contains("Ben Sample"), "{open}");
        let theirs = joined::authorities(&mut town.app.db.read().await.unwrap(), one).await.unwrap();
        assert_eq!(theirs.len(), 0);
        let theirs = joined::authorities(&mut town.app.db.read().await.unwrap(), other).await.unwrap();
        assert_eq!(theirs.len(), 1);
    });
}
