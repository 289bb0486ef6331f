//! Messages that are more than messages, whichever way they came: the clock runs from the day they came, an alert is for
//! few eyes, and a letter counts from the day it lay on the counter.

use super::mail::comes;
use crate::access::world::{open_case, person};
use crate::support::{Browser, Council, HERE, Reached, another};
use kit::Lang;
use kit::clock::DAY;
use kit::personal::Reader;
use kit::testing::{each_database, pdf, repository_migrations};
use kit::who::Role;

const THEIRS: &str = "Yes: they read it with their other messages";

async fn officer(council: &Council) -> Browser {
    council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser
}

/// The first address on the page that begins like this.
fn href(browser: &Browser, begin: &str) -> String {
    let found = browser.page.body.split('"').find(|part| part.starts_with(begin) && part.len() > begin.len());
    found.unwrap_or_else(|| panic!("no {begin} on {}: {}", browser.page.path, browser.page.text())).to_owned()
}

/// Says what a message is, on its page.
async fn mark(browser: &mut Browser, address: &str, kind: &str, reason: &str) {
    browser.open(address).await;
    browser.choose(kind).fill("Why?", reason);
    let page = browser.press("Mark it").await;
    assert_eq!(page.status, 200, "{}", page.text());
}

#[test]
fn the_clock_runs_from_the_day_it_came_and_not_from_the_mark() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let head = format!("Subject: Street lights\nMessage-ID: <{}@a.example>", another());
        comes(&council, "ali@a.example", "hello@eastmere.example", &head, "How many were out last year?").await;
        // Sunday 22 November; somebody sees it on Wednesday.
        council.app.clock.advance(3 * DAY);
        let mut desk = officer(&council).await;
        desk.open("/desk/mail").await;
        let mail = href(&desk, "/desk/mail/0");
        desk.open(&mail).await;
        let new = href(&desk, "/desk/marked/new");
        desk.open(&new).await.says("How many were out last year?").says("22 November 2026");
        assert_eq!(desk.press("Mark it").await.status, 422);
        desk.page.says("Choose what it is").says("Say why");
        mark(&mut desk, &new, "Information request", "They ask for figures.").await;
        desk.page.says("It is marked.").says("18 December 2026").says("They ask for figures.");
        let one = desk.page.path.split('?').next().unwrap().to_owned();
        // Marked again it is the same.
        mark(&mut desk, &new, "Information request", "Again.").await;
        assert_eq!(desk.page.path.split('?').next().unwrap(), one);
        desk.open("/desk/marked").await.says("Information request").says("On no case");
        desk.open(&mail).await.says("Information request");
        desk.open(&one).await;
        assert_eq!(desk.press("End it").await.status, 422);
        desk.choose("It was dealt with").fill("What was done, or why it was none?", "Answered by letter.");
        desk.press("End it").await.says("It has ended.").says("Answered by letter.");
        desk.open("/desk/marked").await.says("Nothing is due.");
    });
}

#[test]
fn a_complaint_is_acknowledged_by_the_answer_of_a_colleague_and_not_by_a_machine() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let head = format!("Subject: The bins\nMessage-ID: <{}@a.example>", another());
        comes(&council, "ali@a.example", "hello@eastmere.example", &head, "Nobody came, and nobody rang.").await;
        let mut desk = officer(&council).await;
        desk.open("/desk/mail").await;
        let mail = href(&desk, "/desk/mail/0");
        desk.open(&mail).await;
        let new = href(&desk, "/desk/marked/new");
        mark(&mut desk, &new, "Complaint", "They are not content.").await;
        let one = desk.page.path.split('?').next().unwrap().to_owned();
        desk.page.says("Told that we have it by").is_silent_about("Answered on");
        desk.open(&mail).await;
        desk.fill("Answer by email", "We have your complaint and look into it.").press("Send the answer").await;
        desk.open(&one).await.says("Answered on 22 November 2026");
        desk.open("/desk/marked").await.says("Answered on 22 November");
        // The same on a case: it is the person who wrote that has to be told.
        let mut robin = council.browser();
        let address = format!("robin{}@post.example", another());
        let reference = robin.report_hole(HERE, Reached::Email(&address)).await;
        robin.open(&format!("/cases/{reference}")).await;
        robin.fill("Write to us about this", "This is a complaint.").press("Send message").await;
        desk.open(&format!("/desk/cases/{reference}")).await;
        let new = href(&desk, "/desk/marked/new");
        mark(&mut desk, &new, "Complaint", "They say so.").await;
        let one = desk.page.path.split('?').next().unwrap().to_owned();
        desk.page.is_silent_about("Answered on");
        desk.open(&format!("/desk/cases/{reference}/message")).await;
        desk.fill("Message", "We are sorry, and look into it.").press("Send").await;
        desk.open(&one).await.says("Answered on 22 November 2026");
    });
}

