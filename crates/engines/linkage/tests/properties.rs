//! What holds for any two records.

use linkage::{Explanation, Field, Index, Level, Model, Record};
use proptest::prelude::*;

type Values = [String; 9];

/// Few letters and digits, so that values often agree, nearly agree, or are exchanged.
fn values() -> impl Strategy<Value = Values> {
    let name = || prop_oneof![Just(String::new()), "[ab]{1,4}", Just("william".to_owned()), Just("bill".to_owned())];
    let line = || prop_oneof![Just(String::new()), "[abc]{3,6} (street|lane)"];
    let date = || prop_oneof![Just(String::new()), "19[67][01](01|10)(01|10)"];
    let short = || prop_oneof![Just(String::new()), "[12]{1,3}"];
    (name(), name(), date(), short(), line(), line(), line(), short(), short()).prop_map(|v| v.into())
}

fn record(values: &Values) -> Record<'_> {
    let [given_name, surname, date_of_birth, street_number, address_1, address_2, suburb, postcode, state] =
        values.each_ref().map(String::as_str);
    Record { given_name, surname, date_of_birth, street_number, address_1, address_2, suburb, postcode, state }
}

/// The two in an index with some more records, and why they score as they do, one way and the other.
fn explained(a: &Values, b: &Values, more: &[Values]) -> (Explanation, Explanation) {
    let index: Index = [a, b].into_iter().chain(more).map(record).collect();
    let model = Model::starting();
    (
        index.explain_pair(&model, 0, 1).expect("both are there"),
        index.explain_pair(&model, 1, 0).expect("both are there"),
    )
}

fn is_order(field: Field) -> bool {
    matches!(field, Field::NameOrder | Field::AddressOrder)
}

proptest! {
    #[test]
    fn a_score_is_the_same_either_way_round(a in values(), b in values(), more in prop::collection::vec(values(), 0..5)) {
        let (there, back) = explained(&a, &b, &more);
        prop_assert!((there.total_bits - back.total_bits).abs() < 1e-9, "{there:?}\n{back:?}");
    }

    #[test]
    fn an_explanation_adds_up_to_the_score(a in values(), b in values(), more in prop::collection::vec(values(), 0..5)) {
        let index: Index = [&a].into_iter().chain(&more).map(record).collect();
        let model = Model::starting();
        let why = index.explain(&model, &record(&b), 0).unwrap();
        let sum: f64 = why.weights.iter().map(|weight| weight.level_bits + weight.term_frequency_bits).sum();
        let total = why.prior_bits + sum + why.moved_bits + why.nearby_bits;
        prop_assert!((1.0 / (1.0 + (-total).exp2()) - why.probability).abs() < 1e-9);
        prop_assert!(why.moved_bits >= 0.0 && why.nearby_bits <= 0.0);
        prop_assert_eq!(why.weights.len(), Field::ALL.len());
        // `find` works the score out without taking it apart.
        if let Some(found) = index.find(&model, &record(&b), 0.0).iter().find(|found| found.record == 0) {
            prop_assert!((found.probability - why.probability).abs() < 1e-9, "{} {why:?}", found.probability);
        }
    }

    #[test]
    fn a_missing_value_says_nothing(a in values(), b in values(), at in 0usize..9) {
        let mut lacking = b.clone();
        lacking[at].clear();
        let (why, _) = explained(&a, &lacking, &[]);
        for weight in why.weights.iter().filter(|weight| weight.level == Level::Missing) {
            prop_assert_eq!((weight.level_bits, weight.term_frequency_bits), (0.0, 0.0));
        }
        let nobody: Values = Default::default();
        let (why, _) = explained(&a, &nobody, &[]);
        prop_assert!(why.weights.iter().all(|weight| weight.level == Level::Missing && weight.level_bits == 0.0));
    }

    #[test]
    fn agreement_is_never_worth_less_than_disagreement(a in values()) {
        let mut other = a.clone();
        other[2] = "18990925".to_owned();
        let (same, _) = explained(&a, &a, &[]);
        let (different, _) = explained(&a, &other, &[]);
        prop_assert!(a[2].is_empty() || same.total_bits > different.total_bits);
        prop_assert!(same.weights.iter().all(|weight| is_order(weight.field) || weight.level_bits >= 0.0));
    }
}
