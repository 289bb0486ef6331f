//! Check your answers: everything that will be sent, each with a way to change it, what happens next and by when.

use crate::danger::{self, Shown};
use crate::draft::Draft;
use crate::enter;
use crate::journey::{Journey, Step, asks_contact};
use crate::reach::Way;
use crate::{nearby, service, stop};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Path;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Action, Markup, Row, SummaryList};
use kit::who::Who;
use kit::{App, Error, Id, Result};
use residents::checks::Assurance;
use services::{Definition, Output, Page, Question, by_when};

/// Answers that belong together, with their heading.
struct Part<'a> {
    title: Option<String>,
    list: SummaryList<'a>,
}

#[derive(Template)]
#[template(path = "check.html")]
struct CheckPage<'a> {
    frame: Frame,
    back: String,
    action: String,
    revision: i64,
    problem: Option<String>,
    problem_at: Option<String>,
    danger: Option<Shown>,
    service: String,
    parts: Vec<Part<'a>>,
    passed_on: Option<String>,
    joined: bool,
    /// What the council does next; nothing where it passes it on, which says what becomes of it.
    next: Option<String>,
    promise: Option<String>,
    reason: String,
    fee: Option<String>,
    /// Somebody may have to see who they are.
    identity: bool,
    /// An officer reads it back to them.
    reads_back: bool,
    later: String,
    delete: String,
}

/// GET /forms/{draft}/check.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    let id: Id = id.parse()?;
    let mut read = app.db.read().await?;
    let draft = enter::draft(&mut read, &app, &who, id).await?;
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    let definition = service::of(&app, &draft)?;
    let journey = Journey::new(&definition, &draft);
    let mut first = journey.first_to_do();
    let asks = first == Step::Check && journey.asks_nearby();
    if asks && nearby::found(&mut read, &app, &who, &definition, &draft).await?.is_some() {
        first = Step::Nearby;
    }
    drop(read);
    if first != Step::Check {
        return Ok(see(&enter::address(&draft, &first, true)));
    }
    show(&app, &who, &definition, &draft, None)
}

