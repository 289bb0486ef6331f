//! News of other nodes: what they publish, and which team they give a service to.

use crate::catalogue::Catalogue;
use kit::App;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::sleep;

/// However much happens, the database is asked this often at most.
const PAUSE: Duration = Duration::from_millis(250);

/// Keeps this node's catalogue up to date for as long as `news` comes: the keeper's, which changes with every fact of any
/// node. Two small counts tell whether any of the facts was about services.
pub async fn follow(app: App, mut news: watch::Receiver<i64>) {
    // What came between the first reading and now.
    news.mark_changed();
    while news.changed().await.is_ok() {
        let refreshed = match app.part::<Catalogue>() {
            Ok(catalogue) => catalogue.refresh_if_changed(&app.db).await,
            Err(cause) => Err(cause),
        };
        if let Err(cause) = refreshed {
            tracing::warn!(%cause, "the services could not be read again; the next fact tries again");
        }
        sleep(PAUSE).await;
    }
}
