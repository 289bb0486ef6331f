//! Taking password and codes away from a member of staff who lost them or may have had them stolen: their sessions and
//! keys end at once, and a new set-up link is shown.

use super::staff_add::LinkPage;
use crate::access::{self, Action};
use crate::{door, store};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::extract::Path;
use kit::facts::{self, Fact, Subject};
use kit::page::html;
use kit::who::Who;
use kit::{Error, Result, keys, session};

/// POST `/admin/staff/{id}/reset`: a repeat makes another link in the place of the first.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    access::may(&who, Action::ManageStaff)?;
    let mut tx = app.db.begin().await?;
    let member = store::member(&mut tx, id.parse()?).await?.ok_or(Error::NotFound)?;
    if member.id == who.id() {
        return Err(Error::Refused("workforce-reset-own"));
    }
    store::shut(&mut tx, member.id).await?;
    session::end_all(&mut tx, member.id).await?;
    keys::end_all(&mut tx, &app, &who, &Subject::new("staff", member.id)).await?;
    let link = door::offer(&mut tx, &app, member.id).await?;
    facts::record(&mut tx, &app, Fact::new("staff.reset", &who).about("staff", member.id)).await?;
    tx.commit().await?;
    html(&LinkPage::new(&app, &who, "workforce-staff-reset-done", &member.name, &link))
}
