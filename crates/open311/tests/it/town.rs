//! A small town that other systems talk to: a council with its definitions, a key, staff at the desk.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::{Extension, Router};
use http_body_util::BodyExt;
use kit::app::Parts;
use kit::clock::Clock;
use kit::db::Db;
use kit::facts::Listener;
use kit::id::Entropy;
use kit::testing::{TestDb, each_database, repository_migrations};
use kit::who::{Person, Role, Staff, Who};
use kit::words::{Words, WordsFile};
use kit::{App, Lang, keys};
use serde_json::Value;
use services::{Catalogue, Folder, Surroundings};
use std::path::{Path, PathBuf};
use tower::ServiceExt;

kit::sql!(WRITTEN, "SELECT CAST(count(*) AS BIGINT) FROM facts");
kit::sql!(CASES, "SELECT CAST(count(*) AS BIGINT) FROM cases");

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
    let nouns = ["page", "services", "residents", "cases", "forms", "open311"];
    let files = Lang::ALL.into_iter().flat_map(|lang| nouns.map(|noun| file(lang, noun)));
    Words::load(&files.collect::<Vec<_>>()).unwrap()
}

/// The town, and the key of a system that sends reports to it.
pub struct Town {
    pub app: App,
    pub clock: Clock,
    pub key: String,
    router: Router<App>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub kind: String,
    pub body: String,
}

impl Answer {
    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|cause| panic!("{cause}: {} {}", self.status, self.body))
    }

    /// Every text between this element's marks in XML, in order; the whole has to be well formed.
    #[track_caller]
    pub fn each(&self, name: &str) -> Vec<String> {
        let mut reader = quick_xml::Reader::from_str(&self.body);
        let (mut found, mut inside) = (Vec::new(), false);
        loop {
            match reader.read_event().unwrap_or_else(|cause| panic!("{cause}: {}", self.body)) {
                quick_xml::events::Event::Eof => return found,
                quick_xml::events::Event::Start(start) if start.name().as_ref() == name.as_bytes() => {
                    inside = true;
                    found.push(String::new());
                }
                quick_xml::events::Event::End(end) if end.name().as_ref() == name.as_bytes() => inside = false,
                quick_xml::events::Event::Text(text) if inside => {
                    found.last_mut().unwrap().push_str(&String::from_utf8_lossy(&text));
                }
                _ => {}
            }
        }
    }

    /// The value of a hidden field of a page.
    pub fn hidden(&self, name: &str) -> String {
        let marked = format!("name=\"{name}\" value=\"");
        let (_, rest) = self.body.split_once(&marked).unwrap_or_else(|| panic!("no {name} in {}", self.body));
        rest.split('"').next().unwrap_or_default().to_owned()
    }

    /// The number of the report this answers.
    #[track_caller]
    pub fn number(&self) -> String {
        assert_eq!(self.status, StatusCode::OK, "{}", self.body);
        let id = self.json()[0]["service_request_id"].as_str().map(str::to_owned);
        id.unwrap_or_else(|| panic!("no number in {}", self.body))
    }
}

/// Fields of a form as it is sent.
pub fn encoded(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
    fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect::<Vec<_>>().join("&")
}

impl Town {
    /// The town on this database.
    pub async fn on(db: &Db) -> Town {
        let catalogue = Catalogue::of_folder(surroundings(), &Folder::read(&here("definitions"))).unwrap();
        let clock = Clock::manual(MONDAY);
        let mapping = cases::import::Mapping::read(&read("definitions/street-problem/import.toml")).unwrap();
        let parts = Parts::new(db.clone(), clock.clone(), Entropy::seeded(11), words());
        let app = parts.with(catalogue).with(open311::Desk::new(mapping)).build();
        let mut tx = db.begin().await.unwrap();
        for (code, name) in [("highways", "Highways"), ("street-cleaning", "Street cleaning"), ("waste", "Waste")] {
            assert!(workforce::store::insert_team(&mut tx, app.id(), code, name).await.unwrap());
        }
        tx.commit().await.unwrap();
        let routes = open311::routes().into_iter().chain(cases::routes());
        let router = routes.fold(Router::new(), |router, route| router.route(route.path, route.handler));
        let mut town = Town { app, clock, key: String::new(), router };
        town.key = town.new_key("fixmystreet").await;
        town
    }

    /// Another system's key.
    pub async fn new_key(&self, name: &str) -> String {
        let mut tx = self.app.db.begin().await.unwrap();
        let made = keys::make(&mut tx, &self.app, &Who::system(), name, &[open311::SCOPE.to_owned()]).await.unwrap();
        tx.commit().await.unwrap();
        made.expect("a new name")
    }

    /// Asks for what everybody may read.
    pub async fn get(&self, path: &str) -> Answer {
        self.get_as(&Who::anyone(Lang::EN), path).await
    }

