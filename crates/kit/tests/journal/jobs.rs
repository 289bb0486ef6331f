//! Jobs: with their transaction, at least once, never twice at the same time.

use crate::{MONDAY, council, migrations, soon};
use kit::app::{App, Boxed, Parts};
use kit::clock::{Clock, DAY, HOUR, Micros, SECOND};
use kit::db::{Db, Tx};
use kit::id::{Entropy, Id};
use kit::jobs::{self, Job, Runner, Running, Work};
use kit::testing::{TestDb, each_database};
use kit::words::Words;
use kit::{Error, Result, sql};
use serde_json::json;
use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

sql!(LEFT, "SELECT due, attempts, trouble, state FROM jobs ORDER BY due, id");

/// What the works of these tests saw and are told.
#[derive(Default)]
struct Seen {
    /// Each start: job, attempt, payload.
    starts: Mutex<Vec<(Id, u32, i64)>>,
    ends: AtomicUsize,
    running: Mutex<HashSet<Id>>,
    at_once: AtomicBool,
    hold: AtomicBool,
    fail: AtomicBool,
    millis: AtomicUsize,
}

impl Seen {
    fn starts(&self) -> Vec<(Id, u32, i64)> {
        self.starts.lock().unwrap().clone()
    }

    fn payloads(&self) -> Vec<i64> {
        let mut payloads: Vec<i64> = self.starts().into_iter().map(|(_, _, payload)| payload).collect();
        payloads.sort();
        payloads
    }
}

/// A council whose works report to `seen`.
fn watched(db: &Db, clock: Clock, seen: &Arc<Seen>) -> App {
    let entropy = Entropy::system();
    Parts::new(db.clone(), clock, entropy, Words::load(&[]).unwrap()).with(seen.clone()).build()
}

/// Takes the job's name off the list however the work ends.
struct Leaving(Arc<Seen>, Id);

impl Drop for Leaving {
    fn drop(&mut self) {
        self.0.running.lock().unwrap().remove(&self.1);
    }
}

fn work<'a>(app: &'a App, job: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        let seen = app.part::<Arc<Seen>>()?.clone();
        let payload: HashMap<String, i64> = job.payload()?;
        seen.starts.lock().unwrap().push((job.id, job.attempt, payload.get("n").copied().unwrap_or(0)));
        if !seen.running.lock().unwrap().insert(job.id) {
            seen.at_once.store(true, Ordering::SeqCst);
        }
        let _leaving = Leaving(seen.clone(), job.id);
        tokio::time::sleep(Duration::from_millis(seen.millis.load(Ordering::SeqCst) as u64)).await;
        while seen.hold.load(Ordering::SeqCst) {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        if seen.fail.load(Ordering::SeqCst) {
            return Err(Error::internal("the printer is on fire"));
        }
        seen.ends.fetch_add(1, Ordering::SeqCst);
        Ok(())
    })
}

fn panicking<'a>(_: &'a App, _: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async { panic!("a work that panics, on purpose") })
}

fn works() -> Vec<Work> {
    vec![Work::on("test.work", work)]
}

async fn enqueue(app: &App, job: Job) {
    let mut tx: Tx = app.db.begin().await.unwrap();
    jobs::enqueue(&mut tx, app, job).await.unwrap();
    tx.commit().await.unwrap();
}

fn numbered(n: i64) -> Job {
    Job::new("test.work", json!({ "n": n }))
}

/// The jobs still there: due, attempts, trouble, state.
async fn left(db: &Db) -> Vec<(Micros, u32, String, String)> {
    let rows = db.read().await.unwrap().rows(&LEFT, &[]).await.unwrap();
    let read =
        |row: &kit::db::Row| (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap(), row.get(3).unwrap());
    rows.iter().map(read).collect()
}

async fn until_none_left(db: &Db) {
    soon("the end of all jobs", async || left(db).await.is_empty().then_some(())).await;
}

async fn a_moment() {
    tokio::time::sleep(Duration::from_millis(400)).await;
}

fn start(db: &TestDb) -> (App, Arc<Seen>) {
    let seen = Arc::new(Seen::default());
    (watched(db, Clock::manual(MONDAY), &seen), seen)
}

#[test]
fn a_job_runs_after_its_commit_when_it_is_due() {
    each_database(migrations(), async |db| {
        let (app, seen) = start(db);
        let runner = Runner::start(&app, works());
        enqueue(&app, numbered(1)).await;
        enqueue(&app, numbered(2).due(MONDAY + DAY)).await;
        let mut tx = app.db.begin().await.unwrap();
        jobs::enqueue(&mut tx, &app, numbered(3)).await.unwrap();
        drop(tx);
        soon("the first job", async || (seen.ends.load(Ordering::SeqCst) == 1).then_some(())).await;
        a_moment().await;
        assert_eq!(seen.payloads(), [1], "tomorrow's waits, the one rolled back is gone");
        app.clock.advance(DAY);
        until_none_left(db).await;
        assert_eq!(seen.payloads(), [1, 2]);
        runner.stop().await;
    });
}

