//! Mail that was put on somebody's record: it is read by whoever has that open, and by nobody else.

use super::mail::{answers_to, comes, head, officer, take};
use crate::access::world::person;
use crate::support::{Browser, Council, another};
use kit::Id;
use kit::testing::{each_database, picture, repository_migrations};
use kit::who::Role;
use residents::store::record;

const WORDS: &str = "I moved to the refuge";
const WHAT: &str = "Passport of Ann Example";

/// Somebody with a safe address, and their email address.
async fn guarded(council: &Council) -> (Id, String) {
    let address = format!("ann{}@a.example", another());
    let (resident, _) = person(council, &council.resident("Ann Example", &address).await).await;
    let marker = record::Marker {
        id: council.app.id(),
        kind: "guarded".into(),
        reason: "Moved away from somebody".into(),
        review: None,
        made_at: council.app.now(),
    };
    let mut tx = council.app.db.begin().await.unwrap();
    assert!(record::insert_marker(&mut tx, resident, &marker, resident).await.unwrap());
    tx.commit().await.unwrap();
    (resident, address)
}

/// The newest mail of a sender.
async fn newest(council: &Council, sender: &str) -> mail::Received {
    let mut read = council.app.db.read().await.unwrap();
    mail::store::received::of_sender(&mut read, sender).await.unwrap().pop().expect("it was kept")
}

/// An email with a photograph, and another one that goes on its thread; an officer puts the first on the record.
async fn placed(council: &Council, desk: &mut Browser, address: &str) -> (mail::Received, mail::Received) {
    let photo = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, picture("jpeg", [1, 2, 3]));
    let bytes = format!(
        "From: {address}\r\nTo: hello@eastmere.example\r\n{}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\
         Content-Type: text/plain\r\n\r\n{WORDS}\r\n--b\r\nContent-Type: image/jpeg\r\n\
         Content-Disposition: attachment; filename=\"room.jpg\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{photo}\r\n--b--\r\n",
        head("Where I am").replace('\n', "\r\n")
    );
    take(council, address, "hello@eastmere.example", bytes.into_bytes()).await;
    let first = newest(council, address).await;
    desk.open(&mail::path(first.id)).await.says(WORDS);
    desk.fill("Answer by email", "Thank you.").press("Send the answer").await;
    let (to, _) = answers_to(council, &council.newest_to(address).await).await;
    comes(council, address, &to, &head("Re: Where I am"), "One thing more.").await;
    desk.open(&mail::path(first.id)).await;
    desk.press("Put it on their record").await.says("It is on the record.").is_silent_about(WORDS);
    assert_eq!(desk.page.path, "/desk/mail?done=placed");
    (first, newest(council, address).await)
}

#[test]
fn mail_on_a_record_is_read_by_whoever_has_it_open_and_by_nobody_else() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((resident, address), mut desk) = (guarded(&council).await, officer(&council).await);
        let (first, second) = placed(&council, &mut desk, &address).await;
        let mut tx = council.app.db.begin().await.unwrap();
        mail::store::originals::insert(&mut tx, first.id, WHAT, first.received, resident).await.unwrap();
        tx.commit().await.unwrap();
        let (path, open) = (mail::path(first.id), format!("/desk/residents/{resident}/open"));
        let file = format!("{path}/files/{}", first.with.files[0].id);
        let mark = format!("/desk/marked/new?message={}", first.id);
        let everything = [path.clone(), format!("{path}/originals"), file.clone(), format!("{file}/small"), mark];
        for page in &everything {
            assert_eq!(desk.open(page).await.path, open, "{page}");
            desk.page.is_silent_about(WORDS).is_silent_about(WHAT);
        }
        // What is typed meanwhile stays with it, and nothing is sent.
        let sent = council.mail_to(&address).await.len();
        let fields = [("key", council.app.id().to_string()), ("revision", "2".into()), ("answer", "Dear Ann".into())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        for action in ["answer", "originals", "contact", "aside", "open"] {
            assert_eq!(desk.post(&format!("{path}/{action}"), &fields).await.path, open, "{action}");
        }
        assert_eq!(council.mail_to(&address).await.len(), sent);
        // Another email of its thread says that there is one, and the list of originals that somebody waits for something.
        desk.open(&mail::path(second.id)).await.says("One thing more.").says("on a record that you have not open");
        desk.page.is_silent_about(WORDS);
        desk.open("/desk/mail/originals").await.says("On somebody’s record: open that first");
        desk.page.is_silent_about(WHAT).is_silent_about(&address);
        // Without the person few may open it.
        desk.open(&path).await;
        desk.choose("I am working on their matter").fill("What are you working on?", "A letter").press("Open").await;
        assert_eq!(desk.page.status, 422);
        let mut leader = council.colleague("Lee Leader", &[Role::TeamLeader], &["contact-centre"]).await.browser;
        assert_eq!(leader.open(&path).await.path, open);
        leader.choose("I am working on their matter").fill("What are you working on?", "A letter").press("Open").await;
        leader.open(&path).await.says(WORDS).says("room.jpg");
        leader.open("/desk/mail/originals").await.says(WHAT);
        leader.open(&mail::path(second.id)).await.says(WORDS);
        for page in everything {
            let shown = leader.open(&page).await;
            assert_eq!((shown.status, shown.path.as_str()), (200, page.as_str()));
        }
    });
}

#[test]
fn an_answer_typed_while_somebody_puts_the_mail_on_a_record_is_there_once_that_is_open() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((resident, address), mut desk) = (guarded(&council).await, officer(&council).await);
        comes(&council, &address, "hello@eastmere.example", &head("A rate"), "What is my rate?").await;
        let path = mail::path(newest(&council, &address).await.id);
        let mut leader = council.colleague("Lee Leader", &[Role::TeamLeader], &["contact-centre"]).await.browser;
        leader.open(&path).await;
        desk.open(&path).await;
        desk.press("Put it on their record").await;
        leader.fill("Answer by email", "It is two pounds.").press("Send the answer").await;
        assert_eq!(leader.page.path, format!("/desk/residents/{resident}/open"));
        leader.choose("I am working on their matter").fill("What are you working on?", "A rate").press("Open").await;
        leader.open(&path).await;
        assert_eq!(leader.page.value("answer").trim(), "It is two pounds.");
    });
}
