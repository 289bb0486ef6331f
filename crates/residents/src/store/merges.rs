//! Pairs of records that may be one person's, what was decided about them, and the records that were joined.

use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

macro_rules! proposal {
    () => {
        "p.id, p.a, p.b, p.state, p.guarded, p.bits, p.revision, p.made_at, p.key, p.reason, p.decided_by, p.decided_at,
         p.kept, p.model"
    };
}

macro_rules! merge {
    () => {
        "id, proposal, kept, merged, office, reason, made_by, made_at, disputed_at, undone_reason, undone_by, undone_at,
         proved_at, proved_by, proved_how"
    };
}

sql!(PROPOSAL, concat!("SELECT ", proposal!(), " FROM residents_proposals p WHERE p.id = $1"));
sql!(
    PROPOSALS,
    concat!(
        "SELECT ",
        proposal!(),
        ", a.name, b.name FROM residents_proposals p JOIN residents a ON a.id = p.a JOIN residents b ON b.id = p.b
         WHERE p.state = $1 AND p.guarded = $2 AND (p.bits, p.id) < ($3, $4) AND p.kept <= $6
         ORDER BY p.bits DESC, p.id DESC LIMIT $5"
    )
);
sql!(OF_PAIR, concat!("SELECT ", proposal!(), " FROM residents_proposals p WHERE p.a = $1 AND p.b = $2"));
sql!(
    HOW_MANY,
    "SELECT CAST(count(*) AS BIGINT) FROM
     (SELECT 1 FROM residents_proposals p WHERE p.state = $1 AND p.guarded = $2 AND p.kept <= $4 LIMIT $3) AS p"
);
sql!(
    DECIDE,
    "UPDATE residents_proposals SET state = $3, key = $4, reason = $5, decided_by = $6, decided_at = $7,
            revision = revision + 1
     WHERE id = $1 AND revision = $2"
);
sql!(
    DISPUTE,
    "UPDATE residents_proposals SET state = 'disputed', revision = revision + 1 WHERE id = $1 AND state = 'joined'"
);
sql!(SET_GUARDED, "UPDATE residents_proposals SET guarded = $2, kept = $3 WHERE id = $1");
sql!(
    JOIN,
    "INSERT INTO residents_merges (id, proposal, kept, merged, office, reason, made_by, made_at, undone_reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '') ON CONFLICT DO NOTHING"
);
sql!(
    UNDO,
    "UPDATE residents_merges SET undone_reason = $2, undone_by = $3, undone_at = $4 WHERE id = $1 AND undone_at IS NULL"
);
sql!(
    NOT_ME,
    "UPDATE residents_merges SET disputed_by = $2, disputed_at = $3
     WHERE id = $1 AND undone_at IS NULL AND disputed_at IS NULL"
);
sql!(
    PROVED,
    "UPDATE residents_merges SET proved_how = $2, proved_by = $3, proved_at = $4
     WHERE id = $1 AND undone_at IS NULL AND disputed_at IS NULL AND proved_at IS NULL"
);
sql!(MERGE, concat!("SELECT ", merge!(), " FROM residents_merges WHERE id = $1"));
sql!(OF_PROPOSAL, concat!("SELECT ", merge!(), " FROM residents_merges WHERE proposal = $1 ORDER BY id LIMIT 100"));
sql!(OF_KEPT, concat!("SELECT ", merge!(), " FROM residents_merges WHERE kept = $1 ORDER BY id LIMIT 100"));
sql!(OF_MERGED, concat!("SELECT ", merge!(), " FROM residents_merges WHERE merged = $1 ORDER BY id LIMIT 100"));
sql!(
    EDGES,
    "SELECT m.id, m.kept, m.merged, CASE WHEN m.disputed_at IS NULL THEN 0 ELSE 1 END,
            CASE WHEN EXISTS (SELECT 1 FROM residents_records d WHERE d.resident IN (m.kept, m.merged) AND d.guarded = 1)
                 THEN 1 ELSE 0 END, CASE WHEN m.proved_at IS NULL THEN 0 ELSE 1 END
     FROM residents_merges m WHERE m.kept = $1 AND m.undone_at IS NULL
     UNION ALL
     SELECT m.id, m.kept, m.merged, CASE WHEN m.disputed_at IS NULL THEN 0 ELSE 1 END,
            CASE WHEN EXISTS (SELECT 1 FROM residents_records d WHERE d.resident IN (m.kept, m.merged) AND d.guarded = 1)
                 THEN 1 ELSE 0 END, CASE WHEN m.proved_at IS NULL THEN 0 ELSE 1 END
     FROM residents_merges m WHERE m.merged = $1 AND m.undone_at IS NULL"
);
sql!(FORGET_OF_A, "DELETE FROM residents_proposals WHERE a = $1");
sql!(FORGET_OF_B, "DELETE FROM residents_proposals WHERE b = $1");
sql!(FORGET_OF_KEPT, "UPDATE residents_merges SET reason = '', undone_reason = '' WHERE kept = $1");
sql!(FORGET_OF_MERGED, "UPDATE residents_merges SET reason = '', undone_reason = '' WHERE merged = $1");
sql!(ALL_OF_A, concat!("SELECT ", proposal!(), " FROM residents_proposals p WHERE p.a = $1 ORDER BY p.b LIMIT 1000"));
sql!(ALL_OF_B, concat!("SELECT ", proposal!(), " FROM residents_proposals p WHERE p.b = $1 ORDER BY p.a LIMIT 1000"));

