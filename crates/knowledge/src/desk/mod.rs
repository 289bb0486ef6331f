//! What staff do with answers.

pub(crate) mod answer;
pub(crate) mod approve;
pub(crate) mod hand;
pub(crate) mod keep;
pub(crate) mod list;
pub(crate) mod retire;
pub(crate) mod send_back;
pub(crate) mod show;
pub(crate) mod tell;
pub(crate) mod told;
pub(crate) mod version;
pub(crate) mod work;
pub(crate) mod write;
pub(crate) mod wrong;

use crate::model::Article;
use crate::store;
use jiff::civil::Date;
use kit::clock::Micros;
use kit::db::Conn;
use kit::facts::Fact;
use kit::form::Form;
use kit::page::Frame;
use kit::ui::{DateInput, Markup};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};

/// The address of an article at the desk.
pub(crate) fn path(slug: &str) -> String {
    format!("/desk/knowledge/{slug}")
}

/// The frame of a page of the desk; staff pages are written in English.
pub(crate) fn frame(app: &App, who: &Who, path: String, title: &str) -> Frame {
    Frame::new(app, &Who { lang: Lang::EN, ..who.clone() }, path, title)
}

/// The article of an address.
pub(crate) async fn article(conn: &mut Conn, slug: &str) -> Result<Article> {
    store::articles::by_slug(conn, slug).await?.ok_or(Error::NotFound)
}

/// A fact about an article, without what anybody wrote.
pub(crate) fn fact(kind: &'static str, who: &Who, article: &Article, version: i64) -> Fact {
    Fact::new(kind, who).about("article", article.id).data(serde_json::json!({ "version": version }))
}

/// The key of a page's button, made when it was drawn.
pub(crate) fn key(form: &Form) -> Result<Id> {
    form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))
}

/// The revision a page showed.
pub(crate) fn revision(form: &Form) -> Result<i64> {
    form.value("revision").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))
}

/// The latest day that can be typed, from now.
const LONGEST: Micros = 3 * 366 * kit::clock::DAY;

/// Reads a day to come: the moment that day is over; else an error with these words.
pub(crate) fn read_review(frame: &Frame, form: &mut Form, now: Micros, wrong: &str) -> Option<Micros> {
    let part = |end: &str| form.trimmed(&format!("review-{end}")).parse::<i16>().ok();
    let small = |end: &str| part(end).and_then(|number| i8::try_from(number).ok());
    let day = || Date::new(part("year")?, small("month")?, small("day")?).ok();
    let end = day().and_then(end_of).filter(|end| *end > now && *end <= now + LONGEST);
    if end.is_none() {
        form.refuse("review", frame.t(wrong));
    }
    end
}

/// A day to come, as three fields to type into.
pub(crate) fn ask_review<'a>(frame: &'a Frame, form: &'a Form, legend: &'a str) -> Markup<'a> {
    let value = |end: &str| form.value(&format!("review-{end}")).to_owned();
    let field = DateInput::new(frame, "review", frame.t(legend));
    field.values(value("day"), value("month"), value("year")).error(frame, form.error("review")).into()
}

/// Fills the three fields with a day.
pub(crate) fn fill_review(form: Form, review: Micros) -> Form {
    let day = kit::lang::local(review - 1).date();
    let form = form.fill("review-day", day.day().to_string()).fill("review-month", day.month().to_string());
    form.fill("review-year", day.year().to_string())
}

/// The moment a day is over.
pub(crate) fn end_of(day: Date) -> Option<Micros> {
    let zone = kit::lang::local(0).time_zone().clone();
    Some(day.tomorrow().ok()?.to_zoned(zone).ok()?.timestamp().as_microsecond())
}

/// The day on which an answer is looked at again, in words.
pub(crate) fn day(review: Micros) -> String {
    Lang::EN.short_date(review - 1)
}
