//! Welsh: a light stemmer that takes plural and verb endings off, and the initial mutations
//! (treigladau) undone. A mutated word may come from more than one word, so there are several
//! readings; two words match when they share one.

use std::{collections::HashSet, sync::LazyLock};

/// What a word's beginning may have been before mutation: soft, nasal, aspirate.
const MUTATED: &[(&str, &[&str])] = &[
    ("ngh", &["c"]),
    ("mh", &["p"]),
    ("nh", &["t"]),
    ("ng", &["g"]),
    ("ph", &["p"]),
    ("th", &["t"]),
    ("ch", &["c"]),
    ("dd", &["d"]),
    ("b", &["p"]),
    ("d", &["t"]),
    ("g", &["c"]),
    ("f", &["b", "m"]),
    ("l", &["ll", "gl"]),
    ("r", &["rh", "gr"]),
    ("m", &["b"]),
    ("n", &["d"]),
    ("w", &["gw"]),
];

/// Endings of plurals, verb-nouns and verb forms, longest first.
const ENDINGS: &[&str] = &[
    "iadau", "odwyd", "iodd", "wyr", "wyd", "iau", "iaid", "ion", "odd", "ais", "ant", "aeth", "edig", "adau", "oedd",
    "ydd", "edd", "iad", "wch", "ith", "ir", "au", "od", "on", "en", "yn", "wr", "io", "ad", "aid", "ed", "es", "fa",
    "feydd", "o", "u", "i", "a", "e",
];

/// Plurals that change inside, and other forms no ending explains: the base first.
const IRREGULAR: &[&str] = &[
    "ty tai",
    "plentyn plant",
    "ci cwn",
    "car ceir",
    "ffordd ffyrdd",
    "carreg cerrig",
    "twll tyllau",
    "cymydog cymdogion cymdogol",
    "ffenestr ffenest ffenestri",
    "gweithiwr gweithwyr",
    "golau goleuadau goleuo",
    "person pobl",
    "colli collais collodd",
    "marw farw",
];

pub(crate) const LITTLE: &str = "y yr a ac i o yn ar am at gan gyda heb dros drwy wrth dan rhwng ei eu fy dy ein eich \
    mae mai mi fi ti chi nhw ni hi fe ef oes oedd yw ydy ydw wyf wedi bod fod na nid ddim \
    dim sy sydd nad pa pwy sut ble pryd eisiau angen rwyf dwi hoffwn os neu ond hyn hwn \
    cael gael gen gennyf gennym rydw rwy";

/// The stems a folded Welsh word may have: its own first, then those with a mutation undone.
pub(crate) fn readings(word: &str) -> Vec<String> {
    let mut readings = vec![cut(word)];
    for (mutated, radicals) in MUTATED {
        let Some(rest) = word.strip_prefix(mutated) else { continue };
        // "llyfr", "rhent", "ffordd" begin with letters of their own, not with l, r, f.
        let own = ["ll", "rh", "ff"].iter().any(|own| word.starts_with(own))
            || (mutated.len() == 1 && MUTATED.iter().any(|(longer, _)| longer.len() > 1 && word.starts_with(longer)));
        if own || rest.chars().count() < 2 {
            continue;
        }
        readings.extend(radicals.iter().map(|radical| cut(&format!("{radical}{rest}"))));
    }
    if word.starts_with(['a', 'e', 'i', 'o', 'u', 'y']) && word.len() > 3 {
        readings.push(cut(&format!("g{word}")));
    }
    if let Some(rest) = word.strip_prefix('h')
        && rest.starts_with(['a', 'e', 'i', 'o', 'u', 'y'])
    {
        readings.push(cut(rest));
    }
    let mut seen = Vec::new();
    readings.retain(|reading| {
        let new = !seen.contains(reading);
        seen.push(reading.clone());
        new
    });
    readings
}

/// The word without its endings (a plural may follow another), leaving at least three
/// letters, or four when two are taken off.
fn cut(word: &str) -> String {
    let family = IRREGULAR.iter().find(|forms| forms.split(' ').any(|form| form == word));
    let base = family.and_then(|forms| forms.split(' ').next()).unwrap_or(word);
    let once = without_ending(base, 3);
    without_ending(once, 4).to_owned()
}

fn without_ending(word: &str, least: usize) -> &str {
    let length = word.chars().count();
    let fits = |ending: &str| word.ends_with(ending) && length >= ending.len() + least;
    let ending = ENDINGS.iter().find(|ending| fits(ending)).map_or(0, |ending| ending.len());
    &word[..word.len() - ending]
}

static LITTLES: LazyLock<HashSet<&str>> = LazyLock::new(|| LITTLE.split_ascii_whitespace().collect());

/// Whether the word carries little.
pub(crate) fn is_little(word: &str) -> bool {
    LITTLES.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn share(forms: &[&str]) {
        let first = readings(forms[0]);
        for form in forms {
            let other = readings(form);
            assert!(other.iter().any(|reading| first.contains(reading)), "{first:?} {other:?}");
        }
    }

    #[test]
    fn mutations_are_undone() {
        share(&["casglu", "gasglu", "chasglu", "nghasglu", "casglwyd", "chasglwyd"]);
        share(&["treth", "dreth", "nhreth", "threth"]);
        share(&["parcio", "barcio", "pharcio", "mharcio"]);
        share(&["biniau", "finiau", "miniau", "bin"]);
        share(&["gardd", "ardd", "ngardd"]);
        share(&["llwydni", "lwydni"]);
        share(&["rhent", "rent"]);
        share(&["mab", "fab"]);
        share(&["gwastraff", "wastraff"]);
        share(&["derbyn", "dderbyn", "nerbyn"]);
    }

    #[test]
    fn plurals_and_verbs_share_a_stem() {
        share(&["trwydded", "trwyddedau", "drwydded"]);
        share(&["cymdogion", "gymdogion", "cymydog"]);
        share(&["twll", "tyllau"]);
        share(&["taliad", "taliadau", "dalu"]);
    }

    #[test]
    fn words_of_their_own_are_left_alone() {
        assert_eq!(readings("llyfr").len(), 1);
        assert_eq!(readings("ffordd").len(), 1);
        assert!(!readings("ci").contains(&"gi".to_owned()));
        assert!(is_little("yn"));
    }
}
