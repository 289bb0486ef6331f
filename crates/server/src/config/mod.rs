//! Configuration: one TOML file, then the environment on top (`GUILDHALL_MAIL__HOST=…` sets `[mail] host`).

mod serving;

pub use serving::{Network, Serving};

use kit::app::Council;
use kit::mail::MailConfig;
use kit::{Error, Result};
use serde::Deserialize;
use std::path::Path;

/// The whole configuration; everything has a sound default.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The council's own facts.
    pub council: Council,
    /// How the site is reached.
    pub serving: Serving,
    /// How mail leaves; without it messages wait, visibly.
    pub mail: Option<MailConfig>,
    /// Which postcodes are the council's.
    pub places: Places,
}

/// Which postcodes are the council's.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Places {
    /// The local authority's code in the postcode file, "E07000008".
    pub authority: String,
    /// A postcode file of the council's own instead of the one delivered.
    pub postcodes: Option<std::path::PathBuf>,
}

impl Default for Places {
    fn default() -> Self {
        // The fictional Eastmere stands on real ground, so that the real reports fall somewhere.
        Places { authority: "E07000008".into(), postcodes: None }
    }
}

impl Config {
    /// Reads the file, if it is there, and the environment.
    pub fn read(file: &Path, environment: impl Iterator<Item = (String, String)>) -> Result<Config> {
        let mut root = match std::fs::read_to_string(file) {
            Ok(text) => text.parse::<toml::Table>().map_err(|cause| told(file, &cause))?,
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => toml::Table::new(),
            Err(cause) => return Err(cause.into()),
        };
        for (name, value) in environment {
            if let Some((section, key)) = name.strip_prefix("GUILDHALL_").and_then(|rest| rest.split_once("__")) {
                let section = root.entry(section.to_lowercase()).or_insert_with(|| toml::Table::new().into());
                if let Some(section) = section.as_table_mut() {
                    section.insert(key.to_lowercase(), typed(value));
                }
            }
        }
        Config::deserialize(root).map_err(|cause| told(file, &cause))
    }
}

fn told(file: &Path, cause: &toml::de::Error) -> Error {
    Error::internal(format!("{}: {cause}", file.display()))
}

/// A number or true/false where it reads as one, else text.
fn typed(value: String) -> toml::Value {
    match (value.parse::<i64>(), value.parse::<bool>()) {
        (Ok(number), _) => number.into(),
        (_, Ok(flag)) => flag.into(),
        _ => value.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> std::vec::IntoIter<(String, String)> {
        pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect::<Vec<_>>().into_iter()
    }

    #[test]
    fn the_environment_stands_over_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("guildhall.toml");
        std::fs::write(&file, "[council]\nname = \"Testham\"\n[mail]\nhost = \"a\"\nport = 25\n").unwrap();
        let set = environment(&[("GUILDHALL_MAIL__PORT", "2525"), ("GUILDHALL_MAIL__HOST", "b"), ("HOME", "/x")]);
        let config = Config::read(&file, set).unwrap();
        assert_eq!(config.council.name, "Testham");
        let mail = config.mail.unwrap();
        assert_eq!((mail.host.as_str(), mail.port), ("b", 2525));
    }

    #[test]
    fn an_unknown_key_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("guildhall.toml");
        std::fs::write(&file, "[council]\nnmae = \"Testham\"\n").unwrap();
        let told = Config::read(&file, environment(&[])).unwrap_err().to_string();
        assert!(told.contains("nmae"), "{told}");
    }

    #[test]
    fn without_a_file_the_defaults_hold() {
        let config = Config::read(Path::new("/nowhere/guildhall.toml"), environment(&[])).unwrap();
        assert_eq!(config.council.name, "Eastmere Council");
    }
}
