use super::*;

const GROWTH: Growth =
    Growth { trees: 200, rate: 0.1, leaves: 8, least: 10.0, columns: 1.0, rows: 0.8, ridge: 1.0, seed: 5 };

/// 2,000 rows of three numbers; the third says nothing. The target has a step, a slope, and noise to one side.
fn made_up() -> (Vec<Vec<f32>>, Vec<f64>) {
    let mut dice = Dice::new(1);
    let rows: Vec<Vec<f32>> = (0..2000).map(|_| (0..3).map(|_| dice.share() as f32).collect()).collect();
    let targets = rows.iter().map(|row| truth(row) - 20.0 * dice.share().ln()).collect();
    (rows, targets)
}

fn truth(row: &[f32]) -> f64 {
    f64::from(row[0]) * 50.0 + if row[1] > 0.5 { 100.0 } else { 0.0 }
}

#[test]
fn the_mean_is_found_through_noise() {
    let (rows, targets) = made_up();
    let weights = vec![1.0; rows.len()];
    let trees = Trees::learn(Table { rows: &rows, targets: &targets, weights: &weights }, Aim::Mean, &GROWTH);
    let off = |row: &Vec<f32>| trees.answer(row) - (truth(row) + 20.0);
    let rmse = (rows.iter().map(|row| off(row).powi(2)).sum::<f64>() / rows.len() as f64).sqrt();
    assert!(rmse < 10.0, "{rmse}: the noise alone is 20");
}

#[test]
fn a_quantile_holds_its_share() {
    let (rows, targets) = made_up();
    let weights = vec![1.0; rows.len()];
    let growth = Growth { trees: 80, least: 60.0, ..GROWTH };
    for share in [0.1, 0.5, 0.9] {
        let trees =
            Trees::learn(Table { rows: &rows, targets: &targets, weights: &weights }, Aim::Quantile(share), &growth);
        let mut dice = Dice::new(2);
        let fresh: Vec<Vec<f32>> = (0..4000).map(|_| (0..3).map(|_| dice.share() as f32).collect()).collect();
        let below = fresh.iter().filter(|row| truth(row) - 20.0 * dice.share().ln() < trees.answer(row)).count();
        let held = below as f64 / fresh.len() as f64;
        assert!((held - share).abs() < 0.05, "{share}: {held}");
    }
}

#[test]
fn a_row_counts_by_its_weight_and_the_same_seed_grows_the_same_trees() {
    let rows: Vec<Vec<f32>> = (0..100).map(|row| vec![row as f32]).collect();
    let targets: Vec<f64> = (0..100).map(|row| f64::from(row % 2)).collect();
    let weights: Vec<f64> = (0..100).map(|row| if row % 2 == 1 { 3.0 } else { 1.0 }).collect();
    let table = Table { rows: &rows, targets: &targets, weights: &weights };
    let one = Growth { trees: 0, ..GROWTH };
    assert!((Trees::learn(table, Aim::Mean, &one).answer(&[5.0]) - 0.75).abs() < 1e-9);
    assert_eq!(Trees::learn(table, Aim::Mean, &GROWTH), Trees::learn(table, Aim::Mean, &GROWTH));
    assert_ne!(Trees::learn(table, Aim::Mean, &GROWTH), Trees::learn(table, Aim::Mean, &Growth { seed: 6, ..GROWTH }));
}

#[test]
fn of_nothing_nothing_is_learned() {
    let table = Table { rows: &[], targets: &[], weights: &[] };
    assert_eq!(Trees::learn(table, Aim::Mean, &GROWTH).answer(&[1.0]), 0.0);
    let same = vec![vec![1.0f32]; 50];
    let table = Table { rows: &same, targets: &[7.0; 50], weights: &[1.0; 50] };
    assert_eq!(Trees::learn(table, Aim::Mean, &GROWTH).answer(&[1.0]), 7.0);
}
