//! A real scanner behind the whole program: what has a virus is refused whichever way it comes, and said in words.

use super::mail::{answers_to, head, officer, take};
use crate::support::{Browser, Council, HERE, Reached};
use axum::body::Body;
use base64::Engine;
use kit::files::Scanner;
use kit::keys::{self, New};
use kit::mail::receiver::Answer;
use kit::testing::{
    Clamd, FORM_WITH_FILES, TEST_NOW, TestDb, VIRUS, each_database, form_with_files, picture, repository_migrations,
};
use kit::who::Who;
use kit::{params, sql};
use server::config::Config;

sql!(PIECES, "SELECT CAST(count(*) AS BIGINT) FROM files_pieces");

/// A photograph with something behind its last pixel.
fn bad_photo() -> Vec<u8> {
    let mut photo = picture("jpeg", [1, 2, 3]);
    photo.extend_from_slice(VIRUS.as_bytes());
    photo
}

async fn scanning(db: &TestDb, clamd: &Clamd) -> Council {
    let Scanner::Tcp(at) = clamd.tcp() else { panic!("it listens on a port") };
    let mut config = Config::default();
    config.scan.clamd = Some(at);
    Council::with(db, TEST_NOW, false, config).await
}

/// At the question for photographs.
async fn asked_for_photos(council: &Council) -> Browser {
    let mut robin = council.browser();
    robin.start_street_problem().await;
    robin.describe_hole(HERE).await;
    robin.choose("About as deep as a fist").choose("The road").press("Continue").await;
    robin
}

/// Sends a report with a picture as another system does; what is answered.
async fn by_open311(council: &Council, photo: &[u8]) -> String {
    let app = &council.app;
    let mut tx = app.db.begin().await.unwrap();
    let new = New { name: "Fix My Town", scopes: &[open311::SCOPE.to_owned()], holder: None, expires: 0 };
    let key = keys::make_new(&mut tx, app, &Who::system(), new).await.unwrap().expect("no other has its name");
    tx.commit().await.unwrap();
    let fields = [
        ("api_key", key.as_str()),
        ("service_code", "street-problem"),
        ("lat", "52.2003"),
        ("long", "0.1388"),
        ("attribute[kind]", "pothole"),
    ];
    let body = Body::from(form_with_files(&fields, &[("media", "bad.jpg", photo)]));
    let answer = council.browser().of_kind("POST", "/open311/v2/requests.json", FORM_WITH_FILES, body).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body
}

#[test]
fn what_has_a_virus_is_refused_by_form_email_post_and_open311() {
    let Some(clamd) = Clamd::start() else { return };
    each_database(repository_migrations(), async |db| {
        let council = scanning(db, &clamd).await;
        let found = "We found a virus in “bad.jpg”";
        let mut robin = asked_for_photos(&council).await;
        robin.attach("Photos", "bad.jpg", bad_photo()).press("Continue").await;
        assert_eq!(robin.page.status, 422);
        robin.page.says(found);
        assert!(by_open311(&council, &bad_photo()).await.contains(found));

        let address = "ann@a.example";
        let mut ann = council.browser();
        let reference = ann.report_hole(HERE, Reached::Email(address)).await;
        let mut desk = officer(&council).await;
        desk.open(&format!("/desk/cases/{reference}/message")).await;
        desk.fill("Message", "Which side of the road is it on?").press("Send").await;
        let (to, _) = answers_to(&council, &council.newest_to(address).await).await;
        let photo = base64::engine::general_purpose::STANDARD.encode(bad_photo());
        let mail = format!(
            "From: {address}\r\nTo: {to}\r\n{}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\
             Content-Type: text/plain\r\n\r\nThe left side.\r\n--b\r\nContent-Type: image/jpeg\r\n\
             Content-Disposition: attachment; filename=\"bad.jpg\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{photo}\r\n\
             --b--\r\n",
            head("Re: your message").replace('\n', "\r\n")
        );
        assert_eq!(take(&council, address, &to, mail.into_bytes()).await, Answer::Kept);
        let page = desk.open(&format!("/desk/cases/{reference}")).await;
        page.says("The left side.").says("“bad.jpg” has a virus");

        desk.open("/desk/mail/post").await;
        desk.fill_day("On which day did it come to the council?", ["2", "11", "2026"]);
        desk.fill("Who is it from?", "Ann Example").fill("What is it about?", "A letter");
        desk.attach("Scan", "bad.jpg", bad_photo());
        assert_eq!(desk.press("Keep the letter").await.status, 422);
        desk.page.says(found);

        let mut read = council.app.db.read().await.unwrap();
        assert_eq!(read.one(&PIECES, params![]).await.unwrap().get::<i64>(0).unwrap(), 0, "nothing of any was kept");
        drop(read);
        let mut bo = asked_for_photos(&council).await;
        bo.attach("Photos", "good.jpg", picture("jpeg", [3, 2, 1])).press("Continue").await;
        assert_eq!(bo.page.status, 200, "what has none is taken: {}", bo.page.text());
    });
}
