//! What an administrator does with staff and teams, on both databases.
#![allow(clippy::unwrap_used)] // what goes wrong in a test must end it

mod office;

use kit::facts;
use kit::facts::Subject;
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;
use kit::{Id, Lang};
use office::{Office, PASSWORD, staff};

#[test]
fn staff_are_added_once_and_wrong_answers_come_back_with_words() {
    each_database(repository_migrations(), async |db| {
        let office = Office::new(db, false);
        office.team("streets", "Street care").await;
        let (_, mut admin) = office.administrator().await;
        let key = admin.get("/admin/staff/add").await.field("key");
        let good = [
            ("key", &*key),
            ("name", "Tom Sample"),
            ("email", "tom@work.example"),
            ("roles", "team-member"),
            ("teams", "streets"),
        ];
        let wrong = [
            ("name", "", "Type a name"),
            ("name", "Tom\u{202e}", "hidden marks"),
            ("email", "", "Type their work email address"),
            ("email", "tom", "Type an email address like"),
            ("email", "adele@work.example", "Somebody else signs in with this address"),
            ("roles", "emperor", "Choose at least one role"),
            ("teams", "gone", "no longer there"),
        ];
        for (field, typed, words) in wrong {
            let fields: Vec<(&str, &str)> =
                good.iter().map(|(name, value)| (*name, if *name == field { typed } else { *value })).collect();
            let said = admin.post("/admin/staff/add", &fields).await;
            assert!(said.status == 422 && said.body.contains(words), "{field}: {}", said.body);
            assert!(field == "name" || said.body.contains("value=\"Tom Sample\""), "what was typed is kept");
        }
        let said = admin.post("/admin/staff/add", &good[..4]).await;
        assert!(said.status == 422 && said.body.contains("must be in a team"), "{}", said.body);
        let added = admin.post("/admin/staff/add", &good).await;
        assert!(added.status == 200 && added.body.contains("/desk/set-up?token="), "{}", added.body);
        let link =
            added.body.split("http://localhost:8080").nth(1).unwrap().split('<').next().unwrap().trim().to_owned();
        let device = office.set_up(&link).await;
        let again = admin.post("/admin/staff/add", &good).await;
        assert_eq!((again.status, again.location), (303, format!("/admin/staff/{key}")), "a repeat adds nobody");
        let tom = office.sign_in("tom@work.example", &device).await;
        let tom = staff(&tom).await.unwrap();
        assert_eq!((tom.roles, tom.teams), (vec![Role::TeamMember], vec!["streets".to_owned()]));
        let list = admin.get("/admin/staff").await.body;
        assert!(list.contains("<td role=\"cell\" data-label=\"Roles\""), "on a phone each row is a card: {list}");
        assert!(list.contains("Tom Sample") && list.contains("Team member") && list.contains("Adele Sample"));
        assert!(list.contains("Street care") && !list.contains(">streets<"), "teams by their names: {list}");
        assert!(admin.get(&format!("/admin/staff/{key}")).await.body.contains("<bdi>Tom Sample</bdi>"));
        let mut read = db.read().await.unwrap();
        let tom: Id = key.parse().unwrap();
        let timeline = facts::timeline(&mut read, &[Subject::new("staff", tom)], None, 10).await.unwrap();
        let kinds: Vec<&str> = timeline.iter().rev().map(|fact| fact.kind.as_str()).collect();
        assert_eq!(kinds, ["staff.added", "staff.set-up", "staff.signed-in"]);
    });
}

