//! The lock file: one process writes to a data folder at a time.

use kit::{Error, Result};
use std::fs::{File, TryLockError};
use std::path::Path;

/// Held as long as it lives; the system lets go of it when the process ends, however it ends.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "held for its lock alone")] File);

impl Lock {
    /// Takes the lock of a data folder, or nothing when another process has it.
    pub fn take(folder: &Path) -> Result<Option<Lock>> {
        kit::secret_file::make_folder(folder)?;
        let mut options = File::options();
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.create(true).truncate(false).write(true).open(folder.join("lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Lock(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(cause)) => Err(cause.into()),
        }
    }

    /// Takes the lock or says who to ask.
    pub fn need(folder: &Path) -> Result<Lock> {
        Lock::take(folder)?.ok_or_else(|| {
            Error::internal(format!("{} is in use by a running server; stop it first", folder.display()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Lock;

    #[test]
    fn one_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let first = Lock::take(folder.path()).unwrap();
        assert!(first.is_some());
        assert!(Lock::take(folder.path()).unwrap().is_none());
        drop(first);
        assert!(Lock::need(folder.path()).is_ok());
    }
}
