//! A form with files on its way in. What arrives goes straight to a nameless file beside the database, so that a request
//! holds little memory however large its files are; it is read once, also when the handler has to run again.

use super::multipart::{Event, Malformed, Reader};
use super::taken::{Sent, Taken};
use super::{Files, LARGEST};
use crate::app::App;
use crate::error::{Error, Result};
use crate::form::{Form, LARGEST as LARGEST_FORM};
use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use bytes::Bytes;
use http_body_util::BodyExt;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, Semaphore, SemaphorePermit};

/// The most bytes of a form with its files.
pub const LARGEST_BODY: u64 = 110 << 20;
/// How long a form may send nothing before it is given up.
const SILENT: Duration = Duration::from_secs(30);
/// How long it waits for its turn while others send theirs.
const WAIT: Duration = Duration::from_secs(20);
/// What is read of a form whose sender is not known yet without waiting for a turn: as much as the fields of a form have.
const BEGINNING: u64 = 64 << 10;
/// The most that is read before its sender is known: one file of the largest size, and what stands around it.
const BEFORE_KNOWN: u64 = LARGEST + (4 << 20);
/// How long it may take to arrive until then.
const UNKNOWN: Duration = Duration::from_secs(120);

/// A form that may have files: read with [`Incoming::read`], after the handler knows that its sender may send it.
#[derive(Clone)]
pub struct Incoming(Arc<Inner>);

struct Inner {
    kind: String,
    state: Mutex<State>,
}

enum State {
    Arriving(Body),
    /// Its beginning was looked at.
    Begun(Box<Begun>),
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
        let begun = match std::mem::replace(&mut *state, State::Broken) {
            State::Read(sent) => {
                *state = State::Read(sent.clone());
                return Ok(sent);
            }
            State::Arriving(body) => match Reader::of(&self.0.kind) {
                Some(reader) => Box::new(Begun::new(reader, body)),
                None => {
                    let sent = Arc::new(plain(&self.0.kind, body).await?);
                    *state = State::Read(sent.clone());
                    return Ok(sent);
                }
            },
            State::Begun(begun) => begun,
            State::Broken => return Err(not_understood()),
        };
        let sent = Arc::new(take(Files::of(app), *begun).await?);
        *state = State::Read(sent.clone());
        Ok(sent)
    }

    /// The value of a field, such as a key, which says whether the sender may send the rest; `None` where it is nowhere. Reads no
    /// further than that field, and takes no turn from those who may send: where files stand before it, they wait among
    /// themselves, and may be no more than one.
    pub async fn until(&self, app: &App, name: &str) -> Result<Option<String>> {
        let mut state = self.0.state.lock().await;
        if let State::Arriving(_) = *state
            && let Some(reader) = Reader::of(&self.0.kind)
            && let State::Arriving(body) = std::mem::replace(&mut *state, State::Broken)
        {
            *state = State::Begun(Box::new(Begun::new(reader, body)));
        }
        let State::Begun(begun) = &mut *state else {
            drop(state);
            let sent = self.read(app).await?;
            return Ok(sent.form.values(name).next().map(str::to_owned));
        };
        match begun.until(Files::of(app), name).await {
            Ok(found) => Ok(found),
            Err(cause) => {
                let State::Begun(begun) = std::mem::replace(&mut *state, State::Broken) else { return Err(cause) };
                Err(begun.give_up(cause).await)
            }
        }
    }

    /// Lets go of what nobody has read, so that a browser that still sends comes to read the answer.
    pub async fn let_go(&self) {
        let mut state = self.0.state.lock().await;
        match std::mem::replace(&mut *state, State::Broken) {
            State::Arriving(body) => drain(body, 0).await,
            State::Begun(begun) => drain(begun.body, begun.so_far).await,
            State::Read(_) | State::Broken => {}
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

/// Waits for a turn among those who send at the same time.
async fn turn(turns: &Semaphore) -> Result<SemaphorePermit<'_>> {
    let turn = tokio::time::timeout(WAIT, turns.acquire()).await;
    turn.map_err(|_| Error::Unavailable("too many files at once".into()))?.map_err(Error::internal)
}

async fn take(files: &Files, mut begun: Begun) -> Result<Sent> {
    let _turn = turn(&files.uploads).await?;
    loop {
        match begun.step(files, LARGEST_BODY).await {
            Ok(true) => {}
            Ok(false) => return Ok(begun.taken.sent),
            Err(cause) => return Err(begun.give_up(cause).await),
        }
    }
}

/// A form with files of which a part was read.
struct Begun {
    reader: Reader,
    body: Body,
    taken: Taken,
    so_far: u64,
    /// All of it has arrived.
    over: bool,
}

impl Begun {
    fn new(reader: Reader, body: Body) -> Begun {
        Begun { reader, body, taken: Taken::default(), so_far: 0, over: false }
    }

    /// Takes in the next bytes; false when there are no more.
    async fn step(&mut self, files: &Files, most: u64) -> Result<bool> {
        if self.over {
            return Ok(false);
        }
        let Some(bytes) = next(&mut self.body).await? else {
            // What was cut short is no form: half a photograph is nobody's evidence.
            self.over = self.reader.is_over();
            return if self.over { Ok(false) } else { Err(not_understood()) };
        };
        self.so_far += bytes.len() as u64;
        if self.so_far > most {
            return Err(Error::TooLarge);
        }
        self.reader.push(&bytes);
        while let Some(event) = self.reader.event()? {
            match event {
                Event::Part(head) => self.taken.begin(files, head)?,
                Event::Bytes(bytes) => self.taken.add(bytes).await?,
                Event::End => self.taken.end().await?,
            }
        }
        Ok(true)
    }

    /// Lets its sender come to read why it is not taken, unless it broke off or is no form.
    async fn give_up(self, cause: Error) -> Error {
        if !matches!(cause, Error::BadRequest("page-form-not-understood")) {
            drain(self.body, if self.so_far > LARGEST_BODY { 0 } else { self.so_far }).await;
        }
        cause
    }

    /// Reads on until this field is there, or all of it is.
    async fn until(&mut self, files: &Files, name: &str) -> Result<Option<String>> {
        let mut waiting = None;
        let reading = async {
            loop {
                if let Some(value) = self.taken.sent.form.values(name).next() {
                    return Ok(Some(value.to_owned()));
                }
                if self.so_far > BEGINNING && waiting.is_none() {
                    waiting = Some(turn(&files.unknown).await?);
                }
                if !self.step(files, BEFORE_KNOWN).await? {
                    return Ok(None);
                }
            }
        };
        tokio::time::timeout(UNKNOWN, reading).await.map_err(|_| not_understood())?
    }
}

#[cfg(test)]
#[path = "incoming_tests.rs"]
mod tests;
