//! `guildhall verify`: a reader, so it runs beside the server.

use super::Common;
use clap::Args;
use kit::Result;
use kit::db::Db;
use kit::facts;
use std::process::ExitCode;

/// Verify the journal: every fact, its order, its seals.
#[derive(Debug, Args)]
pub struct Verify {}

impl Verify {
    pub async fn run(&self, common: &Common) -> Result<ExitCode> {
        let db = Db::open(&common.options()).await?;
        let signer = crate::wiring::signer(common)?;
        let report = facts::verify(&db, &[signer], None).await?;
        println!(
            "{} facts under {} seals, {} not sealed yet, {} with erased text",
            report.sealed, report.seals, report.unsealed, report.erased
        );
        for fault in &report.faults {
            println!("{fault}");
        }
        println!("{}", if report.whole() { "whole".to_owned() } else { format!("{} faults", report.wrong) });
        Ok(if report.whole() { ExitCode::SUCCESS } else { ExitCode::from(2) })
    }
}
