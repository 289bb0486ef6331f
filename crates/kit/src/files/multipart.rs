//! Reading `multipart/form-data` as it arrives, with no more of it in memory than what arrived last and the head of one
//! part. Pure: bytes go in with [`Reader::push`], what they mean comes out of [`Reader::event`].

use memchr::memmem::Finder;
use std::fmt;

/// The most bytes the head of a part may have; a browser's has two hundred or so.
const HEAD: usize = 8 << 10;
/// The most characters of a boundary (RFC 2046).
const BOUNDARY: usize = 70;

/// What was found in the bytes so far.
#[derive(Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// A part begins.
    Part(Head),
    /// The next bytes of the part.
    Bytes(&'a [u8]),
    /// The part ends.
    End,
}

/// What a part says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// The field of the form.
    pub name: String,
    /// The name of the file, for a field that takes files; empty where none was chosen.
    pub file_name: Option<String>,
}

/// The bytes are no form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Malformed;

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is no form with files")
    }
}

impl std::error::Error for Malformed {}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    /// Before the first boundary.
    Before,
    /// After the characters of a boundary, where its line ends.
    Boundary,
    Head,
    Part,
    /// After the last boundary.
    Over,
}

/// A form on its way in.
pub struct Reader {
    delimiter: Finder<'static>,
    waiting: Vec<u8>,
    /// Where in `waiting` what was not told yet begins.
    from: usize,
    at: At,
}

impl Reader {
    /// A reader for a body of this content type; nothing where that is no `multipart/form-data` with a boundary.
    pub fn of(content_type: &str) -> Option<Reader> {
        let (kind, rest) = content_type.split_once(';')?;
        if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
            return None;
        }
        let (_, boundary) = parameters(rest).into_iter().find(|(name, _)| name.eq_ignore_ascii_case("boundary"))?;
        let fits = (1..=BOUNDARY).contains(&boundary.len()) && boundary.bytes().all(|byte| (32..127).contains(&byte));
        fits.then(|| Reader {
            delimiter: Finder::new(&format!("\r\n--{boundary}")).into_owned(),
            // As if a line had ended before, so that the first boundary is found like the others.
            waiting: b"\r\n".to_vec(),
            from: 0,
            at: At::Before,
        })
    }

    /// Takes more bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        self.waiting.drain(..self.from);
        self.from = 0;
        self.waiting.extend_from_slice(bytes);
    }

    /// What comes next; nothing until more bytes are pushed.
    pub fn event(&mut self) -> Result<Option<Event<'_>>, Malformed> {
        loop {
            let there = &self.waiting[self.from..];
            match self.at {
                At::Over => {
                    self.from = self.waiting.len();
                    return Ok(None);
                }
                At::Before => match self.delimiter.find(there) {
                    Some(found) => {
                        self.from += found + self.delimiter.needle().len();
                        self.at = At::Boundary;
                    }
                    None => {
                        self.from += there.len().saturating_sub(self.delimiter.needle().len() - 1);
                        return Ok(None);
                    }
                },
                At::Boundary => match there {
                    [b'-', b'-', ..] => self.at = At::Over,
                    [b'\r', b'\n', ..] => {
                        self.from += 2;
                        self.at = At::Head;
                    }
                    [b' ' | b'\t', ..] => self.from += 1,
                    [] | [b'-' | b'\r'] => return Ok(None),
                    _ => return Err(Malformed),
                },
                At::Head => {
                    let end = memchr::memmem::find(there, b"\r\n\r\n");
                    if end.unwrap_or(there.len()) > HEAD || there.starts_with(b"\r\n") {
                        return Err(Malformed);
                    }
                    let Some(end) = end else { return Ok(None) };
                    let head = head(&there[..end]).ok_or(Malformed)?;
                    self.from += end + 4;
                    self.at = At::Part;
                    return Ok(Some(Event::Part(head)));
                }
                At::Part => return Ok(self.part()),
            }
        }
    }

    fn part(&mut self) -> Option<Event<'_>> {
        let (from, there) = (self.from, &self.waiting[self.from..]);
        let needle = self.delimiter.needle().len();
        let ready = match self.delimiter.find(there) {
            Some(0) => {
                self.from += needle;
                self.at = At::Boundary;
                return Some(Event::End);
            }
            Some(found) => found,
            // What stands at the end may be the beginning of a boundary.
            None => there.len().saturating_sub(needle - 1),
        };
        self.from += ready;
        (ready > 0).then(|| Event::Bytes(&self.waiting[from..from + ready]))
    }

    /// True once the last boundary was read: nothing is missing.
    pub fn is_over(&self) -> bool {
        self.at == At::Over
    }

    /// How many bytes are held, for a test of how few that are.
    pub fn held(&self) -> usize {
        self.waiting.len()
    }
}

fn head(bytes: &[u8]) -> Option<Head> {
    let text = String::from_utf8_lossy(bytes);
    let is = |line: &&str| {
        line.split_once(':').is_some_and(|(name, _)| name.trim().eq_ignore_ascii_case("content-disposition"))
    };
    let (_, value) = text.split("\r\n").find(is)?.split_once(':')?;
    let (kind, rest) = value.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("form-data") {
        return None;
    }
    let mut head = Head::default();
    let mut named = false;
    for (name, value) in parameters(rest) {
        match name.to_ascii_lowercase().as_str() {
            "name" => (head.name, named) = (escaped(&value), true),
            "filename" => head.file_name = Some(escaped(&value)),
            _ => {}
        }
    }
    named.then_some(head)
}

/// `name=value` and `name="value"`, divided by semicolons.
fn parameters(text: &str) -> Vec<(String, String)> {
    let (mut found, mut rest) = (Vec::new(), text);
    while let Some((name, after)) = rest.split_once('=') {
        let name = name.trim_matches([' ', '\t', ';']).to_owned();
        let (value, after) = match after.trim_start().strip_prefix('"') {
            Some(quoted) => until_quote(quoted),
            None => {
                let (value, after) = after.split_once(';').unwrap_or((after, ""));
                (value.trim().to_owned(), after)
            }
        };
        found.push((name, value));
        rest = after;
    }
    found
}

/// What stands before the closing quote, and what after it. A quote after a backslash does not close.
fn until_quote(text: &str) -> (String, &str) {
    let (mut value, mut signs) = (String::new(), text.char_indices().peekable());
    while let Some((at, sign)) = signs.next() {
        match sign {
            '"' => return (value, &text[at + 1..]),
            '\\' if signs.peek().is_some_and(|(_, next)| *next == '"') => {
                value.push('"');
                signs.next();
            }
            other => value.push(other),
        }
    }
    (value, "")
}

/// Browsers write the three signs that cannot stand in a head so, and no others.
fn escaped(value: &str) -> String {
    value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
}

#[cfg(test)]
#[path = "multipart_tests.rs"]
mod tests;