#[test]
fn roles_count_at_once_and_a_second_administrator_is_told() {
    each_database(repository_migrations(), async |db| {
        let office = Office::new(db, false);
        let (_, mut admin) = office.administrator().await;
        let added = office.add("Tess Sample", "tess@work.example", &[Role::Officer], &[]).await;
        let device = office.set_up(&added.link).await;
        let mut tess = office.sign_in("tess@work.example", &device).await;
        assert_eq!(tess.get("/admin/staff").await.status, 403);
        let path = format!("/admin/staff/{}", added.id);
        let old = admin.get(&path).await.field("revision");
        let change = |revision, name, role| {
            [("revision", revision), ("name", name), ("email", "tess@work.example"), ("roles", role), ("active", "yes")]
        };
        let saved = admin.post(&path, &change(&old, "Tess Sample", "administrator")).await;
        assert_eq!(saved.location, "/admin/staff?done=saved");
        assert_eq!(tess.get("/admin/staff").await.status, 200, "from the very next request");
        let told = admin.post(&path, &change(&old, "Tess Other", "officer")).await;
        assert!(told.status == 422 && told.body.contains("name Tess Sample"), "{}", told.body);
        assert!(told.body.contains("roles Administrator") && told.field("name") == "Tess Other");
        assert_eq!(staff(&tess).await.unwrap().name, "Tess Sample", "nothing was overwritten unseen");
        let new = told.field("revision");
        assert_eq!(admin.post(&path, &change(&new, "Tess Other", "officer")).await.status, 303);
        assert_eq!(staff(&tess).await.unwrap().roles, [Role::Officer]);
        let gone = [
            ("revision", "99"),
            ("name", "Tess Other"),
            ("email", "tess@work.example"),
            ("roles", "officer"),
            ("active", "no"),
        ];
        let newest = admin.post(&path, &gone).await.field("revision");
        let gone: Vec<(&str, &str)> =
            gone.iter().map(|(name, value)| (*name, if *name == "revision" { &*newest } else { *value })).collect();
        assert_eq!(admin.post(&path, &gone).await.status, 303);
        assert_eq!(staff(&tess).await, None, "signed out at once");
        let tried =
            office.browser().post("/desk/sign-in", &[("email", "tess@work.example"), ("password", PASSWORD)]).await;
        assert_eq!(tried.status, 422, "and does not get in again");
    });
}

#[test]
fn there_is_always_an_administrator() {
    each_database(repository_migrations(), async |db| {
        let office = Office::new(db, false);
        let (own, mut admin) = office.administrator().await;
        let path = format!("/admin/staff/{own}");
        let page = admin.get(&path).await;
        assert!(!page.body.contains("/reset"), "nobody resets themselves");
        let revision = page.field("revision");
        for (role, active) in [("officer", "yes"), ("administrator", "no")] {
            let typed = [
                ("revision", &*revision),
                ("name", "Adele Sample"),
                ("email", "adele@work.example"),
                ("roles", role),
                ("active", active),
            ];
            let said = admin.post(&path, &typed).await;
            assert!(said.status == 422 && said.body.contains("from yourself"), "{}", said.body);
        }
        assert_eq!(admin.post(&format!("{path}/reset"), &[]).await.status, 409);
        assert_eq!(staff(&admin).await.unwrap().roles, [Role::Administrator]);
    });
}

#[test]
fn a_reset_ends_sessions_and_gives_a_new_link() {
    each_database(repository_migrations(), async |db| {
        let office = Office::new(db, false);
        let (_, mut admin) = office.administrator().await;
        let added = office.add("Tess Sample", "tess@work.example", &[Role::Officer], &[]).await;
        let device = office.set_up(&added.link).await;
        let tess = office.sign_in("tess@work.example", &device).await;
        let reset = admin.post(&format!("/admin/staff/{}/reset", added.id), &[]).await;
        assert_eq!(staff(&tess).await, None);
        let tried =
            office.browser().post("/desk/sign-in", &[("email", "tess@work.example"), ("password", PASSWORD)]).await;
        assert_eq!(tried.status, 422);
        let link =
            reset.body.split("http://localhost:8080").nth(1).unwrap().split('<').next().unwrap().trim().to_owned();
        let device = office.set_up(&link).await;
        office.sign_in("tess@work.example", &device).await;
    });
}

