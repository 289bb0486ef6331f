//! A form with files on its way in. What arrives goes straight to a nameless file beside the database, so that a request
//! holds little memory however large its files are; it is read once, also when the handler has to run again.

use super::content::Content;
use super::multipart::{Event, Head, Malformed, Reader};
use super::{Files, LARGEST, has_room};
use crate::app::App;
use crate::error::{Error, Result};
use crate::form::{Form, LARGEST as LARGEST_FORM, MOST_FIELDS};
use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use bytes::Bytes;
use http_body_util::BodyExt;
use sha2::{Digest, Sha256};
use std::io::{ErrorKind, Write};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;

/// The most bytes of a form with its files.
pub const LARGEST_BODY: u64 = 110 << 20;
/// The most files of one form; more are counted and not kept.
const MOST: usize = 20;
/// How long a form may send nothing before it is given up.
const SILENT: Duration = Duration::from_secs(30);
/// How long it waits for its turn while others send theirs.
const WAIT: Duration = Duration::from_secs(20);
/// Bytes that are written to the disk together.
const TOGETHER: usize = 256 << 10;

/// What was sent: fields that people type into, and files.
#[derive(Debug, Default)]
pub struct Sent {
    /// The fields, files left out.
    pub form: Form,
    /// The files, in their order.
    pub files: Vec<Spooled>,
}

/// A file that was sent, in a nameless file that is gone when this is dropped.
#[derive(Debug)]
pub struct Spooled {
    /// The field it was sent in.
    pub field: String,
    /// What the sender calls it.
    pub name: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// Its first bytes.
    pub head: Vec<u8>,
    /// SHA-256 of what was sent.
    pub sha256: [u8; 32],
    /// Why it could not be taken in; its bytes are not here then.
    pub fault: Option<Fault>,
    /// Where its bytes are.
    pub(super) file: Arc<std::fs::File>,
}

/// Why a file could not be taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is larger than a file may be.
    TooLarge,
    /// There are too many in one form.
    TooMany,
    /// The disk is full.
    NoRoom,
}

/// A form that may have files: read with [`Incoming::read`], after the handler knows that its sender may send it.
#[derive(Clone)]
pub struct Incoming(Arc<Inner>);

struct Inner {
    kind: String,
    state: Mutex<State>,
}

enum State {
    Arriving(Body),
    Read(Arc<Sent>),
    /// It could not be read; neither can it a second time.
    Broken,
}

impl Incoming {
    /// A form with these headers and this body.
    pub fn new(headers: &HeaderMap, body: Body) -> Incoming {
        let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        Incoming(Arc::new(Inner { kind: kind.to_owned(), state: Mutex::new(State::Arriving(body)) }))
    }

    /// Whether these headers are those of a form with files.
    pub fn is_with_files(headers: &HeaderMap) -> bool {
        let kind = headers.get(header::CONTENT_TYPE).map(|value| value.as_bytes()).unwrap_or_default();
        kind.len() >= 19 && kind[..19].eq_ignore_ascii_case(b"multipart/form-data")
    }

    /// Reads all of it, the first time it is asked.
    pub async fn read(&self, app: &App) -> Result<Arc<Sent>> {
        let mut state = self.0.state.lock().await;
        let body = match std::mem::replace(&mut *state, State::Broken) {
            State::Read(sent) => {
                *state = State::Read(sent.clone());
                return Ok(sent);
            }
            State::Arriving(body) => body,
            State::Broken => return Err(Error::BadRequest("page-form-not-understood")),
        };
        let sent = Arc::new(match Reader::of(&self.0.kind) {
            Some(reader) => take(Files::of(app), reader, body).await?,
            None => plain(&self.0.kind, body).await?,
        });
        *state = State::Read(sent.clone());
        Ok(sent)
    }

    /// Lets go of what nobody has read, so that a browser that still sends comes to read the answer.
    pub async fn let_go(&self) {
        let mut state = self.0.state.lock().await;
        if let State::Arriving(body) = std::mem::replace(&mut *state, State::Broken) {
            drain(body, 0).await;
        }
    }
}

