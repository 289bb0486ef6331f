//! An email that is on no case: an officer answers it, what comes back stands on its thread, and it becomes a case; whoever sends
//! what we cannot keep is told so.

use super::mail::{answers_to, comes, head, officer, take};
use crate::support::{Council, HERE, Reached, another};
use kit::Id;
use kit::facts::Subject;
use kit::mail::receiver::Answer;
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;

/// Somebody unknown wrote; their address, and where their email stands at the desk.
async fn wrote(council: &Council, subject: &str, text: &str) -> (String, String) {
    let address = format!("ann{}@a.example", another());
    assert_eq!(comes(council, &address, "hello@eastmere.example", &head(subject), text).await, Answer::Kept);
    let path = mail_path(council, &address).await;
    (address, path)
}

/// The newest email from an address.
async fn mail_path(council: &Council, address: &str) -> String {
    let all = mail::store::received::of_sender(&mut council.app.db.read().await.unwrap(), address).await.unwrap();
    mail::path(all.last().expect("it was kept").id)
}

/// Its reference is in its words, and no answer of ours brought it: whoever reads it sees which case, and says so.
#[test]
fn an_email_that_names_a_case_is_offered_it() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let reference = council.browser().report_hole(HERE, Reached::Not).await;
        let grouped = reference.parse::<kit::Reference>().unwrap().grouped();
        let (_, path) = wrote(&council, &format!("About {grouped}, the hole"), "It is deeper now.").await;
        let mut desk = officer(&council).await;
        desk.open(&path).await;
        assert_eq!(desk.page.value("reference"), grouped);
        let page = desk.press("Put it on the case").await;
        page.says("It is deeper now.");
        assert!(page.path.starts_with(&format!("/desk/cases/{reference}")), "{}", page.path);
        let (_, path) = wrote(&council, "About 111 111 111", "A number of somebody else’s.").await;
        desk.open(&path).await;
        assert_eq!(desk.page.value("reference"), "");
    });
}

#[test]
fn an_email_on_no_case_is_answered_and_what_comes_back_stands_with_it() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (address, path) = wrote(&council, "Opening hours", "When does the library open?").await;
        let mut desk = officer(&council).await;
        desk.open(&path).await.says("It goes to");
        assert_eq!(desk.press("Send the answer").await.status, 422);
        desk.page.says("Write your answer");
        desk.fill("Answer by email", "At nine.\n\nOn Sundays it is shut.").press("Send the answer").await;
        desk.page.says("The answer is on its way").says("Olu Officer answered").says("On Sundays it is shut.");
        desk.open("/desk/mail").await.is_silent_about(&address);
        desk.open("/desk/mail?list=aside").await.says(&address).says("It was answered by email.");
        let sent = council.newest_to(&address).await;
        assert_eq!(sent.subject, "Re: Opening hours");
        assert!(sent.text.contains("At nine.\n\nOn Sundays it is shut."), "{}", sent.text);
        let (to, thread) = answers_to(&council, &sent).await;
        assert!(to.starts_with("case+") && thread.ends_with("@a.example>"), "{to} {thread}");
        // The answer to it comes in under the same thread, at whichever of our addresses it is sent to.
        comes(&council, &address, &to, &head("Re: Opening hours"), "And on bank holidays?").await;
        let again = mail_path(&council, &address).await;
        desk.open("/desk/mail").await.says("Re: Opening hours").says("Somebody wrote again");
        desk.open(&again)
            .await
            .says("When does the library open?")
            .says("On Sundays it is shut.")
            .says("bank holidays?");
        let by_id = head("Re: it") + &format!("\nIn-Reply-To: {}", sent.message_id);
        comes(&council, &address, "hello@eastmere.example", &by_id, "Hello?").await;
        let third = mail_path(&council, &address).await;
        desk.open(&third).await.says("bank holidays?");
        // Put on a case, the thread goes there.
        desk.press("Open a case from it").await;
        desk.select("Which service is it for?", "Ask us something").press("Open the case").await;
        let case = desk.page.path.clone();
        desk.page.says("Hello?").says("By email").says("Re: it");
        comes(&council, &address, &to, &head("Re: Opening hours"), "One thing more.").await;
        desk.open(&case).await.says("One thing more.").is_silent_about("Another address");
    });
}

