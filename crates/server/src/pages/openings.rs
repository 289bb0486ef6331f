//! `/desk/openings`: records that were opened with a reason and without the person: who, whose, when and why. A leader looks into
//! each and says so; nobody looks into their own. Risks whose day has come to be looked at again stand above them.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::Conn;
use kit::extract::{Path, Query};
use kit::facts::{self, Fact};
use kit::form::{Fault, Form, lines};
use kit::page::{Frame, html, invalid, see};
use kit::route::Route;
use kit::ui::Textarea;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result, link, looks};
use residents::store::reviews;
use serde::Deserialize;

/// Openings on one page.
const PAGE: usize = 25;
/// Letters of what a leader found.
const MOST: usize = 1_000;

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// After this one.
    after: String,
    /// What was just done.
    done: String,
}

/// The list from this line on.
fn list_at(after: Id) -> String {
    if after.is_none() { "/desk/openings".to_owned() } else { format!("/desk/openings?after={after}") }
}

struct Line {
    id: Id,
    whose: String,
    href: String,
    who: String,
    when: String,
    reason: String,
    /// Somebody asked, and nothing but ticks shows who.
    asked: bool,
}

/// A risk whose day has come.
struct Due {
    whose: String,
    href: String,
    since: String,
}

#[derive(Template)]
#[template(path = "openings.html")]
struct OpeningsPage {
    frame: Frame,
    /// Risks to look at again.
    risks: Vec<Due>,
    /// There are more of them, which come up when these are done.
    more_risks: bool,
    form: Form,
    /// The line that was filled in wrongly.
    tried: Id,
    /// The line before the first one here.
    after: Id,
    lines: Vec<Line>,
    first: Option<String>,
    next: Option<String>,
}

impl OpeningsPage {
    /// What was found, asked of one line; what was typed stays with the line it was typed at.
    fn found(&self, line: &Line) -> Textarea<'_> {
        let asked = Textarea::new("found", self.frame.t("server-openings-found")).rows(2);
        if line.id == self.tried {
            asked.value(self.form.value("found")).error(&self.frame, self.form.error("found"))
        } else {
            asked.id(format!("found-{}", line.id))
        }
    }
}

/// The addresses of these pages.
pub fn routes() -> Vec<Route> {
    vec![
        Route::page("/desk/openings", "residents.review", get),
        Route::replace("/desk/openings/{id}", "residents.review", post),
    ]
}

/// Draws the list; whom it names is on record first.
async fn get(State(app): State<App>, Extension(who): Extension<Who>, Query(asked): Query<Asked>) -> Result<Response> {
    residents::may_review(&who)?;
    let mut page = page(&app, &who, &asked.after, (Id::NONE, Form::empty())).await?;
    page.frame.notice = (asked.done == "yes").then(|| page.frame.t("server-openings-done").to_owned());
    html(&page)
}

async fn page(app: &App, who: &Who, after: &str, (tried, form): (Id, Form)) -> Result<OpeningsPage> {
    let frame = Frame::new(app, &Who { lang: Lang::EN, ..who.clone() }, "/desk/openings", "server-openings-title");
    let mut tx = app.db.begin().await?;
    let from = after.parse().unwrap_or(Id::NONE);
    let mut found = reviews::waiting(&mut tx, who.staff()?.id, from, PAGE + 1).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let mut lines = Vec::new();
    for one in &found {
        looks::record(&mut tx, app, who, "resident", one.resident, "review").await?;
        lines.push(Line {
            id: one.id,
            whose: residents::name_of(&mut tx, one.resident).await?.unwrap_or_default(),
            href: residents::desk::path(one.resident),
            who: workforce::name_of(&mut tx, one.staff).await?.unwrap_or_default(),
            when: Lang::EN.date_time(one.at),
            reason: one.reason.clone(),
            asked: one.purpose == "caller",
        });
    }
    let (risks, more_risks) = risks(&mut tx, app, who).await?;
    tx.commit().await?;
    Ok(OpeningsPage {
        risks,
        more_risks,
        first: (!from.is_none()).then(|| list_at(Id::NONE)),
        next: found.last().filter(|_| more).map(|last| list_at(last.id)),
        frame: frame.with_error(!form.is_good()),
        form,
        tried,
        after: from,
        lines,
    })
}

/// Risks whose day has come, and whether there are more; whom they name is on record first.
async fn risks(tx: &mut Conn, app: &App, who: &Who) -> Result<(Vec<Due>, bool)> {
    let today = kit::lang::local(app.now()).date().to_string();
    let mut found = reviews::risks_due(tx, &today, PAGE + 1).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let mut risks = Vec::new();
    for (resident, review) in found {
        looks::record(tx, app, who, "resident", resident, "review").await?;
        risks.push(Due {
            whose: residents::name_of(tx, resident).await?.unwrap_or_default(),
            href: residents::desk::path(resident),
            since: review.parse().map_or(review, |day| Lang::EN.civil(day)),
        });
    }
    Ok((risks, more))
}

/// Keeps that it was looked into; said twice it is said once.
async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    residents::may_review(&who)?;
    let after = form.value("after").parse::<Id>().map(|after| after.to_string()).unwrap_or_default();
    let (id, me): (Id, Id) = (id.parse().map_err(|_| Error::NotFound)?, who.staff()?.id);
    let found = match lines(form.value("found"), MOST) {
        Ok(text) => Some(text),
        Err(Fault::Empty) => Some(String::new()),
        Err(fault) => {
            form.refuse("found", app.words.with(Lang::EN, fault.key(), &[("most", MOST.to_string().into())]));
            None
        }
    };
    let mut tx = app.db.begin().await?;
    if !reviews::is_there(&mut tx, id, me).await? {
        return Err(Error::NotFound);
    }
    let Some(found) = found else {
        drop(tx);
        return invalid(&page(&app, &who, &after, (id, form)).await?);
    };
    if let Some(resident) = reviews::look_into(&mut tx, id, me, app.now()).await? {
        let fact = Fact::new("resident.opening-reviewed", &who).about("resident", resident).about("opening", id);
        let fact = if found.is_empty() { fact } else { fact.body(found) };
        facts::record(&mut tx, &app, fact).await?;
        tx.commit().await?;
    }
    Ok(see(&link::path("/desk/openings", &[("after", after.as_str()), ("done", "yes")])))
}
