//! The command line: what each verb says last, and with which code it ends.

use super::Folder;
use super::started::{last_line, text};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;
use std::time::Duration;

fn fresh() -> (tempfile::TempDir, Folder) {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    (home, folder)
}

/// A file of so many reports, spread over the council's area.
fn reports(folder: &std::path::Path, rows: usize) -> String {
    let mut text = String::from("report,status,title,category,latitude,longitude\n");
    for row in 0..rows {
        let (status, title) = [("open", "Pothole by the bridge"), ("fixed", "Dog mess on the path")][row % 2];
        let (latitude, longitude) = (52.19 + (row % 50) as f64 / 2000.0, 0.11 + (row % 40) as f64 / 1000.0);
        text += &format!("{},{status},{title} {row},Roads,{latitude:.6},{longitude:.6}\n", 9_000_000 + row);
    }
    let file = folder.join(format!("reports-{rows}.csv"));
    std::fs::write(&file, text).unwrap();
    file.display().to_string()
}

#[test]
fn search_ranks_services_one_a_line() {
    let (_home, folder) = fresh();
    for (words, service) in [
        ("bin not colected", "missed-bin"),
        ("pot hole", "street-problem"),
        ("moving house", "council-tax-moving-home"),
    ] {
        let out = folder.run(&["search", words]);
        let said = String::from_utf8_lossy(&out.stdout).into_owned();
        assert!(out.status.success() && said.starts_with(&format!("{service}\t")), "{words}: {said}");
        assert!(!folder.path().exists(), "searching makes no data");
    }
}

#[test]
fn check_names_mistakes_by_file_and_line() {
    let (home, folder) = fresh();
    let out = folder.run(&["check"]);
    assert_eq!((out.status.code(), last_line(&out).as_str()), (Some(0), "no mistakes"), "{}", text(&out));
    let own = home.path().join("definitions");
    let delivered = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../definitions");
    assert!(Command::new("cp").arg("-r").arg(&delivered).arg(&own).status().unwrap().success());
    let file = own.join("missed-bin/service.toml");
    let broken =
        std::fs::read_to_string(&file).unwrap().replace("\"container\", \"due_on\"", "\"contaner\", \"due_on\"");
    std::fs::write(&file, broken).unwrap();
    let out = folder.run(&["check", &own.display().to_string()]);
    assert_eq!(out.status.code(), Some(2), "{}", text(&out));
    assert!(text(&out).contains("missed-bin/service.toml:") && text(&out).contains("contaner"), "{}", text(&out));
    assert!(last_line(&out).ends_with("mistake") || last_line(&out).ends_with("mistakes"), "{}", last_line(&out));
    assert_eq!(folder.run(&["check", "/nowhere/at/all"]).status.code(), Some(1));
}

#[test]
fn migrate_and_verify_may_be_run_again() {
    let (_home, folder) = fresh();
    for _ in 0..2 {
        let out = folder.run(&["migrate"]);
        assert!(out.status.success() && last_line(&out).ends_with("the database is up to date"), "{}", text(&out));
    }
    let out = folder.run(&["verify"]);
    assert_eq!(
        (out.status.code(), last_line(&out).as_str()),
        (Some(0), "whole"),
        "there is no key before the first start"
    );
    assert!(text(&out).contains("the first start of the server makes the key"), "{}", text(&out));
    assert_eq!(folder.serve().stop(), Some(0));
    folder.is_whole();
    assert_eq!(folder.run(&["no-such-verb"]).status.code(), Some(2));
}

#[test]
fn verify_only_reads_and_compares_with_a_seal_that_was_kept() {
    let (home, folder) = fresh();
    let out = folder.run(&["verify"]);
    assert_eq!(out.status.code(), Some(1), "{}", text(&out));
    assert!(text(&out).contains("there is no data folder"), "{}", text(&out));
    assert!(!folder.path().exists(), "verifying makes no data");
    std::fs::create_dir(folder.path()).unwrap();
    let key = kit::facts::SealKey::open_or_make(&folder.path().join("seal.key"), &kit::id::Entropy::system());
    drop(key.unwrap());
    let out = folder.run(&["verify"]);
    assert!(out.status.code() == Some(1) && text(&out).contains("there is no council in"), "{}", text(&out));
    assert!(!folder.path().join("guildhall.db").exists());
    let folder = Folder(home.path().join("council"));
    assert_eq!(folder.serve().stop(), Some(0));
    let out = folder.run(&["verify"]);
    let head = text(&out).lines().find_map(|line| line.strip_prefix("the last seal is ").map(str::to_owned));
    let head = head.unwrap_or_else(|| panic!("{}", text(&out)));
    let out = folder.run(&["verify", "--published", &head]);
    assert_eq!((out.status.code(), last_line(&out).as_str()), (Some(0), "whole"), "{}", text(&out));
    let (number, hash) = head.split_once(':').unwrap();
    let other = if hash.starts_with('0') { "1" } else { "0" };
    for kept in [format!("{number}:{other}{}", &hash[1..]), format!("999:{hash}")] {
        let out = folder.run(&["verify", "--published", &kept]);
        assert_eq!(out.status.code(), Some(2), "{}", text(&out));
        assert!(text(&out).contains("differs from the published one"), "{}", text(&out));
    }
    for wrong in ["yesterday's", "1:abc"] {
        let out = folder.run(&["verify", "--published", wrong]);
        assert_eq!(out.status.code(), Some(2));
        assert!(text(&out).contains("a seal is written as") && !text(&out).contains("internal:"), "{}", text(&out));
    }
}

