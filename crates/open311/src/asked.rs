//! What a list is asked for: by which dates, of which services, how much.

use crate::caller::value;
use crate::refusal::Refusal;
use crate::{moment, offer};
use kit::App;
use kit::clock::{DAY, Micros, SECOND};
use kit::form::Form;
use std::ops::Range;

/// The longest time a list covers.
pub(crate) const LONGEST: Micros = 90 * DAY;
/// The most rows of a list.
pub(crate) const MOST: usize = 1_000;
/// How far the pages of one list go, in rows: who wants more asks for less time.
const FARTHEST: usize = 20_000;

/// A stretch of time: the end is not part of it.
pub(crate) type Span = Range<Micros>;

/// A part of a list that is longer than one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pages {
    pub page: usize,
    pub size: usize,
}

impl Pages {
    /// Rows up to the end of this page.
    pub fn rows(self) -> usize {
        self.page * self.size
    }

    /// This page of what was found, in its order.
    pub fn cut<T>(self, mut found: Vec<T>) -> Vec<T> {
        found.truncate(self.rows());
        found.drain(..found.len().min(self.rows() - self.size));
        found
    }
}

/// What a list of requests is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asked {
    /// When they came in.
    pub requested: Span,
    /// When something last happened to them, where that was asked for.
    pub updated: Option<Span>,
    /// Services by identifier.
    pub services: Vec<String>,
    /// Open ones, closed ones.
    pub live: Vec<bool>,
    /// Which page.
    pub pages: Pages,
}

/// The parts of a list with commas.
pub(crate) fn list(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty())
}

fn instant(app: &App, form: &Form, name: &str) -> Result<Option<Micros>, Refusal> {
    let Some(text) = value(form, name) else { return Ok(None) };
    let read = moment::read(text).filter(|at| (0..=app.now() + 100 * 365 * DAY).contains(at));
    read.map(Some).ok_or_else(|| Refusal::value(app, "open311-error-date", name))
}

/// The stretch between two moments; the end is put right where one is not given.
fn between(app: &App, form: &Form, (from, to): (&str, &str)) -> Result<Option<Span>, Refusal> {
    let span = match (instant(app, form, from)?, instant(app, form, to)?) {
        (None, None) => return Ok(None),
        (Some(from), Some(to)) => from..moment::after(to),
        (Some(from), None) => from..moment::after(app.now().min(from + LONGEST)),
        (None, Some(to)) => to - LONGEST..moment::after(to),
    };
    if span.start >= span.end {
        return Err(Refusal::value(app, "open311-error-dates-turned", to));
    }
    if span.end - span.start > LONGEST + SECOND {
        return Err(Refusal::value(app, "open311-error-dates-apart", to));
    }
    Ok(Some(span))
}

/// The stretch a feed covers: the newest 90 days unless it is said.
pub(crate) fn dates(app: &App, form: &Form) -> Result<Span, Refusal> {
    let newest = app.now() - LONGEST..moment::after(app.now());
    Ok(between(app, form, ("start_date", "end_date"))?.unwrap_or(newest))
}

/// Which page, and how many rows on one.
pub(crate) fn pages(app: &App, form: &Form) -> Result<Pages, Refusal> {
    let number = |name: &str, otherwise: usize| match value(form, name) {
        None => Ok(otherwise),
        Some(text) => match text.parse::<usize>() {
            Ok(number) if number > 0 => Ok(number),
            _ => Err(Refusal::value(app, "open311-error-number", name)),
        },
    };
    let (page, size) = (number("page", 1)?, number("page_size", MOST)?.min(MOST));
    if page.saturating_mul(size) > FARTHEST {
        return Err(Refusal::value(app, "open311-error-far", "page"));
    }
    Ok(Pages { page, size })
}

/// Reads what a list is asked for.
pub(crate) fn read(app: &App, form: &Form) -> Result<Asked, Refusal> {
    let updated = between(app, form, ("updated_after", "updated_before"))?;
    let always = 0..Micros::MAX;
    let requested = match (between(app, form, ("start_date", "end_date")), &updated) {
        // When it last changed is what is asked for then: it may have come in years ago, in any stretch.
        (Ok(None), Some(_)) => always,
        (Err(_), Some(_)) => wide(app, form)?,
        (found, None) => found?.map_or_else(|| dates(app, form), Ok)?,
        (Ok(Some(span)), Some(_)) => span,
    };
    let public = offer::public(app)?;
    let mut services: Vec<String> = public.iter().map(|service| service.id.clone()).collect();
    if let Some(codes) = value(form, "service_code") {
        let codes: Vec<&str> = list(codes).collect();
        for code in &codes {
            if !services.iter().any(|own| own == code) && offer::one(app, code)?.is_none() {
                return Err(Refusal::unknown(app, "open311-error-service"));
            }
        }
        services.retain(|own| codes.contains(&own.as_str()));
    }
    let mut live = vec![true, false];
    if let Some(statuses) = value(form, "status") {
        live.clear();
        for status in list(statuses) {
            match status {
                "open" => live.push(true),
                "closed" => live.push(false),
                _ => return Err(Refusal::value(app, "open311-error-status", "status")),
            }
        }
        live.sort_unstable();
        live.dedup();
    }
    Ok(Asked { requested, updated, services, live, pages: pages(app, form)? })
}

/// Both dates however far they are apart, for a list that another stretch bounds.
fn wide(app: &App, form: &Form) -> Result<Span, Refusal> {
    let (from, to) = (instant(app, form, "start_date")?, instant(app, form, "end_date")?);
    match (from, to) {
        (Some(from), Some(to)) if from <= to => Ok(from..moment::after(to)),
        _ => Err(Refusal::value(app, "open311-error-dates-turned", "end_date")),
    }
}
