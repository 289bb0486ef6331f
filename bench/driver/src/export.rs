//! Everything held on a person: how long the file takes for somebody on whom far more is held than on most.

use crate::client::{self, Client};
use crate::council::{self, Served};
use crate::figures::{load, median};
use crate::people;
use clap::Args;
use kit::clock::Stopwatch;
use kit::{App, Error, Id, Result, looks, params, sql};
use server::demo::Size;
use std::path::PathBuf;

sql!(SOME_CASES, "SELECT id FROM cases WHERE id > $1 ORDER BY id DESC LIMIT $2");
sql!(THEIRS, "UPDATE cases SET resident = $2 WHERE id = $1");
sql!(OTHERS, "SELECT id FROM residents WHERE id <> $1 ORDER BY id LIMIT 1");

/// Not slower than this, seconds (what is asked of an access request).
const TARGET: f64 = 10.0;
/// Times the file is asked for.
const ROUNDS: usize = 5;
/// Weeks of history the cases are taken from.
const WEEKS: u32 = 8;

/// Asks for everything held on somebody.
#[derive(Args)]
pub struct Asked {
    /// The council's data folder; it must be empty.
    #[arg(long)]
    data: PathBuf,
    /// Its PostgreSQL, where it has one.
    #[arg(long)]
    database: Option<String>,
    /// Requests of this one person, with all that was written about each.
    #[arg(long, default_value_t = 2_000)]
    cases: usize,
    /// Times staff opened each of them.
    #[arg(long, default_value_t = 20)]
    looks: usize,
}

impl Asked {
    pub async fn run(&self) -> Result<()> {
        let common = council::common(&self.data, self.database.as_deref());
        let options = common.options();
        let app = council::maker(&common, options.clone()).await?;
        council::fill(&app, Size { households: 20_000, weeks: WEEKS }).await?;
        let one: Id = app.db.read().await?.one(&OTHERS, params![Id::NONE]).await?.get(0)?;
        let given = self.give(&app, one).await?;
        drop(app);
        let served = Served::start(&common, options).await?;
        let cookie = people::signed_in(&served.running.app, one).await?;
        let mut taken = Vec::new();
        for _ in 0..ROUNDS {
            let mut client = Client::connect(served.address).await?;
            let request = client::get(served.address, "/account/data?form=json", &cookie);
            let watch = Stopwatch::start();
            let answer = client.ask(&request).await?;
            taken.push(watch.elapsed().as_secs_f64());
            if answer.status != 200 {
                return Err(Error::internal(format!("the file came with {}", answer.status)));
            }
            let (looks, size, last) = (given * self.looks, answer.length / 1024, taken[taken.len() - 1]);
            println!("{given} cases, {looks} looks: {size} kB in {last:.2} s, load {}", load());
        }
        served.stop().await?;
        let each = median(taken);
        println!("export: {each:.2} s, baseline {TARGET:.0} (what was asked for), ratio {:.3}", each / TARGET);
        Ok(())
    }

    /// Makes the newest requests of everybody this person's, and has staff open each so many times.
    async fn give(&self, app: &App, one: Id) -> Result<usize> {
        let rows = app.db.read().await?.rows(&SOME_CASES, params![Id::NONE, self.cases]).await?;
        let cases = rows.iter().map(|row| row.get(0)).collect::<Result<Vec<Id>>>()?;
        let officer = crate::strangers::officer();
        for some in cases.chunks(50) {
            let mut tx = app.db.begin().await?;
            for case in some {
                tx.exec(&THEIRS, params![*case, one]).await?;
                for _ in 0..self.looks {
                    looks::record(&mut tx, app, &officer, "case", *case, "case").await?;
                }
            }
            tx.commit().await?;
        }
        Ok(cases.len())
    }
}
