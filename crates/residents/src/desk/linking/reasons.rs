//! A score in words: what two records have in each field, how well it agrees, and what that is worth.

use crate::linking::details::Details;
use crate::linking::score::{Reach, Score};
use kit::Lang;
use kit::page::Frame;
use linkage::{Field, Level, Weight};

/// One field of a pair.
pub struct Reason {
    /// What is compared.
    pub field: String,
    /// What the two records say.
    pub values: [String; 2],
    /// How well that agrees.
    pub agrees: String,
    /// How much that counts, in words.
    pub counts: String,
    /// The same as a number of doublings of the odds.
    pub points: String,
}

/// The fields that are shown, and what each record says there.
pub(super) type Shown = (Field, &'static str, fn(&Details) -> &str);

pub(super) const SHOWN: [Shown; 7] = [
    (Field::GivenName, "given", |one| &one.given),
    (Field::Surname, "surname", |one| &one.surname),
    (Field::DateOfBirth, "born", |one| &one.born),
    (Field::StreetNumber, "house", |one| &one.house),
    (Field::Address1, "street", |one| &one.street),
    (Field::Suburb, "town", |one| &one.town),
    (Field::Postcode, "postcode", |one| &one.postcode),
];
/// Of these nothing is shown or compared where one has a safe address.
const FIRST_OF_HOME: usize = 3;

/// A number of doublings, with its sign.
pub fn points(bits: f64) -> String {
    match (bits * 10.0).round() / 10.0 {
        0.0 => "0".into(),
        some => format!("{some:+.1}").replace('-', "\u{2212}"),
    }
}

fn counts(frame: &Frame, bits: f64) -> String {
    let how = match bits {
        bits if bits >= 8.0 => "strongly-for",
        bits if bits >= 3.0 => "for",
        bits if bits >= 0.5 => "little-for",
        bits if bits > -0.5 => "nothing",
        bits if bits > -3.0 => "little-against",
        bits if bits > -8.0 => "against",
        _ => "strongly-against",
    };
    frame.t(&format!("residents-desk-linking-counts-{how}")).to_owned()
}

pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::Exact => "exact",
        Level::Nickname => "nickname",
        Level::Close => "close",
        Level::Beginning => "beginning",
        Level::DayMonthExchanged => "day-month",
        Level::Similar => "similar",
        Level::TwoParts => "two-parts",
        Level::AsWritten => "as-written",
        Level::Exchanged => "exchanged",
        Level::Far => "far",
        Level::Elsewhere => "elsewhere",
        Level::Missing => "missing",
    }
}

fn reach(reach: Reach) -> &'static str {
    match reach {
        Reach::Same => "exact",
        Reach::Mistyped => "mistyped",
        Reach::Mailbox => "mailbox",
        Reach::Different => "other",
        Reach::Missing => "missing",
    }
}

/// Every field, in the order of a record; then what is taken off or given back for all of them together.
pub fn reasons(frame: &Frame, (a, b): (&Details, &Details), score: &Score, guarded: bool) -> Vec<Reason> {
    let weight = |field: Field| score.explanation.weights.iter().find(|weight| weight.field == field);
    let worth = |weight: &Weight| weight.level_bits + weight.term_frequency_bits;
    let reason = |name: &str, values: [&str; 2], agrees: &str, bits: f64| Reason {
        field: frame.t(&format!("residents-desk-linking-field-{name}")).to_owned(),
        values: values.map(|value| shown(name, value)),
        agrees: frame.t(&format!("residents-desk-linking-agrees-{agrees}")).to_owned(),
        counts: counts(frame, bits),
        points: points(bits),
    };
    let mut all = Vec::new();
    let fields = if guarded { &SHOWN[..FIRST_OF_HOME] } else { &SHOWN[..] };
    for (field, name, value) in fields {
        if let Some(weight) = weight(*field) {
            all.push(reason(name, [value(a), value(b)], level(weight.level), worth(weight)));
        }
        if let (Field::Surname, Some(order)) = (field, weight(Field::NameOrder))
            && order.level == Level::Exchanged
        {
            all.push(reason("order", ["", ""], level(order.level), worth(order)));
        }
    }
    if !guarded {
        all.push(reason("email", [&a.email, &b.email], reach(score.email.0), score.email.1));
        all.push(reason("phone", [&a.phone, &b.phone], reach(score.phone.0), score.phone.1));
    }
    let whole = [
        ("prior", score.explanation.prior_bits),
        ("moved", score.explanation.moved_bits),
        ("nearby", score.explanation.nearby_bits),
    ];
    for (name, bits) in whole.into_iter().filter(|(_, bits)| bits.abs() >= 0.05) {
        all.push(reason(name, ["", ""], name, bits));
    }
    all
}

fn shown(name: &str, value: &str) -> String {
    match value.parse() {
        Ok(day) if name == "born" => Lang::EN.civil(day),
        _ => value.to_owned(),
    }
}
