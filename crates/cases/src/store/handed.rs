//! `cases_handed`: cases in the hands of other systems.

use crate::handed::{Counts, Handed, State};
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Error, Id, Reference, Result, params, sql};

/// More than a case is handed over.
const OF_A_CASE: usize = 200;

macro_rules! handed {
    ($rest:literal) => {
        concat!(
            "SELECT h.id, h.case_id, h.system, h.state, h.theirs, h.said, h.said_on, h.steps, h.outcome, h.reason, h.asked, h.due,
                    h.answered, h.ended, h.look ",
            $rest
        )
    };
}

sql!(
    HAND,
    "INSERT INTO cases_handed (id, case_id, system, state, live, theirs, said, said_on, steps, outcome, reason, asked, due,
                               answered, ended, look)
     VALUES ($1, $2, $3, 'asked', 1, '', '', 0, 0, '', '', $4, $5, 0, 0, $5) ON CONFLICT DO NOTHING"
);
sql!(HANDED_BY_ID, handed!("FROM cases_handed h WHERE h.id = $1"));
sql!(HANDED_OF_CASE, handed!("FROM cases_handed h WHERE h.case_id = $1 ORDER BY h.id LIMIT $2"));
sql!(
    HANDED_OF_SYSTEM,
    handed!(
        "FROM cases_handed h WHERE h.system = $1 AND h.id > $2 AND CASE WHEN $3 = '' OR h.state = $3 THEN 1 ELSE 0 END <> 0
         ORDER BY h.id LIMIT $4"
    )
);
// $1 now, $2 and $3 the last of the page before, $4 team, $5 service, $6 limit.
sql!(
    HANDED_TO_LOOK_AT,
    handed!(
        ", c.ref, c.title, c.service FROM cases_handed h JOIN cases c ON c.id = h.case_id
         WHERE h.look > 0 AND h.look <= $1 AND (h.look, h.id) > ($2, $3)
           AND CASE WHEN ($4 = '' OR c.team = $4) AND ($5 = '' OR c.service = $5) THEN 1 ELSE 0 END <> 0
         ORDER BY h.look, h.id LIMIT $6"
    )
);
// $1 system, $2 the last of the page before, $3 state, $4 team, $5 service, $6 limit.
sql!(
    HANDED_NEWEST,
    handed!(
        ", c.ref, c.title, c.service FROM cases_handed h JOIN cases c ON c.id = h.case_id
         WHERE h.system = $1 AND h.id < $2
           AND CASE WHEN ($3 = '' OR h.state = $3) AND ($4 = '' OR c.team = $4) AND ($5 = '' OR c.service = $5)
               THEN 1 ELSE 0 END <> 0
         ORDER BY h.id DESC LIMIT $6"
    )
);
sql!(
    SAVE_HANDED,
    "UPDATE cases_handed SET state = $2, live = $3, theirs = $4, said = $5, said_on = $6, steps = $7, outcome = $8,
            reason = $9, answered = $10, ended = $11, look = $12
     WHERE id = $1"
);
sql!(SEEN_TO, "UPDATE cases_handed SET look = 0 WHERE case_id = $1 AND live = 0 AND look > 0");
sql!(
    LEFT_BEHIND,
    "UPDATE cases_handed SET look = $2 WHERE system = $1 AND live = 1 AND CASE WHEN look = 0 OR look > $2 THEN 1 ELSE 0 END <> 0"
);
sql!(
    COUNT_HANDED,
    "SELECT CAST(count(*) AS BIGINT), CAST(count(CASE WHEN look < $3 THEN 1 END) AS BIGINT) FROM cases_handed
     WHERE system = $1 AND state = $2"
);

fn read(row: &Row) -> Result<Handed> {
    let state: String = row.get(3)?;
    Ok(Handed {
        id: row.get(0)?,
        case: row.get(1)?,
        system: row.get(2)?,
        state: State::of(&state).ok_or_else(|| Error::internal(format!("{state} is no state")))?,
        theirs: row.get(4)?,
        said: row.get(5)?,
        said_on: row.get(6)?,
        steps: row.get(7)?,
        outcome: row.get(8)?,
        reason: row.get(9)?,
        asked: row.get(10)?,
        due: row.get(11)?,
        answered: row.get(12)?,
        ended: row.get(13)?,
        look: row.get(14)?,
    })
}

