//! Two hundred clients after the same thing: SERIALIZABLE with re-runs on PostgreSQL, the one lane on SQLite.

use crate::MIGRATIONS;
use kit::db::{Db, Kind};
use kit::testing::{TestDb, on_postgres, run};
use kit::{Error, Result, params, sql};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

sql!(TAKE, "INSERT INTO seats (slot, seat, holder) VALUES ($1, $2, $3)");
sql!(TAKE_IF_FREE, "INSERT INTO seats (slot, seat, holder) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING");
sql!(TAKEN, "SELECT count(*) FROM seats WHERE slot = $1");

const CLIENTS: i64 = 200;

/// As the edge does: the whole request again when transactions collided; counts how often.
async fn with_reruns<F>(reruns: &AtomicUsize, request: impl Fn() -> F) -> Result<bool>
where
    F: Future<Output = Result<bool>>,
{
    loop {
        match request().await {
            Err(Error::Rerun) => reruns.fetch_add(1, Ordering::Relaxed),
            done => return done,
        };
    }
}

/// Lets all clients try at once; says how many got a seat and how many re-runs that took.
async fn contest<F>(db: &TestDb, request: impl Fn(Db, i64) -> F + Clone + Send + Sync + 'static) -> (usize, usize)
where
    F: Future<Output = Result<bool>> + Send + 'static,
{
    // All connections are there before the start, or the first ones are served before anybody else has come.
    let mut warm = Vec::new();
    for _ in 0..db.options().connections {
        warm.push(db.read().await.unwrap());
    }
    drop(warm);
    let reruns = Arc::new(AtomicUsize::new(0));
    let clients = (0..CLIENTS).map(|client| {
        let (db, reruns, request) = (db.db().clone(), reruns.clone(), request.clone());
        tokio::spawn(async move { with_reruns(&reruns, || request(db.clone(), client)).await })
    });
    let mut won = 0;
    for client in clients.collect::<Vec<_>>() {
        won += usize::from(client.await.unwrap().unwrap());
    }
    (won, reruns.load(Ordering::Relaxed))
}

/// Both databases, PostgreSQL with enough connections for real races.
fn each_crowded(test: impl AsyncFn(&TestDb)) {
    run(async {
        test(&TestDb::sqlite(MIGRATIONS).await).await;
        if let Some(db) = TestDb::postgres_with(MIGRATIONS, |options| options.connections = 32).await {
            test(&db).await;
        }
    });
}

async fn taken(db: &Db, slot: i64) -> i64 {
    db.read().await.unwrap().one(&TAKEN, params![slot]).await.unwrap().get(0).unwrap()
}

#[test]
fn one_seat_goes_to_exactly_one_of_two_hundred() {
    each_crowded(async |db| {
        let (won, _) = contest(db, |db, client| async move {
            let mut tx = db.begin().await?;
            match tx.exec(&TAKE, params![1i64, 1i64, client]).await {
                Ok(_) => tx.commit().await.map(|()| true),
                Err(cause) if cause.violates("seats", "seat") => Ok(false),
                Err(cause) => Err(cause),
            }
        })
        .await;
        assert_eq!((won, taken(db, 1).await), (1, 1), "{}", db.name());
    });
}

#[test]
fn one_seat_with_an_expected_conflict_goes_to_exactly_one() {
    each_crowded(async |db| {
        let (won, _) = contest(db, |db, client| async move {
            let mut tx = db.begin().await?;
            let got = tx.exec(&TAKE_IF_FREE, params![2i64, 1i64, client]).await? == 1;
            tx.commit().await.map(|()| got)
        })
        .await;
        assert_eq!((won, taken(db, 2).await), (1, 1), "{}", db.name());
    });
}

/// "At most five" is in no constraint, only in what the transaction read: this is what SERIALIZABLE is for.
async fn take_one_of_five(db: Db, slot: i64, client: i64) -> Result<bool> {
    let mut tx = db.begin().await?;
    let taken: i64 = tx.one(&TAKEN, params![slot]).await?.get(0)?;
    if taken >= 5 {
        return Ok(false);
    }
    tx.exec(&TAKE, params![slot, 1000 + client, client]).await?;
    tx.commit().await.map(|()| true)
}

#[test]
fn count_then_insert_never_overbooks() {
    each_crowded(async |db| {
        let mut reruns = 0;
        for slot in 1..=5 {
            let (won, again) = contest(db, move |db, client| take_one_of_five(db, slot, client)).await;
            assert_eq!((won, taken(db, slot).await), (5, 5), "slot {slot} on {}", db.name());
            reruns += again;
        }
        println!("{}: {reruns} re-runs for 5 times {CLIENTS} clients", db.name());
        match db.kind() {
            Kind::Postgres => assert!(reruns > 0, "the clients never met: this test showed nothing"),
            Kind::Sqlite => assert_eq!(reruns, 0, "one lane has no collisions"),
        }
    });
}

#[test]
fn of_two_that_counted_the_same_one_must_run_again() {
    on_postgres(MIGRATIONS, async |db| {
        let (mut one, mut other) = (db.begin().await.unwrap(), db.begin().await.unwrap());
        for (tx, seat) in [(&mut one, 1i64), (&mut other, 2)] {
            assert_eq!(tx.one(&TAKEN, params![1i64]).await.unwrap().get::<i64>(0).unwrap(), 0);
            tx.exec(&TAKE, params![1i64, seat, seat]).await.unwrap();
        }
        let first = one.commit().await;
        let second = other.commit().await;
        assert!(first.is_ok(), "{first:?}");
        assert!(matches!(second, Err(Error::Rerun)), "{second:?}");
        assert_eq!(taken(db, 1).await, 1);
    });
}

/// A handler that swallows the collision of a statement is told again at the commit.
#[test]
fn a_swallowed_collision_is_still_a_rerun() {
    on_postgres(MIGRATIONS, async |db| {
        let (mut one, mut other) = (db.begin().await.unwrap(), db.begin().await.unwrap());
        for tx in [&mut one, &mut other] {
            assert_eq!(tx.one(&TAKEN, params![1i64]).await.unwrap().get::<i64>(0).unwrap(), 0);
        }
        one.exec(&TAKE, params![1i64, 1i64, 1i64]).await.unwrap();
        one.commit().await.unwrap();
        let collided = other.exec(&TAKE, params![1i64, 1i64, 2i64]).await;
        assert!(matches!(collided, Err(Error::Rerun)), "{collided:?}");
        let committed = other.commit().await;
        assert!(matches!(committed, Err(Error::Rerun)), "{committed:?}");
        assert_eq!(taken(db, 1).await, 1);
    });
}
