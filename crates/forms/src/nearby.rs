//! Already reported: before sending, the person sees what others reported nearby and says whether it is the same.

use crate::draft::{Draft, Nearby};
use crate::enter;
use crate::journey::{Journey, Step};
use crate::street::public_name;
use crate::{opening, service, store};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::Conn;
use kit::extract::Path;
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Choice, Markup, Radios};
use kit::who::Who;
use kit::{App, Id, Result};
use services::{Answer, Definition, Walk};

#[derive(Template)]
#[template(path = "nearby.html")]
struct NearbyPage {
    frame: Frame,
    back: String,
    action: String,
    revision: i64,
    caption: String,
    intro: String,
    question: Markup<'static>,
    errors: Vec<(String, String)>,
}

/// The open case of the same thing nearby that this draft would join, if there is one.
pub async fn found(
    conn: &mut Conn,
    app: &App,
    who: &Who,
    definition: &Definition,
    draft: &Draft,
) -> Result<Option<cases::Near>> {
    if definition.duplicates.is_none() {
        return Ok(None);
    }
    let walk = Walk::new(definition, &draft.answers);
    let opening = opening::opening(app, who, draft, &walk, &walk.on_path())?;
    cases::nearby(conn, app, &opening).await
}

/// GET /forms/{draft}/nearby.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    let id: Id = id.parse()?;
    let mut read = app.db.read().await?;
    let draft = enter::draft(&mut read, &app, &who, id).await?;
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    let definition = service::of(&app, &draft)?;
    let journey = Journey::new(&definition, &draft);
    let asking = Draft { nearby: Nearby::NotAsked, ..draft.clone() };
    let near = found(&mut read, &app, &who, &definition, &asking).await?;
    drop(read);
    match near {
        Some(near) => draw(&app, &who, &journey, &near, &Form::empty().fill("same", chosen(&draft.nearby, &near))),
        None => Ok(see(&enter::address(&draft, &journey.first_to_do(), false))),
    }
}

/// What was said of this very case; nothing was of one that has taken the place of another.
fn chosen(nearby: &Nearby, near: &cases::Near) -> &'static str {
    match nearby {
        Nearby::Different => "no",
        Nearby::Same(case) if *case == near.case => "yes",
        Nearby::Same(_) | Nearby::NotAsked => "",
    }
}

fn draw(app: &App, who: &Who, journey: &Journey<'_>, near: &cases::Near, form: &Form) -> Result<Response> {
    let draft = journey.draft;
    let path = enter::address(draft, &Step::Nearby, false);
    let frame = &Frame::new(app, who, path.clone(), "forms-nearby").with_error(!form.is_good());
    let status = app.t(who.lang, &format!("cases-status-{}", near.status.code())).to_owned();
    let since = frame.with2("forms-nearby-since", ("date", frame.lang.short_date(near.opened)), ("status", status));
    let others = frame.with("forms-nearby-others", "count", near.reporters);
    let same = Choice::new("yes", frame.with("forms-nearby-same", "title", alike(app, who, journey)))
        .hint(format!("{since} {others} {}", apart(app, frame, journey, near)));
    let question = Radios::new("same", frame.t("forms-nearby-question").to_owned())
        .choice(same)
        .choice(Choice::new("no", frame.t("forms-nearby-different").to_owned()))
        .value(form.value("same").to_owned())
        .error(frame, form.error("same").map(str::to_owned))
        .legend_classes("govuk-fieldset__legend--m");
    let page = NearbyPage {
        frame: frame.clone(),
        back: enter::back(draft, journey.before(&Step::Nearby), false),
        action: path,
        revision: draft.revision,
        caption: enter::caption(app, draft, journey.definition.name(who.lang), who.lang),
        intro: frame.t("forms-nearby-intro").to_owned(),
        question: question.into(),
        errors: form.errors().to_vec(),
    };
    if frame.error { invalid(&page) } else { html(&page) }
}

