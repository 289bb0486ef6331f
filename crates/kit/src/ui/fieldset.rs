//! Questions asked together, and the date, which is three.

use std::borrow::Cow;

use askama::Template;

use super::build::{common_steps, component, field_steps, steps};
use super::field::Field;
use super::input::Input;
use super::markup::{Attrs, Classes, IntoText, Markup, MaybeText};
use super::say::Say;

/// Questions asked together under one legend.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/fieldset.html")]
pub struct Fieldset<'a> {
    legend: Markup<'a>,
    legend_classes: Classes<'a>,
    heading: bool,
    described_by: Option<Cow<'a, str>>,
    role: Option<Cow<'a, str>>,
    body: Option<Markup<'a>>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> Fieldset<'a> {
    /// A fieldset with its legend and nothing in it yet.
    pub fn new(legend: impl Into<Markup<'a>>) -> Self {
        Self { legend: legend.into(), ..Self::default() }
    }

    /// Class names for the legend, such as `govuk-fieldset__legend--l`.
    pub fn legend_classes(mut self, classes: impl IntoText<'a>) -> Self {
        self.legend_classes.set(classes.into_text());
        self
    }

    /// Makes the legend the page's heading.
    pub fn legend_is_heading(mut self) -> Self {
        self.heading = true;
        self
    }

    /// Ids of what describes the group, after those it already has.
    pub fn described_by(mut self, ids: impl IntoText<'a>) -> Self {
        let ids = ids.into_text();
        self.described_by = Some(match self.described_by {
            Some(first) => format!("{first} {ids}").into(),
            None => ids,
        });
        self
    }

    steps! {
        /// What stands inside.
        body: maybe_markup;
        /// The role, when `group` has to be said.
        role: maybe_text;
    }

    common_steps!();
}

/// A date typed as day, month and year.
#[derive(Clone, Debug, Template)]
#[template(path = "components/date-input.html")]
pub struct DateInput<'a> {
    field: Field<'a>,
    fieldset: Option<Fieldset<'a>>,
    parts: [Part<'a>; 3],
    prefix: Option<Cow<'a, str>>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

/// Day, month or year.
#[derive(Clone, Debug)]
struct Part<'a> {
    name: &'static str,
    label: String,
    width: u8,
    value: Option<Cow<'a, str>>,
    autocomplete: Option<&'static str>,
    wrong: bool,
}

impl<'a> DateInput<'a> {
    /// A date in fields `<name>-day`, `<name>-month` and `<name>-year`.
    pub fn new(say: &impl Say, name: impl IntoText<'a>, legend: impl Into<Markup<'a>>) -> Self {
        let part = |name, key: &str, width| Part {
            name,
            label: say.say(key).into_owned(),
            width,
            value: None,
            autocomplete: None,
            wrong: false,
        };
        let name = name.into_text();
        let legend = legend.into();
        Self {
            fieldset: (!legend.is_empty()).then(|| Fieldset::new(legend).role("group")),
            parts: [
                part("day", "page-date-day", 2),
                part("month", "page-date-month", 2),
                part("year", "page-date-year", 4),
            ],
            prefix: Some(name.clone()),
            field: Field::new(name, Markup::default()),
            classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    /// Names the fields `day`, `month` and `year`, with nothing before.
    pub fn unprefixed(mut self) -> Self {
        self.prefix = None;
        self
    }

    /// What was typed before, also when it is no date.
    pub fn values(mut self, day: impl MaybeText<'a>, month: impl MaybeText<'a>, year: impl MaybeText<'a>) -> Self {
        self.parts[0].value = day.maybe_text();
        self.parts[1].value = month.maybe_text();
        self.parts[2].value = year.maybe_text();
        self
    }

    /// Which of day, month and year are wrong; without this step an error marks all three.
    pub fn wrong_parts(mut self, day: bool, month: bool, year: bool) -> Self {
        for (part, wrong) in self.parts.iter_mut().zip([day, month, year]) {
            part.wrong = wrong;
        }
        self
    }

    /// Another label for the day (0), the month (1) or the year (2).
    pub fn part_label(mut self, part: usize, label: impl IntoText<'a>) -> Self {
        if let Some(part) = self.parts.get_mut(part) {
            part.label = label.into_text().into_owned();
        }
        self
    }

    /// Lets the browser fill in a date of birth.
    pub fn birthday(mut self) -> Self {
        for (part, name) in self.parts.iter_mut().zip(["bday-day", "bday-month", "bday-year"]) {
            part.autocomplete = Some(name);
        }
        self
    }

    /// Class names for the legend.
    pub fn legend_classes(mut self, classes: impl IntoText<'a>) -> Self {
        self.fieldset = self.fieldset.map(|fieldset| fieldset.legend_classes(classes));
        self
    }

    /// Makes the legend the page's heading.
    pub fn legend_is_heading(mut self) -> Self {
        self.fieldset = self.fieldset.map(Fieldset::legend_is_heading);
        self
    }

    field_steps!();
    common_steps!();

    fn body(&self) -> Markup<'_> {
        let inside = DateParts { date: self };
        match &self.fieldset {
            Some(fieldset) => {
                let filled = fieldset.clone().body(inside);
                match self.field.description() {
                    Some(ids) => filled.described_by(ids).into(),
                    None => filled.into(),
                }
            }
            None => inside.into(),
        }
    }

    fn inputs(&self) -> impl Iterator<Item = Input<'_>> {
        let any_wrong = self.parts.iter().any(|part| part.wrong);
        self.parts.iter().map(move |part| {
            let wrong = part.wrong || (self.field.error.is_some() && !any_wrong);
            let error = if wrong { "govuk-input--error " } else { "" };
            let name = self.prefix.as_ref().map_or(part.name.to_owned(), |prefix| format!("{prefix}-{}", part.name));
            Input::text(name, part.label.as_str())
                .label_classes("govuk-date-input__label")
                .id(format!("{}-{}", self.field.id, part.name))
                .classes(format!("govuk-date-input__input {error}govuk-input--width-{}", part.width))
                .value(part.value.as_deref())
                .autocomplete(part.autocomplete)
                .inputmode("numeric")
        })
    }
}

#[derive(Template)]
#[template(path = "components/date-parts.html")]
struct DateParts<'b> {
    date: &'b DateInput<'b>,
}

component!(Fieldset, DateInput, DateParts);
