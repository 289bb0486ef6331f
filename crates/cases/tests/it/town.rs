//! A small town to test in: a council with its definitions, two people who report things, and staff.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::{Extension, Router};
use cases::{Contact, Given, Opened, Opening, Place, Promise};
use http_body_util::BodyExt;
use kit::app::Parts;
use kit::clock::Clock;
use kit::db::Db;
use kit::id::Entropy;
use kit::testing::{TestDb, each_database, repository_migrations};
use kit::who::{Person, Role, Staff, Who};
use kit::words::{Words, WordsFile};
use kit::{App, Id, Lang};
use services::{Catalogue, Folder, Surroundings};
use std::path::{Path, PathBuf};
use tower::ServiceExt;

kit::sql!(WRITTEN, "SELECT CAST(count(*) AS BIGINT) FROM facts WHERE id > $1");

/// 21 September 2026, a Monday, 10:00 in London.
pub const MONDAY: i64 = 1_789_981_200_000_000;

/// A path of the repository.
pub fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// A file of the repository.
pub fn read(path: &str) -> String {
    std::fs::read_to_string(here(path)).unwrap_or_else(|cause| panic!("{path}: {cause}"))
}

fn surroundings() -> Surroundings {
    let holidays = calendar::Holidays::parse(&read("data/bank-holidays.json"), calendar::Division::EnglandAndWales);
    let opening = calendar::Opening::weekdays(calendar::time(9, 0, 0, 0), calendar::time(17, 0, 0, 0)).unwrap();
    let danger = Lang::ALL.map(|lang| (lang.tag, read(&format!("definitions/danger/{}.toml", lang.tag))));
    Surroundings {
        calendar: calendar::Calendar::london(holidays.unwrap(), opening),
        danger: search::Danger::parse(danger.iter().map(|(lang, text)| (*lang, text.as_str()))).unwrap(),
        postcodes: places::Postcodes::parse(&read("data/postcodes.csv")).unwrap(),
        roads: places::Roads::parse(&read("data/trunk-roads.toml")).unwrap(),
        council: "E07000008".into(),
    }
}

fn words() -> Words {
    let file = |lang: Lang, noun: &str| {
        let name = format!("locales/{}/{noun}.ftl", lang.tag);
        WordsFile { lang, text: read(&name), name }
    };
    let nouns = ["page", "services", "residents", "cases", "contact"];
    let files = Lang::ALL.into_iter().flat_map(|lang| nouns.map(|noun| file(lang, noun)));
    Words::load(&files.collect::<Vec<_>>()).unwrap()
}

/// The town.
pub struct Town {
    pub app: App,
    pub clock: Clock,
    router: Router<App>,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub location: String,
    pub body: String,
}

impl Answer {
    /// The value of a hidden field.
    pub fn hidden(&self, name: &str) -> String {
        let marked = format!("name=\"{name}\" value=\"");
        let (_, rest) = self.body.split_once(&marked).unwrap_or_else(|| panic!("no {name} in {}", self.body));
        rest.split('"').next().unwrap_or_default().to_owned()
    }

    /// The page says this.
    #[track_caller]
    pub fn says(&self, words: &str) {
        assert!(self.body.contains(words), "{} without \"{words}\":\n{}", self.status, self.body);
    }

    /// The page does not say this.
    #[track_caller]
    pub fn is_silent_about(&self, words: &str) {
        assert!(!self.body.contains(words), "\"{words}\" in:\n{}", self.body);
    }
}

impl Town {
    /// The town on this database, with the council's teams.
    pub async fn on(db: &Db) -> Town {
        let folder = Folder::read(&here("definitions"));
        let catalogue = Catalogue::of_folder(surroundings(), &folder).unwrap();
        let clock = Clock::manual(MONDAY);
        let parts = Parts::new(db.clone(), clock.clone(), Entropy::seeded(11), words());
        let rules = residents::needs::Criteria::read(&read("definitions/needs/criteria.toml")).unwrap();
        let app = parts.with(catalogue).with(rules).build();
        let mut tx = db.begin().await.unwrap();
        for (code, name) in [("highways", "Highways"), ("street-cleaning", "Street cleaning"), ("waste", "Waste")] {
            assert!(workforce::store::insert_team(&mut tx, app.id(), code, name).await.unwrap());
        }
        tx.commit().await.unwrap();
        let router = cases::routes()
            .into_iter()
            .chain(residents::routes())
            .fold(Router::new(), |router, route| router.route(route.path, route.handler));
        Town { app, clock, router }
    }