#[test]
fn teams_are_added_once_and_renamed_but_keep_their_code() {
    each_database(repository_migrations(), async |db| {
        let office = Office::new(db, false);
        let (_, mut admin) = office.administrator().await;
        let key = admin.get("/admin/teams").await.field("key");
        let add = |name, code| [("key", key.as_str()), ("name", name), ("code", code)];
        assert_eq!(admin.post("/admin/teams", &add("Street care", "Street Care")).await.status, 422);
        assert_eq!(admin.post("/admin/teams", &add("Street care", "streets")).await.status, 303);
        assert_eq!(admin.post("/admin/teams", &add("Street care", "streets")).await.status, 303, "a repeat");
        let other = Id([3; 16]).to_string();
        for (name, code, words) in [("Other", "streets", "with this code"), ("STREET CARE", "other", "with this name")]
        {
            let said = admin.post("/admin/teams", &[("key", &other), ("name", name), ("code", code)]).await;
            assert!(said.status == 422 && said.body.contains(words), "{}", said.body);
        }
        let revision = admin.get("/admin/teams/streets").await.field("revision");
        let renamed = [("revision", revision.as_str()), ("name", "Streets and verges")];
        assert_eq!(admin.post("/admin/teams/streets", &renamed).await.status, 303);
        let told = admin.post("/admin/teams/streets", &[("revision", &revision), ("name", "Roads")]).await;
        assert!(told.status == 422 && told.body.contains("named this team Streets and verges"), "{}", told.body);
        let teams = workforce::teams(&mut db.read().await.unwrap()).await.unwrap();
        assert_eq!(teams.len(), 1);
        assert_eq!((teams[0].code.as_str(), teams[0].name.as_str()), ("streets", "Streets and verges"));
        assert_eq!(admin.get("/admin/teams/none").await.status, 404);
    });
}

#[test]
fn a_long_list_is_paged_by_name_and_teams_know_who_works_in_them() {
    each_database(repository_migrations(), async |db| {
        let office = Office::new(db, false);
        office.team("streets", "Street care").await;
        let (_, mut admin) = office.administrator().await;
        for number in 0..60 {
            let (name, email) = (format!("Person {number:02}"), format!("p{number}@work.example"));
            office.add(&name, &email, &[Role::TeamMember], &["streets"]).await;
        }
        let first = admin.get("/admin/staff").await.body;
        let on = first.split("href=\"").find(|rest| rest.starts_with("/admin/staff?after=")).unwrap();
        let second = admin.get(on.split('"').next().unwrap()).await.body;
        assert!(first.contains("Adele Sample") && first.contains("Person 48") && !first.contains("Person 49"));
        assert!(second.contains("Person 49") && second.contains("Person 59") && !second.contains("Person 48"));
        let mut read = db.read().await.unwrap();
        let members = workforce::in_team(&mut read, "streets").await.unwrap();
        assert_eq!((members.len(), members[7].1.as_str()), (60, "Person 07"));
        assert_eq!(workforce::name_of(&mut read, members[0].0).await.unwrap().as_deref(), Some("Person 00"));
    });
}

#[test]
fn pages_need_their_role_and_show_no_bare_keys() {
    each_database(repository_migrations(), async |db| {
        let office = Office::new(db, false);
        office.team("streets", "Street care").await;
        let added = office.add("Tess Sample", "tess@work.example", &[Role::Officer], &[]).await;
        let device = office.set_up(&added.link).await;
        let mut officer = office.sign_in("tess@work.example", &device).await;
        let (_, mut admin) = office.administrator().await;
        let mut nobody = office.browser();
        admin.lang = Lang::AR;
        for route in workforce::routes() {
            let path = route.path.replace("{id}", &added.id.to_string()).replace("{code}", "streets");
            let manage = route.action.starts_with("workforce.manage");
            if manage || route.action == "workforce.own" {
                let (nobody, officer) = match route.method {
                    "GET" => (nobody.get(&path).await.status, officer.get(&path).await.status),
                    _ => (nobody.post(&path, &[]).await.status, officer.post(&path, &[]).await.status),
                };
                assert_eq!(nobody, 401, "{route:?}");
                assert!(if manage { officer == 403 } else { officer != 403 }, "{route:?}: {officer}");
            }
            if route.method == "GET" {
                let page = admin.get(&path).await;
                // This office has no sign-on of its council's and no outage, so these are not there.
                if path.starts_with("/desk/sign-in/council") || route.path == "/desk/outages/{id}" {
                    assert_eq!(page.status, 404, "{route:?}");
                    continue;
                }
                let key = page.body.split(['>', '<', '"']).find(|text| text.starts_with("workforce-"));
                assert_eq!(key, None, "{route:?}");
                assert!(page.status == 303 || page.body.contains("lang=\"en\" dir=\"ltr\""), "{route:?}");
            }
        }
    });
}
