//! Reading `[open311]`.

use crate::elsewhere::Elsewhere;
use crate::model::State;
use crate::source::Table;
use residents::checks::Assurance;

/// What other systems may do with the service; nothing when it does not say.
pub(super) fn elsewhere(root: &Table<'_>, state: Option<State>, assurance: Assurance) -> Option<Elsewhere> {
    let table = root.table("open311")?;
    if !matches!(state, Some(State::Online) | None) {
        let to_do = "Take `[open311]` away, or write `state = \"online\"`.";
        table.mistake(table.at, "Other systems can only send reports to a service that is online.", to_do);
    }
    if assurance != Assurance::Anyone {
        table.mistake(
            table.at,
            "Another system cannot show who is asking.",
            "Take `[open311]` away, or write `assurance = \"anyone\"`.",
        );
    }
    table.needed("public", "public = false");
    let public = table.flag("public");
    table.finish();
    Some(Elsewhere { public: public?.value })
}
