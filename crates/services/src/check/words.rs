//! The words of a service against what its definition needs, in every language.

use super::Check;
use crate::mistake::{At, did_you_mean};
use crate::model::{Definition, State};
use crate::source::Files;
use crate::table::Output;
use crate::words::{Message, messages};
use kit::lang::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// The errors a definition may have its own words for.
const ERRORS: [&str; 12] = [
    "missing",
    "pattern",
    "too-long",
    "too-small",
    "too-big",
    "too-early",
    "too-late",
    "not-known",
    "control",
    "direction",
    "exclusive",
    "reference",
];

/// Which keys a definition needs, which it may have, and the variables of each.
#[derive(Default)]
struct Keys {
    must: BTreeSet<String>,
    may: BTreeSet<String>,
    /// Those that only staff read: in English alone, where they are at all.
    staff: BTreeSet<String>,
}

/// Notes what is missing, what is left over, and variables that nobody fills.
pub(super) fn check(check: &mut Check<'_>, files: &Files) {
    let keys = Keys::of(check.definition);
    let service = check.definition.id.clone();
    let mut languages: BTreeMap<&str, BTreeMap<String, Message>> = BTreeMap::new();
    for lang in Lang::ALL {
        let name = format!("{}.ftl", lang.tag);
        match files.get(&name) {
            Some(text) => drop(languages.insert(lang.tag, messages(&name, text).0)),
            None => {
                let at = At { line: 1, column: 1 };
                check.mistakes.push(at.mistake(
                    &format!("{service}/{name}"),
                    "This language is missing.",
                    "Add the file, with every key of en.ftl.",
                ));
            }
        }
    }
    let anywhere: BTreeSet<&String> = languages.values().flat_map(BTreeMap::keys).collect();
    for (lang, found) in &languages {
        let file = format!("{service}/{lang}.ftl");
        let end =
            At { line: files.get(&format!("{lang}.ftl")).map_or(1, |text| text.lines().count().max(1)), column: 1 };
        let optional = keys.may.iter().filter(|key| anywhere.contains(key));
        for key in keys.must.iter().chain(optional).filter(|key| !found.contains_key(*key)) {
            let (what, to_do) = missing(key, &languages);
            check.mistakes.push(end.mistake(&file, what, to_do));
        }
        for (key, message) in found {
            check.mistakes.extend(match keys.staff.contains(key) && *lang != Lang::EN.tag {
                true => {
                    vec![message.at.mistake(&file, format!("Only staff read `{key}`."), "Write it in en.ftl alone.")]
                }
                false => message_mistakes(&keys, &file, key, message),
            });
        }
    }
}

fn missing(key: &str, languages: &BTreeMap<&str, BTreeMap<String, Message>>) -> (String, String) {
    let other = languages.iter().find_map(|(lang, found)| found.get(key).map(|message| (lang, message.at.line)));
    let to_do = match other {
        Some((lang, line)) => format!("Add `{key} = …`; {lang}.ftl has it in line {line}."),
        None => format!("Add `{key} = …`."),
    };
    (format!("`{key}` is missing."), to_do)
}

fn message_mistakes(keys: &Keys, file: &str, key: &str, message: &Message) -> Vec<crate::Mistake> {
    let known = || keys.must.iter().chain(&keys.may).chain(&keys.staff).map(String::as_str);
    if !known().any(|each| each == key) {
        let slip = did_you_mean(key, known());
        return vec![message.at.mistake(
            file,
            format!("Nothing uses `{key}`."),
            format!("{slip}Correct the key, or take it away."),
        )];
    }
    let allowed = variables(key);
    let wrong = message.variables.iter().filter(|variable| !allowed.contains(&variable.as_str()));
    wrong
        .map(|variable| {
            let slip = did_you_mean(variable, allowed.iter().copied());
            let may: Vec<String> = allowed.iter().map(|name| format!("`${name}`")).collect();
            let to_do = if may.is_empty() {
                "It can have no variable.".to_owned()
            } else {
                format!("{slip}It may use {}.", may.join(", "))
            };
            message.at.mistake(file, format!("`{key}` uses `${variable}`, which nobody fills."), to_do)
        })
        .collect()
}

