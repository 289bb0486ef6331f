//! How mail reads on the one timeline of a person.

use crate::model::{Channel, State};
use crate::store;
use cases::ShownFile;
use kit::db::Conn;
use kit::facts::Recorded;
use kit::files;
use kit::{App, Error, Id, Lang, Result};

/// A line of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What happened.
    pub title: String,
    /// What was written.
    pub body: String,
    /// Where it is read in full.
    pub href: String,
    /// What came with it.
    pub files: Vec<ShownFile>,
}

/// What stands on it.
const KINDS: [&str; 4] = ["mail.placed", "mail.answered", "mail.originals", "mail.returned"];

/// The lines of these facts, each with the fact's id; those of other nouns are left out.
pub async fn lines(conn: &mut Conn, app: &App, facts: &[Recorded]) -> Result<Vec<(Id, Line)>> {
    let mut lines = Vec::new();
    for fact in facts.iter().filter(|fact| KINDS.contains(&fact.kind.as_str())) {
        let Some(id) = fact.subject("mail") else { continue };
        let received = match store::received::by_id(conn, id).await {
            Err(Error::NotFound) => continue,
            found => found?,
        };
        // What is on a case stands there, behind the rules of the case.
        if received.state == State::Case {
            continue;
        }
        if fact.kind == "mail.answered" {
            lines.extend(answer(conn, app, fact).await?.map(|line| (fact.id, line)));
            continue;
        }
        if let Some(line) = originals(conn, app, fact, id).await? {
            lines.push((fact.id, line));
            continue;
        }
        let key = match received.channel {
            Channel::Email => "mail-desk-line-email",
            Channel::Post => "mail-desk-line-post",
            Channel::Text => "mail-desk-line-text",
        };
        let title = app.t(Lang::EN, key).to_owned();
        let body = [received.subject.as_str(), received.text.as_str()].join("\n").trim().to_owned();
        let (href, kept) = (crate::path(id), files::of(conn, &received.subject()).await?);
        let files = received.with.files.iter().map(|file| crate::desk::show::shown(&href, file, &kept)).collect();
        lines.push((fact.id, Line { title, body, href, files }));
    }
    Ok(lines)
}

/// What we answered; nothing once it is gone.
async fn answer(conn: &mut Conn, app: &App, fact: &Recorded) -> Result<Option<Line>> {
    let Some(id) = fact.subject("answer") else { return Ok(None) };
    let Some(written) = store::answers::by_id(conn, id).await? else { return Ok(None) };
    let title = app.t(Lang::EN, "mail-desk-line-answer").to_owned();
    Ok(Some(Line { title, body: written.text, href: crate::path(written.mail), files: Vec::new() }))
}

/// That originals are here, or went back; nothing for another fact.
async fn originals(conn: &mut Conn, app: &App, fact: &Recorded, mail: Id) -> Result<Option<Line>> {
    let key = match fact.kind.as_str() {
        "mail.originals" => "mail-desk-line-originals",
        "mail.returned" => "mail-desk-line-returned",
        _ => return Ok(None),
    };
    let Some(one) = store::originals::of_mail(conn, mail).await? else { return Ok(None) };
    let (title, href) = (app.t(Lang::EN, key).to_owned(), format!("{}/originals", crate::path(mail)));
    Ok(Some(Line { title, body: one.what, href, files: Vec::new() }))
}
