//! The officer's list of cases: whose, which, in what order, a page at a time. Who may see what is part of the query.

use crate::access::{self, Part};
use crate::desk::everywhere::everywhere;
use crate::desk::find::{self, Found};
use crate::desk::nothing::nothing;
use crate::desk::services_of;
use crate::desk::waiting::waiting;
use crate::model::Status;
use crate::names::Names;
use crate::store::lists::{Cursor, Listed, Order, Query as Asks};
use crate::{book, dates};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::clock::Micros;
use kit::db::Conn;
use kit::extract::Query;
use kit::page::{self, Frame};
use kit::ui::{Choice, Select};
use kit::who::{Staff, Who};
use kit::{App, Id, Lang, Result, looks};
use serde::{Deserialize, Serialize};
use services::Catalogue;
use std::collections::HashMap;

/// Cases on one page.
const PAGE: usize = 25;

/// Which list, what it is narrowed to, in which order, from where.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The reference of a case to be found.
    #[serde(skip_serializing)]
    pub(crate) find: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) tab: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) service: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) status: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) ward: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) kind: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) owner: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) sort: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) after: String,
}

impl Asked {
    /// Something beside the tab was chosen.
    pub(crate) fn is_filtered(&self) -> bool {
        [&self.service, &self.status, &self.ward, &self.kind, &self.owner, &self.sort]
            .iter()
            .any(|chosen| !chosen.is_empty())
    }

    /// Leaves out what no list of ours can have asked for.
    pub(crate) fn clean(&mut self) {
        let fields = [&mut self.service, &mut self.ward, &mut self.kind, &mut self.owner, &mut self.after];
        for field in fields {
            if field.len() > 100 || field.chars().any(char::is_control) {
                field.clear();
            }
        }
        if Status::of(&self.status).is_none() {
            self.status.clear();
        }
        if !TABS.contains(&self.tab.as_str()) {
            self.tab = "mine".into();
        }
        // Nothing that has ended is late, stale or due.
        let of_live = ["soon", "late", "stale"].contains(&self.tab.as_str());
        if of_live && Status::of(&self.status).is_some_and(|status| !status.is_live()) {
            self.status.clear();
        }
    }
}

/// The lists, in the order of their tabs.
pub(crate) const TABS: [&str; 8] = ["mine", "team", "unread", "soon", "late", "stale", "unowned", "all"];

/// A case as a row of the table.
struct Row {
    path: String,
    reference: String,
    title: String,
    /// Who reported it, where they said.
    reporter: String,
    service: String,
    status: String,
    owner: String,
    team: String,
    promised: String,
    next: String,
    opened: String,
    urgent: bool,
    late: bool,
    soon: bool,
    stale: bool,
    /// A resident wrote something nobody has opened.
    unread: bool,
    /// It speaks of danger.
    danger: bool,
}

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage {
    frame: Frame,
    tabs: Vec<(String, String, bool)>,
    asked: Asked,
    /// What was typed to find a case, and what is wrong with it.
    find: String,
    find_error: Option<String>,
    /// What waits, in words, and the list that shows it.
    waiting: Vec<(String, &'static str)>,
    services: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    wards: Vec<(String, String)>,
    people: Vec<(Id, String)>,
    rows: Vec<Row>,
    first: Option<String>,
    next: Option<String>,
}

/// Draws the list and records what was looked at.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(mut asked): Query<Asked>,
) -> Result<Response> {
    let staff = who.staff()?.clone();
    asked.clean();
    let parts = access::parts(&staff, &services_of(&app)?)?;
    let mut conn = app.db.read().await?;
    let find_error = match find::find(&mut conn, &app, &staff, &asked.find).await? {
        Found::Nothing(key) => key,
        Found::Case(reference) => return Ok(page::see(&format!("/desk/cases/{reference}"))),
    };
    let waiting = waiting(&mut conn, &app, &staff, &parts).await?;
    let asks = query(&app, &asked, &staff)?;
    let mut found = everywhere(&mut conn, &parts_of(&asked, &staff, parts), &asks).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let names = Names::load(&mut conn, found.iter().map(|case| case.owner).collect()).await?;
    let people = people(&mut conn, &staff).await?;
    drop(conn);
    let mut tx = app.db.begin().await?;
    looks::record_query(&mut tx, &app, &who, "cases", Id::NONE, "list", &shown(&asked, &found)?).await?;
    tx.commit().await?;
    let mut page = draw(&app, &who, asked, &asks, found, more, names)?;
    page.people = people;
    page.waiting = waiting.into_iter().map(|(key, n, href)| (page.frame.with(key, "n", n), href)).collect();
    page.find_error = find_error.map(|key| page.frame.t(key).to_owned());
    page.frame = page.frame.clone().with_error(find_error.is_some());
    if find_error.is_some() { page::invalid(&page) } else { page::html(&page) }
}

