//! The forward simulation against what theory knows, and what must hold whatever comes.

use proptest::prelude::*;
use waits::*;

const SERVICE: f64 = 180.0;

fn memoryless(mean: f64) -> Length {
    Length::Exponential { mean }
}

/// All desks busy, so many before and then the one who asks.
fn busy(desks: u64, ahead: u64, patience: Option<f64>) -> Scene {
    let talking = Doing::Talking { service: 0, since: -50.0 };
    Scene {
        services: vec![Service { takes: memoryless(SERVICE), patience: patience.map(memoryless) }],
        counters: (0..desks).map(|id| Counter { doing: talking, ..Counter::ready(id, 1) }).collect(),
        line: (0..=ahead).map(|id| Person { id, service: 0, since: -10.0, turn: id as f64 }).collect(),
        ..Scene::default()
    }
}

fn deviation(spread: &Spread) -> f64 {
    // A normal has 68.27% within one deviation either side; these are near enough to normal only for long lines.
    (spread.quantile(0.841_345) - spread.quantile(0.158_655)) / 2.0
}

#[test]
fn with_no_memory_it_is_the_closed_form() {
    for (desks, ahead, patience) in
        [(1, 0, None), (10, 20, None), (10, 20, Some(446.0)), (3, 60, None), (8, 60, Some(300.0))]
    {
        let scene = busy(desks, ahead, patience);
        let last = &forward(&scene, 20_000, 3)[ahead as usize];
        let giving_up = patience.map_or(0.0, |mean| 1.0 / mean);
        let (mean, variance) = wait_behind(ahead as usize, desks as usize, 1.0 / SERVICE, giving_up);
        let error = (last.mean() - mean).abs() / (variance / 20_000.0).sqrt();
        assert!(
            error < 4.0,
            "{desks} desks, {ahead} ahead: {} instead of {mean}, {error:.1} standard errors",
            last.mean()
        );
        if ahead > 10 {
            let found = deviation(last);
            assert!((found / variance.sqrt() - 1.0).abs() < 0.05, "{found} instead of {}", variance.sqrt());
        }
    }
}

#[test]
fn who_comes_later_joins_the_line_then() {
    let scene = Scene {
        services: vec![Service { takes: memoryless(SERVICE), patience: None }],
        counters: vec![Counter::ready(7, 1)],
        line: vec![Person { id: 1, service: 0, since: 600.0, turn: 600.0 }],
        ..Scene::default()
    };
    let alone = &forward(&scene, PATHS, 3)[0];
    assert!(alone.waits().iter().all(|wait| *wait == 600.0), "called the moment they come: {:?}", alone.waits());
    let streams = vec![Stream { service: 0, every: 60.0, advantage: 0.0 }];
    let crowded = &forward(&Scene { streams, ..scene }, PATHS, 3)[0];
    assert!(crowded.quantile(0.1) > 900.0, "ten come before them, for one desk: {:?}", crowded.range());
}

#[test]
fn erlang_s_published_figures_are_met() {
    // 100 calls in half an hour, three minutes each, 14 agents: pyworkforce's own examples.
    let erlang_c = Theory { arrivals: 100.0 / 1800.0, services: 1.0 / 180.0, desks: 14, giving_up: 0.0 };
    let run = erlang_c.long_run();
    assert!((run.waits - 0.174_13).abs() < 1e-5 && (run.occupancy - 0.714_29).abs() < 1e-5, "{run:?}");
    assert!((erlang_c.answered_within(20.0) - 0.888_35).abs() < 1e-5);
    let run = Theory { giving_up: 1.0 / 300.0, ..erlang_c }.long_run();
    assert!((run.waits - 0.145_26).abs() < 1e-5 && (run.gives_up - 0.013_984).abs() < 1e-6, "{run:?}");
    assert!((run.occupancy - 0.704_297).abs() < 1e-6 && (run.wait / 60.0 - 0.069_919).abs() < 1e-6, "{run:?}");
    let nearly_patient = Theory { giving_up: 1e-9, ..erlang_c }.long_run();
    assert!((nearly_patient.waits - erlang_c.long_run().waits).abs() < 1e-4);
}

