//! Reading a mail: its words as plain text, what came with it, and what its head says of where it comes from. Whatever is
//! sent, something is read, and nothing of it is ever shown as a page.

use mail_parser::decoders::{base64::base64_decode, quoted_printable::quoted_printable_decode};
use mail_parser::{Address, Encoding, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType};

/// Letters of a text that are kept; the rest is left out, and it is said so.
pub const LONGEST: usize = 100_000;
/// Letters of a line of the head.
const LINE: usize = 300;
/// Message-IDs that are looked at.
const REFERENCES: usize = 50;
/// Files of a mail that are looked at; what is more is counted as one.
const FILES: usize = 30;

/// A mail that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parsed {
    /// Without angle brackets; empty where it has none.
    pub message_id: String,
    /// Its `Date`, as it is written.
    pub date: String,
    /// The address it says it is from, in small letters.
    pub sender: String,
    /// The name that goes with it.
    pub sender_name: String,
    /// Its subject, in one line.
    pub subject: String,
    /// Its words, as plain text.
    pub text: String,
    /// Some of its words were left out.
    pub cut: bool,
    /// The Message-IDs it answers, the nearest first.
    pub answers: Vec<String>,
    /// `Auto-Submitted`, in small letters, without its comment.
    pub auto_submitted: String,
    /// `Precedence`, in small letters.
    pub precedence: String,
    /// It asks not to be answered by a machine, or comes from a list.
    pub unanswered: bool,
    /// Some programs say so with a header of their own that they answer by themselves.
    pub auto_reply: bool,
    /// How many servers it has passed.
    pub hops: usize,
    /// What came with it: names and bytes.
    pub files: Vec<(String, Vec<u8>)>,
    /// What a mail server tells of a mail that it could not deliver.
    pub report: Option<Report>,
}

/// What a mail server tells of a mail (RFC 3464).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// `failed`, `delayed`, `delivered`…, in small letters; the worst of several.
    pub action: String,
    /// What the server said, in one line.
    pub trouble: String,
}

/// Reads a mail. What cannot be read at all comes out as its bytes, as far as they are text.
pub fn parse(bytes: &[u8]) -> Parsed {
    match MessageParser::default().parse(bytes) {
        Some(message) => read(&message),
        None => {
            let (text, cut) = cleaned(&String::from_utf8_lossy(bytes));
            Parsed { text, cut, ..Parsed::default() }
        }
    }
}

fn read(message: &Message<'_>) -> Parsed {
    let from = message.from().and_then(Address::first);
    let raw = |name: &str| raw(message, name);
    let report = report(message);
    let (text, cut) = cleaned(&words(message));
    let auto_submitted = raw("auto-submitted").unwrap_or_default();
    Parsed {
        message_id: message_id(message),
        date: raw("date").unwrap_or_default(),
        sender: one_line(from.and_then(|from| from.address()).unwrap_or_default()).to_lowercase(),
        sender_name: one_line(from.and_then(|from| from.name()).unwrap_or_default()),
        subject: one_line(message.subject().unwrap_or_default()),
        text,
        cut,
        answers: ids(message.in_reply_to()).chain(ids(message.references()).rev()).take(REFERENCES).collect(),
        auto_submitted: auto_submitted.split([';', '(']).next().unwrap_or_default().trim().to_lowercase(),
        precedence: raw("precedence").unwrap_or_default().trim().to_lowercase(),
        unanswered: ["x-auto-response-suppress", "list-id", "list-unsubscribe", "feedback-id"]
            .iter()
            .any(|name| raw(name).is_some()),
        auto_reply: ["x-autoreply", "x-autorespond", "x-autoresponder"].iter().any(|name| raw(name).is_some()),
        hops: message.headers_raw().filter(|(name, _)| name.eq_ignore_ascii_case("received")).count(),
        files: if report.is_some() { Vec::new() } else { files(message) },
        report,
    }
}

/// Its Message-ID as it is written: also one that is not as it should be tells two mails apart.
fn message_id(message: &Message<'_>) -> String {
    let written = raw(message, "message-id").unwrap_or_default();
    let inside =
        written.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map_or(written.as_str(), |(id, _)| id);
    inside.chars().filter(|c| !c.is_whitespace()).collect()
}

fn raw(message: &Message<'_>, name: &str) -> Option<String> {
    let found = message.headers_raw().find(|(other, _)| other.eq_ignore_ascii_case(name))?;
    Some(one_line(found.1))
}

