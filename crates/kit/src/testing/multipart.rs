//! Forms with files as they arrive, piece by piece, for tests.

use axum::body::Body;
use axum::http::{HeaderMap, header};
use bytes::Bytes;
use futures_util::stream;
use std::convert::Infallible;

/// The content type of what [`form`] makes.
pub const KIND: &str = "multipart/form-data; boundary=oak";

/// The headers of a body of this content type.
pub fn headers(kind: &str) -> HeaderMap {
    HeaderMap::from_iter([(header::CONTENT_TYPE, kind.parse().expect("a header"))])
}

/// A body that arrives in pieces of this size, in bytes.
pub fn arriving(bytes: Vec<u8>, size: usize) -> Body {
    let pieces: Vec<_> = bytes.chunks(size).map(|piece| Ok::<_, Infallible>(Bytes::copy_from_slice(piece))).collect();
    Body::from_stream(stream::iter(pieces))
}

/// One part of a form: a field, or a file with a name, which is written as browsers do.
pub fn part(name: &str, file: Option<&str>, bytes: &[u8]) -> Vec<u8> {
    let file = file.map(|file| file.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A"));
    let file = file.map(|file| format!("; filename=\"{file}\"\r\nContent-Type: application/octet-stream"));
    let file = file.unwrap_or_default();
    let head = format!("--oak\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
    [head.as_bytes(), bytes, b"\r\n"].concat()
}

/// A whole form of these parts.
pub fn form(parts: &[Vec<u8>]) -> Vec<u8> {
    [parts.concat(), b"--oak--\r\n".to_vec()].concat()
}

/// A whole form: fields, and files with their field, name and bytes.
pub fn form_with_files(fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let fields = fields.iter().map(|(name, value)| part(name, None, value.as_bytes()));
    let files = files.iter().map(|(name, file, bytes)| part(name, Some(file), bytes));
    form(&fields.chain(files).collect::<Vec<_>>())
}
