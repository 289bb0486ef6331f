//! The test harness: the same test on SQLite and on PostgreSQL, each time in a database of its own.
//!
//! ```no_run
//! use kit::testing::{each_database, repository_migrations};
//!
//! each_database(repository_migrations(), async |db| {
//!     let mut tx = db.begin().await.unwrap();
//!     // … store functions take `&mut tx` …
//!     tx.commit().await.unwrap();
//! });
//! ```
//!
//! PostgreSQL is used when `GUILDHALL_TEST_POSTGRES` gives its address: `export
//! GUILDHALL_TEST_POSTGRES="$(tests/postgres.sh start)"`.

mod browser;
mod clamd;
mod machine;
pub mod multipart;
pub mod notify;
mod photo;
mod plans;
mod postgres;

pub use browser::{Answer, Browser, TEST_NOW, repository_words, test_parts};
pub use clamd::{Clamd, VIRUS};
pub use machine::{SmallDisk, febrl, python, strace, street_reports};
pub use multipart::{KIND as FORM_WITH_FILES, form_with_files};
pub use photo::{pdf, photo, picture};
pub use plans::{PlanException, assert_plans, assert_plans_of, assert_plans_over_all};

use crate::db::{Db, Kind, Migration, Options, Place};
use std::ops::{AsyncFn, Deref};
use std::path::Path;
use std::sync::OnceLock;

/// The variable with the address of a PostgreSQL where tests may make and drop databases.
pub const POSTGRES_VARIABLE: &str = "GUILDHALL_TEST_POSTGRES";

/// A database of its own for one test, gone when dropped. It reads as a [`Db`].
pub struct TestDb {
    db: Db,
    options: Options,
    _place: Own,
}

/// What is taken away afterwards.
enum Own {
    Folder { _folder: tempfile::TempDir },
    Database { _database: postgres::Database },
}

impl TestDb {
    /// A new SQLite database in a temporary folder, migrated.
    pub async fn sqlite(migrations: &[Migration]) -> TestDb {
        Self::sqlite_with(migrations, |_| {}).await
    }

    /// The same with other options than a council's.
    pub async fn sqlite_with(migrations: &[Migration], change: impl FnOnce(&mut Options)) -> TestDb {
        let folder = tempfile::Builder::new().prefix("guildhall-test-").tempdir().expect("a temporary folder");
        let mut options = Options::new(Place::Folder(folder.path().join("data")));
        change(&mut options);
        let db = Db::open(&options).await.expect("SQLite opens");
        db.migrate(migrations).await.expect("SQLite migrates");
        TestDb { db, options, _place: Own::Folder { _folder: folder } }
    }

    /// A new PostgreSQL database, cloned from a template with these migrations; `None` where there is no PostgreSQL.
    pub async fn postgres(migrations: &[Migration]) -> Option<TestDb> {
        Self::postgres_with(migrations, |_| {}).await
    }

    /// The same with other options than a council's.
    pub async fn postgres_with(migrations: &[Migration], change: impl FnOnce(&mut Options)) -> Option<TestDb> {
        let database = postgres::Database::clone_of(migrations, postgres_address()?).await;
        let mut options = Options::new(Place::Postgres(database.url().to_owned()));
        change(&mut options);
        let db = Db::open(&options).await.expect("PostgreSQL opens");
        Some(TestDb { db, options, _place: Own::Database { _database: database } })
    }

    /// Which of the two databases this is, for messages.
    pub fn name(&self) -> &'static str {
        match self.db.kind() {
            Kind::Sqlite => "SQLite",
            Kind::Postgres => "PostgreSQL",
        }
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// Where it lives: for a test that starts the program on it, or opens it a second time.
    pub fn place(&self) -> &Place {
        &self.options.place
    }

    /// How it was opened: for a test that opens it a second time, as another node would.
    pub fn options(&self) -> &Options {
        &self.options
    }
}

impl Deref for TestDb {
    type Target = Db;
    fn deref(&self) -> &Db {
        &self.db
    }
}

/// Runs the same test on SQLite and on PostgreSQL. The test is a plain `#[test]` function; the runtime is made here,
/// with two threads as on a small machine.
pub fn each_database(migrations: &[Migration], test: impl AsyncFn(&TestDb)) {
    on_sqlite(migrations, &test);
    on_postgres(migrations, &test);
}

/// Runs a test on SQLite only: for what only SQLite has, such as the writer lane.
pub fn on_sqlite(migrations: &[Migration], test: impl AsyncFn(&TestDb)) {
    println!("on SQLite:");
    run(async {
        let db = TestDb::sqlite(migrations).await;
        test(&db).await;
    });
}

/// Runs a test on PostgreSQL only: for what only PostgreSQL has, such as transactions that collide.
pub fn on_postgres(migrations: &[Migration], test: impl AsyncFn(&TestDb)) {
    println!("on PostgreSQL:");
    run(async {
        if let Some(db) = TestDb::postgres(migrations).await {
            test(&db).await;
        }
    });
}

/// Runs a test to its end on a runtime with two threads.
pub fn run<T>(test: impl Future<Output = T>) -> T {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(2).enable_all().build().expect("a runtime").block_on(test)
}

/// The address of PostgreSQL for tests. Without one, says so; where CI is set, that is a failure.
pub fn postgres_address() -> Option<String> {
    address_or_word(std::env::var(POSTGRES_VARIABLE).ok(), std::env::var_os("CI").is_some())
}

fn address_or_word(address: Option<String>, ci: bool) -> Option<String> {
    let address = address.filter(|url| !url.is_empty());
    if address.is_none() {
        machine::say_or_fail(&format!("PostgreSQL tests not run: set {POSTGRES_VARIABLE}"), ci);
    }
    address
}

/// The migrations in a folder, paired as the program pairs those it was built with.
pub fn migrations(folder: impl AsRef<Path>) -> Vec<Migration> {
    let folder = folder.as_ref();
    let listed = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let files = listed.map(|file| file.expect("a folder's entry").path()).filter(|path| path.is_file()).map(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        // The program's own are built in and live as long as it does; so do these.
        (&*name.leak(), &*text.leak())
    });
    Migration::from_files(files).unwrap_or_else(|e| panic!("{}: {e}", folder.display()))
}

/// All migrations of the program, from `migrations/` of this repository.
pub fn repository_migrations() -> &'static [Migration] {
    static READ: OnceLock<Vec<Migration>> = OnceLock::new();
    READ.get_or_init(|| migrations(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations")))
}

#[cfg(test)]
mod tests {
    use super::address_or_word;

    #[test]
    fn without_an_address_postgres_is_left_out() {
        assert_eq!(address_or_word(None, false), None);
        assert_eq!(address_or_word(Some(String::new()), false), None);
        assert_eq!(address_or_word(Some("postgres://x/y".into()), true).as_deref(), Some("postgres://x/y"));
    }

    #[test]
    #[should_panic(expected = "PostgreSQL tests not run")]
    fn in_ci_that_is_a_failure() {
        address_or_word(None, true);
    }
}
