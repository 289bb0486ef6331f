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

/// Words between "on" and the name of a road.
const ARTICLES: [&str; 8] = ["the", "yr", "y", "r", "road", "طريق", "الطريق", "السريع"];
/// Words after which a road is where something is.
const ON: [&str; 6] = ["on", "onto", "along", "ar", "على", "في"];
/// What leads on and off such a road and belongs to it.
const SLIP: [&str; 5] = ["slip", "sliproad", "slipffordd", "منحدر", "مخرج"];
/// Words between such a lead and the road.
const TO: [&str; 10] = ["to", "from", "for", "off", "onto", "i", "o", "oddi", "إلى", "من"];
/// Words that may stand before the name of a road at the beginning.
const LEADING: [&str; 18] = [
    "junction",
    "jct",
    "slip",
    "sliproad",
    "roundabout",
    "of",
    "at",
    "in",
    "litter",
    "layby",
    "laybys",
    "verge",
    "northbound",
    "southbound",
    "eastbound",
    "westbound",
    "cyffordd",
    "تقاطع",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    road: Vec<Line>,
    #[serde(default)]
    by_name: Vec<ByName>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ByName {
    names: Vec<String>,
    responsible: String,
    contact: String,
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
    /// centre line to each side) and `points` (`[latitude, longitude]`, at least two); and `[[by_name]]`
    /// tables for roads without a line: `names`, `responsible`, `contact`.
    pub fn parse(text: &str) -> Result<Roads, RoadsError> {
        let file: File = toml::from_str(text).map_err(|error| RoadsError::Toml(error.to_string()))?;
        let mut roads = file.road.into_iter().map(Road::read).collect::<Result<Vec<_>, _>>()?;
        roads.extend(file.by_name.into_iter().flat_map(Road::by_name));
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

    /// The road a person's words put something on: "A14", "a 14 near Milton", "lay-by on the A14". Words that only pass
    /// by it, such as "Milton Road, by the A14" or "bridge over the A14", name another place.
    pub fn named(&self, text: &str) -> Option<&Road> {
        let lower = text.to_lowercase();
        let lower = lower.replace("lay-by", "layby").replace("lay by", "layby");
        let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        (0..words.len()).find_map(|at| {
            let before = &words[..at];
            let mut nearest = before.iter().rev().filter(|word| !ARTICLES.contains(word));
            let on = match (nearest.next(), nearest.next()) {
                (Some(word), _) if ON.contains(word) || SLIP.contains(word) => true,
                (Some(word), Some(lead)) => TO.contains(word) && SLIP.contains(lead),
                _ => false,
            };
            let first = before.iter().all(|word| {
                LEADING.contains(word) || ARTICLES.contains(word) || ON.contains(word) || is_junction(word)
            });
            if !on && !first {
                return None;
            }
            let apart = words.get(at + 1).map(|next| format!("{}{next}", words[at]));
            let is = |road: &&Road| {
                let name = road.name.to_lowercase();
                name == words[at] || (words[at].chars().count() == 1 && Some(name) == apart)
            };
            self.roads.iter().find(is)
        })
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

    fn by_name(of: ByName) -> impl Iterator<Item = Road> {
        let ByName { names, responsible, contact } = of;
        names.into_iter().map(move |name| Road {
            id: name.to_lowercase(),
            name,
            responsible: responsible.clone(),
            contact: contact.clone(),
            metres: 0.0,
            points: Vec::new(),
        })
    }

    /// Metres from the centre line to each side that count as on the road.
    pub fn reach(&self) -> f64 {
        self.metres
    }

    /// Distance from the centre line in metres, on a plane that touches the earth at the point;
    /// right to a few centimetres within ten kilometres. Infinite for a road known by name alone.
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

/// "33" or "j33".
fn is_junction(word: &str) -> bool {
    let number = word.strip_prefix('j').unwrap_or(word);
    word == "j" || (!number.is_empty() && number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Distance from the origin to the line between two points of a plane.
fn from_origin(a: (f64, f64), b: (f64, f64)) -> f64 {
    let along = (b.0 - a.0, b.1 - a.1);
    let length = along.0 * along.0 + along.1 * along.1;
    let share = if length == 0.0 { 0.0 } else { (-(a.0 * along.0 + a.1 * along.1) / length).clamp(0.0, 1.0) };
    (a.0 + share * along.0).hypot(a.1 + share * along.1)
}
