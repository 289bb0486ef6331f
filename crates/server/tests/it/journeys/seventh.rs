//! A new service takes no Rust: a folder in the council's data, published while the server runs, used from start to
//! received.

use crate::support::{Council, Reached, common};
use kit::testing::{each_database, repository_migrations};
use server::commands::{Lock, publish::DataFolder, socket};
use std::path::Path;

const SERVICE: &str = r#"id = "dog-walk"
category = "streets-and-parks"
state = "online"
often = 1
team = "street-scene"
owner = "head-of-parks"

[retention]
months = 12

[promise]
within = "5 working days"
reason = "reason-usual"

[[outcome]]
id = "made"
done = true

[synonyms]
en = ["dog walking field"]
cy = ["cae cerdded cŵn"]
ar = ["حقل الكلاب"]

[[page]]
id = "where"
questions = ["where"]

[[question]]
id = "where"
type = "text"
"#;

const WORDS: &str = "title = Ask for a dog walking field
summary = Tell us where you would like one.
next = We write to you by { $due }.
question-where = Where should it be?
outcome-made = Made
reason-usual = This is how long looking at a field takes.
";

fn write(folder: &Path, words: &str) {
    let service = folder.join("definitions/dog-walk");
    std::fs::create_dir_all(&service).unwrap();
    let (teams, categories) = (known("teams.toml"), known("categories.toml"));
    let toml = SERVICE.replace("street-scene", &teams).replace("streets-and-parks", &categories);
    std::fs::write(service.join("service.toml"), toml).unwrap();
    for lang in ["en", "cy", "ar"] {
        std::fs::write(service.join(format!("{lang}.ftl")), words).unwrap();
    }
}

/// The first identifier of a delivered file.
fn known(file: &str) -> String {
    let text = server::embedded::definition(file).unwrap();
    text.split("id = \"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

/// `guildhall publish` beside the running council; its exit code.
async fn publish(council: &Council, folder: &Path) -> std::process::ExitCode {
    let common = common(folder);
    let lock = Lock::need(folder).unwrap();
    let listening = socket::listen(&common, council.app.clone()).unwrap();
    let work = socket::Work::Publish(DataFolder::of(&common).unwrap());
    let code = socket::do_or_hand_over(&common, work).await.unwrap();
    drop((listening, lock));
    code
}

#[test]
fn a_service_written_as_data_is_published_to_a_running_server_and_used() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let folder = tempfile::tempdir().unwrap();
        let mut robin = council.browser();
        assert_eq!(robin.open("/services/dog-walk").await.status, 404);
        write(folder.path(), WORDS);
        assert_eq!(publish(&council, folder.path()).await, std::process::ExitCode::SUCCESS);
        let start = robin.open("/").await.text();
        let often = start.find("People often need").unwrap();
        let first = start[often..].find("Ask for a dog walking field").unwrap();
        // Places that are equal stand by their identifiers: dog-walk before missed-bin.
        assert!(first < start[often..].find("Report a missed bin").unwrap(), "{start}");
        robin.open("/search?q=dog+walking+field").await;
        robin.follow("Ask for a dog walking field").await;
        robin.press("Start").await;
        robin.fill("Where should it be?", "Behind the library").press("Continue").await;
        robin.be_reached("Robin Example", Reached::Email("robin@post.example")).await;
        robin.press("Send").await;
        let reference = robin.reference();
        assert!(robin.page.text().contains("We write to you by"), "{}", robin.page.text());
        assert!(council.newest_to("robin@post.example").await.text.contains(&reference[..4]), "a copy by email");
    });
}

#[test]
fn a_mistake_publishes_nothing_and_a_change_is_the_next_version() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let folder = tempfile::tempdir().unwrap();
        let mut robin = council.browser();
        write(folder.path(), &WORDS.replace("question-where", "question-wher"));
        assert_eq!(publish(&council, folder.path()).await, std::process::ExitCode::from(2));
        assert_eq!(robin.open("/services/dog-walk").await.status, 404);
        write(folder.path(), WORDS);
        publish(&council, folder.path()).await;
        robin.open("/services/dog-walk").await;
        robin.press("Start").await;
        let draft = robin.page.path.clone();
        write(folder.path(), &WORDS.replace("Where should it be?", "Which place?"));
        assert_eq!(publish(&council, folder.path()).await, std::process::ExitCode::SUCCESS);
        assert!(robin.open(&draft).await.text().contains("Where should it be?"), "a draft stays on its version");
        let mut other = council.browser();
        other.open("/services/dog-walk").await;
        assert!(other.press("Start").await.text().contains("Which place?"));
    });
}

#[test]
fn a_team_that_comes_with_a_publication_can_have_people_at_once() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), WORDS);
        let more = "\n[[team]]\nid = \"dogs\"\nname = { en = \"Dogs\", cy = \"Cŵn\", ar = \"الكلاب\" }\n";
        let teams = server::embedded::definition("teams.toml").unwrap().to_owned() + more;
        std::fs::write(folder.path().join("definitions/teams.toml"), teams).unwrap();
        assert_eq!(publish(&council, folder.path()).await, std::process::ExitCode::SUCCESS);
        let there = workforce::teams(&mut council.app.db.read().await.unwrap()).await.unwrap();
        assert!(there.iter().any(|team| team.code == "dogs" && team.name == "Dogs"), "{there:?}");
    });
}
