//! Migrations run once, on every node together, and leave the same schema on both databases.

use crate::{MIGRATIONS, insert_note, note_ids};
use kit::Error;
use kit::db::{Column, Db, Migration, Schema};
use kit::testing::{TestDb, each_database, migrations, repository_migrations, run};
use std::collections::BTreeSet;
use std::time::Duration;

const MORE: &[Migration] = &[
    MIGRATIONS[0],
    Migration {
        name: "0002_more",
        sqlite: "CREATE TABLE more (id INTEGER NOT NULL PRIMARY KEY);\n",
        postgres: "CREATE TABLE more (id INTEGER NOT NULL PRIMARY KEY);\n",
    },
];
const BROKEN: &[Migration] = &[
    MIGRATIONS[0],
    Migration {
        name: "0002_broken",
        sqlite: "CREATE TABLE half (id INTEGER NOT NULL);\nCREATE TABLE half (id INTEGER NOT NULL);\n",
        postgres: "CREATE TABLE half (id INTEGER NOT NULL);\nCREATE TABLE half (id INTEGER NOT NULL);\n",
    },
];

#[test]
fn each_runs_once() {
    each_database(MIGRATIONS, async |db| {
        assert_eq!(db.migrate(MIGRATIONS).await.unwrap(), 0);
        assert_eq!(db.migrate(MORE).await.unwrap(), 1);
        assert_eq!(db.migrate(MORE).await.unwrap(), 0);
    });
}

#[test]
fn a_broken_one_leaves_nothing_and_the_next_try_is_not_held_up() {
    each_database(&[], async |db| {
        let broken = db.migrate(BROKEN).await.unwrap_err().to_string();
        assert!(broken.contains("0002_broken") && broken.contains("half"), "{broken}");
        let other = Db::open(db.options()).await.unwrap();
        let mended = tokio::time::timeout(Duration::from_secs(5), other.migrate(MORE)).await;
        assert_eq!(mended.expect("no lock is left behind").unwrap(), 1, "{}: the first had run", db.name());
        let tables: BTreeSet<String> = db.schema().await.unwrap().columns.into_keys().map(|(table, _)| table).collect();
        assert!(tables.contains("more") && !tables.contains("half"), "{}: {tables:?}", db.name());
    });
}

/// Each node with its own runtime and thread, as processes would be.
#[test]
fn nodes_that_start_together_migrate_once() {
    run(async {
        let mut databases = vec![TestDb::sqlite(&[]).await];
        databases.extend(TestDb::postgres(&[]).await);
        for db in &databases {
            let options = db.options();
            let start = || {
                run(async {
                    let node = Db::open(options).await.unwrap();
                    let ran = node.migrate(MORE).await.unwrap();
                    assert_eq!(node.migrate(MORE).await.unwrap(), 0);
                    ran
                })
            };
            let ran: usize = std::thread::scope(|scope| {
                let nodes: Vec<_> = (0..6).map(|_| scope.spawn(start)).collect();
                nodes.into_iter().map(|node| node.join().unwrap()).sum()
            });
            assert_eq!(ran, MORE.len(), "{}", db.name());
        }
    });
}

#[test]
fn nodes_that_open_a_new_folder_together_all_open_it() {
    for _ in 0..10 {
        let folder = tempfile::tempdir().unwrap();
        let options = kit::db::Options::new(kit::db::Place::Folder(folder.path().join("new")));
        let open = || run(async { Db::open(&options).await.map(|_| ()).map_err(|e| e.to_string()) });
        std::thread::scope(|scope| {
            let nodes: Vec<_> = (0..4).map(|_| scope.spawn(open)).collect();
            nodes.into_iter().for_each(|node| assert_eq!(node.join().unwrap(), Ok(())));
        });
    }
}

/// A node that was running before another one brought new tables knows their rules all the same.
#[test]
fn a_node_names_rules_that_another_node_migrated() {
    each_database(&[], async |db| {
        let other = Db::open(db.options()).await.unwrap();
        other.migrate(MIGRATIONS).await.unwrap();
        let mut tx = db.begin().await.unwrap();
        insert_note(&mut tx, 1).await.unwrap();
        let twice = insert_note(&mut tx, 1).await;
        assert!(twice.as_ref().is_err_and(|e| e.violates("notes", "id")), "{}: {twice:?}", db.name());
        drop(tx);
        assert_eq!(note_ids(&mut db.read().await.unwrap()).await, BTreeSet::new());
    });
}

/// Where the two schemas differ on purpose.
const DIFFERENT: &[(&str, &str)] = &[
    ("column facts.seq", "SQLite numbers a fact when it is written, PostgreSQL when it is seen to be committed"),
    ("index facts_unnumbered", "only PostgreSQL has facts that wait for their number"),
];

/// What only one of the two has.
fn differences(one: &Schema, other: &Schema) -> BTreeSet<String> {
    let told = |schema: &Schema| {
        let columns =
            schema.columns.iter().map(|((table, name), c)| (format!("column {table}.{name}"), format!("{c:?}")));
        let unique =
            schema.unique.iter().map(|(table, columns)| (format!("unique {table} {columns:?}"), String::new()));
        let indexes =
            schema.indexes.iter().map(|(table, name, of)| (format!("index {name}"), format!("{table} {of:?}")));
        let references = schema.references.iter().map(|r| (format!("reference {r:?}"), String::new()));
        columns.chain(unique).chain(indexes).chain(references).collect::<BTreeSet<_>>()
    };
    told(one).symmetric_difference(&told(other)).map(|(what, _)| what.clone()).collect()
}

