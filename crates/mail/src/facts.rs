//! What is recorded of a mail: that it came, and what somebody said it belongs to. Words and addresses stay with the mail.

use crate::model::Received;
use kit::facts::Fact;
use kit::who::Who;
use serde::{Deserialize, Serialize};

/// What a fact about a mail says, in codes.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Data {
    /// By which way it came.
    pub channel: String,
    /// What became of it.
    pub state: String,
}

/// A fact about this mail.
pub(crate) fn about(kind: &'static str, who: &Who, received: &Received) -> Fact {
    let data = Data { channel: received.channel.code().to_owned(), state: received.state.code().to_owned() };
    let fact = Fact::new(kind, who).about("mail", received.id);
    fact.data(serde_json::to_value(data).unwrap_or_default())
}

/// It came.
pub(crate) fn came(received: &Received) -> Fact {
    about("mail.received", &Who::system(), received)
}
