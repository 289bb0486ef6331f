//! Pictures and forms with files, as telephones and browsers make them.

use crate::app::App;
use crate::facts::Subject;
use crate::files::{self, Incoming, Takes};
use crate::id::Id;
use axum::body::Body;
use axum::http::{HeaderMap, header};
use image::{ImageBuffer, ImageFormat, Rgb};
use std::io::Cursor;

/// The content type of [`form_with_files`].
pub const FORM_WITH_FILES: &str = "multipart/form-data; boundary=----the-boundary-of-tests";

/// A small picture of one colour.
pub fn picture(format: &str, colour: [u8; 3]) -> Vec<u8> {
    let format = match format {
        "png" => ImageFormat::Png,
        "webp" => ImageFormat::WebP,
        _ => ImageFormat::Jpeg,
    };
    let mut out = Cursor::new(Vec::new());
    let image: ImageBuffer<Rgb<u8>, Vec<u8>> = ImageBuffer::from_pixel(48, 32, Rgb(colour));
    image.write_to(&mut out, format).expect("a picture");
    out.into_inner()
}

/// A small document.
pub fn pdf(words: &str) -> Vec<u8> {
    format!("%PDF-1.4\n% {words}\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n").into_bytes()
}

/// The body a browser sends for a form with files: fields, and files with their field, name and bytes.
pub fn form_with_files(fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let (_, boundary) = FORM_WITH_FILES.split_once("boundary=").expect("a boundary");
    let mut body = Vec::new();
    let mut part = |of: String, bytes: &[u8]| {
        body.extend_from_slice(format!("--{boundary}\r\nContent-Disposition: form-data; {of}\r\n\r\n").as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    };
    for (name, value) in fields {
        part(format!("name=\"{name}\""), value.as_bytes());
    }
    for (name, file, bytes) in files {
        let file = file.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
        part(format!("name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: application/octet-stream"), bytes);
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    body
}

/// A photograph of this owner's, kept and handed in; gives its id.
pub async fn photo(app: &App, owner: &Subject) -> Id {
    let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, FORM_WITH_FILES.parse().expect("a header"))]);
    let sent = form_with_files(&[], &[("photo", "hole.jpg", &picture("jpeg", [90, 90, 90]))]);
    let sent = Incoming::new(&headers, Body::from(sent)).read(app).await.expect("it is read");
    let takes = Takes { photos: true, pdf: true };
    let file = files::keep(app, owner, &sent.files[0], takes).await.expect("it is kept").expect("it is taken");
    let mut tx = app.db.begin().await.expect("a transaction");
    files::hand_in(&mut tx, &file).await.expect("it is handed in");
    tx.commit().await.expect("committed");
    file.id
}
