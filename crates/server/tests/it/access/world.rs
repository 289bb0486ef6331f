//! The people and things the matrix asks with: one case, one draft, and everybody who might want them.

use crate::support::{Browser, Council, another};
use cases::{Contact, Opening, Place, Promise};
use kit::clock::DAY;
use kit::facts::Help;
use kit::session::Surface;
use kit::who::{Role, Who};
use kit::{Id, Lang, session};
use residents::grants;

/// Everybody who might ask, in the order of the table's columns.
pub const ASKERS: [&str; 12] = [
    "nobody",
    "own",
    "other",
    "granted",
    "officer",
    "member-own",
    "member-other",
    "leader-own",
    "leader-other",
    "owner-own",
    "owner-other",
    "admin",
];

/// The case's team, and one that has nothing to do with it.
const TEAMS: [&str; 2] = ["highways", "waste"];

/// One asker's world: the things there are, and their browser.
pub struct World {
    /// The case's reference.
    pub reference: String,
    /// The draft's id.
    pub draft: String,
    /// A member of staff whose page an administrator may open.
    pub staff: String,
    /// The asker's browser.
    pub browser: Browser,
}

impl World {
    /// Makes a case, a draft, and the asker.
    pub async fn of(council: &Council, asker: &str) -> World {
        let number = another();
        let mut own = council.resident("Ada Testwell", &format!("ada{number}@post.example")).await;
        let (resident, _) = person(council, &own).await;
        own.post("/forms/missed-bin/start", &[]).await;
        let draft = own.page.path.split('/').nth(2).expect("the draft's id in its address").to_owned();
        let case = open_case(council, resident).await;
        let role = |role: Role, own: bool| (vec![role], TEAMS[usize::from(!own)]);
        let staff = council.colleague(&format!("Sam Listed {number}"), &[Role::TeamMember], &["trees"]).await;
        let (roles, team) = match asker {
            "nobody" => return World::new(case.1, draft, staff.id, council.browser()),
            "own" => return World::new(case.1, draft, staff.id, own),
            "other" => {
                let other = council.resident("Ben Testwell", &format!("ben{number}@post.example")).await;
                return World::new(case.1, draft, staff.id, other);
            }
            "granted" => {
                let browser = granted(council, case.0, &draft).await;
                return World::new(case.1, draft, staff.id, browser);
            }
            "officer" => (vec![Role::Officer], "contact-centre"),
            "member-own" => role(Role::TeamMember, true),
            "member-other" => role(Role::TeamMember, false),
            "leader-own" => role(Role::TeamLeader, true),
            "leader-other" => role(Role::TeamLeader, false),
            "owner-own" => role(Role::ServiceOwner, true),
            "owner-other" => role(Role::ServiceOwner, false),
            "admin" => role(Role::Administrator, true),
            other => panic!("nobody is called {other}"),
        };
        let colleague = council.colleague(&format!("Kim Asking {number}"), &roles, &[team]).await;
        World::new(case.1, draft, staff.id, colleague.browser)
    }

    fn new(reference: String, draft: String, staff: Id, browser: Browser) -> World {
        World { reference, draft, staff: staff.to_string(), browser }
    }

    /// A route's path with this world's things in it.
    pub fn path(&self, pattern: &str) -> String {
        let named = |pattern: &str| match pattern {
            "{ref}" => self.reference.clone(),
            "{draft}" => self.draft.clone(),
            "{page}" => "container".to_owned(),
            "{service}" => "missed-bin".to_owned(),
            "{id}" => self.staff.clone(),
            "{code}" => "highways".to_owned(),
            "{tag}" => "cy".to_owned(),
            "{*path}" => "site.css".to_owned(),
            other if other.starts_with('{') => panic!("the matrix has no sample for {other}"),
            plain => plain.to_owned(),
        };
        let path = pattern.split('/').map(named).collect::<Vec<_>>().join("/");
        if pattern.starts_with("/forms/resume") { format!("{path}?draft={}", self.draft) } else { path }
    }
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

/// A case of highways that this resident opened.
pub async fn open_case(council: &Council, resident: Id) -> (Id, String) {
    let app = &council.app;
    let catalogue = app.part::<services::Catalogue>().unwrap();
    let opening = Opening {
        draft: app.id(),
        service: "street-problem".into(),
        version: catalogue.current("street-problem").expect("it is delivered").version,
        title: "A hole in the road, Mill Road".into(),
        kind: "pothole".into(),
        team: TEAMS[0].into(),
        answers: Vec::new(),
        contact: Some(Contact { name: "Ada Testwell".into(), email: None, phone: None, lang: Lang::EN }),
        resident: Some(resident),
        visitor: None,
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
    let opened = cases::open(&mut tx, app, &Who::anyone(Lang::EN), opening).await.unwrap();
    tx.commit().await.unwrap();
    (opened.case, opened.reference.to_string())
}
