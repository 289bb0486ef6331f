//! `guildhall verify`: a reader, so it runs beside the server.

use super::{Common, shown};
use crate::wiring;
use clap::Args;
use kit::Result;
use kit::db::{Db, Options};
use kit::facts::{self, Published};
use kit::files;
use std::process::ExitCode;

/// Verify the journal (every fact, its order, its seals) and the files people sent.
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
    /// Reads the whole journal and every file, and prints every fault.
    pub async fn run(&self, common: &Common) -> Result<ExitCode> {
        common.has_a_council()?;
        let signer = wiring::signer_if_made(common)?;
        let db = Db::open(&Options { read_only: true, ..common.options() }).await?;
        let damage = db.damage().await?;
        let report = facts::verify(&db, signer.as_slice(), self.published).await?;
        shown::line(format_args!(
            "{} facts under {} seals, {} not sealed yet, {} with erased text",
            report.sealed, report.seals, report.unsealed, report.erased
        ));
        match &signer {
            None if report.seals > 0 => return wiring::signer(common).map(|_| ExitCode::FAILURE),
            None => shown::line("nothing is sealed yet: the first start of the server makes the key and seals"),
            Some(_) => {}
        }
        if let Some(head) = report.head {
            shown::line(format_args!("the last seal is {head}"));
        }
        for fault in &report.faults {
            shown::line(fault);
        }
        for line in &damage {
            shown::line(format_args!("the database: {line}"));
        }
        let kept = files::verify(&db).await?;
        shown::line(format_args!("{} files that people sent", kept.files));
        for file in &kept.wrong {
            shown::line(format_args!("the file {file} is not what was kept"));
        }
        let wrong = report.wrong + damage.len() as u64 + kept.wrong.len() as u64;
        shown::line(if wrong == 0 { "whole".to_owned() } else { format!("{wrong} faults") });
        Ok(if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::from(2) })
    }
}
