//! How to reach somebody whose record is kept for few, the addresses they gave and what they sent: on a case these are for whoever
//! works on it. Anybody else opens the record first, as everywhere.

use crate::access;
use crate::book::Answered;
use crate::desk::standing_of;
use crate::model::{Case, Contact};
use crate::store::reporters::Reporter;
use kit::db::Conn;
use kit::who::Who;
use kit::{App, Id, Lang, Result};
use residents::store::keys;

/// The accounts of those who reported a case of whom this member of staff is told neither.
#[derive(Default)]
pub(crate) struct Withheld(Vec<Id>);

impl Withheld {
    /// Of this case; whoever is in its team, owns its service or has it in hand has to know.
    pub async fn of(conn: &mut Conn, app: &App, who: &Who, case: &Case, reporters: &[Reporter]) -> Result<Withheld> {
        let joined = reporters.iter().filter_map(|one| one.resident);
        let accounts = case.resident.into_iter().chain(joined).collect();
        Withheld::among(conn, app, who, case, accounts).await
    }

    /// The same of these accounts.
    pub async fn among(conn: &mut Conn, app: &App, who: &Who, case: &Case, accounts: Vec<Id>) -> Result<Withheld> {
        let mut withheld: Vec<Id> = Vec::new();
        if access::works_on(who.staff()?, case, &standing_of(app)?) {
            return Ok(Withheld::default());
        }
        for resident in accounts {
            let kept = keys::person(conn, resident).await?.is_some_and(|person| person.is_kept());
            if kept && !residents::desk::has_open(conn, app, who, resident).await? {
                withheld.push(resident);
            }
        }
        Ok(Withheld(withheld))
    }

    /// Whether it is withheld of the account a report came from.
    pub fn is_of(&self, resident: Option<Id>) -> bool {
        resident.is_some_and(|resident| self.0.contains(&resident))
    }

    /// What is told of how to reach whoever reported it.
    pub fn contact(&self, resident: Option<Id>, contact: &Contact) -> Contact {
        match self.is_of(resident) {
            true => Contact { email: None, phone: None, ..contact.clone() },
            false => contact.clone(),
        }
    }

    /// What is told of what they answered.
    pub fn answers(&self, app: &App, lang: Lang, resident: Option<Id>, mut answers: Vec<Answered>) -> Vec<Answered> {
        if self.is_of(resident) {
            for one in answers.iter_mut().filter(|one| one.is_home || !one.attached.is_empty()) {
                one.answer = app.t(lang, "cases-desk-withheld").to_owned();
                one.attached.clear();
            }
        }
        answers
    }
}
