//! Reading the rows of a file of reports.

use super::mapping::{Mapping, Standing};
use kit::Result;
pub use kit::sheet::Refused;
use kit::sheet::{self, Columns, NO_NUMBER, Row, Wrong, cell};
use places::Point;
use services::shortened;

/// A report as the file has it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Report {
    pub id: String,
    pub closed: bool,
    pub title: String,
    pub category: String,
    pub position: Point,
}

/// The reports of a file, and the rows refused.
pub(crate) struct File {
    pub reports: Vec<Report>,
    pub refused: Vec<Refused>,
}

/// Where each column stands in this file.
struct Header {
    report: usize,
    status: usize,
    title: usize,
    category: usize,
    latitude: usize,
    longitude: usize,
}

/// Refuses a file without the columns the mapping names.
pub fn has_its_columns(mapping: &str, csv: &[u8]) -> Result<()> {
    Header::of(csv, &Mapping::read(mapping)?).map(drop)
}

impl Header {
    fn of(bytes: &[u8], mapping: &Mapping) -> Result<Header> {
        let (there, columns) = (Columns::of(bytes)?, &mapping.columns);
        Ok(Header {
            report: there.find(&columns.report)?,
            status: there.find(&columns.status)?,
            title: there.find(&columns.title)?,
            category: there.find(&columns.category)?,
            latitude: there.find(&columns.latitude)?,
            longitude: there.find(&columns.longitude)?,
        })
    }
}

/// Reads the whole file. Only a file without the columns the mapping names is refused as a whole.
pub(crate) fn read(bytes: &[u8], mapping: &Mapping) -> Result<File> {
    let header = Header::of(bytes, mapping)?;
    let sheet = sheet::read(bytes, |row| report(row, &header, mapping))?;
    Ok(File { reports: sheet.rows, refused: sheet.refused })
}

/// Reads one row.
fn report(row: &Row, header: &Header, mapping: &Mapping) -> Result<Report, Wrong> {
    let text = |column: usize, most: usize| cell(row, column, most);
    let id = text(header.report, 100)?;
    if id.is_empty() {
        return Err((header.report, NO_NUMBER.into()));
    }
    let status = text(header.status, 100)?;
    let Some(standing) = mapping.status.get(&status) else {
        let known: Vec<&str> = mapping.status.keys().map(String::as_str).collect();
        return Err((header.status, format!("\"{status}\" is not one of {}", known.join(", "))));
    };
    let title = text(header.title, 2000)?;
    if title.is_empty() {
        return Err((header.title, "is empty".into()));
    }
    let degrees = |column: usize| {
        let typed = row[column].trim();
        typed.parse::<f64>().map_err(|_| (column, format!("\"{typed}\" is not a number of degrees")))
    };
    let (latitude, longitude) = (degrees(header.latitude)?, degrees(header.longitude)?);
    let position = Point::new(latitude, longitude).map_err(|cause| match cause {
        places::PointError::Latitude => (header.latitude, cause.to_string()),
        places::PointError::Longitude => (header.longitude, cause.to_string()),
    })?;
    Ok(Report {
        id,
        closed: *standing == Standing::Closed,
        title: shortened(&title),
        category: text(header.category, 200)?,
        position,
    })
}

#[cfg(test)]
#[path = "rows_tests.rs"]
mod tests;
