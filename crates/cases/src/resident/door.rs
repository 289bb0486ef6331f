//! The resident's door to a case: the reporter with an account, where it has none the browser it was sent from (for a day), or
//! a browser in which a code was entered. Everybody else is led to `/track`, whether the reference exists or not; who sent
//! something gets [`kit::Error::SignIn`], so that what they typed is given back.

use crate::book;
use crate::model::{Case, Contact};
use crate::store::{self, reporters::Reporter};
use kit::clock::{DAY, Micros};
use kit::db::Conn;
use kit::who::Who;
use kit::{App, Id, Reference, Result};

/// A case as one of its reporters stands to it.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub case: Case,
    /// The reporter who joined; `None` for the first.
    pub joiner: Option<Reporter>,
    /// What it is, in the language of the page; empty until it is opened for somebody.
    pub title: String,
}

impl Seen {
    /// The reporter's id; [`Id::NONE`] for the first.
    pub fn me(&self) -> Id {
        self.joiner.as_ref().map_or(Id::NONE, |joiner| joiner.id)
    }

    /// The reference this reporter knows the case by.
    pub fn reference(&self) -> &Reference {
        self.joiner.as_ref().map_or(&self.case.reference, |joiner| &joiner.reference)
    }

    /// How this reporter is reached.
    pub fn contact(&self) -> &Contact {
        self.joiner.as_ref().map_or(&self.case.contact, |joiner| &joiner.contact)
    }

    /// This reporter's account.
    pub fn resident(&self) -> Option<Id> {
        self.joiner.as_ref().map_or(self.case.resident, |joiner| joiner.resident)
    }

    /// What a grant for this reporter is about.
    pub fn granted(&self) -> Id {
        self.joiner.as_ref().map_or(self.case.id, |joiner| joiner.id)
    }

    fn sent_from(&self) -> (Id, Micros) {
        self.joiner.as_ref().map_or((self.case.visitor, self.case.opened), |joiner| (joiner.visitor, joiner.joined))
    }

    /// When this reporter sent it.
    pub fn sent(&self) -> Micros {
        self.sent_from().1
    }

    /// The page of this case.
    pub fn path(&self) -> String {
        format!("/cases/{}", self.reference())
    }
}

/// The case behind a reference, its first reporter's or a joiner's, whoever asks.
pub(crate) async fn by_reference(conn: &mut Conn, reference: &Reference) -> Result<Option<Seen>> {
    if let Some(case) = store::cases::by_ref(conn, reference).await? {
        return Ok(Some(Seen { title: String::new(), case, joiner: None }));
    }
    let Some(joiner) = store::reporters::by_ref(conn, reference).await? else { return Ok(None) };
    let case = store::cases::by_id(conn, joiner.case).await?;
    Ok(Some(Seen { title: String::new(), case, joiner: Some(joiner) }))
}

/// The case behind a reference, if this asker may see it.
pub(crate) async fn open(conn: &mut Conn, app: &App, who: &Who, reference: &str) -> Result<Option<Seen>> {
    let Ok(reference) = reference.parse::<Reference>() else { return Ok(None) };
    let Some(mut seen) = by_reference(conn, &reference).await? else { return Ok(None) };
    if !may_see(conn, who, &seen, app.now()).await? {
        return Ok(None);
    }
    seen.title = book::title(conn, app, &seen.case, seen.joiner.as_ref(), who.lang).await?;
    Ok(Some(seen))
}

async fn may_see(conn: &mut Conn, who: &Who, seen: &Seen, now: Micros) -> Result<bool> {
    if seen.resident().is_some_and(|resident| who.has_account(resident)) {
        return Ok(true);
    }
    let Some(visitor) = who.visitor else { return Ok(false) };
    let (sender, sent) = seen.sent_from();
    // What is an account's is not for whoever used the same browser before or after.
    if seen.resident().is_none() && sender == visitor && !visitor.is_none() && now < sent + DAY {
        return Ok(true);
    }
    residents::grants::has(conn, visitor, residents::grants::CASE, seen.granted(), now).await
}

/// Where those are led who may not see it.
pub(crate) fn elsewhere(reference: &str) -> String {
    let clean: String = reference.chars().filter(char::is_ascii_alphanumeric).take(12).collect();
    format!("/track?reference={clean}")
}
