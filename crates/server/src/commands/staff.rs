//! `guildhall staff add`.

use super::{
    Common,
    socket::{self, Out, Said, Work},
};
use clap::{Args, Subcommand};
use kit::db::again_if_collided;
use kit::who::{Role, Who};
use kit::{App, Error, Result};
use serde::{Deserialize, Serialize};
use std::process::ExitCode;
use workforce::Details;

/// Manage staff from the command line.
#[derive(Debug, Subcommand)]
pub enum Staff {
    /// Add a member of staff and print the link by which they choose a password.
    #[command(
        after_help = "Example: guildhall staff add --name 'Ada Example' --email ada@eastmere.example --role administrator"
    )]
    Add(NewStaff),
}

/// A member of staff to be added.
#[derive(Debug, Clone, Args, Serialize, Deserialize)]
pub struct NewStaff {
    /// Their name.
    #[arg(long)]
    name: String,
    /// Their work email, with which they sign in.
    #[arg(long)]
    email: String,
    /// officer, team-member, team-leader, service-owner or administrator; may be given several times.
    #[arg(long = "role", required = true)]
    roles: Vec<String>,
    /// A team's code; may be given several times.
    #[arg(long = "team")]
    teams: Vec<String>,
}

impl Staff {
    /// Does the work, or hands it over to the server that runs.
    pub async fn run(self, common: &Common) -> Result<ExitCode> {
        let Staff::Add(staff) = self;
        socket::do_or_hand_over(common, Work::StaffAdd(staff)).await
    }
}

impl NewStaff {
    /// Adds them.
    pub async fn carry_out(self, app: &App, out: &Out) -> Result<u8> {
        let role = |code: &String| Role::of(code).ok_or_else(|| Error::internal(format!("there is no role “{code}”")));
        let roles = self.roles.iter().map(role).collect::<Result<Vec<_>>>()?;
        let (name, email, teams) = (self.name.clone(), self.email.clone(), self.teams.clone());
        let details = Details { name, email, roles, teams, active: true };
        let added = again_if_collided(|| async {
            let mut tx = app.db.begin().await?;
            let added = workforce::add(&mut tx, app, &Who::system(), app.id(), &details).await?;
            tx.commit().await.map(|()| added)
        });
        let added = added.await?;
        let Some(added) = added else {
            let _ = out.send(Said::Wrong(format!("somebody signs in as {} already; nothing was changed", self.email)));
            return Ok(2);
        };
        let link = format!("{}{}", app.council.origin, added.link);
        let _ = out.send(Said::Line(format!("{} chooses a password here within three days: {link}", self.name)));
        Ok(0)
    }
}
