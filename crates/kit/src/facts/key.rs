//! The key that signs seals. It lives outside the database: who can edit the database cannot sign for it.

use crate::error::{Error, Result};
use crate::id::Entropy;
use crate::secret_file;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use std::fmt;
use std::path::Path;
use std::str::FromStr;

/// The private key, in a file that only the council's own account can read.
pub struct SealKey(SigningKey);

impl SealKey {
    /// Reads the key file, or makes it at the first start (mode 0600).
    pub fn open_or_make(file: &Path, entropy: &Entropy) -> Result<SealKey> {
        let fresh = || format!("{}\n", to_hex(&entropy.bytes::<32>())).into_bytes();
        let text = secret_file::read_or_make(file, entropy, fresh)?;
        let text = String::from_utf8_lossy(&text);
        let bytes = from_hex(text.trim())
            .ok_or_else(|| Error::internal(format!("{} holds no 64 hexadecimal digits", file.display())))?;
        Ok(SealKey(SigningKey::from_bytes(&bytes)))
    }

    /// The public half, for those who verify.
    pub fn signer(&self) -> Signer {
        Signer(self.0.verifying_key())
    }

    pub(super) fn sign(&self, hash: &[u8; 32]) -> [u8; 64] {
        self.0.sign(hash).to_bytes()
    }
}

impl fmt::Debug for SealKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealKey of {}", self.signer())
    }
}

/// The public key of a signer of seals. Shown and read as 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signer(VerifyingKey);

impl Signer {
    /// The key's 32 bytes.
    pub fn bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    pub(super) fn signed(&self, hash: &[u8; 32], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(hash, &Signature::from_bytes(signature)).is_ok()
    }
}

impl fmt::Display for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&to_hex(&self.bytes()))
    }
}

impl FromStr for Signer {
    type Err = Error;
    fn from_str(text: &str) -> Result<Signer> {
        let bytes = from_hex(text.trim()).ok_or_else(|| Error::internal("a public key has 64 hexadecimal digits"))?;
        VerifyingKey::from_bytes(&bytes).map(Signer).map_err(|_| Error::internal("not a public key"))
    }
}

/// Small hexadecimal digits.
pub(super) fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn from_hex(text: &str) -> Option<[u8; 32]> {
    let mut out = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (i, byte) in out.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).ok()?;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_made_once_and_only_its_owner_may_read_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("keys/seals.key");
        let made = SealKey::open_or_make(&file, &Entropy::seeded(1)).unwrap();
        let read = SealKey::open_or_make(&file, &Entropy::seeded(2)).unwrap();
        assert_eq!(made.signer(), read.signer());
        assert_eq!(made.signer().to_string().parse::<Signer>().unwrap(), made.signer());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        }
        std::fs::write(&file, "not a key").unwrap();
        assert!(SealKey::open_or_make(&file, &Entropy::seeded(3)).is_err());
    }

    #[test]
    fn a_signature_holds_for_its_hash_and_its_signer_only() {
        let folder = tempfile::tempdir().unwrap();
        let key = SealKey::open_or_make(&folder.path().join("a"), &Entropy::seeded(1)).unwrap();
        let other = SealKey::open_or_make(&folder.path().join("b"), &Entropy::seeded(2)).unwrap();
        let signature = key.sign(&[5; 32]);
        assert!(key.signer().signed(&[5; 32], &signature));
        assert!(!key.signer().signed(&[6; 32], &signature));
        assert!(!other.signer().signed(&[5; 32], &signature));
    }
}
