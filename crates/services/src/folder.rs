//! A folder of definitions: services, teams and headings, read from disk or from what is built in.

use crate::mistake::{At, Mistake, did_you_mean};
use crate::model::{Category, Definition, Team};
use crate::source::{Files, Source, Table};
use kit::lang::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Folders beside the services: the words that mean danger, answers to be brought in, who is offered more help, and places people
/// come to.
const NO_SERVICE: [&str; 6] = ["boards", "danger", "diaries", "knowledge", "needs", "sites"];

/// The texts of a folder of definitions.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    services: BTreeMap<String, Files>,
    /// `teams.toml`, `categories.toml`.
    files: Files,
    /// What could not be read from disk.
    unreadable: Vec<Mistake>,
    /// Endings a service may name.
    endings: Vec<String>,
}

/// An identifier and its name by language.
type Named = (String, BTreeMap<String, String>);

impl Folder {
    /// From paths relative to the folder (`street-problem/en.ftl`) and their texts.
    pub fn from_texts<P: AsRef<str>, T: Into<String>>(texts: impl IntoIterator<Item = (P, T)>) -> Folder {
        let mut folder = Folder::default();
        for (path, text) in texts {
            folder.put(path.as_ref(), text.into());
        }
        folder.without_incomplete()
    }

    /// From disk. What cannot be read becomes a mistake of [`Folder::check`].
    pub fn read(folder: &Path) -> Folder {
        let mut read = Folder::default();
        read.read_into(folder, "");
        read.without_incomplete()
    }

    /// This folder, of which services may name these endings: what the program can make of a submission besides a case.
    #[must_use]
    pub fn with_endings<'a>(mut self, names: impl IntoIterator<Item = &'a str>) -> Folder {
        self.endings.extend(names.into_iter().map(str::to_owned));
        self
    }

    /// This folder with another laid over it: whole services, teams and headings of the other win.
    #[must_use]
    pub fn overlaid(mut self, other: Folder) -> Folder {
        self.services.extend(other.services);
        self.files.extend(other.files);
        self.unreadable.extend(other.unreadable);
        self.endings.extend(other.endings);
        self
    }

    /// There is a service of this name.
    pub fn has(&self, service: &str) -> bool {
        self.services.contains_key(service)
    }

    /// This folder as it will be used: by itself when it has teams and headings of its own, else laid over the delivered.
    #[must_use]
    pub fn completed(self, delivered: Folder) -> Folder {
        let whole = ["teams.toml", "categories.toml"].iter().all(|file| self.files.contains_key(*file));
        if whole { Folder { endings: delivered.endings, ..self } } else { delivered.overlaid(self) }
    }

    /// Without folders that hold no service; each but those known to hold something else is a mistake of [`Folder::check`].
    fn without_incomplete(mut self) -> Folder {
        let whole = |files: &Files| files.contains_key("service.toml");
        let none = At { line: 1, column: 1 };
        for (id, files) in
            self.services.iter().filter(|(id, files)| !whole(files) && !NO_SERVICE.contains(&id.as_str()))
        {
            let slip = did_you_mean("service.toml", files.keys().map(String::as_str));
            self.unreadable.push(none.mistake(
                &format!("{id}/service.toml"),
                "There is no `service.toml`.",
                format!("{slip}A service has its own folder with it; docs/adding-a-service.md shows the form."),
            ));
        }
        self.services.retain(|_, files| whole(files));
        self
    }

    fn put(&mut self, path: &str, text: String) {
        match path.split_once('/') {
            None => drop(self.files.insert(path.to_owned(), text)),
            Some((service, file)) => {
                drop(self.services.entry(service.to_owned()).or_default().insert(file.to_owned(), text))
            }
        }
    }

    fn read_into(&mut self, folder: &Path, prefix: &str) {
        let listed = match std::fs::read_dir(folder) {
            Ok(listed) => listed,
            Err(error) => return self.cannot_read(prefix, &error),
        };
        for entry in listed.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            if name.starts_with('.') {
                continue;
            }
            if entry.path().is_dir() {
                if prefix.is_empty() {
                    self.read_into(&entry.path(), &format!("{name}/"));
                }
            } else if name.ends_with(".toml") || name.ends_with(".ftl") {
                match std::fs::read_to_string(entry.path()) {
                    Ok(text) => self.put(&path, text),
                    Err(error) => self.cannot_read(&path, &error),
                }
            }
        }
    }

    fn cannot_read(&mut self, path: &str, error: &std::io::Error) {
        let at = At { line: 1, column: 1 };
        let path = if path.is_empty() { "." } else { path };
        self.unreadable.push(at.mistake(
            path,
            format!("This cannot be read: {error}."),
            "Save it as UTF-8 text that this account may read.",
        ));
    }

    /// The services by identifier, each with its files.
    pub fn services(&self) -> impl Iterator<Item = (&str, &Files)> {
        self.services.iter().map(|(id, files)| (id.as_str(), files))
    }

    /// The definition of every service, or the mistakes that prevent it.
    pub fn definitions(&self) -> Result<Vec<Definition>, Vec<Mistake>> {
        let mut definitions = Vec::new();
        let mut mistakes = Vec::new();
        for (id, files) in &self.services {
            match Definition::parse(id, files) {
                Ok(definition) => definitions.push(definition),
                Err(wrong) => mistakes.extend(wrong),
            }
        }
        if mistakes.is_empty() { Ok(definitions) } else { Err(mistakes) }
    }

    /// The teams a council starts with.
    pub fn teams(&self) -> Result<Vec<Team>, Vec<Mistake>> {
        Ok(self.named("teams.toml", "team")?.into_iter().map(|(id, name)| Team { id, name }).collect())
    }

    /// The headings of the service list, in order.
    pub fn categories(&self) -> Result<Vec<Category>, Vec<Mistake>> {
        Ok(self.named("categories.toml", "category")?.into_iter().map(|(id, name)| Category { id, name }).collect())
    }

    /// Endings a service may name.
    pub(crate) fn endings(&self) -> &[String] {
        &self.endings
    }

    /// The files that no service has to itself, and what is in them: teams and headings.
    pub(crate) fn shared(&self) -> &Files {
        &self.files
    }

    pub(crate) fn unreadable(&self) -> &[Mistake] {
        &self.unreadable
    }

    /// A file of `[[what]]` tables with `id` and a `name` in every language.
    fn named(&self, file: &str, what: &'static str) -> Result<Vec<Named>, Vec<Mistake>> {
        let Some(text) = self.files.get(file) else {
            let at = At { line: 1, column: 1 };
            return Err(vec![at.mistake(
                file,
                "This file is missing.",
                format!("Add it with a `[[{what}]]` for each."),
            )]);
        };
        let source = Source::new(file.to_owned(), text);
        let mut all = Vec::new();
        if let Some(document) = source.document() {
            let root = source.root(&document, file);
            let mut seen = BTreeSet::new();
            for table in root.tables(what) {
                all.extend(named(&table, &mut seen));
                table.finish();
            }
            root.finish();
        }
        let mistakes = source.into_mistakes();
        if mistakes.is_empty() { Ok(all) } else { Err(mistakes) }
    }
}

