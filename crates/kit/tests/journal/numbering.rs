//! Numbers follow commits, and those who follow numbers miss nothing and do nothing twice.

use crate::{council, council_with, migrations, soon};
use kit::app::{App, Boxed};
use kit::clock::Clock;
use kit::db::{Db, Place, Tx};
use kit::facts::{self, Fact, Keeper, Listener, Recorded, SealKey};
use kit::id::Id;
use kit::testing::{TestDb, each_database, on_postgres};
use kit::who::Who;
use kit::{Error, Result, jobs, sql};
use serde_json::json;
use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

const WRITERS: u64 = 16;
const EACH: u64 = 25;

sql!(EFFECTS, "SELECT key FROM jobs WHERE kind = 'effect' ORDER BY id");

fn keeper(app: &App, db: &TestDb, listeners: Vec<Listener>) -> (Keeper, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let key = SealKey::open_or_make(&folder.path().join("seals.key"), &app.entropy).unwrap();
    let url = match db.place() {
        Place::Postgres(url) => Some(url.as_str()),
        Place::Folder(_) => None,
    };
    (Keeper::start(app, key, listeners, url), folder)
}

/// Writes facts, some transactions slow, every fifth rolled back. Returns what was committed, in this order.
async fn write(app: App, writer: u64) -> Vec<Id> {
    let mut committed = Vec::new();
    for n in 0..EACH {
        let mut tx = app.db.begin().await.unwrap();
        let fact = Fact::new("case.noted", &Who::system()).about("case", app.id()).data(json!({ "writer": writer }));
        let id = facts::record(&mut tx, &app, fact).await.unwrap();
        if n % 5 == 4 {
            drop(tx);
            continue;
        }
        if (n + writer).is_multiple_of(7) {
            tokio::time::sleep(Duration::from_millis(app.entropy.below(30))).await;
        }
        match tx.commit().await {
            Ok(()) => committed.push(id),
            Err(Error::Rerun) => {}
            Err(other) => panic!("{other}"),
        }
    }
    committed
}

/// Reads on and on by number, as a live board does, until told to stop and nothing more comes.
async fn read_on(db: Db, stop: Arc<AtomicBool>) -> Vec<(i64, Id)> {
    let mut seen: Vec<(i64, Id)> = Vec::new();
    loop {
        let over = stop.load(Ordering::SeqCst);
        let place = seen.last().map_or(0, |(seq, _)| *seq);
        let found = facts::after(&mut db.read().await.unwrap(), place, 50).await.unwrap();
        if over && found.is_empty() {
            return seen;
        }
        seen.extend(found.into_iter().map(|fact| (fact.seq.unwrap(), fact.id)));
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

#[test]
fn a_reader_by_number_sees_every_commit_once_and_each_writer_s_in_order() {
    each_database(migrations(), async |db| {
        let (one, two) = (council_with(db, Clock::System, 1), council_with(db, Clock::System, 2));
        let (first, _key) = keeper(&one, db, Vec::new());
        let (second, _other) = keeper(&two, db, Vec::new());
        let stop = Arc::new(AtomicBool::new(false));
        let reader = tokio::spawn(read_on(db.db().clone(), stop.clone()));
        let writers: Vec<_> = (0..WRITERS).map(|writer| tokio::spawn(write(one.clone(), writer))).collect();
        let mut committed = Vec::new();
        for writer in writers {
            committed.push(writer.await.unwrap());
        }
        let total: usize = committed.iter().map(Vec::len).sum();
        let mut news = first.news();
        let told = news.wait_for(|seq| *seq == total as i64);
        tokio::time::timeout(Duration::from_secs(20), told).await.expect("all are numbered").unwrap();
        stop.store(true, Ordering::SeqCst);
        let seen = reader.await.unwrap();
        second.stop().await;
        first.stop().await;

        assert!(seen.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!(seen.len(), total);
        assert_eq!(seen.iter().map(|(_, id)| *id).collect::<HashSet<_>>().len(), total);
        for ids in committed {
            let places: Vec<usize> =
                ids.iter().map(|id| seen.iter().position(|(_, s)| s == id).expect("each commit is seen")).collect();
            assert!(places.is_sorted(), "a writer's later commit has a higher number");
        }
    });
}

fn note<'a>(app: &'a App, tx: &'a mut Tx, facts: &'a [Recorded]) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        for fact in facts {
            let job = jobs::Job::new("effect", json!({})).key(fact.id.to_string());
            jobs::enqueue(tx, app, job).await?;
        }
        Ok(())
    })
}

