//! Several lines of text, and the same with a count of what is left.

use std::borrow::Cow;

use askama::Template;

use super::build::{common_steps, component, field_steps, steps};
use super::field::{Field, Hint};
use super::markup::{Attrs, Classes, IntoText, Markup};
use super::say::Say;

/// Several lines of text.
#[derive(Clone, Debug, Template)]
#[template(path = "components/textarea.html")]
pub struct Textarea<'a> {
    field: Field<'a>,
    value: Option<Cow<'a, str>>,
    rows: u32,
    autocomplete: Option<Cow<'a, str>>,
    spellcheck: Option<bool>,
    disabled: bool,
    after: Option<Markup<'a>>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> Textarea<'a> {
    /// Five rows, nothing typed.
    pub fn new(name: impl IntoText<'a>, label: impl Into<Markup<'a>>) -> Self {
        Self {
            field: Field::new(name.into_text(), label.into()),
            value: None,
            rows: 5,
            autocomplete: None,
            spellcheck: None,
            disabled: false,
            after: None,
            classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    /// For words in any language: the direction follows what is typed.
    pub fn free_text(self) -> Self {
        self.attr("dir", "auto")
    }

    /// How many rows are shown before it scrolls or grows.
    pub fn rows(mut self, rows: u32) -> Self {
        self.rows = rows;
        self
    }

    /// Whether the browser checks spelling; without this step it decides.
    pub fn spellcheck(mut self, check: bool) -> Self {
        self.spellcheck = Some(check);
        self
    }

    steps! {
        /// What was typed before.
        value: maybe_text;
        /// The HTML autofill name.
        autocomplete: maybe_text;
        /// Whether the control is disabled.
        disabled: flag;
    }

    field_steps!();
    common_steps!();
}

/// Several lines of text with a limit: said in words, and counted while typing where scripts run.
#[derive(Clone, Debug)]
pub struct CharacterCount<'a> {
    textarea: Textarea<'a>,
    limit: u64,
    message: String,
    message_classes: Classes<'a>,
    own_classes: Cow<'a, str>,
    own_group_classes: Cow<'a, str>,
    threshold: Option<u8>,
    words: Vec<(&'static str, String)>,
}

impl<'a> CharacterCount<'a> {
    /// At most `limit` characters; the words are `page-characters-limit`, `-left`, `-none` and `-over`.
    pub fn new(say: &impl Say, name: impl IntoText<'a>, label: impl Into<Markup<'a>>, limit: u64) -> Self {
        let counted = |key: &str| format!("{}: %{{count}}", say.say(key));
        Self {
            textarea: Textarea::new(name, label),
            limit,
            message: say.say_count("page-characters-limit", limit).into_owned(),
            message_classes: Classes::default(),
            own_classes: Cow::Borrowed(""),
            own_group_classes: Cow::Borrowed(""),
            threshold: None,
            // One form serves every number: the count follows a colon, so no plural has to agree with it.
            words: vec![
                ("data-i18n.characters-under-limit.other", counted("page-characters-left")),
                ("data-i18n.characters-at-limit", say.say("page-characters-none").into_owned()),
                ("data-i18n.characters-over-limit.other", counted("page-characters-over")),
            ],
        }
    }

    /// What was typed before.
    pub fn value(mut self, value: impl super::MaybeText<'a>) -> Self {
        self.textarea = self.textarea.value(value);
        self
    }

    /// For words in any language: the direction follows what is typed.
    pub fn free_text(self) -> Self {
        self.attr("dir", "auto")
    }

    /// How many rows are shown.
    pub fn rows(mut self, rows: u32) -> Self {
        self.textarea.rows = rows;
        self
    }

    /// Whether the browser checks spelling.
    pub fn spellcheck(mut self, check: bool) -> Self {
        self.textarea.spellcheck = Some(check);
        self
    }

    /// Show the count only when this share of the limit, in per cent, is used.
    pub fn threshold(mut self, percent: u8) -> Self {
        self.threshold = Some(percent);
        self
    }

    /// Help shown above the control.
    pub fn hint(mut self, hint: impl super::MaybeMarkup<'a>) -> Self {
        self.textarea = self.textarea.hint(hint);
        self
    }

    /// What is wrong with the answer.
    pub fn error(mut self, say: &impl Say, error: impl super::MaybeMarkup<'a>) -> Self {
        self.textarea = self.textarea.error(say, error);
        self
    }

    /// The control's id, when it is not the same as its name.
    pub fn id(mut self, id: impl IntoText<'a>) -> Self {
        self.textarea = self.textarea.id(id);
        self
    }

    /// Class names for the label.
    pub fn label_classes(mut self, classes: impl IntoText<'a>) -> Self {
        self.textarea = self.textarea.label_classes(classes);
        self
    }

    /// Makes the label the page's heading.
    pub fn label_is_heading(mut self) -> Self {
        self.textarea = self.textarea.label_is_heading();
        self
    }

    /// Extra class names for the control.
    pub fn classes(mut self, classes: impl IntoText<'a>) -> Self {
        self.own_classes = classes.into_text();
        self
    }

    /// Extra class names for the group.
    pub fn group_classes(mut self, classes: impl IntoText<'a>) -> Self {
        self.own_group_classes = classes.into_text();
        self
    }

    /// Extra class names for the count itself.
    pub fn message_classes(mut self, classes: impl IntoText<'a>) -> Self {
        self.message_classes.set(classes.into_text());
        self
    }

    /// An extra attribute of the control.
    pub fn attr(mut self, name: impl IntoText<'a>, value: impl IntoText<'a>) -> Self {
        self.textarea = self.textarea.attr(name, value);
        self
    }

    fn finished(&self) -> Textarea<'a> {
        let mut textarea = self.textarea.clone();
        let info = format!("{}-info", textarea.field.id);
        let message_classes = format!("govuk-character-count__message{}", self.message_classes);
        textarea.after = Some(Hint::new(self.message.clone()).id(info.clone()).classes(message_classes).into());
        textarea.field.described_by = Some(info.into());
        textarea.classes.set(spaced("govuk-js-character-count", &self.own_classes).into());
        textarea.field.group_classes.set(spaced("govuk-character-count", &self.own_group_classes).into());
        let mut attr =
            |name: &'static str, value: String| textarea.field.group_attrs.add(name.into(), Some(value.into()));
        attr("data-module", "govuk-character-count".to_owned());
        attr("data-maxlength", self.limit.to_string());
        if let Some(percent) = self.threshold {
            attr("data-threshold", percent.to_string());
        }
        for (name, words) in &self.words {
            attr(name, words.clone());
        }
        textarea
    }
}

fn spaced(first: &str, more: &str) -> String {
    if more.is_empty() { first.to_owned() } else { format!("{first} {more}") }
}

impl std::fmt::Display for CharacterCount<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.finished().fmt(f)
    }
}

component!(Textarea, CharacterCount);
