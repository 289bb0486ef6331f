//! `queue_devices`: the kiosks of a site.

use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

/// A kiosk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Its id.
    pub id: Id,
    /// Where it stands.
    pub site: String,
    /// What staff call it.
    pub name: String,
    /// When it was set up.
    pub made: Micros,
}

sql!(
    INSERT,
    "INSERT INTO queue_devices (id, key, site, name, token, made, made_by, ended) VALUES ($1, $2, $3, $4, $5, $6, $7, 0)
     ON CONFLICT DO NOTHING"
);
sql!(BY_TOKEN, "SELECT id, site, name, made FROM queue_devices WHERE token = $1 AND ended = 0");
sql!(
    OF_SITE,
    "SELECT id, site, name, made FROM queue_devices WHERE ended = 0 AND site = $1 AND id > $2 ORDER BY id LIMIT $3"
);
sql!(END, "UPDATE queue_devices SET ended = $2 WHERE id = $1 AND ended = 0");

/// More devices than any site has.
const ALL: usize = 200;

/// Puts one in; false when its key is taken.
pub(crate) async fn insert(tx: &mut Conn, device: &Device, key: Id, token: [u8; 32], by: Id) -> Result<bool> {
    let Device { id, made, .. } = *device;
    let (site, name) = (&*device.site, &*device.name);
    Ok(tx.exec(&INSERT, params![id, key, site, name, token, made, by]).await? == 1)
}

/// The device of this token.
pub(crate) async fn by_token(conn: &mut Conn, token: [u8; 32]) -> Result<Option<Device>> {
    conn.row(&BY_TOKEN, params![token]).await?.map(read).transpose()
}

/// The devices of a site.
pub(crate) async fn of_site(conn: &mut Conn, site: &str) -> Result<Vec<Device>> {
    conn.rows(&OF_SITE, params![site, Id::NONE, ALL]).await?.into_iter().map(read).collect()
}

/// Ends one; false when it has ended before.
pub(crate) async fn end(tx: &mut Conn, id: Id, now: Micros) -> Result<bool> {
    Ok(tx.exec(&END, params![id, now]).await? == 1)
}

fn read(row: Row) -> Result<Device> {
    let mut c = row.columns();
    Ok(Device { id: c.take()?, site: c.take()?, name: c.take()?, made: c.take()? })
}