#[test]
fn a_message_from_a_page_is_marked_too_and_its_resident_reads_nothing_of_it() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut robin = council.browser();
        let address = format!("robin{}@post.example", another());
        let reference = robin.report_hole(HERE, Reached::Email(&address)).await;
        robin.open(&format!("/cases/{reference}")).await;
        robin.fill("Write to us about this", "Send me all you hold on me.");
        robin.press("Send message").await;
        let mut desk = officer(&council).await;
        let case = format!("/desk/cases/{reference}");
        desk.open(&case).await;
        let new = href(&desk, "/desk/marked/new");
        mark(&mut desk, &new, "Subject access request", "They ask for their data.").await;
        desk.page.says("22 December 2026");
        desk.open(&case).await.says("Subject access request: by").says("A message was marked: Subject access request");
        robin.open(&format!("/cases/{reference}")).await.is_silent_about("ubject access");
    });
}

#[test]
fn a_safeguarding_alert_is_for_few_eyes_and_leads_to_the_duty_team() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut robin = council.browser();
        let address = format!("robin{}@post.example", another());
        let reference = robin.report_hole(HERE, Reached::Email(&address)).await;
        robin.open(&format!("/cases/{reference}")).await;
        robin.fill("Write to us about this", "The boy next door is not fed.");
        robin.press("Send message").await;
        let (mut desk, case) = (officer(&council).await, format!("/desk/cases/{reference}"));
        desk.open(&case).await;
        let new = href(&desk, "/desk/marked/new");
        mark(&mut desk, &new, "Safeguarding alert", "A child may be hungry.").await;
        desk.page.says("01632 960100").says("A child may be hungry.");
        let one = desk.page.path.split('?').next().unwrap().to_owned();
        desk.open(&case).await.says("Safeguarding alert");
        // Another officer sees the case and nothing of the alert; whoever leads the team sees both.
        let mut other = officer(&council).await;
        other.open(&case).await.says("not fed").is_silent_about("Safeguarding").is_silent_about("hungry");
        other.open("/desk/marked").await.is_silent_about("Safeguarding");
        assert_eq!(other.open(&one).await.status, 404);
        // What they see for themselves is kept beside it, with the numbers to ring, and tells nothing of the first.
        mark(&mut other, &new, "Safeguarding alert", "He was out in the rain.").await;
        other.page.says("01632 960100").says("He was out in the rain.").is_silent_about("hungry");
        let second = other.page.path.split('?').next().unwrap().to_owned();
        assert_ne!(second, one);
        mark(&mut other, &new, "Safeguarding alert", "Pressed again.").await;
        assert_eq!(other.page.path.split('?').next().unwrap(), second, "their own is one");
        let mut leader = council.colleague("Lee Leader", &[Role::TeamLeader], &["highways"]).await.browser;
        leader.open("/desk/marked").await.says("Safeguarding alert");
        leader.open(&one).await.says("A child may be hungry.");
        leader.open(&second).await.says("He was out in the rain.");
        leader.open(&case).await.is_silent_about("A message was marked");
        let mut elsewhere = council.colleague("Lou Leader", &[Role::TeamLeader], &["trees"]).await.browser;
        elsewhere.open("/desk/marked").await.is_silent_about("Safeguarding");
        assert_eq!(elsewhere.open(&one).await.status, 404);
        robin.open(&format!("/cases/{reference}")).await.is_silent_about("afeguarding");
    });
}

async fn letter(desk: &mut Browser, day: [&str; 3], reference: &str) {
    desk.open("/desk/mail/post").await;
    desk.fill_day("On which day did it come to the council?", day);
    desk.fill("Who is it from?", "Ann Example").fill("What is it about?", "I am not content");
    desk.fill("Reference of the case, if there is one", reference);
    if !reference.is_empty() {
        desk.choose(THEIRS);
    }
}

