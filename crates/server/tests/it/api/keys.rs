//! Keys: made and ended by whoever has them, ended by an administrator, and good for what they name.

use super::Program;
use super::residents::ada;
use crate::access::world::{open_case, person};
use crate::support::{Browser, Council, another};
use kit::clock::DAY;
use kit::facts::Subject;
use kit::keys::{self, New, make_new};
use kit::testing::{each_database, repository_migrations};
use kit::who::{Role, Who};
use serde_json::json;

#[test]
fn a_key_is_made_on_a_page_shown_once_and_ended() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let email = format!("ada{}@post.example", another());
        let mut own = council.resident("Ada Testwell", &email).await;
        own.open("/account/keys").await;
        own.fill("What is it for?", "My phone").choose("Read my account and my requests").choose("30 days");
        own.press("Make the key").await;
        let text = own.page.text();
        let (_, rest) = text.split_once("gh_").unwrap_or_else(|| panic!("no key in {text}"));
        let key = format!("gh_{}", rest.split_whitespace().next().unwrap_or_default());
        let program = Program { key: key.clone(), ..Program::nobody(&council) };
        assert_eq!(program.get("/api/v1/account").await.good(200).text("name"), "Ada Testwell");
        program
            .post("/api/v1/services/street-problem/submit", json!({ "answers": {} }))
            .await
            .refused(403, "not-allowed");
        program.get("/api/v1/desk/cases").await.refused(403, "not-allowed");
        own.open("/account/keys").await;
        assert!(!own.page.body.contains(&key), "it is shown once");
        own.page.says("My phone");
        own.fill("What is it for?", "My phone").choose("Read my account and my requests").choose("30 days");
        own.press("Make the key").await;
        own.page.says("You have a key of this name already");
        // In case it was not them.
        let told = council.newest_to(&email).await;
        assert_eq!(told.subject, "A key for a program was made");
        let (resident, _) = person(&council, &own).await;
        let kept =
            keys::of(&mut council.app.db.read().await.unwrap(), &Subject::new("resident", resident)).await.unwrap();
        assert_eq!(kept.len(), 1);
        own.post(&format!("/account/keys/{}/end", kept[0].id), &[]).await;
        program.get("/api/v1/account").await.refused(401, "no-key");
        assert_eq!(program.get("/api/v1/account").await.header("www-authenticate"), "Bearer error=\"invalid_token\"");
    });
}

#[test]
fn a_key_ends_with_its_time_and_by_an_administrator() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (resident, first) = ada(&council).await;
        let second = Program::of(&council, "resident", resident, &["own.read"]).await;
        first.get("/api/v1/account").await.good(200);
        let kept =
            keys::of(&mut council.app.db.read().await.unwrap(), &Subject::new("resident", resident)).await.unwrap();
        let (one, two) = match kept[0].scopes.len() {
            2 => (kept[0].id, kept[1].id),
            _ => (kept[1].id, kept[0].id),
        };
        let mut admin = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        admin.open("/admin/keys").await;
        admin.page.says("A resident");
        admin.post(&format!("/admin/keys/{one}/end"), &[]).await;
        first.get("/api/v1/account").await.refused(401, "no-key");
        second.get("/api/v1/account").await.good(200);
        council.app.clock.advance(DAY);
        second.get("/api/v1/account").await.refused(401, "no-key");
        let mut other = council.resident("Ben Testwell", &format!("ben{}@post.example", another())).await;
        let page = other.send("POST", &format!("/account/keys/{two}/end"), String::new()).await;
        assert_eq!(page.status, 404, "nobody ends another's key");
    });
}

/// Whoever had the browser for a minute, and made a key in it, is out when the door is shut.
#[test]
fn a_key_ends_with_everything_that_shuts_a_resident_s_doors() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut own = council.resident("Ada Testwell", &format!("ada{}@post.example", another())).await;
        let (resident, _) = person(&council, &own).await;
        let thief = async || Program::of(&council, "resident", resident, &["own.read"]).await;
        let (first, second) = (thief().await, thief().await);
        first.get("/api/v1/account").await.good(200);
        own.post("/account/details/password", &[("password", "heron gravel lantern 41")]).await;
        first.get("/api/v1/account").await.refused(401, "no-key");
        second.get("/api/v1/account").await.refused(401, "no-key");
        let third = thief().await;
        own.post("/account/details/sessions/end-others", &[]).await;
        third.get("/api/v1/account").await.refused(401, "no-key");
        let fourth = thief().await;
        let proved = [("current", "heron gravel lantern 41")];
        own.post("/account/details/password/remove", &proved).await;
        fourth.get("/api/v1/account").await.refused(401, "no-key");
        let fifth = thief().await;
        // What is still worked on keeps the account there; its doors are shut at once.
        open_case(&council, resident, None).await;
        let admin = Who::system();
        assert!(server::held::ask(&council.app, &admin, resident, council.app.id(), "By letter").await.unwrap());
        assert!(!server::held::carry_out(&council.app, &admin, resident).await.unwrap());
        fifth.get("/api/v1/account").await.refused(401, "no-key");
    });
}

