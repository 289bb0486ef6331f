//! Pages of a council with a million cases, asked for at a steady pace whether or not the answer before has come.

use crate::client::{self, Client};
use crate::figures::{last_line, load, percentile, resident_megabytes};
use crate::{council, people};
use clap::Args;
use kit::clock::Stopwatch;
use kit::id::Entropy;
use kit::{App, Error, Result, params, sql};
use server::wiring;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

sql!(CASES, "SELECT CAST(count(*) AS BIGINT) FROM cases WHERE id > $1");
sql!(RESIDENTS, "SELECT CAST(count(*) AS BIGINT) FROM residents WHERE id > $1");
sql!(WARDS, "SELECT DISTINCT ward FROM households LIMIT 40");

// What a start finds to be done: promises broken while nobody ran it, and the messages about them.
sql!(UNTOLD, "SELECT CAST(count(*) AS BIGINT) FROM cases WHERE live = 1 AND told_late = 0 AND promised < $1");
sql!(UNSENT, "SELECT CAST(count(*) AS BIGINT) FROM outbox_messages WHERE state = 'waiting' AND due < $1");

/// How long a start may have things to catch up with.
const CATCHING_UP: Duration = Duration::from_secs(300);
/// Connections the requests are spread over.
const CONNECTIONS: usize = 50;
/// Residents who come back.
const PEOPLE: usize = 2_000;
/// What the slowest percent of the requests may take, in milliseconds.
const TARGET: f64 = 50.0;

/// Pages of a council with a long history.
#[derive(Args)]
pub struct Asked {
    /// Its data folder, made by `seed`.
    #[arg(long)]
    data: PathBuf,
    /// Its PostgreSQL, where it has one.
    #[arg(long)]
    database: Option<String>,
    /// The program.
    #[arg(long)]
    guildhall: PathBuf,
    /// Requests a second.
    #[arg(long, default_value_t = 100)]
    rate: usize,
    /// Seconds for each kind of page.
    #[arg(long, default_value_t = 20)]
    seconds: usize,
}

