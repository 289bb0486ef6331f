//! Email comes in: answers find their case, what is forged or belongs nowhere waits for an officer, machines are not
//! answered, and what came back is told to whoever can ring.

use crate::access::world::{open_case, person};
use crate::support::{Browser, Council, HERE, Reached, another};
use base64::Engine;
use kit::Reference;
use kit::clock::{DAY, HOUR};
use kit::facts::{Keeper, SealKey, follow_once};
use kit::mail::receiver::{Answer, Mail};
use kit::mail::{Inbox, Meant};
use kit::outbox::Kept;
use kit::testing::{each_database, picture, repository_migrations};
use kit::who::Role;
use kit::{params, sql};

sql!(REPLY_TO, "SELECT reply_to, thread FROM outbox_messages WHERE id = $1");
sql!(STATE, "SELECT state, trouble FROM outbox_messages WHERE id = $1");
sql!(SENT, "UPDATE outbox_messages SET state = 'sent', done_at = $1 WHERE state = 'waiting'");

/// Hands a mail to the council as its mail server would.
pub async fn comes(council: &Council, from: &str, to: &str, head: &str, text: &str) -> Answer {
    let head = format!("From: {from}\nTo: {to}\n{head}");
    let bytes = format!("{}\r\n\r\n{}\r\n", head.trim_end().replace('\n', "\r\n"), text.replace('\n', "\r\n"));
    take(council, from, to, bytes.into_bytes()).await
}

pub async fn take(council: &Council, from: &str, to: &str, bytes: Vec<u8>) -> Answer {
    mail::take(&council.app, Mail { from: from.to_owned(), to: vec![to.to_owned()], bytes }).await
}

/// A head with this subject and a Message-ID of its own.
pub fn head(subject: &str) -> String {
    format!("Subject: {subject}\nMessage-ID: <{}@a.example>", another())
}

/// Somebody has reported a hole; their address, browser and reference.
async fn reported(council: &Council) -> (String, Browser, String) {
    let address = format!("robin{}@post.example", another());
    let mut browser = council.browser();
    let reference = browser.report_hole(HERE, Reached::Email(&address)).await;
    (address, browser, reference)
}

pub async fn officer(council: &Council) -> Browser {
    council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser
}

/// Where an answer to this message goes, and its thread.
pub async fn answers_to(council: &Council, kept: &Kept) -> (String, String) {
    let row = council.app.db.read().await.unwrap().one(&REPLY_TO, params![kept.id]).await.unwrap();
    (row.get(0).unwrap(), row.get(1).unwrap())
}

fn with_photo(from: &str, to: &str, head: &str, text: &str) -> Vec<u8> {
    let photo = base64::engine::general_purpose::STANDARD.encode(picture("jpeg", [10, 200, 10]));
    format!(
        "From: {from}\r\nTo: {to}\r\n{}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\
         Content-Type: text/plain\r\n\r\n{text}\r\n--b\r\nContent-Type: image/jpeg\r\n\
         Content-Disposition: attachment; filename=\"hole.jpg\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{photo}\r\n--b\r\n\
         Content-Type: application/msword\r\nContent-Disposition: attachment; filename=\"letter.doc\"\r\n\r\nwords\r\n--b--\r\n",
        head.replace('\n', "\r\n")
    )
    .into_bytes()
}