#[test]
fn whoever_has_talked_long_is_not_as_good_as_done() {
    // Of log-normal conversations those that last go on: after ten minutes more remains than at the start.
    let long = Length::LogNormal { middle: 121.0, sigma: 1.0 };
    let scene = |since: f64| Scene {
        services: vec![Service { takes: long.clone(), patience: None }],
        counters: vec![Counter { doing: Doing::Talking { service: 0, since }, ..Counter::ready(1, 1) }],
        line: vec![Person { id: 9, service: 0, since: 0.0, turn: 0.0 }],
        ..Scene::default()
    };
    let wait = |since| forward(&scene(since), 4000, 1)[0].mean();
    assert!(wait(-600.0) > wait(-1.0) && wait(-30.0) < wait(-1.0) + 60.0);
    assert!((wait(-1e-6) / long.mean() - 1.0).abs() < 0.1, "{}", wait(-1e-6));
}

/// One desk, conversations of ten minutes sharp, three people.
fn sharp() -> Scene {
    Scene {
        services: vec![Service { takes: Length::Steady(600.0), patience: None }; 2],
        counters: vec![Counter::ready(1, 0b11)],
        line: (0..3).map(|id| Person { id, service: 0, since: 0.0, turn: id as f64 }).collect(),
        ..Scene::default()
    }
}

fn sure(scene: &Scene) -> Vec<f64> {
    forward(scene, 5, 1).iter().map(|spread| spread.quantile(0.5)).collect()
}

#[test]
fn breaks_are_taken_whole_and_shifts_end() {
    assert_eq!(sure(&sharp()), [0.0, 600.0, 1200.0]);
    let mut scene = sharp();
    scene.counters[0].breaks = vec![Break { at: 500.0, lasts: 900.0 }];
    assert_eq!(sure(&scene), [0.0, 1500.0, 2100.0], "the break begins when the first is done");
    scene.now = 800.0;
    scene.counters[0].breaks = vec![Break { at: 500.0, lasts: 900.0 }];
    assert_eq!(sure(&scene), [600.0, 1200.0, 1800.0], "it has begun, and ends at 1400");
    scene.counters[0].doing = Doing::Talking { service: 0, since: 400.0 };
    assert_eq!(sure(&scene), [1100.0, 1700.0, 2300.0], "kept from it until 1000, and owed all of it");
    scene.counters[0].doing = Doing::Ready;
    scene.now = 2000.0;
    assert_eq!(sure(&scene), [0.0, 600.0, 1200.0], "it is over");
    scene = sharp();
    scene.counters[0].until = 900.0;
    assert_eq!(sure(&scene), [0.0, 600.0, f64::INFINITY], "nobody is called after the shift");
    assert_eq!(forward(&scene, 5, 1)[2].never(), 1.0);
    scene.counters.push(Counter { from: 3600.0, ..Counter::ready(2, 1) });
    assert_eq!(sure(&scene), [0.0, 600.0, 3600.0], "a partner comes at one");
}

#[test]
fn skills_bookings_priorities_and_no_shows_count() {
    let mut scene = sharp();
    scene.line[2].service = 1;
    scene.counters[0].skills = 0b01;
    assert_eq!(sure(&scene), [0.0, 600.0, f64::INFINITY], "nobody here can");
    scene.counters.push(Counter::ready(2, 0b10));
    assert_eq!(sure(&scene), [0.0, 600.0, 0.0]);
    scene = sharp();
    scene.line[2].turn = -1.0;
    assert_eq!(sure(&scene), [600.0, 1200.0, 0.0], "who has the earlier turn goes first");
    scene = sharp();
    let booked = Booking { id: 50, service: 0, at: 300.0, spread: 0.0, no_show: 0.0, turn: -1.0 };
    scene.bookings = vec![booked];
    assert_eq!(sure(&scene), [0.0, 1200.0, 1800.0]);
    scene.bookings = vec![Booking { no_show: 0.25, ..booked }];
    let second = &forward(&scene, 8000, 1)[1];
    assert!((second.within(700.0) - 0.25).abs() < 0.02, "{}", second.within(700.0));
    scene = sharp();
    scene.streams = vec![Stream { service: 0, every: 600.0, advantage: 1e6 }];
    assert!(forward(&scene, 500, 1)[2].mean() > 2000.0, "others come and go before");
    scene.services[0].patience = Some(Length::Steady(100.0));
    assert_eq!(forward(&scene, 500, 1)[0].mean(), 0.0);
}

