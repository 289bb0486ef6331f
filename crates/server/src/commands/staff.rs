//! `guildhall staff add`.

use super::{
    Common,
    socket::{self, Out, Said, Work},
};
use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use kit::db::again_if_collided;
use kit::who::{Role, Who};
use kit::{App, Error, Lang, Result};
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
    /// What they may do; may be given several times.
    #[arg(long = "role", required = true, value_name = "ROLE", value_parser = PossibleValuesParser::new(Role::ALL.map(Role::code)))]
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
    /// Why these teams cannot be, with those there are.
    async fn wrong_teams(&self, app: &App, roles: &[Role]) -> Result<Option<String>> {
        let teams = workforce::teams(&mut *app.db.read().await?).await?;
        let known: Vec<&str> = teams.iter().map(|team| team.code.as_str()).collect();
        let known = known.join(", ");
        let works_in_one = roles.iter().any(|role| matches!(role, Role::TeamMember | Role::TeamLeader));
        let unknown = self.teams.iter().find(|code| teams.iter().all(|team| team.code != **code));
        Ok(match unknown {
            Some(code) => Some(format!("there is no team “{code}”; the teams are: {known}")),
            None if works_in_one && self.teams.is_empty() => {
                Some(format!("a team member or leader needs a team: add --team with one of: {known}"))
            }
            None => None,
        })
    }

    /// Adds them.
    pub async fn carry_out(self, app: &App, out: &Out) -> Result<u8> {
        let role = |code: &String| Role::of(code).ok_or_else(|| Error::internal(format!("there is no role “{code}”")));
        let roles = self.roles.iter().map(role).collect::<Result<Vec<_>>>()?;
        let email = workforce::read_email(&self.email).map_err(|key| app.t(Lang::EN, key).to_owned());
        let name = workforce::read_name(app, &self.name);
        let wrong_teams = self.wrong_teams(app, &roles).await?.map_or(Ok(()), Err);
        let (name, email) = match (name, email, wrong_teams) {
            (Ok(name), Ok(email), Ok(())) => (name, email),
            (name, email, teams) => {
                for wrong in [name.err(), email.err(), teams.err()].into_iter().flatten() {
                    let _ = out.send(Said::Wrong(wrong));
                }
                return Ok(2);
            }
        };
        let details = Details { name, email, roles, teams: self.teams.clone(), active: true };
        let added = again_if_collided(|| async {
            let mut tx = app.db.begin().await?;
            let added = workforce::add(&mut tx, app, &Who::system(), app.id(), &details).await?;
            tx.commit().await.map(|()| added)
        });
        let added = added.await?;
        let Some(added) = added else {
            let _ =
                out.send(Said::Wrong(format!("somebody signs in as {} already; nothing was changed", details.email)));
            return Ok(2);
        };
        let link = format!("{}{}", app.council.origin, added.link);
        let _ = out.send(Said::Line(format!("{} chooses a password here within three days: {link}", details.name)));
        Ok(0)
    }
}
