//! Choosing the language of the account: pages and everything that is sent.

use super::{changed, done, own, read_own};
use crate::door::language_cookie;
use crate::sign_up_details::languages;
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::form::Form;
use kit::page::{Frame, html, invalid, with_cookies};
use kit::ui::Choices;
use kit::who::Who;
use kit::{Lang, Result};

#[derive(Template)]
#[template(path = "language.html")]
struct Page {
    frame: Frame,
    form: Form,
}

impl Page {
    fn new(app: &App, who: &Who, form: Form) -> Page {
        let frame = Frame::new(app, who, "/account/details/language", "residents-language").with_error(!form.is_good());
        Page { frame, form }
    }

    fn choices(&self) -> Choices<'_> {
        languages(&self.frame, self.form.value("lang"))
            .legend_is_heading()
            .legend_classes("govuk-fieldset__legend--l")
            .error(&self.frame, self.form.error("lang"))
    }
}

/// GET `/account/details/language`.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    let resident = read_own(&app, &who).await?;
    html(&Page::new(&app, &who, Form::empty().fill("lang", resident.lang.tag)))
}

/// POST `/account/details/language`.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    crate::access::own(&who)?;
    let Some(lang) = Lang::of(form.value("lang")) else {
        form.refuse("lang", app.t(who.lang, "residents-language-empty"));
        return invalid(&Page::new(&app, &who, form));
    };
    let mut tx = app.db.begin().await?;
    let now = own(&mut tx, &who).await?;
    if now.lang != lang {
        store::set_lang(&mut tx, now.id, lang).await?;
        changed(&mut tx, &app, &who, "language").await?;
    }
    tx.commit().await?;
    with_cookies(done("language"), [language_cookie(lang)])
}
