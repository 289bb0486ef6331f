//! `/desk/briefings/{id}`: one briefing; "Read"; and who has read it.

use super::{is_for, is_over_it, path, sees_readers, stands};
use crate::access::{Action, may};
use crate::desk::show::paragraphs;
use crate::desk::{self, day};
use crate::library::name_of;
use crate::store::{self, briefings::Briefing};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::Conn;
use kit::extract::Path;
use kit::facts::{self, Fact};
use kit::page::{Frame, html, see};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};
use std::collections::BTreeMap;

/// People of whom it is said whether they have read it.
const MOST: i64 = 1_000;

/// Whether somebody has read it.
struct Reader {
    name: String,
    when: Option<String>,
}

#[derive(Template)]
#[template(path = "briefing.html")]
struct ShowPage {
    frame: Frame,
    path: String,
    by: String,
    given: String,
    until: String,
    paragraphs: Vec<String>,
    stands: bool,
    /// When they read it themselves.
    read: Option<String>,
    is_mine: bool,
    /// Who has read it, for those who may see that.
    readers: Option<Vec<Reader>>,
    can_end: bool,
}

impl ShowPage {
    /// How many have read it, of how many.
    fn counted(&self, readers: &[Reader]) -> String {
        let read = readers.iter().filter(|reader| reader.when.is_some()).count();
        self.frame.with2("knowledge-briefing-counted", ("read", read), ("of", readers.len()))
    }
}

/// The briefing of an address, for whom it is, or who sees its readers; of others nothing is told.
async fn found(conn: &mut Conn, who: &Who, id: &str) -> Result<Briefing> {
    may(who, Action::Read)?;
    let briefing = store::briefings::by_id(conn, id.parse()?).await?;
    if is_for(&briefing, who.staff()?) || sees_readers(&briefing, who)? { Ok(briefing) } else { Err(Error::NotFound) }
}

/// Draws it.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
) -> Result<Response> {
    let mut read = app.db.read().await?;
    let briefing = found(&mut read, &who, &id).await?;
    let staff = who.staff()?;
    let own = store::briefings::has_read(&mut read, briefing.id, staff.id).await?;
    let by = name_of(&mut read, briefing.author).await?;
    let readers = match sees_readers(&briefing, &who)? {
        true => Some(readers(&mut read, &briefing, &who).await?),
        false => None,
    };
    drop(read);
    let mut frame = desk::frame(&app, &who, path(briefing.id), "knowledge-briefing-list");
    frame.title = briefing.title.clone();
    html(&ShowPage {
        frame,
        path: path(briefing.id),
        given: Lang::EN.date_time(briefing.made_at),
        until: day(briefing.until),
        paragraphs: paragraphs(&briefing.text),
        stands: stands(&briefing, app.now()),
        read: own.map(|at| Lang::EN.date_time(at)),
        is_mine: is_for(&briefing, staff),
        can_end: is_over_it(&briefing, &who)? && stands(&briefing, app.now()),
        readers,
        by,
    })
}

/// Everybody it is for who works here now, and whoever read it besides; a leader sees those of their own teams.
async fn readers(conn: &mut Conn, briefing: &Briefing, who: &Who) -> Result<Vec<Reader>> {
    let all = is_over_it(briefing, who)?;
    let own = &who.staff()?.teams;
    let teams: Vec<&String> = match (all, briefing.teams.is_empty()) {
        (true, _) => briefing.teams.iter().collect(),
        (false, true) => own.iter().collect(),
        (false, false) => briefing.teams.iter().filter(|team| own.contains(team)).collect(),
    };
    let read: BTreeMap<Id, i64> = store::briefings::readers(conn, briefing.id).await?.into_iter().collect();
    let mut people: BTreeMap<Id, String> = BTreeMap::new();
    if all && briefing.teams.is_empty() {
        let everybody = workforce::store::members(conn, None, MOST).await?.into_iter();
        people.extend(everybody.filter(|member| member.active).map(|member| (member.id, member.name)));
    }
    for team in teams {
        people.extend(workforce::in_team(conn, team).await?);
    }
    for id in read.keys() {
        if all && !people.contains_key(id) {
            people.insert(*id, name_of(conn, *id).await?);
        }
    }
    let reader = |(id, name): (Id, String)| Reader { name, when: read.get(&id).map(|at| Lang::EN.date_time(*at)) };
    let mut readers: Vec<Reader> = people.into_iter().map(reader).collect();
    // Whoever has not read it stands first.
    readers.sort_by_key(|reader| (reader.when.is_some(), reader.name.to_lowercase()));
    Ok(readers)
}

/// Notes that they have read it: once, however often it is pressed.
pub(crate) async fn read(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let briefing = found(&mut tx, &who, &id).await?;
    if store::briefings::note_read(&mut tx, briefing.id, who.staff()?.id, app.now()).await? {
        facts::record(&mut tx, &app, Fact::new("briefing.read", &who).about("briefing", briefing.id)).await?;
    }
    tx.commit().await?;
    Ok(see("/desk/briefings?done=read"))
}

/// Ends it before its day: once.
pub(crate) async fn end(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let briefing = found(&mut tx, &who, &id).await?;
    if !is_over_it(&briefing, &who)? {
        return Err(Error::Forbidden);
    }
    if store::briefings::end(&mut tx, briefing.id).await? {
        facts::record(&mut tx, &app, Fact::new("briefing.ended", &who).about("briefing", briefing.id)).await?;
    }
    tx.commit().await?;
    Ok(see(&path(briefing.id)))
}
