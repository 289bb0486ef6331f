//! From what was sent to a file that is kept: recognised, looked at by the scanner, pictures written anew, then into the
//! database in pieces of which each commits alone, so that nobody waits long for the writer.

use super::content::{Content, is_heic, name_for};
use super::document::without_location;
use super::picture::{self, Unreadable};
use super::scan::Verdict;
use super::taken::{Fault, Spooled};
use super::{File, Files, LARGEST, LARGEST_TOGETHER, State, has_room, store};
use crate::app::App;
use crate::db::{Conn, again_if_collided};
use crate::error::{Error, Result};
use crate::facts::Subject;
use crate::form::Form;
use crate::id::Id;
use sha2::{Digest, Sha256};
use std::path::Path;

/// Bytes of a piece.
pub(super) const PIECE: usize = 256 << 10;
/// The number of the small picture among the pieces; the file's own begin with 1.
pub(super) const SMALL: i64 = 0;

/// Which kinds are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Takes {
    /// Photographs and other pictures.
    pub photos: bool,
    /// PDF documents.
    pub pdf: bool,
}

impl Takes {
    /// Whether this kind is among them.
    pub fn takes(self, content: Content) -> bool {
        if content.is_picture() { self.photos } else { self.pdf }
    }
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Nothing is in it.
    Empty,
    /// It is larger than a file may be.
    TooLarge,
    /// There are more than may be sent.
    TooMany,
    /// All together are larger than they may be.
    TooMuch,
    /// It is none of the kinds that are taken.
    Kind,
    /// It is a photograph in a format that cannot be read here.
    Heic,
    /// It is damaged.
    Broken,
    /// It has more pixels than are taken.
    TooManyPixels,
    /// The virus scanner found something.
    Virus,
    /// There was no room for it just now.
    NoRoom,
}

impl Refused {
    /// The key of the words that say so where these kinds are taken; `name` is their variable.
    pub fn key(self, takes: Takes) -> &'static str {
        match self {
            Refused::Empty => "page-file-empty",
            Refused::TooLarge => "page-file-too-large",
            Refused::TooMany => "page-file-too-many",
            Refused::TooMuch => "page-file-too-much",
            Refused::Kind if !takes.pdf => "page-file-kind-photo",
            Refused::Kind if !takes.photos => "page-file-kind-pdf",
            Refused::Kind => "page-file-kind",
            Refused::Heic => "page-file-heic",
            Refused::Broken => "page-file-broken",
            Refused::TooManyPixels => "page-file-pixels",
            Refused::Virus => "page-file-virus",
            Refused::NoRoom => "page-file-no-room",
        }
    }
}

/// A file ready to be written.
struct Ready {
    content: Content,
    bytes: Vec<u8>,
    small: Vec<u8>,
    state: State,
}

/// Keeps a file for this owner, or says why not. It is nobody's until it is handed in.
pub async fn keep(app: &App, owner: &Subject, sent: &Spooled, takes: Takes) -> Result<Result<File, Refused>> {
    let ready = match ready(app, sent, takes).await? {
        Ok(ready) => ready,
        Err(refused) => return Ok(Err(refused)),
    };
    let file = File {
        id: app.id(),
        owner: owner.clone(),
        name: name_for(&sent.name, ready.content),
        content: ready.content,
        bytes: ready.bytes.len() as i64,
        sha256: Sha256::digest(&ready.bytes).into(),
        sent_sha256: sent.sha256,
        state: ready.state,
        kept_at: app.now(),
    };
    match write(app, &file, &ready).await {
        Ok(()) => Ok(Ok(file)),
        Err(Error::Unavailable(why)) => {
            tracing::error!("a file that was sent could not be kept: {why}");
            Ok(Err(Refused::NoRoom))
        }
        Err(other) => Err(other),
    }
}

/// What was kept of several files that came together, and of the first that was not what it is called and why.
pub type Came = (Vec<File>, Option<(String, Refused)>);

/// Keeps those of these that can be for this owner, at most so many: one that cannot takes none of the others along.
pub async fn keep_all(app: &App, owner: &Subject, sent: &[Spooled], (takes, most): (Takes, usize)) -> Result<Came> {
    let (mut kept, mut wrong, mut bytes) = (Vec::new(), None, 0);
    for one in sent {
        bytes += one.bytes;
        let taken = match () {
            () if kept.len() == most => Err(Refused::TooMany),
            () if one.fault.is_none() && bytes > LARGEST_TOGETHER => Err(Refused::TooMuch),
            () => keep(app, owner, one, takes).await?,
        };
        match taken {
            Ok(file) => kept.push(file),
            Err(refused) => {
                wrong.get_or_insert_with(|| (one.name.chars().take(100).collect(), refused));
            }
        }
    }
    Ok((kept, wrong))
}

