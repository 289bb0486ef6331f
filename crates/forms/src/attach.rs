//! Files on a page of questions: what was sent is kept at once, so that it is not lost with a mistake elsewhere on the page;
//! it becomes part of the answer in the transaction that saves it, beside what another window attached meanwhile.

use crate::draft::Draft;
use crate::enter;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::attempts::{self, Limit};
use kit::clock::HOUR;
use kit::db::Tx;
use kit::extract::Path;
use kit::facts::Subject;
use kit::files::{self, File, LARGEST_TOGETHER, Refused, Sent, Size, Spooled, Takes};
use kit::form::Form;
use kit::who::Who;
use kit::{App, Id, Result};
use services::{Answer, Answers, Attached, Attachments, Definition, Kind, Question};

/// Files sent for one draft.
const FILES: Limit = Limit { most: 100, window: HOUR };

/// What was done with the files of a page.
#[derive(Default)]
pub struct Taken {
    /// The questions that take files, as the page asked them.
    questions: Vec<(String, usize)>,
    /// What was kept, with its question.
    new: Vec<(String, File)>,
    /// What is to go.
    removed: Vec<Id>,
    /// A button beside the files was pressed: the page is shown again.
    pub pressed: bool,
    /// Something could not be taken; the form says why.
    pub refused: bool,
}

/// Whom a draft's files belong to.
pub fn owner(draft: Id) -> Subject {
    Subject::new("draft", draft)
}

/// The files a question of the draft has.
pub fn of<'a>(draft: &'a Draft, question: &str) -> &'a [Attached] {
    match draft.answers.get(question) {
        Some(Answer::Files(files)) => files,
        _ => &[],
    }
}

/// True where the page has to be sent as a form with files.
pub fn takes_files(questions: &[&Question]) -> bool {
    questions.iter().any(|question| matches!(question.kind, Kind::File(_)))
}

/// Takes in what was sent for these questions; why something was not is noted in the form.
pub async fn take(
    app: &App,
    who: &Who,
    (definition, asked): (&Definition, &[&Question]),
    draft: &Draft,
    sent: &Sent,
    form: &mut Form,
) -> Result<Taken> {
    let mut taken =
        Taken { pressed: !(form.value("add").is_empty() && form.value("remove").is_empty()), ..Taken::default() };
    if !takes_files(asked) {
        return Ok(taken);
    }
    let slow =
        !sent.files.is_empty() && attempts::count(app, &format!("forms-files:{}", draft.id), FILES).await?.is_some();
    let mut room = Room::of(app, draft).await?;
    for question in asked {
        let Kind::File(Attachments { most, takes }) = question.kind else { continue };
        // One that appeared because of another's answer was not on the page that was sent.
        if form.values("asked").next().is_some() && !form.chose("asked", &question.id) {
            continue;
        }
        let has = of(draft, &question.id);
        let removed: Vec<Id> = form.values("remove").filter_map(|id| id.parse().ok()).collect();
        taken.removed.extend(has.iter().map(|file| file.id).filter(|id| removed.contains(id)));
        taken.questions.push((question.id.clone(), most));
        let mut left = most.saturating_sub(has.iter().filter(|file| !removed.contains(&file.id)).count());
        let mut wrong = Vec::new();
        for one in sent.files.iter().filter(|file| file.field == question.id) {
            if slow {
                wrong.push(app.t(who.lang, "page-file-slow").to_owned());
                break;
            }
            match room.keep(app, draft, one, takes, &mut left, has).await? {
                Some(Ok(file)) => taken.new.push((question.id.clone(), file)),
                Some(Err(refused)) => {
                    let name: String = one.name.chars().take(100).collect();
                    wrong.push(app.words.with(who.lang, refused.key(takes), &[("name", name.into())]));
                }
                None => {}
            }
        }
        let empty = left == most;
        if wrong.is_empty() && empty && question.required && !taken.pressed {
            wrong.push(definition.error_text(&question.missing_error(), who.lang, &app.words));
        }
        if !wrong.is_empty() {
            taken.refused |= !empty || !sent.files.is_empty();
            form.refuse(&question.id, wrong.join(" "));
        }
    }
    Ok(taken)
}

/// What the draft has already, and how much more it takes.
struct Room {
    there: Vec<File>,
    bytes: u64,
}

