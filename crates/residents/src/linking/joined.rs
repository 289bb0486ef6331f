//! Which accounts are one person's. Joining moves nothing: both accounts stay as they are, and whoever reads asks here.
//!
//! For staff joined records are one at once ([`record`], [`together`]). Their holders see each other's matters, and are written to at one
//! address, only when it was shown that both are one person's ([`own`], [`written_to`]): see [`super::proof`].

use crate::authorities::Authority;
use crate::store::merges::{self, Edge};
use crate::store::record::{self as records, Marker};
use crate::store::{authorities, keys};
use kit::db::Conn;
use kit::{Id, Result};

/// Accounts of one person; nobody has more.
const MOST: usize = 20;

/// The merges that stand around an account, and what follows from them.
pub(crate) struct Web {
    account: Id,
    edges: Vec<Edge>,
}

impl Web {
    /// Reads it: one look for whoever has one account.
    pub(crate) async fn around(conn: &mut Conn, account: Id) -> Result<Web> {
        let mut web = Web { account, edges: Vec::new() };
        let (mut known, mut at) = (vec![account], 0);
        while at < known.len() && known.len() < MOST {
            for edge in merges::edges(conn, known[at]).await? {
                known.extend([edge.kept, edge.merged].iter().filter(|id| !known.contains(id)).collect::<Vec<_>>());
                if !web.edges.iter().any(|other| other.id == edge.id) {
                    web.edges.push(edge);
                }
            }
            at += 1;
        }
        Ok(web)
    }

    /// Up from this account, from each record to the one that stands for it, by merges that `may` be followed.
    fn head(&self, may: impl Fn(&Edge) -> bool) -> Id {
        let mut at = self.account;
        for _ in 0..MOST {
            let Some(edge) = self.edges.iter().find(|edge| edge.merged == at && may(edge)) else { break };
            at = edge.kept;
        }
        at
    }

    /// Everybody reached from here by merges that `may` be followed, itself the first.
    fn reach(&self, from: Id, may: impl Fn(&Edge) -> bool) -> Vec<Id> {
        let (mut all, mut at) = (vec![from], 0);
        while at < all.len() {
            let here = all[at];
            for edge in self.edges.iter().filter(|edge| may(edge) && [edge.kept, edge.merged].contains(&here)) {
                for id in [edge.kept, edge.merged] {
                    if !all.contains(&id) {
                        all.push(id);
                    }
                }
            }
            at += 1;
        }
        all
    }

    /// The record of this account, as staff open it.
    pub(crate) fn record(&self) -> Id {
        self.head(|edge| !edge.is_apart())
    }

    /// Where its person is written to: never further than it was shown that the accounts are one person's.
    pub(crate) fn written_to(&self) -> Id {
        self.head(Edge::is_shared)
    }

    /// The accounts its holder has, as was shown; the one they are written to first.
    pub(crate) fn shown(&self) -> Vec<Id> {
        self.reach(self.written_to(), Edge::is_shared)
    }

    /// Its accounts that nothing parts from this one, the record the first.
    pub(crate) fn together(&self) -> Vec<Id> {
        self.reach(self.record(), |edge| !edge.is_apart())
    }

    /// The accounts whose death is this one's too: a safe address hides nobody's, but whoever says that they are not this person lives.
    pub(crate) fn mourned(&self) -> Vec<Id> {
        self.reach(self.record(), |edge| !edge.disputed)
    }
}

/// The record that stands for all that were joined with this one, whatever parts them: what deciding about a pair goes by.
pub async fn kept(conn: &mut Conn, account: Id) -> Result<Id> {
    Ok(Web::around(conn, account).await?.head(|_| true))
}

/// All accounts that were joined with this one, whatever parts them; the one that stands for all comes first. What is kept secret of one
/// is kept secret of all, but nothing of one is shown, sent or done because of another: that is [`together`].
pub async fn all(conn: &mut Conn, account: Id) -> Result<Vec<Id>> {
    let web = Web::around(conn, account).await?;
    Ok(web.reach(web.head(|_| true), |_| true))
}

/// The accounts that are one person's for whoever serves them: those that neither a safe address nor a dispute parts from this one,
/// the record that is kept first.
pub async fn together(conn: &mut Conn, account: Id) -> Result<Vec<Id>> {
    Ok(Web::around(conn, account).await?.together())
}

/// The accounts whose death is this one's too: all that were joined with it but those whose holder says that they are not this person.
pub async fn mourned(conn: &mut Conn, account: Id) -> Result<Vec<Id>> {
    Ok(Web::around(conn, account).await?.mourned())
}

/// True where an account that was joined with this one is kept apart from it.
pub async fn is_parted(conn: &mut Conn, account: Id) -> Result<bool> {
    Ok(Web::around(conn, account).await?.edges.iter().any(Edge::is_apart))
}

