//! Where to go after signing in: only ever a page for staff.

use kit::form::Form;
use kit::session::Surface;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Where somebody goes who came from nowhere.
pub const HOME: &str = "/desk";

const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'/');

/// The path to go on to: as asked if it is a path of ours for staff, else [`HOME`].
pub fn safe(asked: &str) -> &str {
    let plain = asked.len() <= 2000 && asked.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    let path = asked.split(['?', '#']).next().unwrap_or_default();
    let door = ["/desk/sign-in", "/desk/sign-out", "/desk/set-up"].iter().any(|door| path.starts_with(door));
    if plain && !door && Surface::of(path) == Surface::Staff { asked } else { HOME }
}

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
pub fn query(query: Option<String>) -> Form {
    Form::parse(query.unwrap_or_default().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn staff_are_led_to_pages_for_staff_only() {
        for good in ["/desk", "/desk/cases?mine=1", "/admin/staff", "/manage/services"] {
            assert_eq!(safe(good), good);
        }
        for bad in
            ["", "/account", "//evil.example", "/desk/sign-out", "https://evil.example/desk", "/desk\r\nX: y", "/desks"]
        {
            assert_eq!(safe(bad), HOME, "{bad:?}");
        }
    }
}
