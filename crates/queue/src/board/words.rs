//! The few words of a board. In the languages of pages and kiosks they stand with all other words, in `locales/`; a council may have its
//! boards speak more languages, whose words are data (`definitions/boards/words.toml` in its data folder).

use crate::{Site, Sites};
use kit::{App, Error, Lang, Result};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The words of a board in one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tongue {
    /// BCP 47 tag.
    #[serde(skip)]
    pub lang: String,
    /// The language's own name for itself.
    pub name: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    ticket: String,
    desk: String,
    room: String,
    come: String,
    before: String,
    wait: String,
    stale: String,
}

impl Tongue {
    /// The word of this key.
    pub fn word(&self, key: &str) -> &str {
        match key {
            "ticket" => &self.ticket,
            "desk" => &self.desk,
            "room" => &self.room,
            "come" => &self.come,
            "before" => &self.before,
            "wait" => &self.wait,
            _ => &self.stale,
        }
    }

    fn of_words(app: &App, lang: Lang) -> Tongue {
        let t = |key: &str| app.t(lang, key).to_owned();
        Tongue {
            lang: lang.tag.to_owned(),
            name: lang.name.to_owned(),
            dir: lang.dir.to_owned(),
            ticket: t("queue-board-ticket"),
            desk: t("queue-board-desk"),
            room: t("queue-board-room"),
            come: t("queue-board-come"),
            before: t("queue-board-before"),
            wait: t("queue-board-wait"),
            stale: t("queue-board-stale"),
        }
    }
}

/// The languages boards speak besides those of pages and kiosks, by tag.
#[derive(Debug, Clone, Default)]
pub struct Tongues(BTreeMap<String, Tongue>);

impl Tongues {
    /// Reads them, and says which language of a site there are no words for.
    pub fn read(text: &str, sites: &Sites) -> Result<Tongues> {
        let wrong = |what: String| Error::internal(format!("definitions/boards/words.toml: {what}"));
        let mut read: BTreeMap<String, Tongue> = toml::from_str(text).map_err(|cause| wrong(cause.to_string()))?;
        for (lang, tongue) in &mut read {
            lang.clone_into(&mut tongue.lang);
            if tongue.dir != "ltr" && tongue.dir != "rtl" {
                return Err(wrong(format!("`{lang}` is written `{}`; it is ltr or rtl", tongue.dir)));
            }
        }
        for site in sites.all() {
            let unknown = |lang: &&String| Lang::spoken(lang).is_none() && !read.contains_key(*lang);
            if let Some(lang) = site.languages.iter().find(unknown) {
                return Err(wrong(format!("there are no words in `{lang}`, which the site `{}` speaks", site.id)));
            }
        }
        Ok(Tongues(read))
    }

    /// A language's own name for itself; its tag where nobody speaks it here.
    pub(crate) fn name<'a>(&'a self, lang: &'a str) -> &'a str {
        let known = Lang::spoken(lang).map(|one| one.name);
        known.or_else(|| self.0.get(lang).map(|tongue| tongue.name.as_str())).unwrap_or(lang)
    }

    /// What the board of a site speaks, the first first; of these `only` one, where the site speaks it.
    pub(crate) fn of_site(&self, app: &App, site: &Site, only: &str) -> Vec<Tongue> {
        let all = site.languages.iter().filter(|lang| !site.languages.iter().any(|one| one == only) || *lang == only);
        let spoken = all.filter_map(|lang| match self.0.get(lang) {
            Some(own) => Some(own.clone()),
            None => Lang::spoken(lang).map(|lang| Tongue::of_words(app, lang)),
        });
        spoken.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOWN_HALL: &str = include_str!("../../../../definitions/sites/town-hall.toml");
    const FRENCH: &str = r#"
[fr]
name = "Français"
dir = "ltr"
ticket = "Ticket"
desk = "Guichet"
room = "Salle"
come = "Venez maintenant"
before = "Appelés avant"
wait = "Attendez que votre numéro s’affiche ici"
stale = "Cet écran n’est pas à jour. Adressez-vous à un agent."
"#;

    fn sites(languages: &str) -> Sites {
        let text =
            TOWN_HALL.replacen("languages = [\"en\", \"cy\"", &format!("languages = [{languages}\"en\", \"cy\""), 1);
        Sites::new([Site::read(&text, "town-hall.toml", |_| true).unwrap()])
    }

    #[test]
    fn a_council_adds_a_language_and_one_without_words_is_said() {
        Tongues::read("", &sites("")).unwrap();
        let read = Tongues::read(FRENCH, &sites("\"fr\", ")).unwrap();
        assert_eq!(["cy", "so", "fr", "xx"].map(|lang| read.name(lang)), ["Cymraeg", "Soomaali", "Français", "xx"]);
        for (key, word) in [("ticket", "Ticket"), ("desk", "Guichet"), ("room", "Salle")] {
            assert_eq!(read.0["fr"].word(key), word);
        }
        let said = Tongues::read("", &sites("\"fr\", ")).map(drop).unwrap_err().to_string();
        assert!(said.contains("`fr`") && said.contains("town-hall"), "{said}");
        for (from, to) in [("dir = \"ltr\"", "dir = \"up\""), ("desk = ", "tisch = ")] {
            assert!(Tongues::read(&FRENCH.replacen(from, to, 1), &sites("")).is_err(), "{to}");
        }
    }
}
