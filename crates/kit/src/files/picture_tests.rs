use super::*;
use image::{ImageBuffer, Rgb, Rgba};

const MOST: usize = 20 << 20;

/// A picture whose left half is red and whose right half is blue.
fn halves(width: u32, height: u32) -> DynamicImage {
    let side = |x: u32| if x < width / 2 { Rgb([250u8, 10, 10]) } else { Rgb([10, 10, 250]) };
    ImageBuffer::from_fn(width, height, |x, _| side(x)).into()
}

fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    image.write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// A JPEG as a camera writes it: turned, with where it was taken and by whom.
fn from_a_camera(image: &DynamicImage, turned: u8) -> Vec<u8> {
    let plain = encoded(image, ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    // Artist at 50, GPS directory at 70, orientation.
    exif.extend_from_slice(&3u16.to_le_bytes());
    exif.extend(entry(0x0112, 3, 1, u32::from(turned)));
    exif.extend(entry(0x013b, 2, 20, 50));
    exif.extend(entry(0x8825, 4, 1, 70));
    exif.extend_from_slice(&0u32.to_le_bytes());
    exif.extend_from_slice(b"Ada Secretlydwelling");
    exif.extend_from_slice(&1u16.to_le_bytes());
    exif.extend(entry(0x001d, 2, 11, 90));
    exif.extend_from_slice(&0u32.to_le_bytes());
    exif.extend_from_slice(b"2026:11:22\0GPSLatitude 52.2053");
    let length = (exif.len() + 2) as u16;
    [&plain[..2], &[0xff, 0xe1], &length.to_be_bytes(), &exif, &plain[2..]].concat()
}

fn decoded(bytes: &[u8]) -> image::RgbImage {
    image::load_from_memory(bytes).unwrap().to_rgb8()
}

fn is_red(pixel: &Rgb<u8>) -> bool {
    pixel.0[0] > 200 && pixel.0[2] < 80
}

#[test]
fn where_a_photograph_was_taken_does_not_come_along() {
    let sent = from_a_camera(&halves(64, 32), 1);
    let has = |bytes: &[u8], text: &str| memchr::memmem::find(bytes, text.as_bytes()).is_some();
    for text in ["Exif", "Ada Secretlydwelling", "GPSLatitude"] {
        assert!(has(&sent, text), "the camera wrote {text}");
        let kept = rewrite(&sent, Content::Jpeg, MOST).unwrap();
        assert!(!has(&kept.bytes, text) && !has(&kept.small, text), "{text} is kept");
    }
    let mut png = encoded(&halves(8, 8), ImageFormat::Png);
    // A text beside the picture, before its first data.
    let chunk = b"tEXtLocation\0Secret Lane 9";
    let at = memchr::memmem::find(&png, b"IDAT").unwrap() - 4;
    let mut whole = ((chunk.len() - 4) as u32).to_be_bytes().to_vec();
    whole.extend_from_slice(chunk);
    whole.extend_from_slice(&crc(chunk).to_be_bytes());
    png.splice(at..at, whole);
    assert!(has(&png, "Secret Lane 9"));
    assert!(!has(&rewrite(&png, Content::Png, MOST).unwrap().bytes, "Secret Lane 9"));
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    })
}

#[test]
fn a_photograph_stands_as_the_camera_was_held() {
    // 6 says: turn it a quarter to the right; then what was left is on top.
    let kept = rewrite(&from_a_camera(&halves(64, 32), 6), Content::Jpeg, MOST).unwrap();
    let image = decoded(&kept.bytes);
    assert_eq!(image.dimensions(), (32, 64));
    assert!(is_red(image.get_pixel(16, 8)) && !is_red(image.get_pixel(16, 56)));
    let small = decoded(&kept.small);
    assert!(small.height() > small.width(), "the small one too");
}

#[test]
fn pictures_stay_what_they_are_and_webp_becomes_what_everything_reads() {
    let image = halves(40, 20);
    let clear: DynamicImage = ImageBuffer::from_pixel(20, 20, Rgba([0u8, 0, 0, 0])).into();
    for (image, format, content, kept) in [
        (&image, ImageFormat::Jpeg, Content::Jpeg, Content::Jpeg),
        (&image, ImageFormat::Png, Content::Png, Content::Png),
        (&image, ImageFormat::WebP, Content::Webp, Content::Jpeg),
        (&clear, ImageFormat::WebP, Content::Webp, Content::Png),
    ] {
        let rewritten = rewrite(&encoded(image, format), content, MOST).unwrap();
        assert_eq!(rewritten.content, kept, "{format:?}");
        assert_eq!(Content::of(&rewritten.bytes), Some(kept));
        assert_eq!(Content::of(&rewritten.small), Some(Content::Jpeg));
    }
    let small = rewrite(&encoded(&clear, ImageFormat::Png), Content::Png, MOST).unwrap().small;
    assert!(decoded(&small).get_pixel(5, 5).0.iter().all(|c| *c > 240), "what is seen through is white, not black");
}

#[test]
fn a_picture_that_is_too_large_to_be_kept_as_it_is_becomes_a_photograph() {
    let chance = crate::id::Entropy::seeded(3);
    let noise: DynamicImage = ImageBuffer::from_fn(200, 200, |_, _| Rgb(chance.bytes::<3>())).into();
    let png = encoded(&noise, ImageFormat::Png);
    let kept = rewrite(&png, Content::Png, png.len() / 2).unwrap();
    assert_eq!(kept.content, Content::Jpeg);
    let long = rewrite(&encoded(&halves(5_000, 20), ImageFormat::Png), Content::Png, MOST).unwrap();
    assert_eq!(decoded(&long.bytes).width(), SIDE);
    assert_eq!(decoded(&long.small).width(), SMALL);
}

#[test]
fn a_few_bytes_that_say_they_are_a_wall_of_pixels_are_refused() {
    let mut bomb = encoded(&halves(8, 8), ImageFormat::Png);
    bomb[16..20].copy_from_slice(&60_000u32.to_be_bytes());
    bomb[20..24].copy_from_slice(&60_000u32.to_be_bytes());
    let head = crc(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&head.to_be_bytes());
    assert_eq!(rewrite(&bomb, Content::Png, MOST).err(), Some(Unreadable::TooManyPixels));
}

#[test]
fn what_is_damaged_or_something_else_is_refused() {
    let jpeg = encoded(&halves(64, 64), ImageFormat::Jpeg);
    assert_eq!(rewrite(&jpeg[..100], Content::Jpeg, MOST).err(), Some(Unreadable::Broken));
    assert_eq!(rewrite(&jpeg, Content::Png, MOST).err(), Some(Unreadable::Broken));
    assert_eq!(rewrite(b"\x89PNG\r\n\x1a\nnothing more", Content::Png, MOST).err(), Some(Unreadable::Broken));
    let chance = crate::id::Entropy::seeded(9);
    for image in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP].map(|format| encoded(&halves(30, 30), format))
    {
        for _ in 0..60 {
            let mut damaged = image.clone();
            for _ in 0..1 + chance.below(8) {
                let at = chance.below(damaged.len() as u64) as usize;
                damaged[at] = chance.bytes::<1>()[0];
            }
            if let Some(content) = Content::of(&damaged) {
                // Read or refused; it ends, and never with a panic.
                let _ = rewrite(&damaged, content, MOST);
            }
        }
    }
}
