//! Who may be the same person: candidates by their keys, how frequent a value is, and the pairs that were found.

use crate::linking::details::Details;
use crate::linking::{ASKED, CANDIDATES, MOST_OF_A_KEY};
use crate::store::postcode_key;
use kit::clock::Micros;
use kit::db::Conn;
use kit::{Id, Result, params, sql};
use std::collections::BTreeMap;

sql!(WAITING_TO_MATCH, "SELECT id, details FROM residents WHERE matched < details AND id > $1 ORDER BY id LIMIT $2");
sql!(MATCHED, "UPDATE residents SET matched = $2 WHERE id = $1 AND matched < $2");
// Each key on its own, so that a key many share ends early; one more than is looked at tells that there are too many.
sql!(
    CANDIDATES_BY_KEY,
    "SELECT 1 AS rule, resident FROM (SELECT resident FROM residents_keys WHERE key = $1 LIMIT 41) AS k1 UNION ALL
     SELECT 2 AS rule, resident FROM (SELECT resident FROM residents_keys WHERE key = $2 LIMIT 41) AS k2 UNION ALL
     SELECT 3 AS rule, resident FROM (SELECT resident FROM residents_keys WHERE key = $3 LIMIT 41) AS k3 UNION ALL
     SELECT 4 AS rule, resident FROM (SELECT resident FROM residents_keys WHERE key = $4 LIMIT 41) AS k4 UNION ALL
     SELECT 5 AS rule, resident FROM (SELECT resident FROM residents_keys WHERE key = $5 LIMIT 41) AS k5 UNION ALL
     SELECT 6 AS rule, resident FROM (SELECT resident FROM residents_keys WHERE key = $6 LIMIT 41) AS k6 UNION ALL
     SELECT 7 AS rule, resident FROM (SELECT resident FROM residents_keys WHERE key = $7 LIMIT 41) AS k7 UNION ALL
     SELECT 8 AS rule, resident FROM (SELECT resident FROM residents_keys WHERE key = $8 LIMIT 41) AS k8 UNION ALL
     SELECT 9 AS rule, resident FROM (SELECT resident FROM residents_keys WHERE key = $9 LIMIT 41) AS k9 UNION ALL
     SELECT 10 AS rule, resident FROM (SELECT resident FROM residents_keys WHERE key = $10 LIMIT 41) AS k10 UNION ALL
     SELECT 11 AS rule, resident FROM (SELECT resident FROM residents_keys WHERE key = $11 LIMIT 41) AS k11 UNION ALL
     SELECT 12 AS rule, resident FROM (SELECT resident FROM residents_keys WHERE key = $12 LIMIT 41) AS k12"
);
sql!(
    HOW_FREQUENT,
    "SELECT CAST((SELECT count(*) FROM (SELECT 1 FROM residents_keys WHERE key = $1 LIMIT $6) AS a) AS BIGINT),
            CAST((SELECT count(*) FROM (SELECT 1 FROM residents_keys WHERE key = $2 LIMIT $6) AS b) AS BIGINT),
            CAST((SELECT count(*) FROM (SELECT 1 FROM residents_keys WHERE key = $3 LIMIT $6) AS c) AS BIGINT),
            CAST((SELECT count(*) FROM (SELECT 1 FROM residents_keys WHERE key = $4 LIMIT $6) AS d) AS BIGINT),
            CAST((SELECT count(*) FROM (SELECT 1 FROM residents_keys WHERE key = $5 LIMIT $6) AS e) AS BIGINT),
            CAST(COALESCE((SELECT residents FROM residents_counts WHERE id = 1), 0) AS BIGINT)"
);
sql!(COUNTED, "SELECT at FROM residents_counts WHERE id = 1");
sql!(RESIDENTS, "SELECT residents FROM residents_counts WHERE id = 1");
sql!(COUNT_RESIDENTS, "SELECT CAST(count(*) AS BIGINT) FROM residents");
sql!(
    SET_COUNTED,
    "INSERT INTO residents_counts (id, residents, at) VALUES (1, $1, $2)
     ON CONFLICT (id) DO UPDATE SET residents = $1, at = $2"
);
sql!(
    PROPOSE,
    "INSERT INTO residents_proposals (id, a, b, state, guarded, bits, revision, made_at, reason, model)
     VALUES ($1, $2, $3, 'open', $4, $5, 1, $6, '', $7)
     ON CONFLICT (a, b) DO UPDATE SET bits = $5, guarded = $4, model = $7,
         state = CASE WHEN residents_proposals.state = 'gone' THEN 'open' ELSE residents_proposals.state END"
);
sql!(OPEN_OF_A, "SELECT id, b FROM residents_proposals WHERE a = $1 AND state = 'open' LIMIT 200");
sql!(OPEN_OF_B, "SELECT id, a FROM residents_proposals WHERE b = $1 AND state = 'open' LIMIT 200");
sql!(WITHDRAW, "UPDATE residents_proposals SET state = 'gone' WHERE id = $1 AND state = 'open'");

