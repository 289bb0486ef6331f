//! Things said to the reader: banner, panel, inset, warning, details, tag, phase.

use std::borrow::Cow;

use askama::Template;

use super::build::{common_steps, component, steps};
use super::markup::{Attrs, Classes, Markup};
use super::say::Say;

/// News at the top of a page: something to know, or something done.
#[derive(Clone, Debug, Template)]
#[template(path = "components/notification-banner.html")]
pub struct NotificationBanner<'a> {
    title: Markup<'a>,
    body: Markup<'a>,
    success: bool,
    role: Option<Cow<'a, str>>,
    title_id: Cow<'a, str>,
    heading_level: u8,
    auto_focus: Option<bool>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> NotificationBanner<'a> {
    /// Something to know, titled `page-banner-important`.
    pub fn important(say: &impl Say, body: impl Into<Markup<'a>>) -> Self {
        Self::titled(say.say("page-banner-important").into_owned(), body.into(), false)
    }

    /// Something done, titled `page-banner-success` and read out at once.
    pub fn success(say: &impl Say, body: impl Into<Markup<'a>>) -> Self {
        Self::titled(say.say("page-banner-success").into_owned(), body.into(), true)
    }

    fn titled(title: String, body: Markup<'a>, success: bool) -> Self {
        Self {
            title: title.into(),
            body,
            success,
            role: None,
            title_id: Cow::Borrowed("govuk-notification-banner-title"),
            heading_level: 2,
            auto_focus: None,
            classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    /// Another title.
    pub fn title(mut self, title: impl Into<Markup<'a>>) -> Self {
        self.title = title.into();
        self
    }

    /// The level of the title's heading, 1 to 6.
    pub fn heading_level(mut self, level: u8) -> Self {
        self.heading_level = level;
        self
    }

    /// Whether scripts move the focus here.
    pub fn auto_focus(mut self, focus: bool) -> Self {
        self.auto_focus = Some(focus);
        self
    }

    steps! {
        /// Another role.
        role: maybe_text;
        /// Another id for the title, when a page has two banners.
        title_id: text;
    }

    common_steps!();

    fn shown_role(&self) -> &str {
        self.role.as_deref().unwrap_or(if self.success { "alert" } else { "region" })
    }
}

/// It worked: the heading of a confirmation page, with the reference.
#[derive(Clone, Debug, Template)]
#[template(path = "components/panel.html")]
pub struct Panel<'a> {
    title: Markup<'a>,
    body: Option<Markup<'a>>,
    heading_level: u8,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> Panel<'a> {
    /// A panel whose title is the page's heading.
    pub fn new(title: impl Into<Markup<'a>>) -> Self {
        Self { title: title.into(), body: None, heading_level: 1, classes: Classes::default(), attrs: Attrs::default() }
    }

    /// The level of the title's heading, 1 to 6.
    pub fn heading_level(mut self, level: u8) -> Self {
        self.heading_level = level;
        self
    }

    steps! {
        /// What stands below the title.
        body: maybe_markup;
    }

    common_steps!();
}

/// A quotation or remark set apart.
#[derive(Clone, Debug, Template)]
#[template(path = "components/inset-text.html")]
pub struct InsetText<'a> {
    body: Markup<'a>,
    id: Option<Cow<'a, str>>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> InsetText<'a> {
    /// Text or markup set apart.
    pub fn new(body: impl Into<Markup<'a>>) -> Self {
        Self { body: body.into(), id: None, classes: Classes::default(), attrs: Attrs::default() }
    }

    steps! {
        /// The id.
        id: maybe_text;
    }

    common_steps!();
}

/// A warning nobody should miss.
#[derive(Clone, Debug, Template)]
#[template(path = "components/warning-text.html")]
pub struct WarningText<'a> {
    prefix: Cow<'a, str>,
    text: Markup<'a>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> WarningText<'a> {
    /// A warning; the hidden word before it is `page-warning`.
    pub fn new(say: &impl Say, text: impl Into<Markup<'a>>) -> Self {
        Self {
            prefix: say.say("page-warning").into_owned().into(),
            text: text.into(),
            classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    steps! {
        /// Another hidden word.
        prefix: text;
    }

    common_steps!();
}

/// More, for those who want it.
#[derive(Clone, Debug, Template)]
#[template(path = "components/details.html")]
pub struct Details<'a> {
    summary: Markup<'a>,
    body: Markup<'a>,
    id: Option<Cow<'a, str>>,
    open: bool,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> Details<'a> {
    /// A summary that opens to the body.
    pub fn new(summary: impl Into<Markup<'a>>, body: impl Into<Markup<'a>>) -> Self {
        Self {
            summary: summary.into(),
            body: body.into(),
            id: None,
            open: false,
            classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    steps! {
        /// The id.
        id: maybe_text;
        /// Whether it is open at first.
        open: flag;
    }

    common_steps!();
}

/// What a person typed, shown back: in its own direction, with its line breaks.
#[derive(Clone, Debug, Template)]
#[template(source = r#"<span class="app-typed" dir="auto">{{ text }}</span>"#, ext = "html")]
pub struct Typed<'a> {
    text: Cow<'a, str>,
}

impl<'a> Typed<'a> {
    /// Text as it was typed.
    pub fn new(text: impl super::IntoText<'a>) -> Self {
        Self { text: text.into_text() }
    }
}

/// A status in a word. The word says it; the colour only helps.
#[derive(Clone, Debug, Template)]
#[template(path = "components/tag.html")]
pub struct Tag<'a> {
    text: Markup<'a>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> Tag<'a> {
    /// The plain tag.
    pub fn new(text: impl Into<Markup<'a>>) -> Self {
        Self { text: text.into(), classes: Classes::default(), attrs: Attrs::default() }
    }

    /// Done, in time, safe.
    pub fn good(text: impl Into<Markup<'a>>) -> Self {
        Self::new(text).classes("app-tag--good")
    }

    /// Late, refused, broken.
    pub fn bad(text: impl Into<Markup<'a>>) -> Self {
        Self::new(text).classes("app-tag--bad")
    }

    /// Stale, due soon, wants attention.
    pub fn warn(text: impl Into<Markup<'a>>) -> Self {
        Self::new(text).classes("app-tag--warn")
    }

    /// Closed, unowned, not started.
    pub fn quiet(text: impl Into<Markup<'a>>) -> Self {
        Self::new(text).classes("app-tag--quiet")
    }

    common_steps!();
}

/// Says that a service is new or on trial.
#[derive(Clone, Debug, Template)]
#[template(path = "components/phase-banner.html")]
pub struct PhaseBanner<'a> {
    tag: Tag<'a>,
    body: Markup<'a>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> PhaseBanner<'a> {
    /// The phase in a word, and a sentence about it.
    pub fn new(phase: impl Into<Markup<'a>>, body: impl Into<Markup<'a>>) -> Self {
        Self {
            tag: Tag::new(phase).classes("govuk-phase-banner__content__tag"),
            body: body.into(),
            classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    /// Class names for the phase.
    pub fn tag_classes(mut self, classes: impl super::IntoText<'a>) -> Self {
        let own = "govuk-phase-banner__content__tag";
        let more = classes.into_text();
        self.tag = self.tag.classes(if more.is_empty() { own.to_owned() } else { format!("{own} {more}") });
        self
    }

    common_steps!();
}

component!(NotificationBanner, Panel, InsetText, WarningText, Details, Tag, Typed, PhaseBanner);
