//! A page of questions: shown with what was answered before, kept question by question, merged with what another tab
//! saved in the meantime.

use crate::draft::Draft;
use crate::enter::{self, From};
use crate::fields::Drawing;
use crate::journey::{Journey, Step, page_at};
use crate::later::{Later, typed_wrongly};
use crate::{attach, behalf, danger, service, store};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::{Conn, Tx};
use kit::extract::{Path, Query};
use kit::facts::{self, Fact};
use kit::files::{self, File, Incoming};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::Markup;
use kit::who::Who;
use kit::words::Arg;
use kit::{App, Error, Id, Result};
use serde_json::json;
use services::{Answer, Definition, Kind, Page, Question};

/// A page with fields and "Continue".
#[derive(Template)]
#[template(path = "question.html")]
pub struct FieldsPage {
    /// The frame.
    pub frame: Frame,
    /// Where back leads.
    pub back: String,
    /// Where the form is sent.
    pub action: String,
    /// The revision of the draft the page shows.
    pub revision: i64,
    /// The mark of this drawing.
    pub view: String,
    /// Opened from check-your-answers.
    pub from_check: bool,
    /// It takes files, and is sent as a form with files.
    pub takes_files: bool,
    /// What stands above the heading.
    pub caption: String,
    /// The heading, unless the only question is it.
    pub heading: Option<String>,
    /// Words below the heading.
    pub intro: Option<String>,
    /// The number to call, where answers given so far speak of danger.
    pub danger: Option<danger::Shown>,
    /// Where the home on record is filled in, and the words of that.
    pub homes: Vec<(String, String)>,
    /// The questions.
    pub fields: Vec<Markup<'static>>,
    /// What is wrong cannot be kept: they may leave without it.
    pub leave: bool,
    /// What is wrong, by field.
    pub errors: Vec<(String, String)>,
    /// What another window saved in the meantime, by field.
    pub conflicts: Vec<(String, String)>,
}

/// A page of questions about to be drawn.
struct Shown<'a> {
    app: &'a App,
    who: &'a Who,
    definition: &'a Definition,
    draft: &'a Draft,
    page: &'a Page,
    form: Form,
    from_check: bool,
    /// The revision and mark of the page that was sent, kept when it comes back with errors.
    sent: Option<(i64, String)>,
    /// Question and what another window saved for it.
    conflicts: Vec<(String, String)>,
    /// The draft's files, where the page asks for some.
    kept: Vec<File>,
    /// Where somebody lives for whom an officer fills it in.
    home: Option<behalf::Home>,
}

impl Shown<'_> {
    /// What is wrong, by field; on a page of several questions each says which.
    fn errors(&self, questions: &[&Question]) -> Vec<(String, String)> {
        let lang = self.who.lang;
        let of = |field: &str| {
            let part = |question: &&&Question| {
                field.strip_prefix(question.id.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            };
            questions.iter().find(part).filter(|_| questions.len() > 1)
        };
        let named = |(field, error): &(String, String)| match of(field) {
            Some(question) => {
                let label = self.definition.short_label(&question.id, lang);
                let values = [("question", Arg::from(label)), ("error", Arg::from(error))];
                (field.clone(), self.app.words.with(lang, "forms-error-of", &values))
            }
            None => (field.clone(), error.clone()),
        };
        self.form.errors().iter().map(named).collect()
    }

    fn draw(self) -> Result<Response> {
        let (definition, draft, lang) = (self.definition, self.draft, self.who.lang);
        let journey = Journey::new(definition, draft);
        let path = enter::address(draft, &Step::Page(self.page.id.clone()), self.from_check);
        let title = definition.page_title(self.page, lang);
        let bad = !self.form.is_good() || !self.conflicts.is_empty();
        let frame = &Frame::titled(self.app, self.who, path.clone(), title.clone()).with_error(bad);
        let questions = journey.questions(self.page);
        let lone = questions.len() == 1 && definition.text_if_any(lang, &format!("page-{}", self.page.id)).is_none();
        let drawing = Drawing { definition, frame, form: &self.form, lone, draft, kept: &self.kept };
        let beside =
            |id: &str| self.conflicts.iter().find(|(question, _)| question == id).map(|(_, saved)| saved.as_str());
        let fields = questions.iter().map(|question| drawing.question(question, beside(&question.id))).collect();
        let caption = match &self.page.section {
            Some(section) => definition.text(lang, &format!("section-{section}")).to_owned(),
            None => definition.name(lang).to_owned(),
        };
        let errors = self.errors(&questions);
        let (revision, view) = self.sent.unwrap_or_else(|| (draft.revision, enter::view(self.app)));
        let conflicts = self.conflicts.iter();
        let page = FieldsPage {
            frame: frame.clone(),
            back: enter::back(draft, journey.before(&Step::Page(self.page.id.clone())), self.from_check),
            action: path,
            revision,
            view,
            from_check: self.from_check,
            takes_files: attach::takes_files(&questions),
            caption: enter::caption(self.app, draft, &caption, lang),
            heading: (!lone).then_some(title),
            intro: definition.text_if_any(lang, &format!("page-{}-intro", self.page.id)),
            danger: danger::in_answers(self.app, frame, definition, &draft.answers)?,
            homes: self.home.map(|home| home.offers(frame, definition, draft, self.page)).unwrap_or_default(),
            fields,
            leave: Later::of(&self.form) != Later::No && !self.form.is_good(),
            errors,
            conflicts: conflicts.map(|(id, _)| (id.clone(), definition.short_label(id, lang))).collect(),
        };
        if bad { invalid(&page) } else { html(&page) }
    }
}

