//! Where a document's pictures were taken is taken out of it, in place: a PDF says at which byte each of its parts begins, so nothing
//! may move. What says it are the Exif block and the XMP packet of a photograph inside, and the document's own XMP packet
//! (ISO 16684-1), none of which is shown on a page.

use memchr::memmem;

/// How an Exif block begins inside a JPEG, behind its marker and its length.
const EXIF: &[u8] = b"Exif\0\0";
/// How an XMP packet names everything about a position.
const POSITION: &[u8] = b"exif:GPS";
/// The marker of a JPEG's segments for Exif and XMP.
const APP1: [u8; 2] = [0xff, 0xe1];
/// Letters of a name in XMP that are looked through.
const NAME: usize = 40;
/// Letters of a value in XMP that are looked through.
const VALUE: usize = 400;

/// The document without where it, or a photograph in it, says that it was taken; as long as before.
pub(super) fn without_location(mut bytes: Vec<u8>) -> Vec<u8> {
    let blocks: Vec<usize> = memmem::find_iter(&bytes, EXIF).collect();
    for at in blocks {
        blank_exif(&mut bytes, at);
    }
    let names: Vec<usize> = memmem::find_iter(&bytes, POSITION).collect();
    for at in names {
        blank_value(&mut bytes, at + POSITION.len());
    }
    bytes
}

/// Blanks the Exif block whose name stands here, where it is one: two bytes of marker and two of length are before it.
fn blank_exif(bytes: &mut [u8], at: usize) {
    let Some(head) = at.checked_sub(4) else { return };
    if bytes[head..head + 2] != APP1 {
        return;
    }
    let length = usize::from(u16::from_be_bytes([bytes[head + 2], bytes[head + 3]]));
    // The length counts itself.
    let end = (head + 2 + length).min(bytes.len());
    if let Some(block) = bytes.get_mut(at + EXIF.len()..end) {
        block.fill(0);
    }
}

/// Blanks what a name in XMP says, whose beginning ends here: `exif:GPSLatitude="…"` or `<exif:GPSLatitude>…<`.
fn blank_value(bytes: &mut [u8], at: usize) {
    let name = bytes[at..].iter().take(NAME).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let from = at + name;
    let (begins, ends) = match bytes.get(from..from + 2) {
        Some([b'=', quote @ (b'"' | b'\'')]) => (from + 2, *quote),
        Some([b'>', _]) => (from + 1, b'<'),
        _ => return,
    };
    let length = bytes[begins..].iter().take(VALUE).take_while(|byte| **byte != ends).count();
    bytes[begins..begins + length].fill(b' ');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        String::from_utf8_lossy(bytes).into_owned()
    }

    #[test]
    fn where_a_photograph_in_a_document_was_taken_is_blanked_and_nothing_moves() {
        let mut pdf =
            b"%PDF-1.7\n1 0 obj <</Subtype/Image/Filter/DCTDecode>> stream\n\xff\xd8\xff\xe1\x00\x12Exif\0\0GPS 51.5 N"
                .to_vec();
        pdf.extend_from_slice(b"\xff\xdb the picture Exif\0\0 stays\nendstream\n");
        pdf.extend_from_slice(b"<rdf exif:GPSLatitude=\"52,12.3N\" exif:GPSVersionID='2.2' exif:Make=\"Acme\"/>");
        pdf.extend_from_slice(b"<exif:GPSLongitude>0,7.1E</exif:GPSLongitude><dc:title>A letter</dc:title>\n%%EOF");
        let new = without_location(pdf.clone());
        assert_eq!(new.len(), pdf.len());
        for gone in ["51.5", "52,12", "0,7.1E", "2.2"] {
            assert!(text(&pdf).contains(gone) && !text(&new).contains(gone), "{gone}: {}", text(&new));
        }
        for stays in ["the picture Exif\0\0 stays", "Acme", "A letter", "exif:GPSLongitude>", "%%EOF"] {
            assert!(text(&new).contains(stays), "{stays}: {}", text(&new));
        }
        assert_eq!(without_location(new.clone()), new);
    }

    #[test]
    fn a_document_that_is_cut_short_anywhere_is_read_without_a_fault() {
        let whole = b"\xff\xe1\xff\xffExif\0\0x<exif:GPSLatitude>52</exif:GPSLatitude exif:GPSAltitude=\"1".to_vec();
        for end in 0..=whole.len() {
            assert_eq!(without_location(whole[..end].to_vec()).len(), end);
        }
    }
}
