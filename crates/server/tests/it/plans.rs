//! Every statement linked into the program has an index for it: on SQLite as it is, on PostgreSQL over made-up rows in
//! every table, and over a borough as it really is.

use crate::access::world::World;
use crate::support::{Council, HERE, Reached};
use kit::db::{Db, Kind, Options, Place, STATEMENTS, Sql};
use kit::facts::{Keeper, SealKey};
use kit::testing::{
    PlanException, assert_plans_of, assert_plans_over_all, on_postgres, on_sqlite, repository_migrations,
};
use kit::{params, sql};
use server::demo::{self, Size};
use std::collections::BTreeMap;

const EXCEPTIONS: &[PlanException] = &[
    PlanException {
        statement: "server::MADE_BEFORE",
        on: None,
        reason: "asks whether there is any household at all, and stops at the first",
    },
    PlanException {
        statement: "residents::COUNT_RESIDENTS",
        on: None,
        reason: "how many residents there are is counted once a day, off the request's threads",
    },
    PlanException {
        statement: "kit::RAN",
        on: Some(Kind::Sqlite),
        reason: "the list of migrations is wanted whole, and is a few dozen names",
    },
];

/// The program's statements, not those of these tests.
fn of_the_program() -> impl Iterator<Item = &'static Sql> {
    STATEMENTS.iter().copied().filter(|sql| sql.file.contains("/src/"))
}

#[test]
fn no_statement_reads_a_whole_table_on_sqlite() {
    on_sqlite(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        council.browser().report_hole(HERE, Reached::Not).await;
        World::of(&council, "own").await;
        assert!(of_the_program().count() > 150, "{}", of_the_program().count());
        assert_plans_of(db.db(), of_the_program(), EXCEPTIONS).await;
    });
}

sql!(
    SIZES_POSTGRES,
    "SELECT CAST(relname AS TEXT), CAST(reltuples AS BIGINT) FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
);

#[test]
fn every_statement_has_an_index_on_postgres() {
    on_postgres(repository_migrations(), async |db| {
        db.maintain(include_str!("made_up_rows.sql")).await.unwrap();
        let Place::Postgres(url) = db.place() else { unreachable!("it is PostgreSQL") };
        let mark = if url.contains('?') { '&' } else { '?' };
        let settings = "options=-c%20enable_seqscan%3Doff%20-c%20enable_sort%3Doff";
        let forced = Db::open(&Options::new(Place::Postgres(format!("{url}{mark}{settings}")))).await.unwrap();
        assert!(of_the_program().count() > 150, "{}", of_the_program().count());
        assert_plans_over_all(db.db(), &forced, of_the_program(), EXCEPTIONS).await;
    });
}

/// Rows a table must have before PostgreSQL is asked about it: of a smaller one it rightly reads all.
const ENOUGH: i64 = 2_000;

/// The statements whose every table is large here.
fn over_large_tables(sizes: &BTreeMap<String, i64>) -> Vec<&'static Sql> {
    let named = |sql: &Sql| -> Vec<i64> {
        let words: Vec<&str> = sql.text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).collect();
        sizes.iter().filter(|(table, _)| words.contains(&table.as_str())).map(|(_, rows)| *rows).collect()
    };
    let large = |sql: &&'static Sql| {
        let rows = named(sql);
        !rows.is_empty() && rows.iter().all(|rows| *rows >= ENOUGH)
    };
    of_the_program().filter(large).collect()
}

#[test]
fn no_statement_reads_a_whole_table_on_postgres() {
    on_postgres(repository_migrations(), async |db| {
        let council = Council::demo(db).await;
        demo::fill(&council.app, Size { households: 6_000, weeks: 8 }, None).await.unwrap();
        // As after a while at work: facts have their numbers.
        let folder = tempfile::tempdir().unwrap();
        let key = SealKey::open_or_make(&folder.path().join("seal.key"), &council.app.entropy).unwrap();
        Keeper::start(&council.app, key, Vec::new(), None).stop().await;
        db.maintain("ANALYZE").await.unwrap();
        let rows = db.read().await.unwrap().rows(&SIZES_POSTGRES, params![]).await.unwrap();
        let sizes = rows.iter().map(|row| (row.get(0).unwrap(), row.get(1).unwrap())).collect();
        let statements = over_large_tables(&sizes);
        assert!(statements.len() > 30, "only {} statements over large tables: {sizes:?}", statements.len());
        assert_plans_of(db.db(), statements, EXCEPTIONS).await;
    });
}

#[test]
fn postgres_understands_every_statement() {
    on_postgres(repository_migrations(), async |db| {
        let mut faults = Vec::new();
        for sql in of_the_program().filter(|sql| !sql.name.ends_with("_SQLITE")) {
            if let Err(cause) = db.db().explain(sql).await {
                faults.push(format!("{} ({}): {cause}", sql.name, sql.file));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}
