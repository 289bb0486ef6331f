//! Boxes for asking a database, and the exact distance afterwards.

use crate::{Point, point::EARTH};

/// A box of degrees that surely holds a circle: what a database index can search.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Least latitude.
    pub south: f64,
    /// Greatest latitude.
    pub north: f64,
    /// Least longitude.
    pub west: f64,
    /// Greatest longitude.
    pub east: f64,
}

impl Bounds {
    /// The box around every place within `metres` of `centre`. Near the poles and across the
    /// date line it is the whole band of latitude.
    pub fn around(centre: Point, metres: f64) -> Bounds {
        // A millimetre more than asked covers rounding.
        let angle = (metres.max(0.0) + 0.001) / EARTH;
        let reach = angle.to_degrees();
        let (south, north) = (centre.latitude() - reach, centre.latitude() + reach);
        let ratio = angle.sin() / centre.latitude().to_radians().cos();
        let sideways = ratio.asin().to_degrees();
        let (west, east) = (centre.longitude() - sideways, centre.longitude() + sideways);
        let simple =
            south > -90.0 && north < 90.0 && angle < std::f64::consts::FRAC_PI_2 && west >= -180.0 && east <= 180.0;
        let (west, east) = if simple { (west, east) } else { (-180.0, 180.0) };
        Bounds { south: south.max(-90.0), north: north.min(90.0), west, east }
    }

    /// Whether the point is in the box.
    pub fn holds(&self, point: Point) -> bool {
        (self.south..=self.north).contains(&point.latitude()) && (self.west..=self.east).contains(&point.longitude())
    }
}

/// Those candidates within `metres` of `centre` and how far each is, nearest first; equals keep
/// their order. For "the same thing reported nearby": ask the database for open cases of the
/// same kind in [`Bounds::around`], then this.
pub fn nearby<T>(centre: Point, metres: f64, candidates: impl IntoIterator<Item = (T, Point)>) -> Vec<(T, f64)> {
    let mut found: Vec<(T, f64)> = candidates
        .into_iter()
        .map(|(what, point)| (what, centre.metres_to(point)))
        .filter(|(_, distance)| *distance <= metres)
        .collect();
    found.sort_by(|a, b| a.1.total_cmp(&b.1));
    found
}
