//! Every POST that happens once: sent twice, and ten times at the same moment, it has one effect and leads everybody to the
//! same result.

use super::things::{kiosk_of, mail_of, proposed, takes_cases, train, visit_of};
use super::world::{open_case, person};
use crate::support::{Browser, Council, HERE, Reached, another};
use kit::route::{Kind, Route};
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;
use kit::{params, sql};
use tokio::task::JoinSet;

sql!(COUNT_FACTS, "SELECT CAST(count(*) AS BIGINT) FROM facts");
sql!(COUNT_MESSAGES, "SELECT CAST(count(*) AS BIGINT) FROM outbox_messages");

/// Everything that was done, counted: facts, messages.
async fn done(council: &Council) -> (i64, i64) {
    let mut read = council.app.db.read().await.unwrap();
    let facts = read.one(&COUNT_FACTS, params![]).await.unwrap().get(0).unwrap();
    (facts, read.one(&COUNT_MESSAGES, params![]).await.unwrap().get(0).unwrap())
}

/// A browser about to press the button that sends this route's form.
async fn about_to_press(council: &Council, path: &str) -> (Browser, &'static str) {
    let mut admin = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
    let mut anyone = council.browser();
    match path {
        "/forms/{service}/start" => {
            anyone.open("/services/missed-bin").await;
            // With a session: without one, each press is somebody else's.
            anyone.post("/forms/general-enquiry/start", &[]).await;
            anyone.open("/services/missed-bin").await;
            (anyone, "Start")
        }
        "/forms/{draft}/submit" => {
            anyone.start_street_problem().await;
            anyone.describe_hole(HERE).await;
            anyone.measure_hole("").await;
            anyone.be_reached("Robin Example", Reached::Email("robin@post.example")).await;
            (anyone, "Send")
        }
        "/forms/{draft}/delete" => {
            anyone.start_street_problem().await;
            let draft = anyone.page.path.split('/').nth(2).unwrap().to_owned();
            anyone.open(&format!("/forms/{draft}/delete")).await;
            (anyone, "Delete my answers")
        }
        "/sign-up/details" => {
            anyone.open("/sign-up").await;
            let address = format!("new{}@post.example", another());
            anyone.fill("Email address or mobile number", &address).press("Send me a code").await;
            let code = council.code_for(&address).await;
            anyone.fill("Code", &code).press("Continue").await;
            anyone.fill("Name", "Nia New");
            (anyone, "Make my account")
        }
        "/desk/residents/{id}/erase" | "/desk/residents/{id}/hold" | "/desk/residents/{id}/release" => {
            about_to_press_on_what_is_held(council, admin, path).await
        }
        "/desk/set-up" => {
            let new = council.colleague("Nye New", &[Role::Officer], &["contact-centre"]).await;
            anyone.open(&new.link).await;
            anyone.fill_set_up(council, "three brown kettles").await;
            (anyone, "Finish")
        }
        "/admin/staff/add" => {
            admin.open("/admin/staff/add").await;
            admin.fill("Name", "Nan New").fill("Work email address", &format!("nan{}@eastmere.example", another()));
            admin.choose("Officer");
            (admin, "Add a member of staff")
        }
        "/admin/teams" | "/desk/outages" | "/desk/outages/new" => about_to_press_of_staff(admin, path).await,
        "/appointments/{kind}/book" => about_to_book(anyone).await,
        contact if contact.starts_with("/desk/contacts/") => about_to_press_on_a_contact(council, contact).await,
        mail if mail.starts_with("/desk/mail/") => about_to_press_on_a_mail(council, mail).await,
        queue
            if ["/kiosk/", "/floor/", "/desk/sites/", "/desk/counter/"]
                .iter()
                .any(|start| queue.starts_with(start)) =>
        {
            about_to_press_in_the_queue(council, admin, queue).await
        }
        about_an_answer
            if about_an_answer.contains("/knowledge/")
                || about_an_answer.starts_with("/desk/briefings/")
                || about_an_answer.starts_with("/help/") =>
        {
            super::answers::about_to_press(council, about_an_answer).await
        }
        "/desk/linking/{proposal}/decide" => about_to_decide_who_they_are(council).await,
        about_a_person
            if about_a_person.starts_with("/desk/residents/") || about_a_person.starts_with("/desk/forms/") =>
        {
            about_to_press_on_a_record(council, about_a_person).await
        }
        about_a_case => about_to_press_on_a_case(council, about_a_case).await,
    }
}

