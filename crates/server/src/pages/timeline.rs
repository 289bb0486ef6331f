//! One timeline of a person: contacts, requests, messages and checks, newest first, each line drawn by its own noun.

use cases::ShownFile;
use kit::clock::Micros;
use kit::db::Conn;
use kit::facts::{self, Body, Help, Recorded, Subject};
use kit::who::Who;
use kit::{App, Id, Lang, Reference, Result};
use residents::authorities::Authority;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Lines on one page.
const PAGE: usize = 25;
/// Facts read in one go, and so many times for one page: whoever filters for something rare is led on instead of waiting.
const READ: usize = 100;
const TIMES: usize = 10;

/// What a line is about; what the page can be narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Somebody got in touch.
    Contacts,
    /// Something happened to a request.
    Requests,
    /// Something was written, to or by them.
    Messages,
    /// A photograph or a document came with it.
    Documents,
    /// They came to a site, or have an appointment.
    Visits,
    /// Who was checked, who may speak for them, what stands on the record.
    Checks,
}

impl Kind {
    /// Every kind, in the order of the filter.
    pub const ALL: [Kind; 6] =
        [Kind::Contacts, Kind::Requests, Kind::Messages, Kind::Documents, Kind::Visits, Kind::Checks];

    /// The code, as in the address.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Contacts => "contacts",
            Kind::Requests => "requests",
            Kind::Messages => "messages",
            Kind::Documents => "documents",
            Kind::Visits => "visits",
            Kind::Checks => "checks",
        }
    }

    /// The kind of a code.
    pub fn of(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether a fact of this kind may be among those shown: documents come with requests and with messages.
    fn takes(wanted: Option<Kind>, kind: &str) -> bool {
        match wanted {
            None => Kind::of_fact(kind).is_some(),
            Some(Kind::Documents) => cases::may_bring_files(kind) || kind == "mail.placed",
            some => Kind::of_fact(kind) == some,
        }
    }

    /// The kind of a fact.
    fn of_fact(kind: &str) -> Option<Kind> {
        match kind.split_once('.')?.0 {
            "contact" => Some(Kind::Contacts),
            "case" if cases::is_message(kind) => Some(Kind::Messages),
            "mail" => Some(Kind::Messages),
            "message" if cases::is_message(kind) => Some(Kind::Messages),
            "article" => Some(Kind::Messages),
            "visit" | "appointment" => Some(Kind::Visits),
            "case" => Some(Kind::Requests),
            "resident" => Some(Kind::Checks),
            _ => None,
        }
    }
}

/// The case of a line.
pub struct Of {
    /// Its reference.
    pub reference: Reference,
    /// Its service.
    pub service: String,
    /// What it is about.
    pub about: String,
}

/// One line.
pub struct Line {
    /// What happened.
    pub title: String,
    /// When, in words.
    pub when: String,
    /// Who did it; empty for the person themselves.
    pub by: String,
    /// With how much help, in which language, and who spoke.
    pub how: String,
    /// The case it happened to.
    pub case: Option<Of>,
    /// What was written.
    pub body: String,
    /// Where it is read in full, where that is a page of its own.
    pub href: String,
    /// The photographs and documents that came with it.
    pub files: Vec<ShownFile>,
    /// It is of an account that staff joined and nobody has shown to be theirs.
    pub unproved: bool,
}

impl Line {
    fn new(title: String, when: String, by: String) -> Line {
        let (how, case, body, href, files) = Default::default();
        Line { title, when, by, how, case, body, href, files, unproved: false }
    }

    /// The line without what is not to be told: that it happened stays.
    pub fn hush(&mut self, why: &str) {
        self.body = why.to_owned();
        self.files.clear();
        self.href.clear();
        if let Some(case) = &mut self.case {
            case.about = case.reference.grouped();
        }
    }
}

/// A page of the timeline.
pub struct Page {
    /// Its lines.
    pub lines: Vec<Line>,
    /// Older ones are before this fact.
    pub older: Option<Id>,
}

/// The lines before this fact, of one kind or of all, of these accounts; `own` are those shown to be one person's. What this member of staff may not see leaves no trace.
pub async fn read(
    conn: &mut Conn,
    app: &App,
    who: &Who,
    (accounts, own, authorities): (&[Id], &[Id], &[Authority]),
    kind: Option<Kind>,
    before: Option<Id>,
) -> Result<Page> {
    let subjects: Vec<Subject> = accounts.iter().map(|id| Subject::new("resident", *id)).collect();
    let (mut page, mut before) = (Page { lines: Vec::new(), older: None }, before);
    for _ in 0..TIMES {
        let facts = facts::timeline(conn, &subjects, before, READ).await?;
        let wanted = |fact: &&Recorded| Kind::takes(kind, &fact.kind);
        let some: Vec<Recorded> = facts.iter().filter(wanted).cloned().collect();
        let mut left = &some[..];
        while !left.is_empty() {
            // One more than fits tells whether there are older ones; each costs several statements.
            let (piece, rest) = left.split_at(left.len().min(PAGE + 1 - page.lines.len()));
            left = rest;
            let mut drawn = draw(conn, app, who, authorities, piece).await?;
            for fact in piece {
                let Some(mut line) = drawn.remove(&fact.id) else { continue };
                line.unproved = !fact.about.iter().any(|about| about.kind == "resident" && own.contains(&about.id));
                if kind == Some(Kind::Documents) && line.files.is_empty() {
                    continue;
                }
                if page.lines.len() == PAGE {
                    // The last one shown is where the next page begins.
                    return Ok(page);
                }
                page.lines.push(line);
                page.older = Some(fact.id);
            }
        }
        before = facts.last().map(|fact| fact.id);
        if facts.len() < READ {
            page.older = None;
            return Ok(page);
        }
    }
    page.older = before;
    Ok(page)
}

