//! Somebody gets in touch: an officer takes it from the first word to the wrap-up, and it stands where it belongs.

use crate::access::world::{open_case, person};
use crate::support::{Browser, Council, another};
use kit::Id;
use kit::facts::{self, Fact, Keeper, SealKey};
use kit::testing::{each_database, repository_migrations};
use kit::who::{Role, Who};

/// Somebody with an account, and a hole they reported.
pub async fn ada(council: &Council) -> (Id, String) {
    let own = council.resident("Ada Testwell", &format!("ada{}@post.example", another())).await;
    let (resident, _) = person(council, &own).await;
    (resident, open_case(council, resident, None).await.1)
}

pub async fn officer(council: &Council) -> Browser {
    council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser
}

/// Opens the record for somebody on the telephone who knows who they are.
pub async fn checked(officer: &mut Browser, resident: Id) {
    officer.open(&format!("/desk/residents/{resident}/open")).await;
    officer.choose("Somebody is asking").choose("Ada Testwell").choose("Full name");
    officer.choose("They showed a paper with a photograph").press("Open").await;
    assert_eq!(officer.page.path, format!("/desk/residents/{resident}"), "{}", officer.page.text());
    officer.page.says("The person themselves · Full name · They showed a paper with a photograph");
}

#[test]
fn the_first_page_of_a_timeline_reads_no_more_than_it_shows() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let own = council.resident("Ada Testwell", &format!("ada{}@post.example", another())).await;
        let (resident, _) = person(&council, &own).await;
        let mut tx = council.app.db.begin().await.unwrap();
        // Contacts that are not there: whoever draws one of them cannot draw the page.
        let kinds = ["contact.finished"; 20].into_iter().chain(["resident.changed"; 30]);
        for kind in kinds {
            let fact = Fact::new(kind, &Who::system()).about("resident", resident).about("contact", council.app.id());
            facts::record(&mut tx, &council.app, fact.data(serde_json::json!({ "what": "home" }))).await.unwrap();
        }
        tx.commit().await.unwrap();
        let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        let record = format!("/desk/residents/{resident}");
        officer.open(&format!("{record}/open")).await;
        officer.choose("I am working on their matter").fill("What are you working on?", "Her letter");
        assert_eq!(officer.press("Open").await.status, 200);
        assert_eq!(officer.page.path, record);
        let older = officer.page.link("Older").is_some() || officer.page.body.contains("before=");
        assert!(older, "{}", officer.page.text());
    });
}