#[test]
fn an_answer_by_mail_is_a_message_on_the_case_with_its_files() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (address, mut robin, reference) = reported(&council).await;
        let mut desk = officer(&council).await;
        desk.open(&format!("/desk/cases/{reference}/message")).await;
        desk.fill("Message", "Which side of the road is it on?");
        assert_eq!(desk.press("Send").await.status, 200);
        let asked = council.newest_to(&address).await;
        assert!(asked.text.contains("You can also simply answer this email."), "{}", asked.text);
        let (to, thread) = answers_to(&council, &asked).await;
        assert!(to.starts_with("case+") && thread.starts_with("<case."), "{to} {thread}");
        let text = "The left side.\r\n\r\nOn Sun, 1 Nov 2026 at 10:00, Eastmere Council wrote:\r\n> Which side?";
        let head = head("Re: Message about your report") + &format!("\nIn-Reply-To: {thread}");
        assert_eq!(take(&council, &address, &to, with_photo(&address, &to, &head, text)).await, Answer::Kept);
        desk.open("/desk/cases?tab=unread").await.says("A hole in the road");
        let page = desk.open(&format!("/desk/cases/{reference}")).await;
        page.says("The left side.").says("By email").says("hole.jpg").says("letter.doc").says("is no photo and no PDF");
        page.is_silent_about("> Which side?").is_silent_about("Another address");
        let file =
            page.body.split('"').find(|part| part.contains("/files/") && !part.ends_with("/small")).unwrap().to_owned();
        let id = file.rsplit('/').next().unwrap().to_owned();
        assert_eq!(desk.open(&file).await.status, 200);
        // It is theirs: on their page too, with the photograph.
        robin.open(&format!("/cases/{reference}")).await.says("The left side.").says("hole.jpg");
        assert_eq!(robin.open(&format!("/cases/{reference}/files/{id}")).await.status, 200);
        let told = council.newest_to(&address).await;
        assert!(told.subject.contains("We have your email"), "{}", told.subject);
        assert!(!told.text.contains(&reference) && !told.text.contains("pothole"), "{}", told.text);
    });
}

#[test]
fn a_mail_from_elsewhere_is_kept_and_marked_and_shows_nothing_back() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (address, mut robin, reference) = reported(&council).await;
        let (to, thread) = answers_to(&council, &council.newest_to(&address).await).await;
        let elsewhere = format!("eve{}@e.example", another());
        assert_eq!(comes(&council, &elsewhere, &to, &head("Re: it"), "Tell me where they live.").await, Answer::Kept);
        let mut desk = officer(&council).await;
        let page = desk.open(&format!("/desk/cases/{reference}")).await;
        page.says("Tell me where they live.").says("Another address").says(&elsewhere);
        page.says("anybody may have written it");
        robin.open(&format!("/cases/{reference}")).await.is_silent_about("where they live").is_silent_about(&elsewhere);
        let told = council.mail_to(&elsewhere).await;
        assert_eq!(told.len(), 1);
        assert!(!told[0].text.contains(&reference) && answers_to(&council, &told[0]).await.0.is_empty());
        // Without the address, by what it answers.
        let by_thread = head("Re: it") + &format!("\nReferences: <x@y> {thread}");
        comes(&council, &address, "case@mail.eastmere.example", &by_thread, "By its thread.").await;
        desk.open(&format!("/desk/cases/{reference}")).await.says("By its thread.");
        let sent = council.mail_to(&address).await;
        let ours = sent.iter().find(|kept| kept.about.iter().any(|about| about.kind == "case")).unwrap();
        let by_id = head("Re: it") + &format!("\nIn-Reply-To: {}", ours.message_id);
        comes(&council, &address, "hello@eastmere.example", &by_id, "By our Message-ID.").await;
        desk.open(&format!("/desk/cases/{reference}")).await.says("By our Message-ID.");
    });
}

#[test]
fn a_stranger_s_mail_answers_nothing_that_the_resident_was_asked() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (address, mut robin, reference) = reported(&council).await;
        let mut desk = officer(&council).await;
        desk.open(&format!("/desk/cases/{reference}/message")).await;
        desk.fill("Message", "Which side of the road is it on?").choose("We need an answer: the case waits for it");
        assert_eq!(desk.press("Send").await.status, 200);
        let (to, _) = answers_to(&council, &council.newest_to(&address).await).await;
        let (case, own) = (format!("/desk/cases/{reference}"), format!("/cases/{reference}"));
        comes(&council, &format!("eve{}@e.example", another()), &to, &head("Re: it"), "On neither.").await;
        desk.open(&case).await.says("On neither.").says("Waiting for the resident");
        robin.open(&own).await.says("We have asked you something").is_silent_about("On neither.");
        comes(&council, &address, &to, &head("Re: it"), "On the left.").await;
        desk.open(&case).await.says("On the left.").is_silent_about("Waiting for the resident");
        robin.open(&own).await.is_silent_about("We have asked you something");
    });
}

