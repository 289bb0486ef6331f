//! Somebody rings, or something else is in the way, while an officer types: what was typed is there when they come back.

use super::mail::{comes, head};
use crate::access::world::{open_case, person};
use crate::support::{Browser, Council, another};
use kit::Id;
use kit::clock::{DAY, HOUR};
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;

const NOTE: &str = "A note for staff. The resident never sees it";
const BEGUN: &str = "A note that you began here before stands below";
const KEPT: &str = "What you typed here before is below";

async fn officer(council: &Council) -> Browser {
    council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser
}

/// A hole that somebody with an account reported: its reference.
async fn hole(council: &Council) -> String {
    let own = council.resident("Ada Testwell", &format!("ada{}@post.example", another())).await;
    open_case(council, person(council, &own).await.0, None).await.1
}

/// Whether something is kept for a member of staff and a page.
async fn is_kept(council: &Council, staff: Id, page: &str) -> bool {
    kit::typed::of(&mut council.app.db.read().await.unwrap(), (staff, page)).await.unwrap().is_some()
}

/// Starts a contact from the head of the page; where it is.
async fn rings(officer: &mut Browser) -> String {
    officer.press("Start a contact about this").await;
    assert!(officer.page.path.starts_with("/desk/contacts/"), "{}", officer.page.text());
    officer.page.path.clone()
}

#[test]
fn a_message_half_written_outlives_the_telephone() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (reference, mut officer) = (hole(&council).await, officer(&council).await);
        let message = format!("/desk/cases/{reference}/message");
        officer.open(&message).await;
        officer.fill("Message", "Which side of").choose("We need an answer: the case waits for it");
        let first = rings(&mut officer).await;
        assert_eq!(officer.page.value("q1-reference"), reference);
        officer.press("Finish").await;
        officer.open(&message).await.says(KEPT);
        assert_eq!(officer.page.value("text"), "Which side of");
        let asks = officer.page.attribute("[name=asks]", "checked");
        assert!(asks.is_some(), "what was ticked is ticked");
        // A second call is another contact; what was typed until then is kept in the place of the first.
        officer.fill("Message", "Which side of the road");
        let second = rings(&mut officer).await;
        assert_ne!(second, first);
        officer.open(&message).await;
        assert_eq!(officer.page.value("text"), "Which side of the road");
        // So it is for whoever turns back to the contact that is open.
        officer.fill("Message", "Which side of the road is it on?");
        let open = officer.page.texts(".app-hand__one").remove(0);
        assert_eq!(officer.press(&open).await.path, second);
        officer.open(&message).await;
        assert_eq!(officer.page.value("text"), "Which side of the road is it on?");
        officer.press("Send").await.says("Which side of the road is it on?");
        officer.open(&message).await.is_silent_about(KEPT);
        assert_eq!(officer.page.value("text"), "");
    });
}

#[test]
fn what_others_did_while_the_telephone_rang_is_seen_before_the_message_goes() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let reference = hole(&council).await;
        let (mut officer, mut other) = (officer(&council).await, officer(&council).await);
        let message = format!("/desk/cases/{reference}/message");
        officer.open(&message).await;
        officer.fill("Message", "We will look on Friday.");
        rings(&mut officer).await;
        other.open(&message).await;
        other.fill("Message", "We will look on Monday.").press("Send").await;
        officer.open(&message).await;
        let told = officer.press("Send").await;
        assert_eq!(told.status, 409, "{}", told.text());
        told.says("We will look on Monday.");
        assert_eq!(told.value("text"), "We will look on Friday.");
    });
}

#[test]
fn a_note_half_written_is_its_writer_s_alone_and_for_a_day() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let case = format!("/desk/cases/{}", hole(&council).await);
        let olu = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await;
        let (mut officer, mut other) = (olu.browser, officer(&council).await);
        officer.open(&case).await;
        officer.fill(NOTE, "She will ring ag");
        rings(&mut officer).await;
        other.open(&case).await.is_silent_about("She will ring ag");
        officer.open(&case).await.says(BEGUN);
        assert_eq!(officer.page.value("text"), "She will ring ag");
        // It is one note, wherever it is written.
        officer.open(&format!("{case}/note")).await;
        assert_eq!(officer.page.value("text"), "She will ring ag");
        officer.open(&case).await;
        officer.fill(NOTE, "She will ring again.").press("Keep note").await;
        officer.open(&case).await.says("She will ring again.").is_silent_about(BEGUN);
        assert_eq!(officer.page.value("text"), "");
        officer.fill(NOTE, "Left behind");
        rings(&mut officer).await;
        let note = format!("{case}/note");
        assert!(is_kept(&council, olu.id, &note).await);
        council.app.clock.advance(DAY + HOUR);
        server::wiring::clear(&council.app).await.unwrap();
        assert!(!is_kept(&council, olu.id, &note).await);
    });
}

