//! A resident writes to the council about their case: it stands among the unread of the desk until somebody opens it, and
//! words that mean danger stand first, with the number to call for whoever wrote them.

use crate::dates;
use crate::facts::{self, Data};
use crate::model::unread_after;
use crate::resident::door::{self, Seen};
use crate::resident::{follow, text};
use crate::store::{
    self,
    messages::{Came, Message},
};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::clock::Micros;
use kit::db::Tx;
use kit::extract::Path;
use kit::form::Form;
use kit::page::{self, Frame};
use kit::who::Who;
use kit::{App, Error, Id, Result};
use services::Catalogue;

/// Keeps the message once and brings the next action near; what was asked is answered.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(reference): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let frame = Frame::new(&app, &who, "", "cases-message-title");
    let words = text(&frame, &mut form, "text", Some("cases-message-empty"));
    if !form.is_good() {
        let mut conn = app.db.read().await?;
        let seen = door::open(&mut conn, &app, &who, &reference).await?.ok_or(Error::SignIn)?;
        return page::invalid(&follow::draw(&app, &mut conn, &who, &seen, form, &follow::Asked::default()).await?);
    }
    let (seen, danger) = send(&app, &who, &reference, words, key).await?;
    Ok(page::see(&match danger {
        // The number stands on top of the page.
        Some(kind) => format!("{}?done=message&danger={}", seen.path(), kind.key()),
        None => format!("{}?done=message#messages", seen.path()),
    }))
}

/// Keeps the message, once, and gives the danger its words speak of.
pub(crate) async fn send(
    app: &App,
    who: &Who,
    reference: &str,
    words: String,
    key: Id,
) -> Result<(Seen, Option<search::Kind>)> {
    let signs = app.part::<Catalogue>()?.danger().signs(&words);
    let danger = signs.into_iter().map(|sign| sign.kind).min();
    let mut tx = app.db.begin().await?;
    let seen = door::open(&mut tx, app, who, reference).await?.ok_or(Error::SignIn)?;
    let message = Message {
        id: app.id(),
        reporter: seen.me(),
        ours: false,
        author: who.id(),
        at: app.now(),
        read_at: 0,
        asks: false,
        danger: danger.is_some(),
        text: words,
        came: Came::default(),
    };
    if store::messages::insert(&mut tx, seen.case.id, key, &message).await? {
        take(&mut tx, app, who, &seen, &message).await?;
        tx.commit().await?;
    }
    Ok((seen, danger))
}

/// What a new message changes: it is unread, somebody reads it within an opening hour, and it may answer a question. What came from
/// another address answers nothing: whoever was asked is not shown it, and would no longer see that they were.
pub(crate) async fn take(tx: &mut Tx, app: &App, who: &Who, seen: &Seen, message: &Message) -> Result<()> {
    let mut case = seen.case.clone();
    let by: Micros = dates::in_a_working_hour(app, message.at)?;
    let answers = message.came.sender.is_empty() && store::messages::asks(tx, case.id, seen.me()).await?;
    case.written_to(answers, by);
    if case != seen.case {
        store::cases::save(tx, &mut case).await?;
    }
    if answers {
        store::messages::answered(tx, case.id).await?;
    }
    let unread = store::cases::unread(tx, case.id).await?;
    store::cases::set_unread(tx, case.id, unread_after(unread, message.at, message.danger)).await?;
    let channel = if message.came.channel == "page" { String::new() } else { message.came.channel.clone() };
    let (reporter, other) = (Some(seen.me()), !message.came.sender.is_empty());
    let data = Data { reporter, channel, other, ..facts::change(&seen.case, &case) };
    let fact = facts::between("case.messaged", who, &case, seen.resident()).data(data.json());
    facts::record(tx, app, fact).await.map(drop)
}
