//! How the hands a case is in read, for staff and for whoever reported it.

use super::{Handed, State, offer};
use crate::desk::systems::{State as Told, Systems};
use crate::store::{self, handed, systems};
use kit::clock::{HOUR, MINUTE, Micros};
use kit::db::Conn;
use kit::page::Frame;
use kit::words::Arg;
use kit::{App, Id, Result};

/// "3 of 4 systems it was handed to have answered", and how it stands with each; nothing where it was handed to none.
pub(crate) async fn of_case(
    conn: &mut Conn,
    app: &App,
    frame: &Frame,
    case: Id,
) -> Result<Option<(String, Vec<String>)>> {
    let all = newest_of_each(handed::of_case(conn, case).await?);
    if all.is_empty() {
        return Ok(None);
    }
    let told = match app.part::<Systems>() {
        Ok(Systems(of_case)) => of_case(conn, case).await?,
        Err(_) => Vec::new(),
    };
    let answered = all.iter().filter(|one| one.state != State::Asked).count();
    let mut lines = Vec::new();
    for one in &all {
        let name = systems::by_id(conn, one.system).await?.map(|system| system.name).unwrap_or_default();
        let mut words = state_words(app, frame, one, &name);
        if one.state == State::Asked
            && let Some(system) = told.iter().find(|told| told.id == one.system)
        {
            words = format!("{words} {}", told_words(app, frame, system.state, system.tries));
        }
        lines.push(words);
    }
    Ok(Some((frame.with2("cases-handed-answered", ("answered", answered), ("all", all.len())), lines)))
}

/// Of each system how it stands now; what it was handed before is in the timeline.
fn newest_of_each(all: Vec<Handed>) -> Vec<Handed> {
    let mut newest: Vec<Handed> = Vec::new();
    for one in all {
        match newest.iter_mut().find(|other| other.system == one.system) {
            Some(before) => *before = one,
            None => newest.push(one),
        }
    }
    newest
}

/// Whether the request for it has got through, in words.
fn told_words(app: &App, frame: &Frame, told: Told, tries: i64) -> String {
    let (key, next) = match told {
        Told::Answered => ("cases-handed-told", String::new()),
        Told::GivenUp => ("cases-handed-told-never", String::new()),
        Told::Waits(_, next) => ("cases-handed-told-waits", frame.date_time(&next)),
    };
    app.words.with(frame.lang, key, &[("n", tries.into()), ("next", next.into())])
}

/// How long ago, in whole minutes, hours or days.
fn ago(app: &App, frame: &Frame, at: Micros) -> String {
    let minutes = (app.now() - at).max(0) / MINUTE;
    let (unit, n) = match minutes {
        0..60 => ("minutes", minutes),
        60..2880 => ("hours", minutes * MINUTE / HOUR),
        _ => ("days", minutes / 1440),
    };
    app.words.with(frame.lang, &format!("cases-handed-ago-{unit}"), &[("n", n.into())])
}

/// How it stands with a system, for staff.
pub(crate) fn state_words(app: &App, frame: &Frame, one: &Handed, name: &str) -> String {
    let key = match one.state {
        State::Asked if one.is_silent(app.now()) => "cases-handed-state-silent",
        State::Accepted if !one.said.is_empty() => match one.said.as_str() {
            "planned" => "cases-handed-state-planned",
            "delayed" => "cases-handed-state-delayed",
            _ => "cases-handed-state-started",
        },
        State::Asked => "cases-handed-state-asked",
        State::Accepted => "cases-handed-state-accepted",
        State::Refused => "cases-handed-state-refused",
        State::Done => "cases-handed-state-done",
        State::TakenBack => "cases-handed-state-taken-back",
    };
    let since = if one.answered > 0 { one.answered } else { one.asked };
    let values: [(&str, Arg<'_>); 8] = [
        ("name", name.into()),
        ("ago", ago(app, frame, one.asked).into()),
        ("since", frame.date_time(&since).into()),
        ("due", frame.date_time(&one.due).into()),
        ("reference", one.theirs.as_str().into()),
        ("reason", one.reason.as_str().into()),
        ("date", frame.date(&one.said_on).into()),
        ("ended", frame.date_time(&one.ended).into()),
    ];
    app.words.with(frame.lang, key, &values)
}

/// With whom a case is, for whoever reported it; and whether what they write goes there too.
pub(crate) async fn of_resident(
    conn: &mut Conn,
    app: &App,
    frame: &Frame,
    (case, resident): (Id, Option<Id>),
) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    for one in newest_of_each(handed::of_case(conn, case).await?).iter().filter(|one| one.state.is_live()) {
        let Some(system) = systems::by_id(conn, one.system).await? else { continue };
        let key = match (one.state, one.said.as_str()) {
            (State::Asked, _) => "cases-with-asked",
            (_, "planned") => "cases-with-planned",
            (_, "delayed") => "cases-with-delayed",
            (_, "started") => "cases-with-started",
            _ => "cases-with-accepted",
        };
        let since = if one.answered > 0 { one.answered } else { one.asked };
        let values: [(&str, Arg<'_>); 4] = [
            ("name", system.name.as_str().into()),
            ("since", frame.date(&since).into()),
            ("reference", one.theirs.as_str().into()),
            ("date", frame.date(&one.said_on).into()),
        ];
        lines.push(app.words.with(frame.lang, key, &values));
        let rule = offer::rule(app, &store::cases::by_id(conn, case).await?, &system.code);
        let spared = match resident {
            Some(resident) => offer::is_spared(conn, resident).await?,
            None => false,
        };
        if rule.is_ok_and(|rule| rule.messages) && !spared {
            lines.push(frame.with("cases-with-messages", "name", system.name.as_str()));
        }
    }
    Ok(lines)
}