/// The lines of these facts, by fact.
async fn draw(
    conn: &mut Conn,
    app: &App,
    who: &Who,
    authorities: &[Authority],
    facts: &[Recorded],
) -> Result<BTreeMap<Id, Line>> {
    let names = names(conn, facts).await?;
    let when = |at: Micros| Lang::EN.date_time(at);
    let by = |fact: &Recorded| match (fact.who_kind.as_str(), fact.who) {
        ("staff", Some(id)) => names.get(&id).cloned().unwrap_or_default(),
        ("system", _) => app.council.name.clone(),
        _ => String::new(),
    };
    let of: BTreeMap<Id, &Recorded> = facts.iter().map(|fact| (fact.id, fact)).collect();
    let mut lines = BTreeMap::new();
    for (id, told) in contact::lines(conn, app, facts).await? {
        let Some(fact) = of.get(&id) else { continue };
        let spoke = authorities.iter().find(|one| one.id.to_string() == told.behalf).map(|one| one.holder.clone());
        let spoke = spoke.or_else(|| (told.behalf == "other").then(|| app.t(Lang::EN, "contact-behalf-other").into()));
        let how: Vec<String> = [Some(told.how), spoke].into_iter().flatten().collect();
        let line = Line::new(told.title, when(fact.at), by(fact));
        lines.insert(id, Line { how: how.join(", "), body: told.words, ..line });
    }
    for (id, told) in cases::lines(conn, app, who, facts).await? {
        let Some(fact) = of.get(&id) else { continue };
        let line = Line::new(told.title, when(fact.at), told.by);
        let how = with_help(app, fact, told.lang);
        let case = Some(Of { reference: told.reference, service: told.service, about: told.about });
        lines.insert(id, Line { how, case, body: told.body, files: told.files, ..line });
    }
    for (id, told) in mail::lines(conn, app, facts).await? {
        let Some(fact) = of.get(&id) else { continue };
        let line = Line::new(told.title, when(fact.at), by(fact));
        lines.insert(id, Line { body: told.body, href: told.href, files: told.files, ..line });
    }
    for fact in facts {
        if let Some(question) = knowledge::told(conn, fact).await? {
            let title = app.words.with(Lang::EN, "contact-answer-was-told", &[("question", question.into())]);
            lines.insert(fact.id, Line::new(title, when(fact.at), by(fact)));
        }
        if let Some((key, how)) = of_visits(app, fact)? {
            let line = Line::new(app.t(Lang::EN, key).to_owned(), when(fact.at), by(fact));
            lines.insert(fact.id, Line { how, ..line });
        }
        let Some(key) = residents::facts::words_key(&fact.kind) else { continue };
        let body = match &fact.body {
            Body::Text(text) => text.clone(),
            Body::Erased | Body::None => String::new(),
        };
        let line = Line::new(app.t(Lang::EN, key).to_owned(), when(fact.at), by(fact));
        let how = residents::facts::how(app, fact, authorities);
        lines.insert(fact.id, Line { how, body, ..line });
    }
    Ok(lines)
}

/// With how much help, where there was any, and in which language where that is not the page's own.
fn with_help(app: &App, fact: &Recorded, lang: Lang) -> String {
    let helped = fact.help != Help::Alone;
    let help = helped.then(|| app.t(Lang::EN, &format!("contact-help-{}", fact.help.code())).to_owned());
    let lang = (lang != Lang::EN && fact.who_kind != "system").then(|| lang.name.to_owned());
    [help, lang].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Which words say what happened to a visit or an appointment, and what it was for.
fn of_visits(app: &App, fact: &Recorded) -> Result<Option<(&'static str, String)>> {
    if let Some(key) = queue::words_key(&fact.kind) {
        return Ok(Some((key, queue::how(app, fact)?)));
    }
    appointments::words_key(&fact.kind).map(|key| Ok((key, appointments::how(app, fact)?))).transpose()
}

async fn names(conn: &mut Conn, facts: &[Recorded]) -> Result<BTreeMap<Id, String>> {
    let mut names = BTreeMap::new();
    for id in facts.iter().filter(|fact| fact.who_kind == "staff").filter_map(|fact| fact.who) {
        if let Entry::Vacant(new) = names.entry(id) {
            new.insert(workforce::name_of(conn, id).await?.unwrap_or_default());
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_fact_about_a_person_has_its_place() {
        let table = [
            ("contact.finished", Some(Kind::Contacts)),
            ("case.opened", Some(Kind::Requests)),
            ("case.messaged", Some(Kind::Messages)),
            ("case.asked", Some(Kind::Messages)),
            ("mail.placed", Some(Kind::Messages)),
            ("message.failed", Some(Kind::Messages)),
            ("resident.check-passed", Some(Kind::Checks)),
            ("article.told", Some(Kind::Messages)),
            ("visit.joined", Some(Kind::Visits)),
            ("appointment.booked", Some(Kind::Visits)),
            ("facts.erased", None),
        ];
        for (fact, kind) in table {
            assert_eq!(Kind::of_fact(fact), kind, "{fact}");
        }
        for kind in Kind::ALL {
            assert_eq!(Kind::of(kind.code()), Some(kind));
        }
    }
}