#[test]
fn who_asks_after_an_open_request_is_recognised_and_counted() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((resident, reference), mut officer) = (ada(&council).await, officer(&council).await);
        checked(&mut officer, resident).await;
        officer.press("Start a contact with them").await;
        officer.page.says("Ada Testwell").says("A hole in the road, Mill Road");
        let contact = officer.page.path.clone();
        // They ask about the street again; that it may be the same is asked, and one press answers and finishes.
        officer.select("Service", "Report a problem in the street").fill("What do they ask?", "When is it mended?");
        officer.press("Finish").await;
        // It is asked at an address of its own, which can be loaded again.
        let asks = format!("{contact}?asks=1");
        for _ in 0..2 {
            assert_eq!((officer.page.status, officer.page.path.as_str()), (200, asks.as_str()));
            officer.page.says("Is this about A hole in the road, Mill Road");
            assert_eq!(officer.page.value("q1-words"), "When is it mended?");
            officer.open(&asks).await;
        }
        let yes = officer.press("Yes, they ask after it: finish").await;
        assert_eq!(yes.path, "/desk/contacts?done=finish", "{}", yes.text());
        yes.says("Ada Testwell").says("Report a problem in the street: Answered");
        // The way back asks nothing any more, and there is nothing to press.
        officer.open(&asks).await.is_silent_about("Is this about");
        assert_eq!((officer.page.status, officer.page.texts("main form").len()), (200, 0));
        officer.open(&format!("/desk/cases/{reference}")).await;
        officer.page.says("once, £2.83").says("By telephone: they asked after it");
        // Something new of the same service is no chaser; nor is it asked again.
        officer.open(&format!("/desk/residents/{resident}")).await;
        officer.press("Start a contact with them").await;
        officer.select("Service", "Report a problem in the street").fill("What do they ask?", "A lamp is out");
        officer.press("Finish").await;
        officer.press("No, something new: finish").await;
        assert_eq!(officer.page.path, "/desk/contacts?done=finish", "{}", officer.page.text());
        // On the case's own page the button says which it is; and a reference that is read out is known.
        officer.open(&format!("/desk/cases/{reference}")).await;
        officer.page.says("once, £2.83");
        officer.press("Start a contact about this").await;
        assert_eq!(officer.page.value("q1-reference"), reference);
        officer.press("Finish").await;
        officer.press("Start a contact").await;
        officer.fill("What do they ask?", &format!("He says {reference} and is cross")).press("Finish").await;
        officer.press("Yes, they ask after it: finish").await;
        officer.open(&format!("/desk/cases/{reference}")).await.says("3 times, £8.49");
        // The desk's figures say what it costs that people have to ask.
        follow(&council).await;
        let figures = officer.open("/desk/figures").await;
        let row = figures.texts("tr").into_iter().find(|row| row.contains("£8.49"));
        assert!(row.is_some_and(|row| row.contains('4') && row.contains('3')), "{}", figures.text());
        assert!(!figures.text().contains("No price set"), "a call has a price as delivered");
        // By email it is no less a chaser; without a price it is not free, and the page says where to set one.
        officer.open(&format!("/desk/cases/{reference}")).await;
        officer.press("Start a contact about this").await;
        officer.select("How", "By email").press("Finish").await;
        follow(&council).await;
        let figures = officer.open("/desk/figures").await;
        let by_email = figures.texts("tr").into_iter().find(|row| row.contains("By email"));
        assert_eq!(by_email.as_deref(), Some("By email 1 1 No price set"), "{}", figures.text());
        figures.says("[contacts.pence]").says("£8.49 (the cost of 3 of them is known)");
    });
}

#[test]
fn the_service_that_was_chosen_is_not_overwritten_by_that_of_a_reference() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((_, reference), mut officer) = (ada(&council).await, officer(&council).await);
        officer.open("/desk").await;
        officer.press("Start a contact").await;
        officer.select("Service", "Report a missed bin").fill("What do they ask?", "When is my bin coming?");
        officer
            .fill("Reference of a request", &reference)
            .select("What came of it", "Added to a request")
            .press("Finish")
            .await;
        officer.page.says("This request is about “Report a problem in the street”");
        officer.fill("Reference of a request", "").select("What came of it", "Answered").press("Finish").await;
        assert_eq!(officer.page.path, "/desk/contacts?done=finish", "{}", officer.page.text());
    });
}

#[test]
fn whoever_is_promised_a_call_stands_among_those_to_be_rung() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((_, reference), mut officer) = (ada(&council).await, officer(&council).await);
        officer.open("/desk").await;
        officer.press("Start a contact").await;
        officer.fill("What do they ask?", "Is it mended?").select("What came of it", "We are to ring back");
        officer.press("Finish").await;
        officer.page.says("by that they stand among those to be rung");
        officer.fill("Reference of a request", &reference).press("Finish").await;
        assert_eq!(officer.page.path, "/desk/contacts?done=finish", "{}", officer.page.text());
        officer.open("/desk/cases/untold").await.says("Ada Testwell").says("we promised to ring back");
    });
}

/// Lets the figures follow the journal.
pub async fn follow(council: &Council) {
    let folder = tempfile::tempdir().unwrap();
    let key = SealKey::open_or_make(&folder.path().join("seal.key"), &council.app.entropy).unwrap();
    Keeper::start(&council.app, key, Vec::new(), None).stop().await;
    for listener in contact::listeners() {
        while facts::follow_once(&council.app, &listener, 500).await.unwrap() > 0 {}
    }
}

