//! Passwords: argon2id on the blocking pool, a few at a time, and which passwords are refused. What was typed is used
//! exactly as received: not trimmed, not folded, never cut.

mod common;

use crate::error::{Error, Result};
use crate::id::Entropy;
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};

/// The fewest characters of a resident's password.
pub const RESIDENT_LEAST: usize = 10;
/// The fewest characters of a password of staff.
pub const STAFF_LEAST: usize = 12;
/// The most characters of any password.
pub const MOST: usize = 128;

/// So many hashes are worked out at once: each takes 19 MB and a core, and a flood of them must leave room for pages.
static TURNS: Turns = Turns { anyone: Semaphore::const_new(2), known: Semaphore::const_new(1) };
/// Somebody unknown waits so long for a turn, and is then told to come back.
const PATIENCE: Duration = Duration::from_secs(2);
/// The same for somebody known; well under the time any request has.
const LONG_PATIENCE: Duration = Duration::from_secs(15);
/// When to come back, in seconds.
const COME_BACK: u64 = 5;
static WORKED: AtomicU64 = AtomicU64::new(0);

/// Salt of the work done where there is no hash to compare with.
const NO_SALT: &[u8; 16] = b"nobody to verify";

/// Whose password it is, as far as waiting for a turn goes: a flood of strangers' guesses must not keep those out who
/// have been here before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// Signed in, or on a device that has signed in to this account before.
    Known,
    /// Anybody else.
    Anyone,
}

impl Asker {
    /// As the device is known to the account or not.
    pub fn on(device: Option<crate::id::Id>) -> Asker {
        if device.is_some() { Asker::Known } else { Asker::Anyone }
    }
}

/// What makes a password unfit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Fewer characters than asked for.
    Short,
    /// More than [`MOST`] characters.
    Long,
    /// One of the passwords tried first by anybody.
    Common,
    /// The person's own name or address, or the council's name.
    Own,
    /// One character or a few over and over.
    Repeated,
    /// Neighbours on the keyboard, in the alphabet or in counting.
    Run,
}

impl Fault {
    /// Every fault.
    pub const ALL: [Fault; 6] = [Fault::Short, Fault::Long, Fault::Common, Fault::Own, Fault::Repeated, Fault::Run];

    /// The end of the words key: a noun says `<noun>-password-<code>`.
    pub fn code(self) -> &'static str {
        match self {
            Fault::Short => "short",
            Fault::Long => "long",
            Fault::Common => "common",
            Fault::Own => "own",
            Fault::Repeated => "repeated",
            Fault::Run => "run",
        }
    }
}

/// What is wrong with a password being chosen; `own` are the person's name and addresses and the council's name.
pub fn fault(password: &str, least: usize, own: &[&str]) -> Option<Fault> {
    // Bytes first: nobody counts through a megabyte.
    if password.len() > MOST * 4 || password.chars().count() > MOST {
        return Some(Fault::Long);
    }
    if password.chars().count() < least {
        return Some(Fault::Short);
    }
    let folded = common::fold(password);
    if common::is_repeated(&folded) {
        return Some(Fault::Repeated);
    }
    if common::is_run(&folded) {
        return Some(Fault::Run);
    }
    if own.iter().any(|own| common::is_own(&folded, own)) {
        return Some(Fault::Own);
    }
    common::is_common(&folded).then_some(Fault::Common)
}

/// Hashes a password for storage, as a PHC string; only for somebody who has proved who they are.
pub async fn hash(entropy: &Entropy, password: &str) -> Result<String> {
    let (password, salt) = (password.to_owned(), entropy.bytes::<16>());
    on_turn(&TURNS, Asker::Known, move || {
        let hashed: PasswordHash =
            Argon2::default().hash_password_with_salt(password.as_bytes(), &salt).map_err(fault_of_ours)?;
        Ok(hashed.to_string())
    })
    .await
}

/// Whether what was typed is the password behind the hash. Without a hash (no such account, or none set) the same work is
/// done and the answer is no, so that the time taken tells nothing. [`Error::TooMany`] when too many others are trying.
pub async fn verify(asker: Asker, stored: Option<&str>, typed: &str) -> Result<bool> {
    let (stored, typed) = (stored.map(str::to_owned), typed.to_owned());
    on_turn(&TURNS, asker, move || match stored.as_deref() {
        Some(stored) => {
            let stored = PasswordHash::new(stored).map_err(fault_of_ours)?;
            Ok(Argon2::default().verify_password(typed.as_bytes(), &stored).is_ok())
        }
        None => {
            let mut out = [0; 32];
            Argon2::default().hash_password_into(typed.as_bytes(), NO_SALT, &mut out).map_err(fault_of_ours)?;
            Ok(false)
        }
    })
    .await
}

/// How often the work of argon2 was done since the start, for the metrics.
pub fn worked() -> u64 {
    WORKED.load(Ordering::Relaxed)
}

/// The places for hashing: those for anyone, and one that is kept for people who are known.
struct Turns {
    anyone: Semaphore,
    known: Semaphore,
}