#[test]
fn a_forged_mark_attaches_nothing_and_an_officer_says_where_it_belongs() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (address, _, reference) = reported(&council).await;
        let parsed: Reference = reference.parse().unwrap();
        let real = council.app.part::<Inbox>().unwrap().answers(&parsed);
        let mark = real.split('.').nth(1).unwrap().split('@').next().unwrap();
        let forged = real.replace(mark, "0000000000000000");
        assert_eq!(council.app.part::<Inbox>().unwrap().read(&forged), Meant::Forged);
        comes(&council, &address, &forged, &head("The hole"), "It smokes, somebody is trapped in the fire.").await;
        let mut desk = officer(&council).await;
        desk.open(&format!("/desk/cases/{reference}")).await.is_silent_about("somebody is trapped");
        let page = desk.open("/desk/mail").await;
        page.says("The hole").says("with a mark that is not ours");
        let href = page.body.split('"').find(|part| part.starts_with("/desk/mail/0")).unwrap().to_owned();
        desk.open(&href).await.says("It smokes");
        assert_eq!(desk.press("Put it on the case").await.status, 422);
        desk.page.says("Type the reference of the case");
        desk.fill("Reference of the case", &reference);
        let mut second = officer(&council).await;
        second.open(&href).await;
        let page = desk.press("Put it on the case").await;
        assert!(page.path.starts_with(&format!("/desk/cases/{reference}")), "{}", page.path);
        page.says("It smokes").says("The hole");
        assert_eq!(second.press("Lay it aside: nothing to do").await.status, 409, "somebody was faster");
        desk.open("/desk/mail").await.is_silent_about("The hole");
        desk.open(&href).await.says(&parsed.grouped());
    });
}

#[test]
fn what_belongs_to_no_case_goes_to_a_record_a_contact_or_aside() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let email = format!("ann{}@a.example", another());
        council.resident("Ann Example", &email).await;
        let mut desk = officer(&council).await;
        for (subject, button, says) in [
            ("A rate", "Put it on their record", "It is on the record."),
            ("A rate", "Begin a contact with it", "Nobody known yet."),
            ("A rate", "Lay it aside: nothing to do", "It is laid aside."),
        ] {
            comes(&council, &email, "hello@eastmere.example", &head(subject), "What is my rate?").await;
            let page = desk.open("/desk/mail").await;
            let href = page.body.split('"').find(|part| part.starts_with("/desk/mail/0")).unwrap().to_owned();
            desk.open(&href).await.says("What is my rate?").says("Ann Example").says("Anybody can write");
            let page = desk.press(button).await;
            assert_eq!(page.status, 200, "{}", page.text());
            page.says(says);
        }
        desk.open("/desk/mail").await.says("Nothing here.");
        desk.open("/desk/mail?list=aside").await.says("A rate");
        assert_eq!(council.mail_to(&email).await.iter().filter(|kept| kept.subject.contains("email")).count(), 1);
    });
}

/// The sender writes the Message-ID, and a mail server may hand one mail over for each of those it was sent to.
#[test]
fn no_mail_is_lost_behind_another_of_its_name_or_for_somebody_else() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (address, _, first) = reported(&council).await;
        let (to, _) = answers_to(&council, &council.newest_to(&address).await).await;
        let own = council.resident("Ada Testwell", &format!("ada{}@post.example", another())).await;
        let (ada, _) = person(&council, &own).await;
        let second = open_case(&council, ada, None).await.1;
        let to_second = council.app.part::<Inbox>().unwrap().answers(&second.parse().unwrap());
        let mut desk = officer(&council).await;
        // A scanner that calls every mail the same.
        for page in ["Page one.", "Page two."] {
            let head = "Subject: Scan\nMessage-ID: <scan@copier.example>";
            comes(&council, "copier@c.example", "hello@eastmere.example", head, page).await;
            comes(&council, "copier@c.example", "hello@eastmere.example", head, page).await;
        }
        let mut read = council.app.db.read().await.unwrap();
        assert_eq!(mail::store::received::of_sender(&mut read, "copier@c.example").await.unwrap().len(), 2);
        drop(read);
        // First for the council, then for the case, then for the council again: it is on the case, once.
        let head = self::head("Both");
        for to in ["hello@eastmere.example", &to, "hello@eastmere.example", &to] {
            comes(&council, &address, to, &head, "It is for both of you.").await;
        }
        let page = desk.open(&format!("/desk/cases/{first}")).await;
        assert_eq!(page.text().matches("It is for both of you.").count(), 1, "{}", page.text());
        desk.open("/desk/mail").await.is_silent_about("It is for both of you.");
        // For two cases, in one go and in two.
        for (to, words) in [(vec![to.clone(), to_second.clone()], "Two at once."), (vec![to, to_second], "Two by two.")]
        {
            let head = self::head("Two");
            let bytes = format!("From: {address}\r\n{}\r\n\r\n{words}\r\n", head.replace('\n', "\r\n")).into_bytes();
            let turns =
                if words == "Two at once." { vec![to.clone()] } else { to.iter().map(|to| vec![to.clone()]).collect() };
            for to in turns.iter().chain(&turns) {
                let mail = Mail { from: address.clone(), to: to.clone(), bytes: bytes.clone() };
                assert_eq!(mail::take(&council.app, mail).await, Answer::Kept);
            }
            for reference in [&first, &second] {
                let page = desk.open(&format!("/desk/cases/{reference}")).await;
                assert_eq!(page.text().matches(words).count(), 1, "{reference}: {}", page.text());
            }
        }
    });
}

