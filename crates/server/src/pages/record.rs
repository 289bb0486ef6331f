//! `GET /desk/residents/{id}`: one record of a person: who it is and whether they may be told, how to reach them, their
//! requests, and what happened. It is shown to whoever has opened it, for as long as that lasts.

use super::timeline::{self, Kind, Line};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use cases::Case;
use kit::clock::Micros;
use kit::db::Conn;
use kit::extract::{Path, Query};
use kit::page::{Frame, html, see};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Reference, Result, looks};
use residents::authorities::{Authority, Services};
use residents::checks::Assurance;
use residents::desk::{Asks, Standing};
use residents::find::Person;
use residents::linking::joined::{self, Other};
use residents::store::record::{Marker, Opening};
use residents::{desk, needs, store};
use serde::Deserialize;
use services::{Catalogue, by_when};

/// Requests on one page.
const PAGE: usize = 25;

/// What the address of the page says.
#[derive(Deserialize)]
pub struct Asked {
    /// Older requests than this one.
    cases: Option<Id>,
    /// Older lines than this one.
    before: Option<Id>,
    /// Lines of this kind alone.
    kind: Option<String>,
}

struct Request {
    reference: Reference,
    title: String,
    /// It is outside of what whoever asks may be told: then its title is its service alone.
    outside: bool,
    /// Its service has to know who they are, and nobody has seen that.
    unseen: bool,
    status: &'static str,
    promised: String,
    late: bool,
    /// It was asked for under an account that is not shown to be theirs: nothing of it is told to whoever was checked.
    unproved: bool,
}

#[derive(Template)]
#[template(path = "record.html")]
struct RecordPage {
    frame: Frame,
    path: String,
    person: Person,
    born: String,
    /// The registers they came from.
    came: Vec<String>,
    /// The language they are written to in.
    language: Lang,
    /// Whoever asked may be told.
    may: bool,
    /// Whoever asks may be told nothing of where they live.
    not_where: bool,
    /// Why not, where nobody may.
    may_not: &'static str,
    caller: String,
    /// Who asks by an authority, may ask about this alone; empty where nothing is outside.
    only: String,
    /// How sure it is who asks; nothing where nobody does.
    reached: Option<&'static str>,
    open_until: String,
    markers: Vec<Marker>,
    /// What they told us they need, a line each.
    needs: Vec<String>,
    /// The rule by which they are offered more help, and its edition.
    offered: Option<String>,
    /// Who may speak for them, about what, until when, and whether that holds.
    authorities: Vec<(Authority, String, String, bool)>,
    /// Records that were joined to this one.
    others: Vec<Other>,
    /// Another one was, and is kept apart from it.
    parted: bool,
    /// This member of staff may say which records are one person's.
    links: bool,
    /// They may take a safe address off.
    unguards: bool,
    requests: Vec<Request>,
    /// Some of what is shown is of an account that is not shown to be theirs.
    unproved: bool,
    /// Forms that officers have begun for them: where each goes on, and its service.
    begun: Vec<(String, String)>,
    /// Requests of theirs that this member of staff may not see.
    elsewhere: usize,
    older_cases: Option<Id>,
    /// What the timeline is narrowed to.
    kind: Option<Kind>,
    lines: Vec<Line>,
    older: Option<Id>,
}

impl RecordPage {
    /// Whether a marker is theirs to take off: one told from an account kept apart is not.
    fn unmarks(&self, marker: &Marker) -> bool {
        !marker.id.is_none() && (self.unguards || !marker.keeps())
    }

    /// Nobody asks for anything any more.
    fn has_died(&self) -> bool {
        self.markers.iter().any(|marker| marker.kind == "deceased")
    }

    /// The day a risk is looked at again, in words.
    fn review(&self, marker: &Marker) -> Option<String> {
        let day = marker.review.as_deref()?.parse().ok()?;
        Some(self.frame.with("server-record-review", "date", Lang::EN.civil(day)))
    }
}

