//! Who else may speak for a person: the kinds of authority the law knows, each with its scope and its end. The table of kinds and
//! matters is published with the documentation (`docs/people.md`).

use kit::clock::{DAY, Micros};
use kit::{App, Id, Lang};

/// A kind of authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Said by the person on this call; it ends with the day.
    Call,
    /// Given in writing.
    Writing,
    /// Lasting power of attorney for property and money.
    AttorneyProperty,
    /// Lasting power of attorney for health and care.
    AttorneyHealth,
    /// Deputy appointed by the Court of Protection.
    Deputy,
    /// Appointee for benefits.
    Appointee,
    /// Parent of somebody under 18.
    Parent,
    /// Executor or administrator of somebody who died.
    Executor,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 8] = [
        Kind::Call,
        Kind::Writing,
        Kind::AttorneyProperty,
        Kind::AttorneyHealth,
        Kind::Deputy,
        Kind::Appointee,
        Kind::Parent,
        Kind::Executor,
    ];

    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Call => "call",
            Kind::Writing => "writing",
            Kind::AttorneyProperty => "attorney-property",
            Kind::AttorneyHealth => "attorney-health",
            Kind::Deputy => "deputy",
            Kind::Appointee => "appointee",
            Kind::Parent => "parent",
            Kind::Executor => "executor",
        }
    }

    /// The kind of a code.
    pub fn of(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// True where somebody has to have seen a paper.
    pub fn needs_a_paper(self) -> bool {
        !matches!(self, Kind::Call | Kind::Parent)
    }

    /// How long it can last at most from now.
    pub fn longest(self) -> Micros {
        match self {
            Kind::Call => DAY,
            Kind::Writing => 2 * 365 * DAY,
            Kind::Parent => 18 * 365 * DAY,
            _ => 20 * 365 * DAY,
        }
    }

    /// What the law lets whoever holds it deal with; of a service that does not say what it is about, what reaches everything alone.
    /// A power of attorney is for property or for care (Mental Capacity Act 2005, section 9); an appointee for benefits alone; an
    /// executor for what somebody left, and nobody's care outlives them.
    pub fn reaches(self, matter: Option<Matter>) -> bool {
        use Matter::{Benefits, Care, Everyday, Property};
        match self {
            Kind::Call | Kind::Writing | Kind::Deputy | Kind::Parent => true,
            Kind::AttorneyProperty | Kind::Executor => matches!(matter, Some(Property | Benefits | Everyday)),
            Kind::AttorneyHealth => matches!(matter, Some(Care | Everyday)),
            Kind::Appointee => matter == Some(Benefits),
        }
    }

    /// True where the law leaves something out.
    pub fn is_limited(self) -> bool {
        !self.reaches(None)
    }
}

/// What a service is about, as far as the law asks who may act in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter {
    /// Money, property and the home.
    Property,
    /// Benefits, which are money and have appointees of their own.
    Benefits,
    /// Health, care and how somebody lives.
    Care,
    /// None of these: what anybody has to do with a council.
    Everyday,
}

/// A service, as somebody may be given authority for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// Its id.
    pub id: String,
    /// What it is called, in the language that was asked for.
    pub name: String,
    /// What it is about; nothing where its definition does not say.
    pub matter: Option<Matter>,
}

/// Every service the council has, by name. Services are a crate that knows this one, so the list is handed over at the start.
pub struct Services(pub fn(&App, Lang) -> kit::Result<Vec<Service>>);

/// What an authority is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Everything its kind can be for.
    Everything,
    /// These services, by id.
    Chosen(Vec<String>),
    /// It was written down in words before there was a list to choose from: for nothing, until somebody has chosen.
    Unsaid,
}

impl Scope {
    /// The code, as stored; what was chosen is stored beside it.
    pub fn code(&self) -> &'static str {
        match self {
            Scope::Everything => "everything",
            Scope::Chosen(_) => "chosen",
            Scope::Unsaid => "unsaid",
        }
    }
}

/// Why something is outside of what somebody may be told or ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outside {
    /// The law does not let their kind of authority deal with it.
    Law,
    /// It was not among what was chosen.
    NotChosen,
    /// Nobody has chosen yet what their authority is for.
    Unsaid,
    /// What they were let in by has ended.
    Over,
}

impl Outside {
    /// The code, as in keys of words and in facts.
    pub fn code(self) -> &'static str {
        match self {
            Outside::Law => "law",
            Outside::NotChosen => "chosen",
            Outside::Unsaid => "unsaid",
            Outside::Over => "over",
        }
    }
}

/// An authority on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    /// Its id.
    pub id: Id,
    /// Its kind's code.
    pub kind: String,
    /// Who holds it.
    pub holder: String,
    /// What it is for.
    pub scope: Scope,
    /// More about that, in words; may be empty.
    pub note: String,
    /// The paper that was seen, in words; empty where none is needed.
    pub seen: String,
    /// No longer good from here on.
    pub until: Micros,
    /// When it was ended before its time.
    pub ended_at: Option<Micros>,
}

impl Authority {
    /// True while it is good.
    pub fn is_good(&self, now: Micros) -> bool {
        self.ended_at.is_none() && self.until > now
    }

    /// True while whoever holds it may speak for the person: for somebody who died an executor alone, for the living anybody else.
    pub fn speaks(&self, now: Micros, deceased: bool) -> bool {
        self.is_good(now) && (self.kind == Kind::Executor.code()) == deceased
    }

    /// Whether it is for this service, which is about this; else why not.
    pub fn covers(&self, service: &str, matter: Option<Matter>) -> Result<(), Outside> {
        match &self.scope {
            Scope::Unsaid => Err(Outside::Unsaid),
            _ if !Kind::of(&self.kind).is_some_and(|kind| kind.reaches(matter)) => Err(Outside::Law),
            Scope::Chosen(chosen) if !chosen.iter().any(|one| one == service) => Err(Outside::NotChosen),
            Scope::Everything | Scope::Chosen(_) => Ok(()),
        }
    }

    /// True where nothing about the person is outside of it.
    pub fn is_whole(&self) -> bool {
        self.scope == Scope::Everything && Kind::of(&self.kind).is_some_and(|kind| !kind.is_limited())
    }

    /// What it is for, in English: what was chosen, by name, and the note.
    pub fn about(&self, app: &App, services: &[Service]) -> String {
        let said = |key: &str| app.t(Lang::EN, key).to_owned();
        let scope = match &self.scope {
            Scope::Everything if Kind::of(&self.kind).is_some_and(Kind::is_limited) => {
                said(&format!("residents-desk-scope-all-{}", self.kind))
            }
            Scope::Everything => said("residents-desk-scope-everything"),
            Scope::Unsaid => said("residents-desk-scope-unsaid"),
            Scope::Chosen(chosen) => {
                let name = |id: &String| {
                    let found = services.iter().find(|service| service.id == *id);
                    found.map_or(id.as_str(), |service| service.name.as_str()).to_owned()
                };
                chosen.iter().map(name).collect::<Vec<_>>().join(", ")
            }
        };
        if self.note.is_empty() { scope } else { format!("{scope} ({})", self.note) }
    }
}

#[cfg(test)]
#[path = "authorities_tests.rs"]
mod tests;
