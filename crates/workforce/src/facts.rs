//! How the facts of this noun read in a timeline.

/// The words key of a kind of fact; nothing for another noun's.
pub fn words_key(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "staff.signed-in" => "workforce-fact-signed-in",
        "staff.sign-in-failed" => "workforce-fact-sign-in-failed",
        "staff.set-up" => "workforce-fact-set-up",
        "staff.link-made" => "workforce-fact-link-made",
        "staff.added" => "workforce-fact-added",
        "staff.changed" => "workforce-fact-changed",
        "staff.roles-changed" => "workforce-fact-roles-changed",
        "staff.reset" => "workforce-fact-reset",
        "team.added" => "workforce-fact-team-added",
        "team.renamed" => "workforce-fact-team-renamed",
        _ => return None,
    })
}
