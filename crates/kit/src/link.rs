//! Links: paths with values, and paths that came from outside.

use crate::form::Form;
use crate::session::Surface;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Longer than any path of ours.
const LONGEST: usize = 2_000;
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'/');

/// A path with values in its query.
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

/// The values of a query.
pub fn query(query: Option<&str>) -> Form {
    Form::parse(query.unwrap_or_default().as_bytes())
}

/// True for a path of this site on this surface, whoever wrote it: nobody is led elsewhere by it.
pub fn is_ours(asked: &str, surface: Surface) -> bool {
    let plain = asked.len() <= LONGEST && asked.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    let own = asked.starts_with('/') && !asked.starts_with("//");
    plain && own && Surface::of(asked.split(['?', '#']).next().unwrap_or_default()) == surface
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_off_the_site() {
        for good in ["/account", "/cases/ABC", "/forms/1/check?x=1&y=2#a"] {
            assert!(is_ours(good, Surface::Resident), "{good}");
            assert!(!is_ours(good, Surface::Staff), "{good}");
        }
        for good in ["/desk", "/desk/cases?mine=1", "/admin/staff", "/manage/services"] {
            assert!(is_ours(good, Surface::Staff), "{good}");
            assert!(!is_ours(good, Surface::Resident), "{good}");
        }
        let long = format!("/{}", "a".repeat(3000));
        for bad in [
            "",
            "account",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "https://evil.example/desk",
            "/a\r\nSet-Cookie: x=1",
            "/desk\r\nX: y",
            "/\tevil",
            "javascript:alert(1)",
            "/é",
            long.as_str(),
        ] {
            assert!(!is_ours(bad, Surface::Resident) && !is_ours(bad, Surface::Staff), "{bad:?}");
        }
    }

    #[test]
    fn values_are_written_so_that_they_read_back() {
        let written = path("/sign-in", &[("next", "/forms/a b?x=1&y=é"), ("how", "code")]);
        let read = query(written.split_once('?').map(|(_, query)| query));
        assert_eq!((read.value("next"), read.value("how")), ("/forms/a b?x=1&y=é", "code"));
    }
}