impl Turns {
    async fn take(&'static self, asker: Asker) -> Result<SemaphorePermit<'static>> {
        let waited = match asker {
            Asker::Anyone => tokio::time::timeout(PATIENCE, self.anyone.acquire()).await,
            Asker::Known => {
                let either = async {
                    tokio::select! {
                        turn = self.known.acquire() => turn,
                        turn = self.anyone.acquire() => turn,
                    }
                };
                tokio::time::timeout(LONG_PATIENCE, either).await
            }
        };
        waited.map_err(|_| Error::TooMany(COME_BACK))?.map_err(Error::internal)
    }
}

async fn on_turn<T: Send + 'static>(
    turns: &'static Turns,
    asker: Asker,
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let turn = turns.take(asker).await?;
    WORKED.fetch_add(1, Ordering::Relaxed);
    let work = move || {
        // Held until the work ends, also when the request that asked has gone.
        let _turn = turn;
        work()
    };
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)?
}

fn fault_of_ours(cause: impl std::fmt::Display) -> Error {
    Error::internal(format!("argon2: {cause}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(password: &str) -> Option<Fault> {
        let own = ["Ada Testwell", "ada.testwell@post.example", "Eastmere Council"];
        fault(password, RESIDENT_LEAST, &own)
    }

    #[test]
    fn long_sentences_and_odd_words_are_welcome() {
        for good in [
            "copper kettle on the stair",
            "trombone-lantern",
            "ffordd y môr a'r mynydd",
            "كلمة سر طويلة جدا",
            "xk8vqz0wtp",
            &(0..32).map(|n| format!("{n:03}é")).collect::<String>(),
        ] {
            assert_eq!(chosen(good), None, "{good}");
        }
    }

    #[test]
    fn what_anybody_would_try_first_is_refused() {
        let table = [
            ("short", Fault::Short),
            ("          ", Fault::Repeated),
            ("aaaaaaaaaaaa", Fault::Repeated),
            ("abcabcabcabc", Fault::Repeated),
            ("1234567890", Fault::Run),
            ("qwertyuiop", Fault::Run),
            ("QWERTYUIOP1", Fault::Run),
            ("0987654321", Fault::Run),
            ("abcdefghijkl", Fault::Run),
            ("Password123", Fault::Common),
            ("P@ssw0rd2026!", Fault::Common),
            ("liverpool1", Fault::Common),
            ("iloveyou1234", Fault::Common),
            ("letmeinletmein", Fault::Repeated),
            ("welcomehome", Fault::Common),
            ("Ada Testwell", Fault::Own),
            ("adatestwell1", Fault::Own),
            ("ada.testwell@post.example", Fault::Own),
            ("eastmerecouncil", Fault::Own),
            ("eastmere2026", Fault::Own),
        ];
        for (password, wanted) in table {
            assert_eq!(chosen(password), Some(wanted), "{password}");
        }
        assert_eq!(chosen(&"ab9 ".repeat(33)), Some(Fault::Long));
        assert_eq!(fault(&"k".repeat(1 << 20), 10, &[]), Some(Fault::Long));
    }

    #[tokio::test]
    async fn a_hash_opens_only_to_the_very_same_bytes() {
        let stored = hash(&Entropy::seeded(1), " Copper kettle é ").await.unwrap();
        assert!(stored.starts_with("$argon2id$"));
        assert!(verify(Asker::Known, Some(&stored), " Copper kettle é ").await.unwrap());
        for other in ["Copper kettle é", " copper kettle é ", " Copper kettle e\u{301} ", ""] {
            assert!(!verify(Asker::Anyone, Some(&stored), other).await.unwrap(), "{other}");
        }
        assert!(!verify(Asker::Anyone, None, " Copper kettle é ").await.unwrap());
    }

    fn turns() -> &'static Turns {
        Box::leak(Box::new(Turns { anyone: Semaphore::const_new(2), known: Semaphore::const_new(1) }))
    }

    #[tokio::test]
    async fn a_flood_of_strangers_is_told_to_come_back_and_keeps_nobody_out_who_is_known() {
        let turns = turns();
        let _flood = turns.anyone.acquire_many(2).await.unwrap();
        let stranger = tokio::spawn(on_turn(turns, Asker::Anyone, || Ok(())));
        let known = on_turn(turns, Asker::Known, || Ok(()));
        tokio::time::timeout(Duration::from_millis(500), known).await.expect("at once").unwrap();
        let told = tokio::time::timeout(PATIENCE * 2, stranger).await.expect("in time").unwrap();
        assert!(matches!(told, Err(Error::TooMany(_))), "{told:?}");
    }

    #[tokio::test]
    async fn a_request_that_gives_up_keeps_its_turn_until_the_work_ends() {
        let turns = turns();
        let (end, ended) = std::sync::mpsc::channel::<()>();
        let asked = tokio::spawn(on_turn(turns, Asker::Anyone, move || Ok(ended.recv().is_ok())));
        while turns.anyone.available_permits() == 2 {
            tokio::task::yield_now().await;
        }
        asked.abort();
        assert!(asked.await.is_err_and(|gone| gone.is_cancelled()));
        assert_eq!(turns.anyone.available_permits(), 1, "its work is still being done");
        end.send(()).unwrap();
        let free = async {
            while turns.anyone.available_permits() < 2 {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(5), free).await.expect("given back when it is done");
    }
}
