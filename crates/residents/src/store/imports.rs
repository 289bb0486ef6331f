//! `residents_imports`: who came from another register, and under which number they stand there.

use kit::clock::Micros;
use kit::db::Conn;
use kit::{Id, Result, params, sql};
use sha2::{Digest, Sha256};

sql!(IS_IMPORTED, "SELECT 1 FROM residents_imports WHERE digest = $1");
sql!(
    INSERT_IMPORT,
    "INSERT INTO residents_imports (digest, source, number, resident, made_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING"
);
sql!(
    IMPORTS,
    "SELECT source, number, made_at FROM residents_imports WHERE resident = $1 AND number <> '' ORDER BY digest LIMIT 100"
);
sql!(FORGET_IMPORTS, "UPDATE residents_imports SET number = '' WHERE resident = $1");

/// Where somebody came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// The register.
    pub source: String,
    /// Its number for them.
    pub number: String,
    /// When they were imported.
    pub made_at: Micros,
}

/// What stands for a number of a register; the length keeps two registers from meaning one.
fn digest(source: &str, number: &str) -> String {
    let hash = Sha256::digest(format!("{} {source}{number}", source.len()));
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// True when this number of this register was imported before, also where whoever it was has been erased.
pub async fn is_there(conn: &mut Conn, source: &str, number: &str) -> Result<bool> {
    Ok(conn.row(&IS_IMPORTED, params![digest(source, number)]).await?.is_some())
}

/// Notes where a resident came from; false when that number was imported before.
pub async fn insert(tx: &mut Conn, resident: Id, from: &Import) -> Result<bool> {
    let digest = digest(&from.source, &from.number);
    let row = params![digest, &from.source, &from.number, resident, from.made_at];
    Ok(tx.exec(&INSERT_IMPORT, row).await? == 1)
}

/// Where a resident came from; nothing for whoever came by themselves.
pub async fn of(conn: &mut Conn, resident: Id) -> Result<Vec<Import>> {
    let rows = conn.rows(&IMPORTS, params![resident]).await?;
    rows.iter().map(|row| Ok(Import { source: row.get(0)?, number: row.get(1)?, made_at: row.get(2)? })).collect()
}

/// Forgets their numbers; that these were imported is still known.
pub async fn forget(tx: &mut Conn, resident: Id) -> Result<()> {
    tx.exec(&FORGET_IMPORTS, params![resident]).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::digest;

    #[test]
    fn no_two_registers_mean_one_by_their_numbers() {
        assert_eq!(digest("a", "12"), digest("a", "12"));
        assert_ne!(digest("a", "12"), digest("a1", "2"));
        assert_eq!(digest("a", "12").len(), 64);
    }
}