#[test]
fn a_key_ends_with_everything_that_shuts_the_doors_of_staff() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut admin = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        let lee = council.colleague("Lee Leader", &[Role::TeamLeader], &["highways"]).await;
        let key = async || Program::of(&council, "staff", lee.id, &["desk.read"]).await;
        let path = format!("/admin/staff/{}", lee.id);
        let stolen = key().await;
        stolen.get("/api/v1/desk/cases").await.good(200);
        admin.post(&format!("{path}/reset"), &[]).await;
        stolen.get("/api/v1/desk/cases").await.refused(401, "no-key");
        // Setting up anew ends what was made before it, and so does a new password.
        let between = key().await;
        let text = admin.page.text();
        let link = text.split_whitespace().find_map(|word| word.split_once("/desk/set-up")).expect("a set-up link").1;
        let mut own = council.browser();
        own.open(&format!("/desk/set-up{link}")).await;
        own.fill_set_up(&council, "three brown kettles").await;
        own.press("Finish").await;
        between.get("/api/v1/desk/cases").await.refused(401, "no-key");
    });
}

#[test]
fn who_asks_too_often_has_to_wait() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (_, ada) = ada(&council).await;
        for _ in 0..2_500 {
            let said = ada.get("/api/v1/nothing").await;
            if said.status == 429 {
                said.refused(429, "too-many");
                assert_eq!(said.header("retry-after"), "1");
                return;
            }
        }
        panic!("nobody was told to wait");
    });
}

#[test]
fn a_key_offers_only_what_its_holder_may() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        for (role, offered) in [(Role::Officer, false), (Role::ServiceOwner, false), (Role::Administrator, true)] {
            let mut browser = council.colleague(&format!("Kim Keys {}", another()), &[role], &[]).await.browser;
            let page = browser.open("/desk/keys").await.text();
            assert!(page.contains("What may it do?"), "{role:?}: {page}");
            assert_eq!(page.contains("See what other systems were told"), offered, "{role:?}");
        }
    });
}

/// A program reads which header it has to send and which scope its key lacks, in the words and, as RFC 6750 has it, in the head.
#[test]
fn whoever_is_refused_is_told_which_key_to_send() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let nobody = Program::nobody(&council).get("/api/v1/cases").await;
        let said = nobody.refused(401, "no-key").text("detail");
        assert!(said.contains("“Authorization: Bearer gh_…”") && said.contains("own.read"), "{said}");
        assert_eq!(
            (nobody.text("scope"), nobody.header("www-authenticate")),
            ("own.read", "Bearer scope=\"own.read\"")
        );
        let (_, mut ada) = ada(&council).await;
        ada.key.push('x');
        let wrong = ada.get("/api/v1/cases").await;
        assert!(wrong.refused(401, "no-key").text("detail").contains("opens nothing"), "{}", wrong.body);
        assert_eq!(wrong.header("www-authenticate"), "Bearer error=\"invalid_token\"");
        let lee = council.colleague("Lee Reader", &[Role::Officer], &["highways"]).await;
        let reader = Program::of(&council, "staff", lee.id, &["desk.read"]).await;
        let body = json!({ "channel": "phone" });
        let short = reader.with("/api/v1/desk/contacts", &[], body).await;
        assert!(short.refused(403, "not-allowed").text("detail").contains("the scope desk.write"), "{}", short.body);
        assert_eq!(short.header("www-authenticate"), "Bearer error=\"insufficient_scope\", scope=\"desk.write\"");
        assert!(reader.get("/api/v1/cases").await.refused(403, "not-allowed").text("detail").contains("/api/v1/desk"));
    });
}

/// Whoever has ended very many keys sees the one they have, may make no more of them than anybody, and is told of all.
#[test]
fn keys_that_open_nothing_any_more_hide_none_that_does() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (app, nobody) = (&council.app, Who::system());
        let mut own = council.resident("Ada Testwell", &format!("ada{}@post.example", another())).await;
        let (resident, _) = person(&council, &own).await;
        let (holder, scopes) = (Subject::new("resident", resident), ["own.read".to_owned()]);
        let make = async |names: Vec<String>, expires: i64| {
            let mut tx = app.db.begin().await.unwrap();
            for name in &names {
                let new = New { name, scopes: &scopes, holder: Some(holder.clone()), expires };
                assert!(make_new(&mut tx, app, &nobody, new).await.unwrap().is_some());
            }
            tx.commit().await.unwrap();
        };
        make((100..200).map(|n| format!("Ended {n}.")).collect(), app.now() + 90 * DAY).await;
        let mut tx = app.db.begin().await.unwrap();
        keys::end_all(&mut tx, app, &nobody, &holder).await.unwrap();
        tx.commit().await.unwrap();
        make((200..205).map(|n| format!("Over {n}.")).collect(), app.now()).await;
        let fill = |own: &mut Browser, name: &str| {
            own.fill("What is it for?", name).choose("Read my account and my requests").choose("30 days");
        };
        own.open("/account/keys").await;
        fill(&mut own, "My phone");
        own.press("Make the key").await;
        own.open("/account/keys").await.says("My phone").says("Works until");
        // All of the others are there, each once.
        let (mut seen, earlier) = (own.page.text(), "Earlier keys that no longer work");
        while own.page.link(earlier).is_some() {
            own.follow(earlier).await.says("My phone");
            seen.push_str(&own.page.text());
        }
        for n in 100..205 {
            let name = if n < 200 { format!("Ended {n}.") } else { format!("Over {n}.") };
            assert_eq!(seen.matches(&name).count(), 1, "{name}");
        }
        make((0..19).map(|n| format!("Live {n}")).collect(), app.now() + 90 * DAY).await;
        own.open("/account/keys").await.says("Live 18");
        fill(&mut own, "One too many");
        own.press("Make the key").await.says("You have as many keys as anybody may have");
        let mut read = app.db.read().await.unwrap();
        let told = api::keys::personal::personal_data(&mut read, resident).await.unwrap();
        assert_eq!(told.rows.len(), 125, "whoever asks what we hold is told of every key");
    });
}
