//! Reading: in the reader's language or in English, by staff or by everybody, on every node.

use crate::town::{Town, answer, send, tip};
use kit::Lang;
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;
use knowledge::Library;
use tokio::sync::watch;

#[test]
fn what_is_missing_in_a_language_is_read_in_english_and_said_to_be() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let welsh = [("question-cy", "Pryd mae'r domen ar agor?"), ("answer-cy", "Bob dydd o naw tan bump.")];
        let (mut owner, _) = tip(&town, &welsh).await;
        let mut reader = town.browser();
        let path = "/help/when-is-the-tip-open";
        let english = reader.get(path).await.body;
        assert!(english.contains("Every day from nine to five.") && !english.contains("in English only"), "{english}");
        reader.lang = Lang::CY;
        let page = reader.get(path).await.body;
        assert!(page.contains("Bob dydd o naw tan bump.") && page.contains("Pryd mae"), "{page}");
        assert!(!page.contains("Yn Saesneg yn unig"), "{page}");
        reader.lang = Lang::AR;
        let page = reader.get(path).await.body;
        assert!(page.contains("بالإنجليزية فقط"), "{page}");
        assert!(page.contains("<div lang=\"en\" dir=\"ltr\">") && page.contains("Every day from nine"), "{page}");
        let desk = owner.get("/desk/knowledge/when-is-the-tip-open").await.body;
        assert!(desk.contains("Not written in: العربية"), "{desk}");
        for (lang, words, found) in [(Lang::CY, "domen", "Pryd mae"), (Lang::AR, "tip", "When is the tip open?")] {
            reader.lang = lang;
            let page = reader.get(&format!("/help?q={words}")).await.body;
            assert!(page.contains(found), "{words}: {page}");
        }
    });
}

#[test]
fn what_is_for_staff_is_shown_to_nobody_else() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        tip(&town, &[("public", "no")]).await;
        let mut officer = town.staff("Tess Officer", Role::Officer).await;
        assert!(officer.get("/desk/knowledge?q=tip").await.body.contains("When is the tip open?"));
        let mut reader = town.browser();
        assert_eq!(reader.get("/help/when-is-the-tip-open").await.status, 404);
        for path in ["/help", "/help?q=tip"] {
            assert!(!reader.get(path).await.body.contains("When is the tip open?"), "{path}");
        }
        assert!(knowledge::found(&town.app, "tip", Lang::EN, 5).is_empty());
        let sent = reader.post("/help/when-is-the-tip-open/wrong", &[("text", "x")]).await;
        assert_eq!(sent.status, 404);
    });
}

#[test]
fn answers_stand_under_their_service() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let (mut owner, _) = tip(&town, &[]).await;
        let here = town.app.part::<Library>().unwrap().of_service("missed-bin");
        assert_eq!(here.len(), 1);
        assert_eq!(here[0].in_lang(Lang::EN).1.question, "When is the tip open?");
        assert!(town.app.part::<Library>().unwrap().of_service("street-problem").is_empty());
        let list = owner.get("/desk/knowledge?service=street-problem").await.body;
        assert!(!list.contains("When is the tip open?"), "{list}");
        let list = owner.get("/desk/knowledge?service=missed-bin").await.body;
        assert!(list.contains("When is the tip open?"), "{list}");
        let help = town.browser().get("/help").await.body;
        assert!(help.contains("Missed bin") || help.contains("missed bin"), "under the service's name: {help}");
    });
}

#[test]
fn another_node_reads_what_was_approved_here() {
    each_database(repository_migrations(), async |db| {
        let (town, other) = (Town::new(db).await, Town::with_seed(db, 8).await);
        let (ring, news) = watch::channel(0i64);
        let following = tokio::spawn(knowledge::follow(other.app.clone(), news));
        tip(&town, &[]).await;
        ring.send(1).unwrap();
        let library = other.app.part::<Library>().unwrap();
        for _ in 0..100 {
            if library.standing("when-is-the-tip-open").is_some() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            ring.send_modify(|fact| *fact += 1);
        }
        assert!(library.standing("when-is-the-tip-open").is_some());
        drop(ring);
        following.await.unwrap();
    });
}

#[test]
fn everything_there_is_can_be_walked_through() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let file = |n: usize| {
            let text = format!("[en]\nquestion = \"Question {n}?\"\nanswer = \"Answer {n}.\"\n");
            (format!("question-{n:03}.toml"), text)
        };
        let files: Vec<_> = (0..60).map(file).collect();
        let done = knowledge::bring_in(&town.app, &files, kit::Id::NONE).await.unwrap();
        assert_eq!((done.new, done.refused.len()), (60, 0), "{done:?}");
        let mut officer = town.staff("Tess Officer", Role::Officer).await;
        let first = officer.get("/desk/knowledge").await.body;
        assert!(first.contains("Question 49?") && !first.contains("Question 50?"), "{first}");
        let next = first.split("after=").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let second = officer.get(&format!("/desk/knowledge?after={next}")).await.body;
        assert!(second.contains("Question 50?") && second.contains("Question 59?") && !second.contains("More answers"));
        let mut owner = town.staff("Olga Owner", Role::ServiceOwner).await;
        let written = send(&mut owner, "/desk/knowledge/new", &answer(&[("question-en", "New")])).await;
        assert_eq!(written.location, "/desk/knowledge/new-answer?done=written");
    });
}
