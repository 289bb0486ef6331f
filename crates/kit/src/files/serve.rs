//! A file as an answer: it cannot run here, nothing else may embed it, and nobody keeps a copy.

use super::content::Content;
use super::{File, keep::SMALL, store};
use crate::app::App;
use crate::error::{Error, Result};
use crate::id::Id;
use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::stream;

/// Nothing of it is fetched or run, and the page it is opened in has an origin of its own.
const POLICY: &str = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

/// How much of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// All of it.
    Whole,
    /// The small picture beside its name.
    Small,
}

/// Answers with a file that its asker may see: pictures to be looked at, documents to be saved.
/// [`Error::NotFound`] where it may not be opened, or has no small picture.
pub async fn answer(app: &App, file: &File, size: Size) -> Result<Response> {
    if !file.can_be_opened() || size == Size::Small && !file.content.is_picture() {
        return Err(Error::NotFound);
    }
    let (first, content, body) = match size {
        Size::Small => {
            let small = piece(app, file.id, SMALL).await?.ok_or(Error::NotFound)?;
            (small.len() as i64, Content::Jpeg, Body::from(small))
        }
        Size::Whole => (file.bytes, file.content, whole(app, file.id)),
    };
    let mut answer = body.into_response();
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content.media_type()));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(first));
    headers.insert(header::CONTENT_DISPOSITION, disposition(file)?);
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(answer)
}

async fn piece(app: &App, file: Id, number: i64) -> Result<Option<Vec<u8>>> {
    store::piece(&mut *app.db.read().await?, file, number).await
}

/// Piece by piece, so that a download holds one in memory however slow it is.
fn whole(app: &App, file: Id) -> Body {
    let pieces = stream::try_unfold((app.clone(), 1), move |(app, number)| async move {
        let next = piece(&app, file, number).await?;
        Ok::<_, Error>(next.map(|bytes| (Bytes::from(bytes), (app, number + 1))))
    });
    Body::from_stream(pieces)
}

fn disposition(file: &File) -> Result<HeaderValue> {
    let how = if file.content.is_picture() { "inline" } else { "attachment" };
    let plain: String =
        file.name.chars().map(|c| if c.is_ascii_alphanumeric() || "-_. ".contains(c) { c } else { '_' }).collect();
    let exact = percent_encoding::utf8_percent_encode(&file.name, percent_encoding::NON_ALPHANUMERIC);
    HeaderValue::from_str(&format!("{how}; filename=\"{plain}\"; filename*=UTF-8''{exact}")).map_err(Error::internal)
}
