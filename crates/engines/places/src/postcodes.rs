//! The table of postcodes with their position, council and ward.

use crate::{Point, PointIndex, Postcode};
use std::collections::HashMap;

/// A council or a ward: its official code and name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Area {
    /// The nine-character code of the Office for National Statistics.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// One postcode of the table and where it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place<'a> {
    /// The postcode.
    pub postcode: &'a Postcode,
    /// Its position.
    pub point: Point,
    /// The council it is in.
    pub council: &'a Area,
    /// The ward it is in.
    pub ward: &'a Area,
}

/// Whose area a point is in, judged by the nearest postcode.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Whose<'a> {
    /// In the council asked about: its nearest postcode is theirs and near enough.
    Ours {
        /// The nearest postcode.
        place: Place<'a>,
        /// How far away it is.
        metres: f64,
    },
    /// In another council of the table.
    Theirs {
        /// The nearest postcode.
        place: Place<'a>,
        /// How far away it is.
        metres: f64,
    },
    /// Farther than the limit from every postcode of the table: nobody we know.
    Unknown,
}

/// What is wrong with a table of postcodes, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct TableError {
    /// The line of the file, from 1.
    pub line: u64,
    /// What is wrong, in words.
    pub reason: String,
}

/// Postcodes with position, council and ward, looked up by postcode or by nearness.
#[derive(Debug, Clone, Default)]
pub struct Postcodes {
    rows: Vec<Row>,
    areas: Vec<Area>,
    by_postcode: HashMap<Postcode, u32>,
    index: PointIndex,
}

#[derive(Debug, Clone)]
struct Row {
    postcode: Postcode,
    point: Point,
    council: u32,
    ward: u32,
}

const COLUMNS: [&str; 7] = ["postcode", "latitude", "longitude", "lad_code", "lad_name", "ward_code", "ward_name"];

impl Postcodes {
    /// Reads `postcode,latitude,longitude,lad_code,lad_name,ward_code,ward_name` with that
    /// heading. A postcode listed twice is refused.
    pub fn parse(text: &str) -> Result<Postcodes, TableError> {
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let heading = reader.headers().map_err(|error| wrong(1, error))?;
        if !heading.iter().eq(COLUMNS) {
            return Err(wrong(1, format!("the heading must be {}", COLUMNS.join(","))));
        }
        let mut areas = Areas::default();
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| wrong(error.position().map_or(0, csv::Position::line), error))?;
            let line = record.position().map_or(0, csv::Position::line);
            rows.push(read_row(&record, &mut areas).map_err(|reason| wrong(line, reason))?);
        }
        Postcodes::from_rows(rows, areas.list)
    }

    fn from_rows(mut rows: Vec<Row>, areas: Vec<Area>) -> Result<Postcodes, TableError> {
        rows.sort_by(|a, b| a.postcode.cmp(&b.postcode));
        if let Some(pair) = rows.windows(2).find(|pair| pair[0].postcode == pair[1].postcode) {
            return Err(wrong(0, format!("{} is listed twice", pair[0].postcode)));
        }
        let points: Vec<Point> = rows.iter().map(|row| row.point).collect();
        let by_postcode = rows.iter().map(|row| row.postcode.clone()).zip(0u32..).collect();
        Ok(Postcodes { index: PointIndex::new(&points), rows, areas, by_postcode })
    }

    /// How many postcodes the table has.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether the table is empty.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Every postcode, in alphabetical order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Place<'_>> {
        self.rows.iter().map(|row| self.place(row))
    }

    /// Where a postcode is, if the table has it.
    pub fn find(&self, postcode: &Postcode) -> Option<Place<'_>> {
        let row = *self.by_postcode.get(postcode)?;
        Some(self.place(&self.rows[row as usize]))
    }

    /// The postcode nearest to a point and its distance in metres; of several at one position,
    /// the first in the alphabet.
    pub fn nearest(&self, point: Point) -> Option<(Place<'_>, f64)> {
        let (row, metres) = self.index.nearest(point)?;
        Some((self.place(&self.rows[row]), metres))
    }

    /// Whether a point belongs to the council with this code: the nearest postcode is one of
    /// its own and at most `limit` metres away.
    pub fn whose(&self, council: &str, point: Point, limit: f64) -> Whose<'_> {
        match self.nearest(point) {
            Some((place, metres)) if metres <= limit => {
                if place.council.code == council {
                    Whose::Ours { place, metres }
                } else {
                    Whose::Theirs { place, metres }
                }
            }
            _ => Whose::Unknown,
        }
    }

    /// The wards of a council, by name.
    pub fn wards(&self, council: &str) -> Vec<&Area> {
        let mut wards: Vec<u32> = self
            .rows
            .iter()
            .filter(|row| self.areas[row.council as usize].code == council)
            .map(|row| row.ward)
            .collect();
        wards.sort_unstable();
        wards.dedup();
        let mut wards: Vec<&Area> = wards.iter().map(|ward| &self.areas[*ward as usize]).collect();
        wards.sort_by(|a, b| a.name.cmp(&b.name).then(a.code.cmp(&b.code)));
        wards
    }

    fn place<'a>(&'a self, row: &'a Row) -> Place<'a> {
        Place {
            postcode: &row.postcode,
            point: row.point,
            council: &self.areas[row.council as usize],
            ward: &self.areas[row.ward as usize],
        }
    }
}

/// Areas met so far, each kept once.
#[derive(Default)]
struct Areas {
    list: Vec<Area>,
    known: HashMap<Area, u32>,
}

impl Areas {
    fn number(&mut self, code: &str, name: &str) -> u32 {
        let area = Area { code: code.to_owned(), name: name.to_owned() };
        *self.known.entry(area).or_insert_with_key(|area| {
            self.list.push(area.clone());
            self.list.len() as u32 - 1
        })
    }
}

fn read_row(record: &csv::StringRecord, areas: &mut Areas) -> Result<Row, String> {
    let cell = |column: usize| record.get(column).unwrap_or_default().trim();
    let number = |column: usize| {
        cell(column).parse::<f64>().map_err(|_| format!("{} \"{}\" is not a number", COLUMNS[column], cell(column)))
    };
    for column in [3, 4, 5, 6] {
        if cell(column).is_empty() {
            return Err(format!("{} is empty", COLUMNS[column]));
        }
    }
    Ok(Row {
        postcode: Postcode::parse(cell(0)).map_err(|error| format!("postcode \"{}\": {error}", cell(0)))?,
        point: Point::new(number(1)?, number(2)?).map_err(|error| error.to_string())?,
        council: areas.number(cell(3), cell(4)),
        ward: areas.number(cell(5), cell(6)),
    })
}

fn wrong(line: u64, reason: impl ToString) -> TableError {
    TableError { line, reason: reason.to_string() }
}
