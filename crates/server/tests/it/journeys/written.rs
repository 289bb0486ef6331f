//! Emails that belong to somebody: answered in their language, in the way they asked for, and not at all once they have died.

use super::mail::{comes, head, officer};
use crate::access::world::person;
use crate::support::{Council, another};
use kit::testing::{each_database, repository_migrations};
use kit::who::Who;
use residents::needs;

#[test]
fn an_email_on_a_record_is_answered_in_their_language_and_as_they_asked() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let address = format!("ada{}@post.example", another());
        let (resident, _) = person(&council, &council.resident("Ada Testwell", &address).await).await;
        council.app.db.maintain("UPDATE residents SET lang = 'cy'").await.unwrap();
        let mut desk = officer(&council).await;
        let came = async |subject: &str| {
            comes(&council, &address, "hello@eastmere.example", &head(subject), "Pryd mae'r bin?").await;
        };
        came("Y bin").await;
        desk.open("/desk/mail").await;
        desk.follow("Y bin").await;
        let lang = desk.page.attribute("[name=lang] option[selected]", "value");
        assert_eq!(lang.as_deref(), Some("cy"), "their account says so");
        let mail = desk.page.path.clone();
        desk.press("Put it on their record").await;
        desk.open(&mail).await;
        desk.choose("I am working on their matter").fill("What are you working on?", "Her bin").press("Open").await;
        desk.open(&mail).await;
        desk.fill("Answer by email", "Dydd Llun.").press("Send the answer").await;
        let told = council.newest_to(&address).await;
        assert!(told.text.contains("Dydd Llun.") && told.lang == kit::Lang::CY, "{} {}", told.lang.tag, told.text);
        assert!(told.about.iter().any(|about| about.id == resident), "it stands among what they were told");
        // Opened as a case, everything about it is in what the officer chose.
        came("Y palmant").await;
        desk.open("/desk/mail").await;
        desk.follow("Y palmant").await;
        let open = format!("{}/open", desk.page.path);
        desk.open(&open).await;
        desk.select("Which service is it for?", "Ask us something")
            .select("In which language do they write?", "العربية");
        desk.press("Open the case").await;
        assert!(desk.page.path.starts_with("/desk/cases/"), "{}: {}", desk.page.path, desk.page.text());
        let case = desk.page.path.split('?').next().unwrap().to_owned();
        desk.open(&format!("{case}/message")).await;
        desk.fill("Message", "When was that?").press("Send").await;
        assert_eq!(council.newest_to(&address).await.lang, kit::Lang::AR);
        // Nobody writes to the dead.
        came("Eto").await;
        desk.open("/desk/mail").await;
        desk.follow("Eto").await;
        desk.press("Put it on their record").await;
        let mail = desk.page.path.split('?').next().unwrap().to_owned();
        desk.open(&format!("/desk/residents/{resident}/open")).await;
        desk.choose("I am working on their matter").fill("What are you working on?", "Her letter").press("Open").await;
        desk.open(&format!("/desk/residents/{resident}/marker")).await;
        desk.choose("Has died.").fill("Reason", "Her son rang").press("Save").await;
        let before = council.mail_to(&address).await.len();
        desk.open(&mail).await;
        desk.fill("Answer by email", "Dear Ada").press("Send the answer").await;
        assert_eq!(desk.page.status, 422);
        desk.page.says("Nothing was sent: they have died");
        assert_eq!((desk.page.value("answer").trim(), council.mail_to(&address).await.len()), ("Dear Ada", before));
    });
}

#[test]
fn who_asked_for_another_way_is_not_answered_by_email() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let address = format!("ada{}@post.example", another());
        let (resident, _) = person(&council, &council.resident("Ada Testwell", &address).await).await;
        comes(&council, &address, "hello@eastmere.example", &head("My bin"), "When is it collected?").await;
        let mut desk = officer(&council).await;
        desk.open("/desk/mail").await;
        desk.follow("My bin").await;
        let mail = desk.page.path.clone();
        desk.press("Put it on their record").await;
        desk.open(&mail).await;
        desk.choose("I am working on their matter").fill("What are you working on?", "Her bin").press("Open").await;
        let asks = async |given: &[(&str, &str)]| {
            let given: Vec<needs::Given> =
                given.iter().map(|(ask, value)| (false, (*ask).to_owned(), (*value).to_owned())).collect();
            let mut tx = council.app.db.begin().await.unwrap();
            needs::save(&mut tx, &council.app, &Who::system(), resident, &given, "phone").await.unwrap();
            tx.commit().await.unwrap();
        };
        asks(&[("channel", "phone")]).await;
        let before = council.mail_to(&address).await.len();
        desk.open(&mail).await.says("Nothing can be sent from here").is_silent_about("It goes to");
        desk.fill("Answer by email", "On Monday.").press("Send the answer").await;
        assert_eq!(desk.page.status, 422);
        desk.page.says("asked to hear from us in another way");
        assert_eq!(council.mail_to(&address).await.len(), before);
        asks(&[("channel", "email")]).await;
        desk.open(&mail).await.says("It goes to");
        desk.fill("Answer by email", "On Monday.").press("Send the answer").await.says("The answer is on its way");
        assert_eq!(council.mail_to(&address).await.len(), before + 1);
    });
}
