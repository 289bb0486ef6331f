#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

use super::*;

const KINDS: &str = include_str!("../../../definitions/diaries/kinds.toml");
const HALL: &str = include_str!("../../../definitions/diaries/town-hall.toml");

fn place() -> Place {
    let open = hours("09:00-17:00").ok();
    Place {
        id: "town-hall".into(),
        name: [("en".to_owned(), "Town Hall".to_owned())].into(),
        address: "1 Market Square".into(),
        phone: String::new(),
        opening: [open, open, open, open, open, None, None],
        partners: [("safe-roof".to_owned(), [false, true, false, true, false, false, false])].into(),
        businesses: ["anything".to_owned()].into(),
    }
}

fn read(kinds: &str, hall: &str) -> Result<Diaries, String> {
    let texts = [("town-hall.toml".to_owned(), hall.to_owned())];
    Diaries::read(kinds, &texts, &[place()], &BTreeSet::new()).map_err(|cause| cause.to_string())
}

#[test]
fn the_diary_that_is_delivered_reads() {
    let diaries = read(KINDS, HALL).unwrap();
    let hall = diaries.of("town-hall").unwrap();
    assert!(hall.does("register-a-birth") && hall.does("do-it-for-me") && !hall.does("anything"));
    assert_eq!(hall.kept("do-it-for-me"), Some(Pool { kept: 50, window: 120 }));
    assert_eq!(hall.kept("register-a-birth"), None);
    assert!(hall.speaks("do-it-for-me", "so") && !hall.speaks("register-a-birth", "so"));
    assert_eq!(diaries.with("do-it-for-me").count(), 1);
    assert!(diaries.of("north-library").is_err() && diaries.kind("nothing").is_err());
}

#[test]
fn a_mistake_is_said_with_the_file_it_is_in() {
    let table = [
        ("id = \"Room 3\"", "id = \"Room 2\"", "here twice"),
        ("pool = \"registrars\"", "pool = \"nobody\"", "which there is not"),
        ("hours = \"09:30-16:00\"", "hours = \"16:00-09:30\"", "are no hours"),
        ("\"mon\", \"tue\", \"thu\"", "\"monday\"", "is no day"),
        ("does = [\"do-it-for-me\"]", "does = [\"weddings\"]", "cannot be booked"),
        ("speaks = [\"bn\"]", "speaks = [\"bn\"]\npartner = \"nobody\"", "no partner"),
        ("speaks = [\"bn\"]", "speaks = [\"xx\"]", "no language"),
        ("has = [\"private\"]", "has = [\"piano\"]", "no need"),
        ("site = \"town-hall\"", "site = \"moon\"", "no site"),
        ("step = 15", "step = 0", "`step` is 5 to 120"),
        ("\"2026-12-24\"", "\"24 December\"", "no date"),
        ("do-it-for-me = \"anything\"", "", "has no line in [business]"),
        ("kept = 50", "kept = 150", "0 to 100 percent"),
    ];
    for (good, bad, said) in table {
        assert!(HALL.contains(good), "{good}");
        let wrong = read(KINDS, &HALL.replace(good, bad)).unwrap_err();
        assert!(wrong.contains("town-hall.toml") && wrong.contains(said), "{bad}: {wrong}");
    }
    let wrong = read(&KINDS.replace("cy = \"Dolen sain\", ", ""), HALL).unwrap_err();
    assert!(wrong.contains("kinds.toml") && wrong.contains("has no name in cy"), "{wrong}");
}

#[test]
fn a_partner_is_there_on_its_own_days_alone() {
    let with = HALL.replace("speaks = [\"bn\"]", "speaks = [\"bn\"]\npartner = \"safe-roof\"");
    let diaries = read(KINDS, &with).unwrap();
    let seat = diaries.of("town-hall").unwrap().plan.seats.iter().find(|seat| seat.id == "Helper 1").unwrap();
    assert_eq!(seat.shifts[0].days, [false, true, false, true, false, false, false]);
}
