//! `guildhall search WORDS`: ranked services, one a line, identifier first.

use super::{Common, shown};
use clap::Args;
use clap::builder::PossibleValuesParser;
use kit::{Lang, Result};
use std::process::ExitCode;

/// Services shown.
const MOST: usize = 10;

/// Find services by everyday words, best first, one a line.
#[derive(Debug, Args)]
pub struct Search {
    /// What is needed, in everyday words.
    #[arg(required = true)]
    words: Vec<String>,
    /// The language to prefer: en, cy or ar.
    #[arg(long, default_value = "en", value_parser = PossibleValuesParser::new(Lang::ALL.map(|lang| lang.tag)))]
    lang: String,
}

impl Search {
    /// Prints the services found.
    pub fn run(&self, common: &Common) -> Result<ExitCode> {
        let catalogue = crate::wiring::catalogue(common)?;
        let lang = Lang::of(&self.lang).unwrap_or(Lang::EN);
        let found = catalogue.search(&self.words.join(" "), lang, MOST);
        for hit in &found.services {
            shown::line(format_args!("{}\t{}", hit.id, hit.title));
        }
        if found.services.is_empty() {
            shown::wrong("nothing found");
        }
        Ok(ExitCode::SUCCESS)
    }
}
