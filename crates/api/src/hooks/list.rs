//! `/admin/hooks`: where other systems are told, and making another.

use super::{GROUPS, Reach, check, kinds, post, words_of};
use crate::store::hooks::{self as store, Hook};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use cases::handed::{self, Taker};
use kit::facts::{self, Fact};
use kit::form::{Fault, Form, line};
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Checkboxes, Choice, Choices};
use kit::who::Who;
use kit::{App, Result};
use serde_json::json;

/// The longest name and address.
const NAME: usize = 100;
const ADDRESS: usize = 500;
/// The most that are told.
const MOST: usize = 50;

#[derive(Template)]
#[template(path = "hooks.html")]
struct Page {
    app: App,
    frame: Frame,
    form: Form,
    /// Each, and since which number it takes nothing where it does not: the number, and when it is tried again.
    hooks: Vec<(Hook, Option<(i64, i64)>)>,
    /// Other systems that take cases, each with the webhook it is told by.
    takers: Vec<(Taker, Option<String>)>,
}

impl Page {
    /// Since when it does not answer, in words.
    fn since(&self, seq: i64, due: i64) -> String {
        self.frame.with2("api-desk-hooks-since", ("seq", seq), ("when", self.frame.date_time(&due)))
    }

    /// What it can be told of, in groups. All boxes have one name; an error stands at the first group.
    fn kinds(&self) -> Vec<Choices<'_>> {
        let group = |(group, kinds): &(&'static str, &'static [&'static str])| {
            let choice = |kind: &&'static str| Choice::new(*kind, words_of(&self.app, kind)).hint(*kind);
            let first = *group == GROUPS[0].0;
            Checkboxes::new("kinds", self.frame.t(&format!("api-desk-hooks-kinds-{group}")).to_owned())
                .id(if first { "kinds".to_owned() } else { format!("kinds-{group}") })
                .legend_classes("govuk-fieldset__legend--s")
                .choices(kinds.iter().map(choice))
                .values(self.form.values("kinds"))
                .error(&self.frame, self.form.error("kinds").filter(|_| first))
        };
        GROUPS.iter().map(group).collect()
    }
}

async fn page(app: &App, who: &Who, form: Form) -> Result<Page> {
    let mut conn = app.db.read().await?;
    let mut hooks = Vec::new();
    for hook in store::with_ended(&mut conn).await? {
        let failing = store::failing(&mut conn, hook.id).await?.map(|first| (first.seq, first.due));
        hooks.push((hook, failing));
    }
    let mut takers = Vec::new();
    for taker in handed::takers(&mut conn).await?.into_iter().filter(|taker| taker.ended == 0) {
        let told_by = hooks.iter().find(|(hook, _)| hook.id == taker.id).map(|(hook, _)| hook.name.clone());
        takers.push((taker, told_by));
    }
    let frame = Frame::new(app, who, "/admin/hooks", "api-desk-hooks-title").with_error(!form.is_good());
    Ok(Page { app: app.clone(), frame, form, hooks, takers })
}

/// Draws them.
pub(crate) async fn get(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    check(&who)?;
    html(&page(&app, &who, Form::empty()).await?)
}

/// Makes one. Its name is told at one address: sent again it is refused.
pub(crate) async fn post(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    check(&who)?;
    let t = |key: &str| app.t(who.lang, key).to_owned();
    let most = |fault: Fault, most: usize| app.words.with(who.lang, fault.key(), &[("most", most.to_string().into())]);
    let name = line(form.value("name"), NAME);
    match &name {
        Err(Fault::Empty) => form.refuse("name", t("api-desk-hooks-name-empty")),
        Err(fault) => form.refuse("name", most(*fault, NAME)),
        Ok(_) => {}
    }
    let url = line(form.value("url"), ADDRESS);
    match url.as_deref() {
        Err(Fault::Empty) => form.refuse("url", t("api-desk-hooks-url-empty")),
        Err(fault) => form.refuse("url", most(*fault, ADDRESS)),
        Ok(url) => {
            let reach = app.part::<Reach>()?;
            if let Err(why) = post::read(url, reach) {
                let own = if why == "scheme" && reach.private { "-private" } else { "" };
                form.refuse("url", t(&format!("api-desk-hooks-url-{why}{own}")));
            }
        }
    }
    let kinds: Vec<String> = kinds().filter(|kind| form.chose("kinds", kind)).map(str::to_owned).collect();
    if kinds.is_empty() || form.values("kinds").count() != kinds.len() {
        form.refuse("kinds", t("api-desk-hooks-kinds-empty"));
    }
    let mut tx = app.db.begin().await?;
    if store::live(&mut tx).await?.len() >= MOST {
        form.refuse("name", t("api-desk-hooks-too-many"));
    }
    let (Ok(name), Ok(url), true) = (name, url, form.is_good()) else {
        drop(tx);
        return invalid(&page(&app, &who, form).await?);
    };
    let new = Hook { id: app.id(), name, url, kinds, made: app.now(), ended: 0 };
    if !store::insert(&mut tx, &new).await? {
        form.refuse("name", t("api-desk-hooks-name-taken"));
        drop(tx);
        return invalid(&page(&app, &who, form).await?);
    }
    let fact = Fact::new("hook.made", &who).about("hook", new.id);
    facts::record(&mut tx, &app, fact.data(json!({ "name": new.name, "kinds": new.kinds }))).await?;
    tx.commit().await?;
    Ok(see(&format!("/admin/hooks/{}", new.id)))
}