/// Two records that may be of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its id.
    pub id: Id,
    /// The one with the lower id.
    pub a: Id,
    /// The other.
    pub b: Id,
    /// `open`, `unsure`, `never`, `joined`, `disputed` or `gone`.
    pub state: String,
    /// One of them, or an account joined with one, has a safe address, or, where somebody opens it, is confidential: it is for few, and
    /// nothing of their homes or ways to reach them is shown.
    pub guarded: bool,
    /// One of them, or an account joined with one, is confidential: it is for few.
    pub kept: bool,
    /// One of them has a safe address: joined, each is a record of its own.
    pub apart: bool,
    /// Hundredths of log2 of the odds.
    pub bits: i64,
    /// By which weights: see `residents_models`.
    pub model: i64,
    /// Grows with every decision.
    pub revision: i64,
    /// When it was found.
    pub made_at: Micros,
    /// The key of the last decision.
    pub key: Option<Id>,
    /// Why it was decided so.
    pub reason: String,
    /// Who decided.
    pub decided_by: Option<Id>,
    /// When.
    pub decided_at: Option<Micros>,
}

/// Two records that were joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// Its id: the key of the decision.
    pub id: Id,
    /// The proposal it came from.
    pub proposal: Id,
    /// The record that stands for both.
    pub kept: Id,
    /// The other.
    pub merged: Id,
    /// The role of whoever joined them.
    pub office: String,
    /// Why.
    pub reason: String,
    /// Who joined them.
    pub made_by: Id,
    /// When.
    pub made_at: Micros,
    /// When the person said that this is not them.
    pub disputed_at: Option<Micros>,
    /// Why they were parted.
    pub undone_reason: String,
    /// Who parted them.
    pub undone_by: Option<Id>,
    /// When.
    pub undone_at: Option<Micros>,
    /// What shows that both are one person's; until there is something, each account sees its own alone.
    pub proof: Option<Proof>,
}

/// What showed that two joined accounts are one person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// `checks`, `code` or `read-out`, as the migration says.
    pub how: String,
    /// The member of staff, or the resident who entered the code.
    pub by: Id,
    /// When.
    pub at: Micros,
}

/// A merge that stands, as those who follow it need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// The merge.
    pub id: Id,
    /// The record that stands for both.
    pub kept: Id,
    /// The other.
    pub merged: Id,
    /// The person said that this is not them.
    pub disputed: bool,
    /// One of them has a safe address.
    pub guarded: bool,
    /// It was shown that both are one person's.
    pub proved: bool,
}

