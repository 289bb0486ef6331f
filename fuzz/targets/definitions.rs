//! Services as a council writes them: a file is a service or has mistakes, each with a place in it; and a service that was read
//! walks and decides whatever was answered.
#![no_main]

use fuzz::{MISSED_BIN, follow};
use libfuzzer_sys::fuzz_target;
use services::Definition;

fuzz_target!(|bytes: &[u8]| {
    let Some(text) = fuzz::text(bytes) else { return };
    let (toml, answers) = text.split_once('\0').unwrap_or((text, "{}"));
    let mut files = MISSED_BIN.clone();
    files.insert("service.toml".into(), toml.to_owned());
    match Definition::parse("missed-bin", &files) {
        Ok(definition) => follow(&definition, answers),
        Err(mistakes) => {
            assert!(!mistakes.is_empty(), "it is refused without a reason");
            let lines = toml.matches('\n').count() + 1;
            for mistake in mistakes.iter().filter(|mistake| mistake.file.ends_with("service.toml")) {
                assert!((1..=lines).contains(&mistake.line), "{mistake} of {lines} lines");
            }
        }
    }
});