#[test]
fn a_job_whose_worker_died_runs_again_after_its_lease() {
    each_database(migrations(), async |db| {
        let (app, seen) = start(db);
        seen.hold.store(true, Ordering::SeqCst);
        enqueue(&app, numbered(1)).await;
        let doomed = Runner::start(&app, works());
        soon("the start", async || (!seen.starts().is_empty()).then_some(())).await;
        doomed.kill();
        soon("the death", async || seen.running.lock().unwrap().is_empty().then_some(())).await;
        seen.hold.store(false, Ordering::SeqCst);
        let runner = Runner::start(&app, works());
        a_moment().await;
        assert_eq!(seen.starts().len(), 1, "the lease still holds");
        app.clock.advance(jobs::LEASE + SECOND);
        until_none_left(db).await;
        let starts = seen.starts();
        assert_eq!(starts.iter().map(|start| start.1).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(starts[0].0, starts[1].0, "the same job");
        runner.stop().await;
    });
}

#[test]
fn two_runners_share_the_jobs_and_never_one_job() {
    each_database(migrations(), async |db| {
        let seen = Arc::new(Seen::default());
        seen.millis.store(3, Ordering::SeqCst);
        let app = watched(db, Clock::System, &seen);
        let other = watched(&Db::open(db.options()).await.unwrap(), Clock::System, &seen);
        let runners = [Runner::start(&app, works()), Runner::start(&other, works())];
        let mut tx = app.db.begin().await.unwrap();
        for n in 0..300 {
            jobs::enqueue(&mut tx, &app, numbered(n)).await.unwrap();
        }
        tx.commit().await.unwrap();
        until_none_left(db).await;
        assert_eq!(seen.payloads(), (0..300).collect::<Vec<_>>(), "each exactly once when nobody dies");
        assert!(!seen.at_once.load(Ordering::SeqCst));
        for runner in runners {
            runner.stop().await;
        }
    });
}

#[test]
fn a_job_longer_than_its_lease_keeps_it() {
    each_database(migrations(), async |db| {
        let seen = Arc::new(Seen::default());
        seen.millis.store(2_500, Ordering::SeqCst);
        let app = watched(db, Clock::System, &seen);
        let runners = [0, 1].map(|_| Runner::start_with_lease(&app, works(), SECOND));
        enqueue(&app, numbered(1)).await;
        until_none_left(db).await;
        assert_eq!((seen.starts().len(), seen.ends.load(Ordering::SeqCst)), (1, 1));
        for runner in runners {
            runner.stop().await;
        }
    });
}

#[test]
fn a_worker_that_lost_its_lease_is_stopped() {
    each_database(migrations(), async |db| {
        let (app, seen) = start(db);
        seen.hold.store(true, Ordering::SeqCst);
        enqueue(&app, numbered(1)).await;
        let runner = Runner::start_with_lease(&app, works(), SECOND);
        soon("the start", async || (!seen.starts().is_empty()).then_some(())).await;
        db.maintain("UPDATE jobs SET worker = id").await.unwrap();
        soon("the stop", async || seen.running.lock().unwrap().is_empty().then_some(())).await;
        assert_eq!(seen.ends.load(Ordering::SeqCst), 0);
        assert_eq!(left(db).await.len(), 1, "it is somebody else's now");
        seen.hold.store(false, Ordering::SeqCst);
        runner.stop().await;
    });
}

#[test]
fn a_failing_job_waits_longer_and_longer_and_is_dead_in_the_end() {
    each_database(migrations(), async |db| {
        let (app, seen) = start(db);
        seen.fail.store(true, Ordering::SeqCst);
        enqueue(&app, numbered(1)).await;
        let runner = Runner::start(&app, works());
        let mut waits = Vec::new();
        for attempt in 1..=jobs::MOST_ATTEMPTS {
            let failed = soon("a failed attempt", async || {
                let (due, attempts, trouble, state) = left(db).await.remove(0);
                (attempts == attempt && !trouble.is_empty() && (due != app.now() + jobs::LEASE || state == "dead"))
                    .then_some((due, trouble, state))
            });
            let (due, trouble, state) = failed.await;
            assert!(trouble.contains("on fire"), "{trouble}");
            assert_eq!(state == "dead", attempt == jobs::MOST_ATTEMPTS);
            waits.push(due - app.now());
            app.clock.advance(due - app.now());
        }
        assert!(waits[..9].is_sorted(), "{waits:?}");
        assert!(waits.iter().all(|wait| (10 * SECOND..=HOUR + HOUR / 10).contains(wait)), "{waits:?}");
        app.clock.advance(DAY);
        a_moment().await;
        assert_eq!(seen.starts().len() as u32, jobs::MOST_ATTEMPTS);

        let mut read = db.read().await.unwrap();
        assert_eq!(jobs::count_dead(&mut read).await.unwrap(), 1);
        drop(read);
        runner.stop().await;
    });
}

#[test]
fn a_job_that_cannot_be_read_keeps_no_other_from_running() {
    each_database(migrations(), async |db| {
        let (app, seen) = start(db);
        enqueue(&app, numbered(1)).await;
        // As no version of this program writes it.
        db.maintain("UPDATE jobs SET attempts = -5, due = due - 1").await.unwrap();
        enqueue(&app, numbered(2)).await;
        let runner = Runner::start(&app, works());
        soon("the other job", async || (seen.payloads() == [2]).then_some(())).await;
        runner.stop().await;
    });
}

#[test]
fn a_panic_and_an_unknown_kind_are_failures_and_others_go_on() {
    each_database(migrations(), async |db| {
        let (app, seen) = start(db);
        let all = vec![Work::on("test.panic", panicking), Work::on("test.work", work)];
        let runner = Runner::start(&app, all);
        enqueue(&app, Job::new("test.panic", json!({}))).await;
        enqueue(&app, Job::new("test.unknown", json!({}))).await;
        enqueue(&app, numbered(1)).await;
        let troubles = soon("two troubles", async || {
            let mut troubles: Vec<String> = left(db).await.into_iter().map(|job| job.2).collect();
            troubles.sort();
            (troubles.len() == 2 && troubles.iter().all(|t| !t.is_empty())).then_some(troubles)
        });
        let troubles = troubles.await;
        assert!(troubles[0].contains("panicked") && troubles[1].contains("no work of this kind"), "{troubles:?}");
        assert_eq!(seen.ends.load(Ordering::SeqCst), 1);
        runner.stop().await;
    });
}

#[test]
fn a_key_waits_once_and_is_heard_while_it_runs() {
    each_database(migrations(), async |db| {
        let (app, seen) = start(db);
        enqueue(&app, numbered(1).key("case 7").due(MONDAY + DAY)).await;
        enqueue(&app, numbered(2).key("case 7").due(MONDAY + HOUR)).await;
        enqueue(&app, numbered(3).key("case 8").due(MONDAY + 2 * DAY)).await;
        assert_eq!(left(db).await.iter().map(|job| job.0).collect::<Vec<_>>(), [MONDAY + HOUR, MONDAY + 2 * DAY]);
        seen.hold.store(true, Ordering::SeqCst);
        let runner = Runner::start(&app, works());
        app.clock.advance(HOUR);
        soon("the start", async || (!seen.starts().is_empty()).then_some(())).await;
        enqueue(&app, numbered(4).key("case 7")).await;
        a_moment().await;
        assert_eq!(seen.starts().len(), 1, "not twice at the same time");
        seen.hold.store(false, Ordering::SeqCst);
        soon("the second run", async || (seen.ends.load(Ordering::SeqCst) == 2).then_some(())).await;
        soon("its end", async || (left(db).await.len() == 1).then_some(())).await;
        assert_eq!(seen.payloads(), [1, 1]);
        assert!(!seen.at_once.load(Ordering::SeqCst));
        runner.stop().await;
    });
}

#[test]
fn a_recurring_job_comes_again_once_over_all_runners() {
    each_database(migrations(), async |db| {
        let (app, seen) = start(db);
        let recurring = || vec![Work::every(HOUR, "test.tidy", work)];
        let runners = [Runner::start(&app, recurring()), Runner::start(&app, recurring())];
        for round in 1..=3 {
            soon("a round", async || (seen.ends.load(Ordering::SeqCst) == round).then_some(())).await;
            soon("its rest", async || left(db).await.iter().all(|job| job.1 == 0).then_some(())).await;
            a_moment().await;
            assert_eq!(seen.starts().len(), round);
            app.clock.advance(HOUR);
        }
        assert_eq!(left(db).await.len(), 1);
        for runner in runners {
            runner.stop().await;
        }
    });
}

#[test]
fn stopping_waits_for_what_is_running() {
    each_database(migrations(), async |db| {
        let (app, seen) = start(db);
        seen.millis.store(500, Ordering::SeqCst);
        enqueue(&app, numbered(1)).await;
        let runner = Runner::start(&app, works());
        soon("the start", async || (!seen.starts().is_empty()).then_some(())).await;
        enqueue(&app, numbered(2).due(app.now() + DAY)).await;
        runner.stop().await;
        assert_eq!((seen.starts().len(), seen.ends.load(Ordering::SeqCst)), (1, 1));
        assert_eq!(left(db).await.len(), 1, "tomorrow's stays for the next start");
    });
}

/// Enqueueing never makes a transaction collide with the runners that take jobs meanwhile.
#[test]
fn taking_jobs_disturbs_nobody_who_enqueues() {
    each_database(migrations(), async |db| {
        let app = council(db);
        let seen = Arc::new(Seen::default());
        let watched = watched(db, Clock::manual(MONDAY), &seen);
        let runner = Runner::start(&watched, works());
        for n in 0..200 {
            enqueue(&app, numbered(n)).await;
        }
        until_none_left(db).await;
        assert_eq!(seen.starts().len(), 200);
        runner.stop().await;
    });
}
