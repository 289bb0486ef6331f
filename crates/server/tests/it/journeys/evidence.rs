//! Photographs from a telephone to the desk: who sees them, who does not, what becomes of them.

use crate::access::world::person;
use crate::protection::{found_in, verified};
use crate::support::{Browser, Council, HERE, Page, Reached};
use kit::clock::DAY;
use kit::testing::{TestDb, each_database, pdf, picture, repository_migrations};
use kit::who::Role;
use kit::{params, sql};

sql!(LOOKS, "SELECT CAST(count(*) AS BIGINT) FROM looks WHERE purpose = $1");

/// Reports a hole with a photograph; gives the reference.
async fn report_with_photo(browser: &mut Browser, name: &str, colour: [u8; 3]) -> String {
    browser.start_street_problem().await;
    browser.describe_hole(HERE).await;
    browser.choose("About as deep as a fist").choose("The road").press("Continue").await;
    browser.fill("Is there anything else we should know?", "By the bus stop.");
    browser.attach("Photos", name, picture("jpeg", colour)).press("Continue").await;
    browser.be_reached("Robin Example", Reached::Email(&format!("{name}@post.example"))).await;
    if browser.page.heading() == "Someone may have told us already" {
        let same = browser.page.texts("label").into_iter().find(|label| label.starts_with("Yes, it is this one"));
        browser.choose(&same.expect("the report of the first")).press("Continue").await;
    }
    browser.page.says(&format!("{name}.jpg"));
    browser.press("Send").await;
    browser.reference()
}

/// The addresses of the files on a page.
fn files(page: &Page) -> Vec<String> {
    let links = page.body.split("class=\"govuk-link\" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.filter(|link| link.contains("/files/")).map(str::to_owned).collect()
}

async fn looks(council: &Council, purpose: &str) -> i64 {
    council.app.db.read().await.unwrap().one(&LOOKS, params![purpose]).await.unwrap().get(0).unwrap()
}

#[test]
fn a_photograph_is_seen_by_who_sent_it_and_by_the_desk_and_by_nobody_else() {
    each_database(repository_migrations(), photograph);
}

async fn photograph(db: &TestDb) {
    let council = Council::on(db).await;
    let (mut robin, mut ben) = (council.browser(), council.browser());
    let first = report_with_photo(&mut robin, "robin", [200, 0, 0]).await;
    let second = report_with_photo(&mut ben, "ben", [0, 0, 200]).await;
    let robins = robin.open(&format!("/cases/{first}")).await.clone();
    let bens = ben.open(&format!("/cases/{second}")).await.clone();
    let (robins, bens) = (files(&robins), files(&bens));
    assert_eq!((robins.len(), bens.len()), (1, 1), "each sees their own");
    let answer = robin.open(&robins[0]).await;
    assert_eq!((answer.status, answer.header("content-type")), (200, "image/jpeg"));
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(answer.header("content-security-policy").ends_with("sandbox"));
    // Whoever reported the same thing knows its reference and not what the others sent.
    let bens_id = bens[0].rsplit('/').next().unwrap();
    let theirs = robin.send("GET", &format!("/cases/{first}/files/{bens_id}"), String::new()).await;
    assert_eq!(theirs.status, 404);
    let mut eve = council.browser();
    assert!(eve.open(&robins[0]).await.path.starts_with("/track"), "{}", eve.page.path);

    let mut kim = council.colleague("Kim Works", &[Role::TeamMember], &["highways"]).await.browser;
    let page = kim.open(&format!("/desk/cases/{first}")).await.clone();
    assert!(page.body.contains("Not checked for viruses"), "the desk is told where there is no scanner");
    let both = files(&page);
    assert_eq!(both.len(), 2, "the desk sees what everybody sent");
    let before = looks(&council, "file").await;
    for file in &both {
        assert_eq!(kim.open(file).await.status, 200);
        assert_eq!(kim.open(&format!("{file}/small")).await.status, 200);
    }
    assert_eq!(looks(&council, "file").await, before + 2, "opening a file is a look; its small picture is the page's");
    let mut lee = council.colleague("Lee Waste", &[Role::TeamMember], &["waste"]).await.browser;
    assert!([403, 404].contains(&lee.open(&both[0]).await.status), "{}", lee.page.status);
}

#[test]
fn files_are_told_to_whom_they_are_about_and_go_when_their_time_has_come() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut ann = council.resident("Ann Pictures", "ann@pictures.example").await;
        let reference = report_with_photo(&mut ann, "ann", [0, 90, 0]).await;
        let page = ann.open("/account/data").await;
        page.says("Photos and documents of your requests").says("ann.jpg");
        let told = ann.open("/account/data?as=json").await.body.clone();
        let told: serde_json::Value = serde_json::from_str(&told).expect("a file of JSON");
        let file = &told["held"]["files"][0];
        assert_eq!((&file["name"], &file["kind"]), (&"ann.jpg".into(), &"jpeg".into()), "{told}");
        let path = file["path"].as_str().expect("where it can be had").to_owned();
        assert_eq!(ann.open(&path).await.header("content-type"), "image/jpeg");
        let mut kim = council.colleague("Kim Works", &[Role::TeamLeader], &["highways"]).await.browser;
        kim.decide(&reference, true).await;
        verified(&council).await;
        council.app.clock.advance(36 * 31 * DAY);
        assert!(cases::erase_due(&council.app).await.unwrap() >= 1);
        let left = found_in(db.db(), &["ann.jpg"], None).await;
        assert!(left.is_empty(), "{left:?}");
        assert_eq!(pieces(&council).await, 0);
        assert_eq!(verified(&council).await.wrong, 0, "the seals hold");
    });
}

