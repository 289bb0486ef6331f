//! Webhooks, and what is told by them.

use kit::clock::Micros;
use kit::db::{Conn, FEW, Row};
use kit::{Id, Result, params, sql};

/// The most webhooks of a council that are told anything: its page makes fewer.
const MOST: usize = 100;
/// The most of those that were ended that are shown.
const ENDED: usize = 50;
/// The most that is told of one case.
const OF_A_CASE: usize = 2_000;

sql!(
    INSERT,
    "INSERT INTO api_hooks (id, name, url, kinds, made, ended) VALUES ($1, $2, $3, $4, $5, 0) ON CONFLICT DO NOTHING"
);
sql!(
    LIVE,
    "SELECT id, name, url, kinds, made, ended FROM api_hooks WHERE ended = 0 AND name > $1 ORDER BY name LIMIT $2"
);
sql!(
    ENDED_ONES,
    "SELECT id, name, url, kinds, made, ended FROM api_hooks WHERE id < $1 AND ended > 0 ORDER BY id DESC LIMIT $2"
);
sql!(BY_ID, "SELECT id, name, url, kinds, made, ended FROM api_hooks WHERE id = $1");
sql!(END, "UPDATE api_hooks SET ended = $2 WHERE id = $1 AND ended = 0");
sql!(DROP_WAITING, "DELETE FROM api_hooks_deliveries WHERE hook = $1 AND state = 'waiting'");
sql!(
    ADD,
    "INSERT INTO api_hooks_deliveries (hook, seq, case_id, kind, state, due, attempts, status, trouble, made)
     VALUES ($1, $2, $3, $4, 'waiting', $5, 0, 0, '', $6)
     ON CONFLICT (hook, seq) DO UPDATE SET state = 'waiting', due = $5, attempts = 0, status = 0, trouble = ''
     WHERE $7 = 1 AND api_hooks_deliveries.state <> 'waiting'"
);
sql!(
    HEAD,
    "SELECT seq, case_id, kind, state, due, attempts, status, trouble FROM api_hooks_deliveries
     WHERE hook = $1 AND case_id = $2 AND state = 'waiting' ORDER BY seq LIMIT 1"
);
sql!(
    NEWEST,
    "SELECT seq, case_id, kind, state, due, attempts, status, trouble FROM api_hooks_deliveries
     WHERE hook = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3"
);
sql!(
    OF_CASE,
    "SELECT hook, state, due, attempts, made FROM api_hooks_deliveries WHERE case_id = $1 ORDER BY hook, seq LIMIT $2"
);
sql!(
    FAILING,
    "SELECT seq, case_id, kind, state, due, attempts, status, trouble FROM api_hooks_deliveries
     WHERE hook = $1 AND state = 'waiting' AND attempts > 0 ORDER BY seq LIMIT 1"
);
sql!(
    TOLD,
    "UPDATE api_hooks_deliveries SET state = $3, attempts = attempts + 1, status = $4, trouble = $5
     WHERE hook = $1 AND seq = $2 AND state = 'waiting'"
);
sql!(LATER, "UPDATE api_hooks_deliveries SET due = $3 WHERE hook = $1 AND case_id = $2 AND state = 'waiting'");
sql!(
    FAILED,
    "UPDATE api_hooks_deliveries SET attempts = attempts + 1, status = $3, trouble = $4
     WHERE hook = $1 AND seq = $2 AND state = 'waiting'"
);
sql!(DUE, "SELECT hook, case_id FROM api_hooks_deliveries WHERE state = 'waiting' AND due <= $1 ORDER BY due LIMIT $2");
sql!(
    SWEEP,
    "DELETE FROM api_hooks_deliveries WHERE state = 'done' AND made <= (SELECT max(made) FROM
     (SELECT made FROM api_hooks_deliveries WHERE state = 'done' AND made < $1 ORDER BY made LIMIT $2) AS few)"
);

/// Where another system is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hook {
    pub id: Id,
    pub name: String,
    pub url: String,
    pub kinds: Vec<String>,
    pub made: Micros,
    /// 0 while it is told.
    pub ended: Micros,
}

/// One thing that is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Delivery {
    pub seq: i64,
    pub case: Id,
    pub kind: String,
    /// "waiting", "done" or "dead".
    pub state: String,
    pub due: Micros,
    pub attempts: i64,
    /// What was answered last; 0 for nothing.
    pub status: i64,
    pub trouble: String,
}

fn hook(row: Row) -> Result<Hook> {
    let mut c = row.columns();
    let (id, name, url, kinds): (Id, String, String, String) = (c.take()?, c.take()?, c.take()?, c.take()?);
    let kinds = kinds.split(',').map(str::to_owned).collect();
    Ok(Hook { id, name, url, kinds, made: c.take()?, ended: c.take()? })
}

