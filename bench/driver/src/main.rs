//! Puts load on Guildhall and says what came of it. `bench/README.md` has the method of each bench.

mod client;
mod council;
mod disk;
mod drafts;
mod export;
mod figures;
mod find;
mod matching;
mod pages;
mod people;
mod seed;
mod strangers;
mod submissions;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Puts load on Guildhall.
#[derive(Parser)]
#[command(name = "bench-driver")]
struct Asked {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Durable submissions through HTTP.
    Submissions(submissions::Asked),
    /// Pages of a council with a long history.
    Pages(pages::Asked),
    /// Makes a council with a long history.
    Seed(seed::Asked),
    /// Finds people among many.
    Find(find::Asked),
    /// Everything held on a person.
    Export(export::Asked),
    /// Starts a session of somebody without an account and prints its cookie.
    Visitor(people::Asked),
}

fn main() -> ExitCode {
    let asked = Asked::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(cause) => {
            eprintln!("bench-driver: cannot start: {cause}");
            return ExitCode::from(1);
        }
    };
    let done = runtime.block_on(async {
        match asked.verb {
            Verb::Submissions(verb) => verb.run().await,
            Verb::Pages(verb) => verb.run().await,
            Verb::Seed(verb) => verb.run().await,
            Verb::Find(verb) => verb.run().await,
            Verb::Export(verb) => verb.run().await,
            Verb::Visitor(verb) => verb.run().await,
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            eprintln!("bench-driver: {cause}");
            ExitCode::from(1)
        }
    }
}
