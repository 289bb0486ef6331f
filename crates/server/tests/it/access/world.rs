//! The people and things the matrix asks with: one case, one draft, and everybody who might want them.

use super::things::{booking_of, mail_of, mark_of, outage_of, proposed, train, visit_of};
pub use super::things::{open_case, open_of};
use crate::support::{Browser, Council, another};
use kit::facts::Subject;
use kit::session::Surface;
use kit::testing::photo;
use kit::who::{Person, Role, Staff, Who};
use kit::{Id, Lang, params, session, sql};
use knowledge::testing;
use residents::grants;

sql!(A_MISS, "SELECT id FROM services_misses WHERE words = $1");

/// Everybody who might ask, in the order of the table's columns.
pub const ASKERS: [&str; 14] = [
    "nobody",
    "own",
    "other",
    "after",
    "granted",
    "officer",
    "officer-owns",
    "member-own",
    "member-other",
    "leader-own",
    "leader-other",
    "owner-own",
    "owner-other",
    "admin",
];

kit::sql!(
    CONSENTED,
    "INSERT INTO forms_consents (draft, resident, staff, service, how, spoke, words, contact, given_at)
     VALUES ($1, $2, $3, 'missed-bin', 'call', 'self', 'Is that what you want?', NULL, $4)"
);

/// The case's team, and one that has nothing to do with it.
pub const TEAMS: [&str; 2] = ["highways", "waste"];

/// One asker's world: the things there are, and their browser.
#[derive(Clone)]
pub struct World {
    /// The case's reference.
    pub reference: String,
    /// The draft's id.
    pub draft: String,
    /// A member of staff whose page an administrator may open.
    pub staff: String,
    /// Another session of the resident whose case and draft it is.
    pub session: String,
    /// A code that this resident was sent for the case.
    pub challenge: String,
    /// A search that found nothing.
    pub miss: String,
    /// The resident whose case and draft it is.
    pub resident: String,
    /// That resident and somebody else, who may be one person.
    pub proposal: String,
    /// A photograph that came with the case.
    pub photo: String,
    /// A photograph of the draft.
    pub draft_photo: String,
    /// An open contact: the asker's own, where they are staff.
    pub contact: String,
    /// An email that belongs nowhere yet, and what came with it.
    pub mail: (String, String),
    /// What somebody said that email is.
    pub mark: String,
    /// Somebody who waits at a site.
    pub visit: String,
    /// Where that visitor's own page is.
    pub ticket: String,
    /// An appointment that was called off, and where its own page is.
    pub booking: (String, String),
    /// An answer, with a draft of it and people who were told it.
    pub answer: testing::Given,
    /// What somebody of the case's team reported who cannot work.
    pub outage: String,
    /// The asker's browser.
    pub browser: Browser,
}

impl World {
    /// Makes a case, a draft, a contact, and the asker.
    pub async fn of(council: &Council, asker: &str) -> World {
        let mut world = World::without_contact(council, asker).await;
        world.contact = contact_of(council, &world).await.to_string();
        world.mark = mark_of(council, &world).await.to_string();
        let ((visit, ticket), (booking, page)) = (visit_of(council).await, booking_of(council).await);
        (world.visit, world.ticket, world.booking) = (visit.to_string(), ticket, (booking.to_string(), page));
        world.outage = outage_of(council).await;
        world
    }

    async fn without_contact(council: &Council, asker: &str) -> World {
        let number = another();
        let mut own = council.resident("Ada Testwell", &format!("ada{number}@post.example")).await;
        let (resident, visitor) = person(council, &own).await;
        own.post("/forms/missed-bin/start", &[]).await;
        let draft = own.page.path.split('/').nth(2).expect("the draft's id in its address").to_owned();
        own.post(&format!("/forms/{draft}/save"), &[("to", &format!("ada{number}@post.example"))]).await;
        consented(council, &draft, resident).await;
        let case = open_case(council, resident, Some(visitor)).await;
        let things = Things {
            answer: testing::answer(&council.app, number).await.unwrap(),
            reference: case.1,
            session: another_session(council, resident).await.to_string(),
            challenge: asked_for_a_code(&mut own, &draft).await,
            miss: missed(council, number).await.to_string(),
            resident: resident.to_string(),
            proposal: proposed(council, resident).await.to_string(),
            photo: case.2.to_string(),
            draft_photo: photo(&council.app, &Subject::new("draft", draft.parse().expect("an id"))).await.to_string(),
            mail: mail_of(council).await,
            draft,
        };
        let role = |role: Role, own: bool| (vec![role], TEAMS[usize::from(!own)]);
        let staff = council.colleague(&format!("Sam Listed {number}"), &[Role::TeamMember], &["trees"]).await;
        let (roles, team) = match asker {
            "nobody" => return World::new(things, staff.id, council.browser()),
            "own" => return World::new(things, staff.id, own),
            "other" => {
                let other = council.resident("Ben Testwell", &format!("ben{number}@post.example")).await;
                return World::new(things, staff.id, other);
            }
            "after" => {
                let after = next_at(council, own, &format!("bo{number}@post.example")).await;
                return World::new(things, staff.id, after);
            }
            "granted" => {
                let browser = granted(council, case.0, &things.draft).await;
                return World::new(things, staff.id, browser);
            }
            "officer" | "officer-owns" => (vec![Role::Officer], "contact-centre"),
            "member-own" => role(Role::TeamMember, true),
            "member-other" => role(Role::TeamMember, false),
            "leader-own" => role(Role::TeamLeader, true),
            "leader-other" => role(Role::TeamLeader, false),
            "owner-own" => role(Role::ServiceOwner, true),
            "owner-other" => role(Role::ServiceOwner, false),
            "admin" => role(Role::Administrator, true),
            other => panic!("nobody is called {other}"),
        };
        let mut colleague = council.colleague(&format!("Kim Asking {number}"), &roles, &[team]).await;
        if roles.contains(&Role::Officer) {
            train(council, colleague.id).await;
        }
        if asker == "officer-owns" {
            takes(&mut colleague.browser, &things.reference).await;
        }
        World::new(things, staff.id, colleague.browser)
    }

