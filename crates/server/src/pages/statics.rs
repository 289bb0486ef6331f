//! `GET /static/{version}/{name}`: styles, scripts and fonts, cached for ever under their version.

use crate::embedded::STATIC;
use axum::extract::Path;
use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};
use kit::{Error, Result};

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, end)| end) {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// A file by its versioned name, or by its plain one for a short while.
pub async fn show(Path(path): Path<String>) -> Result<Response> {
    let versioned = path.split_once('/').and_then(|(_, name)| STATIC.get_file(name));
    let (file, cached) = match (versioned, STATIC.get_file(&path)) {
        (Some(file), _) => (file, "public, max-age=31536000, immutable"),
        (None, Some(file)) => (file, "public, max-age=300"),
        (None, None) => return Err(Error::NotFound),
    };
    let headers: [(HeaderName, &str); 2] = [(header::CONTENT_TYPE, kind(&path)), (header::CACHE_CONTROL, cached)];
    Ok((headers, file.contents()).into_response())
}
