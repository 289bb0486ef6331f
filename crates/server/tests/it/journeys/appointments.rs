//! An appointment from the first page to the ticket in the queue, through the whole program.

use crate::access::world::person;
use crate::support::{Browser, Council, Page, another};
use kit::clock::{DAY, HOUR, MINUTE};
use kit::testing::{TEST_NOW, each_database, repository_migrations};
use kit::who::{Role, Who};
use kit::{Id, Lang};
use residents::needs;

/// At the page that asks who it is for, for the first time that is offered to somebody who speaks Somali: one person there does.
async fn about_to_book(council: &Council, name: &str) -> Browser {
    begun(council.browser(), name).await
}

/// The same, whoever sits before this browser.
async fn begun(mut browser: Browser, name: &str) -> Browser {
    browser.open("/contact/visit").await;
    browser.follow("Book an appointment").await;
    browser.follow("Get help with a form or a letter").await;
    browser.choose("Town Hall").choose("In person").select("Which language shall we speak?", "Soomaali");
    browser.press("Show times").await;
    let first = browser.page.attribute(".app-times__time", "href").expect("a time");
    browser.open(&first).await;
    browser
        .page
        .says("Town Hall, Eastmere Town Hall, 1 Market Square")
        .says("Soomaali")
        .says("Monday 23 November 2026");
    let email = format!("{}@a.example", name.split(' ').next().unwrap().to_lowercase());
    browser.fill("Name", name).fill("Email address", &email);
    browser
}

#[test]
fn of_two_who_want_one_time_one_gets_it_and_the_other_loses_nothing_typed() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (mut ada, mut bo) =
            (about_to_book(&council, "Ada Example").await, about_to_book(&council, "Bo Example").await);
        ada.press("Book it").await;
        ada.page.says("Your appointment is booked").says("10:00");
        let mail = council.newest_to("ada@a.example").await;
        assert!(mail.text.contains(&ada.page.path) && mail.subject.contains("10:00"), "{} {}", mail.subject, mail.text);
        bo.press("Book it").await;
        assert_eq!(bo.page.status, 422);
        bo.page.says("Somebody else has just booked that time");
        assert_eq!((bo.page.value("name"), bo.page.value("email")), ("Bo Example".into(), "bo@a.example".into()));
        bo.choose("Monday 23 November 2026, 10:30").press("Book it").await;
        bo.page.says("Your appointment is booked").says("10:30");
        let mut late = council.browser();
        late.open(&ada.page.path).await;
        late.page.says("Your appointment is booked");
    });
}

#[test]
fn what_is_wrong_is_said_and_everything_typed_stays() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut ada = about_to_book(&council, "Ada Example").await;
        ada.fill("Name", " ").fill("Email address", "ada at home").fill("Telephone number", "12");
        ada.press("Book it").await;
        assert_eq!((ada.page.status, ada.page.errors().len()), (422, 3), "{:?}", ada.page.errors());
        assert_eq!(ada.page.value("email"), "ada at home");
        // A time that was typed into the address is no time.
        let mut other = council.browser();
        let typed = TEST_NOW + DAY + MINUTE;
        other.open(&format!("/appointments/do-it-for-me/details?at={typed}")).await;
        other.page.says("Somebody else has just booked that time, or it is too soon");
    });
}

#[test]
fn it_is_moved_put_into_a_calendar_and_called_off_by_its_own_page() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut ada = about_to_book(&council, "Ada Example").await;
        ada.press("Book it").await;
        let own = ada.page.path.clone();
        let file = ada.send("GET", &format!("{own}/calendar"), String::new()).await;
        assert!(file.header("content-type").starts_with("text/calendar"));
        for line in
            ["BEGIN:VEVENT", "DTSTART:20261123T100000Z", "DTEND:20261123T103000Z", "SEQUENCE:0", "STATUS:CONFIRMED"]
        {
            assert!(file.body.contains(&format!("{line}\r\n")), "{line} in {}", file.body);
        }
        ada.open(&format!("{own}/move")).await;
        let first = ada.page.attribute(".app-times__time", "href").expect("a time");
        let at: i64 = first.split("at=").nth(1).and_then(|at| at.parse().ok()).expect("when it begins");
        let later = first.replace(&at.to_string(), &(TEST_NOW + DAY + HOUR).to_string());
        ada.open(&later).await;
        let (method, action, body) = ada.about_to_press("Yes, move it");
        ada.press("Yes, move it").await;
        ada.page.says("Your appointment is at the new time").says("11:00");
        let again = ada.send(&method, &action, body).await;
        assert_eq!(again.header("location"), format!("{own}?said=moved"), "sent again it is there already");
        assert_eq!(council.mail_to("ada@a.example").await.len(), 2);
        let file = ada.send("GET", &format!("{own}/calendar"), String::new()).await;
        assert!(file.body.contains("DTSTART:20261123T110000Z") && file.body.contains("SEQUENCE:1"), "{}", file.body);
        ada.open(&own).await;
        ada.press("Yes, call it off").await;
        ada.page.says("This appointment was called off").is_silent_about("Choose another time");
        assert_eq!(council.mail_to("ada@a.example").await.len(), 3);
        ada.open(&format!("{own}/move")).await;
        ada.page.says("This appointment was called off");
    });
}

