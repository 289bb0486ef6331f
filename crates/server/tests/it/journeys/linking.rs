//! Two records of one person, through the whole program: joined they are one for everybody who reads, and parted they are as before.

use crate::access::things::proposed;
use crate::access::world::{open_case, open_of, person};
use crate::api::Program;
use crate::support::{Browser, Council, another};
use kit::Id;
use kit::personal::Reader;
use kit::testing::{each_database, repository_migrations};
use kit::who::{Person, Role, Staff, Who};
use residents::linking;
use residents::store::{merges, record};

/// An account, with a request of its own.
pub struct Own {
    pub id: Id,
    pub browser: Browser,
    pub reference: String,
    email: String,
}

async fn own(council: &Council, name: &str, mailbox: &str) -> Own {
    let email = format!("{mailbox}{}@post.example", another());
    let browser = council.resident(name, &email).await;
    let (id, _) = person(council, &browser).await;
    let mut tx = council.app.db.begin().await.unwrap();
    record::set_particulars(&mut tx, id, Some("1970-03-14"), false).await.unwrap();
    residents::find::keys::write(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    let reference = open_case(council, id, None).await.1;
    Own { id, browser, reference, email }
}

/// Ada twice, and the page of the pair.
pub async fn twice(council: &Council) -> (Own, Own, String) {
    let (one, other) = (own(council, "Ada Testwell", "ada").await, own(council, "Ada Testwel", "heron").await);
    linking::match_now(&council.app, other.id).await.unwrap();
    let pair = merges::of_pair(&mut council.app.db.read().await.unwrap(), one.id, other.id).await.unwrap();
    (one, other, format!("/desk/linking/{}", pair.expect("they are proposed").id))
}

async fn officer(council: &Council) -> Browser {
    council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser
}

pub async fn join(officer: &mut Browser, path: &str, keep: Id) {
    officer.open(path).await;
    officer.choose("One person").type_in("keep", &keep.to_string()).fill("Why?", "One passport, both codes read out");
    officer.press("Decide").await;
    assert_eq!(officer.page.path, path, "{}", officer.page.text());
    officer.page.says("Joined on").says("One passport, both codes read out").says("Olu Officer");
}

/// Whoever is signed in to the newer account enters the code that went to the older.
pub async fn shown(council: &Council, older: &Own, newer: &mut Own) {
    newer.browser.open("/account").await;
    newer.browser.follow("We think that you have another account with us. See what you can do.").await;
    newer.browser.press("Send a code to the other account").await.says("a code is on its way to it");
    let code = council.code_for(&older.email).await;
    newer
        .browser
        .fill("Code", &code)
        .press("Both accounts are mine")
        .await
        .says("Both accounts now show your requests");
}

pub async fn record_of(officer: &mut Browser, id: Id) {
    officer.open(&format!("/desk/residents/{id}")).await;
    if officer.page.path.ends_with("/open") {
        officer.choose("I am working on their matter").fill("What are you working on?", "Their letters");
        officer.press("Open").await;
    }
}

#[test]
fn joined_accounts_are_one_person_at_the_desk_and_at_home_and_parted_they_are_two() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (mut one, mut other, path) = twice(&council).await;
        let (of_one, of_other) = (one.reference.clone(), other.reference.clone());
        let mut officer = officer(&council).await;
        officer.open("/desk/linking").await;
        officer.page.says("Ada Testwell").says("Very likely one person");
        other.browser.open("/account").await.is_silent_about(&one.reference);
        join(&mut officer, &path, one.id).await;
        each_sees_its_own(&council, &mut one, &mut other).await;
        // At the desk: one record, which has the requests and the timeline of both.
        record_of(&mut officer, other.id).await;
        assert_eq!(officer.page.path, format!("/desk/residents/{}", one.id), "the other leads to it");
        officer.page.says(&one.reference).says(&other.reference).says(&other.email).says("Joined with another account");
        officer.page.says("Not shown to be theirs").says("Say nothing of what is marked");
        officer.open("/desk/find?q=testwel").await;
        let people = officer.page.texts("tbody tr");
        assert_eq!(people.len(), 1, "one box shows one person: {people:?}");
        shown(&council, &one, &mut other).await;
        record_of(&mut officer, other.id).await;
        officer
            .page
            .says(&other.email)
            .is_silent_about("Not shown to be theirs")
            .says("Shown that both accounts are theirs");
        // At home: both ways in lead to both requests, and both say what was joined.
        for (own, theirs) in [(&mut one, &of_other), (&mut other, &of_one)] {
            own.browser.open("/account").await.says("We have joined two of your accounts");
            assert_eq!(own.browser.open(&format!("/cases/{theirs}")).await.status, 200);
            assert_eq!(own.browser.page.path, format!("/cases/{theirs}"), "it is theirs too");
            own.browser.open("/account/details/joined").await.says("by a customer service officer");
            own.browser.open("/account/data").await.says("Accounts that were joined");
        }
        let parts = server::held::read(&council.app, one.id, Reader::Staff, kit::Lang::EN).await.unwrap();
        let all = kit::personal::json(&parts).to_string();
        for told in [&one.reference, &other.reference, &one.email, &other.email] {
            assert!(all.contains(told.as_str()), "the export lacks {told}");
        }
        // Parted: each its own again.
        officer.open(&path).await;
        officer.fill("Why are they not one person?", "Two sisters").press("Part them").await;
        officer.page.says("Parted on").says("Two sisters");
        officer.open("/desk/linking?of=never").await.says("Ada Testwel");
        for (own, theirs) in [(&mut one, &of_other), (&mut other, &of_one)] {
            let page = own.browser.open("/account").await;
            page.is_silent_about("We have joined").is_silent_about("another account").is_silent_about(theirs);
            assert!(own.browser.open(&format!("/cases/{theirs}")).await.path.starts_with("/track"));
        }
        record_of(&mut officer, other.id).await;
        assert_eq!(officer.page.path, format!("/desk/residents/{}", other.id));
        officer.page.says(&other.reference).is_silent_about(&one.reference);
    });
}

