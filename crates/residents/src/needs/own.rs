//! `/account/details/needs`: what somebody needs, seen and changed by themselves.

use super::{Ask, Criteria, Passport, change, form, words};
use crate::desk;
use crate::details::{PATH, read_own};
use crate::linking::joined;
use crate::model::Resident;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::db::Conn;
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Checkboxes, Choice, Choices, Markup};
use kit::who::Who;
use kit::{Id, Lang, Result};

/// The path of the page.
pub(crate) const OWN: &str = "/account/details/needs";

#[derive(Template)]
#[template(path = "needs.html")]
struct Page<'a> {
    frame: Frame,
    form: Form,
    app: &'a App,
    criteria: &'a Criteria,
    passport: Passport,
    /// Of the answers the page first showed: what is saved takes the place of those.
    revision: i64,
}

impl<'a> Page<'a> {
    fn new(app: &'a App, who: &Who, form: Form, passport: Passport) -> Result<Page<'a>> {
        let frame = Frame::new(app, who, OWN, "residents-needs").with_error(!form.is_good());
        let revision = desk::drawn(&form).unwrap_or(passport.revision);
        Ok(Page { frame, form, app, criteria: app.part::<Criteria>()?, passport, revision })
    }

    fn fields(&self) -> Markup<'_> {
        form::fields(&self.app.words, &self.frame, &self.form, self.criteria)
    }

    fn agree(&self) -> Choices<'_> {
        Checkboxes::new("agree", "")
            .choice(Choice::new("yes", self.frame.t("residents-needs-agree")))
            .values(self.form.values("agree"))
            .error(&self.frame, self.form.error("agree"))
    }

    fn told(&self) -> Vec<(String, String)> {
        told(self.app, self.frame.lang, self.criteria, &self.passport)
    }

    /// The rule by which they are offered more help.
    fn offered(&self) -> Option<String> {
        let rule = self.criteria.rule(&self.passport.rule)?;
        Some(self.frame.with("residents-needs-offered-by", "rule", rule.name(self.frame.lang)))
    }
}

/// What was told us, and by whom and when.
pub(super) fn told(app: &App, lang: Lang, criteria: &Criteria, passport: &Passport) -> Vec<(String, String)> {
    let by = |one: &super::Answer| {
        let key = if one.by_staff { "residents-needs-by-staff" } else { "residents-needs-by-you" };
        app.words.with(lang, key, &[("when", lang.date(one.at).into())])
    };
    let what = |one: &super::Answer| match Ask::of(&one.code).filter(|_| !one.barrier) {
        Some(ask) => words::line(&app.words, lang, ask, &one.value),
        None => criteria.barrier(&one.code).map_or(one.code.as_str(), |barrier| barrier.name(lang)).to_owned(),
    };
    passport.answers.iter().map(|one| (what(one), by(one))).collect()
}

/// GET `/account/details/needs`.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    let resident = read_own(&app, &who).await?;
    let (_, passport) = theirs(&mut *app.db.read().await?, resident.id).await?;
    let form = form::filled(&passport);
    let form = if passport.agreed.is_empty() { form } else { form.fill("agree", "yes") };
    html(&Page::new(&app, &who, form, passport)?)
}

/// POST `/account/details/needs`.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    match put(&app, &who, &mut form).await? {
        Put::Done => Ok(see(&format!("{PATH}?done=needs"))),
        Put::Wrong(passport) => invalid(&Page::new(&app, &who, form, passport)?),
        Put::Changed(now) => {
            form.refuse("barrier", app.t(who.lang, "residents-needs-changed"));
            let revision = now.revision;
            invalid(&Page { revision, ..Page::new(&app, &who, form, now)? })
        }
    }
}

/// What came of a change, with the answers as they stand.
#[derive(Debug)]
pub enum Put {
    /// It is kept.
    Done,
    /// The form says what is wrong.
    Wrong(Passport),
    /// Somebody else changed them since whoever asks read them.
    Changed(Passport),
}

/// Puts the answers of this form in the place of one's own: as the page's form has them, with the revision that was read.
pub async fn put(app: &App, who: &Who, form: &mut Form) -> Result<Put> {
    let resident = read_own(app, who).await?;
    let (_, passport) = theirs(&mut *app.db.read().await?, resident.id).await?;
    let frame = Frame::new(app, who, OWN, "residents-needs");
    let Some(given) = read(&frame, form, app.part::<Criteria>()?, &resident) else { return Ok(Put::Wrong(passport)) };
    let mut tx = app.db.begin().await?;
    let (accounts, now) = theirs(&mut tx, resident.id).await?;
    if is_stale(form, &now, &given) {
        return Ok(Put::Changed(now));
    }
    change::save_all(&mut tx, app, who, &accounts, &given, "self").await?;
    tx.commit().await?;
    Ok(Put::Done)
}

/// One's own answers.
#[derive(Debug)]
pub struct Own {
    /// Grows with every change.
    pub revision: i64,
    /// As the form has them.
    pub form: Form,
    /// In words, each with who gave it and when.
    pub told: Vec<(String, String)>,
    /// The rule by which they are offered more help, in words.
    pub offered: Option<String>,
    /// What makes it hard for people: each code with its words.
    pub barriers: Vec<(String, String)>,
}

/// What whoever asks told us they need.
pub async fn own(app: &App, who: &Who) -> Result<Own> {
    let resident = read_own(app, who).await?;
    let (_, passport) = theirs(&mut *app.db.read().await?, resident.id).await?;
    let criteria = app.part::<Criteria>()?;
    Ok(Own {
        revision: passport.revision,
        form: form::filled(&passport),
        told: told(app, who.lang, criteria, &passport),
        offered: criteria.rule(&passport.rule).map(|rule| rule.name(who.lang).to_owned()),
        barriers: criteria.barriers().iter().map(|one| (one.id.clone(), one.name(who.lang).to_owned())).collect(),
    })
}

/// True when somebody else changed the answers since the page was drawn.
pub(super) fn is_stale(form: &Form, now: &Passport, given: &[change::Given]) -> bool {
    desk::drawn(form) != Some(now.revision) && change::differs(now, given)
}

fn read(frame: &Frame, form: &mut Form, criteria: &Criteria, resident: &Resident) -> Option<Vec<change::Given>> {
    let given = form::read(frame, form, criteria, resident);
    let agreed = form.chose("agree", "yes");
    if given.as_ref().is_none_or(|given| !given.is_empty()) && !agreed {
        form.refuse("agree", frame.t("residents-needs-agree-empty"));
        return None;
    }
    given
}

/// The accounts shown to be somebody's, and what they told us under any of them: at the desk too, for what is written here is read at
/// home, and where letters go safely is written into no account of somebody who may be another.
pub(crate) async fn theirs(conn: &mut Conn, resident: Id) -> Result<(Vec<Id>, Passport)> {
    let accounts = joined::own(conn, resident).await?;
    let passport = super::of_all(conn, &accounts).await?;
    Ok((accounts, passport))
}

/// Whether anything is told, for the overview.
pub(crate) async fn is_told(conn: &mut Conn, resident: Id) -> Result<bool> {
    Ok(!theirs(conn, resident).await?.1.answers.is_empty())
}