fn ids(value: &HeaderValue<'_>) -> std::vec::IntoIter<String> {
    let all: Vec<String> = match value {
        HeaderValue::Text(id) => vec![one_line(id)],
        HeaderValue::TextList(ids) => ids.iter().map(|id| one_line(id)).collect(),
        _ => Vec::new(),
    };
    all.into_iter()
}

/// The words: plain text where there is some, else what the HTML says; of a mail in the mail too.
fn words(message: &Message<'_>) -> String {
    let mut all: Vec<String> = Vec::new();
    for place in 0..message.text_body_count() {
        all.extend(message.body_text(place).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()));
    }
    for part in message.attachments() {
        if let PartType::Message(inner) = &part.body {
            let line = |value: Option<&str>| one_line(value.unwrap_or_default());
            let from = inner.from().and_then(Address::first).and_then(|from| from.address());
            let text = inner.body_text(0).unwrap_or_default();
            all.push(format!("{} {}\n{}", line(from), line(inner.subject()), text.trim()));
        }
    }
    all.join("\n\n")
}

fn files(message: &Message<'_>) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for part in message.attachments().take(FILES) {
        if matches!(part.body, PartType::Message(_) | PartType::Multipart(_)) {
            continue;
        }
        let kind = part.content_type().and_then(|kind| kind.subtype()).unwrap_or("file").to_owned();
        let name = one_line(part.attachment_name().unwrap_or_default());
        // What a file is may be anything too, folders among it.
        let in_no_folder = |name: &str| name.rsplit(['/', '\\']).next().unwrap_or_default().trim().to_owned();
        let name = match in_no_folder(&name) {
            name if name.is_empty() => format!("{}.{}", all.len() + 1, in_no_folder(&one_line(&kind))),
            name => name,
        };
        all.push((name, contents(message, part)));
    }
    all
}

/// The bytes of a file as they were sent, also where its mail calls a scan a text: letters would be written anew in UTF-8.
fn contents(message: &Message<'_>, part: &MessagePart<'_>) -> Vec<u8> {
    let of_letters = matches!(part.body, PartType::Text(_) | PartType::Html(_));
    let place = part.raw_body_offset() as usize..part.raw_end_offset() as usize;
    let sent = message.raw_message().get(place).filter(|_| of_letters).and_then(|sent| match part.encoding {
        Encoding::None => Some(sent.to_vec()),
        Encoding::Base64 => base64_decode(sent),
        Encoding::QuotedPrintable => quoted_printable_decode(sent),
    });
    sent.unwrap_or_else(|| part.contents().to_vec())
}

/// What a delivery report says, where the mail is one.
fn report(message: &Message<'_>) -> Option<Report> {
    let kind = message.content_type()?;
    let of_delivery = kind.attribute("report-type").is_some_and(|of| of.eq_ignore_ascii_case("delivery-status"));
    if !kind.ctype().eq_ignore_ascii_case("multipart")
        || !kind.subtype().is_some_and(|subtype| subtype.eq_ignore_ascii_case("report"))
        || !of_delivery
    {
        return None;
    }
    let mut report = Report::default();
    for part in &message.parts {
        let of = part.content_type().map(|kind| (kind.ctype(), kind.subtype().unwrap_or_default()));
        if of.is_some_and(|(a, b)| a.eq_ignore_ascii_case("message") && b.to_lowercase().ends_with("delivery-status")) {
            statuses(&String::from_utf8_lossy(part.contents()), &mut report);
        }
    }
    Some(report)
}

/// The fields of each recipient; a failure counts more than what else is told.
fn statuses(text: &str, report: &mut Report) {
    let unfolded = text.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    let mut said = Vec::new();
    for line in unfolded.lines() {
        let Some((name, value)) = line.split_once(':') else { continue };
        let value = one_line(value);
        match name.trim().to_lowercase().as_str() {
            "action" if report.action != "failed" => report.action = value.to_lowercase(),
            "status" | "diagnostic-code" => said.push(value),
            _ => {}
        }
    }
    report.trouble = one_line(&said.join(" "));
}

/// A line of a head: no control characters, not endless.
fn one_line(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(harmless).take(LINE).collect();
    line.trim().to_owned()
}

/// Whether a letter does nothing to those around it: some turn the direction of what follows over.
fn harmless(c: &char) -> bool {
    !matches!(c, '\u{202a}'..='\u{202e}' | '\u{feff}')
}

/// A text of lines, and whether some of it was left out.
fn cleaned(text: &str) -> (String, bool) {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = |c: &char| (!c.is_control() || matches!(c, '\n' | '\t')) && harmless(c);
    let mut letters = text.chars().filter(kept);
    let kept: String = letters.by_ref().take(LONGEST).collect();
    (kept.trim().to_owned(), letters.next().is_some())
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
