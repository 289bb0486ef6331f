//! What happens to a draft, in words for whoever it is held on.

/// The words key of a kind of fact; nothing for another noun's.
pub fn words_key(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "draft.started" => "forms-fact-started",
        "draft.answered" => "forms-fact-answered",
        "draft.saved" => "forms-fact-saved",
        "draft.deleted" => "forms-fact-deleted",
        "draft.expired" => "forms-fact-expired",
        _ => return None,
    })
}
