//! Several nodes on one PostgreSQL, started at the same moment on a new database.

use crate::support::common;
use kit::db::Place;
use kit::testing::{on_postgres, repository_migrations};
use kit::{params, sql};
use server::commands::Common;
use server::config::Config;
use server::wiring;
use std::sync::Arc;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

sql!(VERSIONS, "SELECT CAST(count(*) AS BIGINT), CAST(max(version) AS BIGINT) FROM services_versions");

const NODES: usize = 4;

#[test]
fn nodes_that_start_together_publish_once() {
    on_postgres(repository_migrations(), async |db| {
        let Place::Postgres(url) = db.place().clone() else { unreachable!("it is PostgreSQL") };
        let folder = tempfile::tempdir().unwrap();
        let gate = Arc::new(Barrier::new(NODES));
        let mut starting = JoinSet::new();
        for node in 0..NODES {
            let own = folder.path().join(node.to_string());
            let common = Common { database: Some(url.clone()), ..common(&own) };
            let gate = gate.clone();
            starting.spawn(async move {
                let db = common.open().await.unwrap();
                gate.wait().await;
                wiring::start(&common, Config::default(), db, false).await
            });
        }
        let mut running = Vec::new();
        for node in starting.join_all().await {
            running.push(node.unwrap_or_else(|cause| panic!("a node did not start: {cause}")));
        }
        let row = db.read().await.unwrap().one(&VERSIONS, params![]).await.unwrap();
        let (rows, newest): (i64, i64) = (row.get(0).unwrap(), row.get(1).unwrap());
        assert!(rows > 0 && newest == 1, "{rows} rows, the newest version is {newest}");
        for node in running {
            node.stop().await;
        }
    });
}
