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
use kit::attempts::{self, Limit};
use kit::clock::{HOUR, Micros};
use kit::db::{Conn, Tx};
use kit::extract::Path;
use kit::facts::Subject;
use kit::files::{self, File, Incoming, Sent, Takes};
use kit::form::Form;
use kit::page::{self, Frame};
use kit::who::Who;
use kit::{App, Error, Id, Result};
use services::{Attached, Catalogue};

/// The most files with one message, and with all that one reporter writes.
pub(crate) const MOST: usize = 5;
const MOST_OF_ONE: usize = 50;
/// How often one reporter sends files.
const OFTEN: Limit = Limit { most: 20, window: HOUR };
/// The field of files that are here already.
pub(crate) const KEPT: &str = "kept";
/// What they may be.
const TAKES: Takes = Takes { photos: true, pdf: true };

/// Keeps the message once and brings the next action near; what was asked is answered.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(reference): Path<String>,
    incoming: Incoming,
) -> Result<Response> {
    // Files of whoever may not write here are not taken in.
    let seen = door::open(&mut *app.db.read().await?, &app, &who, &reference).await?.ok_or(Error::SignIn)?;
    let sent = incoming.read(&app).await?;
    let mut form = sent.form.clone();
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let frame = Frame::new(&app, &who, "", "cases-message-title");
    let kept = keep(&app, &frame, &seen, &mut form, &sent).await?;
    let empty = (kept.is_empty() && sent.files.is_empty()).then_some("cases-message-empty");
    let words = text(&frame, &mut form, "text", empty);
    if !form.is_good() {
        let mut conn = app.db.read().await?;
        let mut drawn = follow::draw(&app, &mut conn, &who, &seen, form, &follow::Asked::default()).await?;
        drawn.kept = kept;
        return page::invalid(&drawn);
    }
    let (seen, danger) = send(&app, &who, &reference, (words, kept), key).await?;
    Ok(page::see(&match danger {
        // The number stands on top of the page.
        Some(kind) => format!("{}?done=message&danger={}", seen.path(), kind.key()),
        None => format!("{}?done=message#messages", seen.path()),
    }))
}

/// The files the page kept before, and those that came now, which are kept for the case whatever else is wrong; one that is not taken is
/// said in the form.
async fn keep(app: &App, frame: &Frame, seen: &Seen, form: &mut Form, sent: &Sent) -> Result<Vec<File>> {
    let (mut kept, gone) = before(&mut *app.db.read().await?, app, seen, form).await?;
    if gone {
        form.refuse("files", frame.t("cases-message-file-again"));
    }
    if sent.files.is_empty() {
        return Ok(kept);
    }
    if attempts::count(app, &format!("cases-files:{}:{}", seen.case.id, seen.me()), OFTEN).await?.is_some() {
        form.refuse("files", frame.t("page-file-slow"));
        return Ok(kept);
    }
    let most = room(&mut *app.db.read().await?, seen).await?.saturating_sub(kept.len());
    let (new, wrong) = files::keep_all(app, &owner(seen), &sent.files, (TAKES, most)).await?;
    kept.extend(new);
    if let Some((name, refused)) = wrong {
        form.refuse("files", frame.with(refused.key(TAKES), "name", name));
    }
    Ok(kept)
}

/// Whose the files are.
fn owner(seen: &Seen) -> Subject {
    Subject::new("case", seen.case.id)
}

/// The files that the page kept before, and whether one of them is no longer here.
async fn before(conn: &mut Conn, app: &App, seen: &Seen, form: &Form) -> Result<(Vec<File>, bool)> {
    files::kept_before(conn, app, &owner(seen), form, (KEPT, MOST)).await
}

/// How many files this reporter may send with a message: what others sent of the same thing leaves everybody their own room.
pub(crate) async fn room(conn: &mut Conn, seen: &Seen) -> Result<usize> {
    let own = store::messages::files_from(conn, seen.case.id, seen.me()).await?;
    Ok(MOST.min(MOST_OF_ONE.saturating_sub(own.len())))
}

/// The files that a program of theirs sent before, for a message on this case: as many as would be taken with it, and each of them theirs
/// and not used yet; else the form says why. Sent again under the same key they are the message's already, and nothing is taken up.
pub(crate) async fn take_up(
    app: &App,
    who: &Who,
    reference: &str,
    form: &mut Form,
    (ids, key): (&[Id], Id),
) -> Result<Vec<File>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut read = app.db.read().await?;
    let seen = door::open(&mut read, app, who, reference).await?.ok_or(Error::SignIn)?;
    if store::messages::is_there(&mut read, key).await? {
        return Ok(Vec::new());
    }
    let most = room(&mut read, &seen).await?;
    let Some(kept) = files::sent_before(&mut read, app, &files::of_sender(who.resident()?), ids).await? else {
        form.refuse("files", app.t(who.lang, "page-file-not-there"));
        return Ok(Vec::new());
    };
    if let Some(over) = kept.get(most) {
        let name = over.name.as_str().into();
        form.refuse("files", app.words.with(who.lang, files::Refused::TooMany.key(TAKES), &[("name", name)]));
    }
    Ok(kept)
}

/// Keeps the message and what came with it, once, and gives the danger its words speak of.
pub(crate) async fn send(
    app: &App,
    who: &Who,
    reference: &str,
    (words, kept): (String, Vec<File>),
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
        came: Came { files: kept.iter().map(attached).collect(), ..Came::default() },
    };
    if store::messages::insert(&mut tx, seen.case.id, key, &message).await? {
        for file in &kept {
            files::hand_in_to(&mut tx, file, &Subject::new("case", seen.case.id)).await?;
        }
        take(&mut tx, app, who, &seen, &message).await?;
        tx.commit().await?;
    }
    Ok((seen, danger))
}

/// A file as the row of what it came with names it.
pub(crate) fn attached(file: &File) -> Attached {
    Attached { id: file.id, name: file.name.clone(), bytes: file.bytes }
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
    let data = Data { reporter, channel, other, message: Some(message.id), ..facts::change(&seen.case, &case) };
    let fact = facts::between("case.messaged", who, &case, seen.resident()).data(data.json());
    facts::record(tx, app, fact).await.map(drop)
}
