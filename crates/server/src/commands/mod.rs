//! The command line: `guildhall <verb>`, the same everywhere. Exit codes: 0 done, 1 failed, 2 not understood or refused.

mod backup;
mod bench;
mod check;
mod demo;
mod export;
pub mod import;
mod key;
mod lock;
mod migrate;
mod patience;
pub mod publish;
mod restore;
mod search;
mod serve;
mod shown;
pub mod socket;
mod staff;
mod verify;

pub use lock::Lock;

use clap::{Args, Parser, Subcommand};
use kit::db::{Db, Options, Place};
use kit::{Error, Result};
use std::path::PathBuf;
use std::process::ExitCode;

/// The open front door of a council: one account, one queue, one record, for every service and every channel.
#[derive(Debug, Parser)]
#[command(name = "guildhall", version, arg_required_else_help = true)]
#[command(after_help = "Example: guildhall demo --listen 127.0.0.1:8080")]
pub struct Asked {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    verb: Verb,
}

/// The data folder when no other is named.
const DATA: &str = "guildhall-data";

/// Where the data is, the same for every verb.
#[derive(Debug, Clone, Args)]
pub struct Common {
    /// The folder of the data: database, keys, the council's own words and definitions.
    #[arg(long, value_name = "DIR", default_value = DATA, global = true, env = "GUILDHALL_DATA")]
    pub data: PathBuf,
    /// Keep the data in PostgreSQL instead: postgres://user:password@host:port/name.
    #[arg(long, value_name = "URL", global = true, env = "GUILDHALL_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
    /// The configuration file; by default guildhall.toml in the data folder.
    #[arg(long, value_name = "FILE", global = true, env = "GUILDHALL_CONFIG")]
    pub config: Option<PathBuf>,
    /// Write the log as JSON.
    #[arg(long, global = true, env = "GUILDHALL_LOG_JSON")]
    pub log_json: bool,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Serve the council's site and desk.
    #[command(after_help = "Example: guildhall --data /srv/eastmere serve --listen 127.0.0.1:8080")]
    Serve(serve::Serve),
    /// Start a fictional council, Eastmere, that anyone can click through.
    #[command(after_help = "Example: guildhall demo --listen 127.0.0.1:8080 --households 5000")]
    Demo(demo::Demo),
    /// Bring records in from a file.
    #[command(subcommand, after_help = "Example: guildhall import reports reports.csv --dry-run")]
    Import(import::Import),
    /// Check service definitions and explain every mistake.
    #[command(after_help = "Example: guildhall check definitions")]
    Check(check::Check),
    /// Publish the service definitions of the data folder, also while the server runs.
    #[command(after_help = "Example: guildhall --data /srv/eastmere publish")]
    Publish(publish::Publish),
    /// Find services by everyday words, best first, one a line.
    #[command(after_help = "Example: guildhall search bin not colected")]
    Search(search::Search),
    /// Measure a part of the program on a file.
    #[command(subcommand, after_help = "Example: guildhall bench linkage dataset4a.csv dataset4b.csv")]
    Bench(bench::Bench),
    /// Bring the database up to date with this version.
    #[command(after_help = "Example: guildhall --data /srv/eastmere migrate")]
    Migrate(migrate::Migrate),
    /// Verify the journal: every fact, its order, its seals.
    #[command(after_help = "Example: guildhall --data /srv/eastmere verify")]
    Verify(verify::Verify),
    /// Write all of the council's data into one file, while the server runs.
    #[command(after_help = "Example: guildhall --data /srv/eastmere backup eastmere-2026-11-22.backup")]
    Backup(backup::Backup),
    /// Bring a council back from a backup, into an empty place of either database.
    #[command(after_help = "Example: guildhall --data /srv/eastmere-again restore eastmere-2026-11-22.backup")]
    Restore(restore::Restore),
    /// Write everything held on a person into one file, for their access request.
    #[command(after_help = "Example: guildhall export --resident ada@post.example --out ada.json")]
    Export(export::Export),
    /// Manage staff from the command line.
    #[command(
        subcommand,
        after_help = "Example: guildhall staff add --name 'Ada Example' --email ada@eastmere.example --role administrator"
    )]
    Staff(staff::Staff),
    /// Manage the keys of other systems.
    #[command(subcommand, after_help = "Example: guildhall key add fixmystreet --scope open311")]
    Key(key::Keys),
}

