//! Parameters and the four column types mean the same on both databases.

use crate::MIGRATIONS;
use kit::db::Value;
use kit::testing::each_database;
use kit::{Error, params, sql};

sql!(SWAPPED, "SELECT CAST($2 AS BIGINT), CAST($1 AS BIGINT), CAST($1 AS BIGINT)");
sql!(INSERT_SWAPPED, "INSERT INTO notes (body, id) VALUES ($2, $1)");
sql!(NOTES, "SELECT id, body FROM notes ORDER BY id");
sql!(INSERT_KINDS, "INSERT INTO kinds (number, real, text, blob) VALUES ($1, $2, $3, $4)");
sql!(KINDS, "SELECT number, real, text, blob FROM kinds");
sql!(TEXTS, "SELECT text FROM kinds ORDER BY text");
sql!(SUM, "SELECT CAST(sum(number) AS BIGINT), count(*) FROM kinds");
sql!(
    CAST_NULLABLE,
    "SELECT CAST($1 AS BIGINT), CAST($2 AS DOUBLE PRECISION), CAST($3 AS TEXT), CAST($4 AS BYTEA), 'CAST($1 AS BYTEA)'"
);

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

#[test]
fn every_column_type_comes_back_as_it_went_in() {
    let long = "ŵ".repeat(100_000);
    let rows: [[Value; 4]; 5] = [
        [Value::Null, Value::Null, Value::Null, Value::Null],
        [i64::MIN.into(), f64::MIN_POSITIVE.into(), "".into(), Vec::new().into()],
        [i64::MAX.into(), f64::MAX.into(), "Ŵyl y مرحبا 🏛 ' \" $1 ?1".into(), vec![0, 255, 0].into()],
        [0i64.into(), (-0.1).into(), long.as_str().into(), vec![7; 300_000].into()],
        [true.into(), f64::INFINITY.into(), "a\u{1}\t\r\nb".into(), [9u8; 16].into()],
    ];
    each_database(MIGRATIONS, async |db| {
        for sent in &rows {
            let mut tx = db.begin().await.unwrap();
            tx.exec(&INSERT_KINDS, sent).await.unwrap();
            let mut found = tx.one(&KINDS, &[]).await.unwrap().columns();
            let found: [Value; 4] = [
                Value::from(found.take::<Option<i64>>().unwrap()),
                Value::from(found.take::<Option<f64>>().unwrap()),
                Value::from(found.take::<Option<String>>().unwrap()),
                Value::from(found.take::<Option<Vec<u8>>>().unwrap()),
            ];
            assert_eq!(&found, sent, "{}", db.name());
        }
    });
}

#[test]
fn a_null_is_not_read_as_something() {
    each_database(MIGRATIONS, async |db| {
        let mut tx = db.begin().await.unwrap();
        tx.exec(&INSERT_KINDS, &[Value::Null, Value::Null, Value::Null, Value::Null]).await.unwrap();
        let row = tx.one(&KINDS, &[]).await.unwrap();
        assert!(matches!(row.get::<i64>(0), Err(Error::Internal(_))));
        assert!(matches!(row.get::<String>(2), Err(Error::Internal(_))));
        assert_eq!(row.get::<Option<String>>(2).unwrap(), None);
        assert!(matches!(row.get::<i64>(4), Err(Error::Internal(_))), "there is no fifth column");
        let row = tx.one(&SUM, &[]).await.unwrap();
        assert_eq!((row.get::<Option<i64>>(0).unwrap(), row.get::<i64>(1).unwrap()), (None, 1));
    });
}

#[test]
fn a_cast_parameter_keeps_its_type() {
    let sent: [Value; 4] = [5i64.into(), 0.5.into(), "5".into(), b"5 apples".to_vec().into()];
    each_database(MIGRATIONS, async |db| {
        let mut read = db.read().await.unwrap();
        for sent in [&sent, &[Value::Null, Value::Null, Value::Null, Value::Null]] {
            let row = read.one(&CAST_NULLABLE, sent).await.unwrap();
            assert_eq!(Value::from(row.get::<Option<i64>>(0).unwrap()), sent[0]);
            assert_eq!(Value::from(row.get::<Option<f64>>(1).unwrap()), sent[1]);
            assert_eq!(Value::from(row.get::<Option<String>>(2).unwrap()), sent[2]);
            assert_eq!(Value::from(row.get::<Option<Vec<u8>>>(3).unwrap()), sent[3], "{}", db.name());
            assert_eq!(row.get::<String>(4).unwrap(), "CAST($1 AS BYTEA)", "what is quoted stays");
        }
    });
}

#[test]
fn text_sorts_byte_by_byte() {
    each_database(MIGRATIONS, async |db| {
        let mut tx = db.begin().await.unwrap();
        for text in ["b", "é", "a", "B", "_", "ab", "Z", "a b"] {
            tx.exec(&INSERT_KINDS, &[Value::Null, Value::Null, text.into(), Value::Null]).await.unwrap();
        }
        let rows = tx.rows(&TEXTS, &[]).await.unwrap();
        let order: Vec<String> = rows.iter().map(|row| row.get(0).unwrap()).collect();
        assert_eq!(order, ["B", "Z", "_", "a", "a b", "ab", "b", "é"], "{}", db.name());
    });
}

#[test]
fn a_value_of_the_wrong_type_is_refused() {
    each_database(MIGRATIONS, async |db| {
        let mut tx = db.begin().await.unwrap();
        let nul = tx.exec(&INSERT_KINDS, &[Value::Null, Value::Null, "a\0b".into(), Value::Null]).await;
        assert!(matches!(nul, Err(Error::Internal(_))), "{}: {nul:?}", db.name());
        let wrong = tx.exec(&INSERT_KINDS, &["five".into(), Value::Null, Value::Null, Value::Null]).await;
        assert!(matches!(wrong, Err(Error::Internal(_))), "{}: {wrong:?}", db.name());
    });
}
