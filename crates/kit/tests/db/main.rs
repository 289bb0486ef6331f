//! The database seam, proved on SQLite and on PostgreSQL.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails here")]

mod full;
mod lane;
mod migrations;
mod plans;
mod power;
mod races;
mod readers;
mod rules;
mod tls;
mod transactions;
mod values;

use kit::db::{Conn, Db, Migration, Tx};
use kit::{Result, params, sql};
use std::collections::BTreeSet;
use std::pin::Pin;

/// The small tables these tests write to.
const MIGRATIONS: &[Migration] = &[Migration { name: "0001_trial_tables", sqlite: TABLES, postgres: TABLES }];

const TABLES: &str = "
CREATE TABLE parents (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
);
CREATE TABLE children (
    parent INTEGER NOT NULL REFERENCES parents (id),
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    open INTEGER NOT NULL CONSTRAINT open_is_boolean CHECK (open IN (0, 1)),
    PRIMARY KEY (parent, place)
) WITHOUT ROWID;
CREATE UNIQUE INDEX children_by_name ON children (name, parent);
CREATE TABLE kinds (
    number INTEGER,
    real REAL,
    text TEXT,
    blob BLOB
);
CREATE TABLE seats (
    slot INTEGER NOT NULL,
    seat INTEGER NOT NULL,
    holder INTEGER NOT NULL,
    UNIQUE (slot, seat)
);
CREATE INDEX seats_by_holder ON seats (holder, slot);
-- Small notes, written by many at once.
CREATE TABLE notes (
    id INTEGER NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
);
";

sql!(INSERT_NOTE, "INSERT INTO notes (id, body) VALUES ($1, $2)");
sql!(NOTE_IDS, "SELECT id FROM notes ORDER BY id");

async fn insert_note(conn: &mut Conn, id: i64) -> Result<u64> {
    conn.exec(&INSERT_NOTE, params![id, "a note"]).await
}

async fn note_ids(conn: &mut Conn) -> BTreeSet<i64> {
    let rows = conn.rows(&NOTE_IDS, &[]).await.unwrap();
    rows.iter().map(|row| row.get(0).unwrap()).collect()
}

/// A place in the queue for the lane, taken while another holds it: requests started one after the other while the
/// first is open come into one batch, in this order.
async fn queue(db: &Db) -> Pin<Box<dyn Future<Output = Result<Tx>> + Send>> {
    let db = db.clone();
    let mut place: Pin<Box<dyn Future<Output = Result<Tx>> + Send>> = Box::pin(async move { db.begin().await });
    tokio::select! {
        biased;
        _ = &mut place => panic!("nobody held the lane"),
        () = std::future::ready(()) => {}
    }
    place
}
