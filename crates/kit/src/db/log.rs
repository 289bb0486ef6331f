//! SQLite's write-ahead log on its way to the disk.
//!
//! SQLite writes a commit into the log and everybody can read it at once; here the disk is made to have it, outside of
//! the writer's turn. Until it does, whoever wrote it or may have read it is not answered.

use super::settle;
use crate::error::Result;
use rusqlite::Connection;
use std::fs::File;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard};
use tokio::sync::oneshot::{self, Sender};
use tokio::sync::{Mutex as Turn, OwnedMutexGuard};

/// What those who wait for the disk are told: it has it, or why not.
pub(super) type Outcome = Result<(), String>;

pub(super) struct Log {
    /// None where nothing is to be made sure: a bench measures without.
    file: Option<File>,
    /// Held from before a COMMIT until the disk has it: each sync is of one COMMIT.
    turn: Arc<Turn<()>>,
    state: Mutex<State>,
}

enum State {
    /// The disk has all that can be read.
    Sure,
    /// A commit can be read, or will be in a moment, that the disk may not have; these wait for it.
    Doubt(Vec<Sender<Outcome>>),
    /// The disk did not take it. Nothing is believed until all of the log is copied into the database.
    Lost(String),
}

impl Log {
    /// The log of a database, which must be open; with `sure` false nothing is made sure.
    pub(super) fn of(database: &Path, sure: bool) -> Result<Log> {
        let mut name = database.as_os_str().to_owned();
        name.push("-wal");
        let file = sure.then(|| File::options().write(true).open(name)).transpose()?;
        Ok(Log::on(file))
    }

    pub(super) fn on(file: Option<File>) -> Log {
        Log { file, turn: Arc::default(), state: Mutex::new(State::Sure) }
    }

    /// Waits until no sync is running and keeps others from beginning one. To be had before the lane, never after it.
    pub(super) async fn turn(&self) -> OwnedMutexGuard<()> {
        self.turn.clone().lock_owned().await
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(|e| e.into_inner())
    }

    /// Called before a COMMIT: from now on readers may see what the disk does not have.
    pub(super) fn doubt(&self) {
        let mut state = self.state();
        if matches!(*state, State::Sure) {
            *state = State::Doubt(Vec::new());
        }
    }

    /// Called after a COMMIT that was refused: there was nothing to doubt.
    pub(super) fn nothing_new(&self) {
        self.end(Ok(()));
    }

    /// Called after a COMMIT that was written: these wait for the disk too.
    pub(super) fn join(&self, writers: Vec<Sender<Outcome>>) {
        match &mut *self.state() {
            State::Sure => tell(writers, &Ok(())),
            State::Doubt(waiting) => waiting.extend(writers),
            State::Lost(why) => tell(writers, &Err(why.clone())),
        }
    }

    /// Has the disk take what was written, and tells everybody who waits. Blocks for as long as the disk needs.
    pub(super) fn sync(&self) {
        if matches!(*self.state(), State::Doubt(_)) {
            let synced = self.file.as_ref().map_or(Ok(()), File::sync_data);
            self.end(synced.map_err(|cause| format!("the disk did not take it: {cause}")));
        }
    }

    fn end(&self, outcome: Outcome) {
        let after = outcome.clone().map_or_else(State::Lost, |()| State::Sure);
        let mut state = self.state();
        if let State::Doubt(waiting) = std::mem::replace(&mut *state, after) {
            tell(waiting, &outcome);
        }
    }

    /// Before its answer leaves, the running request waits for the disk to have all that it may have read.
    pub(super) fn settle(&self) {
        let (tell, told) = oneshot::channel();
        match &mut *self.state() {
            State::Sure => return,
            State::Doubt(waiting) => waiting.push(tell),
            State::Lost(why) => drop(tell.send(Err(why.clone()))),
        }
        settle::await_batch(told);
    }

    /// Why nothing is believed, if that is so.
    pub(super) fn lost(&self) -> Option<String> {
        match &*self.state() {
            State::Lost(why) => Some(why.clone()),
            State::Sure | State::Doubt(_) => None,
        }
    }

    /// After the disk refused: copies all of the log into the database, which SQLite has the disk take, and empties the
    /// log. A page that the disk lost from the middle of the log could otherwise bring an old state back.
    pub(super) fn heal(&self, conn: &Connection) -> rusqlite::Result<bool> {
        let busy: bool = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if !busy {
            *self.state() = State::Sure;
        }
        Ok(!busy)
    }
}

fn tell(waiting: Vec<Sender<Outcome>>, outcome: &Outcome) {
    for one in waiting {
        let _ = one.send(outcome.clone());
    }
}
