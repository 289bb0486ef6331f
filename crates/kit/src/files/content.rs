//! What a file is, by its first bytes: its name and what a browser says of it are nobody's proof.

use std::fmt;

/// A kind of file that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Content {
    /// A photograph.
    Jpeg,
    /// A picture, as screens are saved.
    Png,
    /// A picture from the web; kept as one of the other two.
    Webp,
    /// A document.
    Pdf,
}

impl Content {
    /// How many of the first bytes [`Content::of`] looks at.
    pub const HEAD: usize = 1024;

    /// What begins like this; nothing where it is none of those that are taken.
    pub fn of(head: &[u8]) -> Option<Content> {
        match head {
            [0xff, 0xd8, 0xff, ..] => Some(Content::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Content::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Content::Webp),
            // Readers forgive what stands before it, so many programs put something there.
            _ => memchr::memmem::find(head, b"%PDF-").map(|_| Content::Pdf),
        }
    }

    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            Content::Jpeg => "jpeg",
            Content::Png => "png",
            Content::Webp => "webp",
            Content::Pdf => "pdf",
        }
    }

    /// The kind of a code.
    pub fn by_code(code: &str) -> Option<Content> {
        [Content::Jpeg, Content::Png, Content::Webp, Content::Pdf].into_iter().find(|content| content.code() == code)
    }

    /// The media type it is served as.
    pub fn media_type(self) -> &'static str {
        match self {
            Content::Jpeg => "image/jpeg",
            Content::Png => "image/png",
            Content::Webp => "image/webp",
            Content::Pdf => "application/pdf",
        }
    }

    /// The end of its name.
    pub fn ending(self) -> &'static str {
        match self {
            Content::Jpeg => "jpg",
            other => other.code(),
        }
    }

    /// True for what can be looked at on a page.
    pub fn is_picture(self) -> bool {
        self != Content::Pdf
    }
}

impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// True for the format some telephones keep photographs in, which no well-kept library here can read.
pub fn is_heic(head: &[u8]) -> bool {
    const BRANDS: [&[u8]; 9] = [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif"];
    head.len() >= 12 && &head[4..8] == b"ftyp" && BRANDS.contains(&&head[8..12])
}

/// The most characters of a name, without its ending.
const NAME: usize = 80;

/// A name to show and to save under: the sender's without folders and hidden signs, ending as the content says.
pub fn name_for(sent: &str, content: Content) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let seen: String = stem.chars().filter(|c| !c.is_control() && !is_direction(*c)).take(NAME).collect();
    let clean = crate::form::line(&seen, NAME).unwrap_or_default();
    let clean = clean.trim_matches(['.', ' ']);
    format!("{}.{}", if clean.is_empty() { "file" } else { clean }, content.ending())
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_it_begins_with_whatever_it_is_called() {
        for (head, content) in [
            (b"\xff\xd8\xff\xe1..Exif".as_slice(), Some(Content::Jpeg)),
            (b"\x89PNG\r\n\x1a\n....", Some(Content::Png)),
            (b"RIFF\x10\x00\x00\x00WEBPVP8 ", Some(Content::Webp)),
            (b"%PDF-1.7\n", Some(Content::Pdf)),
            (b"\xef\xbb\xbf\n%PDF-1.4", Some(Content::Pdf)),
            (b"<html><script>", None),
            (b"GIF89a", None),
            (b"PK\x03\x04", None),
            (b"MZ\x90", None),
            (b"RIFF\x10\x00\x00\x00WAVE", None),
            (b"", None),
        ] {
            assert_eq!(Content::of(head), content, "{head:?}");
        }
        assert!(is_heic(b"\x00\x00\x00\x18ftypheic\x00") && !is_heic(b"\x00\x00\x00\x18ftypmp42") && !is_heic(b"ftyp"));
    }

    #[test]
    fn a_name_keeps_what_it_says_and_nothing_that_misleads() {
        for (sent, content, name) in [
            ("hole.JPEG", Content::Jpeg, "hole.jpg"),
            ("C:\\Users\\Ada\\hole.png", Content::Png, "hole.png"),
            ("../../etc/passwd", Content::Pdf, "passwd.pdf"),
            ("letter.pdf.exe", Content::Pdf, "letter.pdf.pdf"),
            ("invoice\u{202e}fdp.exe", Content::Jpeg, "invoicefdp.jpg"),
            ("a\u{0}\r\nb.png", Content::Png, "ab.png"),
            ("حفرة في الطريق.jpg", Content::Jpeg, "حفرة في الطريق.jpg"),
            ("", Content::Jpeg, "file.jpg"),
            (".jpg", Content::Jpeg, "file.jpg"),
            (&"x".repeat(300), Content::Png, &format!("{}.png", "x".repeat(NAME))),
        ] {
            assert_eq!(name_for(sent, content), name, "{sent:?}");
        }
    }
}
