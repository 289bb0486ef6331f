//! An answer is told, turns out to be wrong, and whoever was told it hears of it; over the whole program.

use crate::access::world::person;
use crate::support::{Browser, Council, HERE, Page, Reached, another};
use kit::Lang;
use kit::personal::Reader;
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

/// An answer with a name of its own that stands: its name, and its question.
async fn stands(council: &Council) -> (String, String) {
    let number = another();
    let (slug, question) = (format!("how-wide-is-lane-{number}"), format!("How wide is lane {number}?"));
    let text =
        format!("service = \"street-problem\"\npublic = true\n[en]\nquestion = \"{question}\"\nanswer = \"Ten.\"");
    let done = knowledge::bring_in(&council.app, &[(format!("{slug}.toml"), text)], kit::Id::NONE).await.unwrap();
    assert_eq!(done.new, 1, "{:?}", done.refused);
    (slug, question)
}

/// What stands beside the contact that is shown.
fn beside(page: &Page) -> String {
    page.texts(".app-contact__side").join(" ")
}

/// Presses the button that says that whoever is spoken to was told.
async fn told_them(officer: &mut Browser, name: &str) {
    let start = format!("I told {name}, ");
    let button = officer.page.texts("button").into_iter().find(|words| words.starts_with(&start));
    let button = button.unwrap_or_else(|| panic!("nobody to tell: {}", officer.page.text()));
    officer.press(&button).await.says("Noted.");
}

#[test]
fn an_answer_consulted_in_a_contact_is_noted_by_itself_and_may_be_taken_out() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((slug, question), (other, second)) = (stands(&council).await, stands(&council).await);
        let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        // Nobody on the line: it is read, and noted nowhere.
        officer.open(&format!("/desk/knowledge/{slug}")).await.says("Ten.").is_silent_about("I told Caller");
        officer.press("Start a contact").await;
        let first = officer.page.path.clone();
        assert_eq!(beside(&officer.page), "Who it is Nobody known yet. Find the person Say what this is");
        // The answers to what is asked stand beside it, and lead there with what was typed kept.
        officer.select("Service", "Report a problem in the street").fill("What do they ask?", "About the lane");
        officer.press("Another question").await;
        officer.press(&question).await.says("Ten.");
        assert_eq!(officer.page.path, format!("/desk/knowledge/{slug}"));
        officer.open(&format!("/desk/knowledge/{other}")).await;
        officer.open(&first).await;
        assert_eq!(officer.page.value("q1-words"), "About the lane");
        for taken in [&question, &second] {
            assert!(officer.page.form(&format!("Take out {taken}")).is_some(), "{}", beside(&officer.page));
        }
        // One that did not help is taken out, and stays out when it is opened once more.
        officer.press(&format!("Take out {second}")).await;
        officer.open(&format!("/desk/knowledge/{other}")).await;
        officer.open(&first).await;
        assert!(officer.page.form(&format!("Take out {second}")).is_none(), "{}", beside(&officer.page));
        // Of two that are open it is noted in the one turned to last.
        officer.press("Start a contact").await;
        let next = officer.page.path.clone();
        officer.open(&format!("/desk/knowledge/{other}")).await;
        officer.open(&next).await;
        assert!(officer.page.form(&format!("Take out {second}")).is_some(), "{}", beside(&officer.page));
        officer.open(&first).await;
        officer.open(&format!("/desk/knowledge/{slug}")).await;
        told_them(&mut officer, "Caller unknown").await;
        officer.open(&first).await;
        assert!(officer.page.form(&format!("Take out {question}")).is_none(), "what is told stands");
        assert!(beside(&officer.page).contains(&format!("{question} Told")), "{}", beside(&officer.page));
        officer.press("Finish").await;
        assert_eq!(officer.page.path, "/desk/contacts?done=finish", "{}", officer.page.text());
        officer.open(&first).await.says(&format!("{question} Told")).is_silent_about(&second);
        // A colleague's contact takes no note of what others read.
        let mut colleague = council.colleague("Cy Colleague", &[Role::Officer], &["contact-centre"]).await.browser;
        colleague.open(&format!("/desk/knowledge/{slug}")).await.is_silent_about("I told Caller");
    });
}

#[test]
fn whoever_was_told_in_a_contact_hears_the_correction_also_where_no_more_is_known() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (slug, question) = stands(&council).await;
        let number = another();
        let email = format!("ada{number}@post.example");
        let (ada, _) = person(&council, &council.resident("Ada Testwell", &email).await).await;
        let mut officer = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        officer.open("/desk/cases").await;
        let bo = format!("bo{number}@post.example");
        // By the address they left, by a landline, by nothing at all; and somebody who was found only after they were told.
        for (name, reached) in [("Bo Sample", bo.as_str()), ("Cy Line", "01632 960777"), ("", ""), ("Somebody", "")] {
            officer.press("Start a contact").await;
            let contact = officer.page.path.clone();
            officer.open(&format!("/desk/knowledge/{slug}")).await;
            told_them(&mut officer, "Caller unknown").await;
            officer.open(&contact).await;
            officer.fill("Their name, if they say it", name).fill("Number or address", reached);
            if name == "Somebody" {
                officer.press("Find the person").await;
                officer.fill("Name, number, address or reference", &email).press("Find").await;
                officer.press("This is who I am speaking to Ada Testwell").await;
            }
            officer.fill("What do they ask?", "About the lane").press("Finish").await;
            assert_eq!(officer.page.path, "/desk/contacts?done=finish", "{}", officer.page.text());
        }
        // It stands on the timeline of whoever it was, and in what is held on them.
        officer.open(&format!("/desk/residents/{ada}/open")).await;
        officer
            .choose("I am working on their matter")
            .fill("What are you working on?", "Her letter")
            .press("Open")
            .await;
        officer.open(&format!("/desk/residents/{ada}")).await.says(&format!("They were told: {question}"));
        let mut read = council.app.db.read().await.unwrap();
        let held = server::held::on(&mut read, &council.app, ada, Reader::Themselves, Lang::EN).await.unwrap();
        drop(read);
        for table in ["knowledge_told", "contacts_articles"] {
            let part = held.iter().find(|part| part.table == table).expect("it is told");
            assert!(part.rows.len() == 1 && format!("{:?}", part.rows).contains(&question), "{table}: {:?}", part.rows);
        }
        let mut owner = council.colleague("Olga Owner", &[Role::ServiceOwner], &["highways"]).await.browser;
        owner.open(&format!("/desk/knowledge/{slug}/edit")).await;
        owner.fill("The answer (English)", "Twelve.").fill("What changed, and why", "It was a slip.");
        owner.press("Save the draft").await;
        let mut leader = council.colleague("Lee Leader", &[Role::TeamLeader], &["highways"]).await.browser;
        leader.open(&format!("/desk/knowledge/{slug}/approve")).await;
        leader.choose("Yes: people were told something wrong").press("Approve").await.says("Bo Sample").says("Cy Line");
        leader.press("Send the correction").await;
        for address in [&bo, &email] {
            let mail = council.mail_to(address).await;
            assert!(mail.iter().any(|one| one.text.contains("Twelve.")), "{address}: {mail:?}");
        }
        leader.page.says("01632 960777").says("Nobody can be reached any more").says("Ada Testwell");
        leader.press("I have told them Cy Line").await;
        leader.page.says("Rung").is_silent_about("somebody has to ring");
    });
}