#[test]
fn what_of_a_thread_became_a_case_is_read_by_whoever_may_see_that_and_by_nobody_else() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (address, first) = wrote(&council, "A question", "Whom do I ask?").await;
        let olu = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await;
        let (olu, mut desk) = (olu.id, olu.browser);
        desk.open(&first).await;
        desk.fill("Answer by email", "Ask away.").press("Send the answer").await;
        let (to, _) = answers_to(&council, &council.newest_to(&address).await).await;
        comes(&council, &address, &to, &head("Re: A question"), "It is about my rent.").await;
        let second = mail_path(&council, &address).await;
        desk.open(&second).await;
        desk.press("Open a case from it").await;
        desk.select("Which service is it for?", "Ask us something").press("Open the case").await;
        comes(&council, &address, &to, &head("Re: A question"), "I am ill and cannot pay.").await;
        let third = mail_path(&council, &address).await;
        // The first is on no case: whoever takes contacts reads it, but not what another team was told on its case.
        let mut tim = council.colleague("Tim Teammate", &[Role::TeamMember], &["highways"]).await;
        tim.browser.open(&first).await.says("Whom do I ask?").says("Ask away.").says("2 more emails of this thread");
        tim.browser.page.is_silent_about("my rent").is_silent_about("cannot pay");
        assert_eq!(tim.browser.open(&second).await.status, 404);
        assert_eq!(tim.browser.open(&third).await.status, 404);
        // Whoever may see the case is led to each; its words are read there, which leaves a look.
        desk.open(&first).await.is_silent_about("cannot pay").is_silent_about("more email");
        assert!(desk.page.body.contains(&second) && desk.page.body.contains(&third));
        assert_eq!(looked(&council, &first, tim.id).await, 1);
        assert_eq!(looked(&council, &second, tim.id).await, 0);
        // What is told on the page of another email is looked at too.
        let before = looked(&council, &first, olu).await;
        desk.open(&third).await.says("Whom do I ask?").says("cannot pay").is_silent_about("my rent");
        assert_eq!(looked(&council, &first, olu).await, before + 1);
    });
}

/// How often somebody looked at an email.
async fn looked(council: &Council, path: &str, by: Id) -> usize {
    let id: Id = path.rsplit('/').next().unwrap().parse().unwrap();
    let mut read = council.app.db.read().await.unwrap();
    let all = kit::looks::at(&mut read, &Subject::new("mail", id), None, 100).await.unwrap();
    all.iter().filter(|look| look.staff == by).count()
}

#[test]
fn a_long_thread_tells_the_first_and_the_newest() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (address, first) = wrote(&council, "Opening hours", "When is the first one?").await;
        let mut desk = officer(&council).await;
        desk.open(&first).await;
        desk.fill("Answer by email", "At nine.").press("Send the answer").await;
        let (to, _) = answers_to(&council, &council.newest_to(&address).await).await;
        for n in 1..=52 {
            council.app.clock.advance(kit::clock::SECOND);
            comes(&council, &address, &to, &head("Re: Opening hours"), &format!("Line number {n}.")).await;
        }
        let newest = mail_path(&council, &address).await;
        desk.open(&newest).await.says("When is the first one?").says("Only the first email and the newest ones");
        desk.page.says("Line number 52.").says("Line number 3.").is_silent_about("Line number 2.").says("At nine.");
    });
}

