//! `[messages]`: which channel goes by which messenger.

use kit::{Error, Result};
use serde::Deserialize;

/// What carries a channel's messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// Nobody: they wait, visibly.
    Nobody,
    /// The council's own mail server, `[mail]`.
    Mail,
    /// GOV.UK Notify, `[notify]`.
    Notify,
}

/// Which channel goes by which messenger.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Messages {
    /// Emails; by the mail server, where there is one and nothing else is said.
    pub email: Option<By>,
    /// Text messages.
    pub text: Option<By>,
    /// Letters.
    pub letter: Option<By>,
}

impl Messages {
    /// What carries emails, text messages and letters, where it is known whether there are a mail server and GOV.UK Notify.
    /// Says in words what cannot be.
    pub fn by(&self, mail: bool, notify: bool) -> Result<[By; 3]> {
        let email = self.email.unwrap_or(if mail { By::Mail } else { By::Nobody });
        let all = [email, self.text.unwrap_or(By::Nobody), self.letter.unwrap_or(By::Nobody)];
        for (channel, by) in ["email", "text", "letter"].into_iter().zip(all) {
            let wrong = match by {
                By::Mail if channel != "email" => "a mail server carries emails alone",
                By::Mail if !mail => "there is no [mail]",
                By::Notify if !notify => "there is no [notify]",
                _ => continue,
            };
            return Err(Error::internal(format!("[messages] {channel}: {wrong}")));
        }
        Ok(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_goes_by_what_there_is() {
        let read = |text: &str| toml::from_str::<Messages>(text).unwrap();
        let by = |text: &str, mail, notify| read(text).by(mail, notify).map_err(|cause| cause.to_string());
        assert_eq!(by("", true, true), Ok([By::Mail, By::Nobody, By::Nobody]));
        assert_eq!(by("", false, true), Ok([By::Nobody; 3]));
        let all = "email = \"notify\"\ntext = \"notify\"\nletter = \"notify\"";
        assert_eq!(by(all, true, true), Ok([By::Notify; 3]));
        assert_eq!(by("email = \"nobody\"", true, false), Ok([By::Nobody; 3]));
        for (text, mail, notify, said) in [
            ("text = \"mail\"", true, true, "emails alone"),
            ("email = \"mail\"", false, true, "no [mail]"),
            ("letter = \"notify\"", true, false, "no [notify]"),
        ] {
            assert!(by(text, mail, notify).unwrap_err().contains(said), "{text}");
        }
        assert!(toml::from_str::<Messages>("text = \"pigeon\"").is_err());
    }
}
