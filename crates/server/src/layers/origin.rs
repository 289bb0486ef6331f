//! The cross-site rule: a request that changes something must come from our own pages.

use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kit::App;
use kit::who::Who;

/// Refuses what would change something and does not come from our own pages.
pub async fn around(app: &App, request: Request, next: impl AsyncFnOnce(Request) -> Response) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || is_ours(request.headers(), request.uri().host()) {
        return next(request).await;
    }
    let who = Who::anyone(super::language_of(request.headers()));
    let page = crate::pages::error::draw_keyed(
        app,
        &who,
        request.uri().path(),
        StatusCode::FORBIDDEN,
        "server-error-cross-site",
    );
    page.unwrap_or_else(IntoResponse::into_response)
}

/// `Sec-Fetch-Site: same-origin`, or where a client does not send it, an `Origin` that names this host. A client that
/// sends neither is no browser of today; it is let in only where it brings no cookie that could be somebody's.
fn is_ours(headers: &HeaderMap, authority: Option<&str>) -> bool {
    let text = |name: header::HeaderName| headers.get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = headers.get("sec-fetch-site").and_then(|v| v.to_str().ok()) {
        return site == "same-origin";
    }
    match text(header::ORIGIN) {
        None => !headers.contains_key(header::COOKIE),
        Some(origin) => {
            let host = text(header::HOST).or(authority);
            origin.split_once("://").map(|(_, rest)| rest) == host
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(k, v)| (header::HeaderName::from_static(k), v.parse().unwrap())).collect()
    }

    #[test]
    fn only_our_own_pages_may_change_things() {
        for (pairs, ours) in [
            (&[("sec-fetch-site", "same-origin")][..], true),
            (&[("sec-fetch-site", "same-site")], false),
            (&[("sec-fetch-site", "cross-site")], false),
            (&[("sec-fetch-site", "none")], false),
            (&[("origin", "https://a.example"), ("host", "a.example")], true),
            (&[("origin", "https://b.example"), ("host", "a.example")], false),
            (&[("origin", "null"), ("host", "a.example")], false),
            (&[("host", "a.example")], true),
            (&[("host", "a.example"), ("cookie", "__Host-session=x")], false),
        ] {
            assert_eq!(is_ours(&headers(pairs), None), ours, "{pairs:?}");
        }
    }
}
