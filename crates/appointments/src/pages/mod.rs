//! The pages of whoever books.

pub mod booked;
pub mod calendar;
pub mod details;
pub mod list;
pub mod moving;
pub mod times;

use crate::book::{Choice, date_of, offered};
use crate::diary::{Diaries, named};
use crate::model::{Booking, Way};
use capacity::Slot;
use kit::clock::Micros;
use kit::db::Conn;
use kit::page::Frame;
use kit::ui::SummaryList;
use kit::{App, Lang, Result};

/// The address of an appointment's own page.
pub fn path(token: &str) -> String {
    format!("/appointments/booked/{token}")
}

/// The times of one day: each as it is read, and where it leads.
pub(crate) struct Times {
    date: String,
    times: Vec<(String, String)>,
}

/// A week of times.
#[derive(Default)]
pub(crate) struct Week {
    days: Vec<Times>,
    /// Where the weeks beside it are.
    earlier: Option<String>,
    later: Option<String>,
}

/// The times of a week, by its number from today; without a number the first that has any. `lead` says where one leads, `other` where
/// another week is.
pub(crate) async fn week(
    conn: &mut Conn,
    app: &App,
    (choice, moved): (&Choice, Option<&Booking>),
    (asked, lang): (Option<i64>, Lang),
    (lead, other): (impl Fn(Micros) -> String, impl Fn(i64) -> String),
) -> Result<Week> {
    let weeks = app.part::<Diaries>()?.of(&choice.site)?.weeks;
    let mut number = asked.unwrap_or(0).clamp(0, weeks - 1);
    let mut slots = of_week(conn, app, (choice, moved), number).await?;
    while slots.is_empty() && asked.is_none() && number < weeks - 1 {
        number += 1;
        slots = of_week(conn, app, (choice, moved), number).await?;
    }
    let mut days: Vec<Times> = Vec::new();
    for slot in slots {
        let (date, time) = (lang.date(slot.span.from), (lang.time(slot.span.from), lead(slot.span.from)));
        match days.last_mut() {
            Some(day) if day.date == date => day.times.push(time),
            _ => days.push(Times { date, times: vec![time] }),
        }
    }
    Ok(Week {
        days,
        earlier: (number > 0).then(|| other(number - 1)),
        later: (number < weeks - 1).then(|| other(number + 1)),
    })
}

async fn of_week(
    conn: &mut Conn,
    app: &App,
    (choice, moved): (&Choice, Option<&Booking>),
    number: i64,
) -> Result<Vec<Slot>> {
    let mut from = date_of(app.now());
    for _ in 0..number * 7 {
        from = from.tomorrow().map_err(kit::Error::internal)?;
    }
    offered(conn, app, choice, (from, 7), moved).await
}

/// Those nearest to a time that somebody else was given, in order.
pub async fn nearest(
    conn: &mut Conn,
    app: &App,
    (choice, moved): (&Choice, Option<&Booking>),
    at: Micros,
) -> Result<Vec<Micros>> {
    let mut from = date_of(at).max(date_of(app.now()));
    for _ in 0..3 {
        from = from.yesterday().map_err(kit::Error::internal)?;
    }
    let mut slots = offered(conn, app, choice, (from, 14), moved).await?;
    slots.sort_by_key(|slot| (slot.span.from - at).abs());
    slots.truncate(6);
    let mut times: Vec<Micros> = slots.iter().map(|slot| slot.span.from).collect();
    times.sort_unstable();
    Ok(times)
}

/// "Monday 23 November 2026, 09:00".
pub(crate) fn when(lang: Lang, at: Micros) -> String {
    let comma = if lang.dir == "rtl" { "،" } else { "," };
    format!("{}{comma} {}", lang.date(at), lang.time(at))
}

/// What, when, where and with what, as a list.
pub(crate) fn summary<'a>(
    app: &App,
    frame: &Frame,
    choice: &Choice,
    at: Micros,
    phone: &str,
) -> Result<SummaryList<'a>> {
    let (diaries, lang) = (app.part::<Diaries>()?, frame.lang);
    let (kind, diary) = (diaries.kind(&choice.kind)?, diaries.of(&choice.site)?);
    let said = |key: &str| frame.t(key).to_owned();
    let length = frame.with("appointments-minutes", "count", kind.minutes);
    let list = SummaryList::new()
        .plain(said("appointments-what"), named(&kind.name, lang).to_owned())
        .plain(said("appointments-when"), format!("{} ({length})", when(lang, at)));
    let list = match choice.way {
        Way::InPerson => {
            list.plain(said("appointments-where"), format!("{}, {}", diary.called(lang), diary.place.address))
        }
        Way::Phone if phone.is_empty() => list.plain(said("appointments-how"), said("appointments-way-phone")),
        Way::Phone => list
            .plain(said("appointments-how"), frame.with("appointments-we-ring", "phone", phone.replace(' ', "\u{a0}"))),
    };
    let needs: Vec<&str> = choice.needs.iter().filter_map(|need| diaries.need(need, lang)).collect();
    let list = if needs.is_empty() { list } else { list.plain(said("appointments-needs"), needs.join(", ")) };
    let list = match diaries.tongue(&choice.speaks) {
        None => list,
        Some(tongue) if choice.takes_interpreter(diary) => {
            list.plain(said("appointments-language"), frame.with("appointments-interpreter", "language", tongue))
        }
        Some(tongue) => list.plain(said("appointments-language"), tongue.to_owned()),
    };
    Ok(list.plain(said("appointments-bring"), named(&kind.bring, lang).to_owned()))
}
