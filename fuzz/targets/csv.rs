//! Files of reports: every row is read or refused, each refusal names a line of the file, and reading one line more loses none.
#![no_main]

use libfuzzer_sys::fuzz_target;

const MAPPING: &str = include_str!("../../definitions/street-problem/import.toml");

fuzz_target!(|bytes: &[u8]| {
    let Ok((read, refused)) = cases::testing::rows(MAPPING, bytes) else { return };
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
    // A carriage return ends a row too.
    let ends = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
    assert!(read + refused.len() <= ends + 1, "{read} read and {} refused, of {ends} ends", refused.len());
    for row in &refused {
        assert!((1..=lines as u64).contains(&row.line), "line {} of {lines}", row.line);
        assert!(!row.reason.is_empty() && !row.column.is_empty());
    }
    let more = [bytes, b"\n\"".as_slice()].concat();
    let (still, _) = cases::testing::rows(MAPPING, &more).expect("its first line is the same");
    assert!(still + 1 >= read, "a quotation mark at the end took {} rows", read - still);
});