/// True where an account was joined with this person's and nothing parts them, but nobody has shown yet that it is theirs.
pub async fn is_unproved(conn: &mut Conn, account: Id) -> Result<bool> {
    let web = Web::around(conn, account).await?;
    let own = web.reach(account, Edge::is_shared);
    let waits = |edge: &&Edge| !edge.is_apart() && !edge.proved;
    Ok(web.edges.iter().filter(waits).any(|edge| own.contains(&edge.kept) || own.contains(&edge.merged)))
}

/// The accounts whose matters whoever signs in to this one sees too, itself the first: those that were shown to be theirs. A safe
/// address or a dispute parts them whatever was shown: then each sees its own alone.
pub async fn own(conn: &mut Conn, account: Id) -> Result<Vec<Id>> {
    Ok(Web::around(conn, account).await?.reach(account, Edge::is_shared))
}

/// The record of an account at the desk: the one that is kept, unless a safe address or a dispute parts the accounts.
pub async fn record(conn: &mut Conn, account: Id) -> Result<Id> {
    Ok(Web::around(conn, account).await?.record())
}

/// The markers that stand on a record and those joined with it. That a person died is told too where it stands on an account that
/// a safe address keeps apart: without its id, and without the words.
pub async fn markers(conn: &mut Conn, account: Id) -> Result<Vec<Marker>> {
    let web = Web::around(conn, account).await?;
    let (mut found, together) = (Vec::new(), web.together());
    for id in &together {
        found.extend(records::markers(conn, *id).await?);
    }
    for id in web.mourned().into_iter().filter(|id| !together.contains(id)) {
        let died = records::markers(conn, id).await?.into_iter().filter(|marker| marker.kind == "deceased");
        found.extend(died.map(|marker| Marker { id: Id::NONE, reason: String::new(), ..marker }));
    }
    Ok(found)
}

/// Who may speak for this person, by any of the records that were shown to be theirs: what was given to somebody else, whose record was
/// joined by mistake, opens nothing here.
pub async fn authorities(conn: &mut Conn, account: Id) -> Result<Vec<Authority>> {
    let mut found = Vec::new();
    for id in own(conn, account).await? {
        found.extend(authorities::of(conn, id).await?);
    }
    Ok(found)
}

/// Notes on every pair of an account, and of those joined with it, whether somebody who hangs together with one of the two has a safe
/// address or is confidential: then only some may see that there is a pair.
pub async fn guard(tx: &mut Conn, account: Id) -> Result<()> {
    let all = all(tx, account).await?;
    let ours = secrets(tx, &all).await?;
    for id in &all {
        for pair in merges::all_of(tx, *id).await? {
            let other = if pair.a == *id { pair.b } else { pair.a };
            let others = self::all(tx, other).await?;
            let theirs = secrets(tx, &others).await?;
            let of_pair = (ours.0 || theirs.0, ours.1 || theirs.1);
            if of_pair != (pair.guarded, pair.kept) {
                merges::set_guarded(tx, pair.id, of_pair).await?;
            }
        }
    }
    Ok(())
}

/// Whether one of these accounts has a safe address, and whether one is confidential.
async fn secrets(conn: &mut Conn, accounts: &[Id]) -> Result<(bool, bool)> {
    let (mut guarded, mut kept) = (false, false);
    for id in accounts {
        guarded |= records::particulars(conn, *id).await?.1;
        kept |= keys::is_restricted(conn, *id).await?;
    }
    Ok((guarded, kept))
}

/// Another record of a person, as the one that is kept shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// What they are called there.
    pub name: String,
    /// How to reach them by it.
    pub ways: Vec<String>,
    /// What was decided about the pair.
    pub proposal: Id,
    /// The account.
    pub id: Id,
    /// It was shown that both are one person's; until then nothing of it is told to whoever is checked for the record.
    pub proved: bool,
}

/// The records joined to the one that is kept, that nothing keeps apart from it.
pub async fn others(conn: &mut Conn, kept: Id) -> Result<Vec<Other>> {
    let web = Web::around(conn, kept).await?;
    let (mut found, shown) = (Vec::new(), web.shown());
    for id in web.together() {
        let Some(edge) = web.edges.iter().find(|edge| edge.merged == id && !edge.is_apart()) else { continue };
        let (merge, account) = (merges::merge(conn, edge.id).await?, crate::store::by_id(conn, id).await?);
        let (Some(merge), Some(account)) = (merge, account) else { continue };
        let ways = [account.email, account.phone].into_iter().flatten();
        let proved = shown.contains(&id);
        found.push(Other { name: account.name, ways: ways.collect(), proposal: merge.proposal, id, proved });
    }
    Ok(found)
}