/// The same about teams, and about staff who cannot work.
async fn about_to_press_of_staff(mut admin: Browser, path: &str) -> (Browser, &'static str) {
    admin.open(if path == "/desk/outages" { "/desk" } else { path }).await;
    match path {
        "/desk/outages" => (admin, "I cannot work"),
        "/desk/outages/new" => {
            // Midnight is over at any time of the day on which tests run.
            admin.choose("A device is broken").fill("From when?", "0:00").fill("Until when?", "0:01");
            (admin, "Note it")
        }
        _ => {
            let number = another();
            admin.fill("Team name", &format!("Beaches {number}")).fill("Code", &format!("beaches-{number}"));
            (admin, "Add a team")
        }
    }
}

/// The same for an appointment.
async fn about_to_book(mut anyone: Browser) -> (Browser, &'static str) {
    anyone.open("/appointments/do-it-for-me").await;
    let time = anyone.page.attribute(".app-times__time", "href").expect("a time");
    anyone.open(&time).await;
    anyone.fill("Name", "Ada Example").fill("Email address", &format!("ada{}@post.example", another()));
    (anyone, "Book it")
}

/// The same for a kiosk, for who walks the floor, and for a desk that calls.
async fn about_to_press_in_the_queue(council: &Council, mut admin: Browser, path: &str) -> (Browser, &'static str) {
    if path.starts_with("/kiosk/") {
        let mut kiosk = kiosk_of(council).await;
        kiosk.open("/kiosk/north-library/en").await;
        return (kiosk, "Anything from the council");
    }
    if path.starts_with("/desk/sites/") {
        admin.open("/desk/sites/north-library/devices").await;
        admin.fill("What you call it", "By the window");
        return (admin, "Set up a kiosk");
    }
    visit_of(council).await;
    let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
    if path.starts_with("/floor/") {
        officer.open("/floor/north-library").await;
        officer.choose("Anything from the council").fill("Initials", "ae");
        return (officer, "Add them");
    }
    officer.open("/desk/counter").await;
    officer.select("Desk", "North Library – 1").press("Open the desk").await;
    (officer, "Call the next")
}

/// The same for a contact that an officer has.
async fn about_to_press_on_a_contact(council: &Council, path: &str) -> (Browser, &'static str) {
    let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
    officer.open("/desk/cases").await;
    if path.ends_with("/start") {
        return (officer, "Start a contact");
    }
    officer.press("Start a contact").await;
    if path.ends_with("/pass") {
        council.colleague("Kim Bins", &[Role::TeamMember], &["waste"]).await;
        officer.press("Pass it on").await;
        officer.select("To whom", "Team: Waste and recycling").fill("What should they know?", "They ring about a bin.");
        return (officer, "Pass it on");
    }
    officer.fill("What do they ask?", "When is the library open?");
    (officer, "Finish")
}

/// The same for an email that is on no case.
async fn about_to_press_on_a_mail(council: &Council, path: &str) -> (Browser, &'static str) {
    let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
    officer.open(&format!("/desk/mail/{}", mail_of(council).await.0)).await;
    if path.ends_with("/answer") {
        officer.fill("Answer by email", "It is two pounds.");
        return (officer, "Send the answer");
    }
    officer.press("Open a case from it").await;
    officer.select("Which service is it for?", "Ask us something");
    (officer, "Open the case")
}

/// The same for two records that may be one person's.
async fn about_to_decide_who_they_are(council: &Council) -> (Browser, &'static str) {
    let own = council.resident("Ada Testwell", &format!("ada{}@post.example", another())).await;
    let (resident, _) = person(council, &own).await;
    let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
    officer.open(&format!("/desk/linking/{}", proposed(council, resident).await)).await;
    officer.choose("Two people").fill("Why?", "Two sisters");
    (officer, "Decide")
}

