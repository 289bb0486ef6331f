//! More things of the matrix's world: an email with its mark, a pair of records, what an officer was trained for.

use super::world::{TEAMS, World};
use crate::support::{Browser, Council, another};
use cases::{Contact, Given, Opening, Place, Promise};
use kit::clock::DAY;
use kit::facts::{Help, Subject};
use kit::files;
use kit::mail::receiver::Mail;
use kit::testing::photo;
use kit::who::{Person, Role, Staff, Who};
use kit::{Id, Lang};
use services::{Answer, Attached};

/// Lets an officer decide on the spot, as somebody who was trained for it may.
pub async fn train(council: &Council, officer: Id) {
    let mut tx = council.app.db.begin().await.unwrap();
    services::train(&mut tx, &council.app, &Who::system(), "street-problem", officer).await.unwrap();
    tx.commit().await.unwrap();
}

/// An email of nobody known, with a photograph.
pub async fn mail_of(council: &Council) -> (String, String) {
    let number = another();
    let ann = format!("ann{number}@a.example");
    let bytes = format!("Message-ID: <{ann}>\r\nFrom: {ann}\r\nSubject: A rate\r\n\r\nWhat is it?\r\n");
    let to = vec!["hello@eastmere.example".to_owned()];
    mail::take(&council.app, Mail { from: ann.clone(), to, bytes: bytes.into_bytes() }).await;
    let mut read = council.app.db.read().await.unwrap();
    let all = mail::store::received::of_sender(&mut read, &ann).await.unwrap();
    drop(read);
    let newest = all.last().expect("it was kept");
    let photo = photo(&council.app, &newest.subject()).await;
    (newest.id.to_string(), photo.to_string())
}

/// Another system takes cases.
pub async fn takes_cases(council: &Council) {
    let (app, code) = (&council.app, "street-works".to_owned());
    let mut tx = app.db.begin().await.unwrap();
    if cases::handed::takers(&mut tx).await.unwrap().is_empty() {
        let (id, name, key) = (app.id(), "Kerbside Works".to_owned(), app.id());
        let taker = cases::handed::Taker { id, code, name, key, made: app.now(), ended: 0 };
        assert!(cases::handed::keep_taker(&mut tx, &taker).await.unwrap());
        tx.commit().await.unwrap();
    }
}

/// The email is an information request, said a colleague.
pub async fn mark_of(council: &Council, world: &World) -> Id {
    let app = &council.app;
    let staff = Staff {
        id: world.staff.parse().expect("an id"),
        name: String::new(),
        roles: vec![Role::Officer],
        teams: Vec::new(),
    };
    let who = Who { person: Person::Staff(staff), ..Who::anyone(Lang::EN) };
    let (id, mail) = (app.id(), world.mail.0.parse().expect("an id"));
    let mut tx = app.db.begin().await.unwrap();
    let what = (cases::marks::Kind::Information, app.now(), "They ask for figures.");
    assert!(cases::marks::mark(&mut tx, app, &who, (id, mail, None), what).await.unwrap());
    tx.commit().await.unwrap();
    id
}

/// Somebody else has an account too, and may be the same person as this resident.
pub async fn proposed(council: &Council, resident: Id) -> Id {
    let (app, number, proposal) = (&council.app, another(), council.app.id());
    let own = residents::by_id(&mut app.db.read().await.unwrap(), resident).await.unwrap().expect("a resident");
    let email = Some(format!("again{number}@mail.example"));
    let again = residents::Resident { id: app.id(), email, phone: None, password_hash: None, ..own };
    let pair = (resident.min(again.id), resident.max(again.id));
    let mut tx = app.db.begin().await.unwrap();
    assert!(residents::store::insert_resident(&mut tx, &again).await.unwrap());
    residents::find::keys::write(&mut tx, again.id).await.unwrap();
    residents::store::linking::propose(&mut tx, proposal, pair, false, (900, 0), app.now()).await.unwrap();
    tx.commit().await.unwrap();
    proposal
}

/// Somebody waits at North Library: the visit, and the address of their own page.
pub async fn visit_of(council: &Council) -> (Id, String) {
    let app = &council.app;
    let site = app.part::<queue::Sites>().unwrap().get("north-library").unwrap();
    let join = queue::Join { key: app.id(), business: "council".into(), lang: "en".into(), ..queue::Join::default() };
    let mut tx = app.db.begin().await.unwrap();
    let visit = queue::join(&mut tx, app, &Who::system(), site, queue::Way::Kiosk, &join).await.unwrap();
    tx.commit().await.unwrap();
    (visit.id, queue::token(app, join.key))
}

