//! Controls a person types into: one line, a password, several lines, several lines with a count.

use std::borrow::Cow;

use askama::Template;

use super::build::{common_steps, component, field_steps, steps};
use super::field::Field;
use super::markup::{Attrs, Classes, IntoText, Markup};
use super::say::Say;

/// One line of text.
#[derive(Clone, Debug, Template)]
#[template(path = "components/input.html")]
pub struct Input<'a> {
    field: Field<'a>,
    kind: &'static str,
    value: Option<Cow<'a, str>>,
    autocomplete: Option<Cow<'a, str>>,
    inputmode: Option<Cow<'a, str>>,
    pattern: Option<Cow<'a, str>>,
    autocapitalize: Option<Cow<'a, str>>,
    spellcheck: Option<bool>,
    disabled: bool,
    prefix: Option<Markup<'a>>,
    suffix: Option<Markup<'a>>,
    wrapper_classes: Classes<'a>,
    after: Option<Markup<'a>>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> Input<'a> {
    /// Plain text, shown as `type="text"`.
    pub fn text(name: impl IntoText<'a>, label: impl Into<Markup<'a>>) -> Self {
        Self {
            field: Field::new(name.into_text(), label.into()),
            kind: "text",
            value: None,
            autocomplete: None,
            inputmode: None,
            pattern: None,
            autocapitalize: None,
            spellcheck: None,
            disabled: false,
            prefix: None,
            suffix: None,
            wrapper_classes: Classes::default(),
            after: None,
            classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    /// An email address.
    pub fn email(name: impl IntoText<'a>, label: impl Into<Markup<'a>>) -> Self {
        Self { kind: "email", spellcheck: Some(false), ..Self::text(name, label) }.autocomplete("email")
    }

    /// A telephone number.
    pub fn phone(name: impl IntoText<'a>, label: impl Into<Markup<'a>>) -> Self {
        Self { kind: "tel", ..Self::text(name, label) }.autocomplete("tel").classes("govuk-input--width-20")
    }

    /// A whole number: the phone shows digits, anything typed is kept.
    pub fn digits(name: impl IntoText<'a>, label: impl Into<Markup<'a>>) -> Self {
        Self::text(name, label).inputmode("numeric").classes("govuk-input--width-10")
    }

    /// A code sent by text or email, which a phone may fill in by itself.
    pub fn one_time_code(name: impl IntoText<'a>, label: impl Into<Markup<'a>>) -> Self {
        Self::digits(name, label)
            .autocomplete("one-time-code")
            .classes("govuk-input--width-10 govuk-input--extra-letter-spacing")
    }

    /// A postcode.
    pub fn postcode(name: impl IntoText<'a>, label: impl Into<Markup<'a>>) -> Self {
        Self::text(name, label).autocomplete("postal-code").classes("govuk-input--width-10")
    }

    /// Words to search for.
    pub fn search(name: impl IntoText<'a>, label: impl Into<Markup<'a>>) -> Self {
        Self { kind: "search", ..Self::text(name, label) }
    }

    /// For names and words in any language: the direction follows what is typed.
    pub fn free_text(self) -> Self {
        self.attr("dir", "auto")
    }

    /// Another `type`, such as `number`.
    pub fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    /// Whether the browser checks spelling; without this step it decides.
    pub fn spellcheck(mut self, check: bool) -> Self {
        self.spellcheck = Some(check);
        self
    }

    /// Class names for the box around control, prefix and suffix.
    pub fn wrapper_classes(mut self, classes: impl IntoText<'a>) -> Self {
        self.wrapper_classes.set(classes.into_text());
        self
    }

    steps! {
        /// What was typed before.
        value: maybe_text;
        /// The HTML autofill name, such as `postal-code`.
        autocomplete: maybe_text;
        /// Which keyboard a phone shows.
        inputmode: maybe_text;
        /// A pattern, which only helps older phones show digits.
        pattern: maybe_text;
        /// How a phone capitalises.
        autocapitalize: maybe_text;
        /// A unit before the control, such as £. Hidden from screen readers, so say it in the label too.
        prefix: maybe_markup;
        /// A unit after the control.
        suffix: maybe_markup;
        /// Whether the control is disabled.
        disabled: flag;
        /// Something beside the control, such as a button.
        after: maybe_markup;
    }

    field_steps!();
    common_steps!();

    fn wrapped(&self) -> bool {
        self.prefix.is_some() || self.suffix.is_some() || self.after.is_some()
    }
}

/// A password, with a button that shows it where scripts run.
#[derive(Clone, Debug)]
pub struct PasswordInput<'a> {
    input: Input<'a>,
    show: String,
    show_label: String,
}

impl<'a> PasswordInput<'a> {
    /// A password asked for at sign-in; the button's words are `page-password-show` and their kind.
    pub fn new(say: &impl Say, name: impl IntoText<'a>, label: impl Into<Markup<'a>>) -> Self {
        let words = |key: &str| say.say(key).into_owned();
        let mut input = Input::text(name, label).kind("password").spellcheck(false).autocapitalize("none");
        input.field.group_attrs.add("data-module".into(), Some("govuk-password-input".into()));
        for (attribute, key) in [
            ("data-i18n.show-password", "page-password-show"),
            ("data-i18n.hide-password", "page-password-hide"),
            ("data-i18n.show-password-aria-label", "page-password-show-label"),
            ("data-i18n.hide-password-aria-label", "page-password-hide-label"),
            ("data-i18n.password-shown-announcement", "page-password-shown"),
            ("data-i18n.password-hidden-announcement", "page-password-hidden"),
        ] {
            input.field.group_attrs.add(attribute.into(), Some(words(key).into()));
        }
        let show = Self { input, show: words("page-password-show"), show_label: words("page-password-show-label") };
        show.autocomplete("current-password").classes("").group_classes("")
    }

    /// A password being chosen: the browser may offer a strong one.
    pub fn choose(say: &impl Say, name: impl IntoText<'a>, label: impl Into<Markup<'a>>) -> Self {
        Self::new(say, name, label).autocomplete("new-password")
    }

    /// The HTML autofill name.
    pub fn autocomplete(mut self, autocomplete: impl IntoText<'a>) -> Self {
        self.input.autocomplete = Some(autocomplete.into_text());
        self
    }

    /// Help shown above the control.
    pub fn hint(mut self, hint: impl super::MaybeMarkup<'a>) -> Self {
        self.input = self.input.hint(hint);
        self
    }

    /// What is wrong with the answer.
    pub fn error(mut self, say: &impl Say, error: impl super::MaybeMarkup<'a>) -> Self {
        self.input = self.input.error(say, error);
        self
    }

    /// The control's id, when it is not the same as its name.
    pub fn id(mut self, id: impl IntoText<'a>) -> Self {
        self.input = self.input.id(id);
        self
    }

    /// Id of something else that describes the control.
    pub fn described_by(mut self, id: impl IntoText<'a>) -> Self {
        self.input = self.input.described_by(id);
        self
    }

    /// What was typed before. Leave it out: a password is typed again.
    pub fn value(mut self, value: impl super::MaybeText<'a>) -> Self {
        self.input = self.input.value(value);
        self
    }

    /// Makes the label the page's heading.
    pub fn label_is_heading(mut self) -> Self {
        self.input = self.input.label_is_heading();
        self
    }

    /// Class names for the label.
    pub fn label_classes(mut self, classes: impl IntoText<'a>) -> Self {
        self.input = self.input.label_classes(classes);
        self
    }

    /// Extra class names for the control.
    pub fn classes(mut self, classes: impl IntoText<'a>) -> Self {
        self.input.classes.set("govuk-password-input__input govuk-js-password-input-input".into());
        add_each(&mut self.input.classes, &classes.into_text());
        self
    }

    /// Extra class names for the group.
    pub fn group_classes(mut self, classes: impl IntoText<'a>) -> Self {
        self.input.field.group_classes.set("govuk-password-input".into());
        add_each(&mut self.input.field.group_classes, &classes.into_text());
        self
    }

    /// An extra attribute of the control.
    pub fn attr(mut self, name: impl IntoText<'a>, value: impl IntoText<'a>) -> Self {
        self.input = self.input.attr(name, value);
        self
    }

    /// Whether the control is disabled.
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.input.disabled = disabled;
        self
    }

    fn finished(&self) -> Input<'_> {
        let button = super::Button::plain(self.show.as_str())
            .classes("govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle")
            .attr("aria-controls", &*self.input.field.id)
            .attr("aria-label", self.show_label.as_str())
            .hidden();
        self.input.clone().wrapper_classes("govuk-password-input__wrapper").after(button)
    }
}

fn add_each(classes: &mut Classes<'_>, more: &str) {
    for class in more.split_whitespace() {
        classes.add(class);
    }
}

impl std::fmt::Display for PasswordInput<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.finished().fmt(f)
    }
}

component!(Input, PasswordInput);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_cannot_leave_its_attribute() {
        let html = Input::text("q", "Search").value("\"><script>alert(1)</script>").to_string();
        assert!(!html.contains("<script>"), "{html}");
        assert!(html.contains("value=\"&#34;&#62;&#60;script"), "{html}");
    }

    #[test]
    fn nothing_typed_leaves_no_value() {
        assert!(!Input::text("q", "Search").value(None::<&str>).to_string().contains("value="));
    }
}