#[test]
fn a_configuration_that_was_named_must_be_there_and_a_database_known() {
    let (_home, folder) = fresh();
    for verb in [vec!["migrate"], vec!["serve", "--listen", "127.0.0.1:0"], vec!["verify"]] {
        let out = folder.run(&[vec!["--config", "/nowhere/own.toml"], verb.clone()].concat());
        assert_eq!(out.status.code(), Some(1), "{verb:?}");
        assert!(text(&out).contains("there is no configuration file /nowhere/own.toml"), "{}", text(&out));
    }
    let out = folder.run(&["--database", "mysql://ada:secret@x/y", "migrate"]);
    assert_eq!(out.status.code(), Some(1));
    assert!(text(&out).contains("mysql:// is no database") && !text(&out).contains("secret"), "{}", text(&out));
    assert!(!folder.path().exists(), "nothing was begun");
}

#[test]
fn a_mistyped_folder_is_no_new_council_and_files_are_named() {
    let (home, folder) = fresh();
    let file = reports(home.path(), 3);
    for verb in [vec!["publish"], vec!["import", "reports", &file], vec!["verify"]] {
        let out = folder.run(&verb);
        assert_eq!(out.status.code(), Some(1), "{verb:?}: {}", text(&out));
        assert!(text(&out).contains("there is no data folder") && text(&out).contains("migrate"), "{}", text(&out));
        assert!(!folder.path().exists(), "nothing was begun");
    }
    let usual = super::started::program().current_dir(home.path()).args(["import", "reports", &file]).output().unwrap();
    assert!(usual.status.success() && text(&usual).contains("a new one is made in guildhall-data"), "{}", text(&usual));
    let usual = super::started::program().current_dir(home.path()).arg("verify").output().unwrap();
    assert_eq!(last_line(&usual), "whole", "{}", text(&usual));
    assert!(text(&usual).contains("nothing is sealed yet"), "{}", text(&usual));
    assert!(folder.run(&["migrate"]).status.success());
    let empty = home.path().join("empty.csv");
    std::fs::write(&empty, "").unwrap();
    std::fs::write(home.path().join("wrong.toml"), "columns = 3").unwrap();
    let (here, empty, map) = (
        home.path().display().to_string(),
        empty.display().to_string(),
        format!("{}/wrong.toml", home.path().display()),
    );
    for (words, named, says) in [
        (vec![here.as_str()], &here, "directory"),
        (vec![&empty], &empty, "the file is empty"),
        (vec![&file, "--map", &map], &map, "mapping"),
    ] {
        let out = folder.run(&[vec!["import", "reports"], words].concat());
        assert_eq!(out.status.code(), Some(1), "{}", text(&out));
        assert!(text(&out).contains(named.as_str()) && text(&out).contains(says), "{}", text(&out));
    }
    let out = folder.run(&["--database", "foo", "migrate"]);
    assert!(out.status.code() == Some(1) && text(&out).contains("postgres://user"), "{}", text(&out));
}

#[test]
fn whoever_reads_no_further_is_no_error() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let done = super::started::program().args(["search", "bin"]).stdout(writer).output().unwrap();
    assert!(done.status.success() && done.stderr.is_empty(), "{}", text(&done));
}

