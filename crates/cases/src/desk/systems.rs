//! Which other systems are told of a case, and which of them have not answered: never hidden from whoever works on it.

use kit::app::Boxed;
use kit::clock::Micros;
use kit::db::Conn;
use kit::page::Frame;
use kit::{App, Id, Result};

/// Another system that is told of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct System {
    /// That of its webhook.
    pub id: Id,
    /// What the council calls it.
    pub name: String,
    /// How it stands.
    pub state: State,
    /// How often it was tried to tell it what it was told last.
    pub tries: i64,
}

/// Whether it has answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// All it was told it has taken.
    Answered,
    /// It has not, since then; it is told again at the second.
    Waits(Micros, Micros),
    /// It never did, and nobody tries any more, but an administrator may.
    GivenUp,
}

/// Finds the systems that are told of a case; given by the wiring, since they are a later noun's.
#[derive(Clone, Copy)]
pub struct Systems(pub for<'a> fn(&'a mut Conn, Id) -> Boxed<'a, Result<Vec<System>>>);

/// "3 of 4 systems have answered", and what is to be said of each that has not; nothing where none is told.
pub(crate) async fn words(app: &App, frame: &Frame, case: Id) -> Result<Option<(String, Vec<String>)>> {
    let Ok(Systems(of_case)) = app.part::<Systems>() else { return Ok(None) };
    let all = of_case(&mut *app.db.read().await?, case).await?;
    if all.is_empty() {
        return Ok(None);
    }
    let answered = all.iter().filter(|one| one.state == State::Answered).count();
    let said = |one: &System| match one.state {
        State::Answered => None,
        State::GivenUp => Some(frame.with("cases-desk-systems-never", "name", one.name.as_str())),
        State::Waits(since, next) => {
            let values = [
                ("name", one.name.as_str().into()),
                ("since", frame.date_time(&since).into()),
                ("next", frame.date_time(&next).into()),
            ];
            Some(app.words.with(frame.lang, "cases-desk-systems-waits", &values))
        }
    };
    let heading = frame.with2("cases-desk-systems", ("answered", answered), ("all", all.len()));
    Ok(Some((heading, all.iter().filter_map(said).collect())))
}