async fn assert_parity(migrations: &[Migration], different: &[(&str, &str)]) {
    let sqlite = TestDb::sqlite(migrations).await.schema().await.unwrap();
    assert!(migrations.is_empty() || sqlite.columns.len() > 1, "there is something to compare");
    let Some(postgres) = TestDb::postgres(migrations).await else { return };
    let postgres = postgres.schema().await.unwrap();
    let expected: BTreeSet<String> = different.iter().map(|&(what, _)| what.to_owned()).collect();
    assert_eq!(differences(&sqlite, &postgres), expected);
    assert_eq!(sqlite == postgres, different.is_empty());
}

#[test]
fn both_databases_tell_the_same_schema() {
    run(assert_parity(MIGRATIONS, &[]));
    run(assert_parity(repository_migrations(), DIFFERENT));
}

#[test]
fn a_difference_between_the_schemas_is_seen() {
    const APART: &str =
        "CREATE TABLE apart (a INTEGER NOT NULL PRIMARY KEY, b TEXT NOT NULL REFERENCES parents (name));\n";
    run(async {
        let sqlite = TestDb::sqlite(MIGRATIONS).await;
        let before = sqlite.schema().await.unwrap();
        sqlite.maintain(APART).await.unwrap();
        sqlite.maintain("CREATE INDEX apart_b ON apart (b)").await.unwrap();
        let seen = differences(&before, &sqlite.schema().await.unwrap());
        assert!(seen.contains("column apart.b") && seen.contains("index apart_b"), "{seen:?}");
        assert_eq!(seen.len(), 5, "two columns, a key, an index, a reference: {seen:?}");
    });
}

#[test]
fn the_schema_tells_what_was_declared() {
    each_database(MIGRATIONS, async |db| {
        let schema = db.schema().await.unwrap();
        let column = |table: &str, name: &str| schema.columns[&(table.to_owned(), name.to_owned())].clone();
        assert_eq!(column("children", "open"), Column { kind: "INTEGER".into(), required: true });
        assert_eq!(column("kinds", "real"), Column { kind: "REAL".into(), required: false });
        assert_eq!(column("kinds", "text"), Column { kind: "TEXT".into(), required: false });
        assert_eq!(column("kinds", "blob"), Column { kind: "BLOB".into(), required: false });
        let columns = |names: &[&str]| names.iter().map(|&n| n.to_owned()).collect::<Vec<_>>();
        assert!(schema.unique.contains(&("children".into(), columns(&["parent", "place"]))));
        assert!(schema.unique.contains(&("children".into(), columns(&["name", "parent"]))));
        assert!(schema.indexes.contains(&("seats".into(), "seats_by_holder".into(), columns(&["holder", "slot"]))));
        let reference = ("children".into(), columns(&["parent"]), "parents".into());
        assert!(schema.references.contains(&reference), "{:?}", schema.references);
    });
}

#[test]
fn files_pair_by_name() {
    let paired =
        Migration::from_files([("0002_b.postgres.sql", "pg"), ("0001_a.sql", "both"), ("0002_b.sqlite.sql", "lite")])
            .unwrap();
    let told: Vec<_> = paired.iter().map(|m| (m.name, m.sqlite, m.postgres)).collect();
    assert_eq!(told, [("0001_a", "both", "both"), ("0002_b", "lite", "pg")]);
}

#[test]
fn files_that_do_not_pair_are_refused_by_name() {
    let refused = |files: &[(&'static str, &'static str)]| match Migration::from_files(files.iter().copied()) {
        Err(Error::Internal(why)) => why.to_string(),
        other => panic!("{files:?}: {other:?}"),
    };
    assert!(refused(&[("0001_a.sqlite.sql", "")]).contains("0001_a: .postgres.sql is missing"));
    assert!(refused(&[("0001_a.postgres.sql", "")]).contains("0001_a: .sqlite.sql is missing"));
    assert!(refused(&[("0001_a.sql", ""), ("0001_a.sqlite.sql", "")]).contains("twice"));
    assert!(refused(&[("0001_a.sqlite.sql", ""), ("0001_a.sql", "")]).contains("twice"));
    assert!(refused(&[("0001_a.mysql.sql", "")]).contains("neither"));
    assert!(refused(&[("README.md", "")]).contains(".sql"));
    assert!(refused(&[("first_a.sql", "")]).contains("four digits"));
}

#[test]
fn a_folder_reads_as_the_programs_own_would() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("0002_second.sql"), "SELECT 2;\n").unwrap();
    std::fs::write(folder.path().join("0001_first.sql"), "SELECT 1;\n").unwrap();
    let names: Vec<_> = migrations(folder.path()).iter().map(|m| m.name).collect();
    assert_eq!(names, ["0001_first", "0002_second"]);
}
