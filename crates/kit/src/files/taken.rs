//! What was taken in of a form with files: its fields in memory, its files in nameless files beside the database.

use super::content::Content;
use super::multipart::Head;
use super::{Files, LARGEST, has_room};
use crate::app::App;
use crate::error::{Error, Result};
use crate::form::{Form, LARGEST as LARGEST_FORM, MOST_FIELDS};
use sha2::{Digest, Sha256};
use std::io::{ErrorKind, Write};
use std::sync::Arc;

/// The most files of one form; more are counted and not kept.
pub(super) const MOST: usize = 20;
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

/// What was taken in so far.
#[derive(Default)]
pub(super) struct Taken {
    pub sent: Sent,
    now: Now,
    /// Bytes of all fields.
    typed: usize,
    fields: usize,
}

/// The part that is arriving.
#[derive(Default)]
enum Now {
    #[default]
    Nothing,
    Field(String, Vec<u8>),
    File(Box<Arriving>),
}

struct Arriving {
    spooled: Spooled,
    waiting: Vec<u8>,
    digest: Sha256,
}

impl Taken {
    pub fn begin(&mut self, files: &Files, head: Head) -> Result<()> {
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
                        file: Arc::new(files.spool()?),
                    },
                    waiting: Vec::new(),
                    digest: Sha256::new(),
                }))
            }
        };
        Ok(())
    }

    pub async fn add(&mut self, bytes: &[u8]) -> Result<()> {
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

    pub async fn end(&mut self) -> Result<()> {
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
        let mut taken = Taken::default();
        taken.begin(Files::of(app), Head { name: String::new(), file_name: Some(name.to_owned()) })?;
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
