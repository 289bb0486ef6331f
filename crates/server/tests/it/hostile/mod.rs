//! Whatever is typed or sent into any field: the same page again, 422, clear words at the field, the other answers kept;
//! never a fault of ours, never markup.

mod buttons;
mod days;
mod form;
mod services;
mod site;
mod tables;

/// What people and programs send that no field takes.
pub fn hostile() -> Vec<(&'static str, String)> {
    vec![
        ("a megabyte", "x".repeat(1 << 20)),
        ("control characters", "Mill\u{0}Road\u{7}\u{1b}[2J".into()),
        ("direction marks", "Mill \u{202e}daoR\u{2066}".into()),
        ("not a character", "Mill\u{ffff}".into()),
    ]
}

/// What some fields take and others refuse.
pub const ODD: [(&str, &str); 6] = [
    ("SQL", "'; DROP TABLE cases; --"),
    ("markup", "\"><script>alert(1)</script>"),
    ("a template", "{{ 7 * 7 }}"),
    ("a path", "../../etc/passwd"),
    ("a number", "-99999999999999999999"),
    ("nothing", ""),
];
