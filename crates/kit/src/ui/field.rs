//! The parts every question is made of: label, hint, error message, and the group that holds them.

use std::borrow::Cow;

use askama::Template;

use super::build::{common_steps, component};
use super::markup::{Attrs, Classes, IntoText, Markup};
use super::say::Say;

/// A label, tied to its control by id; as a heading when it is the page's one question.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/label.html")]
pub struct Label<'a> {
    text: Markup<'a>,
    control: Option<Cow<'a, str>>,
    pub(crate) classes: Classes<'a>,
    pub(crate) heading: bool,
    attrs: Attrs<'a>,
}

impl<'a> Label<'a> {
    /// A label not yet tied to a control.
    pub fn new(text: impl Into<Markup<'a>>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Ties the label to the control with this id.
    pub fn control(mut self, id: impl IntoText<'a>) -> Self {
        self.control = Some(id.into_text());
        self
    }

    /// Makes the label the page's heading.
    pub fn heading(mut self) -> Self {
        self.heading = true;
        self
    }

    common_steps!();
}

/// Help shown above a control.
#[derive(Clone, Debug, Template)]
#[template(path = "components/hint.html")]
pub struct Hint<'a> {
    text: Markup<'a>,
    id: Option<Cow<'a, str>>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> Hint<'a> {
    /// A hint with its text.
    pub fn new(text: impl Into<Markup<'a>>) -> Self {
        Self { text: text.into(), id: None, classes: Classes::default(), attrs: Attrs::default() }
    }

    /// The id a control names in `aria-describedby`.
    pub fn id(mut self, id: impl IntoText<'a>) -> Self {
        self.id = Some(id.into_text());
        self
    }

    common_steps!();
}

/// What is wrong with one answer.
#[derive(Clone, Debug, Template)]
#[template(path = "components/error-message.html")]
pub struct ErrorMessage<'a> {
    prefix: String,
    text: Markup<'a>,
    id: Option<Cow<'a, str>>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> ErrorMessage<'a> {
    /// A message; the hidden word before it comes from `page-error`.
    pub fn new(say: &impl Say, text: impl Into<Markup<'a>>) -> Self {
        Self {
            prefix: say.say("page-error").into_owned(),
            text: text.into(),
            id: None,
            classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    /// The id a control names in `aria-describedby`.
    pub fn id(mut self, id: impl IntoText<'a>) -> Self {
        self.id = Some(id.into_text());
        self
    }

    common_steps!();
}

component!(Label, Hint, ErrorMessage);

/// Name, label, hint and error of one control. Pages meet it through the controls.
#[derive(Clone, Debug, Default)]
pub(crate) struct Field<'a> {
    pub id: Cow<'a, str>,
    pub name: Cow<'a, str>,
    pub label: Label<'a>,
    pub hint: Option<Markup<'a>>,
    pub error: Option<ErrorMessage<'a>>,
    pub described_by: Option<Cow<'a, str>>,
    pub group_classes: Classes<'a>,
    pub group_attrs: Attrs<'a>,
}

impl<'a> Field<'a> {
    /// A field whose id is its name.
    pub fn new(name: Cow<'a, str>, label: Markup<'a>) -> Self {
        Self { id: name.clone(), name, label: Label::new(label), ..Self::default() }
    }

    /// Keeps the message, with the hidden word before it in the page's language.
    pub fn set_error(&mut self, say: &impl Say, error: Option<Markup<'a>>) {
        self.error = error.map(|text| ErrorMessage::new(say, text));
    }

    /// The label, tied to the control.
    pub fn tied_label(&self) -> Option<Label<'_>> {
        (!self.label.text.is_empty()).then(|| Label { control: Some(Cow::Borrowed(&*self.id)), ..self.label.clone() })
    }

    /// The hint with its id.
    pub fn tied_hint(&self) -> Option<Hint<'_>> {
        self.hint.as_ref().map(|hint| Hint::new(hint).id(format!("{}-hint", self.id)))
    }

    /// The error with its id.
    pub fn tied_error(&self) -> Option<ErrorMessage<'_>> {
        self.error.clone().map(|error| error.id(format!("{}-error", self.id)))
    }

    /// The ids for `aria-describedby`: what the page named, then hint, then error.
    pub fn description(&self) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id));
        let ids: Vec<String> =
            self.described_by.as_ref().map(ToString::to_string).into_iter().chain(hint).chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}
