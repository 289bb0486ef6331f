//! Running work again that got in the way of another's, for callers that stand before the edge: starts, verbs, jobs.

use crate::error::{Error, Result};
use std::time::Duration;

/// So often in all.
const TRIES: u32 = 10;
/// The first wait; each further one is longer by this much.
const WAIT: Duration = Duration::from_millis(20);

/// Runs the work, again after [`Error::Rerun`]. It begins its transactions anew each time.
pub async fn again_if_collided<T, F: Future<Output = Result<T>>>(mut work: impl FnMut() -> F) -> Result<T> {
    for run in 1..TRIES {
        match work().await {
            Err(Error::Rerun) => tokio::time::sleep(WAIT * run).await,
            ended => return ended,
        }
    }
    work().await
}
