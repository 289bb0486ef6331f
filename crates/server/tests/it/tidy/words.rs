//! Words: every key in every language where a resident sees it, every key used is there, every key there is used.

use super::{files, nothing_wrong};
use kit::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// Nouns whose words only staff see: English is enough.
const STAFF_ONLY: [&str; 1] = ["workforce"];

/// Keys by noun and language.
fn keys() -> BTreeMap<String, BTreeMap<String, BTreeSet<String>>> {
    let mut all: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for (name, text) in files(&[".ftl"]) {
        let Some(rest) = name.strip_prefix("locales/") else { continue };
        let (lang, noun) = rest.split_once('/').expect("locales/<lang>/<noun>.ftl");
        let noun = noun.trim_end_matches(".ftl");
        let of_file = text.lines().filter_map(|line| {
            let (key, _) = line.split_once('=')?;
            let key = key.trim_end();
            let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
            (is_key && line.starts_with(key)).then(|| key.to_owned())
        });
        all.entry(noun.to_owned()).or_default().entry(lang.to_owned()).or_default().extend(of_file);
    }
    all
}

/// Keys below a comment that says "staff only", up to the next comment.
fn marked_for_staff() -> BTreeSet<String> {
    let mut marked = BTreeSet::new();
    for (_, text) in files(&[".ftl"]).into_iter().filter(|(name, _)| name.starts_with("locales/en/")) {
        let mut staff = false;
        for line in text.lines() {
            if line.starts_with('#') {
                staff = line.contains("staff only");
            } else if let Some((key, _)) = line.split_once('=').filter(|_| staff) {
                marked.insert(key.trim().to_owned());
            }
        }
    }
    marked
}

fn staff_only(noun: &str, key: &str, marked: &BTreeSet<String>) -> bool {
    STAFF_ONLY.contains(&noun) || marked.contains(key)
}

#[test]
fn every_word_a_resident_sees_is_in_every_language() {
    let (mut wrong, marked) = (Vec::new(), marked_for_staff());
    for (noun, languages) in keys() {
        let english = languages.get("en").cloned().unwrap_or_default();
        for lang in ["cy", "ar"] {
            let of_lang = languages.get(lang).cloned().unwrap_or_default();
            let missing = english.difference(&of_lang).filter(|key| !staff_only(&noun, key, &marked));
            wrong.extend(missing.map(|key| format!("locales/{lang}/{noun}.ftl lacks {key}")));
            wrong.extend(
                of_lang
                    .difference(&english)
                    .map(|key| format!("locales/{lang}/{noun}.ftl has {key}, English does not")),
            );
        }
    }
    nothing_wrong(wrong);
}

/// What kiosks and boards are made of.
const SPEAK: [&str; 5] = ["src/kiosk/", "src/board/", "src/ticket/mod.rs", "pages/kiosk", "pages/board"];

/// Languages of kiosks and boards alone, each with every key those use, with the same variables, and no other.
#[test]
fn kiosks_and_boards_speak_every_language_they_offer() {
    let english = &keys()["queue"]["en"];
    let speaks = |name: &str| {
        name.strip_prefix("crates/queue/").is_some_and(|rest| SPEAK.iter().any(|start| rest.starts_with(start)))
    };
    let sources = files(&[".rs", ".html"]).into_iter().filter(|(name, _)| speaks(name));
    let pieces = sources.flat_map(|(_, text)| {
        let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
        words.filter(|word| english.contains(*word)).map(str::to_owned).collect::<Vec<_>>()
    });
    let used: BTreeSet<String> = pieces.collect();
    assert!(used.len() > 25, "only {used:?}");
    let messages = |lang: &str| {
        let name = format!("locales/{lang}/queue.ftl");
        let (_, text) = files(&[".ftl"]).into_iter().find(|(file, _)| *file == name).expect("words of a kiosk");
        variables(&text)
    };
    let (of_english, mut wrong) = (messages("en"), Vec::new());
    for lang in Lang::MORE {
        let own = messages(lang.tag);
        let of_lang: BTreeSet<String> = own.keys().cloned().collect();
        wrong.extend(used.difference(&of_lang).map(|key| format!("{} lacks {key}", lang.tag)));
        wrong.extend(of_lang.difference(&used).map(|key| format!("{} has {key}, no kiosk or board does", lang.tag)));
        let other = own.iter().filter(|(key, of)| of_english.get(*key).is_some_and(|english| english != *of));
        wrong.extend(other.map(|(key, _)| format!("{}: {key} has other variables than in English", lang.tag)));
    }
    nothing_wrong(wrong);
}

/// The variables of each message of a file.
fn variables(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((begins, _)) = line.split_once(" =").filter(|(begins, _)| !begins.contains(' ')) {
            begins.clone_into(&mut key);
            all.entry(key.clone()).or_default();
        }
        let names = line.split("{ $").skip(1).filter_map(|rest| rest.split(' ').next()).map(str::to_owned);
        all.entry(key.clone()).or_default().extend(names);
    }
    all.remove("");
    all
}

