//! What became of what people asked in a period: resolved at first contact, passed on, asked again. What cannot be known yet, or ever, is
//! counted apart and never guessed.

use crate::matters::AGAIN_DAYS;
use crate::store::days::{self, Day};
use jiff::civil::Date;
use kit::db::Conn;
use kit::{Error, Result};
use std::collections::BTreeMap;

/// What became of matters, by service or by channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Became {
    /// How many there were.
    pub asked: i64,
    /// Those of which it is known by now whether they came again: their fourteen days are over, and a person or a case was named.
    pub judged: i64,
    /// Those of the judged that were resolved at first contact.
    pub resolved: i64,
    /// Those of the judged that came again.
    pub again: i64,
    /// Not yet known: their fourteen days are not over.
    pub young: i64,
    /// Never to be known: nobody and no case was named, or no service.
    pub nobody: i64,
    /// Those that asked after what was open already.
    pub chasers: i64,
    /// Times somebody was passed on: while the contact was open, and as what came of it.
    pub transfers: i64,
    /// Times an open contact was passed on.
    pub passed: i64,
    /// Those of them that were lost.
    pub lost: i64,
}

impl Became {
    fn add(&mut self, day: &Day, is_over: bool) {
        self.asked += day.asked;
        self.nobody += day.asked - day.known;
        self.chasers += day.chasers;
        self.transfers += day.passed + day.sent;
        self.passed += day.passed;
        self.lost += day.lost;
        if is_over {
            self.judged += day.known;
            self.resolved += day.resolved;
            self.again += day.again;
        } else {
            self.young += day.known;
        }
    }
}

/// Every day from this one on on which a contact ended or was passed on.
pub async fn became_since(conn: &mut Conn, day: Date) -> Result<Vec<Day>> {
    days::since(conn, &day.to_string()).await
}

/// What became of matters, by what `of` names, as it is known on this day: those asked most often first.
pub fn became_by<K: Ord>(all: &[Day], today: Date, of: impl Fn(&Day) -> K) -> Result<Vec<(K, Became)>> {
    let over = today.checked_sub(jiff::Span::new().days(AGAIN_DAYS)).map_err(Error::internal)?.to_string();
    let mut sums: BTreeMap<K, Became> = BTreeMap::new();
    for day in all {
        // The fourteenth day after has ended when today is later than it.
        sums.entry(of(day)).or_default().add(day, day.day < over);
    }
    let mut sums: Vec<(K, Became)> = sums.into_iter().collect();
    sums.sort_by_key(|(_, sum)| -sum.asked);
    Ok(sums)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_is_younger_than_fourteen_days_is_not_yet_known_and_never_guessed() {
        let day = |day: &str, channel: &str| Day {
            day: day.into(),
            service: "missed-bin".into(),
            channel: channel.into(),
            asked: 4,
            known: 3,
            resolved: 2,
            again: 1,
            chasers: 1,
            sent: 1,
            passed: 2,
            lost: 1,
        };
        let all = [day("2026-09-01", "phone"), day("2026-09-02", "phone"), day("2026-09-02", "chat")];
        let one = Became { asked: 4, nobody: 1, chasers: 1, transfers: 3, passed: 2, lost: 1, ..Became::default() };
        let both = Became { asked: 8, nobody: 2, chasers: 2, transfers: 6, passed: 4, lost: 2, ..one };
        let channel = |day: &Day| day.channel.clone();
        // The fourteenth day after the first of September is the fifteenth: over on the sixteenth.
        let on = |day: i8| became_by(&all, date(2026, 9, day), channel).unwrap();
        let wanted =
            |judged: i64| Became { judged, resolved: judged / 3 * 2, again: judged / 3, young: 6 - judged, ..both };
        assert_eq!(on(15), [("phone".to_owned(), wanted(0)), ("chat".to_owned(), Became { young: 3, ..one })]);
        assert_eq!(on(16)[0].1, wanted(3));
        assert_eq!(on(17)[0].1, wanted(6));
        let all_of_it = became_by(&all, date(2026, 9, 17), |_| ()).unwrap();
        let sum = all_of_it[0].1;
        assert_eq!(sum.asked, sum.judged + sum.young + sum.nobody, "every matter stands in one place");
    }
}
