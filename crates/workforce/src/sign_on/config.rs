//! `[sign_on]`: the council's own provider.

use kit::{Error, Result};
use serde::Deserialize;
use std::fmt;
use std::path::PathBuf;

/// The council's own OpenID Connect provider, from the configuration.
#[derive(Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SignOnConfig {
    /// Its address, exactly as it calls itself: below it stands `/.well-known/openid-configuration`.
    pub issuer: String,
    /// What it calls us.
    pub client_id: String,
    /// The secret it gave us, where it gave one; better in a file or in the environment.
    pub client_secret: Option<String>,
    /// A file with the secret and nothing else.
    pub client_secret_file: Option<PathBuf>,
    /// A certificate to trust beside the public ones (PEM), for a provider in the council's own house.
    pub trust: Option<PathBuf>,
    /// What is asked for besides `openid`.
    pub scopes: Vec<String>,
    /// The claim that is the address staff have here.
    pub address_claim: String,
    /// The claim that says whether that address was verified.
    pub verified_claim: String,
    /// The provider gives nobody an address that is not theirs, and says nothing of it.
    pub verified_always: bool,
    /// Each of these in `amr` says that there was a second factor.
    pub second_factor_amr: Vec<String>,
    /// Each of these as `acr` says that there was a second factor; they are asked for.
    pub second_factor_acr: Vec<String>,
    /// The provider lets nobody through to us without a second factor, and says nothing of it.
    pub second_factor_always: bool,
    /// Everybody signs on with the provider, but for those in `except`.
    pub required: bool,
    /// The addresses of those who come in by password and code when the provider is down.
    pub except: Vec<String>,
}

impl Default for SignOnConfig {
    fn default() -> Self {
        SignOnConfig {
            issuer: String::new(),
            client_id: String::new(),
            client_secret: None,
            client_secret_file: None,
            trust: None,
            scopes: vec!["email".to_owned(), "profile".to_owned()],
            address_claim: "email".to_owned(),
            verified_claim: "email_verified".to_owned(),
            verified_always: false,
            second_factor_amr: Vec::new(),
            second_factor_acr: Vec::new(),
            second_factor_always: false,
            required: false,
            except: Vec::new(),
        }
    }
}

impl fmt::Debug for SignOnConfig {
    /// Without the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "sign-on with {} as {}", self.issuer, self.client_id)
    }
}

impl SignOnConfig {
    /// Says in words what cannot be.
    pub(super) fn check(&self) -> Result<()> {
        let wrong = if self.issuer.is_empty() || self.client_id.is_empty() {
            "needs issuer and client_id"
        } else if self.client_secret.is_some() && self.client_secret_file.is_some() {
            "has both client_secret and client_secret_file: one is enough"
        } else if self.required && self.except.iter().all(|address| address.trim().is_empty()) {
            "required = true needs somebody in except: nobody could come in while the provider is down"
        } else if self.address_claim.is_empty() {
            "address_claim is empty"
        } else {
            return Ok(());
        };
        Err(Error::internal(format!("[sign_on] {wrong}")))
    }

    /// The secret, if there is one.
    pub(super) fn secret(&self) -> Result<Option<String>> {
        let Some(file) = &self.client_secret_file else { return Ok(self.client_secret.clone()) };
        let read = std::fs::read_to_string(file);
        let text = read.map_err(|cause| Error::internal(format!("[sign_on] {}: {cause}", file.display())))?;
        match text.trim() {
            "" => Err(Error::internal(format!("[sign_on] {} is empty", file.display()))),
            secret => Ok(Some(secret.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> SignOnConfig {
        let least = "issuer = \"https://id.a.example\"\nclient_id = \"guildhall\"\n";
        toml::from_str(&format!("{least}{text}")).unwrap()
    }

    #[test]
    fn what_cannot_be_is_told_and_the_secret_is_not() {
        assert!(read("client_secret = \"open sesame\"").check().is_ok());
        assert!(!format!("{:?}", read("client_secret = \"open sesame\"")).contains("sesame"));
        for (text, told) in [
            ("client_secret = \"a\"\nclient_secret_file = \"b\"", "one is enough"),
            ("required = true", "except"),
            ("required = true\nexcept = [\" \"]", "except"),
            ("address_claim = \"\"", "address_claim"),
        ] {
            assert!(read(text).check().unwrap_err().to_string().contains(told), "{text}");
        }
        assert!(SignOnConfig::default().check().is_err());
        assert!(read("required = true\nexcept = [\"root@a.example\"]").check().is_ok());
        assert!(toml::from_str::<SignOnConfig>("isuer = \"x\"").is_err());
    }

    #[test]
    fn a_secret_stands_in_a_file_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("secret");
        let config = SignOnConfig { client_secret_file: Some(file.clone()), ..read("") };
        assert!(config.secret().is_err());
        std::fs::write(&file, "open sesame\n").unwrap();
        assert_eq!(config.secret().unwrap().as_deref(), Some("open sesame"));
        std::fs::write(&file, "\n").unwrap();
        assert!(config.secret().is_err());
    }
}