/// The same for what an officer does with a person's record.
async fn about_to_press_on_a_record(council: &Council, path: &str) -> (Browser, &'static str) {
    let own = council.resident("Ada Testwell", &format!("ada{}@post.example", another())).await;
    let (resident, _) = person(council, &own).await;
    let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
    officer.open(&format!("/desk/residents/{resident}/open")).await;
    let last = path.rsplit('/').next().unwrap_or_default();
    if last == "authority" {
        officer.choose("Somebody is asking").choose("Ada Testwell").choose("Full name");
        officer.choose("They showed a paper with a photograph").press("Open").await;
        officer.open(&format!("/desk/residents/{resident}/authority")).await;
        officer.choose("Said by them on this call, for today").fill("Who may speak for them", "Ben Sample");
        officer.choose("Everything it can be for");
        return (officer, "Save");
    }
    officer.choose("I am working on their matter").fill("What are you working on?", "Her letter");
    match last {
        "for" => {
            officer.press("Open").await;
            officer.about_to_do(&resident.to_string(), "Report a missed bin").await;
            (officer, "They want it: start")
        }
        "submit" | "delete" => {
            officer.press("Open").await;
            officer.about_to_do(&resident.to_string(), "Report a missed bin").await;
            officer.press("They want it: start").await;
            if path.ends_with("/submit") {
                officer.answer_first_choices().await;
                return (officer, "Send");
            }
            let draft = officer.page.path.split('/').nth(3).expect("the draft's id in its address").to_owned();
            officer.open(&format!("/desk/forms/{draft}/delete")).await;
            (officer, "Delete my answers")
        }
        "marker" => {
            officer.press("Open").await;
            officer.open(&format!("/desk/residents/{resident}/marker")).await;
            officer.choose("Safe address.").fill("Reason", "Moved away");
            (officer, "Save")
        }
        _ => (officer, "Open"),
    }
}

/// The same for what an administrator does with everything held on a person.
async fn about_to_press_on_what_is_held(council: &Council, mut admin: Browser, path: &str) -> (Browser, &'static str) {
    let own = council.resident("Ada Testwell", &format!("ada{}@post.example", another())).await;
    let (resident, _) = person(council, &own).await;
    if path.ends_with("/erase") {
        admin.open(&path.replace("{id}", &resident.to_string())).await;
        admin.fill("How did they ask, and how do you know it was them?", "By letter; we rang back.");
        return (admin, "Erase");
    }
    let button = admin.about_to_hold(&resident.to_string()).await;
    if path.ends_with("/release") {
        admin.press(button).await;
        admin.fill("Why is it no longer needed?", "The claim was settled.");
        return (admin, "End the hold");
    }
    (admin, button)
}

/// The same for what is done with a case, by its resident or by the leader of its team.
async fn about_to_press_on_a_case(council: &Council, path: &str) -> (Browser, &'static str) {
    let mut own = council.resident("Ada Testwell", &format!("ada{}@post.example", another())).await;
    let (resident, _) = person(council, &own).await;
    let (_, reference, _) = open_case(council, resident, None).await;
    let keeps = path.ends_with("/hold") || path.ends_with("/release");
    let role = if keeps { Role::ServiceOwner } else { Role::TeamLeader };
    let mut leader = council.colleague("Lee Leader", &[role], &["highways"]).await.browser;
    match path {
        "/cases/{ref}/message" => {
            own.open(&format!("/cases/{reference}")).await;
            own.fill("Write to us about this", "It is deeper now.");
            (own, "Send message")
        }
        "/cases/{ref}/withdraw" => {
            own.open(&format!("/cases/{reference}/withdraw")).await;
            (own, "Take it back")
        }
        "/cases/{ref}/reopen" => {
            leader.decide(&reference, true).await;
            own.open(&format!("/cases/{reference}/reopen")).await;
            own.fill("What is still wrong?", "The hole is there again.");
            (own, "Open it again")
        }
        "/desk/cases/{ref}/on-the-spot" => {
            let officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await;
            train(council, officer.id).await;
            let mut officer = officer.browser;
            officer.open(&format!("/desk/cases/{reference}/on-the-spot")).await;
            officer.choose("Mended or cleared").choose("A picture that shows it mended").choose("No: close the case");
            officer.fill(
                "Why? The resident reads these words if it is decided now, the team if it goes up",
                "Your picture shows it filled.",
            );
            officer.press("Show whether I may").await;
            (officer, "Decide now")
        }
        "/desk/cases/{ref}/hand-over" | "/desk/cases/{ref}/take-back" => {
            about_to_hand(council, leader, &reference, path).await
        }
        desk => leader.about_to_act(&reference, desk.rsplit('/').next().unwrap()).await,
    }
}