impl Room {
    async fn of(app: &App, draft: &Draft) -> Result<Room> {
        let there = files::of(&mut *app.db.read().await?, &owner(draft.id)).await?;
        let bytes = there.iter().map(|file| file.bytes as u64).sum();
        Ok(Room { there, bytes })
    }

    /// Keeps a file; nothing where the question has the very same already, as after going back and sending again.
    async fn keep(
        &mut self,
        app: &App,
        draft: &Draft,
        sent: &Spooled,
        takes: Takes,
        left: &mut usize,
        has: &[Attached],
    ) -> Result<Option<Result<File, Refused>>> {
        let same = |file: &File| file.sent_sha256 == sent.sha256 && has.iter().any(|other| other.id == file.id);
        if sent.fault.is_none() && self.there.iter().any(same) {
            return Ok(None);
        }
        if *left == 0 {
            return Ok(Some(Err(Refused::TooMany)));
        }
        if sent.fault.is_none() && self.bytes + sent.bytes > LARGEST_TOGETHER {
            return Ok(Some(Err(Refused::TooMuch)));
        }
        let kept = files::keep(app, &owner(draft.id), sent, takes).await?;
        if let Ok(file) = &kept {
            *left -= 1;
            self.bytes += file.bytes as u64;
        }
        Ok(Some(kept))
    }
}

impl Taken {
    /// True when something was added or taken away: it is saved whatever else is wrong with the page.
    pub fn changes(&self) -> bool {
        !(self.new.is_empty() && self.removed.is_empty())
    }

    /// The answers of the page's questions for files, as the draft stands now: what another window attached stays, as far
    /// as there is room.
    pub fn answers(&self, draft: &Draft) -> Vec<(String, Option<Answer>)> {
        let answer = |(question, most): &(String, usize)| {
            let stays = of(draft, question).iter().filter(|file| !self.removed.contains(&file.id)).cloned();
            let new = self.new.iter().filter(|(of, _)| of == question).map(|(_, file)| attached(file));
            let all: Vec<Attached> = stays.chain(new).take(*most).collect();
            (question.clone(), (!all.is_empty()).then_some(Answer::Files(all)))
        };
        self.questions.iter().map(answer).collect()
    }

    /// Makes what was kept the draft's and deletes what is to go, once the answers are in the draft. What found no room is
    /// cleared away later.
    pub async fn save(&self, tx: &mut Tx, draft: &Draft) -> Result<()> {
        for (question, file) in &self.new {
            if of(draft, question).iter().any(|kept| kept.id == file.id) {
                files::hand_in(tx, file).await?;
            }
        }
        for id in &self.removed {
            files::delete(tx, &owner(draft.id), *id).await?;
        }
        Ok(())
    }
}

/// Gives the files of a draft that was sent to its case, and deletes those of questions that were not asked in the end.
pub async fn give(tx: &mut Tx, draft: &Draft, sent: &Answers, case: Id) -> Result<()> {
    if draft.answers.files().next().is_none() {
        return Ok(());
    }
    let ids: Vec<Id> = sent.files().map(|file| file.id).collect();
    files::give(tx, &ids, &owner(draft.id), &Subject::new("case", case)).await?;
    files::delete_all(tx, &owner(draft.id)).await.map(drop)
}

/// A file as an answer names it.
pub fn attached(file: &File) -> Attached {
    Attached { id: file.id, name: file.name.clone(), bytes: file.bytes }
}

/// GET /forms/{draft}/files/{file}.
pub async fn get(state: State<App>, who: Extension<Who>, path: Path<(String, String)>) -> Result<Response> {
    open(state, who, path, Size::Whole).await
}

/// GET /forms/{draft}/files/{file}/small.
pub async fn small(state: State<App>, who: Extension<Who>, path: Path<(String, String)>) -> Result<Response> {
    open(state, who, path, Size::Small).await
}

/// A file of a draft, for whoever may see the draft.
async fn open(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path((id, file)): Path<(String, String)>,
    size: Size,
) -> Result<Response> {
    let (id, file): (Id, Id) = (id.parse()?, file.parse()?);
    let mut read = app.db.read().await?;
    let draft = enter::draft(&mut read, &app, &who, id).await?;
    let file = files::one(&mut read, &owner(draft.id), file).await?;
    drop(read);
    files::answer(&app, &file, size).await
}
