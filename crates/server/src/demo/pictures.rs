//! Photographs of the demo, drawn by numbers: a road with a hole, a heap on the pavement, a lamp. Each goes the way of every other that is
//! sent: looked at, written anew, kept.

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use kit::facts::Subject;
use kit::files::{self, File, Spooled, Takes};
use kit::id::Entropy;
use kit::{App, Error, Result};
use std::io::Write;

const WIDTH: u32 = 320;
const HEIGHT: u32 = 240;

/// A picture as a PNG; no two are the same.
fn drawn(chance: &Entropy) -> Vec<u8> {
    let kind = chance.below(3);
    let (x, y) = (90.0 + chance.below(140) as f64, 130.0 + chance.below(60) as f64);
    let (wide, high) = (30.0 + chance.below(40) as f64, 14.0 + chance.below(20) as f64);
    let mut rows = Vec::with_capacity((WIDTH as usize * 3 + 1) * HEIGHT as usize);
    for row in 0..HEIGHT {
        rows.push(0);
        for column in 0..WIDTH {
            let grain = ((column * 31) ^ (row * 17) ^ (column * row)) as u8 & 15;
            let (dx, dy) = ((f64::from(column) - x) / wide, (f64::from(row) - y) / high);
            let colour = match (row < 80, dx * dx + dy * dy < 1.0, kind) {
                // Sky, wall; then the road with what lies in it.
                (true, _, 2) if (column as i32 - x as i32).abs() < 5 => [60, 62, 66],
                (true, ..) => [150, 175, 200],
                (_, true, 0) => [38, 34, 30],
                (_, true, 1) => [112, 92, 64],
                _ if (row / 3).is_multiple_of(24) => [190, 190, 180],
                _ => [104, 106, 108],
            };
            rows.extend(colour.map(|part: u8| part.saturating_add(grain)));
        }
    }
    png(&rows)
}

/// Rows of eight-bit red, green and blue, each behind its filter's number, as a PNG (ISO/IEC 15948).
fn png(rows: &[u8]) -> Vec<u8> {
    let mut head = [WIDTH.to_be_bytes(), HEIGHT.to_be_bytes()].concat();
    head.extend([8, 2, 0, 0, 0]);
    let mut pressed = ZlibEncoder::new(Vec::new(), Compression::fast());
    // Into memory: it cannot fail.
    let _ = pressed.write_all(rows);
    let pressed = pressed.finish().unwrap_or_default();
    let mut all = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, bytes) in [(b"IHDR", &head), (b"IDAT", &pressed), (b"IEND", &Vec::new())] {
        let mut sum = Crc::new();
        sum.update(name);
        sum.update(bytes);
        all.extend((bytes.len() as u32).to_be_bytes());
        all.extend(name.iter().chain(bytes));
        all.extend(sum.sum().to_be_bytes());
    }
    all
}

/// Keeps a picture for this owner.
pub async fn keep(app: &App, owner: &Subject) -> Result<File> {
    let spooled = Spooled::of_bytes(app, "photo.png", drawn(&app.entropy)).await?;
    let kept = files::keep(app, owner, &spooled, Takes { photos: true, pdf: false }).await?;
    let file = kept.map_err(|wrong| Error::internal(format!("a picture of the demo: {wrong:?}")))?;
    let mut tx = app.db.begin().await?;
    files::hand_in(&mut tx, &file).await?;
    tx.commit().await?;
    Ok(file)
}
