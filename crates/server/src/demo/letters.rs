//! Email that came this morning: what people write, and what their machines do.

use kit::mail::receiver::{Answer, Mail};
use kit::{App, Error, Result};

/// Who wrote, what it is about, what else the head says, and the words.
const LETTERS: [(&str, &str, &str, &str); 4] = [
    (
        "Morwenna Example <morwenna@post.example>",
        "Which day is the tip open?",
        "",
        "Hello,\n\nI have a broken wardrobe. On which days is the tip open, and do I have to book?\n\nMorwenna",
    ),
    (
        "Ali Example <ali@post.example>",
        "Request under the Freedom of Information Act",
        "",
        "Please tell me how many street lights were out for more than a week in the last year, by ward.",
    ),
    (
        "Bryn Example <bryn@post.example>",
        "The flats at the harbour",
        "",
        "There is a strong smell of gas in the hall of the flats at the harbour. Nobody answers at the office.",
    ),
    (
        "Sioned Example <sioned@post.example>",
        "Out of office: your report",
        "Auto-Submitted: auto-replied\r\n",
        "I am away until Monday and read my mail then.",
    ),
];

/// Has these come in.
pub async fn fill(app: &App) -> Result<()> {
    for (number, (from, subject, more, text)) in LETTERS.iter().enumerate() {
        let sender = from.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
        let to = app.council.email.clone();
        let bytes = format!(
            "Message-ID: <{number}@post.example>\r\nFrom: {from}\r\nTo: {to}\r\nSubject: {subject}\r\n{more}\r\n{}\r\n",
            text.replace('\n', "\r\n")
        );
        let mail = Mail { from: sender, to: vec![to], bytes: bytes.into_bytes() };
        if mail::take(app, mail).await != Answer::Kept {
            return Err(Error::internal("a letter of the demo could not be kept"));
        }
    }
    Ok(())
}
