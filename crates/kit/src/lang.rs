//! Languages, and how each writes dates, times, numbers and money: the one place for it.

use crate::clock::Micros;
use jiff::{Timestamp, Zoned, tz::TimeZone};

/// A language a resident can choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lang {
    /// BCP 47 tag.
    pub tag: &'static str,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The language's own name for itself.
    pub name: &'static str,
    months: &'static [&'static str; 12],
    days: &'static [&'static str; 7],
    at: &'static str,
}

impl Lang {
    /// English.
    pub const EN: Lang =
        Lang { tag: "en", dir: "ltr", name: "English", months: &MONTHS_EN, days: &DAYS_EN, at: " at " };
    /// Welsh.
    pub const CY: Lang =
        Lang { tag: "cy", dir: "ltr", name: "Cymraeg", months: &MONTHS_CY, days: &DAYS_CY, at: " am " };
    /// Arabic.
    pub const AR: Lang =
        Lang {
            tag: "ar", dir: "rtl", name: "العربية", months: &MONTHS_AR, days: &DAYS_AR, at: " الساعة "
        };
    /// Bengali.
    pub const BN: Lang =
        Lang { tag: "bn", dir: "ltr", name: "বাংলা", months: &MONTHS_BN, days: &DAYS_BN, at: ", " };
    /// Somali.
    pub const SO: Lang = Lang { tag: "so", dir: "ltr", name: "Soomaali", months: &MONTHS_SO, days: &DAYS_SO, at: ", " };
    /// Turkish.
    pub const TR: Lang = Lang { tag: "tr", dir: "ltr", name: "Türkçe", months: &MONTHS_TR, days: &DAYS_TR, at: ", " };
    /// Polish.
    pub const PL: Lang = Lang { tag: "pl", dir: "ltr", name: "Polski", months: &MONTHS_PL, days: &DAYS_PL, at: ", " };
    /// The languages delivered, in the order they are offered.
    pub const ALL: [Lang; 3] = [Lang::EN, Lang::CY, Lang::AR];
    /// Languages that kiosks and boards speak and pages are not written in; what has no words in them is said in English.
    pub const MORE: [Lang; 4] = [Lang::BN, Lang::SO, Lang::TR, Lang::PL];