#[test]
fn several_are_open_at_once_and_changing_between_them_loses_nothing() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut officer = officer(&council).await;
        officer.open("/desk/cases").await;
        officer.press("Start a contact").await;
        let first = officer.page.path.clone();
        officer.fill("Their name, if they say it", "Ben Example").fill("What do they ask?", "Where is the library?");
        // Another call comes in: what was typed is kept, and both stand at the head of every page.
        officer.press("Start a contact").await;
        let second = officer.page.path.clone();
        assert!(second != first && second.starts_with("/desk/contacts/"), "{second}");
        let of = |page: &crate::support::Page| {
            let shown = page.texts(".app-hand__one");
            shown.into_iter().find(|words| words.starts_with("Ben Example, ")).expect("Ben stands there")
        };
        let ben = of(&officer.page);
        officer.fill("What do they ask?", "The noise next door").press(&ben).await;
        assert_eq!(
            (officer.page.path.as_str(), officer.page.value("q1-words").as_str()),
            (first.as_str(), "Where is the library?")
        );
        officer.press("Another question").await;
        officer.type_in("q2-words", "And the pool?").press("Leave it open").await;
        officer.page.says("Ben Example").says("Caller unknown");
        assert_eq!(officer.open(&second).await.value("q1-words"), "The noise next door");
        assert_eq!(officer.open(&first).await.value("q2-words"), "And the pool?");
        // What is left empty is left out; each question needs what its outcome needs.
        officer.press("Another question").await;
        officer.type_in("q2-outcome", "turned-away").press("Finish").await;
        assert_eq!(officer.page.status, 422);
        officer.page.says("Say why they were turned away");
        officer.type_in("q2-reason", "It is shut for repairs").press("Finish").await;
        officer.page.says("The contact is finished").says("Something else: Turned away");
        assert_eq!(officer.open(&first).await.texts("main form").len(), 0, "what is finished is not written any more");
        officer.page.says("And the pool?").says("£2.83");
        // Nobody else has it; nor does whoever serves nobody.
        let mut other = council.colleague("Lee Leader", &[Role::TeamLeader], &["highways"]).await.browser;
        assert_eq!(other.open(&second).await.status, 404);
        assert_eq!(other.open("/desk/contacts").await.texts(".app-hand__one"), Vec::<String>::new());
    });
}

#[test]
fn a_contact_with_somebody_who_is_never_rung_says_so_and_promises_no_call() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((resident, reference), mut officer) = (ada(&council).await, officer(&council).await);
        let mut tx = council.app.db.begin().await.unwrap();
        let asked = [(false, "no-calls".to_owned(), String::new())];
        residents::needs::save(&mut tx, &council.app, &Who::system(), resident, &asked, "phone").await.unwrap();
        tx.commit().await.unwrap();
        checked(&mut officer, resident).await;
        officer.press("Start a contact with them").await;
        officer.page.says("Do not ring them. No telephone calls. Write them an email instead.");
        officer.type_in("q1-words", "When is it mended?").type_in("q1-reference", &reference);
        officer.type_in("q1-outcome", "call-back").press("Finish").await;
        assert_eq!(officer.page.status, 422);
        officer.page.says("They asked that nobody rings them: choose another outcome");
    });
}

#[test]
fn a_contact_takes_twelve_questions_says_so_and_leaves_out_what_is_empty() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut officer = officer(&council).await;
        officer.open("/desk/cases").await;
        officer.press("Start a contact").await;
        let contact = officer.page.path.clone();
        // One question has no number; nothing at all is no contact.
        assert_eq!(officer.page.texts(".app-contact__question legend.govuk-fieldset__legend"), Vec::<String>::new());
        assert_eq!(officer.press("Finish").await.status, 422);
        officer.page.says("Say what it was about, or choose a service");
        officer.open(&contact).await;
        for _ in 2..=12 {
            officer.press("Another question").await;
        }
        let numbers = officer.page.texts(".app-contact__question legend.govuk-fieldset__legend");
        assert_eq!((numbers.len(), numbers[11].as_str()), (12, "Question 12"));
        officer.page.says("left out when it is finished").says("One contact takes 12 questions at most");
        assert!(officer.page.form("Another question").is_none(), "there is no thirteenth");
        // From a page drawn before, what is written is kept and it is said.
        officer.type_in("q12-words", "And the pool?").type_in("add", "1").type_in("then", "");
        officer.press("Leave it open").await;
        assert_eq!(officer.page.status, 422);
        officer.page.says("One contact takes 12 questions at most");
        assert_eq!(officer.open(&contact).await.value("q12-words"), "And the pool?");
        officer.press("Finish").await;
        assert_eq!(officer.page.path, "/desk/contacts?done=finish", "{}", officer.page.text());
        let asked = officer.open(&contact).await.texts("main dt").into_iter().filter(|one| one == "Something else");
        assert_eq!(asked.count(), 1, "the empty ones are left out");
    });
}

