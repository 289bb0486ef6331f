//! A council at work, and how it is asked.

mod handed;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use jiff::civil::Date;
use kit::db::Db;
use kit::facts::Subject;
use kit::keys::{self, New};
use kit::mail::InboxConfig;
use kit::mail::receiver::{Answer, Mail};
use kit::notify::NotifyConfig;
use kit::who::{Role, Who};
use kit::{Id, Lang};
use residents::Resident;
use server::config::Config;
use server::wiring::{self, Running};
use std::net::SocketAddr;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tower::ServiceExt;
use workforce::Details;

/// The token that GOV.UK Notify shows when it tells what became of a message.
pub const CALLBACK: &str = "the-token-that-was-agreed-on";
/// A key as GOV.UK Notify shows it. Nothing is sent with it: no channel goes that way.
const NOTIFY_KEY: &str = "fuzz-11111111-2222-3333-4444-555555555555-66666666-7777-8888-9999-000000000000";

/// A council at work on a database of its own, for as long as the process lives.
pub struct Council {
    runtime: Runtime,
    router: Router,
    running: Running,
    _folder: TempDir,
}

/// What is answered.
pub struct Answered {
    /// The status.
    pub status: u16,
    /// Its head: `content-type` and `etag`, empty where they are not there.
    pub kind: String,
    /// The mark of what was read.
    pub mark: String,
    /// The whole body.
    pub body: Vec<u8>,
}

impl Council {
    /// Starts it, with a mailbox that hears nothing by itself.
    pub fn start() -> Council {
        let folder = tempfile::Builder::new().prefix("guildhall-fuzz-").tempdir().expect("a folder");
        let common = super::common(folder.path());
        let runtime = Runtime::new().expect("a runtime");
        let inbox = InboxConfig { address: "case@mail.eastmere.example".to_owned(), ..InboxConfig::default() };
        let kept = |name: &str, text: &str| {
            let file = folder.path().join(name);
            std::fs::write(&file, text).expect("the folder takes it");
            file
        };
        let (key_file, callback_file) = (kept("notify.key", NOTIFY_KEY), Some(kept("callback.token", CALLBACK)));
        let notify = NotifyConfig { key_file, callback_file, ..NotifyConfig::default() };
        let config = Config { inbox: Some(inbox), notify: Some(notify), ..Config::default() };
        let running = runtime.block_on(async {
            let db: Db = common.open().await.expect("a database");
            wiring::start(&common, config, db, false).await.expect("a council")
        });
        Council { router: running.router.clone(), runtime, running, _folder: folder }
    }

    /// A new key that sends reports.
    pub fn key(&self) -> String {
        self.key_of(None, &[open311::SCOPE])
    }

    /// A new key with these scopes, a person's own or another system's.
    pub fn key_of(&self, holder: Option<&Subject>, scopes: &[&str]) -> String {
        let app = &self.running.app;
        let scopes: Vec<String> = scopes.iter().map(|scope| (*scope).to_owned()).collect();
        self.runtime.block_on(async {
            let mut tx = app.db.begin().await.expect("a transaction");
            let new = New { name: &app.id().to_string(), scopes: &scopes, holder: holder.cloned(), expires: 0 };
            let key = keys::make_new(&mut tx, app, &Who::system(), new).await.expect("the database answers");
            tx.commit().await.expect("it is kept");
            key.expect("no other key has this name")
        })
    }

    /// Somebody with an account.
    pub fn resident(&self) -> Subject {
        let app = &self.running.app;
        let resident = Resident {
            id: app.id(),
            revision: 1,
            name: "Rosemary Example".to_owned(),
            email: Some("rosemary@a.example".to_owned()),
            phone: None,
            password_hash: None,
            lang: Lang::EN,
            household: None,
            made_at: app.now(),
        };
        self.runtime.block_on(async {
            let mut tx = app.db.begin().await.expect("a transaction");
            residents::store::insert_resident(&mut tx, &resident).await.expect("the database answers");
            tx.commit().await.expect("it is kept");
        });
        Subject::new("resident", resident.id)
    }

    /// Somebody who works here.
    pub fn staff(&self, roles: &[Role]) -> Subject {
        let app = &self.running.app;
        let id = app.id();
        let (name, email) = ("Olu Example".to_owned(), format!("{id}@eastmere.example"));
        let details = Details { name, email, roles: roles.to_vec(), teams: Vec::new(), active: true };
        self.runtime.block_on(async {
            let mut tx = app.db.begin().await.expect("a transaction");
            let added = workforce::add(&mut tx, app, &Who::system(), id, &details).await.expect("the database answers");
            assert!(added.is_some(), "nobody else has this address");
            tx.commit().await.expect("it is kept");
        });
        Subject::new("staff", id)
    }

    /// The day it is there.
    pub fn today(&self) -> Date {
        kit::lang::local(self.running.app.now()).date()
    }

    /// An id nobody has had.
    pub fn id(&self) -> Id {
        self.running.app.id()
    }

    /// Hands in a mail as the council's mail server would.
    pub fn take(&self, mail: Mail) -> Answer {
        self.runtime.block_on(mail::take(&self.running.app, mail))
    }

    /// Sends a request as a stranger on this machine would, and reads the answer to its end. The status.
    pub fn ask(&self, method: &str, path: &str, kind: &str, body: Vec<u8>) -> Option<u16> {
        self.answer(method, path, &[("content-type", kind)], body).map(|answered| answered.status)
    }

    /// The same with any head, and the whole answer; nothing where that cannot be asked.
    pub fn answer(&self, method: &str, path: &str, head: &[(&str, &str)], body: Vec<u8>) -> Option<Answered> {
        let from: SocketAddr = ([127, 0, 0, 1], 1).into();
        let mut request = Request::builder().method(method).uri(path).header("host", "127.0.0.1:8311");
        for (name, value) in head {
            request = request.header(*name, *value);
        }
        let request = request.extension(ConnectInfo(from)).body(Body::from(body)).ok()?;
        self.runtime.block_on(async {
            let answer = self.router.clone().oneshot(request).await.ok()?;
            let status = answer.status().as_u16();
            let said = |name: &str| {
                let value = answer.headers().get(name).and_then(|value| value.to_str().ok());
                value.unwrap_or_default().to_owned()
            };
            let (kind, mark) = (said("content-type"), said("etag"));
            let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.ok()?;
            Some(Answered { status, kind, mark, body: body.to_vec() })
        })
    }
}
