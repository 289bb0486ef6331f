//! Where to go after signing in: only ever a page for staff.

use kit::link;
use kit::session::Surface;

/// Where somebody goes who came from nowhere.
pub const HOME: &str = "/desk";

/// The path to go on to: as asked if it is a path of ours for staff, else [`HOME`].
pub fn safe(asked: &str) -> &str {
    let door = ["/desk/sign-in", "/desk/sign-out", "/desk/set-up"].iter().any(|door| asked.starts_with(door));
    if !door && link::is_ours(asked, Surface::Staff) { asked } else { HOME }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn staff_are_led_to_pages_for_staff_only() {
        for good in ["/desk", "/desk/cases?mine=1", "/admin/staff", "/manage/services"] {
            assert_eq!(safe(good), good);
        }
        for bad in ["", "/account", "//evil.example", "/desk/sign-out", "/desk/set-up?token=1", "/desks"] {
            assert_eq!(safe(bad), HOME, "{bad:?}");
        }
    }
}
