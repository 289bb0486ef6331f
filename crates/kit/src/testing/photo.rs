//! Pictures and documents, as telephones make them.

use crate::app::App;
use crate::facts::Subject;
use crate::files::{self, Incoming, Takes};
use crate::id::Id;
use crate::testing::multipart::{KIND, form_with_files, headers};
use axum::body::Body;
use image::{ImageBuffer, ImageFormat, Rgb};
use std::io::Cursor;

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

/// A photograph of this owner's, kept and handed in; gives its id.
pub async fn photo(app: &App, owner: &Subject) -> Id {
    let sent = form_with_files(&[], &[("photo", "hole.jpg", &picture("jpeg", [90, 90, 90]))]);
    let sent = Incoming::new(&headers(KIND), Body::from(sent)).read(app).await.expect("it is read");
    let takes = Takes { photos: true, pdf: true };
    let file = files::keep(app, owner, &sent.files[0], takes).await.expect("it is kept").expect("it is taken");
    let mut tx = app.db.begin().await.expect("a transaction");
    files::hand_in(&mut tx, &file).await.expect("it is handed in");
    tx.commit().await.expect("committed");
    file.id
}
