//! A file of made-up people linked with itself and with another, and one record against an index.

mod common;

use common::{Dice, Written, again, people};
use linkage::febrl::Quality;
use linkage::{Field, Index, Level, Link, Linkage, Model, NeverLink, Record, clusters};

const THRESHOLD: f64 = 0.9;

/// 1,500 people in households; every fourth is there twice.
fn file() -> Vec<Written> {
    let mut dice = Dice::new(1969);
    let mut records = people(1_500, &mut dice);
    let copies: Vec<Written> = records.iter().step_by(4).map(|person| again(person, &mut dice)).collect();
    records.extend(copies);
    records
}

fn index(records: &[Written]) -> Index {
    records.iter().map(Written::record).collect()
}

fn trained(index: &Index, never: &NeverLink) -> (Model, Vec<Link>) {
    let linkage = Linkage::within(index, &mut |_, _| {});
    let model = linkage.train();
    let links = linkage.links(&model, THRESHOLD, never);
    (model, links)
}

fn quality(links: &[Link], records: &[Written], split: Option<usize>) -> Quality {
    let persons: Vec<u32> = records.iter().map(|record| record.person).collect();
    Quality::of(links.iter().map(|link| (link.a, link.b)), &persons, split)
}

#[test]
fn a_file_is_linked_with_itself() {
    let records = file();
    let index = index(&records);
    let (_, links) = trained(&index, &NeverLink::none());
    let found = quality(&links, &records, None);
    assert_eq!(found.true_pairs, 375);
    assert!(found.precision() > 0.99, "{found:?}");
    assert!(found.recall() > 0.9, "{found:?}");
    assert!(links.iter().all(|link| link.a < link.b && link.probability >= THRESHOLD));
    let mut pairs: Vec<_> = links.iter().map(|link| (link.a, link.b)).collect();
    pairs.dedup();
    assert_eq!(pairs.len(), links.len(), "each pair once");
}

#[test]
fn two_files_are_linked_with_each_other() {
    let mut dice = Dice::new(1990);
    let mut records = people(900, &mut dice);
    let copies: Vec<Written> = records.iter().skip(300).map(|person| again(person, &mut dice)).collect();
    records.extend(copies);
    let index = index(&records);
    let linkage = Linkage::between(&index, 900, &mut |_, _| {});
    let links = linkage.links(&linkage.train(), THRESHOLD, &NeverLink::none());
    let found = quality(&links, &records, Some(900));
    assert_eq!(found.true_pairs, 600);
    assert!(found.precision() > 0.99 && found.recall() > 0.9, "{found:?}");
    assert!(links.iter().all(|link| link.a < 900 && link.b >= 900));
}

#[test]
fn the_same_file_gives_the_same_links() {
    let records = file();
    let index = index(&records);
    assert_eq!(trained(&index, &NeverLink::none()), trained(&index, &NeverLink::none()));
}

#[test]
fn a_file_without_duplicates_gives_hardly_any_links() {
    let records = people(1_500, &mut Dice::new(2001));
    let index = index(&records);
    let (_, links) = trained(&index, &NeverLink::none());
    assert!(links.len() <= 3, "{} of strangers, neighbours and families", links.len());
}

#[test]
fn a_threshold_leaves_out_exactly_what_is_below() {
    let records = file();
    let index = index(&records);
    let linkage = Linkage::within(&index, &mut |_, _| {});
    let model = linkage.train();
    let all = linkage.links(&model, 0.0, &NeverLink::none());
    assert_eq!(all.len(), linkage.candidates());
    for threshold in [0.2, 0.9, 0.999] {
        let above: Vec<Link> = all.iter().copied().filter(|link| link.probability >= threshold).collect();
        assert!(!above.is_empty() && above.len() < all.len());
        assert_eq!(linkage.links(&model, threshold, &NeverLink::none()), above);
    }
}

#[test]
fn one_record_against_the_index_scores_as_in_the_whole_file() {
    let records = file();
    let index = index(&records);
    let (model, links) = trained(&index, &NeverLink::none());
    assert!(links.len() > 300);
    for link in &links {
        let found = index.find(&model, &records[link.b as usize].record(), THRESHOLD);
        let of_pair = found.iter().find(|found| found.record == link.a);
        assert_eq!(of_pair.map(|found| found.probability), Some(link.probability), "{link:?}");
    }
}

