//! Who somebody is, whichever of their accounts is asked about: what everybody needs to know who tells them something, by a message or
//! by hand. A matter stays with the account it was begun in; the person may have another by now.

use crate::linking::joined::Web;
use crate::model::{Contact, Resident};
use crate::needs::{self, Passport};
use crate::store::{self, record};
use kit::db::Conn;
use kit::{Id, Result};

/// Somebody with an account, or with several that were shown to be theirs. Accounts that staff joined and nobody has shown yet to be
/// one person's are not followed: what is told because of one never goes where another says.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// The account they are written to: of those shown to be theirs the one that is kept.
    pub id: Id,
    /// The accounts shown to be theirs, that one the first.
    pub accounts: Vec<Id>,
    /// What they are called there, how they are reached, and in which language.
    pub contact: Contact,
    /// Every email of theirs.
    pub emails: Vec<String>,
    /// Every telephone number of theirs.
    pub phones: Vec<String>,
    /// They have died: nobody is to write to them or to ring.
    pub deceased: bool,
    /// What they told us they need, under any of these accounts.
    pub passport: Passport,
}

impl Person {
    /// True when this is one of their emails.
    pub fn has_email(&self, address: &str) -> bool {
        self.emails.iter().any(|email| email.eq_ignore_ascii_case(address))
    }
}

/// Who the person of this account is; nothing where there is no such account.
pub async fn person(conn: &mut Conn, account: Id) -> Result<Option<Person>> {
    let web = Web::around(conn, account).await?;
    let accounts = web.shown();
    let Some(first) = store::by_id(conn, web.written_to()).await? else { return Ok(None) };
    let mut emails: Vec<String> = first.email.clone().into_iter().collect();
    let mut phones: Vec<String> = first.phone.clone().into_iter().collect();
    for other in accounts.iter().skip(1) {
        let Some(other) = store::by_id(conn, *other).await? else { continue };
        emails.extend(other.email);
        phones.extend(other.phone);
    }
    let mut deceased = false;
    for one in web.mourned() {
        deceased |= record::is_deceased(conn, one).await?;
    }
    let passport = needs::of_all(conn, &accounts).await?;
    Ok(Some(Person { id: first.id, contact: first.contact(), accounts, emails, phones, deceased, passport }))
}

/// The account the person of this account is written to, and no more of them: for the language of a message.
pub async fn account(conn: &mut Conn, id: Id) -> Result<Option<Resident>> {
    let written_to = Web::around(conn, id).await?.written_to();
    store::by_id(conn, written_to).await
}
