//! What happened to a case, newest first or last as the page gives it; views of one list; whom a page is about.

use std::borrow::Cow;

use askama::Template;

use super::build::{common_steps, component, lendable, steps};
use super::markup::{Attrs, Classes, IntoText, Markup, MaybeMarkup};

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct Event<'a> {
    title: Markup<'a>,
    at: Cow<'a, str>,
    when: Cow<'a, str>,
    by: Option<Markup<'a>>,
    body: Option<Markup<'a>>,
    ours: bool,
}

impl<'a> Event<'a> {
    /// What happened; when, for machines (RFC 3339) and in words.
    pub fn new(title: impl Into<Markup<'a>>, at: impl IntoText<'a>, when: impl IntoText<'a>) -> Self {
        Self { title: title.into(), at: at.into_text(), when: when.into_text(), by: None, body: None, ours: false }
    }

    /// Marks what the council did, apart from what the resident did.
    pub fn ours(mut self, ours: bool) -> Self {
        self.ours = ours;
        self
    }

    steps! {
        /// Who did it.
        by: maybe_markup;
        /// The message, note or reason.
        body: maybe_markup;
    }
}

/// Events in order.
#[derive(Clone, Debug, Template)]
#[template(path = "components/timeline.html")]
pub struct Timeline<'a> {
    events: Vec<Event<'a>>,
    heading_level: u8,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> Timeline<'a> {
    /// Events in the order given, each titled with a heading of level 3.
    pub fn new<E: Into<Event<'a>>>(events: impl IntoIterator<Item = E>) -> Self {
        Self {
            events: events.into_iter().map(Into::into).collect(),
            heading_level: 3,
            classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    /// The level of the events' headings, 1 to 6.
    pub fn heading_level(mut self, level: u8) -> Self {
        self.heading_level = level;
        self
    }

    common_steps!();
}

/// One view.
#[derive(Clone, Debug)]
struct Tab<'a> {
    text: Markup<'a>,
    href: Cow<'a, str>,
    count: Option<Markup<'a>>,
    current: bool,
}

/// Views of one list as plain links: mine, my team's, late.
#[derive(Clone, Debug, Template)]
#[template(path = "components/tabs.html")]
pub struct Tabs<'a> {
    label: Cow<'a, str>,
    tabs: Vec<Tab<'a>>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> Tabs<'a> {
    /// No views yet; the label names them for screen readers.
    pub fn new(label: impl IntoText<'a>) -> Self {
        Self { label: label.into_text(), tabs: Vec::new(), classes: Classes::default(), attrs: Attrs::default() }
    }

    /// Adds a view, with how many are in it when that is known.
    pub fn tab(
        mut self,
        text: impl Into<Markup<'a>>,
        href: impl IntoText<'a>,
        current: bool,
        count: impl MaybeMarkup<'a>,
    ) -> Self {
        let (text, href, count) = (text.into(), href.into_text(), count.maybe_markup());
        self.tabs.push(Tab { text, href, count, current });
        self
    }

    common_steps!();
}

/// Whom or what a staff page is about, always in sight: name, reference, status, and what can be done.
#[derive(Clone, Debug, Template)]
#[template(path = "components/identity-bar.html")]
pub struct IdentityBar<'a> {
    label: Cow<'a, str>,
    title: Markup<'a>,
    facts: Vec<Markup<'a>>,
    actions: Markup<'a>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> IdentityBar<'a> {
    /// The bar's name for screen readers, and whom or what it is about.
    pub fn new(label: impl IntoText<'a>, title: impl Into<Markup<'a>>) -> Self {
        Self {
            label: label.into_text(),
            title: title.into(),
            facts: Vec::new(),
            actions: Markup::default(),
            classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    /// Adds a reference, a date, a tag.
    pub fn fact(mut self, fact: impl Into<Markup<'a>>) -> Self {
        self.facts.push(fact.into());
        self
    }

    /// Buttons at the far end.
    pub fn actions<M: Into<Markup<'a>>>(mut self, actions: impl IntoIterator<Item = M>) -> Self {
        self.actions = Markup::join(actions);
        self
    }

    common_steps!();
}

component!(Timeline, Tabs, IdentityBar);
lendable!(Event);
