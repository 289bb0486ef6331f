//! Two nodes on one PostgreSQL: each request of a visitor goes to the other one, and one of them is killed while many write.

use super::killed::opened;
use super::mail::{Post, arrived, free_port};
use super::wire::{Nodes, received};
use super::{Folder, Started, Wire};
use kit::clock::Stopwatch;
use kit::db::{Place, again_if_collided};
use kit::testing::{on_postgres, python, repository_migrations};
use kit::{params, sql};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

sql!(LEASES_ARE_OVER, "UPDATE outbox_messages SET due = 1 WHERE state = 'waiting'");

const VISITORS: usize = 12;
/// Longer than this nobody who tries again may be without an answer.
const LONGEST: Duration = Duration::from_secs(5);

/// A council of two nodes.
struct Two {
    folders: [Folder; 2],
    url: String,
    mail: String,
    running: [Option<Started>; 2],
    at: Nodes,
}

impl Two {
    /// Starts them; the second has the keys of the first, as `docs/operations.md` says.
    fn start(home: &Path, url: String, mail: u16) -> Two {
        let folders = ["first", "second"].map(|name| Folder(home.join(name)));
        let (mail, at) = (mail.to_string(), Arc::default());
        let mut two = Two { folders, url, mail, running: [None, None], at };
        two.serve(0);
        let [first, second] = &two.folders;
        std::fs::create_dir_all(second.path()).unwrap();
        for key in ["secret.key", "seal.key"] {
            std::fs::copy(first.path().join(key), second.path().join(key)).unwrap();
        }
        two.serve(1);
        two
    }

    fn serve(&mut self, node: usize) {
        let mail = [("GUILDHALL_MAIL__HOST", "127.0.0.1"), ("GUILDHALL_MAIL__SECURITY", "plain")];
        let own = [("GUILDHALL_DATABASE", &*self.url), ("GUILDHALL_MAIL__PORT", &*self.mail)];
        let started = self.folders[node].serve_with(&[mail, own].concat());
        self.at.lock().unwrap().push(started.address.clone());
        self.running[node] = Some(started);
    }

    /// Kills a node. Visitors still know its address: nobody tells them.
    fn kill(&mut self, node: usize) -> String {
        let mut started = self.running[node].take().unwrap();
        started.kill();
        started.address.clone()
    }

    /// Takes an address off the list, as whoever stands before the nodes does after a while.
    fn forget(&self, address: &str) {
        self.at.lock().unwrap().retain(|other| other != address);
    }
}

/// What a visitor was told.
struct Told {
    references: Vec<String>,
    longest: Duration,
}

/// Writes until it is over. Everything is sent twice, so to each node.
fn write(nodes: &Nodes, over: &AtomicBool, count: &AtomicUsize) -> Told {
    let mut wire = Wire::among(nodes.clone(), LONGEST * 4);
    let mut references = Vec::new();
    while !over.load(Ordering::Relaxed) {
        let (address, body) = wire.prepare().expect("a form is filled in, whichever node answers");
        let mut send = || received(&wire.send("POST", &address, &body)?);
        let (first, second) = (send().expect("it is received"), send().expect("it is received"));
        assert_eq!(first, second, "sent twice");
        references.push(first);
        count.fetch_add(1, Ordering::Relaxed);
    }
    Told { references, longest: wire.longest }
}

fn wait_until(what: &str, mut there: impl FnMut() -> bool) {
    let began = Stopwatch::start();
    while !there() {
        assert!(began.elapsed() < Duration::from_secs(240), "{what}: not in four minutes");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Kills each node once while visitors write; gives what they were told.
fn killed_in_turn(two: &mut Two) -> Vec<Told> {
    let (nodes, over, count) = (two.at.clone(), AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|threads| {
        let visitors: Vec<_> = (0..VISITORS).map(|_| threads.spawn(|| write(&nodes, &over, &count))).collect();
        let more = |wanted: usize| {
            let until = count.load(Ordering::Relaxed) + wanted;
            wait_until("visitors are answered", || count.load(Ordering::Relaxed) >= until);
        };
        for node in [0, 1] {
            more(20);
            let gone = two.kill(node);
            more(20);
            two.forget(&gone);
            two.serve(node);
        }
        more(20);
        over.store(true, Ordering::Relaxed);
        visitors.into_iter().map(|visitor| visitor.join().expect("nobody was let down")).collect()
    })
}

#[test]
fn either_node_may_be_killed_under_load_and_nobody_waits_long() {
    let Some(python) = python() else { return };
    on_postgres(repository_migrations(), async |db| {
        let Place::Postgres(url) = db.place().clone() else { unreachable!("it is PostgreSQL") };
        let home = tempfile::tempdir().unwrap();
        let (letters, port) = (home.path().join("letters"), free_port());
        let _post = Post::open(&python, &letters, port);
        let mut two = Two::start(home.path(), url.clone(), port);
        let told = killed_in_turn(&mut two);
        let longest = told.iter().map(|told| told.longest).max().unwrap_or_default();
        assert!(longest <= LONGEST, "somebody was without an answer for {longest:?}");
        let all: Vec<&String> = told.iter().flat_map(|told| &told.references).collect();
        let different: BTreeSet<&String> = all.iter().copied().collect();
        assert_eq!(different.len(), all.len(), "a reference was given twice");
        let cases = all.len() as i64;
        assert_eq!(opened(db).await, (cases, cases), "cases and what was acknowledged");
        // What a killed node had in hand is sent by the other once its lease is over, which nobody here waits for.
        // Both nodes still write to the same rows, so this collides with them now and then, and is run again.
        let leases_are_over = || async {
            let mut tx = db.begin().await?;
            tx.exec(&LEASES_ARE_OVER, params![]).await?;
            tx.commit().await
        };
        again_if_collided(leases_are_over).await.unwrap();
        wait_until("every letter arrives", || arrived_for(&letters, &different) == different.len());
        for (node, folder) in two.running.into_iter().zip(&two.folders) {
            assert_eq!(node.unwrap().stop(), Some(0));
            folder.is_whole_with(&[("GUILDHALL_DATABASE", &url)]);
        }
    });
}

/// How many of these references a letter has arrived for.
fn arrived_for(letters: &Path, references: &BTreeSet<&String>) -> usize {
    let text: String = arrived(letters).iter().map(ToString::to_string).collect();
    let grouped = |reference: &str| format!("{} {} {}", &reference[..3], &reference[3..6], &reference[6..]);
    references
        .iter()
        .filter(|reference| text.contains(reference.as_str()) || text.contains(&grouped(reference)))
        .count()
}
