//! What handlers take from the address of a request. What cannot be read there is an [`Error`], so that it becomes a page in
//! the reader's language: axum's own extractors answer in bare English.
#![expect(clippy::disallowed_types, reason = "this is where axum's own are wrapped")]

use crate::error::Error;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

/// The values after the question mark. A value of the wrong kind, or one given twice, is a bad request.
#[derive(Debug, Clone, Copy, Default)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Query<T>, Error> {
        let read = axum::extract::Query::try_from_uri(&parts.uri);
        read.map(|axum::extract::Query(values)| Query(values))
            .map_err(|_| Error::BadRequest("page-address-not-understood"))
    }
}

/// The variable parts of the path. One that cannot be read names nothing that there is.
#[derive(Debug, Clone, Copy)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Path<T>, Error> {
        let read = axum::extract::Path::from_request_parts(parts, state).await;
        read.map(|axum::extract::Path(values)| Path(values)).map_err(|_| Error::NotFound)
    }
}