fn named(table: &Table<'_>, seen: &mut BTreeSet<String>) -> Option<Named> {
    let id = table.needed_text("id");
    table.needed("name", "name = { en = \"…\", cy = \"…\", ar = \"…\" }");
    let name = table.table("name");
    let id = id?;
    if !seen.insert(id.value.clone()) {
        table.mistake(id.at, format!("{} `{}` is here twice.", table.name, id.value), "Give each its own identifier.");
    }
    let names: BTreeMap<String, String> =
        name?.open_texts().into_iter().map(|(lang, name)| (lang.value, name.value)).collect();
    for lang in Lang::ALL.iter().filter(|lang| !names.contains_key(lang.tag)) {
        table.mistake(
            table.at,
            format!("`{}` has no name in {}.", id.value, lang.tag),
            format!("Add `{} = \"…\"`.", lang.tag),
        );
    }
    Some((id.value, names))
}

#[cfg(test)]
mod tests {
    use super::Folder;

    #[test]
    fn a_folder_without_its_service_is_told() {
        let texts =
            [("danger/en.toml", ""), ("knowledge/when.toml", ""), ("lamp/servise.toml", ""), ("bin/en.ftl", "")];
        let mistakes: Vec<String> = Folder::from_texts(texts).unreadable().iter().map(ToString::to_string).collect();
        assert_eq!(mistakes.len(), 2, "{mistakes:?}");
        assert!(mistakes[0].starts_with("bin/service.toml") && mistakes[0].contains("There is no `service.toml`"));
        assert!(mistakes[1].contains("Did you mean `servise.toml`?"), "{}", mistakes[1]);
    }
}
