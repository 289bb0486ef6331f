//! What two records of people are compared by, and the keys by which a database finds who may be the same.

use crate::find::fold;
use crate::store::keys::Person;
use crate::store::postcode_key;
use kit::address::Phone;
use linkage::{Record, sound};

/// Words before a name that are no part of it.
const TITLES: [&str; 11] = ["mr", "mrs", "ms", "miss", "mx", "dr", "rev", "sir", "dame", "lady", "prof"];
/// Mailboxes many people have.
const SHARED: [&str; 8] = ["admin", "contact", "email", "enquiries", "family", "hello", "house", "office"];
/// Shorter mailboxes say nothing.
const SHORTEST: usize = 5;

/// A person's details, each in its place. Of whoever has a safe address, or is confidential, neither home nor ways to reach them are compared: how
/// well they agree would tell of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Details {
    /// First name.
    pub given: String,
    /// Family name.
    pub surname: String,
    /// Date of birth, `YYYY-MM-DD`; empty where it is not known.
    pub born: String,
    /// House number or name.
    pub house: String,
    /// The street.
    pub street: String,
    /// The town.
    pub town: String,
    /// The postcode.
    pub postcode: String,
    /// Email address, small letters.
    pub email: String,
    /// Telephone number, digits as people read them out.
    pub phone: String,
}

impl Details {
    /// Those of this person.
    pub fn of(person: &Person) -> Details {
        let (given, surname) = names(&person.name);
        let born = person.born.clone().unwrap_or_default();
        let known = Details { given, surname, born, ..Details::default() };
        if person.is_kept() {
            return known;
        }
        let phone = person.phone.as_deref().and_then(|phone| Phone::read(phone).ok());
        let known = Details {
            email: person.email.as_deref().unwrap_or_default().to_lowercase(),
            phone: phone.map(|phone| fold::phone(phone.key())).unwrap_or_default(),
            ..known
        };
        match &person.home {
            None => known,
            Some(home) => Details {
                house: home.line1.clone(),
                street: home.street.clone(),
                town: home.town.clone(),
                postcode: home.postcode.clone(),
                ..known
            },
        }
    }

    /// As the engine compares them.
    pub fn record(&self) -> Record<'_> {
        Record {
            given_name: &self.given,
            surname: &self.surname,
            date_of_birth: &self.born,
            street_number: &self.house,
            address_1: &self.street,
            suburb: &self.town,
            postcode: &self.postcode,
            ..Record::default()
        }
    }

    /// The part of the email before the sign, where few others can have it.
    pub fn mailbox(&self) -> Option<&str> {
        let local = self.email.split_once('@')?.0;
        (local.len() >= SHORTEST && !SHARED.contains(&local)).then_some(local)
    }

    /// The keys under which somebody is kept for this, each with its rule. Two records are compared only where they share one:
    /// 1. both names sound alike, in either order;
    /// 2. the same postcode, and a name that sounds alike;
    /// 3. born in the same year, and a name that sounds alike;
    /// 4. born on the same day of a year, and a name that sounds alike;
    /// 5. a street and a name that sound alike;
    /// 6. the same mailbox.
    pub fn keys(&self) -> Vec<String> {
        let names: Vec<String> = [&self.given, &self.surname].into_iter().filter_map(|name| sound(name)).collect();
        let mut keys = Vec::new();
        if let [one, other] = &names[..] {
            keys.push(format!("k1{}{}", one.min(other), one.max(other)));
        }
        let (postcode, street) = (postcode_key(&self.postcode), sound(&self.street).unwrap_or_default());
        let parts = [("k2", postcode.as_str()), ("k3", self.born.get(..4).unwrap_or_default())];
        let parts = parts.into_iter().chain([("k4", self.born.get(5..).unwrap_or_default()), ("k5", street.as_str())]);
        for (rule, part) in parts.filter(|(_, part)| !part.is_empty()) {
            keys.extend(names.iter().map(|name| format!("{rule}{part}{name}")));
        }
        keys.extend(self.mailbox().map(|mailbox| format!("k6{mailbox}")));
        keys
    }

    /// The same, and those of the one box that finds the person: who shares one may be the same.
    pub fn asks(&self) -> Vec<String> {
        let mut keys = self.keys();
        keys.extend((!self.born.is_empty()).then(|| format!("b{}", self.born)));
        keys.extend((!self.phone.is_empty()).then(|| format!("p{}", self.phone)));
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}

/// First name and family name; what stands between them says little.
fn names(name: &str) -> (String, String) {
    let is_name = |word: &&str| !TITLES.contains(&fold::word(word).as_str());
    if let Some((surname, rest)) = name.split_once(',') {
        let given = rest.split_whitespace().find(is_name).unwrap_or_default();
        return (given.to_owned(), surname.trim().to_owned());
    }
    let words: Vec<&str> = name.split_whitespace().filter(is_name).collect();
    match words[..] {
        [] => (String::new(), String::new()),
        [only] => (String::new(), only.to_owned()),
        [given, .., surname] => (given.to_owned(), surname.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::keys::Home;
    use kit::Id;

    fn person(guarded: bool) -> Person {
        let home = Home {
            line1: "12".into(),
            street: "Mill Road".into(),
            town: "Eastmere".into(),
            postcode: "CB1 1AA".into(),
        };
        Person {
            id: Id([1; 16]),
            name: "Dr Ada Mary Testwell".into(),
            email: Some("Ada.Testwell@post.example".into()),
            phone: Some("+44 7700 900123".into()),
            home: Some(home),
            born: Some("1970-03-14".into()),
            guarded,
            restricted: false,
            deceased: false,
            joined: false,
            plates: Vec::new(),
        }
    }

    #[test]
    fn a_name_is_taken_apart_as_people_write_it() {
        for (written, given, surname) in [
            ("Ada Testwell", "Ada", "Testwell"),
            ("Dr. Ada Mary Testwell", "Ada", "Testwell"),
            ("Testwell, Mrs Ada", "Ada", "Testwell"),
            ("Testwell", "", "Testwell"),
            ("محمد المثال", "محمد", "المثال"),
            ("", "", ""),
        ] {
            assert_eq!(names(written), (given.to_owned(), surname.to_owned()), "{written}");
        }
    }

    #[test]
    fn spellings_share_a_key_and_nobody_has_more_than_can_be_asked() {
        let (one, mut other) = (Details::of(&person(false)), person(false));
        other.name = "Testwel Aida".into();
        let other = Details::of(&other);
        assert_eq!(one.keys()[0], other.keys()[0], "both names sound alike, in either order");
        assert_eq!(one.asks().len(), super::super::ASKED, "everything is known");
    }

    #[test]
    fn a_safe_address_and_its_ways_to_reach_them_are_compared_with_nothing() {
        let guarded = Details::of(&person(true));
        assert_eq!((guarded.given.as_str(), guarded.born.as_str()), ("Ada", "1970-03-14"));
        let rest = [guarded.house, guarded.street, guarded.town, guarded.postcode, guarded.email, guarded.phone];
        assert_eq!(rest.concat(), "");
    }
}
