use super::*;

/// Wednesday 25 November 2026, 14:00 in London.
const NOW: Micros = 1_795_615_200_000_000;

fn out(id: u8, from: Micros, until: Micros, ended: Ended) -> Outage {
    Outage {
        id: Id([id; 16]),
        revision: 1,
        staff: Id([7; 16]),
        kind: Kind::System,
        page: String::new(),
        words: String::new(),
        from,
        until,
        ended,
        done: String::new(),
        done_by: Id::NONE,
        done_at: 0,
    }
}

#[test]
fn a_time_is_read_as_people_type_it_and_nothing_else_is() {
    let at = |hour: i64, minute: i64| Some(NOW - 14 * HOUR + hour * HOUR + minute * MINUTE);
    let table = [("9:05", at(9, 5)), ("09.05", at(9, 5)), (" 0905 ", at(9, 5)), ("23:59", at(23, 59))];
    for (typed, wanted) in table {
        assert_eq!(time_of_day(typed, NOW), wanted, "{typed}");
    }
    for typed in ["", "9", "905", "24:00", "12:60", "-1:00", "1:5", "12:3x", "1 2:30", "12:30:00", "nine", "٩"] {
        assert_eq!(time_of_day(typed, NOW), None, "{typed}");
    }
}

#[test]
fn only_a_time_of_the_past_that_is_counted_nowhere_else_is_taken() {
    let others =
        [out(1, NOW - 4 * HOUR, NOW - 3 * HOUR, Ended::Told), out(2, NOW - 2 * HOUR, NOW - HOUR, Ended::Untold)];
    let table = [
        (NOW - 3 * HOUR, NOW - 2 * HOUR, None),
        (NOW - HOUR, NOW, None),
        (NOW + 1, NOW + 2, Some(("from", "workforce-outages-to-come"))),
        (NOW - HOUR, NOW + 1, Some(("until", "workforce-outages-to-come"))),
        (NOW - HOUR, NOW - HOUR, Some(("until", "workforce-outages-before"))),
        (NOW - 4 * HOUR - 1, NOW - 4 * HOUR + 1, Some(("from", "workforce-outages-twice"))),
        (NOW - 2 * HOUR - 1, NOW - HOUR, Some(("from", "workforce-outages-twice"))),
    ];
    for (from, until, wanted) in table {
        assert_eq!(wrong(from, until, NOW, &others), wanted);
    }
}

#[test]
fn minutes_are_known_where_both_ends_were_told_and_never_guessed() {
    let mut one = out(1, NOW - 30 * MINUTE, 0, Ended::Not);
    assert_eq!(one.lost(), None, "it lasts");
    assert!(one.end(Ended::Untold, NOW));
    assert_eq!(one.lost(), None, "nobody said when it ended");
    assert!(!one.end(Ended::Told, NOW), "it has ended");
    assert!(one.can_be_told(NOW) && !one.can_be_told(NOW + 12 * HOUR));
    assert_eq!(out(1, NOW - 30 * MINUTE, NOW, Ended::Afterwards).lost(), Some(30 * MINUTE));
}

#[test]
fn whoever_is_in_two_teams_counts_in_both_and_once_in_all() {
    let told = out(1, NOW - 90 * MINUTE, NOW - 30 * MINUTE, Ended::Told);
    let untold = Outage { kind: Kind::Access, ..out(2, NOW - 8 * 24 * HOUR, NOW, Ended::Untold) };
    let open = out(3, NOW, 0, Ended::Not);
    let rows = vec![(told.clone(), "a".to_owned()), (told, "b".into()), (untold, "b".into()), (open, "b".into())];
    let figures = figures(rows);
    assert_eq!((figures.all.reports, figures.all.minutes(), figures.all.open, figures.all.untold), (3, 60, 1, 1));
    assert_eq!(figures.teams["a"].minutes() + figures.teams["b"].minutes(), 120);
    assert_eq!((figures.kinds[&Kind::System].reports, figures.kinds[&Kind::Access].minutes()), (2, 0));
    assert_eq!(figures.weeks.len(), 2);
    assert_eq!(figures.open.len(), 1);
}

#[test]
fn a_week_begins_on_monday_also_when_the_clocks_change() {
    let monday = NOW - 14 * HOUR - 2 * 24 * HOUR;
    for at in [monday, NOW, monday + 7 * 24 * HOUR - 1] {
        assert_eq!(week_of(at), monday);
    }
    // Sunday 25 October 2026 has 25 hours.
    let sunday = 1_792_926_000_000_000;
    assert_eq!(local(week_of(sunday)).to_string().get(..16), Some("2026-10-19T00:00"));
}

#[test]
fn of_the_page_only_its_place_is_kept() {
    let table = [
        ("/desk/cases/FE8WX73ZD", "/desk/cases"),
        ("/desk/find?q=Ada", "/desk/find"),
        ("/desk", "/desk"),
        ("/manage/services", "/manage/services"),
        ("/desk/FE8WX73ZD", "/desk"),
        ("", ""),
    ];
    for (page, wanted) in table {
        assert_eq!(part_of(page), wanted, "{page}");
    }
}
