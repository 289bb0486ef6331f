//! The plan test: no statement may read a whole table or sort what an index could give in order.

use crate::db::{Db, Kind, STATEMENTS, Sql};
use std::collections::BTreeSet;

/// A statement that may scan or sort.
#[derive(Debug, Clone, Copy)]
pub struct PlanException {
    /// The statement, as `crate::NAME`.
    pub statement: &'static str,
    /// The database it is for; `None` for both.
    pub on: Option<Kind>,
    /// Why this is right.
    pub reason: &'static str,
}

/// Explains every statement linked into this test and fails on a scan or sort without an exception, and on an
/// exception that is no longer needed. On PostgreSQL the tables must be seeded first: of a small one it rightly reads
/// all. A name ending in `_SQLITE` or `_POSTGRES` is for that database only.
pub async fn assert_plans(db: &Db, exceptions: &[PlanException]) {
    assert_plans_of(db, STATEMENTS.iter().copied(), exceptions).await;
}

/// The same over a list of statements.
pub async fn assert_plans_of(
    db: &Db,
    statements: impl IntoIterator<Item = &'static Sql>,
    exceptions: &[PlanException],
) {
    look_at(db, None, statements, exceptions).await;
}

/// The same on a PostgreSQL where every table holds made-up rows. Of such rows it may think that a third fits, and rather
/// read all; such a statement is looked at again on `forced`, where reading all and sorting are discouraged: an index
/// must then take its place.
pub async fn assert_plans_over_all(
    db: &Db,
    forced: &Db,
    statements: impl IntoIterator<Item = &'static Sql>,
    exceptions: &[PlanException],
) {
    look_at(db, Some(forced), statements, exceptions).await;
}

async fn look_at(
    db: &Db,
    forced: Option<&Db>,
    statements: impl IntoIterator<Item = &'static Sql>,
    exceptions: &[PlanException],
) {
    let kind = db.kind();
    if kind == Kind::Postgres {
        db.maintain("ANALYZE").await.expect("ANALYZE runs");
    }
    let (mut faults, mut needed) = (Vec::new(), BTreeSet::new());
    for sql in statements.into_iter().filter(|sql| is_for(sql, kind)) {
        let name = name_of(sql);
        let steps = match db.explain(sql).await {
            Ok(steps) => steps,
            Err(cause) => {
                faults.push(format!("{name} ({}) cannot be explained: {cause}", sql.file));
                continue;
            }
        };
        let costly = costly_steps(kind, &steps);
        if costly.is_empty() {
            continue;
        }
        if let Some(forced) = forced
            && let Ok(steps) = forced.explain(sql).await
            && costly_steps(kind, &steps).is_empty()
            && !walks_a_whole_index(&steps)
        {
            continue;
        }
        let allowed = exceptions.iter().position(|e| e.statement == name && e.on.is_none_or(|on| on == kind));
        match allowed {
            Some(exception) => drop(needed.insert(exception)),
            None => faults.push(format!("{name} ({}): {}\n    {}", sql.file, costly.join("; "), steps.join("\n    "))),
        }
    }
    for (number, exception) in exceptions.iter().enumerate() {
        if exception.reason.trim().is_empty() {
            faults.push(format!("the exception for {} has no reason", exception.statement));
        }
        // PostgreSQL may walk a small index in place of a table once that was vacuumed: what is for both is SQLite's to need.
        let is_of_this = exception.on.unwrap_or(Kind::Sqlite) == kind;
        if is_of_this && !needed.contains(&number) {
            faults.push(format!("the exception for {} is no longer needed", exception.statement));
        }
    }
    assert!(faults.is_empty(), "plans on {kind:?}:\n{}", faults.join("\n"));
}

fn is_for(sql: &Sql, kind: Kind) -> bool {
    match kind {
        Kind::Sqlite => !sql.name.ends_with("_POSTGRES"),
        Kind::Postgres => !sql.name.ends_with("_SQLITE"),
    }
}

/// `crate::NAME`, with the crate from the path `crates/<crate>/…`.
fn name_of(sql: &Sql) -> String {
    let path = sql.file.replace('\\', "/");
    let home = path.rsplit_once("crates/").map_or(path.as_str(), |(_, rest)| rest);
    format!("{}::{}", home.split('/').next().unwrap_or_default(), sql.name)
}

/// The steps of a plan that read a whole table or sort.
fn costly_steps(kind: Kind, steps: &[String]) -> Vec<String> {
    let costly: Vec<&str> = match kind {
        Kind::Sqlite => steps.iter().map(|step| step.trim()).filter(|step| is_costly_on_sqlite(step, steps)).collect(),
        Kind::Postgres => steps.iter().filter_map(|step| costly_on_postgres(step)).collect(),
    };
    costly.into_iter().map(str::to_owned).collect()
}

/// Rows the statement made itself (VALUES, a WITH table, a function's) may be scanned; a table may not.
fn is_costly_on_sqlite(step: &str, steps: &[String]) -> bool {
    if step.starts_with("USE TEMP B-TREE FOR") && step.contains("ORDER BY") {
        return true;
    }
    let Some(scanned) = step.strip_prefix("SCAN ") else { return false };
    if scanned.contains("CONSTANT ROW")
        || scanned.ends_with("VALUES CLAUSE")
        || scanned.contains("VIRTUAL TABLE")
        || scanned.starts_with('(')
    {
        return false;
    }
    let of = scanned.split(' ').next().unwrap_or_default();
    let made =
        |step: &String| matches!(step.trim().split_once(' '), Some(("MATERIALIZE" | "CO-ROUTINE", name)) if name == of);
    !steps.iter().any(made)
}

/// A scan of an index without a condition reads the whole table by another way.
fn walks_a_whole_index(steps: &[String]) -> bool {
    let scans = |step: &String| step.contains("Index Scan") || step.contains("Index Only Scan");
    let bare = |(n, step): (usize, &String)| {
        let condition = steps.get(n + 1).is_some_and(|next| next.trim_start().starts_with("Index Cond"));
        scans(step) && !condition
    };
    steps.iter().enumerate().any(bare)
}

fn costly_on_postgres(step: &str) -> Option<&str> {
    let node = step.trim_start().trim_start_matches("->").trim_start();
    let node = node.strip_prefix("Parallel ").unwrap_or(node);
    let costly = node.starts_with("Seq Scan on ")
        || node.starts_with("Sort  (")
        || node.starts_with("Incremental Sort  (")
        || node == "Sort";
    costly.then_some(node)
}
