//! Builders that read like sentences: `a_case().of_service("missed-bin").promised_in(3).build()`.

use crate::import::{self, Mapping, Refused};
use crate::model::{Case, Contact, Place, Promise, Status};
use kit::clock::{DAY, Micros};
use kit::id::Entropy;
use kit::{Id, Lang, Reference, Result};

/// The moment every built case is opened at, unless said otherwise: 21 November 2026, noon.
pub const NOON: Micros = 1_795_262_400_000_000;

/// How many rows of a file of reports can be read, and those that cannot.
pub fn rows(mapping: &str, csv: &[u8]) -> Result<(usize, Vec<Refused>)> {
    let file = import::rows::read(csv, &Mapping::read(mapping)?)?;
    Ok((file.reports.len(), file.refused))
}

/// A case being described.
#[derive(Debug, Clone)]
pub struct CaseBuilder(Case);

/// An open street problem of highways, opened at [`NOON`] and promised in ten days.
pub fn a_case() -> CaseBuilder {
    let chance = Entropy::seeded(7);
    CaseBuilder(Case {
        id: Id::new(NOON, &chance),
        reference: Reference::new(&chance),
        draft: Id::new(NOON, &chance),
        revision: 1,
        service: "street-problem".into(),
        version: 1,
        kind: "pothole".into(),
        title: "Pothole, Mill Road".into(),
        status: Status::Open,
        priority: "normal".into(),
        team: "highways".into(),
        owner: Id::NONE,
        opened: NOON,
        dated: true,
        promise: Promise { due: NOON + 10 * DAY, reason: "reason-usual".into() },
        promises: 1,
        told_late: false,
        next_action: NOON + 2 * DAY,
        closed: 0,
        outcome: String::new(),
        source: "web".into(),
        resident: None,
        visitor: Id::NONE,
        contact: Contact { by: residents::By::Address, name: String::new(), email: None, phone: None, lang: Lang::EN },
        place: Place::default(),
        passed_to: String::new(),
        passed_sent: false,
        erased: false,
    })
}

impl CaseBuilder {
    /// Of another service.
    pub fn of_service(mut self, service: &str) -> Self {
        self.0.service = service.into();
        self
    }

    /// With another team.
    pub fn with_team(mut self, team: &str) -> Self {
        self.0.team = team.into();
        self
    }

    /// Owned by somebody.
    pub fn owned_by(mut self, owner: Id) -> Self {
        self.0.owner = owner;
        self
    }

    /// Standing at another status; an ended one ended at [`NOON`].
    pub fn standing(mut self, status: Status) -> Self {
        self.0.status = status;
        self.0.closed = if status.is_live() { 0 } else { NOON };
        self
    }

    /// Promised so many days after it was opened.
    pub fn promised_in(mut self, days: i64) -> Self {
        self.0.promise.due = NOON + days * DAY;
        self
    }

    /// The next thing is due so many days after it was opened.
    pub fn next_in(mut self, days: i64) -> Self {
        self.0.next_action = NOON + days * DAY;
        self
    }

    /// The case.
    pub fn build(self) -> Case {
        self.0
    }
}

/// The id of the case with this reference.
pub async fn id_of(conn: &mut kit::db::Conn, reference: &Reference) -> Id {
    let found = crate::store::cases::by_ref(conn, reference).await.expect("the database answers");
    found.expect("a case with this reference").id
}
