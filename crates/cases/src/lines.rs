//! What happened to somebody's cases, as lines of their one timeline at the desk.

use crate::facts::Data;
use crate::names::Names;
use crate::timeline::{Reader, Telling};
use crate::{access, book, desk, store};
use kit::clock::Micros;
use kit::db::Conn;
use kit::facts::Recorded;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Reference, Result};
use std::collections::BTreeMap;

/// Messages looked at for one fact: more are not written in one millisecond.
const FEW: usize = 5;

/// One thing that happened to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The case.
    pub reference: Reference,
    /// What it is about.
    pub about: String,
    /// What happened.
    pub title: String,
    /// Who did it.
    pub by: String,
    /// What was written.
    pub body: String,
}

/// True for a kind of fact that is a message between the council and somebody who reported it.
pub fn is_message(kind: &str) -> bool {
    matches!(kind, "case.messaged" | "case.asked" | "case.called")
}

/// The lines of these facts, each with the fact's id; those of other nouns, and of cases this member of staff may not see, are
/// left out.
pub async fn lines(conn: &mut Conn, app: &App, who: &Who, facts: &[Recorded]) -> Result<Vec<(Id, Line)>> {
    let (staff, team_of) = (who.staff()?, desk::team_of(app)?);
    let mut cases = BTreeMap::new();
    for id in facts.iter().filter(|fact| fact.kind.starts_with("case.")).filter_map(|fact| fact.subject("case")) {
        if let std::collections::btree_map::Entry::Vacant(new) = cases.entry(id) {
            let case = match store::cases::by_id(conn, id).await {
                Err(Error::NotFound) => None,
                found => Some(found?),
            };
            new.insert(case.filter(|case| access::may(staff, access::Action::See, case, &team_of)));
        }
    }
    let people = facts.iter().filter(|fact| fact.who_kind == "staff").filter_map(|fact| fact.who);
    let owners = facts.iter().filter_map(|fact| fact.data::<Data>().ok()?.owner);
    let names = Names::load(conn, people.chain(owners).collect()).await?;
    let mut lines = Vec::new();
    for fact in facts.iter().filter(|fact| fact.kind.starts_with("case.")) {
        let Some(case) = fact.subject("case").and_then(|id| cases.get(&id)?.as_ref()) else { continue };
        let book = book::of(app, case)?;
        let telling = Telling { app, book: &book, names: &names, reader: Reader::Staff, lang: Lang::EN };
        for entry in telling.entries(std::slice::from_ref(fact))? {
            let (reference, about) = (case.reference.clone(), case.title.clone());
            let body = if entry.body.is_empty() { message(conn, case.id, fact).await? } else { entry.body };
            lines.push((fact.id, Line { reference, about, title: entry.title, by: entry.by, body }));
        }
    }
    Ok(lines)
}

/// What was written, of the fact that something was: the last message to or from this reporter by then. The words stand with the
/// case, so that they go with it.
async fn message(conn: &mut Conn, case: Id, fact: &Recorded) -> Result<String> {
    let reporter = fact.data::<Data>()?.reporter;
    let (true, Some(reporter)) = (matches!(fact.kind.as_str(), "case.messaged" | "case.asked"), reporter) else {
        return Ok(String::new());
    };
    let written = store::messages::of_reporter(conn, case, reporter, first_after(fact.at), FEW).await?;
    let ours = fact.who_kind == "staff";
    let found = written.into_iter().find(|message| message.ours == ours && message.at <= fact.at);
    Ok(found.map(|message| message.text).unwrap_or_default())
}

/// An id after every one that was made by this moment: ids begin with their millisecond.
fn first_after(at: Micros) -> Id {
    let (millisecond, mut id) = ((at / 1000 + 1).to_be_bytes(), [0; 16]);
    id[..6].copy_from_slice(&millisecond[2..]);
    Id(id)
}