    fn new(things: Things, staff: Id, browser: Browser) -> World {
        let Things { answer, reference, draft, session, challenge, miss, resident, proposal, photo, draft_photo, mail } =
            things;
        let (staff, [contact, mark, visit, ticket, outage]) = (staff.to_string(), [const { String::new() }; 5]);
        World {
            answer,
            reference,
            draft,
            session,
            challenge,
            miss,
            resident,
            proposal,
            photo,
            draft_photo,
            mail,
            mark,
            visit,
            ticket,
            booking: (String::new(), String::new()),
            outage,
            staff,
            contact,
            browser,
        }
    }

    /// What a form could say that names these things; the rest of it is wrong, so that little is done.
    pub fn form(&self, key: Id) -> String {
        let (World { draft, session, challenge, .. }, told, mail) = (self, self.answer.to_ring, &self.mail.0);
        format!(
            "key={key}&draft={draft}&session={session}&challenge={challenge}&told={told}&message={mail}&page=/desk/cases&revision=999999&code=000000&name="
        )
    }

    /// A route's path with this world's things in it.
    pub fn path(&self, pattern: &str) -> String {
        let (flag, briefing) = (self.answer.flag.to_string(), self.answer.briefing.to_string());
        let id = match pattern.strip_prefix("/api/v1").unwrap_or(pattern) {
            at if at.starts_with("/manage/searches") => &self.miss,
            at if at.starts_with("/desk/knowledge/flags") => &flag,
            at if at.starts_with("/desk/briefings") => &briefing,
            at if at.starts_with("/desk/outages") => &self.outage,
            at if at.starts_with("/desk/residents") => &self.resident,
            at if at.starts_with("/desk/contacts") => &self.contact,
            at if at.starts_with("/desk/counter") || at.starts_with("/floor") => &self.visit,
            at if at.contains("/appointments") => &self.booking.0,
            at if at.starts_with("/desk/mail") => &self.mail.0,
            at if at.starts_with("/desk/marked") => &self.mark,
            _ => &self.staff,
        };
        let photo = match pattern {
            _ if pattern.starts_with("/forms") || pattern.starts_with("/desk/forms") => &self.draft_photo,
            _ if pattern.contains("/desk/mail") => &self.mail.1,
            _ => &self.photo,
        };
        let named = |part: &str| match part {
            "{file}" => photo.clone(),
            "{ref}" => self.reference.clone(),
            "{draft}" => self.draft.clone(),
            "{page}" => "container".to_owned(),
            "{service}" => "missed-bin".to_owned(),
            "{id}" => id.clone(),
            "{code}" => "highways".to_owned(),
            "{proposal}" => self.proposal.clone(),
            "{slug}" => self.answer.slug.clone(),
            "{kind}" => "do-it-for-me".to_owned(),
            "{booking}" => self.booking.1.clone(),
            "{site}" => "north-library".to_owned(),
            "{number}" => "1".to_owned(),
            "{tag}" => "cy".to_owned(),
            "{ticket}" | "{device}" => self.ticket.clone(),
            "{definition}" => "street-problem.xml".to_owned(),
            "{request}" | "{token}" => format!("{}.xml", self.reference),
            "{*path}" => "site.css".to_owned(),
            other if other.starts_with('{') => panic!("the matrix has no sample for {other}"),
            plain => plain.to_owned(),
        };
        let path = pattern.split('/').map(named).collect::<Vec<_>>().join("/");
        let challenge = &self.challenge;
        match pattern {
            "/api/v1/desk/residents" | "/api/v1/desk/knowledge" | "/api/v1/answers" => format!("{path}?q=smith"),
            "/forms/resume" => format!("{path}?draft={}", self.draft),
            "/forms/resume/code" => format!("{path}?draft={}&challenge={challenge}", self.draft),
            "/desk/marked/new" => format!("{path}?message={}", self.mail.0),
            "/track/code" | "/forms/{draft}/code" => format!("{path}?challenge={challenge}"),
            _ => path,
        }
    }
}

