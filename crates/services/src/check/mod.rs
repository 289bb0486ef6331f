//! Every mistake in a folder of definitions, explained: beyond what reading a service notices, its
//! words in every language, pages nobody can reach, and rules with gaps or rows that never fire.

mod limits;
mod order;
mod reach;
mod rules;
mod words;

use crate::folder::Folder;
use crate::mistake::{Mistake, did_you_mean, one_of};
use crate::model::{Definition, State};
use crate::open::Open;
use crate::source::Files;
use kit::lang::Lang;
use std::path::Path;

/// Every mistake in a folder of definitions on disk, by file and line.
pub fn check(folder: &Path) -> Vec<Mistake> {
    Folder::read(folder).check()
}

/// Every mistake in definitions given as path and text, by file and line.
pub fn check_files(files: &[(String, String)]) -> Vec<Mistake> {
    Folder::from_texts(files.iter().map(|(path, text)| (path, text.as_str()))).check()
}

impl Folder {
    /// Every mistake, by file and line.
    pub fn check(&self) -> Vec<Mistake> {
        let mut mistakes = self.unreadable().to_vec();
        let teams = self.teams().unwrap_or_else(|wrong| {
            mistakes.extend(wrong);
            Vec::new()
        });
        let categories = self.categories().unwrap_or_else(|wrong| {
            mistakes.extend(wrong);
            Vec::new()
        });
        let known = Known {
            teams: teams.into_iter().map(|team| team.id).collect(),
            categories: categories.into_iter().map(|category| category.id).collect(),
            endings: self.endings().to_vec(),
        };
        for (id, files) in self.services() {
            mistakes.extend(check_service(id, files, &known));
        }
        mistakes.sort();
        mistakes.dedup();
        mistakes
    }
}

/// What a service may name that stands outside its own files.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Identifiers of teams.
    pub teams: Vec<String>,
    /// Identifiers of headings.
    pub categories: Vec<String>,
    /// Names of endings.
    pub endings: Vec<String>,
}

/// Every mistake in one service.
pub fn check_service(service: &str, files: &Files, known: &Known) -> Vec<Mistake> {
    let definition = match Definition::parse(service, files) {
        Ok(definition) => definition,
        Err(mistakes) => return mistakes,
    };
    let mut check = Check { definition: &definition, known, mistakes: Vec::new() };
    check.names();
    check.state();
    check.ending();
    check.wards();
    check.synonyms();
    limits::check(&mut check);
    order::check(&mut check);
    reach::check(&mut check);
    rules::check(&mut check);
    words::check(&mut check, files);
    check.mistakes
}

/// One service being checked, and what was found so far.
pub(crate) struct Check<'a> {
    pub definition: &'a Definition,
    pub known: &'a Known,
    pub mistakes: Vec<Mistake>,
}

impl Check<'_> {
    /// Notes a mistake in `service.toml`.
    pub fn mistake(&mut self, at: crate::mistake::At, what: impl Into<String>, what_to_do: impl Into<String>) {
        let file = format!("{}/service.toml", self.definition.id);
        self.mistakes.push(at.mistake(&file, what, what_to_do));
    }

    /// Notes a team that does not exist.
    pub fn team(&mut self, at: crate::mistake::At, team: &str) {
        if !self.known.teams.iter().any(|known| known == team) {
            let names = || self.known.teams.iter().map(String::as_str);
            let to_do = format!("{}Add it to teams.toml, or use {}.", did_you_mean(team, names()), one_of(names()));
            self.mistake(at, format!("There is no team `{team}`."), to_do);
        }
    }

    fn names(&mut self) {
        let (definition, places) = (self.definition, &self.definition.places);
        if !self.known.categories.contains(&definition.category) {
            let names = || self.known.categories.iter().map(String::as_str);
            let slip = did_you_mean(&definition.category, names());
            let to_do = format!("{slip}Add it to categories.toml, or use {}.", one_of(names()));
            self.mistake(places.category, format!("There is no category `{}`.", definition.category), to_do);
        }
        self.team(places.team, &definition.team);
        for danger in &definition.danger {
            self.danger(places.danger, danger);
        }
        let used = |section: &&String| definition.pages.iter().any(|page| page.section.as_ref() == Some(*section));
        for (index, section) in definition.sections.iter().enumerate().filter(|(_, section)| !used(section)) {
            self.mistake(
                places.sections[index],
                format!("The section `{section}` has no page."),
                "Give it a page, or take it away.",
            );
        }
    }

    /// Notes a danger that does not exist.
    pub fn danger(&mut self, at: crate::mistake::At, danger: &str) {
        let names = || search::Kind::all().into_iter().map(search::Kind::key);
        if !names().any(|known| known == danger) {
            let to_do = format!("{}The dangers are {}.", did_you_mean(danger, names()), one_of(names()));
            self.mistake(at, format!("There is no danger `{danger}`."), to_do);
        }
    }

    fn state(&mut self) {
        let (definition, at) = (self.definition, self.definition.places.state);
        let online = definition.state == State::Online;
        match (online, definition.pages.is_empty()) {
            (true, true) => self.mistake(
                at,
                "The service is online but asks nothing.",
                "Add pages, or write `state = \"not-planned\"`.",
            ),
            (false, false) => self.mistake(
                at,
                "The service has pages but is not online.",
                "Write `state = \"online\"`, or take the pages away.",
            ),
            _ => {}
        }
        let promises = definition.promise.is_some()
            || definition.tables.iter().any(|table| table.purpose == crate::table::Purpose::Promise);
        if online && !promises {
            self.mistake(at, "Nothing says by when this is done.", "Add `[promise]`, or a table `for = \"promise\"`.");
        }
    }

    fn ending(&mut self) {
        let Some(ending) = &self.definition.ending else { return };
        if !self.known.endings.contains(ending) {
            let names = || self.known.endings.iter().map(String::as_str);
            let to_do = match self.known.endings.is_empty() {
                true => "Leave it out: a case is opened without one.".to_owned(),
                false => format!("{}Leave it out, or use {}.", did_you_mean(ending, names()), one_of(names())),
            };
            self.mistake(self.definition.places.ending, format!("There is no ending `{ending}`."), to_do);
        }
    }

    fn wards(&mut self) {
        let Open::Wards(codes) = &self.definition.open else { return };
        let is_code = |code: &str| {
            code.len() == 9 && code.starts_with(['E', 'W', 'S', 'N']) && code[1..].bytes().all(|b| b.is_ascii_digit())
        };
        for code in codes.iter().filter(|code| !is_code(code)) {
            let at = self.definition.places.open.wards;
            self.mistake(at, format!("`{code}` is not the code of a ward."), "Write official codes, like `E05013054`.");
        }
    }

    fn synonyms(&mut self) {
        let (definition, at) = (self.definition, self.definition.places.synonyms);
        if !definition.listed {
            return;
        }
        for lang in Lang::ALL {
            let words = definition.synonyms.get(lang.tag);
            if words.is_none_or(|words| words.iter().all(|word| word.trim().is_empty())) {
                self.mistake(
                    at,
                    format!("There are no synonyms in {}.", lang.tag),
                    format!("Add `{} = [\"…\"]`: what people type to find it.", lang.tag),
                );
            }
        }
        for other in definition.synonyms.keys().filter(|tag| !Lang::ALL.iter().any(|lang| lang.tag == **tag)) {
            self.mistake(at, format!("`{other}` is not a language this council offers."), "Use en, cy or ar.");
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