#[test]
fn a_letter_counts_from_the_day_it_came() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut desk = officer(&council).await;
        letter(&mut desk, ["23", "11", "2026"], "").await;
        assert_eq!(desk.press("Keep the letter").await.status, 422);
        desk.page.says("Type the day it came: today or before").says("Add the scan, or write what it says");
        letter(&mut desk, ["2", "11", "2026"], "").await;
        desk.attach("Scan", "letter", b"plain words".to_vec());
        assert_eq!(desk.press("Keep the letter").await.status, 422, "it is no PDF and no photo");
        letter(&mut desk, ["2", "11", "2026"], "").await;
        desk.attach("Scan", "letter", pdf("letter"));
        desk.press("Keep the letter").await.says("The letter is kept.").says("2 November 2026").says("letter.pdf");
        let file = href(&desk, &(desk.page.path.split('?').next().unwrap().to_owned() + "/files/"));
        let path = desk.page.path.split('?').next().unwrap().to_owned();
        assert_eq!(desk.open(&file).await.status, 200);
        desk.open(&path).await;
        let new = href(&desk, "/desk/marked/new");
        mark(&mut desk, &new, "Complaint", "They are not content.").await;
        desk.page.says("9 November 2026").says("23 November 2026");
        // On a case it is their message, with its scan and its mark.
        let mut robin = council.browser();
        let reference = robin.report_hole(HERE, Reached::Email("robin@post.example")).await;
        desk.open(&path).await;
        desk.fill("Reference of the case", &reference);
        assert_eq!(desk.press("Put it on the case").await.status, 422);
        desk.page.says("Say whether it is from whoever made the request");
        let page = desk.choose(THEIRS).press("Put it on the case").await;
        page.says("I am not content").says("By post").says("letter.pdf").says("Complaint: by");
        letter(&mut desk, ["3", "11", "2026"], &reference).await;
        desk.attach("Scan", "second", pdf("second"));
        desk.press("Keep the letter").await;
        desk.open(&format!("/desk/cases/{reference}")).await.says("second.pdf");
        robin.open(&format!("/cases/{reference}")).await.says("second.pdf").says("Letter");
        // What a neighbour writes about it is on the case for staff, under the name of who wrote it.
        letter(&mut desk, ["4", "11", "2026"], "").await;
        desk.fill("Who is it from?", "Nell Nextdoor").attach("Scan", "third", pdf("third"));
        desk.fill("Reference of the case, if there is one", &reference);
        desk.choose(
            "No, from somebody else: staff read it on the case, and it is not shown to whoever made the request",
        );
        desk.press("Keep the letter").await;
        let page = desk.open(&format!("/desk/cases/{reference}")).await;
        page.says("third.pdf").says("Nell Nextdoor").says("Somebody else wrote this");
        robin.open(&format!("/cases/{reference}")).await.is_silent_about("third.pdf").is_silent_about("Nell");
    });
}

/// Whoever threatens cannot end an alert by asking to be erased, nor does the month of a machine's mail.
#[test]
fn what_is_marked_stays_until_it_is_dealt_with() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let address = format!("robin{}@post.example", another());
        let own = council.resident("Robin Testwell", &address).await;
        let (robin, _) = person(&council, &own).await;
        let head = format!("Subject: Next door\nMessage-ID: <{}@a.example>", another());
        comes(&council, &address, "hello@eastmere.example", &head, "The boy will be sorry.").await;
        let machine = format!("Subject: Away\nMessage-ID: <{}@a.example>\nAuto-Submitted: auto-replied", another());
        comes(&council, "ali@a.example", "hello@eastmere.example", &machine, "I claim for my wheel.").await;
        let other = format!("Subject: Away too\nMessage-ID: <{}@a.example>\nAuto-Submitted: auto-replied", another());
        comes(&council, "ola@a.example", "hello@eastmere.example", &other, "On holiday.").await;
        let mut read = council.app.db.read().await.unwrap();
        let alert = mail::store::received::of_sender(&mut read, &address).await.unwrap().remove(0).id;
        let claim = mail::store::received::of_sender(&mut read, "ali@a.example").await.unwrap().remove(0).id;
        drop(read);
        let mut desk = officer(&council).await;
        for (message, kind) in [(alert, "Safeguarding alert"), (claim, "Claim")] {
            mark(&mut desk, &format!("/desk/marked/new?message={message}"), kind, "It says so.").await;
        }
        // The erasure says that something stays, and does not say what.
        let mut admin = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        let path = format!("/desk/residents/{robin}/erase");
        admin.open(&path).await.says("One message of theirs that the law or a duty makes more of");
        admin.page.is_silent_about("afeguarding");
        admin.fill("How did they ask, and how do you know it was them?", "By letter.").press("Erase").await;
        admin.open(&path).await.says("as soon as nothing below stands against it");
        // The retention job of two months later takes the machine's mail that is not marked, and no other.
        council.app.clock.advance(62 * DAY);
        assert_eq!(mail::erase_due(&council.app).await.unwrap(), 1);
        assert_eq!(server::held::finish_waiting(&council.app).await.unwrap(), 0);
        let mut desk = officer(&council).await;
        let mut leader = council.colleague("Lee Leader", &[Role::TeamLeader], &["highways"]).await.browser;
        leader.open("/desk/marked").await.says("Safeguarding alert").says("Claim");
        for _ in 0..2 {
            leader.open("/desk/marked").await;
            let one = href(&leader, "/desk/marked/0");
            leader.open(&one).await;
            leader
                .choose("It was dealt with")
                .fill("What was done, or why it was none?", "Seen to.")
                .press("End it")
                .await;
            leader.page.says("It has ended.");
        }
        desk.open("/desk/marked").await.says("Nothing is due.");
        // Dealt with, they go.
        assert_eq!(mail::erase_due(&council.app).await.unwrap(), 1);
        assert_eq!(server::held::finish_waiting(&council.app).await.unwrap(), 1);
        let mut read = council.app.db.read().await.unwrap();
        assert!(mail::store::received::of_sender(&mut read, &address).await.unwrap().is_empty());
    });
}

