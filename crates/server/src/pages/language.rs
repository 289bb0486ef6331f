//! `GET /language/{tag}?to=`: chooses the language, once, and goes back to the page.

use axum::http::{HeaderValue, header};
use axum::response::Response;
use kit::extract::{Path, Query};
use kit::page::see;
use kit::session::{LANGUAGE_COOKIE, Surface, set_cookie};
use kit::{Error, Lang, Result, link};
use serde::Deserialize;

/// A year.
const KEPT_SECONDS: i64 = 365 * 24 * 3600;

/// What the address of the page says.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    to: String,
}

/// Keeps the language in a cookie and leads back to the page.
pub async fn choose(Path(tag): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let lang = Lang::of(&tag).ok_or(Error::NotFound)?;
    let mut answer = see(own_path(&asked.to));
    let cookie = set_cookie(LANGUAGE_COOKIE, lang.tag, KEPT_SECONDS);
    answer.headers_mut().insert(header::SET_COOKIE, HeaderValue::from_str(&cookie).map_err(Error::internal)?);
    Ok(answer)
}

/// Only a path of our own; anything else leads to the start page.
fn own_path(to: &str) -> &str {
    let own = [Surface::Resident, Surface::Staff].into_iter().any(|surface| link::is_ours(to, surface));
    if own { to } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn nobody_is_led_away() {
        for ours in ["/services", "/desk/cases?tab=late"] {
            assert_eq!(own_path(ours), ours);
        }
        for away in ["https://x.example", "//x.example", "/\\x.example", "", "x", "/a\r\nb", "/\t/x.example", "/é"] {
            assert_eq!(own_path(away), "/", "{away}");
        }
    }
}
