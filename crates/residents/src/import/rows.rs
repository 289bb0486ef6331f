//! Reading the rows of a register of people. What is wrong is said without what was written: it is about a person.

use crate::chosen::NAME_MOST;
use crate::desk::LINE;
use crate::desk::born::EARLIEST;
use crate::desk::home::{Postcodes, Whereabouts};
use crate::{Email, Phone};
use jiff::civil::Date;
use kit::app::App;
use kit::sheet::{self, Columns, NO_NUMBER, Row, Sheet, Wrong, cell};
use kit::{Error, Lang, Result};

/// The columns there may be; the first two have to be there.
const COLUMNS: [&str; 11] = [
    "number",
    "name",
    "date of birth",
    "email",
    "phone",
    "house",
    "street",
    "town",
    "postcode",
    "language",
    "safe address",
];
const NEEDED: usize = 2;
const NUMBER_MOST: usize = 100;

/// Somebody as the file has them.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// The register's number for them.
    pub number: String,
    /// What they are called.
    pub name: String,
    /// Date of birth, `YYYY-MM-DD`.
    pub born: Option<String>,
    /// Email address, as written.
    pub email: Option<String>,
    /// Telephone number, as written.
    pub phone: Option<String>,
    /// Where they live.
    pub home: Option<Home>,
    /// The language they are written to in.
    pub lang: Lang,
    /// The address is a safe one.
    pub guarded: bool,
}

/// Where they live, with what is known of the postcode.
#[derive(Debug, Clone, PartialEq)]
pub struct Home {
    /// House number or name, flat.
    pub line1: String,
    /// The street.
    pub street: String,
    /// The town.
    pub town: String,
    /// The postcode, and where it is.
    pub at: Whereabouts,
}

/// Where each of [`COLUMNS`] stands in this file.
struct Header([Option<usize>; COLUMNS.len()]);

impl Header {
    /// A column that is not known is refused: what it says would be lost without a word.
    fn of(columns: &Columns) -> Result<Header> {
        let mut found = [None; COLUMNS.len()];
        for (at, name) in columns.names().iter().enumerate() {
            let known = COLUMNS.iter().position(|known| known.eq_ignore_ascii_case(name));
            let Some(known) = known else {
                let known = COLUMNS.join(", ");
                return Err(Error::internal(format!("the file has a column \"{name}\"; columns can be {known}")));
            };
            if found[known].replace(at).is_some() {
                return Err(Error::internal(format!("the file has two columns {name}")));
            }
        }
        for (name, at) in COLUMNS.iter().zip(found).take(NEEDED) {
            if at.is_none() {
                return Err(Error::internal(format!("the file has no column {name}; only it and name are needed")));
            }
        }
        Ok(Header(found))
    }

    /// Where a column stands; the first for one that is not there, which nothing is wrong with.
    fn at(&self, name: &str) -> usize {
        let known = COLUMNS.iter().position(|known| *known == name);
        known.and_then(|known| self.0[known]).unwrap_or_default()
    }

    /// What a row says in a column; empty where the file has none.
    fn says(&self, row: &Row, name: &str, most: usize) -> Result<String, Wrong> {
        let known = COLUMNS.iter().position(|known| *known == name);
        known.and_then(|known| self.0[known]).map_or_else(|| Ok(String::new()), |at| cell(row, at, most))
    }
}

/// Refuses a file whose first line does not say what its columns are.
pub fn has_its_columns(bytes: &[u8]) -> Result<()> {
    Header::of(&Columns::of(bytes)?).map(drop)
}

/// Reads the whole file; `today` no one was born after.
pub fn read(app: &App, bytes: &[u8], today: Date) -> Result<Sheet<Person>> {
    let (header, postcodes) = (Header::of(&Columns::of(bytes)?)?, app.part::<Postcodes>()?);
    let find = |typed: &str| postcodes.0(app, typed);
    sheet::read(bytes, |row| person(row, &header, today, &find))
}

/// Reads one row.
fn person(
    row: &Row,
    header: &Header,
    today: Date,
    find: &dyn Fn(&str) -> Result<Option<Whereabouts>>,
) -> Result<Person, Wrong> {
    let says = |name: &str| header.says(row, name, LINE);
    let wrong = |name: &str, why: &str| Err((header.at(name), why.to_owned()));
    let number = header.says(row, "number", NUMBER_MOST)?;
    if number.is_empty() {
        return wrong("number", NO_NUMBER);
    }
    let name = header.says(row, "name", NAME_MOST)?;
    if name.is_empty() {
        return wrong("name", "is empty");
    }
    let typed = says("date of birth")?;
    let born = day(&typed).filter(|born| (EARLIEST..=today).contains(born));
    if born.is_none() && !typed.is_empty() {
        return wrong("date of birth", "is no day somebody was born on, like 1970-03-14 or 14/03/1970");
    }
    let email = says("email")?;
    if !email.is_empty() && Email::read(&email).is_err() {
        return wrong("email", "is no email address");
    }
    let phone = says("phone")?;
    if !phone.is_empty() && Phone::read(&phone).is_err() {
        return wrong("phone", "is no telephone number");
    }
    let language = says("language")?;
    let Some(lang) = (if language.is_empty() { Some(Lang::EN) } else { Lang::of(&language.to_lowercase()) }) else {
        let known = Lang::ALL.map(|lang| lang.tag).join(", ");
        return wrong("language", &format!("is none of {known}"));
    };
    let guarded = match says("safe address")?.to_lowercase().as_str() {
        "" | "no" | "n" | "0" | "false" => false,
        "yes" | "y" | "1" | "true" => true,
        // Read as no it would show where somebody is.
        _ => return wrong("safe address", "is neither yes nor no"),
    };
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    let born = born.map(|born| born.to_string());
    let home = home(row, header, find)?;
    Ok(Person { number, name, born, email: some(email), phone: some(phone), home, lang, guarded })
}

/// Where they live: all that the desk asks for, or nothing.
fn home(row: &Row, header: &Header, find: &dyn Fn(&str) -> Result<Option<Whereabouts>>) -> Result<Option<Home>, Wrong> {
    let says = |name: &str| header.says(row, name, LINE);
    let (line1, street, town, postcode) = (says("house")?, says("street")?, says("town")?, says("postcode")?);
    if [&line1, &street, &town, &postcode].iter().all(|part| part.is_empty()) {
        return Ok(None);
    }
    for (name, part) in [("house", &line1), ("town", &town), ("postcode", &postcode)] {
        if part.is_empty() {
            return Err((header.at(name), "is empty, and the rest of the address is not".into()));
        }
    }
    let at = find(&postcode).map_err(|cause| (header.at("postcode"), cause.to_string()))?;
    let at = at.ok_or_else(|| (header.at("postcode"), "is no postcode".to_owned()))?;
    Ok(Some(Home { line1, street, town, at }))
}

/// A day as registers write it: year first, or day first with any sign between.
fn day(typed: &str) -> Option<Date> {
    let parts: Vec<&str> = typed.split(['-', '/', '.', ' ']).collect();
    let [first, month, last] = parts[..] else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
#[path = "rows_tests.rs"]
mod tests;