/// GET /forms/{draft}/{page}.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path((id, page)): Path<(String, String)>,
    Query(from): Query<From>,
) -> Result<Response> {
    let id: Id = id.parse()?;
    let mut conn = app.db.read().await?;
    let draft = enter::draft(&mut conn, &app, &who, id).await?;
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    let definition = service::of(&app, &draft)?;
    let page = page_at(&definition, &page).ok_or(Error::NotFound)?;
    let journey = Journey::new(&definition, &draft);
    let kept = kept(&mut conn, &journey, page).await?;
    let home = behalf::Home::of(&mut conn, &draft).await?;
    drop(conn);
    if !journey.path.iter().any(|each| each.id == page.id) {
        return Ok(see(&enter::address(&draft, &journey.first_to_do(), from.check())));
    }
    let fill = |form: Form, question: &&services::Question| match draft.answers.get(&question.id) {
        Some(answer) => question.fill(form, answer),
        None => form,
    };
    // What comes first stands: the home that was asked for goes before what was answered.
    let filled = home.as_ref().filter(|_| page.questions.contains(&from.home)).map(|home| home.filled(&from.home));
    let form = journey.questions(page).iter().fold(filled.unwrap_or_else(Form::empty), fill);
    let shown = Shown {
        app: &app,
        who: &who,
        definition: &definition,
        draft: &draft,
        page,
        form,
        from_check: from.check(),
        sent: None,
        conflicts: Vec::new(),
        kept,
        home,
    };
    shown.draw()
}

/// The draft's files, where the page shows some.
async fn kept(conn: &mut Conn, journey: &Journey<'_>, page: &Page) -> Result<Vec<File>> {
    let questions = journey.definition.visible_questions(page, &journey.draft.answers);
    match questions.iter().any(|question| !attach::of(journey.draft, &question.id).is_empty()) {
        true => files::of(conn, &attach::owner(journey.draft.id)).await,
        false => Ok(Vec::new()),
    }
}

/// What was sent from a page: the answers that could be read, by question.
type Read = Vec<(String, Option<Answer>)>;

/// POST /forms/{draft}/{page}.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path((id, page)): Path<(String, String)>,
    incoming: Incoming,
) -> Result<Response> {
    let id: Id = id.parse()?;
    let draft = enter::draft(&mut *app.db.read().await?, &app, &who, id).await?;
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    let definition = service::of(&app, &draft)?;
    let page = page_at(&definition, &page).ok_or(Error::NotFound)?;
    let arrived = incoming.read(&app).await?;
    let mut form = arrived.form.clone();
    let mut read = read(&app, &who, &definition, page, &draft, &mut form)?;
    let asked = asked(&definition, page, &draft, &read);
    let taken = attach::take(&app, &who, (&definition, &asked), &draft, &arrived, &mut form).await?;
    let later = Later::of(&form);
    let from_check = form.value("from") == "check";
    let (revision, view) = sent_by(&app, &form);
    let kept_back = if taken.pressed || later == Later::Save { typed_wrongly(&form) } else { later == Later::No };
    let wrong = !form.is_good() && (kept_back || taken.refused);
    let shown = async |draft: &Draft, form, sent, conflicts| {
        let kept = kept(&mut *app.db.read().await?, &Journey::new(&definition, draft), page).await?;
        let (app, who, definition) = (&app, &who, &definition);
        Shown { app, who, definition, draft, page, form, from_check, sent, conflicts, kept, home: None }.draw()
    };
    if wrong && !taken.changes() {
        return shown(&draft, form, Some((revision, view)), Vec::new()).await;
    }
    let mut tx = app.db.begin().await?;
    let mut draft = enter::draft(&mut tx, &app, &who, id).await?;
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    let conflicts = conflicts(&app, &who, &definition, &draft, &read, revision, &view);
    if wrong || !conflicts.is_empty() {
        // The files were sent and are kept; what was typed waits until it is right.
        read.clear();
    }
    if !conflicts.is_empty() && !taken.changes() {
        drop(tx);
        return shown(&draft, form, None, conflicts).await;
    }
    let stop_before = definition.stop(&draft.answers);
    read.extend(taken.answers(&draft));
    keep(&mut tx, &app, &who, &definition, page, &mut draft, read, &view).await?;
    taken.save(&mut tx, &draft).await?;
    tx.commit().await?;
    if wrong || !conflicts.is_empty() {
        let sent = conflicts.is_empty().then_some((revision, view));
        return shown(&draft, form, sent, conflicts).await;
    }
    let journey = Journey::new(&definition, &draft);
    let stop = definition.stop(&draft.answers);
    let next = match () {
        () if taken.pressed => Step::Page(page.id.clone()),
        () if later != Later::No => return Ok(see(&draft.step("save"))),
        () if stop.is_some() && stop != stop_before => Step::Stop,
        () => journey.after(page, from_check),
    };
    Ok(see(&enter::address(&draft, &next, from_check)))
}

