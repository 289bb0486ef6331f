//! "Already reported": a grid over the map that a database index can search, and the exact distance afterwards.

use kit::Id;
use kit::clock::Micros;
use places::{Point, nearby};
use std::cmp::Ordering;

/// Degrees of latitude in a cell: 200 metres.
const LATITUDE: f64 = 0.0018;
/// Degrees of longitude in a cell: at least 200 metres up to 60 degrees north.
const LONGITUDE: f64 = 0.0037;
/// Cells in one row around the earth.
const ROW: i64 = 100_000;

/// The widest radius the nine cells around a place surely hold, in metres.
pub const WIDEST: u32 = services::Duplicates::WIDEST;

fn square((latitude, longitude): (f64, f64)) -> (i64, i64) {
    (((latitude + 90.0) / LATITUDE).floor() as i64, ((longitude + 180.0) / LONGITUDE).floor() as i64)
}

/// The cell a position lies in; never 0, which stands for no position.
pub(crate) fn cell(position: (f64, f64)) -> i64 {
    let (y, x) = square(position);
    y * ROW + x + 1
}

/// The cell of a position and the eight around it.
pub(crate) fn cells_around(position: (f64, f64)) -> [i64; 9] {
    let middle = cell(position);
    let mut cells = [0; 9];
    for (n, place) in (0i64..).zip(&mut cells) {
        *place = middle + (n / 3 - 1) * ROW + n % 3 - 1;
    }
    cells
}

/// The id before every id made at this moment or later.
pub(crate) fn id_from(moment: Micros) -> Id {
    let mut bytes = [0; 16];
    bytes[..6].copy_from_slice(&((moment / 1000).max(0) as u64).to_be_bytes()[2..]);
    Id(bytes)
}

/// Metres between two positions.
pub(crate) fn metres((here, there): ((f64, f64), (f64, f64))) -> Option<u32> {
    let point = |(latitude, longitude)| Point::new(latitude, longitude).ok();
    Some(point(here)?.metres_to(point(there)?).round() as u32)
}

/// The candidate nearest to `centre` within `metres`, if there is one; of those at the same metre the greatest, which is the
/// newest where it is an id.
pub(crate) fn nearest<T: Ord>(centre: (f64, f64), metres: u32, candidates: Vec<(T, (f64, f64))>) -> Option<T> {
    let point = |(latitude, longitude)| Point::new(latitude, longitude).ok();
    let placed = candidates.into_iter().filter_map(|(what, at)| Some((what, point(at)?)));
    let found = nearby(point(centre)?, f64::from(metres.min(WIDEST)), placed);
    let order = |a: &(T, f64), b: &(T, f64)| match a.1.round().total_cmp(&b.1.round()) {
        Ordering::Equal => b.0.cmp(&a.0),
        other => other,
    };
    found.into_iter().min_by(order).map(|(what, _)| what)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Walks round the compass at the widest radius from places all over the country.
    #[test]
    fn the_nine_cells_hold_everything_within_the_widest_radius() {
        for latitude in [49.9, 52.2053, 55.0, 59.9] {
            for longitude in [-7.5, -0.0001, 0.0001, 0.1218, 1.7] {
                let cells = cells_around((latitude, longitude));
                for bearing in 0..360 {
                    let angle = f64::from(bearing).to_radians();
                    let north = f64::from(WIDEST) * angle.cos() / 111_195.0;
                    let east = f64::from(WIDEST) * angle.sin() / (111_195.0 * f64::to_radians(latitude).cos());
                    let there = (latitude + north, longitude + east);
                    assert!(cells.contains(&cell(there)), "{latitude} {longitude} {bearing}");
                }
            }
        }
    }

    #[test]
    fn the_nearest_within_reach_is_found_and_nothing_beyond() {
        let here = (52.2053, 0.1218);
        let metres_north = |metres: f64| (here.0 + metres / 111_195.0, here.1);
        let candidates = vec![("far", metres_north(29.0)), ("near", metres_north(8.0)), ("beyond", metres_north(31.0))];
        assert_eq!(nearest(here, 30, candidates), Some("near"));
        assert_eq!(nearest(here, 30, vec![("beyond", metres_north(31.0))]), None);
    }

    #[test]
    fn of_several_at_the_same_place_it_is_the_newest() {
        let here = (52.2053, 0.1218);
        assert_eq!(nearest(here, 30, vec![(1, here), (3, here), (2, here)]), Some(3));
        let beside = (here.0 + 5.0 / 111_195.0, here.1);
        assert_eq!(nearest(here, 30, vec![(1, here), (9, beside)]), Some(1), "nearer weighs more than newer");
    }

    #[test]
    fn an_id_from_a_moment_stands_before_the_ids_of_that_moment_only() {
        let moment = 1_790_000_000_000_000;
        let chance = kit::id::Entropy::seeded(5);
        assert!(id_from(moment) < Id::new(moment, &chance));
        assert!(id_from(moment) > Id::new(moment - 1000, &chance));
    }
}
