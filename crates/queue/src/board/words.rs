//! The few words of a board. In the languages of the pages they stand with all other words; a board speaks more languages, whose
//! words are data (`definitions/boards/words.toml`).

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

    fn of_pages(app: &App, lang: Lang) -> Tongue {
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

/// The languages boards speak besides those of the pages, by tag.
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
            let unknown = |lang: &&String| Lang::ALL.iter().all(|one| one.tag != **lang) && !read.contains_key(*lang);
            if let Some(lang) = site.languages.iter().find(unknown) {
                return Err(wrong(format!("there are no words in `{lang}`, which the site `{}` speaks", site.id)));
            }
        }
        Ok(Tongues(read))
    }

    /// A language's own name for itself; its tag where nobody speaks it here.
    pub(crate) fn name<'a>(&'a self, lang: &'a str) -> &'a str {
        let of_pages = Lang::ALL.into_iter().find(|one| one.tag == lang).map(|one| one.name);
        of_pages.or_else(|| self.0.get(lang).map(|tongue| tongue.name.as_str())).unwrap_or(lang)
    }

    /// What the board of a site speaks, the first first; of these `only` one, where the site speaks it.
    pub(crate) fn of_site(&self, app: &App, site: &Site, only: &str) -> Vec<Tongue> {
        let all = site.languages.iter().filter(|lang| !site.languages.iter().any(|one| one == only) || *lang == only);
        let of_pages = |lang: &str| Lang::ALL.into_iter().find(|one| one.tag == lang);
        let spoken = all.filter_map(|lang| match of_pages(lang) {
            Some(page) => Some(Tongue::of_pages(app, page)),
            None => self.0.get(lang).cloned(),
        });
        spoken.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = include_str!("../../../../definitions/boards/words.toml");
    const TOWN_HALL: &str = include_str!("../../../../definitions/sites/town-hall.toml");

    fn sites(languages: &str) -> Sites {
        let text =
            TOWN_HALL.replacen("languages = [\"en\", \"cy\"", &format!("languages = [{languages}\"en\", \"cy\""), 1);
        Sites::new([Site::read(&text, "town-hall.toml", |_| true).unwrap()])
    }

    #[test]
    fn the_delivered_words_are_whole_and_a_language_without_words_is_said() {
        let read = Tongues::read(WORDS, &sites("")).unwrap();
        assert_eq!(read.0.keys().collect::<Vec<_>>(), ["bn", "pl", "so", "tr"]);
        let names = ["cy", "so", "xx"].map(|lang| read.name(lang));
        assert_eq!(names, ["Cymraeg", "Soomaali", "xx"]);
        for (tongue, key) in read.0.values().flat_map(|one| ["ticket", "desk", "room", "stale"].map(|key| (one, key))) {
            assert!(!tongue.word(key).is_empty(), "{} {key}", tongue.lang);
        }
        let said = Tongues::read(WORDS, &sites("\"fr\", ")).map(drop).unwrap_err().to_string();
        assert!(said.contains("`fr`") && said.contains("town-hall"), "{said}");
        for (from, to) in [("dir = \"ltr\"", "dir = \"up\""), ("desk = ", "tisch = ")] {
            assert!(Tongues::read(&WORDS.replacen(from, to, 1), &sites("")).is_err(), "{to}");
        }
    }
}
