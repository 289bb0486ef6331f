//! What a mail server says: every answer is one, however its words are cut up the same is taken, and nothing is taken for the end
//! of a mail that is none.
#![no_main]

use kit::app::Boxed;
use kit::mail::receiver::{Answer, Mail, Patience, Taker, session};
use libfuzzer_sys::fuzz_target;
use std::sync::{Arc, LazyLock, Mutex};
use tokio::io::BufReader;
use tokio::runtime::{Builder, Runtime};

/// Keeps what it is given; some of it only later, some never.
#[derive(Default)]
struct Shelf(Mutex<Vec<Mail>>);

impl Taker for Shelf {
    fn accepts(&self, address: &str) -> bool {
        address.ends_with("@ours.example")
    }

    fn take(&self, mail: Mail) -> Boxed<'_, Answer> {
        Box::pin(async move {
            match mail.bytes.first() {
                Some(b'L') => Answer::Later,
                Some(b'R') => Answer::Loop,
                _ => {
                    self.0.lock().expect("one at a time").push(mail);
                    Answer::Kept
                }
            }
        })
    }
}

static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| Builder::new_current_thread().enable_time().build().expect("a runtime"));

/// What is answered to a client that says all this in pieces of so many bytes, and what was kept of it.
fn said(bytes: &[u8], piece: usize) -> (Vec<u8>, Vec<Mail>) {
    let (shelf, mut told) = (Arc::new(Shelf::default()), Vec::new());
    let from = BufReader::with_capacity(piece, bytes);
    RUNTIME.block_on(session(from, &mut told, "mail.ours.example", shelf.clone(), Patience::default()));
    let mails = std::mem::take(&mut *shelf.0.lock().expect("one at a time"));
    (told, mails)
}

fn count(bytes: &[u8], what: &[u8]) -> usize {
    bytes.windows(what.len()).filter(|window| *window == what).count()
}

fuzz_target!(|bytes: &[u8]| {
    let (told, mails) = said(bytes, bytes.len().max(1));
    let text = std::str::from_utf8(&told).expect("what is said is text");
    assert!(text.ends_with("\r\n"), "a line without its end: {text:?}");
    for line in text.split_terminator("\r\n") {
        let (code, rest) = line.split_at_checked(3).expect("a line begins with a code");
        assert!(code.bytes().all(|byte| byte.is_ascii_digit()) && rest.starts_with([' ', '-']), "{line:?}");
        assert!(!line.contains(char::is_control), "{line:?}");
    }
    assert_eq!(mails.len(), text.matches("250 2.0.0 Kept\r\n").count(), "every mail is answered, and no other");
    assert!(mails.len() <= count(bytes, b"\r\n.\r\n"), "an end that is none");
    for mail in &mails {
        assert!(!mail.to.is_empty() && mail.to.len() <= 50, "{:?}", mail.to);
        assert!(mail.to.iter().all(|to| to.ends_with("@ours.example")), "{:?}", mail.to);
        assert!(mail.from.len() <= 320 && !mail.from.contains(char::is_control), "{:?}", mail.from);
        assert!(mail.bytes.is_empty() || mail.bytes.ends_with(b"\r\n"), "half a line");
        assert_eq!(count(&mail.bytes, b"\n"), count(&mail.bytes, b"\r\n"), "a line end that others read otherwise");
    }
    for piece in [1, 3, 64] {
        assert!(said(bytes, piece) == (told.clone(), mails.clone()), "in pieces of {piece}");
    }
});
