//! `[mail]`: how mail leaves. Without a host, messages wait and say so.

use serde::Deserialize;

/// How mail leaves.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mail {
    /// The SMTP server.
    pub host: Option<String>,
    /// Its port; the protocol's own by default.
    pub port: Option<u16>,
    /// `tls`, `starttls` (the default) or `none`, which only loopback may use.
    pub security: Option<String>,
    /// Who we sign in as.
    pub user: Option<String>,
    /// With what.
    pub password: Option<String>,
}
