//! Public pages without a session are cached whole per (path, language, compressed or not). None is given once there is a
//! new version of a definition or of an answer; the first page kept after that takes the place of all of them.

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kit::session::{Surface, cookie};
use kit::{App, Error};
use knowledge::Library;
use services::Catalogue;
use std::collections::{HashMap, HashSet};
use std::sync::RwLock;

/// No page is kept that would make the cache larger than this many pages.
const MOST: usize = 2_000;
/// A page larger than this is not kept.
const LARGEST: usize = 1 << 20;

/// Path, language, and whether the page is compressed.
type Key = (String, &'static str, bool);

/// The version of the definitions and answers a page was drawn from, and the page.
type Page = (u64, HeaderMap, Bytes);

type Kept = HashMap<Key, Page>;

/// The pages kept, and which routes may be.
pub struct PublicPages {
    app: App,
    routes: HashSet<&'static str>,
    kept: RwLock<Kept>,
}

impl PublicPages {
    /// A cache for the routes given by their patterns.
    pub fn new(app: App, routes: impl Iterator<Item = &'static str>) -> PublicPages {
        PublicPages { app, routes: routes.collect(), kept: RwLock::default() }
    }

    fn version(&self) -> u64 {
        let definitions = self.app.part::<Catalogue>().map_or(0, |catalogue| catalogue.revision());
        // Both only grow: their sum is another one after every change to either.
        definitions + self.app.part::<Library>().map_or(0, |library| library.revision())
    }

    /// The key of a request that may be answered from the cache.
    fn key(&self, request: &Request) -> Option<Key> {
        let route = request.extensions().get::<axum::extract::MatchedPath>()?;
        let path = request.uri().path();
        // One page has thousands of addresses with encoded letters, which could fill the cache.
        let plain = request.method() == Method::GET && request.uri().query().is_none() && !path.contains('%');
        // A service may be open to staff before everyone, so a page can differ for them too.
        let nobody =
            [Surface::Resident, Surface::Staff].iter().all(|s| cookie(request.headers(), s.cookie()).is_none());
        let fits = plain && nobody && self.routes.contains(route.as_str());
        let compressed = takes_gzip(request.headers()).filter(|_| fits)?;
        Some((path.to_owned(), super::language_of(request.headers()).tag, compressed))
    }

    fn find(&self, key: &Key) -> Option<Response> {
        let kept = self.kept.read().unwrap_or_else(|e| e.into_inner());
        let (version, headers, body) = kept.get(key)?;
        if *version != self.version() {
            return None;
        }
        let mut answer = Response::new(Body::from(body.clone()));
        *answer.headers_mut() = headers.clone();
        Some(answer)
    }

    /// Keeps a page that was drawn from this version or a later one.
    async fn keep(&self, key: Key, version: u64, answer: Response) -> Result<Response, Error> {
        let (parts, body) = answer.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.map_err(Error::internal)?;
        if body.len() <= LARGEST {
            let mut kept = self.kept.write().unwrap_or_else(|e| e.into_inner());
            put(&mut kept, key, (version, parts.headers.clone(), body.clone()));
        }
        Ok(Response::from_parts(parts, Body::from(body)))
    }
}

/// Keeps a page, in the place of all that were drawn from older versions.
fn put(kept: &mut Kept, key: Key, page: Page) {
    kept.retain(|_, (version, ..)| *version >= page.0);
    if kept.len() < MOST || kept.contains_key(&key) {
        kept.insert(key, page);
    }
}

/// Answers from what is kept, or keeps what the request is answered with.
pub async fn around(pages: &PublicPages, request: Request, next: impl AsyncFnOnce(Request) -> Response) -> Response {
    let Some(key) = pages.key(&request) else { return next(request).await };
    if let Some(answer) = pages.find(&key) {
        return answer;
    }
    // Read before the page is drawn: one drawn from the old definitions must not pass for the new.
    let version = pages.version();
    let mut answer = next(request).await;
    if answer.status() != StatusCode::OK || answer.headers().contains_key(header::SET_COOKIE) {
        return answer;
    }
    let vary = HeaderValue::from_static("Cookie, Accept-Language, Accept-Encoding");
    answer.headers_mut().insert(header::VARY, vary);
    pages.keep(key, version, answer).await.unwrap_or_else(IntoResponse::into_response)
}

/// Whether the caller plainly takes gzip, as every browser says, or plainly does not; who weighs encodings against each
/// other is answered past the cache.
fn takes_gzip(headers: &HeaderMap) -> Option<bool> {
    let asked = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    let mut plainly = Some(false);
    for coding in asked.flat_map(|value| value.split(',')).map(str::trim) {
        match coding {
            "gzip" => return Some(true),
            other if other.starts_with("gzip") || other.starts_with('*') => plainly = None,
            _ => {}
        }
    }
    plainly
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_an_older_version_make_room_for_the_new() {
        let key = |number: usize| (format!("/services/{number}"), "en", true);
        let page = |version| (version, HeaderMap::new(), Bytes::from_static(b"page"));
        let mut kept = Kept::new();
        for number in 0..MOST + 5 {
            put(&mut kept, key(number), page(1));
        }
        assert_eq!(kept.len(), MOST);
        put(&mut kept, key(0), page(2));
        put(&mut kept, key(1), page(2));
        assert_eq!(kept.values().map(|page| page.0).collect::<Vec<_>>(), [2, 2]);
    }

    #[test]
    fn who_weighs_encodings_is_answered_past_the_cache() {
        for (asked, taken) in [
            ("gzip, deflate, br, zstd", Some(true)),
            ("br, gzip", Some(true)),
            ("", Some(false)),
            ("identity", Some(false)),
            ("gzip;q=0", None),
            ("*", None),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(asked))]);
            assert_eq!(takes_gzip(&headers), taken, "{asked}");
        }
        assert_eq!(takes_gzip(&HeaderMap::new()), Some(false));
    }
}