/// The questions of the page as its sender saw them, with what they answered just now.
fn asked<'a>(definition: &'a Definition, page: &'a Page, draft: &Draft, read: &Read) -> Vec<&'a Question> {
    let mut answers = draft.answers.clone();
    for (id, answer) in read {
        answers.set(id, answer.clone());
    }
    definition.visible_questions(page, &answers)
}

/// The revision and mark of the page that was sent. One without a mark of ours counts as another window.
pub fn sent_by(app: &App, form: &Form) -> (i64, String) {
    let view = form.value("view");
    let ours = view.len() == 16 && view.bytes().all(|byte| byte.is_ascii_hexdigit());
    (form.value("revision").parse().unwrap_or(0), if ours { view.to_owned() } else { enter::view(app) })
}

/// Reads the questions of the page that were drawn and are asked; what is wrong is noted in the form.
fn read(app: &App, who: &Who, definition: &Definition, page: &Page, draft: &Draft, form: &mut Form) -> Result<Read> {
    let context = service::context(app)?;
    let mut answers = draft.answers.clone();
    let mut read = Vec::new();
    for id in &page.questions {
        let asked = definition.visible_questions(page, &answers).into_iter().find(|question| question.id == *id);
        let Some(question) = asked else { continue };
        // A question that appeared because of another one's answer was not on the page that was sent.
        if form.values("asked").next().is_some() && !form.chose("asked", id) {
            continue;
        }
        if matches!(question.kind, Kind::File(_)) {
            continue;
        }
        match question.read(form, &context) {
            Ok(answer) => {
                answers.set(id, answer.clone());
                read.push((id.clone(), answer));
            }
            Err(error) => {
                let words = definition.error_text(&error, who.lang, &app.words);
                form.refuse(&error.field, words);
            }
        }
    }
    Ok(read)
}

/// The questions another window changed in the meantime to something else than what was sent, with what it saved.
fn conflicts(
    app: &App,
    who: &Who,
    definition: &Definition,
    draft: &Draft,
    read: &Read,
    revision: i64,
    view: &str,
) -> Vec<(String, String)> {
    let changed = read
        .iter()
        .filter(|(id, answer)| draft.changed_elsewhere(id, revision, view) && draft.answers.get(id) != answer.as_ref());
    let saved = |id: &String| {
        let words = match (definition.question(id), draft.answers.get(id)) {
            (Some(question), Some(answer)) => definition.display(question, answer, who.lang, &app.words),
            _ => app.t(who.lang, "forms-not-answered").to_owned(),
        };
        (id.clone(), words)
    };
    changed.map(|(id, _)| saved(id)).collect()
}

/// Keeps what was read, with who gave it, and a fact of it. Nothing is written when nothing changed.
#[expect(clippy::too_many_arguments, reason = "one change, told in full")]
async fn keep(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    definition: &Definition,
    page: &Page,
    draft: &mut Draft,
    read: Read,
    view: &str,
) -> Result<()> {
    let new: Read = read
        .into_iter()
        .filter(|(id, answer)| draft.answers.get(id) != answer.as_ref() || !draft.has_answered(id))
        .collect();
    let adopts = draft.resident.is_none() && matches!(who.person, kit::who::Person::Resident(_));
    if new.is_empty() && !adopts {
        return Ok(());
    }
    let before = draft.revision;
    draft.touch(who, app.now());
    for (id, answer) in new {
        draft.note(&id, who, view);
        draft.answers.set(&id, answer);
        let matters = |rule: &services::Duplicates| rule.place == id || rule.same.contains(&id);
        if definition.duplicates.as_ref().is_some_and(matters) {
            draft.nearby = crate::draft::Nearby::NotAsked;
        }
    }
    store::save(tx, draft, before).await?;
    facts::record(tx, app, answered(who, draft, &page.id)).await.map(drop)
}

/// The fact that a page of a draft was answered.
pub fn answered(who: &Who, draft: &Draft, page: &str) -> Fact {
    let fact = Fact::new("draft.answered", who).about("draft", draft.id);
    let fact = match draft.for_whom {
        Some(_) => fact.on_behalf(draft.resident).help(facts::Help::ForMe),
        None => fact,
    };
    fact.data(json!({ "page": page, "service": draft.service, "revision": draft.revision }))
}