/// Somebody booked help with a form at Town Hall and called it off, so that the next world can have the time too: the appointment, and
/// the address of its own page.
pub async fn booking_of(council: &Council) -> (Id, String) {
    let (app, key, who) = (&council.app, council.app.id(), Who::anyone(Lang::EN));
    let (kind, site) = ("do-it-for-me".to_owned(), "town-hall".to_owned());
    let way = appointments::Way::Phone;
    let choice = appointments::Choice { kind, site, way, needs: Vec::new(), speaks: String::new(), rings_from: 0 };
    let person = appointments::Person { name: "Ada Example".into(), ..appointments::Person::default() };
    let tomorrow = appointments::date_of(app.now() + kit::clock::DAY);
    let mut tx = app.db.begin().await.unwrap();
    let slots = appointments::offered(&mut tx, app, &choice, (tomorrow, 1), None).await.unwrap();
    let at = slots.first().expect("a time is left").span.from;
    let booked = appointments::book(&mut tx, app, &who, (&choice, at), &person, key).await.unwrap();
    let appointments::Answer::Booked(booking) = booked else { panic!("it was listed") };
    let id = booking.id;
    appointments::cancel(&mut tx, app, &who, *booking).await.unwrap();
    tx.commit().await.unwrap();
    (id, appointments::token(app, key))
}

/// A browser that is the kiosk of North Library.
pub async fn kiosk_of(council: &Council) -> Browser {
    let number = another();
    let leader = council.colleague(&format!("Lee Leading {number}"), &[Role::TeamLeader], &["contact-centre"]).await;
    let mut leader = leader.browser;
    leader.open("/desk/sites/north-library/devices").await;
    leader.fill("What you call it", "By the door").press("Set up a kiosk").await;
    let text = leader.page.text();
    let token = text.split("/pair/").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("an address");
    let mut kiosk = council.browser();
    kiosk.open(&format!("/kiosk/north-library/pair/{token}")).await;
    kiosk
}

/// What somebody of the case's team reported who cannot work.
pub async fn outage_of(council: &Council) -> String {
    let mut stu = council.colleague("Stu Stuck", &[Role::TeamMember], &["highways"]).await.browser;
    let key = council.app.id().to_string();
    stu.post("/desk/outages", &[("key", key.as_str()), ("kind", "access"), ("page", "/desk")]).await;
    key
}

/// A case of highways that this resident opened, in this browser.
pub async fn open_case(council: &Council, resident: Id, visitor: Option<Id>) -> (Id, String, Id) {
    open_of(council, resident, visitor, "street-problem").await
}

/// One of this service.
pub async fn open_of(council: &Council, resident: Id, visitor: Option<Id>, service: &str) -> (Id, String, Id) {
    let app = &council.app;
    let draft = Subject::new("draft", Id::NONE);
    let photo = photo(app, &draft).await;
    let attached = Attached { id: photo, name: "hole.jpg".into(), bytes: 1 };
    let value = serde_json::to_value(Answer::Files(vec![attached])).unwrap();
    let version = app.part::<services::Catalogue>().unwrap().current(service).expect("it is delivered").version;
    let name = "Ada Testwell".into();
    let contact = Contact { by: residents::By::Address, name, email: None, phone: None, lang: Lang::EN };
    let opening = Opening {
        draft: app.id(),
        service: service.into(),
        version,
        title: "A hole in the road, Mill Road".into(),
        kind: "pothole".into(),
        team: TEAMS[0].into(),
        answers: vec![Given { question: "photos".into(), value, by: "resident".into() }],
        contact: Some(contact),
        resident: Some(resident),
        visitor,
        help: Help::Alone,
        place: None::<Place>,
        promise: Promise { due: app.now() + 5 * DAY, reason: "reason-usual".into() },
        source: "web".into(),
        priority: "normal".into(),
        passed_to: None,
        duplicates: None,
        opened: None,
    };
    let mut tx = app.db.begin().await.unwrap();
    let ready = cases::ready(&mut tx, app, opening).await.unwrap();
    let opened = cases::open(&mut tx, app, &Who::anyone(Lang::EN), ready).await.unwrap();
    let case = Subject::new("case", opened.case);
    files::give(&mut tx, &[photo], &draft, &case).await.unwrap();
    tx.commit().await.unwrap();
    (opened.case, opened.reference.to_string(), photo)
}
