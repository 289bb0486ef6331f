//! `GET /static/{version}/{name}`: styles, scripts and fonts, cached for ever under their version.

use crate::embedded::{STATIC, static_version};
use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};
use kit::extract::Path;
use kit::{Error, Result};
use std::sync::LazyLock;

/// The version of the files this program has.
static VERSION: LazyLock<String> = LazyLock::new(static_version);

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

/// A file by its versioned name; by its plain one, or under the version of another node, for a short while: during an
/// upgrade an old page may ask a new node, and must not keep what it gets for good.
pub async fn show(Path(path): Path<String>) -> Result<Response> {
    let versioned = path.split_once('/').and_then(|(version, name)| Some((version, STATIC.get_file(name)?)));
    let (file, cached) = match (versioned, STATIC.get_file(&path)) {
        (Some((version, file)), _) if version == *VERSION => (file, "public, max-age=31536000, immutable"),
        (Some((_, file)), _) | (None, Some(file)) => (file, "public, max-age=300"),
        (None, None) => return Err(Error::NotFound),
    };
    let headers: [(HeaderName, &str); 2] = [(header::CONTENT_TYPE, kind(&path)), (header::CACHE_CONTROL, cached)];
    Ok((headers, file.contents()).into_response())
}
