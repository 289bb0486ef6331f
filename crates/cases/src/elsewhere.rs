//! Cases for other systems, which send reports and ask what became of them. What they may show of one is theirs to decide;
//! nothing here looks at who asks.

use crate::model::{Case, Place};
use crate::open::Given;
use crate::resident::{door, message};
use crate::store::{
    self,
    messages::{Came, Message},
};
use kit::db::{Conn, Tx};
use kit::files::{self, File};
use kit::who::Who;
use kit::{App, Error, Id, Reference, Result};
use services::Answer;

/// A report by the reference its reporter knows it by, with the case it is part of.
#[derive(Debug, Clone)]
pub struct Reported {
    /// The case as this reporter knows it: for one who joined with their own reference, place, contact and
    /// moment.
    pub case: Case,
    /// What this reporter answered.
    pub answers: Vec<Given>,
    /// It became part of a case somebody else had opened.
    pub joined: bool,
}

/// The report of this reference.
pub async fn by_reference(conn: &mut Conn, reference: &Reference) -> Result<Option<Reported>> {
    let Some(seen) = door::by_reference(conn, reference).await? else { return Ok(None) };
    let Some(joiner) = seen.joiner else { return first(conn, seen.case).await.map(Some) };
    let answers: Vec<Given> = serde_json::from_str(&joiner.answers)?;
    let (reference, contact, place, opened) = (joiner.reference, joiner.contact, place(&answers), joiner.joined);
    Ok(Some(Reported { case: Case { reference, contact, place, opened, ..seen.case }, answers, joined: true }))
}

/// The first report of a case.
pub async fn by_id(conn: &mut Conn, case: Id) -> Result<Reported> {
    let case = store::cases::by_id(conn, case).await?;
    first(conn, case).await
}

async fn first(conn: &mut Conn, case: Case) -> Result<Reported> {
    let answers = serde_json::from_str(&store::cases::answers(conn, case.id).await?)?;
    Ok(Reported { case, answers, joined: false })
}

fn place(answers: &[Given]) -> Place {
    let place = answers.iter().find_map(|given| match serde_json::from_value(given.value.clone()) {
        Ok(Answer::Place(place)) => Some(place),
        _ => None,
    });
    place.map_or_else(Place::default, |place| Place {
        position: place.latitude.zip(place.longitude),
        ward: place.ward.unwrap_or_default(),
        postcode: place.postcode.or(place.nearest_postcode).unwrap_or_default(),
        street: place.street,
    })
}

/// What somebody wrote about their report in another system.
#[derive(Debug)]
pub struct Written<'a> {
    /// The same each time it is sent.
    pub key: Id,
    /// Their words.
    pub text: &'a str,
    /// The words speak of a danger.
    pub danger: bool,
    /// What came with it, kept for the case and not handed in yet.
    pub files: &'a [File],
}

/// The case of this reference, and how many files may still come with what its reporter writes.
pub async fn takes_files(conn: &mut Conn, reference: &Reference) -> Result<(Id, usize)> {
    let seen = door::by_reference(conn, reference).await?.ok_or(Error::NotFound)?;
    Ok((seen.case.id, message::room(conn, &seen).await?))
}

/// Keeps what somebody wrote in another system, once by its key; false when it is there already.
pub async fn write(tx: &mut Tx, app: &App, who: &Who, reference: &Reference, written: Written<'_>) -> Result<bool> {
    let seen = door::by_reference(tx, reference).await?.ok_or(Error::NotFound)?;
    let message = Message {
        id: app.id(),
        reporter: seen.me(),
        ours: false,
        author: who.id(),
        at: app.now(),
        read_at: 0,
        asks: false,
        danger: written.danger,
        text: written.text.to_owned(),
        came: Came { files: written.files.iter().map(message::attached).collect(), ..Came::default() },
    };
    let new = store::messages::insert(tx, seen.case.id, written.key, &message).await?;
    if new {
        for file in written.files {
            files::hand_in(tx, file).await?;
        }
        message::take(tx, app, who, &seen, &message).await?;
    }
    Ok(new)
}
