//! Who is asking. Resolved once per request, from the session's cookie.

use crate::id::Id;
use crate::lang::Lang;

/// What a member of staff may be; one person may be several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Customer service officer: takes contacts for every service.
    Officer,
    /// Works the cases of their own teams.
    TeamMember,
    /// Leads their own teams: sees late, stale and unowned cases, reassigns.
    TeamLeader,
    /// Owns services: their definitions, promises and teams.
    ServiceOwner,
    /// Manages staff, teams and which team owns which service.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 5] =
        [Role::Officer, Role::TeamMember, Role::TeamLeader, Role::ServiceOwner, Role::Administrator];

    /// The role's code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            Role::Officer => "officer",
            Role::TeamMember => "team-member",
            Role::TeamLeader => "team-leader",
            Role::ServiceOwner => "service-owner",
            Role::Administrator => "administrator",
        }
    }

    /// The role of a code.
    pub fn of(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// A member of staff as a request sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    /// Their id.
    pub id: Id,
    /// Their name, for the page's head and the timeline.
    pub name: String,
    /// What they may be.
    pub roles: Vec<Role>,
    /// The codes of the teams they are in.
    pub teams: Vec<String>,
}

/// The person behind a request.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Person {
    /// Nobody known.
    #[default]
    Anyone,
    /// A resident with an account.
    Resident(Id),
    /// A member of staff.
    Staff(Staff),
    /// Another system, by the id of its key.
    Program(Id),
    /// Guildhall itself: jobs, imports.
    System,
}

/// A resident's account, as a session finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// What the page's head calls them.
    pub name: String,
    /// Other accounts that are theirs too.
    pub also: Vec<Id>,
}

/// Something a member of staff has begun and comes back to: it stands at the head of every desk page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InHand {
    /// Where it goes on.
    pub href: String,
    /// What it is, in words.
    pub words: String,
}

/// Something a member of staff has to read before they go on: it stands at the head of every desk page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Where it is read.
    pub href: String,
    /// What it is called.
    pub words: String,
}

/// A member of staff who said that they cannot work: it stands at the head of every desk page until they say that they can.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stuck {
    /// What they reported.
    pub id: Id,
    /// Since when.
    pub since: crate::clock::Micros,
}

/// Who is asking, from where, in which language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// The person.
    pub person: Person,
    /// The session's row, where there is one.
    pub session: Option<Id>,
    /// The browser as a visitor: owns drafts before there is an account, kept through sign-in, gone at sign-out.
    pub visitor: Option<Id>,
    /// The device's own mark, if it has signed in here before.
    pub device: Option<Id>,
    /// The language of the answer.
    pub lang: Lang,
    /// What the page's head calls them.
    pub name: Option<String>,
    /// A resident's other accounts: what is theirs is this resident's too.
    pub also: Vec<Id>,
    /// What a member of staff has to read.
    pub unread: Vec<Unread>,
    /// What a member of staff has in hand.
    pub in_hand: Vec<InHand>,
    /// That a member of staff cannot work, where they said so.
    pub stuck: Option<Stuck>,
}

impl Who {
    /// Somebody unknown, in this language.
    pub fn anyone(lang: Lang) -> Who {
        let (also, unread, in_hand) = (Vec::new(), Vec::new(), Vec::new());
        let (session, visitor, device, name) = (None, None, None, None);
        Who { person: Person::Anyone, session, visitor, device, lang, name, also, unread, in_hand, stuck: None }
    }

    /// Guildhall itself.
    pub fn system() -> Who {
        Who { person: Person::System, ..Who::anyone(Lang::EN) }
    }

    /// The resident, or [`crate::Error::SignIn`].
    pub fn resident(&self) -> crate::Result<Id> {
        match self.person {
            Person::Resident(id) => Ok(id),
            _ => Err(crate::Error::SignIn),
        }
    }

    /// The resident's accounts, the one they signed in to first; nobody else has any.
    pub fn accounts(&self) -> Vec<Id> {
        match self.person {
            Person::Resident(id) => [id].into_iter().chain(self.also.iter().copied()).collect(),
            _ => Vec::new(),
        }
    }

    /// True when this account is the resident's.
    pub fn has_account(&self, account: Id) -> bool {
        self.accounts().contains(&account)
    }

    /// The member of staff, or [`crate::Error::SignIn`].
    pub fn staff(&self) -> crate::Result<&Staff> {
        match &self.person {
            Person::Staff(staff) => Ok(staff),
            _ => Err(crate::Error::SignIn),
        }
    }

    /// True when a member of staff has this role.
    pub fn is(&self, role: Role) -> bool {
        matches!(&self.person, Person::Staff(staff) if staff.roles.contains(&role))
    }

    /// True when a member of staff is in this team.
    pub fn in_team(&self, team: &str) -> bool {
        matches!(&self.person, Person::Staff(staff) if staff.teams.iter().any(|t| t == team))
    }

    /// The kind of person, as facts and looks store it.
    pub fn kind(&self) -> &'static str {
        match self.person {
            Person::Anyone => "anyone",
            Person::Resident(_) => "resident",
            Person::Staff(_) => "staff",
            Person::Program(_) => "program",
            Person::System => "system",
        }
    }

    /// The person's id, or [`Id::NONE`].
    pub fn id(&self) -> Id {
        match &self.person {
            Person::Resident(id) | Person::Program(id) => *id,
            Person::Staff(staff) => staff.id,
            Person::Anyone | Person::System => Id::NONE,
        }
    }
}
