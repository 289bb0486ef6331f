//! What is held, as a page shows it: a heading for each table that holds something, a list for each row.

use crate::held;
use kit::page::Frame;
use kit::personal::{Held, Part, Row};

/// Rows of a section on the page; the file has all.
const MOST: usize = 50;

/// In this order; what is not named comes last.
const ORDER: [&str; 35] = [
    "residents",
    "residents_records",
    "residents_imports",
    "residents_needs",
    "residents_passports",
    "residents_breaches",
    "residents_vehicles",
    "residents_authorities",
    "residents_markers",
    "residents_merges",
    "residents_proposals",
    "households",
    "cases",
    "cases_reporters",
    "cases_messages",
    "cases_promises",
    "cases_untold",
    "contacts",
    "contacts_questions",
    "contacts_cases",
    "contacts_passes",
    "forms_drafts",
    "files",
    "outbox_messages",
    "knowledge_told",
    "looks",
    "residents_openings",
    "facts",
    "sessions",
    "devices",
    "challenges",
    "residents_links",
    "residents_grants",
    "residents_erasures",
    "holds",
];

/// One table's rows.
pub struct Section {
    /// Its anchor.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// Each row: labels and values.
    pub rows: Vec<Vec<(String, String)>>,
    /// How many rows the page leaves out.
    pub more: usize,
}

/// The sections of these parts; a table without anything to show has none.
pub fn of(frame: &Frame, parts: &[Part]) -> Vec<Section> {
    let place = |part: &&Part| ORDER.iter().position(|table| *table == part.table).unwrap_or(ORDER.len());
    let by_day: Vec<Part> =
        parts.iter().filter(|part| part.table == "looks").map(|part| held::by_day(part, frame.lang)).collect();
    let whole = parts.iter().filter(|part| part.table != "looks");
    let mut parts: Vec<&Part> = whole.chain(&by_day).collect();
    parts.sort_by_key(place);
    parts.into_iter().filter_map(|part| section(frame, part)).collect()
}

fn section(frame: &Frame, part: &Part) -> Option<Section> {
    let shown: Vec<&Row> = part.rows.iter().filter(|row| row.is_shown()).collect();
    let title = frame.t(&format!("server-held-of-{}", part.table)).to_owned();
    (!shown.is_empty()).then(|| Section {
        id: part.table,
        title,
        rows: shown.iter().take(MOST).map(|row| lines(frame, row)).collect(),
        more: shown.len().saturating_sub(MOST),
    })
}

fn lines(frame: &Frame, row: &Row) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for (name, held) in &row.0 {
        let value = match held {
            Held::Text(text) => text.clone(),
            Held::Time(at) => frame.date_time(at),
            Held::Word(_, key) => frame.t(key).to_owned(),
            Held::Answers(answers) => {
                lines.extend(answers.iter().cloned());
                continue;
            }
            Held::Code(_) => continue,
        };
        lines.push((frame.t(&format!("server-held-{name}")).to_owned(), value));
    }
    lines
}
