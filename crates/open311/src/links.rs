//! Links to pictures that come with a report or an update. They are kept with its words for whoever reads them; nothing here
//! follows one. FixMyStreet sends several.

use kit::form::Form;
use kit::{App, Lang};

/// The longest link, in bytes.
const LONGEST: usize = 2_000;
/// The most links.
const MOST: usize = 20;

/// The links that were sent.
pub(crate) struct Links<'f> {
    kept: Vec<&'f str>,
    refused: bool,
}

impl<'f> Links<'f> {
    /// Reads every `media_url` and `media_url[]`; empty ones are none.
    pub fn of(sent: &'f Form) -> Links<'f> {
        let named = sent.fields().iter().filter(|(name, _)| name.strip_suffix("[]").unwrap_or(name) == "media_url");
        let all = named.map(|(_, value)| value.trim()).filter(|value| !value.is_empty());
        let mut links = Links { kept: Vec::new(), refused: false };
        for link in all {
            match is_link(link) && links.kept.len() < MOST {
                _ if links.kept.contains(&link) => {}
                true => links.kept.push(link),
                false => links.refused = true,
            }
        }
        links
    }

    /// Whether there is none that is kept.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// The words, and below them the links.
    pub fn below(&self, words: &str) -> String {
        if self.kept.is_empty() {
            return words.to_owned();
        }
        format!("{words}\n\n{}", self.kept.join("\n")).trim_start().to_owned()
    }

    /// That not all of them were kept, in words.
    pub fn notice(&self, app: &App, lang: Lang) -> Option<String> {
        self.refused.then(|| app.t(lang, "open311-notice-links").to_owned())
    }
}

fn is_link(link: &str) -> bool {
    let web = link.starts_with("https://") || link.starts_with("http://");
    web && link.len() <= LONGEST && !link.chars().any(|c| c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_is_kept_once_and_it_is_known_when_one_was_not() {
        let links = |query: &str| {
            let sent = Form::parse(query.as_bytes());
            let links = Links::of(&sent);
            (links.below("Deep."), links.refused)
        };
        let two = "media_url=https://a.example/1&media_url[]=https://a.example/2&media_url=https://a.example/1";
        assert_eq!(links(two), ("Deep.\n\nhttps://a.example/1\nhttps://a.example/2".to_owned(), false));
        assert_eq!(links("media_url=&other=https://a.example/1"), ("Deep.".to_owned(), false));
        assert_eq!(links("media_url=javascript:x"), ("Deep.".to_owned(), true));
        assert_eq!(links("media_url=https://a%0ab"), ("Deep.".to_owned(), true));
        assert_eq!(links(&format!("media_url=https://{}", "a".repeat(LONGEST))), ("Deep.".to_owned(), true));
        let many: Vec<String> = (0..=MOST).map(|n| format!("media_url=https://a.example/{n}")).collect();
        assert!(links(&many.join("&")).1, "more than are kept");
    }
}
