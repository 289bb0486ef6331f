//! Public pages without a session are cached whole per (path, language); a new version of a definition empties it.

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use kit::session::{Surface, cookie};
use kit::{App, Lang};
use services::Catalogue;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, RwLock};

/// No page is kept that would make the cache larger than this many pages.
const MOST: usize = 2_000;

type Kept = HashMap<(String, &'static str), (u64, HeaderMap, Bytes)>;

/// The pages kept, and which routes may be.
#[derive(Clone)]
pub struct PublicPages {
    app: App,
    routes: Arc<HashSet<&'static str>>,
    kept: Arc<RwLock<Kept>>,
}

impl PublicPages {
    /// A cache for the routes given by their patterns.
    pub fn new(app: App, routes: impl Iterator<Item = &'static str>) -> PublicPages {
        PublicPages { app, routes: Arc::new(routes.collect()), kept: Arc::default() }
    }

    fn version(&self) -> u64 {
        self.app.part::<Catalogue>().map_or(0, |catalogue| catalogue.revision())
    }

    /// The key of a request that may be answered from the cache.
    fn key(&self, request: &Request) -> Option<(String, Lang)> {
        let route = request.extensions().get::<axum::extract::MatchedPath>()?;
        let plain = request.method() == Method::GET && request.uri().query().is_none();
        let path = request.uri().path();
        let nobody = cookie(request.headers(), Surface::of(path).cookie()).is_none();
        (plain && nobody && self.routes.contains(route.as_str()))
            .then(|| (path.to_owned(), super::language_of(request.headers())))
    }

    fn find(&self, key: &(String, &'static str)) -> Option<Response> {
        let kept = self.kept.read().unwrap_or_else(|e| e.into_inner());
        let (version, headers, body) = kept.get(key)?;
        if *version != self.version() {
            return None;
        }
        let mut answer = Response::new(Body::from(body.clone()));
        *answer.headers_mut() = headers.clone();
        Some(answer)
    }

    async fn keep(&self, key: (String, &'static str), answer: Response) -> Response {
        let (parts, body) = answer.into_parts();
        let Ok(body) = axum::body::to_bytes(body, 1 << 20).await else {
            return Response::new(Body::empty());
        };
        let mut kept = self.kept.write().unwrap_or_else(|e| e.into_inner());
        if kept.len() < MOST || kept.contains_key(&key) {
            kept.insert(key, (self.version(), parts.headers.clone(), body.clone()));
        }
        Response::from_parts(parts, Body::from(body))
    }
}

pub async fn around(State(pages): State<PublicPages>, request: Request, next: Next) -> Response {
    let Some((path, lang)) = pages.key(&request) else { return next.run(request).await };
    let key = (path, lang.tag);
    if let Some(answer) = pages.find(&key) {
        return answer;
    }
    let mut answer = next.run(request).await;
    if answer.status() != StatusCode::OK || answer.headers().contains_key(header::SET_COOKIE) {
        return answer;
    }
    let vary = HeaderValue::from_static("Cookie, Accept-Language");
    answer.headers_mut().insert(header::VARY, vary);
    pages.keep(key, answer).await
}
