//! A position on the earth and the distance between two.

/// Mean radius of the earth in metres (IUGG).
pub(crate) const EARTH: f64 = 6_371_008.8;

/// A position in WGS 84 degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    latitude: f64,
    longitude: f64,
}

/// What is wrong with a pair of coordinates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PointError {
    /// Latitude is not a number from −90 to 90.
    #[error("latitude must be a number from -90 to 90")]
    Latitude,
    /// Longitude is not a number from −180 to 180.
    #[error("longitude must be a number from -180 to 180")]
    Longitude,
}

impl Point {
    /// A position; refuses numbers outside the globe, infinities and not-a-number.
    pub fn new(latitude: f64, longitude: f64) -> Result<Point, PointError> {
        if !(-90.0..=90.0).contains(&latitude) {
            return Err(PointError::Latitude);
        }
        if !(-180.0..=180.0).contains(&longitude) {
            return Err(PointError::Longitude);
        }
        Ok(Point { latitude, longitude })
    }

    /// Degrees north of the equator.
    pub fn latitude(self) -> f64 {
        self.latitude
    }

    /// Degrees east of Greenwich.
    pub fn longitude(self) -> f64 {
        self.longitude
    }

    /// Great-circle distance in metres (haversine formula).
    pub fn metres_to(self, other: Point) -> f64 {
        let (lat, other_lat) = (self.latitude.to_radians(), other.latitude.to_radians());
        let half_lat = (other_lat - lat) / 2.0;
        let half_lon = (other.longitude - self.longitude).to_radians() / 2.0;
        let h = half_lat.sin().powi(2) + lat.cos() * other_lat.cos() * half_lon.sin().powi(2);
        2.0 * EARTH * h.sqrt().min(1.0).asin()
    }

    /// The same position as a vector of length 1 from the earth's centre. The straight line
    /// between two such vectors grows with the distance along the ground.
    pub(crate) fn vector(self) -> [f64; 3] {
        let (lat, lon) = (self.latitude.to_radians(), self.longitude.to_radians());
        [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_right() {
        let paddington = Point::new(51.5154, -0.1755).unwrap();
        let cambridge = Point::new(52.1943, 0.1371).unwrap();
        let metres = paddington.metres_to(cambridge);
        assert!((metres - 78_480.0).abs() < 300.0, "{metres}");
        let degree = Point::new(0.0, 0.0).unwrap().metres_to(Point::new(1.0, 0.0).unwrap());
        assert!((degree - 111_195.08).abs() < 0.1, "{degree}");
        assert_eq!(cambridge.metres_to(cambridge), 0.0);
        let antipodes = Point::new(0.0, 0.0).unwrap().metres_to(Point::new(0.0, 180.0).unwrap());
        assert!((antipodes - std::f64::consts::PI * EARTH).abs() < 1.0);
    }

    #[test]
    fn places_off_the_globe_are_refused() {
        assert_eq!(Point::new(90.1, 0.0), Err(PointError::Latitude));
        assert_eq!(Point::new(f64::NAN, 0.0), Err(PointError::Latitude));
        assert_eq!(Point::new(0.0, -180.1), Err(PointError::Longitude));
        assert_eq!(Point::new(0.0, f64::INFINITY), Err(PointError::Longitude));
    }
}
