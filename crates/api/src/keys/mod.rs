//! People's own keys: made and ended by whoever has them, and ended by an administrator.

pub(crate) mod every;
pub(crate) mod own;
pub mod personal;

use kit::keys::Key;
use kit::page::Frame;

/// A key as a page shows it.
struct Line {
    id: String,
    name: String,
    scopes: String,
    made: String,
    /// Empty for never.
    used: String,
    expires: String,
    ended: String,
    live: bool,
}

fn line(frame: &Frame, key: &Key, name: String, now: i64) -> Line {
    let when = |at: i64| if at == 0 { String::new() } else { frame.date(&at) };
    Line {
        id: key.id.to_string(),
        name,
        scopes: key.scopes.join(", "),
        made: when(key.made),
        used: when(key.used),
        expires: when(key.expires),
        ended: when(key.ended),
        live: key.is_live(now),
    }
}