/// The texts that stand first in these calls.
fn first_texts<'a>(text: &'a str, call: &str) -> Vec<&'a str> {
    let rests = text.split(call).skip(1);
    rests.filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next()).collect()
}

/// Tables of which programs alone read what there is: keys to find somebody by.
const READ_BY_PROGRAMS: [&str; 2] = ["residents_keys", "cases_found"];

/// "What we hold about you" puts the words together from the names of tables and of what stands in them.
#[test]
fn whatever_is_held_on_somebody_is_told_under_a_name() {
    let (all, mut wrong) = (keys(), Vec::new());
    let known = &all["server"]["en"];
    let tells = |name: &str, text: &str| {
        name != "crates/kit/src/personal.rs" && (text.contains("Part::of(") || text.contains("Row::new()"))
    };
    let sources = files(&[".rs"]).into_iter().filter(|(name, text)| name.contains("/src/") && tells(name, text));
    let mut tables = 0;
    for (name, text) in sources {
        // The page that erases somebody names those too that programs alone read.
        let erased = first_texts(&text, "Part::of(").into_iter().map(|table| format!("server-erase-of-{table}"));
        wrong.extend(erased.filter(|key| !known.contains(key)).map(|key| format!("{name}: there is no {key}")));
        let told = first_texts(&text, "Part::of(").into_iter().filter(|table| !READ_BY_PROGRAMS.contains(table));
        let of_tables: Vec<String> = told.map(|table| format!("server-held-of-{table}")).collect();
        tables += of_tables.len();
        let fields = [".text(", ".time(", ".word("].into_iter().flat_map(|call| first_texts(&text, call));
        let needed = of_tables.into_iter().chain(fields.map(|field| format!("server-held-{field}")));
        wrong.extend(needed.filter(|key| !known.contains(key)).map(|key| format!("{name}: there is no {key}")));
    }
    assert!(tables > 30, "only {tables} tables are told");
    nothing_wrong(wrong);
}

/// A mark that covers a word somebody translated covers too much: the next word of its kind would go untranslated unseen.
#[test]
fn what_is_marked_for_staff_is_in_english_alone() {
    let (mut wrong, marked) = (Vec::new(), marked_for_staff());
    assert!(marked.len() > 100, "only {} words are marked", marked.len());
    for (noun, languages) in keys() {
        for (lang, keys) in languages.iter().filter(|(lang, _)| *lang != "en") {
            let translated = keys.iter().filter(|key| staff_only(&noun, key, &marked));
            wrong.extend(
                translated.map(|key| format!("locales/{lang}/{noun}.ftl has {key}, marked as seen by staff only")),
            );
        }
    }
    nothing_wrong(wrong);
}

/// Pages residents see: those in the residents' layout.
#[test]
fn no_page_for_residents_uses_a_word_marked_for_staff() {
    let (mut wrong, marked) = (Vec::new(), marked_for_staff());
    let pages = files(&[".html"]).into_iter().filter(|(_, text)| text.contains("{% extends \"layout.html\" %}"));
    for (name, text) in pages {
        let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
        wrong.extend(words.filter(|word| marked.contains(*word)).map(|word| format!("{name} uses {word}")));
    }
    nothing_wrong(wrong);
}

/// "tan" and "ar" soften the day after them, "erbyn" does not.
#[test]
fn welsh_days_are_softened_after_the_words_that_soften() {
    let mut wrong = Vec::new();
    let softens = |before: &str| {
        let last = before.rsplit(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty());
        matches!(last.map(str::to_lowercase).as_deref(), Some("tan" | "ar"))
    };
    for (name, text) in files(&[".ftl"]).into_iter().filter(|(name, _)| name.starts_with("locales/cy/")) {
        let mut pieces = text.split("{ ").peekable();
        while let (Some(before), Some(variable)) = (pieces.next(), pieces.peek()) {
            let softened = variable.starts_with("TREIGLAD(");
            let date = ["$until", "$date", "$when", "$day", "$due", "$next"];
            let is_date = softened || date.iter().any(|date| variable.starts_with(&format!("{date} ")));
            if is_date && softened != softens(before) {
                wrong.push(format!("{name}: {}{{ {variable}", before.lines().last().unwrap_or_default()));
            }
        }
    }
    nothing_wrong(wrong);
}

#[test]
fn keys_begin_with_their_noun() {
    let mut wrong = Vec::new();
    for (noun, languages) in keys() {
        let all: BTreeSet<_> = languages.values().flatten().collect();
        wrong.extend(
            all.into_iter().filter(|key| !key.starts_with(&format!("{noun}-"))).map(|key| format!("{noun}: {key}")),
        );
    }
    nothing_wrong(wrong);
}

