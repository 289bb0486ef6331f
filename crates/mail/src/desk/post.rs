//! `/desk/mail/post`: a letter that came on paper, with its scan. The day it came is what counts, at whichever counter that
//! was, and not the day somebody wrote it down.

use super::{frame, originals, theirs};
use crate::model::{Channel, Received, State as Became, With};
use crate::{facts, store, take};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use contact::Action;
use jiff::civil::Date;
use kit::clock::{DAY, HOUR, Micros};
use kit::db::{Conn, again_if_collided};
use kit::facts::Subject;
use kit::files::{self, File, Incoming, Sent, Takes};
use kit::form::Form;
use kit::page::{self, Frame};
use kit::ui::{Checkboxes, Choices, DateInput, Markup};
use kit::who::Who;
use kit::{App, Error, Id, Reference, Result, read};
use services::{Attached, Catalogue};
use sha2::{Digest, Sha256};

/// Letters of a line, and of the words of a letter.
const LINE: usize = 200;
const WORDS: usize = 20_000;
/// A letter older than this is a mistake of the keyboard.
const OLDEST: Micros = 5 * 366 * DAY;
/// The most pages of one letter that are scanned one by one.
const SCANS: usize = 20;
/// The field of the scans that are here already.
const KEPT: &str = "kept";
/// What a scan may be.
const TAKES: Takes = Takes { photos: true, pdf: true };

#[derive(Template)]
#[template(path = "mail-post.html")]
struct PostPage {
    frame: Frame,
    form: Form,
    key: Id,
    /// Scans that are here already, after a mistake elsewhere on the page.
    scans: Vec<File>,
}

impl PostPage {
    fn new(app: &App, who: &Who, form: Form, scans: Vec<File>) -> PostPage {
        let frame = frame(app, who, "/desk/mail/post".to_owned(), "mail-desk-post-title");
        let key = form.value("key").parse().unwrap_or_else(|_| app.id());
        PostPage { frame: frame.with_error(!form.is_good()), key, form, scans }
    }

    fn kept(&self) -> Choices<'_> {
        Checkboxes::of_files(&self.frame, KEPT, "mail-desk-post-kept", &self.scans)
    }

    fn theirs(&self) -> Choices<'_> {
        theirs::field(&self.frame, &self.form, "")
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
    page::html(&PostPage::new(&app, &who, form, Vec::new()))
}

/// A letter as it was typed.
struct Typed {
    received: Micros,
    sender: String,
    subject: String,
    words: String,
    reference: Option<Reference>,
    /// It is from somebody else than whoever made that request.
    other: bool,
    /// What is in it that goes back; empty where there is nothing.
    originals: String,
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
    let digest = digest(&sent);
    let before = before(&mut *app.db.read().await?, key, digest).await?;
    if matches!(before, Before::Same) {
        return Ok(page::see(&crate::path(key)));
    }
    let scans = scans(&app, &who, &frame, &mut form, &sent).await?;
    let typed = read(&app, &who, &frame, &mut form, scans.is_empty() && sent.files.is_empty()).await?;
    let Some(typed) = typed.filter(|_| form.is_good()) else {
        return page::invalid(&PostPage::new(&app, &who, form, scans));
    };
    if matches!(before, Before::Another) {
        return another(&app, &who, &frame, form, scans);
    }
    let received = letter(&app, &who, key, &typed)?;
    let files = scans.iter().map(|file| Attached { id: file.id, name: file.name.clone(), bytes: file.bytes });
    let received = Received { with: With { files: files.collect(), refused: Vec::new() }, ..received };
    if !again_if_collided(|| write(&app, &who, digest, &received, &scans, &typed)).await? {
        return another(&app, &who, &frame, form, scans);
    }
    Ok(page::see(&format!("{}?done=post", crate::path(received.id))))
}

/// Where scans are until their letter is kept: with whoever sends them in.
fn tray(who: &Who) -> Result<Subject> {
    Ok(Subject::new("post", who.staff()?.id))
}

/// The scans that the page kept before and those that came with it now, which are kept before anything else is looked at: a mistake
/// elsewhere on the page loses none.
async fn scans(app: &App, who: &Who, frame: &Frame, form: &mut Form, sent: &Sent) -> Result<Vec<File>> {
    let tray = tray(who)?;
    let before = files::kept_before(&mut *app.db.read().await?, app, &tray, form, (KEPT, SCANS)).await?;
    let (mut scans, gone) = before;
    if gone {
        form.refuse("scan", frame.t("mail-desk-post-again"));
    }
    let (kept, wrong) = files::keep_all(app, &tray, &sent.files, (TAKES, SCANS - scans.len())).await?;
    scans.extend(kept);
    if let Some((name, refused)) = wrong {
        form.refuse("scan", frame.with(refused.key(TAKES), "name", name));
    }
    Ok(scans)
}

