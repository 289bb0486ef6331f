//! How staff get in, and how nobody else does, on both databases.
#![allow(clippy::unwrap_used)] // what goes wrong in a test must end it

mod office;

use kit::clock::{DAY, HOUR, SECOND};
use kit::outbox;
use kit::testing::{Browser, each_database, repository_migrations};
use kit::who::Role;
use office::{Office, PASSWORD, key_of, staff};

#[test]
fn the_first_sign_in_sets_a_password_and_a_device_then_both_are_needed() {
    each_database(repository_migrations(), async |db| {
        let office = Office::new(db, false);
        let added = office.add("Tess Sample", "Tess@work.example", &[Role::Officer], &[]).await;
        let mut browser = office.browser();
        let page = browser.get(&added.link).await;
        assert!(page.body.contains("<svg xmlns") && !page.body.contains("style="), "{}", page.body);
        let (token, key) = (page.field("token"), key_of(&page));
        let typed = |password, code| [("token", token.as_str()), ("password", password), ("code", code)];
        let code = office.code(&key);
        let weak = browser.post("/desk/set-up", &typed("password123", &code)).await;
        assert!(weak.status == 422 && weak.body.contains("12 characters"), "{}", weak.body);
        assert_eq!(key_of(&weak), key, "the key stays the same");
        let wrong = browser.post("/desk/set-up", &typed(PASSWORD, "000000")).await;
        assert!(wrong.status == 422 && wrong.body.contains("Check the time on the device"));
        let code = office.code(&key);
        assert_eq!(browser.post("/desk/set-up", &typed(PASSWORD, &code)).await.location, "/desk/sign-in?done=set-up");
        assert!(browser.get("/desk/sign-in?done=set-up").await.body.contains("You are set up."));
        assert!(browser.post("/desk/set-up", &typed(PASSWORD, &code)).await.body.contains("no longer good"));
        assert!(browser.get(&added.link).await.body.contains("no longer good"));

        // The code used to set up does not open the door again.
        let on = browser.post("/desk/sign-in", &[("email", "tess@WORK.example"), ("password", PASSWORD)]).await;
        assert!(on.location.starts_with("/desk/sign-in/code?half="), "{on:?}");
        assert_eq!(staff(&browser).await, None, "half is not in");
        let half = browser.get(&on.location).await.field("half");
        assert_eq!(browser.post("/desk/sign-in/code", &[("half", &half), ("code", &code)]).await.status, 422);
        let done = office.sign_in_with(&mut browser, "tess@work.example", &key).await;
        assert_eq!((done.status, done.location.as_str()), (303, "/desk"));
        let tess = staff(&browser).await.unwrap();
        assert_eq!((tess.id, tess.name.as_str(), tess.roles), (added.id, "Tess Sample", vec![Role::Officer]));
        assert_eq!(browser.post("/desk/sign-out", &[]).await.location, "/desk/sign-in");
        assert_eq!(staff(&browser).await, None);
    });
}

#[test]
fn a_code_opens_once_and_half_a_sign_in_belongs_to_one_browser() {
    each_database(repository_migrations(), async |db| {
        let office = Office::new(db, false);
        let added = office.add("Tess Sample", "tess@work.example", &[Role::Officer], &[]).await;
        let key = office.set_up(&added.link).await;
        office.app.clock.advance(31 * SECOND);
        let (mut one, mut two) = (office.browser(), office.browser());
        let right = [("email", "tess@work.example"), ("password", PASSWORD)];
        let (to_one, to_two) = (one.post("/desk/sign-in", &right).await, two.post("/desk/sign-in", &right).await);
        let half = one.get(&to_one.location).await.field("half");
        let code = office.code(&key);
        let stolen = two.post("/desk/sign-in/code", &[("half", &half), ("code", &code)]).await;
        assert!(stolen.location.starts_with("/desk/sign-in?"), "{stolen:?}");
        assert_eq!(one.post("/desk/sign-in/code", &[("half", &half), ("code", &code)]).await.location, "/desk");
        let half = two.get(&to_two.location).await.field("half");
        let again = two.post("/desk/sign-in/code", &[("half", &half), ("code", &code)]).await;
        assert!(again.status == 422 && again.body.contains("used already"), "{}", again.body);
        for _ in 0..4 {
            two.post("/desk/sign-in/code", &[("half", &half), ("code", "000000")]).await;
        }
        office.app.clock.advance(31 * SECOND);
        let code = office.code(&key);
        let late = two.post("/desk/sign-in/code", &[("half", &half), ("code", &code)]).await;
        assert!(late.location.starts_with("/desk/sign-in?"), "five tries: {late:?}");
        let door = two.get(&late.location).await.body;
        assert!(door.contains("The code was wrong five times"), "it says why: {door}");
        assert_eq!(staff(&two).await, None);
    });
}