#[test]
fn importing_twice_adds_nothing_and_broken_rows_are_named() {
    let (home, folder) = fresh();
    let file = reports(home.path(), 60);
    folder.run(&["migrate"]);
    let out = folder.run(&["import", "reports", &file, "--dry-run"]);
    assert_eq!(
        (out.status.code(), last_line(&out).as_str()),
        (Some(0), "imported 60, already there 0, refused 0"),
        "{}",
        text(&out)
    );
    let out = folder.run(&["import", "reports", &file]);
    assert_eq!(last_line(&out), "imported 60, already there 0, refused 0", "a dry run leaves nothing: {}", text(&out));
    let mut more = std::fs::read_to_string(&file).unwrap();
    more += "9100001,open,No place,Roads,north,0.1\n9100002,open,Fine,Roads,52.2,0.12\n9100003,strange,What,Roads,52.2,0.12\n";
    std::fs::write(&file, more).unwrap();
    let out = folder.run(&["import", "reports", &file]);
    assert_eq!(
        (out.status.code(), last_line(&out).as_str()),
        (Some(2), "imported 1, already there 60, refused 2"),
        "{}",
        text(&out)
    );
    let said = text(&out);
    for part in ["62", "latitude", "64", "status"] {
        assert!(said.contains(part), "{part} is not named: {said}");
    }
}

#[test]
fn a_register_of_people_comes_in_by_the_command_and_says_what_it_did() {
    let (home, folder) = fresh();
    let file = home.path().join("customers.csv");
    let rows = "number,name,date of birth\n1,Ada Example,1970-03-14\n2,Ada Exampel,14.3.1970\n3,Ben Sample,31/2/1970\n";
    std::fs::write(&file, rows).unwrap();
    folder.run(&["migrate"]);
    let file = file.display().to_string();
    let import = ["import", "people", &file, "--source", "Customer register"];
    let dry = folder.run(&[import.as_slice(), &["--dry-run"]].concat());
    assert_eq!((dry.status.code(), last_line(&dry).as_str()), (Some(2), "read 3, made 2, already there 0, refused 1"));
    let out = folder.run(&import);
    let said = text(&out);
    assert_eq!(last_line(&out), "read 3, made 2, already there 0, refused 1, pairs to look at 1", "{said}");
    assert!(said.contains("line 4, column date of birth") && !said.contains("Ben"), "{said}");
    let again = folder.run(&import);
    assert_eq!(last_line(&again), "read 3, made 0, already there 2, refused 1, pairs to look at 0");
    assert_eq!(folder.run(&["import", "people", &file]).status.code(), Some(2), "a register has a name");
}

