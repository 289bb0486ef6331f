//! What is live: whoever watches a site hears when something about it has changed, on whichever node that was.

use crate::facts::site_of;
use kit::db::Db;
use kit::facts::{after, latest};
use kit::{App, Result};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

/// Facts read at once.
const FEW: usize = 500;
/// After a failure it waits so long.
const PAUSE: Duration = Duration::from_millis(250);
/// More than these do not watch on one node: the rest of the program is to have connections too.
const MOST: usize = 20_000;

/// Who watches which site, and how far each site has come: the place in the journal of the last fact about it, which is the same on
/// every node.
#[derive(Debug)]
pub struct Live {
    sites: Mutex<HashMap<String, watch::Sender<u64>>>,
    over: watch::Sender<bool>,
    places: Arc<Semaphore>,
}

impl Default for Live {
    fn default() -> Live {
        let places = Arc::new(Semaphore::new(MOST));
        Live { sites: Mutex::default(), over: watch::Sender::new(false), places }
    }
}

impl Live {
    /// Changes whenever something about this site has changed.
    pub fn listen(&self, site: &str) -> watch::Receiver<u64> {
        self.sender(site).subscribe()
    }

    /// Something about this site has changed: the fact at this place of the journal.
    pub fn ring(&self, site: &str, place: u64) {
        self.sender(site).send_if_modified(|known| {
            let later = place > *known;
            *known = place.max(*known);
            later
        });
    }

    /// How far this site has come, as far as this node has heard.
    pub fn version(&self, site: &str) -> u64 {
        *self.sender(site).borrow()
    }

    /// The server stops: whoever watches is let go, so that nothing waits for them.
    pub fn end(&self) {
        self.over.send_replace(true);
    }

    /// Becomes true when the server stops.
    pub(crate) fn over(&self) -> watch::Receiver<bool> {
        self.over.subscribe()
    }

    /// A place among those who watch, given back when it is dropped; nothing when too many watch.
    pub(crate) fn place(&self) -> Option<OwnedSemaphorePermit> {
        self.places.clone().try_acquire_owned().ok()
    }

    fn sender(&self, site: &str) -> watch::Sender<u64> {
        let mut all = self.sites.lock().unwrap_or_else(|broken| broken.into_inner());
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
        // In the order of the journal, so that the last fact about a site stays.
        let about = facts.iter().filter_map(|fact| Some((site_of(fact)?, fact.seq?.unsigned_abs())));
        for (site, at) in about.collect::<BTreeMap<String, u64>>() {
            live.ring(&site, at);
        }
        *place = facts.iter().filter_map(|fact| fact.seq).max().unwrap_or(*place);
        if facts.len() < FEW {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_never_goes_back_and_rings_once_a_change() {
        let live = Live::default();
        let mut watching = live.listen("town-hall");
        live.ring("town-hall", 7);
        assert!(watching.has_changed().unwrap_or(false));
        watching.mark_unchanged();
        live.ring("town-hall", 5);
        live.ring("north-library", 9);
        assert_eq!((watching.has_changed().ok(), live.version("town-hall")), (Some(false), 7));
    }
}