/// Residents whose details were not compared yet, each with which of their details that is.
pub async fn waiting(conn: &mut Conn, limit: usize) -> Result<Vec<(Id, i64)>> {
    let rows = conn.rows(&WAITING_TO_MATCH, params![Id::NONE, limit]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Notes that these details were compared.
pub async fn matched(tx: &mut Conn, id: Id, details: i64) -> Result<()> {
    tx.exec(&MATCHED, params![id, details]).await.map(drop)
}

/// Others who share a key with this resident, those who share the most first. A key that very many share is left out.
pub async fn candidates(conn: &mut Conn, id: Id, keys: &[String]) -> Result<Vec<Id>> {
    let mut asked: Vec<&str> = keys.iter().take(ASKED).map(String::as_str).collect();
    // No key is empty.
    asked.resize(ASKED, "");
    let [a, b, c, d, e, f, g, h, i, j, k, l] = asked[..] else { return Ok(Vec::new()) };
    let rows = conn.rows(&CANDIDATES_BY_KEY, params![a, b, c, d, e, f, g, h, i, j, k, l]).await?;
    let mut by_rule: BTreeMap<i64, Vec<Id>> = BTreeMap::new();
    for row in &rows {
        by_rule.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    let mut shared: BTreeMap<Id, usize> = BTreeMap::new();
    let few = by_rule.values().filter(|of_rule| of_rule.len() <= MOST_OF_A_KEY);
    few.flatten().filter(|other| **other != id).for_each(|other| *shared.entry(*other).or_default() += 1);
    let mut all: Vec<(Id, usize)> = shared.into_iter().collect();
    all.sort_by(|(a, of_a), (b, of_b)| of_b.cmp(of_a).then(a.cmp(b)));
    Ok(all.into_iter().take(CANDIDATES).map(|(other, _)| other).collect())
}

/// How often the first name, family name, date of birth, street and postcode of these details occur, each up to `most`, and how
/// many residents there were when they were last counted. A word counts wherever it stands: in a name, a street or a mailbox.
pub async fn frequencies(conn: &mut Conn, of: &Details, most: usize) -> Result<([usize; 5], i64)> {
    let word = |text: &str| {
        let words = crate::find::fold::words(text).into_iter();
        let telling = words.filter(|word| !crate::find::fold::is_common(word)).max_by_key(String::len);
        telling.map(|word| format!("w{word}")).unwrap_or_default()
    };
    let key = |kind: &str, text: String| if text.is_empty() { text } else { format!("{kind}{text}") };
    let (born, postcode) = (key("b", of.born.clone()), key("z", postcode_key(&of.postcode)));
    let asked = params![word(&of.given), word(&of.surname), born, word(&of.street), postcode, most];
    let row = conn.one(&HOW_FREQUENT, asked).await?;
    let mut counts = [0; 5];
    for (at, count) in counts.iter_mut().enumerate() {
        *count = usize::try_from(row.get::<i64>(at)?).unwrap_or_default();
    }
    Ok((counts, row.get(5)?))
}

/// When the residents were last counted.
pub async fn counted(conn: &mut Conn) -> Result<Option<Micros>> {
    conn.row(&COUNTED, params![]).await?.map(|row| row.get(0)).transpose()
}

/// How many residents there were when they were last counted.
pub async fn residents(conn: &mut Conn) -> Result<i64> {
    conn.row(&RESIDENTS, params![]).await?.map_or(Ok(0), |row| row.get(0))
}

/// Counts the residents.
pub async fn count(conn: &mut Conn) -> Result<i64> {
    conn.one(&COUNT_RESIDENTS, params![]).await?.get(0)
}

/// Notes how many there are.
pub async fn set_counted(tx: &mut Conn, residents: i64, now: Micros) -> Result<()> {
    tx.exec(&SET_COUNTED, params![residents, now]).await.map(drop)
}

/// Proposes a pair, or says anew how likely it is, and by which weights. What a person decided about it stands.
pub async fn propose(
    tx: &mut Conn,
    id: Id,
    (a, b): (Id, Id),
    guarded: bool,
    (bits, model): (i64, i64),
    now: Micros,
) -> Result<()> {
    tx.exec(&PROPOSE, params![id, a, b, guarded, bits, now, model]).await.map(drop)
}

/// The open proposals about a resident, each with the other one.
pub async fn open_of(conn: &mut Conn, resident: Id) -> Result<Vec<(Id, Id)>> {
    let mut rows = conn.rows(&OPEN_OF_A, params![resident]).await?;
    rows.extend(conn.rows(&OPEN_OF_B, params![resident]).await?);
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Takes a proposal that is no longer likely off the list.
pub async fn withdraw(tx: &mut Conn, proposal: Id) -> Result<()> {
    tx.exec(&WITHDRAW, params![proposal]).await.map(drop)
}
