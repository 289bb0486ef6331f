//! Every service in memory: the current versions, older ones when a draft or case still stands on
//! them, the search index, and what reading answers needs to know.

use crate::answers::Answers;
use crate::folder::Folder;
use crate::miss::Waiting;
use crate::mistake::Mistake;
use crate::model::{Category, Definition, State, Team};
use crate::path::Walk;
use crate::read::Context;
use crate::shared::Shared;
use crate::source::Files;
use crate::store::teams::Owner;
use crate::store::{self, versions::Version};
use calendar::Calendar;
use jiff::civil::Date;
use kit::clock::Micros;
use kit::db::{Conn, Db};
use kit::lang::Lang;
use kit::{Error, Result};
use search::{Danger, Document, Index, Sign, Synonym};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, RwLock};

/// Bank holidays known for so many days are enough.
const ENOUGH_DAYS: i64 = 365;

/// What stands outside the definitions: the calendar, words that mean danger, where things are.
#[derive(Debug)]
pub struct Surroundings {
    /// Working days, bank holidays, opening hours.
    pub calendar: Calendar,
    /// Words that mean danger.
    pub danger: Danger,
    /// Where postcodes are.
    pub postcodes: places::Postcodes,
    /// Roads others look after.
    pub roads: places::Roads,
    /// The official code of the council.
    pub council: String,
}

/// Every service, shared by all requests.
#[derive(Debug)]
pub struct Catalogue {
    surroundings: Surroundings,
    now: RwLock<Arc<Shelf>>,
    /// Older versions, read when first asked for.
    older: RwLock<HashMap<(String, i64), Arc<Definition>>>,
    refreshing: tokio::sync::Mutex<()>,
    misses: Waiting,
}

/// What is current, replaced as a whole.
#[derive(Debug, Default)]
struct Shelf {
    revision: u64,
    current: BTreeMap<String, Arc<Definition>>,
    /// The files of every version.
    texts: BTreeMap<(String, i64), Arc<Files>>,
    owners: BTreeMap<String, Owner>,
    index: Option<Index>,
    /// When the current version of each was published.
    published: BTreeMap<String, Micros>,
    /// Teams and headings.
    shared: Arc<Shared>,
    mark: Mark,
}

/// What the database held when it was read: how many versions of services and of what they share were published and how
/// many choices of team made, ever.
type Mark = (i64, i64, i64);

/// What a search found: danger first.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Dangers the words speak of, most urgent first.
    pub dangers: Vec<Sign>,
    /// Services, best first.
    pub services: Vec<Hit>,
    /// The words with their typing mistakes put right.
    pub suggestion: Option<String>,
}

/// A service that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it is for.
    pub summary: String,
    /// Whether it can be used online.
    pub state: State,
}

impl Catalogue {
    /// An empty catalogue, to be filled by [`Catalogue::refresh`] once there is a database; these headings and teams are
    /// those of a database that has none yet.
    pub fn new(surroundings: Surroundings, categories: Vec<Category>, teams: Vec<Team>) -> Catalogue {
        let shared = Arc::new(Shared { categories, teams });
        let now = RwLock::new(Arc::new(Shelf { shared, ..Shelf::default() }));
        let (older, refreshing, misses) = Default::default();
        Catalogue { surroundings, now, older, refreshing, misses }
    }

    /// A catalogue straight from a folder, without a database: every service in version 1.
    pub fn of_folder(surroundings: Surroundings, folder: &Folder) -> Result<Catalogue, Vec<Mistake>> {
        let definitions = folder.definitions()?;
        let catalogue = Catalogue::new(surroundings, folder.categories()?, folder.teams()?);
        let version = |(service, files): (&str, &Files)| ((service.to_owned(), 1), Arc::new(files.clone()));
        let texts = folder.services().map(version).collect();
        let current = definitions.into_iter().map(|definition| Arc::new(Definition { version: 1, ..definition }));
        let current = current.map(|definition| (definition.id.clone(), definition)).collect();
        let shared = catalogue.shelf().shared.clone();
        catalogue.put(Shelf { current, texts, shared, ..Shelf::default() });
        Ok(catalogue)
    }

    /// Reads from the database what has been published and which team has which service.
    pub async fn refresh(&self, db: &Db) -> Result<()> {
        // One at a time: a slower reading of an older state must not replace a newer one.
        let _turn = self.refreshing.lock().await;
        self.read(db).await
    }

    /// The same, if there is news: another node may have published, or given a service to another team.
    pub(crate) async fn refresh_if_changed(&self, db: &Db) -> Result<()> {
        let _turn = self.refreshing.lock().await;
        let mut read = db.read().await?;
        let mark = mark(&mut read).await?;
        drop(read);
        if mark == self.shelf().mark { Ok(()) } else { self.read(db).await }
    }

