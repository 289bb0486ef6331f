//! Routes as data: from this one list come the router, the cache of public pages, the authorisation matrix and the tests
//! of sending things twice.

use crate::app::App;
use axum::handler::Handler;
use axum::routing::{MethodRouter, get, post};

/// What kind of request a route answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A page for whoever may see it.
    Page,
    /// A page that is the same for everybody without a session: cached whole.
    Public,
    /// A POST that may be sent again: it puts one thing in the place of another (under a revision where several people
    /// change the same), or it is a door, where each time counts as one more try within a limit.
    Replace,
    /// A POST that happens once: its key is an id made when the page was drawn, and a repeat is led to the same result.
    Once,
}

/// One address and what answers it.
pub struct Route {
    /// GET or POST.
    pub method: &'static str,
    /// The path, with `{name}` for its variable parts.
    pub path: &'static str,
    /// What is done, as the authorisation matrix calls it: `cases.close`.
    pub action: &'static str,
    /// What kind of request it is.
    pub kind: Kind,
    /// Its form may have files: the handler reads it with [`crate::files::Incoming`].
    pub files: bool,
    /// What answers.
    pub handler: MethodRouter<App>,
}

impl Route {
    /// A page for whoever may see it.
    pub fn page<H: Handler<T, App>, T: 'static>(path: &'static str, action: &'static str, handler: H) -> Route {
        Route { method: "GET", path, action, kind: Kind::Page, files: false, handler: get(handler) }
    }

    /// A page that is the same for everybody without a session.
    pub fn public<H: Handler<T, App>, T: 'static>(path: &'static str, action: &'static str, handler: H) -> Route {
        Route { method: "GET", path, action, kind: Kind::Public, files: false, handler: get(handler) }
    }

    /// A POST that may be sent again.
    pub fn replace<H: Handler<T, App>, T: 'static>(path: &'static str, action: &'static str, handler: H) -> Route {
        Route { method: "POST", path, action, kind: Kind::Replace, files: false, handler: post(handler) }
    }

    /// A POST that happens once.
    pub fn once<H: Handler<T, App>, T: 'static>(path: &'static str, action: &'static str, handler: H) -> Route {
        Route { method: "POST", path, action, kind: Kind::Once, files: false, handler: post(handler) }
    }

    /// The same, for a form that may have files.
    pub fn with_files(self) -> Route {
        Route { files: true, ..self }
    }
}

impl std::fmt::Debug for Route {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} ({}, {:?})", self.method, self.path, self.action, self.kind)
    }
}
