//! Where to go after signing in: only ever a page of ours for residents.

use kit::link;
use kit::session::Surface;

/// Where somebody goes who came from nowhere.
pub const HOME: &str = "/account";

/// The path to go on to: as asked if it is a path of this site for residents, else [`HOME`].
pub fn safe(asked: &str) -> &str {
    let door = ["/sign-in", "/sign-up", "/sign-out"].iter().any(|door| asked.starts_with(door));
    if !door && link::is_ours(asked, Surface::Resident) { asked } else { HOME }
}

/// The safe `next` of a query.
pub fn of_query(query: Option<&str>) -> String {
    safe(link::query(query).value("next")).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_back_to_the_door_or_to_the_desk() {
        for good in ["/account", "/cases/ABC", "/forms/1/check?x=1&y=2#a"] {
            assert_eq!(safe(good), good);
        }
        for bad in ["", "//evil.example", "/sign-out", "/sign-in/code?challenge=1", "/sign-up", "/desk/cases"] {
            assert_eq!(safe(bad), HOME, "{bad:?}");
        }
    }
}
