//! Roads another body looks after, as lines with a width: is this point on one?

use crate::{Point, point::EARTH};
use serde::Deserialize;

/// A road the council is not responsible for.
#[derive(Debug, Clone, PartialEq)]
pub struct Road {
    /// A short name for data, such as "a14".
    pub id: String,
    /// Its name on signs, such as "A14".
    pub name: String,
    /// Who looks after it.
    pub responsible: String,
    /// Where to report to them: a web address or a telephone number.
    pub contact: String,
    metres: f64,
    points: Vec<Point>,
}

/// What is wrong with a file of roads.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RoadsError {
    /// Not valid TOML, or a field missing or of the wrong kind.
    #[error("{0}")]
    Toml(String),
    /// A road whose line or width cannot be used.
    #[error("road {id}: {reason}")]
    Road {
        /// The road's id.
        id: String,
        /// What is wrong with it.
        reason: String,
    },
}

/// The roads others look after.
#[derive(Debug, Clone, Default)]
pub struct Roads {
    roads: Vec<Road>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    road: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: String,
    name: String,
    responsible: String,
    contact: String,
    metres: f64,
    points: Vec<[f64; 2]>,
}

impl Roads {
    /// Reads `[[road]]` tables: `id`, `name`, `responsible`, `contact`, `metres` (from the
    /// centre line to each side) and `points` (`[latitude, longitude]`, at least two).
    pub fn parse(text: &str) -> Result<Roads, RoadsError> {
        let file: File = toml::from_str(text).map_err(|error| RoadsError::Toml(error.to_string()))?;
        let roads = file.road.into_iter().map(Road::read).collect::<Result<_, _>>()?;
        Ok(Roads { roads })
    }

    /// The road the point is on and its distance in metres from the centre line; of several,
    /// the one whose line is nearest.
    pub fn at(&self, point: Point) -> Option<(&Road, f64)> {
        self.roads
            .iter()
            .map(|road| (road, road.metres_from(point)))
            .filter(|(road, metres)| *metres <= road.metres)
            .min_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// Every road of the file, in its order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Road> {
        self.roads.iter()
    }
}

impl Road {
    fn read(line: Line) -> Result<Road, RoadsError> {
        let wrong = |reason: String| RoadsError::Road { id: line.id.clone(), reason };
        if line.points.len() < 2 {
            return Err(wrong("a line needs at least two points".into()));
        }
        if !(line.metres > 0.0 && line.metres.is_finite()) {
            return Err(wrong("\"metres\" must be more than 0".into()));
        }
        let points = line
            .points
            .iter()
            .map(|[latitude, longitude]| Point::new(*latitude, *longitude))
            .collect::<Result<Vec<Point>, _>>()
            .map_err(|error| wrong(error.to_string()))?;
        Ok(Road {
            id: line.id,
            name: line.name,
            responsible: line.responsible,
            contact: line.contact,
            metres: line.metres,
            points,
        })
    }

    /// Distance from the centre line in metres, on a plane that touches the earth at the point;
    /// right to a few centimetres within ten kilometres.
    pub fn metres_from(&self, point: Point) -> f64 {
        let squeeze = point.latitude().to_radians().cos();
        let plane = |other: &Point| {
            let east = (other.longitude() - point.longitude()).to_radians() * squeeze * EARTH;
            let north = (other.latitude() - point.latitude()).to_radians() * EARTH;
            (east, north)
        };
        self.points.windows(2).map(|ends| from_origin(plane(&ends[0]), plane(&ends[1]))).fold(f64::INFINITY, f64::min)
    }
}

/// Distance from the origin to the line between two points of a plane.
fn from_origin(a: (f64, f64), b: (f64, f64)) -> f64 {
    let along = (b.0 - a.0, b.1 - a.1);
    let length = along.0 * along.0 + along.1 * along.1;
    let share = if length == 0.0 { 0.0 } else { (-(a.0 * along.0 + a.1 * along.1) / length).clamp(0.0, 1.0) };
    (a.0 + share * along.0).hypot(a.1 + share * along.1)
}