/// Joined for staff, and nobody has shown that both are theirs: neither list, page, file, program nor check of a caller reaches across.
async fn each_sees_its_own(council: &Council, one: &mut Own, other: &mut Own) {
    let secrets = [&one, &other].map(|own| (own.id, own.reference.clone(), own.email.clone()));
    for (own, at) in [(one, 1), (other, 0)] {
        let (their_id, theirs, email) = &secrets[at];
        let silent = |page: &str, text: &str| {
            for secret in [theirs.as_str(), email.as_str(), &their_id.to_string()] {
                assert!(!text.contains(secret), "{page} tells of {secret}: {text}");
            }
        };
        for path in
            ["/account", "/account/details", "/account/details/joined", "/account/details/needs", "/account/data"]
        {
            own.browser.open(path).await;
            silent(path, &own.browser.page.body);
        }
        own.browser.page.is_silent_about("One passport");
        assert!(own.browser.open(&format!("/cases/{theirs}")).await.path.starts_with("/track"));
        let file = own.browser.send("GET", "/account/data?as=json", String::new()).await;
        silent("the file", &file.body);
        assert!(!file.body.contains("One passport"), "why they were joined may tell of the other: {}", file.body);
        let taken = server::held::read(&council.app, own.id, Reader::Staff, kit::Lang::EN).await.unwrap();
        let taken = kit::personal::json(&taken).to_string();
        assert!(taken.contains(&own.reference) && !taken.contains(theirs) && !taken.contains(email), "{taken}");
        let program = Program::of(council, "resident", own.id, &["own.read"]).await;
        silent("the list for programs", &program.get("/api/v1/cases").await.good(200).body.to_string());
        let page = program.get(&format!("/api/v1/cases/{theirs}")).await;
        assert_eq!(page.status, 404, "{}", page.body);
        // Who knows the reference of one is not known to be the other.
        let accounts = linking::joined::own(&mut council.app.db.read().await.unwrap(), own.id).await.unwrap();
        let known =
            cases::is_open_request(&mut council.app.db.read().await.unwrap(), &council.app, &accounts, theirs).await;
        assert!(!known.unwrap());
    }
}

#[test]
fn an_account_that_was_not_shown_to_be_theirs_is_taken_and_erased_with_no_other() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (one, other, path) = twice(&council).await;
        let mut officer = officer(&council).await;
        join(&mut officer, &path, one.id).await;
        let mut admin = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        is_not_erased(&council, &mut admin, &one, &other).await;
        is_not_erased(&council, &mut admin, &other, &one).await;
        let mine = open_of(&council, one.id, None, "missed-bin").await.1;
        let theirs = open_of(&council, other.id, None, "missed-bin").await.1;
        // The caller knows the reference of the false account alone: that shows nothing of the one that is kept.
        let mut second = self::officer(&council).await;
        second.open(&format!("/desk/residents/{}/open", one.id)).await;
        second.choose("Somebody is asking").type_in("caller", "self").choose("Full name");
        second.fill("Reference of an open request, if they gave one", &theirs).press("Open").await;
        assert_eq!(second.page.status, 422, "{}", second.page.text());
        // Nor does a number that anybody reads on the list of problems in the streets.
        second.fill("Reference of an open request, if they gave one", &one.reference).press("Open").await;
        assert_eq!(second.page.status, 422, "{}", second.page.text());
        // Let in by a reference of their own they are told nothing of the other: that something happened there, and no more.
        second.fill("Reference of an open request, if they gave one", &mine).press("Open").await;
        assert_eq!(second.page.path, format!("/desk/residents/{}", one.id), "{}", second.page.text());
        let lines = second.page.texts(".app-timeline__when a");
        let number = other.reference.parse::<kit::Reference>().unwrap().grouped();
        assert!(lines.contains(&number), "its number alone: {lines:?}");
        assert!(lines.iter().any(|line| line.contains("A hole in the road")), "their own: {lines:?}");
    });
}

