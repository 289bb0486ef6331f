//! A service that is open to some people first: who may start it, and that closing it loses no draft.

use crate::council::{LANDLINE, PAGES, allotment, browser, fill, parts, start, submit};
use kit::App;
use kit::session::{self, Surface};
use kit::testing::{TestDb, each_database, repository_migrations};
use kit::who::{Person, Role, Who};
use services::{Folder, publish};
use workforce::{Details, NewMember, insert_member};

/// The allotment, open to these only.
fn opened(to: &str) -> Folder {
    allotment(|text| {
        let text = text.replacen("\n[retention]", &format!("\n[open]\n{to}\n\n[retention]"), 1);
        if text.contains("[retention]") { text } else { format!("{text}\ntoday = Come to the town hall.\n") }
    })
}

async fn council(db: &TestDb, to: &str) -> App {
    let folder = opened(to);
    let mut parts = parts(db, &folder);
    parts.staff = workforce::lookup;
    let app = parts.build();
    publish(&app, &folder).await.unwrap();
    app
}

const START: &str = "/forms/allotment/start";

#[test]
fn a_draft_from_when_it_was_open_is_finished_and_sent_after_it_closed() {
    each_database(repository_migrations(), async |db| {
        let folder = allotment(str::to_owned);
        let app = parts(db, &folder).build();
        publish(&app, &folder).await.unwrap();
        let mut ben = browser(&app);
        let draft = start(&mut ben).await;
        fill(&mut ben, &format!("{draft}/{}", PAGES[0].0), PAGES[0].1).await;
        assert_eq!(publish(&app, &opened("to = \"staff\"")).await.unwrap(), [("allotment".to_owned(), 2)]);
        let refused = browser(&app).post(START, &[]).await;
        assert_eq!(refused.status, 403);
        assert!(refused.body.contains("Only our staff") && refused.body.contains("Come to the town hall."));
        for (page, typed) in &PAGES[1..] {
            assert_eq!(fill(&mut ben, &format!("{draft}/{page}"), typed).await.status, 303, "{page}");
        }
        fill(&mut ben, &format!("{draft}/contact"), &LANDLINE).await;
        let sent = submit(&mut ben, &draft).await;
        assert!(sent.location.starts_with("/received/"), "{} {}", sent.location, sent.body);
    });
}

#[test]
fn staff_who_are_signed_in_at_the_desk_start_what_only_they_may() {
    each_database(repository_migrations(), async |db| {
        let app = council(db, "to = \"staff\"").await;
        assert_eq!(browser(&app).post(START, &[]).await.status, 403);
        let details = Details {
            name: "Sam Example".into(),
            email: "sam@eastmere.example".into(),
            roles: vec![Role::Officer],
            teams: Vec::new(),
            active: true,
        };
        let id = app.id();
        let new = NewMember { id, details: &details, listed: false, password_hash: None, made_at: app.now() };
        let mut tx = app.db.begin().await.unwrap();
        insert_member(&mut tx, &new).await.unwrap();
        let person = Person::Staff(workforce::lookup(&mut tx, id).await.unwrap().unwrap());
        let nobody = Who::anyone(kit::Lang::EN);
        let (_, cookie) = session::start(&mut tx, &app, Surface::Staff, &person, &nobody).await.unwrap();
        tx.commit().await.unwrap();
        let mut sam = browser(&app);
        let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
        sam.cookies.insert(name.to_owned(), value.to_owned());
        let started = sam.post(START, &[]).await;
        assert!(started.location.starts_with("/forms/"), "{} {}", started.status, started.body);
    });
}

#[test]
fn people_of_a_ward_start_with_their_postcode() {
    each_database(repository_migrations(), async |db| {
        // CB1 0AG is in Coleridge, CB4 1AA is not.
        let app = council(db, "to = \"wards\"\nwards = [\"E05013054\"]").await;
        for (typed, status, said) in [
            ("", 422, "Give a whole postcode"),
            ("nonsense", 422, "value=\"nonsense\""),
            ("YO1 9ZZ", 422, "We do not know this postcode"),
            ("CB4 1AA", 403, "not in an area where we are trying this"),
        ] {
            let answer = browser(&app).post(START, &[("postcode", typed)]).await;
            assert_eq!(answer.status, status, "{typed}: {}", answer.body);
            assert!(answer.body.contains(said), "{typed}: {}", answer.body);
        }
        let started = browser(&app).post(START, &[("postcode", "cb10ag")]).await;
        assert!(started.location.starts_with("/forms/"), "{}", started.body);
    });
}

#[test]
fn a_share_lets_some_in_and_tells_the_same_browser_the_same_again() {
    each_database(repository_migrations(), async |db| {
        let app = council(db, "to = \"share\"\npercent = 50").await;
        let (mut inside, mut outside) = (0, 0);
        for _ in 0..24 {
            let mut someone = browser(&app);
            let first = someone.post(START, &[]).await;
            let again = someone.post(START, &[]).await;
            assert_eq!(first.status, again.status, "nobody flips");
            match first.status {
                303 => inside += 1,
                403 if first.body.contains("You are not one of the people") => outside += 1,
                other => panic!("{other}: {}", first.body),
            }
        }
        assert!(inside > 3 && outside > 3, "{inside} in, {outside} out");
    });
}
