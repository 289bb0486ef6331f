//! The program and a contractor's system beside it, each killed again and again while cases go from one to the other: nothing is
//! lost, nothing happens twice, and what happens to a case happens in its order.

use super::Folder;
use super::started::{Started, text};
use kit::clock::Stopwatch;
use kit::testing::python;
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const POTHOLES: usize = 10;
const SIGNS: usize = 2;
const KILLS: usize = 6;
/// What fails once is told again after five seconds, then twenty, then eighty.
const PATIENCE: Duration = Duration::from_secs(240);

/// A port nobody listens at now.
fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// The other system.
struct Works {
    python: PathBuf,
    folder: PathBuf,
    council: String,
    port: u16,
}

struct Running(Child);

impl Works {
    fn start(&self) -> Running {
        let mut command = Command::new(&self.python);
        command.arg(here("examples/street-works/street_works.py"));
        command.args(["--council", &self.council, "--port", &self.port.to_string(), "--pace", "0.05"]);
        for (name, file) in [("--store", "works.db"), ("--secret-file", "secret"), ("--key-file", "key")] {
            command.arg(name).arg(self.folder.join(file));
        }
        // Signs are refused, and drains take a while.
        command.args(["--takes", "pothole,drain", "--keeps", "drain"]);
        let mut child = command.stdout(Stdio::piped()).spawn().expect("Python runs");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        assert!(lines.next().is_some_and(|line| line.is_ok_and(|line| line.starts_with("listening on "))));
        Running(child)
    }

    /// What its own store has: one column of each row.
    fn rows(&self, sql: &str) -> Vec<String> {
        let script = "import sqlite3, sys\nfor row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]): print(row[0])";
        let mut command = Command::new(&self.python);
        let out = command.args(["-c", script]).arg(self.folder.join("works.db")).arg(sql).output().unwrap();
        assert!(out.status.success(), "{}", text(&out));
        String::from_utf8(out.stdout).unwrap().lines().map(str::to_owned).collect()
    }
}

