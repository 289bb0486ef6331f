//! Pages: the frame every page is drawn in, and how a page or an error becomes an answer.

use crate::app::{App, Council};
use crate::error::{Error, Result};
use crate::id::Id;
use crate::lang::Lang;
use crate::who::{InHand, Person, Stuck, Unread, Who};
use crate::words::Arg;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// What every page needs besides its own matter. Each page struct has `frame: Frame`.
#[derive(Clone)]
pub struct Frame {
    app: App,
    /// The language of the page.
    pub lang: Lang,
    /// The page's own title; the layout adds the council, and "Error: " where [`Frame::error`] is set.
    pub title: String,
    /// The path of this page, for the language links and "you are here".
    pub path: String,
    /// Something on the page must be put right first.
    pub error: bool,
    /// The name of whoever is signed in.
    pub user: Option<String>,
    /// True when a resident is signed in.
    pub resident: bool,
    /// Roles of the member of staff who is signed in, by code.
    pub roles: Vec<&'static str>,
    /// A message about what was just done, already in words.
    pub notice: Option<String>,
    /// What the member of staff has to read before they go on.
    pub unread: Vec<Unread>,
    /// What the member of staff has in hand.
    pub in_hand: Vec<InHand>,
    /// That the member of staff cannot work, where they said so.
    pub stuck: Option<Stuck>,
    /// Where the page's form `kept` keeps what was typed in it so far: whoever leaves for what they have in hand leaves by it.
    pub keeps: Option<String>,
}

impl Frame {
    /// The frame of a page at `path`; the title is a words key.
    pub fn new(app: &App, who: &Who, path: impl Into<String>, title_key: &str) -> Frame {
        let title = app.words.get(who.lang, title_key).to_owned();
        Frame::titled(app, who, path, title)
    }

    /// The frame of a page whose title is already in words.
    pub fn titled(app: &App, who: &Who, path: impl Into<String>, title: String) -> Frame {
        let roles = match &who.person {
            Person::Staff(staff) => staff.roles.iter().map(|r| r.code()).collect(),
            _ => Vec::new(),
        };
        Frame {
            app: app.clone(),
            lang: who.lang,
            title,
            path: path.into(),
            error: false,
            user: who.name.clone(),
            resident: matches!(who.person, Person::Resident(_)),
            roles,
            notice: None,
            unread: who.unread.clone(),
            in_hand: who.in_hand.clone(),
            stuck: who.stuck,
            keeps: None,
        }
    }

    /// Marks the page as one with something to put right.
    pub fn with_error(mut self, error: bool) -> Frame {
        self.error = error;
        self
    }

    /// Adds a message about what was just done.
    pub fn with_notice(mut self, notice: Option<String>) -> Frame {
        self.notice = notice;
        self
    }

    /// A new id, for what a press of a button on this page makes once.
    pub fn key(&self) -> Id {
        self.app.id()
    }

    /// The form by which whoever turns to somebody else leaves this page: the one whose words are kept, or one of its own.
    pub fn leaves_by(&self) -> &'static str {
        if self.keeps.is_some() { "kept" } else { "start" }
    }

    /// Plain words.
    pub fn t<'a>(&'a self, key: &'a str) -> &'a str {
        self.app.words.get(self.lang, key)
    }

    /// Words with one variable.
    pub fn with<'a>(&self, key: &str, name: &str, value: impl Into<Arg<'a>>) -> String {
        self.app.words.with(self.lang, key, &[(name, value.into())])
    }

    /// Words with two variables.
    pub fn with2<'a, 'b>(&self, key: &str, a: (&str, impl Into<Arg<'a>>), b: (&str, impl Into<Arg<'b>>)) -> String {
        self.app.words.with(self.lang, key, &[(a.0, a.1.into()), (b.0, b.1.into())])
    }

    /// The council's own facts.
    pub fn council(&self) -> &Council {
        &self.app.council
    }

    /// True for the demo council, whose pages say so.
    pub fn demo(&self) -> bool {
        self.app.demo
    }

    /// The languages offered.
    pub fn languages(&self) -> [Lang; 3] {
        Lang::ALL
    }

    /// The address of a static file, with its version in it so that it can be cached for ever.
    pub fn asset(&self, name: &str) -> String {
        match self.app.assets.get(name) {
            Some(versioned) => format!("/static/{versioned}"),
            None => format!("/static/{name}"),
        }
    }

    /// True when the member of staff has one of these roles, by code.
    pub fn may(&self, roles: &[&str]) -> bool {
        self.roles.iter().any(|r| roles.contains(r))
    }

    /// "14:05".
    pub fn time(&self, at: &i64) -> String {
        self.lang.time(*at)
    }

    /// "Monday 23 November 2026".
    pub fn date(&self, at: &i64) -> String {
        self.lang.date(*at)
    }

    /// "23 November 2026 at 14:05".
    pub fn date_time(&self, at: &i64) -> String {
        self.lang.date_time(*at)
    }
}

