//! `/desk/mail/post`: a letter that came on paper, with its scan. The day it came is what counts, at whichever counter that
//! was, and not the day somebody wrote it down.

use super::frame;
use crate::desk::typed::{read_line, read_reason};
use crate::model::{Channel, Received, State as Became, With};
use crate::{facts, store, take};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use contact::Action;
use jiff::civil::Date;
use kit::clock::{DAY, HOUR, Micros};
use kit::db::again_if_collided;
use kit::files::{self, File, Incoming, Refused, Sent, Takes};
use kit::form::Form;
use kit::page::{self, Frame};
use kit::ui::{DateInput, Markup};
use kit::who::Who;
use kit::{App, Error, Id, Reference, Result};
use services::{Attached, Catalogue};
use sha2::{Digest, Sha256};

/// Letters of a line, and of the words of a letter.
const LINE: usize = 200;
const WORDS: usize = 20_000;
/// A letter older than this is a mistake of the keyboard.
const OLDEST: Micros = 5 * 366 * DAY;
/// What a scan may be.
const TAKES: Takes = Takes { photos: true, pdf: true };

#[derive(Template)]
#[template(path = "mail-post.html")]
struct PostPage {
    frame: Frame,
    form: Form,
    key: Id,
}

impl PostPage {
    fn new(app: &App, who: &Who, form: Form) -> PostPage {
        let frame = frame(app, who, "/desk/mail/post".to_owned(), "mail-desk-post-title");
        let key = form.value("key").parse().unwrap_or_else(|_| app.id());
        PostPage { frame: frame.with_error(!form.is_good()), key, form }
    }

    fn day(&self) -> Markup<'_> {
        let value = |end: &str| self.form.value(&format!("received-{end}")).to_owned();
        let field = DateInput::new(&self.frame, "received", self.frame.t("mail-desk-post-day"));
        let field = field.values(value("day"), value("month"), value("year"));
        field.error(&self.frame, self.form.error("received")).into()
    }
}

/// Asks what came.
pub(crate) async fn get(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    contact::check(&who, Action::Take)?;
    let today = kit::lang::local(app.now()).date();
    let form = Form::empty().fill("received-day", today.day().to_string());
    let form = form.fill("received-month", today.month().to_string()).fill("received-year", today.year().to_string());
    page::html(&PostPage::new(&app, &who, form))
}

/// A letter as it was typed.
struct Typed {
    received: Micros,
    sender: String,
    subject: String,
    words: String,
    reference: Option<Reference>,
}

/// Keeps it, once by its key.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    incoming: Incoming,
) -> Result<Response> {
    contact::check(&who, Action::Take)?;
    let sent = incoming.read(&app).await?;
    let mut form = sent.form.clone();
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let frame = frame(&app, &who, String::new(), "mail-desk-post-title");
    let typed = read(&app, &who, &frame, &mut form, &sent).await?;
    let Some(typed) = typed.filter(|_| form.is_good()) else {
        return page::invalid(&PostPage::new(&app, &who, form));
    };
    let digest: [u8; 32] = Sha256::digest(format!("post:{key}")).into();
    if let Some(there) = store::received::by_key(&mut *app.db.read().await?, digest).await? {
        return Ok(page::see(&crate::path(there)));
    }
    let received = letter(&app, &who, key, &typed)?;
    let kept = match keep_scans(&app, &received, &sent).await? {
        Ok(kept) => kept,
        Err((name, refused)) => {
            form.refuse("scan", frame.with(refused.key(TAKES), "name", name));
            return page::invalid(&PostPage::new(&app, &who, form));
        }
    };
    let files = kept.iter().map(|file| Attached { id: file.id, name: file.name.clone(), bytes: file.bytes });
    let received = Received { with: With { files: files.collect(), refused: Vec::new() }, ..received };
    again_if_collided(|| write(&app, &who, digest, &received, &kept, typed.reference.as_ref())).await?;
    Ok(page::see(&format!("{}?done=post", crate::path(received.id))))
}