    /// The same as somebody.
    pub async fn get_as(&self, who: &Who, path: &str) -> Answer {
        self.ask(who, Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// Sends a form as somebody.
    pub async fn post_as(&self, who: &Who, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded; charset=utf-8");
        self.ask(who, request.body(Body::from(encoded(fields))).unwrap()).await
    }

    /// Sends a form.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.clock.advance(kit::clock::SECOND);
        self.post_as(&Who::anyone(Lang::EN), path, fields).await
    }

    /// Sends something of another kind.
    pub async fn post_kind(&self, path: &str, kind: &str, body: &str) -> Answer {
        let request = Request::post(path).header("content-type", kind).body(Body::from(body.to_owned())).unwrap();
        self.ask(&Who::anyone(Lang::EN), request).await
    }

    /// Sends a form with files.
    pub async fn post_files(&self, path: &str, body: Vec<u8>) -> Answer {
        self.clock.advance(kit::clock::SECOND);
        let request = Request::post(path).header("content-type", kit::testing::FORM_WITH_FILES);
        self.ask(&Who::anyone(Lang::EN), request.body(Body::from(body)).unwrap()).await
    }

    /// Sends a report with the town's key.
    pub async fn report(&self, fields: &[(&str, &str)]) -> Answer {
        let all = [&[("api_key", self.key.as_str())], fields].concat();
        self.post("/open311/v2/requests.json", &all).await
    }

    /// Sends one about a pothole in the middle of Mill Road, so many metres north.
    pub async fn pothole(&self, north: f64, more: &[(&str, &str)]) -> Answer {
        let latitude = (52.2003 + north / 111_195.0).to_string();
        let fields = [("service_code", "street-problem"), ("lat", latitude.as_str()), ("long", "0.1388")];
        self.report(&[&fields[..], &[("attribute[kind]", "pothole")], more].concat()).await
    }

    async fn ask(&self, who: &Who, request: Request<Body>) -> Answer {
        let service = self.router.clone().layer(Extension(who.clone())).with_state(self.app.clone());
        let response = service.oneshot(request).await.unwrap();
        let status = response.status();
        let kind = response.headers().get("content-type").map(|value| value.to_str().unwrap().to_owned());
        let body = response.into_body().collect().await.unwrap().to_bytes();
        Answer { status, kind: kind.unwrap_or_default(), body: String::from_utf8(body.to_vec()).unwrap() }
    }

    /// Lets the records catch up with the journal.
    pub async fn follow(&self) {
        let listeners = || -> Vec<Listener> { vec![open311::listener()] };
        let folder = tempfile::tempdir().unwrap();
        let key = kit::facts::SealKey::open_or_make(&folder.path().join("seal.key"), &Entropy::seeded(3)).unwrap();
        let keeper = kit::facts::Keeper::start(&self.app, key, listeners(), None);
        for _ in 0..1_000 {
            let mut read = self.app.db.read().await.unwrap();
            let latest = kit::facts::latest(&mut read).await.unwrap();
            // PostgreSQL numbers facts after they are written: as many must be numbered as there are.
            let written: i64 = read.one(&WRITTEN, &[]).await.unwrap().get(0).unwrap();
            let followed = kit::facts::cursor(&mut read, open311::listener().name).await.unwrap();
            drop(read);
            if latest == written && followed == latest {
                keeper.stop().await;
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("the records did not catch up in twenty seconds");
    }

    /// How many cases there are.
    pub async fn cases(&self) -> i64 {
        self.app.db.read().await.unwrap().one(&CASES, &[]).await.unwrap().get(0).unwrap()
    }

    /// Everything sent to people so far: to whom and what it is called.
    pub async fn sent(&self) -> Vec<(String, String)> {
        let mut read = self.app.db.read().await.unwrap();
        let kept = kit::outbox::recent(&mut read, None, 100).await.unwrap();
        kept.into_iter().map(|kept| (kept.to, kept.subject)).collect()
    }

    /// Somebody who works on the cases of a team.
    pub async fn staff(&self, name: &str, team: &str) -> Who {
        let (id, teams) = (self.app.id(), vec![team.to_owned()]);
        let email = format!("{}@council.example", name.to_lowercase().replace(' ', "."));
        let roles = vec![Role::TeamMember];
        let details =
            workforce::Details { name: name.into(), email, roles: roles.clone(), teams: teams.clone(), active: true };
        let made_at = self.app.now();
        let new = workforce::store::NewMember { id, details: &details, listed: false, password_hash: None, made_at };
        let mut tx = self.app.db.begin().await.unwrap();
        assert!(workforce::store::insert_member(&mut tx, &new).await.unwrap());
        tx.commit().await.unwrap();
        let staff = Staff { id, name: name.into(), roles, teams };
        Who { person: Person::Staff(staff), name: Some(name.into()), ..Who::anyone(Lang::EN) }
    }

    /// A member of staff does something with a case.
    pub async fn act(&self, who: &Who, number: &str, action: &str, fields: &[(&str, &str)]) {
        let path = format!("/desk/cases/{number}/{action}");
        let form = self.get_as(who, &path).await;
        let (key, revision) = (form.hidden("key"), form.hidden("revision"));
        let all = [&[("key", key.as_str()), ("revision", revision.as_str())], fields].concat();
        self.clock.advance(kit::clock::SECOND);
        let done = self.post_as(who, &path, &all).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{action}: {}", done.body);
    }
}

/// Runs a test in a town on each database.
pub fn in_town(test: impl AsyncFn(Town)) {
    each_database(repository_migrations(), async |db: &TestDb| test(Town::on(db).await).await);
}