/// A kind of page: its name, and the addresses asked for with whose cookie.
type Kind = (&'static str, Vec<(String, String)>);

/// A server that ends with the bench.
struct Server {
    child: Child,
    address: SocketAddr,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Asked {
    pub async fn run(&self) -> Result<()> {
        let (app, kinds) = self.prepare().await?;
        let watch = Stopwatch::start();
        let server = self.serve()?;
        let start = watch.elapsed();
        tokio::time::sleep(Duration::from_secs(3)).await;
        println!(
            "started in {:.0} ms; {:.0} MB when idle",
            start.as_secs_f64() * 1e3,
            resident_megabytes(server.child.id())
        );
        caught_up(&app).await?;
        println!("caught up after {:.0} s", watch.elapsed().as_secs_f64());
        let mut worst: f64 = 0.0;
        for (name, asks) in kinds {
            let requests: Vec<Vec<u8>> =
                asks.iter().map(|(path, cookie)| client::get(server.address, path, cookie)).collect();
            let pace = Pace { address: server.address, requests: Arc::new(requests), rate: self.rate };
            let taken = pace.hold(self.rate * self.seconds).await?;
            let (p50, p99) = (percentile(&taken, 0.5), percentile(&taken, 0.99));
            println!(
                "{name:<28} {} requests at {}/s: p50 {p50:.1} ms, p99 {p99:.1} ms, slowest {:.1} ms, load {}",
                taken.len(),
                self.rate,
                percentile(&taken, 1.0),
                load()
            );
            worst = worst.max(p99);
        }
        println!("{:.0} MB after that", resident_megabytes(server.child.id()));
        last_line("pages", worst, "ms p99 of the slowest page", TARGET, worst / TARGET);
        Ok(())
    }

    /// Says how large the council is, signs people in, and gives what is asked for with whose cookie.
    async fn prepare(&self) -> Result<(App, Vec<Kind>)> {
        let app = wiring::quiet(&council::common(&self.data, self.database.as_deref())).await?;
        let counts = app
            .db
            .read_long(async |read| {
                let cases: i64 = read.one(&CASES, params![kit::Id::NONE]).await?.get(0)?;
                let residents: i64 = read.one(&RESIDENTS, params![kit::Id::NONE]).await?.get(0)?;
                let wards = read.rows(&WARDS, params![]).await?;
                let wards = wards.iter().map(|row| row.get(0)).collect::<Result<Vec<String>>>()?;
                Ok((cases, residents, wards))
            })
            .await?;
        let (cases, residents, wards) = counts;
        println!("{cases} cases, {residents} residents");
        let residents = people::residents(&app, PEOPLE).await?;
        let officer = people::officer(&app).await?;
        let chance = Entropy::seeded(7);
        let lists = (0..1_000).map(|_| (list(&wards, &chance), officer.clone())).collect();
        let of =
            |page: fn(&people::Resident) -> String| residents.iter().map(|r| (page(r), r.cookie.clone())).collect();
        let desk = residents.iter().map(|r| (format!("/desk/cases/{}", r.reference), officer.clone()));
        let kinds = vec![
            ("account", of(|_| "/account".to_owned())),
            ("a resident's own case", of(|r| format!("/cases/{}", r.reference))),
            ("a case at the desk", desk.collect()),
            ("an officer's filtered list", lists),
        ];
        Ok((app, kinds))
    }

    fn serve(&self) -> Result<Server> {
        let mut command = Command::new(&self.guildhall);
        command.arg("--data").arg(&self.data);
        if let Some(database) = &self.database {
            command.arg("--database").arg(database);
        }
        let mut child = command.args(["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).spawn()?;
        let out = child.stdout.take().ok_or_else(|| Error::internal("no output to read"))?;
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line)?;
        let address = line.trim().rsplit("//").next().and_then(|text| text.parse().ok());
        let address = address.ok_or_else(|| Error::internal(format!("the server said {line:?}")))?;
        Ok(Server { child, address })
    }
}

/// Waits until the server has done what its start found to be done.
async fn caught_up(app: &App) -> Result<()> {
    let watch = Stopwatch::start();
    while watch.elapsed() < CATCHING_UP {
        let now = app.now();
        let left = app.db.read_long(async move |read| {
            let untold: i64 = read.one(&UNTOLD, params![now]).await?.get(0)?;
            let unsent: i64 = read.one(&UNSENT, params![now]).await?.get(0)?;
            Ok(untold + unsent)
        });
        if left.await? == 0 {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    Err(Error::internal("the server did not catch up"))
}

/// A list narrowed as officers do: a tab, and now and then a service, a ward, a state, an order.
fn list(wards: &[String], chance: &Entropy) -> String {
    const SERVICES: [&str; 6] = [
        "missed-bin",
        "street-problem",
        "housing-repair",
        "council-tax-moving-home",
        "council-tax-support-change",
        "general-enquiry",
    ];
    let one = |of: &[&str]| of[chance.below(of.len() as u64) as usize].to_owned();
    let mut path = format!("/desk/cases?tab={}", one(&["all", "all", "late", "stale", "unowned", "team", "mine"]));
    if chance.below(2) == 0 {
        path.push_str(&format!("&service={}", one(&SERVICES)));
    }
    if chance.below(2) == 0 && !wards.is_empty() {
        path.push_str(&format!("&ward={}", wards[chance.below(wards.len() as u64) as usize]));
    }
    if chance.below(3) == 0 {
        path.push_str(&format!("&status={}", one(&["open", "waiting", "closed", "decided"])));
    }
    if chance.below(2) == 0 {
        path.push_str(&format!("&sort={}", one(&["opened", "next", "promised"])));
    }
    path
}

/// Requests sent at a steady pace.
#[derive(Clone)]
struct Pace {
    address: SocketAddr,
    requests: Arc<Vec<Vec<u8>>>,
    rate: usize,
}

impl Pace {
    /// How long each took, sorted, counted from the moment it was due: a late start is the server's delay.
    async fn hold(self, count: usize) -> Result<Vec<Duration>> {
        let whole = Stopwatch::start();
        let connections: Vec<_> = (0..CONNECTIONS).map(|n| tokio::spawn(self.clone().one(n, count, whole))).collect();
        let mut taken = Vec::with_capacity(count);
        for connection in connections {
            taken.extend(connection.await.map_err(Error::internal)??);
        }
        taken.sort();
        Ok(taken)
    }

    async fn one(self, first: usize, count: usize, whole: Stopwatch) -> Result<Vec<Duration>> {
        let mut client = Client::connect(self.address).await?;
        let mut taken = Vec::new();
        for n in (first..count).step_by(CONNECTIONS) {
            let due = Duration::from_secs_f64(n as f64 / self.rate as f64);
            tokio::time::sleep(due.saturating_sub(whole.elapsed())).await;
            let request = &self.requests[n % self.requests.len()];
            let answer = client.ask(request).await?;
            taken.push(whole.elapsed() - due);
            if answer.status != 200 || answer.length == 0 {
                let asked = String::from_utf8_lossy(request).lines().next().unwrap_or_default().to_owned();
                return Err(Error::internal(format!("{asked} got {} {:?}", answer.status, answer.location)));
            }
        }
        Ok(taken)
    }
}