/// What the list asks for, before it is narrowed to what the asker may see.
pub(crate) fn query(app: &App, asked: &Asked, staff: &Staff) -> Result<Asks> {
    let now = app.now();
    let order = match asked.sort.as_str() {
        _ if asked.tab == "unread" => Order::Unread,
        _ if asked.tab == "soon" => Order::Promised,
        "opened" => Order::Opened,
        "next" => Order::Next,
        "promised" => Order::Promised,
        _ if asked.tab == "stale" => Order::Next,
        _ => Order::Promised,
    };
    let mut asks = Asks::live(order, PAGE + 1);
    asks.service = asked.service.clone();
    asks.ward = asked.ward.clone();
    asks.kind = asked.kind.clone();
    asks.status = Status::of(&asked.status);
    asks.owner = asked.owner.parse().ok();
    match asked.tab.as_str() {
        "mine" => asks.owner = Some(staff.id),
        "unowned" => asks.owner = Some(Id::NONE),
        "late" => asks.promised_before = now,
        "stale" => asks.next_before = now,
        "soon" => asks.promised_before = dates::soon(app)? + 1,
        "all" => asks.ended_too = asks.status.is_none(),
        _ => {}
    }
    // In the order of promises, what is due soon comes after what is late.
    let begin = (asked.tab == "soon").then_some(Cursor { at: now, id: Id::NONE });
    asks.after = cursor(&asked.after).or(begin);
    Ok(asks)
}

fn cursor(text: &str) -> Option<Cursor> {
    let (at, id) = text.split_once('.')?;
    Some(Cursor { at: at.parse().ok()?, id: id.parse().ok()? })
}

/// "My team's" is narrower than what may be seen.
pub(crate) fn parts_of(asked: &Asked, staff: &Staff, parts: Vec<Part>) -> Vec<Part> {
    if asked.tab == "team" { staff.teams.iter().cloned().map(Part::Team).collect() } else { parts }
}

/// Whom the list can be narrowed to: oneself and the people of one's teams.
async fn people(conn: &mut Conn, staff: &Staff) -> Result<Vec<(Id, String)>> {
    let mut people = vec![(staff.id, staff.name.clone())];
    for team in &staff.teams {
        people.extend(workforce::in_team(conn, team).await?);
    }
    people.sort_by(|a, b| a.1.cmp(&b.1));
    people.dedup_by_key(|(id, _)| *id);
    Ok(people)
}

/// What the look records: the question asked and the references shown.
pub(crate) fn shown(asked: &Asked, found: &[Listed]) -> Result<String> {
    let references: Vec<&str> = found.iter().map(|case| case.reference.as_str()).collect();
    Ok(serde_json::json!({ "asked": asked, "shown": references }).to_string())
}

/// The address of a list.
fn address(asked: &Asked) -> String {
    let fields = [
        ("tab", &asked.tab),
        ("service", &asked.service),
        ("status", &asked.status),
        ("ward", &asked.ward),
        ("kind", &asked.kind),
        ("owner", &asked.owner),
        ("sort", &asked.sort),
        ("after", &asked.after),
    ];
    let filled = fields.into_iter().filter(|(_, value)| !value.is_empty());
    let encoded: Vec<String> = filled.map(|(name, value)| format!("{name}={}", encode(value))).collect();
    format!("/desk/cases?{}", encoded.join("&"))
}

