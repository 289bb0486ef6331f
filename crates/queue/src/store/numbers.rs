//! `queue_numbers`: the last number given at a site on a day.

use kit::db::Conn;
use kit::{Result, params, sql};

sql!(
    NEXT,
    "INSERT INTO queue_numbers (site, day, last) VALUES ($1, $2, 1)
     ON CONFLICT (site, day) DO UPDATE SET last = queue_numbers.last + 1 RETURNING last"
);

/// The next number: each once, whoever asks at the same moment.
pub(crate) async fn next(tx: &mut Conn, site: &str, day: i64) -> Result<i64> {
    tx.one(&NEXT, params![site, day]).await?.get(0)
}
