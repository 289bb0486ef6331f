//! Codes from a member of staff's own device (RFC 6238): six digits every thirty seconds, one step either way, each once.
//! The secrets are sealed in the database with ChaCha20-Poly1305 under a key made from the council's secret; ring does it
//! because it is in the program already, for TLS and mail.

use hmac::{Hmac, KeyInit, Mac};
use kit::app::App;
use kit::clock::{Micros, SECOND};
use kit::{Error, Id, Result};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use sha2::Sha256;
use totp_rs::{Algorithm, Builder, Totp};

/// Bytes of a secret, as RFC 4226 recommends.
const LENGTH: usize = 20;

/// The secret a member of staff's device shares with us.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; LENGTH]);

impl Secret {
    /// A new one.
    pub fn new(app: &App) -> Secret {
        Secret(app.entropy.bytes())
    }

    /// Sealed for the database, for this member of staff alone.
    pub fn seal(&self, app: &App, staff: Id) -> Result<Vec<u8>> {
        let nonce: [u8; NONCE_LEN] = app.entropy.bytes();
        let mut sealed = self.0.to_vec();
        key(app)?
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(staff.0), &mut sealed)
            .map_err(|_| Error::internal("a code's secret could not be sealed"))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opened again; fails when it was sealed for somebody else or with another council's secret.
    pub fn open(app: &App, staff: Id, sealed: &[u8]) -> Result<Secret> {
        let fault = || Error::internal("a code's secret cannot be opened: is this the council's own secret file?");
        let (nonce, rest) = sealed.split_at_checked(NONCE_LEN).ok_or_else(fault)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| fault())?;
        let mut rest = rest.to_vec();
        let open = key(app)?.open_in_place(nonce, Aad::from(staff.0), &mut rest).map_err(|_| fault())?;
        Ok(Secret(<[u8; LENGTH]>::try_from(&*open).map_err(|_| fault())?))
    }

    fn codes(&self) -> Result<Totp> {
        let codes = Builder::new().with_algorithm(Algorithm::SHA1).with_digits(6).with_skew(1).with_step_duration(30);
        codes.with_secret(self.0.to_vec()).build().map_err(|cause| Error::internal(format!("codes: {cause}")))
    }

    /// The step whose code was typed, if it is this one, the one before or the one after.
    pub fn step(&self, typed: &str, now: Micros) -> Result<Option<i64>> {
        let digits: String = typed.chars().take(32).filter(|c| !c.is_whitespace()).collect();
        let step = self.codes()?.check(&digits, (now / SECOND).max(0) as u64);
        step.map(|step| i64::try_from(step).map_err(Error::internal)).transpose()
    }

    /// For typing into a device by hand, in groups of four.
    pub fn in_words(&self) -> Result<String> {
        let text = self.codes()?.secret().to_base32();
        let groups: Vec<String> =
            text.as_bytes().chunks(4).map(|four| String::from_utf8_lossy(four).into_owned()).collect();
        Ok(groups.join(" "))
    }

    /// The address a device reads from the square picture.
    pub fn address(&self, council: &str, email: &str) -> Result<String> {
        let part = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let secret = self.codes()?.secret().to_base32();
        let (council, email) = (part(council), part(email));
        Ok(format!("otpauth://totp/{council}:{email}?secret={secret}&issuer={council}"))
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

fn key(app: &App) -> Result<LessSafeKey> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&app.secret).map_err(Error::internal)?;
    mac.update(b"workforce: secrets of codes, 1");
    let bytes: [u8; 32] = mac.finalize().into_bytes().into();
    let key = UnboundKey::new(&CHACHA20_POLY1305, &bytes).map_err(|_| Error::internal("a key of 32 bytes"))?;
    Ok(LessSafeKey::new(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: Secret = Secret(*b"12345678901234567890");

    #[test]
    fn codes_are_those_of_the_standard_and_of_its_neighbours_only() {
        // RFC 6238, appendix B, SHA-1: the last six digits at 59 s (step 1) and 1111111109 s (step 37037036).
        assert_eq!(SECRET.step("287082", 59 * SECOND).unwrap(), Some(1));
        assert_eq!(SECRET.step("081804", 1_111_111_109 * SECOND).unwrap(), Some(37_037_036));
        assert_eq!(SECRET.step(" 287 082 ", 89 * SECOND).unwrap(), Some(1));
        assert_eq!(SECRET.step("287082", 29 * SECOND).unwrap(), Some(1));
        assert_eq!(SECRET.step("287082", 90 * SECOND).unwrap(), None);
        for wrong in ["", "28708", "2870821", "abcdef", "+87082"] {
            assert_eq!(SECRET.step(wrong, 59 * SECOND).unwrap(), None, "{wrong}");
        }
    }

    #[test]
    fn a_sealed_secret_opens_for_its_owner_in_its_council_alone() {
        kit::testing::run(async {
            let db = kit::testing::TestDb::sqlite(&[]).await;
            let council = |seed| kit::testing::test_parts(&db, seed).build();
            let (app, other) = (council(1), council(2));
            let (tess, tom) = (Id([1; 16]), Id([2; 16]));
            let sealed = SECRET.seal(&app, tess).unwrap();
            assert!(!sealed.windows(10).any(|part| part == &SECRET.0[..10]));
            assert_eq!(Secret::open(&app, tess, &sealed).unwrap(), SECRET);
            assert!(Secret::open(&app, tom, &sealed).is_err());
            assert!(Secret::open(&other, tess, &sealed).is_err());
            let mut changed = sealed.clone();
            changed[NONCE_LEN] ^= 1;
            assert!(Secret::open(&app, tess, &changed).is_err());
            assert!(Secret::open(&app, tess, &sealed[..4]).is_err());
            assert_ne!(SECRET.seal(&app, tess).unwrap(), sealed, "never the same twice");
        });
    }

    #[test]
    fn the_address_names_council_person_and_secret() {
        let address = SECRET.address("Eastmere Council", "tess@work.example").unwrap();
        assert_eq!(
            address,
            "otpauth://totp/Eastmere%20Council:tess%40work%2Eexample?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Eastmere%20Council"
        );
        assert_eq!(SECRET.in_words().unwrap(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }
}