fn encode(value: &str) -> String {
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    value.bytes().map(|b| if safe(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

fn draw(
    app: &App,
    who: &Who,
    asked: Asked,
    asks: &Asks,
    found: Vec<Listed>,
    more: bool,
    names: Names,
) -> Result<ListPage> {
    let frame = Frame::new(app, who, "/desk/cases", "cases-list-title");
    let tab = |tab: &&str| {
        let narrowed = Asked { tab: tab.to_string(), after: String::new(), ..asked.clone() };
        (frame.t(&format!("cases-tab-{tab}")).to_owned(), address(&narrowed), asked.tab == **tab)
    };
    let next = found.last().filter(|_| more).map(|last| {
        let cursor = asks.cursor(last);
        address(&Asked { after: format!("{}.{}", cursor.at, cursor.id), ..asked.clone() })
    });
    let first = (!asked.after.is_empty()).then(|| address(&Asked { after: String::new(), ..asked.clone() }));
    let services = book::services(app, who.lang)?;
    let known: HashMap<&str, &str> = services.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
    let soon = dates::soon(app)?;
    let rows = found.iter().map(|case| row(app, &frame, case, &known, &names, soon)).collect();
    Ok(ListPage {
        tabs: TABS.iter().map(tab).collect(),
        kinds: book::kinds(app, &asked.service, who.lang)?,
        wards: wards(app)?,
        find: asked.find.clone(),
        find_error: None,
        waiting: Vec::new(),
        asked,
        services,
        people: Vec::new(),
        rows,
        first,
        next,
        frame,
    })
}

/// The council's wards by code and name.
pub(crate) fn wards(app: &App) -> Result<Vec<(String, String)>> {
    let context = app.part::<Catalogue>()?.context(kit::lang::local(app.now()).date());
    let wards = context.postcodes.wards(context.council);
    Ok(wards.into_iter().map(|ward| (ward.code.clone(), ward.name.clone())).collect())
}

fn row(app: &App, frame: &Frame, case: &Listed, services: &HashMap<&str, &str>, names: &Names, soon: Micros) -> Row {
    let (lang, now): (Lang, Micros) = (frame.lang, app.now());
    let (live, passed_on) = (case.status.is_live(), case.status == Status::PassedOn);
    let owner = names.staff(case.owner);
    let undated = if case.dated { "" } else { frame.t("cases-desk-undated-short") };
    Row {
        path: format!("/desk/cases/{}", case.reference),
        reference: case.reference.grouped(),
        title: case.title.clone(),
        reporter: case.reporter.clone(),
        service: services.get(case.service.as_str()).map_or_else(|| case.service.clone(), |name| name.to_string()),
        status: frame.t(&format!("cases-desk-status-{}", case.status.code())).to_owned(),
        owner: super::owner_words(frame, case.status, owner),
        team: names.team(&case.team),
        promised: if passed_on { String::new() } else { dates::short(app, case.promised, lang) },
        next: if live { dates::short(app, case.next_action, lang) } else { String::new() },
        opened: format!("{} {undated}", lang.short_date(case.opened)).trim().to_owned(),
        urgent: matches!(case.priority.as_str(), "urgent" | "high"),
        late: live && case.promised < now,
        soon: live && case.promised >= now && case.promised <= soon,
        stale: live && case.next_action < now,
        unread: case.unread != 0,
        danger: case.unread < 0,
    }
}

impl ListPage {
    /// What is said where no case is in the list, and the ways on.
    fn nothing(&self) -> (&'static str, Vec<(&'static str, String)>) {
        nothing(&self.asked)
    }

    /// A filter with "any" first.
    fn select<'a>(&'a self, name: &'a str, choices: Vec<(String, String)>, value: &'a str) -> Select<'a> {
        let any = Choice::new("", self.frame.t("cases-filter-any"));
        let choices = choices.into_iter().map(|(code, words)| Choice::new(code, words));
        let label = match name {
            "service" => "cases-filter-service",
            "status" => "cases-filter-status",
            "ward" => "cases-filter-ward",
            "kind" => "cases-filter-kind",
            "owner" => "cases-filter-owner",
            _ => "cases-filter-sort",
        };
        let select = Select::new(name, self.frame.t(label));
        if name == "sort" {
            select.choices(choices).value(value)
        } else {
            select.choice(any).choices(choices).value(value)
        }
    }

    fn statuses(&self) -> Vec<(String, String)> {
        let words = |status: Status| self.frame.t(&format!("cases-desk-status-{}", status.code())).to_owned();
        Status::ALL.into_iter().map(|status| (status.code().to_owned(), words(status))).collect()
    }

    fn orders(&self) -> Vec<(String, String)> {
        let words = |order: &str| self.frame.t(&format!("cases-sort-{order}")).to_owned();
        ["promised", "next", "opened"].into_iter().map(|order| (order.to_owned(), words(order))).collect()
    }

    fn owners(&self) -> Vec<(String, String)> {
        self.people.iter().map(|(id, name)| (id.to_string(), name.clone())).collect()
    }
}