/// Opens somebody's record to work on.
async fn record(desk: &mut Browser, resident: kit::Id) -> Page {
    let path = format!("/desk/residents/{resident}");
    desk.open(&path).await;
    if desk.page.path.ends_with("/open") {
        desk.choose("I am working on their matter").fill("What are you working on?", "Their photographs");
        desk.press("Open").await;
    }
    desk.open(&path).await.clone()
}

#[test]
fn documents_stand_on_the_one_timeline_of_whoever_sent_them() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut ann = council.resident("Ann Pictures", "ann@pictures.example").await;
        let mut ben = council.resident("Ben Pictures", "ben@pictures.example").await;
        let reference = report_with_photo(&mut ann, "ann", [0, 90, 0]).await;
        report_with_photo(&mut ben, "ben", [0, 0, 90]).await;
        // Sent without an account, and theirs since they made one.
        let mut cal = council.browser();
        report_with_photo(&mut cal, "cal", [90, 0, 0]).await;
        cal.open("/sign-up").await;
        cal.fill("Email address or mobile number", "cal@post.example").press("Send me a code").await;
        let code = council.code_for("cal@post.example").await;
        cal.fill("Code", &code).press("Continue").await;
        cal.fill("Name", "Cal Pictures").press("Make my account").await;
        let mut desk = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await.browser;
        for (browser, own) in [(&ann, "ann.jpg"), (&ben, "ben.jpg"), (&cal, "cal.jpg")] {
            let (id, _) = person(&council, browser).await;
            let page = record(&mut desk, id).await;
            for photo in ["ann.jpg", "ben.jpg", "cal.jpg"] {
                assert_eq!(
                    page.text().contains(photo),
                    photo == own,
                    "{photo} on the record of {own}: {}",
                    page.text()
                );
            }
            let (links, before) = (files(&page), looks(&council, "file").await);
            assert_eq!(links.len(), 1, "{links:?}");
            assert!(links[0].starts_with(&format!("/desk/cases/{reference}/files/")), "{links:?}");
            let opened = desk.open(&links[0]).await;
            assert_eq!((opened.status, opened.header("content-type")), (200, "image/jpeg"));
            assert!(opened.header("content-security-policy").ends_with("sandbox"));
            assert_eq!(looks(&council, "file").await, before + 1);
            let alone = desk.open(&format!("/desk/residents/{id}?kind=documents")).await;
            alone.says(own).is_silent_about("Opened to work on");
            assert_eq!(alone.texts(".app-timeline__title").len(), 1, "{}", alone.text());
            desk.open(&format!("/desk/residents/{id}?kind=checks")).await.is_silent_about(own);
        }
        // A team that may not see the request sees nothing that came with it.
        let mut bins = council.colleague("Bo Bins", &[Role::TeamMember], &["waste"]).await.browser;
        let (id, _) = person(&council, &ann).await;
        record(&mut bins, id).await.is_silent_about("ann.jpg");
        // What somebody sent who has to be safe is for whoever works on it, and for whoever opened their record.
        let mut tx = council.app.db.begin().await.unwrap();
        residents::store::record::set_particulars(&mut tx, id, None, true).await.unwrap();
        tx.commit().await.unwrap();
        let mut other = council.colleague("Oli Other", &[Role::Officer], &["contact-centre"]).await.browser;
        let mut kim = council.colleague("Kim Works", &[Role::TeamMember], &["highways"]).await.browser;
        let path = format!("/desk/cases/{reference}");
        let all = files(&kim.open(&path).await.clone());
        let seen = files(&other.open(&path).await.clone());
        assert_eq!((all.len(), seen.len()), (3, 2), "Ann's is left out");
        let anns = all.iter().find(|file| !seen.contains(file)).unwrap();
        for file in [anns.clone(), format!("{anns}/small")] {
            assert_eq!(kim.open(&file).await.status, 200);
            assert_eq!(other.open(&file).await.path, format!("/desk/residents/{id}/open"));
        }
        assert!(!seen.is_empty() && other.open(&seen[0]).await.status == 200);
    });
}

