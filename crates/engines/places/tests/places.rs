//! The real postcode table, nearness against looking at every point, whose area it is, trunk
//! roads and reports nearby.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

use places::{Bounds, Point, PointIndex, Postcode, Postcodes, Roads, RoadsError, Whose, nearby};
use proptest::prelude::*;
use std::sync::LazyLock;

const HEADING: &str = "postcode,latitude,longitude,lad_code,lad_name,ward_code,ward_name\n";
const ROADS: &str = include_str!("../../../../data/trunk-roads.toml");
const CAMBRIDGE: &str = "E07000008";

static TABLE: LazyLock<Postcodes> =
    LazyLock::new(|| Postcodes::parse(include_str!("../../../../data/postcodes.csv")).unwrap());

fn at(latitude: f64, longitude: f64) -> Point {
    Point::new(latitude, longitude).unwrap()
}

#[test]
fn the_whole_table_reads_and_finds() {
    assert_eq!(TABLE.len(), 13_269);
    let place = TABLE.find(&Postcode::parse("cb10ag").unwrap()).unwrap();
    assert_eq!(place.council.name, "Cambridge");
    assert_eq!(place.ward.name, "Coleridge Ward");
    assert_eq!(place.point, at(52.192254, 0.137179));
    assert!(TABLE.find(&Postcode::parse("ZE1 0ZZ").unwrap()).is_none());
    let wards = TABLE.wards(CAMBRIDGE);
    assert_eq!(wards.len(), 14);
    assert!(wards.windows(2).all(|pair| pair[0].name < pair[1].name));
}

#[test]
fn a_broken_table_says_which_line() {
    let read = |text: &str| Postcodes::parse(text).unwrap_err().to_string();
    assert!(read("code,lat\n").starts_with("line 1: the heading must be postcode,"));
    let good = "CB1 1AA,52.1,0.1,E1,A,E2,B\n";
    let with = |row: &str| read(&format!("{HEADING}{good}{row}\n"));
    assert_eq!(with("CB1 1AB,north,0.1,E1,A,E2,B"), "line 3: latitude \"north\" is not a number");
    assert_eq!(with("CB1 1AB,95,0.1,E1,A,E2,B"), "line 3: latitude must be a number from -90 to 90");
    assert_eq!(with("CB1 1AB,52,0.1,E1,,E2,B"), "line 3: lad_name is empty");
    assert!(with("CB1,52,0.1,E1,A,E2,B").starts_with("line 3: postcode \"CB1\": enter the whole"));
    assert!(with("CB1 1AB,52").starts_with("line 3: "));
    assert!(with("cb1 1aa,52.1,0.1,E1,A,E2,B").contains("CB1 1AA is listed twice"));
    assert!(Postcodes::parse(HEADING).unwrap().nearest(at(52.0, 0.0)).is_none());
}

#[test]
fn a_point_is_ours_theirs_or_unknown() {
    let Whose::Ours { place, metres } = TABLE.whose(CAMBRIDGE, at(52.1923, 0.1372), 500.0) else {
        panic!("the station is in Cambridge")
    };
    assert_eq!(place.postcode.as_str(), "CB1 0AG", "the first of those at one position");
    assert!(metres < 10.0);
    let haringey = TABLE.whose(CAMBRIDGE, at(51.5881, -0.0681), 500.0);
    assert!(matches!(haringey, Whose::Theirs { place, .. } if place.council.name == "Haringey"));
    assert_eq!(TABLE.whose(CAMBRIDGE, at(52.12, 0.29), 500.0), Whose::Unknown);
}

#[test]
fn points_on_trunk_roads_name_who_looks_after_them() {
    let roads = Roads::parse(ROADS).unwrap();
    let (road, metres) = roads.at(at(52.2375, 0.1452)).unwrap();
    assert_eq!((road.id.as_str(), road.responsible.as_str()), ("a14", "National Highways"));
    assert!(metres < 20.0);
    assert_eq!(roads.at(at(52.2000, 0.0757)).map(|(road, _)| road.name.as_str()), Some("M11"));
    assert!(roads.at(at(52.2053, 0.1218)).is_none(), "the market square");
    assert!(roads.at(at(52.2101, 0.1117)).is_none(), "Madingley Road is the county's");
    let lines: Vec<&str> = roads.iter().filter(|road| road.reach() > 0.0).map(|road| road.id.as_str()).collect();
    assert_eq!(lines, ["a14", "m11", "a11", "a14-33"]);
}

