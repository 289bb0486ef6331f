//! PostgreSQL: a pool, serializable transactions, and its errors in our words.

use super::tls::Address;
use super::value::{Row, Value};
use super::{Migration, Options, Schema, Sql, Table, migrate};
use crate::error::{Error, Result, Violation, in_full};
use deadpool_postgres::{Manager, ManagerConfig, Object, RecyclingMethod, Runtime};
use futures_util::TryStreamExt;
use std::error::Error as _;
use std::time::Duration;
use tokio_postgres::IsolationLevel;
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::error::{DbError, Severity, SqlState};
use tokio_postgres::types::{ToSql, Type};

#[derive(Clone)]
pub(super) struct Pool(deadpool_postgres::Pool);

#[derive(Clone, Copy)]
pub(super) enum Mode {
    Write,
    Read(Duration),
}

impl Pool {
    pub(super) async fn open(url: &str, options: &Options) -> Result<Pool> {
        let Address { mut config, tls } = Address::read(url)?;
        config.application_name("guildhall").connect_timeout(Duration::from_secs(5));
        // A statement whose limit the planner does not know looks dear enough to be compiled, for longer than it runs.
        let options_given = config.get_options().unwrap_or_default().to_owned();
        config.options(format!("{options_given} -c jit=off").trim_start());
        let manager = Manager::from_config(config, tls, ManagerConfig { recycling_method: RecyclingMethod::Fast });
        let pool = deadpool_postgres::Pool::builder(manager)
            .max_size(options.connections)
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(options.wait))
            .build()
            .map_err(Error::internal)?;
        let pool = Pool(pool);
        drop(pool.client().await?);
        Ok(pool)
    }

    async fn client(&self) -> Result<Object> {
        self.0.get().await.map_err(|cause| Error::Unavailable(in_full(&cause)))
    }

    pub(super) async fn begin(&self, mode: Mode) -> Result<Transaction> {
        let begin = match mode {
            Mode::Write => "BEGIN ISOLATION LEVEL SERIALIZABLE".to_owned(),
            Mode::Read(limit) => format!(
                "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = {}",
                limit.as_millis()
            ),
        };
        for _ in 0..=self.0.status().max_size {
            // Before BEGIN is sent: a request cancelled from here on is rolled back too.
            let mut transaction = Transaction { client: Some(self.client().await?) };
            match transaction.client()?.batch_execute(&begin).await {
                Ok(()) => return Ok(transaction),
                // One that the server closed while it was idle leaves the pool; nothing has begun yet.
                Err(cause) if is_lost(&cause) => drop(transaction.client.take().map(Object::take)),
                Err(cause) => return Err(cause.into()),
            }
        }
        Err(Error::Unavailable("every connection was closed by the server".into()))
    }

    pub(super) async fn migrate(&self, migrations: &[Migration]) -> Result<usize> {
        let mut client = self.client().await?;
        migrate::on_postgres(&mut client, migrations).await
    }

    pub(super) async fn schema(&self) -> Result<Schema> {
        migrate::schema_of_postgres(&*self.client().await?).await
    }

    pub(super) async fn maintain(&self, text: &str) -> Result<()> {
        Ok(self.client().await?.batch_execute(text).await?)
    }

    pub(super) async fn count_rows(&self, tables: &[Table]) -> Result<u64> {
        let client = self.client().await?;
        let mut all = 0;
        for table in tables {
            let row = client.query_one(&format!("SELECT count(*) FROM \"{}\"", table.name), &[]).await?;
            all += row.get::<_, i64>(0) as u64;
        }
        Ok(all)
    }

    pub(super) async fn dump(&self, tables: &[Table], mut each: impl FnMut(usize, Row) -> Result<()>) -> Result<()> {
        let mut client = self.client().await?;
        let reading = client.build_transaction().isolation_level(IsolationLevel::RepeatableRead).read_only(true);
        let tx = reading.start().await?;
        read_all(&tx, tables, &mut each).await?;
        Ok(tx.commit().await?)
    }

    pub(super) async fn fill(
        &self,
        tables: &[Table],
        mut next: impl FnMut() -> Result<Option<(usize, Vec<Value>)>>,
        mut back: impl FnMut(Option<(usize, Row)>) -> Result<()>,
    ) -> Result<()> {
        let mut client = self.client().await?;
        let tx = client.transaction().await?;
        for table in tables.iter().rev() {
            tx.batch_execute(&format!("DELETE FROM \"{}\"", table.name)).await?;
        }
        let mut waiting = next()?;
        while let Some((at, _)) = &waiting {
            let (at, table) = (*at, &tables[*at]);
            let types: Vec<Type> = table.columns.iter().map(|(_, kind)| type_of(kind)).collect();
            let copy = format!("COPY \"{}\" ({}) FROM STDIN BINARY", table.name, table.column_names());
            let mut writer = std::pin::pin!(BinaryCopyInWriter::new(tx.copy_in(&copy).await?, &types));
            while let Some((_, values)) = waiting.take_if(|(of, _)| *of == at) {
                let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as _).collect();
                writer.as_mut().write(&values).await?;
                waiting = next()?;
            }
            writer.finish().await?;
        }
        read_all(&tx, tables, &mut |at, row| back(Some((at, row)))).await?;
        back(None)?;
        Ok(tx.commit().await?)
    }

    /// Plans with the parameters unknown, as a cached generic plan would be.
    pub(super) async fn explain(&self, sql: &Sql) -> Result<Vec<String>> {
        // Taken out of the pool for good: its prepared statements are gone afterwards and its planner is set otherwise.
        let client = Object::take(self.client().await?);
        let parameters = client.prepare(sql.text).await?.params().len();
        client.batch_execute("SET plan_cache_mode = force_generic_plan; DEALLOCATE ALL").await?;
        client.batch_execute(&format!("PREPARE plan_of AS {}", sql.text)).await?;
        let nulls = if parameters == 0 { String::new() } else { format!("({})", vec!["NULL"; parameters].join(",")) };
        let steps = client.query(&format!("EXPLAIN EXECUTE plan_of{nulls}"), &[]).await?;
        Ok(steps.iter().map(|row| row.get::<_, String>(0)).collect())
    }
}