#[test]
fn whoever_leaves_frees_their_turn_and_a_way_back_takes_time() {
    let mut scene = sharp();
    scene.services[0].patience = Some(Length::Steady(300.0));
    assert_eq!(
        sure(&scene),
        [0.0, 600.0, 600.0],
        "the second has left by then, the third is told what waits if they stay"
    );
    scene = sharp();
    scene.between = Some(Length::Steady(60.0));
    assert_eq!(sure(&scene), [0.0, 660.0, 1320.0]);
    scene.counters[0].doing = Doing::Between { since: -20.0 };
    assert_eq!(sure(&scene), [40.0, 700.0, 1360.0]);
}

/// Scenes where theory promises order: desks alike, no plans, nobody leaves.
fn plain() -> impl Strategy<Value = Scene> {
    let length = prop_oneof![
        (30.0..600.0).prop_map(memoryless),
        ((30.0..400.0), (0.3..1.2)).prop_map(|(middle, sigma)| Length::LogNormal { middle, sigma }),
    ];
    let desk = prop_oneof![Just(Doing::Ready), (-900.0..0.0).prop_map(|since| Doing::Talking { service: 0, since })];
    (length, prop::collection::vec(desk, 2..9), 2u64..30).prop_map(|(takes, doing, people)| Scene {
        services: vec![Service { takes, patience: None }],
        counters: doing.into_iter().zip(0..).map(|(doing, id)| Counter { doing, ..Counter::ready(id, 1) }).collect(),
        line: (0..people).map(|id| Person { id, service: 0, since: -5.0, turn: id as f64 }).collect(),
        ..Scene::default()
    })
}

fn shares() -> impl Iterator<Item = f64> {
    (0..=10).map(|tenth| f64::from(tenth) / 10.0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn people_ahead_never_shorten_a_wait(scene in plain(), turn in -1.0..30.0f64) {
        let before = forward(&scene, 40, 7);
        let mut fuller = scene.clone();
        fuller.line.push(Person { id: 999, service: 0, since: 0.0, turn });
        let after = forward(&fuller, 40, 7);
        for (person, (before, after)) in scene.line.iter().zip(before.iter().zip(&after)) {
            for share in shares() {
                prop_assert!(after.quantile(share) >= before.quantile(share) - 1e-6, "{}", person.id);
            }
            prop_assert!(person.turn < turn || after.mean() >= before.mean() - 1e-6);
            prop_assert!(person.turn > turn || (after.mean() - before.mean()).abs() < 1e-6, "who comes later changes nothing");
        }
    }

    #[test]
    fn closing_a_desk_never_shortens_a_wait(scene in plain(), which in 0usize..9) {
        let before = forward(&scene, 40, 7);
        let mut fewer = scene.clone();
        fewer.counters.remove(which % scene.counters.len());
        for (before, after) in before.iter().zip(&forward(&fewer, 40, 7)) {
            for share in shares() {
                prop_assert!(after.quantile(share) >= before.quantile(share) - 1e-6);
            }
        }
    }

    #[test]
    fn the_same_seed_tells_the_same_and_the_sooner_the_likelier(scene in plain(), seed in any::<u64>()) {
        let told = forward(&scene, 30, seed);
        prop_assert_eq!(&told, &forward(&scene, 30, seed));
        for spread in &told {
            let (low, high) = spread.range();
            prop_assert!(0.0 <= low && low <= high && spread.within(high) >= 0.8);
            prop_assert!(spread.within(600.0) <= spread.within(1200.0));
        }
    }
}
