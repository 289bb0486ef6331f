//! Receiving mail by SMTP (RFC 5321) from the council's own mail server: small and strict. It relays nothing, answers `250`
//! to a mail only when it is kept, and never waits for one client while others have something to say.

mod arriving;

use arriving::{Arriving, command, path, read_line};

use crate::app::Boxed;
use crate::error::{Error, Result};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncBufRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{Instant, timeout};

/// The most bytes of a mail: a file of 20 MB, which travels a third larger, and its words.
pub const LARGEST: usize = 30 << 20;
/// Bytes of all mails on their way in together.
const TOGETHER: usize = 128 << 20;
/// Clients at the same time; one more is asked to come again.
const CLIENTS: usize = 64;
/// A line of a command.
const LONGEST_COMMAND: u64 = 2_000;
/// A line of a mail. Mail programs keep to 1,000.
const LONGEST_LINE: u64 = 64 << 10;
/// Recipients of one mail.
const RECIPIENTS: usize = 50;
/// Commands that are not understood, until the client is sent away.
const FAULTS: usize = 10;

/// How long clients are waited for.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// For the next command, and the next line of a mail.
    pub line: Duration,
    /// For a whole mail.
    pub mail: Duration,
    /// For everything a client has to say.
    pub session: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Patience { line: Duration::from_secs(60), mail: Duration::from_secs(600), session: Duration::from_secs(3_600) }
    }
}

/// A mail that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Where it comes back to; empty where nowhere.
    pub from: String,
    /// For whom it is; each was accepted.
    pub to: Vec<String>,
    /// Its lines.
    pub bytes: Vec<u8>,
}

/// What became of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It is kept, on the disk.
    Kept,
    /// Not now; it is to be sent again.
    Later,
    /// Its sender has sent too much just now; it is to be sent again.
    TooMany,
    /// It goes round in circles.
    Loop,
}

/// Whoever keeps mail.
pub trait Taker: Send + Sync + 'static {
    /// Whether mail is taken for this address.
    fn accepts(&self, address: &str) -> bool;
    /// Keeps a mail. May be given the same one again.
    fn take(&self, mail: Mail) -> Boxed<'_, Answer>;
}

/// The running receiver.
pub struct Receiver {
    /// Where it listens.
    pub address: SocketAddr,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Receiver {
    /// Starts to listen, on this machine alone: what arrives is not protected on its way.
    pub async fn start(listen: SocketAddr, name: &str, taker: Arc<dyn Taker>, patience: Patience) -> Result<Receiver> {
        if !listen.ip().is_loopback() {
            return Err(Error::internal(format!(
                "[inbox] listens on {listen}, where others can reach it: mail comes from the council's mail server on \
                 this machine, 127.0.0.1"
            )));
        }
        let listener = TcpListener::bind(listen)
            .await
            .map_err(|cause| Error::internal(format!("cannot receive mail on {listen}: {cause}")))?;
        let address = listener.local_addr()?;
        let (stop, stopped) = watch::channel(false);
        let house = Arc::new(House::new(name, taker, patience));
        Ok(Receiver { address, stop, task: tokio::spawn(run(listener, house, stopped)) })
    }

    /// Takes no more clients, and no more mails of those that are there; the mails in hand are kept and answered.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        let _ = self.task.await;
    }
}

struct House {
    name: String,
    taker: Arc<dyn Taker>,
    patience: Patience,
    memory: Arc<Semaphore>,
}

impl House {
    fn new(name: &str, taker: Arc<dyn Taker>, patience: Patience) -> House {
        let memory = Arc::new(Semaphore::new(TOGETHER / arriving::STEP));
        House { name: name.to_owned(), taker, patience, memory }
    }
}

async fn run(listener: TcpListener, house: Arc<House>, mut stopped: watch::Receiver<bool>) {
    let mut clients = JoinSet::new();
    loop {
        tokio::select! {
            _ = stopped.changed() => break,
            _ = clients.join_next(), if !clients.is_empty() => {}
            come = listener.accept() => match come {
                Ok((stream, _)) if clients.len() >= CLIENTS => drop(tokio::spawn(turn_away(stream))),
                Ok((stream, _)) => drop(clients.spawn(serve(stream, house.clone(), stopped.clone()))),
                // Out of descriptors, say: others may go soon.
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            },
        }
    }
    while clients.join_next().await.is_some() {}
}

