//! The top of `service.toml`: what the service is, not what it asks.

use super::elsewhere::elsewhere;
use super::open::open;
use super::{allowed, count, identifier, unique};
use crate::mistake::{At, did_you_mean, one_of};
use crate::model::{Contact, Definition, Duplicates, Kind, Outcome, Places, Reopen, State, Term};
use crate::source::{Placed, Table};
use calendar::Within;
use kit::words::Words;
use residents::authorities::Matter;
use residents::checks::Assurance;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Reads everything but pages, questions and rules.
pub(super) fn head(root: &Table<'_>, service: &str, words: Arc<Words>) -> Option<Definition> {
    let id = root.needed_text("id");
    if let Some(id) = id.as_ref().filter(|id| id.value != service) {
        root.mistake(
            id.at,
            format!("The identifier is `{}` but the folder is `{service}`.", id.value),
            "Use the same name for both.",
        );
    }
    if let Some(id) = &id {
        identifier(root, id, '-');
    }
    let mut places = Places::default();
    let state = state(root, &mut places);
    let category = placed(root.needed_text("category"), &mut places.category);
    let team = placed(root.needed_text("team"), &mut places.team);
    let owner = root.needed_text("owner").map(|owner| owner.value);
    let online = matches!(state, Some(State::Online));
    let open = open(root, state, &mut places.open);
    let danger = root.texts("danger");
    places.danger = danger.as_ref().map_or(root.at, |list| list.at);
    let fee = root.whole("fee");
    if let Some(fee) = fee.as_ref().filter(|fee| fee.value < 0) {
        root.mistake(fee.at, "A fee cannot be below nothing.", "Write the fee in pence, `fee = 0` when there is none.");
    }
    let (retention_months, erased_on_request) = retention(root, online);
    let contact = [("none", Contact::None), ("optional", Contact::Optional), ("required", Contact::Required)];
    let synonyms = synonyms(root, &mut places);
    let assurance = assurance(root);
    Some(Definition {
        id: service.to_owned(),
        version: 0,
        lgsl: root.wholes("lgsl").map_or_else(Vec::new, values),
        category: category?,
        state: state?,
        open,
        listed: root.flag("listed").is_none_or(|flag| flag.value),
        often: often(root),
        team: team?,
        owner: owner?,
        fee: fee.map_or(0, |fee| fee.value),
        assurance,
        matter: matter(root),
        contact: root.text("contact").and_then(|word| allowed(root, &word, &contact)).unwrap_or(Contact::Required),
        contact_ways: contact_ways(root),
        ending: placed(root.text("ending"), &mut places.ending),
        danger: danger.map_or_else(Vec::new, values),
        title_from: root.texts("title_from").map_or_else(Vec::new, values),
        retention_months,
        erased_on_request,
        may_withdraw: may_withdraw(root, &mut places),
        reopen: reopen(root, &mut places),
        promise: promise(root, &mut places),
        outcomes: outcomes(root, online),
        duplicates: duplicates(root),
        elsewhere: elsewhere(root, state, assurance),
        synonyms,
        sections: Vec::new(),
        pages: Vec::new(),
        words,
        questions: Vec::new(),
        computes: Vec::new(),
        tables: Vec::new(),
        delegations: Vec::new(),
        handovers: Vec::new(),
        places,
    })
}

/// `often`: the place on the start page.
fn often(root: &Table<'_>) -> Option<i64> {
    let place = root.whole("often")?;
    if place.value < 1 {
        root.mistake(place.at, "`often` is a place, and the first is 1.", "Write `often = 1`, or leave it out.");
    }
    Some(place.value)
}

fn assurance(root: &Table<'_>) -> Assurance {
    let Some(word) = root.text("assurance") else { return Assurance::Anyone };
    let known = [Assurance::Anyone, Assurance::Contact, Assurance::Identity].map(|level| (level.code(), level));
    allowed(root, &word, &known).unwrap_or(Assurance::Anyone)
}

/// `matter`: what the law asks of whoever acts in it for somebody else.
fn matter(root: &Table<'_>) -> Option<Matter> {
    let known = [
        ("property", Matter::Property),
        ("benefits", Matter::Benefits),
        ("care", Matter::Care),
        ("everyday", Matter::Everyday),
    ];
    root.text("matter").and_then(|word| allowed(root, &word, &known))
}

/// `contact_ways`: which ways to be reached the service offers.
fn contact_ways(root: &Table<'_>) -> Vec<String> {
    let Some(list) = root.texts("contact_ways") else { return Vec::new() };
    if list.value.is_empty() {
        root.mistake(list.at, "`contact_ways` offers nothing.", "Name a way, or leave it out to offer all.");
    }
    for way in &list.value {
        let _ = allowed(root, way, &[("email", ()), ("text", ()), ("call", ()), ("letter", ())]);
    }
    values(list)
}

fn values<T>(list: Placed<Vec<Placed<T>>>) -> Vec<T> {
    list.value.into_iter().map(|each| each.value).collect()
}

/// The value, its place kept aside for later messages.
fn placed(found: Option<Placed<String>>, place: &mut At) -> Option<String> {
    let found = found?;
    *place = found.at;
    Some(found.value)
}

fn state(root: &Table<'_>, places: &mut Places) -> Option<State> {
    let written = root.needed_text("state")?;
    places.state = written.at;
    let by = root.date("by");
    match (written.value.as_str(), by) {
        ("promised", Some(by)) => Some(State::Promised(by.value)),
        ("promised", None) => {
            root.mistake(written.at, "A promised service needs its date.", "Add `by = 2027-03-31`.");
            None
        }
        (_, Some(by)) => {
            root.mistake(
                by.at,
                "`by` belongs to a promised service only.",
                "Leave it out, or write `state = \"promised\"`.",
            );
            None
        }
        _ => allowed(
            root,
            &written,
            &[("online", State::Online), ("not-planned", State::NotPlanned), ("promised", State::NotPlanned)],
        ),
    }
}

