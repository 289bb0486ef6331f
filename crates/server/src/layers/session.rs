//! Who is asking, found once per request and handed on as an extension: by the cookie of a session, or by the key of a
//! program, which is a person's own or another system's.

use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, AUTHORIZATION};
use kit::clock::{HOUR, Micros};
use kit::db::Conn;
use kit::facts::Subject;
use kit::keys::{self, Key};
use kit::session::{self, DEVICE_COOKIE, LANGUAGE_COOKIE, Surface, cookie};
use kit::who::{Person, Who};
use kit::{App, Error, Id, Lang, Result};

/// The chosen language: the cookie, else what the browser asks for.
pub fn language_of(headers: &HeaderMap) -> Lang {
    let chosen = cookie(headers, LANGUAGE_COOKIE).and_then(Lang::of);
    let asked = || headers.get(ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).map_or(Lang::EN, Lang::accepted);
    chosen.unwrap_or_else(asked)
}

/// Finds who is asking, and the key they bring; without a cookie or a key nothing is read.
pub async fn find(app: &App, headers: &HeaderMap, path: &str) -> Result<(Who, Option<Key>)> {
    if api::is_of_programs(path)
        && let Some(brought) = headers.get(AUTHORIZATION)
    {
        let text = brought.to_str().ok().and_then(|value| value.strip_prefix("Bearer ")).ok_or(Error::SignIn)?;
        return by_key(app, text, language_of(headers)).await;
    }
    by_session(app, headers, path).await.map(|who| (who, None))
}

/// Who brings this key. One that opens nothing, or whose person has left, is nobody's.
async fn by_key(app: &App, text: &str, lang: Lang) -> Result<(Who, Option<Key>)> {
    let mut read = app.db.read().await?;
    let key = keys::known(&mut read, text, app.now()).await?.ok_or(Error::SignIn)?;
    let who = match &key.holder {
        None => Who { person: Person::Program(key.id), ..Who::anyone(lang) },
        Some(holder) => holder_of(&mut read, app, holder, lang).await?.ok_or(Error::SignIn)?,
    };
    app.part::<api::Limits>()?.count(key.id)?;
    if key.used + HOUR < app.now() {
        tokio::spawn(note_used(app.clone(), key.id, app.now()));
    }
    Ok((who, Some(key)))
}

async fn holder_of(read: &mut Conn, app: &App, holder: &Subject, lang: Lang) -> Result<Option<Who>> {
    let found = match holder.kind.as_str() {
        // What staff read is written in one language.
        "staff" => (app.staff)(read, holder.id).await?.map(|staff| {
            let name = Some(staff.name.clone());
            Who { person: Person::Staff(staff), name, ..Who::anyone(Lang::EN) }
        }),
        _ => (app.resident)(read, holder.id).await?.map(|account| {
            let person = Person::Resident(holder.id);
            Who { person, name: Some(account.name), also: account.also, ..Who::anyone(lang) }
        }),
    };
    Ok(found)
}

async fn note_used(app: App, key: Id, now: Micros) {
    let noted = async {
        let mut tx = app.db.begin().await?;
        keys::touch(&mut tx, key, now).await?;
        tx.commit().await
    };
    if let Err(cause) = noted.await {
        tracing::warn!(%cause, "could not note when a key was last used");
    }
}

async fn by_session(app: &App, headers: &HeaderMap, path: &str) -> Result<Who> {
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
            who.in_hand = contact::in_hand(&mut read, app, staff).await?;
            who.stuck = workforce::outages::stuck(&mut read, staff.id).await?;
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
