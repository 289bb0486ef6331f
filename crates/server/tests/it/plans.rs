//! Every statement linked into the program has an index for it: on SQLite as it is, on PostgreSQL over a borough. Each
//! noun's own tests seed its tables more thickly; here the statements of all of them meet in one database.

use crate::access::world::World;
use crate::support::{Council, HERE, Reached};
use kit::db::{Kind, STATEMENTS, Sql};
use kit::testing::{PlanException, assert_plans_of, on_postgres, on_sqlite, repository_migrations};
use server::demo::{self, Size};
use std::path::Path;

const EXCEPTIONS: &[PlanException] = &[];

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

#[test]
fn no_statement_reads_a_whole_table_on_postgres() {
    on_postgres(repository_migrations(), async |db| {
        assert_eq!(db.kind(), Kind::Postgres);
        let council = Council::demo(db).await;
        demo::fill(&council.app, Size { households: 6_000, weeks: 8 }, Path::new("/nowhere")).await.unwrap();
        assert_plans_of(db.db(), of_the_program(), EXCEPTIONS).await;
    });
}
