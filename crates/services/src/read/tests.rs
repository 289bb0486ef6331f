//! What people type, and what becomes of it.

use super::*;
use crate::answers::Place;
use crate::model::{DateLimit, Unit};
use jiff::civil::date;

const POSTCODES: &str = "postcode,latitude,longitude,lad_code,lad_name,ward_code,ward_name
EM1 1AA,52.2000,0.1000,E01,Eastmere,W01,Market
EM1 1AB,52.2010,0.1010,E01,Eastmere,W02,Castle
WM1 1AA,52.3000,0.3000,E02,Westmere,W09,Weir
";
const ROADS: &str = r#"
[[road]]
id = "a14"
name = "A14"
responsible = "National Highways"
contact = "0300 123 5000"
metres = 30
points = [[52.2200, 0.1000], [52.2200, 0.1200]]
"#;

/// Reads one question from form fields; the error as its field and key.
fn read(kind: Kind, required: bool, fields: &[(&str, &str)]) -> Result<Option<Answer>, (String, &'static str)> {
    let postcodes = places::Postcodes::parse(POSTCODES).expect("a table");
    let roads = places::Roads::parse(ROADS).expect("roads");
    let context = Context { today: date(2026, 11, 23), council: "E01", postcodes: &postcodes, roads: &roads };
    let form = fields.iter().fold(Form::empty(), |form, (name, value)| form.fill(name, *value));
    question(kind, required).read(&form, &context).map_err(|error| (error.field, error.key))
}

fn question(kind: Kind, required: bool) -> Question {
    let at = crate::mistake::At::default();
    Question { id: "q".into(), kind, required, sensitive: false, autocomplete: None, page: 0, show: None, at }
}

fn text(max_length: usize) -> Kind {
    Kind::Text { max_length, pattern: vec![] }
}

fn refused<T>(field: &str, key: &'static str) -> Result<T, (String, &'static str)> {
    Err((field.to_owned(), key))
}

/// A sample of every kind of question with the field text goes in.
fn every_kind() -> Vec<(Kind, &'static str)> {
    let options = vec!["a".to_owned(), "b".to_owned()];
    vec![
        (text(50), "q"),
        (Kind::LongText { max_length: 50 }, "q"),
        (Kind::Choice { options: options.clone() }, "q"),
        (Kind::Choices { options, exclusive: None }, "q"),
        (Kind::YesNo, "q"),
        (Kind::Date { min: None, max: None }, "q-day"),
        (Kind::Date { min: None, max: None }, "q"),
        (Kind::Number { min: None, max: None }, "q"),
        (Kind::Money { min: None, max: None }, "q"),
        (Kind::Email, "q"),
        (Kind::Phone, "q"),
        (Kind::PersonName, "q"),
        (Kind::Postcode, "q"),
        (Kind::Plate, "q"),
        (Kind::Address, "q-line1"),
        (Kind::Place, "q-street"),
    ]
}

#[test]
fn nothing_typed_is_missing_only_where_an_answer_is_needed() {
    for (kind, field) in every_kind() {
        for typed in ["", "   "] {
            assert_eq!(read(kind.clone(), false, &[(field, typed)]), Ok(None), "{kind:?}");
            let error = read(kind.clone(), true, &[(field, typed)]).expect_err("something is needed");
            assert!(error.1.starts_with("services-error-missing"), "{kind:?}: {error:?}");
        }
    }
}

#[test]
fn a_megabyte_control_characters_and_direction_marks_are_refused_in_every_field() {
    let megabyte = "x".repeat(1 << 20);
    for (kind, field) in every_kind() {
        for bad in [megabyte.as_str(), "a\u{0}b", "a\u{7}b", "abc\u{202e}fdp", "\u{2067}12"] {
            let error = read(kind.clone(), true, &[(field, bad)]);
            assert!(error.is_err(), "{kind:?} took {:?}", bad.chars().take(9).collect::<String>());
        }
    }
    assert_eq!(read(text(50), true, &[("q", "a\u{0}b")]), refused("q", "services-error-control"));
    assert_eq!(read(text(50), true, &[("q", "abc\u{202e}fdp")]), refused("q", "services-error-direction"));
    assert_eq!(read(text(50), true, &[("q", &megabyte)]), refused("q", "services-error-too-long"));
}

