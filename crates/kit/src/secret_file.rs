//! Files with a secret of the council's: made once, whole or not at all, readable by its own account only.

use crate::error::Result;
use crate::id::Entropy;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Reads the file; at the first start it is made (mode 0600) with these contents. Of two that make it at the same moment
/// one wins, and both read what it wrote.
pub fn read_or_make(file: &Path, entropy: &Entropy, contents: impl FnOnce() -> Vec<u8>) -> Result<Vec<u8>> {
    if !file.exists() {
        make(file, entropy, &contents())?;
    }
    Ok(std::fs::read(file)?)
}

/// Writes the whole under a name nobody else uses first: a crash leaves no half a secret behind.
fn make(file: &Path, entropy: &Entropy, contents: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let draft = file.with_extension(format!("{:016x}.new", u64::from_be_bytes(entropy.bytes())));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut out = options.open(&draft)?;
    out.write_all(contents)?;
    out.sync_all()?;
    let made = std::fs::hard_link(&draft, file);
    std::fs::remove_file(&draft)?;
    match made {
        Err(cause) if cause.kind() != ErrorKind::AlreadyExists => Err(cause.into()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_that_begin_together_all_read_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("keys/secret.key");
        let read: Vec<Vec<u8>> = std::thread::scope(|threads| {
            let one = |n: u8| {
                let file = &file;
                threads.spawn(move || read_or_make(file, &Entropy::seeded(n.into()), || vec![n; 32]).unwrap())
            };
            let all: Vec<_> = (0..16).map(one).collect();
            all.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(read.iter().all(|one| *one == read[0] && one.len() == 32));
        let left = std::fs::read_dir(file.parent().unwrap()).unwrap().count();
        assert_eq!(left, 1, "no draft is left");
    }
}
