//! What programs send to the JSON API: the first byte chooses the operation, the rest is its body. Never a fault of ours, nothing
//! undescribed, and what was done is not done again. The last of all bytes chooses what GOV.UK Notify tells.
#![no_main]

use fuzz::{Answered, CALLBACK, Council};
use kit::Id;
use kit::facts::Subject;
use kit::mail::receiver::{Answer, Mail};
use kit::who::Role;
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use std::sync::{LazyLock, Mutex};

/// Fewer than a key may ask for at once (crates/api/src/limits.rs): each input asks four times at most.
const A_KEY_SENDS: usize = 400;

/// The first byte of what GOV.UK Notify tells.
const TOLD: u8 = 0xff;

/// An operation that takes a body: its path, and where to read what it replaces, for its mark.
struct Operation {
    path: String,
    replaces: Option<String>,
}

struct Sender {
    council: Council,
    people: [(Subject, &'static [&'static str]); 3],
    keys: [String; 4],
    case: String,
    handed: Id,
    booked: String,
    mail: String,
    all: Vec<Operation>,
    sent: usize,
}

/// Whose work an operation is, by its address: a resident's, staff's, an administrator's, another system's.
fn whose(path: &str) -> usize {
    let begins = ["/api/v1/desk/", "/api/v1/admin/", "/api/v1/handed/"];
    begins.iter().position(|begin| path.starts_with(begin)).map_or(0, |place| place + 1)
}

impl Sender {
    fn start() -> Sender {
        let council = Council::start();
        let people: [(Subject, &[&str]); 3] = [
            (council.resident(), &["own.read", "own.write"]),
            (council.staff(&[Role::Officer]), &["desk.read", "desk.write"]),
            (council.staff(&[Role::Administrator]), &["hooks"]),
        ];
        let mut sender = Sender {
            council,
            people,
            keys: [const { String::new() }; 4],
            case: String::new(),
            handed: Id::NONE,
            booked: String::new(),
            mail: String::new(),
            all: Vec::new(),
            sent: 0,
        };
        sender.begin_anew();
        let submit = "/api/v1/services/general-enquiry/submit";
        let body = br#"{"answers":{"about":"other","message":"A question.","date_matters":false}}"#;
        let made = sender.ask("POST", submit, &[], body);
        let made: Value = serde_json::from_slice(&made.body).expect("it is received");
        sender.case = made["reference"].as_str().expect("it has a reference").to_owned();
        sender.all = sender.described();
        sender
    }

    /// New keys, and a new case in the hands of another system, a new appointment and a new email: those before may have come to
    /// their end.
    fn begin_anew(&mut self) {
        let (handed, key) = self.council.handed();
        let [own, staff, admin] =
            self.people.each_ref().map(|(holder, scopes)| self.council.key_of(Some(holder), scopes));
        (self.handed, self.keys) = (handed, [own, staff, admin, key]);
        (self.booked, self.mail) = (self.book(), self.write());
    }

    fn read(&self, path: &str) -> Value {
        let read = self.ask("GET", path, &[], b"");
        assert_eq!(read.status, 200, "{path}: {}", String::from_utf8_lossy(&read.body));
        serde_json::from_slice(&read.body).expect("an answer is JSON")
    }

    /// Where what this replaces is read: at its own address, else an act's is that of its thing.
    fn marked(&self, path: &str) -> String {
        let thing = path.rsplit_once('/').map_or(path, |(thing, _)| thing);
        let has_mark = |read: &&str| !self.ask("GET", read, &[], b"").mark.is_empty();
        let found = [path, thing].into_iter().find(has_mark);
        found.unwrap_or_else(|| panic!("{path} replaces what has no mark")).to_owned()
    }

    /// A key of something that is done once, as programs write it.
    fn once(&self) -> String {
        let id = self.council.id().0.map(|byte| format!("{byte:02x}")).concat();
        format!("{}-{}-{}-{}-{}", &id[..8], &id[8..12], &id[12..16], &id[16..20], &id[20..])
    }

    /// The first appointment that is free.
    fn book(&self) -> String {
        let kind = &self.read("/api/v1/bookable")["kinds"][0];
        let (kind, site) = (&kind["id"], &kind["sites"][0]["id"]);
        let of = format!("/api/v1/bookable/{}/times", kind.as_str().expect("something can be booked"));
        let today = self.council.today();
        let mut weeks = (0..20_i64).map(|week| today.saturating_add(jiff::Span::new().weeks(week)));
        let at = weeks.find_map(|from| {
            let free = self.read(&format!("{of}?from={from}&site={}", site.as_str().unwrap_or_default()));
            free["times"].as_array().and_then(|all| all.last()).map(|slot| slot["at"].clone())
        });
        let wanted = json!({ "kind": kind, "site": site, "at": at.expect("a time is free") });
        let once = self.once();
        let made =
            self.ask("POST", "/api/v1/appointments", &[("idempotency-key", &once)], wanted.to_string().as_bytes());
        let made: Value = serde_json::from_slice(&made.body).expect("an answer is JSON");
        made["id"].as_str().unwrap_or_else(|| panic!("it is booked: {made}")).to_owned()
    }