#[test]
fn a_new_record_finds_its_person_and_a_stranger_finds_nobody() {
    let mut dice = Dice::new(3);
    let records = file();
    let index = index(&records);
    let (model, _) = trained(&index, &NeverLink::none());
    let found = (0..200).filter(|at| {
        let new = again(&records[at * 4 + 1], &mut dice);
        let found = index.find(&model, &new.record(), THRESHOLD);
        found.first().is_some_and(|first| records[first.record as usize].person == new.person)
    });
    let found = found.count();
    assert!(found > 170, "{found} of 200");
    let stranger = Record { given_name: "Zebedee", surname: "Quix", date_of_birth: "2001-02-03", ..Record::default() };
    assert!(index.find(&model, &stranger, THRESHOLD).is_empty());
    assert!(index.find(&model, &Record::default(), THRESHOLD).is_empty());
    assert!(Index::new().find(&model, &stranger, 0.0).is_empty());
}

#[test]
fn pairs_that_may_never_be_linked_are_not() {
    let records = file();
    let index = index(&records);
    let (_, links) = trained(&index, &NeverLink::none());
    let mut never = NeverLink::none();
    links.iter().step_by(2).for_each(|link| never.add(link.b, link.a));
    let (_, left) = trained(&index, &never);
    let expected: Vec<Link> = links.iter().copied().skip(1).step_by(2).collect();
    assert_eq!(left, expected);
    let together = |group: &[u32], link: &Link| group.contains(&link.a) && group.contains(&link.b);
    let people = clusters(records.len(), &links, &never);
    for link in links.iter().step_by(2) {
        assert!(!people.iter().any(|group| together(group, link)), "{link:?}");
    }
}

/// What a pair of records beside a file scores, and its levels by field.
fn scored(a: Record<'_>, b: Record<'_>) -> (f64, Vec<(Field, Level)>) {
    let records = file();
    let mut index = index(&records);
    let (model, _) = trained(&index, &NeverLink::none());
    let number = index.add(&a);
    let found = index.find(&model, &b, 0.0);
    let of_pair = found.iter().find(|found| found.record == number).map_or(0.0, |found| found.probability);
    let why = index.explain(&model, &b, number).map(|why| why.weights).unwrap_or_default();
    (of_pair, why.iter().map(|weight| (weight.field, weight.level)).collect())
}

const PERSON: Record<'_> = Record {
    given_name: "William",
    surname: "Testwick",
    date_of_birth: "1984-02-29",
    street_number: "12",
    address_1: "Sample Street",
    address_2: "",
    suburb: "Mockford",
    postcode: "EM1 2AB",
    state: "Eastmere",
};

#[test]
fn nicknames_and_names_in_each_other_s_place_are_found() {
    let (probability, levels) = scored(PERSON, Record { given_name: "Gwilym", ..PERSON });
    assert!(probability > THRESHOLD && levels.contains(&(Field::GivenName, Level::Nickname)), "{probability}");
    let swapped = Record { given_name: "Testwick", surname: "William", ..PERSON };
    let (probability, levels) = scored(PERSON, swapped);
    assert!(probability > THRESHOLD && levels.contains(&(Field::NameOrder, Level::Exchanged)), "{probability}");
}

#[test]
fn who_moved_is_found_and_who_lives_there_is_told_apart() {
    let elsewhere =
        Record { street_number: "7", address_1: "Pretend Lane", suburb: "Elsewhere", postcode: "EM9 8XY", ..PERSON };
    let (moved, _) = scored(PERSON, elsewhere);
    assert!(moved > THRESHOLD, "{moved}");
    for other in [
        Record { given_name: "Rosamund", date_of_birth: "1986-11-05", ..PERSON },
        Record { given_name: "Rosamund", ..PERSON },
        Record { date_of_birth: "1955-07-13", ..PERSON },
    ] {
        let (probability, _) = scored(PERSON, other);
        assert!(probability < THRESHOLD, "family, twin, father and son: {other:?} {probability}");
    }
}

#[test]
fn a_model_can_be_kept_as_text() {
    let records = file();
    let index = index(&records);
    let (model, _) = trained(&index, &NeverLink::none());
    let kept = serde_json::to_string(&model).unwrap();
    let read: Model = serde_json::from_str(&kept).unwrap();
    let pair = |model: &Model| index.explain_pair(model, 0, 1_500).unwrap().total_bits;
    assert!((pair(&read) - pair(&model)).abs() < 1e-9);
}
