//! Every table that can hold a person is in the answer to an access request, or on a list with a reason.

use super::{Somebody, held};
use crate::support::Council;
use kit::personal::Reader;
use kit::testing::{each_database, repository_migrations};
use std::collections::{BTreeMap, BTreeSet};

/// Columns of texts and ids that hold nobody and nothing anybody wrote, each of its own table: in another table a column of the
/// same name may be a person's. A table with no other is accounted for.
const HARMLESS: &[(&str, &[&str])] = &[
    ("cases_clocks", &["case_id", "service", "state"]),
    ("cases_figures", &["service", "kind", "ward", "team", "status"]),
    ("cases_kept", &["service", "what"]),
    ("cases_keys", &["key", "case_id"]),
    ("cases_sources", &["source"]),
    ("facts_seals", &["previous", "hash", "signature", "signer"]),
    ("open311_sent", &["ref", "case_id", "key"]),
    ("services_misses_told", &["week"]),
    ("services_teams", &["service", "team"]),
];

/// Tables with a column that could hold a person, and why none of them is in an access request.
const NOT_TOLD: &[(&str, &str)] = &[
    ("contacts_days", "counts of what became of contacts, by day, service and channel; it names nobody"),
    ("contacts_matters", "what became of each service in a contact, without words; the contact is told"),
    ("typed", "what a member of staff typed into a page of the desk and has not sent, for a day at most"),
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
    ("open311_claims", "numbers other systems gave their reports and what these were answered, for a day"),
    (
        "open311_records",
        "what everybody may read of a report, told with its case and brought up to date when that is erased",
    ),
    ("open311_updates", "what became of reports, for everybody"),
    ("residents_models", "weights worked out from many records together"),
    ("residents_scopes", "which services an authority is for: told with that authority"),
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
    ("knowledge_returns", "why drafts were sent back, by staff"),
    ("knowledge_versions", "answers"),
    ("jobs", "work for later, by numbers of things; gone when it is done"),
    ("cases_words", "words that names of reporters without an account are made of, each once, whoever's they are"),
    ("residents_words", "words that names and streets are made of, each once, whoever's they are"),
    ("outages", "staff, and when they could not work; forgotten after 400 days"),
    ("outages_teams", "the teams they were in then"),
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
    ("staff_sign_ons", "staff on their way to the council's own sign-on, for a quarter of an hour"),
    ("staff_teams", "staff"),
    ("teams", "teams"),
];

/// The columns that can hold a person, by table; of each its table, its name and its kind.
fn can_hold(columns: impl Iterator<Item = (String, String, String)>) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (table, column, kind) in columns {
        let harmless = HARMLESS.iter().any(|(of, names)| *of == table && names.contains(&column.as_str()));
        if table != "migrations" && matches!(kind.as_str(), "TEXT" | "BLOB") && !harmless {
            found.entry(table).or_default().push(column);
        }
    }
    found
}

#[test]
fn a_new_table_keyed_by_a_person_is_seen_whatever_its_column_is_called() {
    for column in ["id", "key", "what", "draft", "hash", "source", "week"] {
        let new = ("residents_new".to_owned(), column.to_owned(), "BLOB".to_owned());
        assert!(can_hold([new].into_iter()).contains_key("residents_new"), "{column}");
    }
}

#[test]
fn every_table_that_can_hold_a_person_is_accounted_for() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let somebody = Somebody::new(&council, super::NAME).await;
        let told: BTreeSet<&str> =
            held(&council, somebody.id, Reader::Staff).await.into_iter().map(|part| part.table).collect();
        let columns = db.db().schema().await.unwrap().columns;
        for (table, columns_there) in HARMLESS {
            for column in *columns_there {
                assert!(columns.contains_key(&((*table).to_owned(), (*column).to_owned())), "{table} has no {column}");
            }
        }
        let can_hold = can_hold(columns.into_iter().map(|((table, column), of)| (table, column, of.kind)));
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
        let fates: BTreeSet<&str> = server::held::fates::FATES.iter().map(|(table, _)| *table).collect();
        assert_eq!(fates, told, "the page that erases somebody says of each kind what becomes of it, once");
        assert_eq!(fates.len(), server::held::fates::FATES.len());
        for table in told {
            assert!(can_hold.contains_key(table), "{table} is told, and is no table");
        }
    });
}
