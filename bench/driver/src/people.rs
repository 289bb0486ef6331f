//! Sessions for the bench: somebody without an account, residents with requests, an officer.

use crate::council;
use clap::Args;
use kit::session::{self, Surface};
use kit::who::{Person, Staff, Who};
use kit::{App, Id, Lang, Result, params, sql};
use server::wiring;
use std::path::PathBuf;

sql!(SOME_CASES, "SELECT ref, resident FROM cases WHERE resident IS NOT NULL AND id > $1 ORDER BY id LIMIT 1");
sql!(OFFICER, "SELECT id FROM staff WHERE email_key = 'officer@eastmere.example'");

/// Starts a session of somebody without an account and prints its cookie.
#[derive(Args)]
pub struct Asked {
    /// The council's data folder.
    #[arg(long)]
    data: PathBuf,
}

impl Asked {
    pub async fn run(&self) -> Result<()> {
        let app = wiring::quiet(&council::common(&self.data, None)).await?;
        println!("{}", cookie(&app, Surface::Resident, Person::Anyone).await?);
        Ok(())
    }
}

/// A resident who has a request, signed in.
pub struct Resident {
    /// Their session's cookie.
    pub cookie: String,
    /// The reference of one of their requests.
    pub reference: String,
}

async fn cookie(app: &App, surface: Surface, person: Person) -> Result<String> {
    let mut tx = app.db.begin().await?;
    let (_, set) = session::start(&mut tx, app, surface, &person, &Who::anyone(Lang::EN)).await?;
    tx.commit().await?;
    Ok(set.split(';').next().unwrap_or_default().to_owned())
}

/// The cookie of a resident who is signed in.
pub async fn signed_in(app: &App, resident: Id) -> Result<String> {
    cookie(app, Surface::Resident, Person::Resident(resident)).await
}

/// Residents from all over the history, signed in.
pub async fn residents(app: &App, count: usize) -> Result<Vec<Resident>> {
    let mut residents = Vec::new();
    let span = app.now() - 33 * 7 * kit::clock::DAY;
    let step = (app.now() - span) / count as i64;
    for n in 0..count as i64 {
        let after = Id::new(span + n * step, &app.entropy);
        let Some(row) = app.db.read().await?.row(&SOME_CASES, params![after]).await? else { continue };
        let (reference, resident): (String, Id) = (row.get(0)?, row.get(1)?);
        let cookie = signed_in(app, resident).await?;
        residents.push(Resident { cookie, reference });
    }
    Ok(residents)
}

/// The officer of the demo, signed in.
pub async fn officer(app: &App) -> Result<String> {
    let id: Id = app.db.read().await?.one(&OFFICER, params![]).await?.get(0)?;
    let staff = Staff { id, name: String::new(), roles: Vec::new(), teams: Vec::new() };
    cookie(app, Surface::Staff, Person::Staff(staff)).await
}
