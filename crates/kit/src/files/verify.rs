//! Whether every file is still what was kept: its bytes are hashed and compared.

use super::{File, store};
use crate::db::Db;
use crate::error::Result;
use crate::id::Id;
use sha2::{Digest, Sha256};

/// Looked up at a time.
const FEW: usize = 200;

/// What verifying the files came to.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// Files whose bytes were read.
    pub files: u64,
    /// Those that are not what was kept.
    pub wrong: Vec<Id>,
}

/// Reads every file and compares it with its digest. Nothing where the database is from before there were files.
pub async fn verify(db: &Db) -> Result<Verified> {
    let mut verified = Verified::default();
    if !db.tables().await?.iter().any(|table| table.name == "files") {
        return Ok(verified);
    }
    let mut after = Id::NONE;
    loop {
        let some = store::after(&mut *db.read().await?, after, FEW).await?;
        let Some(last) = some.last() else { return Ok(verified) };
        after = last.id;
        for file in some.iter().filter(|file| file.state.is_kept()) {
            verified.files += 1;
            if !is_whole(db, file).await? {
                verified.wrong.push(file.id);
            }
        }
    }
}

async fn is_whole(db: &Db, file: &File) -> Result<bool> {
    let (mut digest, mut bytes) = (Sha256::new(), 0);
    for number in 1.. {
        let Some(piece) = store::piece(&mut *db.read().await?, file.id, number).await? else { break };
        bytes += piece.len() as i64;
        digest.update(&piece);
    }
    let same = || <[u8; 32]>::from(digest.finalize()) == file.sha256;
    // Erased while they were read: nothing is wrong with what is not there.
    Ok(bytes == file.bytes && same() || store::by_id(&mut *db.read().await?, file.id).await.is_err())
}