/// The same for a case that goes to another system, or comes back from there.
async fn about_to_hand(council: &Council, mut leader: Browser, reference: &str, path: &str) -> (Browser, &'static str) {
    takes_cases(council).await;
    leader.open(&format!("/desk/cases/{reference}/hand-over")).await;
    leader.choose("Kerbside Works").press("See what is sent").await;
    if path.ends_with("/hand-over") {
        return (leader, "Hand it to Kerbside Works");
    }
    leader.press("Hand it to Kerbside Works").await;
    leader.open(&format!("/desk/cases/{reference}/take-back")).await;
    leader.choose("Kerbside Works").fill("Why? For staff only", "We do it ourselves.");
    (leader, "Take it back")
}

/// What people press once. Programs name what they send once in a header: crates/server/tests/it/api.
fn pressed() -> impl Iterator<Item = Route> {
    let pressed = |route: &Route| route.kind == Kind::Once && !api::is_of_programs(route.path);
    server::router::routes().into_iter().filter(pressed)
}

#[test]
fn sent_twice_it_is_done_once_and_leads_to_the_same_result() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        for route in pressed() {
            let (mut browser, button) = about_to_press(&council, route.path).await;
            let (method, action, body) = browser.about_to_press(button);
            let before = done(&council).await;
            let first = browser.send(&method, &action, body.clone()).await;
            let after = done(&council).await;
            assert!(first.status == 303 || first.status == 200, "{route:?}: {} {}", first.status, first.text());
            assert_ne!(after, before, "{route:?} did nothing");
            let second = browser.send(&method, &action, body).await;
            assert_eq!(done(&council).await, after, "{route:?} was done twice");
            assert!(second.status < 400, "{route:?} again: {} {}", second.status, second.text());
            if first.status == 200 {
                assert_eq!((second.status, second.text()), (200, first.text()), "{route:?} says something else");
            }
            if first.status == 303 && route.path != "/sign-up/details" && route.path != "/desk/set-up" {
                assert_eq!(second.header("location"), first.header("location"), "{route:?} leads elsewhere");
            }
        }
    });
}

#[test]
fn ten_presses_at_the_same_moment_are_one() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        for route in pressed() {
            let (mut browser, button) = about_to_press(&council, route.path).await;
            let (method, action, body) = browser.about_to_press(button);
            // What one press does, on a thing of the same kind.
            let alone = done(&council).await;
            let mut presses = JoinSet::new();
            for _ in 0..10 {
                let (mut browser, method, action, body) =
                    (browser.clone(), method.clone(), action.clone(), body.clone());
                presses.spawn(async move { browser.at_once(&method, &action, body).await });
            }
            let answers = presses.join_all().await;
            let failed = answers.iter().filter(|page| page.status >= 400).count();
            let places: Vec<(u16, &str)> = answers.iter().map(|page| (page.status, page.header("location"))).collect();
            assert_eq!(failed, 0, "{route:?} on {}: {places:?}", db.name());
            let ten = done(&council).await;
            assert_ne!(ten, alone, "{route:?} did nothing: {places:?}");
            let again = browser.send(&method, &action, body).await;
            assert!(again.status < 400, "{route:?}: {}", again.status);
            assert_eq!(done(&council).await, ten, "{route:?} was done again");
            let (facts, messages) = (ten.0 - alone.0, ten.1 - alone.1);
            assert!(facts <= 3 && messages <= 2, "{route:?} left {facts} facts and {messages} messages");
        }
    });
}