#[test]
fn whoever_says_it_is_not_them_sees_their_own_alone_at_once() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (mut one, mut other, path) = twice(&council).await;
        let (of_one, of_other) = (one.reference.clone(), other.reference.clone());
        let mut officer = officer(&council).await;
        join(&mut officer, &path, one.id).await;
        other.browser.open("/account/details/joined").await;
        other.browser.press("This is not me").await.says("The accounts are apart now.");
        for (own, theirs) in [(&mut one, &of_other), (&mut other, &of_one)] {
            own.browser.open("/account").await.is_silent_about(theirs);
            assert!(own.browser.open(&format!("/cases/{theirs}")).await.path.starts_with("/track"));
        }
        officer.open("/desk/linking?of=disputed").await;
        officer.page.says("They say it is not them: 1").says("Ada Testwel");
    });
}

/// What staff read, take and erase of one of two accounts that are kept apart is of that one alone.
async fn each_is_its_own(council: &Council, officer: &mut Browser, one: &Own, other: &Own) {
    for (own, theirs) in [(one, other), (other, one)] {
        record_of(officer, own.id).await;
        assert_eq!(officer.page.path, format!("/desk/residents/{}", own.id), "a record of its own");
        officer.page.says(&own.reference).is_silent_about(&theirs.reference).is_silent_about(&theirs.email);
        officer.page.says("kept apart").is_silent_about("Why, and parting them");
        let parts = server::held::read(&council.app, own.id, Reader::Staff, kit::Lang::EN).await.unwrap();
        let all = kit::personal::json(&parts).to_string();
        assert!(all.contains(&own.reference) && all.contains(&own.email), "{all}");
        assert!(
            !all.contains(&theirs.reference) && !all.contains(&theirs.email),
            "the export tells of the other: {all}"
        );
        let live = live(council, own.id).await;
        assert_eq!(live, [own.reference.as_str()], "what they may be asked about");
    }
}

async fn live(council: &Council, id: Id) -> Vec<String> {
    let staff = Staff { id: Id([9; 16]), name: String::new(), roles: vec![Role::Officer], teams: Vec::new() };
    let who = Who { person: Person::Staff(staff), ..Who::anyone(kit::Lang::EN) };
    let mut read = council.app.db.read().await.unwrap();
    let live = cases::live_of(&mut read, &council.app, &who, id).await.unwrap();
    live.into_iter().map(|known| known.reference.to_string()).collect()
}

/// Nobody is erased while it is not decided whose the other account is.
async fn is_not_erased(council: &Council, admin: &mut Browser, one: &Own, other: &Own) {
    let path = format!("/desk/residents/{}/erase", one.id);
    admin.open(&path).await.says("may be somebody else’s").is_silent_about(&other.reference);
    assert!(admin.page.attribute("main [name=key]", "value").is_none(), "there is nothing to press");
    let fields = format!("key={}&reason=By+letter", council.app.id());
    assert_eq!(admin.send("POST", &path, fields).await.status, 409);
    for own in [one, other] {
        let mut read = council.app.db.read().await.unwrap();
        assert!(residents::personal::erasure_of(&mut read, own.id).await.unwrap().is_none());
        let account = residents::by_id(&mut read, own.id).await.unwrap().unwrap();
        assert_eq!(account.email.as_deref(), Some(own.email.as_str()));
    }
}