async fn read(app: &App, who: &Who, frame: &Frame, form: &mut Form, sent: &Sent) -> Result<Option<Typed>> {
    let received = read_day(app, frame, form)?;
    let sender = read_line(frame, form, "from", Some("mail-desk-post-from-empty"), LINE);
    let subject = read_line(frame, form, "subject", Some("mail-desk-post-subject-empty"), LINE);
    let words = match form.trimmed("words") {
        "" if sent.files.is_empty() => {
            form.refuse("scan", frame.t("mail-desk-post-nothing"));
            None
        }
        "" => Some(String::new()),
        _ => read_reason(frame, form, "words", "mail-desk-post-nothing", WORDS),
    };
    let typed = form.trimmed("reference").to_owned();
    let reference = match typed.as_str() {
        "" => None,
        typed => {
            let found = cases::reference_seen(&mut *app.db.read().await?, app, who, typed).await?;
            if found.is_none() {
                let wrong = typed.parse::<Reference>().is_err();
                form.refuse("reference", frame.t(if wrong { "page-reference-mistyped" } else { "cases-find-none" }));
            }
            found
        }
    };
    let (Some(received), Some(sender), Some(subject), Some(words)) = (received, sender, subject, words) else {
        return Ok(None);
    };
    Ok(Some(Typed { received, sender, subject, words, reference }))
}

/// The day it came: today or before.
fn read_day(app: &App, frame: &Frame, form: &mut Form) -> Result<Option<Micros>> {
    let part = |end: &str| form.trimmed(&format!("received-{end}")).parse::<i16>().ok();
    let small = |end: &str| part(end).and_then(|number| i8::try_from(number).ok());
    let day = || Date::new(part("year")?, small("month")?, small("day")?).ok();
    let calendar = app.part::<Catalogue>()?.calendar();
    let begins = day().and_then(|day| calendar.start_of(day).ok());
    let good = begins.filter(|begins| *begins <= app.now() && *begins > app.now() - OLDEST);
    if good.is_none() {
        form.refuse("received", frame.t("mail-desk-post-day-wrong"));
    }
    // By noon of that day it was there.
    Ok(good.map(|begins| (begins + 12 * HOUR).min(app.now())))
}

fn letter(app: &App, who: &Who, key: Id, typed: &Typed) -> Result<Received> {
    let signs = app.part::<Catalogue>()?.danger().signs(&format!("{}\n{}", typed.subject, typed.words));
    Ok(Received {
        id: key,
        channel: Channel::Post,
        state: Became::Waiting,
        why: String::new(),
        danger: !signs.is_empty(),
        received: typed.received,
        sender: typed.sender.clone(),
        sender_name: String::new(),
        recipient: String::new(),
        subject: typed.subject.clone(),
        text: typed.words.clone(),
        message_id: String::new(),
        with: With::default(),
        other: false,
        thread: None,
        case: None,
        resident: None,
        contact: None,
        staff: who.staff()?.id,
        done_at: 0,
        revision: 0,
    })
}

async fn keep_scans(
    app: &App,
    received: &Received,
    sent: &Sent,
) -> Result<std::result::Result<Vec<File>, (String, Refused)>> {
    let mut kept = Vec::new();
    for scan in &sent.files {
        match files::keep(app, &received.subject(), scan, TAKES).await? {
            Ok(file) => kept.push(file),
            // What was kept of it is nobody's, and is cleared away.
            Err(refused) => return Ok(Err((scan.name.clone(), refused))),
        }
    }
    Ok(Ok(kept))
}

async fn write(
    app: &App,
    who: &Who,
    key: [u8; 32],
    received: &Received,
    kept: &[File],
    reference: Option<&Reference>,
) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let mut received = received.clone();
    let writer = match reference {
        Some(reference) => cases::received::writer(&mut tx, reference).await?,
        None => None,
    };
    if let Some(writer) = &writer {
        received.settle(Became::Case, who.staff()?.id, app.now())?;
        (received.case, received.resident) = (Some(writer.case.id), writer.resident);
    }
    if !store::received::insert(&mut tx, key, &received).await? {
        return Ok(());
    }
    for file in kept {
        files::hand_in(&mut tx, file).await?;
    }
    kit::facts::record(&mut tx, app, facts::about("mail.received", who, &received)).await?;
    if let (Some(reference), Some(_)) = (reference, &writer) {
        take::on_case(&mut tx, app, &received, reference).await?;
    }
    tx.commit().await
}
