//! The language of patterns, on small files of their own.

use super::*;

const FILE: &str = r#"
    ordinary = "drying"
    [sets]
    child = "child kid baby"
    [emergency]
    signs = ["smell gas", "=fire + trapped", "dying"]
    alone = ["fire"]
    except = ["gas bill"]
    always = ["smell gas + stairs"]
    [child-at-risk]
    signs = ["<child> + hit|beat"]
"#;

fn kinds(text: &str) -> Vec<Kind> {
    Danger::parse([("en", FILE)]).unwrap().signs(text).iter().map(|sign| sign.kind).collect()
}

#[test]
fn words_stand_in_order_with_two_between_at_most() {
    assert_eq!(kinds("I can smell gas"), [Kind::Emergency]);
    assert_eq!(kinds("smell of strong gas"), [Kind::Emergency]);
    assert_eq!(kinds("smell of very strong gas"), []);
    assert_eq!(kinds("gas smell"), []);
}

#[test]
fn groups_stand_in_any_order_but_close() {
    assert_eq!(kinds("he keeps hitting the baby"), [Kind::ChildAtRisk]);
    assert_eq!(kinds("a child next door gets beaten, I think they hit him"), [Kind::ChildAtRisk]);
    let far = format!("the child {} hit", "went out and ".repeat(5));
    assert_eq!(kinds(&far), []);
}

#[test]
fn exact_words_have_no_other_forms() {
    assert_eq!(kinds("fire and people trapped"), [Kind::Emergency]);
    assert_eq!(kinds("fires trapped"), []);
    assert_eq!(kinds("got fired and feel trapped"), []);
}

#[test]
fn exceptions_cover_only_their_own_words() {
    assert_eq!(kinds("my smell gas bill"), []);
    assert_eq!(kinds("smell gas, and the gas bill is wrong"), [Kind::Emergency]);
}

#[test]
fn no_exception_covers_what_is_always_a_sign() {
    assert_eq!(kinds("my smell gas bill"), []);
    assert_eq!(kinds("smell gas bill on the stairs"), [Kind::Emergency]);
}

#[test]
fn slips_are_forgiven_in_longer_words_unless_ordinary() {
    assert_eq!(kinds("i smel gas"), [Kind::Emergency]);
    assert_eq!(kinds("i smell gaz"), [], "too short to guess");
    assert_eq!(kinds("i smelll gas"), [Kind::Emergency]);
    assert_eq!(kinds("fire, we are traped"), [Kind::Emergency]);
    assert_eq!(kinds("he is diying"), [Kind::Emergency]);
    assert_eq!(kinds("he is drying clothes"), []);
}

#[test]
fn a_word_alone_is_a_sign_only_where_nothing_else_is_said() {
    assert_eq!(kinds("fire"), [Kind::Emergency]);
    assert_eq!(kinds("there is a fire!"), [Kind::Emergency]);
    assert_eq!(kinds("fire station"), []);
}

#[test]
fn a_letter_typed_twice_is_a_slip_in_any_word() {
    assert_eq!(kinds("i smell gass"), [Kind::Emergency]);
    assert_eq!(kinds("firre"), [Kind::Emergency]);
    assert_eq!(kinds("fiver"), []);
}

#[test]
fn each_kind_is_told_once_with_its_words() {
    let danger = Danger::parse([("en", FILE)]).unwrap();
    let signs = danger.signs("kid hit, kid beaten, smell gas");
    assert_eq!(signs.len(), 2);
    assert_eq!(signs[0].kind, Kind::Emergency);
    assert_eq!(signs[1].words, ["kid", "hit"]);
    assert_eq!(signs[1].pattern, "<child> + hit|beat");
    assert_eq!(danger.signs(""), []);
}

#[test]
fn broken_files_say_what_is_wrong() {
    let read = |text| Danger::parse([("en", text)]).unwrap_err();
    assert!(matches!(read("["), DangerError::Toml { .. }));
    assert_eq!(read("[panic]\nsigns = []"), DangerError::NoSuchKind("panic".into()));
    assert!(matches!(read("[emergency]\nsigns = ['<cat> hit']"), DangerError::NoSuchSet { set, .. } if set == "cat"));
    assert!(matches!(read("[emergency]\nsigns = ['a +  + b']"), DangerError::Empty { .. }));
    assert!(matches!(read("[emergency]\nsigns = ['!']"), DangerError::Empty { .. }));
    assert!(matches!(read("[emergency]\nsigns = ['self-harm']"), DangerError::SeveralWords { .. }));
    assert!(matches!(read("[emergency]\nsign = ['a']"), DangerError::Toml { .. }));
}
