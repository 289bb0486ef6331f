//! An answer is told, turns out to be wrong, and whoever was told it hears of it; over the whole program.

use crate::access::world::person;
use crate::support::{Council, HERE, Reached, another};
use kit::testing::{each_database, on_sqlite, repository_migrations};
use kit::who::Role;
use knowledge::Library;

#[test]
fn whoever_asked_about_their_case_hears_when_the_answer_is_put_right() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let number = another();
        let slug = format!("how-deep-is-a-hole-{number}");
        let text =
            "service = \"street-problem\"\npublic = true\n[en]\nquestion = \"How deep is a hole?\"\nanswer = \"Ten.\"";
        let files = [(format!("{slug}.toml"), text.to_owned())];
        let done = knowledge::bring_in(&council.app, &files, kit::Id::NONE).await.unwrap();
        assert_eq!(done.new, 1, "{:?}", done.refused);
        // Nobody with an account: an email address on a case.
        let mut anyone = council.browser();
        let address = format!("robin{number}@post.example");
        anyone.report_hole(HERE, Reached::Email(&address)).await;
        let reference = anyone.page.path.rsplit('/').next().unwrap().to_owned();
        let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        // From the case, where the answer stands beside its service.
        officer.open(&format!("/desk/cases/{reference}")).await.says("Answers for this service");
        officer.follow("How deep is a hole?").await.says("Ten.");
        officer.follow("I told them this").await;
        let page = officer.press("Note it").await;
        assert!(page.path.ends_with("?done=told"), "{} {}", page.path, page.text());
        let mut owner = council.colleague("Olga Owner", &[Role::ServiceOwner], &["highways"]).await.browser;
        owner.open(&format!("/desk/knowledge/{slug}/edit")).await;
        owner.fill("The answer (English)", "Forty millimetres.").fill("What changed, and why", "It was a slip.");
        owner.press("Save the draft").await.says("The draft is saved.");
        let mut leader = council.colleague("Lee Leader", &[Role::TeamLeader], &["highways"]).await.browser;
        leader.open(&format!("/desk/knowledge/{slug}/approve")).await.says("It was a slip.");
        leader.choose("Yes: people were told something wrong").press("Approve").await.says("waits for the correction");
        let before = council.mail_to(&address).await.len();
        leader.press("Send the correction").await.says("on its way");
        let mail = council.mail_to(&address).await;
        assert_eq!(mail.len(), before + 1);
        assert!(
            mail[0].text.contains("Forty millimetres.") && mail[0].text.contains("was not right"),
            "{}",
            mail[0].text
        );
        leader.page.says("Sent by email").says(&reference);
        // Everybody finds it where they search for services.
        let mut reader = council.browser();
        reader.open("/search?q=how+deep+is+a+hole").await.says("Answers to questions");
        reader.follow("How deep is a hole?").await.says("Forty millimetres.");
    });
}

#[test]
fn what_was_told_stands_on_the_record_and_looking_at_who_was_is_a_look() {
    on_sqlite(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let number = another();
        let given = knowledge::testing::answer(&council.app, number).await.unwrap();
        assert!(council.app.part::<Library>().unwrap().standing(&given.slug).is_some());
        let email = format!("ada{number}@post.example");
        let (id, _) = person(&council, &council.resident("Ada Testwell", &email).await).await;
        let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        officer.open(&format!("/desk/knowledge/{}/tell", given.slug)).await;
        officer.fill("Whom did you tell?", &email).press("Note it").await;
        let ada = kit::facts::Subject::new("resident", id);
        let mut read = council.app.db.read().await.unwrap();
        let facts = kit::facts::timeline(&mut read, std::slice::from_ref(&ada), None, 10).await.unwrap();
        assert!(facts.iter().any(|fact| fact.kind == "article.told"), "{facts:?}");
        assert!(kit::looks::at(&mut read, &ada, None, 10).await.unwrap().is_empty());
        drop(read);
        officer.open(&format!("/desk/knowledge/{}/told", given.slug)).await.says("Ada Testwell");
        let mut read = council.app.db.read().await.unwrap();
        let looks = kit::looks::at(&mut read, &ada, None, 10).await.unwrap();
        assert_eq!(looks.iter().map(|look| look.purpose.as_str()).collect::<Vec<_>>(), ["told"]);
    });
}
