//! The kiosk, `/kiosk/{site}`: language first, then what somebody came for, then a ticket. One question a page, large type; it asks
//! before it times out, and nothing of one visitor is left for the next.

pub mod join;
pub mod start;
pub mod still;
pub mod ticket;

use crate::site::{Site, Sites};
use axum::http::HeaderMap;
use kit::db::Conn;
use kit::page::Frame;
pub(super) use kit::page::leads_on;
use kit::who::Who;
use kit::{App, Error, Lang, Result};

/// The kiosk somebody stands at, in their language.
pub(super) async fn at<'a>(
    conn: &mut Conn,
    app: &'a App,
    headers: &HeaderMap,
    (site, tag): (&str, &str),
) -> Result<(&'a Site, Lang)> {
    let site = app.part::<Sites>()?.get(site)?;
    crate::devices::here(conn, headers, site).await?.ok_or(Error::Refused("queue-kiosk-not-set-up"))?;
    let lang =
        Lang::spoken(tag).filter(|lang| site.languages.iter().any(|tag| tag == lang.tag)).ok_or(Error::NotFound)?;
    Ok((site, lang))
}

/// The frame of a page in this language, whatever the kiosk's browser says.
pub(super) fn frame(app: &App, lang: Lang, path: String, title: &str) -> Frame {
    Frame::new(app, &Who::anyone(lang), path, title)
}

/// What the address says: `low=1` puts what can be pressed low on the screen.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    low: u8,
    /// The ticket somebody looks at, where they are asked whether they are still there.
    ticket: String,
}

impl Asked {
    /// Everything stands low on the screen.
    pub fn is_low(&self) -> bool {
        self.low == 1
    }

    /// The ticket somebody looks at, in letters that stand in addresses.
    pub fn ticket(&self) -> Option<&str> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        Some(self.ticket.as_str()).filter(|ticket| !ticket.is_empty() && ticket.bytes().all(plain))
    }

    /// As it goes on in addresses.
    pub fn query(&self) -> &'static str {
        if self.is_low() { "?low=1" } else { "" }
    }
}
