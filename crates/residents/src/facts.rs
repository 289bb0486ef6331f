//! How the facts of this noun read in a timeline.

/// The words key of a kind of fact; nothing for another noun's.
pub fn words_key(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "resident.joined" => "residents-fact-joined",
        "resident.signed-in" => "residents-fact-signed-in",
        "resident.sign-in-failed" => "residents-fact-sign-in-failed",
        "resident.helped" => "residents-fact-helped",
        "resident.opened" => "residents-fact-opened",
        "resident.check-passed" => "residents-fact-check-passed",
        "resident.check-failed" => "residents-fact-check-failed",
        "resident.authority-given" => "residents-fact-authority-given",
        "resident.authority-ended" => "residents-fact-authority-ended",
        "resident.marked" => "residents-fact-marked",
        "resident.unmarked" => "residents-fact-unmarked",
        "resident.changed" => "residents-fact-changed",
        "resident.exported" => "residents-fact-exported",
        "resident.erasure-asked" => "residents-fact-erasure-asked",
        "resident.erased" => "residents-fact-erased",
        "resident.held" => "residents-fact-held",
        "resident.released" => "residents-fact-released",
        _ => return None,
    })
}
