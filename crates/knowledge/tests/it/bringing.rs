//! Bringing answers in from files, as a new council does.

use crate::town::{Town, here, send};
use kit::testing::{each_database, on_sqlite, repository_migrations};
use kit::who::Role;
use kit::{Id, Lang};
use knowledge::Library;

fn delivered() -> Vec<(String, String)> {
    let listed = std::fs::read_dir(here("definitions/knowledge")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = listed
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn the_delivered_answers_are_brought_in_once_and_stay_as_the_desk_left_them() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let files = delivered();
        assert!(files.len() >= 12, "{}", files.len());
        let mut owner = town.staff("Olga Owner", Role::ServiceOwner).await;
        let me = owner.who("/desk/knowledge").await.id();
        let done = knowledge::bring_in(&town.app, &files, me).await.unwrap();
        assert_eq!((done.new, done.already, done.refused.as_slice()), (files.len(), 0, &[][..]));
        let mut leader = town.staff("Lee Leader", Role::TeamLeader).await;
        let path = "/desk/knowledge/how-do-i-complain";
        assert!(leader.get(path).await.body.contains("brought in from a file"));
        assert!(leader.get(path).await.body.contains("Olga Owner"));
        rewrite_complaint(&mut owner).await;
        let done = send(&mut leader, &format!("{path}/approve"), &[("correction", "no")]).await;
        assert_eq!(done.status, 303, "{}", done.body);
        let again = knowledge::bring_in(&town.app, &files, me).await.unwrap();
        assert_eq!((again.new, again.already), (0, files.len()));
        assert!(leader.get(path).await.body.contains("Ring us."), "what the desk wrote stays");
    });
}

async fn rewrite_complaint(owner: &mut kit::testing::Browser) {
    let fields = crate::town::answer(&[("question-en", "How do I complain?"), ("answer-en", "Ring us.")]);
    let done = send(owner, "/desk/knowledge/how-do-i-complain/edit", &fields).await;
    assert_eq!(done.status, 303, "{}", done.body);
}

#[test]
fn everyday_words_find_the_delivered_answers() {
    on_sqlite(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        knowledge::bring_in(&town.app, &delivered(), Id::NONE).await.unwrap();
        let library = town.app.part::<Library>().unwrap();
        for (words, lang, wanted) in [
            ("bin not emtied", Lang::EN, "when-will-you-come-back-for-a-missed-bin"),
            ("moving house cuoncil tax", Lang::EN, "what-do-i-do-about-council-tax-when-i-move"),
            ("only one adult at home", Lang::EN, "i-live-alone-do-i-pay-less-council-tax"),
            ("behind with council tax", Lang::EN, "i-cannot-pay-my-council-tax"),
            ("pot hole damaged my car", Lang::EN, "how-long-does-it-take-to-mend-a-pothole"),
            ("boiler broken no hot water", Lang::EN, "what-counts-as-an-emergency-repair"),
            ("birth certificat", Lang::EN, "how-do-i-register-a-birth"),
            ("my mother died", Lang::EN, "somebody-has-died-what-do-i-do-first"),
            ("park outside my house", Lang::EN, "how-do-i-get-a-parking-permit-for-my-street"),
            ("ombudsman", Lang::EN, "how-do-i-complain"),
            ("register to vote", Lang::EN, "how-do-i-get-on-the-electoral-register"),
            ("kicked out tonight", Lang::EN, "i-have-nowhere-to-sleep-tonight"),
            ("symud tŷ", Lang::CY, "what-do-i-do-about-council-tax-when-i-move"),
            ("شهادة ميلاد", Lang::AR, "how-do-i-register-a-birth"),
        ] {
            let found = library.search_public(words, lang, 3).answers;
            let first = found.first().map(|one| one.article.slug.as_str());
            assert_eq!(first, Some(wanted), "{words}");
        }
        let staff = library.search("abusive caller", Lang::EN, 3).answers;
        assert_eq!(staff[0].article.slug, "what-do-i-do-when-a-caller-is-angry-or-upset");
        assert!(
            library.search_public("abusive caller", Lang::EN, 3).answers.iter().all(|one| one.version.content.public)
        );
    });
}

#[test]
fn a_file_that_is_wrong_is_refused_by_name_and_the_others_are_brought_in() {
    on_sqlite(repository_migrations(), async |db| {
        let town = Town::new(db).await;
        let good = "[en]\nquestion = \"Where are you?\"\nanswer = \"In the town hall.\"\n";
        let files = [
            ("Bad Name.toml", good.to_owned()),
            ("no-answer.toml", "[en]\nquestion = \"Why?\"\n".to_owned()),
            ("no-service.toml", format!("service = \"no-such\"\n{good}")),
            ("no-day.toml", format!("review = \"soon\"\n{good}")),
            ("other-key.toml", format!("publik = true\n{good}")),
            ("too-long.toml", good.replace("In the town hall.", &"x".repeat(7_000))),
            ("where-are-you.toml", good.to_owned()),
        ];
        let files = files.map(|(name, text)| (name.to_owned(), text));
        let done = knowledge::bring_in(&town.app, &files, Id::NONE).await.unwrap();
        assert_eq!(done.new, 1);
        let names: Vec<&str> = done.refused.iter().filter_map(|wrong| wrong.split(':').next()).collect();
        let wanted: Vec<&str> = files[..6].iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, wanted, "{:?}", done.refused);
        let mut owner = town.staff("Olga Owner", Role::ServiceOwner).await;
        let page = owner.get("/desk/knowledge/where-are-you").await.body;
        assert!(page.contains("In the town hall.") && page.contains("Nobody"), "{page}");
        // What nobody owns stands on every owner's list once its day is past.
        town.app.clock.advance(400 * kit::clock::DAY);
        let mut owner = town.staff("Otto Owner", Role::ServiceOwner).await;
        assert!(owner.get("/desk/knowledge/work").await.body.contains("Where are you?"));
    });
}
