//! The kit: what every part of Guildhall stands on, with no domain word but [`who::Who`].

pub mod address;
pub mod app;
pub mod ask;
pub mod attempts;
mod bell;
pub mod clock;
pub mod db;
pub mod error;
pub mod extract;
pub mod facts;
pub mod files;
pub mod form;
pub mod holds;
pub mod id;
pub mod jobs;
pub mod keys;
pub mod lang;
pub mod link;
pub mod looks;
pub mod mail;
pub mod notify;
pub mod outbox;
pub mod page;
pub mod password;
pub mod personal;
pub mod qr;
pub mod read;
pub mod route;
pub mod secret_file;
pub mod session;
pub mod sheet;
#[cfg(feature = "testing")]
pub mod testing;
pub mod turns;
pub mod typed;
pub mod ui;
pub mod who;
pub mod words;

#[doc(hidden)]
pub use linkme;

pub use app::App;
pub use error::{Error, Result, Violation};
pub use id::{Id, Reference};
pub use lang::Lang;
