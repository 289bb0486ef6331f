//! PostgreSQL: a pool, serializable transactions, and its errors in our words.

use super::value::{Row, Value};
use super::{Migration, Schema, Sql, migrate};
use crate::error::{Error, Result, Violation};
use deadpool_postgres::{Manager, ManagerConfig, Object, RecyclingMethod, Runtime};
use std::collections::HashMap;
use std::sync::{Arc, RwLock};
use std::time::Duration;
use tokio_postgres::types::ToSql;
use tokio_postgres::{NoTls, error::SqlState};

/// Unique indexes and keys by name, so that a violation can name its columns.
type Rules = Arc<RwLock<HashMap<String, Violation>>>;

#[derive(Clone)]
pub(super) struct Pool {
    pool: deadpool_postgres::Pool,
    rules: Rules,
}

#[derive(Clone, Copy)]
pub(super) enum Mode {
    Write,
    Read(Duration),
}

impl Pool {
    pub(super) async fn open(url: &str, connections: usize) -> Result<Pool> {
        let mut config: tokio_postgres::Config = url.parse().map_err(Error::internal)?;
        config.application_name("guildhall").connect_timeout(Duration::from_secs(5));
        let manager = Manager::from_config(config, NoTls, ManagerConfig { recycling_method: RecyclingMethod::Fast });
        let pool = deadpool_postgres::Pool::builder(manager)
            .max_size(connections)
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(Duration::from_secs(10)))
            .build()
            .map_err(Error::internal)?;
        let pool = Pool { pool, rules: Rules::default() };
        pool.learn_rules().await?;
        Ok(pool)
    }

    async fn client(&self) -> Result<Object> {
        self.pool.get().await.map_err(|cause| Error::Unavailable(cause.to_string()))
    }

    async fn learn_rules(&self) -> Result<()> {
        let client = self.client().await?;
        let found = migrate::unique_rules_of_postgres(&client).await?;
        *self.rules.write().unwrap_or_else(|e| e.into_inner()) = found;
        Ok(())
    }

    pub(super) async fn begin(&self, mode: Mode) -> Result<Transaction> {
        let client = self.client().await?;
        let begin = match mode {
            Mode::Write => "BEGIN ISOLATION LEVEL SERIALIZABLE".to_owned(),
            Mode::Read(limit) => format!(
                "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = {}",
                limit.as_millis()
            ),
        };
        client.batch_execute(&begin).await?;
        Ok(Transaction { client: Some(client), rules: self.rules.clone() })
    }

    pub(super) async fn migrate(&self, migrations: &[Migration]) -> Result<usize> {
        let mut client = self.client().await?;
        let ran = migrate::on_postgres(&mut client, migrations).await?;
        drop(client);
        self.learn_rules().await?;
        Ok(ran)
    }

    pub(super) async fn schema(&self) -> Result<Schema> {
        migrate::schema_of_postgres(&*self.client().await?).await
    }

    pub(super) async fn maintain(&self, text: &str) -> Result<()> {
        Ok(self.client().await?.batch_execute(text).await?)
    }

    /// Plans with the parameters unknown, as a cached generic plan would be.
    pub(super) async fn explain(&self, sql: &Sql) -> Result<Vec<String>> {
        let client = self.client().await?;
        let parameters = client.prepare(sql.text).await?.params().len();
        client.batch_execute("SET plan_cache_mode = force_generic_plan; DEALLOCATE ALL").await?;
        client.batch_execute(&format!("PREPARE plan_of AS {}", sql.text)).await?;
        let nulls = if parameters == 0 { String::new() } else { format!("({})", vec!["NULL"; parameters].join(",")) };
        let steps = client.query(&format!("EXPLAIN EXECUTE plan_of{nulls}"), &[]).await?;
        client.batch_execute("DEALLOCATE plan_of; RESET plan_cache_mode").await?;
        // The connection's own cache of prepared statements is gone with DEALLOCATE ALL, so it does not go back.
        let _ = Object::take(client);
        Ok(steps.iter().map(|row| row.get::<_, String>(0)).collect())
    }
}

/// One request's transaction; dropped without commit, it is rolled back before the connection is used again.
pub(super) struct Transaction {
    client: Option<Object>,
    rules: Rules,
}

impl Transaction {
    fn client(&self) -> Result<&Object> {
        self.client.as_ref().ok_or_else(|| Error::internal("transaction already ended"))
    }

    pub(super) async fn rows(&mut self, sql: &Sql, params: &[Value]) -> Result<Vec<Row>> {
        let client = self.client()?;
        let statement = client.prepare_cached(sql.text).await.map_err(|e| self.told(e))?;
        let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|p| p as _).collect();
        let found = client.query(&statement, &params).await.map_err(|e| self.told(e))?;
        found
            .iter()
            .map(|row| (0..row.len()).map(|i| Value::from_postgres(row, i)).collect::<Result<_>>().map(Row))
            .collect()
    }

    pub(super) async fn exec(&mut self, sql: &Sql, params: &[Value]) -> Result<u64> {
        let client = self.client()?;
        let statement = client.prepare_cached(sql.text).await.map_err(|e| self.told(e))?;
        let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|p| p as _).collect();
        client.execute(&statement, &params).await.map_err(|e| self.told(e))
    }

    pub(super) async fn commit(mut self) -> Result<()> {
        let client = self.client.take().ok_or_else(|| Error::internal("transaction already ended"))?;
        client.batch_execute("COMMIT").await.map_err(|e| self.told(e))
    }

    /// An error in our words, with the columns of the broken rule where there is one.
    fn told(&self, cause: tokio_postgres::Error) -> Error {
        if let Some(db) = cause.as_db_error()
            && let Some(rule) = db.constraint()
        {
            let rules = self.rules.read().unwrap_or_else(|e| e.into_inner());
            match *db.code() {
                SqlState::UNIQUE_VIOLATION => {
                    if let Some(known) = rules.get(rule) {
                        return Error::Violation(known.clone());
                    }
                }
                SqlState::FOREIGN_KEY_VIOLATION => {
                    return Error::Violation(Violation { table: String::new(), columns: vec!["reference".into()] });
                }
                SqlState::CHECK_VIOLATION => {
                    return Error::Violation(Violation { table: String::new(), columns: vec![rule.into()] });
                }
                _ => {}
            }
        }
        cause.into()
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
        match cause.code() {
            Some(&SqlState::T_R_SERIALIZATION_FAILURE | &SqlState::T_R_DEADLOCK_DETECTED) => Error::Rerun,
            Some(code)
                if code.code().starts_with("53") || code.code().starts_with("57") || code.code().starts_with("08") =>
            {
                Error::Unavailable(cause.to_string())
            }
            None if cause.is_closed() => Error::Unavailable(cause.to_string()),
            _ => match cause.as_db_error() {
                Some(db) => Error::internal(format!("{}: {}", db.code().code(), db.message())),
                None => Error::Unavailable(cause.to_string()),
            },
        }
    }
}
