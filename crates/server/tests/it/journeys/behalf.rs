//! For me: an officer does a service for somebody who wants them to.

use crate::access::world::person;
use crate::support::{Browser, Council, another};
use kit::facts::{self, Help, Subject};
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;
use kit::{Id, Lang};

/// Somebody with an account, signed in, and their address.
async fn ada(council: &Council) -> (Id, Browser, String) {
    let email = format!("ada{}@post.example", another());
    let own = council.resident("Ada Testwell", &email).await;
    let (id, _) = person(council, &own).await;
    (id, own, email)
}

async fn officer(council: &Council, role: Role, team: &str) -> Browser {
    council.colleague("Olu Officer", &[role], &[team]).await.browser
}

/// Opens the record for somebody on the telephone who knows who they are.
async fn checked(officer: &mut Browser, resident: Id) {
    officer.open(&format!("/desk/residents/{resident}/open")).await;
    officer.choose("Somebody is asking").choose("Ada Testwell").choose("Full name");
    officer.choose("They showed a paper with a photograph").press("Open").await;
    assert_eq!(officer.page.path, format!("/desk/residents/{resident}"), "{}", officer.page.text());
}

#[test]
fn an_officer_does_a_service_for_somebody_on_the_telephone() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (resident, mut own, email) = ada(&council).await;
        let mut officer = officer(&council, Role::Officer, "contact-centre").await;
        checked(&mut officer, resident).await;
        officer.press("Start a contact with them").await;
        let contact = officer.page.path.clone();
        officer.select("Service", "Report a missed bin").fill("What do they ask?", "They missed my bin");
        officer.press("Another question").await;
        officer.press("Go to its form").await;
        assert!(officer.page.path.starts_with(&format!("/desk/residents/{resident}/for?")), "{}", officer.page.path);
        officer.page.says("Read this to them").says("read it back before I send it");
        officer.press("They want it: start").await;
        assert_eq!(officer.page.status, 422);
        officer.page.says("Say how they said yes");
        officer.choose("On this call").press("They want it: start").await;
        let desk = officer.page.path.split('/').take(4).collect::<Vec<_>>().join("/");
        assert!(desk.starts_with("/desk/forms/"), "{}", officer.page.path);
        officer.page.says("for Ada Testwell");
        officer.answer_first_choices().await;
        officer.page.says("Read it back to them").says("Ada Testwell");
        // Left open it is at the desk and in her account.
        officer.follow("Save and carry on later").await;
        assert_eq!(officer.page.path, contact);
        officer.open(&format!("/desk/residents/{resident}")).await.says("Begun for them and not sent");
        own.open("/account").await.says("Report a missed bin");
        officer.follow("Report a missed bin").await;
        officer.open(&format!("{desk}/check")).await;
        officer.press("Send").await;
        assert!(officer.page.path.starts_with("/desk/cases/"), "{} {}", officer.page.path, officer.page.text());
        let case = officer.page.path.split('?').next().unwrap().to_owned();
        let reference = case.rsplit('/').next().unwrap().to_owned();
        let grouped = reference.parse::<kit::Reference>().unwrap().grouped();
        officer.page.says(&format!("It is sent. The reference is {grouped}: read it out to them."));
        officer.page.says("Filled in for them by staff, as they asked (By telephone)").is_silent_about("for you");
        officer.follow("Back to the record of Ada Testwell").await;
        assert_eq!(officer.page.path, format!("/desk/residents/{resident}"));
        officer.open(&case).await.is_silent_about("It is sent.");
        officer.page.says("How it cameBy telephone").is_silent_about("On the website");
        // Every answer says who gave it.
        let answers = officer.page.texts(".govuk-hint").into_iter().filter(|hint| hint == "Filled in by staff").count();
        assert!(answers >= 2, "{}", officer.page.text());
        // The contact knows its case, and that it was done for her.
        officer.open(&contact).await;
        assert_eq!(officer.page.value("q1-reference"), reference);
        officer.press("Finish").await;
        assert_eq!(officer.page.path, "/desk/contacts?done=finish", "{}", officer.page.text());
        officer.open(&format!("/desk/residents/{resident}?kind=contacts")).await.says("An officer did it for them");
        // It is hers: she is told, and sees it with who filled it in.
        let mail = council.mail_to(&email).await;
        assert!(mail.iter().any(|one| one.subject.contains("We filled in a form for you")), "{mail:?}");
        own.open("/account").await.says("The rubbish bin");
        own.open(&format!("/cases/{reference}")).await.says("We filled it in for you, as you asked").says("Olu");
        own.open("/account/data").await.says("That you wanted us to fill in a form for you");
        let mut read = council.app.db.read().await.unwrap();
        let facts = facts::timeline(&mut read, &[Subject::new("resident", resident)], None, 50).await.unwrap();
        let of = |kind: &str| facts.iter().find(|fact| fact.kind == kind).unwrap_or_else(|| panic!("no {kind}"));
        for fact in [of("draft.started"), of("case.opened")] {
            assert_eq!((fact.help, fact.who_kind.as_str()), (Help::ForMe, "staff"), "{fact:?}");
        }
        let looks = kit::looks::at(&mut read, &Subject::new("resident", resident), None, 100).await.unwrap();
        assert!(looks.iter().any(|look| look.purpose == "form"), "{looks:?}");
    });
}

