//! Who is asking, found once per request and handed on as an extension.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use kit::clock::Micros;
use kit::session::{self, DEVICE_COOKIE, LANGUAGE_COOKIE, Surface, cookie};
use kit::who::{Person, Who};
use kit::{App, Lang, Result};

/// The chosen language: the cookie, else what the browser asks for.
pub fn language_of(headers: &HeaderMap) -> Lang {
    let chosen = cookie(headers, LANGUAGE_COOKIE).and_then(Lang::of);
    let asked = || headers.get(ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).map_or(Lang::EN, Lang::accepted);
    chosen.unwrap_or_else(asked)
}

/// Finds who is asking; without a cookie nothing is read.
pub async fn find(app: &App, headers: &HeaderMap, path: &str) -> Result<Who> {
    let surface = Surface::of(path);
    // Staff pages are written in one language: half a page in another reads worse, right to left worst of all.
    let lang = if surface == Surface::Staff { Lang::EN } else { language_of(headers) };
    let mut who = Who::anyone(lang);
    if let Some(token) = cookie(headers, surface.cookie()) {
        debug_assert!(kit::db::settle::is_scoped(), "the answer tells of who asks, so it waits for that too");
        let mut read = app.db.read().await?;
        if let Some(found) = session::find(&mut read, app, surface, token, lang).await? {
            if found.stale {
                // Nobody waits for it: a page must not stand in the queue of those who write.
                tokio::spawn(note_seen(app.clone(), token.to_owned(), app.now()));
            }
            who = found.who;
        }
        if let (Surface::Staff, Person::Staff(staff)) = (surface, &who.person) {
            who.in_hand = contact::in_hand(&mut read, app, staff.id).await?;
        }
    }
    if let kit::who::Person::Staff(staff) = &who.person {
        who.unread = knowledge::unread(&mut *app.db.read().await?, app, staff).await?;
    }
    who.device = cookie(headers, DEVICE_COOKIE).and_then(|mark| mark.parse().ok());
    Ok(who)
}

/// "Last seen" is a convenience: a database that cannot write now must not keep anybody from reading.
async fn note_seen(app: App, token: String, now: Micros) {
    let noted = async {
        let mut tx = app.db.begin().await?;
        session::touch(&mut tx, &token, now).await?;
        tx.commit().await
    };
    if let Err(cause) = noted.await {
        tracing::warn!(%cause, "could not note when a session was last used");
    }
}