#[test]
fn ordinary_text_of_any_script_is_kept_and_code_is_only_text() {
    for typed in ["Llanfairpwll", "شارع السوق", "O'Brien <b>1 & 2</b>", "'; DROP TABLE cases; --"] {
        let wanted = Ok(Some(Answer::Text(typed.to_owned())));
        assert_eq!(read(text(50), true, &[("q", &format!("  {typed}  "))]), wanted);
    }
}

#[test]
fn shapes_forgive_spaces_and_capitals() {
    let kind = || Kind::Text { max_length: 20, pattern: vec!["AA99 AAA".into(), "999999999".into()] };
    assert_eq!(read(kind(), true, &[("q", "ab12cde")]), Ok(Some(Answer::Text("AB12 CDE".into()))));
    assert_eq!(read(kind(), true, &[("q", "123 456 789")]), Ok(Some(Answer::Text("123456789".into()))));
    assert_eq!(read(kind(), true, &[("q", "1234567890")]), refused("q", "services-error-pattern"));
}

#[test]
fn only_options_of_the_question_are_taken() {
    let options = vec!["a".to_owned(), "b".to_owned(), "none".to_owned()];
    let choice = Kind::Choice { options: options.clone() };
    let choices = Kind::Choices { options, exclusive: Some("none".into()) };
    assert_eq!(read(choice.clone(), true, &[("q", "b")]), Ok(Some(Answer::Choice("b".into()))));
    assert_eq!(read(choice, true, &[("q", "c")]), refused("q", "services-error-not-known"));
    let both = Ok(Some(Answer::Choices(vec!["a".into(), "b".into()])));
    assert_eq!(read(choices.clone(), true, &[("q", "b"), ("q", "a"), ("q", "b")]), both);
    assert_eq!(read(choices.clone(), true, &[("q", "a"), ("q", "x")]), refused("q", "services-error-not-known"));
    assert_eq!(read(choices, true, &[("q", "a"), ("q", "none")]), refused("q", "services-error-exclusive"));
}

#[test]
fn days_are_read_however_they_are_written() {
    let any = || Kind::Date { min: None, max: None };
    let wanted = Ok(Some(Answer::Date(date(2026, 3, 1))));
    let parts = |d, m, y| [("q-day", d), ("q-month", m), ("q-year", y)];
    for (d, m, y) in [
        ("1", "3", "2026"),
        (" 01 ", "03", "2026"),
        ("1st", "March", "2026"),
        ("1", "mar", "2026"),
        ("1af", "Mawrth", "2026"),
        ("١", "مارس", "٢٠٢٦"),
    ] {
        assert_eq!(read(any(), true, &parts(d, m, y)), wanted, "{d} {m} {y}");
    }
    for whole in ["1/3/2026", "2026-03-01", "1st March 2026", "1st of March, 2026", "01.03.2026"] {
        assert_eq!(read(any(), true, &[("q", whole)]), wanted, "{whole}");
    }
    for (d, m, y, field, key) in [
        ("31", "2", "2026", "q-day", "services-error-date-unreal"),
        ("29", "2", "2027", "q-day", "services-error-date-unreal"),
        ("0", "1", "2026", "q-day", "services-error-date-unreal"),
        ("1", "13", "2026", "q-day", "services-error-date-unreal"),
        ("1", "Smarch", "2026", "q-month", "services-error-date-unreal"),
        ("", "3", "2026", "q-day", "services-error-date-day"),
        ("1", "", "2026", "q-month", "services-error-date-month"),
        ("1", "3", "", "q-year", "services-error-date-year"),
        ("1", "3", "26", "q-year", "services-error-date-year-digits"),
    ] {
        assert_eq!(read(any(), true, &parts(d, m, y)), refused(field, key), "{d} {m} {y}");
    }
}

#[test]
fn days_outside_the_limits_are_refused_with_the_limit() {
    let kind =
        Kind::Date { min: Some(DateLimit::FromToday(-28, Unit::Days)), max: Some(DateLimit::FromToday(0, Unit::Days)) };
    assert!(read(kind.clone(), true, &[("q", "26/10/2026")]).is_ok());
    assert_eq!(read(kind.clone(), true, &[("q", "25/10/2026")]), refused("q-day", "services-error-too-early"));
    assert_eq!(read(kind, true, &[("q", "24/11/2026")]), refused("q-day", "services-error-too-late"));
}

