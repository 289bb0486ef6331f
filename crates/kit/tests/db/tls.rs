//! PostgreSQL over TLS: a server of the test's own that lets nobody in without.

use kit::db::{Db, Options, Place};
use kit::facts::{Keeper, SealKey};
use kit::testing::{postgres_address, repository_migrations, run, test_parts};
use kit::{params, sql};
use rcgen::{CertifiedKey, generate_simple_self_signed};
use std::path::Path;
use std::process::Command;

sql!(ENCRYPTED, "SELECT CAST(count(*) AS BIGINT) FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl");
sql!(DATA_FOLDER, "SELECT current_setting('data_directory')");
sql!(
    LISTENING,
    "SELECT CAST(count(*) AS BIGINT) FROM pg_stat_activity JOIN pg_stat_ssl USING (pid) WHERE query = 'LISTEN facts' AND ssl"
);

/// A throw-away PostgreSQL, stopped when dropped.
struct Server {
    name: String,
}

impl Server {
    fn command(&self, verb: &str) -> std::process::Output {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/postgres.sh");
        let mut command = Command::new(script);
        command.arg(verb).env("GUILDHALL_POSTGRES_NAME", &self.name).output().expect("the script runs")
    }

    /// Where there is a PostgreSQL for tests there are its programs too.
    fn start() -> Option<(Server, String)> {
        postgres_address()?;
        let server = Server { name: format!("tls-{}", std::process::id()) };
        let out = server.command("start");
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        Some((server, String::from_utf8_lossy(&out.stdout).trim().to_owned()))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.command("stop");
    }
}

/// Turns TLS on and everything else off.
async fn lock(db: &Db, key: &CertifiedKey<rcgen::KeyPair>) {
    let folder: String = db.read().await.unwrap().one(&DATA_FOLDER, params![]).await.unwrap().get(0).unwrap();
    let rules = "local all all trust\nhostssl all all 127.0.0.1/32 trust";
    let (certificate, private) = (key.cert.pem(), key.signing_key.serialize_pem());
    for (file, text) in [("server.crt", &*certificate), ("server.key", &private), ("pg_hba.conf", rules)] {
        // The server writes the files itself: they are its own, and nobody else may read a key.
        let lines = format!("SELECT regexp_split_to_table($text${}$text$, E'\\r?\\n')", text.trim());
        db.maintain(&format!("COPY ({lines}) TO PROGRAM 'umask 077; cat > {folder}/{file}'")).await.unwrap();
    }
    db.maintain("ALTER SYSTEM SET ssl = on").await.unwrap();
    db.maintain("SELECT pg_reload_conf()").await.unwrap();
}

async fn open(url: &str) -> kit::Result<Db> {
    Db::open(&Options::new(Place::Postgres(url.to_owned()))).await
}

fn certificate() -> CertifiedKey<rcgen::KeyPair> {
    generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap()
}

#[test]
fn the_way_to_postgres_is_encrypted_when_the_address_says_so() {
    run(async {
        let Some((_server, url)) = Server::start() else { return };
        let key = certificate();
        lock(&open(&url).await.unwrap(), &key).await;
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: String| {
            let file = folder.path().join(name);
            std::fs::write(&file, text).unwrap();
            file.display().to_string()
        };
        let (own, other) = (file("own.pem", key.cert.pem()), file("other.pem", certificate().cert.pem()));
        // The reload takes a moment.
        let mut refused = false;
        for _ in 0..200 {
            refused = open(&format!("{url}?sslmode=disable")).await.is_err();
            if refused && open(&format!("{url}?sslmode=require")).await.is_ok() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        assert!(refused, "the server lets nobody in without TLS");
        for (mode, fine) in [
            ("sslmode=require", true),
            (&*format!("sslmode=require&sslrootcert={own}"), true),
            (&format!("sslmode=verify-full&sslrootcert={own}"), true),
            (&format!("sslmode=require&sslrootcert={other}"), false),
            ("sslmode=verify-full", false),
        ] {
            let opened = open(&format!("{url}?{mode}")).await;
            assert_eq!(opened.is_ok(), fine, "{mode}: {:?}", opened.err());
            if let Ok(db) = opened {
                let mut read = db.read().await.unwrap();
                assert_eq!(read.one(&ENCRYPTED, params![]).await.unwrap().get::<i64>(0).unwrap(), 1, "{mode}");
            }
        }
        let url = format!("{url}?sslmode=require");
        let db = open(&url).await.unwrap();
        db.migrate(repository_migrations()).await.unwrap();
        hears_of_other_nodes(&db, &url, folder.path()).await;
    });
}

/// The connection that waits for news of other nodes is encrypted too.
async fn hears_of_other_nodes(db: &Db, url: &str, folder: &Path) {
    let app = test_parts(db, 1).build();
    let key = SealKey::open_or_make(&folder.join("seals.key"), &app.entropy).unwrap();
    let keeper = Keeper::start(&app, key, Vec::new(), Some(url));
    let mut listening = 0i64;
    for _ in 0..200 {
        listening = db.read().await.unwrap().one(&LISTENING, params![]).await.unwrap().get(0).unwrap();
        if listening == 1 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert_eq!(listening, 1);
    keeper.stop().await;
}
