//! `guildhall demo`: a fictional council that anyone can click through.

use super::{Common, Lock, serve};
use crate::demo::{self, Size};
use crate::wiring;
use clap::Args;
use kit::clock::Clock;
use kit::id::Entropy;
use kit::{Error, Result};
use services::Catalogue;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

/// Eastmere is made from this number, the same each time.
const SEED: u64 = 1974;
/// Weeks of history the demo has.
const WEEKS: u32 = 8;

/// Start a fictional council, Eastmere, that anyone can click through.
#[derive(Debug, Args)]
pub struct Demo {
    /// Where to listen; port 0 takes a free one and says which.
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:8080", env = "GUILDHALL_LISTEN")]
    listen: SocketAddr,
    /// Households of the borough.
    #[arg(long, default_value_t = 108_000)]
    households: u32,
    /// Real street reports to bring in too.
    #[arg(long, value_name = "FILE")]
    reports: Option<PathBuf>,
}

impl Demo {
    /// Makes the council where there is none yet, and serves it until told to stop.
    pub async fn run(&self, common: &Common) -> Result<ExitCode> {
        if let Some(missing) = self.reports.as_ref().filter(|file| !file.is_file()) {
            return Err(Error::internal(format!("there is no file {}", missing.display())));
        }
        let _lock = Lock::need(&common.data)?;
        let mut config = common.config()?;
        let listener = serve::bind(self.listen, &mut config)?;
        let db = common.open().await?;
        let running = wiring::start(common, config.clone(), db.clone(), true).await?;
        // Its clock stands, so that what happened before today can be made as it happens now.
        let clock = Clock::manual(running.app.now());
        let maker = wiring::app_at(common, &config, db, true, (clock, Entropy::seeded(SEED)))?;
        maker.part::<Catalogue>()?.refresh(&maker.db).await?;
        demo::fill(&maker, Size { households: self.households, weeks: WEEKS }, self.reports.as_deref()).await?;
        // The maker is another council on the same database: what it brought in is news here.
        running.app.part::<knowledge::Library>()?.refresh(&running.app.db).await?;
        println!("what to try and who to sign in as: {}/demo", config.council.origin);
        serve::listen(listener, running, common).await
    }
}