#[test]
fn numbers_and_money_are_read_with_their_signs() {
    let number = || Kind::Number { min: Some(0), max: Some(5000) };
    for (typed, number_read) in [("12", 12), ("1,200", 1200), (" 1 200 ", 1200), ("١٢", 12)] {
        assert_eq!(read(number(), true, &[("q", typed)]), Ok(Some(Answer::Number(number_read))), "{typed}");
    }
    for typed in ["1.5", "1,5"] {
        assert_eq!(read(number(), true, &[("q", typed)]), refused("q", "services-error-not-whole"), "{typed}");
    }
    assert_eq!(read(number(), true, &[("q", "-1")]), refused("q", "services-error-too-small"));
    assert_eq!(read(number(), true, &[("q", "5001")]), refused("q", "services-error-too-big"));
    let money = || Kind::Money { min: None, max: None };
    for (typed, pence) in [("£1,234.50", 123_450), ("12.5", 1250), ("12", 1200), (".75", 75)] {
        assert_eq!(read(money(), true, &[("q", typed)]), Ok(Some(Answer::Money(pence))), "{typed}");
    }
    for typed in ["12.345", "200,50", "1,2345", "1.50,000", "twelve", "1e9", ".", "99999999999999999999"] {
        assert_eq!(read(money(), true, &[("q", typed)]), refused("q", "services-error-not-money"), "{typed}");
    }
}

#[test]
fn ways_to_reach_a_person_are_forgiving_but_real() {
    for good in ["ann@example.com", " ann.o'neil+x@mail.example.co.uk ", "mailto:ann@example.com"] {
        assert!(read(Kind::Email, true, &[("q", good)]).is_ok(), "{good}");
    }
    for bad in ["ann", "ann@", "@example.com", "ann@example", "ann@@example.com", "ann@.com", "a,b@example.com"] {
        assert_eq!(read(Kind::Email, true, &[("q", bad)]), refused("q", "services-error-not-email"), "{bad}");
    }
    for good in ["01632 960100", "(01632) 960100", "+44 1632 960100", "07700900000", "0044 1632 960100"] {
        assert!(read(Kind::Phone, true, &[("q", good)]).is_ok(), "{good}");
    }
    for bad in ["12345", "call me", "01632 96010x", "01632 960100 960100", "44+1632960100"] {
        assert_eq!(read(Kind::Phone, true, &[("q", bad)]), refused("q", "services-error-not-phone"), "{bad}");
    }
    assert_eq!(read(Kind::Postcode, true, &[("q", "em11aa")]), Ok(Some(Answer::Text("EM1 1AA".into()))));
    assert_eq!(read(Kind::Postcode, true, &[("q", "EM1")]), refused("q", "services-error-not-postcode"));
    for (typed, plate) in
        [("ab12cde", "AB12 CDE"), ("a123 bcd", "A123 BCD"), ("AB-123-CD", "AB123CD"), ("ab١٢ cde", "AB12 CDE")]
    {
        assert_eq!(read(Kind::Plate, true, &[("q", typed)]), Ok(Some(Answer::Text(plate.into()))), "{typed}");
    }
    for bad in ["none", "A", "AB12 CDE?", "AB12 CDE FGH IJK"] {
        assert_eq!(read(Kind::Plate, true, &[("q", bad)]), refused("q", "services-error-not-plate"), "{bad}");
    }
}

#[test]
fn an_address_needs_a_street_and_a_postcode() {
    let full = [("q-line1", "1 Market Square"), ("q-town", "Eastmere"), ("q-postcode", "em1 1aa")];
    let Ok(Some(Answer::Address(address))) = read(Kind::Address, true, &full) else { panic!("an address") };
    assert_eq!((address.line1.as_str(), address.postcode.as_str()), ("1 Market Square", "EM1 1AA"));
    assert_eq!(read(Kind::Address, true, &full[..1]), refused("q-postcode", "services-error-missing-postcode"));
    assert_eq!(read(Kind::Address, true, &full[2..]), refused("q-line1", "services-error-missing-address"));
}

