//! How long the law, or a duty, gives for each kind of message, as data.

use super::Kind;
use calendar::Within;
use kit::clock::Micros;
use kit::{App, Error, Result};
use serde::Deserialize;
use services::Catalogue;

/// The clocks of each kind: the section `[clocks]` of the configuration. A length is written as services write it, `20 working
/// days`; a month is `1 month`, the same day of a later month or the next working day after it.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Clocks {
    /// Freedom of Information Act 2000, section 10; Environmental Information Regulations 2004, regulation 5.
    pub information: Clock,
    /// UK GDPR, article 12.
    pub access: Clock,
    /// The Ombudsmen's Complaint Handling Codes: acknowledged in five working days, answered ten later.
    pub complaint: Clock,
    /// The pre-action protocol for personal injury: acknowledged in 21 days, answered in three months.
    pub claim: Clock,
    /// Seen within a working hour, decided on within one working day.
    pub safeguarding: Clock,
}

/// By when something is acknowledged and dealt with, from the day it came.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clock {
    /// Acknowledged; empty where nothing is.
    #[serde(default)]
    pub first: String,
    /// Dealt with.
    pub due: String,
}

impl Default for Clocks {
    fn default() -> Self {
        let clock = |first: &str, due: &str| Clock { first: first.to_owned(), due: due.to_owned() };
        Clocks {
            information: clock("", "20 working days"),
            access: clock("", "1 month"),
            complaint: clock("5 working days", "15 working days"),
            claim: clock("21 days", "3 months"),
            safeguarding: clock("1 working hour", "1 working day"),
        }
    }
}

impl Clocks {
    pub(super) fn of(&self, kind: Kind) -> &Clock {
        match kind {
            Kind::Information => &self.information,
            Kind::Access => &self.access,
            Kind::Complaint => &self.complaint,
            Kind::Claim => &self.claim,
            Kind::Safeguarding => &self.safeguarding,
        }
    }

    /// Says what is wrong with a length that cannot be read.
    pub fn check(&self) -> Result<()> {
        for kind in Kind::ALL {
            let clock = self.of(kind);
            for text in [&clock.first, &clock.due].into_iter().filter(|text| !text.is_empty()) {
                if months(text).is_none() {
                    text.parse::<Within>().map_err(|cause| Error::internal(format!("[clocks]: {cause}")))?;
                }
            }
        }
        Ok(())
    }
}

/// The months of `1 month`.
fn months(text: &str) -> Option<u32> {
    let (number, unit) = text.trim().split_once(' ')?;
    matches!(unit.trim(), "month" | "months").then(|| number.parse().ok()).flatten()
}

/// By when this is, counted from when something came.
pub(super) fn until(app: &App, received: Micros, length: &str) -> Result<Micros> {
    let calendar = app.part::<Catalogue>()?.calendar();
    if let Some(months) = months(length) {
        let later = calendar.date_of(kit::lang::months_later(received, months)?).map_err(Error::internal)?;
        let day = calendar.working_day_from(later).map_err(Error::internal)?;
        return calendar.closing(day).map_err(Error::internal);
    }
    let within: Within = length.parse().map_err(Error::internal)?;
    calendar.due(received, within).map_err(Error::internal)
}
