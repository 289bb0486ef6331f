//! Sites as data: those delivered, and what is wrong with others.

use super::*;
use kit::clock::HOUR;

const TOWN_HALL: &str = include_str!("../../../definitions/sites/town-hall.toml");
/// Tuesday 22 September 2026, 10:00 in London.
const TUESDAY: Micros = 1_790_067_600_000_000;

fn read(text: &str) -> Result<Site> {
    Site::read(text, "town-hall.toml", |_| true)
}

#[test]
fn a_partner_is_there_on_its_days_alone() {
    let site = read(TOWN_HALL).unwrap();
    let asks = |at: Micros| site.today(at).any(|one| one.id == "housing-charity");
    assert!(asks(TUESDAY));
    assert!(!asks(TUESDAY + 24 * HOUR), "Wednesday");
    assert!(site.today(TUESDAY + 24 * HOUR).any(|one| one.id == "housing"));
}

#[test]
fn a_site_is_open_at_its_hours() {
    let site = read(TOWN_HALL).unwrap();
    for (after, open) in
        [(0, true), (-2 * HOUR, false), (8 * HOUR, false), (57 * HOUR - HOUR, true), (4 * 24 * HOUR, false)]
    {
        assert_eq!(site.is_open(TUESDAY + after), open, "{after}");
    }
}

#[test]
fn a_day_begins_at_midnight_in_london_also_when_the_clocks_change() {
    // 25 October 2026: the clocks go back at 02:00 BST.
    let midnight = 1_792_882_800_000_000;
    assert_eq!(day_of(midnight - 1) + 1, day_of(midnight));
    assert_eq!(day_of(midnight), day_of(midnight + 25 * HOUR - 1));
    assert_eq!(day_of(midnight) + 1, day_of(midnight + 25 * HOUR));
}

#[test]
fn what_is_wrong_with_a_site_is_said() {
    for (from, to, said) in [
        ("places = 4", "places = 0", "places"),
        ("letter = \"H\"", "letter = \"h\"", "letter `h`"),
        ("business = [\"housing\", \"anything\"]", "business = [\"houses\"]", "`houses`"),
        ("days = [\"tue\", \"thu\"]", "days = [\"tuesday\"]", "`tuesday`"),
        ("mon = \"09:00-17:00\"", "mon = \"17:00-09:00\"", "no hours"),
        ("id = \"parking\"", "id = \"housing\"", "twice"),
        ("seen_within = 20", "seen_within = 0", "seen_within"),
        ("partner = \"safe-roof\"", "partner = \"nobody\"", "nobody"),
        (", ar = \"مبنى البلدية\"", "", "no name in ar"),
        ("takes = 18", "takes = 0", "half a minute"),
        ("longest = 45", "longest = 481", "longest"),
        ("id = \"Room 1\"", "id = \"Nook\"", "`Nook`"),
        ("quiet = [\"wed 14:00-16:00\"]", "quiet = [\"wed\"]", "`wed` is no quiet time"),
        ("id = \"quiet-room\"", "id = \"housing\"", "twice"),
    ] {
        assert!(TOWN_HALL.contains(from), "{from}");
        let error = read(&TOWN_HALL.replacen(from, to, 1)).map(drop).unwrap_err().to_string();
        assert!(error.contains(said) && error.contains("town-hall.toml"), "{said}: {error}");
    }
    let unknown = Site::read(TOWN_HALL, "town-hall.toml", |service| service != "housing-repair").map(drop);
    assert!(unknown.unwrap_err().to_string().contains("`housing-repair`"));
}
