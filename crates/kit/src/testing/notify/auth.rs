//! Who asks: the token of a request, checked as GOV.UK Notify says it checks it.

use super::{SECRET, SERVICE, Wrong};
use crate::clock::{Micros, SECOND};
use crate::notify::token_signature;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

/// A token may be so old, or so far ahead.
const BOUND: Micros = 30 * SECOND;

fn no(words: &str) -> Wrong {
    (403, "AuthError", words.to_owned())
}

/// Checks the header.
pub fn check(shown: Option<&str>, now: Micros) -> Result<(), Wrong> {
    let unauthorized = |words: &str| (401, "AuthError", format!("Unauthorized: {words}"));
    let shown = shown.ok_or_else(|| unauthorized("authentication token must be provided"))?;
    let token =
        shown.strip_prefix("Bearer ").ok_or_else(|| unauthorized("authentication bearer scheme must be used"))?;
    let parts: Vec<&str> = token.split('.').collect();
    let [header, claims, signature] = parts[..] else { return Err(no("Invalid token: API key not found")) };
    let read = |part: &str| -> Option<Value> { serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).ok()?).ok() };
    let (Some(header_read), Some(claims_read)) = (read(header), read(claims)) else {
        return Err(no("Invalid token: API key not found"));
    };
    if header_read["alg"] != "HS256" {
        return Err(no("Invalid token: algorithm used is not HS256"));
    }
    let Some(issuer) = claims_read.get("iss") else { return Err(no("Invalid token: iss field not provided")) };
    let issuer = issuer.as_str().unwrap_or_default();
    if uuid::Uuid::try_parse(issuer).is_err() {
        return Err(no("Invalid token: service id is not the right data type"));
    }
    if issuer != SERVICE {
        return Err(no("Invalid token: service not found"));
    }
    let right = token_signature(SECRET, &format!("{header}.{claims}"));
    if URL_SAFE_NO_PAD.decode(signature).ok().as_ref() != Some(&right) {
        return Err(no("Invalid token: API key not found"));
    }
    let made = claims_read["iat"].as_i64().unwrap_or_default() * SECOND;
    if (now - made).abs() > BOUND + SECOND {
        return Err(no("Error: Your system clock must be accurate to within 30 seconds"));
    }
    Ok(())
}
