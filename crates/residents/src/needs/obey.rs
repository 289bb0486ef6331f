//! What an adjustment means for each way of reaching somebody: the one place that says so. Pure.

use super::{Ask, Passport};
use crate::model::{Address, Contact};

/// Where a message of ours goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// To an email address or a mobile.
    Address(Address),
    /// By letter: the lines of the address.
    Letter {
        /// A line each, the name first.
        to: String,
        /// In large print.
        large: bool,
    },
}

/// What can be carried, and where somebody lives.
#[derive(Debug, Clone, Default)]
pub struct Means {
    /// Somebody carries text messages.
    pub texts: bool,
    /// Somebody carries letters.
    pub letters: bool,
    /// The lines of their home; nothing where it is not known, or where it is a safe address.
    pub home: Option<Vec<String>>,
}

/// The one way by which this person may be told something; nothing where somebody has to ring or write.
pub fn way(passport: &Passport, contact: &Contact, means: &Means) -> Option<Way> {
    let Some(chosen) = passport.value(Ask::Channel) else { return contact.address().map(Way::Address) };
    match chosen {
        "email" => Contact { phone: None, ..contact.clone() }.address().map(Way::Address),
        "text" if means.texts => Contact { email: None, ..contact.clone() }.address().map(Way::Address),
        "letter" if means.letters => letter_to(passport, &contact.name, means),
        _ => None,
    }
}

/// Where a letter goes: to the address they chose for it, else home.
fn letter_to(passport: &Passport, name: &str, means: &Means) -> Option<Way> {
    let mut lines: Vec<String> = vec![name.to_owned()];
    match passport.value(Ask::WriteTo) {
        Some(chosen) => lines.extend(chosen.lines().map(str::to_owned)),
        None => lines.extend(means.home.clone()?),
    }
    lines.retain(|line| !line.trim().is_empty());
    Some(Way::Letter { to: lines.join("\n"), large: passport.asks(Ask::LargePrint) })
}

/// What a member of staff did, by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Rang, and spoke or left word.
    Rang,
    /// Rang, and nobody answered.
    RangInVain,
    /// Wrote.
    Wrote,
    /// Met them.
    Met,
}

/// What an act owes somebody who asked for adjustments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owed {
    /// It was not to be done at all, or not at this hour.
    NotAtAll(Ask),
    /// It was to be done in this way.
    Done(Ask),
}

impl Owed {
    /// The adjustment.
    pub fn ask(self) -> Ask {
        match self {
            Owed::NotAtAll(ask) | Owed::Done(ask) => ask,
        }
    }
}

