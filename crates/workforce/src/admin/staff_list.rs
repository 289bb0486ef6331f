//! The list of staff, by name.

use crate::access::{self, Action};
use crate::admin::{role_names, team_names};
use crate::door::{frame, t};
use crate::model::{Member, Team};
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use kit::app::App;
use kit::link;
use kit::page::{Frame, html};
use kit::ui::{Cell, Markup, Pagination, Table, Tag};
use kit::who::Who;
use kit::{Id, Result};

/// Members of staff on a page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "staff.html")]
struct Page {
    frame: Frame,
    members: Vec<Member>,
    teams: Vec<Team>,
    further: Option<String>,
    first: bool,
    /// In a demo council the listed staff sign in by a press, with nothing to set up.
    demo: bool,
}

#[derive(Template)]
#[template(source = r#"<a class="govuk-link" href="/admin/staff/{{ id }}"><bdi>{{ name }}</bdi></a>"#, ext = "html")]
struct Link<'a> {
    id: Id,
    name: &'a str,
}

impl Page {
    fn table(&self) -> Table<'_> {
        let frame = &self.frame;
        let head = ["workforce-name", "workforce-email", "workforce-roles", "workforce-teams", "workforce-state"];
        let table =
            Table::new(frame.t("workforce-staff")).caption_classes("govuk-visually-hidden").dense().scrolls().cards();
        self.members.iter().fold(table.head(head.map(|key| frame.t(key))), |table, member| {
            let link = Link { id: member.id, name: &member.name }.to_string();
            table.row([
                Cell::new(Markup::trusted(link)),
                Cell::new(&member.email),
                Cell::new(role_names(frame, &member.roles)),
                Cell::new(team_names(&self.teams, &member.teams)),
                Cell::new(self.state(member)),
            ])
        })
    }

    /// Back to the beginning, and on.
    fn ways(&self) -> Pagination<'_> {
        let start = (!self.first).then_some("/admin/staff");
        let frame = &self.frame;
        let label = None::<&str>;
        Pagination::new(frame)
            .previous(start)
            .previous_reads(frame.t("workforce-staff-first"), label)
            .next(&self.further)
    }

    fn state(&self, member: &Member) -> Tag<'_> {
        let frame = &self.frame;
        match (member.active, member.set_up || (self.demo && member.listed)) {
            (false, _) => Tag::quiet(frame.t("workforce-state-left")),
            (true, false) => Tag::warn(frame.t("workforce-state-new")),
            (true, true) => Tag::good(frame.t("workforce-state-here")),
        }
    }
}

/// GET `/admin/staff`, with `?after=` the last one of the page before.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    access::may(&who, Action::ManageStaff)?;
    let asked = link::query(query.as_deref());
    let after: Option<Id> = asked.value("after").parse().ok();
    let most = PAGE as i64 + 1;
    let mut read = app.db.read().await?;
    let mut members = store::members(&mut read, after, most).await?;
    let teams = store::teams(&mut read).await?;
    drop(read);
    let more = members.len() > PAGE;
    members.truncate(PAGE);
    let last = members.last().filter(|_| more).map(|last| last.id.to_string());
    let further = last.map(|last| link::path("/admin/staff", &[("after", &last)]));
    let mut frame = frame(&app, &who, "/admin/staff", "workforce-staff", false);
    if asked.value("done") == "saved" {
        frame.notice = Some(t(&app, "workforce-done-saved").to_owned());
    }
    html(&Page { frame, members, teams, further, first: after.is_none(), demo: app.demo })
}