#[test]
fn strangers_wait_and_a_known_device_does_not() {
    each_database(repository_migrations(), async |db| {
        let office = Office::new(db, false);
        let added = office.add("Tess Sample", "tess@work.example", &[Role::Officer], &[]).await;
        let key = office.set_up(&added.link).await;
        let mut own = office.sign_in("tess@work.example", &key).await;
        own.post("/desk/sign-out", &[]).await;
        let mut said = Vec::new();
        for email in ["tess@work.example", "nobody@work.example"] {
            let mut answers = Vec::new();
            for _ in 0..7 {
                let wrong = [("email", email), ("password", "a wrong guess here")];
                let answer = office.browser().post("/desk/sign-in", &wrong).await;
                answers.push((answer.status, answer.body.replace(email, "…"), answer.retry_after));
            }
            said.push(answers);
        }
        assert_eq!(said[0], said[1], "nobody learns who works here");
        assert_eq!((said[0][0].0, said[0][6].0), (422, 429));
        let wait: u64 = said[0][6].2.parse().expect("it says how long to wait");
        assert!((1..=900).contains(&wait) && said[0][0].2.is_empty(), "{wait}");
        assert_eq!(office.sign_in_with(&mut own, "tess@work.example", &key).await.location, "/desk");
        office.app.clock.advance(HOUR);
        office.sign_in("tess@work.example", &key).await;
    });
}

#[test]
fn who_works_here_gets_in_on_a_new_device_while_strangers_guess() {
    each_database(repository_migrations(), async |db| {
        let office = Office::new(db, false);
        let added = office.add("Tess Sample", "tess@work.example", &[Role::Officer], &[]).await;
        let key = office.set_up(&added.link).await;
        let right = [("email", "tess@work.example"), ("password", PASSWORD)];
        let guess = async || {
            let wrong = [("email", "tess@work.example"), ("password", "a wrong guess here")];
            office.browser().post("/desk/sign-in", &wrong).await
        };
        for _ in 0..30 {
            guess().await;
        }
        let told = guess().await;
        assert!(told.status == 429 && told.body.contains("open the link we have sent"), "{}", told.body);
        let nobody = office.browser().post("/desk/sign-in", &[("email", "no@work.example"), ("password", "x")]).await;
        assert_eq!(nobody.status, 422);
        let sent = outbox::recent(&mut office.app.db.read().await.unwrap(), None, 10).await.unwrap();
        assert_eq!((sent.len(), sent[0].to.as_str()), (1, "tess@work.example"), "one, however often they guess");
        let link = sent[0].text.split_whitespace().find(|word| word.contains("/desk/sign-in/link?")).unwrap();
        let link = &link[link.find("/desk").unwrap()..];
        let mut browser = office.browser();
        assert_eq!(browser.post("/desk/sign-in", &right).await.status, 429, "a strange device waits");
        let page = browser.get(link).await;
        let made = ["staff", "until", "mark"].map(|name| (name, page.field(name)));
        let pressed: Vec<(&str, &str)> = made.iter().map(|(name, value)| (*name, value.as_str())).collect();
        for press in ["once", "twice"] {
            let done = browser.post("/desk/sign-in/link", &pressed).await;
            assert_eq!(done.location, "/desk/sign-in?done=link", "{press}");
        }
        assert_eq!(staff(&browser).await, None, "nobody is in by it");
        let done = office.sign_in_with(&mut browser, "tess@work.example", &key).await;
        assert_eq!(done.location, "/desk", "password and code are");
        for (name, forged) in
            [("staff", office.app.id().to_string()), ("until", (i64::MAX).to_string()), ("mark", "0".into())]
        {
            let forged: Vec<(&str, &str)> = pressed
                .iter()
                .map(|(own, value)| (*own, if *own == name { forged.as_str() } else { *value }))
                .collect();
            assert_eq!(office.browser().post("/desk/sign-in/link", &forged).await.status, 404, "{name}");
        }
        office.app.clock.advance(6 * HOUR);
        assert_eq!(office.browser().get(link).await.status, 404, "it ends");
    });
}

#[test]
fn a_set_up_link_ends_after_three_days() {
    each_database(repository_migrations(), async |db| {
        let office = Office::new(db, false);
        let added = office.add("Tess Sample", "tess@work.example", &[Role::Officer], &[]).await;
        let mut browser = office.browser();
        assert!(browser.get(&added.link).await.body.contains("name=\"token\""));
        office.app.clock.advance(3 * DAY);
        assert!(browser.get(&added.link).await.body.contains("no longer good"));
        assert!(browser.get("/desk/set-up?token=guess").await.body.contains("no longer good"));
        let tried = browser.post("/desk/sign-in", &[("email", "tess@work.example"), ("password", PASSWORD)]).await;
        assert_eq!(tried.status, 422, "without set-up there is no way in");
    });
}

