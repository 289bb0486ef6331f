//! Configuration: one TOML file, then the environment on top (`GUILDHALL_MAIL__HOST=…` sets `[mail] host`).

mod messages;
mod privacy;
mod serving;

pub use messages::{By, Messages};
pub use privacy::Privacy;
pub use serving::{Network, Serving};

use kit::app::Council;
use kit::files::ScanConfig;
use kit::mail::{InboxConfig, MailConfig};
use kit::notify::NotifyConfig;
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
    /// The virus scanner for files people send; without one they are kept unchecked, and the desk is told.
    pub scan: ScanConfig,
    /// How mail leaves; without it messages wait, visibly.
    pub mail: Option<MailConfig>,
    /// How mail comes in; without it the council's mail program is the only place where it does.
    pub inbox: Option<InboxConfig>,
    /// How long mail is kept that is on no case.
    pub received: mail::Terms,
    /// By when what the law makes of a message is dealt with.
    pub clocks: cases::marks::Clocks,
    /// GOV.UK Notify, where the council has an account there.
    pub notify: Option<NotifyConfig>,
    /// Which channel goes by which of them.
    pub messages: Messages,
    /// Which postcodes are the council's.
    pub places: Places,
    /// What is decided about people's data.
    pub privacy: Privacy,
    /// Where other systems may be told of what happens.
    pub webhooks: api::Reach,
    /// The council's own provider, with which staff sign on.
    pub sign_on: Option<workforce::SignOnConfig>,
    /// What contacts cost, and how long they are kept.
    pub contacts: contact::Terms,
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
        let text = match std::fs::read_to_string(file) {
            Ok(text) => Some(text),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => None,
            Err(cause) => return Err(Error::internal(format!("{}: {cause}", file.display()))),
        };
        let parsed = |text: &String| text.parse::<toml::Table>().map_err(|cause| told(file, Some(text), &cause));
        let mut root = text.as_ref().map(parsed).transpose()?.unwrap_or_default();
        let mut set = Vec::new();
        for (name, value) in environment {
            if let Some((section, key)) = name.strip_prefix("GUILDHALL_").and_then(|rest| rest.split_once("__")) {
                let (section, key) = (section.to_lowercase(), key.to_lowercase());
                let table = root.entry(section.clone()).or_insert_with(|| toml::Table::new().into());
                if let Some(table) = table.as_table_mut() {
                    table.insert(key.clone(), typed(&name, value)?);
                    set.push((name, section, key));
                }
            }
        }
        Config::deserialize(root.clone()).map_err(|cause| match culprit(&root, &set) {
            Some(variable) => told(Path::new(variable), None, &cause),
            // Read by itself the file says on which line.
            None => {
                let own = text.as_deref().and_then(|text| line(text, &toml::from_str::<Config>(text).err()?));
                told_on(file, own, &cause.to_string())
            }
        })
    }
}

/// The variable of the environment without which the configuration would be understood.
fn culprit<'a>(root: &toml::Table, set: &'a [(String, String, String)]) -> Option<&'a str> {
    let without = |section: &str, key: &str| {
        let mut root = root.clone();
        let table = root.get_mut(section).and_then(toml::Value::as_table_mut);
        table.is_some_and(|table| table.remove(key).is_some()) && Config::deserialize(root).is_ok()
    };
    set.iter().find(|(_, section, key)| without(section, key)).map(|(name, ..)| name.as_str())
}

/// What is wrong and where, without what stands there: it may be a password.
fn told(file: &Path, text: Option<&str>, cause: &toml::de::Error) -> Error {
    let whole = if text.is_some() { cause.message().to_owned() } else { cause.to_string() };
    told_on(file, text.and_then(|text| line(text, cause)), &whole)
}

/// The line of the file where an error stands.
fn line(text: &str, cause: &toml::de::Error) -> Option<usize> {
    cause.span().map(|span| text[..span.start.min(text.len())].lines().count().max(1))
}

fn told_on(file: &Path, line: Option<usize>, whole: &str) -> Error {
    let line = line.map(|line| format!(", line {line}")).unwrap_or_default();
    let message = match (whole.strip_prefix("invalid type: "), whole.split_once(", expected ")) {
        (Some(_), Some((_, rest))) => format!("a value of the wrong type, expected {}", rest.trim()),
        _ => whole.trim().to_owned(),
    };
    Error::internal(format!("{}{line}: {message}", file.display()))
}

