//! The port to a virus scanner: `clamd`'s protocol, as much of it as sending a file and reading the verdict takes.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpStream, UnixStream};

/// How long one file may take.
const LONGEST: Duration = Duration::from_secs(60);
/// Bytes of one chunk.
const CHUNK: usize = 64 << 10;
/// More than any verdict has.
const VERDICT: u64 = 4 << 10;

/// How a scanner is reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ScanConfig {
    /// Where `clamd` listens: `127.0.0.1:3310`, or `unix:/run/clamav/clamd.ctl`.
    pub clamd: Option<String>,
}

/// What a scanner says of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was found.
    Clean,
    /// This was.
    Found(String),
}

/// The scanner gave no verdict: it is away, too slow, or would not look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Away(pub String);

impl fmt::Display for Away {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the virus scanner gave no verdict: {}", self.0)
    }
}

impl std::error::Error for Away {}

impl From<std::io::Error> for Away {
    fn from(cause: std::io::Error) -> Away {
        Away(cause.to_string())
    }
}

/// A scanner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scanner {
    /// At a host and port.
    Tcp(String),
    /// At a socket of this machine.
    Unix(PathBuf),
}

impl Scanner {
    /// The scanner of a configuration, if it names one.
    pub fn of(config: &ScanConfig) -> Option<Scanner> {
        let at = config.clamd.as_deref().map(str::trim).filter(|at| !at.is_empty())?;
        Some(match at.strip_prefix("unix:") {
            Some(path) => Scanner::Unix(path.into()),
            None => Scanner::Tcp(at.to_owned()),
        })
    }

    /// Has these bytes looked at.
    pub async fn check(&self, bytes: &[u8]) -> Result<Verdict, Away> {
        let looked = async {
            match self {
                Scanner::Tcp(at) => look(TcpStream::connect(at).await?, bytes).await,
                Scanner::Unix(path) => look(UnixStream::connect(path).await?, bytes).await,
            }
        };
        tokio::time::timeout(LONGEST, looked).await.map_err(|_| Away("it took too long".into()))?
    }
}

async fn look(mut to: impl AsyncRead + AsyncWrite + Unpin, bytes: &[u8]) -> Result<Verdict, Away> {
    let sent = send(&mut to, bytes).await;
    // Where it stops listening it has said why.
    let mut said = Vec::new();
    let read = to.take(VERDICT).read_to_end(&mut said).await;
    match verdict(&said) {
        Ok(verdict) => Ok(verdict),
        Err(away) => sent.and(read.map(drop)).map_err(Away::from).and(Err(away)),
    }
}

async fn send(to: &mut (impl AsyncWrite + Unpin), bytes: &[u8]) -> std::io::Result<()> {
    to.write_all(b"zINSTREAM\0").await?;
    for chunk in bytes.chunks(CHUNK) {
        to.write_all(&(chunk.len() as u32).to_be_bytes()).await?;
        to.write_all(chunk).await?;
    }
    to.write_all(&0u32.to_be_bytes()).await?;
    to.flush().await
}

/// `stream: OK`, `stream: Some.Name FOUND`, or why not.
fn verdict(said: &[u8]) -> Result<Verdict, Away> {
    let said = String::from_utf8_lossy(said);
    let said = said.trim_end_matches(['\0', '\n']).trim();
    let of = said.strip_prefix("stream:").map(str::trim);
    match of {
        Some("OK") => Ok(Verdict::Clean),
        Some(found) if found.ends_with(" FOUND") => Ok(Verdict::Found(
            found.trim_end_matches(" FOUND").chars().filter(|c| c.is_ascii_graphic()).take(100).collect(),
        )),
        _ if said.is_empty() => Err(Away("it said nothing".into())),
        _ => Err(Away(said.chars().filter(|c| !c.is_control()).take(200).collect())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scanner_is_named_by_host_and_port_or_by_its_socket() {
        let of = |clamd: &str| Scanner::of(&ScanConfig { clamd: Some(clamd.into()) });
        assert_eq!(of("127.0.0.1:3310"), Some(Scanner::Tcp("127.0.0.1:3310".into())));
        assert_eq!(of("unix:/run/clamav/clamd.ctl"), Some(Scanner::Unix("/run/clamav/clamd.ctl".into())));
        assert_eq!((of(" "), Scanner::of(&ScanConfig::default())), (None, None));
    }

    #[test]
    fn only_its_own_word_for_clean_is_clean() {
        assert_eq!(verdict(b"stream: OK\0"), Ok(Verdict::Clean));
        assert_eq!(verdict(b"stream: Test.Sign-1 FOUND\0"), Ok(Verdict::Found("Test.Sign-1".into())));
        for other in ["", "\0", "OK", "INSTREAM size limit exceeded. ERROR\0", "stream: ERROR", "UNKNOWN COMMAND"] {
            assert!(verdict(other.as_bytes()).is_err(), "{other:?}");
        }
    }
}
