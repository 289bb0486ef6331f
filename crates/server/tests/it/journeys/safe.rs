//! Where somebody is safe is told to nobody who merely names them: not on a contact, not on a case.

use crate::access::world::{open_case, person};
use crate::support::{Browser, Council, another};
use kit::Id;
use kit::testing::{each_database, repository_migrations};
use kit::who::{Role, Who};
use residents::needs;

async fn officer(council: &Council) -> Browser {
    council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser
}

/// Somebody with a request, whose letters go where they are safe and who has a friend copied in.
async fn ada(council: &Council) -> (Id, String) {
    let own = council.resident("Ada Testwell", &format!("ada{}@post.example", another())).await;
    let (resident, _) = person(council, &own).await;
    let given =
        [("write-to", "The Refuge\nPO Box 9\nCB1 1AB"), ("copy-to", "Bo Friend\nbo@b.example"), ("no-calls", "")];
    let given: Vec<needs::Given> =
        given.iter().map(|(ask, value)| (false, (*ask).to_owned(), (*value).to_owned())).collect();
    let mut tx = council.app.db.begin().await.unwrap();
    needs::save(&mut tx, &council.app, &Who::system(), resident, &given, "phone").await.unwrap();
    tx.commit().await.unwrap();
    (resident, open_case(council, resident, None).await.1)
}

const SAFE: [&str; 4] = ["The Refuge", "PO Box 9", "CB1 1AB", "bo@b.example"];

#[test]
fn a_safe_address_is_told_on_no_page_before_somebody_was_checked() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((resident, reference), mut officer) = (ada(&council).await, officer(&council).await);
        // Somebody rings with a name; the officer names the person, and has checked nobody.
        officer.open("/desk/cases").await;
        officer.press("Start a contact").await;
        let contact = officer.page.path.clone();
        officer.press("Find the person").await;
        officer.fill("Name, number, address or reference", "testwell").press("Find").await;
        officer.press("This is who I am speaking to Ada Testwell").await;
        let case = format!("/desk/cases/{reference}");
        for page in [&contact, &case] {
            officer.open(page).await;
            officer.page.says("No telephone calls").says("Letters go to an address they chose");
            officer.page.says("Somebody they named gets a copy");
            for words in SAFE {
                officer.page.is_silent_about(words);
            }
        }
        // Whoever has opened the record sees where.
        officer.open(&format!("/desk/residents/{resident}/open")).await;
        officer
            .choose("I am working on their matter")
            .fill("What are you working on?", "Their letters")
            .press("Open")
            .await;
        for page in [&contact, &case] {
            officer.open(page).await;
            officer.page.says("Letters go to The Refuge, PO Box 9, CB1 1AB").says("bo@b.example");
        }
    });
}

#[test]
fn who_may_speak_for_somebody_is_told_after_the_check() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((resident, _), mut officer) = (ada(&council).await, officer(&council).await);
        officer.open(&format!("/desk/residents/{resident}/open")).await;
        officer.choose("Somebody is asking").choose("Ada Testwell").choose("Full name");
        officer.choose("They showed a paper with a photograph").press("Open").await;
        officer.open(&format!("/desk/residents/{resident}/authority")).await;
        officer.choose("Said by them on this call, for today").fill("Who may speak for them", "Bo Friend");
        officer.choose("Everything it can be for");
        officer.fill("More about it, if there is more (optional)", "The hole").press("Save").await;
        officer.open(&format!("/desk/residents/{resident}")).await.says("Bo Friend");
        officer.press("Start a contact with them").await;
        officer.page.says("Bo Friend: Everything (The hole)");
        // What is not changed here says where it is; the language is.
        officer.open(&format!("/desk/residents/{resident}")).await;
        officer.page.says("They alone add or change it, in their account").says("English");
        officer.open("/desk/find?q=a").await.says("One letter is too little to find anybody by");
        officer.open("/desk/find?q=31/2/90").await.says("There is no such day as 31/2/90");
        // A colleague who has not opened it is offered nobody.
        let mut officer = council.colleague("Ola Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        officer.open("/desk/cases").await;
        officer.press("Start a contact").await;
        officer.press("Find the person").await;
        officer.fill("Name, number, address or reference", "testwell").press("Find").await;
        officer.press("This is who I am speaking to Ada Testwell").await;
        officer.page.says("Ada Testwell").is_silent_about("Bo Friend");
    });
}
