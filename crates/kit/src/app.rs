//! What a running council is made of: handed to every handler and job as axum's state.

use crate::clock::{Clock, Micros};
use crate::db::{Conn, Db};
use crate::error::{Error, Result};
use crate::id::{Entropy, Id};
use crate::lang::Lang;
use crate::who::{Account, Staff};
use crate::words::Words;
use std::any::{Any, TypeId};
use std::collections::{BTreeMap, HashMap};
use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;
use std::sync::{Arc, Mutex};

/// A boxed future, for the few tables of functions.
pub type Boxed<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Finds the member of staff behind a session; given by the wiring, since the kit knows no staff.
pub type StaffLookup = for<'a> fn(&'a mut Conn, Id) -> Boxed<'a, Result<Option<Staff>>>;

/// Finds the name a resident's page calls them by and their other accounts; given by the wiring.
pub type ResidentLookup = for<'a> fn(&'a mut Conn, Id) -> Boxed<'a, Result<Option<Account>>>;

/// The council's own facts, from its configuration.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Council {
    /// "Eastmere Council".
    pub name: String,
    /// The number a resident calls.
    pub phone: String,
    /// Where a resident can come, in one line.
    pub address: String,
    /// The number outside opening hours.
    pub out_of_hours: String,
    /// The duty teams that have a number of their own.
    pub duty: Duties,
    /// The address mail comes from.
    pub email: String,
    /// Where what is not the council's is passed on to: email addresses, by the key a service's words name them with,
    /// `to-national-highways`.
    pub pass_on: BTreeMap<String, String>,
    /// Where the site is reached, for links in messages: `https://eastmere.example`.
    pub origin: String,
}

impl Default for Council {
    fn default() -> Self {
        Council {
            name: "Eastmere Council".into(),
            phone: "01632 960100".into(),
            address: "Eastmere Town Hall, 1 Market Square, Eastmere EM1 1AA".into(),
            out_of_hours: "01632 960199".into(),
            duty: Duties::default(),
            email: "hello@eastmere.example".into(),
            pass_on: BTreeMap::new(),
            origin: "http://localhost:8080".into(),
        }
    }
}

/// The duty teams with a number of their own; a danger without one leads to the council's.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct Duties {
    /// Children's social care.
    pub child_at_risk: Option<Duty>,
    /// Adult social care.
    pub adult_at_risk: Option<Duty>,
    /// Housing, for those with nowhere to sleep tonight.
    pub homeless_tonight: Option<Duty>,
}

/// A team on duty.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// The number in opening hours.
    pub phone: String,
    /// The number outside of them.
    pub out_of_hours: String,
}

/// The running council; clones share it.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// The parts of an [`App`].
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: Clock,
    /// Randomness.
    pub entropy: Entropy,
    /// The words.
    pub words: Words,
    /// The council's own facts.
    pub council: Council,
    /// A demo council: shows sent messages, signs in by a click.
    pub demo: bool,
    /// Somebody carries text messages for this council: only then is a code sent to a phone.
    pub texts: bool,
    /// Somebody carries letters for this council.
    pub letters: bool,
    /// The secret behind keyed hashes (device marks, codes); kept outside the database.
    pub secret: [u8; 32],
    /// Versioned names of static files, by plain name.
    pub assets: HashMap<String, String>,
    /// Finds the member of staff behind a session.
    pub staff: StaffLookup,
    /// Finds the name a resident is called by.
    pub resident: ResidentLookup,
    /// The id of the last fact recorded: the next one of the same moment comes after it.
    pub(crate) last_fact: Mutex<Id>,
    others: HashMap<TypeId, Arc<dyn Any + Send + Sync>>,
}

fn no_staff(_: &mut Conn, _: Id) -> Boxed<'_, Result<Option<Staff>>> {
    Box::pin(async { Ok(None) })
}

fn no_resident(_: &mut Conn, _: Id) -> Boxed<'_, Result<Option<Account>>> {
    Box::pin(async { Ok(None) })
}

impl Parts {
    /// The least a council needs; the rest has sound defaults and is set by name.
    pub fn new(db: Db, clock: Clock, entropy: Entropy, words: Words) -> Parts {
        let secret = entropy.bytes();
        Parts {
            db,
            clock,
            entropy,
            words,
            council: Council::default(),
            demo: false,
            texts: true,
            letters: true,
            secret,
            assets: HashMap::new(),
            staff: no_staff,
            resident: no_resident,
            last_fact: Mutex::new(Id::NONE),
            others: HashMap::new(),
        }
    }

    /// Adds something a noun keeps in memory (the catalogue, the places), found again by its type.
    pub fn with<T: Any + Send + Sync>(mut self, part: T) -> Parts {
        self.others.insert(TypeId::of::<T>(), Arc::new(part));
        self
    }

    /// Closes the list.
    pub fn build(self) -> App {
        App(Arc::new(self))
    }
}

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl App {
    /// The present moment.
    pub fn now(&self) -> Micros {
        self.clock.now()
    }

    /// A new id, made now.
    pub fn id(&self) -> Id {
        Id::new(self.now(), &self.entropy)
    }

    /// What a noun keeps in memory.
    pub fn part<T: Any + Send + Sync>(&self) -> Result<&T> {
        let found = self.others.get(&TypeId::of::<T>()).and_then(|part| part.downcast_ref());
        found.ok_or_else(|| Error::internal(format!("{} was not given at start", std::any::type_name::<T>())))
    }

    /// Plain words in a language.
    pub fn t<'a>(&'a self, lang: Lang, key: &'a str) -> &'a str {
        self.words.get(lang, key)
    }
}