/// A variable's value: a number or a list where the key is known to take one, else text, also of digits alone.
fn typed(name: &str, value: String) -> Result<toml::Value> {
    Ok(match name {
        "GUILDHALL_MAIL__PORT"
        | "GUILDHALL_SERVING__REQUESTS_PER_SECOND"
        | "GUILDHALL_PRIVACY__MESSAGES_DAYS"
        | "GUILDHALL_CONTACTS__MONTHS"
        | "GUILDHALL_RECEIVED__MONTHS"
        | "GUILDHALL_RECEIVED__AUTOMATIC_MONTHS" => {
            let number: Result<i64, _> = value.trim().parse();
            number.map_err(|_| Error::internal(format!("{name} is not a number")))?.into()
        }
        "GUILDHALL_WEBHOOKS__PRIVATE"
        | "GUILDHALL_SIGN_ON__VERIFIED_ALWAYS"
        | "GUILDHALL_SIGN_ON__SECOND_FACTOR_ALWAYS"
        | "GUILDHALL_SIGN_ON__REQUIRED" => {
            let yes: Result<bool, _> = value.trim().parse();
            yes.map_err(|_| Error::internal(format!("{name} is neither true nor false")))?.into()
        }
        "GUILDHALL_SERVING__BEHIND_PROXY"
        | "GUILDHALL_PRIVACY__WITHHELD"
        | "GUILDHALL_INBOX__ALSO"
        | "GUILDHALL_SIGN_ON__SCOPES"
        | "GUILDHALL_SIGN_ON__SECOND_FACTOR_AMR"
        | "GUILDHALL_SIGN_ON__SECOND_FACTOR_ACR"
        | "GUILDHALL_SIGN_ON__EXCEPT" => {
            let networks = value.split(',').map(str::trim).filter(|network| !network.is_empty());
            toml::Value::Array(networks.map(toml::Value::from).collect())
        }
        _ => value.into(),
    })
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
    fn text_of_digits_stays_text_and_numbers_are_numbers() {
        let set = environment(&[
            ("GUILDHALL_MAIL__PASSWORD", "12345678"),
            ("GUILDHALL_MAIL__USER", "true"),
            ("GUILDHALL_COUNCIL__PHONE", "01632960100"),
            ("GUILDHALL_SERVING__REQUESTS_PER_SECOND", "50"),
            ("GUILDHALL_SERVING__BEHIND_PROXY", "10.0.0.0/8, 127.0.0.1/32"),
        ]);
        let config = Config::read(Path::new("/nowhere/guildhall.toml"), set).unwrap();
        let mail = config.mail.unwrap();
        assert_eq!((mail.password.as_deref(), mail.user.as_deref()), (Some("12345678"), Some("true")));
        assert_eq!(config.council.phone, "01632960100");
        assert_eq!((config.serving.requests_per_second, config.serving.behind_proxy.len()), (50, 2));
    }

    #[test]
    fn what_is_wrong_is_told_without_the_value() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("guildhall.toml");
        for (text, names) in [
            ("[mail]\npassword = 98765432\n", "password"),
            ("[mail]\nhost = \"a\"\npassword = 98765432\n", "line 3"),
            ("[mail]\nhost = \"a\"\npassword = \"98765432\n", "line 3"),
            ("[mail]\npassword = [\"98765432\"]\n", "password"),
        ] {
            std::fs::write(&file, text).unwrap();
            let told = Config::read(&file, environment(&[])).unwrap_err().to_string();
            assert!(told.contains(names) && !told.contains("98765432"), "{text}: {told}");
        }
        let set = environment(&[("GUILDHALL_MAIL__PORT", "98765432x")]);
        let told = Config::read(Path::new("/nowhere/guildhall.toml"), set).unwrap_err().to_string();
        assert!(told.contains("GUILDHALL_MAIL__PORT") && !told.contains("98765432"), "{told}");
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
    fn an_unknown_variable_is_named_and_no_file_blamed() {
        let set = environment(&[("GUILDHALL_MAIL__HOST", "a"), ("GUILDHALL_MAIL__HOTS", "b")]);
        let told = Config::read(Path::new("/nowhere/guildhall.toml"), set).unwrap_err().to_string();
        assert!(told.contains("GUILDHALL_MAIL__HOTS: unknown field") && !told.contains("guildhall.toml"), "{told}");
    }

    #[test]
    fn without_a_file_the_defaults_hold() {
        let config = Config::read(Path::new("/nowhere/guildhall.toml"), environment(&[])).unwrap();
        assert_eq!(config.council.name, "Eastmere Council");
    }
}
