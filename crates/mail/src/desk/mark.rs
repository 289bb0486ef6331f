//! `/desk/marked/new?message=…`: saying that a message is more than a message, and `/desk/marked/{id}`: what was said, and
//! its end. Whichever way the message came, its clock runs from then.

use super::{find, frame};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use cases::Case;
use cases::marks::{self, Kind, Mark};
use contact::Contact;
use kit::clock::Micros;
use kit::db::Conn;
use kit::extract::{Path, Query};
use kit::form::Form;
use kit::page::{self, Frame};
use kit::ui::{CharacterCount, Choice, Markup, Radios};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result, looks, read};
use serde::Deserialize;
use services::{Catalogue, Note, by_when};

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The message.
    message: String,
    /// What was just done.
    done: String,
}

/// What is to be marked: a message on a case or what one was opened with, a mail on none, or a contact.
struct Message {
    id: Id,
    case: Option<Case>,
    of: Of,
    received: Micros,
    text: String,
}

/// What it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Message,
    Opening,
    Mail,
    /// With somebody known, or not.
    Contact(Option<Id>),
}

/// The message of this id, for whoever may mark it.
async fn message(conn: &mut Conn, app: &App, who: &Who, id: &str) -> Result<Message> {
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    if let Some(found) = marks::message(conn, app, who, id).await? {
        let of = if found.opening { Of::Opening } else { Of::Message };
        return Ok(Message { id, case: Some(found.case), of, received: found.received, text: found.text });
    }
    if let Some(contact) = own_contact(conn, who, id).await? {
        let asked = contact::questions(conn, id).await?;
        let words = asked.into_iter().map(|one| one.words).chain([contact.note]);
        let text = words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n");
        return Ok(Message { id, case: None, of: Of::Contact(contact.resident), received: contact.began, text });
    }
    let mail = find(conn, app, who, &id.to_string()).await?;
    Ok(Message { id, case: None, of: Of::Mail, received: mail.received, text: mail.words() })
}

/// The contact of this id, for whoever has it; nothing where there is none, or nothing personal is left of it.
async fn own_contact(conn: &mut Conn, who: &Who, id: Id) -> Result<Option<Contact>> {
    let found = match contact::by_id(conn, id).await {
        Err(Error::NotFound) => return Ok(None),
        found => found?,
    };
    contact::check(who, contact::Action::Work(&found))?;
    Ok(Some(found).filter(|contact| !contact.erased))
}

#[derive(Template)]
#[template(path = "mark.html")]
struct MarkPage {
    frame: Frame,
    form: Form,
    key: Id,
    message: Message,
    when: String,
    back: String,
}

impl MarkPage {
    fn kinds(&self) -> Markup<'_> {
        let choice = |kind: Kind| {
            let hint = self.frame.t(hint_key(kind));
            Choice::new(kind.code(), self.frame.t(kind_key(kind))).hint(Some(hint))
        };
        let kinds = Radios::new("kind", self.frame.t("mail-desk-mark-kind")).choices(Kind::ALL.map(choice));
        kinds.value(self.form.value("kind")).error(&self.frame, self.form.error("kind")).into()
    }

    fn reason(&self) -> Markup<'_> {
        let (form, frame) = (&self.form, &self.frame);
        let field = CharacterCount::new(frame, "reason", frame.t("mail-desk-mark-reason"), MOST as u64).rows(3);
        field.value(form.value("reason")).error(frame, form.error("reason")).into()
    }
}

/// Letters of a reason.
const MOST: usize = 1_000;

/// The words of a kind.
pub(crate) fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Information => "mail-desk-mark-information",
        Kind::Access => "mail-desk-mark-access",
        Kind::Complaint => "mail-desk-mark-complaint",
        Kind::Claim => "mail-desk-mark-claim",
        Kind::Safeguarding => "mail-desk-mark-safeguarding",
    }
}

fn hint_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Information => "mail-desk-mark-hint-information",
        Kind::Access => "mail-desk-mark-hint-access",
        Kind::Complaint => "mail-desk-mark-hint-complaint",
        Kind::Claim => "mail-desk-mark-hint-claim",
        Kind::Safeguarding => "mail-desk-mark-hint-safeguarding",
    }
}

/// Where it stands.
fn place(case: Option<&Case>, message: Id, of: Of) -> String {
    match (case, of) {
        (Some(case), Of::Opening) => format!("/desk/cases/{}", case.reference),
        (Some(case), _) => format!("/desk/cases/{}#messages", case.reference),
        (None, Of::Contact(_)) => contact::path(message),
        (None, _) => crate::path(message),
    }
}

