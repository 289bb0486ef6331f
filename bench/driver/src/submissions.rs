//! Durable submissions through HTTP: clients that each send a prepared draft, wait for the answer, and send the next.

use crate::client::{self, Client};
use crate::council::{self, Served};
use crate::disk;
use crate::drafts::{self, Prepared};
use crate::figures::{cpu_seconds, last_line, load, median, percentile};
use clap::Args;
use kit::clock::Stopwatch;
use kit::db::{Db, Options, Place};
use kit::{Error, Result};
use server::demo::Size;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// Durable submissions through HTTP.
#[derive(Args)]
pub struct Asked {
    /// Where the databases of the bench are made; on the disk that is to be measured.
    #[arg(long)]
    folder: PathBuf,
    /// A PostgreSQL to measure beside it.
    #[arg(long)]
    postgres: Option<String>,
    /// Seconds of each run.
    #[arg(long, default_value_t = 6)]
    seconds: u64,
    /// Runs of each kind; the median counts.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Clients at the same time.
    #[arg(long, default_value_t = 64)]
    clients: usize,
    /// Drafts prepared for a run; it ends early when they are used up.
    #[arg(long, default_value_t = 60_000)]
    drafts: usize,
    /// Only this kind of run: for profiling.
    #[arg(long)]
    only: Option<String>,
}

/// One way of keeping the data.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Guildhall,
    OneEach,
    Unsafe,
    Postgres,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Kind::Guildhall => "sqlite, sure, group commit",
            Kind::OneEach => "sqlite, sure, one commit a request",
            Kind::Unsafe => "sqlite, synchronous=OFF",
            Kind::Postgres => "postgres, fsync on",
        }
    }
}

/// What one run came to.
struct Outcome {
    rate: f64,
    cpu_micros: f64,
    p50: f64,
    p99: f64,
    a_commit: Option<f64>,
}

impl Asked {
    pub async fn run(&self) -> Result<()> {
        std::fs::create_dir_all(&self.folder)?;
        let sync = disk::sync_millis(&self.folder)?;
        println!("the disk has 4 kB for sure in {sync:.2} ms; {} clients; load average {}", self.clients, load());
        let mut kinds = vec![Kind::Guildhall, Kind::OneEach, Kind::Unsafe];
        kinds.extend(self.postgres.is_some().then_some(Kind::Postgres));
        kinds.retain(|kind| self.only.as_ref().is_none_or(|only| kind.name().contains(only.as_str())));
        let mut rates: Vec<Vec<f64>> = vec![Vec::new(); kinds.len()];
        for round in 1..=self.rounds {
            for (kind, rates) in kinds.iter().zip(&mut rates) {
                let outcome = self.once(*kind).await?;
                println!(
                    "round {round}, {:<34} {:>6.0}/s, {:>4.0} us of processor each, p50 {:.1} ms, p99 {:.1} ms, {}load {}",
                    kind.name(),
                    outcome.rate,
                    outcome.cpu_micros,
                    outcome.p50,
                    outcome.p99,
                    // PostgreSQL's own are not counted.
                    outcome.a_commit.map(|each| format!("{each:.1} a commit, ")).unwrap_or_default(),
                    load()
                );
                rates.push(outcome.rate);
            }
        }
        let rate = |wanted: Kind| {
            let at = kinds.iter().position(|kind| *kind == wanted);
            at.map_or(f64::NAN, |at| median(rates[at].clone()))
        };
        for kind in &kinds {
            println!("median: {:<34} {:>6.0}/s", kind.name(), rate(*kind));
        }
        // Where the disk is slow, group commit has to pay; where it is quick, safety must cost little.
        let baseline = if sync >= 1.0 { rate(Kind::OneEach) } else { rate(Kind::Unsafe) };
        last_line("submissions", rate(Kind::Guildhall), "submissions/s", baseline, rate(Kind::Guildhall) / baseline);
        Ok(())
    }