impl Running {
    /// Ends it at once, as a power cut would.
    fn kill(mut self) {
        self.0.kill().expect("it can be killed");
        self.0.wait().expect("it ends");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The script that does what people and their programs do.
fn script(python: &Path, council: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(python);
    command.arg(here("tests/connector.py")).arg(council).args(arguments);
    command
}

fn said(mut command: Command) -> Value {
    let out = command.output().expect("Python runs");
    assert!(out.status.success(), "{}", text(&out));
    serde_json::from_slice(&out.stdout).expect("JSON")
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

/// Kills both by turns while cases are handed over; gives the council that runs at the end, and the other system.
fn killed_by_turns(folder: &Folder, works: &Works, port: u16, mut handing: Child) -> (Started, Running) {
    let (mut council, mut other) = (folder.serve_at(port), works.start());
    for round in 0..KILLS {
        std::thread::sleep(Duration::from_millis(400 + 150 * round as u64));
        other.kill();
        other = works.start();
        std::thread::sleep(Duration::from_millis(250 + 100 * round as u64));
        council.kill();
        council = folder.serve_at(port);
    }
    assert!(handing.wait().expect("Python ends").success());
    (council, other)
}

#[test]
fn cases_go_to_another_system_and_come_back_whoever_is_killed_meanwhile() {
    let Some(python) = python() else { return };
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    std::fs::create_dir_all(folder.path()).unwrap();
    std::fs::write(folder.path().join("guildhall.toml"), "[webhooks]\nprivate = true\n").unwrap();
    let (port, demo) = (free_port(), folder.demo());
    let works = Works {
        python: python.clone(),
        folder: home.path().to_owned(),
        council: format!("http://127.0.0.1:{port}"),
        port: free_port(),
    };
    let numbers = [works.port.to_string(), POTHOLES.to_string(), SIGNS.to_string()];
    let arguments = ["setup", &numbers[0], &numbers[1], &numbers[2]];
    let made = said(script(&python, &format!("http://{}", demo.address), &arguments));
    assert_eq!(demo.stop(), Some(0));
    for (file, name) in [("secret", "secret"), ("key", "key")] {
        std::fs::write(home.path().join(file), made[name].as_str().unwrap()).unwrap();
    }
    let (potholes, signs) = (texts(&made["potholes"]), texts(&made["signs"]));
    let desk = made["desk"].as_str().unwrap();
    let all: Vec<&str> = potholes.iter().chain(&signs).map(String::as_str).collect();
    let with = |verb: &'static str| -> Vec<&str> { [verb, desk].into_iter().chain(all.iter().copied()).collect() };
    let handing = script(&python, &works.council, &with("hand")).spawn().expect("Python runs");
    let (council, other) = killed_by_turns(&folder, &works, port, handing);
    let began = Stopwatch::start();
    let told = loop {
        let told = said(script(&python, &works.council, &with("read")));
        let ended = potholes.iter().all(|one| told[one]["status"] == "closed");
        let refused = |one: &String| texts(&told[one]["titles"]).iter().any(|title| title.contains("cannot do it"));
        if ended && signs.iter().all(refused) {
            break told;
        }
        assert!(began.elapsed() < PATIENCE, "not all have come to an end: {told:#}");
        std::thread::sleep(Duration::from_millis(500));
    };
    let mut numbers = BTreeSet::new();
    for pothole in &potholes {
        let titles = texts(&told[pothole]["titles"]);
        let number = titles.iter().find_map(|title| title.split("Their reference is ").nth(1)).expect("a number");
        assert!(numbers.insert(number.to_owned()), "{number} is given twice");
        let about: Vec<&str> = titles.iter().map(|title| title.split([',', '.', ':']).next().unwrap()).collect();
        let [_, asked, taken, planned, begun, done, decided, closed] = about[..] else { panic!("{titles:?}") };
        assert_eq!((asked, taken), ("Kerbside Works was asked to do it", "Kerbside Works has taken it on"));
        assert!(planned.starts_with("Kerbside Works plans to do it on "), "{titles:?}");
        assert_eq!((begun, done), ("Kerbside Works has begun", "Kerbside Works is done"));
        assert!(decided.starts_with("Decided") && closed == "Finished", "{titles:?}");
        assert_eq!(told[pothole]["outcome"], "mended");
    }
    for sign in &signs {
        let titles = texts(&told[sign]["titles"]);
        assert_eq!((titles.len(), told[sign]["status"].as_str()), (3, Some("open")), "{titles:?}");
    }
    drop(other);
    assert_eq!(works.rows("SELECT number FROM jobs").len(), POTHOLES);
    assert_eq!(works.rows("SELECT answer FROM says WHERE state <> 'said'"), [""; 0]);
    assert_eq!(works.rows("SELECT id FROM says").len(), 4 * POTHOLES + SIGNS);
    assert_eq!(council.stop(), Some(0));
    folder.is_whole();
}

/// The delivered definitions with one change: a case goes to the contractor by itself.
fn at_opening(folder: &Folder) {
    let (from, to) = (here("definitions/street-problem"), folder.path().join("definitions/street-problem"));
    std::fs::create_dir_all(&to).unwrap();
    for file in std::fs::read_dir(from).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file()) {
        let text = std::fs::read_to_string(&file).unwrap();
        let text = text.replace("system = \"street-works\"", "system = \"street-works\"\nat_opening = true");
        std::fs::write(to.join(file.file_name().unwrap()), text).unwrap();
    }
}

/// Nobody presses anything: what is reported goes to the contractor, its picture with it, and so does what is written later, in order
/// and each once, also where the contractor is away meanwhile and is told again afterwards.
#[test]
fn a_case_goes_by_itself_with_its_picture_and_what_is_written_later() {
    let Some(python) = python() else { return };
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    std::fs::create_dir_all(folder.path()).unwrap();
    std::fs::write(folder.path().join("guildhall.toml"), "[webhooks]\nprivate = true\n").unwrap();
    at_opening(&folder);
    let demo = folder.demo();
    let council = format!("http://{}", demo.address);
    let works =
        Works { python: python.clone(), folder: home.path().to_owned(), council: council.clone(), port: free_port() };
    let made = said(script(&python, &council, &["picture", &works.port.to_string()]));
    for (file, name) in [("secret", "secret"), ("key", "key")] {
        std::fs::write(home.path().join(file), made[name].as_str().unwrap()).unwrap();
    }
    let [own, reference] = ["own", "reference"].map(|name| made[name].as_str().unwrap());
    let write = |words: &[&str]| {
        let out = script(&python, &council, &[&["write", own, reference], words].concat()).output().unwrap();
        assert!(out.status.success(), "{}", text(&out));
    };
    let began = Stopwatch::start();
    let until = |what: &str, is_so: &dyn Fn() -> bool| {
        while !is_so() {
            assert!(
                began.elapsed() < PATIENCE,
                "not {what}: {:?}",
                works.rows("SELECT verb || ' ' || state FROM says")
            );
            std::thread::sleep(Duration::from_millis(200));
        }
    };
    let other = works.start();
    until("taken", &|| works.rows("SELECT state FROM says") == ["said"; 3]);
    assert_eq!(works.rows("SELECT verb FROM says ORDER BY id"), ["file", "accept", "update"]);
    assert_eq!(works.rows("SELECT name || ' ' || hex(substr(bytes, 1, 4)) FROM files"), ["drain.png 89504E47"]);
    write(&["It is by the bus stop."]);
    until("heard", &|| works.rows("SELECT text FROM heard").len() == 1);
    // The contractor is away while more is written, and hears it all when it is back.
    other.kill();
    write(&["The second drain.", "And now it smells."]);
    let back = works.start();
    until("heard all", &|| works.rows("SELECT text FROM heard").len() == 3);
    let heard = ["It is by the bus stop.", "The second drain.", "And now it smells."];
    assert_eq!(works.rows("SELECT text FROM heard ORDER BY place"), heard);
    assert_eq!(works.rows("SELECT reference FROM jobs"), [reference]);
    let told = said(script(&python, &council, &["read", made["desk"].as_str().unwrap(), reference]));
    let titles = texts(&told[reference]["titles"]);
    let asked = titles.iter().position(|title| title == "Kerbside Works was asked to do it");
    let taken = titles.iter().position(|title| title.starts_with("Kerbside Works has taken it on"));
    assert!(asked.zip(taken).is_some_and(|(asked, taken)| asked < taken), "{titles:?}");
    drop(back);
    assert_eq!(demo.stop(), Some(0));
    folder.is_whole();
}