/// What this act at this hour of the day owes them.
pub fn owed(passport: &Passport, act: Act, hour: i8) -> Vec<Owed> {
    let one = |ask: Ask| match (ask, act) {
        (Ask::NoCalls, Act::Rang | Act::RangInVain) => Some(Owed::NotAtAll(ask)),
        (Ask::CallsAfter, Act::Rang | Act::RangInVain) => {
            (passport.calls_after()? > hour).then_some(Owed::NotAtAll(ask))
        }
        (Ask::LargePrint | Ask::WriteTo, Act::Wrote) => Some(Owed::Done(ask)),
        (Ask::Interpreter | Ask::SignLanguage, Act::Rang | Act::Met) => Some(Owed::Done(ask)),
        (Ask::CopyTo, Act::Wrote) => Some(Owed::Done(ask)),
        _ => None,
    };
    passport.adjustments().into_iter().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Answer;
    use super::*;
    use crate::model::By;
    use kit::{Id, Lang};

    fn with(asks: &[(Ask, &str)]) -> Passport {
        let answer = |(ask, value): &(Ask, &str)| Answer {
            barrier: false,
            code: ask.code().to_owned(),
            value: (*value).to_owned(),
            by_staff: false,
            giver: Id::NONE,
            at: 0,
        };
        Passport { revision: 1, answers: asks.iter().map(answer).collect(), ..Passport::default() }
    }

    fn contact(email: Option<&str>, phone: Option<&str>) -> Contact {
        let own = |text: Option<&str>| text.map(str::to_owned);
        Contact { by: By::Account, name: "Ada Testwell".into(), email: own(email), phone: own(phone), lang: Lang::EN }
    }

    /// Every way of reaching somebody against every adjustment: what is left of it.
    #[test]
    fn a_message_leaves_in_the_one_way_that_was_asked_for_or_not_at_all() {
        let home = vec!["12 Mill Road".to_owned(), "Eastmere".to_owned(), "CB1 1AA".to_owned()];
        let all = Means { texts: true, letters: true, home: Some(home) };
        let none = Means { home: all.home.clone(), ..Means::default() };
        let homeless = Means { home: None, ..all.clone() };
        let (mail, mobile, landline) = (Some("ada@a.example"), Some("07700 900123"), Some("01632 960123"));
        let letter = "Ada Testwell|12 Mill Road|Eastmere|CB1 1AA";
        let safe = "Ada Testwell|The Refuge|PO Box 9|CB1 1AB";
        let chosen = (Ask::WriteTo, "The Refuge\nPO Box 9\nCB1 1AB");
        type Row<'a> = (&'a [(Ask, &'a str)], Option<&'a str>, Option<&'a str>, &'a Means, &'a str);
        let table: &[Row<'_>] = &[
            (&[], mail, mobile, &all, "ada@a.example"),
            (&[], None, landline, &all, ""),
            (&[(Ask::Channel, "email")], mail, mobile, &all, "ada@a.example"),
            (&[(Ask::Channel, "email")], None, mobile, &all, ""),
            (&[(Ask::Channel, "text")], mail, mobile, &all, "+447700900123"),
            (&[(Ask::Channel, "text")], mail, landline, &all, ""),
            (&[(Ask::Channel, "text")], mail, mobile, &none, ""),
            (&[(Ask::Channel, "letter")], mail, mobile, &all, letter),
            (&[(Ask::Channel, "letter")], mail, mobile, &none, ""),
            (&[(Ask::Channel, "letter")], mail, mobile, &homeless, ""),
            (&[(Ask::Channel, "letter"), chosen], mail, mobile, &all, safe),
            (&[(Ask::Channel, "letter"), chosen], mail, mobile, &homeless, safe),
            (&[(Ask::Channel, "phone")], mail, mobile, &all, ""),
            (&[(Ask::NoCalls, "")], mail, mobile, &all, "ada@a.example"),
            (&[(Ask::CallsAfter, "14")], None, mobile, &all, "+447700900123"),
            (&[(Ask::LargePrint, "")], mail, None, &all, "ada@a.example"),
            (&[(Ask::Interpreter, "pl"), (Ask::SignLanguage, "")], mail, None, &all, "ada@a.example"),
            (&[chosen, (Ask::CopyTo, "Bo\nbo@b.example")], mail, None, &all, "ada@a.example"),
        ];
        for (asks, email, phone, means, wanted) in table {
            let said = match way(&with(asks), &contact(*email, *phone), means) {
                Some(Way::Address(address)) => address.key(),
                Some(Way::Letter { to, large }) => {
                    assert!(!large, "nobody asked for large print");
                    to.replace('\n', "|")
                }
                None => String::new(),
            };
            assert_eq!(said, *wanted, "{asks:?} {email:?} {phone:?}");
        }
        let large = with(&[(Ask::Channel, "letter"), (Ask::LargePrint, "")]);
        assert!(matches!(way(&large, &contact(mail, None), &all), Some(Way::Letter { large: true, .. })));
    }

    /// Every adjustment against everything staff do by hand, before and after the hour.
    #[test]
    fn what_staff_do_by_hand_owes_what_the_table_says() {
        use Owed::{Done, NotAtAll};
        let (morning, afternoon) = (10, 14);
        for (ask, value, act, hour, wanted) in [
            (Ask::NoCalls, "", Act::Rang, afternoon, Some(NotAtAll(Ask::NoCalls))),
            (Ask::NoCalls, "", Act::RangInVain, morning, Some(NotAtAll(Ask::NoCalls))),
            (Ask::NoCalls, "", Act::Wrote, morning, None),
            (Ask::NoCalls, "", Act::Met, morning, None),
            (Ask::CallsAfter, "14", Act::Rang, morning, Some(NotAtAll(Ask::CallsAfter))),
            (Ask::CallsAfter, "14", Act::RangInVain, morning, Some(NotAtAll(Ask::CallsAfter))),
            (Ask::CallsAfter, "14", Act::Rang, afternoon, None),
            (Ask::CallsAfter, "14", Act::Wrote, morning, None),
            (Ask::CallsAfter, "14", Act::Met, morning, None),
            (Ask::LargePrint, "", Act::Wrote, morning, Some(Done(Ask::LargePrint))),
            (Ask::LargePrint, "", Act::Rang, morning, None),
            (Ask::LargePrint, "", Act::RangInVain, morning, None),
            (Ask::LargePrint, "", Act::Met, morning, None),
            (Ask::WriteTo, "PO Box 9\nCB1 1AB", Act::Wrote, morning, Some(Done(Ask::WriteTo))),
            (Ask::WriteTo, "PO Box 9\nCB1 1AB", Act::Rang, morning, None),
            (Ask::WriteTo, "PO Box 9\nCB1 1AB", Act::Met, morning, None),
            (Ask::Interpreter, "pl", Act::Rang, morning, Some(Done(Ask::Interpreter))),
            (Ask::Interpreter, "pl", Act::RangInVain, morning, None),
            (Ask::Interpreter, "pl", Act::Met, morning, Some(Done(Ask::Interpreter))),
            (Ask::Interpreter, "pl", Act::Wrote, morning, None),
            (Ask::SignLanguage, "", Act::Rang, morning, Some(Done(Ask::SignLanguage))),
            (Ask::SignLanguage, "", Act::RangInVain, morning, None),
            (Ask::SignLanguage, "", Act::Met, morning, Some(Done(Ask::SignLanguage))),
            (Ask::SignLanguage, "", Act::Wrote, morning, None),
            (Ask::CopyTo, "Bo\nbo@b.example", Act::Wrote, morning, Some(Done(Ask::CopyTo))),
            (Ask::CopyTo, "Bo\nbo@b.example", Act::Rang, morning, None),
            (Ask::CopyTo, "Bo\nbo@b.example", Act::Met, morning, None),
            (Ask::Channel, "email", Act::Rang, morning, None),
            (Ask::Channel, "phone", Act::Wrote, morning, None),
            (Ask::Channel, "letter", Act::Met, morning, None),
        ] {
            let said = owed(&with(&[(ask, value)]), act, hour);
            assert_eq!(said, wanted.into_iter().collect::<Vec<_>>(), "{ask:?} {act:?} at {hour}");
        }
    }
}
