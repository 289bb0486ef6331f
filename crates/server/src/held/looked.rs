//! Who looked at what is held on a person: by role, time and purpose, never by name.

use crate::config::Privacy;
use kit::clock::Micros;
use kit::db::Conn;
use kit::facts::Subject;
use kit::looks::{self, Look};
use kit::personal::{Held, Part, Reader, Row};
use kit::who::Role;
use kit::{App, Id, Lang, Result};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Purposes that are never told to whoever is looked at, besides those of the configuration: a covert enquiry.
pub const WITHHELD: &str = "enquiry-covert";

/// Read in one go.
const PAGE: usize = 1_000;

/// The looks at these, newest first.
pub async fn part(conn: &mut Conn, app: &App, subjects: &[Subject], reader: Reader, lang: Lang) -> Result<Part> {
    let withheld = &app.part::<Privacy>()?.withheld;
    let mut found: Vec<Look> = Vec::new();
    for subject in subjects {
        let mut before = None;
        loop {
            let some = looks::at(conn, subject, before, PAGE).await?;
            before = some.last().map(|oldest| oldest.id);
            let last = some.len() < PAGE;
            found.extend(some);
            if last {
                break;
            }
        }
    }
    found.retain(|look| {
        let covert = look.purpose == WITHHELD || withheld.contains(&look.purpose);
        reader == Reader::Staff || !covert
    });
    found.sort_by_key(|look| std::cmp::Reverse(look.id));
    let mut roles: HashMap<Id, String> = HashMap::new();
    let mut rows = Vec::new();
    for look in found {
        let role = match roles.entry(look.staff) {
            Entry::Occupied(known) => known.get().clone(),
            Entry::Vacant(unknown) => {
                let role = workforce::roles_of(conn, look.staff).await?.first().copied();
                unknown.insert(app.t(lang, role_key(role)).to_owned()).clone()
            }
        };
        rows.push(row(app, &look, role, lang, reader));
    }
    Ok(Part::of("looks", rows))
}

/// The same for a page: a line for each day, role and purpose, with how often; the file has every look.
pub fn by_day(part: &Part, lang: Lang) -> Part {
    let mut lines: Vec<([String; 3], i64)> = Vec::new();
    for row in &part.rows {
        let of = |wanted: &str| row.0.iter().find(|(name, _)| *name == wanted).map(|(_, held)| held);
        let text = |wanted: &str| match of(wanted) {
            Some(Held::Text(text)) => text.clone(),
            _ => String::new(),
        };
        let day = match of("at") {
            Some(Held::Time(at)) => lang.date(*at),
            _ => String::new(),
        };
        let line = [day, text("role"), text("purpose")];
        // Newest first, so those of one day stand together.
        let same_day = lines.iter_mut().rev().take_while(|(there, _)| there[0] == line[0]);
        match same_day.into_iter().find(|(there, _)| *there == line) {
            Some((_, times)) => *times += 1,
            None => lines.push((line, 1)),
        }
    }
    let row = |([day, role, purpose], times): ([String; 3], i64)| {
        let row = Row::new().text("at", day).text("role", role).text("purpose", purpose);
        row.text("times", lang.number(times))
    };
    Part::of(part.table, lines.into_iter().map(row).collect())
}

fn row(app: &App, look: &Look, role: String, lang: Lang, reader: Reader) -> Row {
    let at: Micros = look.at;
    let row = Row::new().time("at", at).text("role", role).text("purpose", app.t(lang, purpose_key(&look.purpose)));
    // For redaction: whoever answers the request knows the purpose as it is kept.
    if reader == Reader::Staff { row.code("code", look.purpose.as_str()) } else { row }
}

fn role_key(role: Option<Role>) -> &'static str {
    match role {
        Some(Role::Officer) => "server-look-officer",
        Some(Role::TeamMember) => "server-look-member",
        Some(Role::TeamLeader) => "server-look-leader",
        Some(Role::ServiceOwner) => "server-look-owner",
        Some(Role::Administrator) => "server-look-administrator",
        None => "server-look-somebody",
    }
}

/// What a look was for, in a resident's words. That something is kept for a court is not told here, nor that somebody else may be
/// them (`linking`): it would tell one of the other.
fn purpose_key(purpose: &str) -> &'static str {
    match purpose {
        "case" => "server-look-for-case",
        "assign" | "note" | "message" | "plan" | "promise" | "decide" | "close" | "reopen" | "hold" | "release" => {
            "server-look-for-work"
        }
        "mail" => "server-look-for-mail",
        "find" => "server-look-for-finding",
        "review" => "server-look-for-review",
        "appointments" => "server-look-for-appointments",
        "subject-access" | "erasure" => "server-look-for-rights",
        _ => "server-look-for-help",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_s_looks_of_one_role_and_purpose_are_one_line_with_how_many() {
        let day = 86_400_000_000;
        let look =
            |at: i64, role: &str, purpose: &str| Row::new().time("at", at).text("role", role).text("purpose", purpose);
        let rows = vec![
            look(20 * day + 3, "An officer", "To read"),
            look(20 * day + 2, "A leader", "To read"),
            look(20 * day + 1, "An officer", "To read"),
            look(19 * day, "An officer", "To read"),
            look(19 * day - 1, "An officer", "To work"),
        ];
        let shown = by_day(&Part::of("looks", rows), Lang::EN);
        let times: Vec<&Held> = shown.rows.iter().map(|row| &row.0[3].1).collect();
        let times_are = |numbers: &[&str]| numbers.iter().map(|n| Held::Text((*n).to_owned())).collect::<Vec<_>>();
        assert_eq!(times.into_iter().cloned().collect::<Vec<_>>(), times_are(&["2", "1", "1", "1"]));
        assert_eq!(shown.rows[0].0[1].1, Held::Text("An officer".into()));
    }
}
