//! By which weights pairs are scored: those everybody begins with, or those worked out from the council's own records, in figures.

use super::reasons::{SHOWN, level, points};
use crate::linking::learned::{self, LEAST_RECORDS, Learned};
use crate::store::models as store;
use kit::app::App;
use kit::db::Conn;
use kit::page::Frame;
use kit::{Lang, Result};
use linkage::Level;

/// How often it was worked out, as far as the page says.
const LAST: usize = 12;

/// What the list says of the weights.
pub(super) struct Weights {
    /// Which they are, in one line.
    pub words: String,
    /// What each level of each field counts.
    pub rows: Vec<Row>,
    /// Each time they were worked out, the last first.
    pub past: Vec<String>,
}

/// What one level of a field counts.
pub(super) struct Row {
    pub field: String,
    pub agrees: String,
    /// With these weights, and with those everybody begins with.
    pub points: [String; 2],
}

impl Weights {
    /// Those pairs are scored by now.
    pub(super) async fn read(conn: &mut Conn, app: &App, frame: &Frame) -> Result<Weights> {
        let (used, starting) = (learned::in_use(conn).await?, learned::starting());
        let mut rows = Vec::new();
        for (field, name, _) in SHOWN {
            let levels = field.levels().iter().filter(|one| !matches!(one, Level::Elsewhere | Level::Missing));
            rows.extend(levels.map(|one| Row {
                field: frame.t(&format!("residents-desk-linking-field-{name}")).to_owned(),
                agrees: frame.t(&format!("residents-desk-linking-agrees-{}", level(*one))).to_owned(),
                points: [&used, &starting].map(|of| points(of.model.bits(field, *one).unwrap_or_default())),
            }));
        }
        let past = store::last(conn, LAST).await?.iter().map(|one| past(app, one)).collect();
        Ok(Weights { words: in_use(app, &used), rows, past })
    }
}

fn in_use(app: &App, used: &Learned) -> String {
    match used.version {
        0 => app.words.with(
            Lang::EN,
            "residents-desk-linking-weights-starting",
            &[("least", Lang::EN.number(LEAST_RECORDS).into())],
        ),
        _ => figures(app, "residents-desk-linking-weights-learned", used),
    }
}

fn past(app: &App, one: &Learned) -> String {
    let key = match one.refused {
        None => "residents-desk-linking-weights-used".to_owned(),
        Some(why) => format!("residents-desk-linking-weights-refused-{}", why.code()),
    };
    figures(app, &key, one)
}

fn figures(app: &App, key: &str, of: &Learned) -> String {
    let values = [
        ("date", Lang::EN.date(of.at).into()),
        ("records", Lang::EN.number(of.records).into()),
        ("pairs", Lang::EN.number(of.pairs).into()),
        ("matches", Lang::EN.number(of.matches).into()),
    ];
    app.words.with(Lang::EN, key, &values)
}

/// By which weights a pair was scored, as its page says it.
pub(super) fn by(frame: &Frame, of: &Learned) -> String {
    match of.version {
        0 => frame.t("residents-desk-linking-weights-by-starting").to_owned(),
        _ => frame.with("residents-desk-linking-weights-by", "date", frame.date(&of.at)),
    }
}
