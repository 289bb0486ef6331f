//! Who looked at what is held on a person: by role, time and purpose, never by name.

use crate::config::Privacy;
use kit::clock::Micros;
use kit::db::Conn;
use kit::facts::Subject;
use kit::looks::{self, Look};
use kit::personal::{Part, Reader, Row};
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
        "subject-access" | "erasure" => "server-look-for-rights",
        _ => "server-look-for-help",
    }
}
