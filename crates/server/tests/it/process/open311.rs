//! Other systems and the program itself: clients that others wrote, and the keys they are given.

use super::Folder;
use super::started::{last_line, text};
use kit::testing::python;
use std::path::Path;
use std::process::Command;

fn fresh() -> (tempfile::TempDir, Folder) {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder(home.path().join("data"));
    (home, folder)
}

#[test]
fn clients_that_others_wrote_work_unchanged() {
    let Some(python) = python() else { return };
    let (_home, folder) = fresh();
    let server = folder.serve();
    let made = folder.run(&["key", "add", "app", "--scope", "open311"]);
    let key = last_line(&made);
    assert!(made.status.success() && key.starts_with("gh_"), "{}", text(&made));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/open311.py");
    let mut command = Command::new(python);
    command.arg(script).arg(format!("http://{}", server.address)).arg(&key).env_remove("OPEN311_API_KEY");
    let out = command.output().expect("Python runs");
    assert!(out.status.success(), "{}", text(&out));
    let said = String::from_utf8_lossy(&out.stdout).into_owned();
    let numbers: Vec<&str> = said.lines().collect();
    assert_eq!(numbers.len(), 2, "{said}");
    for number in numbers {
        let one = server.client().send("GET", &format!("/open311/v2/requests/{number}.xml"), "").unwrap();
        assert!(one.status == 200 && one.body.contains(number), "{}", one.body);
    }
    assert_eq!(server.stop(), Some(0));
    folder.is_whole();
}

#[test]
fn a_key_is_made_listed_and_ended_beside_a_running_server_and_without_one() {
    let (_home, folder) = fresh();
    let server = folder.serve();
    let made = folder.run(&["key", "add", "fixmystreet", "--scope", "open311"]);
    let key = last_line(&made);
    let send = |key: &str| {
        let body = format!("api_key={key}&service_code=street-problem&lat=52.2003&long=0.1388&description=A+pothole");
        server.client().send("POST", "/open311/v2/requests.xml", &body).unwrap()
    };
    let taken = send(&key);
    assert_eq!(taken.status, 200, "{}", taken.body);
    let twice = folder.run(&["key", "add", "fixmystreet", "--scope", "open311"]);
    assert_eq!(twice.status.code(), Some(2), "{}", text(&twice));
    let listed = last_line(&folder.run(&["key", "list"]));
    assert!(listed.starts_with("fixmystreet\topen311\tmade ") && listed.ends_with("\topen"), "{listed}");
    assert!(!listed.contains(&key));
    assert!(folder.run(&["key", "end", "fixmystreet"]).status.success());
    assert_eq!(send(&key).status, 403);
    assert_eq!(folder.run(&["key", "end", "fixmystreet"]).status.code(), Some(2));
    assert_eq!(folder.run(&["key", "add", "x", "--scope", "everything"]).status.code(), Some(2));
    assert_eq!(server.stop(), Some(0));
    let listed = last_line(&folder.run(&["key", "list"]));
    assert!(listed.contains("\tended "), "{listed}");
    folder.is_whole();
}

#[test]
fn what_cannot_be_dealt_with_is_said_as_the_standard_says_it() {
    let (_home, folder) = fresh();
    let server = folder.serve();
    let mut client = server.client();
    for (method, path, status) in [
        ("GET", "/open311/v2/nothing.xml", 404),
        ("GET", "/open311/v2/services/street-problem.html", 404),
        ("DELETE", "/open311/v2/requests.xml", 405),
        ("POST", "/open311/v2/requests.xml", 403),
    ] {
        let said = client.send(method, path, "").unwrap();
        assert_eq!(said.status, status, "{method} {path}");
        let code = format!("<errors><error><code>{status}</code><description>");
        assert!(said.body.contains(&code), "{method} {path}: {}", said.body);
    }
    let json = client.send("GET", "/open311/v2/nothing.json", "").unwrap();
    assert!(json.body.starts_with("[{\"code\":404,"), "{}", json.body);
    assert_eq!(server.stop(), Some(0));
}