/// What has to be put right before sending: words, and where.
pub type Problem = (&'static str, Option<String>);

/// Draws the page, with a problem as 422.
pub fn show(
    app: &App,
    who: &Who,
    definition: &Definition,
    draft: &Draft,
    problem: Option<Problem>,
) -> Result<Response> {
    let path = draft.step("check");
    let frame = &Frame::new(app, who, path, "forms-check").with_error(problem.is_some());
    let journey = Journey::new(definition, draft);
    let answers = definition.on_path(&draft.answers);
    let promise = definition.promise(&answers, app.now(), service::calendar(app)?).map_err(Error::internal)?;
    let stop = definition.stop(&draft.answers);
    let passed_on = stop.as_ref().and_then(|stop| match &stop.output {
        Output::PassOn { to } => {
            if !cases::has_address(app, to) {
                return Some(stop::cannot_pass_on(frame, "forms-check-cannot-pass-on", definition, to));
            }
            let (to, reason) = (definition.text(who.lang, to), definition.text(who.lang, &stop.reason));
            Some(frame.with2("forms-check-passed-on", ("to", to), ("reason", reason)))
        }
        _ => None,
    });
    let calendar = service::calendar(app)?;
    let due = promise.as_ref().map(|promise| by_when(calendar, promise.due, who.lang)).unwrap_or_default();
    let values = [
        ("council", app.council.name.as_str().into()),
        ("due", due.as_str().into()),
        ("reference", frame.t("forms-check-reference").into()),
    ];
    let reason = promise.as_ref().map(|promise| definition.text(who.lang, &promise.reason).to_owned());
    let promised = promise.filter(|_| passed_on.is_none());
    let page = CheckPage {
        frame: frame.clone(),
        back: enter::back(draft, journey.before(&Step::Check), false),
        action: draft.step("submit"),
        revision: draft.revision,
        problem: problem.as_ref().map(|(key, _)| frame.t(key).to_owned()),
        problem_at: problem.and_then(|(_, at)| at),
        danger: danger::in_answers(app, frame, definition, &answers)?,
        service: enter::caption(app, draft, definition.name(who.lang), who.lang),
        parts: parts(app, frame, &journey),
        next: passed_on.is_none().then(|| definition.text_with(who.lang, "next", &values)),
        passed_on,
        joined: matches!(draft.nearby, crate::draft::Nearby::Same(_)),
        promise: promised.as_ref().map(|_| frame.with("forms-check-promise", "date", &due)),
        reason: promised.and(reason).unwrap_or_default(),
        fee: (definition.fee > 0).then(|| frame.with("forms-check-fee", "amount", frame.lang.money(definition.fee))),
        identity: definition.assurance >= Assurance::Identity,
        reads_back: draft.for_whom.is_some(),
        later: draft.step("save"),
        delete: draft.step("delete"),
    };
    if frame.error { invalid(&page) } else { html(&page) }
}

fn parts<'a>(app: &App, frame: &'a Frame, journey: &Journey<'_>) -> Vec<Part<'a>> {
    let mut parts: Vec<(Option<&str>, Vec<Row<'a>>)> = Vec::new();
    for page in &journey.path {
        let section = page.section.as_deref();
        if parts.last().is_none_or(|(last, _)| *last != section) {
            parts.push((section, Vec::new()));
        }
        let rows = journey.questions(page).into_iter().map(|question| row(app, frame, journey, page, question));
        if let Some((_, last)) = parts.last_mut() {
            last.extend(rows);
        }
    }
    let title = |section: &str| journey.definition.text(frame.lang, &format!("section-{section}")).to_owned();
    let part = |(section, rows): (Option<&str>, Vec<Row<'a>>)| Part {
        title: section.map(title),
        list: SummaryList::new().rows(rows),
    };
    let contact = asks_contact(journey.definition).then(|| contact(frame, journey.draft));
    parts.into_iter().map(part).chain(contact).collect()
}

fn row<'a>(app: &App, frame: &'a Frame, journey: &Journey<'_>, page: &Page, question: &Question) -> Row<'a> {
    let (definition, draft) = (journey.definition, journey.draft);
    let label = definition.short_label(&question.id, frame.lang);
    let value = match draft.answers.get(&question.id) {
        Some(answer) => lines(&definition.display(question, answer, frame.lang, &app.words)),
        None => Markup::from(frame.t("forms-not-answered")),
    };
    let href = enter::address(draft, &Step::Page(page.id.clone()), true);
    Row::new(label.clone(), value).action(Action::new(href, frame.t("forms-change"), label))
}

/// Text as it was written, each line in the direction of its own words.
fn lines(text: &str) -> Markup<'static> {
    let each = text.lines().map(|line| format!("<bdi>{}</bdi>", Markup::from(line)));
    Markup::trusted(each.collect::<Vec<_>>().join("<br>"))
}

fn contact<'a>(frame: &'a Frame, draft: &Draft) -> Part<'a> {
    // Each says of what, so that a list of the page's links can be read alone.
    let row = |key: &'static str, value: Markup<'a>| -> Row<'a> {
        let href = enter::address(draft, &Step::Contact, true);
        Row::new(frame.t(key), value).action(Action::new(href, frame.t("forms-change"), frame.t(key)))
    };
    let list = match &draft.reach {
        None => SummaryList::new(),
        Some(reach) => {
            let name =
                if reach.name.is_empty() { Markup::from(frame.t("forms-not-answered")) } else { lines(&reach.name) };
            let way = if reach.way == Way::None {
                frame.t(reach.way.key()).to_owned()
            } else {
                format!("{}\n{}", frame.t(reach.way.key()), reach.at())
            };
            SummaryList::new()
                .row(row("forms-check-contact-name", name))
                .row(row("forms-check-contact-way", lines(&way)))
        }
    };
    Part { title: Some(frame.t("forms-check-contact").to_owned()), list }
}