sql!(PIECES, "SELECT CAST(count(*) AS BIGINT) FROM files_pieces");

async fn pieces(council: &Council) -> i64 {
    council.app.db.read().await.unwrap().one(&PIECES, &[]).await.unwrap().get(0).unwrap()
}

#[test]
fn a_form_with_files_is_taken_only_where_it_belongs_and_only_so_large() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut robin = council.browser();
        robin.start_street_problem().await;
        robin.describe_hole(HERE).await;
        robin.choose("About as deep as a fist").choose("The road").press("Continue").await;
        let large = [pdf(&"x".repeat(100)), vec![b'x'; 21 << 20]].concat();
        robin.attach("Photos", "large.jpg", large).attach("Photos", "letter.pdf", pdf("a letter"));
        let page = robin.fill("Is there anything else we should know?", "Kept words").press("Continue").await;
        assert_eq!(page.status, 422);
        page.says("“large.jpg” is larger than 20 MB")
            .says("“letter.pdf” is not a photo we can take")
            .says("Kept words");
        let path = robin.page.path.clone();
        let mut chosen = robin.clone();
        let elsewhere = path.replace("/description", "/kind");
        for (to, status) in [("/track", 400), (elsewhere.as_str(), 422)] {
            let body =
                kit::testing::form_with_files(&[("view", "x")], &[("photos", "a.jpg", &picture("jpeg", [1, 1, 1]))]);
            let page = chosen.of_kind("POST", to, kit::testing::FORM_WITH_FILES, body.into()).await;
            assert_eq!(page.status, status, "{to}: {}", page.text());
        }
        assert_eq!(pieces(&council).await, 0);
        let endless = kit::testing::form_with_files(&[], &[("photos", "a.jpg", &vec![b'x'; 120 << 20])]);
        let page = chosen.of_kind("POST", &path, kit::testing::FORM_WITH_FILES, endless.into()).await;
        assert_eq!(page.status, 413, "{}", page.text());
    });
}

#[test]
fn evidence_that_comes_later_goes_with_a_message_and_is_seen_by_who_sent_it_and_the_desk() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (mut robin, mut ben) = (council.browser(), council.browser());
        let reference = report_with_photo(&mut robin, "robin", [200, 0, 0]).await;
        let bens = report_with_photo(&mut ben, "ben", [0, 0, 200]).await;
        let path = format!("/cases/{reference}");
        robin.open(&path).await;
        robin.fill("Write to us about this", "As a letter.").attach(
            "Photos or documents (you can leave this out)",
            "letter.doc",
            b"x".to_vec(),
        );
        assert_eq!(robin.press("Send message").await.status, 422);
        robin.page.says("“letter.doc” is not a file we can take");
        assert_eq!(robin.page.value("text"), "As a letter.");
        robin
            .attach("Photos or documents (you can leave this out)", "letter.pdf", pdf("the letter"))
            .press("Send message")
            .await;
        robin.page.says("We have your message").says("letter.pdf");
        // Without words, and pressed twice: one message.
        robin.open(&path).await;
        robin.attach("Photos or documents (you can leave this out)", "night", picture("jpeg", [9, 9, 9]));
        robin.press("Send message").await.says("night.jpg");
        let own = robin.open(&path).await.clone();
        assert_eq!(files(&own).len(), 3, "{}", own.text());
        for file in files(&own) {
            assert_eq!(robin.open(&file).await.status, 200, "{file}");
        }
        ben.open(&format!("/cases/{bens}")).await.is_silent_about("letter.pdf");
        let id = files(&own)[1].rsplit('/').next().unwrap().to_owned();
        assert_eq!(ben.send("GET", &format!("/cases/{bens}/files/{id}"), String::new()).await.status, 404);
        let mut kim = council.colleague("Kim Works", &[Role::TeamMember], &["highways"]).await.browser;
        kim.open("/desk/cases?tab=unread").await.says("A hole in the road");
        kim.open(&format!("/desk/cases/{reference}")).await.says("As a letter.").says("letter.pdf").says("night.jpg");
        // Whoever may not write here leaves nothing.
        let mut eve = council.browser();
        let page = eve.send("POST", &format!("{path}/message"), "key=1&text=x".into()).await;
        assert_eq!(page.status, 401);
    });
}
