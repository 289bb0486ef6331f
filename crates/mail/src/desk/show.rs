//! `GET /desk/mail/{id}`: a mail as plain text, what came with it, and what can be said about where it belongs. Reading it
//! leaves a look, and so does every other mail of its thread that the page tells.

use super::{find, frame};
use crate::model::{AGAIN, ANSWERED, Channel, Received, UNDELIVERED};
use crate::thread::{self, Thread};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use cases::ShownFile;
use kit::db::Conn;
use kit::extract::{Path, Query};
use kit::files::{self, File, State as Stage};
use kit::form::Form;
use kit::page::{self, Frame};
use kit::who::Who;
use kit::{App, Id, Lang, Result, looks};
use residents::{Address, Email};
use serde::Deserialize;

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// What was just done.
    done: String,
}

#[derive(Template)]
#[template(path = "mail-one.html")]
pub(crate) struct MailPage {
    pub frame: Frame,
    pub form: Form,
    path: String,
    received: Received,
    when: String,
    channel: &'static str,
    why: Option<String>,
    files: Vec<ShownFile>,
    refused: Vec<String>,
    /// The case it is on: where it leads, and its reference.
    case: Option<(String, String)>,
    /// The resident it is with: where the record is, and the name.
    resident: Option<(String, String)>,
    /// The contact it began.
    contact: Option<String>,
    /// Somebody whose address this is, as far as the record says.
    known: Option<(Id, String)>,
    /// What it is besides: the words, and where that is dealt with.
    marks: Vec<(&'static str, Id)>,
    /// What else was written to and fro, the oldest first.
    thread: Vec<Line>,
    /// How many of the thread are on a case that whoever reads this may not see, in words; empty for none.
    elsewhere: String,
    /// There are older mails in it.
    older: bool,
    /// The mails whose words are on the page.
    told: Vec<Id>,
    /// The key of an answer; nothing where it cannot be answered by email.
    key: Option<Id>,
    /// Whose address it says it is from: the answer goes there.
    to: String,
}

/// What was written to or by us in the thread of a mail.
struct Line {
    title: String,
    when: String,
    /// Empty for a mail that is on a case.
    text: String,
    /// Where it is read in full; nothing for an answer of ours.
    href: Option<String>,
}

/// Draws it and leaves the look.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let mut read = app.db.read().await?;
    let received = find(&mut read, &app, &who, &id).await?;
    let mut drawn = draw(&mut read, &app, &who, received, Form::empty()).await?;
    drop(read);
    looked(&app, &who, &drawn).await?;
    drawn.frame.notice = match asked.done.as_str() {
        "placed" => Some(drawn.frame.t("mail-desk-done-placed").to_owned()),
        "answered" => Some(drawn.frame.t("mail-desk-done-answered").to_owned()),
        "post" => Some(drawn.frame.t("mail-desk-done-post").to_owned()),
        _ => None,
    };
    page::html(&drawn)
}

/// The page with what was typed, refused.
pub(crate) async fn refused(app: &App, who: &Who, received: Received, form: Form) -> Result<Response> {
    let drawn = draw(&mut *app.db.read().await?, app, who, received, form).await?;
    looked(app, who, &drawn).await?;
    page::invalid(&drawn)
}

/// Notes whose words are on the page before it leaves.
async fn looked(app: &App, who: &Who, drawn: &MailPage) -> Result<()> {
    let mut tx = app.db.begin().await?;
    for mail in &drawn.told {
        looks::record(&mut tx, app, who, "mail", *mail, "mail").await?;
    }
    tx.commit().await
}

