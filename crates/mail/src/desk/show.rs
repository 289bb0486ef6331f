//! `GET /desk/mail/{id}`: a mail as plain text, what came with it, and what can be said about where it belongs. Reading it
//! leaves a look, and so does every other mail of its thread that the page tells.

use super::{answer, find, frame, language, originals, theirs};
use crate::model::{AGAIN, ANSWERED, Channel, Received, UNDELIVERED};
use crate::store;
use crate::thread::{self, Thread};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use cases::ShownFile;
use kit::db::Conn;
use kit::extract::{Path, Query};
use kit::files::{self, File, State as Stage};
use kit::form::Form;
use kit::page::{self, Frame};
use kit::ui::{Button, Choices, Select};
use kit::who::Who;
use kit::{App, Id, Lang, Reference, Result, looks, outbox, typed};
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
    /// What was typed before is in it.
    typed: bool,
    path: String,
    received: Received,
    when: String,
    channel: String,
    why: Option<String>,
    files: Vec<ShownFile>,
    refused: Vec<String>,
    /// What goes back with whom it came from, and how that stands.
    originals: Option<(String, String)>,
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
    /// How many of the thread whoever reads this may not see, and why, in words; empty for none.
    elsewhere: String,
    /// There are older mails in it.
    older: bool,
    /// The mails whose words are on the page.
    told: Vec<Id>,
    /// The key of an answer; nothing where it cannot be answered by email.
    key: Option<Id>,
    /// Where an answer goes.
    goes: String,
    /// The language of their account, as far as anybody knows it.
    usual: Lang,
}

impl MailPage {
    /// Where somebody says what it is.
    fn marking(&self) -> String {
        format!("/desk/marked/new?message={}", self.received.id)
    }

    /// Where it is said what goes back, and how it went.
    fn originals_at(&self) -> String {
        format!("{}/originals", self.path)
    }

    /// Whether a letter is from whoever made the request it is put on.
    fn theirs(&self) -> Choices<'_> {
        theirs::field(&self.frame, &self.form, "kept")
    }

    /// What it is to be answered with.
    fn answer_words(&self) -> &str {
        self.frame.t(if self.received.channel == Channel::Text { "mail-desk-answer-text" } else { "mail-desk-answer" })
    }

    /// The language an answer is set in.
    fn language(&self) -> Select<'_> {
        language::ask(&self.frame, &self.form, self.usual).attr("form", "kept")
    }

    /// A button of the page's one form, sent to this part of its address.
    fn button(&self, words: &str, to: &str) -> Button<'_> {
        let words = self.frame.t(words).to_owned();
        Button::once(words).attr("form", "kept").attr("formaction", format!("{}/{to}", self.path))
    }
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
    let before = typed::of(&mut read, (who.staff()?.id, &crate::path(received.id))).await?;
    let typed = before.is_some();
    let form = named(&mut read, &app, &who, &received, before.unwrap_or_default()).await?;
    let mut drawn = draw(&mut read, &app, &who, received, form).await?;
    drop(read);
    drawn.typed = typed;
    looked(&app, &who, &drawn.told).await?;
    drawn.frame.notice = match asked.done.as_str() {
        "placed" => Some(drawn.frame.t("mail-desk-done-placed").to_owned()),
        "answered" => Some(drawn.frame.t("mail-desk-done-answered").to_owned()),
        "post" => Some(drawn.frame.t("mail-desk-done-post").to_owned()),
        _ => None,
    };
    page::html(&drawn)
}

/// The form with the reference of a case that the mail names, where none was typed: whoever reads it says whether it is right.
async fn named(conn: &mut Conn, app: &App, who: &Who, received: &Received, form: Form) -> Result<Form> {
    if !received.is_open() || !form.value("reference").is_empty() {
        return Ok(form);
    }
    for reference in Reference::all_in(&format!("{}\n{}", received.subject, received.text)) {
        if cases::reference_seen(conn, app, who, reference.as_str()).await?.is_some() {
            return Ok(form.fill("reference", reference.grouped()));
        }
    }
    Ok(form)
}