/// Draws it.
pub async fn show(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    let mut read = app.db.read().await?;
    residents::may_find(&who)?;
    let kept = joined::record(&mut read, id).await?;
    if kept != id {
        return Ok(see(&desk::path(kept)));
    }
    let person = store::keys::person(&mut read, id).await?.ok_or(Error::NotFound)?;
    let Some(opening) = desk::is_open(&mut read, &app, &who, id).await? else {
        return Ok(see(&format!("{}/open", desk::path(id))));
    };
    let page = gather(&mut read, &app, &who, (person, opening), &asked).await?;
    drop(read);
    let mut tx = app.db.begin().await?;
    looks::record(&mut tx, &app, &who, "resident", id, "record").await?;
    tx.commit().await?;
    html(&page)
}

async fn gather(
    read: &mut Conn,
    app: &App,
    who: &Who,
    (person, opening): (Person, Opening),
    asked: &Asked,
) -> Result<RecordPage> {
    let (id, now) = (person.id, app.now());
    let accounts = joined::together(read, id).await?;
    let found = cases::of_record(read, app, id, asked.cases, PAGE + 1, Lang::EN).await?;
    let older_cases = (found.len() > PAGE).then(|| found[PAGE - 1].1.id);
    let shown: Vec<&(bool, Case)> = found.iter().take(PAGE).collect();
    let mut seen = Vec::new();
    let (standing, sure) = (Standing::of(read, app, id, &opening).await?, desk::seen_at(read, id).await?);
    for (is_shown, case) in &shown {
        if cases::may_see(app, who, case)? {
            let outside = cases::covers(app, &standing, &case.service)?.is_err();
            let request = request(app, case, now, outside)?;
            let unseen = request.unseen && case.status.is_live() && !desk::is_seen(sure, case.opened);
            seen.push(Request { unseen, unproved: !is_shown, ..request });
        }
    }
    let frame = Frame::new(app, &Who { lang: Lang::EN, ..who.clone() }, desk::path(id), "server-record-title");
    let authorities = joined::authorities(read, id).await?;
    let kind = asked.kind.as_deref().and_then(Kind::of);
    let own = joined::own(read, id).await?;
    let page = timeline::read(read, app, who, (&accounts, &own, &authorities), kind, asked.before).await?;
    let page = hush(app, &frame, &standing, page)?;
    let services = app.part::<Services>()?.0(app, Lang::EN)?;
    let passport = needs::of_all(read, &accounts).await?;
    let offered = app.part::<needs::Criteria>()?.rule(&passport.rule).map(|rule| {
        let values = [("rule", rule.name(Lang::EN).into()), ("n", passport.criteria.into())];
        app.words.with(Lang::EN, "server-record-offered", &values)
    });
    let caller = caller(&frame, &opening, &person, &authorities);
    let until = |authority: Authority| {
        let (until, good) = (frame.date(&(authority.until - 1)), authority.is_good(now));
        let about = authority.about(app, &services);
        (authority, about, until, good)
    };
    Ok(RecordPage {
        path: desk::path(id),
        born: born(&person),
        came: came(read, app, &accounts).await?,
        language: store::by_id(read, id).await?.ok_or(Error::NotFound)?.lang,
        open_until: frame.date_time(&opening.until),
        markers: joined::markers(read, id).await?,
        needs: needs::lines(&app.words, Lang::EN, &passport),
        offered,
        others: joined::others(read, id).await?,
        unproved: joined::is_unproved(read, id).await?,
        parted: joined::is_parted(read, id).await?,
        links: residents::may_link(who).is_ok(),
        unguards: residents::may_unguard(who).is_ok(),
        may: standing.may_tell(),
        not_where: desk::keeps_home_from(read, id, &standing).await?,
        may_not: if standing.asks == Asks::Over { "server-record-over" } else { "server-record-may-not" },
        only: standing
            .holder()
            .filter(|one| !one.is_whole())
            .map(|one| frame.with("server-record-only", "about", one.about(app, &services)))
            .unwrap_or_default(),
        reached: standing.may_tell().then(|| reached(&standing)),
        elsewhere: shown.len() - seen.len(),
        requests: seen,
        begun: begun(read, app, &accounts).await?,
        kind,
        lines: page.lines,
        authorities: authorities.into_iter().map(until).collect(),
        frame,
        person,
        caller,
        older_cases,
        older: page.older,
    })
}