/// What is kept under the key of a page.
enum Before {
    Nothing,
    /// What this press says: it was sent twice.
    Same,
    /// Another letter: somebody went back to the page it was kept from.
    Another,
}

async fn before(conn: &mut Conn, key: Id, digest: [u8; 32]) -> Result<Before> {
    if store::received::by_key(conn, digest).await?.is_some() {
        return Ok(Before::Same);
    }
    match store::received::by_id(conn, key).await {
        Ok(_) => Ok(Before::Another),
        Err(Error::NotFound) => Ok(Before::Nothing),
        Err(cause) => Err(cause),
    }
}

/// What makes two presses the same: the key among all that was typed, and the bytes of the scans.
fn digest(sent: &Sent) -> [u8; 32] {
    let mut hash = Sha256::new();
    let mut part = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    };
    part(b"post");
    for (name, value) in sent.form.fields() {
        part(name.as_bytes());
        part(value.as_bytes());
    }
    sent.files.iter().for_each(|file| part(&file.sha256));
    hash.finalize().into()
}

/// The page again under a new key: nothing of what was typed now is kept yet.
fn another(app: &App, who: &Who, frame: &Frame, mut form: Form, scans: Vec<File>) -> Result<Response> {
    form.refuse("scan", frame.t("mail-desk-post-another"));
    page::invalid(&PostPage { key: app.id(), ..PostPage::new(app, who, form, scans) })
}

async fn read(app: &App, who: &Who, frame: &Frame, form: &mut Form, no_scan: bool) -> Result<Option<Typed>> {
    let received = read_day(app, frame, form)?;
    let sender = read::line(frame, form, "from", "mail-desk-post-from-empty", LINE);
    let subject = read::line(frame, form, "subject", "mail-desk-post-subject-empty", LINE);
    let words = match form.trimmed("words") {
        "" if no_scan => {
            form.refuse("scan", frame.t("mail-desk-post-nothing"));
            None
        }
        "" => Some(String::new()),
        _ => read::lines(frame, form, "words", "mail-desk-post-nothing", WORDS),
    };
    let originals = read::line_if_any(frame, form, "originals", originals::LINE);
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
    let other = match reference {
        Some(_) => theirs::is_others(form, frame.t("mail-desk-theirs-empty")),
        None => Some(false),
    };
    let (Some(received), Some(sender), Some(subject)) = (received, sender, subject) else { return Ok(None) };
    let (Some(words), Some(originals), Some(other)) = (words, originals, other) else { return Ok(None) };
    Ok(Some(Typed { received, sender, subject, words, reference, other, originals }))
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
        other: typed.other,
        thread: None,
        case: None,
        resident: None,
        contact: None,
        staff: who.staff()?.id,
        done_at: 0,
        revision: 0,
    })
}

/// Keeps it; false where another letter has its key.
async fn write(app: &App, who: &Who, key: [u8; 32], received: &Received, kept: &[File], typed: &Typed) -> Result<bool> {
    let reference = typed.reference.as_ref();
    let mut tx = app.db.begin().await?;
    let mut received = received.clone();
    let writer = match reference {
        Some(reference) => cases::received::writer(&mut tx, reference).await?,
        None => None,
    };
    if let Some(writer) = &writer {
        received.settle(Became::Case, who.staff()?.id, app.now())?;
        (received.case, received.resident) = (Some(writer.case.id), writer.resident.filter(|_| !typed.other));
    }
    if !store::received::insert(&mut tx, key, &received).await? {
        return Ok(store::received::by_key(&mut tx, key).await?.is_some());
    }
    for file in kept {
        files::hand_in(&mut tx, file).await?;
    }
    let ids: Vec<Id> = kept.iter().map(|file| file.id).collect();
    files::give(&mut tx, &ids, &tray(who)?, &received.subject()).await?;
    kit::facts::record(&mut tx, app, facts::about("mail.received", who, &received)).await?;
    if !typed.originals.is_empty() {
        originals::keep(&mut tx, app, who, &received, &typed.originals).await?;
    }
    if let (Some(reference), Some(_)) = (reference, &writer) {
        take::on_case(&mut tx, app, &received, reference).await?;
    }
    tx.commit().await?;
    Ok(true)
}