/// The variables filled when these words are shown.
fn variables(key: &str) -> &'static [&'static str] {
    if key == "next" || key == "confirmation" {
        return &["reference", "due"];
    }
    match key.rsplit_once("-error-") {
        Some((_, "too-long" | "too-big" | "too-late")) => &["max"],
        Some((_, "too-small" | "too-early")) => &["min"],
        Some((_, "pattern")) => &["given"],
        _ => &[],
    }
}

impl Keys {
    fn of(definition: &Definition) -> Keys {
        let mut keys = Keys::default();
        let online = definition.state == State::Online;
        keys.must(["title", "summary"]);
        keys.may(["start"]);
        keys.must(if online { ["next"] } else { ["today"] });
        // Those it is not open to yet are told how to get it now.
        keys.must(definition.is_tried().then_some("today"));
        if online {
            keys.may(["confirmation", "today"]);
            keys.must((!definition.may_withdraw).then_some("withdraw-why"));
            keys.must(definition.reopen.appeal.then_some("appeal"));
        }
        keys.must(definition.sections.iter().map(|section| format!("section-{section}")));
        for page in &definition.pages {
            let title = format!("page-{}", page.id);
            if page.questions.len() == 1 {
                keys.may([title])
            } else {
                keys.must([title])
            }
            keys.may([format!("page-{}-intro", page.id)]);
        }
        for question in &definition.questions {
            let own = format!("question-{}", question.id);
            keys.must([own.clone()]);
            keys.may(["hint", "short", "suffix"].map(|part| format!("{own}-{part}")));
            if question.kind == crate::model::Kind::YesNo {
                keys.may(["yes", "no"].map(|answer| format!("{own}-{answer}")));
            }
            let shapes = matches!(&question.kind, crate::model::Kind::Text { pattern, .. } if !pattern.is_empty());
            keys.must(shapes.then(|| format!("{own}-error-pattern")));
            keys.may(ERRORS.map(|error| format!("{own}-error-{error}")));
            for option in question.options() {
                let own = format!("option-{}-{option}", question.id);
                keys.may([format!("{own}-hint")]);
                keys.must([own]);
            }
        }
        keys.must(definition.outcomes.iter().map(|outcome| format!("outcome-{}", outcome.id)));
        keys.staff.extend(definition.outcomes.iter().map(|outcome| format!("outcome-{}-desk", outcome.id)));
        keys.rules(definition);
        keys.may.retain(|key| !keys.must.contains(key));
        keys
    }

    fn rules(&mut self, definition: &Definition) {
        for rule in definition.delegations() {
            self.must([format!("delegated-{}", rule.id)]);
            self.must(rule.seen.iter().map(|one| format!("seen-{one}")));
        }
        let told = definition.handovers().iter().filter(|rule| rule.contact);
        self.must(told.map(|rule| format!("handover-{}-contact", rule.system)).collect::<Vec<_>>());
        let heard = definition.handovers().iter().filter(|rule| rule.messages);
        self.must(heard.map(|rule| format!("handover-{}-messages", rule.system)).collect::<Vec<_>>());
        self.must(definition.promise.as_ref().map(|term| term.reason.clone()));
        // Rules are published: what a table decides by has words.
        let inputs = definition.tables.iter().flat_map(|table| &table.inputs);
        let computed = inputs.filter(|input| definition.question(&input.name).is_none());
        self.must(computed.map(|input| format!("compute-{}", input.name)).collect::<Vec<_>>());
        for row in definition.tables.iter().flat_map(|table| &table.rows) {
            self.must([row.reason.clone()]);
            if let Output::NotOurs { to } | Output::PassOn { to } = &row.then {
                self.must([to.clone()]);
                self.may(["find", "link", "tell"].map(|part| format!("{to}-{part}")));
            }
        }
    }

    fn must<T: Into<String>>(&mut self, keys: impl IntoIterator<Item = T>) {
        self.must.extend(keys.into_iter().map(Into::into));
    }

    fn may<T: Into<String>>(&mut self, keys: impl IntoIterator<Item = T>) {
        self.may.extend(keys.into_iter().map(Into::into));
    }
}
