//! What becomes of each kind of thing that is held on a person, when they are erased. The kinds are the tables that are told in an access
//! request: one that has no place here fails `every_table_that_can_hold_a_person_is_accounted_for`.

use kit::personal::Part;

/// What becomes of a table's rows about somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Becomes {
    /// They go with the press.
    GoesAtOnce,
    /// They go with the account: at once, or when nothing stands against it any more.
    GoesWithAccount,
    /// They go or stay with the request or the message they belong to.
    FollowsRequest,
    /// They stay, without anything that names anybody; their words say why.
    Stays,
}

use Becomes::{FollowsRequest, GoesAtOnce, GoesWithAccount, Stays};

/// In the order of the page. The words of each are `server-erase-of-…` with the table's name.
pub const FATES: [(&str, Becomes); 48] = [
    ("sessions", GoesAtOnce),
    ("devices", GoesAtOnce),
    ("challenges", GoesAtOnce),
    ("residents_links", GoesAtOnce),
    ("residents_grants", GoesAtOnce),
    ("forms_drafts", GoesAtOnce),
    ("forms_consents", GoesAtOnce),
    ("residents", GoesWithAccount),
    ("households", GoesWithAccount),
    ("residents_records", GoesWithAccount),
    ("residents_authorities", GoesWithAccount),
    ("residents_markers", GoesWithAccount),
    ("residents_needs", GoesWithAccount),
    ("residents_passports", GoesWithAccount),
    ("residents_breaches", GoesWithAccount),
    ("residents_vehicles", GoesWithAccount),
    ("residents_imports", GoesWithAccount),
    ("residents_proposals", GoesWithAccount),
    ("residents_keys", GoesWithAccount),
    ("keys", GoesWithAccount),
    ("outbox_messages", GoesWithAccount),
    ("mail_received", GoesWithAccount),
    ("mail_answers", GoesWithAccount),
    ("mail_originals", GoesWithAccount),
    ("contacts", GoesWithAccount),
    ("contacts_questions", GoesWithAccount),
    ("contacts_articles", GoesWithAccount),
    ("contacts_cases", GoesWithAccount),
    ("contacts_passes", GoesWithAccount),
    ("knowledge_told", GoesWithAccount),
    ("queue_visits", GoesWithAccount),
    ("queue_estimates", GoesWithAccount),
    ("appointments_bookings", GoesWithAccount),
    ("cases", FollowsRequest),
    ("cases_reporters", FollowsRequest),
    ("cases_found", FollowsRequest),
    ("cases_messages", FollowsRequest),
    ("cases_promises", FollowsRequest),
    ("cases_untold", FollowsRequest),
    ("cases_handed", FollowsRequest),
    ("cases_marks", FollowsRequest),
    ("files", FollowsRequest),
    ("residents_erasures", Stays),
    ("residents_openings", Stays),
    ("residents_merges", Stays),
    ("looks", Stays),
    ("facts", Stays),
    ("holds", Stays),
];

/// How many rows of each kind there are of which this becomes, those without any left out.
pub fn of(parts: &[Part], becomes: Becomes) -> impl Iterator<Item = (&'static str, usize)> {
    let kinds = FATES.into_iter().filter(move |(_, of)| *of == becomes);
    let held = kinds.map(|(table, _)| {
        let rows = parts.iter().filter(|part| part.table == table).map(|part| part.rows.len());
        (table, rows.sum())
    });
    held.filter(|(_, rows)| *rows > 0)
}
