//! Every answer that stands, in memory: what a page shows and a search finds without asking the database. Read again after
//! every change, also one made on another node.

use crate::model::{Article, Version};
use crate::store;
use kit::clock::Micros;
use kit::db::{Conn, Db};
use kit::{App, Id, Lang, Result};
use search::{Document, Index, Synonym};
use services::Catalogue;
use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};
use std::time::Duration;
use tokio::sync::watch;

/// An answer that stands.
#[derive(Debug)]
pub struct Standing {
    /// Who owns it, and when it is looked at again.
    pub article: Article,
    /// What it says.
    pub version: Version,
}

impl Standing {
    /// The question and its answer in this language, and the language they are in: English where there is no other.
    pub fn in_lang(&self, lang: Lang) -> (Lang, &crate::model::Text) {
        self.version.content.texts.in_lang(lang)
    }
}

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// Best first.
    pub answers: Vec<Arc<Standing>>,
    /// The words with their typing mistakes put right.
    pub suggestion: Option<String>,
}

/// Every answer, shared by all requests.
#[derive(Debug, Default)]
pub struct Library {
    now: RwLock<Arc<Shelf>>,
    refreshing: tokio::sync::Mutex<()>,
}

#[derive(Debug, Default)]
struct Shelf {
    by_slug: BTreeMap<String, Arc<Standing>>,
    desk: Option<Index>,
    public: Option<Index>,
    mark: i64,
}

impl Library {
    /// Reads what stands.
    pub async fn refresh(&self, db: &Db) -> Result<()> {
        // One at a time: a slower reading of an older state must not replace a newer one.
        let _turn = self.refreshing.lock().await;
        let mut read = db.read().await?;
        let mark = store::articles::mark(&mut read).await?;
        self.read(&mut read, mark).await
    }

    /// The same, if there is news.
    pub(crate) async fn refresh_if_changed(&self, db: &Db) -> Result<()> {
        let _turn = self.refreshing.lock().await;
        let mut read = db.read().await?;
        let mark = store::articles::mark(&mut read).await?;
        if mark == self.shelf().mark { Ok(()) } else { self.read(&mut read, mark).await }
    }

    async fn read(&self, read: &mut Conn, mark: i64) -> Result<()> {
        let before = self.shelf();
        let mut by_slug = BTreeMap::new();
        for article in store::articles::all(read).await? {
            if article.retired || article.version == 0 {
                continue;
            }
            let known = before.by_slug.get(&article.slug).filter(|known| known.version.number == article.version);
            let version = match known {
                Some(known) => known.version.clone(),
                None => match store::versions::of(read, article.id, article.version).await? {
                    Some(version) => version,
                    None => continue,
                },
            };
            by_slug.insert(article.slug.clone(), Arc::new(Standing { article, version }));
        }
        let everything = || by_slug.values();
        let desk = Some(Index::build(everything().flat_map(|one| documents(one))));
        let for_all = everything().filter(|one| one.version.content.public);
        let public = Some(Index::build(for_all.flat_map(|one| documents(one))));
        let shelf = Shelf { desk, public, mark, by_slug };
        *self.now.write().unwrap_or_else(|poisoned| poisoned.into_inner()) = Arc::new(shelf);
        Ok(())
    }

    fn shelf(&self) -> Arc<Shelf> {
        self.now.read().unwrap_or_else(|poisoned| poisoned.into_inner()).clone()
    }

    /// Grows with every answer that is approved, changed or taken out of use: with the definitions', the key of cached pages.
    pub fn revision(&self) -> u64 {
        self.shelf().mark.unsigned_abs()
    }

    /// The answer of this name, where one stands.
    pub fn standing(&self, slug: &str) -> Option<Arc<Standing>> {
        self.shelf().by_slug.get(slug).cloned()
    }

    /// The same, where everybody may read it.
    pub fn public(&self, slug: &str) -> Option<Arc<Standing>> {
        self.standing(slug).filter(|one| one.version.content.public)
    }

    /// Every answer that stands, by name, after this name.
    pub fn after(&self, slug: &str) -> Vec<Arc<Standing>> {
        let from = (std::ops::Bound::Excluded(slug.to_owned()), std::ops::Bound::Unbounded);
        self.shelf().by_slug.range(from).map(|(_, one)| one.clone()).collect()
    }

    /// The answers that belong to a service, by name.
    pub fn of_service(&self, service: &str) -> Vec<Arc<Standing>> {
        let shelf = self.shelf();
        shelf.by_slug.values().filter(|one| one.version.content.service == service).cloned().collect()
    }

    /// The answers that should have been looked at by now, the longest overdue first.
    pub fn overdue(&self, now: Micros) -> Vec<Arc<Standing>> {
        let shelf = self.shelf();
        let mut overdue: Vec<_> = shelf.by_slug.values().filter(|one| one.article.is_overdue(now)).cloned().collect();
        overdue.sort_by_key(|one| one.article.review);
        overdue
    }

    /// Answers for everyday words, among all of them.
    pub fn search(&self, words: &str, lang: Lang, most: usize) -> Found {
        let shelf = self.shelf();
        found(&shelf, shelf.desk.as_ref(), words, lang, most)
    }

    /// The same among those everybody may read.
    pub fn search_public(&self, words: &str, lang: Lang, most: usize) -> Found {
        let shelf = self.shelf();
        found(&shelf, shelf.public.as_ref(), words, lang, most)
    }
}

fn found(shelf: &Shelf, index: Option<&Index>, words: &str, lang: Lang, most: usize) -> Found {
    let Some(index) = index else { return Found::default() };
    let found = index.search(words, lang.tag, most);
    let answers = found.hits.iter().filter_map(|hit| shelf.by_slug.get(&hit.id).cloned()).collect();
    Found { answers, suggestion: found.suggestion }
}

/// What the search knows of an answer, in each language it is written in.
fn documents(one: &Standing) -> impl Iterator<Item = Document> + '_ {
    let texts = &one.version.content.texts;
    texts.langs().into_iter().filter_map(move |lang| {
        let text = texts.own(lang)?;
        Some(Document {
            id: one.article.slug.clone(),
            lang: lang.tag.to_owned(),
            title: text.question.clone(),
            summary: String::new(),
            body: text.answer.clone(),
            synonyms: text.also.iter().map(|words| Synonym::new(words.as_str())).collect(),
        })
    })
}

/// What a service is called; empty for none.
pub(crate) fn service_name(app: &App, service: &str, lang: Lang) -> Result<String> {
    let known = app.part::<Catalogue>()?.current(service);
    Ok(known.map_or_else(|| service.to_owned(), |known| known.name(lang).to_owned()))
}

/// However much happens, the database is asked this often at most.
const PAUSE: Duration = Duration::from_millis(250);

/// Keeps this node's answers up to date for as long as `news` comes: the keeper's, which changes with every fact of any node.
pub async fn follow(app: App, mut news: watch::Receiver<i64>) {
    news.mark_changed();
    while news.changed().await.is_ok() {
        let refreshed = match app.part::<Library>() {
            Ok(library) => library.refresh_if_changed(&app.db).await,
            Err(cause) => Err(cause),
        };
        if let Err(cause) = refreshed {
            tracing::warn!(%cause, "the answers could not be read again; the next fact tries again");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// The name of a member of staff; empty for nobody.
pub(crate) async fn name_of(conn: &mut Conn, id: Id) -> Result<String> {
    match id.some() {
        Some(id) => Ok(workforce::name_of(conn, id).await?.unwrap_or_default()),
        None => Ok(String::new()),
    }
}