#[test]
fn the_same_mail_twice_is_one_and_too_many_have_to_wait() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (address, _, reference) = reported(&council).await;
        let (to, _) = answers_to(&council, &council.newest_to(&address).await).await;
        let head = head("Re: it");
        for _ in 0..3 {
            assert_eq!(comes(&council, &address, &to, &head, "Just once.").await, Answer::Kept);
        }
        let mut desk = officer(&council).await;
        let page = desk.open(&format!("/desk/cases/{reference}")).await;
        assert_eq!(page.text().matches("Just once.").count(), 1);
        let mut said = Vec::new();
        for _ in 0..61 {
            said.push(comes(&council, &address, "hello@eastmere.example", &self::head("More"), "More.").await);
        }
        assert_eq!(said.iter().filter(|answer| **answer == Answer::TooMany).count(), 2, "{said:?}");
        let other = comes(&council, "bob@b.example", "hello@eastmere.example", &self::head("Mine"), "Mine.").await;
        assert_eq!(other, Answer::Kept, "others are not held up");
        council.app.clock.advance(HOUR + 1);
        assert_eq!(
            comes(&council, &address, "hello@eastmere.example", &self::head("Later"), "Later.").await,
            Answer::Kept
        );
    });
}

#[test]
fn machines_are_not_answered_and_two_of_them_stop() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (address, _, reference) = reported(&council).await;
        let (to, _) = answers_to(&council, &council.newest_to(&address).await).await;
        let before = council.mail_to(&address).await.len();
        for mark in
            ["Auto-Submitted: auto-replied", "X-Autoreply: yes", "Auto-Submitted: auto-generated\nIn-Reply-To: <x@y>"]
        {
            let head = head("Out of office") + "\n" + mark;
            assert_eq!(comes(&council, &address, &to, &head, "I am away.").await, Answer::Kept);
        }
        comes(&council, "hello@eastmere.example", &to, &head("Ours"), "Round and round.").await;
        let round = "Received: from a by b; Mon, 2 Nov 2026 10:00:00 +0000\n".repeat(31) + &head("Round");
        assert_eq!(comes(&council, &address, &to, &round, "Round.").await, Answer::Loop);
        for quiet in ["Precedence: list", "List-Id: <news.example>", "X-Auto-Response-Suppress: All"] {
            comes(&council, &address, "hello@eastmere.example", &(head("News") + "\n" + quiet), "News.").await;
        }
        assert_eq!(council.mail_to(&address).await.len(), before, "nobody was answered");
        let mut desk = officer(&council).await;
        desk.open(&format!("/desk/cases/{reference}")).await.is_silent_about("I am away.");
        desk.open("/desk/mail?list=automatic").await.says("Out of office").says("from one of our own addresses");
        // One that answers every mail, and does not say that it is a machine.
        let robot = format!("robot{}@r.example", another());
        for turn in 0..5 {
            comes(
                &council,
                &robot,
                "hello@eastmere.example",
                &head("Re: We have your email"),
                &format!("Thanks {turn}"),
            )
            .await;
        }
        assert_eq!(council.mail_to(&robot).await.len(), 1);
        council.app.clock.advance(DAY + 1);
        comes(&council, &robot, "hello@eastmere.example", &head("Hello"), "A day later").await;
        assert_eq!(council.mail_to(&robot).await.len(), 2, "once a day");
        // Whoever says that somebody else wrote does not make us write to them.
        let other = format!("other{}@o.example", another());
        for envelope in ["a1@e.example", "a2@e.example", "a3@e.example"] {
            let mail = format!("From: {other}\r\n{}\r\n\r\nHello\r\n", head("Hello").trim_end().replace('\n', "\r\n"));
            take(&council, envelope, "hello@eastmere.example", mail.into_bytes()).await;
            assert_eq!(council.mail_to(envelope).await.len(), 0);
        }
        assert_eq!(council.mail_to(&other).await.len(), 0, "it may not be them");
    });
}

