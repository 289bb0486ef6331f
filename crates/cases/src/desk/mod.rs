//! What staff do with cases.

pub(crate) mod act;
pub(crate) mod ahead;
pub(crate) mod assign;
pub(crate) mod call;
pub(crate) mod chased;
pub(crate) mod close;
pub(crate) mod decide;
pub(crate) mod drawn;
pub(crate) mod enclosed;
pub(crate) mod everywhere;
pub(crate) mod fields;
pub(crate) mod figures;
pub(crate) mod find;
pub(crate) mod hand_over;
pub(crate) mod handed;
pub(crate) mod hold;
mod kept;
pub(crate) mod list;
pub(crate) mod meanwhile;
pub(crate) mod message;
pub(crate) mod note;
mod nothing;
mod offered;
pub(crate) mod on_the_spot;
pub(crate) mod outside;
pub(crate) mod people;
pub(crate) mod plan;
mod plot;
pub(crate) mod promise;
pub(crate) mod reopen;
pub(crate) mod show;
pub(crate) mod systems;
pub(crate) mod take_back;
pub(crate) mod untold;
pub(crate) mod waiting;
mod ways;
pub(crate) mod whose;
pub(crate) mod withheld;
pub(crate) mod written;

use crate::access::{self, Action, Standing};
use crate::model::{Case, Status};
use crate::resident::door;
use kit::db::Conn;
use kit::page::Frame;
use kit::who::Who;
use kit::{App, Error, Reference, Result};
use services::{Catalogue, Definition};
use std::sync::Arc;

/// How each service stands, as access asks for it.
pub(crate) fn standing_of(app: &App) -> Result<impl Fn(&str) -> Option<Standing> + '_> {
    let catalogue = app.part::<Catalogue>()?;
    let standing = |definition: Arc<Definition>| Standing {
        team: catalogue.owner(&definition),
        ruled: !definition.delegations().is_empty(),
    };
    Ok(move |service: &str| catalogue.current(service).map(standing))
}

/// The services a team owns.
pub(crate) fn services_of(app: &App) -> Result<impl Fn(&str) -> Vec<String> + '_> {
    let catalogue = app.part::<Catalogue>()?;
    Ok(move |team: &str| {
        let owned = catalogue.all().into_iter().filter(|definition| catalogue.owner(definition) == team);
        owned.map(|definition| definition.id.clone()).collect()
    })
}

/// The case behind any reporter's reference, if this member of staff may do this with it, and it is not closed to them.
pub(crate) async fn find(conn: &mut Conn, app: &App, who: &Who, reference: &str, action: Action) -> Result<Case> {
    let case = behind(conn, who, reference).await?;
    access::check(who, action, &case, &standing_of(app)?)?;
    within(conn, app, who, &case).await?;
    Ok(case)
}

/// Refuses what is outside of what their caller may be told, until they have said why they look at it.
pub(crate) async fn within(conn: &mut Conn, app: &App, who: &Who, case: &Case) -> Result<()> {
    match outside::beyond(conn, app, who, case).await? {
        Some(beyond) if !beyond.looked => Err(Error::Refused("cases-desk-outside-refused")),
        _ => Ok(()),
    }
}

/// The case behind any reporter's reference, for whoever works here: what they may do with it is still to be asked.
pub(crate) async fn behind(conn: &mut Conn, who: &Who, reference: &str) -> Result<Case> {
    who.staff()?;
    let reference: Reference = reference.parse().map_err(|_| Error::NotFound)?;
    Ok(door::by_reference(conn, &reference).await?.ok_or(Error::NotFound)?.case)
}

/// Who has it, in words: a case that ended without an owner waits for none.
pub(crate) fn owner_words(frame: &Frame, status: Status, owner: String) -> String {
    match (owner.is_empty(), status.is_live()) {
        (false, _) => owner,
        (true, true) => frame.t("cases-assign-nobody").to_owned(),
        (true, false) => frame.t("cases-desk-owner-nobody").to_owned(),
    }
}
