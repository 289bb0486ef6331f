//! Ways to somewhere else: back, up, on, and the same page in another language.

use std::borrow::Cow;

use askama::Template;

use super::build::{common_steps, component, steps};
use super::markup::{Attrs, Classes, IntoText, Markup, MaybeMarkup, MaybeText};
use super::say::Say;

/// Back to the page before, above the heading.
#[derive(Clone, Debug, Template)]
#[template(path = "components/back-link.html")]
pub struct BackLink<'a> {
    text: Markup<'a>,
    href: Cow<'a, str>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> BackLink<'a> {
    /// A link reading `page-back`.
    pub fn new(say: &impl Say, href: impl IntoText<'a>) -> Self {
        Self::reading(say.say("page-back").into_owned(), href)
    }

    /// A link with words of its own.
    pub fn reading(text: impl Into<Markup<'a>>, href: impl IntoText<'a>) -> Self {
        Self { text: text.into(), href: href.into_text(), classes: Classes::default(), attrs: Attrs::default() }
    }

    common_steps!();
}

/// Past the header to the page itself: the first thing Tab reaches.
#[derive(Clone, Debug, Template)]
#[template(path = "components/skip-link.html")]
pub struct SkipLink<'a> {
    text: Markup<'a>,
    href: Cow<'a, str>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> SkipLink<'a> {
    /// A link to an anchor on this page.
    pub fn new(text: impl Into<Markup<'a>>, href: impl IntoText<'a>) -> Self {
        Self { text: text.into(), href: href.into_text(), classes: Classes::default(), attrs: Attrs::default() }
    }

    common_steps!();
}

/// A step on the way down to this page.
#[derive(Clone, Debug)]
struct Crumb<'a> {
    text: Markup<'a>,
    href: Option<Cow<'a, str>>,
    attrs: Attrs<'a>,
}

