//! English: stems, irregular words, words that carry little.

use rust_stemmers::{Algorithm, Stemmer};
use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

/// Words of which the stem would be another word: "parking" is not about parks.
const WHOLE: &str = "parking housing building universal university something anything nothing \
    everything evening morning paving";

/// Forms that no rule of endings brings together: the base first.
const IRREGULAR: &[&str] = &[
    "leave left leaving",
    "lose lost losing",
    "break broke broken bust busted",
    "death died die dies dying",
    "birth born",
    "pay paid paying",
    "buy bought",
    "sell sold",
    "come came coming",
    "give gave given",
    "steal stole stolen",
    "child children kids kid",
    "take took taken taking",
    "forget forgot forgotten",
    "go went gone going",
    "get got getting gotten",
    "make made making",
    "write wrote written",
    "speak spoke spoken",
    "tell told",
    "throw threw thrown",
    "marry married marriage marrying",
    "fall fell fallen",
    "burn burnt",
    "leak leaking leaky",
    "noise noisy",
    "man men",
    "woman women",
    "person people",
    "move moved moving",
    "mould mouldy mold moldy",
    "neighbour neighbor neighbors",
    "tyre tire tires",
    "colour color",
    "mum mom mam mummy",
    "dad daddy",
    "dump dumped chuck chucked",
    "cant cannot",
    "wed wedding weddings",
];

/// Everyday words that are not slips for any other word.
const ORDINARY: &str = include_str!("ordinary.txt");

/// Words that carry little by themselves.
pub(crate) const LITTLE: &str = "a about after again all also am an and any are as at be because been before \
    being but by can could did do does doing down else for from get got getting had has have having \
    he her here him his how i if im in into is it its ive just like me more most much my need needs \
    no not now of off on one only or our out over own per please put really she should so some \
    someone still such than that the their them then there these they this those to too until up us \
    very want wants was we were what when where which while who why will with would yet you your \
    dont didnt wont never always every ever havent hasnt isnt arent doesnt wasnt couldnt today \
    tomorrow yesterday monday tuesday wednesday thursday friday";

static BASES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let whole = WHOLE.split_ascii_whitespace().map(|word| (word, word));
    let families = IRREGULAR.iter().filter_map(|forms| {
        let base = forms.split(' ').next()?;
        Some(forms.split(' ').map(move |form| (form, base)))
    });
    whole.chain(families.flatten()).collect()
});
static LITTLES: LazyLock<HashSet<&str>> = LazyLock::new(|| LITTLE.split_ascii_whitespace().collect());
static ORDINARIES: LazyLock<HashSet<String>> =
    LazyLock::new(|| ORDINARY.split_ascii_whitespace().map(plain_stem).collect());

/// The stems a folded English word may have: its own, then for some a looser one.
pub(crate) fn readings(word: &str) -> Vec<String> {
    match BASES.get(word) {
        Some(base) if *base == word && WHOLE.split_ascii_whitespace().any(|whole| whole == word) => {
            vec![word.to_owned(), plain_stem(word)]
        }
        Some(base) => vec![plain_stem(base)],
        None => vec![plain_stem(word)],
    }
}

/// The stem by the rules of endings alone.
pub(crate) fn plain_stem(word: &str) -> String {
    Stemmer::create(Algorithm::English).stem(word).into_owned()
}

/// Whether the word carries little.
pub(crate) fn is_little(word: &str) -> bool {
    LITTLES.contains(word)
}

/// Whether this is an everyday word, not a slip.
pub(crate) fn is_ordinary(word: &str) -> bool {
    ORDINARIES.contains(&plain_stem(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stem(word: &str) -> String {
        readings(word).swap_remove(0)
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for forms in [
            &["move", "moved", "moving", "moves"][..],
            &["die", "died", "death", "dying"],
            &["collect", "collected", "collection", "collecting"],
            &["permit", "permits"],
            &["kid", "kids", "children", "child"],
        ] {
            assert!(forms.iter().all(|form| stem(form) == stem(forms[0])), "{forms:?}");
        }
    }

    #[test]
    fn different_words_keep_apart() {
        assert_ne!(stem("parking"), stem("park"));
        assert_eq!(readings("parking"), ["parking", "park"], "but it may be read so");
        assert_ne!(stem("dead"), stem("died"), "a dead fox is not a bereavement");
        assert_ne!(stem("housing"), stem("house"));
        assert_ne!(stem("universal"), stem("university"));
    }

    #[test]
    fn tables_are_in_use() {
        assert!(is_little("the") && !is_little("bin"));
        assert!(is_ordinary("garages") && is_ordinary("horse") && !is_ordinary("colected"));
        for family in IRREGULAR {
            let stems: Vec<String> = family.split(' ').map(stem).collect();
            assert!(stems.iter().all(|other| *other == stems[0]), "{family}");
        }
    }
}
