//! How the facts of this noun read in a timeline.

/// The words key of a kind of fact; nothing for another noun's.
pub fn words_key(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "staff.signed-in" => "workforce-fact-signed-in",
        "staff.sign-in-failed" => "workforce-fact-sign-in-failed",
        "staff.set-up" => "workforce-fact-set-up",
        "staff.link-made" => "workforce-fact-link-made",
        "staff.council-bound" => "workforce-fact-council-bound",
        "staff.added" => "workforce-fact-added",
        "staff.changed" => "workforce-fact-changed",
        "staff.roles-changed" => "workforce-fact-roles-changed",
        "staff.reset" => "workforce-fact-reset",
        "outage.reported" => "workforce-fact-outage-reported",
        "outage.described" => "workforce-fact-outage-described",
        "outage.ended" => "workforce-fact-outage-ended",
        "outage.dealt" => "workforce-fact-outage-dealt",
        "team.added" => "workforce-fact-team-added",
        "team.renamed" => "workforce-fact-team-renamed",
        _ => return None,
    })
}