#[test]
fn places_on_the_a14_are_on_it_and_places_beside_it_are_not() {
    let roads = Roads::parse(ROADS).unwrap();
    let on = [
        ("carriageway at Milton", 52.237551, 0.143395),
        ("hard shoulder", 52.23704, 0.132225),
        ("lay-by", 52.227812, 0.180864),
        ("verge towards Bury", 52.213002, 0.288523),
        ("junction 33, south", 52.237055, 0.152391),
        ("junction 33, north", 52.238164, 0.14983),
    ];
    for (what, latitude, longitude) in on {
        let road = roads.at(at(latitude, longitude)).map(|(road, _)| road.name.as_str());
        assert_eq!(road, Some("A14"), "{what}");
    }
    let beside = [
        ("the river path", 52.23374, 0.171029),
        ("Unwin Square", 52.234613, 0.118139),
        ("Cowley Road", 52.2331, 0.1495),
        ("the road to Bottisham", 52.218367, 0.229832),
        ("Milton village", 52.2425, 0.1610),
    ];
    for (what, latitude, longitude) in beside {
        assert_eq!(roads.at(at(latitude, longitude)).map(|(road, _)| road.name.as_str()), None, "{what}");
    }
}

#[test]
fn a_road_somebody_names_is_known_but_not_one_they_only_pass() {
    let roads = Roads::parse(ROADS).unwrap();
    let named = |text: &str| roads.named(text).map(|road| road.name.as_str());
    for text in [
        "A14",
        "a14",
        "A 14",
        "A14 near Milton",
        "A14 eastbound",
        "the A14, junction 33",
        "on the a14",
        "J33 A14",
        "junction 33 of the A14",
        "Lay-by on the A14",
        "lay by A14 westbound",
        "ar yr A14",
        "على طريق A14",
        "A14/A10 roundabout",
        "slip road to the A 14",
        "the slip road off the A14",
        "Milton slip road onto A14",
        "slipffordd i'r A14",
    ] {
        assert_eq!(named(text), Some("A14"), "{text}");
    }
    assert_eq!((named("M11"), named("M25"), named("A11 fourwentways")), (Some("M11"), Some("M25"), Some("A11")));
    for text in [
        "",
        "Milton Road, by the A14",
        "bridge over the A14",
        "A140",
        "A10",
        "A1303 near the A14",
        "14 Mill Road",
        "Footpath beside the M11",
        "flat a, 14 Mill Road",
        "Ma14",
        "Cowley Road towards A14",
        "Cowley Road to the A14",
        "road to the A14",
    ] {
        assert_eq!(named(text), None, "{text}");
    }
}

#[test]
fn distance_from_a_road_is_from_its_line_not_its_corners() {
    let text = r#"
        [[road]]
        id = "x"
        name = "X"
        responsible = "Someone"
        contact = "0300"
        metres = 10
        points = [[52.0, 0.0], [52.0, 0.1]]"#;
    let roads = Roads::parse(text).unwrap();
    let road = roads.iter().next().unwrap();
    let beside = road.metres_from(at(52.001, 0.05));
    assert!((beside - 111.195).abs() < 0.01, "{beside}");
    let past_the_end = road.metres_from(at(52.0, 0.101));
    assert!((past_the_end - at(52.0, 0.1).metres_to(at(52.0, 0.101))).abs() < 0.01);
    assert!(roads.at(at(52.00008, 0.05)).is_some());
    assert!(roads.at(at(52.0001, 0.05)).is_none());
}

#[test]
fn broken_roads_say_what_is_wrong() {
    let road = |metres: &str, points: &str| {
        Roads::parse(&format!(
            "[[road]]\nid = 'x'\nname = 'X'\nresponsible = 'S'\ncontact = '0'\n\
             metres = {metres}\npoints = {points}"
        ))
    };
    let reason = |result: Result<Roads, RoadsError>| result.unwrap_err().to_string();
    assert!(reason(road("10", "[[52.0, 0.0]]")).contains("at least two points"));
    assert!(reason(road("0", "[[52.0, 0.0], [52.0, 0.1]]")).contains("more than 0"));
    assert!(reason(road("10", "[[152.0, 0.0], [52.0, 0.1]]")).contains("latitude"));
    assert!(matches!(road("'wide'", "[]"), Err(RoadsError::Toml(_))));
}

