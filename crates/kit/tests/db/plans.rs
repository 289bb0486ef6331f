//! The plan test itself: it finds scans and sorts, takes exceptions with a reason, and tells of one too many.

use crate::MIGRATIONS;
use kit::db::{Kind, Sql};
use kit::testing::{PlanException, TestDb, assert_plans_of, each_database};
use kit::{params, sql};
use std::panic::AssertUnwindSafe;

sql!(BY_SEAT, "SELECT holder FROM seats WHERE slot = $1 AND seat = $2");
sql!(IN_ORDER, "SELECT seat FROM seats WHERE slot = $1 ORDER BY seat LIMIT 10");
sql!(LISTED, "WITH wanted(seat) AS (VALUES ($1), ($2)) SELECT count(*) FROM wanted");
sql!(SCANS, "SELECT seat FROM seats WHERE holder + slot = $1");
sql!(SORTS, "SELECT seat FROM seats WHERE slot = $1 ORDER BY holder");
sql!(UNKNOWN, "SELECT holder FROM nowhere");
sql!(LOCKED_POSTGRES, "SELECT holder FROM seats WHERE slot = $1 AND seat = $2 FOR UPDATE SKIP LOCKED");
sql!(ROWID_SQLITE, "SELECT holder FROM seats WHERE rowid = $1");
sql!(
    SEED,
    "INSERT INTO seats (slot, seat, holder) WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < $1)
     SELECT i / 100, i, i FROM n"
);

async fn seeded(db: &TestDb) {
    let mut tx = db.begin().await.unwrap();
    tx.exec(&SEED, params![20_000i64]).await.unwrap();
    tx.commit().await.unwrap();
}

/// What the plan test says when it fails; nothing when it passes.
async fn told(db: &TestDb, statement: &'static Sql, exceptions: &[PlanException]) -> Option<String> {
    use futures_catch::catch;
    catch(AssertUnwindSafe(assert_plans_of(db, [statement], exceptions))).await
}

/// Runs a future and gives the words of its panic.
mod futures_catch {
    use std::future::poll_fn;
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::pin::pin;
    use std::task::Poll;

    pub async fn catch(work: AssertUnwindSafe<impl Future<Output = ()>>) -> Option<String> {
        let mut work = pin!(work.0);
        poll_fn(|cx| match catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(cx))) {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(())) => Poll::Ready(None),
            Err(panic) => Poll::Ready(Some(panic.downcast_ref::<String>().cloned().unwrap_or_default())),
        })
        .await
    }
}

fn exception(statement: &'static str, on: Option<Kind>, reason: &'static str) -> PlanException {
    PlanException { statement, on, reason }
}

#[test]
fn good_statements_pass() {
    each_database(MIGRATIONS, async |db| {
        seeded(db).await;
        assert_plans_of(db, [&BY_SEAT, &IN_ORDER, &LISTED, &LOCKED_POSTGRES, &ROWID_SQLITE], &[]).await;
    });
}

#[test]
fn scans_and_sorts_are_found_unless_excepted() {
    each_database(MIGRATIONS, async |db| {
        seeded(db).await;
        let scan = told(db, &SCANS, &[]).await.expect("a scan is found");
        assert!(scan.contains("kit::SCANS") && scan.to_uppercase().contains("SCAN"), "{scan}");
        let sort = told(db, &SORTS, &[]).await.expect("a sort is found");
        assert!(sort.contains("kit::SORTS"), "{sort}");
        assert_eq!(told(db, &SCANS, &[exception("kit::SCANS", None, "run once a year")]).await, None);
        let here = Some(db.kind());
        assert_eq!(told(db, &SORTS, &[exception("kit::SORTS", here, "ten rows a slot")]).await, None);
    });
}

#[test]
fn an_exception_needs_a_reason_and_a_need() {
    each_database(MIGRATIONS, async |db| {
        seeded(db).await;
        let here = Some(db.kind());
        let idle = told(db, &BY_SEAT, &[exception("kit::BY_SEAT", here, "once was slow")]).await;
        assert!(idle.expect("it is no longer needed").contains("no longer needed"));
        // What is for both is SQLite's to need: PostgreSQL may find another way on the day.
        let for_both = told(db, &BY_SEAT, &[exception("kit::BY_SEAT", None, "once was slow")]).await;
        assert_eq!(for_both.is_some(), db.kind() == Kind::Sqlite);
        let bare = told(db, &SCANS, &[exception("kit::SCANS", None, " ")]).await;
        assert!(bare.expect("it has no reason").contains("no reason"));
        let other = if db.kind() == Kind::Sqlite { Kind::Postgres } else { Kind::Sqlite };
        assert_eq!(told(db, &BY_SEAT, &[exception("kit::BY_SEAT", Some(other), "slow over there")]).await, None);
        assert!(told(db, &SCANS, &[exception("kit::SCANS", Some(other), "slow over there")]).await.is_some());
    });
}

#[test]
fn a_statement_that_cannot_run_is_found() {
    each_database(MIGRATIONS, async |db| {
        seeded(db).await;
        let why = told(db, &UNKNOWN, &[]).await.expect("it is found");
        assert!(why.contains("kit::UNKNOWN") && why.contains("cannot be explained"), "{why}");
        assert_plans_of(db, [&BY_SEAT], &[]).await;
    });
}
