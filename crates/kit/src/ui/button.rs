//! Buttons, and links that look like them.

use std::borrow::Cow;

use askama::Template;

use super::build::{common_steps, component, steps};
use super::markup::{Attrs, Classes, IntoText, Markup};

/// A button that sends the form it stands in, or a link that looks like one.
#[derive(Clone, Debug, Template)]
#[template(path = "components/button.html")]
pub struct Button<'a> {
    text: Markup<'a>,
    kind: &'static str,
    href: Option<Cow<'a, str>>,
    name: Option<Cow<'a, str>>,
    value: Option<Cow<'a, str>>,
    id: Option<Cow<'a, str>>,
    disabled: bool,
    hidden: bool,
    once: Option<bool>,
    start: bool,
    look: &'static str,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> Button<'a> {
    /// Sends the form.
    pub fn submit(text: impl Into<Markup<'a>>) -> Self {
        Self {
            text: text.into(),
            kind: "submit",
            href: None,
            name: None,
            value: None,
            id: None,
            disabled: false,
            hidden: false,
            once: None,
            start: false,
            look: "",
            classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    /// Sends the form; a second press within a second is ignored where scripts run.
    pub fn once(text: impl Into<Markup<'a>>) -> Self {
        Self { once: Some(true), ..Self::submit(text) }
    }

    /// Leads to a page.
    pub fn link(text: impl Into<Markup<'a>>, href: impl IntoText<'a>) -> Self {
        Self { href: Some(href.into_text()), ..Self::submit(text) }
    }

    /// Leads into a service, with an arrow.
    pub fn start(text: impl Into<Markup<'a>>, href: impl IntoText<'a>) -> Self {
        Self { start: true, ..Self::link(text, href) }
    }

    /// Gives a button the arrow of a link into a service.
    pub fn started(mut self) -> Self {
        self.start = true;
        self
    }

    /// Does nothing by itself: for scripts.
    pub fn plain(text: impl Into<Markup<'a>>) -> Self {
        Self { kind: "button", ..Self::submit(text) }
    }

    /// The quieter look.
    pub fn secondary(mut self) -> Self {
        self.look = " govuk-button--secondary";
        self
    }

    /// The look of something that cannot be undone.
    pub fn warning(mut self) -> Self {
        self.look = " govuk-button--warning";
        self
    }

    /// The look on a dark ground.
    pub fn inverse(mut self) -> Self {
        self.look = " govuk-button--inverse";
        self
    }

    /// Not shown until a script shows it.
    pub fn hidden(mut self) -> Self {
        self.hidden = true;
        self
    }

    /// Says outright whether a second press is ignored.
    pub fn prevent_double_click(mut self, prevent: bool) -> Self {
        self.once = Some(prevent);
        self
    }

    steps! {
        /// The name sent with the form.
        name: maybe_text;
        /// The value sent with the form.
        value: maybe_text;
        /// The id.
        id: maybe_text;
        /// Whether the button is disabled. Prefer a message that says what is missing.
        disabled: flag;
    }

    common_steps!();

    fn split_text(&self) -> bool {
        self.start && self.text.is_html()
    }
}

/// Buttons and links side by side, on a phone below each other.
#[derive(Clone, Debug, Template)]
#[template(source = r#"<div class="govuk-button-group{{ classes }}"{{ attrs }}>{{ body }}</div>"#, ext = "html")]
pub struct ButtonGroup<'a> {
    body: Markup<'a>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> ButtonGroup<'a> {
    /// A group of buttons and links.
    pub fn new<M: Into<Markup<'a>>>(body: impl IntoIterator<Item = M>) -> Self {
        Self { body: Markup::join(body), classes: Classes::default(), attrs: Attrs::default() }
    }

    common_steps!();
}

component!(Button, ButtonGroup);
