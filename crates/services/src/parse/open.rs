//! Reading `[open]`.

use super::allowed;
use crate::model::State;
use crate::open::{Open, OpenAt};
use crate::source::Table;

/// Whom the service is open to; everyone when it does not say.
pub(super) fn open(root: &Table<'_>, state: Option<State>, at: &mut OpenAt) -> Open {
    let Some(table) = root.table("open") else { return Open::Everyone };
    let (to, wards, percent) = (table.needed_text("to"), table.texts("wards"), table.whole("percent"));
    at.to = to.as_ref().map_or(table.at, |to| to.at);
    at.wards = wards.as_ref().map_or(at.to, |wards| wards.at);
    if !matches!(state, Some(State::Online) | None) {
        let to_do = "Take `[open]` away, or write `state = \"online\"`.";
        table.mistake(table.at, "Only a service that is online can be open to some people.", to_do);
    }
    let word = to.as_ref().and_then(|to| {
        allowed(&table, to, &[("everyone", "everyone"), ("staff", "staff"), ("wards", "wards"), ("share", "share")])
    });
    let belongs = |key: &str, other: &str| format!("`{key}` belongs to `to = \"{other}\"` only.");
    if let (Some(wards), Some(word)) = (&wards, word.filter(|word| *word != "wards")) {
        let to_do = format!("Take it away; this says `{word}`.");
        table.mistake(wards.at, belongs("wards", "wards"), to_do);
    }
    if let (Some(percent), Some(word)) = (&percent, word.filter(|word| *word != "share")) {
        let to_do = format!("Take it away; this says `{word}`.");
        table.mistake(percent.at, belongs("percent", "share"), to_do);
    }
    let open = match word {
        Some("staff") => Open::Staff,
        Some("wards") => {
            let codes: Vec<String> =
                wards.map_or_else(Vec::new, |list| list.value.into_iter().map(|code| code.value).collect());
            if codes.is_empty() {
                table.mistake(
                    at.to,
                    "No ward is named.",
                    "Add `wards = [\"E05013054\"]`, with the wards' official codes.",
                );
            }
            Open::Wards(codes)
        }
        Some("share") => {
            let share = percent.as_ref().and_then(|percent| u32::try_from(percent.value).ok());
            let share = share.filter(|share| (1..=99).contains(share));
            if share.is_none() {
                let at = percent.as_ref().map_or(at.to, |percent| percent.at);
                table.mistake(at, "A share is 1 to 99 in a hundred.", "Write like `percent = 10`.");
            }
            Open::Share(share.unwrap_or(1))
        }
        _ => Open::Everyone,
    };
    table.finish();
    open
}