/// One in a list at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub handed: Handed,
    pub reference: Reference,
    pub title: String,
    pub service: String,
}

fn line(row: &Row) -> Result<Line> {
    Ok(Line { handed: read(row)?, reference: row.get(15)?, title: row.get(16)?, service: row.get(17)? })
}

/// Hands a case over; false where the system has it already.
pub(crate) async fn insert(tx: &mut Conn, new: (Id, Id, Id), (asked, due): (Micros, Micros)) -> Result<bool> {
    let (id, case, system) = new;
    Ok(tx.exec(&HAND, params![id, case, system, asked, due]).await? == 1)
}

/// The one of this id.
pub(crate) async fn by_id(conn: &mut Conn, id: Id) -> Result<Option<Handed>> {
    conn.row(&HANDED_BY_ID, params![id]).await?.as_ref().map(read).transpose()
}

/// Every time a case was handed over, the first first.
pub(crate) async fn of_case(conn: &mut Conn, case: Id) -> Result<Vec<Handed>> {
    conn.rows(&HANDED_OF_CASE, params![case, OF_A_CASE]).await?.iter().map(read).collect()
}

/// What a system was asked for after this one, of a state where one is named: the first first.
pub(crate) async fn of_system(
    conn: &mut Conn,
    system: Id,
    state: &str,
    after: Id,
    limit: usize,
) -> Result<Vec<Handed>> {
    conn.rows(&HANDED_OF_SYSTEM, params![system, after, state, limit]).await?.iter().map(read).collect()
}

/// What somebody of this team, and of this service, has to look at, empty for any: what waits longest first.
pub(crate) async fn to_look_at(
    conn: &mut Conn,
    now: Micros,
    after: (Micros, Id),
    (team, service): (&str, &str),
    limit: usize,
) -> Result<Vec<Line>> {
    let asked = params![now, after.0, after.1, team, service, limit];
    conn.rows(&HANDED_TO_LOOK_AT, asked).await?.iter().map(line).collect()
}

/// What a system was asked for before this one, of a state where one is named: the newest first.
pub(crate) async fn newest(
    conn: &mut Conn,
    (system, state): (Id, &str),
    before: Id,
    (team, service): (&str, &str),
    limit: usize,
) -> Result<Vec<Line>> {
    let asked = params![system, before, state, team, service, limit];
    conn.rows(&HANDED_NEWEST, asked).await?.iter().map(line).collect()
}

/// Writes everything that can change.
pub(crate) async fn save(tx: &mut Conn, handed: &Handed) -> Result<()> {
    let row = params![
        handed.id,
        handed.state.code(),
        handed.state.is_live(),
        &handed.theirs,
        &handed.said,
        handed.said_on,
        handed.steps,
        &handed.outcome,
        &handed.reason,
        handed.answered,
        handed.ended,
        handed.look
    ];
    tx.exec_one(&SAVE_HANDED, row).await.map(drop)
}

/// Somebody has done something about what came back of this case.
pub(crate) async fn seen_to(tx: &mut Conn, case: Id) -> Result<()> {
    tx.exec(&SEEN_TO, params![case]).await.map(drop)
}

/// How many cases a system has had, by how they stand.
pub(crate) async fn counts(conn: &mut Conn, system: Id, now: Micros) -> Result<Counts> {
    let mut counts = Counts::default();
    for state in State::ALL {
        let row = conn.one(&COUNT_HANDED, params![system, state.code(), now]).await?;
        let (all, late): (i64, i64) = (row.get(0)?, row.get(1)?);
        match state {
            State::Asked => (counts.asked, counts.silent) = (all, late),
            State::Accepted => counts.accepted = all,
            State::Refused => counts.refused = all,
            State::Done => counts.done = all,
            State::TakenBack => counts.taken_back = all,
        }
    }
    Ok(counts)
}

/// A system takes no more cases: somebody looks at those it still has.
pub(crate) async fn left_behind(tx: &mut Conn, system: Id, now: Micros) -> Result<()> {
    tx.exec(&LEFT_BEHIND, params![system, now]).await.map(drop)
}