fn page_of(app: &App, who: &Who, message: Message, form: Form) -> MarkPage {
    let path = format!("/desk/marked/new?message={}", message.id);
    let frame = frame(app, who, path, "mail-desk-mark-title").with_error(!form.is_good());
    MarkPage {
        key: form.value("key").parse().unwrap_or_else(|_| app.id()),
        when: Lang::EN.date_time(message.received),
        back: place(message.case.as_ref(), message.id, message.of),
        message,
        form,
        frame,
    }
}

/// Asks what it is.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    who.staff()?;
    let mut tx = app.db.begin().await?;
    let message = message(&mut tx, &app, &who, &asked.message).await?;
    look(&mut tx, &app, &who, &message).await?;
    tx.commit().await?;
    page::html(&page_of(&app, &who, message, Form::empty()))
}

async fn look(conn: &mut Conn, app: &App, who: &Who, message: &Message) -> Result<()> {
    match (&message.case, message.of) {
        (Some(case), _) => looks::record(conn, app, who, "case", case.id, "case").await,
        (None, Of::Contact(Some(resident))) => looks::record(conn, app, who, "resident", resident, "contact").await,
        (None, Of::Contact(None)) => Ok(()),
        (None, _) => looks::record(conn, app, who, "mail", message.id, "mail").await,
    }
}

/// Keeps it; the same again is one.
pub(crate) async fn post(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    // What they may do with the message is asked of the message.
    who.staff()?;
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let shown = message(&mut *app.db.read().await?, &app, &who, form.value("message")).await?;
    let words = frame(&app, &who, String::new(), "mail-desk-mark-title");
    let kind = read::choice(&words, &mut form, "kind", "mail-desk-mark-kind-empty", Kind::of);
    let reason = read::lines(&words, &mut form, "reason", "mail-desk-mark-reason-empty", MOST);
    let (Some(kind), Some(reason)) = (kind, reason) else {
        return page::invalid(&page_of(&app, &who, shown, form));
    };
    let mut tx = app.db.begin().await?;
    let shown = message(&mut tx, &app, &who, form.value("message")).await?;
    let of = (key, shown.id, shown.case.as_ref());
    if marks::mark(&mut tx, &app, &who, of, (kind, shown.received, &reason)).await? {
        tx.commit().await?;
        return Ok(page::see(&format!("/desk/marked/{key}?done=made")));
    }
    let staff = who.staff()?;
    let standing = marks::of_message(&mut tx, staff, shown.id).await?;
    // An alert is each one's own.
    let same = |mark: &Mark| mark.kind == kind && (kind != Kind::Safeguarding || mark.made_by == staff.id);
    let standing = standing.iter().find(|mark| mark.ended_at == 0 && same(mark));
    Ok(page::see(&standing.map_or("/desk/marked".to_owned(), |mark| format!("/desk/marked/{}", mark.id))))
}

#[derive(Template)]
#[template(path = "marked-one.html")]
struct OnePage {
    frame: Frame,
    form: Form,
    mark: Mark,
    /// What to ring at once.
    dangers: Vec<Note>,
    kind: &'static str,
    received: String,
    first: Option<String>,
    due: String,
    late: bool,
    /// Nothing where somebody else has it.
    place: Option<String>,
    reference: String,
    by: String,
    ended: Option<String>,
}

impl OnePage {
    fn how(&self) -> Markup<'_> {
        let frame = &self.frame;
        let done = Choice::new("done", frame.t("mail-desk-mark-done"));
        let wrong = Choice::new("wrong", frame.t("mail-desk-mark-wrong"));
        let how = Radios::new("how", frame.t("mail-desk-mark-how")).choice(done).choice(wrong);
        how.value(self.form.value("how")).error(frame, self.form.error("how")).into()
    }

    fn reason(&self) -> Markup<'_> {
        let (form, frame) = (&self.form, &self.frame);
        let field = CharacterCount::new(frame, "reason", frame.t("mail-desk-mark-end-reason"), MOST as u64).rows(3);
        field.value(form.value("reason")).error(frame, form.error("reason")).into()
    }
}

/// A mark, the case of what was marked, and what that is.
type Found = (Mark, Option<Case>, Of);

