//! What may be shown of where somebody else's report is: the street or landmark, as its reporter named it. Never a house's
//! number, nor anything else that was typed beside it.

/// The last word of a street's or a landmark's name.
const ENDS: &[&str] = &[
    "alley",
    "approach",
    "avenue",
    "bridge",
    "cemetery",
    "church",
    "circus",
    "close",
    "common",
    "court",
    "crescent",
    "drive",
    "embankment",
    "field",
    "fields",
    "gardens",
    "garden",
    "green",
    "grove",
    "hill",
    "hospital",
    "junction",
    "lane",
    "library",
    "market",
    "meadow",
    "mews",
    "park",
    "parade",
    "passage",
    "path",
    "place",
    "playground",
    "promenade",
    "quay",
    "rise",
    "road",
    "roundabout",
    "row",
    "school",
    "square",
    "station",
    "street",
    "terrace",
    "view",
    "walk",
    "way",
    "wharf",
    "yard",
];

/// Words before a house's number, which are left out with it.
const BEFORE_A_NUMBER: &[&str] = &["no", "no.", "number", "flat", "unit", "house", "apartment"];

/// Endings of streets' names that are also what somebody has at home: not shown as anybody's.
const AT_HOME: &[&str] = &["drive", "field", "fields", "garden", "gardens", "yard"];

/// Words that a person's name or what is theirs begins with.
const OF_SOMEBODY: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "rev",
    "my",
    "our",
    "your",
    "his",
    "her",
    "their",
    "neighbour",
    "neighbours",
];

/// The street or landmark in these words: at most two words and the one that says what it is. `None` where there is no such
/// name, so that nothing a person wrote is shown by mistake.
pub fn public_name(typed: &str) -> Option<String> {
    typed.split([',', ';', '\n']).find_map(name_in)
}

fn name_in(part: &str) -> Option<String> {
    let is_number = |word: &str| word.chars().any(|c| c.is_ascii_digit());
    let is_left_out = |word: &&str| is_number(word) || BEFORE_A_NUMBER.contains(&word.to_lowercase().as_str());
    let words: Vec<&str> = part.split_whitespace().skip_while(is_left_out).take(3).collect();
    let ends = |word: &&str| ENDS.contains(&word.trim_end_matches('.').to_lowercase().as_str());
    let last = words.iter().skip(1).position(ends)? + 1;
    let plain = |word: &&str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '.'));
    let name = words.get(..=last)?;
    if is_somebodys(name) {
        return None;
    }
    (name.iter().all(plain) && name.join(" ").chars().count() <= 60).then(|| name.join(" "))
}

/// "Mr Patel's drive", "my neighbour's yard": a person rather than a street.
fn is_somebodys(name: &[&str]) -> bool {
    let said = |word: &str| word.trim_end_matches('.').to_lowercase().replace('’', "'");
    let owns = |word: &str| word.ends_with("'s") || word.ends_with("s'");
    let words: Vec<String> = name.iter().map(|word| said(word)).collect();
    let speaks_of_somebody = |word: &String| OF_SOMEBODY.contains(&word.trim_end_matches("'s"));
    match words.as_slice() {
        [.., before, last] if AT_HOME.contains(&last.as_str()) && owns(before) => true,
        words => words.iter().any(speaks_of_somebody),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_street_is_named_and_never_the_house_or_the_person() {
        for (typed, shown) in [
            ("Mill Road", Some("Mill Road")),
            ("21 Mill Road", Some("Mill Road")),
            ("21a mill road", Some("mill road")),
            ("Flat 2, 21 Mill Road", Some("Mill Road")),
            ("No. 5 Queen Edith's Way", Some("Queen Edith's Way")),
            ("Mill Road, outside my neighbour Ann's", Some("Mill Road")),
            ("Mill Road near the shop of Ann Test", Some("Mill Road")),
            ("St Mary's Church", Some("St Mary's Church")),
            ("the playground", Some("the playground")),
            ("By my blue door", None),
            ("Mr Patel's drive", None),
            ("Ann Test's garden", None),
            ("my neighbour's yard", None),
            ("the Patels’ garden", None),
            ("Dr. Test's court", None),
            ("outside my road", None),
            ("next door's drive", None),
            ("Queen's Drive", None),
            ("Newnham Drive", Some("Newnham Drive")),
            ("St Mary’s Court", Some("St Mary’s Court")),
            ("Peas Hill", Some("Peas Hill")),
            ("outside Ann Test's house on Mill Road", None),
            ("Mill Road 21", Some("Mill Road")),
            ("ann@a.example Mill Road", None),
            ("07700 900123", None),
            ("Road", None),
            ("", None),
        ] {
            assert_eq!(public_name(typed).as_deref(), shown, "{typed}");
        }
    }
}
