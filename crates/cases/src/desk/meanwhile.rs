//! What others did and wrote since a page was drawn: whoever acts on it has to have seen that.

use crate::desk::act::Stage;
use crate::desk::drawn::Drawn;
use crate::facts::Data;
use crate::model::Case;
use crate::store::{self, messages::Message};
use kit::db::Conn;
use kit::facts::{self, Recorded, Subject};
use kit::who::Who;
use kit::{Id, Result};

/// What a page drawn now would be drawn with.
pub(crate) async fn drawn(conn: &mut Conn, case: &Case) -> Result<Drawn> {
    Ok(Drawn { revision: case.revision, newest: newest(conn, case.id).await? })
}

/// What others wrote since the page was drawn, oldest first; what went to several people once.
pub(super) async fn written(conn: &mut Conn, who: &Who, stage: &Stage, drawn: Drawn) -> Result<Vec<Message>> {
    let newest = Id([0xff; 16]);
    let mut written = store::messages::of_case(conn, stage.case.id, newest, 50).await?;
    written.retain(|one| one.id > drawn.newest && !(one.ours && one.author == who.id()));
    written.reverse();
    written.dedup_by(|one, before| one.author == before.author && one.text == before.text);
    Ok(written)
}

/// What was done since the page was drawn: changes by anybody, and what others wrote, which changes nothing but may well
/// change one's mind.
pub(super) async fn since(conn: &mut Conn, who: &Who, stage: &Stage, drawn: Drawn) -> Result<Vec<Recorded>> {
    let mut facts = facts::timeline(conn, &[Subject::new("case", stage.case.id)], None, 50).await?;
    let others = |fact: &Recorded| fact.id > drawn.newest && fact.who != Some(who.id());
    facts.retain(|fact| others(fact) || fact.data::<Data>().is_ok_and(|data| data.revision > drawn.revision));
    Ok(facts)
}

/// The newest fact about a case.
pub(super) async fn newest(conn: &mut Conn, case: Id) -> Result<Id> {
    let facts = facts::timeline(conn, &[Subject::new("case", case)], None, 1).await?;
    Ok(facts.first().map_or(Id::NONE, |fact| fact.id))
}
