//! Finding the draft a request is about, for somebody who may see it.

use crate::access::{self, Access};
use crate::draft::Draft;
use crate::journey::{Step, address_of};
use crate::{behalf, store};
use axum::response::Response;
use kit::db::Conn;
use kit::page::see;
use kit::who::{Person, Who};
use kit::{App, Error, Id, Lang, Result};
use residents::grants;

/// The kind of subject a grant for a draft is about.
pub const GRANT: &str = "draft";

/// The draft, if `who` may see it; [`Error::SignIn`] where they first have to sign in, [`Error::NotFound`] otherwise, also when it
/// has expired.
pub async fn draft(conn: &mut Conn, app: &App, who: &Who, id: Id) -> Result<Draft> {
    let now = app.now();
    let draft = store::by_id(conn, id, now).await?;
    if matches!(who.person, Person::Staff(_)) {
        return behalf::at_desk(conn, app, who, draft).await;
    }
    match (access::of(&draft, who), who.visitor) {
        (Access::Theirs, _) => Ok(draft),
        (Access::AskGrant, Some(visitor)) if grants::has(conn, visitor, GRANT, id, now).await? => Ok(draft),
        // Begun in an account, and the session has ended since.
        _ if !draft.resident.is_none() && who.person == Person::Anyone => Err(Error::SignIn),
        _ => Err(Error::NotFound),
    }
}

/// Where a draft that was sent leads: its confirmation.
pub fn sent(draft: &Draft) -> Option<Response> {
    draft.reference.as_ref().map(|reference| see(&received(draft, reference.as_str())))
}

/// The address of the confirmation; of the case, for the officer who sent it.
pub fn received(draft: &Draft, reference: &str) -> String {
    match draft.for_whom {
        Some(_) => format!("/desk/cases/{reference}?done=sent"),
        None => format!("/received/{reference}"),
    }
}

/// The address of a step.
pub fn address(draft: &Draft, step: &Step, from_check: bool) -> String {
    let path = match step {
        Step::Tasks => draft.path(),
        Step::Page(page) => draft.step(&address_of(page)),
        Step::Stop => draft.step("stop"),
        Step::Nearby => draft.step("nearby"),
        Step::Contact => draft.step("contact"),
        Step::Check => draft.step("check"),
    };
    let asks = matches!(step, Step::Page(_) | Step::Contact);
    if from_check && asks { format!("{path}?from=check") } else { path }
}

/// Where "back" leads from a step: before the first page, out to the service.
pub fn back(draft: &Draft, before: Option<Step>, from_check: bool) -> String {
    match before {
        _ if from_check => draft.step("check"),
        Some(step) => address(draft, &step, false),
        None if draft.for_whom.is_some() => residents::desk::path(draft.resident),
        None => format!("/services/{}", draft.service),
    }
}

/// What stands above the heading of its pages: the service, and for whom it is filled in.
pub fn caption(app: &App, draft: &Draft, words: &str, lang: Lang) -> String {
    match &draft.for_whom {
        None => words.to_owned(),
        Some(whom) => {
            let values = [("words", words.into()), ("name", whom.name.as_str().into())];
            app.words.with(lang, "forms-for-caption", &values)
        }
    }
}

/// A mark for one drawing of a page, so that a change from another tab is told from going back in this one.
pub fn view(app: &App) -> String {
    app.entropy.bytes::<8>().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `?from=check`: opened from check-your-answers, so that answering leads straight back there.
#[derive(Debug, Default, serde::Deserialize)]
pub struct From {
    #[serde(default)]
    from: String,
    /// The question to be filled in with the home on record.
    #[serde(default)]
    pub home: String,
}

impl From {
    /// Opened from check-your-answers.
    pub fn check(&self) -> bool {
        self.from == "check"
    }
}