#[test]
fn nearby_reports_come_nearest_first() {
    let centre = at(52.2, 0.12);
    let reports = [("far", at(52.21, 0.12)), ("near", at(52.2001, 0.12)), ("here", centre)];
    let found = nearby(centre, 50.0, reports);
    let names: Vec<&str> = found.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["here", "near"]);
    assert_eq!(found[0].1, 0.0);
}

#[test]
fn the_index_copes_with_none_one_and_many_alike() {
    assert_eq!(PointIndex::new(&[]).nearest(at(0.0, 0.0)), None);
    let same = vec![at(52.0, 0.0); 100];
    assert_eq!(PointIndex::new(&same).nearest(at(52.0, 0.0)), Some((0, 0.0)));
    assert_eq!(PointIndex::new(&same).within(at(52.0, 0.0), 1.0).len(), 100);
    let line = [at(0.0, 179.9), at(0.0, -179.9)];
    let (place, metres) = PointIndex::new(&line).nearest(at(0.0, -179.99)).unwrap();
    assert_eq!(place, 1, "across the date line");
    assert!(metres < 10_100.0);
}

fn anywhere() -> impl Strategy<Value = Point> {
    (-90.0f64..=90.0, -180.0f64..=180.0).prop_map(|(lat, lon)| at(lat, lon))
}

fn around_cambridge() -> impl Strategy<Value = Point> {
    (51.4f64..52.4, -0.3f64..0.4).prop_map(|(lat, lon)| at(lat, lon))
}

proptest! {
    #[test]
    fn nearest_agrees_with_looking_at_every_postcode(point in around_cambridge()) {
        let (place, metres) = TABLE.nearest(point).unwrap();
        let least = TABLE.iter().map(|other| point.metres_to(other.point)).fold(f64::MAX, f64::min);
        prop_assert!((metres - least).abs() < 1e-3, "{metres} against {least}");
        prop_assert!((point.metres_to(place.point) - least).abs() < 1e-3);
        let first = TABLE.iter().find(|other| other.point == place.point).unwrap();
        prop_assert_eq!(first.postcode, place.postcode);
    }

    #[test]
    fn nearest_is_exact_anywhere_on_earth(
        points in prop::collection::vec(anywhere(), 1..200),
        point in anywhere(),
    ) {
        let (_, metres) = PointIndex::new(&points).nearest(point).unwrap();
        let least = points.iter().map(|other| point.metres_to(*other)).fold(f64::MAX, f64::min);
        prop_assert!((metres - least).abs() < 1.0, "{metres} against {least}");
    }

    #[test]
    fn within_agrees_with_looking_at_every_point(
        points in prop::collection::vec(around_cambridge(), 0..200),
        point in around_cambridge(),
        limit in 100.0f64..50_000.0,
    ) {
        let found = PointIndex::new(&points).within(point, limit);
        prop_assert!(found.windows(2).all(|pair| pair[0].1 <= pair[1].1));
        for (place, other) in points.iter().enumerate() {
            let metres = point.metres_to(*other);
            if (metres - limit).abs() > 0.01 {
                prop_assert_eq!(metres < limit, found.iter().any(|(at, _)| *at == place));
            }
        }
    }

    #[test]
    fn the_box_holds_everything_within_the_circle(
        centre in anywhere(),
        other in anywhere(),
        more in 0.0f64..1_000_000.0,
    ) {
        let metres = centre.metres_to(other) + more;
        prop_assert!(Bounds::around(centre, metres).holds(other));
    }

    #[test]
    fn reading_a_postcode_twice_changes_nothing(typed in "[a-zA-Z]{1,2}[0-9]{1,2}[ -]?[0-9][a-zA-Z]{2}") {
        if let Ok(postcode) = Postcode::parse(&typed) {
            prop_assert_eq!(Postcode::parse(postcode.as_str()), Ok(postcode));
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(typed in ".{0,40}") {
        if let Ok(postcode) = Postcode::parse(&typed) {
            prop_assert!((6..=8).contains(&postcode.as_str().len()));
        }
    }
}
