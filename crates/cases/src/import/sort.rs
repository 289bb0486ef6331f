//! Which service and kind a report is, by the published rules, and where it is.

use super::mapping::{Mapping, Rule};
use places::Point;
use services::Context;

/// Where the rules put a report, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sorted<'a> {
    /// The service.
    pub service: &'a str,
    /// The kind within it.
    pub kind: &'a str,
    /// The team, when the rule names one.
    pub team: &'a str,
    /// The rule's reason.
    pub reason: &'a str,
}

/// Where a report of this title and category goes: the first rule that fits; the last fits everything.
pub fn sort<'a>(mapping: &'a Mapping, title: &str, category: &str) -> Sorted<'a> {
    let title = plain(title);
    let category = category.trim().to_lowercase();
    let fits = |rule: &&Rule| rule.fits(&title, &category);
    let rule = mapping.rules.iter().find(fits).or(mapping.rules.last());
    // `Mapping::read` refuses a mapping without rules.
    rule.map_or(Sorted { service: "", kind: "", team: "", reason: "" }, |rule| Sorted {
        service: &rule.service,
        kind: &rule.kind,
        team: &rule.team,
        reason: &rule.reason,
    })
}

impl Rule {
    fn fits(&self, title: &str, category: &str) -> bool {
        let everything = self.category.is_empty() && self.words.is_empty();
        let filed = self.category.iter().any(|one| one.to_lowercase() == category);
        let says = |words: &Vec<String>| words.iter().any(|phrase| says(title, phrase));
        (everything || filed || says(&self.words)) && !says(&self.not)
    }
}

/// Small letters with one space around every word, so that whole words can be looked for.
fn plain(text: &str) -> String {
    let letters = text.to_lowercase().replace(['\'', '’'], "");
    let words = letters.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

fn says(title: &str, phrase: &str) -> bool {
    match phrase.strip_suffix('*') {
        Some(begin) => title.contains(plain(begin).trim_end()),
        None => title.contains(&plain(phrase)),
    }
}

/// Where a report is: its position, and the nearest postcode's ward when that is near enough to mean something.
pub fn place(context: &Context<'_>, point: Point, within: f64) -> services::Place {
    let mut place = services::Place {
        latitude: Some(point.latitude()),
        longitude: Some(point.longitude()),
        trunk_road: context.roads.at(point).map(|(road, _)| road.name.clone()),
        ..services::Place::default()
    };
    if let Some((nearest, metres)) = context.postcodes.nearest(point) {
        place.inside = Some(metres <= within && nearest.council.code == context.council);
        if metres <= within {
            place.ward = Some(nearest.ward.code.clone());
            place.nearest_postcode = Some(nearest.postcode.as_str().to_owned());
        }
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole_unless_they_end_in_a_star() {
        let title = plain("Street-lights OUT on St. John's Road");
        for phrase in ["street light*", "out", "johns road", "STREET LIGHTS"] {
            assert!(says(&title, phrase), "{phrase}");
        }
        for phrase in ["street light", "road s", "ou", "light"] {
            assert!(!says(&title, phrase), "{phrase}");
        }
    }
}