    /// The delivered language of this tag ("cy", "cy-GB").
    pub fn of(tag: &str) -> Option<Lang> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Lang::ALL.into_iter().find(|lang| lang.tag.eq_ignore_ascii_case(primary))
    }

    /// The language of this very tag that a kiosk or a board can speak.
    pub fn spoken(tag: &str) -> Option<Lang> {
        Lang::ALL.into_iter().chain(Lang::MORE).find(|lang| lang.tag == tag)
    }

    /// The first delivered language of an `Accept-Language` header; English otherwise.
    pub fn accepted(header: &str) -> Lang {
        header
            .split(',')
            .find_map(|part| Lang::of(part.split(';').next().unwrap_or_default().trim()))
            .unwrap_or(Lang::EN)
    }

    /// "Monday 23 November 2026", in the council's zone.
    pub fn date(self, at: Micros) -> String {
        let at = local(at);
        let day = self.days[at.weekday().to_monday_zero_offset() as usize];
        format!("{day} {} {} {}", at.day(), self.months[at.month() as usize - 1], at.year())
    }

    /// "23 November 2026".
    pub fn short_date(self, at: Micros) -> String {
        let at = local(at);
        format!("{} {} {}", at.day(), self.months[at.month() as usize - 1], at.year())
    }

    /// "23 November 2026 at 14:05".
    pub fn date_time(self, at: Micros) -> String {
        format!("{}{}{}", self.short_date(at), self.at, self.time(at))
    }

    /// "14:05".
    pub fn time(self, at: Micros) -> String {
        let at = local(at);
        format!("{:02}:{:02}", at.hour(), at.minute())
    }

    /// "4 March 1980", for a calendar day.
    pub fn civil(self, day: jiff::civil::Date) -> String {
        format!("{} {} {}", day.day(), self.months[day.month() as usize - 1], day.year())
    }

    /// "November 2026", for a month as figures are kept by it, `2026-11`; another text as it is.
    pub fn month(self, text: &str) -> String {
        let parts = text.split_once('-').and_then(|(year, month)| Some((year, month.parse::<usize>().ok()?)));
        match parts.and_then(|(year, month)| Some((year, self.months.get(month.checked_sub(1)?)?))) {
            Some((year, month)) => format!("{month} {year}"),
            None => text.to_owned(),
        }
    }

    /// "12,345".
    pub fn number(self, n: i64) -> String {
        let digits = n.unsigned_abs().to_string();
        let mut out = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push(',');
            }
            out.push(digit);
        }
        if n < 0 { format!("-{out}") } else { out }
    }

    /// "£1,234.50" from pence.
    pub fn money(self, pence: i64) -> String {
        let sign = if pence < 0 { "-" } else { "" };
        format!("{sign}£{}.{:02}", self.number(pence.abs() / 100), pence.abs() % 100)
    }

    /// "340 KB" or "1.2 MB", for the size of a file; nothing is smaller than one KB.
    pub fn size(self, bytes: i64) -> String {
        let [kilo, mega] = if self == Lang::AR { ["كيلوبايت", "ميغابايت"] } else { ["KB", "MB"] };
        let tenths = (bytes * 10 + 500_000) / 1_000_000;
        match bytes {
            ..995_000 => format!("{} {kilo}", ((bytes + 500) / 1_000).max(1)),
            _ if tenths % 10 == 0 => format!("{} {mega}", tenths / 10),
            _ => format!("{}.{} {mega}", tenths / 10, tenths % 10),
        }
    }
}

/// The moment in the council's zone.
pub fn local(at: Micros) -> Zoned {
    let zone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    Timestamp::from_microsecond(at).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone)
}

/// The moment so many calendar months later: 31 January and a month is the last of February.
pub fn months_later(at: Micros, months: u32) -> crate::Result<Micros> {
    let later = local(at).checked_add(jiff::Span::new().months(months)).map_err(crate::Error::internal)?;
    Ok(later.timestamp().as_microsecond())
}

/// The moment so many calendar months before: 31 March less a month is the last of February.
pub fn months_before(at: Micros, months: u32) -> crate::Result<Micros> {
    let before = local(at).checked_sub(jiff::Span::new().months(months)).map_err(crate::Error::internal)?;
    Ok(before.timestamp().as_microsecond())
}

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS_CY: [&str; 12] = [
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mai",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Medi",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
];
const DAYS_CY: [&str; 7] =
    ["dydd Llun", "dydd Mawrth", "dydd Mercher", "dydd Iau", "dydd Gwener", "dydd Sadwrn", "dydd Sul"];
const MONTHS_AR: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
const DAYS_AR: [&str; 7] = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"];
const MONTHS_BN: [&str; 12] =
    ["জানুয়ারি", "ফেব্রুয়ারি", "মার্চ", "এপ্রিল", "মে", "জুন", "জুলাই", "আগস্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর"];
const DAYS_BN: [&str; 7] = ["সোমবার", "মঙ্গলবার", "বুধবার", "বৃহস্পতিবার", "শুক্রবার", "শনিবার", "রবিবার"];
const MONTHS_SO: [&str; 12] = [
    "Janaayo",
    "Febraayo",
    "Maarso",
    "Abriil",
    "Maajo",
    "Juun",
    "Luulyo",
    "Ogosto",
    "Sebtembar",
    "Oktoobar",
    "Nofembar",
    "Desembar",
];
const DAYS_SO: [&str; 7] = ["Isniin", "Talaado", "Arbaco", "Khamiis", "Jimce", "Sabti", "Axad"];
const MONTHS_TR: [&str; 12] =
    ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"];