    async fn read(&self, db: &Db) -> Result<()> {
        let mut read = db.read().await?;
        // Before the rest: what comes in between is news next time.
        let mark = mark(&mut read).await?;
        let versions = store::versions::all(&mut read).await?;
        let owners = store::teams::all(&mut read).await?;
        let files = store::shared::newest(&mut read).await?;
        drop(read);
        let before = self.shelf();
        let shared = match files {
            Some(files) => Arc::new(Shared::of(files)?),
            None => before.shared.clone(),
        };
        let mut latest: BTreeMap<String, Version> = BTreeMap::new();
        let mut texts = BTreeMap::new();
        for version in versions {
            texts.insert((version.service.clone(), version.version), Arc::new(version.files.clone()));
            if latest.get(&version.service).is_none_or(|known| known.version < version.version) {
                latest.insert(version.service.clone(), version);
            }
        }
        let published = latest.iter().map(|(id, version)| (id.clone(), version.published_at)).collect();
        let mut current = BTreeMap::new();
        for (service, version) in latest {
            let known = before.current.get(&service).filter(|known| known.version == version.version);
            let definition = match known {
                Some(known) => known.clone(),
                None => Arc::new(parsed(&service, version.version, &version.files)?),
            };
            current.insert(service, definition);
        }
        self.put(Shelf { current, texts, owners, published, shared, mark, ..Shelf::default() });
        Ok(())
    }

    fn put(&self, shelf: Shelf) {
        let revision = self.shelf().revision + 1;
        let listed = shelf.current.values().filter(|definition| definition.listed);
        let index = Index::build(listed.flat_map(|definition| documents(definition)));
        let shelf = Shelf { revision, index: Some(index), ..shelf };
        *self.now.write().unwrap_or_else(|poisoned| poisoned.into_inner()) = Arc::new(shelf);
    }

    fn shelf(&self) -> Arc<Shelf> {
        self.now.read().unwrap_or_else(|poisoned| poisoned.into_inner()).clone()
    }

    /// Grows whenever anything here changes: the key of cached pages.
    pub fn revision(&self) -> u64 {
        self.shelf().revision
    }

    /// The current version of a service.
    pub fn current(&self, service: &str) -> Option<Arc<Definition>> {
        self.shelf().current.get(service).cloned()
    }

    /// A version of a service, also an old one.
    pub fn version(&self, service: &str, version: i64) -> Option<Arc<Definition>> {
        let shelf = self.shelf();
        if let Some(current) = shelf.current.get(service).filter(|current| current.version == version) {
            return Some(current.clone());
        }
        let key = (service.to_owned(), version);
        if let Some(known) = self.older.read().unwrap_or_else(|poisoned| poisoned.into_inner()).get(&key) {
            return Some(known.clone());
        }
        let definition = match parsed(service, version, shelf.texts.get(&key)?) {
            Ok(definition) => Arc::new(definition),
            Err(error) => {
                tracing::error!(%error, service, version, "a published version can no longer be read");
                return None;
            }
        };
        self.older.write().unwrap_or_else(|poisoned| poisoned.into_inner()).insert(key, definition.clone());
        Some(definition)
    }

    /// The current version of every service, by identifier, also of those not in the list.
    pub fn all(&self) -> Vec<Arc<Definition>> {
        self.shelf().current.values().cloned().collect()
    }

    /// The services of the list under their headings, in the order of the headings and by name.
    pub fn by_category(&self, lang: Lang) -> Vec<(Category, Vec<Arc<Definition>>)> {
        let listed: Vec<Arc<Definition>> = self.all().into_iter().filter(|definition| definition.listed).collect();
        let under = |category: &Category| {
            let mut under: Vec<_> = listed.iter().filter(|each| each.category == category.id).cloned().collect();
            under.sort_by_key(|definition| definition.name(lang).to_lowercase());
            under
        };
        let shared = self.shelf().shared.clone();
        let all = shared.categories.iter().map(|category| (category.clone(), under(category)));
        all.filter(|(_, services)| !services.is_empty()).collect()
    }

    /// The services people often need, which can be used online, in the order of their places.
    pub fn often(&self) -> Vec<Arc<Definition>> {
        let placed = |definition: &Arc<Definition>| definition.often.map(|place| (place, definition.id.clone()));
        let mut often = self.all();
        often.retain(|definition| definition.often.is_some() && matches!(definition.state, State::Online));
        often.sort_by_key(placed);
        often
    }

    /// Services and dangers found for everyday words.
    pub fn search(&self, words: &str, lang: Lang, most: usize) -> Found {
        let shelf = self.shelf();
        let dangers = self.surroundings.danger.signs(words);
        let Some(index) = &shelf.index else { return Found { dangers, ..Found::default() } };
        let found = index.search(words, lang.tag, most);
        let hit = |id: &str| {
            let definition = shelf.current.get(id)?;
            let (title, summary) = (definition.name(lang).to_owned(), definition.summary(lang).to_owned());
            Some(Hit { id: id.to_owned(), title, summary, state: definition.state })
        };
        let services = found.hits.iter().filter_map(|found| hit(&found.id)).collect();
        // Beside a number to call nobody needs to be told how words are spelt.
        let suggestion = found.suggestion.filter(|_| dangers.is_empty());
        Found { dangers, services, suggestion }
    }