fn delivery(row: Row) -> Result<Delivery> {
    let mut c = row.columns();
    Ok(Delivery {
        seq: c.take()?,
        case: c.take()?,
        kind: c.take()?,
        state: c.take()?,
        due: c.take()?,
        attempts: c.take()?,
        status: c.take()?,
        trouble: c.take()?,
    })
}

/// Adds one; false where one of this name is told already.
pub(crate) async fn insert(conn: &mut Conn, new: &Hook) -> Result<bool> {
    let row = params![new.id, &new.name, &new.url, new.kinds.join(","), new.made];
    Ok(conn.exec(&INSERT, row).await? == 1)
}

/// Every webhook that is told, by name.
pub(crate) async fn live(conn: &mut Conn) -> Result<Vec<Hook>> {
    conn.rows(&LIVE, params!["", MOST]).await?.into_iter().map(hook).collect()
}

/// The same, and after them the newest of those that were ended.
pub(crate) async fn with_ended(conn: &mut Conn) -> Result<Vec<Hook>> {
    let mut all = live(conn).await?;
    for row in conn.rows(&ENDED_ONES, params![Id([0xff; 16]), ENDED]).await? {
        all.push(hook(row)?);
    }
    Ok(all)
}

/// The webhook of this id.
pub(crate) async fn by_id(conn: &mut Conn, id: Id) -> Result<Option<Hook>> {
    conn.row(&BY_ID, params![id]).await?.map(hook).transpose()
}

/// Ends one, and drops what it was still to be told; false where it had ended.
pub(crate) async fn end(conn: &mut Conn, id: Id, now: Micros) -> Result<bool> {
    let ended = conn.exec(&END, params![id, now.max(1)]).await? == 1;
    conn.exec(&DROP_WAITING, params![id]).await?;
    Ok(ended)
}

/// Adds something to be told, after what waits of the same case. `again` tells it once more where it was told.
pub(crate) async fn add(
    conn: &mut Conn,
    hook: Id,
    (seq, case, kind): (i64, Id, &str),
    now: Micros,
    again: bool,
) -> Result<()> {
    let due = head(conn, hook, case).await?.map_or(now, |head| head.due);
    conn.exec(&ADD, params![hook, seq, case, kind, due, now, i64::from(again)]).await.map(drop)
}

/// What is to be told next of a case.
pub(crate) async fn head(conn: &mut Conn, hook: Id, case: Id) -> Result<Option<Delivery>> {
    conn.row(&HEAD, params![hook, case]).await?.map(delivery).transpose()
}

/// How one thing that was told of a case stands: the webhook, the state, when it is due, how often it was tried, when it was noted.
pub(crate) type Standing = (Id, String, Micros, i64, Micros);

/// Everything that is told of a case, by webhook, in order.
pub(crate) async fn of_case(conn: &mut Conn, case: Id) -> Result<Vec<Standing>> {
    let read = |row: Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?));
    conn.rows(&OF_CASE, params![case, OF_A_CASE]).await?.into_iter().map(read).collect()
}

/// The first that was tried and is still not taken.
pub(crate) async fn failing(conn: &mut Conn, hook: Id) -> Result<Option<Delivery>> {
    conn.row(&FAILING, params![hook]).await?.map(delivery).transpose()
}

/// The newest before a number.
pub(crate) async fn newest(conn: &mut Conn, hook: Id, before: i64, limit: usize) -> Result<Vec<Delivery>> {
    conn.rows(&NEWEST, params![hook, before, limit]).await?.into_iter().map(delivery).collect()
}

/// It was told, or is given up.
pub(crate) async fn over(
    conn: &mut Conn,
    hook: Id,
    seq: i64,
    state: &str,
    (status, trouble): (i64, &str),
) -> Result<()> {
    conn.exec(&TOLD, params![hook, seq, state, status, trouble]).await.map(drop)
}

/// It failed: all that waits of its case waits until `due`.
pub(crate) async fn failed(
    conn: &mut Conn,
    hook: Id,
    failed: &Delivery,
    (status, trouble): (i64, &str),
    due: Micros,
) -> Result<()> {
    conn.exec(&FAILED, params![hook, failed.seq, status, trouble]).await?;
    conn.exec(&LATER, params![hook, failed.case, due]).await.map(drop)
}

/// Cases of which something is due.
pub(crate) async fn due(conn: &mut Conn, now: Micros, limit: usize) -> Result<Vec<(Id, Id)>> {
    let rows = conn.rows(&DUE, params![now, limit]).await?;
    rows.into_iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Deletes what was told before `before`, a few at a time.
pub(crate) async fn sweep(conn: &mut Conn, before: Micros) -> Result<u64> {
    conn.exec(&SWEEP, params![before, FEW]).await
}
