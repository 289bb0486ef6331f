//! What happened to somebody's cases, as lines of their one timeline at the desk.

use crate::attached::{self, Shown};
use crate::facts::Data;
use crate::model::Case;
use crate::names::Names;
use crate::timeline::{Reader, Telling};
use crate::{access, book, desk, store};
use kit::clock::Micros;
use kit::db::Conn;
use kit::facts::{Recorded, Subject};
use kit::files;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Reference, Result};
use services::Attached;
use std::collections::BTreeMap;

/// Messages looked at for one fact: more are not written in one millisecond.
const FEW: usize = 5;

/// One thing that happened to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The case.
    pub reference: Reference,
    /// Its service.
    pub service: String,
    /// The language of whoever reported it.
    pub lang: Lang,
    /// What it is about.
    pub about: String,
    /// What happened.
    pub title: String,
    /// Who did it.
    pub by: String,
    /// What was written.
    pub body: String,
    /// The photographs and documents that came with it.
    pub files: Vec<Shown>,
}

/// True for a kind of fact with which photographs and documents come.
pub fn may_bring_files(kind: &str) -> bool {
    matches!(kind, "case.opened" | "case.passed-on" | "case.joined" | "case.claimed" | "case.messaged")
}

/// True for a kind of fact that is a message between the council and somebody who reported it.
pub fn is_message(kind: &str) -> bool {
    matches!(kind, "case.messaged" | "case.asked" | "case.called" | "message.failed")
}

/// The lines of these facts, each with the fact's id; those of other nouns, and of cases this member of staff may not see, are
/// left out.
pub async fn lines(conn: &mut Conn, app: &App, who: &Who, facts: &[Recorded]) -> Result<Vec<(Id, Line)>> {
    let (staff, standing_of) = (who.staff()?, desk::standing_of(app)?);
    let mut cases = BTreeMap::new();
    for id in facts.iter().filter(is_ours).filter_map(|fact| fact.subject("case")) {
        if let std::collections::btree_map::Entry::Vacant(new) = cases.entry(id) {
            let case = match store::cases::by_id(conn, id).await {
                Err(Error::NotFound) => None,
                found => Some(found?),
            };
            new.insert(case.filter(|case| access::may(staff, access::Action::See, case, &standing_of)));
        }
    }
    let people = facts.iter().filter(|fact| fact.who_kind == "staff").filter_map(|fact| fact.who);
    let owners = facts.iter().filter_map(|fact| fact.data::<Data>().ok()?.owner);
    let names = Names::load(conn, people.chain(owners).collect()).await?;
    let mut lines = Vec::new();
    for fact in facts.iter().filter(is_ours) {
        let Some(case) = fact.subject("case").and_then(|id| cases.get(&id)?.as_ref()) else { continue };
        let book = book::of(app, case)?;
        let telling = Telling { app, book: &book, names: &names, reader: Reader::Staff, lang: Lang::EN };
        for entry in telling.entries(std::slice::from_ref(fact))? {
            let (reference, service, about) = (case.reference.clone(), case.service.clone(), case.title.clone());
            let (written, named) = beside(conn, case, fact).await?;
            let body = if entry.body.is_empty() { written } else { entry.body };
            let files = files_of(conn, case, &named).await?;
            let (title, by, lang) = (entry.title, entry.by, case.contact.lang);
            lines.push((fact.id, Line { reference, service, lang, about, title, by, body, files }));
        }
    }
    Ok(lines)
}

/// What happened to a case, or to a message about one.
fn is_ours(fact: &&Recorded) -> bool {
    fact.kind.starts_with("case.") || fact.kind == "message.failed"
}

/// The words and the names of files that stand with the case, so that they go with it: of the fact that something was written, the
/// last message to or from this reporter by then; of a report, what was attached to it.
async fn beside(conn: &mut Conn, case: &Case, fact: &Recorded) -> Result<(String, Vec<Attached>)> {
    let reporter = fact.data::<Data>()?.reporter;
    match (fact.kind.as_str(), reporter) {
        ("case.messaged" | "case.asked", Some(reporter)) => {
            let written = store::messages::of_reporter(conn, case.id, reporter, first_after(fact.at), FEW).await?;
            let ours = fact.who_kind == "staff";
            let found = written.into_iter().find(|message| message.ours == ours && message.at <= fact.at);
            Ok(found.map(|message| (message.text, message.came.files)).unwrap_or_default())
        }
        ("case.joined" | "case.claimed", Some(reporter)) if !reporter.is_none() => {
            let joined = store::found::reported(conn, reporter).await?;
            let named = joined.map(|joined| attached::named(&joined.answers)).transpose()?;
            Ok((String::new(), named.unwrap_or_default()))
        }
        (kind, _) if may_bring_files(kind) && kind != "case.messaged" => {
            Ok((String::new(), attached::named(&store::cases::answers(conn, case.id).await?)?))
        }
        _ => Ok(Default::default()),
    }
}

/// These files as the desk shows them: each opens at the case's own address, behind the case's rule.
async fn files_of(conn: &mut Conn, case: &Case, named: &[Attached]) -> Result<Vec<Shown>> {
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let kept = files::of(conn, &Subject::new("case", case.id)).await?;
    let path = format!("/desk/cases/{}", case.reference);
    Ok(named.iter().map(|file| attached::shown(Lang::EN, &path, file, &kept)).collect())
}

/// An id after every one that was made by this moment: ids begin with their millisecond.
fn first_after(at: Micros) -> Id {
    let (millisecond, mut id) = ((at / 1000 + 1).to_be_bytes(), [0; 16]);
    id[..6].copy_from_slice(&millisecond[2..]);
    Id(id)
}
