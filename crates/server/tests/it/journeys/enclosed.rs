//! Files with what the desk writes: seen by whom they are for, and gone with the mail.

use crate::support::{Browser, Council, HERE, Reached};
use kit::testing::{each_database, pdf, picture, repository_migrations};
use kit::who::Role;
use kit::{params, sql};

sql!(WITH_FILES, "SELECT recipient, files, text FROM outbox_messages WHERE files <> '' ORDER BY id");

async fn worker(council: &Council) -> Browser {
    council.colleague("Kim Works", &[Role::TeamMember], &["highways"]).await.browser
}

/// What leaves with files: to whom, with how many, and the words.
async fn left_with_files(council: &Council) -> Vec<(String, usize, String)> {
    let mut read = council.app.db.read().await.unwrap();
    let rows = read.rows(&WITH_FILES, params![]).await.unwrap();
    let of = |row: &kit::db::Row| {
        let files: String = row.get(1).unwrap();
        (row.get(0).unwrap(), files.split(' ').count(), row.get(2).unwrap())
    };
    rows.iter().map(of).collect()
}

/// The addresses of the files on a page.
fn files(browser: &Browser) -> Vec<String> {
    let links = browser.page.body.split("class=\"govuk-link\" href=\"").skip(1);
    let links = links.filter_map(|rest| rest.split('"').next());
    links.filter(|link| link.contains("/files/")).map(str::to_owned).collect()
}

#[test]
fn what_the_desk_sends_is_seen_by_whom_it_is_for_and_goes_with_the_mail() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut ann = council.browser();
        let mut ben = council.resident("Ada Testwell", "ben@b.example").await;
        let first = ann.report_hole(HERE, Reached::Email("ann@a.example")).await;
        let second = ben.join_hole(HERE, "Still there.").await;
        let mut kim = worker(&council).await;
        kim.open(&format!("/desk/cases/{first}/message")).await;
        kim.choose("First reporter: Robin Example").attach(
            "Files to send with it (you can leave this out)",
            "plan.pdf",
            pdf("The plan"),
        );
        assert_eq!(kim.press("Send").await.status, 422, "the words are missing");
        kim.page.says("These go along").says("plan.pdf");
        kim.fill("Message", "The plan of the works.");
        kim.attach("Files to send with it (you can leave this out)", "hole.jpg", picture("jpeg", [1, 2, 3]));
        kim.press("Send").await;
        kim.page.says("Message sent.").says("plan.pdf").says("hole.jpg");

        let left = left_with_files(&council).await;
        assert_eq!(left.len(), 1, "{left:?}");
        assert_eq!((left[0].0.as_str(), left[0].1), ("ann@a.example", 2));
        assert!(left[0].2.contains("Files with this message, also on the page of your request: "), "{}", left[0].2);
        assert!(left[0].2.contains("plan.pdf") && left[0].2.contains("hole.jpg"), "{}", left[0].2);

        ann.open(&format!("/cases/{first}")).await;
        let hers = files(&ann);
        assert_eq!(hers.len(), 2, "{hers:?}");
        for file in &hers {
            assert_eq!(ann.open(file).await.status, 200);
            let others = file.replace(&first, &second);
            assert_eq!(ben.send("GET", &others, String::new()).await.status, 404, "written to somebody else");
        }
        assert!(files_of_page(&mut ben, &second).await.is_empty());
    });
}

async fn files_of_page(browser: &mut Browser, reference: &str) -> Vec<String> {
    browser.open(&format!("/cases/{reference}")).await;
    files(browser)
}

#[test]
fn a_file_that_is_not_ticked_stays_and_one_of_another_case_is_not_taken() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut ann = council.browser();
        let reference = ann.report_hole(HERE, Reached::Email("ann@a.example")).await;
        let mut kim = worker(&council).await;
        let page = format!("/desk/cases/{reference}/message");
        kim.open(&page).await;
        kim.attach("Files to send with it (you can leave this out)", "letter.pdf", pdf("A letter")).press("Send").await;
        kim.page.says("letter.pdf");
        let kept = kim.page.attribute("[name=file]", "value").expect("the file is on the page");
        let (_, action, body) = kim.fill("Message", "Without it.").about_to_press("Send");
        let without = body.replace(&format!("&file={kept}"), "");
        assert_ne!(body, without, "it was ticked");
        assert_eq!(kim.send("POST", &action, without).await.status, 303);
        kim.open(&format!("/desk/cases/{reference}")).await.says("Without it.");
        assert!(left_with_files(&council).await.is_empty());

        let mut bo = council.browser();
        let other = bo.report_hole(HERE, Reached::Email("bo@b.example")).await;
        kim.open(&format!("/desk/cases/{other}/message")).await;
        let (_, action, body) = kim.fill("Message", "With another's.").about_to_press("Send");
        let answer = kim.send("POST", &action, format!("{body}&file={kept}")).await;
        assert_eq!(answer.status, 422, "{}", answer.text());
        answer.says("A file you added earlier is no longer kept here");
    });
}
