//! Reading TOML with positions: every value knows its line, every unknown key is noticed.

use crate::mistake::{At, Mistake, did_you_mean, one_of};
use std::cell::RefCell;
use std::collections::BTreeSet;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The files of one service: name within its folder (`service.toml`, `en.ftl`) and text.
pub type Files = std::collections::BTreeMap<String, String>;

/// One file being read, and the mistakes found in it so far.
pub(crate) struct Source<'a> {
    pub file: String,
    pub text: &'a str,
    mistakes: RefCell<Vec<Mistake>>,
}

/// A value together with where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Placed<T> {
    pub value: T,
    pub at: At,
}

/// A table of the file. Every key that nobody asked for is a mistake when it is dropped.
pub(crate) struct Table<'a> {
    source: &'a Source<'a>,
    entries: &'a DeTable<'a>,
    /// What this table is, for messages: "[[question]]".
    pub name: String,
    pub at: At,
    asked: RefCell<BTreeSet<&'static str>>,
}

impl<'a> Source<'a> {
    /// A file by its name for messages, and its text.
    pub fn new(file: String, text: &'a str) -> Source<'a> {
        Source { file, text, mistakes: RefCell::default() }
    }

    /// Notes a mistake.
    pub fn mistake(&self, at: At, what: impl Into<String>, what_to_do: impl Into<String>) {
        self.mistakes.borrow_mut().push(at.mistake(&self.file, what, what_to_do));
    }

    /// The mistakes found.
    pub fn into_mistakes(self) -> Vec<Mistake> {
        self.mistakes.into_inner()
    }

    /// The TOML document, or nothing and a mistake.
    pub fn document(&self) -> Option<Spanned<DeTable<'a>>> {
        match DeTable::parse(self.text) {
            Ok(document) => Some(document),
            Err(error) => {
                let at = At::offset(self.text, error.span().map_or(0, |span| span.start));
                let said = error.message().lines().collect::<Vec<_>>().join(", ");
                self.mistake(
                    at,
                    format!("This is not TOML: {said}."),
                    "Correct the line; docs/adding-a-service.md shows the form.",
                );
                None
            }
        }
    }