impl Edge {
    /// The two are a record each, for staff as for their holders.
    pub fn is_apart(&self) -> bool {
        self.disputed || self.guarded
    }

    /// Whoever signs in to one account sees the other's matters, and messages of both go to one address.
    pub fn is_shared(&self) -> bool {
        self.proved && !self.is_apart()
    }
}

/// A decision about a pair.
pub struct Decision<'a> {
    /// What it is from now on.
    pub state: &'a str,
    /// Made when the page was drawn.
    pub key: Id,
    /// Why.
    pub reason: &'a str,
    /// Who decided.
    pub by: Id,
    /// When.
    pub at: Micros,
}

/// The proposal with this id.
pub async fn proposal(conn: &mut Conn, id: Id) -> Result<Option<Proposal>> {
    conn.row(&PROPOSAL, params![id]).await?.map(|row| read_proposal(&row)).transpose()
}

/// The proposal about this pair, the lower id first.
pub async fn of_pair(conn: &mut Conn, a: Id, b: Id) -> Result<Option<Proposal>> {
    conn.row(&OF_PAIR, params![a.min(b), a.max(b)]).await?.map(|row| read_proposal(&row)).transpose()
}

/// Proposals of one state, those with somebody confidential only where these are to be seen (`kept`), the likeliest first, after `before`;
/// with the names of both.
pub async fn proposals(
    conn: &mut Conn,
    (state, guarded): (&str, bool),
    kept: bool,
    before: Option<(i64, Id)>,
    limit: usize,
) -> Result<Vec<(Proposal, [String; 2])>> {
    let (bits, id) = before.unwrap_or((i64::MAX, Id([0xff; 16])));
    let rows = conn.rows(&PROPOSALS, params![state, guarded, bits, id, limit, kept]).await?;
    rows.iter().map(|row| Ok((read_proposal(row)?, [row.get(14)?, row.get(15)?]))).collect()
}

