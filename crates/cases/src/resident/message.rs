//! A resident writes to the council about their case.

use crate::facts::{self, Data};
use crate::resident::{door, follow, text};
use crate::store::{self, messages::Message};
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;
use kit::form::Form;
use kit::page::{self, Frame};
use kit::who::Who;
use kit::{App, Error, Id, Result};

/// Keeps the message once; a waiting case is the council's turn again.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(reference): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let frame = Frame::new(&app, &who, "", "cases-message-title");
    let words = text(&frame, &mut form, "text", Some("cases-message-empty"));
    let now = app.now();
    if !form.is_good() {
        let mut conn = app.db.read().await?;
        let Some(seen) = door::open(&mut conn, &app, &who, &reference).await? else {
            return Ok(page::see(&door::elsewhere(&reference)));
        };
        return page::invalid(&follow::draw(&app, &mut conn, &who, &seen, form, None).await?);
    }
    let mut tx = app.db.begin().await?;
    let Some(seen) = door::open(&mut tx, &app, &who, &reference).await? else {
        return Ok(page::see(&door::elsewhere(&reference)));
    };
    let message =
        Message { id: app.id(), reporter: seen.me(), ours: false, author: who.id(), at: now, read_at: 0, text: words };
    if store::messages::insert(&mut tx, seen.case.id, key, &message).await? {
        let before = seen.case.clone();
        let mut case = seen.case.clone();
        case.answered(now);
        if case != before {
            store::cases::save(&mut tx, &mut case).await?;
        }
        let data = Data { reporter: Some(seen.me()), ..facts::change(&before, &case) };
        let fact = facts::between("case.messaged", &who, &case, seen.resident()).data(data.json());
        facts::record(&mut tx, &app, fact).await?;
        tx.commit().await?;
    }
    Ok(page::see(&format!("{}?done=message#messages", seen.path())))
}
