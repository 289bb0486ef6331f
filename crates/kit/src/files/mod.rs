//! Files people send: photographs and documents, kept in the database in pieces, so that a backup, several nodes and an
//! erasure need nothing of their own (decision 0016).
//!
//! What a file is, its content decides ([`Content::of`]). A picture is written anew, without what its camera noted; a document stays as it is, is never shown in a page and leaves as a download ([`answer`]). Where the
//! council has a virus scanner, no file is handed to anybody before the scanner has seen it.
//!
//! A handler reads a form with [`Incoming`], keeps each file with [`keep`], and hands it in with [`hand_in`] in the
//! transaction that says what it is for: without that it is cleared away.

mod content;
mod incoming;
mod keep;
pub mod multipart;
pub mod picture;
mod scan;
mod serve;
mod store;
mod verify;
mod work;

pub use content::{Content, is_heic, name_for};
pub use incoming::{Fault, Incoming, LARGEST_BODY, Sent, Spooled};
pub use keep::{Refused, Takes, keep};
pub use scan::{Away, ScanConfig, Scanner, Verdict};
pub use serve::{Size, answer};
pub use verify::{Verified, verify};
pub use work::{check_waiting, works};

use crate::app::App;
use crate::clock::Micros;
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::facts::Subject;
use crate::id::Id;
use crate::personal;
use std::path::PathBuf;
use std::sync::LazyLock;
use tokio::sync::Semaphore;

/// The most bytes of one file.
pub const LARGEST: u64 = 20 << 20;
/// The most bytes of all files of one draft.
pub const LARGEST_TOGETHER: u64 = 100 << 20;
/// Bytes of a disk that files leave free: what else the council writes must go on.
const RESERVE: u64 = 256 << 20;
/// Forms with files that are taken in at the same time; each needs room on the disk for what it sends.
const UPLOADS: usize = 8;
/// Pictures decoded at the same time; each may take a few hundred megabytes of memory.
const PICTURES: usize = 2;

/// How far a file has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Its bytes are on their way into the database; nobody sees it.
    Sending,
    /// It waits for the virus scanner; its sender knows that it is there, nobody can open it.
    Waiting,
    /// The virus scanner found nothing.
    Clean,
    /// No virus scanner has seen it, because the council has none.
    Unchecked,
    /// The virus scanner found something: its bytes are gone.
    Infected,
}

impl State {
    const ALL: [State; 5] = [State::Sending, State::Waiting, State::Clean, State::Unchecked, State::Infected];

    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            State::Sending => "sending",
            State::Waiting => "waiting",
            State::Clean => "clean",
            State::Unchecked => "unchecked",
            State::Infected => "infected",
        }
    }
}

/// A file that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its id.
    pub id: Id,
    /// What it belongs to; whoever may see that may see the file.
    pub owner: Subject,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub content: Content,
    /// How many bytes it has.
    pub bytes: i64,
    /// SHA-256 of what is kept.
    pub sha256: [u8; 32],
    /// SHA-256 of what was sent: whoever has the original can show that it is.
    pub sent_sha256: [u8; 32],
    /// How far it has got.
    pub state: State,
    /// When it was kept.
    pub kept_at: Micros,
}

impl File {
    /// What is told of it to whoever it is about; `path` is where it can be had.
    pub fn personal(&self, path: &str) -> personal::Row {
        let hex = |hash: &[u8]| hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let row = personal::Row::new().id("id", self.id).text("name", self.name.as_str()).time("at", self.kept_at);
        let row = row.code("kind", self.content.code()).code("bytes", self.bytes).code("state", self.state.code());
        let row = row.code("sha256", hex(&self.sha256)).code("sent_sha256", hex(&self.sent_sha256));
        let row = row.code("about", self.owner.to_string());
        if self.can_be_opened() { row.code("path", path) } else { row }
    }

    /// True when it may be opened.
    pub fn can_be_opened(&self) -> bool {
        matches!(self.state, State::Clean | State::Unchecked)
    }
}

/// What keeping files needs besides the database, given by the wiring.
pub struct Files {
    spool: PathBuf,
    scanner: Option<Scanner>,
    uploads: Semaphore,
    pictures: Semaphore,
}

static PLAIN: LazyLock<Files> = LazyLock::new(|| Files::new(std::env::temp_dir(), None));

impl Files {
    /// What arrives waits in this folder, under no name, and is looked at by this scanner.
    pub fn new(spool: PathBuf, scanner: Option<Scanner>) -> Files {
        Files { spool, scanner, uploads: Semaphore::new(UPLOADS), pictures: Semaphore::new(PICTURES) }
    }

    /// The council's; where nobody said, without a scanner and in the machine's folder for such things.
    pub fn of(app: &App) -> &Files {
        app.part::<Files>().unwrap_or(&PLAIN)
    }

    fn spool(&self) -> Result<std::fs::File> {
        tempfile::tempfile_in(&self.spool)
            .map_err(|cause| Error::Unavailable(format!("{}: {cause}", self.spool.display())))
    }
}

/// Whether a disk has this many bytes for files. A disk that does not say is one that has.
fn has_room(disk: rustix::io::Result<rustix::fs::StatVfs>, bytes: u64) -> bool {
    disk.map_or(true, |disk| disk.f_bavail * disk.f_frsize >= RESERVE + bytes)
}

/// The file with this id, if it belongs to this owner and somebody handed it in.
pub async fn one(conn: &mut Conn, owner: &Subject, id: Id) -> Result<File> {
    let file = store::by_id(conn, id).await?;
    if file.owner == *owner && file.state != State::Sending { Ok(file) } else { Err(Error::NotFound) }
}

/// The files of this owner, the oldest first, at most a thousand.
pub async fn of(conn: &mut Conn, owner: &Subject) -> Result<Vec<File>> {
    store::of_owner(conn, owner).await
}

/// Makes a kept file its owner's, in the transaction that says so there.
pub async fn hand_in(tx: &mut Tx, file: &File) -> Result<()> {
    match store::becomes(tx, file.id, State::Sending, file.state).await? {
        true => Ok(()),
        false => Err(Error::internal(format!("the file {} is handed in twice", file.id))),
    }
}

/// Gives files of one owner to another, as a draft's to its case. [`Error::Changed`] where one is not the first one's.
pub async fn give(tx: &mut Tx, ids: &[Id], from: &Subject, to: &Subject) -> Result<()> {
    for id in ids {
        if !store::give(tx, *id, from, to).await? {
            return Err(Error::Changed);
        }
    }
    Ok(())
}

/// Deletes a file of this owner, with its bytes; nothing where it is not there.
pub async fn delete(tx: &mut Tx, owner: &Subject, id: Id) -> Result<()> {
    match one(tx, owner, id).await {
        Ok(file) => store::delete(tx, file.id).await,
        Err(Error::NotFound) => Ok(()),
        Err(other) => Err(other),
    }
}

/// Deletes every file of this owner, with their bytes. Returns how many there were.
pub async fn delete_all(tx: &mut Tx, owner: &Subject) -> Result<usize> {
    let all = store::all_of(tx, owner).await?;
    for id in &all {
        store::delete(tx, *id).await?;
    }
    Ok(all.len())
}

/// Clears away a few files that nobody handed in before this moment: their sender went away half way. Returns how many.
pub async fn sweep(tx: &mut Tx, before: Micros) -> Result<u64> {
    let left = store::in_state(tx, State::Sending, before, 5).await?;
    for file in &left {
        store::delete(tx, file.id).await?;
    }
    Ok(left.len() as u64)
}
