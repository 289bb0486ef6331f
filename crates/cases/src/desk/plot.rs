//! A plot of positions: counts in a grid of squares, as circles whose area follows the count.

/// Columns of the grid.
const COLUMNS: usize = 90;
/// Width of a square in units of the drawing.
const SQUARE: f64 = 8.0;

/// A circle of the plot.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Dot {
    pub x: String,
    pub y: String,
    pub radius: String,
}

/// A plot ready to be drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Plot {
    pub width: usize,
    pub height: usize,
    /// Closed, then live, so that the live lie on top.
    pub closed: Vec<Dot>,
    pub live: Vec<Dot>,
    /// How many are drawn, and how many lie too far out to be drawn.
    pub drawn: usize,
    pub outside: usize,
}

/// What is drawn: south, west, and degrees of a square in each direction.
struct Grid {
    south: f64,
    west: f64,
    step_lat: f64,
    step_lon: f64,
    rows: usize,
}

impl Plot {
    /// Plots positions (degrees north and east). The frame holds all but the outermost hundredth on each side, so that
    /// one mistaken position does not shrink the town to a dot.
    pub fn of(live: &[(f64, f64)], closed: &[(f64, f64)]) -> Plot {
        let Some(grid) = Grid::around(live.iter().chain(closed)) else { return Plot::default() };
        let (closed_dots, closed_in) = grid.dots(closed);
        let (live_dots, live_in) = grid.dots(live);
        let drawn = closed_in + live_in;
        Plot {
            width: (COLUMNS as f64 * SQUARE) as usize,
            height: (grid.rows as f64 * SQUARE) as usize,
            closed: closed_dots,
            live: live_dots,
            drawn,
            outside: live.len() + closed.len() - drawn,
        }
    }
}

/// The value below which this share of the values lies.
fn share(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let last = values.len() - 1;
    values[((last as f64 * share).round() as usize).min(last)]
}

impl Grid {
    fn around<'a>(positions: impl Iterator<Item = &'a (f64, f64)>) -> Option<Grid> {
        let (mut lats, mut lons): (Vec<f64>, Vec<f64>) = positions.copied().unzip();
        if lats.is_empty() {
            return None;
        }
        let (south, north) = (share(&mut lats, 0.01), share(&mut lats, 0.99));
        let (west, east) = (share(&mut lons, 0.01), share(&mut lons, 0.99));
        // A degree of longitude is shorter than one of latitude by the cosine of the latitude.
        let squeeze = south.to_radians().cos().max(0.01);
        let step_lon = ((east - west) / COLUMNS as f64).max(1e-5);
        let step_lat = step_lon * squeeze;
        let rows = (((north - south) / step_lat).ceil() as usize).clamp(1, 2 * COLUMNS);
        Some(Grid { south, west, step_lat, step_lon, rows })
    }

    fn square(&self, (latitude, longitude): (f64, f64)) -> Option<(usize, usize)> {
        let across = ((longitude - self.west) / self.step_lon).floor();
        let up = ((latitude - self.south) / self.step_lat).floor();
        let inside = |n: f64, most: usize| n >= 0.0 && n <= most as f64;
        if !inside(across, COLUMNS) || !inside(up, self.rows) {
            return None;
        }
        Some(((across as usize).min(COLUMNS - 1), (up as usize).min(self.rows - 1)))
    }

    fn dots(&self, positions: &[(f64, f64)]) -> (Vec<Dot>, usize) {
        let mut counts = std::collections::BTreeMap::new();
        for square in positions.iter().filter_map(|position| self.square(*position)) {
            *counts.entry(square).or_insert(0usize) += 1;
        }
        let inside = counts.values().sum();
        let dot = |((across, up), count): ((usize, usize), usize)| Dot {
            x: format!("{:.0}", (across as f64 + 0.5) * SQUARE),
            y: format!("{:.0}", (self.rows as f64 - up as f64 - 0.5) * SQUARE),
            radius: format!("{:.1}", (1.5 + (count as f64).sqrt()).min(SQUARE)),
        };
        (counts.into_iter().map(dot).collect(), inside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn north_is_up_east_is_right_and_the_outermost_are_counted_not_drawn() {
        let mut town: Vec<(f64, f64)> =
            (0..400).map(|n| (52.0 + f64::from(n / 20) * 0.001, 0.1 + f64::from(n % 20) * 0.001)).collect();
        town.push((0.0, 0.0));
        let plot = Plot::of(&town, &[]);
        assert_eq!(plot.drawn + plot.outside, 401);
        assert!((1..60).contains(&plot.outside), "{}", plot.outside);
        let number = |text: &String| text.parse::<f64>().unwrap();
        assert!(plot.live.iter().all(|dot| number(&dot.x) < plot.width as f64 && number(&dot.y) < plot.height as f64));
        let grid = Grid::around(town.iter()).unwrap();
        let (south, north) = (grid.square((52.002, 0.11)).unwrap(), grid.square((52.017, 0.11)).unwrap());
        let (west, east) = (grid.square((52.01, 0.102)).unwrap(), grid.square((52.01, 0.117)).unwrap());
        assert!(south.1 < north.1 && west.0 < east.0);
    }

    #[test]
    fn one_position_or_none_is_no_trouble() {
        assert_eq!(Plot::of(&[], &[]), Plot::default());
        assert_eq!(Plot::of(&[(52.0, 0.1)], &[]).drawn, 1);
    }
}
