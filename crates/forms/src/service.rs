//! What forms need from the catalogue of services.

use crate::draft::Draft;
use crate::journey::{Journey, Step};
use calendar::Calendar;
use kit::{App, Error, Result};
use services::{Catalogue, Context, Definition, State, Walk};
use std::sync::Arc;

/// A service that can be started now.
pub struct Service {
    /// The version new drafts are on.
    pub version: i64,
    definition: Arc<Definition>,
}

impl Service {
    /// What it asks and decides.
    pub fn definition(&self) -> &Definition {
        &self.definition
    }

    /// Where a new draft begins.
    pub fn first_step(&self, draft: &Draft) -> Step {
        let journey = Journey::new(&self.definition, draft);
        if journey.has_tasks() { Step::Tasks } else { journey.first_to_do() }
    }
}

/// The service as it is now, if it can be used online.
pub fn open_now(app: &App, id: &str) -> Result<Service> {
    let definition = app.part::<Catalogue>()?.current(id).ok_or(Error::NotFound)?;
    match definition.state {
        State::Online => Ok(Service { version: definition.version, definition }),
        _ => Err(Error::Refused("forms-closed")),
    }
}

/// The definition a draft is on.
pub fn of(app: &App, draft: &Draft) -> Result<Arc<Definition>> {
    let found = app.part::<Catalogue>()?.version(&draft.service, draft.version);
    found.ok_or_else(|| Error::internal(format!("{} has no version {}", draft.service, draft.version)))
}

/// What reading answers needs to know.
pub fn context(app: &App) -> Result<Context<'_>> {
    Ok(app.part::<Catalogue>()?.context(kit::lang::local(app.now()).date()))
}

/// Working days and opening hours.
pub fn calendar(app: &App) -> Result<&Calendar> {
    Ok(app.part::<Catalogue>()?.calendar())
}

/// The words that mean danger.
pub fn dangers(app: &App) -> Result<&search::Danger> {
    Ok(app.part::<Catalogue>()?.danger())
}

/// The team that gets it, as the rules and the administrator say.
pub fn team(app: &App, walk: &Walk<'_, '_>) -> Result<String> {
    Ok(app.part::<Catalogue>()?.team_of(walk))
}