    async fn once(&self, kind: Kind) -> Result<Outcome> {
        let folder = tempfile::tempdir_in(&self.folder)?;
        let database = self.postgres.as_deref().filter(|_| kind == Kind::Postgres);
        let common = council::common(folder.path(), database);
        let place =
            database.map_or_else(|| Place::Folder(folder.path().to_owned()), |url| Place::Postgres(url.to_owned()));
        let mut options = Options::new(place);
        if database.is_some() {
            // Each run begins with nothing, as it does in a new folder.
            let emptied = "DROP SCHEMA public CASCADE; CREATE SCHEMA public";
            Db::open(&options).await?.maintain(emptied).await?;
        }
        let maker = council::maker(&common, options.clone()).await?;
        council::fill(&maker, Size { households: 1_000, weeks: 8 }).await?;
        let prepared = drafts::prepare(&maker, self.drafts).await?;
        drop(maker);
        options.group_commit = kind != Kind::OneEach;
        options.sure = kind != Kind::Unsafe;
        let served = Served::start(&common, options).await?;
        disk::settle()?;
        let outcome = self.load(&served, prepared).await;
        served.stop().await?;
        outcome
    }

    async fn load(&self, served: &Served, prepared: Vec<Prepared>) -> Result<Outcome> {
        let app = &served.running.app;
        let (since, commits, cpu) = (app.now(), app.db.commits(), cpu_seconds());
        let watch = Stopwatch::start();
        let sender = Sender {
            address: served.address,
            prepared: Arc::new(prepared),
            next: Arc::default(),
            until: Duration::from_secs(self.seconds),
        };
        let clients = self.clients;
        // The clients have a thread of their own, as callers from outside would.
        let mut taken = tokio::task::spawn_blocking(move || sender.all(clients)).await.map_err(Error::internal)??;
        let (seconds, cpu) = (watch.elapsed().as_secs_f64(), cpu_seconds() - cpu);
        let commits = app.db.commits() - commits;
        let sent = taken.len() as i64;
        let written = drafts::written(app, since).await?;
        let [cases, facts, messages] = written;
        // The council's own work may have told somebody besides that a promise was broken.
        if cases != sent || facts != sent || messages < sent {
            let told = format!("{sent} were acknowledged, but there are {written:?} cases, facts, messages");
            return Err(Error::internal(told));
        }
        taken.sort();
        Ok(Outcome {
            rate: sent as f64 / seconds,
            cpu_micros: cpu * 1e6 / sent as f64,
            p50: percentile(&taken, 0.5),
            p99: percentile(&taken, 0.99),
            a_commit: (commits > 0).then(|| sent as f64 / commits as f64),
        })
    }
}

/// What every client shares.
#[derive(Clone)]
struct Sender {
    address: SocketAddr,
    prepared: Arc<Vec<Prepared>>,
    next: Arc<AtomicUsize>,
    until: Duration,
}

impl Sender {
    /// Runs the clients on this thread and gives how long each submission took.
    fn all(&self, clients: usize) -> Result<Vec<Duration>> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let clients: Vec<_> = (0..clients).map(|_| tokio::spawn(self.clone().one())).collect();
            let mut taken = Vec::new();
            for client in clients {
                taken.extend(client.await.map_err(Error::internal)??);
            }
            Ok(taken)
        })
    }

    async fn one(self) -> Result<Vec<Duration>> {
        let mut client = Client::connect(self.address).await?;
        let (whole, mut taken) = (Stopwatch::start(), Vec::new());
        while whole.elapsed() < self.until {
            let Some(draft) = self.prepared.get(self.next.fetch_add(1, Ordering::Relaxed)) else { break };
            let path = format!("/forms/{}/submit", draft.id);
            let request = client::post(self.address, &path, &draft.cookie, "revision=12");
            let watch = Stopwatch::start();
            let answer = client.ask(&request).await?;
            taken.push(watch.elapsed());
            if answer.status != 303 || !answer.location.as_deref().is_some_and(|to| to.starts_with("/received/")) {
                return Err(Error::internal(format!("draft {} got {} {:?}", draft.id, answer.status, answer.location)));
            }
        }
        Ok(taken)
    }
}
