//! Making a mail of a message: its plain text, and beside it the same as HTML, which can say language and direction.
//!
//! The HTML is made here, when the mail leaves: it can be made again from the text, so it is not kept.

use crate::outbox::Outgoing;
use lettre::address::Envelope;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, Message, MultiPart, MultiPartKind, SinglePart};
use std::error::Error;
use std::time::{Duration, UNIX_EPOCH};

/// A header of plain ASCII that lettre has no type for.
macro_rules! header {
    ($name:ident, $text:literal) => {
        #[derive(Clone)]
        struct $name(String);

        impl Header for $name {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($text)
            }
            fn parse(text: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
                Ok($name(text.to_owned()))
            }
            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    };
}
header!(ContentLanguage, "Content-Language");
header!(AutoSubmitted, "Auto-Submitted");
header!(Suppress, "X-Auto-Response-Suppress");

/// The mail, or why it can never be one.
pub(super) fn mail(message: &Outgoing, from: &Mailbox, returns: Option<&str>) -> Result<Message, String> {
    let to: Mailbox = address(&message.to)?;
    let envelope = envelope(message, from, &to, returns)?;
    let mut mail = Message::builder()
        .envelope(envelope)
        .from(from.clone())
        .to(to)
        .subject(one_line(&message.subject))
        .date(UNIX_EPOCH + Duration::from_micros(message.made_at.max(0).unsigned_abs()))
        .message_id(Some(message.message_id.clone()))
        .header(ContentLanguage(message.lang.tag.to_owned()));
    if !message.reply.to.is_empty() {
        mail = mail.reply_to(address(&message.reply.to)?);
    }
    if !message.reply.thread.is_empty() {
        mail = mail.references(one_line(&message.reply.thread));
    }
    // No out-of-office replies to a machine (RFC 3834).
    let mail = match message.reply.answers.as_str() {
        "" => mail.header(AutoSubmitted("auto-generated".to_owned())),
        answered => {
            let answered = one_line(answered);
            let mail = mail.in_reply_to(answered.clone()).references(answered);
            mail.header(AutoSubmitted("auto-replied".to_owned())).header(Suppress("All".to_owned()))
        }
    };
    let words = MultiPart::builder()
        .kind(MultiPartKind::Alternative)
        .boundary(format!("part-{}", message.id))
        .singlepart(SinglePart::plain(message.text.clone()))
        .singlepart(SinglePart::builder().header(ContentType::TEXT_HTML).body(html(message)));
    let made = mail.multipart(with_files(message, words)?);
    made.map_err(|cause| cause.to_string())
}

/// The words, and behind them the files that go along.
fn with_files(message: &Outgoing, words: MultiPart) -> Result<MultiPart, String> {
    if message.enclosed.is_empty() {
        return Ok(words);
    }
    let whole = MultiPart::builder().kind(MultiPartKind::Mixed).boundary(format!("all-{}", message.id));
    let mut whole = whole.multipart(words);
    for file in &message.enclosed {
        let kind = ContentType::parse(file.media_type).map_err(|cause| cause.to_string())?;
        whole = whole.singlepart(Attachment::new(one_line(&file.name)).body(file.bytes.clone(), kind));
    }
    Ok(whole)
}

/// Where it goes, and where it comes back to when it cannot be delivered: nowhere for what answers by itself.
fn envelope(message: &Outgoing, from: &Mailbox, to: &Mailbox, returns: Option<&str>) -> Result<Envelope, String> {
    let back = match (message.reply.answers.is_empty(), returns) {
        (false, _) => None,
        (true, Some(returns)) => Some(address(returns)?.email),
        (true, None) => Some(from.email.clone()),
    };
    Envelope::new(back, vec![to.email.clone()]).map_err(|cause| cause.to_string())
}

/// Exactly one address, with no name, comment or second line about it.
fn address(text: &str) -> Result<Mailbox, String> {
    let plain: lettre::Address = text.parse().map_err(|cause| format!("not an email address: {cause}"))?;
    Ok(Mailbox::new(None, plain))
}

/// Control characters, line breaks among them, become spaces: a header has one line.
pub(super) fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect()
}

fn html(message: &Outgoing) -> String {
    let (lang, body) = (message.lang, paragraphs(&message.text));
    let title = escape(&one_line(&message.subject));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n</head>\n\
         <body lang=\"{tag}\" dir=\"{dir}\">\n{body}\n</body>\n</html>\n",
        tag = lang.tag,
        dir = lang.dir,
    )
}

/// Paragraphs, line breaks and web addresses of a plain text as HTML.
fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let paragraphs = text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    let one = |paragraph: &str| {
        let lines: Vec<String> = paragraph.lines().map(|line| linked(line.trim())).collect();
        format!("<p>{}</p>", lines.join("<br>\n"))
    };
    paragraphs.map(one).collect::<Vec<_>>().join("\n")
}

fn linked(line: &str) -> String {
    let word = |word: &str| {
        let escaped = escape(word);
        if word.starts_with("https://") || word.starts_with("http://") {
            format!("<a dir=\"ltr\" href=\"{escaped}\">{escaped}</a>")
        } else {
            escaped
        }
    };
    line.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
