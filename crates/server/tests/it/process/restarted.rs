//! PostgreSQL goes away under writing clients and comes back: the node finds it again by itself, and nothing that was
//! acknowledged is gone.

use super::Folder;
use super::killed::{Client, opened};
use kit::db::{Db, Options, Place};
use kit::testing::on_postgres;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

const CLIENTS: usize = 16;
const RESTARTS: usize = 3;

/// A PostgreSQL of this test alone, which has the disk take what it acknowledges; gone when dropped.
struct Own(String);

impl Own {
    fn start() -> (Own, String) {
        let own = Own(format!("restarted-{}", std::process::id()));
        let url = own.asked(&["start", "--fsync"]);
        (own, url)
    }

    fn asked(&self, what: &[&str]) -> String {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/postgres.sh");
        let done = Command::new(script).args(what).env("GUILDHALL_POSTGRES_NAME", &self.0).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap().trim().to_owned()
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        self.asked(&["stop"]);
    }
}

/// Waits until so many more were acknowledged.
fn wait_for(count: &AtomicUsize, more: usize) {
    let wanted = count.load(Ordering::Relaxed) + more;
    for _ in 0..6_000 {
        if count.load(Ordering::Relaxed) >= wanted {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("nobody is answered any more");
}

#[test]
fn postgresql_may_be_killed_and_come_back_under_a_running_node() {
    // Only where there is a PostgreSQL to start.
    on_postgres(&[], async |_| {
        let (own, url) = Own::start();
        let home = tempfile::tempdir().unwrap();
        let folder = Folder(home.path().join("data"));
        let variables = [("GUILDHALL_DATABASE", url.as_str())];
        let server = folder.serve_with(&variables);
        let clients: Vec<Mutex<Client>> = (0..CLIENTS).map(|_| Mutex::new(Client::new())).collect();
        let (over, count) = (AtomicBool::new(false), AtomicUsize::new(0));
        std::thread::scope(|threads| {
            for client in &clients {
                client.lock().unwrap().compare(&server.address);
            }
            for client in &clients {
                threads.spawn(|| client.lock().unwrap().write(&over, &count));
            }
            for _ in 0..RESTARTS {
                wait_for(&count, 20);
                own.asked(&["restart"]);
            }
            wait_for(&count, 20);
            over.store(true, Ordering::Relaxed);
        });
        let mut references = BTreeSet::new();
        for client in &clients {
            let mut client = client.lock().unwrap();
            client.compare(&server.address);
            for (_, _, reference) in &client.acknowledged {
                assert!(references.insert(reference.clone()), "{reference} was given twice");
            }
        }
        let acknowledged = references.len() as i64;
        let db = Db::open(&Options::new(Place::Postgres(url.clone()))).await.unwrap();
        assert_eq!(opened(&db).await, (acknowledged, acknowledged), "cases and what was acknowledged");
        assert_eq!(server.stop(), Some(0));
        folder.is_whole_with(&variables);
    });
}
