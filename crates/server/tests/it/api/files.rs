//! Photographs and documents that a resident's program sends, names in a form or a message, and reads again.

use super::residents::{ada, enquiry};
use super::{Program, Said};
use crate::support::Council;
use kit::clock::{HOUR, MINUTE};
use kit::testing::{each_database, picture, repository_migrations};
use serde_json::{Value, json};

/// Sends one file in this field.
async fn sends(program: &Program, field: &str, name: &str, bytes: &[u8]) -> Said {
    let head =
        format!("--b\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n").into_bytes();
    let body = [head, bytes.to_vec(), b"\r\n--b--\r\n".to_vec()].concat();
    program.send("POST", "/api/v1/files", &[("content-type", "multipart/form-data; boundary=b")], body).await
}

async fn photo(program: &Program, colour: u8) -> String {
    let sent = sends(program, "file", "hole.jpg", &picture("jpeg", [colour, 200, 10])).await.good(201);
    assert_eq!((sent.text("name"), sent.text("media_type")), ("hole.jpg", "image/jpeg"));
    sent.text("id").to_owned()
}

fn with(photos: Value) -> Value {
    let mut form = enquiry();
    form["answers"]["photos"] = photos;
    form
}

#[test]
fn a_photo_goes_with_a_form_and_with_a_message_and_comes_back() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let ((_, ada), (_, ben)) = (ada(&council).await, ada(&council).await);
        let (first, second) = (photo(&ada, 10).await, photo(&ada, 20).await);
        let submit = "/api/v1/services/street-problem/submit";
        // Nobody else's, none that there is not, and each once.
        ben.post(submit, with(json!([first]))).await.refused(422, "wrong-values");
        for wrong in [json!(["0190163d8694739baea5966c26f8ad91"]), json!([first, first]), json!("x"), json!(["x"])] {
            let said = ada.post(submit, with(wrong)).await;
            assert_eq!(said.refused(422, "wrong-values").body["errors"][0]["at"], "answers/photos");
        }
        let sent = ada.post(submit, with(json!([first]))).await.good(201);
        let path = sent.header("location").to_owned();
        // What was used once is used.
        ada.post(submit, with(json!([first]))).await.refused(422, "wrong-values");
        let case = ada.get(&path).await.good(200);
        assert_eq!(case.body["files"].as_array().unwrap().len(), 1, "{}", case.body);
        assert_eq!(
            (case.body["files"][0]["id"].as_str(), case.body["files"][0]["name"].as_str()),
            (Some(&*first), Some("hole.jpg"))
        );
        let message = json!({ "text": "The same from above.", "files": [second] });
        let named = [("idempotency-key", "0190163d-8694-739b-aea5-966c26f8ad97")];
        ada.with(&format!("{path}/message"), &named, message.clone()).await.good(200);
        ada.with(&format!("{path}/message"), &named, message.clone()).await.good(200);
        ada.post(&format!("{path}/message"), message).await.refused(422, "wrong-values");
        let case = ada.get(&path).await.good(200);
        assert_eq!(case.body["messages"].as_array().unwrap().len(), 1);
        for file in case.body["files"].as_array().unwrap() {
            let at = format!("{path}/files/{}", file["id"].as_str().unwrap());
            let said = ada.get(&at).await;
            assert_eq!((said.status, said.header("content-type")), (200, "image/jpeg"));
            assert_eq!(said.body, file["sha256"], "as it is kept, byte by byte");
            ben.get(&at).await.refused(404, "not-found");
        }
        assert_eq!(case.body["files"].as_array().unwrap().len(), 2);
        // A photo alone says something too.
        let third = photo(&ada, 30).await;
        ada.post(&format!("{path}/message"), json!({ "files": [third] })).await.good(200);
        ada.post(&format!("{path}/message"), json!({})).await.refused(422, "wrong-values");
        // Two programs at the same moment: one of them has it.
        let (fourth, path) = (photo(&ada, 40).await, format!("{path}/message"));
        let words = || json!({ "files": [fourth] });
        let (one, other) = tokio::join!(ada.post(&path, words()), ada.post(&path, words()));
        let mut both = [one.status, other.status];
        both.sort_unstable();
        assert!(both[0] == 200 && [409, 422].contains(&both[1]), "{both:?}");
    });
}

#[test]
fn what_cannot_be_taken_is_said_and_what_is_not_used_is_gone() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let (_, ada) = ada(&council).await;
        let path = "/api/v1/files";
        for (field, name, bytes) in
            [("file", "a.txt", "words".as_bytes()), ("file", "b.jpg", b""), ("file", "c.pdf", b"%PDF-1.7 cut")]
        {
            sends(&ada, field, name, bytes).await.refused(422, "wrong-values");
        }
        let plain = b"--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nwords\r\n--b--\r\n".to_vec();
        ada.send("POST", path, &[("content-type", "multipart/form-data; boundary=b")], plain)
            .await
            .refused(422, "wrong-values");
        ada.post(path, json!({})).await.refused(415, "wrong-kind");
        let cut = b"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\nhalf".to_vec();
        ada.send("POST", path, &[("content-type", "multipart/form-data; boundary=b")], cut)
            .await
            .refused(400, "not-understood");
        sends(&Program::nobody(&council), "file", "a.jpg", &picture("jpeg", [1, 2, 3])).await.refused(401, "no-key");
        // A document is no answer to a question that asks for photographs.
        let document = sends(&ada, "file", "letter.pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n").await.good(201);
        let said = ada.post("/api/v1/services/street-problem/submit", with(json!([document.text("id")]))).await;
        assert_eq!(said.refused(422, "wrong-values").body["errors"][0]["at"], "answers/photos");
        let left = photo(&ada, 40).await;
        council.app.clock.advance(HOUR + MINUTE);
        let mut tx = council.app.db.begin().await.unwrap();
        kit::files::sweep(&mut tx, council.app.now() - HOUR).await.unwrap();
        tx.commit().await.unwrap();
        ada.post("/api/v1/services/street-problem/submit", with(json!([left]))).await.refused(422, "wrong-values");
    });
}
