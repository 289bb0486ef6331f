//! Migrations, one file for both databases where possible, and the schema as each database tells it.
//!
//! A migration is written with the four column types of SQLite. For PostgreSQL INTEGER becomes BIGINT, REAL becomes
//! DOUBLE PRECISION, TEXT becomes TEXT COLLATE "C" and BLOB becomes BYTEA; for SQLite every table is made STRICT.
//! Statements end with `;` at the end of a line.

use crate::error::{Error, Result};
use rusqlite::{Connection, TransactionBehavior};
use std::collections::{BTreeMap, BTreeSet};
use tokio_postgres::Client;

/// One step of the schema, run once on each database, in the order of names.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// `NNNN_<noun>_<what>`.
    pub name: &'static str,
    /// The text for SQLite.
    pub sqlite: &'static str,
    /// The text for PostgreSQL; the same unless there are two files.
    pub postgres: &'static str,
}

impl Migration {
    /// The migrations in files given as (name, text), in order: `NNNN_x.sql` for both databases, or
    /// `NNNN_x.sqlite.sql` and `NNNN_x.postgres.sql`. Other files, a missing half and a name used twice are refused.
    pub fn from_files(files: impl IntoIterator<Item = (&'static str, &'static str)>) -> Result<Vec<Migration>> {
        let mut texts: BTreeMap<&str, [Option<&str>; 2]> = BTreeMap::new();
        for (file, text) in files {
            let refuse = |why: &str| Error::internal(format!("migration {file}: {why}"));
            let stem = file.strip_suffix(".sql").ok_or_else(|| refuse("does not end in .sql"))?;
            let (name, [sqlite, postgres]) = match stem.rsplit_once('.') {
                None => (stem, [Some(text); 2]),
                Some((name, "sqlite")) => (name, [Some(text), None]),
                Some((name, "postgres")) => (name, [None, Some(text)]),
                Some(_) => return Err(refuse("is for neither sqlite nor postgres")),
            };
            let number = name.split_once('_').map_or(name, |(number, _)| number);
            if number.len() != 4 || !number.bytes().all(|digit| digit.is_ascii_digit()) {
                return Err(refuse("does not begin with four digits and _"));
            }
            let known = texts.entry(name).or_default();
            if known[0].and(sqlite).or(known[1].and(postgres)).is_some() {
                return Err(refuse("is there twice"));
            }
            *known = [known[0].or(sqlite), known[1].or(postgres)];
        }
        texts
            .into_iter()
            .map(|(name, halves)| match halves {
                [Some(sqlite), Some(postgres)] => Ok(Migration { name, sqlite, postgres }),
                [None, _] => Err(Error::internal(format!("migration {name}: .sqlite.sql is missing"))),
                [_, None] => Err(Error::internal(format!("migration {name}: .postgres.sql is missing"))),
            })
            .collect()
    }
}

/// A column as the database tells it, its type in SQLite's name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Column {
    /// INTEGER, REAL, TEXT or BLOB.
    pub kind: String,
    /// May not be NULL.
    pub required: bool,
}

/// The schema as the database tells it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Schema {
    /// Columns by table and name.
    pub columns: BTreeMap<(String, String), Column>,
    /// Columns of each uniqueness rule (primary keys too), by table.
    pub unique: BTreeSet<(String, Vec<String>)>,
    /// Columns of each other index, by table and index name.
    pub indexes: BTreeSet<(String, String, Vec<String>)>,
    /// Columns that refer to a row of another table: table, columns, the other table.
    pub references: BTreeSet<(String, Vec<String>, String)>,
}

fn statements(text: &str) -> impl Iterator<Item = String> + '_ {
    let plain: String =
        text.lines().filter(|l| !l.trim_start().starts_with("--")).fold(String::new(), |all, l| all + l + "\n");
    let pieces: Vec<String> = plain.split(";\n").map(|s| s.trim().to_owned()).filter(|s| !s.is_empty()).collect();
    pieces.into_iter()
}

fn for_sqlite(statement: &str) -> String {
    let table = statement.starts_with("CREATE TABLE");
    format!(
        "{statement}{}",
        if !table {
            ""
        } else if statement.ends_with("WITHOUT ROWID") {
            ", STRICT"
        } else {
            " STRICT"
        }
    )
}

fn for_postgres(statement: &str) -> String {
    let statement = statement.strip_suffix("WITHOUT ROWID").unwrap_or(statement);
    let mut out = String::with_capacity(statement.len() + 64);
    let mut word = String::new();
    for c in statement.chars().chain([' ']) {
        if c.is_alphanumeric() || c == '_' {
            word.push(c);
            continue;
        }
        out.push_str(match word.as_str() {
            "INTEGER" => "BIGINT",
            "REAL" => "DOUBLE PRECISION",
            "TEXT" => "TEXT COLLATE \"C\"",
            "BLOB" => "BYTEA",
            other => other,
        });
        word.clear();
        out.push(c);
    }
    out.trim_end().to_owned()
}

pub(super) fn on_sqlite(conn: &mut Connection, migrations: &[Migration]) -> Result<usize> {
    conn.execute_batch("CREATE TABLE IF NOT EXISTS migrations (name TEXT NOT NULL PRIMARY KEY) STRICT")?;
    let mut ran = 0;
    for migration in migrations {
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if tx.execute("INSERT INTO migrations (name) VALUES (?1) ON CONFLICT DO NOTHING", [migration.name])? == 1 {
            for statement in statements(migration.sqlite) {
                tx.execute_batch(&for_sqlite(&statement))
                    .map_err(|cause| Error::internal(format!("{}: {cause} in {statement}", migration.name)))?;
            }
            ran += 1;
        }
        tx.commit()?;
    }
    Ok(ran)
}

