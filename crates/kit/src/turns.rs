//! Taking turns in one process, where many press at once and the database would have to sort them out.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// Whose turn it is to be given what there are few of at a site: a call, a number, the last appointment of a morning. Those of one node
/// come one after the other, so that fifty who press at once do not make the database run most of them again. Between nodes the
/// database decides.
#[derive(Debug, Default)]
pub struct Turns(Mutex<HashMap<String, Arc<tokio::sync::Mutex<()>>>>);

impl Turns {
    /// Waits for this site's turn; it is over when what is returned is dropped.
    pub async fn take(&self, site: &str) -> tokio::sync::OwnedMutexGuard<()> {
        let turn = {
            let mut all = self.0.lock().unwrap_or_else(|broken| broken.into_inner());
            all.entry(site.to_owned()).or_default().clone()
        };
        turn.lock_owned().await
    }
}
