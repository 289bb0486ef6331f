//! `guildhall key add`, `key list` and `key end`: the keys of other systems.

use super::{
    Common,
    socket::{self, Out, Said, Work},
};
use clap::Subcommand;
use clap::builder::PossibleValuesParser;
use kit::db::again_if_collided;
use kit::form::line;
use kit::keys::{self, Key};
use kit::who::Who;
use kit::{App, Id, Lang, Result};
use serde::{Deserialize, Serialize};
use std::process::ExitCode;

/// What a key can open.
const SCOPES: [&str; 1] = [open311::SCOPE];
/// Keys read in one go.
const FEW: usize = 100;

/// Manage the keys of other systems.
#[derive(Debug, Subcommand)]
pub enum Keys {
    /// Make a key and print it, once: only a mark of it is kept.
    #[command(after_help = "Example: guildhall key add fixmystreet --scope open311")]
    Add {
        /// Whose key it is.
        name: String,
        /// What it opens; may be given several times.
        #[arg(long = "scope", required = true, value_parser = PossibleValuesParser::new(SCOPES))]
        scopes: Vec<String>,
    },
    /// List the keys with what they open, also those that were ended.
    #[command(after_help = "Example: guildhall key list")]
    List,
    /// End a key: it opens nothing from now on.
    #[command(after_help = "Example: guildhall key end fixmystreet")]
    End {
        /// Whose key it is.
        name: String,
    },
}

/// The same, as it is handed to a running server.
#[derive(Debug, Serialize, Deserialize)]
pub enum KeyWork {
    /// Make a key of this name with these scopes.
    Add(String, Vec<String>),
    /// List all.
    List,
    /// End the key of this name.
    End(String),
}

impl Keys {
    /// Does the work, or hands it over to the server that runs.
    pub async fn run(self, common: &Common) -> Result<ExitCode> {
        let work = match self {
            Keys::Add { name, scopes } => KeyWork::Add(name, scopes),
            Keys::List => KeyWork::List,
            Keys::End { name } => KeyWork::End(name),
        };
        socket::do_or_hand_over(common, Work::Key(work)).await
    }
}

impl KeyWork {
    /// Does it. Exit code 2 when nothing was changed.
    pub async fn carry_out(self, app: &App, out: &Out) -> Result<u8> {
        let said = match self {
            KeyWork::Add(name, scopes) => add(app, &name, &scopes).await?,
            KeyWork::End(name) => end(app, &name).await?,
            KeyWork::List => return list(app, out).await.map(|()| 0),
        };
        let code = u8::from(matches!(said, Said::Wrong(_))) * 2;
        let _ = out.send(said);
        Ok(code)
    }
}

async fn add(app: &App, name: &str, scopes: &[String]) -> Result<Said> {
    let Ok(name) = line(name, 100) else { return Ok(Said::Wrong("a name is a line of at most 100 characters".into())) };
    let made = again_if_collided(|| async {
        let mut tx = app.db.begin().await?;
        let made = keys::make(&mut tx, app, &Who::system(), &name, scopes).await?;
        tx.commit().await.map(|()| made)
    });
    Ok(match made.await? {
        Some(key) => Said::Line(key),
        None => Said::Wrong(format!("there is a key called {name} already; end it first or choose another name")),
    })
}

async fn end(app: &App, name: &str) -> Result<Said> {
    let ended = again_if_collided(|| async {
        let mut tx = app.db.begin().await?;
        let ended = keys::end(&mut tx, app, &Who::system(), name).await?;
        tx.commit().await.map(|()| ended)
    });
    Ok(match ended.await? {
        true => Said::Line(format!("{name} opens nothing from now on")),
        false => Said::Wrong(format!("there is no key called {name} that opens anything")),
    })
}

async fn list(app: &App, out: &Out) -> Result<()> {
    let mut after = Id::NONE;
    loop {
        let some = keys::list(&mut *app.db.read().await?, after, FEW).await?;
        for key in &some {
            let _ = out.send(Said::Line(shown(key)));
        }
        match some.last() {
            Some(last) if some.len() == FEW => after = last.id,
            _ => return Ok(()),
        }
    }
}

fn shown(key: &Key) -> String {
    let (made, ended) = (Lang::EN.date_time(key.made), Lang::EN.date_time(key.ended));
    let state = if key.ended == 0 { "open".to_owned() } else { format!("ended {ended}") };
    format!("{}\t{}\tmade {made}\t{state}", key.name, key.scopes.join(","))
}
