//! Mail through a real server: the outbox's provider for emails, and the receiver of those that come in.

mod compose;
mod inbox;
pub mod receiver;
mod smtp;

pub use inbox::{Inbox, InboxConfig, Meant};
pub use smtp::SmtpMessenger;

use std::fmt;
use std::path::PathBuf;

/// How the connection to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Security {
    /// TLS from the first byte, port 465 as a rule.
    Tls,
    /// Upgraded by STARTTLS, or nothing is sent; port 587 as a rule.
    #[default]
    Starttls,
    /// None: only to this machine itself.
    Plain,
}

/// Where mail goes out, from the configuration.
#[derive(Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MailConfig {
    /// The server's name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// The account at the server, if it wants one.
    pub user: Option<String>,
    /// Its password.
    pub password: Option<String>,
    /// A certificate to trust beside the public ones (PEM), for a council's own mail server.
    pub trust: Option<PathBuf>,
}

impl Default for MailConfig {
    fn default() -> Self {
        MailConfig {
            host: "localhost".into(),
            port: 587,
            security: Security::Starttls,
            user: None,
            password: None,
            trust: None,
        }
    }
}

impl fmt::Debug for MailConfig {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "mail by {}:{}, {:?}, user {:?}", self.host, self.port, self.security, self.user)
    }
}

#[cfg(test)]
mod tests {
    use super::MailConfig;

    #[test]
    fn the_password_is_never_printed() {
        let config = MailConfig { password: Some("open sesame".into()), ..MailConfig::default() };
        assert!(!format!("{config:?}").contains("sesame"));
    }
}