/// Months a closed case is kept, and whether it goes before that at a resident's request.
fn retention(root: &Table<'_>, online: bool) -> (u32, bool) {
    if online {
        root.needed("retention", "[retention] months = 36");
    }
    let Some(table) = root.table("retention") else { return (0, false) };
    let months = count(&table, table.whole("months"), 0);
    let on_request = table.flag("erased_on_request").is_some_and(|flag| flag.value);
    table.finish();
    (months, on_request)
}

fn may_withdraw(root: &Table<'_>, places: &mut Places) -> bool {
    let Some(table) = root.table("withdraw") else { return true };
    places.withdraw = table.at;
    let allowed = table.flag("allowed").is_none_or(|flag| flag.value);
    table.finish();
    allowed
}

fn reopen(root: &Table<'_>, places: &mut Places) -> Reopen {
    let Some(table) = root.table("reopen") else { return Reopen { days: 28, appeal: false } };
    places.reopen = table.at;
    let days = count(&table, table.whole("days"), 28);
    let appeal = table.flag("appeal").is_some_and(|flag| flag.value) || days == 0;
    table.finish();
    Reopen { days, appeal }
}

fn promise(root: &Table<'_>, places: &mut Places) -> Option<Term> {
    let table = root.table("promise")?;
    places.promise = table.at;
    let within = table.needed_text("within").and_then(|text| within(&table, &text));
    let reason = table.needed_text("reason");
    table.finish();
    Some(Term { within: within?, reason: reason?.value })
}

/// A length of time as people write it.
pub(super) fn within(table: &Table<'_>, text: &Placed<String>) -> Option<Within> {
    match text.value.parse() {
        Ok(within) => Some(within),
        Err(error) => {
            table.mistake(text.at, format!("{error}."), "Correct the length of time.");
            None
        }
    }
}

fn outcomes(root: &Table<'_>, online: bool) -> Vec<Outcome> {
    if online {
        root.needed("outcome", "[[outcome]]");
    }
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for table in root.tables("outcome") {
        let id = table.needed_text("id");
        table.needed("done", "done = true");
        let done = table.flag("done");
        if let (Some(id), Some(done)) = (id, done) {
            identifier(&table, &id, '-');
            unique(&table, &mut seen, &id);
            all.push(Outcome { id: id.value, done: done.value, at: id.at });
        }
        table.finish();
    }
    all
}

fn duplicates(root: &Table<'_>) -> Option<Duplicates> {
    let table = root.table("duplicates")?;
    table.needed("metres", "metres = 30");
    table.needed("days", "days = 60");
    let place = table.needed_text("place");
    let same = table.texts("same").map_or_else(Vec::new, values);
    let metres = within_reach(&table, table.whole("metres"), Duplicates::WIDEST, "metres");
    let days = within_reach(&table, table.whole("days"), Duplicates::LONGEST, "days");
    table.finish();
    Some(Duplicates { place: place?.value, same, metres, days })
}

/// A number from 1 to the most there may be, or a mistake.
fn within_reach(table: &Table<'_>, written: Option<Placed<i64>>, most: u32, unit: &str) -> u32 {
    let Some(number) = written else { return 1 };
    u32::try_from(number.value).ok().filter(|count| (1..=most).contains(count)).unwrap_or_else(|| {
        let what = format!("Two reports cannot be the same within {} {unit}.", number.value);
        table.mistake(number.at, what, format!("Write a number from 1 to {most}."));
        1
    })
}

fn synonyms(root: &Table<'_>, places: &mut Places) -> BTreeMap<String, Vec<String>> {
    places.synonyms = At { line: 1, column: 1 };
    let Some(table) = root.table("synonyms") else { return BTreeMap::new() };
    places.synonyms = table.at;
    table.open_lists().into_iter().map(|(language, words)| (language.value, words)).collect()
}

/// Checks that what the head says about questions is so.
pub(super) fn check_names(root: &Table<'_>, definition: &Definition) {
    if let Some(list) = root.texts("title_from") {
        for id in list.value {
            match definition.question(&id.value) {
                None => unknown_question(root, definition, &id),
                Some(question) if question.sensitive => {
                    root.mistake(
                        id.at,
                        format!("`{}` is sensitive and would stand in the title.", id.value),
                        "Take it out of `title_from`.",
                    );
                }
                Some(_) => {}
            }
        }
    }
    let Some(table) = root.table("duplicates") else { return };
    if let Some(place) = table.text("place") {
        match definition.question(&place.value) {
            None => unknown_question(root, definition, &place),
            Some(question) if question.kind != Kind::Place => {
                table.mistake(
                    place.at,
                    format!("`{}` is not a question of type `place`.", place.value),
                    "Name the question that says where.",
                );
            }
            Some(_) => {}
        }
    }
    for id in table.texts("same").map_or_else(Vec::new, |list| list.value) {
        if definition.question(&id.value).is_none() {
            unknown_question(root, definition, &id);
        }
    }
}

/// Notes a question that does not exist.
pub(super) fn unknown_question(root: &Table<'_>, definition: &Definition, id: &Placed<String>) {
    let names = || definition.questions.iter().map(|question| question.id.as_str());
    let slip = did_you_mean(&id.value, names());
    root.mistake(
        id.at,
        format!("There is no question `{}`.", id.value),
        format!("{slip}The questions are {}.", one_of(names())),
    );
}
