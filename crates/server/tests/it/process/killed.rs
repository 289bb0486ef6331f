//! `kill -9` under 64 writing clients, again and again: what was acknowledged is there, nothing twice, the journal whole.

use super::wire::received;
use super::{Folder, Wire};
use kit::db::{Db, Options, Place};
use kit::testing::{on_postgres, repository_migrations};
use kit::{params, sql};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

sql!(CASES_BY_DRAFT, "SELECT CAST(count(*) AS BIGINT), CAST(count(DISTINCT draft) AS BIGINT) FROM cases");

const CLIENTS: usize = 64;
const KILLS: usize = 20;

/// One client: what it was told, and what it sent without hearing of it.
pub struct Client {
    wire: Wire,
    /// Where it was sent, what was sent, and the reference told.
    pub acknowledged: Vec<(String, String, String)>,
    unheard: Vec<(String, String)>,
}

impl Client {
    /// One that talks to nobody yet.
    pub fn new() -> Client {
        Client { wire: Wire::to(""), acknowledged: Vec::new(), unheard: Vec::new() }
    }

    /// Submits until it is over, whether or not the server answers.
    pub fn write(&mut self, over: &AtomicBool, count: &AtomicUsize) {
        while !over.load(Ordering::Relaxed) {
            let Ok((address, body)) = self.wire.prepare() else { continue };
            match self.wire.send("POST", &address, &body) {
                // PostgreSQL may tell somebody to try again after collisions.
                Ok(reply) if reply.status == 503 => self.unheard.push((address, body)),
                Ok(reply) => {
                    let reference = received(&reply).expect("a submission is received");
                    self.acknowledged.push((address, body, reference));
                    count.fetch_add(1, Ordering::Relaxed);
                }
                Err(_) => self.unheard.push((address, body)),
            }
        }
    }

    /// After the restart: what was acknowledged leads to the same reference; what was not heard of can be sent again.
    pub fn compare(&mut self, address: &str) {
        self.wire.moved_to(address);
        let last = self.acknowledged.len().saturating_sub(3);
        for (submit, body, reference) in &self.acknowledged[last..] {
            let again = again(&mut self.wire, submit, body);
            assert_eq!(&again.expect("it is there"), reference);
        }
        for (submit, body) in std::mem::take(&mut self.unheard) {
            let reference = again(&mut self.wire, &submit, &body).expect("what was not heard of is sent now");
            self.acknowledged.push((submit, body, reference));
        }
    }
}

/// Sends a submission again, until no collision is in its way.
fn again(wire: &mut Wire, submit: &str, body: &str) -> std::io::Result<String> {
    for _ in 0..20 {
        let reply = wire.send("POST", submit, body).expect("the server answers");
        if reply.status != 503 {
            return received(&reply);
        }
    }
    panic!("twenty collisions, one after the other");
}

/// Kills the server of this folder, and of this database where it is not in the folder, again and again; gives how many
/// submissions were acknowledged.
fn killed_twenty_times(folder: &Folder, database: Option<&str>) -> i64 {
    let variables: Vec<(&str, &str)> = database.map(|url| ("GUILDHALL_DATABASE", url)).into_iter().collect();
    let clients: Vec<Mutex<Client>> = (0..CLIENTS).map(|_| Mutex::new(Client::new())).collect();
    for round in 0..KILLS {
        let mut server = folder.serve_with(&variables);
        let address = server.address.clone();
        std::thread::scope(|threads| {
            for client in &clients {
                threads.spawn(|| client.lock().unwrap().compare(&address));
            }
        });
        let (over, count) = (AtomicBool::new(false), AtomicUsize::new(0));
        std::thread::scope(|threads| {
            for client in &clients {
                threads.spawn(|| client.lock().unwrap().write(&over, &count));
            }
            // Killed at another moment each time, but never before somebody was told that theirs is received.
            while count.load(Ordering::Relaxed) < 1 + 3 * round {
                std::thread::sleep(Duration::from_millis(1));
            }
            server.kill();
            over.store(true, Ordering::Relaxed);
        });
        folder.is_whole_with(&variables);
    }
    let server = folder.serve_with(&variables);
    let mut references = BTreeMap::new();
    for client in &clients {
        let mut client = client.lock().unwrap();
        client.compare(&server.address);
        for (submit, _, reference) in &client.acknowledged {
            assert_eq!(references.insert(reference.clone(), submit.clone()), None, "{reference} was given twice");
        }
    }
    assert_eq!(server.stop(), Some(0));
    folder.is_whole_with(&variables);
    references.len() as i64
}

/// Cases in the database, and drafts they came from.
pub async fn opened(db: &Db) -> (i64, i64) {
    let row = db.read().await.unwrap().one(&CASES_BY_DRAFT, params![]).await.unwrap();
    (row.get(0).unwrap(), row.get(1).unwrap())
}

#[test]
fn what_was_acknowledged_survives_being_killed_twenty_times() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    let acknowledged = killed_twenty_times(&folder, None);
    kit::testing::run(async {
        let db = Db::open(&Options::new(Place::Folder(folder.path().to_owned()))).await.unwrap();
        assert_eq!(opened(&db).await, (acknowledged, acknowledged), "cases and what was acknowledged");
    });
}

#[test]
fn it_survives_on_postgresql_too() {
    on_postgres(repository_migrations(), async |db| {
        let Place::Postgres(url) = db.place().clone() else { unreachable!("it is PostgreSQL") };
        let home = tempfile::tempdir().unwrap();
        let folder = Folder(home.path().join("data"));
        let acknowledged = killed_twenty_times(&folder, Some(&url));
        assert_eq!(opened(db).await, (acknowledged, acknowledged), "cases and what was acknowledged");
    });
}
