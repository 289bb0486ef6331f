//! What somebody who speaks for another may be told and ask for, and how sure it has to be who they are.

use super::mail::{comes, head};
use crate::access::world::person;

use crate::support::{Browser, Council, HERE, Reached, another};
use kit::Id;
use kit::facts::{self, Body, Subject};
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;
use server::wiring;

async fn ada(council: &Council) -> (Id, Browser) {
    let own = council.resident("Ada Testwell", &format!("ada{}@post.example", another())).await;
    (person(council, &own).await.0, own)
}

async fn officer(council: &Council) -> Browser {
    council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser
}

/// Opens the record to somebody who asks, and showed this.
async fn opened(officer: &mut Browser, resident: Id, who: &str, shown: &str) {
    officer.open(&format!("/desk/residents/{resident}/open")).await;
    officer.choose("Somebody is asking").choose(who).choose("Full name").choose(shown).press("Open").await;
    assert_eq!(officer.page.path, format!("/desk/residents/{resident}"), "{}", officer.page.text());
}

const PAPERS: &str = "They showed a paper with a photograph";
const BEN: &str = "Ben Sample, Said by them on this call, for today";

/// Ben speaks for her on this call, about missed bins alone.
async fn ben_speaks(officer: &mut Browser, resident: Id) {
    opened(officer, resident, "Ada Testwell", PAPERS).await;
    officer.follow("Somebody may speak for them").await;
    officer.choose("Said by them on this call, for today").fill("Who may speak for them", "Ben Sample");
    officer.choose("These services only").choose("Report a missed bin").press("Save").await;
    officer.page.says("Ben Sample").says("Report a missed bin");
}

/// On the record: what he may speak by ends.
async fn ended(officer: &mut Browser) {
    officer.follow("End it Ben Sample").await;
    officer.fill("Reason", "She rang").press("End it").await;
}

#[test]
fn what_is_outside_of_an_authority_is_closed_until_somebody_says_why_they_look() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (resident, mut own) = ada(&council).await;
        let hole = own.report_hole(HERE, Reached::Not).await;
        let bin = own.report_missed_bin().await;
        let mut officer = officer(&council).await;
        ben_speaks(&mut officer, resident).await;
        let record = format!("/desk/residents/{resident}");
        // To her everything may be told.
        officer.page.says("A hole in the road").is_silent_about("Outside of what they may be told");
        officer.open(&format!("/desk/cases/{hole}")).await.says("It is by the bus stop.");
        opened(&mut officer, resident, BEN, PAPERS).await;
        officer.page.says("You may tell Ben Sample").says("Only about: Report a missed bin.");
        officer
            .page
            .says("Outside of what they may be told")
            .says("The rubbish bin")
            .is_silent_about("A hole in the road");
        officer.open(&format!("/desk/cases/{bin}")).await.says("The rubbish bin").is_silent_about("Outside of what");
        let page = officer.open(&format!("/desk/cases/{hole}")).await;
        assert_eq!(page.status, 200);
        page.says("Outside of what Ben Sample may be told: it is not among the services their authority is for.");
        page.is_silent_about("bus stop").is_silent_about("Mill Road");
        for part in ["note", "message", "assign"] {
            let page = officer.open(&format!("/desk/cases/{hole}/{part}")).await;
            assert_eq!(page.status, 409, "{part}");
            page.says("outside of what whoever asks may be told").is_silent_about("bus stop");
        }
        // A contact with them offers what may be told, and counts the rest.
        officer.open(&record).await;
        officer.press("Start a contact with them").await;
        officer.page.says("One more is outside of what they may be told.").says("The rubbish bin");
        officer.page.is_silent_about("A hole in the road");
        // Others look as they do.
        let mut lee = council.colleague("Lee Leader", &[Role::TeamLeader], &["highways"]).await.browser;
        lee.open(&format!("/desk/cases/{hole}")).await.says("It is by the bus stop.");
        officer.open(&format!("/desk/cases/{hole}")).await;
        assert_eq!(officer.press("Look all the same").await.status, 422);
        officer.page.says("Say why you have to look");
        officer.fill("Why do you have to look?", "Is it the same hole?").press("Look all the same").await;
        officer.page.says("It is by the bus stop.").says("tell them nothing of it");
        officer.page.says("Looked at while somebody asked who may not be told of it").says("Is it the same hole?");
        // Pressed again it finds the case open, and nothing more is kept.
        officer.post(&format!("/desk/cases/{hole}/outside"), &[("reason", "Again")]).await.says("bus stop");
        own.open(&format!("/cases/{hole}")).await.is_silent_about("Is it the same hole?");
        let mut read = council.app.db.read().await.unwrap();
        let facts = facts::timeline(&mut read, &[Subject::new("resident", resident)], None, 50).await.unwrap();
        let looked: Vec<_> = facts.iter().filter(|fact| fact.kind == "case.looked-outside").collect();
        assert_eq!(looked.len(), 1, "{looked:?}");
        assert_eq!(looked[0].body, Body::Text("Is it the same hole?".into()));
        let case = looked[0].subject("case").unwrap();
        let looks = kit::looks::at(&mut read, &Subject::new("case", case), None, 20).await.unwrap();
        assert_eq!(looks.iter().filter(|look| look.purpose == "outside").count(), 1, "{looks:?}");
        drop(read);
        // Let in anew, it is closed again; and what ended opens nothing more.
        opened(&mut officer, resident, BEN, PAPERS).await;
        officer.open(&format!("/desk/cases/{hole}")).await.is_silent_about("bus stop");
        officer.open(&record).await;
        ended(&mut officer).await;
        officer.page.says("whoever you opened it to may not ask any more").is_silent_about("You may tell");
        officer.open(&format!("/desk/cases/{bin}")).await.says("Nobody may be told");
    });
}

