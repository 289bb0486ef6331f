//! Reading the rows of a file. A row that cannot be read is refused with its line, column and reason; the rest goes in.

use super::mapping::{Mapping, Standing};
use kit::form::{Fault, line};
use kit::{Error, Result};
use places::Point;
use services::shortened;
use std::fmt;

/// A report as the file has it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Report {
    pub id: String,
    pub closed: bool,
    pub title: String,
    pub category: String,
    pub position: Point,
}

/// A row that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The line of the file it begins on, from 1.
    pub line: u64,
    /// The column.
    pub column: String,
    /// Why.
    pub reason: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.reason)
    }
}

/// The reports of a file, and the rows refused.
pub(crate) struct File {
    pub reports: Vec<Report>,
    pub refused: Vec<Refused>,
}

/// Where each column stands in this file.
struct Header {
    names: Vec<String>,
    report: usize,
    status: usize,
    title: usize,
    category: usize,
    latitude: usize,
    longitude: usize,
}

/// Refuses a file without the columns the mapping names.
pub fn has_its_columns(mapping: &str, csv: &[u8]) -> Result<()> {
    let bytes = csv.strip_prefix("\u{feff}".as_bytes()).unwrap_or(csv);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    Header::read(&mut reader, &Mapping::read(mapping)?).map(drop)
}

impl Header {
    fn read(reader: &mut csv::Reader<&[u8]>, mapping: &Mapping) -> Result<Header> {
        let names = reader.headers().map_err(Error::internal)?.iter().map(|name| name.trim().to_owned()).collect();
        Header::of(names, mapping)
    }

    /// What a column is called: by its number where the first line has no name for it.
    fn name(&self, column: usize) -> String {
        let name = self.names.get(column).filter(|name| !name.is_empty());
        name.cloned().unwrap_or_else(|| (column + 1).to_string())
    }

    fn of(names: Vec<String>, mapping: &Mapping) -> Result<Header> {
        if names.is_empty() {
            return Err(Error::internal("the file is empty; its first line names the columns"));
        }
        let find = |name: &str| {
            let missing = || Error::internal(format!("the file has no column {name}; it has {}", names.join(", ")));
            names.iter().position(|column| column == name).ok_or_else(missing)
        };
        let columns = &mapping.columns;
        Ok(Header {
            report: find(&columns.report)?,
            status: find(&columns.status)?,
            title: find(&columns.title)?,
            category: find(&columns.category)?,
            latitude: find(&columns.latitude)?,
            longitude: find(&columns.longitude)?,
            names,
        })
    }
}

/// Counts lines as an editor does. The reader of CSV ends a row at a carriage return and counts lines at line feeds, so in
/// a file with both it is one behind; and it begins anew after a stray quotation mark.
struct Lines<'a> {
    bytes: &'a [u8],
    /// Everything before this byte has been counted.
    at: usize,
    /// The line that byte is on.
    line: u64,
}

impl Lines<'_> {
    /// The line a row begins on, from 1. Rows come in their order.
    fn of(&mut self, begins: usize) -> u64 {
        while let Some(byte) = self.bytes.get(self.at)
            && (self.at < begins || matches!(byte, b'\r' | b'\n'))
        {
            self.line += u64::from(*byte == b'\n');
            self.at += 1;
        }
        self.line
    }
}

/// Lines after the first of a row that are tried by themselves.
const LOOKED_AT: usize = 20;

/// One row as it stands in the file, possibly over several lines.
struct Span<'a> {
    raw: &'a [u8],
    /// Whether nothing follows it.
    last: bool,
}

impl<'a> Span<'a> {
    /// The row between two bytes of the file, without the ends of lines around it, and the byte it begins at.
    fn of(bytes: &'a [u8], from: usize, to: usize) -> (usize, Span<'a>) {
        let ends = |byte: &&u8| matches!(byte, b'\r' | b'\n');
        let whole = &bytes[from..to];
        let begins = from + whole.iter().take_while(ends).count();
        let raw = bytes[begins..to].trim_ascii_end();
        (begins, Span { raw, last: to == bytes.len() })
    }