/// Their date of birth as it is read; empty where it is not known.
fn born(person: &Person) -> String {
    let day = person.born.as_deref().and_then(|born| born.parse().ok());
    day.map(|day| Lang::EN.civil(day)).unwrap_or_default()
}

/// How sure it is who asks, in words.
fn reached(standing: &Standing) -> &'static str {
    match standing.reached {
        Assurance::Identity => "server-record-reached-identity",
        _ => "server-record-reached-contact",
    }
}

/// The registers they came from, with the number each has for them, under any of these accounts.
async fn came(read: &mut Conn, app: &App, accounts: &[Id]) -> Result<Vec<String>> {
    let mut came = Vec::new();
    for account in accounts {
        for from in residents::import::of(read, *account).await? {
            let date = Lang::EN.date(from.made_at);
            let values = [("source", from.source.into()), ("number", from.number.into()), ("date", date.into())];
            came.push(app.words.with(Lang::EN, "server-record-came-from", &values));
        }
    }
    Ok(came)
}

/// Forms that officers have begun for them under any of their accounts: where each goes on, and its service.
async fn begun(read: &mut Conn, app: &App, accounts: &[Id]) -> Result<Vec<(String, String)>> {
    let mut begun = Vec::new();
    for account in accounts {
        begun.extend(forms::begun_for(read, *account, app.now()).await?);
    }
    begun.iter().map(|draft| going_on(app, draft)).collect()
}

/// Where an officer goes on with a form, and its service.
fn going_on(app: &App, draft: &forms::Summary) -> Result<(String, String)> {
    let service = app.part::<Catalogue>()?.version(&draft.service, draft.version);
    let name = service.map_or_else(|| draft.service.clone(), |service| service.name(Lang::EN).to_owned());
    Ok((forms::Draft::path_at_desk(draft.id), name))
}

/// Who is asking, in words; empty where nobody is.
fn caller(frame: &Frame, opening: &Opening, person: &Person, authorities: &[Authority]) -> String {
    match opening.caller.as_str() {
        "" => String::new(),
        "self" => person.name.clone(),
        id => {
            let authority = authorities.iter().find(|authority| authority.id.to_string() == id);
            authority.map_or_else(
                || frame.t("residents-open-other").to_owned(),
                |authority| {
                    let key = format!("residents-authority-{}", authority.kind);
                    format!("{} ({})", authority.holder, frame.t(&key))
                },
            )
        }
    }
}

/// The timeline without what whoever asks may not be told: what is outside of what they may ask for, and what was done under an account
/// that nobody has shown to be theirs. That it happened stays, what was said does not.
fn hush(app: &App, frame: &Frame, standing: &Standing, mut page: timeline::Page) -> Result<timeline::Page> {
    let asked = !matches!(standing.asks, Asks::Nobody);
    for line in &mut page.lines {
        if line.unproved && asked {
            line.hush(frame.t("server-record-not-shown"));
            continue;
        }
        let within = match line.case.as_ref() {
            Some(case) => cases::covers(app, standing, &case.service)?.is_ok(),
            None => standing.is_whole(),
        };
        let says_nothing = line.body.is_empty() && line.files.is_empty() && line.case.is_none();
        if !within && !says_nothing {
            line.hush(frame.t("server-record-outside"));
        }
    }
    Ok(page)
}

fn request(app: &App, case: &Case, now: Micros, outside: bool) -> Result<Request> {
    let catalogue = app.part::<Catalogue>()?;
    let service = catalogue.version(&case.service, case.version);
    let name = service.map_or_else(|| case.service.clone(), |service| service.name(Lang::EN).to_owned());
    Ok(Request {
        reference: case.reference.clone(),
        title: if outside || case.title.is_empty() { name } else { case.title.clone() },
        outside,
        unseen: catalogue.assurance(&case.service) >= Assurance::Identity,
        status: cases::status_key(case.status),
        promised: by_when(catalogue.calendar(), case.promise.due, Lang::EN),
        late: case.status.is_live() && case.promise.due < now,
        unproved: false,
    })
}