#[test]
fn an_interrupted_import_carries_on() {
    let (home, folder) = fresh();
    let file = reports(home.path(), 3_000);
    folder.run(&["migrate"]);
    let mut command = super::started::program();
    command.arg("--data").arg(folder.path()).args(["import", "reports", &file]);
    let mut child = command.stdout(std::process::Stdio::null()).spawn().unwrap();
    let database = folder.path().join("guildhall.db-wal");
    let grown = || std::fs::metadata(&database).map_or(0, |file| file.len()) > 1 << 20;
    for _ in 0..2_000 {
        if grown() || child.try_wait().unwrap().is_some() {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let out = folder.run(&["import", "reports", &file]);
    let line = last_line(&out);
    let numbers: Vec<usize> = line.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
    assert_eq!(numbers.iter().sum::<usize>(), 3_000, "{line}");
    assert!(numbers[1] > 0 && numbers[1] < 3_000, "it was interrupted in the middle: {line}");
    let out = folder.run(&["import", "reports", &file]);
    assert_eq!(last_line(&out), "imported 0, already there 3000, refused 0");
}

#[test]
fn writing_verbs_are_handed_to_the_server_that_has_the_folder() {
    let (home, folder) = fresh();
    let server = folder.serve();
    let second = folder.run(&["serve", "--listen", "127.0.0.1:0"]);
    assert_eq!(second.status.code(), Some(1));
    assert!(text(&second).contains("in use by a running server"), "{}", text(&second));
    let add = ["staff", "add", "--name", "Ada Example", "--email", "ada@eastmere.example", "--role", "administrator"];
    let out = folder.run(&add);
    assert!(out.status.success() && text(&out).contains("/desk/set-up?token="), "{}", text(&out));
    assert_eq!(folder.run(&add).status.code(), Some(2), "nobody is added twice");
    let member = ["staff", "add", "--name", "Ben Example", "--email", "ben@eastmere.example", "--role", "team-member"];
    let out = folder.run(&[&member[..], &["--team", "highways"]].concat());
    assert!(out.status.success(), "a new council has the teams its definitions name: {}", text(&out));
    let out = folder.run(&member);
    assert!(out.status.code() == Some(2) && text(&out).contains("needs a team"), "{}", text(&out));
    let out = folder.run(&[&member[..], &["--team", "nonsense"]].concat());
    assert!(out.status.code() == Some(2) && text(&out).contains("there is no team “nonsense”"), "{}", text(&out));
    for (name, email, says) in [
        ("Cai Example", "x", "email address"),
        ("Cai \u{202e}Example", "cai@eastmere.example", "name"),
        ("", "cai@eastmere.example", "name"),
    ] {
        let out = folder.run(&["staff", "add", "--name", name, "--email", email, "--role", "officer"]);
        assert!(out.status.code() == Some(2) && text(&out).contains(says), "{name:?} {email}: {}", text(&out));
    }
    assert_eq!(folder.run(&["search", "--lang", "fr", "bin"]).status.code(), Some(2), "a language nobody wrote");
    let no_file = ["import", "reports", &home.path().display().to_string()].map(str::to_owned);
    let no_file: Vec<&str> = no_file.iter().map(String::as_str).collect();
    let handed_over = text(&folder.run(&no_file));
    let file = reports(home.path(), 40);
    let out = folder.run(&["import", "reports", &file]);
    assert_eq!(last_line(&out), "imported 40, already there 0, refused 0", "{}", text(&out));
    let page = server.client().send("GET", "/healthz", "").unwrap();
    assert_eq!((page.status, page.body.as_str()), (200, "ok\n"));
    folder.is_whole();
    assert_eq!(server.stop(), Some(0));
    assert!(!folder.path().join("guildhall.sock").exists(), "the socket is taken away");
    assert_eq!(handed_over, text(&folder.run(&no_file)), "whoever does the work, a mistake has the same words");
}

#[test]
fn bank_holidays_of_the_data_folder_count_and_the_start_says_when_they_run_out() {
    let (_home, folder) = fresh();
    let log = || std::fs::read_to_string(folder.path().with_extension("log")).unwrap_or_default();
    assert_eq!(folder.serve().stop(), Some(0));
    assert!(!log().contains("bank holidays"), "those delivered are known for long enough: {}", log());
    let own = folder.path().join("bank-holidays.json");
    let past = r#"{"england-and-wales": {"events": [{"title": "Boxing Day", "date": "2019-12-26"}]}}"#;
    std::fs::write(&own, past).unwrap();
    assert_eq!(folder.serve().stop(), Some(0));
    assert!(log().contains("bank holidays are known until 2019-12-31 only"), "{}", log());
    std::fs::write(&own, "{}").unwrap();
    let out = folder.run(&["serve", "--listen", "127.0.0.1:0"]);
    assert!(out.status.code() == Some(1) && text(&out).contains("bank-holidays.json: there is no"), "{}", text(&out));
}

#[test]
fn the_demo_brings_in_reports_only_when_it_is_told_where_they_are() {
    let (_home, folder) = fresh();
    let help = text(&folder.run(&["demo", "--help"]));
    assert!(help.contains("--reports <FILE>") && !help.contains(".csv"), "{help}");
    let out = folder.run(&["demo", "--listen", "127.0.0.1:0", "--reports", "/nowhere/reports.csv"]);
    assert_eq!(out.status.code(), Some(1));
    assert!(text(&out).contains("there is no file /nowhere/reports.csv"), "{}", text(&out));
    assert!(!folder.path().exists(), "nothing was begun");
}

#[test]
fn told_to_stop_it_finishes_what_is_under_way() {
    let (_home, folder) = fresh();
    let server = folder.serve();
    let reference = server.client().enquire().expect("received");
    let mut stream = TcpStream::connect(&server.address).unwrap();
    let head = "POST /track HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 11\r\n\
                Content-Type: application/x-www-form-urlencoded\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    let stopping = std::thread::spawn(move || server.stop());
    std::thread::sleep(Duration::from_millis(300));
    stream.write_all(b"reference=x").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 422"), "{answer}");
    assert_eq!(stopping.join().unwrap(), Some(0));
    let server = folder.serve();
    let page = server.client().send("GET", &format!("/received/{reference}"), "").unwrap();
    assert_eq!(page.status, 200);
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn what_the_program_makes_is_for_its_own_account_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (home, folder) = fresh();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let server = folder.serve();
    let backup = home.path().join("kept.backup");
    assert!(folder.run(&["backup", &backup.display().to_string()]).status.success());
    let mut waiting = vec![folder.0.clone()];
    let mut seen = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            assert_eq!(mode(&path), 0o700, "{}", path.display());
            waiting.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            assert_eq!(mode(&path), 0o600, "{}", path.display());
            seen.push(path.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
    for name in ["guildhall.db", "guildhall.db-wal", "secret.key"] {
        assert!(seen.iter().any(|one| one == name), "{name} is not among {seen:?}");
    }
    assert_eq!(mode(&backup), 0o600);
    assert_eq!(server.stop(), Some(0));
}
