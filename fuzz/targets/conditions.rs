//! Conditions in a definition: refused with a reason, or worked out from any answers without failing.
#![no_main]

use fuzz::{MISSED_BIN, follow};
use libfuzzer_sys::fuzz_target;
use services::Definition;

/// A service with a question of every kind that a condition may ask for.
const SERVICE: &str = include_str!("../conditions.toml");

fuzz_target!(|bytes: &[u8]| {
    let Some(text) = fuzz::text(bytes) else { return };
    let (condition, answers) = text.split_once('\0').unwrap_or((text, "{}"));
    // What JSON writes between quotation marks, TOML reads.
    let Ok(quoted) = serde_json::to_string(condition) else { return };
    let quoted = quoted.replace('\u{7f}', "\\u007f");
    let mut files = MISSED_BIN.clone();
    let toml = format!(
        "{SERVICE}\n[[compute]]\nid = \"fuzzed\"\nvalue = {quoted}\n\n[[show_if]]\npage = \"description\"\nwhen = {quoted}\n"
    );
    files.insert("service.toml".into(), toml);
    match Definition::parse("missed-bin", &files) {
        Ok(definition) => follow(&definition, answers),
        Err(mistakes) => assert!(!mistakes.is_empty(), "it is refused without a reason"),
    }
});
