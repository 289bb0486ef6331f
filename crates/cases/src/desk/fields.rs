//! Fields several actions have: a day, a long text.

use crate::resident::LONGEST;
use calendar::{Calendar, Date};
use kit::clock::{DAY, Micros};
use kit::form::Form;
use kit::page::Frame;
use kit::read;
use kit::ui::{CharacterCount, Checkboxes, Choice, DateInput, Markup};

/// The longest text staff type, in characters.
pub(crate) const MOST: u64 = LONGEST as u64;

/// A long text with its label and error.
pub(crate) fn long<'a>(frame: &'a Frame, form: &'a Form, name: &'a str, label: &'a str) -> Markup<'a> {
    let field = CharacterCount::new(frame, name, frame.t(label), MOST).rows(4);
    field.value(form.value(name)).error(frame, form.error(name)).into()
}

/// A day in three parts with its legend and error.
pub(crate) fn day<'a>(frame: &'a Frame, form: &'a Form, name: &'a str, legend: &'a str) -> Markup<'a> {
    let (d, m, y) = (format!("{name}-day"), format!("{name}-month"), format!("{name}-year"));
    let field = DateInput::new(frame, name, frame.t(legend));
    let field = field.values(form.value(&d).to_owned(), form.value(&m).to_owned(), form.value(&y).to_owned());
    let field = Markup::from(field.error(frame, form.error(name)));
    let Some(asked) = form.error(&format!("{name}-far")) else { return field };
    let day = date(form, name).map(|date| date.to_string()).unwrap_or_default();
    let sure = Choice::new(day, frame.t("cases-day-far-yes"));
    let sure = Checkboxes::new(format!("{name}-far"), frame.t("cases-day-far-legend")).choice(sure);
    Markup::join([field, sure.error(frame, Some(asked)).into()])
}

/// Reads a long text that has to be there; else an error with these words.
pub(crate) fn read_long(frame: &Frame, form: &mut Form, name: &str, empty: &str) -> Option<String> {
    read::lines(frame, form, name, empty, LONGEST)
}

/// Reads a long text that may be empty; nothing, with an error, where it cannot be kept.
pub(crate) fn read_optional(frame: &Frame, form: &mut Form, name: &str) -> Option<String> {
    read::lines_if_any(frame, form, name, LONGEST)
}

/// The day that was typed, if there is such a day.
fn date(form: &Form, name: &str) -> Option<Date> {
    let part = |end: &str| form.trimmed(&format!("{name}-{end}")).parse::<i16>().ok();
    let small = |end: &str| part(end).and_then(|number| i8::try_from(number).ok());
    Date::new(part("year")?, small("month")?, small("day")?).ok()
}

/// Reads a day as the moment the council closes on it; it must be a working day, and not over yet. A day more than a year
/// away is mostly a slip, and asked for again.
pub(crate) fn read_day(frame: &Frame, form: &mut Form, calendar: &Calendar, name: &str, now: Micros) -> Option<Micros> {
    let typed = date(form, name).and_then(|date| Some((date, calendar.closing(date).ok()?)));
    let Some((date, moment)) = typed else {
        form.refuse(name, frame.t("cases-day-wrong"));
        return None;
    };
    if moment < now {
        form.refuse(name, frame.t("cases-day-past"));
        return None;
    }
    if !calendar.is_working_day(date) {
        form.refuse(name, frame.t("cases-day-not-working"));
        return None;
    }
    let sure = format!("{name}-far");
    if moment - now > 366 * DAY && form.value(&sure) != date.to_string() {
        form.refuse(&sure, frame.with("cases-day-far", "day", frame.lang.date(moment)));
        return None;
    }
    Some(moment)
}