    /// Asks for a page.
    pub async fn get(&self, who: &Who, path: &str) -> Answer {
        self.ask(who, Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// Sends a form.
    pub async fn post(&self, who: &Who, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.clock.advance(kit::clock::SECOND);
        let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        self.ask(who, request.body(Body::from(body.join("&"))).unwrap()).await
    }

    async fn ask(&self, who: &Who, request: Request<Body>) -> Answer {
        let service = self.router.clone().layer(Extension(who.clone())).with_state(self.app.clone());
        let response = service.oneshot(request).await.unwrap();
        let status = response.status();
        let location = response.headers().get("location").map(|value| value.to_str().unwrap().to_owned());
        let body = response.into_body().collect().await.unwrap().to_bytes();
        Answer { status, location: location.unwrap_or_default(), body: String::from_utf8(body.to_vec()).unwrap() }
    }

    /// Opens a case.
    pub async fn open(&self, who: &Who, opening: Opening) -> Opened {
        let mut tx = self.app.db.begin().await.unwrap();
        self.clock.advance(kit::clock::SECOND);
        let ready = cases::ready(&mut tx, &self.app, opening).await.unwrap();
        let opened = cases::open(&mut tx, &self.app, who, ready).await.unwrap();
        tx.commit().await.unwrap();
        opened
    }

    /// A pothole in Mill Road, `north` metres north of its middle, promised in eight working days.
    pub fn pothole(&self, north: f64, contact: Option<Contact>) -> Opening {
        let place = services::Place {
            street: "Mill Road".into(),
            latitude: Some(52.2003 + north / 111_195.0),
            longitude: Some(0.1388),
            ..services::Place::default()
        };
        let position = place.latitude.zip(place.longitude);
        let catalogue = self.app.part::<Catalogue>().unwrap();
        let definition = catalogue.current("street-problem").unwrap();
        let due = catalogue.calendar().due(self.app.now(), calendar::Within::WorkingDays(8)).unwrap();
        let given = |question: &str, answer: services::Answer| Given {
            question: question.into(),
            value: serde_json::to_value(answer).unwrap(),
            by: "resident".into(),
        };
        Opening {
            draft: self.app.id(),
            service: "street-problem".into(),
            version: 1,
            title: "Pothole, Mill Road".into(),
            kind: "pothole".into(),
            team: "highways".into(),
            answers: vec![
                given("kind", services::Answer::Choice("pothole".into())),
                given("place", services::Answer::Place(place)),
                given("description", services::Answer::Text("As deep as a bucket.".into())),
            ],
            contact,
            resident: None,
            visitor: None,
            help: kit::facts::Help::Alone,
            place: Some(Place {
                position,
                ward: "E05013063".into(),
                postcode: "CB1 2AZ".into(),
                street: "Mill Road".into(),
            }),
            promise: Promise { due, reason: "reason-usual".into() },
            source: "web".into(),
            priority: "normal".into(),
            passed_to: None,
            duplicates: definition.duplicates.clone(),
            opened: None,
        }
    }

    /// Lets the figures catch up with the journal.
    pub async fn count(&self) {
        let folder = tempfile::tempdir().unwrap();
        let key = kit::facts::SealKey::open_or_make(&folder.path().join("seal.key"), &Entropy::seeded(3)).unwrap();
        let keeper = kit::facts::Keeper::start(&self.app, key, cases::listeners(), None);
        for _ in 0..500 {
            let mut read = self.app.db.read().await.unwrap();
            let latest = kit::facts::latest(&mut read).await.unwrap();
            // PostgreSQL numbers facts after they are written: as many must be numbered as there are.
            let written: i64 = read.row(&WRITTEN, kit::params![Id::NONE]).await.unwrap().unwrap().get(0).unwrap();
            let mut caught_up = latest > 0 && latest == written;
            for listener in cases::listeners() {
                caught_up &= latest == kit::facts::cursor(&mut read, listener.name).await.unwrap();
            }
            drop(read);
            if caught_up {
                keeper.stop().await;
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("the figures did not catch up in ten seconds");
    }

    /// Does what was left for later, until it is so.
    pub async fn work_until(&self, so: impl AsyncFn() -> bool) {
        let runner = kit::jobs::Runner::start(&self.app, cases::works());
        for _ in 0..500 {
            if so().await {
                runner.stop().await;
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("it never came to be so");
    }

    /// The numbers in the line of a table that begins with this name.
    pub fn figure(&self, page: &Answer, name: &str) -> Vec<String> {
        let (_, line) = page.body.split_once(&format!(">{name}</th>")).expect("a line of this name");
        let cells = line.split("numeric\">").skip(1).take(3);
        cells.map(|cell| cell.split('<').next().unwrap_or_default().to_owned()).collect()
    }

    /// Everything sent so far, newest first: to whom and what it is called.
    pub async fn sent(&self) -> Vec<(String, String)> {
        let mut read = self.app.db.read().await.unwrap();
        let kept = kit::outbox::recent(&mut read, None, 100).await.unwrap();
        kept.into_iter().map(|kept| (kept.to, if kept.subject.is_empty() { kept.text } else { kept.subject })).collect()
    }

    /// A member of staff who is in the database too.
    pub async fn staff(&self, name: &str, role: Role, teams: &[&str]) -> Who {
        let teams: Vec<String> = teams.iter().map(|team| team.to_string()).collect();
        let email = format!("{}@council.example", name.to_lowercase().replace(' ', "."));
        let details =
            workforce::Details { name: name.into(), email, roles: vec![role], teams: teams.clone(), active: true };
        let id = self.app.id();
        let new = workforce::store::NewMember {
            id,
            details: &details,
            listed: false,
            password_hash: None,
            made_at: self.app.now(),
        };
        let mut tx = self.app.db.begin().await.unwrap();
        assert!(workforce::store::insert_member(&mut tx, &new).await.unwrap());
        tx.commit().await.unwrap();
        let staff = Staff { id, name: name.into(), roles: vec![role], teams };
        Who { person: Person::Staff(staff), name: Some(name.into()), ..Who::anyone(Lang::EN) }
    }
}

/// A reference as it should be, of no case.
pub fn nobodys_reference() -> String {
    kit::Reference::new(&Entropy::seeded(99)).to_string()
}

/// Somebody with an email address.
pub fn by_email(email: &str, lang: Lang) -> Option<Contact> {
    Some(Contact { by: residents::By::Address, name: String::new(), email: Some(email.into()), phone: None, lang })
}

/// A browser nobody has signed in from.
pub fn browser(number: u8) -> Who {
    Who { visitor: Some(Id([number; 16])), ..Who::anyone(Lang::EN) }
}

/// Runs a test in a town on each database.
pub fn in_town(test: impl AsyncFn(Town)) {
    each_database(repository_migrations(), async |db: &TestDb| test(Town::on(db).await).await);
}
