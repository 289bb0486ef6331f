//! A broken rule of the database reads the same on both.

use crate::MIGRATIONS;
use kit::db::Value;
use kit::testing::{TestDb, each_database};
use kit::{Error, Violation, params, sql};

sql!(INSERT_PARENT, "INSERT INTO parents (id, name) VALUES ($1, $2)");
sql!(INSERT_CHILD, "INSERT INTO children (parent, place, name, open) VALUES ($1, $2, $3, $4)");
sql!(
    INSERT_CHILD_ONCE,
    "INSERT INTO children (parent, place, name, open) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"
);
sql!(RENAME_CHILD, "UPDATE children SET name = $1 WHERE parent = $2 AND place = $3");
sql!(REMOVE_PARENT, "DELETE FROM parents WHERE id = $1");

async fn family(db: &TestDb) {
    let mut tx = db.begin().await.unwrap();
    tx.exec_one(&INSERT_PARENT, params![1i64, "one"]).await.unwrap();
    tx.exec_one(&INSERT_CHILD, params![1i64, 1i64, "first", true]).await.unwrap();
    tx.exec_one(&INSERT_CHILD, params![1i64, 2i64, "second", true]).await.unwrap();
    tx.commit().await.unwrap();
}

/// The rule that a statement breaks, in a transaction of its own.
async fn broken(db: &TestDb, sql: &'static kit::db::Sql, params: &[Value]) -> (String, Vec<String>) {
    let mut tx = db.begin().await.unwrap();
    match tx.exec(sql, params).await {
        Err(Error::Violation(Violation { table, columns })) => (table, columns),
        other => panic!("{} on {}: {other:?}", sql.name, db.name()),
    }
}

fn rule(table: &str, columns: &[&str]) -> (String, Vec<String>) {
    (table.to_owned(), columns.iter().map(|&c| c.to_owned()).collect())
}

#[test]
fn uniqueness_names_table_and_columns() {
    each_database(MIGRATIONS, async |db| {
        family(db).await;
        let primary = broken(db, &INSERT_PARENT, params![1i64, "again"]).await;
        assert_eq!(primary, rule("parents", &["id"]));
        let compound = broken(db, &INSERT_CHILD, params![1i64, 2i64, "third", true]).await;
        assert_eq!(compound, rule("children", &["parent", "place"]));
        let index = broken(db, &INSERT_CHILD, params![1i64, 3i64, "first", true]).await;
        assert_eq!(index, rule("children", &["name", "parent"]));
        let update = broken(db, &RENAME_CHILD, params!["first", 1i64, 2i64]).await;
        assert_eq!(update, rule("children", &["name", "parent"]));
    });
}

#[test]
fn references_and_checks_are_named() {
    each_database(MIGRATIONS, async |db| {
        family(db).await;
        let nobody = broken(db, &INSERT_CHILD, params![99i64, 1i64, "x", true]).await;
        assert_eq!(nobody, rule("", &["reference"]));
        assert_eq!(broken(db, &REMOVE_PARENT, params![1i64]).await, rule("", &["reference"]));
        let maybe = broken(db, &INSERT_CHILD, params![1i64, 9i64, "x", 2i64]).await;
        assert_eq!(maybe, rule("", &["open_is_boolean"]));
    });
}

#[test]
fn a_missing_value_is_a_fault_of_ours_and_not_a_conflict() {
    each_database(MIGRATIONS, async |db| {
        let mut tx = db.begin().await.unwrap();
        let missing = tx.exec(&INSERT_PARENT, &[1i64.into(), Value::Null]).await;
        assert!(matches!(missing, Err(Error::Internal(_))), "{}: {missing:?}", db.name());
    });
}

#[test]
fn an_expected_conflict_is_a_row_count() {
    each_database(MIGRATIONS, async |db| {
        family(db).await;
        let mut tx = db.begin().await.unwrap();
        assert_eq!(tx.exec(&INSERT_CHILD_ONCE, params![1i64, 2i64, "third", true]).await.unwrap(), 0);
        assert_eq!(tx.exec(&INSERT_CHILD_ONCE, params![1i64, 3i64, "third", true]).await.unwrap(), 1);
        let changed = tx.exec_one(&RENAME_CHILD, params!["x", 1i64, 77i64]).await;
        assert!(matches!(changed, Err(Error::Changed)));
        tx.commit().await.unwrap();
    });
}
