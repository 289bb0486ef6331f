//! Emails, after a byte that says what is done with them: whatever is sent, something is read, nothing stands out of its line or
//! beyond its bounds, and it is kept once.
#![no_main]

use fuzz::Council;
use kit::mail::receiver::{Answer, Mail};
use libfuzzer_sys::fuzz_target;
use mail::{LONGEST, Parsed, parse};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{LazyLock, Mutex};

static COUNCIL: LazyLock<Mutex<Council>> = LazyLock::new(|| Mutex::new(Council::start()));
static SENT: AtomicU32 = AtomicU32::new(0);

/// Where a mail would come back to: nowhere, to somebody, to ourselves, to whoever it says wrote it.
fn from(which: u8, read: &Parsed) -> String {
    match which % 4 {
        0 => String::new(),
        1 => format!("back-{}@envelope.example", SENT.fetch_add(1, Ordering::Relaxed) / OF_ONE),
        2 => TO[1].to_owned(),
        _ => read.sender.clone(),
    }
}

/// The upper half of the first byte of what is kept; the lower says for whom it is, and where it would come back to.
const KEPT: u8 = 1;
/// How many mails another address sends before the next one does: fewer than one sender may in an hour.
const OF_ONE: u32 = 40;

/// To whom it is: the council, a case whose mark is not ours, an email of ours that came back.
const TO: [&str; 4] = [
    "hello@eastmere.example",
    "case@mail.eastmere.example",
    "case+FE8WX73ZD.0000000000000000@mail.eastmere.example",
    "case+b0000000000000000000000000000000.0000000000000000@mail.eastmere.example",
];

/// Lines are lines, texts are within what is kept of them, and names of files name no folder.
fn is_harmless(read: &Parsed) {
    let heads =
        [&read.sender, &read.sender_name, &read.subject, &read.message_id, &read.auto_submitted, &read.precedence];
    let names = read.files.iter().map(|(name, _)| name);
    for line in heads.into_iter().chain(&read.answers).chain(names) {
        assert!(!line.chars().any(|c| c.is_control() || turns(c)) && line.chars().count() <= 320, "{line:?}");
    }
    assert!(read.files.iter().all(|(name, _)| !name.is_empty() && !name.contains(['/', '\\'])), "a file in a folder");
    assert!(read.answers.len() <= 50 && read.files.len() <= 30, "more than is looked at");
    assert!(read.text.chars().count() <= LONGEST && !read.text.contains(['\0', '\r']), "{:?}", read.text);
    assert!(!read.text.contains(turns), "it turns over what stands behind it");
    if let Some(report) = &read.report {
        assert!(!report.trouble.chars().any(char::is_control), "{report:?}");
    }
    let own = mail::own_words(&read.text);
    assert!(own.chars().count() <= read.text.chars().count(), "words that nobody wrote: {own:?}");
}

fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}')
}

fuzz_target!(init: { LazyLock::force(&COUNCIL); }, |bytes: &[u8]| {
    let Some((first, mail)) = bytes.split_first() else { return };
    let read = parse(mail);
    assert!(read == parse(mail), "it is read anew as something else");
    is_harmless(&read);
    // What came with it is about what was sent: nothing unfolds. A letter of one byte takes three in UTF-8 at most.
    let whole: usize = read.files.iter().map(|(_, bytes)| bytes.len()).sum();
    assert!(whole <= 3 * mail.len(), "{whole} bytes out of {}", mail.len());
    // One in sixteen is kept too: that takes a thousand times as long.
    if first >> 4 != KEPT {
        return;
    }
    let council = COUNCIL.lock().expect("one at a time");
    let back = (first >> 2) % 4;
    let from = from(back, &read);
    for _ in 0..2 {
        let to = vec![TO[usize::from(first % 4)].to_owned()];
        let answer = council.take(Mail { from: from.clone(), to, bytes: mail.to_vec() });
        // The same address may send more often than is taken in an hour, and so may all that name none together.
        let often = back != 1 && answer == Answer::TooMany;
        assert!(often || matches!(answer, Answer::Kept | Answer::Loop), "{answer:?}");
    }
});