    /// The bytes of its first line, with its end; `None` where it has no other.
    fn first_line(&self) -> Option<usize> {
        Some(self.raw.iter().position(|byte| *byte == b'\n')? + 1)
    }

    /// Whether a line after the first is a good row by itself: then a stray quotation mark swallowed it.
    fn swallowed(&self, header: &Header, mapping: &Mapping) -> bool {
        let good = |line: &[u8]| {
            let mut row = csv::ByteRecord::new();
            let read = plain(line).read_byte_record(&mut row);
            read.is_ok_and(|there| there) && text(row).and_then(|row| report(&row, header, mapping)).is_ok()
        };
        self.raw.split(|byte| *byte == b'\n').skip(1).take(LOOKED_AT).any(good)
    }

    /// Why a row that swallowed others cannot be read.
    fn stray(&self, line: u64) -> String {
        let more = [self.raw, b"\nx".as_slice()].concat();
        if self.last && plain(&more).into_byte_records().count() == 1 {
            return format!("a quotation mark opens on line {line} and is never closed");
        }
        let until = line + self.raw.iter().filter(|byte| **byte == b'\n').count() as u64;
        format!("a quotation mark opens on line {line} and closes only on line {until}")
    }
}

/// A reader of rows without a line of names.
fn plain(bytes: &[u8]) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(bytes)
}

fn place(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

/// Reads the whole file. Only a file without the columns the mapping names is refused as a whole.
pub(crate) fn read(bytes: &[u8], mapping: &Mapping) -> Result<File> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let header = Header::read(&mut reader, mapping)?;
    let mut file = File { reports: Vec::new(), refused: Vec::new() };
    let mut from = place(reader.position().byte());
    let mut lines = Lines { bytes, at: 0, line: 1 };
    let mut row = csv::ByteRecord::new();
    let mut reader = plain(&bytes[from..]);
    loop {
        let before = place(reader.position().byte());
        if !reader.read_byte_record(&mut row).map_err(Error::internal)? {
            return Ok(file);
        }
        let (begins, span) = Span::of(bytes, from + before, from + place(reader.position().byte()));
        let line = lines.of(begins);
        let column = |column: usize| header.name(column);
        if let Some(first) = span.first_line().filter(|_| span.swallowed(&header, mapping)) {
            let runs_on = row.iter().position(|field| field.contains(&b'\n')).unwrap_or_default();
            file.refused.push(Refused { line, column: column(runs_on), reason: span.stray(line) });
            // The lines it swallowed are read for themselves.
            from = begins + first;
            reader = plain(&bytes[from..]);
            continue;
        }
        match text(row.clone()).and_then(|row| report(&row, &header, mapping)) {
            Ok(report) => file.reports.push(report),
            Err((number, reason)) => file.refused.push(Refused { line, column: column(number), reason }),
        }
    }
}

/// The row as text; bytes that are none are an error in their column, and in their row only.
fn text(row: csv::ByteRecord) -> Result<csv::StringRecord, (usize, String)> {
    csv::StringRecord::from_byte_record(row).map_err(|cause| {
        let fault = cause.utf8_error();
        (fault.field(), format!("byte {} is not UTF-8: save the file as UTF-8", fault.valid_up_to() + 1))
    })
}

/// Reads one row; an error is the number of the column and the reason.
fn report(row: &csv::StringRecord, header: &Header, mapping: &Mapping) -> Result<Report, (usize, String)> {
    if row.len() != header.names.len() {
        let reason = format!("the row has {} columns, the first line {}", row.len(), header.names.len());
        return Err((row.len().min(header.names.len()) - 1, reason));
    }
    let text = |column: usize, most: usize| match line(&row[column], most) {
        Ok(text) => Ok(text),
        Err(Fault::Empty) => Ok(String::new()),
        Err(Fault::TooLong { most }) => Err((column, format!("longer than {most} characters"))),
        Err(Fault::Control) => Err((column, "has control characters".into())),
        Err(Fault::Direction) => Err((column, "has marks that turn the direction of writing".into())),
    };
    let id = text(header.report, 100)?;
    if id.is_empty() {
        return Err((header.report, "is empty, and without it a second import could not tell it is the same".into()));
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
