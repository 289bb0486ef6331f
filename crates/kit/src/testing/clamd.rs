//! A real virus scanner that knows one virus: the test's own.

use super::machine::left_out;
use crate::files::Scanner;
use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Words that the scanner takes for a virus.
pub const VIRUS: &str = "GUILDHALL-TEST-VIRUS-THAT-HARMS-NOBODY";

/// The longest it may take to start.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running `clamd`, stopped when dropped.
pub struct Clamd {
    server: Child,
    folder: tempfile::TempDir,
    port: u16,
    took: Duration,
}

impl Clamd {
    /// Starts one with a signature for [`VIRUS`] and no other; nothing where the machine has none.
    pub fn start() -> Option<Clamd> {
        let program = ["/usr/sbin/clamd", "/usr/bin/clamd"].map(PathBuf::from).into_iter().find(|path| path.is_file());
        let Some(program) = program else {
            left_out("virus scanning not tried: there is no clamd (apt-get install clamav-daemon)");
            return None;
        };
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let hex: String = VIRUS.bytes().map(|byte| format!("{byte:02x}")).collect();
        std::fs::create_dir(at("signatures")).expect("a folder");
        std::fs::write(at("signatures/own.ndb"), format!("Guildhall.Test:0:*:{hex}\n")).expect("a signature");
        let port =
            std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a port").port();
        let config = format!(
            "DatabaseDirectory {}\nLocalSocket {}\nTCPSocket {port}\nTCPAddr 127.0.0.1\nForeground yes\n\
             StreamMaxLength 30M\nMaxFileSize 30M\nMaxScanSize 60M\n",
            at("signatures").display(),
            at("clamd.sock").display()
        );
        std::fs::write(at("clamd.conf"), config).expect("a configuration");
        let watch = crate::clock::Stopwatch::start();
        let server = Command::new(program)
            .arg("--config-file")
            .arg(at("clamd.conf"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("clamd starts");
        let mut clamd = Clamd { server, folder, port, took: Duration::ZERO };
        while !clamd.answers() {
            assert!(watch.elapsed() < PATIENCE, "clamd does not answer");
            assert!(clamd.server.try_wait().is_ok_and(|ended| ended.is_none()), "clamd ended at once");
            std::thread::sleep(Duration::from_millis(50));
        }
        clamd.took = watch.elapsed();
        Some(clamd)
    }

    fn answers(&self) -> bool {
        let asked = || -> std::io::Result<String> {
            let mut to = UnixStream::connect(self.folder.path().join("clamd.sock"))?;
            to.write_all(b"zPING\0")?;
            let mut said = String::new();
            to.read_to_string(&mut said)?;
            Ok(said)
        };
        asked().is_ok_and(|said| said.starts_with("PONG"))
    }

    /// It, by its port.
    pub fn tcp(&self) -> Scanner {
        Scanner::Tcp(format!("127.0.0.1:{}", self.port))
    }

    /// It, by its socket.
    pub fn unix(&self) -> Scanner {
        Scanner::Unix(self.folder.path().join("clamd.sock"))
    }
}

impl std::fmt::Debug for Clamd {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.server.id())).unwrap_or_default();
        let memory = status.lines().find(|line| line.starts_with("VmRSS")).unwrap_or_default();
        write!(f, "clamd answered after {:?}, {}", self.took, memory.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

impl Drop for Clamd {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
