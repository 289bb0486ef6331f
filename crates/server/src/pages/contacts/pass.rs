//! `/desk/contacts/{id}/pass`: passes an open contact on to a colleague or a team; `…/take`: takes up what was passed on.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use contact::{Contact, To};
use kit::db::Conn;
use kit::extract::Path;
use kit::form::{Form, lines};
use kit::page::{self, Frame, see};
use kit::ui::{Choice, Select};
use kit::who::{Role, Who};
use kit::{App, Error, Id, Lang, Result, looks};
use std::collections::BTreeSet;

/// Letters of what to know.
const NOTE: usize = 1000;
/// Colleagues of one role who are offered.
const MANY: i64 = 500;

#[derive(Template)]
#[template(path = "contact-pass.html")]
struct PassPage {
    frame: Frame,
    form: Form,
    who: String,
    /// The contact.
    back: String,
    key: String,
    receivers: Vec<Group>,
}

/// Who stands together in the list: its name, and the codes and names of those in it.
type Group = (String, Vec<(String, String)>);

impl PassPage {
    fn to(&self) -> Select<'_> {
        let value = self.form.value("to");
        let (mut choices, mut is_picked) = (Vec::new(), false);
        for (group, members) in &self.receivers {
            choices.push(Choice::divider(group.as_str()));
            for (code, name) in members {
                // Whoever is in two teams stands under both, and is chosen once.
                let picked = code == value && !is_picked;
                is_picked |= picked;
                choices.push(Choice::new(code.as_str(), name.as_str()).checked(picked));
            }
        }
        Select::new("to", self.frame.t("contact-pass-to"))
            .choice(Choice::new("", self.frame.t("contact-pass-choose")))
            .choices(choices)
            .error(&self.frame, self.form.error("to"))
    }
}

/// Draws the form.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    let mut read = app.db.read().await?;
    let contact = super::own(&mut read, &who, &id).await?;
    if !contact.is_open() {
        return Ok(see(&contact::path(contact.id)));
    }
    let receivers = receivers(&mut read, &app, &who).await?;
    drop(read);
    if let Some(resident) = contact.resident {
        let mut tx = app.db.begin().await?;
        looks::record(&mut tx, &app, &who, "resident", resident, "contact").await?;
        tx.commit().await?;
    }
    let key = app.id().to_string();
    page::html(&page(&app, &who, &contact, Form::empty(), (key, receivers)))
}

/// Passes it on: happens once, whoever presses again is led to the same place.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let staff = contact::check(&who, contact::Action::Take)?.id;
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    let mut tx = app.db.begin().await?;
    // Whoever presses again has it no longer.
    if contact::passes(&mut tx, id).await?.iter().any(|pass| pass.id == key && pass.sender == staff) {
        return Ok(see(super::PASSED));
    }
    let contact = contact::by_id(&mut tx, id).await?;
    contact::check(&who, contact::Action::Work(&contact))?;
    if !contact.is_open() {
        return Ok(see(&contact::path(id)));
    }
    let receivers = receivers(&mut tx, &app, &who).await?;
    let to = To::of(form.value("to")).filter(|to| {
        let mut offered = receivers.iter().flat_map(|(_, members)| members);
        offered.any(|(code, _)| *code == to.code())
    });
    if to.is_none() {
        form.refuse("to", app.t(Lang::EN, "contact-pass-to-empty"));
    }
    let note = lines(form.value("note"), NOTE).map_err(|fault| match fault {
        kit::form::Fault::Empty => app.t(Lang::EN, "contact-pass-note-empty").to_owned(),
        fault => app.words.with(Lang::EN, fault.key(), &[("most", NOTE.to_string().into())]),
    });
    let (to, note) = match (to, note) {
        (Some(to), Ok(note)) => (to, note),
        (_, note) => {
            if let Err(words) = note {
                form.refuse("note", words);
            }
            return page::invalid(&page(&app, &who, &contact, form, (key.to_string(), receivers)));
        }
    };
    contact::pass(&mut tx, &app, &who, &contact, to, &note, key).await?;
    tx.commit().await?;
    Ok(see(super::PASSED))
}

/// Takes it up, or back: whoever presses again is led to the same contact.
pub async fn take(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response> {
    contact::check(&who, contact::Action::Take)?;
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    let mut tx = app.db.begin().await?;
    let from = contact::passes(&mut tx, id).await?.pop().map(|pass| pass.sender);
    contact::take_up(&mut tx, &app, &who, id, form.value("gone") == "1").await?;
    // What they showed the colleague counts: nobody has to say it again.
    let taken = contact::by_id(&mut tx, id).await?;
    if let (Some(from), Some(resident)) = (from, taken.resident) {
        residents::desk::come_along(&mut tx, &app, &who, from, resident).await?;
    }
    tx.commit().await?;
    Ok(see(&contact::path(id)))
}

fn page(app: &App, who: &Who, contact: &Contact, form: Form, (key, receivers): (String, Vec<Group>)) -> PassPage {
    let back = contact::path(contact.id);
    let frame = Frame::new(app, who, format!("{back}/pass"), "contact-pass-title").with_error(!form.is_good());
    PassPage { who: contact::with_whom(app, contact), back, frame, form, key, receivers }
}

/// To whom it may be passed: the teams, then, team by team, colleagues who take contacts, each by name.
async fn receivers(conn: &mut Conn, app: &App, who: &Who) -> Result<Vec<Group>> {
    let mut takers = BTreeSet::new();
    for role in [Role::Officer, Role::TeamMember, Role::TeamLeader] {
        takers.extend(workforce::with_role(conn, role, MANY).await?);
    }
    takers.remove(&who.staff()?.id);
    let (mut teams, mut groups) = (Vec::new(), Vec::new());
    for team in workforce::teams(conn).await? {
        let members = workforce::in_team(conn, &team.code).await?;
        let takes = members.into_iter().filter(|(id, _)| takers.contains(id));
        let mut takes: Vec<(String, String)> = takes.map(|(id, name)| (To::Colleague(id).code(), name)).collect();
        // Passed to a team in which nobody takes contacts it would be lost.
        if takes.is_empty() {
            continue;
        }
        let name = app.words.with(Lang::EN, "contact-pass-team", &[("team", team.name.as_str().into())]);
        teams.push((To::Team(team.code).code(), name));
        takes.sort_by(|a, b| a.1.cmp(&b.1));
        groups.push((team.name, takes));
    }
    groups.insert(0, (app.t(Lang::EN, "contact-desk-pass-teams").to_owned(), teams));
    Ok(groups)
}