impl<S: Send + Sync> FromRequest<S> for Incoming {
    type Rejection = Error;

    async fn from_request(request: Request, _: &S) -> Result<Incoming> {
        if let Some(there) = request.extensions().get::<Incoming>() {
            return Ok(there.clone());
        }
        let headers = request.headers().clone();
        Ok(Incoming::new(&headers, request.into_body()))
    }
}

/// A form without files.
async fn plain(kind: &str, body: Body) -> Result<Sent> {
    if !kind.is_empty() && !kind.starts_with("application/x-www-form-urlencoded") {
        return Err(Error::BadRequest("page-form-not-understood"));
    }
    let bytes = axum::body::to_bytes(body, LARGEST_FORM).await.map_err(|_| Error::TooLarge)?;
    Ok(Sent { form: Form::read(&bytes)?, files: Vec::new() })
}

/// The next bytes, if they come in time.
async fn next(body: &mut Body) -> Result<Option<Bytes>> {
    loop {
        let frame = tokio::time::timeout(SILENT, body.frame()).await.map_err(|_| not_understood())?;
        match frame.transpose().map_err(|_| not_understood())? {
            None => return Ok(None),
            Some(frame) => {
                if let Ok(bytes) = frame.into_data() {
                    return Ok(Some(bytes));
                }
            }
        }
    }
}

fn not_understood() -> Error {
    Error::BadRequest("page-form-not-understood")
}

impl From<Malformed> for Error {
    fn from(_: Malformed) -> Error {
        not_understood()
    }
}

async fn drain(mut body: Body, mut so_far: u64) {
    while so_far <= LARGEST_BODY
        && let Ok(Some(bytes)) = next(&mut body).await
    {
        so_far += bytes.len() as u64;
    }
}

async fn take(files: &Files, mut reader: Reader, mut body: Body) -> Result<Sent> {
    let turn = tokio::time::timeout(WAIT, files.uploads.acquire()).await;
    let _turn = turn.map_err(|_| Error::Unavailable("too many files at once".into()))?.map_err(Error::internal)?;
    let (mut taken, mut so_far) = (Taken::new(files), 0);
    while let Some(bytes) = next(&mut body).await? {
        so_far += bytes.len() as u64;
        if so_far > LARGEST_BODY {
            drain(body, 0).await;
            return Err(Error::TooLarge);
        }
        reader.push(&bytes);
        while let Some(event) = reader.event()? {
            let done = match event {
                Event::Part(head) => taken.begin(head),
                Event::Bytes(bytes) => taken.add(bytes).await,
                Event::End => taken.end().await,
            };
            if let Err(cause) = done {
                drain(body, so_far).await;
                return Err(cause);
            }
        }
    }
    // What was cut short is no form: half a photograph is nobody's evidence.
    if !reader.is_over() {
        return Err(not_understood());
    }
    Ok(taken.sent)
}

/// What was taken in so far.
struct Taken<'a> {
    files: &'a Files,
    sent: Sent,
    now: Now,
    /// Bytes of all fields.
    typed: usize,
    fields: usize,
}

/// The part that is arriving.
enum Now {
    Nothing,
    Field(String, Vec<u8>),
    File(Box<Arriving>),
}

struct Arriving {
    spooled: Spooled,
    waiting: Vec<u8>,
    digest: Sha256,
}

