//! A PostgreSQL database for one test: cloned from a template that already has the migrations, dropped afterwards.

use crate::db::{Db, Migration, Options, Place};
use sha2::{Digest, Sha256};
use std::sync::atomic::{AtomicU32, Ordering};
use tokio_postgres::{Client, Config, NoTls};

/// The lock under which a template is made, so that tests starting together make it once.
const TEMPLATE_LOCK: i64 = 4720;

/// One test's own database.
pub(super) struct Database {
    server: String,
    name: String,
    url: String,
}

impl Database {
    pub(super) async fn clone_of(migrations: &[Migration], server: String) -> Database {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("guildhall_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let admin = connect(&server).await;
        let template = template(&admin, migrations, &server).await;
        // One left by a killed run whose process had the same number is in the way.
        run(&admin, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        run(&admin, &format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        Database { url: named(&server, &name), server, name }
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Database {
    /// In a thread with its own runtime, because a test may end here by a panic.
    fn drop(&mut self) {
        let (server, name) = (self.server.clone(), self.name.clone());
        let dropping = std::thread::spawn(move || {
            let mut builder = tokio::runtime::Builder::new_current_thread();
            builder.enable_all().build().expect("a runtime").block_on(async {
                let admin = connect(&server).await;
                run(&admin, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
            });
        });
        if dropping.join().is_err() {
            eprintln!("the test's database {} could not be dropped", self.name);
        }
    }
}

/// The name of the template with these migrations; makes it if nobody has yet.
async fn template(admin: &Client, migrations: &[Migration], server: &str) -> String {
    // What turns a migration into PostgreSQL's words counts too: a template is never older than the code.
    let mut digest = Sha256::new_with_prefix(include_str!("../db/migrate.rs"));
    for migration in migrations {
        digest.update(migration.name);
        digest.update([0]);
        digest.update(migration.postgres);
        digest.update([0]);
    }
    let digest: String = digest.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    let name = format!("guildhall_template_{digest}");
    run(admin, &format!("SELECT pg_advisory_lock({TEMPLATE_LOCK})")).await;
    let known = admin.query("SELECT 1 FROM pg_database WHERE datname = $1", &[&name]).await.expect("list of databases");
    if known.is_empty() {
        // Under another name until it is whole: a test that finds the name finds all migrations in it.
        let making = format!("{name}_making");
        run(admin, &format!("DROP DATABASE IF EXISTS {making} WITH (FORCE)")).await;
        run(admin, &format!("CREATE DATABASE {making} TEMPLATE template0")).await;
        let mut options = Options::new(Place::Postgres(named(server, &making)));
        options.connections = 1;
        let db = Db::open(&options).await.expect("template opens");
        db.migrate(migrations).await.expect("template migrates");
        drop(db);
        let quit = format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{making}'");
        run(admin, &quit).await;
        run(admin, &format!("ALTER DATABASE {making} RENAME TO {name}")).await;
    }
    run(admin, &format!("SELECT pg_advisory_unlock({TEMPLATE_LOCK})")).await;
    name
}

async fn connect(server: &str) -> Client {
    let config: Config = server.parse().expect("GUILDHALL_TEST_POSTGRES is an address");
    let (client, connection) = config.connect(NoTls).await.expect("PostgreSQL for tests answers");
    tokio::spawn(connection);
    client
}

async fn run(admin: &Client, text: &str) {
    admin.batch_execute(text).await.unwrap_or_else(|cause| panic!("{text}: {cause:?}"));
}

/// The server's address with another database name.
fn named(server: &str, name: &str) -> String {
    let (before, after) = server.rsplit_once('/').expect("the address ends in /name");
    let options = after.split_once('?').map(|(_, options)| format!("?{options}")).unwrap_or_default();
    format!("{before}/{name}{options}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_the_name_of_an_address_changes() {
        assert_eq!(super::named("postgres://a:b@h:1/postgres", "x"), "postgres://a:b@h:1/x");
        assert_eq!(super::named("postgres://h/postgres?sslmode=disable", "x"), "postgres://h/x?sslmode=disable");
    }
}
