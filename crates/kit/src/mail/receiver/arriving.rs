//! What a client sends: lines of commands, and mails within the memory there is for them.

use super::{Gone, LARGEST};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncReadExt};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, timeout_at};

/// Memory is taken in such steps.
pub(super) const STEP: usize = 64 << 10;

/// A mail on its way in, with the memory it may take.
pub(super) struct Arriving {
    pub(super) bytes: Vec<u8>,
    memory: Arc<Semaphore>,
    pub(super) held: Vec<OwnedSemaphorePermit>,
    pub(super) fault: Option<&'static str>,
}

impl Arriving {
    pub(super) fn new(memory: Arc<Semaphore>) -> Arriving {
        Arriving { bytes: Vec::new(), memory, held: Vec::new(), fault: None }
    }

    /// Adds a line; of a mail that is not taken the rest is read and let go.
    pub(super) fn add(&mut self, line: &[u8]) {
        if self.fault.is_some() {
            return;
        }
        // Servers that end a mail at other line ends can be made to see two mails where others see one.
        if !line.ends_with(b"\r\n") {
            return self.refuse("550 5.6.0 A line without its end (CR LF), or longer than 64 kB");
        }
        let line = line.strip_prefix(b".").unwrap_or(line);
        if self.bytes.len() + line.len() > LARGEST {
            return self.refuse("552 5.3.4 Larger than 30 MB");
        }
        while self.bytes.len() + line.len() > self.held.len() * STEP {
            match self.memory.clone().try_acquire_owned() {
                Ok(step) => self.held.push(step),
                Err(_) => return self.refuse("452 4.3.1 Too much mail at once, try again"),
            }
        }
        self.bytes.extend_from_slice(line);
    }

    fn refuse(&mut self, fault: &'static str) {
        (self.fault, self.bytes) = (Some(fault), Vec::new());
        self.held.clear();
    }
}

/// The next line with its end, or so much of it as a line may have; nothing at the end.
pub(super) async fn read_line(
    from: &mut (impl AsyncBufRead + Unpin),
    longest: u64,
    until: Instant,
    patience: Duration,
) -> std::result::Result<Option<Vec<u8>>, Gone> {
    let mut line = Vec::new();
    let until = until.min(Instant::now() + patience);
    let read = timeout_at(until, from.take(longest).read_until(b'\n', &mut line)).await;
    read.map_err(|_| Gone)??;
    Ok((!line.is_empty()).then_some(line))
}

/// The text of a whole line of a command.
pub(super) fn command(line: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(line.strip_suffix(b"\r\n")?).ok()?.trim_end();
    (!text.chars().any(char::is_control)).then(|| text.to_owned())
}

/// The address of `FROM:<address>` and what follows it. A route before the address is left out, as RFC 5321 asks.
pub(super) fn path<'a>(rest: &'a str, word: &str) -> Option<(String, &'a str)> {
    let begins = rest.get(..word.len())?.eq_ignore_ascii_case(word);
    let inside = rest.get(word.len()..).filter(|_| begins)?.trim_start().strip_prefix('<')?;
    let (address, parameters) = inside.split_once('>')?;
    let address = match address.strip_prefix('@') {
        Some(route) => route.split_once(':')?.1,
        None => address,
    };
    (address.len() <= 320 && !address.contains(['<', ' '])).then(|| (address.to_owned(), parameters))
}
