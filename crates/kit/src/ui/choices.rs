//! Controls a person picks from: radios, checkboxes and a list.

use std::borrow::Cow;

use askama::Template;

use super::build::{common_steps, component, field_steps, lendable, steps};
use super::field::{Field, Hint, Label};
use super::fieldset::Fieldset;
use super::markup::{Attrs, Classes, IntoText, Markup, MaybeMarkup};
use crate::files::File;
use crate::page::Frame;

/// One answer to pick, or the word between two groups of answers.
#[derive(Clone, Debug, Default)]
pub struct Choice<'a> {
    divider: Option<Cow<'a, str>>,
    value: Cow<'a, str>,
    text: Markup<'a>,
    id: Option<Cow<'a, str>>,
    name: Option<Cow<'a, str>>,
    hint: Option<Markup<'a>>,
    checked: Option<bool>,
    disabled: bool,
    conditional: Option<Markup<'a>>,
    exclusive: bool,
    label_classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> Choice<'a> {
    /// An answer: the value sent and the words shown.
    pub fn new(value: impl IntoText<'a>, text: impl Into<Markup<'a>>) -> Self {
        Self { value: value.into_text(), text: text.into(), ..Self::default() }
    }

    /// A word such as "or" between answers; in a list, the name of the group that the answers after it are in.
    pub fn divider(word: impl IntoText<'a>) -> Self {
        Self { divider: Some(word.into_text()), ..Self::default() }
    }

    /// Picked or not, whatever the value kept by the form.
    pub fn checked(mut self, checked: bool) -> Self {
        self.checked = Some(checked);
        self
    }

    /// What is asked only when this answer is picked. Without scripts it is always shown.
    pub fn conditional(mut self, inside: impl MaybeMarkup<'a>) -> Self {
        self.conditional = inside.maybe_markup().filter(|markup| !markup.is_empty());
        self
    }

    /// Checkboxes: picking this one clears the others ("none of these").
    pub fn exclusive(mut self) -> Self {
        self.exclusive = true;
        self
    }

    /// Class names for the label.
    pub fn label_classes(mut self, classes: impl IntoText<'a>) -> Self {
        self.label_classes.set(classes.into_text());
        self
    }

    /// An extra attribute of the control.
    pub fn attr(mut self, name: impl IntoText<'a>, value: impl IntoText<'a>) -> Self {
        self.attrs.add(name.into_text(), Some(value.into_text()));
        self
    }

    steps! {
        /// Help for this answer only.
        hint: maybe_markup;
        /// The control's id, when it is not made from the question's.
        id: maybe_text;
        /// Checkboxes: this box's own name.
        name: maybe_text;
        /// Whether the answer can be picked.
        disabled: flag;
    }
}

/// The two questions that show all their answers: one of them, or any number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Radios,
    Checkboxes,
}

impl Kind {
    fn word(self) -> &'static str {
        if self == Self::Radios { "radios" } else { "checkboxes" }
    }

    fn input(self) -> &'static str {
        if self == Self::Radios { "radio" } else { "checkbox" }
    }
}

/// A choice ready to be shown: ids worked out.
struct Shown<'b> {
    choice: &'b Choice<'b>,
    id: String,
    name: &'b str,
    label: Label<'b>,
    hint: Option<Hint<'b>>,
    checked: bool,
    description: String,
}

#[derive(Template)]
#[template(path = "components/choices.html")]
struct Inner<'b> {
    kind: Kind,
    field: &'b Field<'b>,
    classes: &'b Classes<'b>,
    attrs: &'b Attrs<'b>,
    shown: Vec<Shown<'b>>,
}

component!(Inner);

/// Radios (one answer) or checkboxes (any number), asked with a legend.
#[derive(Clone, Debug, Template)]
#[template(path = "components/choice-group.html")]
pub struct Choices<'a> {
    kind: Kind,
    field: Field<'a>,
    fieldset: Option<Fieldset<'a>>,
    choices: Vec<Choice<'a>>,
    values: Vec<Cow<'a, str>>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

/// One answer out of a few, all of them shown.
pub struct Radios;

/// Any number of answers.
pub struct Checkboxes;

impl Radios {
    /// A question with its legend; add answers with `choice` or `choices`.
    #[expect(clippy::new_ret_no_self, reason = "radios and checkboxes are one component with two faces")]
    pub fn new<'a>(name: impl IntoText<'a>, legend: impl Into<Markup<'a>>) -> Choices<'a> {
        Choices::new(Kind::Radios, name.into_text(), legend.into())
    }
}

impl Checkboxes {
    /// A question with its legend; add answers with `choice` or `choices`.
    #[expect(clippy::new_ret_no_self, reason = "radios and checkboxes are one component with two faces")]
    pub fn new<'a>(name: impl IntoText<'a>, legend: impl Into<Markup<'a>>) -> Choices<'a> {
        Choices::new(Kind::Checkboxes, name.into_text(), legend.into())
    }

    /// Files that are here already, all ticked, under a legend of this key: one that is not ticked goes no further.
    pub fn of_files<'a>(frame: &'a Frame, name: &'a str, legend: &'a str, files: &'a [File]) -> Choices<'a> {
        files.iter().fold(Checkboxes::new(name, frame.t(legend)), |boxes, file| {
            let size = frame.lang.size(file.bytes);
            boxes.choice(Choice::new(file.id.to_string(), file.name.as_str()).hint(size)).value(file.id.to_string())
        })
    }
}

