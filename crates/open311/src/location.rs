//! Where a report is: a position, or an address in words.

use crate::caller::{Desk, value};
use crate::refusal::{Refusal, Wrong};
use kit::App;
use kit::form::{self, Form};
use places::{Point, Postcode};
use services::{Answer, Context, Place, Question};

/// The longest address in characters.
const LONGEST: usize = 200;

/// Where a report is said to be.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Location {
    point: Option<Point>,
    /// The address in words; may be empty.
    pub address: String,
}

/// Reads it; nothing where it is wrong, which is noted. A number of an address in somebody's list (`address_id`) says nothing here.
pub(crate) fn read(app: &App, sent: &Form, wrong: &mut Wrong) -> Result<Option<Location>, Refusal> {
    let before = wrong.count();
    let said = (value(sent, "lat"), value(sent, "long"));
    let degrees = |wrong: &mut Wrong, (name, text): (&str, Option<&str>), most: f64| {
        let read = text.map(|text| match text.parse::<f64>() {
            Ok(degrees) if degrees.abs() <= most => Ok(degrees),
            _ => Err(Refusal::value(app, "open311-error-degrees", name)),
        });
        wrong.note(read.transpose()).map(Option::flatten)
    };
    let latitude = degrees(wrong, ("lat", said.0), 90.0)?;
    let longitude = degrees(wrong, ("long", said.1), 180.0)?;
    let alone = match said {
        (Some(_), None) => Some("long"),
        (None, Some(_)) => Some("lat"),
        _ => None,
    };
    if let Some(name) = alone {
        wrong.note::<()>(Err(Refusal::value(app, "open311-error-missing", name)))?;
    }
    let address = match value(sent, "address_string") {
        None => Ok(String::new()),
        Some(text) => form::line(text, LONGEST).map_err(|fault| Refusal::fault(app, fault, "address_string")),
    };
    let address = wrong.note(address)?.unwrap_or_default();
    let point = latitude.zip(longitude).and_then(|(latitude, longitude)| Point::new(latitude, longitude).ok());
    if point.is_none() && address.is_empty() && wrong.count() == before {
        let key = if value(sent, "address_id").is_some() { "open311-error-address-id" } else { "open311-error-where" };
        wrong.note::<()>(Err(Refusal::bad(app, key)))?;
    }
    Ok((wrong.count() == before).then_some(Location { point, address }))
}

impl Location {
    /// The place, for a service with this question of where, if it has one. A position belongs to the ward of the nearest
    /// postcode, as far away as the rules of the import say; an address is read as the form reads it.
    pub fn place(
        &self,
        desk: &Desk,
        question: Option<&Question>,
        context: &Context<'_>,
    ) -> Result<Option<Place>, services::FieldError> {
        if let Some(point) = self.point {
            let found = cases::import::place(context, point, desk.mapping.nearest_within);
            // Where no postcode is near, it is in nobody's area we know.
            let inside = found.inside.or((!context.postcodes.is_empty()).then_some(false));
            return Ok(Some(Place { street: self.address.clone(), exact: true, inside, ..found }));
        }
        let Some(question) = question else { return Ok(None) };
        let field = |part: &str| format!("{}-{part}", question.id);
        let (street, postcode) = apart(&self.address);
        let form = Form::empty().fill(&field("street"), street).fill(&field("postcode"), postcode);
        // Another system asks nobody to think again: a street is taken as it is.
        Ok(match question.read(&form.fill(&field("anywhere"), "yes"), context)? {
            Some(Answer::Place(place)) => Some(place),
            _ => None,
        })
    }

    /// The postal address, for a question of that type.
    pub fn fill_address(&self, question: &str) -> Form {
        let (street, postcode) = apart(&self.address);
        let parts: Vec<&str> = street.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
        let (first, rest) = parts.split_first().map_or(("", &[][..]), |(first, rest)| (*first, rest));
        let (town, middle) = rest.split_last().map_or(("", &[][..]), |(last, middle)| (*last, middle));
        let field = |part: &str| format!("{question}-{part}");
        Form::empty()
            .fill(&field("line1"), first)
            .fill(&field("line2"), middle.join(", "))
            .fill(&field("town"), town)
            .fill(&field("postcode"), postcode)
    }
}

/// An address without the postcode at its end, and that postcode; empty where there is none.
fn apart(address: &str) -> (String, String) {
    let words: Vec<&str> = address.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    for count in [2, 1] {
        let Some(last) = words.len().checked_sub(count).map(|from| words[from..].join(" ")) else { continue };
        if let Ok(postcode) = Postcode::parse(&last) {
            let ends = words[words.len() - count];
            let rest = address.rfind(ends).map_or(address, |at| &address[..at]);
            return (rest.trim_end_matches([' ', ',']).to_owned(), postcode.as_str().to_owned());
        }
    }
    (address.to_owned(), String::new())
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn a_postcode_at_the_end_is_taken_off() {
        for (address, street, postcode) in [
            ("12 Mill Road, Cambridge CB1 2AB", "12 Mill Road, Cambridge", "CB1 2AB"),
            ("12 Mill Road, CB12AB", "12 Mill Road", "CB1 2AB"),
            ("CB1 2AB", "", "CB1 2AB"),
            ("Mill Road", "Mill Road", ""),
            ("", "", ""),
        ] {
            assert_eq!(apart(address), (street.to_owned(), postcode.to_owned()), "{address}");
        }
    }
}
