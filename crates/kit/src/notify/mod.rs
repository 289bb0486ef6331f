//! GOV.UK Notify: the outbox's provider for text messages, letters and emails, and what it says became of them.
//!
//! The contract is the provider's published one. Four templates of the council's account are enough, for our words are ready
//! when they get there: each has nothing in it but `((subject))` and `((body))`, that for texts `((body))` alone.

mod after;
mod deliver;
mod http;
mod status;
mod token;

pub use after::works;
pub use status::{Fate, NOT_KNOWN, RETURNED, fate};
#[cfg(any(test, feature = "testing"))]
pub(crate) use token::sign as token_signature;

use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::outbox::{Channel, Outgoing};
use std::fmt;
use std::path::{Path, PathBuf};

/// Where the real one is.
const ORIGIN: &str = "https://api.notifications.service.gov.uk";

/// GOV.UK Notify, from the configuration.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NotifyConfig {
    /// A file with the key as GOV.UK Notify shows it, and nothing else. The key itself never stands in the configuration.
    pub key_file: PathBuf,
    /// Where it is reached; without protection only on this machine.
    pub origin: String,
    /// A file with the token GOV.UK Notify sends along when it tells what became of a message; without it we ask.
    pub callback_file: Option<PathBuf>,
    /// The council's templates.
    pub templates: Templates,
}

impl Default for NotifyConfig {
    fn default() -> Self {
        NotifyConfig {
            key_file: PathBuf::new(),
            origin: ORIGIN.to_owned(),
            callback_file: None,
            templates: Templates::default(),
        }
    }
}

/// The ids of templates; a channel without one is not carried.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct Templates {
    /// For emails.
    pub email: Option<String>,
    /// For text messages.
    pub text: Option<String>,
    /// For letters.
    pub letter: Option<String>,
    /// For letters in large print.
    pub letter_large: Option<String>,
}

/// GOV.UK Notify, ready to be asked.
pub struct Notify {
    client: http::Client,
    service: String,
    secret: String,
    callback: Option<String>,
    templates: Templates,
    clock: Clock,
}

impl fmt::Debug for Notify {
    /// Without the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "GOV.UK Notify, service {}", self.service)
    }
}

impl Notify {
    /// Reads the key and the token; nothing is sent yet.
    pub fn new(config: &NotifyConfig, clock: Clock) -> Result<Notify> {
        let key = read(&config.key_file)?;
        let (service, secret) = token::parts(&key).ok_or_else(|| {
            Error::internal(format!("{} does not hold a key of GOV.UK Notify", config.key_file.display()))
        })?;
        Ok(Notify {
            client: http::Client::new(&config.origin)?,
            service,
            secret,
            callback: config.callback_file.as_deref().map(read).transpose()?,
            templates: config.templates.clone(),
            clock,
        })
    }

    /// True where the council has a template for what this channel carries.
    pub fn carries(&self, channel: Channel) -> bool {
        let templates = &self.templates;
        match channel {
            Channel::Email => templates.email.is_some(),
            Channel::Text => templates.text.is_some(),
            Channel::Letter => templates.letter.is_some() && templates.letter_large.is_some(),
        }
    }

    /// True when this is the token that GOV.UK Notify sends along; nothing where none was agreed on.
    pub fn is_told_by(&self, token: &str) -> Option<bool> {
        let ours = self.callback.as_deref()?;
        Some(subtle::ConstantTimeEq::ct_eq(ours.as_bytes(), token.as_bytes()).into())
    }

    fn template(&self, message: &Outgoing) -> Option<&str> {
        let templates = &self.templates;
        let template = match message.channel {
            Channel::Email => &templates.email,
            Channel::Text => &templates.text,
            Channel::Letter if message.large => &templates.letter_large,
            Channel::Letter => &templates.letter,
        };
        template.as_deref()
    }

    /// Asks with a token made for this request alone.
    async fn ask(
        &self,
        method: &'static str,
        path: &str,
        body: Option<&serde_json::Value>,
    ) -> std::result::Result<http::Answer, String> {
        let token = token::make(&self.service, &self.secret, self.clock.now());
        self.client.ask(method, path, &token, body).await
    }
}

fn read(file: &Path) -> Result<String> {
    let text = std::fs::read_to_string(file)
        .map_err(|cause| Error::internal(format!("the file {}: {cause}", file.display())))?;
    Ok(text.trim().to_owned())
}
