//! All of the database, row by row: read as it is at one moment, or written into an empty one. The rows, and the order
//! in which they come, are the same on both databases.

use super::value::{Row, Value};
use super::{Db, Engine, Schema, sqlite};
use crate::error::{Error, Result};
use crate::sql;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The list of migrations that ran, which is no content.
const MIGRATIONS: &str = "migrations";

sql!(RAN, "SELECT name FROM migrations ORDER BY name");

/// A table as it is dumped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Columns by name: their order in a row, and their kinds in SQLite's names.
    pub columns: Vec<(String, String)>,
    /// The columns of a key, which no two rows share: the order of the rows.
    pub key: Vec<String>,
}

impl Table {
    pub(super) fn select(&self) -> String {
        let (columns, key) = (self.column_names(), quoted(&self.key));
        format!("SELECT {columns} FROM \"{}\" ORDER BY {key}", self.name)
    }

    pub(super) fn column_names(&self) -> String {
        quoted(self.columns.iter().map(|(name, _)| name))
    }
}

fn quoted(names: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    names.into_iter().map(|name| format!("\"{}\"", name.as_ref())).collect::<Vec<_>>().join(", ")
}

/// The tables of a schema, none before one that it refers to.
pub(super) fn tables(schema: &Schema) -> Result<Vec<Table>> {
    let mut waiting: BTreeMap<&str, Table> = BTreeMap::new();
    for ((table, column), of) in &schema.columns {
        let entry = || Table { name: table.clone(), columns: Vec::new(), key: Vec::new() };
        waiting.entry(table).or_insert_with(entry).columns.push((column.clone(), of.kind.clone()));
    }
    waiting.remove(MIGRATIONS);
    for table in waiting.values_mut() {
        let required = |column: &String| schema.columns[&(table.name.clone(), column.clone())].required;
        let keys = schema.unique.iter().filter(|(of, columns)| *of == table.name && columns.iter().all(required));
        table.key = keys.map(|(_, columns)| columns.clone()).min().unwrap_or_default();
        if table.key.is_empty() {
            return Err(Error::internal(format!("the table {} has no key to read it by", table.name)));
        }
    }
    let mut out: Vec<Table> = Vec::new();
    let mut there: BTreeSet<String> = BTreeSet::new();
    while !waiting.is_empty() {
        let refers = |table: &str, there: &BTreeSet<String>| {
            schema.references.iter().any(|(of, _, to)| of == table && to != table && !there.contains(to))
        };
        let ready: Vec<&str> = waiting.keys().copied().filter(|table| !refers(table, &there)).collect();
        if ready.is_empty() {
            return Err(Error::internal("tables refer to each other in a circle"));
        }
        for name in ready {
            out.extend(waiting.remove(name));
            there.insert(name.to_owned());
        }
    }
    Ok(out)
}

impl Db {
    /// Every table but the list of migrations, none before one that it refers to.
    pub async fn tables(&self) -> Result<Vec<Table>> {
        tables(&self.schema().await?)
    }

    /// The names of the migrations it has had, in order.
    pub async fn migrations(&self) -> Result<Vec<String>> {
        let rows = self.read().await?.rows(&RAN, &[]).await?;
        rows.into_iter().map(|row| row.get(0)).collect()
    }

    /// How many rows there are in all, for a progress bar.
    pub async fn count_rows(&self, tables: &[Table]) -> Result<u64> {
        match &self.0.engine {
            Engine::Sqlite { file, .. } => sqlite::count_rows(file, tables),
            Engine::Postgres(pool) => pool.count_rows(tables).await,
        }
    }

    /// Hands out every row as it is at one moment, table by table, in the order of each table's key. Nobody is kept
    /// waiting: SQLite's file is copied first, beside it, and the copy is read.
    pub async fn dump(&self, tables: &[Table], each: impl FnMut(usize, Row) -> Result<()>) -> Result<()> {
        self.dump_by_way_of(None, tables, each).await
    }

    /// The same with SQLite's copy in this folder: there must be room for it, and the council may need its own.
    pub async fn dump_by_way_of(
        &self,
        folder: Option<&Path>,
        tables: &[Table],
        each: impl FnMut(usize, Row) -> Result<()>,
    ) -> Result<()> {
        match &self.0.engine {
            Engine::Sqlite { file, .. } => {
                let folder = folder.or(file.parent()).unwrap_or(Path::new("."));
                tokio::task::block_in_place(|| sqlite::dump(file, folder, tables, each))
            }
            Engine::Postgres(pool) => pool.dump(tables, each).await,
        }
    }

    /// Writes rows into tables in place of what stands there, all or none. They come table by table, with the number of
    /// their table and a value for each of its columns. Then each is handed back as it stands there, in the order of
    /// [`Db::dump`], and `None` at the end: an error there takes all of it back too.
    pub async fn fill(
        &self,
        tables: &[Table],
        next: impl FnMut() -> Result<Option<(usize, Vec<Value>)>>,
        back: impl FnMut(Option<(usize, Row)>) -> Result<()>,
    ) -> Result<()> {
        match &self.0.engine {
            Engine::Sqlite { lane, .. } => lane.fill(tables, next, back).await,
            Engine::Postgres(pool) => pool.fill(tables, next, back).await,
        }
    }
}

impl Db {
    /// Takes every table away, with the list of migrations: for what was made in an empty place and did not succeed.
    pub async fn drop_tables(&self) -> Result<()> {
        let mut tables = self.tables().await?;
        tables.reverse();
        let names = tables.iter().map(|table| table.name.as_str()).chain([MIGRATIONS]);
        let drops: Vec<String> = names.map(|name| format!("DROP TABLE IF EXISTS \"{name}\";")).collect();
        self.maintain(&drops.concat()).await
    }
}

impl Row {
    /// All values, in the order of the columns.
    pub fn values(&self) -> &[Value] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Column;

    fn schema(tables: &[&str], references: &[(&str, &str)]) -> Schema {
        let mut schema = Schema::default();
        for table in tables {
            let column = Column { kind: "BLOB".into(), required: true };
            schema.columns.insert((table.to_string(), "id".into()), column);
            schema.unique.insert((table.to_string(), vec!["id".into()]));
        }
        let references = references.iter().map(|(of, to)| (of.to_string(), vec!["of".into()], to.to_string()));
        schema.references = references.collect();
        schema
    }

    fn names(schema: &Schema) -> Result<Vec<String>> {
        Ok(tables(schema)?.into_iter().map(|table| table.name).collect())
    }

    #[test]
    fn a_table_comes_after_those_it_refers_to() {
        let schema = schema(&["a", "b", "c", MIGRATIONS], &[("a", "c"), ("c", "b"), ("b", "b")]);
        assert_eq!(names(&schema).unwrap(), ["b", "c", "a"]);
    }

    #[test]
    fn a_circle_and_a_table_without_a_key_are_refused() {
        assert!(names(&schema(&["a", "b"], &[("a", "b"), ("b", "a")])).is_err());
        let mut without = schema(&["a"], &[]);
        without.unique.clear();
        assert!(names(&without).is_err());
    }
}