/// What both are about, in the words of this person's own answers: what the other person wrote is not shown to strangers.
fn alike(app: &App, who: &Who, journey: &Journey<'_>) -> String {
    let (definition, answers) = (journey.definition, &journey.draft.answers);
    let same = definition.duplicates.iter().flat_map(|rule| &rule.same);
    let words = same.filter_map(|id| {
        let (question, answer) = (definition.question(id)?, answers.get(id)?);
        Some(definition.display(question, answer, who.lang, &app.words))
    });
    words.collect::<Vec<_>>().join(" – ")
}

/// Where the other one is and what its reporter chose, so that somebody can tell whether it is theirs.
fn apart(app: &App, frame: &Frame, journey: &Journey<'_>, near: &cases::Near) -> String {
    let own = journey.definition.duplicates.as_ref().and_then(|rule| journey.draft.answers.get(&rule.place));
    let exact = matches!(own, Some(Answer::Place(place)) if place.exact);
    let place = match (near.metres, near.postcode.as_str()) {
        (0, _) if exact => frame.t("forms-nearby-here").to_owned(),
        // Two postcodes' middles tell nothing about the distance.
        (metres, _) if exact || metres > 0 => frame.with("forms-nearby-metres", "metres", i64::from(metres)),
        (_, "") => String::new(),
        (_, postcode) => frame.with("forms-nearby-postcode", "postcode", postcode),
    };
    let chosen = near.answers.iter().filter_map(|given| {
        let question = journey.definition.question(&given.question).filter(|question| !question.sensitive)?;
        let alike = journey.definition.duplicates.iter().any(|rule| rule.same.contains(&question.id));
        let answer: Answer = serde_json::from_value(given.value.clone()).ok()?;
        let closed = matches!(answer, Answer::Choice(_) | Answer::Choices(_)) && !alike;
        let words = || journey.definition.display(question, &answer, frame.lang, &app.words);
        closed.then(|| {
            let label = journey.definition.short_label(&question.id, frame.lang);
            let colon = if label.ends_with(['?', '؟']) { "" } else { ":" };
            format!("{label}{colon} {}.", words())
        })
    });
    let street = street(journey, near).map(|street| frame.with("forms-nearby-street", "street", street));
    [place].into_iter().chain(street).chain(chosen).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The street or landmark the other one is at, where its reporter named one and the question is not a sensitive one.
fn street(journey: &Journey<'_>, near: &cases::Near) -> Option<String> {
    let place = &journey.definition.duplicates.as_ref()?.place;
    journey.definition.question(place).filter(|question| !question.sensitive)?;
    let given = near.answers.iter().find(|given| given.question == *place)?;
    match serde_json::from_value(given.value.clone()).ok()? {
        Answer::Place(place) => public_name(&place.street),
        _ => None,
    }
}

/// POST /forms/{draft}/nearby.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let id: Id = id.parse()?;
    let mut read = app.db.read().await?;
    let draft = enter::draft(&mut read, &app, &who, id).await?;
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    let definition = service::of(&app, &draft)?;
    let asking = Draft { nearby: Nearby::NotAsked, ..draft.clone() };
    let near = found(&mut read, &app, &who, &definition, &asking).await?;
    drop(read);
    let said = match (form.value("same"), &near) {
        ("yes", Some(near)) => Nearby::Same(near.case),
        ("no", _) => Nearby::Different,
        (_, Some(near)) => {
            form.refuse("same", app.t(who.lang, "forms-nearby-missing"));
            return draw(&app, &who, &Journey::new(&definition, &draft), near, &form);
        }
        // It was dealt with in the meantime: there is nothing to ask.
        (_, None) => Nearby::NotAsked,
    };
    let mut tx = app.db.begin().await?;
    let mut draft = enter::draft(&mut tx, &app, &who, id).await?;
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    if draft.nearby != said {
        let before = draft.revision;
        draft.touch(&who, app.now());
        draft.nearby = said;
        store::save(&mut tx, &draft, before).await?;
        kit::facts::record(&mut tx, &app, crate::page::answered(&who, &draft, "nearby")).await?;
    }
    tx.commit().await?;
    let next = Journey::new(&definition, &draft).first_to_do();
    Ok(see(&enter::address(&draft, &next, false)))
}