/// How many of these there are, at most so many.
pub async fn how_many(conn: &mut Conn, (state, guarded): (&str, bool), kept: bool, most: usize) -> Result<usize> {
    let count: i64 = conn.one(&HOW_MANY, params![state, guarded, most, kept]).await?.get(0)?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// Every proposal about a resident.
pub async fn all_of(conn: &mut Conn, resident: Id) -> Result<Vec<Proposal>> {
    let mut rows = conn.rows(&ALL_OF_A, params![resident]).await?;
    rows.extend(conn.rows(&ALL_OF_B, params![resident]).await?);
    rows.iter().map(read_proposal).collect()
}

/// Writes a decision down; false when somebody else decided since this revision.
pub async fn decide(tx: &mut Conn, id: Id, revision: i64, decision: &Decision<'_>) -> Result<bool> {
    let Decision { state, key, reason, by, at } = decision;
    Ok(tx.exec(&DECIDE, params![id, revision, *state, *key, *reason, *by, *at]).await? == 1)
}

/// Notes whether a safe address is behind a pair, and whether somebody confidential is.
pub async fn set_guarded(tx: &mut Conn, id: Id, (guarded, kept): (bool, bool)) -> Result<()> {
    tx.exec(&SET_GUARDED, params![id, guarded, kept]).await.map(drop)
}

/// Joins two records; false when that was done before, or the second is joined to another.
pub async fn join(tx: &mut Conn, merge: &Merge) -> Result<bool> {
    let Merge { id, proposal, kept, merged, office, reason, made_by, made_at, .. } = merge;
    let row = params![*id, *proposal, *kept, *merged, office.as_str(), reason.as_str(), *made_by, *made_at];
    Ok(tx.exec(&JOIN, row).await? == 1)
}

/// Parts them again; false when that was done before.
pub async fn undo(tx: &mut Conn, id: Id, reason: &str, by: Id, now: Micros) -> Result<bool> {
    Ok(tx.exec(&UNDO, params![id, reason, by, now]).await? == 1)
}

/// The person says that this is not them; false when they said so before.
pub async fn dispute(tx: &mut Conn, merge: &Merge, by: Id, now: Micros) -> Result<bool> {
    let first = tx.exec(&NOT_ME, params![merge.id, by, now]).await? == 1;
    tx.exec(&DISPUTE, params![merge.proposal]).await?;
    Ok(first)
}

/// Notes what showed that both are one person's; false when that was noted before, or they are no longer joined.
pub async fn prove(tx: &mut Conn, id: Id, proof: &Proof) -> Result<bool> {
    Ok(tx.exec(&PROVED, params![id, proof.how.as_str(), proof.by, proof.at]).await? == 1)
}

/// The merge with this id.
pub async fn merge(conn: &mut Conn, id: Id) -> Result<Option<Merge>> {
    conn.row(&MERGE, params![id]).await?.map(|row| read_merge(&row)).transpose()
}

/// The merges that came from a proposal, oldest first, undone ones too.
pub async fn of_proposal(conn: &mut Conn, proposal: Id) -> Result<Vec<Merge>> {
    conn.rows(&OF_PROPOSAL, params![proposal]).await?.iter().map(read_merge).collect()
}

/// The merges of a resident, undone ones too.
pub async fn of_resident(conn: &mut Conn, resident: Id) -> Result<Vec<Merge>> {
    let mut rows = conn.rows(&OF_KEPT, params![resident]).await?;
    rows.extend(conn.rows(&OF_MERGED, params![resident]).await?);
    rows.iter().map(read_merge).collect()
}

/// The merges of this account that stand.
pub async fn edges(conn: &mut Conn, account: Id) -> Result<Vec<Edge>> {
    let rows = conn.rows(&EDGES, params![account]).await?;
    let read = |row: &Row| {
        Ok(Edge {
            id: row.get(0)?,
            kept: row.get(1)?,
            merged: row.get(2)?,
            disputed: row.get::<i64>(3)? == 1,
            guarded: row.get::<i64>(4)? == 1,
            proved: row.get::<i64>(5)? == 1,
        })
    };
    rows.iter().map(read).collect()
}

/// Forgets every proposal about a resident, and why they were joined to others or parted from them.
pub async fn forget(tx: &mut Conn, resident: Id) -> Result<()> {
    for statement in [&FORGET_OF_A, &FORGET_OF_B, &FORGET_OF_KEPT, &FORGET_OF_MERGED] {
        tx.exec(statement, params![resident]).await?;
    }
    Ok(())
}

fn read_proposal(row: &Row) -> Result<Proposal> {
    Ok(Proposal {
        id: row.get(0)?,
        a: row.get(1)?,
        b: row.get(2)?,
        state: row.get(3)?,
        guarded: row.get(4)?,
        apart: row.get(4)?,
        bits: row.get(5)?,
        revision: row.get(6)?,
        made_at: row.get(7)?,
        key: row.get(8)?,
        reason: row.get(9)?,
        decided_by: row.get(10)?,
        decided_at: row.get(11)?,
        kept: row.get(12)?,
        model: row.get(13)?,
    })
}

fn read_merge(row: &Row) -> Result<Merge> {
    let proof = match (row.get(12)?, row.get(13)?, row.get(14)?) {
        (Some(at), Some(by), Some(how)) => Some(Proof { how, by, at }),
        _ => None,
    };
    Ok(Merge {
        id: row.get(0)?,
        proposal: row.get(1)?,
        kept: row.get(2)?,
        merged: row.get(3)?,
        office: row.get(4)?,
        reason: row.get(5)?,
        made_by: row.get(6)?,
        made_at: row.get(7)?,
        disputed_at: row.get(8)?,
        undone_reason: row.get(9)?,
        undone_by: row.get(10)?,
        undone_at: row.get(11)?,
        proof,
    })
}
