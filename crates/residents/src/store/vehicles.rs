//! `residents_vehicles`: the vehicles people have.

use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Error, Id, Result, params, sql};
use plates::Plate;

sql!(
    INSERT_VEHICLE,
    "INSERT INTO residents_vehicles (id, resident, plate, about, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING"
);
sql!(VEHICLES, "SELECT id, plate, about, made_at FROM residents_vehicles WHERE resident = $1 ORDER BY plate LIMIT $2");
sql!(REMOVE_VEHICLE, "DELETE FROM residents_vehicles WHERE id = $1 AND resident = $2 RETURNING plate");
sql!(FORGET_VEHICLES, "DELETE FROM residents_vehicles WHERE resident = $1");

/// More vehicles than anybody has.
const MOST: usize = 100;

/// Somebody's vehicle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vehicle {
    /// Its id.
    pub id: Id,
    /// Its registration mark.
    pub plate: Plate,
    /// What it looks like, in words; may be empty.
    pub about: String,
    /// Since when it is known.
    pub made_at: Micros,
}

fn read(row: Row) -> Result<Vehicle> {
    let mut c = row.columns();
    let (id, plate): (Id, String) = (c.take()?, c.take()?);
    Ok(Vehicle { id, plate: mark(&plate)?, about: c.take()?, made_at: c.take()? })
}

fn mark(text: &str) -> Result<Plate> {
    Plate::parse(text).map_err(|wrong| Error::internal(format!("a vehicle's mark: {wrong}")))
}

/// Notes a vehicle; false when it is noted already.
pub async fn insert(tx: &mut Conn, resident: Id, vehicle: &Vehicle, by: Id) -> Result<bool> {
    let row = params![vehicle.id, resident, vehicle.plate.as_str(), &vehicle.about, by, vehicle.made_at];
    Ok(tx.exec(&INSERT_VEHICLE, row).await? == 1)
}

/// The vehicles of a resident, by their marks.
pub async fn of(conn: &mut Conn, resident: Id) -> Result<Vec<Vehicle>> {
    conn.rows(&VEHICLES, params![resident, MOST]).await?.into_iter().map(read).collect()
}

/// The marks of a resident's vehicles.
pub async fn plates(conn: &mut Conn, resident: Id) -> Result<Vec<Plate>> {
    Ok(of(conn, resident).await?.into_iter().map(|vehicle| vehicle.plate).collect())
}

/// Takes a vehicle of a resident off; its mark, where there was one.
pub async fn remove(tx: &mut Conn, id: Id, resident: Id) -> Result<Option<String>> {
    tx.row(&REMOVE_VEHICLE, params![id, resident]).await?.map(|row| row.get(0)).transpose()
}

/// Forgets the vehicles of a resident.
pub async fn forget(tx: &mut Conn, resident: Id) -> Result<()> {
    tx.exec(&FORGET_VEHICLES, params![resident]).await.map(drop)
}
