//! `/ticket/{ticket}/text`: a number for a text when the turn is near; left once, and taken back at any time before.

use super::{path, show};
use crate::act;
use crate::model::{State as Stands, Visit};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::address::{Phone, Wrong};
use kit::extract::{Path, Query};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::Input;
use kit::who::Who;
use kit::{App, Error, Lang, Result};

#[derive(Template)]
#[template(path = "ticket-text.html")]
struct Page {
    frame: Frame,
    form: Form,
    path: String,
    /// Where the text goes, as far as it is shown.
    to: Option<String>,
}

impl Page {
    fn of(app: &App, lang: Lang, ticket: &str, visit: &Visit, form: Form) -> Page {
        let path = path(ticket);
        let who = Who::anyone(lang);
        let frame = Frame::new(app, &who, format!("{path}/text"), "queue-text-title").with_error(!form.is_good());
        let to = to_words(&frame, visit);
        Page { frame, form, path, to }
    }

    fn number(&self) -> Input<'_> {
        let input = Input::phone("phone", self.frame.t("queue-text-number")).value(self.form.value("phone"));
        input.hint(self.frame.t("queue-text-hint")).error(&self.frame, self.form.error("phone"))
    }
}

/// Whose number a text goes to, by its last three figures: whoever looks over a shoulder does not read it.
pub(super) fn to_words(frame: &Frame, visit: &Visit) -> Option<String> {
    let end = visit.phone.get(visit.phone.len().checked_sub(3)?..)?;
    Some(frame.with("queue-text-to", "end", end))
}

/// Somebody who waits may want a text, where there is somebody to carry it.
pub(super) fn may(app: &App, visit: &Visit) -> bool {
    app.texts && visit.state == Stands::Waiting && visit.told_near == 0
}

/// What is wrong with the number typed; else what it is among numbers.
pub(crate) fn read(typed: &str) -> Result<String, &'static str> {
    match Phone::read(typed) {
        Ok(phone) if phone.can_text() => Ok(phone.key().to_owned()),
        Ok(_) => Err("queue-text-landline"),
        Err(Wrong::Empty) => Err("queue-text-empty"),
        Err(_) => Err("queue-text-shape"),
    }
}

/// Asks for it.
pub async fn get(
    State(app): State<App>,
    Path(ticket): Path<String>,
    Query(asked): Query<show::Asked>,
) -> Result<Response> {
    let visit = crate::of_token(&mut *app.db.read().await?, &ticket).await?;
    if !may(&app, &visit) {
        return Ok(see(&path(&ticket)));
    }
    html(&Page::of(&app, asked.lang(&visit), &ticket, &visit, Form::empty()))
}

/// Keeps it, or takes it back. Sent again it changes nothing.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(ticket): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let mut visit = crate::of_token(&mut tx, &ticket).await?;
    let late = || Ok(see(&format!("{}?said=late", path(&ticket))));
    if !may(&app, &visit) {
        return late();
    }
    let phone = if form.value("stop") == "1" { Ok(String::new()) } else { read(form.value("phone")) };
    let phone = match phone {
        Ok(phone) => phone,
        Err(key) => {
            let lang = visit.page_lang();
            form.refuse("phone", app.t(lang, key).to_owned());
            return invalid(&Page::of(&app, lang, &ticket, &visit, form));
        }
    };
    match act::text_to(&mut tx, &app, &who, &mut visit, &phone).await {
        Ok(()) => tx.commit().await?,
        Err(Error::Changed) => return late(),
        Err(cause) => return Err(cause),
    }
    Ok(see(&path(&ticket)))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_number_that_cannot_take_texts_is_refused() {
        let table = [
            ("07700 900123", Ok("+447700900123".to_owned())),
            ("+44 7700 900123", Ok("+447700900123".to_owned())),
            ("01632 960123", Err("queue-text-landline")),
            ("070 1234 5678", Err("queue-text-landline")),
            ("", Err("queue-text-empty")),
            ("07700", Err("queue-text-shape")),
            ("no thanks", Err("queue-text-shape")),
        ];
        for (typed, wanted) in table {
            assert_eq!(read(typed), wanted, "{typed}");
        }
    }
}
