use super::*;

/// In a council of 250,000 these names, this birthday, street and postcode are as frequent as they mostly are.
const USUAL: Frequencies = Frequencies { of: 250_000, counts: [900, 120, 9, 90, 25] };

fn ada() -> Details {
    let text = str::to_owned;
    Details {
        given: text("Ada"),
        surname: text("Testwell"),
        born: text("1970-03-14"),
        house: text("12"),
        street: text("Mill Road"),
        town: text("Eastmere"),
        postcode: text("CB1 1AA"),
        email: text("ada.t@post.example"),
        phone: text("07700900123"),
    }
}

fn likely(a: &Details, b: &Details) -> f64 {
    let score = score(a, b, &USUAL, &Model::starting());
    if score.is_worth_a_look() { score.probability() } else { 0.0 }
}

#[test]
fn one_person_is_proposed_and_others_are_not() {
    let nothing = Details { email: String::new(), phone: String::new(), ..ada() };
    let of_name = |born: &str| Details {
        born: born.into(),
        given: "Ada".into(),
        surname: "Testwell".into(),
        ..Details::default()
    };
    let (twin, father) = (
        Details { given: "Ben".into(), ..nothing.clone() },
        Details { given: "Alan".into(), born: "1941-06-02".into(), ..nothing.clone() },
    );
    let moved =
        Details { house: "3".into(), street: "Quay Side".into(), postcode: "CB5 8XY".into(), ..nothing.clone() };
    let stranger = Details { given: "Olga".into(), surname: "Sample".into(), ..Details::default() };
    let unborn = Details { born: String::new(), ..nothing.clone() };
    for (what, a, b, is_proposed) in [
        ("the same in everything", ada(), ada(), true),
        ("another email and telephone number", ada(), nothing.clone(), true),
        ("moved house", nothing.clone(), moved, true),
        ("names and birthday alone", of_name("1970-03-14"), of_name("1970-03-14"), true),
        ("day and month exchanged", of_name("1970-03-04"), of_name("1970-04-03"), true),
        (
            "names exchanged",
            nothing.clone(),
            Details { given: "Testwell".into(), surname: "Ada".into(), ..nothing.clone() },
            true,
        ),
        (
            "a typing mistake in the name",
            nothing.clone(),
            Details { surname: "Testwel".into(), ..nothing.clone() },
            true,
        ),
        ("same name, same home, no birthday", unborn.clone(), unborn.clone(), true),
        ("a name alone", of_name(""), of_name(""), false),
        ("same name, other birthday, other home", of_name("1970-03-14"), of_name("1944-11-30"), false),
        ("a twin", nothing.clone(), twin, false),
        ("a father", nothing.clone(), father, false),
        ("a stranger", nothing, stranger, false),
    ] {
        let of = likely(&a, &b);
        assert_eq!(of >= 0.8, is_proposed, "{what}: {of}");
        let back = likely(&b, &a);
        assert!((of - back).abs() < 1e-9, "{what}: either way round: {of} {back}");
    }
}

#[test]
fn a_rare_name_is_worth_more_than_a_common_one() {
    let common = Frequencies { counts: [4_000, 3_000, 9, 90, 25], ..USUAL };
    let ada = Details { house: String::new(), street: String::new(), postcode: String::new(), ..ada() };
    assert!(
        score(&ada, &ada, &USUAL, &Model::starting()).bits()
            > score(&ada, &ada, &common, &Model::starting()).bits() + 4.0
    );
}

#[test]
fn the_same_house_number_in_another_street_says_nothing() {
    let number = |house: &str, street: &str, postcode: &str| {
        let other = Details { house: house.into(), street: street.into(), postcode: postcode.into(), ..ada() };
        let score = score(&ada(), &other, &USUAL, &Model::starting());
        let weight = *score.explanation.weights.iter().find(|weight| weight.field == Field::StreetNumber).unwrap();
        (weight.level, weight.level_bits + weight.term_frequency_bits, score.bits())
    };
    let (same, other) = (number("12", "Wherry Lane", "CB5 8XY"), number("7", "Wherry Lane", "CB5 8XY"));
    assert_eq!(same, other, "which number it is changes nothing");
    assert_eq!((same.0, same.1), (Level::Elsewhere, 0.0));
    let at_home = number("12", "Mill Road", "CB1 1AA");
    assert!(at_home.0 == Level::Exact && at_home.1 > 3.0, "{at_home:?}");
    assert!(number("12", "Mill Raod", "CB5 8XY").1 > 3.0, "a slip is not another street");
}

#[test]
fn what_each_field_is_worth_adds_up() {
    let score = score(&ada(), &Details { phone: "07700900132".into(), ..ada() }, &USUAL, &Model::starting());
    let explanation = &score.explanation;
    let seen: f64 = explanation.weights.iter().map(|weight| weight.level_bits + weight.term_frequency_bits).sum();
    let all = explanation.prior_bits + seen + explanation.moved_bits + explanation.nearby_bits;
    assert!((all + score.email.1 + score.phone.1 - score.bits()).abs() < 1e-9);
    assert_eq!(score.phone.0, Reach::Mistyped, "two neighbours exchanged");
}

#[test]
fn emails_and_numbers_agree_as_people_mistype_them() {
    let with = |email: &str| Details { email: email.into(), ..ada() };
    let levels = |one: &str, other: &str| email(&with(one), &with(other));
    assert_eq!(levels("ada.t@post.example", "ada.t@psot.example"), (Reach::Mistyped, MISTYPED));
    assert_eq!(levels("quiet.heron@post.example", "quiet.heron@mail.example"), (Reach::Mailbox, MAILBOX));
    assert_eq!(levels("ada.testwell@a.example", "ada.testwell@mail.example"), (Reach::Mailbox, MAILBOX_OF_NAMES));
    assert_eq!(levels("office@a.example", "office@elsewhere.example"), (Reach::Different, 0.0));
    assert_eq!(levels("", "ada@a.example"), (Reach::Missing, 0.0));
    let rung = |number: &str| Details { phone: number.into(), ..ada() };
    assert_eq!(phone(&rung("01632960123"), &rung("01632960123")), (Reach::Same, SHARED_PHONE));
    assert_eq!(phone(&rung("01632960123"), &rung("01632961999")), (Reach::Different, 0.0));
}
