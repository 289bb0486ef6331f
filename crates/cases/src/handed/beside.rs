//! What goes to another system besides the report: the files that came with it, and what is written about it while the system has
//! it. Both only where the definition says so. Files are fetched with the system's key, as long as it has the case (decision 0020).

use super::Handed;
use super::answer::theirs;
use super::model::NOT_THEIRS;
use super::offer::{self, is_spared};
use crate::attached;
use crate::facts::Data;
use crate::model::Case;
use crate::store::{self, handed, messages::Message, systems};
use axum::response::Response;
use kit::clock::Micros;
use kit::db::Conn;
use kit::facts::{Recorded, Subject};
use kit::files::{self, File, Size, State};
use kit::who::Who;
use kit::{App, Error, Id, Result};
use serde::Serialize;
use services::{Attached, Handover};

/// Messages about a case whose files are looked for.
const MESSAGES: usize = 500;
/// After every id.
const NEWEST: Id = Id([0xff; 16]);

/// A file that the system may fetch.
#[derive(Debug, Clone, Serialize)]
pub struct SentFile {
    id: Id,
    name: String,
    media_type: &'static str,
    bytes: i64,
    sha256: String,
    path: String,
}

fn sent_file(one: &Handed, file: &File) -> SentFile {
    SentFile {
        id: file.id,
        name: file.name.clone(),
        media_type: file.content.media_type(),
        bytes: file.bytes,
        sha256: file.sha256.iter().map(|byte| format!("{byte:02x}")).collect(),
        path: format!("/api/v1/handed/{}/files/{}", one.id, file.id),
    }
}

/// Those of a case's files that are named here and kept.
async fn kept(conn: &mut Conn, case: Id, named: &[Attached]) -> Result<Vec<File>> {
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let mut all = files::of(conn, &Subject::new("case", case)).await?;
    all.retain(|file| file.state.is_kept() && named.iter().any(|one| one.id == file.id));
    Ok(all)
}

/// The files that came with the report; none where the rule does not say so, and none once the system does not have it.
pub(super) async fn of_report(conn: &mut Conn, case: &Case, one: &Handed, rule: &Handover) -> Result<Vec<SentFile>> {
    if !rule.files || !one.state.is_live() || case.erased {
        return Ok(Vec::new());
    }
    let named = attached::named(&store::cases::answers(conn, case.id).await?)?;
    Ok(kept(conn, case.id, &named).await?.iter().map(|file| sent_file(one, file)).collect())
}

/// A file of a case that the system has.
pub async fn file(app: &App, who: &Who, id: Id, file: Id) -> Result<Response> {
    let mut conn = app.db.read().await?;
    let (system, one) = theirs(&mut conn, who, id).await?;
    if !one.state.is_live() {
        return Err(Error::Refused(NOT_THEIRS));
    }
    let case = store::cases::by_id(&mut conn, one.case).await?;
    let rule = offer::rule(app, &case, &system.code)?;
    let mut named = Vec::new();
    if rule.files {
        named = attached::named(&store::cases::answers(&mut conn, case.id).await?)?;
    }
    if rule.files && rule.messages {
        let written = store::messages::of_case(&mut conn, case.id, NEWEST, MESSAGES).await?;
        let heard = written.into_iter().filter(|message| !message.ours && message.at >= one.asked);
        named.extend(heard.filter(|message| message.came.sender.is_empty()).flat_map(|message| message.came.files));
    }
    let found = kept(&mut conn, case.id, &named).await?.into_iter().find(|kept| kept.id == file);
    drop(conn);
    match found.ok_or(Error::NotFound)? {
        waits if waits.state == State::Waiting => Err(Error::Refused("cases-handed-refused-scanning")),
        file => files::answer(app, &file, Size::Whole).await,
    }
}

/// What somebody wrote, as the system reads it.
#[derive(Debug, Clone, Serialize)]
pub struct SentMessage {
    id: Id,
    at: String,
    text: String,
    files: Vec<SentFile>,
}

/// A message that was written while a system had the case: how the system calls the case, and the message; that only while the system
/// has it still.
#[derive(Debug, Clone, Serialize)]
pub struct Heard {
    id: Id,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<SentMessage>,
}

/// What this system had of a case at a moment.
async fn had(conn: &mut Conn, case: Id, system: Id, at: Micros) -> Result<Option<Handed>> {
    let all = handed::of_case(conn, case).await?;
    let at_the_time = |one: &Handed| one.system == system && one.asked <= at && (one.ended == 0 || at <= one.ended);
    Ok(all.into_iter().rev().find(at_the_time))
}

/// What a system hears of: a message, the case it is about, and how the system has that.
struct Hearing {
    message: Message,
    case: Case,
    one: Handed,
    rule: Handover,
}

/// What a system hears of a fact: a message of whoever reported a case that the system had then. Not of somebody whose address is to
/// be kept safe, and not what came from an address that nobody knows. The same at any later time, so that it can be told again.
async fn hearing(conn: &mut Conn, app: &App, system: Id, fact: &Recorded) -> Result<Option<Hearing>> {
    if fact.kind != "case.messaged" {
        return Ok(None);
    }
    let data: Data = fact.data()?;
    let (Some(case), Some(message), false) = (fact.subject("case"), data.message, data.other) else { return Ok(None) };
    let Some(one) = had(conn, case, system, fact.at).await? else { return Ok(None) };
    let Some(taker) = systems::by_id(conn, system).await? else { return Ok(None) };
    // What was erased since is heard no more.
    let message = match store::messages::by_id(conn, message).await {
        Err(Error::NotFound) => return Ok(None),
        found => found?,
    };
    let case = store::cases::by_id(conn, case).await?;
    let rule = match offer::rule(app, &case, &taker.code) {
        Ok(rule) if rule.messages => rule,
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    match fact.subject("resident") {
        Some(resident) if is_spared(conn, resident).await? => Ok(None),
        _ => Ok(Some(Hearing { message, case, one, rule })),
    }
}

/// Whether a system hears of this fact.
pub async fn hears(conn: &mut Conn, app: &App, system: Id, fact: &Recorded) -> Result<bool> {
    Ok(hearing(conn, app, system, fact).await?.is_some())
}

/// What a system hears of this fact.
pub async fn heard(conn: &mut Conn, app: &App, system: Id, fact: &Recorded) -> Result<Option<Heard>> {
    let Some(Hearing { message, case, one, rule }) = hearing(conn, app, system, fact).await? else { return Ok(None) };
    let message = match one.state.is_live() && !case.erased {
        true => Some(written(conn, &one, &rule, message).await?),
        false => None,
    };
    Ok(Some(Heard { id: one.id, message }))
}

async fn written(conn: &mut Conn, one: &Handed, rule: &Handover, message: Message) -> Result<SentMessage> {
    let named = if rule.files { message.came.files } else { Vec::new() };
    let files = kept(conn, one.case, &named).await?;
    Ok(SentMessage {
        id: message.id,
        at: crate::timeline::machine_time(message.at),
        text: message.text,
        files: files.iter().map(|file| sent_file(one, file)).collect(),
    })
}
