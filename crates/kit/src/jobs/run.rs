//! The runner: takes due jobs, a few at a time, and sees each to its end.

use super::{ENQUEUED, LEASE, MOST_ATTEMPTS, Running, Work, enqueue, lease};
use crate::app::App;
use crate::bell::{AT_ONCE, Beat, tell};
use crate::clock::{Micros, Stopwatch};
use crate::db::again_if_collided;
use crate::error::Result;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::sleep;

/// How long stopping waits for what is running; the rest is done again elsewhere when its lease ends.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a runner knows: who does which kind of work, and how long a lease is.
struct Table {
    works: HashMap<&'static str, Work>,
    lease: Micros,
}

/// A running worker. One a process is enough; several share the work.
pub struct Runner {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Runner {
    /// Starts it on the kinds of work listed.
    pub fn start(app: &App, works: Vec<Work>) -> Runner {
        Runner::start_with_lease(app, works, LEASE)
    }

    /// The same with another lease than [`LEASE`], which says what it is good for.
    pub fn start_with_lease(app: &App, works: Vec<Work>, lease: Micros) -> Runner {
        let (stop, stopped) = watch::channel(false);
        let table = Table { works: works.into_iter().map(|work| (work.kind, work)).collect(), lease };
        Runner { stop, task: tokio::spawn(run_for_ever(app.clone(), Arc::new(table), stopped)) }
    }

    /// Takes no more jobs and waits for the running ones.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        let _ = self.task.await;
    }

    /// Stops at once, as if the machine had died.
    #[cfg(feature = "testing")]
    pub fn kill(self) {
        self.task.abort();
    }
}

async fn run_for_ever(app: App, table: Arc<Table>, mut stopped: watch::Receiver<bool>) {
    let worker = app.id();
    let mut running = JoinSet::new();
    let mut beat = Beat::of(&ENQUEUED);
    let mut kept = false;
    while !*stopped.borrow() {
        kept = kept || tell("keeping recurring jobs", keep_recurring(&app, &table).await).is_some();
        let free = AT_ONCE.saturating_sub(running.len());
        let jobs = if free == 0 {
            Vec::new()
        } else {
            tell("taking jobs", lease::take(&app, worker, free, table.lease).await).unwrap_or_default()
        };
        let busy = !jobs.is_empty();
        for job in jobs {
            running.spawn(see_through(app.clone(), table.clone(), job));
        }
        beat.next(busy, &mut running, &mut stopped).await;
    }
    let _ = tokio::time::timeout(PATIENCE, async { while running.join_next().await.is_some() {} }).await;
}

async fn keep_recurring(app: &App, table: &Table) -> Result<()> {
    let mut tx = app.db.begin().await?;
    for work in table.works.values().filter(|work| work.every > 0) {
        enqueue::keep(&mut tx, app, work.kind, work.every).await?;
    }
    tx.commit().await
}

/// Runs one job and gives it back. What cannot be given back comes again when its lease ends.
async fn see_through(app: App, table: Arc<Table>, job: Running) {
    let outcome = if job.every == 0 && job.attempt > MOST_ATTEMPTS {
        Err("its worker died on every attempt".to_owned())
    } else {
        match table.works.get(job.kind.as_str()) {
            Some(work) => hold(&app, *work, &job, table.lease).await,
            None => Err("no work of this kind is listed here".to_owned()),
        }
    };
    let given_back = match outcome {
        Ok(Ended::Done) => lease::done(&app, &job).await,
        Ok(Ended::Lost) => Ok(()),
        Err(trouble) => {
            tracing::warn!(job = %job.id, kind = job.kind, attempt = job.attempt, trouble, "a job failed");
            lease::failed(&app, &job, &trouble).await
        }
    };
    tell("giving back a job", given_back);
}

enum Ended {
    Done,
    /// The lease went to somebody else; the work was stopped.
    Lost,
}

/// Does the work in a task of its own, so that a panic is a failure like any other, and renews the lease meanwhile.
async fn hold(app: &App, work: Work, job: &Running, lease: Micros) -> Result<Ended, String> {
    let (for_task, running) = (app.clone(), job.clone());
    let mut task = JoinSet::new();
    task.spawn(async move { again_if_collided(|| (work.handler)(&for_task, &running)).await });
    let (began, mut renewed) = (Stopwatch::start(), Duration::ZERO);
    let lasts = Duration::from_micros(lease.unsigned_abs());
    loop {
        tokio::select! {
            Some(ended) = task.join_next() => return match ended {
                Ok(Ok(())) => Ok(Ended::Done),
                Ok(Err(cause)) => Err(cause.to_string()),
                Err(_) => Err("it panicked; the log says where".to_owned()),
            },
            () = sleep(lasts / 4) => match lease::renew(app, job, lease).await {
                Ok(true) => renewed = began.elapsed(),
                Ok(false) => return Ok(Ended::Lost),
                Err(cause) => {
                    tracing::warn!(%cause, job = %job.id, "a lease could not be renewed");
                    if began.elapsed() - renewed + lasts / 4 > lasts {
                        return Ok(Ended::Lost);
                    }
                }
            },
        }
    }
}