async fn turn_away(mut stream: TcpStream) {
    let said = stream.write_all(b"421 4.3.2 Too many clients just now, try again\r\n");
    let _ = timeout(Duration::from_secs(1), said).await;
}

async fn serve(stream: TcpStream, house: Arc<House>, mut stopped: watch::Receiver<bool>) {
    let (from, to) = stream.into_split();
    // Whoever goes away, or falls silent, is gone; what was not answered is sent again.
    let _ = Client::of(BufReader::new(from), to, house).talk(&mut stopped).await;
}

/// All that one client says and is told, over any two streams, until it ends or goes.
pub async fn session(
    from: impl AsyncBufRead + Unpin,
    to: impl AsyncWrite + Unpin,
    name: &str,
    taker: Arc<dyn Taker>,
    patience: Patience,
) {
    let (_running, mut stopped) = watch::channel(false);
    let _ = Client::of(from, to, Arc::new(House::new(name, taker, patience))).talk(&mut stopped).await;
}

struct Client<R, W> {
    from: R,
    to: W,
    house: Arc<House>,
    deadline: Instant,
    greeted: bool,
    sender: Option<String>,
    recipients: Vec<String>,
    faults: usize,
}

/// The client is gone, or has to go.
struct Gone;

impl From<std::io::Error> for Gone {
    fn from(_: std::io::Error) -> Gone {
        Gone
    }
}

impl<R: AsyncBufRead + Unpin, W: AsyncWrite + Unpin> Client<R, W> {
    fn of(from: R, to: W, house: Arc<House>) -> Client<R, W> {
        let deadline = Instant::now() + house.patience.session;
        Client { from, to, house, deadline, greeted: false, sender: None, recipients: Vec::new(), faults: 0 }
    }

    async fn talk(&mut self, stopped: &mut watch::Receiver<bool>) -> std::result::Result<(), Gone> {
        let greeting = format!("220 {} Guildhall takes mail for the council", self.house.name);
        self.say(&greeting).await?;
        loop {
            let line = tokio::select! {
                biased;
                _ = stopped.wait_for(|stopped| *stopped) => None,
                line = read_line(&mut self.from, LONGEST_COMMAND, self.deadline, self.house.patience.line) => Some(line),
            };
            let Some(line) = line else { return self.say("421 4.3.2 Going down, try again").await };
            let Some(line) = line? else { return Ok(()) };
            let Some(command) = command(&line) else {
                self.fault("500 5.5.2 Not understood").await?;
                continue;
            };
            if !self.follow(&command).await? {
                return Ok(());
            }
        }
    }

    /// Does what is asked; false when that was the last.
    async fn follow(&mut self, command: &str) -> std::result::Result<bool, Gone> {
        let (verb, rest) = command.split_once(' ').unwrap_or((command, ""));
        match verb.to_ascii_uppercase().as_str() {
            "EHLO" | "HELO" if rest.trim().is_empty() => self.fault("501 5.5.4 Who is it?").await?,
            "EHLO" => {
                self.begin();
                let name = &self.house.name;
                let able = format!(
                    "250-{name}\r\n250-SIZE {LARGEST}\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-PIPELINING\r\n\
                     250 ENHANCEDSTATUSCODES"
                );
                self.say(&able).await?;
            }
            "HELO" => {
                self.begin();
                let name = format!("250 {}", self.house.name);
                self.say(&name).await?;
            }
            "MAIL" => self.mail(rest).await?,
            "RCPT" => self.recipient(rest).await?,
            "DATA" => self.data().await?,
            "RSET" => {
                self.forget();
                self.say("250 2.0.0 Forgotten").await?;
            }
            "NOOP" => self.say("250 2.0.0 Nothing done").await?,
            "VRFY" => self.say("252 2.1.5 Send a mail and see").await?,
            "QUIT" => {
                self.say("221 2.0.0 Goodbye").await?;
                return Ok(false);
            }
            // A browser that was led here.
            "GET" | "POST" | "PUT" | "HEAD" | "OPTIONS" => return Ok(false),
            "STARTTLS" | "AUTH" | "EXPN" | "HELP" | "BDAT" | "ETRN" => self.fault("502 5.5.1 Not done here").await?,
            _ => self.fault("500 5.5.2 Not understood").await?,
        }
        Ok(true)
    }

