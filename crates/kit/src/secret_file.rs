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

/// Makes a folder and those above it, for the program's own account only; one that is there stays as it is.
pub fn make_folder(folder: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(folder)?)
}

/// Makes a file that something else will write into, empty and for the program's own account only. From one that is there
/// everybody else's rights are taken; what the council gave a group stays. A file that is there is not opened: closing it would
/// take the locks away that this process may have on it.
pub fn keep_private(file: &Path) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        Ok(_) => Ok(()),
        Err(cause) if cause.kind() == ErrorKind::AlreadyExists => take_from_others(file),
        Err(cause) => Err(cause.into()),
    }
}

/// Takes the rights of everybody who is neither the owner nor of the group.
#[cfg_attr(not(unix), allow(unused_variables, clippy::unnecessary_wraps, reason = "only Unix has them"))]
pub fn take_from_others(file: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(file)?.permissions().mode();
        if mode & 0o007 != 0 {
            std::fs::set_permissions(file, std::fs::Permissions::from_mode(mode & 0o7770))?;
        }
    }
    Ok(())
}

/// Writes the whole under a name nobody else uses first: a crash leaves no half a secret behind.
fn make(file: &Path, entropy: &Entropy, contents: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        make_folder(folder)?;
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

    #[cfg(unix)]
    #[test]
    fn a_file_of_before_loses_what_strangers_may_and_keeps_what_a_group_may() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let mode = |file: &Path| std::fs::metadata(file).unwrap().permissions().mode() & 0o777;
        for (before, after) in [(None, 0o600), (Some(0o644), 0o640), (Some(0o666), 0o660), (Some(0o600), 0o600)] {
            let file = folder.path().join(format!("{before:?}"));
            if let Some(before) = before {
                std::fs::write(&file, "kept").unwrap();
                std::fs::set_permissions(&file, std::fs::Permissions::from_mode(before)).unwrap();
            }
            keep_private(&file).unwrap();
            assert_eq!(mode(&file), after, "{before:?}");
            assert_eq!(std::fs::read_to_string(&file).unwrap(), if before.is_some() { "kept" } else { "" });
        }
        let deep = folder.path().join("one/two");
        make_folder(&deep).unwrap();
        assert_eq!(mode(&deep), 0o700);
        make_folder(&deep).unwrap();
    }
}
