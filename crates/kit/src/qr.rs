//! Pictures of addresses (QR codes, ISO/IEC 18004), to be drawn as SVG by `templates/parts/qr.html`.

use crate::error::{Error, Result};
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// A square picture of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// How many squares wide, with the quiet zone.
    pub width: usize,
    /// The dark squares, as an SVG path.
    pub dark: String,
}

/// How many squares stay empty around it.
const QUIET: usize = 4;

/// Draws the address; one that is too long for any picture is an error.
pub fn picture(address: &str) -> Result<Picture> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).map_err(Error::internal)?;
    let width = code.width();
    let mut dark = String::new();
    for (at, colour) in code.to_colors().into_iter().enumerate() {
        if colour == Color::Dark {
            write!(dark, "M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET).map_err(Error::internal)?;
        }
    }
    Ok(Picture { width: width + 2 * QUIET, dark })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_its_corner_within_the_quiet_zone() {
        let picture = picture("https://eastmere.example/ticket/abc").unwrap();
        assert!(picture.width > 30 && picture.dark.starts_with("M4 4h1v1h-1z"), "{picture:?}");
        assert!(super::picture(&"x".repeat(5000)).is_err());
    }
}
