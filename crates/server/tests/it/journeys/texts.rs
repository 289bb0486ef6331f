//! A resident texts the council: GOV.UK Notify tells of it, it is on the case it answers, or waits where email on no case does and is
//! answered by text.

use super::mail::officer;
use crate::support::{Browser, Council, HERE, Reached, another};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, header};
use axum::response::Response;
use http_body_util::BodyExt;
use kit::clock::DAY;
use kit::notify::NotifyConfig;
use kit::testing::{TEST_NOW, TestDb, each_database, notify, repository_migrations};
use kit::{Id, params, sql};
use server::config::{By, Config, Messages};
use tower::ServiceExt;

sql!(LEFT, "UPDATE outbox_messages SET state = 'sent', done_at = $1 WHERE state = 'waiting'");

const TOKEN: &str = "a token of forty characters, agreed on..";

/// A council whose texts go by GOV.UK Notify, which shows a token when it tells us something.
async fn council(db: &TestDb) -> Council {
    let home = tempfile::tempdir().unwrap();
    let (key_file, callback) = (home.path().join("key"), home.path().join("token"));
    std::fs::write(&key_file, notify::key()).unwrap();
    std::fs::write(&callback, TOKEN).unwrap();
    let mut ours = NotifyConfig { key_file, callback_file: Some(callback), ..NotifyConfig::default() };
    ours.templates.text = Some(notify::TEXT.to_owned());
    let messages = Messages { text: Some(By::Notify), ..Messages::default() };
    Council::with(db, TEST_NOW, false, Config { notify: Some(ours), messages, ..Config::default() }).await
}

/// What GOV.UK Notify sends of a text message, word for word as its documentation has it.
fn body(id: &str, from: &str, words: &str) -> String {
    let words = serde_json::to_string(words).unwrap();
    format!(
        "{{\"id\":\"{id}\",\"source_number\":\"{from}\",\"destination_number\":\"07700987654\",\"message\":{words},\
         \"date_received\":\"2017-05-10T12:15:30.000000Z\"}}"
    )
}

/// Hands it over with this token; the status of the answer.
async fn hands(council: &Council, token: &str, body: String) -> u16 {
    tells(council, &format!("Bearer {token}"), body).await.status().as_u16()
}

async fn tells(council: &Council, shows: &str, body: String) -> Response {
    let request = Request::post("/notify/callback").header(header::HOST, "eastmere.example");
    let request = request.header(header::CONTENT_TYPE, "application/json");
    let request = request.header(header::AUTHORIZATION, shows);
    let from: std::net::SocketAddr = ([127, 0, 0, 1], 40_000).into();
    let request = request.extension(ConnectInfo(from)).body(Body::from(body)).unwrap();
    council.router.clone().oneshot(request).await.unwrap()
}

async fn texts(council: &Council, from: &str, words: &str) -> String {
    let id = uuid();
    assert_eq!(hands(council, TOKEN, body(&id, from, words)).await, 204);
    id
}

fn uuid() -> String {
    format!("740e5834-3a29-46b4-9a6f-{:012x}", another())
}

/// What waits to leave has left.
async fn leaves(council: &Council) {
    let mut tx = council.app.db.begin().await.unwrap();
    tx.exec(&LEFT, params![council.app.now()]).await.unwrap();
    tx.commit().await.unwrap();
}

/// A number of this test's own, as GOV.UK Notify writes it, as we keep it, and as somebody types it.
fn number() -> (String, String, String) {
    let own = 100_000 + another() % 800_000;
    (format!("447700{own}"), format!("+447700{own}"), format!("07700 {own}"))
}

/// The newest of what came from a number.
async fn came(council: &Council, from: &str) -> Vec<mail::Received> {
    mail::store::received::of_sender(&mut council.app.db.read().await.unwrap(), from).await.unwrap()
}

async fn reported(council: &Council, typed: &str) -> (Browser, String) {
    let mut browser = council.browser();
    let reference = browser.report_hole(HERE, Reached::Text(typed)).await;
    (browser, reference)
}

