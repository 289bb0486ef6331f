//! A passport that came in a letter: on the list until it went back, with how.

use super::mail::officer;
use crate::access::world::person;
use crate::support::{Browser, Council};
use kit::clock::DAY;
use kit::testing::{each_database, pdf, repository_migrations};

const REFERENCE: &str = "Reference of the case, if there is one";
const NOTE: &str = "The number it can be followed by, or who took it and how you knew them";

/// Keeps a letter with an original in it; where it is.
async fn letter(desk: &mut Browser, what: &str) -> String {
    desk.open("/desk/mail/post").await;
    desk.fill_day("On which day did it come to the council?", ["2", "11", "2026"]);
    desk.fill("Who is it from?", "Ann Example").fill("What is it about?", "My blue badge");
    desk.fill("Originals in it that go back (you can leave this out)", what).attach("Scan", "letter", pdf("letter"));
    desk.press("Keep the letter").await.says("The letter is kept.");
    desk.page.path.split('?').next().unwrap().to_owned()
}

#[test]
fn a_passport_stands_on_the_list_until_it_went_back() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut desk = officer(&council).await;
        desk.open("/desk/mail/originals").await.says("Nothing waits to go back.");
        let path = letter(&mut desk, "Passport of Ann Example").await;
        desk.page.says("Passport of Ann Example").says("Here since Monday 2 November 2026");
        desk.open("/desk/mail/originals").await.says("Passport of Ann Example").says("Here for more than two weeks");
        desk.open(&format!("{path}/originals")).await;
        assert_eq!(desk.press("It went back").await.status, 422);
        desk.page.says("Choose how it went back").says("Write the number it can be followed by, or who took it");
        desk.choose("By post that can be followed").fill(NOTE, "AB 123 456 GB");
        let (_, action, body) = desk.about_to_press("It went back");
        desk.press("It went back").await.says("It is written down that it went back.");
        let day = kit::Lang::EN.date(council.app.now());
        desk.page.says(&format!("Went back on {day}")).says("AB 123 456 GB").says("Olu Officer");
        // Sent twice, and differently, it is what was said first.
        desk.send("POST", &action, body.replace("AB+123", "XY+999")).await;
        desk.open(&format!("{path}/originals")).await.says("AB 123 456 GB").is_silent_about("XY 999");
        desk.open("/desk/mail/originals").await.is_silent_about("Passport");
    });
}

#[test]
fn a_slip_elsewhere_on_the_page_loses_no_scan() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut desk = officer(&council).await;
        desk.open("/desk/mail/post").await;
        desk.fill("Who is it from?", "Ann Example").fill("What is it about?", "My blue badge");
        desk.fill(REFERENCE, "nothing like one").attach("Scan", "first page", pdf("one"));
        assert_eq!(desk.press("Keep the letter").await.status, 422);
        desk.page.says("Scans that are here").says("first page.pdf");
        // A second page comes with the correction.
        desk.fill(REFERENCE, "").attach("Scan", "second page", pdf("two"));
        let page = desk.press("Keep the letter").await;
        page.says("The letter is kept.").says("first page.pdf").says("second page.pdf");
    });
}

#[test]
fn what_is_found_in_a_letter_later_goes_on_the_list_too() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut desk = officer(&council).await;
        let path = letter(&mut desk, "").await;
        desk.open("/desk/mail/originals").await.is_silent_about("Ann Example");
        desk.open(&format!("{path}/originals")).await;
        assert_eq!(desk.press("Put it on the list").await.status, 422);
        desk.page.says("Say what is in it that goes back");
        desk.fill("What goes back", "Birth certificate").press("Put it on the list").await.says("It is on the list.");
        desk.open("/desk/mail/originals").await.says("Birth certificate").says("Ann Example");
    });
}

#[test]
fn a_letter_is_not_forgotten_while_its_original_is_here() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut desk = officer(&council).await;
        let (with, without) = (letter(&mut desk, "Marriage certificate").await, letter(&mut desk, "").await);
        for path in [&with, &without] {
            desk.open(path).await;
            desk.press("Lay it aside: nothing to do").await;
        }
        council.app.clock.advance(25 * 31 * DAY);
        assert_eq!(mail::erase_due(&council.app).await.unwrap(), 1);
        let mut desk = officer(&council).await;
        assert_eq!(desk.open(&without).await.status, 404);
        desk.open(&format!("{with}/originals")).await;
        desk.choose("Handed over").fill(NOTE, "Ann Example, by her passport");
        desk.press("It went back").await;
        assert_eq!(mail::erase_due(&council.app).await.unwrap(), 1, "then its time is over too");
    });
}

#[test]
fn they_are_told_what_of_theirs_is_here() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut desk = officer(&council).await;
        let mut ann = council.resident("Ann Testwell", "ann@a.example").await;
        let (resident, path) = (person(&council, &ann).await.0, letter(&mut desk, "Driving licence").await);
        let id: kit::Id = path.rsplit('/').next().unwrap().parse().unwrap();
        let mut tx = council.app.db.begin().await.unwrap();
        let mut received = mail::store::received::by_id(&mut tx, id).await.unwrap();
        received.settle(mail::State::Resident, kit::Id::NONE, council.app.now()).unwrap();
        received.resident = Some(resident);
        mail::store::received::settle(&mut tx, &received).await.unwrap();
        tx.commit().await.unwrap();
        ann.open("/account/data").await.says("Documents of yours that came in a letter").says("Driving licence");
        desk.open(&format!("{path}/originals")).await;
        desk.choose("I am working on their matter").fill("What are you working on?", "Their licence");
        desk.press("Open").await;
        desk.open(&format!("{path}/originals")).await;
        desk.choose("Handed over").fill(NOTE, "Ann, at the counter");
        desk.press("It went back").await;
        desk.open(&format!("/desk/residents/{resident}")).await.says("Originals went back").says("Driving licence");
    });
}

#[test]
fn another_letter_typed_on_the_page_of_one_that_was_kept_is_not_said_to_be_kept() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut desk = officer(&council).await;
        let typed = |desk: &mut Browser, from: &str| {
            desk.fill_day("On which day did it come to the council?", ["2", "11", "2026"]);
            desk.fill("Who is it from?", from).fill("What is it about?", "My blue badge");
            desk.attach("Scan", "letter", pdf("letter"));
        };
        desk.open("/desk/mail/post").await;
        // Back in their browser the page has the same key.
        let (mut same, mut back) = (desk.clone(), desk.clone());
        typed(&mut desk, "Ann Example");
        desk.press("Keep the letter").await.says("The letter is kept.");
        let kept = desk.page.path.split('?').next().unwrap().to_owned();
        typed(&mut same, "Ann Example");
        assert_eq!(same.press("Keep the letter").await.path.split('?').next(), Some(kept.as_str()), "pressed twice");
        typed(&mut back, "Bo Example");
        assert_eq!(back.press("Keep the letter").await.status, 422);
        back.page.says("Another letter was kept from this page already");
        assert_eq!(back.page.value("from"), "Bo Example");
        back.attach("Scan", "letter", pdf("letter")).press("Keep the letter").await.says("The letter is kept.");
        back.page.says("Bo Example");
        assert_ne!(back.page.path.split('?').next(), Some(kept.as_str()));
        back.open("/desk/mail").await.says("Ann Example").says("Bo Example");
    });
}