/// The files that a page kept before for this owner and names again in this field, each once and at most so many; and whether
/// one of them is no longer here.
pub async fn kept_before(
    conn: &mut Conn,
    app: &App,
    owner: &Subject,
    form: &Form,
    (field, most): (&str, usize),
) -> Result<(Vec<File>, bool)> {
    let mut ids: Vec<Id> = form.values(field).filter_map(|id| id.parse().ok()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.truncate(most);
    let (mut kept, mut gone) = (Vec::new(), false);
    for id in ids {
        match super::unsent(conn, app, owner, id).await {
            Ok(file) => kept.push(file),
            Err(Error::NotFound) => gone = true,
            Err(other) => return Err(other),
        }
    }
    Ok((kept, gone))
}

async fn ready(app: &App, sent: &Spooled, takes: Takes) -> Result<Result<Ready, Refused>> {
    let content = match recognised(sent, takes) {
        Ok(content) => content,
        Err(refused) => return Ok(Err(refused)),
    };
    let bytes = sent.whole().await?;
    let state = match look(app, &bytes).await {
        Some(state) => state,
        None => return Ok(Err(Refused::Virus)),
    };
    if !content.is_picture() {
        // A document without its end was cut short on its way.
        let end = &bytes[bytes.len().saturating_sub(2048)..];
        let whole = memchr::memmem::find(end, b"%%EOF").is_some();
        let ready = Ready { content, bytes: without_location(bytes), small: Vec::new(), state };
        return Ok(if whole { Ok(ready) } else { Err(Refused::Broken) });
    }
    let _turn = Files::of(app).pictures.acquire().await.map_err(Error::internal)?;
    let rewritten = tokio::task::spawn_blocking(move || picture::rewrite(&bytes, content, LARGEST as usize)).await;
    Ok(match rewritten {
        Ok(Ok(new)) => Ok(Ready { content: new.content, bytes: new.bytes, small: new.small, state }),
        Ok(Err(Unreadable::TooManyPixels)) => Err(Refused::TooManyPixels),
        Ok(Err(Unreadable::Broken)) => Err(Refused::Broken),
        // A decoder that panics has met a picture it cannot read.
        Err(_) => Err(Refused::Broken),
    })
}

/// What it is, before any of it is read further.
fn recognised(sent: &Spooled, takes: Takes) -> Result<Content, Refused> {
    match sent.fault {
        Some(Fault::TooLarge) => return Err(Refused::TooLarge),
        Some(Fault::TooMany) => return Err(Refused::TooMany),
        Some(Fault::NoRoom) => return Err(Refused::NoRoom),
        None if sent.bytes == 0 => return Err(Refused::Empty),
        None => {}
    }
    match Content::of(&sent.head) {
        Some(content) if takes.takes(content) => Ok(content),
        None if takes.photos && is_heic(&sent.head) => Err(Refused::Heic),
        _ => Err(Refused::Kind),
    }
}

/// The state a file with these bytes is kept in; nothing where a virus was found. While the scanner is away people can go
/// on: the file waits for it, and nobody can open it before.
async fn look(app: &App, bytes: &[u8]) -> Option<State> {
    let Some(scanner) = &Files::of(app).scanner else { return Some(State::Unchecked) };
    match scanner.check(bytes).await {
        Ok(Verdict::Clean) => Some(State::Clean),
        Ok(Verdict::Found(name)) => {
            tracing::warn!(%name, "a virus was found in a file that was sent; it was not kept");
            None
        }
        Err(away) => {
            tracing::error!(%away, "a file is kept and waits for the virus scanner");
            Some(State::Waiting)
        }
    }
}

async fn write(app: &App, file: &File, ready: &Ready) -> Result<()> {
    // Twice: what is written stands in the log too, until it is in its place.
    let full = |path: &Path| !has_room(rustix::fs::statvfs(path), 2 * file.bytes as u64);
    if app.db.file().is_some_and(full) {
        return Err(Error::Unavailable("too little room on the disk for files".into()));
    }
    again_if_collided(|| async {
        let mut tx = app.db.begin().await?;
        store::insert(&mut tx, file).await?;
        if !ready.small.is_empty() {
            store::add_piece(&mut tx, file.id, SMALL, &ready.small).await?;
        }
        tx.commit().await
    })
    .await?;
    for (number, piece) in (1..).zip(ready.bytes.chunks(PIECE)) {
        again_if_collided(|| async {
            let mut tx = app.db.begin().await?;
            store::add_piece(&mut tx, file.id, number, piece).await?;
            tx.commit().await
        })
        .await?;
    }
    Ok(())
}