/// The mark of an address, for whoever may see its message; one of a contact is for everybody who takes contacts, as one of a mail is.
async fn mark_of(conn: &mut Conn, app: &App, who: &Who, id: &str) -> Result<Found> {
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    let (mark, case) = marks::by_id(conn, app, who, id).await?;
    if case.is_some() {
        return Ok((mark, case, Of::Message));
    }
    contact::check(who, contact::Action::Take)?;
    let of = match contact::by_id(conn, mark.message).await {
        Ok(contact) => Of::Contact(contact.resident),
        Err(Error::NotFound) => Of::Mail,
        Err(cause) => return Err(cause),
    };
    if of == Of::Mail {
        find(conn, app, who, &mark.message.to_string()).await?;
    }
    Ok((mark, case, of))
}

/// Where it stands, for whoever may read it there: a contact is the business of whoever has it.
async fn place_of(conn: &mut Conn, who: &Who, (mark, case, of): &Found) -> Result<Option<String>> {
    if let Of::Contact(_) = of {
        let contact = contact::by_id(conn, mark.message).await?;
        return Ok(contact::check(who, contact::Action::Work(&contact)).is_ok().then(|| contact::path(contact.id)));
    }
    Ok(Some(place(case.as_ref(), mark.message, *of)))
}

async fn one(conn: &mut Conn, app: &App, who: &Who, found: Found, form: Form) -> Result<OnePage> {
    let place = place_of(conn, who, &found).await?;
    let (mark, case, _) = found;
    let path = format!("/desk/marked/{}", mark.id);
    let frame = frame(app, who, path, kind_key(mark.kind)).with_error(!form.is_good());
    let calendar = app.part::<Catalogue>()?.calendar();
    let alert = mark.kind == Kind::Safeguarding && mark.ended_at == 0;
    let ended = (mark.ended_at > 0).then(|| {
        let key = if mark.ended_how == "done" { "mail-desk-mark-done" } else { "mail-desk-mark-wrong" };
        format!("{}, {}", frame.t(key), Lang::EN.date_time(mark.ended_at))
    });
    Ok(OnePage {
        dangers: if alert { services::notes(&frame, ["child-at-risk", "adult-at-risk"]) } else { Vec::new() },
        kind: kind_key(mark.kind),
        received: Lang::EN.date_time(mark.received),
        first: match (mark.first, mark.told_at) {
            (0, _) => None,
            (first, 0) => Some(by_when(calendar, first, Lang::EN)),
            (_, told) => Some(frame.with("mail-desk-mark-told", "date", Lang::EN.date_time(told))),
        },
        due: by_when(calendar, mark.due, Lang::EN),
        late: mark.ended_at == 0 && mark.due < app.now(),
        place,
        reference: case.map(|case| case.reference.grouped()).unwrap_or_default(),
        by: workforce::name_of(conn, mark.made_by).await?.unwrap_or_default(),
        ended,
        mark,
        form,
        frame,
    })
}

/// What was said, by when it is due, and for an alert whom to ring.
pub(crate) async fn show(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    who.staff()?;
    let mut tx = app.db.begin().await?;
    let found = mark_of(&mut tx, &app, &who, &id).await?;
    let (id, received, text) = (found.0.message, found.0.received, String::new());
    look(&mut tx, &app, &who, &Message { id, case: found.1.clone(), of: found.2, received, text }).await?;
    tx.commit().await?;
    let mut drawn = one(&mut *app.db.read().await?, &app, &who, found, Form::empty()).await?;
    drawn.frame.notice = match asked.done.as_str() {
        "made" => Some(drawn.frame.t("mail-desk-mark-made").to_owned()),
        "ended" => Some(drawn.frame.t("mail-desk-mark-ended").to_owned()),
        _ => None,
    };
    page::html(&drawn)
}

/// Ends it, with the reason; the second of two finds it ended.
pub(crate) async fn end(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    who.staff()?;
    let words = frame(&app, &who, String::new(), "mail-desk-mark-title");
    let mut read = app.db.read().await?;
    let found = mark_of(&mut read, &app, &who, &id).await?;
    drop(read);
    let how = read::choice(&words, &mut form, "how", "mail-desk-mark-how-empty", |how| {
        ["done", "wrong"].into_iter().find(|known| *known == how)
    });
    let reason = read::lines(&words, &mut form, "reason", "mail-desk-mark-reason-empty", MOST);
    let (Some(how), Some(reason)) = (how, reason) else {
        return page::invalid(&one(&mut *app.db.read().await?, &app, &who, found, form).await?);
    };
    let mut tx = app.db.begin().await?;
    let (mark, ..) = mark_of(&mut tx, &app, &who, &id).await?;
    marks::end(&mut tx, &app, &who, &mark, how, &reason).await?;
    tx.commit().await?;
    Ok(page::see(&format!("/desk/marked/{}?done=ended", mark.id)))
}
