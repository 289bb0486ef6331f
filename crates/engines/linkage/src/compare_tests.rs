use super::*;
use crate::record::Record;
use crate::store::{Own, Store};

const PERSON: Record<'_> = Record {
    given_name: "William",
    surname: "Testwick",
    date_of_birth: "1984-02-29",
    street_number: "12",
    address_1: "Sample Street",
    address_2: "Example House",
    suburb: "Mockford",
    postcode: "EM1 2AB",
    state: "Eastmere",
};

fn compared(a: &Record<'_>, b: &Record<'_>) -> Comparison {
    let mut store = Store::new();
    let (a, b) = (store.add(a) as usize, store.add(b) as usize);
    let nobody = Own::default();
    compare(store.within(&nobody), &store.records[a], &store.records[b])
}

fn level_of(field: Field, other: &Record<'_>) -> Level {
    let (there, back) = (compared(&PERSON, other), compared(other, &PERSON));
    assert_eq!(there.levels, back.levels, "the same either way round");
    there.levels[field as usize]
}

#[test]
fn names_have_their_levels() {
    for (given_name, expected) in [
        ("WILLIAM", Level::Exact),
        ("Bill", Level::Nickname),
        ("Gwilym", Level::Nickname),
        ("Wiliam", Level::Nickname),
        ("Wililam", Level::Close),
        ("W", Level::Beginning),
        ("Willard", Level::Similar),
        ("Percival", Level::Far),
        (" - ", Level::Missing),
    ] {
        assert_eq!(level_of(Field::GivenName, &Record { given_name, ..PERSON }), expected, "{given_name}");
    }
}

#[test]
fn names_in_each_other_s_place_are_found() {
    let swapped = Record { given_name: "Testwik", surname: "William", ..PERSON };
    assert_eq!(level_of(Field::NameOrder, &swapped), Level::Exchanged);
    let mut levels = [level_of(Field::GivenName, &swapped), level_of(Field::Surname, &swapped)];
    levels.sort_unstable();
    assert_eq!(levels, [Level::Exact, Level::Close]);
    assert_eq!(level_of(Field::NameOrder, &PERSON), Level::AsWritten);
    let stranger = Record { given_name: "Quentin", surname: "Overy", ..PERSON };
    assert_eq!(level_of(Field::NameOrder, &stranger), Level::AsWritten);
    let nameless = Record { given_name: "", surname: "", ..PERSON };
    assert_eq!(level_of(Field::NameOrder, &nameless), Level::Missing);
    let one_name = Record { given_name: "Testwick", surname: "", ..PERSON };
    assert_eq!(level_of(Field::NameOrder, &one_name), Level::Exchanged);
}

#[test]
fn addresses_have_their_levels() {
    let street = |address_1| level_of(Field::Address1, &Record { address_1, address_2: "", ..PERSON });
    assert_eq!(street("samplestreet"), Level::Exact);
    assert_eq!(street("Smaple Stret"), Level::Close);
    assert_eq!(street("Sample St"), Level::Similar);
    assert_eq!(street("Other Lane"), Level::Far);
    let number = |street_number| level_of(Field::StreetNumber, &Record { street_number, ..PERSON });
    assert_eq!(
        [number("12"), number("12a"), number("21"), number("7")],
        [Level::Exact, Level::Close, Level::Close, Level::Far]
    );
    let postcode = |postcode| level_of(Field::Postcode, &Record { postcode, ..PERSON });
    assert_eq!(
        [postcode("em12ab"), postcode("EM1 2AD"), postcode("EM1 2DE"), postcode("ZZ9 8YX")],
        [Level::Exact, Level::Close, Level::Similar, Level::Far]
    );
    let moved = Record { suburb: "Mokford", state: "Westmere", ..PERSON };
    assert_eq!(level_of(Field::Suburb, &moved), Level::Close);
    assert_eq!(level_of(Field::State, &moved), Level::Similar);
}

#[test]
fn a_house_number_is_evidence_only_within_a_street_or_a_postcode() {
    let number = |street_number, address_1, postcode| {
        let other = Record { street_number, address_1, address_2: "", postcode, ..PERSON };
        level_of(Field::StreetNumber, &other)
    };
    for (street, postcode, here) in [
        ("Sample Street", "ZZ9 8YX", true),
        ("Smaple Stret", "ZZ9 8YX", true),
        ("Other Lane", "EM1 2AB", true),
        ("", "EM1 2AB", true),
        ("", "", true),
        ("Other Lane", "ZZ9 8YX", false),
        ("Other Lane", "", false),
        ("", "ZZ9 8YX", false),
    ] {
        let found = [number("12", street, postcode), number("21", street, postcode), number("7", street, postcode)];
        let expected = if here { [Level::Exact, Level::Close, Level::Far] } else { [Level::Elsewhere; 3] };
        assert_eq!(found, expected, "{street}, {postcode}");
    }
    assert_eq!(number("", "Other Lane", "ZZ9 8YX"), Level::Missing);
}

#[test]
fn lines_of_an_address_in_each_other_s_place_are_found() {
    let swapped = Record { address_1: "Example House", address_2: "Sample Stret", ..PERSON };
    assert_eq!(level_of(Field::AddressOrder, &swapped), Level::Exchanged);
    assert_eq!(level_of(Field::AddressOrder, &Record { address_2: "", ..PERSON }), Level::AsWritten);
}

#[test]
fn dates_are_compared_only_where_both_are_dates() {
    let born = |date_of_birth| level_of(Field::DateOfBirth, &Record { date_of_birth, ..PERSON });
    assert_eq!(born("19840229"), Level::Exact);
    assert_eq!(born("19480229"), Level::Close);
    assert_eq!(born("19850229"), Level::Close);
    assert_eq!(born("19930229"), Level::TwoParts);
    assert_eq!(born("31 December"), Level::Missing);
}

#[test]
fn the_more_frequent_value_is_counted() {
    let mut store = Store::new();
    for surname in ["Testwick", "Testwick", "Testwick", "Testwik"] {
        store.add(&Record { surname, ..Record::default() });
    }
    let nobody = Own::default();
    let of = |a: usize, b: usize| {
        compare(store.within(&nobody), &store.records[a], &store.records[b]).counts[Field::Surname as usize]
    };
    assert_eq!((of(0, 1), of(0, 3), of(3, 0)), (3, 3, 3));
}
