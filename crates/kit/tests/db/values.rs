//! Parameters and the four column types mean the same on both databases.

use crate::MIGRATIONS;
use kit::testing::each_database;
use kit::{params, sql};

sql!(SWAPPED, "SELECT CAST($2 AS BIGINT), CAST($1 AS BIGINT), CAST($1 AS BIGINT)");
sql!(INSERT_SWAPPED, "INSERT INTO notes (body, id) VALUES ($2, $1)");
sql!(NOTES, "SELECT id, body FROM notes ORDER BY id");

#[test]
fn parameters_keep_their_numbers() {
    each_database(MIGRATIONS, async |db| {
        let mut tx = db.begin().await.unwrap();
        let row = tx.one(&SWAPPED, params![10i64, 20i64]).await.unwrap();
        assert_eq!([row.get::<i64>(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap()], [20, 10, 10]);
        tx.exec(&INSERT_SWAPPED, params![7i64, "seven"]).await.unwrap();
        let row = tx.one(&NOTES, &[]).await.unwrap();
        assert_eq!((row.get::<i64>(0).unwrap(), row.get::<String>(1).unwrap()), (7, "seven".to_owned()));
    });
}
