//! Files people send: photographs and documents, kept in the database in pieces, so that a backup, several nodes and an
//! erasure need nothing of their own (decision 0016).
//!
//! What a file is, its content decides ([`Content::of`]). A picture is written anew, without what its camera noted; a document stays as it is, is never shown in a page and leaves as a download ([`answer`]). Where the
//! council has a virus scanner, no file is handed to anybody before the scanner has seen it.
//!
//! A handler reads a form with [`Incoming`], keeps each file with [`keep`], and hands it in with [`hand_in`] in the
//! transaction that says what it is for: without that it is cleared away.

mod content;
mod document;
mod incoming;
mod keep;
pub mod multipart;
pub mod picture;
mod scan;
mod serve;
mod store;
mod taken;
mod verify;
mod work;

pub use content::{Content, is_heic, name_for};
pub use incoming::{Incoming, LARGEST_BODY};
pub use keep::{Came, Refused, Takes, keep, keep_all, kept_before};
pub use scan::{Away, ScanConfig, Scanner, Verdict};
pub use serve::{Size, answer};
pub use taken::{Fault, Sent, Spooled};
pub use verify::{Verified, verify};
pub use work::{check_waiting, whole, works};

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
/// And those whose sender is not known after their beginning: what they send may be thrown away.
const UNKNOWN: usize = 2;
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

    /// The state of this code.
    pub fn of(code: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.code() == code)
    }

    /// True when all its bytes are kept: of others they are not all there yet, or gone. Only such files are counted.
    pub fn is_kept(self) -> bool {
        !matches!(self, State::Sending | State::Infected)
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
    unknown: Semaphore,
    pictures: Semaphore,
}

static PLAIN: LazyLock<Files> = LazyLock::new(|| Files::new(std::env::temp_dir(), None));

impl Files {
    /// What arrives waits in this folder, under no name, and is looked at by this scanner.
    pub fn new(spool: PathBuf, scanner: Option<Scanner>) -> Files {
        let [uploads, unknown, pictures] = [UPLOADS, UNKNOWN, PICTURES].map(Semaphore::new);
        Files { spool, scanner, uploads, unknown, pictures }
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

/// The file with this id that was kept for this owner and not handed in yet, ready to be: no verdict of a scanner is carried
/// over, so it waits for one where the council has one. [`Error::NotFound`] where it was handed in, or cleared away.
pub async fn unsent(conn: &mut Conn, app: &App, owner: &Subject, id: Id) -> Result<File> {
    let file = store::by_id(conn, id).await?;
    if file.owner != *owner || file.state != State::Sending {
        return Err(Error::NotFound);
    }
    let state = if Files::of(app).scanner.is_some() { State::Waiting } else { State::Unchecked };
    Ok(File { state, ..file })
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

/// The same where it was kept before anybody knew what it is for, as by a program that sends files first: [`Error::Changed`] where
/// something else was faster with it, or it was cleared away.
pub async fn hand_in_to(tx: &mut Tx, file: &File, owner: &Subject) -> Result<()> {
    if !store::becomes(tx, file.id, State::Sending, file.state).await? {
        return Err(Error::Changed);
    }
    if file.owner == *owner { Ok(()) } else { give(tx, &[file.id], &file.owner, owner).await }
}

/// Whose a file is that a resident's program sent and did not use yet.
pub fn of_sender(resident: Id) -> Subject {
    Subject::new("resident", resident)
}

/// The files with these ids that were kept for this owner and not handed in yet, each once, ready to be; nothing where one is not
/// there, or was used already.
pub async fn sent_before(conn: &mut Conn, app: &App, owner: &Subject, ids: &[Id]) -> Result<Option<Vec<File>>> {
    let mut all: Vec<File> = Vec::new();
    for id in ids {
        match unsent(conn, app, owner, *id).await {
            Ok(file) if all.iter().all(|other| other.id != *id) => all.push(file),
            Ok(_) | Err(Error::NotFound) => return Ok(None),
            Err(cause) => return Err(cause),
        }
    }
    Ok(Some(all))
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
