//! The names a page needs, each looked up once.

use kit::db::Conn;
use kit::{Id, Result};
use std::collections::HashMap;

/// Names of teams and staff.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    teams: HashMap<String, String>,
    staff: HashMap<Id, String>,
}

impl Names {
    /// The names of all teams and of these members of staff.
    pub async fn load(conn: &mut Conn, staff: Vec<Id>) -> Result<Names> {
        let mut names = Names::default();
        for team in workforce::teams(conn).await? {
            names.teams.insert(team.code, team.name);
        }
        names.add(conn, staff).await?;
        Ok(names)
    }

    /// Adds the names of these members of staff.
    pub async fn add(&mut self, conn: &mut Conn, staff: Vec<Id>) -> Result<()> {
        for id in staff {
            if !id.is_none()
                && !self.staff.contains_key(&id)
                && let Some(name) = workforce::name_of(conn, id).await?
            {
                self.staff.insert(id, name);
            }
        }
        Ok(())
    }

    /// The name of a team, or its code.
    pub fn team(&self, code: &str) -> String {
        self.teams.get(code).cloned().unwrap_or_else(|| code.to_owned())
    }

    /// All teams by code, in the order of their names.
    pub fn teams(&self) -> Vec<(String, String)> {
        let mut all: Vec<_> = self.teams.iter().map(|(code, name)| (code.clone(), name.clone())).collect();
        all.sort_by(|a, b| a.1.cmp(&b.1));
        all
    }

    /// The whole name of a member of staff; empty when nobody knows it.
    pub fn staff(&self, id: Id) -> String {
        self.staff.get(&id).cloned().unwrap_or_default()
    }

    /// The first name alone, as residents are told it.
    pub fn first_name(&self, id: Id) -> String {
        self.staff.get(&id).and_then(|name| name.split_whitespace().next()).unwrap_or_default().to_owned()
    }
}
