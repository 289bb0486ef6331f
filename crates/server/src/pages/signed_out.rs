//! Somebody sent a form and was no longer signed in: what they typed is given back, and can be sent again.

use super::error::{door, track};
use askama::Template;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use kit::form::{Form, MOST_FIELDS};
use kit::page::{Frame, html_with};
use kit::session::Surface;
use kit::who::Who;
use kit::{App, Id, Result};

/// The longest form that is given back; longer ones are files rather than words.
const LONGEST: usize = 64 << 10;

#[derive(Template)]
#[template(path = "signed-out.html")]
struct Page<'a> {
    frame: Frame,
    door: &'static str,
    /// Where a case opens by a code, without signing in.
    track: Option<String>,
    action: &'a str,
    typed: Vec<&'a str>,
    fields: &'a [(String, String)],
}

/// The same under the desk's header.
#[derive(Template)]
#[template(path = "signed-out-desk.html")]
struct DeskPage<'a> {
    frame: Frame,
    door: &'static str,
    track: Option<String>,
    action: &'a str,
    typed: Vec<&'a str>,
    fields: &'a [(String, String)],
}

/// The page with what was typed; `None` where nothing was, or where it is nothing to be shown: a password, a code.
pub fn draw(app: &App, who: &Who, parts: &Parts, body: &[u8]) -> Option<Result<Response>> {
    let form = worth_reading(body)?;
    let typed = typed(&form)?;
    let (surface, action) = (Surface::of(parts.uri.path()), parts.uri.path());
    let (door, fields) = (door(surface), form.fields());
    let track = track(action);
    let title = if track.is_some() { "server-not-sent-title" } else { "server-signed-out-title" };
    let frame = Frame::new(app, who, door, title);
    Some(match surface {
        Surface::Staff => html_with(StatusCode::UNAUTHORIZED, &DeskPage { frame, door, track, action, typed, fields }),
        Surface::Resident => html_with(StatusCode::UNAUTHORIZED, &Page { frame, door, track, action, typed, fields }),
    })
}

/// The form, where it is of a size that is given back: anybody may send anything here, so its size is looked at first.
fn worth_reading(body: &[u8]) -> Option<Form> {
    let fields = || body.iter().filter(|byte| **byte == b'&').count() + 1;
    (body.len() <= LONGEST && fields() <= MOST_FIELDS).then(|| Form::parse(body))
}

/// The words in a form, without what the page itself put there.
fn typed(form: &Form) -> Option<Vec<&str>> {
    let secret = |name: &str| name.contains("password") || name.contains("code");
    if form.fields().iter().any(|(name, value)| secret(name) && !value.is_empty()) {
        return None;
    }
    let words = |value: &&str| value.parse::<Id>().is_err() && value.chars().any(char::is_alphabetic);
    let typed: Vec<&str> = form.fields().iter().map(|(_, value)| value.trim()).filter(words).collect();
    (!typed.is_empty()).then_some(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_given_back_and_secrets_are_not() {
        let key = "0199f6b4bd0d73ef96e0cdc9e3bd5b85";
        let form = Form::parse(format!("key={key}&revision=3&text=+Two%0D%0Alines+&again=").as_bytes());
        assert_eq!(typed(&form), Some(vec!["Two\r\nlines"]));
        for nothing in [format!("key={key}&revision=3"), "text=&code=".into(), "name=Ada&password=pearl+river".into()] {
            assert_eq!(typed(&Form::parse(nothing.as_bytes())), None, "{nothing}");
        }
        assert_eq!(typed(&Form::parse(b"code=123456&name=Ada")), None);
    }

    #[test]
    fn what_is_too_large_to_be_given_back_is_not_read() {
        let long = |bytes: usize| worth_reading(format!("text={}", "a".repeat(bytes - 5)).as_bytes()).is_some();
        assert!(long(LONGEST) && !long(LONGEST + 1));
        let fields = |count: usize| worth_reading(vec!["a=b"; count].join("&").as_bytes()).is_some();
        assert!(fields(MOST_FIELDS) && !fields(MOST_FIELDS + 1));
    }
}
