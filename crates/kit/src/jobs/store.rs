//! Counting jobs that gave up.

use crate::db::Conn;
use crate::error::Result;
use crate::id::Id;
use crate::{params, sql};

sql!(COUNT_DEAD, "SELECT CAST(count(*) AS BIGINT) FROM jobs WHERE state = 'dead' AND id > $1");

/// How many jobs were given up; for the figures of the machine room.
pub async fn count_dead(conn: &mut Conn) -> Result<i64> {
    conn.one(&COUNT_DEAD, params![Id::NONE]).await?.get(0)
}
