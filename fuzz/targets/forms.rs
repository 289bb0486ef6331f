//! Every address takes any form from a stranger: the first two bytes choose the address, the third what stands in its gaps,
//! the rest is the form. An answer says what is wrong; none is a fault of ours.
#![no_main]

use fuzz::Council;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

const FORM: &str = "application/x-www-form-urlencoded";
/// What may stand in the gap of an address.
const GAPS: [&str; 4] = ["street-problem", "FE8WX73ZD", "0191f0c2-7c3f-7000-8000-000000000000", "%20x%C3%A9"];

static COUNCIL: LazyLock<Council> = LazyLock::new(Council::start);
static ADDRESSES: LazyLock<Vec<(&str, &str)>> =
    LazyLock::new(|| server::router::routes().iter().map(|route| (route.method, route.path)).collect());

/// The address with its gaps filled.
fn filled(path: &str, gap: &str) -> String {
    path.split('/').map(|part| if part.starts_with('{') { gap } else { part }).collect::<Vec<_>>().join("/")
}

fuzz_target!(init: { LazyLock::force(&COUNCIL); }, |bytes: &[u8]| {
    let [high, low, gap, rest @ ..] = bytes else { return };
    let (method, path) = ADDRESSES[usize::from(u16::from_be_bytes([*high, *low])) % ADDRESSES.len()];
    let path = filled(path, GAPS[usize::from(*gap) % GAPS.len()]);
    let status = if method == "GET" {
        fuzz::text(rest).and_then(|query| COUNCIL.ask(method, &format!("{path}?{query}"), FORM, Vec::new()))
    } else {
        COUNCIL.ask(method, &path, FORM, rest.to_vec())
    };
    if let Some(status) = status {
        assert!(status < 500, "{method} {path} answers {status}");
    }
});