/// Starts the log; `RUST_LOG` chooses what is told.
pub fn watch_the_log(asked: &Asked) {
    use tracing_subscriber::{EnvFilter, fmt};
    let quiet = "warn,access=off";
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(quiet));
    let log = fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if asked.common.log_json {
        log.json().init();
    } else {
        log.init();
    }
}

/// An error as the person at the terminal reads it.
pub fn in_words(cause: &kit::Error) -> String {
    match cause {
        kit::Error::Internal(inside) => inside.to_string(),
        other => other.to_string(),
    }
}

/// Does what was asked.
pub async fn run(asked: Asked) -> Result<ExitCode> {
    let common = asked.common;
    common.stands()?;
    match asked.verb {
        Verb::Serve(verb) => verb.run(&common).await,
        Verb::Demo(verb) => verb.run(&common).await,
        Verb::Import(verb) => verb.run(&common).await,
        Verb::Check(verb) => verb.run(),
        Verb::Publish(verb) => verb.run(&common).await,
        Verb::Search(verb) => verb.run(&common),
        Verb::Bench(verb) => verb.run(),
        Verb::Migrate(verb) => verb.run(&common).await,
        Verb::Verify(verb) => verb.run(&common).await,
        Verb::Backup(verb) => verb.run(&common).await,
        Verb::Restore(verb) => verb.run(&common).await,
        Verb::Export(verb) => verb.run(&common).await,
        Verb::Staff(verb) => verb.run(&common).await,
        Verb::Key(verb) => verb.run(&common).await,
    }
}

impl Common {
    /// How the database is opened.
    pub fn options(&self) -> Options {
        Options::new(match &self.database {
            Some(url) => Place::Postgres(url.clone()),
            None => Place::Folder(self.data.clone()),
        })
    }

    /// Opens the database and brings its schema up to date.
    pub async fn open(&self) -> Result<Db> {
        self.open_with(self.options()).await
    }

    /// The same, opened in a special way.
    pub async fn open_with(&self, options: Options) -> Result<Db> {
        kit::secret_file::make_folder(&self.data)?;
        let db = Db::open(&options).await?;
        db.migrate(&crate::embedded::migrations()?).await?;
        Ok(db)
    }

    /// Refuses a configuration file that was named and is not there, and an address of no database we know.
    fn stands(&self) -> Result<()> {
        if let Some(missing) = self.config.as_ref().filter(|file| !file.is_file()) {
            return Err(Error::internal(format!("there is no configuration file {}", missing.display())));
        }
        if self.database.as_ref().is_some_and(|url| !url.contains("://") && !url.contains('=')) {
            return Err(Error::internal(
                "--database is not the address of a database: write postgres://user:password@host:port/name, or leave \
                 it out for SQLite in the data folder",
            ));
        }
        // Only the part that holds no password is repeated.
        match self.database.as_ref().and_then(|url| url.split_once("://")) {
            Some((scheme, _)) if !matches!(scheme, "postgres" | "postgresql") => Err(Error::internal(format!(
                "{scheme}:// is no database Guildhall knows: write postgres://user:password@host:port/name, or leave \
                 --database out for SQLite in the data folder"
            ))),
            _ => Ok(()),
        }
    }

    /// Refuses a data folder without a council: a mistyped `--data` must not make another. PostgreSQL is asked itself.
    fn has_a_council(&self) -> Result<()> {
        if self.database.is_some() || self.data.join("guildhall.db").is_file() {
            return Ok(());
        }
        let folder = self.data.display();
        let what = if self.data.is_dir() { "council in" } else { "data folder" };
        Err(Error::internal(format!(
            "there is no {what} {folder}: `guildhall --data {folder} migrate` makes one, and so does `serve`"
        )))
    }

    /// Whether no other data folder was named.
    fn is_the_usual_folder(&self) -> bool {
        self.data == std::path::Path::new(DATA)
    }

    /// The configuration file.
    pub fn config_file(&self) -> PathBuf {
        self.config.clone().unwrap_or_else(|| self.data.join("guildhall.toml"))
    }

    /// Reads the configuration.
    pub fn config(&self) -> Result<crate::config::Config> {
        crate::config::Config::read(&self.config_file(), std::env::vars())
    }
}