#[test]
fn who_comes_is_checked_in_and_waits_in_the_one_queue_with_the_time_of_the_appointment() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut ada = about_to_book(&council, "Ada Example").await;
        ada.press("Book it").await;
        let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        officer.open("/desk/appointments?site=town-hall&day=2026-11-23").await;
        officer.page.says("Ada Example").says("Soomaali").is_silent_about("They are here");
        // Ten to ten on Monday.
        council.app.clock.advance(DAY - 10 * MINUTE);
        let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        officer.open("/desk/appointments?site=town-hall").await;
        officer.page.says("Monday 23 November 2026").is_silent_about("They did not come");
        let (method, action, body) = officer.about_to_press("They are here: Ada Example");
        officer.press("They are here: Ada Example").await;
        officer.page.says("Checked in. Their ticket is A001.").says("Was there");
        let again = officer.send(&method, &action, body).await;
        assert!(again.header("location").ends_with("said=came"), "{}", again.header("location"));
        officer.open("/desk/counter").await;
        officer.select("Desk", "Town Hall – 1").press("Open the desk").await;
        officer.page.says("A001").says("Appointment at 10:00").is_silent_about("A002");
        ada.open(&ada.page.path.clone()).await;
        ada.page.says("You were at this appointment");
    });
}

#[test]
fn an_appointment_stands_on_the_one_timeline_and_whoever_reads_the_day_has_looked() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let email = format!("ada{}@post.example", another());
        let own = council.resident("Ada Testwell", &email).await;
        let (resident, _) = person(&council, &own).await;
        let mut own = begun(own, "Ada Testwell").await;
        own.press("Book it").await;
        own.page.says("Your appointment is booked");
        let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        officer.open("/desk/appointments?site=town-hall&day=2026-11-23").await;
        officer.page.says("Ada Testwell");
        let given = knowledge::testing::answer(&council.app, another()).await.unwrap();
        officer.open(&format!("/desk/knowledge/{}/tell", given.slug)).await;
        officer.fill("Whom did you tell?", &email).press("Note it").await;
        let record = format!("/desk/residents/{resident}");
        officer.open(&format!("{record}/open")).await;
        officer.choose("I am working on their matter").fill("What are you working on?", "Her letter");
        officer.press("Open").await;
        officer.open(&record).await;
        officer.page.says("They were told: ").says("Booked an appointment");
        officer.page.says("Get help with a form or a letter, 23 November 2026").says("Town Hall");
        officer.open(&format!("{record}?kind=visits")).await;
        officer.page.says("Booked an appointment").is_silent_about("They were told: ");
        own.open("/account/data").await;
        own.page.says(council.app.t(Lang::EN, "server-look-for-appointments"));
    });
}

/// What they asked us for, once.
async fn asks(council: &Council, resident: Id, given: &[(&str, &str)]) {
    let given: Vec<needs::Given> =
        given.iter().map(|(ask, value)| (false, (*ask).to_owned(), (*value).to_owned())).collect();
    let mut tx = council.app.db.begin().await.unwrap();
    needs::save(&mut tx, &council.app, &Who::system(), resident, &given, "self").await.unwrap();
    tx.commit().await.unwrap();
}

/// The earliest time of day on a page of times, `HH:MM`.
fn earliest(page: &Page) -> Option<String> {
    let times = page.texts(".app-times__time bdi");
    times.into_iter().map(|time| time.trim().to_owned()).min()
}

#[test]
fn by_telephone_only_hours_are_offered_at_which_they_may_be_rung() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut own = council.resident("Ada Testwell", &format!("ada{}@post.example", another())).await;
        let (resident, _) = person(&council, &own).await;
        let by_phone = "/appointments/do-it-for-me?site=town-hall&way=phone";
        let first = earliest(own.open(by_phone).await).expect("times");
        assert!(first.as_str() < "14:00", "{first}");
        let at = own.page.attribute(".app-times__time", "href").expect("a time");
        own.open(&at).await;
        own.fill("Telephone number to ring", "07700 900123").press("Book it").await;
        own.page.says("Your appointment is booked");
        asks(&council, resident, &[("calls-after", "14"), ("interpreter", "so")]).await;
        own.open(by_phone).await.says("You asked us to ring you only from");
        let first = earliest(&own.page).expect("times");
        assert!(first.as_str() >= "14:00", "{first}");
        assert!(own.open(&at).await.text().contains("Somebody else has just booked that time"), "{}", own.page.text());
        own.open("/appointments/do-it-for-me").await;
        let speaks = own.page.attribute("[name=speaks] option[selected]", "value");
        assert_eq!(speaks.as_deref(), Some("so"), "it was said once");
        // Who rings reads it, and has no number to press.
        let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        officer.open("/desk/appointments?site=town-hall&day=2026-11-23").await;
        officer.page.says("they asked not to be rung then").says("only after 14:00").is_silent_about("900123");
        asks(&council, resident, &[("no-calls", "")]).await;
        own.open(by_phone).await.says("You asked us not to ring you");
        assert_eq!(earliest(&own.page), None);
    });
}
