//! Reports, comments and questions of other systems: the first byte chooses which, the rest is its form, with files or without,
//! the key before it or behind.
#![no_main]

use fuzz::Council;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// Fewer than a key may send at once.
const A_KEY_SENDS: u32 = 5_000;

struct Sender {
    council: Council,
    key: String,
    sent: AtomicU32,
}

static SENDER: LazyLock<std::sync::Mutex<Sender>> = LazyLock::new(|| {
    let council = Council::start();
    let key = council.key();
    std::sync::Mutex::new(Sender { council, key, sent: AtomicU32::new(0) })
});

fuzz_target!(init: { LazyLock::force(&SENDER); }, |bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let mut sender = SENDER.lock().expect("one at a time");
    if sender.sent.fetch_add(1, Ordering::Relaxed) % A_KEY_SENDS == A_KEY_SENDS - 1 {
        sender.key = sender.council.key();
    }
    let form = if first & 8 == 0 { "application/x-www-form-urlencoded" } else { "multipart/form-data; boundary=b" };
    let ending = if first & 4 == 0 { "xml" } else { "json" };
    let of = if first & 2 == 0 { "requests" } else { "servicerequestupdates" };
    let path = format!("/open311/v2/{of}.{ending}");
    let status = if first & 1 == 0 {
        let Some(query) = fuzz::text(rest) else { return };
        sender.council.ask("GET", &format!("{path}?{query}"), form, Vec::new())
    } else {
        let body = match (first & 8 == 0, first & 16 == 0) {
            (true, _) => [format!("api_key={}&", sender.key).as_bytes(), rest].concat(),
            (false, first) => {
                let part = format!("--b\r\nContent-Disposition: form-data; name=\"api_key\"\r\n\r\n{}\r\n", sender.key);
                if first { [part.as_bytes(), rest].concat() } else { [rest, part.as_bytes(), b"--b--\r\n"].concat() }
            }
        };
        sender.council.ask("POST", &path, form, body)
    };
    if let Some(status) = status {
        assert!(status < 500 && status != 429, "{path} answers {status}");
    }
});
