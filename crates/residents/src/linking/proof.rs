//! What shows that two joined accounts are one person's. Until there is something, an officer's mistake shows nobody's matters to
//! another: staff see one record, each account sees its own alone.
//!
//! Either a member of staff checked the holder of each as they check whoever asks for a record, or a code that was sent to one was
//! entered by whoever holds the other: in the end it is somebody who has both.

use crate::checks::Given;
use crate::codes::{self, Purpose};
use crate::linking::joined;
use crate::model::Resident;
use crate::store::challenges::State;
use crate::store::merges::{self, Merge, Proof};
use crate::store::record::Opening;
use crate::store::{self, record};
use crate::tell::{Message, To, tell, write};
use kit::app::App;
use kit::clock::Micros;
use kit::db::{Conn, Tx};
use kit::facts::{self, Fact, Subject};
use kit::who::Who;
use kit::{Id, Result};
use serde_json::json;

/// Where its person reads what was joined.
pub(crate) const PAGE: &str = "/account/details/joined";

/// The two accounts of a joining. It is the older one that is asked: whoever wants to see what is another's makes a new one.
pub(crate) struct Sides {
    /// The one that was made first.
    pub older: Resident,
    /// The other.
    pub newer: Resident,
}

impl Sides {
    /// Those of this merge; nothing where one is gone.
    pub(crate) async fn of(conn: &mut Conn, merge: &Merge) -> Result<Option<Sides>> {
        let (kept, merged) = (store::by_id(conn, merge.kept).await?, store::by_id(conn, merge.merged).await?);
        let (Some(kept), Some(merged)) = (kept, merged) else { return Ok(None) };
        let is_first = (kept.made_at, kept.id) < (merged.made_at, merged.id);
        Ok(Some(if is_first { Sides { older: kept, newer: merged } } else { Sides { older: merged, newer: kept } }))
    }
}

/// The sides of a merge of which it is still to be shown that they are one person's; nothing where it was shown, where something keeps
/// them apart, or where somebody has died and nobody can show it.
pub(crate) async fn open(conn: &mut Conn, merge: &Merge) -> Result<Option<Sides>> {
    let edges = merges::edges(conn, merge.kept).await?;
    let waits = edges.iter().any(|edge| edge.id == merge.id && !edge.is_apart() && !edge.proved);
    if !waits || joined::markers(conn, merge.kept).await?.iter().any(|marker| marker.kind == "deceased") {
        return Ok(None);
    }
    Sides::of(conn, merge).await
}

/// How a member of staff knows that whoever they speak to holds an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    /// They passed a check when its record was opened, which is open still.
    Checked,
    /// They read out a code that was sent to it.
    ReadOut,
}

/// Whether its holder themselves passed a check with this member of staff, by whom the record is open still. Of accounts that are joined
/// since `joined` only a check before that says whose holder it was: afterwards both open as one record, and who shows the papers of one
/// would pass for the other. A code that was read out says it at any time: it went to this account.
pub(crate) async fn is_checked(conn: &mut Conn, app: &App, who: &Who, account: Id, joined: Micros) -> Result<bool> {
    for id in joined::own(conn, account).await? {
        let opening = record::opened(conn, who.staff()?.id, id).await?;
        let of_them = |one: &Opening| one.at < joined || one.given.iter().any(|given| given == Given::Code.code());
        let opening = opening.filter(|one| one.passed && one.caller == "self" && one.until > app.now());
        if opening.as_ref().is_some_and(of_them) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How this member of staff knows the holder of an account of this merge; nothing where they do not.
pub(crate) async fn known(conn: &mut Conn, app: &App, who: &Who, (merge, of): (&Merge, Id)) -> Result<Option<Known>> {
    if is_checked(conn, app, who, of, merge.made_at).await? {
        return Ok(Some(Known::Checked));
    }
    let read_out = code(conn, app, who, (merge.id, of), State::Proved).await?;
    Ok(read_out.map(|_| Known::ReadOut))
}

/// The code of this browser that shows who holds an account of this merge, where it has got so far.
pub(crate) async fn code(
    conn: &mut Conn,
    app: &App,
    who: &Who,
    (merge, of): (Id, Id),
    state: State,
) -> Result<Option<codes::Proof>> {
    let subject = codes::joining(app, merge, of);
    codes::of_subject(conn, app, who.visitor, (Purpose::Join, subject), state).await
}

/// Lets each account see the other's: it was shown that both are one person's. True the first time. The older one is told where it
/// was reached until now.
pub async fn prove(tx: &mut Tx, app: &App, who: &Who, merge: &Merge, how: &str) -> Result<bool> {
    let Some(sides) = open(tx, merge).await? else { return Ok(false) };
    let message = write(tx, app, To::Resident(sides.older.id), message("residents-told-join-proved", &sides)).await?;
    let proof = Proof { how: how.to_owned(), by: who.id(), at: app.now() };
    if !merges::prove(tx, merge.id, &proof).await? {
        return Ok(false);
    }
    if let Some(message) = message {
        message.send(tx, app).await?;
    }
    let fact = Fact::new("resident.proved", who).about("resident", merge.kept).about("resident", merge.merged);
    facts::record(tx, app, fact.data(json!({ "merge": merge.id, "how": how }))).await?;
    Ok(true)
}

/// Tells the older account that another is taken for its holder's, and how to say that it is not; before anything is shown, and of the
/// other nothing.
pub(crate) async fn tell_older(tx: &mut Tx, app: &App, merge: &Merge) -> Result<()> {
    let Some(sides) = open(tx, merge).await? else { return Ok(()) };
    tell(tx, app, To::Resident(sides.older.id), message("residents-told-join", &sides)).await.map(drop)
}

fn message(key: &'static str, sides: &Sides) -> Message<'static> {
    let about = vec![Subject::new("resident", sides.older.id)];
    Message { key, about, link: Some(PAGE.to_owned()), ..Message::default() }
}

/// The merges of these accounts that stand and that nothing keeps apart: what their holder reads of.
pub(crate) async fn of_accounts(conn: &mut Conn, accounts: &[Id]) -> Result<Vec<Merge>> {
    let mut all: Vec<Merge> = Vec::new();
    for account in accounts {
        for edge in merges::edges(conn, *account).await?.into_iter().filter(|edge| !edge.is_apart()) {
            if !all.iter().any(|merge| merge.id == edge.id) {
                all.extend(merges::merge(conn, edge.id).await?);
            }
        }
    }
    Ok(all)
}
