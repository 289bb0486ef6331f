//! PostgreSQL's sequencer: numbers committed facts, in the order they became visible.
//!
//! A fact is inserted with `seq` NULL. Any node may number; an advisory lock lets one at a time. What is numbered is
//! what is committed, so a reader that has seen number n will never be given a lower one later. Runs READ COMMITTED:
//! a serializable reader of unnumbered rows would make the writers of those rows collide.

use crate::db::tls::Address;
use crate::db::{Db, Kind};
use crate::error::Result;

const NUMBER: &str = "
    DO $$
    DECLARE
        top BIGINT;
        numbered BIGINT;
    BEGIN
        IF NOT pg_try_advisory_xact_lock(4711) THEN
            RETURN;
        END IF;
        SELECT coalesce(max(seq), 0) INTO top FROM facts;
        UPDATE facts SET seq = top + waiting.place
        FROM (SELECT id, row_number() OVER (ORDER BY id) AS place
              FROM (SELECT id FROM facts WHERE seq IS NULL ORDER BY id LIMIT 20000) AS unnumbered) AS waiting
        WHERE facts.id = waiting.id;
        GET DIAGNOSTICS numbered = ROW_COUNT;
        IF numbered > 0 THEN
            PERFORM pg_notify('facts', '');
        END IF;
    END
    $$";

/// Numbers what is committed and not yet numbered. On SQLite the rowid already is the number.
pub(super) async fn number(db: &Db) -> Result<()> {
    match db.kind() {
        Kind::Sqlite => Ok(()),
        Kind::Postgres => db.maintain(NUMBER).await,
    }
}

/// Rings the bell whenever a node has numbered facts; comes back after a lost connection. Ends only when dropped.
pub(super) async fn listen(url: String) {
    loop {
        if let Err(cause) = listen_once(&url).await {
            tracing::warn!(%cause, "no news from other nodes for a moment; facts are still read every second");
        }
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    }
}

async fn listen_once(url: &str) -> Result<()> {
    let Address { config, tls } = Address::read(url)?;
    let (client, mut connection) = config.connect(tls).await?;
    let hearing = async {
        while let Some(message) = std::future::poll_fn(|cx| connection.poll_message(cx)).await {
            if let tokio_postgres::AsyncMessage::Notification(_) = message? {
                super::RECORDED.ring();
            }
        }
        Ok::<(), tokio_postgres::Error>(())
    };
    let (_, heard) = tokio::join!(client.batch_execute("LISTEN facts"), hearing);
    Ok(heard?)
}
