use super::*;
use crate::hash::Table;
use crate::record::Level;

/// Draws levels with the given chances.
struct Chance(Sequence);

impl Chance {
    fn happens(&mut self, share: f64) -> bool {
        (self.0.below(1 << 30) as f64) < share * f64::from(1 << 30)
    }

    fn level(&mut self, field: Field, of: &[f64; MOST_LEVELS]) -> Level {
        let mut left = self.0.below(1 << 30) as f64 / f64::from(1 << 30);
        let last = field.levels().len() - 1;
        for (at, share) in of.iter().enumerate().take(last) {
            left -= share;
            if left < 0.0 {
                return field.levels()[at];
            }
        }
        field.levels()[last]
    }
}

/// Pairs drawn from a known model: so many of one person, some of whom moved, and so many of strangers.
fn drawn(truth: &Model, matches: usize, strangers: usize) -> (Pairs, Background) {
    let mut chance = Chance(Sequence::new(7));
    let (mut pairs, mut numbers) = (Pairs::default(), Table::<usize>::default());
    let (mut present, mut agreeing) = ([0.0; FIELDS], [0.0; FIELDS]);
    for pair in 0..matches + strangers {
        let same = pair < matches;
        let moved = same && chance.happens(truth.moved_share);
        let levels: Pattern = Field::ALL.map(|field| {
            let of = if same && (field.is_personal() || !moved) { &truth.m } else { &truth.u };
            match field.is_order() {
                true => Level::AsWritten,
                false if chance.happens(0.03) => Level::Missing,
                false => chance.level(field, &of[field as usize]),
            }
        });
        for (at, level) in super::present(&levels) {
            present[at] += 1.0;
            agreeing[at] += f64::from(u8::from(level == 0));
        }
        let key = crate::hash::of_parts(&levels.map(|level| level as u32));
        let number = *numbers.entry(key).or_insert(pairs.patterns.len());
        if number == pairs.patterns.len() {
            pairs.patterns.push(levels);
            pairs.seen.push(0.0);
        }
        pairs.seen[number] += 1.0;
    }
    let others = Field::ALL.map(|field| {
        let u = truth.u[field as usize];
        std::array::from_fn(|level| if level == 0 { 0.0 } else { u[level] / (1.0 - u[0]) })
    });
    let starting_u = truth.u.map(|levels| levels[0]);
    (pairs, Background { possible: (matches + strangers) as f64, present, agreeing, others, starting_u })
}

#[test]
fn em_recovers_the_model_the_pairs_were_drawn_from() {
    let mut truth = Model::starting();
    for field in Field::ALL.into_iter().filter(|field| !field.is_order()) {
        let levels = field.levels().len();
        // Quite another m than EM starts from.
        let share = |level: usize| if level == 0 { 0.6 } else { 0.4 / (levels - 1) as f64 };
        (0..levels).for_each(|level| truth.m[field as usize][level] = share(level));
    }
    truth.moved_share = 0.25;
    let (pairs, background) = drawn(&truth, 4_000, 200_000);
    let found = fit(&background, &pairs, 4_000);
    let matches = found.match_share * background.possible;
    assert!((3_800.0..4_200.0).contains(&matches), "{matches} matches");
    assert!((0.22..0.28).contains(&found.moved_share), "{} moved", found.moved_share);
    for field in Field::ALL.into_iter().filter(|field| !field.is_order()) {
        for level in field.levels() {
            let (m, of_truth) = (found.m_probability(field, *level), truth.m_probability(field, *level));
            let off = (m.unwrap_or(9.0) - of_truth.unwrap_or(0.0)).abs();
            assert!(off < 0.03, "m of {field:?} {level:?}: {m:?}, not {of_truth:?}");
        }
        let (u, of_truth) = (found.u[field as usize][0], truth.u[field as usize][0]);
        assert!((u - of_truth).abs() < 0.1 * of_truth + 1e-4, "u of {field:?}: {u}, not {of_truth}");
    }
}

#[test]
fn probabilities_of_a_field_add_up_to_one() {
    let check = |model: &Model| {
        for field in Field::ALL {
            let sum = |levels: &Levels| levels[field as usize][..field.levels().len()].iter().sum::<f64>();
            assert!((sum(&model.m) - 1.0).abs() < 1e-9, "{field:?}");
            assert!(field.is_order() || (sum(&model.u) - 1.0).abs() < 1e-9, "{field:?}");
            assert!(!field.is_shared_nearby() || (sum(&model.nearby) - 1.0).abs() < 1e-9, "{field:?}");
        }
    };
    check(&Model::starting());
    let (pairs, background) = drawn(&Model::starting(), 500, 20_000);
    check(&fit(&background, &pairs, 500));
}

#[test]
fn a_file_that_says_nothing_leaves_the_starting_model() {
    let index = Index::new();
    let found = train(&index, Scope::Within, &Pairs::default());
    let starting = Model::starting();
    for field in Field::ALL {
        for level in field.levels() {
            let difference =
                found.m_probability(field, *level).unwrap() - starting.m_probability(field, *level).unwrap();
            assert!(difference.abs() < 1e-6);
        }
    }
    assert!(found.match_share.is_finite() && found.match_share < 1e-6);
}

#[test]
fn no_slip_counts_more_than_to_agree_does_and_what_nobody_showed_counts_as_before() {
    let (starting, mut model) = (Model::starting(), Model::starting());
    let at = Field::Address1 as usize;
    // Nearly all live in one street; of the strangers drawn none made a slip in it, or had another a little like it.
    model.u[at] = [0.7, 0.00003, 0.00003, 0.29994, 0.0, 0.0];
    model.m[at] = [0.85, 0.11, 0.004, 0.036, 0.0, 0.0];
    let bits = |model: &Model, level| model.bits(Field::Address1, level).unwrap();
    let settled = model.clone().settled(90.0, &starting);
    assert!(bits(&model, Level::Close) > 10.0 && bits(&model, Level::Similar) > 7.0);
    assert!((bits(&settled, Level::Close) - bits(&settled, Level::Exact)).abs() < 1e-9);
    assert_eq!(bits(&settled, Level::Exact), bits(&model, Level::Exact));
    assert!(bits(&settled, Level::Similar) <= bits(&starting, Level::Similar));
    assert!((settled.u[at].iter().sum::<f64>() - 1.0).abs() < 1e-9);
    let as_it_was = starting.clone().settled(90.0, &starting);
    let off = |field: Field, level| as_it_was.bits(field, level).unwrap() - starting.bits(field, level).unwrap();
    assert!(Field::ALL.iter().all(|field| field.levels().iter().all(|level| off(*field, *level).abs() < 1e-9)));
}

#[test]
fn agreement_is_counted_over_all_pairs() {
    let record = |symbol| [symbol; crate::record::COLUMNS];
    let first: Vec<Prepared> = [1, 1, 1, 2, 0].map(record).into();
    assert_eq!(agreement(&first, None, 0), (6.0, 3.0));
    let second: Vec<Prepared> = [1, 2, 2, 0].map(record).into();
    assert_eq!(agreement(&first, Some(&second), 0), (12.0, 5.0));
}

#[test]
fn far_is_limited_and_the_rest_keeps_its_proportions() {
    let mut shares = [0.06, 0.04, 0.9];
    limit_last(&mut shares);
    assert!((shares[2] - MOST_FAR).abs() < 1e-12 && (shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    assert!((shares[0] / shares[1] - 1.5).abs() < 1e-9);
    let mut within = [0.9, 0.1];
    limit_last(&mut within);
    assert_eq!(within, [0.9, 0.1]);
}
