//! Briefings: read before one goes on, by those they are for, and seen to be.

use crate::town::{Town, send};
use kit::clock::DAY;
use kit::testing::{Browser, each_database, repository_migrations};
use kit::who::{Person, Role};

const NEW: &str = "/desk/briefings/new";

fn briefing<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let good = [
        ("title", "Bins are a day later"),
        ("text", "Every round is a day later.\n\nUntil Saturday."),
        ("review-day", "28"),
        ("review-month", "11"),
        ("review-year", "2026"),
    ];
    let kept = good.into_iter().filter(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    kept.chain(changed.iter().copied()).collect()
}

/// What somebody at the desk has to read.
async fn unread(town: &Town, browser: &Browser) -> Vec<String> {
    let Person::Staff(staff) = browser.who("/desk").await.person else { panic!("nobody is signed in") };
    let mut read = town.app.db.read().await.unwrap();
    knowledge::unread(&mut read, &town.app, &staff).await.unwrap().into_iter().map(|one| one.words).collect()
}

#[test]
fn a_briefing_stands_until_each_of_those_it_is_for_has_read_it() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        town.team("waste").await;
        town.team("trees").await;
        let mut leader = town.staff_in("Lee Leader", Role::TeamLeader, &["waste"]).await;
        let mut member = town.staff_in("Mo Member", Role::TeamMember, &["waste"]).await;
        let mut other = town.staff_in("Tess Trees", Role::TeamMember, &["trees"]).await;
        let mut other_leader = town.staff_in("Lou Leader", Role::TeamLeader, &["trees"]).await;
        assert_eq!(member.get(NEW).await.status, 403);
        // A leader briefs their own teams.
        for teams in [&[][..], &["trees"], &["everybody"]] {
            let teams: Vec<_> = teams.iter().map(|team| ("teams", *team)).collect();
            assert_eq!(send(&mut leader, NEW, &briefing(&teams)).await.status, 422, "{teams:?}");
        }
        let key = leader.get(NEW).await.field("key");
        let fields: Vec<_> = briefing(&[("teams", "waste")]).into_iter().chain([("key", key.as_str())]).collect();
        let path = format!("/desk/briefings/{key}");
        for _ in 0..2 {
            assert_eq!(leader.post(NEW, &fields).await.location, path);
        }
        assert_eq!(unread(&town, &member).await, ["Bins are a day later"]);
        assert!(unread(&town, &other).await.is_empty(), "it is not for the trees");
        assert_eq!(other.get(&path).await.status, 404);
        assert_eq!(other_leader.get(&path).await.status, 404);
        let page = member.get(&path).await.body;
        assert!(page.contains("Until Saturday.") && !page.contains("Who has read it"), "{page}");
        let page = leader.get(&path).await.body;
        assert!(page.contains("0 of 2 have read it.") && page.contains("<bdi>Mo Member</bdi>: not yet"), "{page}");
        for _ in 0..2 {
            let read = member.post(&format!("{path}/read"), &[]).await;
            assert_eq!(read.location, "/desk/briefings?done=read");
        }
        assert!(unread(&town, &member).await.is_empty());
        assert_eq!(unread(&town, &leader).await.len(), 1, "each for themselves");
        let page = leader.get(&path).await.body;
        assert!(
            page.contains("1 of 2 have read it.") && page.contains("<bdi>Mo Member</bdi>: 22 November 2026"),
            "{page}"
        );
        assert_eq!(town.happened("briefing.read").await, 1);
        town.app.clock.advance(7 * DAY);
        let mut late = town.staff_in("Nan New", Role::TeamMember, &["waste"]).await;
        assert!(unread(&town, &late).await.is_empty(), "its day is past");
        assert!(late.get("/desk/briefings").await.body.contains("over"));
    });
}

#[test]
fn who_owns_services_briefs_everybody_and_ends_it_early() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        town.team("waste").await;
        let mut owner = town.staff("Olga Owner", Role::ServiceOwner).await;
        let mut officer = town.staff("Tess Officer", Role::Officer).await;
        for (changed, words) in [
            (("title", ""), "Say in a few words what it is about"),
            (("text", " "), "Write what they are to know"),
            (("review-year", "2020"), "Type a day to come"),
            (("teams", "no-such"), "Choose everybody, or one team or more"),
        ] {
            let refused = send(&mut owner, NEW, &briefing(&[("teams", "everybody"), changed])).await;
            assert!(refused.status == 422 && refused.body.contains(words), "{changed:?}: {}", refused.body);
        }
        let given = send(&mut owner, NEW, &briefing(&[("teams", "everybody")])).await;
        assert_eq!(given.status, 303, "{}", given.body);
        // A leader sees who of their own team has read it, and does not end what others gave.
        town.staff_in("Mo Member", Role::TeamMember, &["waste"]).await;
        let mut leader = town.staff_in("Lee Leader", Role::TeamLeader, &["waste"]).await;
        let page = leader.get(&given.location).await.body;
        assert!(page.contains("0 of 2 have read it.") && page.contains("Mo Member"), "{page}");
        assert!(!page.contains("Tess Officer") && !page.contains("End it now"), "{page}");
        assert_eq!(leader.post(&format!("{}/end", given.location), &[]).await.status, 403);
        assert!(owner.get(&given.location).await.body.contains("0 of 4 have read it."));
        assert_eq!(unread(&town, &officer).await.len(), 1);
        assert!(officer.get("/desk/briefings").await.body.contains("To be read"));
        let end = format!("{}/end", given.location);
        assert_eq!(officer.post(&end, &[]).await.status, 403);
        for _ in 0..2 {
            assert_eq!(owner.post(&end, &[]).await.location, given.location);
        }
        assert!(unread(&town, &officer).await.is_empty());
        assert_eq!(town.happened("briefing.ended").await, 1);
    });
}
