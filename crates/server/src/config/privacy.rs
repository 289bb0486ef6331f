//! How long messages are kept that were sent, and which looks are not told to whoever was looked at.

use serde::Deserialize;

/// What the council decides about people's data, besides what each service's definition says.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Privacy {
    /// Days a message is kept after it was sent, was shown, or had failed for good.
    pub messages_days: u32,
    /// Purposes of looks that are not told to whoever was looked at: covert enquiries.
    pub withheld: Vec<String>,
}

impl Default for Privacy {
    fn default() -> Self {
        Privacy { messages_days: 90, withheld: Vec::new() }
    }
}