/// Hands out every row of these tables as this transaction sees it.
async fn read_all(
    tx: &tokio_postgres::Transaction<'_>,
    tables: &[Table],
    each: &mut impl FnMut(usize, Row) -> Result<()>,
) -> Result<()> {
    for (at, table) in tables.iter().enumerate() {
        let none: [&(dyn ToSql + Sync); 0] = [];
        let mut rows = std::pin::pin!(tx.query_raw(&table.select(), none).await?);
        while let Some(row) = rows.try_next().await? {
            each(at, (0..row.len()).map(|i| Value::from_postgres(&row, i)).collect::<Result<_>>().map(Row)?)?;
        }
    }
    Ok(())
}

/// PostgreSQL's type of a column, by SQLite's name.
fn type_of(kind: &str) -> Type {
    match kind {
        "INTEGER" => Type::INT8,
        "REAL" => Type::FLOAT8,
        "TEXT" => Type::TEXT,
        _ => Type::BYTEA,
    }
}

/// One request's transaction; dropped without commit, it is rolled back before the connection is used again.
pub(super) struct Transaction {
    client: Option<Object>,
}

impl Transaction {
    fn client(&self) -> Result<&Object> {
        self.client.as_ref().ok_or_else(|| Error::internal("transaction already ended"))
    }

    pub(super) async fn rows(&mut self, sql: &Sql, params: &[Value]) -> Result<Vec<Row>> {
        let client = self.client()?;
        let statement = client.prepare_cached(sql.text).await?;
        let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|p| p as _).collect();
        let found = client.query(&statement, &params).await?;
        found
            .iter()
            .map(|row| (0..row.len()).map(|i| Value::from_postgres(row, i)).collect::<Result<_>>().map(Row))
            .collect()
    }

    pub(super) async fn exec(&mut self, sql: &Sql, params: &[Value]) -> Result<u64> {
        let client = self.client()?;
        let statement = client.prepare_cached(sql.text).await?;
        let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|p| p as _).collect();
        Ok(client.execute(&statement, &params).await?)
    }

    pub(super) async fn commit(mut self) -> Result<()> {
        let client = self.client.take().ok_or_else(|| Error::internal("transaction already ended"))?;
        Ok(client.batch_execute("COMMIT").await?)
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            tokio::spawn(async move {
                if client.batch_execute("ROLLBACK").await.is_err() {
                    let _ = Object::take(client);
                }
            });
        }
    }
}

impl From<tokio_postgres::Error> for Error {
    fn from(cause: tokio_postgres::Error) -> Self {
        let Some(db) = cause.as_db_error() else {
            return if is_lost(&cause) { Error::Unavailable(cause.to_string()) } else { Error::internal(cause) };
        };
        match *db.code() {
            SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED => Error::Rerun,
            SqlState::UNIQUE_VIOLATION | SqlState::FOREIGN_KEY_VIOLATION | SqlState::CHECK_VIOLATION => {
                Error::Violation(violation(db))
            }
            // Out of resources, stopped or stopping, connection lost.
            ref code if ["53", "57", "08"].iter().any(|class| code.code().starts_with(class)) => {
                Error::Unavailable(db.to_string())
            }
            // What is wrong with a value is told with the value; it may be personal.
            ref code if code.code().starts_with("22") => {
                Error::internal(format!("{}: a value does not fit", code.code()))
            }
            ref code => Error::internal(format!("{}: {}", code.code(), db.message())),
        }
    }
}

/// True when the connection is gone for good.
fn is_lost(cause: &tokio_postgres::Error) -> bool {
    let fatal = |db: &DbError| matches!(db.parsed_severity(), Some(Severity::Fatal | Severity::Panic));
    cause.is_closed()
        || cause.as_db_error().is_some_and(fatal)
        || cause.source().is_some_and(|of| of.is::<std::io::Error>())
}

/// The broken rule in the words that SQLite's errors allow too.
fn violation(db: &DbError) -> Violation {
    let rule = db.constraint().unwrap_or_default().to_owned();
    match *db.code() {
        SqlState::UNIQUE_VIOLATION => Violation {
            table: db.table().unwrap_or_default().to_owned(),
            columns: db.detail().and_then(key_columns).unwrap_or_else(|| vec![rule]),
        },
        SqlState::FOREIGN_KEY_VIOLATION => Violation { table: String::new(), columns: vec!["reference".into()] },
        _ => Violation { table: String::new(), columns: vec![rule] },
    }
}

/// Reads the columns out of "Key (slot, seat)=(1, 2) already exists.", whatever language the words are in.
fn key_columns(detail: &str) -> Option<Vec<String>> {
    let (_, key) = detail.split_once('(')?;
    let (columns, _) = key.split_once(")=(")?;
    Some(columns.split(", ").map(|column| column.trim_matches('"').to_owned()).collect())
}