/// Draws a page.
pub fn html(page: &impl askama::Template) -> Result<Response> {
    html_with(StatusCode::OK, page)
}

/// Draws a page again with what must be put right: 422.
pub fn invalid(page: &impl askama::Template) -> Result<Response> {
    html_with(StatusCode::UNPROCESSABLE_ENTITY, page)
}

/// Draws a page with this status.
pub fn html_with(status: StatusCode, page: &impl askama::Template) -> Result<Response> {
    let text = page.render().map_err(Error::internal)?;
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    Ok((status, [(header::CONTENT_TYPE, kind)], text).into_response())
}

/// Draws a page that says something was tried too often: 429, with the seconds to wait.
pub fn too_often(seconds: u64, page: &impl askama::Template) -> Result<Response> {
    Ok(too_many(html(page)?, seconds))
}

/// Makes a drawn page say that something was tried too often: 429, with the seconds to wait.
pub fn too_many(mut page: Response, seconds: u64) -> Response {
    *page.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    page.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    page
}

/// Adds cookies to an answer: whole `Set-Cookie` values.
pub fn with_cookies(mut answer: Response, cookies: impl IntoIterator<Item = String>) -> Result<Response> {
    for cookie in cookies {
        answer.headers_mut().append(header::SET_COOKIE, HeaderValue::from_str(&cookie).map_err(Error::internal)?);
    }
    Ok(answer)
}

/// Leads on to another page after a POST: 303.
pub fn see(path: &str) -> Response {
    match HeaderValue::from_str(path) {
        Ok(location) => (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response(),
        Err(cause) => Error::internal(cause).into_response(),
    }
}

/// The page leads on by itself after so many seconds. It is a head of the answer and no part of the page: a page that must not
/// hurry anybody asks first, with twenty seconds to say that they are there (WCAG 2.2.1).
pub fn leads_on(mut answer: Response, seconds: u32, to: &str) -> Result<Response> {
    let words = format!("{seconds}; url={to}");
    answer.headers_mut().insert("refresh", HeaderValue::from_str(&words).map_err(Error::internal)?);
    Ok(answer)
}

/// The error an answer stands for, for the edge to draw in the reader's language or to run the handler again.
#[derive(Clone, Debug)]
pub struct Failed(pub Arc<Error>);

impl Error {
    /// The status an error has at the edge.
    pub fn status(&self) -> StatusCode {
        match self {
            Error::NotFound => StatusCode::NOT_FOUND,
            Error::Forbidden | Error::First(_) => StatusCode::FORBIDDEN,
            Error::SignIn => StatusCode::UNAUTHORIZED,
            Error::Changed | Error::Refused(_) | Error::Violation(_) => StatusCode::CONFLICT,
            Error::BadRequest(_) => StatusCode::BAD_REQUEST,
            Error::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Error::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Error::Rerun | Error::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Failed(Arc::new(self)));
        response
    }
}