    /// The team these answers go to: what the definition's rules say; its usual team is replaced by the one an
    /// administrator chose.
    pub fn team(&self, definition: &Definition, answers: &Answers) -> String {
        self.team_of(&Walk::new(definition, answers))
    }

    /// The same for whoever has walked through the answers.
    pub fn team_of(&self, walk: &Walk<'_, '_>) -> String {
        let (definition, decided) = (walk.definition(), walk.team());
        if decided == definition.team { self.owner(definition) } else { decided }
    }

    /// The team that has a service.
    pub fn owner(&self, definition: &Definition) -> String {
        self.choice(&definition.id).map_or_else(|| definition.team.clone(), |owner| owner.team)
    }

    /// The teams the definitions name.
    pub fn teams(&self) -> Vec<Team> {
        self.shelf().shared.teams.clone()
    }

    /// The name of a team in this language, if the definitions name it.
    pub fn team_name(&self, team: &str, lang: Lang) -> Option<String> {
        let shelf = self.shelf();
        let names = &shelf.shared.teams.iter().find(|each| each.id == team)?.name;
        names.get(lang.tag).or_else(|| names.get(Lang::EN.tag)).cloned()
    }

    /// When the current version of a service was published; unknown for a folder without a database.
    pub fn published_at(&self, service: &str) -> Option<Micros> {
        self.shelf().published.get(service).copied()
    }

    /// The files of the current version of a service.
    pub(crate) fn files(&self, service: &str) -> Option<Arc<Files>> {
        let shelf = self.shelf();
        let version = shelf.current.get(service)?.version;
        shelf.texts.get(&(service.to_owned(), version)).cloned()
    }

    /// An administrator's choice of team, if one was made.
    pub(crate) fn choice(&self, service: &str) -> Option<Owner> {
        self.shelf().owners.get(service).cloned()
    }

    /// Searches that found nothing, not yet written.
    pub(crate) fn misses(&self) -> &Waiting {
        &self.misses
    }

    /// Working days, bank holidays, opening hours.
    pub fn calendar(&self) -> &Calendar {
        &self.surroundings.calendar
    }

    /// How many days from now the bank holidays are known for.
    pub fn holidays_days_left(&self, now: Micros) -> i64 {
        self.calendar().holidays().days_left(kit::lang::local(now).date())
    }

    /// The last day the bank holidays are known for, when that is less than a year away: promises soon reach past it.
    pub fn holidays_run_out(&self, now: Micros) -> Option<Date> {
        let holidays = self.calendar().holidays();
        holidays.known_until().filter(|_| self.holidays_days_left(now) < ENOUGH_DAYS)
    }

    /// Words that mean danger.
    pub fn danger(&self) -> &Danger {
        &self.surroundings.danger
    }

    /// Where postcodes are.
    pub(crate) fn postcodes(&self) -> &places::Postcodes {
        &self.surroundings.postcodes
    }

    /// The name of a ward of this council; its code when it is not known.
    pub(crate) fn ward_name(&self, code: &str) -> String {
        let wards = self.postcodes().wards(&self.surroundings.council);
        wards.into_iter().find(|ward| ward.code == code).map_or_else(|| code.to_owned(), |ward| ward.name.clone())
    }

    /// What reading an answer needs to know.
    pub fn context(&self, today: Date) -> Context<'_> {
        let Surroundings { council, postcodes, roads, .. } = &self.surroundings;
        Context { today, council, postcodes, roads }
    }
}

async fn mark(read: &mut Conn) -> Result<Mark> {
    let versions = (store::versions::count(read).await?, store::shared::latest(read).await?);
    Ok((versions.0, versions.1, store::teams::choices(read).await?))
}

fn parsed(service: &str, version: i64, files: &Files) -> Result<Definition> {
    let read = Definition::parse(service, files);
    let definition = read.map_err(|mistakes| {
        let first = mistakes.first().map_or_else(String::new, Mistake::to_string);
        Error::internal(format!("version {version} of {service}: {first}"))
    })?;
    Ok(Definition { version, ..definition })
}

/// What the search knows of a service, in each language.
fn documents(definition: &Definition) -> impl Iterator<Item = Document> + '_ {
    Lang::ALL.into_iter().map(move |lang| {
        let synonyms = definition.synonyms.get(lang.tag).into_iter().flatten();
        let about = ["start", "today"].into_iter().filter_map(|key| definition.text_if_any(lang, key));
        let options = definition.questions.iter().flat_map(|question| {
            question.options().iter().map(move |option| definition.option_label(&question.id, option, lang))
        });
        Document {
            id: definition.id.clone(),
            lang: lang.tag.to_owned(),
            title: definition.name(lang).to_owned(),
            summary: definition.summary(lang).to_owned(),
            body: about.chain(options).collect::<Vec<_>>().join("\n"),
            synonyms: synonyms.map(|words| Synonym::new(words.as_str())).collect(),
        }
    })
}
