//! What may stand inside a component: plain text, which is escaped, or markup made by a component, which is not.

use std::borrow::Cow;
use std::fmt;

use askama::filters::{Html, HtmlSafe, escape};

/// Text to escape, or HTML that is already safe.
#[derive(Clone, Debug)]
pub enum Markup<'a> {
    /// Plain text; `<` is shown as `<`.
    Text(Cow<'a, str>),
    /// HTML from a component or from [`Markup::trusted`].
    Html(String),
}

impl<'a> Markup<'a> {
    /// HTML from the project's own words or templates. Never give it anything a person typed.
    pub fn trusted(html: impl Into<String>) -> Self {
        Self::Html(html.into())
    }

    /// Several components or texts, one after another.
    pub fn join<M: Into<Markup<'a>>>(parts: impl IntoIterator<Item = M>) -> Self {
        Self::Html(parts.into_iter().map(|part| part.into().to_string()).collect())
    }

    /// True when there is nothing to show.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Html(html) => html.is_empty(),
        }
    }

    /// True for HTML, false for plain text.
    pub fn is_html(&self) -> bool {
        matches!(self, Self::Html(_))
    }
}

impl Default for Markup<'_> {
    fn default() -> Self {
        Self::Text(Cow::Borrowed(""))
    }
}

impl fmt::Display for Markup<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => match escape(text, Html) {
                Ok(safe) => safe.fmt(f),
                Err(_) => Err(fmt::Error),
            },
            Self::Html(html) => f.write_str(html),
        }
    }
}

impl HtmlSafe for Markup<'_> {}

/// Plain text in any of the shapes a template hands over.
pub trait IntoText<'a> {
    /// The text itself.
    fn into_text(self) -> Cow<'a, str>;
}

/// Text that may be absent: a kept value, a hint, an error.
pub trait MaybeText<'a> {
    /// The text, if there is any.
    fn maybe_text(self) -> Option<Cow<'a, str>>;
}

/// Markup that may be absent.
pub trait MaybeMarkup<'a> {
    /// The markup, if there is any.
    fn maybe_markup(self) -> Option<Markup<'a>>;
}

macro_rules! texts {
    ($($shape:ty => |$it:ident| $text:expr),+ $(,)?) => {$(
        impl<'a> IntoText<'a> for $shape {
            fn into_text(self) -> Cow<'a, str> { let $it = self; $text }
        }
        impl<'a> From<$shape> for Markup<'a> {
            fn from($it: $shape) -> Self { Markup::Text($text) }
        }
        impl<'a> MaybeText<'a> for $shape {
            fn maybe_text(self) -> Option<Cow<'a, str>> { Some(self.into_text()) }
        }
        impl<'a> MaybeText<'a> for Option<$shape> {
            fn maybe_text(self) -> Option<Cow<'a, str>> { self.map(IntoText::into_text) }
        }
        impl<'a> MaybeMarkup<'a> for $shape {
            fn maybe_markup(self) -> Option<Markup<'a>> { Some(self.into()) }
        }
        impl<'a> MaybeMarkup<'a> for Option<$shape> {
            fn maybe_markup(self) -> Option<Markup<'a>> { self.map(Into::into) }
        }
    )+};
}

// A template lends a field of its page by reference, so every shape is also taken by reference.
texts! {
    &'a str => |text| Cow::Borrowed(text),
    &'a &'a str => |text| Cow::Borrowed(*text),
    String => |text| Cow::Owned(text),
    &'a String => |text| Cow::Borrowed(text.as_str()),
    &'a &'a String => |text| Cow::Borrowed(text.as_str()),
    Cow<'a, str> => |text| text,
    &'a Cow<'a, str> => |text| Cow::Borrowed(text.as_ref()),
}

macro_rules! lent {
    ($($shape:ty),+ $(,)?) => {$(
        impl<'a> MaybeText<'a> for &'a Option<$shape> {
            fn maybe_text(self) -> Option<Cow<'a, str>> { self.as_ref().map(|text| Cow::Borrowed(&text[..])) }
        }
        impl<'a> MaybeMarkup<'a> for &'a Option<$shape> {
            fn maybe_markup(self) -> Option<Markup<'a>> { self.maybe_text().map(Markup::Text) }
        }
    )+};
}
lent!(&'a str, String, Cow<'a, str>);

impl<'a> MaybeMarkup<'a> for Markup<'a> {
    fn maybe_markup(self) -> Option<Markup<'a>> {
        Some(self)
    }
}

impl<'a> MaybeMarkup<'a> for Option<Markup<'a>> {
    fn maybe_markup(self) -> Option<Markup<'a>> {
        self
    }
}

impl<'a> From<&Markup<'a>> for Markup<'a> {
    fn from(markup: &Markup<'a>) -> Self {
        markup.clone()
    }
}

/// Attributes a page adds to a component, in the order given.
#[derive(Clone, Debug, Default)]
pub struct Attrs<'a>(Vec<(Cow<'a, str>, Option<Cow<'a, str>>)>);

impl<'a> Attrs<'a> {
    /// Adds `name="value"`, or the bare name when there is no value.
    pub(crate) fn add(&mut self, name: Cow<'a, str>, value: Option<Cow<'a, str>>) {
        self.0.push((name, value));
    }
}

impl fmt::Display for Attrs<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, value) in &self.0 {
            write!(f, " {name}")?;
            if let Some(value) = value {
                write!(f, "=\"{}\"", Markup::from(value))?;
            }
        }
        Ok(())
    }
}

impl HtmlSafe for Attrs<'_> {}

/// A list of class names, each already in its place.
#[derive(Clone, Debug, Default)]
pub struct Classes<'a>(Cow<'a, str>);

impl<'a> Classes<'a> {
    pub(crate) fn set(&mut self, classes: Cow<'a, str>) {
        self.0 = classes;
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The names alone, for an element with no class of its own.
    pub fn names(&self) -> &str {
        &self.0
    }

    /// Adds one class name after the others.
    pub(crate) fn add(&mut self, class: &str) {
        self.0 = Cow::Owned(if self.0.is_empty() { class.to_owned() } else { format!("{} {class}", self.0) });
    }
}

impl fmt::Display for Classes<'_> {
    /// Starts with a space, so that it can follow a component's own class.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, " {}", Markup::from(&self.0)) }
    }
}

impl HtmlSafe for Classes<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_markup_is_not() {
        assert_eq!(Markup::from("<b>&\"'").to_string(), "&#60;b&#62;&#38;&#34;&#39;");
        assert_eq!(Markup::trusted("<b>bold</b>").to_string(), "<b>bold</b>");
    }

    #[test]
    fn attributes_cannot_be_broken_out_of() {
        let mut attrs = Attrs::default();
        attrs.add("data-x".into(), Some("\" onclick=\"".into()));
        attrs.add("hidden".into(), None);
        assert_eq!(attrs.to_string(), " data-x=\"&#34; onclick=&#34;\" hidden");
    }

    #[test]
    fn every_shape_a_template_lends_is_text() {
        let owned = String::from("a");
        let lent: &&str = &"a";
        let maybe = Some(owned.clone());
        assert_eq!((&owned).into_text(), lent.into_text());
        assert_eq!((&maybe).maybe_text().as_deref(), Some("a"));
        assert_eq!(None::<&str>.maybe_text(), None);
    }
}