/// What a case was opened with, and what was said on the telephone, may ask for data as a message does.
#[test]
fn what_a_case_was_opened_with_and_what_was_said_on_a_call_is_marked_too() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let address = format!("robin{}@post.example", another());
        let own = council.resident("Robin Testwell", &address).await;
        let (robin, _) = person(&council, &own).await;
        let reference = open_case(&council, robin, None).await.1;
        council.app.clock.advance(3 * DAY);
        let mut desk = officer(&council).await;
        let case = format!("/desk/cases/{reference}");
        desk.open(&case).await;
        let new = href(&desk, "/desk/marked/new");
        desk.open(&new).await.says("hole.jpg").says("22 November 2026");
        mark(&mut desk, &new, "Complaint", "It was reported before.").await;
        desk.page.says("27 November 2026").says("11 December 2026");
        desk.open(&case).await.says("Complaint: by").says("A message was marked: Complaint");
        // On a call: the clock runs from then, whoever deals with it.
        desk.press("Start a contact about this").await;
        let contact = desk.page.path.clone();
        desk.fill("What do they ask?", "Send me all you hold on me").press("Say what this is").await;
        desk.page.says("Send me all you hold on me");
        desk.choose("Subject access request").fill("Why?", "They said so on the telephone.").press("Mark it").await;
        let one = desk.page.path.split('?').next().unwrap().to_owned();
        desk.page.says("They said so on the telephone.").says("29 December 2026");
        desk.open(&contact).await.says("Subject access request: by");
        // A colleague deals with it, and does not read the contact.
        let mut other = officer(&council).await;
        other.open("/desk/marked").await.says("Subject access request").says("Complaint");
        other.open(&one).await.says("A contact of whoever marked it").says("They said so on the telephone.");
        let id = contact.rsplit('/').next().unwrap();
        assert_eq!(other.open(&format!("/desk/marked/new?message={id}")).await.status, 404);
        // Told to them, and it keeps the account until it is dealt with.
        let parts = server::held::read(&council.app, robin, Reader::Themselves, Lang::EN).await.unwrap();
        let told = parts.iter().find(|part| part.table == "cases_marks").expect("they are told").rows.len();
        assert_eq!(told, 2);
        let mut admin = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        admin.open(&format!("/desk/residents/{robin}/erase")).await.says("One message of theirs that the law");
        other.open(&one).await;
        other.choose("It was dealt with").fill("What was done, or why it was none?", "Sent.").press("End it").await;
        other.page.says("It has ended.");
        admin
            .open(&format!("/desk/residents/{robin}/erase"))
            .await
            .is_silent_about("One message of theirs that the law");
        // As long after its end as contacts are kept, nothing of it is left.
        assert_eq!(cases::clear_marks(&council.app).await.unwrap(), 0);
        council.app.clock.advance(760 * DAY);
        assert_eq!(cases::clear_marks(&council.app).await.unwrap(), 1);
    });
}