impl Taken<'_> {
    fn new(files: &Files) -> Taken<'_> {
        Taken { files, sent: Sent::default(), now: Now::Nothing, typed: 0, fields: 0 }
    }

    fn begin(&mut self, head: Head) -> Result<()> {
        self.fields += 1;
        if self.fields > MOST_FIELDS {
            return Err(Error::BadRequest("page-form-too-many-fields"));
        }
        self.now = match head.file_name {
            None => Now::Field(head.name, Vec::new()),
            Some(name) => {
                let fault = (self.sent.files.len() >= MOST).then_some(Fault::TooMany);
                Now::File(Box::new(Arriving {
                    spooled: Spooled {
                        field: head.name,
                        name,
                        bytes: 0,
                        head: Vec::new(),
                        sha256: [0; 32],
                        fault,
                        file: Arc::new(self.files.spool()?),
                    },
                    waiting: Vec::new(),
                    digest: Sha256::new(),
                }))
            }
        };
        Ok(())
    }

    async fn add(&mut self, bytes: &[u8]) -> Result<()> {
        match &mut self.now {
            Now::Nothing => {}
            Now::Field(_, value) => {
                self.typed += bytes.len();
                if self.typed > LARGEST_FORM {
                    return Err(Error::TooLarge);
                }
                value.extend_from_slice(bytes);
            }
            Now::File(file) => file.add(bytes).await?,
        }
        Ok(())
    }

    async fn end(&mut self) -> Result<()> {
        match std::mem::replace(&mut self.now, Now::Nothing) {
            Now::Nothing => {}
            Now::Field(name, value) => {
                let form = std::mem::take(&mut self.sent.form);
                self.sent.form = form.fill(&name, String::from_utf8_lossy(&value));
            }
            Now::File(mut file) => {
                file.write().await?;
                // A field that takes files and was left empty is sent too.
                if !file.spooled.name.is_empty() || file.spooled.bytes > 0 {
                    file.spooled.sha256 = file.digest.finalize().into();
                    self.sent.files.push(file.spooled);
                }
            }
        }
        Ok(())
    }
}

impl Arriving {
    async fn add(&mut self, bytes: &[u8]) -> Result<()> {
        self.spooled.bytes += bytes.len() as u64;
        if self.spooled.bytes > LARGEST {
            self.spooled.fault.get_or_insert(Fault::TooLarge);
        }
        if self.spooled.fault.is_some() {
            self.waiting = Vec::new();
            return Ok(());
        }
        let wanted = Content::HEAD.saturating_sub(self.spooled.head.len()).min(bytes.len());
        self.spooled.head.extend_from_slice(&bytes[..wanted]);
        self.digest.update(bytes);
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= TOGETHER { self.write().await } else { Ok(()) }
    }

    /// Writes what waits; off the request threads, since a disk may be slow.
    async fn write(&mut self) -> Result<()> {
        let (waiting, file) = (std::mem::take(&mut self.waiting), self.spooled.file.clone());
        if waiting.is_empty() || self.spooled.fault.is_some() {
            return Ok(());
        }
        let write = move || match has_room(rustix::fs::fstatvfs(&*file), waiting.len() as u64) {
            true => (&*file).write_all(&waiting),
            false => Err(ErrorKind::StorageFull.into()),
        };
        let written = tokio::task::spawn_blocking(write).await.map_err(Error::internal)?;
        match written {
            Ok(()) => {}
            Err(cause) if matches!(cause.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded) => {
                tracing::error!("no room for the files people send: the disk is full");
                self.spooled.fault = Some(Fault::NoRoom);
            }
            Err(cause) => return Err(cause.into()),
        }
        Ok(())
    }
}

impl Spooled {
    /// A file that came in one piece, as with a mail; it has a name.
    pub async fn of_bytes(app: &App, name: &str, bytes: Vec<u8>) -> Result<Spooled> {
        let files = Files::of(app);
        let mut taken = Taken::new(files);
        taken.begin(Head { name: String::new(), file_name: Some(name.to_owned()) })?;
        taken.add(&bytes).await?;
        taken.end().await?;
        taken.sent.files.pop().ok_or_else(|| Error::internal("a file without a name"))
    }

    /// All of its bytes.
    pub(super) async fn whole(&self) -> Result<Vec<u8>> {
        use std::os::unix::fs::FileExt;
        let (file, bytes) = (self.file.clone(), self.bytes as usize);
        let read = tokio::task::spawn_blocking(move || {
            let mut whole = vec![0; bytes];
            file.read_exact_at(&mut whole, 0).map(|()| whole)
        });
        Ok(read.await.map_err(Error::internal)??)
    }
}

#[cfg(test)]
#[path = "incoming_tests.rs"]
mod tests;
