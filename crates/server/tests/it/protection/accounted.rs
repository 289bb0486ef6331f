//! Every table that can hold a person is in the answer to an access request, or on a list with a reason.

use super::{Somebody, held};
use crate::support::Council;
use kit::personal::Reader;
use kit::testing::{each_database, repository_migrations};
use std::collections::{BTreeMap, BTreeSet};

/// Columns of texts and ids that can hold nobody and nothing anybody wrote, whatever table they are in. A column of another
/// name may hold a person: then its table has to be accounted for.
const HARMLESS: [&str; 31] = [
    "ref",
    "draft",
    "service",
    "kind",
    "status",
    "priority",
    "team",
    "outcome",
    "source",
    "external",
    "lang",
    "ward",
    "passed_to",
    "contact_by",
    "promise_reason",
    "state",
    "purpose",
    "week",
    "what",
    "channel",
    "hash",
    "digest",
    "previous",
    "signature",
    "signer",
    "case_id",
    "key",
    "id",
    "worker",
    "signed",
    "role",
];

/// Tables with a column that could hold a person, and why none of them is in an access request.
const NOT_TOLD: &[(&str, &str)] = &[
    ("api_answers", "numbers and codes of changes by programs, forgotten after a day"),
    ("api_hooks", "addresses of other systems"),
    ("api_hooks_deliveries", "which facts other systems were told of; each fact is told"),
    ("attempts", "counts tries under a keyed hash or an account's number, and forgets them after a day"),
    ("cases_systems", "other systems that take cases, by the names of organisations"),
    ("contacts_at_hand", "staff, and which contact they turned to last"),
    ("contacts_figures", "what was asked, added up by month"),
    ("files_pieces", "the bytes of files: each file is told, with the address where it can be had"),
    ("facts_cursors", "names of readers of the journal"),
    ("facts_subjects", "which fact is about what: each fact is told with it"),
    ("open311_claims", "numbers other systems gave their reports, for a day"),
    (
        "open311_records",
        "what everybody may read of a report, told with its case and brought up to date when that is erased",
    ),
    ("open311_updates", "what became of reports, for everybody"),
    ("residents_scopes", "which services an authority is for: told with that authority"),
    ("cases_aheads", "what a member of staff was about to do with a case, for a day at most"),
    ("mail_figures", "what came by email and post, added up by month"),
    ("knowledge_articles", "names of answers, and the members of staff who own them"),
    ("knowledge_briefings", "what staff are to read, by staff"),
    ("knowledge_briefings_read", "staff, who have read it"),
    ("knowledge_corrections", "keyed hashes of addresses a correction went to, which nobody can read"),
    ("knowledge_drafts", "answers on their way, by staff"),
    (
        "knowledge_flags",
        "what is wrong with an answer, by staff or by nobody known; its words go three months after the reply",
    ),
    ("knowledge_keys", "which press made which answer"),
    ("knowledge_versions", "answers"),
    ("jobs", "work for later, by numbers of things; gone when it is done"),
    ("cases_words", "words that names of reporters without an account are made of, each once, whoever's they are"),
    ("residents_words", "words that names and streets are made of, each once, whoever's they are"),
    ("queue_desks", "staff, and the desk each sits at now"),
    ("queue_devices", "kiosks, and who of the staff set each up"),
    ("queue_numbers", "the last number given at a site on a day"),
    ("services_delegates", "who of the staff was trained to decide on the spot"),
    ("services_misses", "words of searches, of nobody: those with a number or an address are not noted"),
    ("services_versions", "definitions of services"),
    ("services_shared", "definitions of services"),
    ("staff", "staff, not residents: their own page and the administrator's show it"),
    ("staff_devices", "staff"),
    ("staff_roles", "staff"),
    ("staff_sign_ins", "staff"),
    ("staff_teams", "staff"),
    ("teams", "teams"),
];

#[test]
fn every_table_that_can_hold_a_person_is_accounted_for() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let somebody = Somebody::new(&council, super::NAME).await;
        let told: BTreeSet<&str> =
            held(&council, somebody.id, Reader::Staff).await.into_iter().map(|part| part.table).collect();
        let mut can_hold: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for ((table, column), of) in db.db().schema().await.unwrap().columns {
            let is_text = matches!(of.kind.as_str(), "TEXT" | "BLOB");
            if table != "migrations" && is_text && !HARMLESS.contains(&column.as_str()) {
                can_hold.entry(table).or_default().push(column);
            }
        }
        let excused: BTreeSet<&str> = NOT_TOLD.iter().map(|(table, _)| *table).collect();
        let left_out: Vec<_> = can_hold
            .iter()
            .filter(|(table, _)| !told.contains(table.as_str()) && !excused.contains(table.as_str()))
            .collect();
        assert!(
            left_out.is_empty(),
            "these tables can hold a person and are told to nobody; add them to their noun's personal_data, or to NOT_TOLD \
             with the reason:\n{left_out:#?}"
        );
        for (table, reason) in NOT_TOLD {
            assert!(can_hold.contains_key(*table), "{table} is no table that could hold a person");
            assert!(!told.contains(table) && !reason.trim().is_empty(), "{table} is told");
        }
        for table in told {
            assert!(can_hold.contains_key(table), "{table} is told, and is no table");
        }
    });
}