/// Where this page stands.
#[derive(Clone, Debug, Template)]
#[template(path = "components/breadcrumbs.html")]
pub struct Breadcrumbs<'a> {
    label: Cow<'a, str>,
    crumbs: Vec<Crumb<'a>>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> Breadcrumbs<'a> {
    /// An empty trail, named by `page-breadcrumbs` for screen readers.
    pub fn new(say: &impl Say) -> Self {
        Self {
            label: say.say("page-breadcrumbs").into_owned().into(),
            crumbs: Vec::new(),
            classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    /// Adds a page; one without address is this page.
    pub fn page(mut self, text: impl Into<Markup<'a>>, href: impl MaybeText<'a>) -> Self {
        self.crumbs.push(Crumb { text: text.into(), href: href.maybe_text(), attrs: Attrs::default() });
        self
    }

    /// Adds an attribute to the page added last.
    pub fn page_attr(mut self, name: impl IntoText<'a>, value: impl IntoText<'a>) -> Self {
        if let Some(last) = self.crumbs.last_mut() {
            last.attrs.add(name.into_text(), Some(value.into_text()));
        }
        self
    }

    /// On a phone show only the first and the last.
    pub fn collapse_on_mobile(mut self) -> Self {
        self.classes.add("govuk-breadcrumbs--collapse-on-mobile");
        self
    }

    steps! {
        /// Another name for screen readers.
        label: text;
    }

    common_steps!();
}

/// The way to the page before or after in a long list.
#[derive(Clone, Debug)]
struct Turn<'a> {
    href: Cow<'a, str>,
    text: Markup<'a>,
    label: Option<Markup<'a>>,
}

/// Previous and next in a list paged by key: it has no page numbers.
#[derive(Clone, Debug, Template)]
#[template(path = "components/pagination.html")]
pub struct Pagination<'a> {
    label: Cow<'a, str>,
    previous: Option<Turn<'a>>,
    next: Option<Turn<'a>>,
    previous_words: [String; 2],
    next_words: [String; 2],
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> Pagination<'a> {
    /// Neither way open yet; the words are `page-previous`, `page-next` and `page-of-list`.
    pub fn new(say: &impl Say) -> Self {
        let words = |key: &str| say.say(key).into_owned();
        Self {
            label: words("page-pagination").into(),
            previous: None,
            next: None,
            previous_words: [words("page-previous"), words("page-previous-hidden")],
            next_words: [words("page-next"), words("page-next-hidden")],
            classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    /// Opens the way back; no address leaves it closed.
    pub fn previous(mut self, href: impl MaybeText<'a>) -> Self {
        let [shown, hidden] = &self.previous_words;
        self.previous = href.maybe_text().map(|href| Turn { href, text: shown_and_hidden(shown, hidden), label: None });
        self
    }

    /// Opens the way on; no address leaves it closed.
    pub fn next(mut self, href: impl MaybeText<'a>) -> Self {
        let [shown, hidden] = &self.next_words;
        self.next = href.maybe_text().map(|href| Turn { href, text: shown_and_hidden(shown, hidden), label: None });
        self
    }

    /// Other words for the way back, and what is found there.
    pub fn previous_reads(mut self, text: impl Into<Markup<'a>>, label: impl MaybeMarkup<'a>) -> Self {
        if let Some(turn) = &mut self.previous {
            (turn.text, turn.label) = (text.into(), label.maybe_markup());
        }
        self
    }

    /// Other words for the way on, and what is found there.
    pub fn next_reads(mut self, text: impl Into<Markup<'a>>, label: impl MaybeMarkup<'a>) -> Self {
        if let Some(turn) = &mut self.next {
            (turn.text, turn.label) = (text.into(), label.maybe_markup());
        }
        self
    }

    steps! {
        /// Another name for screen readers.
        label: text;
    }

    common_steps!();
}

fn shown_and_hidden<'a>(shown: &str, hidden: &str) -> Markup<'a> {
    if hidden.is_empty() {
        return shown.to_owned().into();
    }
    let (shown, hidden) = (Markup::from(shown), Markup::from(hidden));
    Markup::Html(format!("{shown}<span class=\"govuk-visually-hidden\"> {hidden}</span>"))
}

/// A place in the navigation of a service.
#[derive(Clone, Debug)]
struct Place<'a> {
    text: Markup<'a>,
    href: Option<Cow<'a, str>>,
    current: Option<&'static str>,
}

/// The places of a service or of the desk; on a phone behind a button where scripts run.
#[derive(Clone, Debug, Template)]
#[template(path = "components/service-navigation.html")]
pub struct ServiceNavigation<'a> {
    menu: Cow<'a, str>,
    section_label: Cow<'a, str>,
    label: Option<Cow<'a, str>>,
    name: Option<Markup<'a>>,
    name_href: Option<Cow<'a, str>>,
    id: Cow<'a, str>,
    places: Vec<Place<'a>>,
    collapse: Option<bool>,
    classes: Classes<'a>,
    navigation_classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> ServiceNavigation<'a> {
    /// No places yet; the words are `page-menu` and `page-service-information`.
    pub fn new(say: &impl Say) -> Self {
        Self {
            menu: say.say("page-menu").into_owned().into(),
            section_label: say.say("page-service-information").into_owned().into(),
            label: None,
            name: None,
            name_href: None,
            id: Cow::Borrowed("navigation"),
            places: Vec::new(),
            collapse: None,
            classes: Classes::default(),
            navigation_classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    /// The service's name, leading to its start.
    pub fn name(mut self, name: impl Into<Markup<'a>>, href: impl MaybeText<'a>) -> Self {
        self.name = Some(name.into());
        self.name_href = href.maybe_text();
        self
    }

    /// Adds a place.
    pub fn place(mut self, text: impl Into<Markup<'a>>, href: impl MaybeText<'a>) -> Self {
        self.places.push(Place { text: text.into(), href: href.maybe_text(), current: None });
        self
    }

    /// Marks the place added last: `page` when it is this very page, `true` when this page lies below it.
    pub fn current(mut self, how: &'static str) -> Self {
        if let Some(last) = self.places.last_mut() {
            last.current = Some(how);
        }
        self
    }

    /// Whether a phone hides the places behind the button; without this step it does from two places on.
    pub fn collapse(mut self, collapse: bool) -> Self {
        self.collapse = Some(collapse);
        self
    }

    /// Class names for the list of places.
    pub fn navigation_classes(mut self, classes: impl IntoText<'a>) -> Self {
        self.navigation_classes.set(classes.into_text());
        self
    }

    steps! {
        /// Another name for the places, for screen readers.
        label: maybe_text;
        /// Another word on the button.
        menu: text;
        /// Another name for the whole, for screen readers.
        section_label: text;
        /// Another id for the list of places.
        id: text;
    }

    common_steps!();

    fn collapses(&self) -> bool {
        self.collapse.unwrap_or(self.places.len() > 1)
    }
}

/// The page in one language.
#[derive(Clone, Debug)]
struct Version<'a> {
    name: Markup<'a>,
    href: Option<Cow<'a, str>>,
    lang: Option<Cow<'a, str>>,
    dir: Option<Cow<'a, str>>,
    current: bool,
    about: Option<Cow<'a, str>>,
}

/// The same page in the other languages, each named in itself.
#[derive(Clone, Debug, Template)]
#[template(path = "components/language-navigation.html")]
pub struct LanguageNavigation<'a> {
    label: Cow<'a, str>,
    versions: Vec<Version<'a>>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> LanguageNavigation<'a> {
    /// No languages yet, named by `page-language`.
    pub fn new(say: &impl Say) -> Self {
        Self {
            label: say.say("page-language").into_owned().into(),
            versions: Vec::new(),
            classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    /// Adds a language: its own name, the address of the page in it (none for the language of this page), code, direction.
    pub fn language(
        mut self,
        name: impl Into<Markup<'a>>,
        href: impl MaybeText<'a>,
        lang: impl MaybeText<'a>,
        dir: impl MaybeText<'a>,
    ) -> Self {
        let (href, lang, dir) = (href.maybe_text(), lang.maybe_text(), dir.maybe_text());
        self.versions.push(Version { name: name.into(), current: href.is_none(), href, lang, dir, about: None });
        self
    }

    /// Hidden words after the language added last.
    pub fn about(mut self, words: impl MaybeText<'a>) -> Self {
        if let Some(last) = self.versions.last_mut() {
            last.about = words.maybe_text();
        }
        self
    }

    steps! {
        /// Another name for screen readers.
        label: text;
    }

    common_steps!();
}

component!(BackLink, SkipLink, Breadcrumbs, Pagination, ServiceNavigation, LanguageNavigation);
