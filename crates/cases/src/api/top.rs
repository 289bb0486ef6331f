//! What staff's programs are told before anything of a case is read or done, and who wrote what is on it: as the top of its page has it.

use super::{Written, moment};
use crate::desk::whose::{Known, Whose};
use crate::store::messages::Message;
use serde::Serialize;

/// What everybody has to know of whoever reported it first.
#[derive(Debug, Serialize)]
pub(super) struct Marked {
    kind: String,
    words: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    reason: String,
}

/// What stands at the top.
#[derive(Debug, Serialize)]
pub(super) struct Top {
    markers: Vec<Marked>,
    needs: Vec<String>,
    /// The service has to know who they are, and nobody has seen that yet.
    unseen: bool,
}

impl Top {
    pub(super) fn of(whose: Whose) -> Top {
        let marked = |Known { kind, title, then, reason }| {
            let words = [title, then].join(" ").trim_end().to_owned();
            Marked { kind, words, reason }
        };
        Top {
            markers: whose.markers.into_iter().map(marked).collect(),
            needs: whose.needs,
            unseen: whose.unseen.is_some(),
        }
    }
}

/// A message as staff read it: what came from an address or a hand that is none of its reporter's is not theirs.
pub(super) fn written(message: &Message) -> Written {
    let came = &message.came;
    let from = match (message.ours, came.sender.as_str(), came.channel.as_str()) {
        (true, ..) => "council",
        (false, "", _) => "reporter",
        (false, _, "post") => "other-person",
        (false, ..) => "other-address",
    };
    Written { from, at: moment(message.at), text: message.text.clone(), sender: came.sender.clone() }
}
