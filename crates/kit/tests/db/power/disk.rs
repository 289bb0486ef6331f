//! A disk put together from the calls of a process.

use super::calls::{Call, Change};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

/// What of a file's unsynced changes the disk has when the power goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kept {
    /// None of them.
    Synced,
    /// Any of them, as chance has it.
    Some,
}

/// The disk as it is between two calls.
#[derive(Default)]
pub struct Disk {
    /// Which notes somebody was told of.
    pub told: BTreeSet<i64>,
    files: BTreeMap<String, Contents>,
    open: HashMap<u64, String>,
    /// What each thread is in the middle of.
    running: HashMap<u64, Running>,
    changes: u64,
}

#[derive(Default)]
struct Contents {
    sure: Vec<u8>,
    /// Asked for since the last sync, in this order, by number.
    waiting: BTreeMap<u64, Waiting>,
}

struct Waiting {
    change: Change,
    ended: bool,
}

/// A call that has begun, of a file: a change by its number, or a sync of those that had ended when it began.
enum Running {
    Change(String, u64),
    Sync(String, Vec<u64>),
}

impl Disk {
    /// Goes on by one call.
    pub fn take(&mut self, call: &Call) {
        match call {
            Call::Open { fd, name } => {
                self.files.entry(name.clone()).or_default();
                self.open.insert(*fd, name.clone());
            }
            Call::Close { fd } => drop(self.open.remove(fd)),
            Call::Tell { text } => {
                self.told.extend(text.lines().map(|id| id.parse::<i64>().expect("a note's number")));
            }
            Call::Begun { thread, fd, change } => {
                let file = self.open[fd].clone();
                let contents = self.files.get_mut(&file).expect("an open file");
                let running = match change {
                    Change::Sync => {
                        let ended = contents.waiting.iter().filter(|(_, waiting)| waiting.ended);
                        Running::Sync(file, ended.map(|(number, _)| *number).collect())
                    }
                    change => {
                        self.changes += 1;
                        contents.waiting.insert(self.changes, Waiting { change: change.clone(), ended: false });
                        Running::Change(file, self.changes)
                    }
                };
                self.running.insert(*thread, running);
            }
            Call::Ended { thread, good } => {
                assert!(good, "nothing fails on this disk");
                self.end(*thread);
            }
        }
    }

    fn end(&mut self, thread: u64) {
        match self.running.remove(&thread).expect("it began") {
            Running::Change(file, number) => {
                if let Some(waiting) = self.files.get_mut(&file).and_then(|file| file.waiting.get_mut(&number)) {
                    waiting.ended = true;
                }
            }
            Running::Sync(file, these) => {
                let contents = self.files.get_mut(&file).expect("a synced file");
                for number in these {
                    // Another sync that ran beside this one may have had it.
                    if let Some(done) = contents.waiting.remove(&number) {
                        done.change.apply(&mut contents.sure);
                    }
                }
            }
        }
    }

    /// Leaves the database in this folder as it is found when the power comes back.
    pub fn leave(&self, folder: &Path, kept: Kept, seed: u64) {
        let mut chance = seed;
        for name in ["guildhall.db", "guildhall.db-wal"] {
            let Some(contents) = self.files.get(name) else { continue };
            let mut found = contents.sure.clone();
            for waiting in contents.waiting.values() {
                chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                if kept == Kept::Some && chance >> 63 == 1 {
                    waiting.change.apply(&mut found);
                }
            }
            std::fs::write(folder.join(name), found).expect("room for a copy");
        }
    }
}
