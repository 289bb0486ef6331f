//! Records that few are to open, and why records were opened: leaders look into it.

use crate::access::world::person;
use crate::api::Program;
use crate::support::{Browser, Council, another};
use kit::Id;
use kit::clock::DAY;
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;

async fn ada(council: &Council) -> Id {
    let own = council.resident("Ada Testwell", &format!("ada{}@post.example", another())).await;
    person(council, &own).await.0
}

/// Tries to open a record to work on it.
async fn works_on(browser: &mut Browser, resident: Id, reason: &str) -> u16 {
    browser.open(&format!("/desk/residents/{resident}/open")).await;
    browser.choose("I am working on their matter").fill("What are you working on?", reason);
    browser.press("Open").await.status
}

#[test]
fn a_kept_record_is_opened_without_the_person_by_a_leader_alone() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        for marker in ["Safe address.", "Confidential."] {
            let resident = ada(&council).await;
            let record = format!("/desk/residents/{resident}");
            let mut olu = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
            works_on(&mut olu, resident, "Her letter").await;
            olu.open(&format!("{record}/marker")).await;
            olu.choose(marker).fill("Reason", "Lives with a colleague").press("Save").await;
            let mut tom = council.colleague("Tom Member", &[Role::TeamMember], &["highways"]).await.browser;
            assert_eq!(works_on(&mut tom, resident, "Just curious").await, 422, "{marker}");
            tom.page.says("only a leader of a team opens it").is_silent_about("with a colleague");
            assert_eq!(tom.page.value("reason"), "Just curious");
            tom.open(&record).await;
            assert_eq!(tom.page.path, format!("{record}/open"), "it stays closed");
            // Whoever is there and was checked is served as anybody.
            tom.choose("Somebody is asking").choose("Ada Testwell").choose("Full name");
            tom.choose("They showed a paper with a photograph").press("Open").await;
            assert_eq!(tom.page.path, record, "{}", tom.page.text());
            let mut lee = council.colleague("Lee Leader", &[Role::TeamLeader], &["highways"]).await.browser;
            assert_eq!(works_on(&mut lee, resident, "A complaint").await, 200);
            assert_eq!(lee.page.path, record);
        }
    });
}

#[test]
fn of_a_kept_record_a_list_tells_only_that_it_is_there() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        for marker in ["Safe address.", "Confidential."] {
            let resident = ada(&council).await;
            let record = format!("/desk/residents/{resident}");
            let olu = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await;
            let program = Program::of(&council, "staff", olu.id, &["desk.read"]).await;
            let mut olu = olu.browser;
            works_on(&mut olu, resident, "Her letter").await;
            olu.open(&format!("{record}/born")).await;
            olu.type_in("born-day", "14").type_in("born-month", "3").type_in("born-year", "1970").press("Save").await;
            olu.open(&format!("{record}/home")).await;
            olu.fill("Number or name of the house, flat", "12")
                .fill("Street (optional)", "Mill Road")
                .fill("Town", "Eastmere");
            olu.fill("Postcode", "CB4 2QB").choose("They wrote to us that they have moved, and I have it before me");
            olu.press("Save").await;
            olu.open("/desk/find?q=testwell").await.says("14 March 1970").says("12 Mill Road");
            let listed = program.get("/api/v1/desk/residents?q=testwell").await.good(200).body["people"].clone();
            assert!(listed.to_string().contains("1970-03-14") && listed.to_string().contains("Mill Road"), "{listed}");
            olu.open(&format!("{record}/marker")).await;
            olu.choose(marker).fill("Reason", "Lives with a colleague").press("Save").await;
            olu.open("/desk/find?q=testwell").await.says("Ada Testwell").says("Not shown");
            olu.page.is_silent_about("1970").is_silent_about("Mill Road");
            let listed = program.get("/api/v1/desk/residents?q=testwell").await.good(200).body["people"].clone();
            let one = listed.as_array().unwrap().iter().find(|one| one["id"] == resident.to_string()).unwrap();
            assert_eq!(one["kept"], true);
            assert!(one.get("born").is_none() && one.get("home").is_none(), "{one}");
        }
    });
}

