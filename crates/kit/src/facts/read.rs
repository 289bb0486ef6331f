//! Reading facts: by `seq` for those who follow, by subject for timelines.

use super::record::unreadable;
use super::{Help, Subject, subjects_of_text};
use crate::clock::Micros;
use crate::db::{Conn, Row};
use crate::error::Result;
use crate::id::Id;
use crate::{params, sql};

/// What became of a fact's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// It never had one.
    None,
    /// What was written.
    Text(String),
    /// It was erased; its seal remains.
    Erased,
}

/// A fact as it stands in the journal.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// Its place in the journal; `None` on PostgreSQL until the sequencer has numbered it.
    pub seq: Option<i64>,
    /// Its id; sorts by time.
    pub id: Id,
    /// When it happened.
    pub at: Micros,
    /// What happened: "case.opened".
    pub kind: String,
    /// The kind of person who did it, as [`crate::who::Who::kind`].
    pub who_kind: String,
    /// Who did it, where that is known.
    pub who: Option<Id>,
    /// On behalf of which resident.
    pub on_behalf: Option<Id>,
    /// With which help.
    pub help: Help,
    /// About what.
    pub about: Vec<Subject>,
    /// What a person wrote.
    pub body: Body,
    data: String,
}

impl Recorded {
    /// Reads the ids and codes into a type.
    pub fn data<T: serde::de::DeserializeOwned>(&self) -> Result<T> {
        Ok(serde_json::from_str(&self.data)?)
    }

    /// The id of the first subject of this noun.
    pub fn subject(&self, kind: &str) -> Option<Id> {
        self.about.iter().find(|subject| subject.kind == kind).map(|subject| subject.id)
    }

    /// What a person wrote, if it is there.
    pub fn text(&self) -> Option<&str> {
        match &self.body {
            Body::Text(text) => Some(text),
            Body::None | Body::Erased => None,
        }
    }

    fn of(row: Row) -> Result<Recorded> {
        let mut row = row.columns();
        let (seq, id, at): (Option<i64>, Id, Micros) = (row.take()?, row.take()?, row.take()?);
        let (kind, who_kind): (String, String) = (row.take()?, row.take()?);
        let (who, on_behalf): (Id, Id) = (row.take()?, row.take()?);
        let (help, about, data): (String, String, String) = (row.take()?, row.take()?, row.take()?);
        let (body, sealed): (Option<String>, bool) = (row.take()?, row.take::<Option<Vec<u8>>>()?.is_some());
        Ok(Recorded {
            seq,
            id,
            at,
            kind,
            who_kind,
            who: who.some(),
            on_behalf: on_behalf.some(),
            help: Help::of(&help).ok_or_else(|| unreadable(id, "a help"))?,
            about: subjects_of_text(&about)?,
            data,
            body: match (body, sealed) {
                (Some(text), _) => Body::Text(text),
                (None, true) => Body::Erased,
                (None, false) => Body::None,
            },
        })
    }
}

macro_rules! columns {
    () => {
        "f.seq, f.id, f.at, f.kind, f.who_kind, f.who, f.on_behalf, f.help, f.about, f.data, f.body, f.body_seal"
    };
}

sql!(AFTER, concat!("SELECT ", columns!(), " FROM facts f WHERE f.seq > $1 ORDER BY f.seq LIMIT $2"));
sql!(LATEST, "SELECT seq FROM facts WHERE seq > 0 ORDER BY seq DESC LIMIT 1");
sql!(
    ABOUT,
    concat!(
        "SELECT ",
        columns!(),
        " FROM facts_subjects s JOIN facts f ON f.id = s.fact
         WHERE s.kind = $1 AND s.subject = $2 AND s.fact < $3
         ORDER BY s.fact DESC LIMIT $4"
    )
);

/// The facts after `seq`, in order, at most `limit`. Only committed and numbered facts are given, and none is ever
/// given later with a lower number.
pub async fn after(conn: &mut Conn, seq: i64, limit: usize) -> Result<Vec<Recorded>> {
    conn.rows(&AFTER, params![seq, limit]).await?.into_iter().map(Recorded::of).collect()
}

/// The highest number given so far; 0 in an empty journal.
pub async fn latest(conn: &mut Conn) -> Result<i64> {
    conn.row(&LATEST, &[]).await?.map_or(Ok(0), |row| row.get(0))
}

/// The facts about any of the subjects, newest first, at most `limit`; `before` is the id of the last one of the page
/// before. A fact about two of the subjects comes once.
pub async fn timeline(
    conn: &mut Conn,
    subjects: &[Subject],
    before: Option<Id>,
    limit: usize,
) -> Result<Vec<Recorded>> {
    let before = before.unwrap_or(Id([0xff; 16]));
    let mut found = Vec::new();
    for subject in subjects {
        let rows = conn.rows(&ABOUT, params![&subject.kind, subject.id, before, limit]).await?;
        for row in rows {
            let fact = Recorded::of(row)?;
            // What a fact is about is sealed; a row that says otherwise was put in by hand.
            if fact.about.contains(subject) {
                found.push(fact);
            }
        }
    }
    if subjects.len() > 1 {
        found.sort_by_key(|fact| std::cmp::Reverse(fact.id));
        found.dedup_by_key(|fact| fact.id);
        found.truncate(limit);
    }
    Ok(found)
}