/// The page with what was typed, refused.
pub(crate) async fn refused(app: &App, who: &Who, received: Received, form: Form) -> Result<Response> {
    again(app, who, received, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// The page with what was typed: somebody else was faster.
pub(crate) async fn changed(app: &App, who: &Who, received: Received, form: Form) -> Result<Response> {
    again(app, who, received, form, StatusCode::CONFLICT).await
}

async fn again(app: &App, who: &Who, received: Received, form: Form, status: StatusCode) -> Result<Response> {
    let drawn = draw(&mut *app.db.read().await?, app, who, received, form).await?;
    looked(app, who, &drawn.told).await?;
    page::html_with(status, &drawn)
}

/// A mail with what was written to and fro about it.
#[derive(Debug)]
pub struct Read {
    /// The mail.
    pub received: Received,
    /// The rest of its thread.
    pub thread: Thread,
    /// What came with it, as far as it is kept here; what is on a case is the case's.
    pub files: Vec<File>,
    /// What is known about it, in words.
    pub why: Option<String>,
    /// What of it was not kept, in words.
    pub not_kept: Vec<String>,
    /// The reference of the case it is on.
    pub case: Option<Reference>,
    /// The language an answer is set in, unless another is chosen.
    pub usual: Lang,
}

/// Reads it, for whoever takes contacts; one on a case, for whoever may read that. Whose words leave is looked at first.
pub async fn read_one(app: &App, who: &Who, id: &str) -> Result<Read> {
    let mut conn = app.db.read().await?;
    let received = find(&mut conn, app, who, id).await?;
    let thread = thread::about(&mut conn, app, who, &received).await?;
    let frame = frame(app, who, crate::path(received.id), title(&received));
    let read = Read {
        files: files::of(&mut conn, &received.subject()).await?,
        why: why(&frame, &received),
        not_kept: received.with.refused.iter().map(|one| frame.with(&one.why, "name", one.name.as_str())).collect(),
        case: match received.case {
            Some(case) => Some(cases::elsewhere::by_id(&mut conn, case).await?.case.reference),
            None => None,
        },
        usual: language::usual(&mut conn, &received).await?,
        thread,
        received,
    };
    drop(conn);
    let told: Vec<Id> = read.thread.mails.iter().map(|mail| mail.id).chain([read.received.id]).collect();
    looked(app, who, &told).await?;
    Ok(read)
}

/// Notes whose words leave, before they do.
async fn looked(app: &App, who: &Who, told: &[Id]) -> Result<()> {
    let mut tx = app.db.begin().await?;
    for mail in told {
        looks::record(&mut tx, app, who, "mail", *mail, "mail").await?;
    }
    tx.commit().await
}

/// The page, with what was typed.
async fn draw(conn: &mut Conn, app: &App, who: &Who, received: Received, form: Form) -> Result<MailPage> {
    let path = crate::path(received.id);
    let mut frame = frame(app, who, path.clone(), title(&received)).with_error(!form.is_good());
    frame.keeps = (received.is_open() || received.can_be_answered()).then(|| typed::KEEP.to_owned());
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
    let known = match received.address() {
        Some(address) if received.is_open() => residents::store::by_address(conn, &address).await?,
        _ => None,
    };
    let originals = match store::originals::of_mail(conn, received.id).await? {
        Some(one) => Some((one.what.clone(), originals::stands(conn, &frame, &one).await?)),
        None => None,
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
        goes: goes(conn, app, &frame, &received).await?,
        usual: language::usual(conn, &received).await?,
        when: Lang::EN.date_time(received.received),
        channel: received.channel.words(),
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
        originals,
        resident,
        typed: false,
        path,
        received,
        form,
        frame,
    })
}

/// Where an answer to it goes, in words: to the address it is from, unless its resident asked for another way.
async fn goes(conn: &mut Conn, app: &App, frame: &Frame, received: &Received) -> Result<String> {
    let there = received.sender.as_str();
    if received.resident.is_none() || !received.can_be_answered() {
        return Ok(frame.with("mail-desk-answer-hint", "to", there));
    }
    Ok(match answer::by_which(conn, app, received, Lang::EN).await? {
        Some(outbox::Channel::Letter) => frame.t("mail-desk-answer-hint-letter").to_owned(),
        Some(_) => frame.with("mail-desk-answer-hint", "to", there),
        None => frame.t("mail-desk-answer-hint-none").to_owned(),
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
        Channel::Text => "mail-desk-one-text",
    }
}

/// What is known about it, in words.
pub(crate) fn why(frame: &Frame, received: &Received) -> Option<String> {
    if received.other {
        let key = if received.channel == Channel::Post {
            "cases-desk-other-hand-hint"
        } else {
            "cases-desk-other-address-hint"
        };
        return Some(frame.t(key).to_owned());
    }
    let key = match why_key(&received.why)? {
        "mail-desk-why-answered" if received.channel == Channel::Text => "mail-desk-why-answered-text",
        key => key,
    };
    Some(frame.t(key).to_owned())
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