    /// The outermost table of a document.
    pub fn root(&'a self, document: &'a Spanned<DeTable<'a>>, name: &str) -> Table<'a> {
        self.table_at(document.get_ref(), At { line: 1, column: 1 }, name)
    }

    fn table_at(&'a self, entries: &'a DeTable<'a>, at: At, name: &str) -> Table<'a> {
        Table { source: self, entries, name: name.to_owned(), at, asked: RefCell::default() }
    }

    fn at(&self, value: &Spanned<DeValue<'_>>) -> At {
        At::offset(self.text, value.span().start)
    }
}

fn type_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

impl<'a> Table<'a> {
    /// Notes a mistake anywhere in the same file.
    pub fn mistake(&self, at: At, what: impl Into<String>, what_to_do: impl Into<String>) {
        self.source.mistake(at, what, what_to_do);
    }

    fn get(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().insert(key);
        self.entries.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
    }

    fn typed<T>(
        &self,
        key: &'static str,
        wanted: &str,
        example: &str,
        take: impl Fn(&'a DeValue<'a>) -> Option<T>,
    ) -> Option<Placed<T>> {
        let value = self.get(key)?;
        let at = self.source.at(value);
        let taken = take(value.get_ref());
        if taken.is_none() {
            let found = type_of(value.get_ref());
            self.mistake(
                at,
                format!("`{key}` is {found}; it has to be {wanted}."),
                format!("Write it like `{example}`."),
            );
        }
        Some(Placed { value: taken?, at })
    }

    /// Text under this key.
    pub fn text(&self, key: &'static str) -> Option<Placed<String>> {
        self.typed(key, "text", &format!("{key} = \"…\""), |v| v.as_str().map(str::to_owned))
    }

    /// Text that has to be there.
    pub fn needed_text(&self, key: &'static str) -> Option<Placed<String>> {
        self.needed(key, &format!("{key} = \"…\""));
        self.text(key)
    }

    /// Notes a mistake when the key is missing.
    pub fn needed(&self, key: &'static str, example: &str) {
        if self.get(key).is_none() {
            self.mistake(self.at, format!("{} has no `{key}`.", self.name), format!("Add `{example}`."));
        }
    }

    /// A whole number under this key.
    pub fn whole(&self, key: &'static str) -> Option<Placed<i64>> {
        self.typed(key, "a whole number", &format!("{key} = 10"), |v| {
            let number = v.as_integer()?;
            i64::from_str_radix(number.as_str(), number.radix()).ok()
        })
    }

    /// True or false under this key.
    pub fn flag(&self, key: &'static str) -> Option<Placed<bool>> {
        self.typed(key, "true or false", &format!("{key} = true"), DeValue::as_bool)
    }

    /// A date under this key, written without quotation marks.
    pub fn date(&self, key: &'static str) -> Option<Placed<jiff::civil::Date>> {
        self.typed(key, "a date", &format!("{key} = 2027-03-31"), |v| v.as_datetime()?.to_string().parse().ok())
    }

    /// A list of texts, each with its place.
    pub fn texts(&self, key: &'static str) -> Option<Placed<Vec<Placed<String>>>> {
        self.list(key, "a list of texts", &format!("{key} = [\"…\", \"…\"]"), |v| v.as_str().map(str::to_owned))
    }

    /// A list of whole numbers.
    pub fn wholes(&self, key: &'static str) -> Option<Placed<Vec<Placed<i64>>>> {
        self.list(key, "a list of whole numbers", &format!("{key} = [1, 2]"), |v| v.as_integer()?.as_str().parse().ok())
    }

    fn list<T>(
        &self,
        key: &'static str,
        wanted: &str,
        example: &str,
        take: impl Fn(&DeValue<'a>) -> Option<T>,
    ) -> Option<Placed<Vec<Placed<T>>>> {
        self.typed(key, wanted, example, |value| {
            let each = value.as_array()?.iter();
            each.map(|v| Some(Placed { value: take(v.get_ref())?, at: self.source.at(v) })).collect()
        })
    }

    /// Text or whole number under this key, as text.
    pub fn text_or_whole(&self, key: &'static str) -> Option<Placed<String>> {
        self.typed(key, "text or a whole number", &format!("{key} = \"…\""), |v| match v {
            DeValue::Integer(number) => Some(number.as_str().to_owned()),
            other => other.as_str().map(str::to_owned),
        })
    }

    /// The table under this key.
    pub fn table(&self, key: &'static str) -> Option<Table<'a>> {
        let found = self.typed(key, "a table", &format!("[{key}]"), DeValue::as_table)?;
        Some(self.source.table_at(found.value, found.at, &format!("[{key}]")))
    }

    /// The tables under this key, `[[key]]`, in the order of the file.
    pub fn tables(&self, key: &'static str) -> Vec<Table<'a>> {
        let name = format!("[[{key}]]");
        let Some(list) = self.typed(key, "a list of tables", &name, DeValue::as_array) else { return Vec::new() };
        let mut tables = Vec::new();
        for value in list.value.iter() {
            match value.get_ref().as_table() {
                Some(entries) => tables.push(self.source.table_at(entries, self.source.at(value), &name)),
                None => self.mistake(
                    self.source.at(value),
                    format!("Every `{key}` has to be a table."),
                    format!("Write `{name}`."),
                ),
            }
        }
        tables
    }

    /// Every key with its text, for tables whose keys are names chosen by the author.
    pub fn open_texts(&self) -> Vec<(Placed<String>, Placed<String>)> {
        let mut all = Vec::new();
        for (key, value) in self.entries {
            let at = self.source.at(value);
            let name = Placed { value: key.get_ref().to_string(), at: At::offset(self.source.text, key.span().start) };
            match value.get_ref().as_str() {
                Some(text) => all.push((name, Placed { value: text.to_owned(), at })),
                None => self.mistake(at, format!("`{}` has to be text.", name.value), "Put it in quotation marks."),
            }
        }
        all
    }

    /// Every key with its list of texts, for tables whose keys are languages.
    pub fn open_lists(&self) -> Vec<(Placed<String>, Vec<String>)> {
        let mut all = Vec::new();
        for (key, value) in self.entries {
            let name = Placed { value: key.get_ref().to_string(), at: At::offset(self.source.text, key.span().start) };
            let list =
                value.get_ref().as_array().map(|a| a.iter().map(|v| v.get_ref().as_str().map(str::to_owned)).collect());
            match list {
                Some(Some(texts)) => all.push((name, texts)),
                _ => self.mistake(
                    self.source.at(value),
                    format!("`{}` has to be a list of texts.", name.value),
                    "Write `[\"…\", \"…\"]`.",
                ),
            }
        }
        all
    }

    /// Notes every key that nothing asked for.
    pub fn finish(self) {
        let asked = self.asked.borrow();
        for (key, _) in self.entries {
            if !asked.contains(key.get_ref().as_ref()) {
                let at = At::offset(self.source.text, key.span().start);
                let slip = did_you_mean(key.get_ref(), asked.iter().copied());
                let known = one_of(asked.iter().copied());
                self.mistake(
                    at,
                    format!("{} knows no key `{}`.", self.name, key.get_ref()),
                    format!("{slip}It may have {known}."),
                );
            }
        }
    }
}