#[test]
fn an_email_on_a_request_is_closed_with_it_and_opens_with_it() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (resident, mut own) = ada(&council).await;
        let hole = own.report_hole(HERE, Reached::Not).await;
        let address = format!("ann{}@a.example", another());
        comes(&council, &address, "hello@eastmere.example", &head("The hole"), "It is my mother's road.").await;
        let all = mail::store::received::of_sender(&mut council.app.db.read().await.unwrap(), &address).await.unwrap();
        let mail = mail::path(all.last().unwrap().id);
        let mut officer = officer(&council).await;
        officer.open(&mail).await;
        officer.press("Say what this message is").await;
        officer.choose("Complaint").fill("Why?", "She is cross").press("Mark it").await;
        let mark = officer.page.path.split('?').next().unwrap().to_owned();
        officer.open(&mail).await;
        officer.fill("Reference of the case", &hole).press("Put it on the case").await;
        officer.open(&mail).await.says("It is my mother's road.");
        ben_speaks(&mut officer, resident).await;
        opened(&mut officer, resident, BEN, PAPERS).await;
        let message = mail.rsplit('/').next().unwrap();
        for path in [&mail, &mark, &format!("/desk/marked/new?message={message}")] {
            let page = officer.open(path).await;
            assert_eq!(page.status, 409, "{path}");
            page.says("outside of what whoever asks may be told").is_silent_about("my mother").is_silent_about("cross");
        }
        officer.open(&format!("/desk/cases/{hole}")).await;
        officer.fill("Why do you have to look?", "Her letter").press("Look all the same").await;
        officer.open(&mail).await.says("It is my mother's road.");
        assert_eq!(officer.open(&mark).await.status, 200);
    });
}

#[test]
fn a_request_that_they_only_joined_is_closed_like_their_own() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (resident, mut own) = ada(&council).await;
        let hole = council.browser().report_hole(HERE, Reached::Email("robin@post.example")).await;
        let joined = own.join_hole(HERE, "My step is broken too.").await;
        let mut officer = officer(&council).await;
        ben_speaks(&mut officer, resident).await;
        officer.open(&format!("/desk/cases/{joined}")).await.says("It is by the bus stop.");
        opened(&mut officer, resident, BEN, PAPERS).await;
        // By either reference, page and actions.
        for reference in [&hole, &joined] {
            let page = officer.open(&format!("/desk/cases/{reference}")).await;
            page.says("Outside of what Ben Sample may be told").is_silent_about("bus stop").is_silent_about("My step");
            assert!(page.body.contains(&format!("/desk/residents/{resident}/open")), "{}", page.body);
            assert_eq!(officer.open(&format!("/desk/cases/{reference}/note")).await.status, 409);
        }
        officer.open(&format!("/desk/cases/{joined}")).await;
        officer.fill("Why do you have to look?", "Is it the same hole?").press("Look all the same").await;
        officer.page.says("It is by the bus stop.").says("tell them nothing of it");
        officer.open(&format!("/desk/residents/{resident}?kind=requests")).await;
        officer.page.says("Looked at while somebody asked who may not be told of it");
        // To herself it is open.
        opened(&mut officer, resident, "Ada Testwell", PAPERS).await;
        officer
            .open(&format!("/desk/cases/{joined}"))
            .await
            .says("It is by the bus stop.")
            .is_silent_about("Outside of");
    });
}

