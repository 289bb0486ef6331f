//! The mail server is down, then back: nothing is lost.

use super::Folder;
use kit::testing::python;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A real mail server on this port.
pub struct Post(Child);

impl Post {
    /// Opens it; letters go into the folder.
    pub fn open(python: &Path, letters: &Path, port: u16) -> Post {
        std::fs::create_dir_all(letters).unwrap();
        let launcher = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/smtp.py");
        let mut command = Command::new(python);
        command.arg(launcher).arg(letters).args(["--port", &port.to_string()]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert_eq!(line.trim(), port.to_string());
        Post(child)
    }
}

impl Drop for Post {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The letters that arrived.
pub fn arrived(letters: &Path) -> Vec<serde_json::Value> {
    let Ok(files) = std::fs::read_dir(letters) else { return Vec::new() };
    let files = files.map(|file| file.unwrap().path()).filter(|file| file.extension().is_some_and(|e| e == "json"));
    files.filter_map(|file| serde_json::from_str(&std::fs::read_to_string(file).ok()?).ok()).collect()
}

/// A port nobody listens on.
pub fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

#[test]
fn mail_that_could_not_leave_leaves_when_the_mail_server_is_back() {
    let Some(python) = python() else { return };
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    let port = free_port();
    let number = port.to_string();
    let mail = [
        ("GUILDHALL_MAIL__HOST", "127.0.0.1"),
        ("GUILDHALL_MAIL__PORT", &*number),
        ("GUILDHALL_MAIL__SECURITY", "plain"),
    ];
    let mut server = folder.serve_with(&mail);
    let mut references = Vec::new();
    for _ in 0..3 {
        references.push(server.client().enquire().expect("it is received without a mail server"));
    }
    // Long enough for a first attempt to have failed.
    std::thread::sleep(Duration::from_secs(2));
    server.kill();
    let letters = home.path().join("letters");
    let _post = Post::open(&python, &letters, port);
    let server = folder.serve_with(&mail);
    references.push(server.client().enquire().expect("it is received"));
    for _ in 0..1_200 {
        if arrived(&letters).len() >= references.len() {
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    let all: Vec<String> = arrived(&letters).iter().map(ToString::to_string).collect();
    for reference in &references {
        let grouped = format!("{} {} {}", &reference[..3], &reference[3..6], &reference[6..]);
        let about =
            all.iter().filter(|letter| letter.contains(reference.as_str()) || letter.contains(&grouped)).count();
        assert_eq!(about, 1, "letters about {reference}: {all:?}");
    }
    assert_eq!(server.stop(), Some(0));
}