#[test]
fn a_text_that_answers_ours_is_a_message_on_the_case() {
    each_database(repository_migrations(), async |db| {
        let council = council(db).await;
        let (theirs, ours, typed) = number();
        let (mut robin, reference) = reported(&council, &typed).await;
        leaves(&council).await;
        let id = texts(&council, &theirs, "It is on the left,\nby the bus stop.").await;
        // They tell of it again until they hear that it is kept.
        let again = body(&id, &theirs, "It is on the left,\nby the bus stop.");
        assert_eq!(hands(&council, TOKEN, again).await, 204);
        let kept = came(&council, &ours).await;
        assert_eq!(kept.len(), 1);
        assert!(kept[0].case.is_some() && !kept[0].other);
        // A day nine years ago is a mistake of theirs: it came now.
        assert!(kept[0].received > council.app.now() - DAY);
        let mut desk = officer(&council).await;
        desk.open(&format!("/desk/cases/{reference}")).await.says("by the bus stop.").says("By text message");
        desk.page.is_silent_about("Another address");
        robin.open(&format!("/cases/{reference}")).await.says("by the bus stop.");
        desk.open("/desk/mail").await.is_silent_about(&ours);
        let told = council.newest_to(&ours).await;
        assert!(told.text.contains("we have your text message") && told.channel == kit::outbox::Channel::Text);
        // Once a day, however many they send.
        let before = council.mail_to(&ours).await.len();
        texts(&council, &theirs, "And it is deep.").await;
        assert_eq!(council.mail_to(&ours).await.len(), before);
        assert_eq!(came(&council, &ours).await.len(), 2);
    });
}

#[test]
fn a_text_of_which_nobody_knows_what_it_answers_waits_and_is_answered_by_text() {
    each_database(repository_migrations(), async |db| {
        let council = council(db).await;
        let (theirs, ours, _) = number();
        texts(&council, &theirs, "When does the library open?").await;
        let path = mail::path(came(&council, &ours).await[0].id);
        let mut desk = officer(&council).await;
        desk.open("/desk/mail").await.says("When does the library open?").says(&ours).says("By chat or text");
        desk.open(&path).await.says("Text message").says("It goes to");
        assert_eq!(
            desk.fill("Answer by text message", &"At nine. ".repeat(90)).press("Send the answer").await.status,
            422
        );
        desk.fill("Answer by text message", "At nine.").press("Send the answer").await;
        desk.page.says("The answer is on its way").says("Olu Officer answered");
        desk.open("/desk/mail?list=aside").await.says("It was answered by text message.");
        let sent = council.newest_to(&ours).await;
        assert!(sent.channel == kit::outbox::Channel::Text && sent.text.ends_with(": At nine."), "{}", sent.text);
        leaves(&council).await;
        // What they text to that goes on with it.
        texts(&council, &theirs, "And on Sundays?").await;
        let second = mail::path(came(&council, &ours).await[1].id);
        desk.open("/desk/mail").await.says("And on Sundays?").says("Somebody wrote again");
        desk.open(&second).await.says("When does the library open?").says("At nine.");
        // A case of it is told by text, and what they text then is on it.
        desk.press("Open a case from it").await;
        desk.select("Which service is it for?", "Ask us something").press("Open the case").await;
        desk.page.says("And on Sundays?").says("By text message");
        let case = desk.page.path.clone();
        let told = council.newest_to(&ours).await;
        assert_eq!(told.channel, kit::outbox::Channel::Text, "{}", told.text);
        leaves(&council).await;
        texts(&council, &theirs, "Thank you, at ten then.").await;
        desk.open(&case).await.says("at ten then").is_silent_about("Another address");
    });
}

