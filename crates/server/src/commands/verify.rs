//! `guildhall verify`: a reader, so it runs beside the server.

use super::Common;
use clap::Args;
use kit::db::{Db, Options};
use kit::facts::{self, Published};
use kit::{Error, Result};
use std::process::ExitCode;

/// Verify the journal: every fact, its order, its seals.
#[derive(Debug, Args)]
pub struct Verify {
    /// A seal that was kept, from /open/seals: its number and hash. Finds a journal that was cut short or sealed anew
    /// too, which looks whole by itself.
    #[arg(long, value_name = "NUMBER:HASH", value_parser = seal)]
    published: Option<Published>,
}

fn seal(typed: &str) -> std::result::Result<Published, String> {
    typed.parse().map_err(|cause| super::in_words(&cause))
}

impl Verify {
    /// Reads the whole journal and prints every fault.
    pub async fn run(&self, common: &Common) -> Result<ExitCode> {
        if common.database.is_none() && !common.data.is_dir() {
            return Err(Error::internal(format!("there is no data folder {}", common.data.display())));
        }
        let signer = crate::wiring::signer(common)?;
        let db = Db::open(&Options { read_only: true, ..common.options() }).await?;
        let damage = db.damage().await?;
        let report = facts::verify(&db, &[signer], self.published).await?;
        println!(
            "{} facts under {} seals, {} not sealed yet, {} with erased text",
            report.sealed, report.seals, report.unsealed, report.erased
        );
        if let Some(head) = report.head {
            println!("the last seal is {head}");
        }
        for fault in &report.faults {
            println!("{fault}");
        }
        for line in &damage {
            println!("the database: {line}");
        }
        let wrong = report.wrong + damage.len() as u64;
        println!("{}", if wrong == 0 { "whole".to_owned() } else { format!("{wrong} faults") });
        Ok(if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::from(2) })
    }
}
