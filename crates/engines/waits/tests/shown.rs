//! What a person sees while they wait, and ranges that keep their word.

use proptest::prelude::*;
use waits::*;

fn given() -> impl Strategy<Value = Given> {
    (0.0..3000.0f64, 0.0..3000.0f64, 0.0..3000.0f64).prop_map(|(a, b, c)| {
        let mut three = [a, b, c];
        three.sort_by(f64::total_cmp);
        Given { about: three[1], range: (three[0], three[2]) }
    })
}

fn no_longer(after: Given, before: Given) -> bool {
    after.about <= before.about && after.range.0 <= before.range.0 && after.range.1 <= before.range.1
}

proptest! {
    #[test]
    fn what_is_shown_never_grows_by_itself(first in given(), fresh in prop::collection::vec(given(), 1..30)) {
        let mut shown = Shown::first(first);
        for (at, fresh) in fresh.into_iter().enumerate() {
            let before = shown.remaining();
            prop_assert_eq!(shown.update(at as f64, fresh, None), None);
            let after = shown.remaining();
            prop_assert!(no_longer(after, before) && no_longer(after, fresh));
            prop_assert!(after.range.0 <= after.about && after.about <= after.range.1);
        }
    }

    #[test]
    fn what_grows_has_a_cause_and_is_told(first in given(), fresh in given()) {
        let mut shown = Shown::first(first);
        let change = shown.update(60.0, fresh, Some(Cause::DeskClosed));
        prop_assert_eq!(shown.remaining(), fresh);
        prop_assert_eq!(change.is_none(), no_longer(fresh, first));
        if let Some(change) = change {
            prop_assert_eq!(change, Change { at: 60.0, cause: Cause::DeskClosed, before: first, after: fresh });
        }
    }

    #[test]
    fn who_waited_some_of_it_waits_for_the_rest(waits in prop::collection::vec(0.0..3000.0f64, 1..80), elapsed in 0.0..4000.0f64) {
        let whole = Spread::of(waits.clone());
        let rest = whole.after(elapsed);
        let longer: Vec<f64> = waits.iter().filter(|wait| **wait > elapsed).map(|wait| wait - elapsed).collect();
        prop_assert_eq!(&rest, &if longer.is_empty() { Spread::of(vec![0.0]) } else { Spread::of(longer) });
        prop_assert!(rest.quantile(1.0) <= whole.quantile(1.0));
        let patient = whole.answered(300.0);
        prop_assert!(patient.mean() <= whole.mean() + 1e-9, "those who are answered waited less");
        prop_assert!(patient.waits().iter().all(|wait| whole.waits().contains(wait)));
    }
}

#[test]
fn seen_within_twenty_minutes_is_a_share() {
    let spread = Spread::of((1..=100).map(|minute| f64::from(minute) * 60.0).collect());
    assert!((spread.within(1200.0) - 0.2).abs() < 1e-9);
    assert_eq!((spread.within(0.0), spread.within(1e9)), (0.0, 1.0));
    let (low, high) = spread.range();
    assert!((spread.within(high) - spread.within(low) - 0.8).abs() < 0.02);
    let partly = Spread::of(vec![60.0, 120.0, f64::INFINITY, f64::INFINITY]);
    assert_eq!((partly.never(), partly.mean(), partly.quantile(0.9)), (0.5, 90.0, f64::INFINITY));
}

/// Waits of which the range foretold holds far too few, on two channels that differ, and get longer half way through.
#[test]
fn ranges_hold_as_often_as_they_say_also_when_things_change() {
    let mut calibration = Calibration::default();
    let mut dice = Dice::new(4);
    let mut held = [[0.0f64; 2]; 2];
    let mut count = [[0.0f64; 2]; 2];
    for number in 0..12_000 {
        let (channel, late) = ((number % 2) as u32, number >= 6000);
        let usual = if channel == 0 { 60.0 } else { 240.0 };
        let wait = -dice.share().ln() * usual * if late { 1.6 } else { 1.0 };
        let raw = Given { about: usual, range: (usual * 0.8, usual * 1.1) };
        let told = calibration.correct(channel, raw);
        if number >= 1000 && !(6000..7500).contains(&number) {
            let (channel, late) = (channel as usize, usize::from(late));
            count[channel][late] += 1.0;
            held[channel][late] += f64::from(told.range.0 <= wait && wait <= told.range.1);
        }
        assert!(told.range.0 <= told.range.1 && told.range.0 >= 0.0);
        calibration.learn(channel, raw, told, wait);
    }
    for channel in 0..2 {
        for late in 0..2 {
            let share = held[channel][late] / count[channel][late];
            assert!((share - 0.8).abs() < 0.03, "channel {channel}, late {late}: {share:.3}");
        }
    }
    assert!((calibration.level() - 1.6).abs() < 0.25, "{}", calibration.level());
}
