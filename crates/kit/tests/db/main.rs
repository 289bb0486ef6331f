//! The database seam, proved on SQLite and on PostgreSQL.

mod values;

use kit::db::Migration;

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
CREATE TABLE notes (
    id INTEGER NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
);
";
