//! What is live: whoever watches a site hears when something about it has changed, on whichever node that was.

use crate::facts::site_of;
use kit::db::Db;
use kit::facts::{after, latest};
use kit::{App, Result};
use std::collections::{BTreeSet, HashMap};
use std::sync::Mutex;
use std::time::Duration;
use tokio::sync::watch;

/// Facts read at once.
const FEW: usize = 500;
/// After a failure it waits so long.
const PAUSE: Duration = Duration::from_millis(250);

/// Who watches which site. The number goes up with every change.
#[derive(Debug, Default)]
pub struct Live(Mutex<HashMap<String, watch::Sender<u64>>>);

impl Live {
    /// Changes whenever something about this site has changed.
    pub fn listen(&self, site: &str) -> watch::Receiver<u64> {
        self.sender(site).subscribe()
    }

    /// Something about this site has changed.
    pub fn ring(&self, site: &str) {
        self.sender(site).send_modify(|count| *count += 1);
    }

    fn sender(&self, site: &str) -> watch::Sender<u64> {
        let mut all = self.0.lock().unwrap_or_else(|broken| broken.into_inner());
        all.entry(site.to_owned()).or_insert_with(|| watch::channel(0).0).clone()
    }
}

/// Rings for every site that a new fact is about, for as long as `news` comes: the keeper's, which changes with every fact of
/// any node.
pub async fn follow(app: App, mut news: watch::Receiver<i64>) {
    let mut place = top(&app.db).await.unwrap_or(0);
    // What came between the first reading and now.
    news.mark_changed();
    while news.changed().await.is_ok() {
        if let Err(cause) = catch_up(&app, &mut place).await {
            tracing::warn!(%cause, "the boards could not be told; the next fact tries again");
            tokio::time::sleep(PAUSE).await;
            news.mark_changed();
        }
    }
}

async fn top(db: &Db) -> Result<i64> {
    latest(&mut *db.read().await?).await
}

async fn catch_up(app: &App, place: &mut i64) -> Result<()> {
    let live = app.part::<Live>()?;
    loop {
        let facts = after(&mut *app.db.read().await?, *place, FEW).await?;
        let sites: BTreeSet<String> = facts.iter().filter_map(site_of).collect();
        for site in sites {
            live.ring(&site);
        }
        *place = facts.iter().filter_map(|fact| fact.seq).max().unwrap_or(*place);
        if facts.len() < FEW {
            return Ok(());
        }
    }
}