#[test]
fn what_is_wrong_with_a_part_of_an_address_names_the_part() {
    let long = "x".repeat(201);
    for (field, typed, key) in [
        ("line1", long.as_str(), "services-error-address-too-long"),
        ("line2", "a\u{7}b", "services-error-address-control"),
        ("town", "abc\u{202e}fdp", "services-error-address-direction"),
    ] {
        let id = format!("q-{field}");
        assert_eq!(read(Kind::Address, true, &[(&id, typed)]), refused(&id, key));
    }
    let wrong = of_part(Fault::TooLong { most: 100 }, "-town");
    assert_eq!(wrong.values, [("max", "100".to_owned()), ("part", "town".to_owned())]);
}

fn place(fields: &[(&str, &str)]) -> Place {
    match read(Kind::Place, true, fields) {
        Ok(Some(Answer::Place(place))) => place,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_place_is_found_by_postcode_or_position() {
    let by_postcode = place(&[("q-street", "Market Square"), ("q-postcode", "em11ab")]);
    assert_eq!(by_postcode.inside, Some(true));
    assert_eq!(by_postcode.ward_name.as_deref(), Some("Castle"));
    let by_position = place(&[("q-point", "52.2001, 0.1001")]);
    assert_eq!((by_position.inside, by_position.nearest_postcode.as_deref()), (Some(true), Some("EM1 1AA")));
    assert_eq!(place(&[("q-street", "٥٢٫٢٠٠١، ٠٫١٠٠١")]).nearest_postcode.as_deref(), Some("EM1 1AA"));
}

#[test]
fn a_street_alone_is_taken_only_from_somebody_who_knows_no_more() {
    let street = ("q-street", "Mill Road");
    assert_eq!(read(Kind::Place, true, &[street]), refused("q-postcode", "services-error-place-vague"));
    let anywhere = place(&[street, ("q-anywhere", "yes")]);
    assert_eq!((anywhere.street.as_str(), anywhere.inside, anywhere.latitude), ("Mill Road", None, None));
    let form = question(Kind::Place, true).fill(Form::empty(), &Answer::Place(anywhere));
    assert_eq!(form.value("q-anywhere"), "yes");
    assert_eq!(read(Kind::Place, true, &[("q-anywhere", "yes")]), refused("q-street", "services-error-missing-place"));
}

#[test]
fn a_postcode_among_the_words_for_a_street_is_read() {
    for (typed, street, postcode) in [
        ("Market Square, Eastmere, EM1 1AB", "Market Square, Eastmere", "EM1 1AB"),
        ("Market Square em11ab", "Market Square", "EM1 1AB"),
        ("Market Square (EM1 1AB) by the bank", "Market Square, by the bank", "EM1 1AB"),
        ("EM1 1AB", "", "EM1 1AB"),
        ("10 Downing Street SW1A 2AA", "10 Downing Street", "SW1A 2AA"),
    ] {
        let place = place(&[("q-street", typed)]);
        assert_eq!((place.street.as_str(), place.postcode.as_deref()), (street, Some(postcode)), "{typed}");
        assert_eq!(place.inside, Some(postcode == "EM1 1AB"), "{typed}");
    }
    for none in ["Mill Road", "The path by the 2nd gate", "A14 slip, exit 3 OK", "M11 1ST exit sign"] {
        let read = place(&[("q-street", none), ("q-anywhere", "yes")]);
        assert_eq!((read.street.as_str(), read.postcode), (none, None), "{none}");
    }
    let both = place(&[("q-street", "By SW1A 2AA"), ("q-postcode", "EM1 1AB")]);
    assert_eq!((both.street.as_str(), both.postcode.as_deref()), ("By SW1A 2AA", Some("EM1 1AB")));
}

#[test]
fn a_typed_position_stays_when_the_page_is_opened_and_sent_again() {
    let typed = [("q-street", "Market Square"), ("q-postcode", "EM1 1AB"), ("q-point", "52.2001, 0.1001")];
    let exact = place(&typed);
    assert_eq!(exact.nearest_postcode.as_deref(), Some("EM1 1AA"), "the position counts, not the postcode's");
    let form = question(Kind::Place, true).fill(Form::empty(), &Answer::Place(exact.clone()));
    let again = ["q-street", "q-postcode", "q-point"].map(|name| (name, form.value(name)));
    assert_eq!(place(&again), exact);
    let by_postcode = place(&typed[..2]);
    let form = question(Kind::Place, true).fill(Form::empty(), &Answer::Place(by_postcode));
    assert_eq!(form.value("q-point"), "", "a postcode's own position was typed by nobody");
}

#[test]
fn a_reference_of_ours_is_checked_and_other_numbers_are_kept() {
    let kind = || Kind::Text { max_length: 40, pattern: vec!["reference".into()] };
    let said = |text: &str| Ok(Some(Answer::Text(text.to_owned())));
    let ours = kit::Reference::new(&kit::id::Entropy::seeded(7)).grouped();
    assert_eq!(read(kind(), false, &[("q", &ours.to_lowercase())]), said(&ours));
    let wrong = ours.replacen(&ours[..1], if ours.starts_with('7') { "8" } else { "7" }, 1);
    assert_eq!(read(kind(), false, &[("q", &wrong)]), refused("q", "services-error-pattern"), "one character is wrong");
    for other in ["71234567", "123456789", "your letter of 3 May"] {
        assert_eq!(read(kind(), false, &[("q", other)]), said(other));
    }
    assert_eq!(read(kind(), false, &[]), Ok(None));
}

#[test]
fn an_address_elsewhere_is_known_as_such() {
    let inside = |postcode: &str| match read(Kind::Address, true, &[("q-line1", "1 Hill"), ("q-postcode", postcode)]) {
        Ok(Some(Answer::Address(address))) => address.inside,
        other => panic!("{other:?}"),
    };
    assert_eq!(["EM1 1AA", "WM1 1AA", "M1 1AE", "EM1 1ZZ"].map(inside), [Some(true), Some(false), Some(false), None]);
}

#[test]
fn a_place_elsewhere_or_on_a_trunk_road_is_known_as_such() {
    assert_eq!(place(&[("q-postcode", "WM1 1AA")]).inside, Some(false));
    assert_eq!(place(&[("q-postcode", "M1 1AE")]).inside, Some(false));
    assert_eq!(place(&[("q-postcode", "EM1 1ZZ")]).inside, None);
    assert_eq!(place(&[("q-point", "52.3, 0.3")]).inside, Some(false));
    assert_eq!(place(&[("q-point", "0, 0")]).inside, Some(false));
    assert_eq!(place(&[("q-point", "52.2201, 0.11")]).trunk_road.as_deref(), Some("A14"));
    let road = |fields: &[(&str, &str)]| place(fields).trunk_road;
    assert_eq!(road(&[("q-street", "A14 near Milton")]).as_deref(), Some("A14"), "nothing more is asked for");
    let form = question(Kind::Place, true).fill(Form::empty(), &Answer::Place(place(&[("q-street", "A14")])));
    assert_eq!(form.value("q-anywhere"), "", "nobody said that they know no more");
    assert_eq!(road(&[("q-street", "A14"), ("q-postcode", "EM1 1AA")]).as_deref(), Some("A14"));
    assert_eq!(road(&[("q-street", "A14"), ("q-point", "52.2001, 0.1001")]), None, "the position is elsewhere");
    assert_eq!(road(&[("q-street", "Under the A14"), ("q-postcode", "EM1 1AA")]), None);
    assert_eq!(read(Kind::Place, true, &[("q-point", "here")]), refused("q-point", "services-error-not-point"));
    assert_eq!(read(Kind::Place, true, &[("q-point", "91, 0")]), refused("q-point", "services-error-not-point"));
}

#[test]
fn what_was_answered_fills_the_form_again() {
    let (kind, fields) = (Kind::Date { min: None, max: None }, [("q", "1/3/2026")]);
    let answer = read(kind.clone(), true, &fields).expect("reads").expect("a day");
    let form = question(kind, true).fill(Form::empty(), &answer);
    assert_eq!((form.value("q-day"), form.value("q-month"), form.value("q-year")), ("1", "3", "2026"));
    let spot = place(&[("q-street", "Market Square"), ("q-point", "52.2, 0.1")]);
    let form = question(Kind::Place, true).fill(Form::empty(), &Answer::Place(spot.clone()));
    assert_eq!(place(&[("q-street", form.value("q-street")), ("q-point", form.value("q-point"))]), spot);
}
