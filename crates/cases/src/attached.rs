//! Files that came with a case: shown beside the answers they belong to, opened by whoever may see those answers.

use crate::access::Action;
use crate::book::Answered;
use crate::desk::act::OFFERED;
use crate::desk::find;
use crate::desk::withheld::Withheld;
use crate::model::Case;
use crate::open::Given;
use crate::resident::door::{self, Seen};
use crate::store::{self, messages::Message, reporters::Reporter};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::Conn;
use kit::extract::Path;
use kit::facts::Subject;
use kit::files::{self, File, Size, State as Stage};
use kit::page::{self, Frame};
use kit::personal::Row;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result, looks};
use services::{Answer, Attached};

/// A file as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What it is called.
    pub name: String,
    /// How large it is, in words.
    pub size: String,
    /// Where it opens, once it may be opened.
    pub path: Option<String>,
    /// It can be looked at.
    pub picture: bool,
    /// What there is to know of it.
    pub note: Option<&'static str>,
}

/// The files of a case, if any of these answers has some.
pub(crate) async fn of_case(conn: &mut Conn, case: Id, answers: &[&str]) -> Result<Vec<File>> {
    match answers.iter().any(|answers| answers.contains("\"files\"")) {
        true => files::of(conn, &Subject::new("case", case)).await,
        false => Ok(Vec::new()),
    }
}

/// The files of a case, if its first reporter or one of these sent some.
pub(crate) async fn every(conn: &mut Conn, case: Id, first: &str, others: &[Reporter]) -> Result<Vec<File>> {
    let answers: Vec<&str> = others.iter().map(|other| other.answers.as_str()).chain([first]).collect();
    of_case(conn, case, &answers).await
}

/// The files of a case, also where only a message came with some.
pub(crate) async fn with_messages(
    conn: &mut Conn,
    case: Id,
    kept: Vec<File>,
    written: &[Message],
) -> Result<Vec<File>> {
    let some = written.iter().any(|message| !message.came.files.is_empty());
    if some && kept.is_empty() { files::of(conn, &Subject::new("case", case)).await } else { Ok(kept) }
}

/// Puts the files beside the answers they belong to; `path` is the page's own, staff's or the reporter's.
pub(crate) fn fill<'a>(frame: &Frame, path: &str, answers: impl Iterator<Item = &'a mut Answered>, kept: &[File]) {
    for answered in answers {
        answered.files = answered.attached.iter().map(|file| shown(frame.lang, path, file, kept)).collect();
    }
}

pub(crate) fn shown(lang: Lang, path: &str, file: &Attached, kept: &[File]) -> Shown {
    let found = kept.iter().find(|kept| kept.id == file.id);
    let desk = path.starts_with("/desk/");
    Shown {
        name: file.name.clone(),
        size: lang.size(file.bytes),
        path: found.filter(|kept| kept.can_be_opened()).map(|_| format!("{path}/files/{}", file.id)),
        picture: found.is_some_and(|kept| kept.content.is_picture()),
        note: match found.map(|kept| kept.state) {
            None | Some(Stage::Sending) => Some("cases-file-gone"),
            Some(Stage::Waiting) => Some("cases-file-waiting"),
            Some(Stage::Infected) => Some("cases-file-infected"),
            Some(Stage::Unchecked) if desk => Some("cases-desk-file-unchecked"),
            Some(Stage::Unchecked | Stage::Clean) => None,
        },
    }
}

/// The files these answers name.
pub(crate) fn named(answers: &str) -> Result<Vec<Attached>> {
    let given: Vec<Given> = serde_json::from_str(answers)?;
    let files = given.into_iter().filter_map(|one| match serde_json::from_value(one.value) {
        Ok(Answer::Files(files)) => Some(files),
        _ => None,
    });
    Ok(files.flatten().collect())
}

/// What is told of the files that came with these answers, and with what this reporter wrote, to whoever gave them; `path` is
/// the case's page.
pub(crate) async fn personal(
    conn: &mut Conn,
    (case, reporter): (Id, Id),
    answers: &str,
    path: &str,
) -> Result<Vec<Row>> {
    let own = of_reporter(conn, (case, reporter), answers).await?;
    Ok(own.iter().map(|file| file.personal(&format!("{path}/files/{}", file.id))).collect())
}

/// The files that came with these answers, and with what was written to or by this reporter, the oldest first.
async fn of_reporter(conn: &mut Conn, (case, reporter): (Id, Id), answers: &str) -> Result<Vec<File>> {
    let mut own = named(answers)?;
    own.extend(store::messages::files_of(conn, case, reporter).await?);
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let mut kept = files::of(conn, &Subject::new("case", case)).await?;
    kept.retain(|kept| own.iter().any(|file| file.id == kept.id));
    Ok(kept)
}

