//! Pictures are decoded and written anew: what a camera notes beside them (where it stood, when, whose it is) does not come
//! along, nor does anything a reader of pictures could be tricked with. They are turned the way the camera was held first.

use super::content::Content;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// The most pixels of a picture: a telephone's has twelve or fifty million.
const PIXELS: u64 = 64_000_000;
/// The most memory decoding may take, in bytes.
const MEMORY: u64 = 512 << 20;
/// The longest side kept, in pixels: a page of A4 photographed whole can be read at it.
const SIDE: u32 = 4096;
/// The longest side of the small picture beside a name.
const SMALL: u32 = 320;
/// The quality of photographs, of a hundred.
const QUALITY: u8 = 85;

/// A picture written anew.
pub struct Rewritten {
    /// What it is now.
    pub content: Content,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// A small JPEG of it.
    pub small: Vec<u8>,
}

/// Why a picture cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It is damaged, or no picture after all.
    Broken,
    /// It has more pixels than are taken.
    TooManyPixels,
}

/// Decodes a picture and writes it anew, no larger than `most` bytes.
pub fn rewrite(bytes: &[u8], content: Content, most: usize) -> Result<Rewritten, Unreadable> {
    let format = match content {
        Content::Jpeg => ImageFormat::Jpeg,
        Content::Png => ImageFormat::Png,
        Content::Webp => ImageFormat::WebP,
        Content::Pdf => return Err(Unreadable::Broken),
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    // Looked at before anything is decoded: a few bytes may say that they are a wall of pixels.
    if u64::from(width) * u64::from(height) > PIXELS {
        return Err(Unreadable::TooManyPixels);
    }
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    image.apply_orientation(turned);
    if image.width().max(image.height()) > SIDE {
        image = image.thumbnail(SIDE, SIDE);
    }
    let is_small = image.width().max(image.height()) <= SMALL;
    let small = if is_small { jpeg(&image)? } else { jpeg(&image.thumbnail(SMALL, SMALL))? };
    let see_through = image.color().has_alpha();
    if content == Content::Png || see_through {
        let bytes = png(&image, see_through)?;
        if bytes.len() <= most {
            return Ok(Rewritten { content: Content::Png, bytes, small });
        }
    }
    let bytes = jpeg(&image)?;
    Ok(Rewritten { content: Content::Jpeg, bytes, small })
}

fn unreadable(cause: image::ImageError) -> Unreadable {
    match cause {
        image::ImageError::Limits(_) => Unreadable::TooManyPixels,
        _ => Unreadable::Broken,
    }
}

/// On white, where it could be seen through.
fn jpeg(image: &DynamicImage) -> Result<Vec<u8>, Unreadable> {
    let mut out = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut out, QUALITY);
    let flat = if image.color().has_alpha() { on_white(image) } else { image.to_rgb8() };
    flat.write_with_encoder(encoder).map_err(unreadable)?;
    Ok(out)
}

fn on_white(image: &DynamicImage) -> image::RgbImage {
    let from = image.to_rgba8();
    image::RgbImage::from_fn(from.width(), from.height(), |x, y| {
        let [r, g, b, a] = from.get_pixel(x, y).0.map(u32::from);
        let over = |c: u32| ((c * a + 255 * (255 - a)) / 255) as u8;
        image::Rgb([over(r), over(g), over(b)])
    })
}

fn png(image: &DynamicImage, see_through: bool) -> Result<Vec<u8>, Unreadable> {
    let mut out = Vec::new();
    let encoder = PngEncoder::new(&mut out);
    let written = match see_through {
        true => image.to_rgba8().write_with_encoder(encoder),
        false => image.to_rgb8().write_with_encoder(encoder),
    };
    written.map_err(unreadable)?;
    Ok(out)
}

#[cfg(test)]
#[path = "picture_tests.rs"]
mod tests;
