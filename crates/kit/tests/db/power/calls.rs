//! What a process asked of the system, read from what strace wrote.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

/// A step of a process, in the order in which calls begin and end. Files go by their numbers while they are open.
pub enum Call {
    Open {
        fd: u64,
        name: String,
    },
    Close {
        fd: u64,
    },
    /// What it told the world: lines with the number of a note each.
    Tell {
        text: String,
    },
    Begun {
        thread: u64,
        fd: u64,
        change: Change,
    },
    Ended {
        thread: u64,
        good: bool,
    },
}

/// What a call does to a file.
#[derive(Clone)]
pub enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Cut { length: usize },
    Sync,
}

impl Change {
    pub fn apply(&self, file: &mut Vec<u8>) {
        match self {
            Change::Write { at, bytes } => {
                file.resize(file.len().max(at + bytes.len()), 0);
                file[*at..at + bytes.len()].copy_from_slice(bytes);
            }
            Change::Cut { length } => file.resize(*length, 0),
            Change::Sync => {}
        }
    }

    fn of(name: &str, args: &[&str]) -> Option<Change> {
        match name {
            "pwrite64" => Some(Change::Write { at: number(args[3]) as usize, bytes: bytes(args[1]) }),
            "ftruncate" => Some(Change::Cut { length: number(args[1]) as usize }),
            "fsync" | "fdatasync" => Some(Change::Sync),
            _ => None,
        }
    }
}

/// What each thread is in the middle of.
enum Doing {
    Opening(Option<String>),
    Changing,
}

/// Reads the calls that are of files in this folder.
pub fn read(trace: &str, folder: &Path) -> Vec<Call> {
    let mut calls = Vec::new();
    let mut doing = HashMap::new();
    let mut ours = BTreeSet::new();
    for line in trace.lines() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let (thread, rest) = (number(thread), rest.trim_start());
        if let Some((name, args)) = rest.split_once('(').filter(|_| !rest.starts_with(['<', '+', '-'])) {
            let args: Vec<_> = args.split(", ").collect();
            let fd = if name == "openat" { 0 } else { number(args[0]) };
            match name {
                "openat" => drop(doing.insert(thread, Doing::Opening(inside(args[1], folder)))),
                _ if !ours.contains(&fd) => {}
                "close" => {
                    ours.remove(&fd);
                    calls.push(Call::Close { fd });
                }
                "write" => calls.push(Call::Tell { text: String::from_utf8(bytes(args[1])).expect("text") }),
                name => {
                    let change = Change::of(name, &args).expect("a call that was asked for");
                    calls.push(Call::Begun { thread, fd, change });
                    doing.insert(thread, Doing::Changing);
                }
            }
        }
        let Some(answer) = rest.rsplit_once(" = ").map(|(_, answer)| answer.split(' ').next().unwrap_or(answer)) else {
            continue;
        };
        match (doing.remove(&thread), answer.parse::<u64>()) {
            (Some(Doing::Opening(Some(name))), Ok(fd)) => {
                ours.insert(fd);
                calls.push(Call::Open { fd, name });
            }
            (Some(Doing::Changing), answer) => calls.push(Call::Ended { thread, good: answer.is_ok() }),
            (Some(Doing::Opening(_)) | None, _) => {}
        }
    }
    calls
}

fn inside(quoted: &str, folder: &Path) -> Option<String> {
    let path = String::from_utf8(bytes(quoted)).expect("a path");
    Some(Path::new(&path).strip_prefix(folder).ok()?.to_string_lossy().into_owned())
}

fn number(text: &str) -> u64 {
    let digits = text.split([')', ' ']).next().unwrap_or(text);
    digits.parse().unwrap_or_else(|_| panic!("{text} is no number"))
}

/// The bytes of `"\x41\x42"`.
fn bytes(quoted: &str) -> Vec<u8> {
    assert!(!quoted.ends_with("..."), "strace cut a text short");
    let digits = quoted.trim_matches('"').split("\\x").skip(1);
    digits.map(|two| u8::from_str_radix(two, 16).expect("two digits")).collect()
}