impl<'a> Choices<'a> {
    fn new(kind: Kind, name: Cow<'a, str>, legend: Markup<'a>) -> Self {
        let fieldset = (!legend.is_empty()).then(|| Fieldset::new(legend));
        Self {
            kind,
            field: Field::new(name, Markup::default()),
            fieldset,
            choices: Vec::new(),
            values: Vec::new(),
            classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    /// Adds one answer.
    pub fn choice(mut self, choice: Choice<'a>) -> Self {
        self.choices.push(choice);
        self
    }

    /// Adds several answers.
    pub fn choices<C: Into<Choice<'a>>>(mut self, choices: impl IntoIterator<Item = C>) -> Self {
        self.choices.extend(choices.into_iter().map(Into::into));
        self
    }

    /// The answer given before (an empty one is no answer); repeat it for several checkboxes.
    pub fn value(mut self, value: impl super::MaybeText<'a>) -> Self {
        self.values.extend(value.maybe_text().filter(|value| !value.is_empty()));
        self
    }

    /// The answers given before.
    pub fn values<T: IntoText<'a>>(mut self, values: impl IntoIterator<Item = T>) -> Self {
        self.values.extend(values.into_iter().map(IntoText::into_text));
        self
    }

    /// Two short answers beside each other.
    pub fn inline(mut self) -> Self {
        self.classes.add(&format!("govuk-{}--inline", self.kind.word()));
        self
    }

    /// Class names for the legend, such as `govuk-fieldset__legend--l`.
    pub fn legend_classes(mut self, classes: impl IntoText<'a>) -> Self {
        self.fieldset = self.fieldset.map(|fieldset| fieldset.legend_classes(classes));
        self
    }

    /// Makes the legend the page's heading.
    pub fn legend_is_heading(mut self) -> Self {
        self.fieldset = self.fieldset.map(Fieldset::legend_is_heading);
        self
    }

    /// Replaces the legend by a whole fieldset.
    pub fn fieldset(mut self, fieldset: Fieldset<'a>) -> Self {
        self.fieldset = Some(fieldset);
        self
    }

    field_steps!();
    common_steps!();

    fn body(&self) -> Markup<'_> {
        let inside = Inner {
            kind: self.kind,
            field: &self.field,
            classes: &self.classes,
            attrs: &self.attrs,
            shown: self.choices.iter().enumerate().map(|(at, choice)| self.shown(at, choice)).collect(),
        };
        match &self.fieldset {
            Some(fieldset) => {
                let described = fieldset.clone().body(inside);
                self.field.description().map_or(described.clone(), |ids| described.described_by(ids)).into()
            }
            None => inside.into(),
        }
    }

    fn shown<'b>(&'b self, at: usize, choice: &'b Choice<'a>) -> Shown<'b> {
        let id = match &choice.id {
            Some(id) => id.to_string(),
            None if at == 0 => self.field.id.to_string(),
            None => format!("{}-{}", self.field.id, at + 1),
        };
        let word = self.kind.word();
        let hint = choice
            .hint
            .as_ref()
            .filter(|hint| !hint.is_empty())
            .map(|hint| Hint::new(hint).id(format!("{id}-item-hint")).classes(format!("govuk-{word}__hint")));
        // Without a fieldset the boxes themselves carry the question's hint and error.
        let of_question = (self.kind == Kind::Checkboxes && self.fieldset.is_none()).then(|| self.field.description());
        let of_choice = hint.as_ref().map(|_| format!("{id}-item-hint"));
        Shown {
            choice,
            name: choice.name.as_deref().unwrap_or(&self.field.name),
            label: Label::new(&choice.text)
                .classes(format!("govuk-{word}__label{}", choice.label_classes))
                .control(id.clone()),
            checked: choice.checked.unwrap_or_else(|| self.values.contains(&choice.value)),
            description: of_question.flatten().into_iter().chain(of_choice).collect::<Vec<_>>().join(" "),
            hint,
            id,
        }
    }
}

/// A list that opens. Prefer radios for fewer than about eight answers.
#[derive(Clone, Debug, Template)]
#[template(path = "components/select.html")]
pub struct Select<'a> {
    field: Field<'a>,
    choices: Vec<Choice<'a>>,
    value: Option<Cow<'a, str>>,
    disabled: bool,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> Select<'a> {
    /// A list with its label; add answers with `choice` or `choices`.
    pub fn new(name: impl IntoText<'a>, label: impl Into<Markup<'a>>) -> Self {
        Self {
            field: Field::new(name.into_text(), label.into()),
            choices: Vec::new(),
            value: None,
            disabled: false,
            classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    /// Adds one answer.
    pub fn choice(mut self, choice: Choice<'a>) -> Self {
        self.choices.push(choice);
        self
    }

    /// Adds several answers.
    pub fn choices<C: Into<Choice<'a>>>(mut self, choices: impl IntoIterator<Item = C>) -> Self {
        self.choices.extend(choices.into_iter().map(Into::into));
        self
    }

    steps! {
        /// The answer given before.
        value: maybe_text;
        /// Whether the control is disabled.
        disabled: flag;
    }

    field_steps!();
    common_steps!();

    fn picked(&self, choice: &Choice<'_>) -> bool {
        choice.checked.unwrap_or_else(|| self.value.as_deref() == Some(&*choice.value))
    }

    /// Whether a group begins before the answer at this place.
    fn in_group(&self, place: &usize) -> bool {
        self.choices[..*place].iter().any(|choice| choice.divider.is_some())
    }

    fn has_groups(&self) -> bool {
        self.in_group(&self.choices.len())
    }
}

component!(Choices, Select);
lendable!(Choice);