    fn begin(&mut self) {
        self.greeted = true;
        self.forget();
    }

    fn forget(&mut self) {
        self.sender = None;
        self.recipients.clear();
    }

    async fn mail(&mut self, rest: &str) -> std::result::Result<(), Gone> {
        if !self.greeted || self.sender.is_some() {
            return self.fault("503 5.5.1 Not now").await;
        }
        let Some((sender, parameters)) = path(rest, "FROM:") else {
            return self.fault("501 5.5.4 MAIL FROM:<address>").await;
        };
        for parameter in parameters.split_ascii_whitespace() {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            match name.to_ascii_uppercase().as_str() {
                "SIZE" => match value.parse::<u64>() {
                    Ok(size) if size > LARGEST as u64 => return self.say("552 5.3.4 Larger than 30 MB").await,
                    Ok(_) => {}
                    Err(_) => return self.fault("501 5.5.4 SIZE is a number").await,
                },
                "BODY" | "SMTPUTF8" => {}
                _ => return self.fault("555 5.5.4 That is not known here").await,
            }
        }
        self.sender = Some(sender);
        self.say("250 2.1.0 Go on").await
    }

    async fn recipient(&mut self, rest: &str) -> std::result::Result<(), Gone> {
        if self.sender.is_none() {
            return self.fault("503 5.5.1 MAIL comes first").await;
        }
        let Some((address, _)) = path(rest, "TO:").filter(|(address, _)| !address.is_empty()) else {
            return self.fault("501 5.5.4 RCPT TO:<address>").await;
        };
        if self.recipients.len() >= RECIPIENTS {
            return self.say("452 4.5.3 Too many recipients").await;
        }
        if !self.house.taker.accepts(&address) {
            return self.fault("550 5.1.1 Nobody of that address here").await;
        }
        self.recipients.push(address);
        self.say("250 2.1.5 Go on").await
    }

    async fn data(&mut self) -> std::result::Result<(), Gone> {
        let Some(from) = self.sender.clone().filter(|_| !self.recipients.is_empty()) else {
            return self.fault("503 5.5.1 MAIL and RCPT come first").await;
        };
        self.say("354 Lines, and a dot alone to end").await?;
        let until = self.deadline.min(Instant::now() + self.house.patience.mail);
        let mut arriving = Arriving::new(self.house.memory.clone());
        // A dot ends a mail only after a whole line: else what others take for one mail would be two here.
        let mut whole = true;
        while let Some(line) = read_line(&mut self.from, LONGEST_LINE, until, self.house.patience.line).await? {
            if whole && line == b".\r\n" {
                let to = std::mem::take(&mut self.recipients);
                self.forget();
                return self.end(Mail { from, to, bytes: Vec::new() }, arriving).await;
            }
            whole = line.ends_with(b"\r\n");
            arriving.add(&line);
        }
        Err(Gone)
    }

    async fn end(&mut self, mail: Mail, arriving: Arriving) -> std::result::Result<(), Gone> {
        if let Some(fault) = arriving.fault {
            return self.say(fault).await;
        }
        let answer = self.house.taker.take(Mail { bytes: arriving.bytes, ..mail }).await;
        drop(arriving.held);
        let said = match answer {
            Answer::Kept => "250 2.0.0 Kept",
            Answer::Later => "451 4.3.0 Cannot be kept just now, try again",
            Answer::TooMany => "450 4.7.1 Too many from this sender, try again in an hour",
            Answer::Loop => "554 5.4.6 It goes round in circles",
        };
        self.say(said).await
    }

    /// Says what was wrong; whoever is wrong again and again has to go.
    async fn fault(&mut self, words: &str) -> std::result::Result<(), Gone> {
        self.faults += 1;
        if self.faults > FAULTS {
            self.say("421 4.7.0 Too many mistakes").await?;
            return Err(Gone);
        }
        self.say(words).await
    }

    async fn say(&mut self, words: &str) -> std::result::Result<(), Gone> {
        let line = format!("{words}\r\n");
        let written = timeout(self.house.patience.line, self.to.write_all(line.as_bytes())).await;
        written.map_err(|_| Gone)??;
        Ok(())
    }
}

#[cfg(test)]
#[path = "receiver_tests.rs"]
mod tests;