#[test]
fn what_is_kept_leads_nowhere_else() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut officer = officer(&council).await;
        let elsewhere = [("page", "https://elsewhere.example/"), ("then", "/desk"), ("text", "x")];
        assert_eq!(officer.post("/desk/keep", &elsewhere).await.status, 400);
        let page = [("page", "/desk/cases"), ("then", "//elsewhere.example"), ("text", "x")];
        assert_eq!(officer.post("/desk/keep", &page).await.path, "/desk/cases");
        let much = "x".repeat(300_000);
        assert_eq!(officer.post("/desk/keep", &[("page", "/desk/cases"), ("text", &much)]).await.status, 413);
    });
}

const ANSWER: &str = "Answer by email";

/// Somebody unknown wrote; where their email stands at the desk.
async fn wrote(council: &Council) -> String {
    let address = format!("ann{}@a.example", another());
    comes(council, &address, "hello@eastmere.example", &head("Opening hours"), "When do you open?").await;
    let all = mail::store::received::of_sender(&mut council.app.db.read().await.unwrap(), &address).await.unwrap();
    mail::path(all.last().expect("it was kept").id)
}

#[test]
fn an_answer_half_written_outlives_every_other_button_of_its_page() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (reference, mail) = (hole(&council).await, wrote(&council).await);
        let (mut officer, mut other) = (officer(&council).await, officer(&council).await);
        other.open(&mail).await;
        officer.open(&mail).await;
        officer.fill(ANSWER, "At nine, and on S").fill("Reference of the case", "FE8WX73ZZ");
        let refused = officer.press("Put it on the case").await;
        assert_eq!((refused.status, refused.value("answer").as_str()), (422, "At nine, and on S"));
        // So does the reference, where it is the answer that is refused.
        officer.fill(ANSWER, " ").fill("Reference of the case", &reference).press("Send the answer").await;
        assert_eq!((officer.page.status, officer.page.value("reference")), (422, reference.clone()));
        // Saying what it is, a form of its own, and the telephone.
        officer.fill(ANSWER, "At nine.").press("Say what this message is").await;
        assert!(officer.page.path.starts_with("/desk/marked/new"), "{}", officer.page.path);
        officer.open(&mail).await.says(KEPT);
        assert_eq!(officer.page.value("answer"), "At nine.");
        officer.fill(ANSWER, "At nine. On Sundays").press("Start a contact").await;
        assert!(officer.page.path.starts_with("/desk/contacts/"), "{}", officer.page.path);
        officer.open(&mail).await;
        assert_eq!(officer.page.value("answer"), "At nine. On Sundays");
        other.open(&mail).await.is_silent_about("On Sundays");
        // Somebody was faster: the page says so, and the words stand on it.
        other.press("Lay it aside: nothing to do").await;
        officer.fill(ANSWER, "At nine. On Sundays at ten.").press("Begin a contact with it").await;
        assert_eq!(officer.page.status, 409);
        officer.page.says("Somebody did something with this email meanwhile");
        assert_eq!(officer.page.value("answer"), "At nine. On Sundays at ten.");
        // Put on a case, it is a message there, to be sent.
        let page = officer.fill("Reference of the case", &reference).press("Put it on the case").await;
        assert_eq!(page.path, format!("/desk/cases/{reference}/message"), "{}", page.text());
        page.says(KEPT);
        assert_eq!(page.value("text"), "At nine. On Sundays at ten.");
        officer.press("Send").await.says("When do you open?").says("On Sundays at ten.");
    });
}

#[test]
fn an_answer_is_never_sent_by_another_button_and_stands_with_a_mail_that_went_elsewhere() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (reference, mail) = (hole(&council).await, wrote(&council).await);
        let (mut officer, mut other) = (officer(&council).await, officer(&council).await);
        officer.open(&mail).await;
        // What Enter presses in the field of the reference.
        let pressed = officer.page.attribute("form#kept", "action");
        assert_eq!(pressed, Some(format!("{mail}/case")));
        other.open(&mail).await;
        other.fill("Reference of the case", &reference).press("Put it on the case").await;
        officer.fill(ANSWER, "At nine.").press("Send the answer").await;
        assert_eq!(officer.page.status, 422);
        officer.page.says("What you typed as an answer was not sent").says("At nine.");
        // Opened as a case of its own, the answer goes along.
        let mail = wrote(&council).await;
        officer.open(&mail).await;
        officer.fill(ANSWER, "At ten.").press("Open a case from it").await;
        officer.select("Which service is it for?", "Ask us something").press("Open the case").await;
        assert!(officer.page.path.ends_with("/message"), "{}", officer.page.path);
        assert_eq!(officer.page.value("text"), "At ten.");
    });
}
