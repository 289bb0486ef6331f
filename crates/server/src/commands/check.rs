//! `guildhall check`: every mistake in the service definitions, with file, line and what to do.

use super::shown;
use crate::wiring;
use clap::Args;
use kit::{Error, Result};
use services::Folder;
use std::path::PathBuf;
use std::process::ExitCode;

/// Check service definitions and explain every mistake.
#[derive(Debug, Args)]
pub struct Check {
    /// The folder of definitions, or of those a council lays over the delivered ones; without it, the delivered.
    dir: Option<PathBuf>,
}

impl Check {
    /// Prints every mistake, and how many there are.
    pub fn run(&self) -> Result<ExitCode> {
        let delivered = wiring::definitions(None)?;
        let mistakes = match &self.dir {
            Some(dir) if !dir.is_dir() => {
                return Err(Error::internal(format!("{} is not a folder", dir.display())));
            }
            Some(dir) => Folder::read(dir).completed(delivered).check(),
            None => delivered.check(),
        };
        for mistake in &mistakes {
            shown::line(mistake);
        }
        match mistakes.len() {
            0 => {
                shown::line("no mistakes");
                Ok(ExitCode::SUCCESS)
            }
            n => {
                shown::line(format_args!("{n} mistake{}", if n == 1 { "" } else { "s" }));
                Ok(ExitCode::from(2))
            }
        }
    }
}
