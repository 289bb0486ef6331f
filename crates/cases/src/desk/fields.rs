//! Fields several actions have: a day, a long text.

use crate::resident::LONGEST;
use calendar::{Calendar, Date};
use kit::clock::Micros;
use kit::form::{Fault, Form, lines};
use kit::page::Frame;
use kit::ui::{CharacterCount, DateInput, Markup};

/// A long text with its label and error.
pub(crate) fn long<'a>(frame: &'a Frame, form: &'a Form, name: &'a str, label: &'a str) -> Markup<'a> {
    let limit = LONGEST as u64;
    let field = CharacterCount::new(frame, name, frame.t(label), limit).rows(4);
    field.value(form.value(name)).error(frame, form.error(name)).into()
}

/// A day in three parts with its legend and error.
pub(crate) fn day<'a>(frame: &'a Frame, form: &'a Form, name: &'a str, legend: &'a str) -> Markup<'a> {
    let (d, m, y) = (format!("{name}-day"), format!("{name}-month"), format!("{name}-year"));
    let field = DateInput::new(frame, name, frame.t(legend));
    let field = field.values(form.value(&d).to_owned(), form.value(&m).to_owned(), form.value(&y).to_owned());
    field.error(frame, form.error(name)).into()
}

/// Reads a long text that has to be there; else an error with these words.
pub(crate) fn read_long(frame: &Frame, form: &mut Form, name: &str, empty: &str) -> Option<String> {
    match lines(form.value(name), LONGEST) {
        Ok(text) => Some(text),
        Err(Fault::Empty) => {
            form.refuse(name, frame.t(empty));
            None
        }
        Err(fault) => {
            form.refuse(name, frame.with(fault.key(), "most", frame.lang.number(LONGEST as i64)));
            None
        }
    }
}

/// Reads a day as the moment the council closes on it; it must be a working day, and not over yet.
pub(crate) fn read_day(frame: &Frame, form: &mut Form, calendar: &Calendar, name: &str, now: Micros) -> Option<Micros> {
    let part = |end: &str| form.trimmed(&format!("{name}-{end}")).parse::<i16>().ok();
    let date = match (part("year"), part("month"), part("day")) {
        (Some(year), Some(month), Some(day)) => {
            let small = |number: i16| i8::try_from(number).ok();
            small(month).zip(small(day)).and_then(|(month, day)| Date::new(year, month, day).ok())
        }
        _ => None,
    };
    let Some(moment) = date.and_then(|date| calendar.closing(date).ok()) else {
        form.refuse(name, frame.t("cases-day-wrong"));
        return None;
    };
    if moment < now {
        form.refuse(name, frame.t("cases-day-past"));
        return None;
    }
    if date.is_some_and(|date| !calendar.is_working_day(date)) {
        form.refuse(name, frame.t("cases-day-not-working"));
        return None;
    }
    Some(moment)
}