/// The page, with what was typed.
async fn draw(conn: &mut Conn, app: &App, who: &Who, received: Received, form: Form) -> Result<MailPage> {
    let path = crate::path(received.id);
    let frame = frame(app, who, path.clone(), title(&received)).with_error(!form.is_good());
    let kept = files::of(conn, &received.subject()).await?;
    let refused = &received.with.refused;
    let case = match received.case {
        Some(case) => Some(cases::elsewhere::by_id(conn, case).await?.case),
        None => None,
    };
    let resident = match received.resident {
        Some(id) => residents::name_of(conn, id).await?.map(|name| (format!("/desk/residents/{id}"), name)),
        None => None,
    };
    let known = match Email::read(&received.sender) {
        Ok(email) if received.is_open() => residents::store::by_address(conn, &Address::Email(email)).await?,
        _ => None,
    };
    let thread = thread::about(conn, app, who, &received).await?;
    Ok(MailPage {
        told: thread.mails.iter().map(|mail| mail.id).chain([received.id]).collect(),
        elsewhere: match thread.elsewhere {
            0 => String::new(),
            n => frame.with("mail-desk-thread-elsewhere", "n", n),
        },
        older: thread.older,
        thread: lines(conn, &frame, thread).await?,
        key: received.can_be_answered().then(|| form.value("key").parse().unwrap_or_else(|_| app.id())),
        to: received.sender.clone(),
        when: Lang::EN.date_time(received.received),
        channel: channel(received.channel),
        why: why(&frame, &received),
        files: received.with.files.iter().map(|file| shown(&path, file, &kept)).collect(),
        refused: refused.iter().map(|one| frame.with(&one.why, "name", one.name.as_str())).collect(),
        case: case.map(|case| (format!("/desk/cases/{}", case.reference), case.reference.grouped())),
        contact: received.contact.map(contact::path),
        known: known.map(|resident| (resident.id, resident.name)),
        marks: {
            let all = cases::marks::of_message(conn, who.staff()?, received.id).await?;
            let standing = all.iter().filter(|mark| mark.ended_at == 0);
            standing.map(|mark| (super::mark::kind_key(mark.kind), mark.id)).collect()
        },
        resident,
        path,
        received,
        form,
        frame,
    })
}

/// The thread of a mail, without the mail itself.
async fn lines(conn: &mut Conn, frame: &Frame, thread: Thread) -> Result<Vec<Line>> {
    let mut all = Vec::new();
    let mut theirs = |mail: &Received, text: String| {
        let title = frame.with("mail-desk-thread-theirs", "who", mail.sender.as_str());
        let (when, href) = (Lang::EN.date_time(mail.received), Some(crate::path(mail.id)));
        all.push((mail.received, Line { title, when, text, href }));
    };
    thread.mails.iter().for_each(|mail| theirs(mail, mail.words()));
    thread.on_cases.iter().for_each(|mail| theirs(mail, String::new()));
    for written in thread.answers {
        let who = workforce::name_of(conn, written.staff).await?.unwrap_or_default();
        let title = frame.with("mail-desk-thread-ours", "who", who);
        all.push((written.at, Line { title, when: Lang::EN.date_time(written.at), text: written.text, href: None }));
    }
    all.sort_by_key(|(at, _)| *at);
    Ok(all.into_iter().map(|(_, line)| line).collect())
}

fn title(received: &Received) -> &'static str {
    match received.channel {
        Channel::Email => "mail-desk-one-email",
        Channel::Post => "mail-desk-one-post",
    }
}

pub(crate) fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "contact-channel-email",
        Channel::Post => "contact-channel-post",
    }
}

/// What is known about it, in words.
pub(crate) fn why(frame: &Frame, received: &Received) -> Option<String> {
    if received.other {
        return Some(frame.t("cases-desk-other-address-hint").to_owned());
    }
    Some(frame.t(why_key(&received.why)?).to_owned())
}

fn why_key(why: &str) -> Option<&'static str> {
    Some(match why {
        ANSWERED => "mail-desk-why-answered",
        AGAIN => "mail-desk-why-again",
        UNDELIVERED => "mail-desk-why-undelivered",
        "forged" => "mail-desk-why-forged",
        "gone" => "mail-desk-why-gone",
        "away" => "mail-desk-why-away",
        "returned" => "mail-desk-why-returned",
        "told" => "mail-desk-why-told",
        "ours" => "mail-desk-why-ours",
        _ => return None,
    })
}

pub(crate) fn shown(path: &str, file: &services::Attached, kept: &[File]) -> ShownFile {
    let found = kept.iter().find(|kept| kept.id == file.id);
    ShownFile {
        name: file.name.clone(),
        size: Lang::EN.size(file.bytes),
        path: found.filter(|kept| kept.can_be_opened()).map(|_| format!("{path}/files/{}", file.id)),
        picture: found.is_some_and(|kept| kept.content.is_picture()),
        note: match found.map(|kept| kept.state) {
            // On a case it is the case's.
            None => Some("mail-desk-file-moved"),
            Some(Stage::Sending | Stage::Waiting) => Some("cases-file-waiting"),
            Some(Stage::Infected) => Some("cases-file-infected"),
            Some(Stage::Unchecked) => Some("cases-desk-file-unchecked"),
            Some(Stage::Clean) => None,
        },
    }
}
