//! The list of what is wrong, at the top of a page that comes back.

use askama::Template;

use super::build::{common_steps, component, steps};
use super::markup::{Attrs, Classes, IntoText, Markup, MaybeText};
use super::say::Say;

/// One thing that is wrong, leading to its control when it has one.
#[derive(Clone, Debug)]
struct Problem<'a> {
    text: Markup<'a>,
    href: Option<String>,
    attrs: Attrs<'a>,
}

/// Everything that is wrong, above the heading; scripts move the focus here.
#[derive(Clone, Debug, Template)]
#[template(path = "components/error-summary.html")]
pub struct ErrorSummary<'a> {
    title: Markup<'a>,
    description: Option<Markup<'a>>,
    problems: Vec<Problem<'a>>,
    auto_focus: Option<bool>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> ErrorSummary<'a> {
    /// A summary headed by `page-error-summary`.
    pub fn new(say: &impl Say) -> Self {
        Self::titled(say.say("page-error-summary").into_owned())
    }

    /// A summary with a heading of its own.
    pub fn titled(title: impl Into<Markup<'a>>) -> Self {
        Self {
            title: title.into(),
            description: None,
            problems: Vec::new(),
            auto_focus: None,
            classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    /// Adds an error that leads to the control with this id.
    pub fn field(mut self, id: impl IntoText<'a>, text: impl Into<Markup<'a>>) -> Self {
        let href = Some(format!("#{}", id.into_text()));
        self.problems.push(Problem { text: text.into(), href, attrs: Attrs::default() });
        self
    }

    /// Adds all errors of a form: pairs of field and words. The control's id is the field's name.
    pub fn fields(self, errors: impl IntoIterator<Item = &'a (String, String)>) -> Self {
        errors.into_iter().fold(self, |summary, (id, text)| summary.field(id, text))
    }

    /// Adds an error that belongs to no single control, or leads elsewhere.
    pub fn problem(mut self, text: impl Into<Markup<'a>>, href: impl MaybeText<'a>) -> Self {
        let href = href.maybe_text().map(|href| href.into_owned());
        self.problems.push(Problem { text: text.into(), href, attrs: Attrs::default() });
        self
    }

    /// Adds an attribute to the link of the error added last.
    pub fn link_attr(mut self, name: impl IntoText<'a>, value: impl IntoText<'a>) -> Self {
        if let Some(last) = self.problems.last_mut() {
            last.attrs.add(name.into_text(), Some(value.into_text()));
        }
        self
    }

    /// Whether scripts move the focus here; without this step they do.
    pub fn auto_focus(mut self, focus: bool) -> Self {
        self.auto_focus = Some(focus);
        self
    }

    steps! {
        /// A sentence before the list.
        description: maybe_markup;
    }

    common_steps!();
}

component!(ErrorSummary);
