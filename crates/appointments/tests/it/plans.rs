//! No statement of this noun reads a whole table or sorts.

use kit::db::STATEMENTS;
use kit::testing::{assert_plans_of, on_sqlite, repository_migrations};

#[test]
fn every_statement_has_an_index() {
    on_sqlite(repository_migrations(), async |db| {
        let ours = STATEMENTS.iter().copied().filter(|sql| sql.file.contains("crates/appointments/"));
        assert_plans_of(db, ours, &[]).await;
    });
}