pub fn returned(message_id: &str, action: &str) -> (String, String) {
    let head = format!(
        "{}\nContent-Type: multipart/report; report-type=delivery-status; boundary=b",
        head("Undelivered Mail Returned to Sender")
    );
    let text = format!(
        "--b\nContent-Type: text/plain\n\nSorry\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\n\
         Action: {action}\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 No such user\n\n--b\nContent-Type: message/rfc822\n\n\
         Message-ID: {message_id}\n\nx\n--b--"
    );
    (head, text)
}

#[test]
fn whoever_a_mail_came_back_from_is_to_be_rung() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (address, _, reference) = reported(&council).await;
        let kept = council.newest_to(&address).await;
        let mut tx = council.app.db.begin().await.unwrap();
        tx.exec(&SENT, params![council.app.now()]).await.unwrap();
        tx.commit().await.unwrap();
        let back = council.app.part::<Inbox>().unwrap().returns(kept.id);
        let state = async || {
            let row = council.app.db.read().await.unwrap().one(&STATE, params![kept.id]).await.unwrap();
            (row.get::<String>(0).unwrap(), row.get::<String>(1).unwrap())
        };
        let (head, text) = returned("<else@where>", "delayed");
        let postmaster = "MAILER-DAEMON@mx.example";
        take_from_nowhere(&council, postmaster, &back, &head, &text).await;
        assert_eq!(state().await.0, "sent", "it is only late");
        let mut desk = officer(&council).await;
        desk.open("/desk/cases/untold").await.is_silent_about("Robin");
        // An absence comes to the same address, and says nothing about the mail.
        let away = self::head("Away") + "\nAuto-Submitted: auto-replied";
        take_from_nowhere(&council, &address, &back, &away, "I am away.").await;
        assert_eq!(state().await.0, "sent");
        let (head, text) = returned("<else@where>", "failed");
        take_from_nowhere(&council, postmaster, &back, &head, &text).await;
        let (now, trouble) = state().await;
        assert!(now == "failed" && trouble.contains("No such user"), "{now} {trouble}");
        follow(&council).await;
        desk.open("/desk/cases/untold").await.says("their email address does not work");
        desk.open(&format!("/desk/cases/{reference}")).await.says("An email to them came back");
        desk.open("/desk/mail?list=automatic").await.says("One of our emails came back");
    });
}

/// Lets the list follow the journal.
async fn follow(council: &Council) {
    let folder = tempfile::tempdir().unwrap();
    let key = SealKey::open_or_make(&folder.path().join("seal.key"), &council.app.entropy).unwrap();
    Keeper::start(&council.app, key, Vec::new(), None).stop().await;
    let listener = cases::listeners().into_iter().find(|listener| listener.name == "cases.undelivered").unwrap();
    while follow_once(&council.app, &listener, 500).await.unwrap() > 0 {}
}

pub async fn take_from_nowhere(council: &Council, from: &str, to: &str, head: &str, text: &str) {
    let bytes = format!("From: {from}\nTo: {to}\n{head}\n\n{text}\n").replace('\n', "\r\n").into_bytes();
    let answer = mail::take(&council.app, Mail { from: String::new(), to: vec![to.to_owned()], bytes }).await;
    assert_eq!(answer, Answer::Kept);
}