#[test]
fn a_disputed_account_is_shown_taken_and_erased_with_no_other() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (one, mut other, path) = twice(&council).await;
        let mut officer = officer(&council).await;
        join(&mut officer, &path, one.id).await;
        other.browser.open("/account/details/joined").await;
        other.browser.press("This is not me").await;
        each_is_its_own(&council, &mut officer, &one, &other).await;
        // Neither is a form begun in the name of the other, by whoever may be told about one.
        officer.open(&format!("/desk/residents/{}/for", one.id)).await;
        officer.page.says("Ada Testwell");
        let mut second = self::officer(&council).await;
        record_of(&mut second, one.id).await;
        second.open(&format!("/desk/residents/{}/for", other.id)).await;
        assert_eq!(second.page.path, format!("/desk/residents/{}/open", other.id), "that record is closed to them");
        let mut admin = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        is_not_erased(&council, &mut admin, &one, &other).await;
        is_not_erased(&council, &mut admin, &other, &one).await;
        // Decided, each can be erased, and the other stays.
        officer.open(&path).await;
        officer.fill("Why are they not one person?", "Two sisters").press("Part them").await;
        let mut leader = council.colleague("Lee Leader", &[Role::TeamLeader], &["highways"]).await.browser;
        leader.decide(&one.reference, true).await;
        admin.open(&format!("/desk/residents/{}/erase", one.id)).await;
        admin.fill("How did they ask, and how do you know it was them?", "At the counter, with a passport.");
        admin.press("Erase").await.says("The account was erased on");
        let mut read = council.app.db.read().await.unwrap();
        assert_eq!(residents::by_id(&mut read, other.id).await.unwrap().unwrap().email, Some(other.email));
    });
}

#[test]
fn an_account_with_a_safe_address_is_shown_taken_and_erased_with_no_other() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        // Whoever looks for Ada made an account in her name; it was taken for hers, and stands for both.
        let (ada, false_one, path) = twice(&council).await;
        let mut officer = officer(&council).await;
        join(&mut officer, &path, false_one.id).await;
        let mut tx = council.app.db.begin().await.unwrap();
        record::set_particulars(&mut tx, ada.id, Some("1970-03-14"), true).await.unwrap();
        residents::find::keys::write(&mut tx, ada.id).await.unwrap();
        tx.commit().await.unwrap();
        each_is_its_own(&council, &mut officer, &false_one, &ada).await;
        let mut admin = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        is_not_erased(&council, &mut admin, &false_one, &ada).await;
    });
}

#[test]
fn who_was_erased_leaves_no_account_parted_for_ever() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (one, mut other, path) = twice(&council).await;
        let mut officer = officer(&council).await;
        join(&mut officer, &path, one.id).await;
        other.browser.open("/account/details/joined").await;
        other.browser.press("This is not me").await;
        let mut tx = council.app.db.begin().await.unwrap();
        residents::personal::erase(&mut tx, &council.app, &Who::system(), one.id).await.unwrap();
        tx.commit().await.unwrap();
        let mut read = council.app.db.read().await.unwrap();
        assert!(!linking::joined::is_parted(&mut read, other.id).await.unwrap(), "nobody could decide about the pair");
    });
}

#[test]
fn whoever_is_erased_goes_with_every_account_that_was_joined() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (one, mut other, path) = twice(&council).await;
        let mut officer = officer(&council).await;
        join(&mut officer, &path, one.id).await;
        shown(&council, &one, &mut other).await;
        let mut leader = council.colleague("Lee Leader", &[Role::TeamLeader], &["highways"]).await.browser;
        for reference in [&one.reference, &other.reference] {
            leader.decide(reference, true).await;
        }
        let mut admin = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        admin.open(&format!("/desk/residents/{}/erase", one.id)).await;
        admin.fill("How did they ask, and how do you know it was them?", "At the counter, with a passport.");
        admin.press("Erase").await.says("The account was erased on");
        let mut read = council.app.db.read().await.unwrap();
        for own in [&one, &other] {
            let gone = residents::by_id(&mut read, own.id).await.unwrap().expect("its id stays");
            assert_eq!((gone.name.as_str(), gone.email), ("", None));
            assert_eq!(merges::all_of(&mut read, own.id).await.unwrap(), []);
        }
        let joined = merges::of_resident(&mut read, one.id).await.unwrap();
        assert_eq!(joined.iter().map(|merge| merge.reason.as_str()).collect::<Vec<_>>(), [""], "no word of it is left");
    });
}

#[test]
fn a_proposal_of_other_people_is_nothing_to_a_new_account() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let one = own(&council, "Ada Testwell", "ada").await;
        let pair = proposed(&council, one.id).await;
        let mut own = one.browser;
        for path in ["/account", "/account/details", "/account/details/joined", "/account/data"] {
            own.open(path).await.is_silent_about("again").is_silent_about(&pair.to_string());
        }
        let file = own.send("GET", "/account/data?as=json", String::new()).await;
        assert!(file.status == 200 && file.body.contains(r#""residents_proposals":[]"#), "{}", file.body);
        assert!(!file.body.contains("mail.example"), "{}", file.body);
    });
}