#[test]
fn nobody_does_it_for_somebody_whose_record_is_closed_or_who_said_nothing() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (resident, mut own, _) = ada(&council).await;
        let record = format!("/desk/residents/{resident}");
        let mut officer = officer(&council, Role::Officer, "contact-centre").await;
        // Closed: it leads to opening it, whatever is asked.
        assert_eq!(officer.open(&format!("{record}/for")).await.path, format!("{record}/open"));
        // Her own form, which nobody was asked to fill in.
        own.post("/forms/missed-bin/start", &[]).await;
        let hers = own.page.path.split('/').nth(2).unwrap().to_owned();
        officer.open(&format!("{record}/open")).await;
        officer
            .choose("I am working on their matter")
            .fill("What are you working on?", "Her letter")
            .press("Open")
            .await;
        assert_eq!(officer.open(&format!("/desk/forms/{hers}")).await.status, 404);
        // Nobody was checked: only what she wrote can say that she wants it.
        officer.open(&format!("{record}/for")).await.says("Nobody has been checked").is_silent_about("On this call");
        let key = officer.page.value("key");
        let sent = [("key", key.as_str()), ("service", "missed-bin"), ("how", "call")];
        assert_eq!(officer.post(&format!("{record}/for"), &sent).await.status, 422);
        officer.about_to_do(&resident.to_string(), "Report a missed bin").await;
        officer.press("They want it: start").await;
        let desk = officer.page.path.split('/').take(4).collect::<Vec<_>>().join("/");
        assert!(desk.starts_with("/desk/forms/"), "{}", officer.page.path);
        // A colleague to whom the record is not open, and the same officer an hour later.
        let mut colleague = council.colleague("Cy Colleague", &[Role::Officer], &["contact-centre"]).await.browser;
        let refused = colleague.open(&desk).await;
        assert_eq!(refused.status, 409, "{}", refused.text());
        refused.says("Their record is not open to you any more");
        council.app.clock.advance(kit::clock::HOUR + kit::clock::MINUTE);
        assert_eq!(officer.open(&format!("{desk}/check")).await.status, 409);
        officer.open(&format!("{record}/open")).await;
        officer
            .choose("I am working on their matter")
            .fill("What are you working on?", "Her letter")
            .press("Open")
            .await;
        officer.open(&record).await.says("Begun for them and not sent");
        // She carries on with it herself: what she answers is hers.
        let id = desk.rsplit('/').next().unwrap();
        own.open(&format!("/forms/{id}")).await;
        own.answer_first_choices().await;
        own.press("Send").await;
        assert!(own.page.path.starts_with("/received/"), "{}", own.page.text());
        own.page.is_silent_about("filled it in");
        // Sent, it is at the desk no more.
        officer.open(&record).await.is_silent_about("Begun for them and not sent");
    });
}

#[test]
fn what_is_read_to_them_is_in_their_language_and_no_form_is_for_the_dead() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (resident, mut own, _) = ada(&council).await;
        own.open("/account/details/language").await;
        own.choose("Cymraeg").press("Save").await;
        let mut officer = officer(&council, Role::Officer, "contact-centre").await;
        checked(&mut officer, resident).await;
        officer.open(&format!("/desk/residents/{resident}/for")).await;
        officer.page.says(council.app.t(Lang::CY, "forms-for-words"));
        officer.open(&format!("/desk/residents/{resident}")).await.says(council.app.t(Lang::EN, "forms-for-title"));
        officer.open(&format!("/desk/residents/{resident}/marker")).await;
        officer.choose("Has died.").fill("Reason", "A daughter rang").press("Save").await;
        officer.open(&format!("/desk/residents/{resident}")).await;
        officer.page.is_silent_about(council.app.t(Lang::EN, "forms-for-title"));
        let page = officer.open(&format!("/desk/residents/{resident}/for")).await;
        assert_eq!(page.status, 409, "{}", page.text());
        page.says("They have died");
        assert_eq!(officer.follow("Back to the record").await.path, format!("/desk/residents/{resident}"));
    });
}