#[test]
fn each_opening_with_a_reason_is_looked_into_by_another_leader() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let resident = ada(&council).await;
        let mut olu = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        works_on(&mut olu, resident, "Her letter of Monday").await;
        let mut lee = council.colleague("Lee Leader", &[Role::TeamLeader], &["highways"]).await.browser;
        works_on(&mut lee, resident, "My own reason").await;
        assert_eq!(olu.open("/desk/openings").await.status, 403);
        lee.open("/desk/find").await;
        lee.follow("Why records were opened").await;
        lee.page.says("Ada Testwell").says("Olu Officer").says("Her letter of Monday").is_silent_about("My own reason");
        lee.fill("What you found (you can leave this empty)", "It was hers to answer.");
        lee.press("I have looked into it").await;
        lee.page.says("It is on record").is_silent_about("Her letter of Monday").says("Nothing to look into.");
        let mut ann = council.colleague("Ann Leader", &[Role::TeamLeader], &["waste"]).await.browser;
        ann.open("/desk/openings").await.says("My own reason").is_silent_about("Her letter of Monday");
        lee.open(&format!("/desk/residents/{resident}")).await.says("A leader looked into why it was opened");
    });
}

#[test]
fn a_kept_record_opened_by_ticks_alone_is_looked_into_and_no_key_opens_twice() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (kept, other, third) = (ada(&council).await, ada(&council).await, ada(&council).await);
        let mut olu = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        works_on(&mut olu, kept, "Her own wish").await;
        olu.open(&format!("/desk/residents/{kept}/marker")).await;
        olu.choose("Confidential.").fill("Reason", "A colleague's").press("Save").await;
        let mut tom = council.colleague("Tom Member", &[Role::TeamMember], &["highways"]).await.browser;
        for resident in [kept, other] {
            tom.open(&format!("/desk/residents/{resident}/open")).await;
            tom.choose("Somebody is asking").choose("Ada Testwell").choose("Full name");
            tom.choose("They showed a paper with a photograph").press("Open").await;
            assert_eq!(tom.page.path, format!("/desk/residents/{resident}"), "{}", tom.page.text());
        }
        let mut lee = council.colleague("Lee Leader", &[Role::TeamLeader], &["highways"]).await.browser;
        lee.open("/desk/openings").await.says("Her own wish").says("Tom Member").says("ticked how they showed");
        assert_eq!(
            lee.page.text().matches("Tom Member").count(),
            1,
            "of the record few are to open: {}",
            lee.page.text()
        );
        // The key of one opening does nothing to another record, nor to what was said.
        let key = tom.open(&format!("/desk/residents/{other}/open")).await.value("key").to_owned();
        let work = |reason: &'static str| [("purpose", "work"), ("reason", reason)];
        for (resident, reason) in [(other, "Curious"), (third, "Harmless"), (other, "Harmless")] {
            let fields = [&work(reason)[..], &[("key", key.as_str())]].concat();
            tom.post(&format!("/desk/residents/{resident}/open"), &fields).await;
        }
        lee.open("/desk/openings").await.says("Curious").is_silent_about("Harmless");
    });
}

#[test]
fn a_risk_whose_day_has_come_is_before_the_leaders_until_somebody_ends_it() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let resident = ada(&council).await;
        let record = format!("/desk/residents/{resident}");
        let mut lee = council.colleague("Lee Leader", &[Role::TeamLeader], &["highways"]).await.browser;
        works_on(&mut lee, resident, "Her letter").await;
        lee.open(&format!("{record}/marker")).await;
        lee.choose("Risk.").fill("Reason", "A loose dog in the yard");
        lee.fill("Day", "1").fill("Month", "12").fill("Year", "2026").press("Save").await;
        lee.open("/desk/openings").await.is_silent_about("Risks to look at again");
        council.app.clock.advance(12 * DAY);
        let mut lee = council.colleague("Lou Leader", &[Role::TeamLeader], &["highways"]).await.browser;
        let page = lee.open("/desk/openings").await;
        page.says("Risks to look at again").says("Ada Testwell").says("since 1 December 2026");
        page.is_silent_about("A loose dog");
        works_on(&mut lee, resident, "The dog").await;
        lee.open(&format!("{record}/marker/end")).await;
        lee.choose("Risk. A loose dog in the yard").fill("Reason", "It is gone").press("Take it off").await;
        lee.open("/desk/openings").await.is_silent_about("Risks to look at again");
    });
}
