//! `guildhall restore`: into an empty place, whole or not at all.

use super::Common;
use super::shown::Shown;
use super::socket::Said;
use crate::backup::{Backup, Done};
use clap::Args;
use kit::db::{Db, Migration, Options, Place};
use kit::{Error, Result};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Bring a council back from a backup, into an empty data folder or an empty PostgreSQL database.
#[derive(Debug, Args)]
pub struct Restore {
    /// The file that `guildhall backup` wrote, of either database.
    file: PathBuf,
}

impl Restore {
    /// Reads the whole backup first; a damaged one leaves no trace, and what fails later takes everything away again.
    pub async fn run(&self, common: &Common) -> Result<ExitCode> {
        is_empty(&common.data)?;
        let backup = Backup::check(&self.file)?;
        let place = common.data.parent().filter(|place| !place.as_os_str().is_empty()).unwrap_or(Path::new("."));
        kit::secret_file::make_folder(place)?;
        // Made beside its place and moved there when it is done.
        let draft = tempfile::Builder::new().prefix(".guildhall-restore-").tempdir_in(place)?;
        backup.files(draft.path())?;
        let options = match &common.database {
            Some(url) => Options::new(Place::Postgres(url.clone())),
            None => Options::new(Place::Folder(draft.path().to_owned())),
        };
        let new = is_new(&options).await?;
        let mut shown = Shown::default();
        let done = rows(&backup, &options, &mut shown).await;
        drop(shown);
        let moved =
            done.and_then(|done| std::fs::rename(draft.path(), &common.data).map(|()| done).map_err(Error::from));
        let done = match moved {
            Ok(done) => done,
            Err(cause) => return Err(taken_back(&options, new, cause).await),
        };
        drop(draft.keep());
        std::fs::File::open(place)?.sync_all()?;
        println!("{}", done.words());
        println!("contents {}, as they were backed up", done.contents);
        println!("restored into {}", common.data.display());
        Ok(ExitCode::SUCCESS)
    }
}

/// Whether the database has no tables yet; one that has rows is refused.
async fn is_new(options: &Options) -> Result<bool> {
    let db = Db::open(options).await?;
    let there = db.tables().await?;
    if db.count_rows(&there).await? > 0 {
        return Err(Error::internal("the database is not empty; restore into an empty one"));
    }
    Ok(there.is_empty())
}

/// Brings the empty database to where the backup's was, fills it, and brings it up to date.
async fn rows(backup: &Backup, options: &Options, shown: &mut Shown) -> Result<Done> {
    let known = crate::embedded::migrations()?;
    let had: Vec<Migration> = backup.migrations(&known)?.into_iter().copied().collect();
    let db = Db::open(options).await?;
    db.migrate(&had).await?;
    let done = backup.fill(&db, &mut |rows, of| shown.say(Said::Progress(rows, of))).await?;
    db.migrate(&known).await?;
    Ok(done)
}

/// Makes the database as it was before: without rows, and without tables where it had none. Gives why that was needed.
async fn taken_back(options: &Options, new: bool, cause: Error) -> Error {
    match empty(options, new).await {
        Ok(()) => cause,
        Err(left) => {
            Error::internal(format!("{cause}; the database could not be emptied again ({left}): empty it first"))
        }
    }
}

async fn empty(options: &Options, new: bool) -> Result<()> {
    if let Place::Folder(_) = &options.place {
        // The draft goes with all that is in it.
        return Ok(());
    }
    let db = Db::open(options).await?;
    match new {
        true => db.drop_tables().await,
        false => db.fill(&db.tables().await?, || Ok(None), |_| Ok(())).await,
    }
}

/// A folder that is not there, or has nothing in it.
fn is_empty(folder: &Path) -> Result<()> {
    let there = folder.exists() && std::fs::read_dir(folder)?.next().is_some();
    match there {
        true => Err(Error::internal(format!("{} is not empty; restore into an empty folder", folder.display()))),
        false => Ok(()),
    }
}
