//! The keeper of the journal: numbers facts (PostgreSQL), seals them once a second, tells those who follow.

use super::key::SealKey;
use super::{Listener, RECORDED, follow_once, latest, number, seals};
use crate::app::App;
use crate::error::{Error, Result};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

/// At most this often facts are numbered and readers told.
const TICK: Duration = Duration::from_millis(20);
/// Looks without having heard of anything, for facts of other nodes and of ones that died.
const IDLE: Duration = Duration::from_secs(1);
/// Looks this many ticks after a bell, since it rings before the commit.
const TICKS_AFTER_BELL: u32 = 10;
/// Facts handed to a listener at once; bulk work commits every so many rows.
const BATCH: usize = 200;

/// The running keeper. One a process; several processes on one PostgreSQL share the work.
pub struct Keeper {
    app: App,
    key: Arc<SealKey>,
    news: watch::Receiver<i64>,
    stop: watch::Sender<bool>,
    tasks: JoinSet<()>,
}

impl Keeper {
    /// Starts it. `postgres` is the database's address, so that it hears of other nodes' facts at once.
    pub fn start(app: &App, key: SealKey, listeners: Vec<Listener>, postgres: Option<&str>) -> Keeper {
        let key = Arc::new(key);
        let (tell, news) = watch::channel(0);
        let (stop, stopped) = watch::channel(false);
        let mut tasks = JoinSet::new();
        tasks.spawn(tick_for_ever(app.clone(), tell, stopped.clone()));
        tasks.spawn(seal_for_ever(app.clone(), key.clone(), stopped.clone()));
        for listener in listeners {
            tasks.spawn(follow_for_ever(app.clone(), listener, news.clone(), stopped.clone()));
        }
        if let Some(url) = postgres.map(str::to_owned) {
            let mut stopped = stopped;
            tasks.spawn(async move {
                tokio::select! {
                    () = number::listen(url) => {}
                    _ = stopped.changed() => {}
                }
            });
        }
        Keeper { app: app.clone(), key, news, stop, tasks }
    }

    /// Changes whenever new facts can be read; the value is the highest number. For live pages.
    pub fn news(&self) -> watch::Receiver<i64> {
        self.news.clone()
    }

    /// Stops after what is running; the last facts are numbered and sealed.
    pub async fn stop(mut self) {
        let _ = self.stop.send(true);
        while self.tasks.join_next().await.is_some() {}
        report("numbering the last facts", number::number(&self.app.db).await);
        report("sealing the last facts", seals::seal(&self.app, &self.key).await.map(drop));
    }
}

async fn tick_for_ever(app: App, tell: watch::Sender<i64>, mut stopped: watch::Receiver<bool>) {
    let mut rung = RECORDED.listen();
    let mut left = TICKS_AFTER_BELL;
    while !*stopped.borrow() {
        if left == 0 {
            tokio::select! {
                _ = rung.changed() => left = TICKS_AFTER_BELL,
                () = sleep(IDLE) => {}
                _ = stopped.changed() => {}
            }
        } else if rung.has_changed().unwrap_or(false) {
            rung.mark_unchanged();
            left = TICKS_AFTER_BELL;
        }
        left = left.saturating_sub(1);
        report("numbering facts", tick(&app, &tell).await);
        sleep(TICK).await;
    }
}

async fn tick(app: &App, tell: &watch::Sender<i64>) -> Result<()> {
    number::number(&app.db).await?;
    let top = latest(&mut *app.db.read().await?).await?;
    tell.send_if_modified(|known| std::mem::replace(known, top) != top);
    Ok(())
}

async fn seal_for_ever(app: App, key: Arc<SealKey>, mut stopped: watch::Receiver<bool>) {
    while timeout(Duration::from_secs(1), stopped.changed()).await.is_err() {
        report("sealing facts", seals::seal(&app, &key).await.map(drop));
    }
}

async fn follow_for_ever(
    app: App,
    listener: Listener,
    mut news: watch::Receiver<i64>,
    mut stopped: watch::Receiver<bool>,
) {
    let mut wait = IDLE;
    while !*stopped.borrow() {
        wait = match follow_once(&app, &listener, BATCH).await {
            Ok(BATCH) => continue,
            Ok(_) => IDLE,
            Err(Error::Changed | Error::Rerun) => TICK,
            Err(cause) => {
                tracing::error!(%cause, listener = listener.name, "a listener failed and will be tried again");
                (wait * 2).min(Duration::from_secs(60))
            }
        };
        tokio::select! {
            _ = news.changed(), if wait == IDLE => {}
            () = sleep(wait) => {}
            _ = stopped.changed() => {}
        }
    }
}

fn report(what: &str, done: Result<()>) {
    if let Err(cause) = done {
        tracing::warn!(%cause, "{what} failed and will be tried again");
    }
}
