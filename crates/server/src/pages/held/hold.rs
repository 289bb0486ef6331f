//! `/desk/residents/{id}/hold`: what is held on a person is kept, whatever its time and whoever asks, until the hold is ended.

use super::access::{self, Action};
use super::desk::{in_english, resident};
use super::{LONGEST, read_reason};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use calendar::Date;
use kit::clock::Micros;
use kit::extract::Path;
use kit::facts::{self, Fact, Subject};
use kit::form::Form;
use kit::holds::{self, Hold};
use kit::page::{Frame, html, invalid, see};
use kit::ui::{CharacterCount, DateInput, Markup};
use kit::who::Who;
use kit::{App, Error, Id, Result, looks};
use services::Catalogue;

#[derive(Template)]
#[template(path = "held-hold.html")]
struct HoldPage {
    frame: Frame,
    form: Form,
    name: String,
    path: String,
    standing: Option<Hold>,
    key: Id,
}

impl HoldPage {
    /// The access request it belongs to.
    fn back(&self) -> String {
        format!("{}/export", self.path)
    }

    fn new(app: &App, who: &Who, form: Form, (id, name): (Id, String), standing: Option<Hold>) -> HoldPage {
        let path = format!("/desk/residents/{id}");
        let frame = Frame::new(app, &in_english(who), format!("{path}/hold"), "server-hold-title");
        let frame = frame.with_error(!form.is_good());
        HoldPage { key: form.value("key").parse().unwrap_or_else(|_| app.id()), frame, form, name, path, standing }
    }

    fn why_released(&self) -> Markup<'_> {
        let label = self.frame.t("server-hold-release-reason");
        let field = CharacterCount::new(&self.frame, "reason", label, LONGEST as u64).rows(3);
        field.value(self.form.value("reason")).error(&self.frame, self.form.error("reason")).into()
    }

    fn fields(&self) -> Markup<'_> {
        let (frame, form) = (&self.frame, &self.form);
        let reason = CharacterCount::new(frame, "reason", frame.t("server-hold-reason"), LONGEST as u64).rows(3);
        let reason = reason.value(form.value("reason")).error(frame, form.error("reason"));
        let part = |name: &str| form.value(&format!("review-{name}")).to_owned();
        let review = DateInput::new(frame, "review", frame.t("server-hold-review"));
        let review = review.values(part("day"), part("month"), part("year")).error(frame, form.error("review"));
        Markup::join([Markup::from(reason), review.into()])
    }
}

/// The day of review as the moment the council closes on it; it must be to come.
fn read_review(app: &App, frame: &Frame, form: &mut Form) -> Result<Option<Micros>> {
    let part = |name: &str| form.trimmed(&format!("review-{name}")).parse::<i16>().ok();
    let small = |name: &str| part(name).and_then(|number| i8::try_from(number).ok());
    let date = part("year").zip(small("month")).zip(small("day"));
    let date = date.and_then(|((year, month), day)| Date::new(year, month, day).ok());
    let calendar = app.part::<Catalogue>()?.calendar();
    let review = date.and_then(|date| calendar.closing(date).ok()).filter(|at| *at > app.now());
    if review.is_none() {
        form.refuse("review", frame.t("server-hold-review-wrong"));
    }
    Ok(review)
}

/// Draws the page.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    access::check(&who, Action::Hold)?;
    let whom = resident(&app, &id).await?;
    let mut tx = app.db.begin().await?;
    looks::record(&mut tx, &app, &who, "resident", whom.0, "hold").await?;
    let standing = holds::standing(&mut tx, &Subject::new("resident", whom.0)).await?;
    tx.commit().await?;
    html(&HoldPage::new(&app, &who, Form::empty(), whom, standing))
}

/// Sets the hold, once.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    access::check(&who, Action::Hold)?;
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let whom = resident(&app, &id).await?;
    let frame = Frame::new(&app, &in_english(&who), "/desk", "server-hold-title");
    let reason = read_reason(&frame, &mut form, "server-hold-reason-empty");
    let review = read_review(&app, &frame, &mut form)?;
    let (Some(reason), Some(review)) = (reason, review) else {
        return invalid(&HoldPage::new(&app, &who, form, whom, None));
    };
    let (mut tx, on) = (app.db.begin().await?, Subject::new("resident", whom.0));
    if holds::set(&mut tx, &app, &who, key, &on, (&reason, review)).await? {
        let fact = Fact::new("resident.held", &who).about("resident", whom.0);
        let fact = fact.data(serde_json::json!({ "review": review })).body(reason);
        facts::record(&mut tx, &app, fact).await?;
        tx.commit().await?;
    }
    Ok(see(&format!("/desk/residents/{}/hold", whom.0)))
}

/// Ends the hold that the page showed; one that was ended before stays ended.
pub async fn release(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response> {
    access::check(&who, Action::Hold)?;
    let hold: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let (whom, mut form) = (resident(&app, &id).await?, form);
    let on = Subject::new("resident", whom.0);
    let frame = Frame::new(&app, &in_english(&who), "/desk", "server-hold-title");
    let Some(reason) = read_reason(&frame, &mut form, "server-hold-release-empty") else {
        let standing = holds::standing(&mut *app.db.read().await?, &on).await?;
        return invalid(&HoldPage::new(&app, &who, form, whom, standing));
    };
    let mut tx = app.db.begin().await?;
    if holds::end(&mut tx, &app, &who, hold, &on).await? {
        let fact = Fact::new("resident.released", &who).about("resident", whom.0).body(reason);
        facts::record(&mut tx, &app, fact).await?;
        tx.commit().await?;
    }
    Ok(see(&format!("/desk/residents/{}/hold", whom.0)))
}
