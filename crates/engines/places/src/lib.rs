//! Where things are: postcodes, the nearest one to a point, whose area a point is in, roads the
//! council does not look after, and reports of the same thing nearby.
//!
//! Pure: tables come in as text ([`Postcodes::parse`], [`Roads::parse`]). Positions are WGS 84
//! degrees; distances are metres on a sphere of the earth's mean radius.

mod bounds;
mod nearest;
mod point;
mod postcode;
mod postcodes;
mod roads;

pub use bounds::{Bounds, nearby};
pub use nearest::PointIndex;
pub use point::{Point, PointError};
pub use postcode::{Postcode, PostcodeError};
pub use postcodes::{Area, Place, Postcodes, TableError, Whose};
pub use roads::{Road, Roads, RoadsError};