#[test]
fn a_caller_is_found_while_they_speak() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((resident, _), mut officer) = (ada(&council).await, officer(&council).await);
        officer.open("/desk/cases").await;
        officer.press("Start a contact").await;
        let contact = officer.page.path.clone();
        officer.fill("What do they ask?", "About my hole").press("Find the person").await;
        officer.fill("Name, number, address or reference", "testwell").press("Find").await;
        officer.press("This is who I am speaking to Ada Testwell").await;
        assert_eq!(
            (officer.page.path.as_str(), officer.page.value("q1-words").as_str()),
            (contact.as_str(), "About my hole")
        );
        // Their requests are not told before it is known who is asking.
        officer.page.says("Ada Testwell").says("Check who is asking").is_silent_about("A hole in the road");
        checked(&mut officer, resident).await;
        officer.open(&contact).await.says("A hole in the road, Mill Road");
        officer.press("They ask after it A hole in the road, Mill Road").await;
        assert_eq!(officer.page.value("q1-words"), "About my hole");
        officer.press("Finish").await;
        assert_eq!(officer.page.path, "/desk/contacts?done=finish", "{}", officer.page.text());
    });
}

#[test]
fn one_timeline_has_everything_behind_the_same_gate() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((resident, reference), mut officer) = (ada(&council).await, officer(&council).await);
        let record = format!("/desk/residents/{resident}");
        officer.open("/desk/cases").await;
        assert_eq!(officer.open(&record).await.path, format!("{record}/open"), "closed until it is opened");
        checked(&mut officer, resident).await;
        officer.press("Start a contact with them").await;
        officer.select("Language", "Cymraeg").fill("What do they ask?", "Is the office open?").press("Finish").await;
        officer.open(&format!("/desk/cases/{reference}/message")).await;
        officer.fill("Message", "We come on Monday.").press("Send").await;
        officer.open(&record).await;
        let all =
            ["By telephone: Something else, answered", "Is the office open?", "Together with an officer, Cymraeg"];
        for words in all {
            officer.page.says(words);
        }
        officer.page.says("We come on Monday.");
        let titles = officer.page.texts(".app-timeline__title");
        assert!(titles.len() >= 4, "contact, message, request, check: {titles:?}");
        for (kind, says, is_silent) in [
            ("contacts", "Is the office open?", "We come on Monday."),
            ("messages", "We come on Monday.", "Is the office open?"),
            ("requests", "We got it", "Is the office open?"),
            ("checks", "Caller checked", "We come on Monday."),
        ] {
            officer.open(&format!("{record}?kind={kind}")).await.says(says).is_silent_about(is_silent);
        }
        // A team that may not see the request sees none of its lines; the contact and the checks it does.
        let mut other = council.colleague("Bo Bins", &[Role::TeamMember], &["waste"]).await.browser;
        checked(&mut other, resident).await;
        let seen = other.open(&record).await;
        seen.says("Is the office open?").is_silent_about("We come on Monday.").is_silent_about("A hole in the road");
    });
}

#[test]
fn the_timeline_is_read_page_by_page() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((resident, _), mut officer) = (ada(&council).await, officer(&council).await);
        checked(&mut officer, resident).await;
        for n in 0..30 {
            officer.open(&format!("/desk/residents/{resident}")).await;
            officer.press("Start a contact with them").await;
            officer.fill("What do they ask?", &format!("Question {n}.")).press("Finish").await;
            council.app.clock.advance(kit::clock::MINUTE / 2);
        }
        let mut seen = Vec::new();
        officer.open(&format!("/desk/residents/{resident}?kind=contacts")).await;
        loop {
            seen.extend(officer.page.texts(".app-timeline__body"));
            if officer.page.link("Older").is_none() {
                break;
            }
            officer.follow("Older").await;
        }
        let wanted: Vec<String> = (0..30).rev().map(|n| format!("Question {n}.")).collect();
        assert_eq!(seen, wanted, "each once, the newest first");
    });
}