/// Refuses, and leads to their record, where this file is of somebody of whom this member of staff is not told how to reach them: a
/// tenancy agreement says where they live.
async fn may_open(conn: &mut Conn, app: &App, who: &Who, case: &Case, file: Id) -> Result<()> {
    let joined = store::reporters::residents(conn, case.id, OFFERED).await?;
    let joined = joined.into_iter().map(|(reporter, _, resident)| (reporter, resident));
    let all: Vec<(Id, Id)> = case.resident.map(|resident| (Id::NONE, resident)).into_iter().chain(joined).collect();
    let accounts = all.iter().map(|(_, resident)| *resident).collect();
    let withheld = Withheld::among(conn, app, who, case, accounts).await?;
    for (reporter, resident) in all.into_iter().filter(|(_, resident)| withheld.is_of(Some(*resident))) {
        let answers = match reporter {
            Id::NONE => store::cases::answers(conn, case.id).await?,
            joined => store::reporters::by_id(conn, joined).await?.answers,
        };
        if of_reporter(conn, (case.id, reporter), &answers).await?.iter().any(|own| own.id == file) {
            return Err(Error::First(format!("{}/open", residents::desk::path(resident))));
        }
    }
    Ok(())
}

/// GET /desk/cases/{ref}/files/{file}. Opening it is a look of its own.
pub async fn desk(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path((reference, file)): Path<(String, String)>,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let case = find(&mut tx, &app, &who, &reference, Action::See).await?;
    let file = files::one(&mut tx, &Subject::new("case", case.id), file.parse()?).await?;
    may_open(&mut tx, &app, &who, &case, file.id).await?;
    looks::record(&mut tx, &app, &who, "case", case.id, "file").await?;
    tx.commit().await?;
    files::answer(&app, &file, Size::Whole).await
}

/// GET /desk/cases/{ref}/files/{file}/small: part of the case's page, which was the look.
pub async fn desk_small(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path((reference, file)): Path<(String, String)>,
) -> Result<Response> {
    let mut read = app.db.read().await?;
    let case = find(&mut read, &app, &who, &reference, Action::See).await?;
    let file = files::one(&mut read, &Subject::new("case", case.id), file.parse()?).await?;
    may_open(&mut read, &app, &who, &case, file.id).await?;
    drop(read);
    files::answer(&app, &file, Size::Small).await
}

/// GET /cases/{ref}/files/{file}.
pub async fn own(state: State<App>, who: Extension<Who>, path: Path<(String, String)>) -> Result<Response> {
    open(state, who, path, Size::Whole).await
}

/// GET /cases/{ref}/files/{file}/small.
pub async fn own_small(state: State<App>, who: Extension<Who>, path: Path<(String, String)>) -> Result<Response> {
    open(state, who, path, Size::Small).await
}

/// A reporter's own file; what another reporter of the same thing sent is not theirs.
async fn open(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path((reference, file)): Path<(String, String)>,
    size: Size,
) -> Result<Response> {
    let mut read = app.db.read().await?;
    let Some(seen) = door::open(&mut read, &app, &who, &reference).await? else {
        return Ok(page::see(&door::elsewhere(&reference)));
    };
    let file = own_file(&mut read, &seen, file.parse()?).await?;
    drop(read);
    files::answer(&app, &file, size).await
}

/// One of the files that this reporter sent or was sent.
pub(crate) async fn own_file(conn: &mut Conn, seen: &Seen, id: Id) -> Result<File> {
    let mut own = named(&own_answers(conn, seen).await?)?;
    own.extend(store::messages::files_of(conn, seen.case.id, seen.me()).await?);
    if !own.iter().any(|own| own.id == id) {
        return Err(Error::NotFound);
    }
    files::one(conn, &Subject::new("case", seen.case.id), id).await
}

/// Every file that this reporter sent or was sent, the oldest first.
pub(crate) async fn own_files(conn: &mut Conn, seen: &Seen) -> Result<Vec<File>> {
    let answers = own_answers(conn, seen).await?;
    of_reporter(conn, (seen.case.id, seen.me()), &answers).await
}

async fn own_answers(conn: &mut Conn, seen: &Seen) -> Result<String> {
    match &seen.joiner {
        Some(joiner) => Ok(joiner.answers.clone()),
        None => store::cases::answers(conn, seen.case.id).await,
    }
}