/// Each migration holds the lock of its own transaction, so that nodes starting together run it once and a failing
/// or cancelled one leaves no lock behind.
pub(super) async fn on_postgres(client: &mut Client, migrations: &[Migration]) -> Result<usize> {
    const LOCK: &str = "SELECT pg_advisory_xact_lock(4710)";
    let made = "CREATE TABLE IF NOT EXISTS migrations (name TEXT COLLATE \"C\" NOT NULL PRIMARY KEY)";
    let tx = client.transaction().await?;
    tx.batch_execute(LOCK).await?;
    tx.batch_execute(made).await?;
    tx.commit().await?;
    let mut ran = 0;
    for migration in migrations {
        let tx = client.transaction().await?;
        tx.batch_execute(LOCK).await?;
        let insert = "INSERT INTO migrations (name) VALUES ($1) ON CONFLICT DO NOTHING";
        if tx.execute(insert, &[&migration.name]).await? == 1 {
            for statement in statements(migration.postgres) {
                tx.batch_execute(&for_postgres(&statement)).await.map_err(|cause| {
                    Error::internal(format!("{}: {} in {statement}", migration.name, Error::from(cause)))
                })?;
            }
            ran += 1;
        }
        tx.commit().await?;
    }
    Ok(ran)
}

pub(super) fn schema_of_sqlite(conn: &Connection) -> Result<Schema> {
    let mut schema = Schema::default();
    let names = |sql: &str| -> Result<Vec<String>> {
        Ok(conn.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    };
    for table in names("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")? {
        let mut keys: Vec<(i64, String)> = Vec::new();
        let mut columns = conn.prepare("SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1)")?;
        let mut rows = columns.query([&table])?;
        while let Some(row) = rows.next()? {
            let (name, kind, required, key): (String, String, bool, i64) =
                (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            if key > 0 {
                keys.push((key, name.clone()));
            }
            schema.columns.insert((table.clone(), name), Column { kind, required: required || key > 0 });
        }
        keys.sort();
        if !keys.is_empty() {
            schema.unique.insert((table.clone(), keys.into_iter().map(|(_, name)| name).collect()));
        }
        let mut indexes = conn.prepare("SELECT name, \"unique\", origin FROM pragma_index_list(?1)")?;
        let mut rows = indexes.query([&table])?;
        while let Some(row) = rows.next()? {
            let (index, unique, origin): (String, bool, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let of = names(&format!("SELECT coalesce(name, '') FROM pragma_index_info('{index}')"))?;
            match (unique, origin.as_str()) {
                (_, "pk") => {}
                (true, _) => drop(schema.unique.insert((table.clone(), of))),
                (false, _) => drop(schema.indexes.insert((table.clone(), index, of))),
            }
        }
        let mut references: BTreeMap<i64, (Vec<String>, String)> = BTreeMap::new();
        let mut listed =
            conn.prepare("SELECT id, \"from\", \"table\" FROM pragma_foreign_key_list(?1) ORDER BY id, seq")?;
        let mut rows = listed.query([&table])?;
        while let Some(row) = rows.next()? {
            let reference = references.entry(row.get(0)?).or_insert((Vec::new(), row.get(2)?));
            reference.0.push(row.get(1)?);
        }
        schema.references.extend(references.into_values().map(|(columns, to)| (table.clone(), columns, to)));
    }
    Ok(schema)
}

const INDEXES: &str = "
    SELECT t.relname::text, i.relname::text, x.indisunique,
           array_agg(coalesce(a.attname::text, '') ORDER BY k.n)
    FROM pg_index x
    JOIN pg_class i ON i.oid = x.indexrelid
    JOIN pg_class t ON t.oid = x.indrelid
    JOIN pg_namespace s ON s.oid = t.relnamespace AND s.nspname = 'public'
    CROSS JOIN LATERAL unnest(x.indkey) WITH ORDINALITY AS k(column_number, n)
    LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.column_number
    GROUP BY t.relname, i.relname, x.indisunique";

const REFERENCES: &str = "
    SELECT t.relname::text, array_agg(a.attname::text ORDER BY k.n), o.relname::text
    FROM pg_constraint c
    JOIN pg_class t ON t.oid = c.conrelid
    JOIN pg_class o ON o.oid = c.confrelid
    CROSS JOIN LATERAL unnest(c.conkey) WITH ORDINALITY AS k(column_number, n)
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.column_number
    WHERE c.contype = 'f'
    GROUP BY c.oid, t.relname, o.relname";

pub(super) async fn schema_of_postgres(client: &Client) -> Result<Schema> {
    let mut schema = Schema::default();
    let columns = "SELECT table_name::text, column_name::text, data_type::text, is_nullable::text
                   FROM information_schema.columns WHERE table_schema = 'public'";
    for row in client.query(columns, &[]).await? {
        let kind = match row.get::<_, &str>(2) {
            "bigint" => "INTEGER",
            "double precision" => "REAL",
            "text" => "TEXT",
            "bytea" => "BLOB",
            other => other,
        };
        let column = Column { kind: kind.into(), required: row.get::<_, &str>(3) == "NO" };
        schema.columns.insert((row.get(0), row.get(1)), column);
    }
    for row in client.query(INDEXES, &[]).await? {
        if row.get(2) {
            schema.unique.insert((row.get(0), row.get(3)));
        } else {
            schema.indexes.insert((row.get(0), row.get(1), row.get(3)));
        }
    }
    for row in client.query(REFERENCES, &[]).await? {
        schema.references.insert((row.get(0), row.get(1), row.get(2)));
    }
    Ok(schema)
}
