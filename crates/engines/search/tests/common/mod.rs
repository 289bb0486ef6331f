//! The fixture services and the lists of phrases.

use search::{Document, Index, Synonym};
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    service: Vec<Service>,
}

#[derive(Deserialize)]
struct Service {
    id: String,
    lang: String,
    title: String,
    summary: String,
    synonyms: String,
}

/// The fifteen services in three languages.
pub fn documents() -> Vec<Document> {
    let file: File = toml::from_str(include_str!("../fixture/services.toml")).unwrap();
    let read = |service: Service| Document {
        synonyms: service.synonyms.split(';').map(|words| Synonym::new(words.trim())).collect(),
        id: service.id,
        lang: service.lang,
        title: service.title,
        summary: service.summary,
        body: String::new(),
    };
    file.service.into_iter().map(read).collect()
}

/// An index over them.
pub fn index() -> Index {
    Index::build(documents())
}

/// Pairs of phrase and service.
pub fn phrases(list: &str) -> Vec<(&str, &str)> {
    list.lines().filter_map(|line| line.split_once('\t')).collect()
}
