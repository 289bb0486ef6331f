//! The signature of Standard Webhooks: HMAC-SHA256 over id, time and body, with a secret of the webhook's own.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use kit::{App, Error, Id, Result};
use sha2::Sha256;

fn mac(key: &[u8], parts: &[&[u8]]) -> Result<Vec<u8>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).map_err(Error::internal)?;
    parts.iter().for_each(|part| mac.update(part));
    Ok(mac.finalize().into_bytes().to_vec())
}

/// The secret of a webhook: made from the council's own, so that no copy of the database has it.
fn secret(app: &App, hook: Id) -> Result<Vec<u8>> {
    mac(&app.secret, &[b"api-hook", &hook.0])
}

/// The same as whoever receives is given it.
pub(crate) fn secret_text(app: &App, hook: Id) -> Result<String> {
    Ok(format!("whsec_{}", STANDARD.encode(secret(app, hook)?)))
}

/// What stands in `webhook-signature`; `at` is in seconds.
pub(crate) fn signature(app: &App, hook: Id, (id, at): (&str, i64), body: &str) -> Result<String> {
    let signed = format!("{id}.{at}.{body}");
    Ok(format!("v1,{}", STANDARD.encode(mac(&secret(app, hook)?, &[signed.as_bytes()])?)))
}
