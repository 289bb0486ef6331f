//! Guildhall: the open front door of a council. One binary; `guildhall --help` lists what it does.

use clap::Parser;
use server::commands;
use std::process::ExitCode;

fn main() -> ExitCode {
    let asked = commands::Asked::parse();
    commands::watch_the_log(&asked);
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(cause) => {
            eprintln!("guildhall: cannot start: {cause}");
            return ExitCode::from(1);
        }
    };
    match runtime.block_on(commands::run(asked)) {
        Ok(code) => code,
        Err(cause) => {
            eprintln!("guildhall: {}", commands::in_words(&cause));
            ExitCode::from(1)
        }
    }
}