#[test]
fn a_text_is_on_no_case_that_it_may_not_answer() {
    each_database(repository_migrations(), async |db| {
        let council = council(db).await;
        let (theirs, ours, typed) = number();
        let (mut robin, reference) = reported(&council, &typed).await;
        // What never left has no answer.
        texts(&council, &theirs, "Is this the council?").await;
        assert_eq!(came(&council, &ours).await[0].state, mail::State::Waiting);
        leaves(&council).await;
        // Nor is what somebody else texts, or what nobody can ring back.
        let (others, other, _) = number();
        texts(&council, &others, "Is mine mended?").await;
        assert_eq!(came(&council, &other).await[0].state, mail::State::Waiting);
        texts(&council, "Eastmere Bank", "Your code is 1.").await;
        let odd = &came(&council, "Eastmere Bank").await[0];
        assert!(odd.state == mail::State::Waiting && !odd.can_be_answered());
        assert!(council.mail_to("Eastmere Bank").await.is_empty());
        // Once the case is over an officer says what it belongs to; the number is theirs, so the words are.
        robin.open(&format!("/cases/{reference}/withdraw")).await;
        robin.press("Take it back").await;
        leaves(&council).await;
        texts(&council, &theirs, "I meant the other one.").await;
        let last = came(&council, &ours).await.pop().unwrap();
        assert_eq!(last.state, mail::State::Waiting);
        let mut desk = officer(&council).await;
        desk.open(&mail::path(last.id)).await;
        desk.fill("Reference of the case", &reference).press("Put it on the case").await;
        desk.page.says("I meant the other one.").is_silent_about("Another address");
        let stranger = came(&council, &other).await.pop().unwrap();
        desk.open(&mail::path(stranger.id)).await;
        desk.fill("Reference of the case", &reference).press("Put it on the case").await;
        desk.page.says("Is mine mended?").says("Another address");
        // Nothing answers a word that stops messages.
        let before = council.mail_to(&ours).await.len();
        council.app.clock.advance(2 * DAY);
        texts(&council, &theirs, "STOP").await;
        assert_eq!(council.mail_to(&ours).await.len(), before);
    });
}

#[test]
fn nobody_without_the_token_texts_in_the_name_of_others() {
    each_database(repository_migrations(), async |db| {
        let council = council(db).await;
        let (theirs, ours, _) = number();
        let sent = body(&uuid(), &theirs, "I give up my flat.");
        assert_eq!(hands(&council, "another token", sent.clone()).await, 403);
        assert_eq!(hands(&council, "", sent.clone()).await, 403);
        assert!(came(&council, &ours).await.is_empty());
        // A number that sends more than people do is asked to come later, and nothing is lost.
        for _ in 0..60 {
            texts(&council, &theirs, "Hello").await;
        }
        assert_eq!(hands(&council, TOKEN, sent).await, 429);
        // Somewhere no token was agreed on there is no such page.
        let without = Council::on(db).await;
        assert_eq!(hands(&without, TOKEN, body(&Id::NONE.to_string(), &theirs, "Hello")).await, 404);
    });
}

#[test]
fn a_program_that_shows_no_token_is_told_so_and_gets_no_page() {
    each_database(repository_migrations(), async |db| {
        let council = council(db).await;
        let sent = body(&uuid(), "447700900123", "Hello");
        for (shows, sent, status, words) in [
            ("", sent.as_str(), 403, "does not show the token that was agreed on"),
            ("Bearer another token", &sent, 403, "does not show the token that was agreed on"),
            (&format!("Bearer {TOKEN}"), "{}", 400, "tells neither what became of a message"),
        ] {
            let answer = tells(&council, shows, sent.to_owned()).await;
            assert_eq!(answer.status().as_u16(), status);
            assert_eq!(answer.headers()[header::CONTENT_TYPE], "application/problem+json");
            let said = answer.into_body().collect().await.unwrap().to_bytes();
            let said: serde_json::Value = serde_json::from_slice(&said).unwrap();
            assert!(said["detail"].as_str().unwrap().contains(words), "{said}");
        }
    });
}
