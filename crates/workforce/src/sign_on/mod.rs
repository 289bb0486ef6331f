//! Signing on with the council's own OpenID Connect provider: the authorisation code flow with PKCE, state and nonce. Nobody
//! becomes a member of staff by it and no role comes from it: it says who somebody is whom an administrator has added.

pub(crate) mod answer;
pub(crate) mod begin;
mod config;
mod provider;
mod refusal;
mod said;

pub use config::SignOnConfig;
pub(crate) use refusal::Refusal;

use kit::Result;
use kit::app::{App, Council};
use provider::Provider;
use std::fmt;

/// The council's provider, ready to be asked.
pub struct SignOn {
    config: SignOnConfig,
    provider: Provider,
}

impl fmt::Debug for SignOn {
    /// Without the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.config)
    }
}

impl SignOn {
    /// Prepares it, and says in words what is wrong with the configuration; nothing is asked yet.
    pub fn new(config: &SignOnConfig, council: &Council) -> Result<SignOn> {
        config.check()?;
        Ok(SignOn { config: config.clone(), provider: Provider::new(config, council)? })
    }

    /// The council's, if it has one.
    pub(crate) fn of(app: &App) -> Option<&SignOn> {
        app.part::<SignOn>().ok()
    }

    /// Whether this address may come in by a password. Where the council has no provider everybody may.
    pub(crate) fn lets_in_by_password(app: &App, email: &str) -> bool {
        let key = crate::model::key(email);
        SignOn::of(app).is_none_or(|on| {
            !on.config.required || on.config.except.iter().any(|other| crate::model::key(other.trim()) == key)
        })
    }

    /// True where everybody but those named signs on with the provider.
    pub(crate) fn is_required(&self) -> bool {
        self.config.required
    }
}