#[test]
fn nothing_is_done_for_somebody_outside_of_what_whoever_asks_may_ask_for() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (resident, _) = ada(&council).await;
        let mut officer = officer(&council).await;
        ben_speaks(&mut officer, resident).await;
        opened(&mut officer, resident, BEN, PAPERS).await;
        let record = format!("/desk/residents/{resident}");
        let page = officer.open(&format!("{record}/for?service=street-problem")).await;
        page.says("Not by Ben Sample: it is not among the services their authority is for.");
        // What is read out is said of her, to him.
        page.says("I will fill in this form for Ada Testwell with what you tell me").is_silent_about("in your account");
        // Only what may be done can be chosen; the rest stands in the open, with the reason.
        let offered = page.texts("select[name=service] option");
        assert_eq!(offered.iter().filter(|name| *name == "Report a missed bin").count(), 1, "{offered:?}");
        assert!(!offered.contains(&"Report a problem in the street".to_owned()), "{offered:?}");
        let openly = page.texts("main .govuk-inset-text").join(" ");
        assert!(openly.contains("Report a problem in the street") && openly.contains("Not by Ben Sample"), "{openly}");
        let key = officer.page.value("key");
        let sent = [("key", key.as_str()), ("service", "street-problem"), ("how", "call")];
        assert_eq!(officer.post(&format!("{record}/for"), &sent).await.status, 422);
        assert!(
            officer.page.errors().iter().any(|error| error.contains("Not by Ben Sample")),
            "{}",
            officer.page.text()
        );
        officer.choose("On this call");
        officer.select("Which service?", "Report a missed bin").press("They want it: start").await;
        let desk = officer.page.path.split('/').take(4).collect::<Vec<_>>().join("/");
        assert!(desk.starts_with("/desk/forms/"), "{} {}", officer.page.path, officer.page.text());
        // Ended while it is filled in: it goes no further, by him.
        officer.open(&record).await;
        ended(&mut officer).await;
        let page = officer.open(&format!("{desk}/check")).await;
        assert_eq!(page.status, 409, "{}", page.text());
        page.says("may not ask any more");
        // Nor by somebody who only works on it, since he asked for it.
        officer.open(&format!("{record}/open")).await;
        officer.choose("I am working on their matter").fill("What are you working on?", "The form").press("Open").await;
        assert_eq!(officer.open(&format!("{desk}/check")).await.status, 409);
        // But by herself.
        opened(&mut officer, resident, "Ada Testwell", PAPERS).await;
        assert_eq!(officer.open(&desk).await.status, 200);
    });
}

#[test]
fn who_they_are_has_to_be_seen_before_a_service_that_asks_for_it_is_decided() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        sure_of_bins(&council).await;
        let (resident, mut own) = ada(&council).await;
        own.open("/services/missed-bin").await;
        own.press("Start").await;
        own.answer_first_choices().await;
        own.page.says("Before we decide we may ask to see who you are");
        own.press("Send").await;
        let bin = own.reference();
        let mut officer = officer(&council).await;
        let record = format!("/desk/residents/{resident}");
        officer.open(&format!("/desk/cases/{bin}")).await.says("Identity to be checked.");
        officer.open(&format!("{record}/open")).await;
        officer.choose("I am working on their matter").fill("What are you working on?", "Her bin").press("Open").await;
        officer.page.says("Identity to be checked");
        // Nobody was checked: two steps are missing, and it is refused.
        let page = officer.open(&format!("{record}/for?service=missed-bin")).await;
        page.says("Nobody has been checked.").says("Not yet: the service has to know who they are");
        officer.choose("In a letter or an email of theirs").press("They want it: start").await;
        assert_eq!(officer.page.status, 422);
        // With what is theirs alone it goes up.
        officer.open(&format!("{record}/open")).await;
        officer.choose("Somebody is asking").choose("Ada Testwell").choose("Full name");
        officer.fill("Reference of an open request, if they gave one", &bin).press("Open").await;
        officer.page.says("nobody has seen who they are").says("Identity to be checked");
        let page = officer.open(&format!("{record}/for?service=missed-bin")).await;
        page.says("Goes up: nobody has seen who they are.");
        officer.choose("On this call").press("They want it: start").await;
        assert!(officer.page.path.starts_with("/desk/forms/"), "{}", officer.page.text());
        // Seen, it is enough, and the case says so no more.
        opened(&mut officer, resident, "Ada Testwell", PAPERS).await;
        officer.page.says("Somebody has seen who they are.").is_silent_about("Identity to be checked");
        let page = officer.open(&format!("{record}/for?service=missed-bin")).await;
        page.is_silent_about("Goes up").is_silent_about("Not yet");
        officer.open(&format!("/desk/cases/{bin}")).await.is_silent_about("Identity to be checked");
    });
}

/// Another version of the service, which has to know who asks.
async fn sure_of_bins(council: &Council) {
    let mut own = server::embedded::definitions();
    own.retain(|(path, _)| path.starts_with("missed-bin/"));
    let head = own.iter_mut().find(|(path, _)| path.ends_with("service.toml")).unwrap();
    head.1 = head.1.replace("assurance = \"anyone\"", "assurance = \"identity\"");
    head.1 = head.1.replace("[open311]\npublic = false\n", "");
    let folder = wiring::definitions(None).unwrap().overlaid(services::Folder::from_texts(own));
    let published = wiring::publish_folder(&council.app, &folder).await.unwrap();
    assert_eq!(published.len(), 1, "{published:?}");
}