#[test]
fn own_password_and_device_are_changed_with_the_present_password() {
    each_database(repository_migrations(), async |db| {
        let office = Office::new(db, false);
        let added = office.add("Tess Sample", "tess@work.example", &[Role::Officer], &[]).await;
        let key = office.set_up(&added.link).await;
        let mut here = office.sign_in("tess@work.example", &key).await;
        let there = office.sign_in("tess@work.example", &key).await;
        let wrong = [("current", "not this one"), ("password", "silver spoon ladder ten")];
        assert_eq!(here.post("/desk/account/password", &wrong).await.status, 422);
        let right = [("current", PASSWORD), ("password", "silver spoon ladder ten")];
        assert_eq!(here.post("/desk/account/password", &right).await.location, "/desk/account?done=password");
        assert!(staff(&here).await.is_some() && staff(&there).await.is_none());
        for (browser, is_known) in [(&here, true), (&there, false)] {
            let device = browser.who("/desk").await.device.expect("it has signed in");
            let mut read = db.read().await.unwrap();
            assert_eq!(workforce::store::knows_device(&mut read, added.id, device).await.unwrap(), is_known);
        }
        let told = kit::outbox::recent(&mut db.read().await.unwrap(), None, 1).await.unwrap().remove(0);
        assert_eq!((told.to.as_str(), told.subject.as_str()), ("tess@work.example", "Your password was changed"));
        assert_eq!(here.post("/desk/account/renew", &[("renew", PASSWORD)]).await.status, 422);
        let on = here.post("/desk/account/renew", &[("renew", "silver spoon ladder ten")]).await;
        assert!(on.location.starts_with("/desk/set-up?token="), "{on:?}");
        let new = office.set_up(&on.location).await;
        assert_ne!(new, key);
        assert_eq!(staff(&here).await, None, "after a new device everybody signs in again");
        office.sign_in("tess@work.example", &new).await;
    });
}

#[test]
fn a_password_an_administrator_has_taken_away_is_not_set_again() {
    each_database(repository_migrations(), async |db| {
        let office = Office::new(db, false);
        let added = office.add("Tess Sample", "tess@work.example", &[Role::Officer], &[]).await;
        office.set_up(&added.link).await;
        let mut tx = db.begin().await.unwrap();
        let keys = workforce::store::keys_by_id(&mut tx, added.id).await.unwrap().unwrap();
        let proved = keys.password_hash.as_deref();
        workforce::store::set_password(&mut tx, added.id, proved, "another").await.unwrap();
        let late = workforce::store::set_password(&mut tx, added.id, proved, "a third").await;
        assert!(matches!(late, Err(kit::Error::Changed)), "{late:?}");
        workforce::store::shut(&mut tx, added.id).await.unwrap();
        let late = workforce::store::set_password(&mut tx, added.id, Some("another"), "a third").await;
        assert!(matches!(late, Err(kit::Error::Changed)), "{late:?}");
        let keys = workforce::store::keys_by_id(&mut tx, added.id).await.unwrap().unwrap();
        assert_eq!(keys.password_hash, None);
    });
}

#[test]
fn too_many_codes_and_present_passwords_say_how_long_to_wait() {
    each_database(repository_migrations(), async |db| {
        let office = Office::new(db, false);
        let added = office.add("Tess Sample", "tess@work.example", &[Role::Officer], &[]).await;
        let key = office.set_up(&added.link).await;
        let mut own = office.sign_in("tess@work.example", &key).await;
        let wait = async |browser: &mut Browser, path: &str, typed: &[(&str, &str)]| {
            for _ in 0..12 {
                let answer = browser.post(path, typed).await;
                if answer.status == 429 {
                    return answer.retry_after.parse::<u64>().expect("it says how long to wait");
                }
            }
            panic!("{path} never says that it was too often");
        };
        let wrong = [("current", "not this one"), ("password", "silver spoon ladder ten")];
        assert!((1..=900).contains(&wait(&mut own, "/desk/account/password", &wrong).await));
        assert!((1..=900).contains(&wait(&mut own, "/desk/account/renew", &[("renew", "not this one")]).await));
        let mut stranger = office.browser();
        let mut waited = None;
        for _ in 0..4 {
            let on = stranger.post("/desk/sign-in", &[("email", "tess@work.example"), ("password", PASSWORD)]).await;
            let half = stranger.get(&on.location).await.field("half");
            for _ in 0..4 {
                let answer = stranger.post("/desk/sign-in/code", &[("half", &half), ("code", "000000")]).await;
                if answer.status == 429 {
                    waited = answer.retry_after.parse::<u64>().ok();
                }
            }
        }
        assert!(waited.is_some_and(|seconds| (1..=3600).contains(&seconds)), "{waited:?}");
    });
}