fn refuse<'a>(_: &'a App, _: &'a mut Tx, _: &'a [Recorded]) -> Boxed<'a, Result<()>> {
    Box::pin(async { Err(Error::internal("not today")) })
}

const NOTER: Listener = Listener { name: "test.noter", handler: note };

async fn record(app: &App, facts: usize) -> Vec<Id> {
    let mut tx = app.db.begin().await.unwrap();
    let mut ids = Vec::new();
    for _ in 0..facts {
        ids.push(facts::record(&mut tx, app, Fact::new("case.noted", &Who::system())).await.unwrap());
    }
    tx.commit().await.unwrap();
    ids
}

async fn effects(db: &Db) -> Vec<String> {
    let rows = db.read().await.unwrap().rows(&EFFECTS, &[]).await.unwrap();
    rows.iter().map(|row| row.get(0).unwrap()).collect()
}

#[test]
fn a_listener_on_two_nodes_works_every_fact_once_and_in_order() {
    each_database(migrations(), async |db| {
        let (one, two) = (council_with(db, Clock::System, 1), council_with(db, Clock::System, 2));
        let (first, _key) = keeper(&one, db, vec![NOTER]);
        let (second, _other) = keeper(&two, db, vec![NOTER]);
        let mut all = Vec::new();
        for _ in 0..40 {
            all.extend(record(&one, 15).await);
        }
        let worked = soon("600 effects", async || {
            let found = effects(db).await;
            (found.len() >= all.len()).then_some(found)
        });
        let mut worked = worked.await;
        first.stop().await;
        second.stop().await;
        assert_eq!(facts::cursor(&mut db.read().await.unwrap(), NOTER.name).await.unwrap(), 600);
        worked.sort();
        let mut wanted: Vec<String> = all.iter().map(Id::to_string).collect();
        wanted.sort();
        assert_eq!(worked, wanted);
    });
}

#[test]
fn a_listener_that_fails_stays_where_it_is() {
    each_database(migrations(), async |db| {
        let app = council(db);
        record(&app, 3).await;
        let (numbering, _key) = keeper(&app, db, Vec::new());
        numbering.stop().await;
        let refusing = Listener { name: NOTER.name, handler: refuse };
        assert!(facts::follow_once(&app, &refusing, 10).await.is_err());
        assert_eq!(facts::follow_once(&app, &NOTER, 2).await.unwrap(), 2);
        assert_eq!(facts::follow_once(&app, &NOTER, 2).await.unwrap(), 1);
        assert_eq!(facts::follow_once(&app, &NOTER, 2).await.unwrap(), 0);
        assert_eq!(effects(db).await.len(), 3);
    });
}

/// A fact whose node died before numbering it is numbered by another, and news reach a node that recorded nothing.
#[test]
fn another_node_numbers_and_hears() {
    on_postgres(migrations(), async |db| {
        let app = council(db);
        record(&app, 5).await;
        assert_eq!(facts::latest(&mut db.read().await.unwrap()).await.unwrap(), 0, "nobody numbers yet");
        let other = Db::open(db.options()).await.unwrap();
        let elsewhere = council_with(&other, Clock::System, 2);
        let (keeper, _key) = keeper(&elsewhere, db, Vec::new());
        let mut news = keeper.news();
        tokio::time::timeout(Duration::from_secs(10), news.wait_for(|seq| *seq == 5)).await.unwrap().unwrap();
        keeper.stop().await;
    });
}