const DAYS_TR: [&str; 7] = ["Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar"];
const MONTHS_PL: [&str; 12] = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];
const DAYS_PL: [&str; 7] = ["poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_follow_the_language_and_the_clocks() {
        let summer = 1_782_907_200_000_000; // 2026-07-01 12:00 UTC
        assert_eq!(Lang::EN.date(summer), "Wednesday 1 July 2026");
        assert_eq!(Lang::EN.time(summer), "13:00");
        assert_eq!(Lang::CY.date(summer), "dydd Mercher 1 Gorffennaf 2026");
        assert_eq!(Lang::AR.date_time(summer), "1 يوليو 2026 الساعة 13:00");
        assert_eq!(
            (Lang::EN.month("2026-11"), Lang::CY.month("2027-01")),
            ("November 2026".into(), "Ionawr 2027".into())
        );
        assert_eq!((Lang::EN.month("2026-13"), Lang::EN.month("2026-00")), ("2026-13".into(), "2026-00".into()));
    }

    #[test]
    fn money_and_numbers_are_grouped() {
        assert_eq!(Lang::EN.money(123_456), "£1,234.56");
        assert_eq!(Lang::EN.money(-5), "-£0.05");
        assert_eq!(Lang::EN.number(1_000_000), "1,000,000");
    }

    #[test]
    fn sizes_of_files_are_short() {
        for (bytes, size) in [
            (1, "1 KB"),
            (340_200, "340 KB"),
            (994_999, "995 KB"),
            (995_000, "1 MB"),
            (1_249_999, "1.2 MB"),
            (20 << 20, "21 MB"),
        ] {
            assert_eq!(Lang::EN.size(bytes), size, "{bytes}");
        }
        assert_eq!(Lang::AR.size(1_200_000), "1.2 ميغابايت");
    }

    #[test]
    fn what_kiosks_speak_besides_is_no_language_of_pages() {
        for lang in Lang::MORE {
            assert_eq!((Lang::spoken(lang.tag), Lang::of(lang.tag)), (Some(lang), None), "{}", lang.tag);
        }
        assert_eq!((Lang::spoken("ar"), Lang::spoken("cy-GB"), Lang::spoken("fr")), (Some(Lang::AR), None, None));
    }

    #[test]
    fn the_browser_s_languages_are_honoured_in_order() {
        assert_eq!(Lang::accepted("fr, cy-GB;q=0.8, en;q=0.5"), Lang::CY);
        assert_eq!(Lang::accepted("fr"), Lang::EN);
    }

    #[test]
    fn months_before_is_the_same_day_or_the_last_of_a_shorter_month() {
        let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap().as_microsecond();
        for (from, months, to) in
            // Eleven stays eleven where the clocks have changed.
            [
                ("2026-03-31T10:00:00Z", 1, "2026-02-28T11:00:00Z"),
                ("2028-11-21T12:00:00Z", 24, "2026-11-21T12:00:00Z"),
            ]
        {
            assert_eq!(months_before(at(from), months).unwrap(), at(to), "{months} months before {from}");
        }
    }

    #[test]
    fn months_later_is_the_same_day_or_the_last_of_a_shorter_month() {
        let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap().as_microsecond();
        for (from, months, to) in [
            ("2026-01-31T10:00:00Z", 1, "2026-02-28T10:00:00Z"),
            ("2024-02-29T10:00:00Z", 12, "2025-02-28T10:00:00Z"),
            // Noon stays noon where the clocks have changed.
            ("2026-03-01T12:00:00Z", 2, "2026-05-01T11:00:00Z"),
            ("2026-11-21T12:00:00Z", 72, "2032-11-21T12:00:00Z"),
        ] {
            assert_eq!(months_later(at(from), months).unwrap(), at(to), "{from} and {months} months");
        }
    }
}
