//! A file of rows as other systems and spreadsheets write it (CSV): a row that cannot be read is refused with its line, column and
//! reason; the rest goes in.

use crate::form::{Fault, line};
use crate::{Error, Result};
use std::fmt;

/// A row as text.
pub use csv::StringRecord as Row;

/// What is wrong with a row: the number of the column, and why.
pub type Wrong = (usize, String);

/// Why a row without the number its system gave it cannot be brought in.
pub const NO_NUMBER: &str = "is empty, and without it a second import could not tell it is the same";

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

/// The rows of a file, and those refused.
pub struct Sheet<R> {
    /// What was read of each row, in the order of the file.
    pub rows: Vec<R>,
    /// Rows that could not be read.
    pub refused: Vec<Refused>,
}

/// The columns of a file, as its first line names them.
pub struct Columns(Vec<String>);

impl Columns {
    /// Those of this file; a file without a first line is refused.
    pub fn of(bytes: &[u8]) -> Result<Columns> {
        Columns::read(&mut csv::ReaderBuilder::new().flexible(true).from_reader(unmarked(bytes)))
    }

    fn read(reader: &mut csv::Reader<&[u8]>) -> Result<Columns> {
        let names: Vec<String> =
            reader.headers().map_err(Error::internal)?.iter().map(|name| name.trim().to_owned()).collect();
        if names.is_empty() {
            return Err(Error::internal("the file is empty; its first line names the columns"));
        }
        Ok(Columns(names))
    }

    /// Their names, as written.
    pub fn names(&self) -> &[String] {
        &self.0
    }

    /// The number of the column with this name.
    pub fn find(&self, name: &str) -> Result<usize> {
        let missing = || Error::internal(format!("the file has no column {name}; it has {}", self.0.join(", ")));
        self.0.iter().position(|column| column == name).ok_or_else(missing)
    }

    /// What a column is called: by its number where the first line has no name for it.
    fn name(&self, column: usize) -> String {
        let name = self.0.get(column).filter(|name| !name.is_empty());
        name.cloned().unwrap_or_else(|| (column + 1).to_string())
    }
}

/// Spreadsheets put a mark of the encoding before the first line.
fn unmarked(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes)
}

/// What one cell says in one line, empty where it says nothing.
pub fn cell(row: &Row, column: usize, most: usize) -> Result<String, Wrong> {
    match line(&row[column], most) {
        Ok(text) => Ok(text),
        Err(Fault::Empty) => Ok(String::new()),
        Err(Fault::TooLong { most }) => Err((column, format!("longer than {most} characters"))),
        Err(Fault::Control) => Err((column, "has control characters".into())),
        Err(Fault::Direction) => Err((column, "has marks that turn the direction of writing".into())),
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
    fn swallowed(&self, is_good: impl Fn(csv::ByteRecord) -> bool) -> bool {
        let good = |line: &[u8]| {
            let mut row = csv::ByteRecord::new();
            let read = plain(line).read_byte_record(&mut row);
            read.is_ok_and(|there| there) && is_good(row)
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

/// Reads the whole file, each row as `read` says. Only a file without a first line is refused as a whole.
pub fn read<R>(bytes: &[u8], read: impl Fn(&Row) -> Result<R, Wrong>) -> Result<Sheet<R>> {
    let bytes = unmarked(bytes);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let columns = Columns::read(&mut reader)?;
    let one = |row: csv::ByteRecord| text(row).and_then(|row| whole(row, &columns)).and_then(|row| read(&row));
    let mut sheet = Sheet { rows: Vec::new(), refused: Vec::new() };
    let mut from = place(reader.position().byte());
    let mut lines = Lines { bytes, at: 0, line: 1 };
    let mut row = csv::ByteRecord::new();
    let mut reader = plain(&bytes[from..]);
    loop {
        let before = place(reader.position().byte());
        if !reader.read_byte_record(&mut row).map_err(Error::internal)? {
            return Ok(sheet);
        }
        let (begins, span) = Span::of(bytes, from + before, from + place(reader.position().byte()));
        let line = lines.of(begins);
        if let Some(first) = span.first_line().filter(|_| span.swallowed(|row| one(row).is_ok())) {
            let runs_on = row.iter().position(|field| field.contains(&b'\n')).unwrap_or_default();
            sheet.refused.push(Refused { line, column: columns.name(runs_on), reason: span.stray(line) });
            // The lines it swallowed are read for themselves.
            from = begins + first;
            reader = plain(&bytes[from..]);
            continue;
        }
        match one(row.clone()) {
            Ok(read) => sheet.rows.push(read),
            Err((number, reason)) => sheet.refused.push(Refused { line, column: columns.name(number), reason }),
        }
    }
}

/// The row, where it has as many columns as the first line.
fn whole(row: Row, columns: &Columns) -> Result<Row, Wrong> {
    if row.len() != columns.0.len() {
        let reason = format!("the row has {} columns, the first line {}", row.len(), columns.0.len());
        return Err((row.len().min(columns.0.len()) - 1, reason));
    }
    Ok(row)
}

/// The row as text; bytes that are none are an error in their column, and in their row only.
fn text(row: csv::ByteRecord) -> Result<Row, Wrong> {
    Row::from_byte_record(row).map_err(|cause| {
        let fault = cause.utf8_error();
        (fault.field(), format!("byte {} is not UTF-8: save the file as UTF-8", fault.valid_up_to() + 1))
    })
}