/// Text of a source that looks like a words key of one of the nouns, whole or as the beginning of one put together.
fn used(nouns: &BTreeSet<String>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let sources = files(&[".rs", ".html"]).into_iter().filter(|(name, _)| !name.contains("/tests/"));
    for (name, text) in sources {
        for piece in text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')) {
            let is_key = piece.split_once('-').is_some_and(|(noun, rest)| nouns.contains(noun) && !rest.is_empty());
            if is_key {
                found.insert(piece.to_owned(), name.clone());
            }
        }
    }
    found
}

/// Keys put together around a code: `format!("cases-{}-title", …)` uses `cases-assign-title` where `"assign"` is written too.
fn put_around(nouns: &BTreeSet<String>) -> (BTreeSet<(String, String)>, BTreeSet<String>) {
    let (mut around, mut codes) = (BTreeSet::new(), BTreeSet::new());
    for (_, text) in files(&[".rs", ".html"]).into_iter().filter(|(name, _)| !name.contains("/tests/")) {
        for literal in text.split('"') {
            let plain = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            let parts = literal.split_once('{').and_then(|(first, rest)| Some((first, rest.split_once('}')?.1)));
            match parts {
                Some((first, last)) if plain(first) && plain(last) && last.starts_with('-') => {
                    let of_noun = first.split_once('-').is_some_and(|(noun, _)| nouns.contains(noun));
                    around.extend(of_noun.then(|| (first.to_owned(), last.to_owned())));
                }
                _ if plain(literal) && !literal.is_empty() => drop(codes.insert(literal.to_owned())),
                _ => {}
            }
        }
    }
    (around, codes)
}

#[test]
fn no_word_is_left_unused() {
    let keys = keys();
    let nouns: BTreeSet<String> = keys.keys().cloned().collect();
    let used = used(&nouns);
    let (around, codes) = put_around(&nouns);
    let around_a_code = |key: &str| {
        let middle = |(first, last): &(String, String)| key.strip_prefix(first.as_str())?.strip_suffix(last.as_str());
        around.iter().filter_map(middle).any(|code| codes.contains(code))
    };
    let mut wrong = Vec::new();
    for (noun, languages) in &keys {
        for key in languages.get("en").into_iter().flatten() {
            let put_together = |piece: &str| piece.ends_with('-') && key.starts_with(piece);
            let with_ending = || key.rsplit_once('-').is_some_and(|(stem, _)| used.contains_key(stem));
            if !used.contains_key(key)
                && !with_ending()
                && !used.keys().any(|piece| put_together(piece))
                && !around_a_code(key)
            {
                wrong.push(format!("{noun}: {key} is used nowhere"));
            }
        }
    }
    nothing_wrong(wrong);
}

/// What puts words on a page or under a field.
const SAYS: [&str; 14] = [
    "refuse(",
    "text(",
    "titled(",
    "label(",
    "legend(",
    "hint(",
    "Input::text(",
    "Textarea::new(",
    "Radios::new(",
    "Checkboxes::new(",
    "Button::submit(",
    "Button::once(",
    "InsetText::new(",
    "WarningText::new(",
];

/// Words written into code where somebody will read them: texts with a space that are handed to one of [`SAYS`].
fn words_in_code(text: &str) -> Vec<&str> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    for says in SAYS {
        for (at, _) in code.match_indices(says) {
            let inside = arguments(&code[at + says.len()..]);
            let literals = inside.split('"').skip(1).step_by(2);
            found.extend(literals.filter(|literal| literal.trim().contains(' ') && has_words(literal)));
        }
    }
    found
}

/// Up to the bracket that closes the call, without looking into texts.
fn arguments(rest: &str) -> &str {
    let (mut depth, mut quoted) = (1, false);
    let closes = |(_, c): &(usize, char)| {
        match c {
            '"' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            _ => {}
        }
        depth == 0
    };
    let end = rest.char_indices().find(closes).map_or(rest.len(), |(at, _)| at);
    &rest[..end]
}

/// Letters beside what is put in.
fn has_words(literal: &str) -> bool {
    let outside = literal.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
    outside.flat_map(str::chars).any(char::is_alphabetic)
}

#[test]
fn no_words_for_people_are_written_in_code() {
    let pages = ["residents", "workforce", "services", "knowledge", "cases", "forms", "server"];
    let sources = files(&[".rs"]).into_iter().filter(|(name, _)| {
        let of_pages = pages.iter().any(|noun| name.starts_with(&format!("crates/{noun}/src/")));
        of_pages && !name.ends_with("tests.rs") && !name.ends_with("/testing.rs")
    });
    let mut wrong = Vec::new();
    for (name, text) in sources {
        wrong.extend(words_in_code(&text).iter().map(|words| format!("{name}: “{words}” belongs in locales/")));
    }
    nothing_wrong(wrong);
}

#[test]
fn words_in_code_are_seen() {
    let code = "form.refuse(\"name\", \"Type (your) name\"); frame.t(\"cases-a\"); x.hint(format!(\"{a} {b}\"));";
    assert_eq!(words_in_code(code), ["Type (your) name"]);
    assert!(words_in_code("#[cfg(test)] mod tests { fn a() { form.refuse(\"a\", \"Too long\") } }").is_empty());
}
