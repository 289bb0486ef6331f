//! The token each request carries: a JSON Web Token, signed by HMAC-SHA-256 with the key's secret (RFC 7519).

use crate::clock::{Micros, SECOND};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use sha2::Sha256;

/// An id as a key has it.
const ID: usize = 36;

/// The service and the secret of a key `name-service-secret`: its last two ids.
pub(super) fn parts(key: &str) -> Option<(String, String)> {
    let start = key.len().checked_sub(2 * ID + 1)?;
    let (service, secret) = (key.get(start..start + ID)?, key.get(start + ID + 1..)?);
    let is_id = |text: &str| uuid::Uuid::try_parse(text).is_ok();
    (key.as_bytes()[start + ID] == b'-' && is_id(service) && is_id(secret))
        .then(|| (service.to_owned(), secret.to_owned()))
}

/// A token for one request, good for half a minute.
pub(super) fn make(service: &str, secret: &str, now: Micros) -> String {
    let part = |value: serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!(
        "{}.{}",
        part(json!({ "typ": "JWT", "alg": "HS256" })),
        part(json!({ "iss": service, "iat": now / SECOND }))
    );
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(sign(secret, &signed)))
}

/// The signature of a token's first two parts.
pub(crate) fn sign(secret: &str, signed: &str) -> Vec<u8> {
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes());
    mac.map(|mac| mac.chain_update(signed).finalize().into_bytes().to_vec()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERVICE: &str = "26785a09-ab16-4eb0-8407-a37497a57506";
    const SECRET: &str = "3d844edf-8d35-48ac-975b-e847b4f122b0";

    #[test]
    fn a_key_has_two_ids_at_its_end_and_any_name_before_them() {
        for name in ["live", "my-own-key", ""] {
            let key = format!("{name}-{SERVICE}-{SECRET}");
            assert_eq!(parts(&key), Some((SERVICE.into(), SECRET.into())), "{key}");
        }
        for wrong in [String::new(), SECRET.into(), format!("live-{SERVICE}_{SECRET}"), "é".repeat(60)] {
            assert_eq!(parts(&wrong), None, "{wrong}");
        }
    }

    /// The example of RFC 7515, A.1, by the same code: header and claims are as they stand there.
    #[test]
    fn the_signature_is_that_of_the_standard() {
        let signed = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        let key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
        let key = URL_SAFE_NO_PAD.decode(key).unwrap();
        let mac = Hmac::<Sha256>::new_from_slice(&key).unwrap().chain_update(signed).finalize();
        assert_eq!(URL_SAFE_NO_PAD.encode(mac.into_bytes()), "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        let token = make(SERVICE, SECRET, 1_300_819_380 * SECOND);
        let parts: Vec<&str> = token.split('.').collect();
        let read = |part: &str| -> serde_json::Value {
            serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
        };
        assert_eq!(read(parts[0]), json!({ "typ": "JWT", "alg": "HS256" }));
        assert_eq!(read(parts[1]), json!({ "iss": SERVICE, "iat": 1_300_819_380 }));
        assert_eq!(URL_SAFE_NO_PAD.decode(parts[2]).unwrap(), sign(SECRET, &format!("{}.{}", parts[0], parts[1])));
    }
}