#[test]
fn only_a_demo_council_lists_its_staff_and_signs_them_in_by_a_press() {
    each_database(repository_migrations(), async |db| {
        let (real, demo) = (Office::new(db, false), Office::new(db, true));
        let hidden = demo.add("Hugo Hidden", "hugo@work.example", &[Role::Officer], &[]).await;
        let details = workforce::Details {
            name: "Lena Listed".into(),
            email: "lena@work.example".into(),
            roles: vec![Role::TeamLeader],
            teams: Vec::new(),
            active: true,
        };
        let id = demo.app.id();
        let new = workforce::store::NewMember { id, details: &details, listed: true, password_hash: None, made_at: 1 };
        let mut tx = db.begin().await.unwrap();
        assert!(workforce::store::insert_member(&mut tx, &new).await.unwrap());
        tx.commit().await.unwrap();
        let page = demo.browser().get("/desk/sign-in").await.body;
        assert!(page.contains("Lena Listed") && page.contains("Team leader") && !page.contains("Hugo Hidden"));
        assert!(!real.browser().get("/desk/sign-in").await.body.contains("Lena Listed"));
        let (lena, hugo) = (id.to_string(), hidden.id.to_string());
        assert_eq!(real.browser().post("/desk/sign-in/demo", &[("staff", &lena)]).await.status, 404);
        assert_eq!(demo.browser().post("/desk/sign-in/demo", &[("staff", &hugo)]).await.status, 404);
        let mut browser = demo.browser();
        let on = browser.post("/desk/sign-in/demo", &[("staff", &lena), ("next", "/desk/cases")]).await;
        assert_eq!(on.location, "/desk/cases");
        assert_eq!(staff(&browser).await.unwrap().name, "Lena Listed");
        let (_, mut admin) = demo.administrator().await;
        let all = admin.get("/admin/staff").await.body;
        let state = |name: &str| {
            let (_, row) = all.split_once(name).expect("a row of this name");
            row.split("</tr>").next().unwrap_or_default().to_owned()
        };
        assert!(state("Lena Listed").contains("Works here"), "{}", state("Lena Listed"));
        assert!(state("Hugo Hidden").contains("Not set up yet"), "{}", state("Hugo Hidden"));
    });
}

#[test]
fn an_empty_form_names_both_fields_and_half_of_it_the_other() {
    each_database(repository_migrations(), async |db| {
        let office = Office::new(db, false);
        let (no_email, no_password) = (
            office.app.t(kit::Lang::EN, "workforce-email-empty"),
            office.app.t(kit::Lang::EN, "workforce-password-empty"),
        );
        for (email, password, expected) in
            [("", "", [true, true]), ("tess@work.example", "", [false, true]), ("", PASSWORD, [true, false])]
        {
            let typed = [("email", email), ("password", password)];
            let page = office.browser().post("/desk/sign-in", &typed).await;
            assert_eq!(page.status, 422);
            assert_eq!([no_email, no_password].map(|words| page.body.contains(words)), expected, "{typed:?}");
        }
    });
}

#[test]
fn only_who_leads_the_team_and_works_here_is_its_leader() {
    each_database(repository_migrations(), async |db| {
        let office = Office::new(db, false);
        for (code, name) in [("highways", "Highways"), ("waste", "Waste")] {
            office.team(code, name).await;
        }
        let leader = office.add("Lee Sample", "lee@work.example", &[Role::TeamLeader], &["highways"]).await;
        office.add("Mel Sample", "mel@work.example", &[Role::TeamMember], &["highways"]).await;
        office.add("Wes Sample", "wes@work.example", &[Role::TeamLeader], &["waste"]).await;
        let gone = office.add("Gil Sample", "gil@work.example", &[Role::TeamLeader], &["highways"]).await;
        let mut tx = db.begin().await.unwrap();
        let mut left = workforce::store::member(&mut tx, gone.id).await.unwrap().unwrap();
        left.active = false;
        let details = workforce::Details {
            name: left.name,
            email: left.email,
            roles: left.roles,
            teams: left.teams,
            active: left.active,
        };
        workforce::store::change(&mut tx, gone.id, left.revision, &details).await.unwrap();
        let leaders = workforce::leaders_of(&mut tx, "highways").await.unwrap();
        tx.commit().await.unwrap();
        let found: Vec<_> = leaders.iter().map(|one| (one.id, one.email.as_str())).collect();
        assert_eq!(found, [(leader.id, "lee@work.example")]);
    });
}
