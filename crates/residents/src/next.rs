//! Where to go after signing in: only ever a page of ours.

use kit::form::Form;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Where somebody goes who came from nowhere.
pub const HOME: &str = "/account";

const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'/');

/// The path to go on to: as asked if it is a path of this site for residents, else [`HOME`].
pub fn safe(asked: &str) -> &str {
    let plain = asked.len() <= 2000 && asked.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    let own = asked.starts_with('/') && !asked.starts_with("//");
    let path = asked.split(['?', '#']).next().unwrap_or_default();
    let door = ["/sign-in", "/sign-up", "/sign-out"].iter().any(|door| path.starts_with(door));
    let resident = kit::session::Surface::of(path) == kit::session::Surface::Resident;
    if plain && own && !door && resident { asked } else { HOME }
}

/// The safe `next` of a query.
pub fn of_query(query: Option<&str>) -> String {
    safe(Form::parse(query.unwrap_or_default().as_bytes()).value("next")).to_owned()
}

/// A path with `next` and other values in its query.
pub fn path(path: &str, values: &[(&str, &str)]) -> String {
    let mut out = path.to_owned();
    for (at, (name, value)) in values.iter().enumerate() {
        out.push(if at == 0 { '?' } else { '&' });
        out.push_str(name);
        out.push('=');
        out.extend(utf8_percent_encode(value, KEPT));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_off_the_site() {
        for good in ["/account", "/cases/ABC", "/forms/1/check?x=1&y=2#a"] {
            assert_eq!(safe(good), good);
        }
        let long = format!("/{}", "a".repeat(3000));
        for bad in [
            "",
            "account",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\r\nSet-Cookie: x=1",
            "/\tevil",
            "javascript:alert(1)",
            "/sign-out",
            "/sign-in/code?challenge=1",
            "/desk/cases",
            "/é",
            long.as_str(),
        ] {
            assert_eq!(safe(bad), HOME, "{bad:?}");
        }
    }

    #[test]
    fn values_are_written_so_that_they_read_back() {
        let written = path("/sign-in", &[("next", "/forms/a b?x=1&y=é"), ("how", "code")]);
        let query = written.split_once('?').unwrap().1;
        assert_eq!(Form::parse(query.as_bytes()).value("next"), "/forms/a b?x=1&y=é");
        assert_eq!(Form::parse(query.as_bytes()).value("how"), "code");
    }
}