#[test]
fn of_two_officers_who_answer_the_second_sees_the_first_and_keeps_what_they_typed() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (address, path) = wrote(&council, "A rate", "What is it?").await;
        let (mut one, mut other) = (officer(&council).await, officer(&council).await);
        one.open(&path).await;
        other.open(&path).await;
        one.fill("Answer by email", "Two pounds.").press("Send the answer").await;
        let before = council.mail_to(&address).await.len();
        let page = other.fill("Answer by email", "It is two pounds, dear Ann.").press("Send the answer").await;
        assert_eq!(page.status, 422);
        page.says("Somebody did something with this email").says("Two pounds.").says("dear Ann.");
        assert_eq!(council.mail_to(&address).await.len(), before);
    });
}

#[test]
fn a_letter_or_an_email_becomes_a_case_of_its_service_once() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (address, path) = wrote(&council, "Noise", "There is a noise at night.").await;
        let mut desk = officer(&council).await;
        desk.open(&path).await;
        let mut other = desk.clone();
        desk.press("Open a case from it").await;
        assert_eq!(desk.press("Open the case").await.status, 422);
        desk.page.says("Choose the service it is for").says("There is a noise at night.");
        desk.select("Which service is it for?", "Ask us something").press("Open the case").await;
        desk.page.says("Noise").says("There is a noise at night.").says("By email").is_silent_about("Another address");
        let case = desk.page.path.clone();
        let told = council.newest_to(&address).await;
        assert!(answers_to(&council, &told).await.0.starts_with("case+"), "{}", told.subject);
        assert_eq!(other.post(&format!("{path}/open"), &[]).await.path, case, "a second press leads there");
        desk.open(&path).await.is_silent_about("Open a case from it");
    });
}

/// An email with a file of this type.
fn with_file(from: &str, to: &str, head: &str, (kind, name): (&str, &str)) -> Vec<u8> {
    format!(
        "From: {from}\r\nTo: {to}\r\n{}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\
         Content-Type: text/plain\r\n\r\nSee the letter.\r\n--b\r\nContent-Type: {kind}\r\n\
         Content-Disposition: attachment; filename=\"{name}\"\r\n\r\nwords\r\n--b--\r\n",
        head.replace('\n', "\r\n")
    )
    .into_bytes()
}

#[test]
fn whoever_sends_what_we_cannot_keep_is_told_which_file_and_what_to_send_instead() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let address = format!("ann{}@a.example", another());
        let word = ("application/msword", "my letter.doc");
        let (to, first) = ("hello@eastmere.example", head("A claim"));
        take(&council, &address, to, with_file(&address, to, &first, word)).await;
        let told = council.mail_to(&address).await;
        assert_eq!(told.len(), 1, "one message says that it came and what did not");
        let text = &told[0].text;
        assert!(text.contains("“my letter.doc” is not a file we can take") && text.contains("as a PDF"), "{text}");
        take(&council, &address, to, with_file(&address, to, &first, word)).await;
        assert_eq!(council.mail_to(&address).await.len(), 1, "the same email again is the same");
        take(&council, &address, to, with_file(&address, to, &head("Another"), word)).await;
        assert_eq!(council.mail_to(&address).await.len(), 2, "another file is another matter");
        // No machine is told, however often it writes.
        for machine in ["Auto-Submitted: auto-replied", "Precedence: bulk", "X-Autoreply: yes"] {
            let head = head("Away") + "\n" + machine;
            take(&council, &address, to, with_file(&address, to, &head, word)).await;
        }
        assert_eq!(council.mail_to(&address).await.len(), 2);
        let mut desk = officer(&council).await;
        desk.open("/desk/mail").await.says("1 not kept");
        desk.open(&mail_path(&council, &address).await).await.says("“my letter.doc” is no photo and no PDF");
        for _ in 0..9 {
            take(&council, &address, to, with_file(&address, to, &head("More"), word)).await;
        }
        assert_eq!(council.mail_to(&address).await.len(), 5, "whoever goes on is told no more that day");
    });
}
