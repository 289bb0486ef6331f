//! What somebody types into the search for a service; the first byte chooses the language. No service is found twice.
#![no_main]

use fuzz::CATALOGUE;
use kit::Lang;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let Some(typed) = fuzz::text(rest) else { return };
    let found = CATALOGUE.search(typed, Lang::ALL[usize::from(*first) % 3], 10);
    assert!(found.services.len() <= 10);
    let mut names: Vec<&str> = found.services.iter().map(|hit| hit.id.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), found.services.len(), "a service is there twice");
});
