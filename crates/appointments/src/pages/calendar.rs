//! `GET /appointments/booked/{booking}/calendar`: the appointment for somebody's own calendar, as RFC 5545 writes it.

use super::path;
use crate::book::of_token;
use crate::diary::{Diaries, named};
use crate::model::{Booking, State as Stands, Way};
use axum::Extension;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kit::clock::Micros;
use kit::extract::Path;
use kit::who::Who;
use kit::{App, Result};

/// Gives it as a file.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(token): Path<String>,
) -> Result<Response> {
    let booking = of_token(&mut *app.db.read().await?, &token).await?;
    let (diaries, lang) = (app.part::<Diaries>()?, who.lang);
    let (kind, diary) = (diaries.kind(&booking.kind)?, diaries.of(&booking.site)?);
    let place = match booking.way {
        Way::InPerson => format!("{}, {}", diary.called(lang), diary.place.address),
        Way::Phone => app.t(lang, "appointments-way-phone").to_owned(),
    };
    let origin = app.council.origin.trim_end_matches('/');
    let event = Event {
        uid: format!("{}@{}", booking.reference, origin.rsplit('/').next().unwrap_or_default()),
        summary: format!("{}: {}", app.council.name, named(&kind.name, lang)),
        place,
        description: named(&kind.bring, lang).to_owned(),
        url: format!("{origin}{}", path(&token)),
    };
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8; method=PUBLISH"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"appointment.ics\""),
    ];
    Ok((headers, event.written(&booking, app.now())).into_response())
}

/// What a calendar shows of it.
struct Event {
    uid: String,
    summary: String,
    place: String,
    description: String,
    url: String,
}

impl Event {
    /// In the lines of RFC 5545. Times are in UTC, so no calendar needs to know our zone; a later file of the same appointment takes the
    /// place of this one.
    fn written(&self, booking: &Booking, now: Micros) -> String {
        let status = if booking.state == Stands::Cancelled { "CANCELLED" } else { "CONFIRMED" };
        let lines = [
            "BEGIN:VCALENDAR".to_owned(),
            "VERSION:2.0".to_owned(),
            "PRODID:-//Guildhall//Appointments//EN".to_owned(),
            "CALSCALE:GREGORIAN".to_owned(),
            "METHOD:PUBLISH".to_owned(),
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", self.uid),
            format!("SEQUENCE:{}", booking.revision - 1),
            format!("DTSTAMP:{}", utc(now)),
            format!("DTSTART:{}", utc(booking.start)),
            format!("DTEND:{}", utc(booking.until)),
            format!("STATUS:{status}"),
            format!("SUMMARY:{}", escaped(&self.summary)),
            format!("LOCATION:{}", escaped(&self.place)),
            format!("DESCRIPTION:{}", escaped(&self.description)),
            format!("URL:{}", self.url),
            "END:VEVENT".to_owned(),
            "END:VCALENDAR".to_owned(),
        ];
        lines.iter().map(|line| folded(line)).collect()
    }
}

/// "20261123T090000Z".
fn utc(at: Micros) -> String {
    let local = kit::lang::local(at);
    local.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A text in which commas, semicolons, backslashes and ends of lines are only themselves.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' | ',' | ';' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A line of no more than 75 bytes, carried on in the next after a space; never within a character.
fn folded(line: &str) -> String {
    let (mut out, mut room) = (String::new(), 75);
    for c in line.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = 74;
        }
        room -= c.len_utf8();
        out.push(c);
    }
    out + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_and_no_character_is_cut() {
        let line = format!("SUMMARY:{}", "é".repeat(100));
        let folded = folded(&line);
        assert!(folded.ends_with("\r\n"));
        assert!(folded.trim_end().split("\r\n").all(|part| part.len() <= 75), "{folded}");
        assert_eq!(folded.replace("\r\n ", ""), format!("{line}\r\n"));
    }

    #[test]
    fn commas_and_ends_of_lines_are_only_themselves() {
        assert_eq!(escaped("a, b; c\\d\ne\u{7}"), "a\\, b\\; c\\\\d\\ne");
    }

    #[test]
    fn times_are_in_utc_whatever_the_clock_on_the_wall_says() {
        // 29 March 2026, 01:30 UTC, half past two in London.
        assert_eq!(utc(1_774_747_800_000_000), "20260329T013000Z");
    }
}