/// The draft may be filled in for its resident at the desk.
async fn consented(council: &Council, draft: &str, resident: Id) {
    let draft: Id = draft.parse().expect("an id");
    let mut tx = council.app.db.begin().await.unwrap();
    tx.exec(&CONSENTED, kit::params![draft, resident, resident, council.app.now()]).await.unwrap();
    tx.commit().await.unwrap();
}

/// What a world has besides people.
struct Things {
    answer: testing::Given,
    reference: String,
    draft: String,
    session: String,
    challenge: String,
    miss: String,
    resident: String,
    proposal: String,
    photo: String,
    draft_photo: String,
    mail: (String, String),
}

/// An officer takes the case.
async fn takes(browser: &mut Browser, reference: &str) {
    browser.open(&format!("/desk/cases/{reference}/assign")).await;
    browser.select("Owner", "Me").press("Give").await;
    assert!(browser.page.path.ends_with("?done=assign"), "{} {}", browser.page.path, browser.page.text());
}

/// Somebody else makes an account in a browser where a resident is signed in.
async fn next_at(council: &Council, mut browser: Browser, email: &str) -> Browser {
    browser.post("/sign-up", &[("address", email)]).await;
    let code = council.code_for(email).await;
    browser.fill("Code", &code).press("Continue").await;
    browser.fill("Name", "Bo Testwell").press("Make my account").await;
    assert_eq!(browser.page.path, "/account", "{}", browser.page.text());
    browser
}

/// An open contact with the resident. It is the business of whoever has it: the asker, where they are staff.
async fn contact_of(council: &Council, world: &World) -> Id {
    let app = &council.app;
    let mut tx = app.db.begin().await.unwrap();
    let signed_in = match world.browser.cookies.get(Surface::Staff.cookie()) {
        Some(token) => session::find(&mut tx, app, Surface::Staff, token, Lang::EN).await.unwrap(),
        None => None,
    };
    let staff = signed_in.map_or_else(|| world.staff.parse().expect("an id"), |found| found.who.id());
    let officer = Staff { id: staff, name: String::new(), roles: vec![Role::Officer], teams: Vec::new() };
    let who = Who { person: Person::Staff(officer), ..Who::anyone(Lang::EN) };
    let resident = Some(world.resident.parse().expect("an id"));
    let start = contact::Start { key: app.id(), resident, ..contact::Start::default() };
    let id = contact::start(&mut tx, app, &who, &start).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// The resident is signed in on another device too.
async fn another_session(council: &Council, resident: Id) -> Id {
    let mut tx = council.app.db.begin().await.unwrap();
    let (person, nobody) = (Person::Resident(resident), Who::anyone(Lang::EN));
    let (id, _) = session::start(&mut tx, &council.app, Surface::Resident, &person, &nobody).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// The resident asks for a code to carry on with the draft; gives what stands for it in addresses.
async fn asked_for_a_code(own: &mut Browser, draft: &str) -> String {
    let page = own.send("POST", "/forms/resume", format!("draft={draft}")).await;
    let to = page.header("location").to_owned();
    let challenge = to.split(['?', '&']).find_map(|part| part.strip_prefix("challenge="));
    challenge.unwrap_or_else(|| panic!("no code was sent: {} {to} {}", page.status, page.text())).to_owned()
}

/// Somebody searched for what there is not.
async fn missed(council: &Council, number: u64) -> Id {
    // In letters: long numbers are left out of what is noted.
    let digit = |digit: u8| char::from(b"qxzjkvwfpg"[usize::from(digit - b'0')]);
    let words = format!("zxq{}xqz", number.to_string().bytes().map(digit).collect::<String>());
    council.browser().open(&format!("/search?q={words}")).await;
    services::write_misses(&council.app).await.unwrap();
    let mut read = council.app.db.read().await.unwrap();
    let rows = read.rows(&A_MISS, params![words]).await.unwrap();
    rows.first().expect("the search was noted").get(0).unwrap()
}

/// The resident and the visitor behind a browser.
pub async fn person(council: &Council, browser: &Browser) -> (Id, Id) {
    let token = browser.cookies.get(Surface::Resident.cookie()).expect("a session");
    let mut read = council.app.db.read().await.unwrap();
    let found = session::find(&mut read, &council.app, Surface::Resident, token, Lang::EN).await.unwrap();
    let who = found.expect("the session is there").who;
    (who.id(), who.visitor.expect("a session has a visitor"))
}

/// A browser without an account where the codes of the case and of the draft were entered.
async fn granted(council: &Council, case: Id, draft: &str) -> Browser {
    let mut browser = council.browser();
    browser.post("/forms/general-enquiry/start", &[]).await;
    let (_, visitor) = person(council, &browser).await;
    let draft: Id = draft.parse().expect("an id");
    let mut tx = council.app.db.begin().await.unwrap();
    grants::give(&mut tx, &council.app, visitor, "case", case).await.unwrap();
    grants::give(&mut tx, &council.app, visitor, "draft", draft).await.unwrap();
    tx.commit().await.unwrap();
    browser
}
