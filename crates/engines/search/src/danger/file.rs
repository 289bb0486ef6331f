//! Reading a file of danger words.

use super::{
    DangerError, Kind, Language, Rule,
    pattern::{Group, Numbers, Pattern},
    vocabulary::Vocabulary,
};
use crate::text::words;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    ordinary: String,
    #[serde(default)]
    sets: BTreeMap<String, String>,
    #[serde(flatten)]
    kinds: BTreeMap<String, Lists>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    signs: Vec<String>,
    #[serde(default)]
    alone: Vec<String>,
    #[serde(default)]
    always: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
}

/// Reads one language's file.
pub(super) fn read(lang: &str, text: &str) -> Result<Language, DangerError> {
    let file: File =
        toml::from_str(text).map_err(|error| DangerError::Toml { lang: lang.to_owned(), reason: error.to_string() })?;
    let mut language = Language::new(lang, &file.ordinary);
    for (key, lists) in &file.kinds {
        let kind: Kind = key.parse()?;
        let mut all = |list: &[String]| -> Result<Vec<Pattern>, DangerError> {
            list.iter()
                .map(|written| Reader { lang, sets: &file.sets, written }.pattern(&mut language.vocabulary))
                .collect()
        };
        let (signs, always) = (all(&lists.signs)?, all(&lists.always)?);
        let (alone, except) = (all(&lists.alone)?, all(&lists.except)?);
        language.rules.push(Rule { kind, signs, always, alone, except });
    }
    Ok(language)
}

/// One pattern being read.
struct Reader<'a> {
    lang: &'a str,
    sets: &'a BTreeMap<String, String>,
    written: &'a str,
}

impl Reader<'_> {
    fn pattern(&self, vocabulary: &mut Vocabulary) -> Result<Pattern, DangerError> {
        let groups = self
            .written
            .split(" + ")
            .map(|group| {
                let slots: Vec<Numbers> =
                    group.split_whitespace().map(|slot| self.slot(slot, vocabulary)).collect::<Result<_, _>>()?;
                if slots.is_empty() { Err(self.empty()) } else { Ok(Group(slots)) }
            })
            .collect::<Result<_, _>>()?;
        Ok(Pattern { written: self.written.to_owned(), groups })
    }

    fn slot(&self, slot: &str, vocabulary: &mut Vocabulary) -> Result<Numbers, DangerError> {
        let mut ids = Vec::new();
        for choice in slot.split('|') {
            let set = choice.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
            let listed = match set {
                Some(name) => self.sets.get(name).ok_or_else(|| self.no_set(name))?.as_str(),
                None => choice,
            };
            for written in listed.split_whitespace() {
                let (exactly, word) = written.strip_prefix('=').map_or((false, written), |word| (true, word));
                match words(word, 2).as_slice() {
                    [folded] => ids.push(vocabulary.add(folded, exactly)),
                    [] => return Err(self.empty()),
                    _ => return Err(self.several(word)),
                }
            }
        }
        if ids.is_empty() { Err(self.empty()) } else { Ok(Numbers::of(ids)) }
    }

    fn empty(&self) -> DangerError {
        DangerError::Empty { lang: self.lang.to_owned(), pattern: self.written.to_owned() }
    }

    fn several(&self, word: &str) -> DangerError {
        DangerError::SeveralWords { lang: self.lang.to_owned(), word: word.to_owned() }
    }

    fn no_set(&self, set: &str) -> DangerError {
        DangerError::NoSuchSet { lang: self.lang.to_owned(), pattern: self.written.to_owned(), set: set.to_owned() }
    }
}