    /// An email that belongs to nothing yet.
    fn write(&self) -> String {
        let id = self.council.id();
        let bytes = format!(
            "Message-ID: <{id}@envelope.example>\r\nFrom: ada-{id}@envelope.example\r\nSubject: A question\r\n\r\nWhen?\r\n"
        );
        let (from, to) = (format!("ada-{id}@envelope.example"), vec!["hello@eastmere.example".to_owned()]);
        assert_eq!(self.council.take(Mail { from, to, bytes: bytes.into_bytes() }), Answer::Kept);
        let waiting = self.read("/api/v1/desk/mail?limit=100");
        let all = waiting["mail"].as_array().expect("a list");
        let own =
            all.iter().find(|mail| mail["sender"].as_str().is_some_and(|sender| sender.contains(&id.to_string())));
        own.and_then(|mail| mail["id"].as_str()).expect("it waits").to_owned()
    }

    /// The operations that take a body, as the description lists them, on things that are there.
    fn described(&self) -> Vec<Operation> {
        let whole = self.ask("GET", "/api/v1/openapi.json", &[], b"");
        let whole: Value = serde_json::from_slice(&whole.body).expect("a description");
        let resident = self.people[0].0.id.to_string();
        let paths = whole["paths"].as_object().expect("paths");
        let taking = paths.iter().filter(|(_, of)| of["post"]["requestBody"].is_object());
        let all = taking.map(|(path, of)| {
            let replaces = of["post"]["responses"]["428"].is_object();
            let id = match path.as_str() {
                path if path.contains("/residents/") => resident.clone(),
                path if path.contains("/handed/") => self.handed.to_string(),
                path if path.contains("/v1/appointments/") => self.booked.clone(),
                path if path.contains("/desk/mail/") => self.mail.clone(),
                _ => self.council.id().to_string(),
            };
            let path = path.replace("{ref}", &self.case).replace("{service}", "general-enquiry").replace("{id}", &id);
            assert!(!path.contains('{'), "nothing to put into {path}");
            let replaces = replaces.then(|| self.marked(&path));
            Operation { path, replaces }
        });
        let all: Vec<Operation> = all.collect();
        assert!(all.len() >= 15, "only {} operations take a body", all.len());
        all
    }

    fn ask(&self, method: &str, path: &str, more: &[(&str, &str)], body: &[u8]) -> Answered {
        let key = format!("Bearer {}", self.keys[whose(path)]);
        let head = [&[("content-type", "application/json"), ("authorization", key.as_str())], more].concat();
        self.council.answer(method, path, &head, body.to_vec()).expect("the address can be asked for")
    }

    fn count(&mut self) {
        self.sent += 1;
        if self.sent.is_multiple_of(A_KEY_SENDS) {
            self.begin_anew();
            self.all = self.described();
        }
    }
}

static SENDER: LazyLock<Mutex<Sender>> = LazyLock::new(|| Mutex::new(Sender::start()));

/// What every answer owes.
fn is_good(path: &str, body: &[u8], answered: &Answered) {
    let Answered { status, kind, body: said, .. } = answered;
    let text = String::from_utf8_lossy(said);
    assert!(*status < 500 && *status != 429, "{path} answers {status}: {text}");
    let said: Value = serde_json::from_slice(said).expect("an answer is JSON");
    if *status < 300 {
        assert_eq!(kind, "application/json", "{path}");
        assert!(
            serde_json::from_slice::<Value>(body).is_ok_and(|sent| sent.is_object()),
            "{path} does what is no JSON"
        );
    } else {
        assert_eq!(
            (kind.as_str(), said["status"].as_u64()),
            ("application/problem+json", Some(u64::from(*status))),
            "{path}: {text}"
        );
        assert!(said["title"].as_str().is_some_and(|title| !title.is_empty()), "{path}: {text}");
    }
}

/// What GOV.UK Notify tells is taken or cannot be read, however often it is told.
fn tell(council: &Council, body: &[u8]) {
    let token = format!("Bearer {CALLBACK}");
    let head = [("content-type", "application/json"), ("authorization", token.as_str())];
    for _ in 0..2 {
        let answered = council.answer("POST", "/notify/callback", &head, body.to_vec()).expect("it can be told");
        let is_json = serde_json::from_slice::<Value>(body).is_ok();
        assert!(matches!((answered.status, is_json), (204, true) | (400, _)), "it is answered {}", answered.status);
    }
}

fuzz_target!(init: { LazyLock::force(&SENDER); }, |bytes: &[u8]| {
    let Some((first, body)) = bytes.split_first() else { return };
    let mut sender = SENDER.lock().expect("one at a time");
    if *first == TOLD {
        return tell(&sender.council, body);
    }
    sender.count();
    let sender = &*sender;
    let Operation { path, replaces } = &sender.all[usize::from(*first) % sender.all.len()];
    let once = sender.once();
    let mut head = vec![("idempotency-key", once.as_str())];
    let mark = replaces.as_ref().map(|read| sender.ask("GET", read, &[], b"").mark);
    // What has come to its end since may have none.
    if let Some(mark) = mark.as_ref().filter(|mark| !mark.is_empty()) {
        head.push(("if-match", mark));
    }
    let answered = sender.ask("POST", path, &head, body);
    is_good(path, body, &answered);
    if answered.status < 300 {
        let again = sender.ask("POST", path, &head, body);
        assert!((again.status, &again.body) == (answered.status, &answered.body), "{path} is done twice");
    }
});
