//! `[serving]`: how the site is reached.

use serde::Deserialize;
use std::path::PathBuf;

/// A range of addresses, `10.0.0.0/8`.
pub type Network = ipnet::IpNet;

/// How the site is reached.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Serving {
    /// Certificate chain in PEM; with `key`, the server speaks TLS itself.
    pub certificate: Option<PathBuf>,
    /// Private key in PEM.
    pub key: Option<PathBuf>,
    /// Networks of the proxies that end TLS before us and tell the caller's address in `X-Forwarded-For`.
    pub behind_proxy: Vec<Network>,
    /// Requests a second from one address before flood protection says wait; ten times as many in a burst.
    pub requests_per_second: u32,
}

impl Default for Serving {
    fn default() -> Self {
        Serving { certificate: None, key: None, behind_proxy: Vec::new(), requests_per_second: 200 }
    }
}
