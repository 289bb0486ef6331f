//! Rows and columns.

use askama::Template;

use super::build::{common_steps, component, lendable};
use super::markup::{Attrs, Classes, IntoText, Markup, MaybeMarkup};

/// One cell.
#[derive(Clone, Debug, Default)]
pub struct Cell<'a> {
    text: Markup<'a>,
    numeric: bool,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> Cell<'a> {
    /// A cell of words.
    pub fn new(text: impl Into<Markup<'a>>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A cell of figures, set to the far edge so that units stand below units.
    pub fn numeric(text: impl Into<Markup<'a>>) -> Self {
        Self { numeric: true, ..Self::new(text) }
    }

    common_steps!();
}

impl<'a, T: Into<Markup<'a>>> From<T> for Cell<'a> {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}

/// A table with its caption.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/table.html")]
pub struct Table<'a> {
    caption: Option<Markup<'a>>,
    caption_classes: Classes<'a>,
    head: Vec<Cell<'a>>,
    rows: Vec<Vec<Cell<'a>>>,
    first_is_header: bool,
    scrolls: bool,
    cards: bool,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> Table<'a> {
    /// A table; every table says in its caption what it shows.
    pub fn new(caption: impl MaybeMarkup<'a>) -> Self {
        Self { caption: caption.maybe_markup(), ..Self::default() }
    }

    /// The headings of the columns.
    pub fn head<C: Into<Cell<'a>>>(mut self, cells: impl IntoIterator<Item = C>) -> Self {
        self.head = cells.into_iter().map(Into::into).collect();
        self
    }

    /// Adds a row.
    pub fn row<C: Into<Cell<'a>>>(mut self, cells: impl IntoIterator<Item = C>) -> Self {
        self.rows.push(cells.into_iter().map(Into::into).collect());
        self
    }

    /// Makes the first cell of each row its heading.
    pub fn first_is_header(mut self) -> Self {
        self.first_is_header = true;
        self
    }

    /// Lets a wide table move sideways inside its own box, reachable by keyboard.
    pub fn scrolls(mut self) -> Self {
        self.scrolls = true;
        self
    }

    /// Tight rows, for staff who read many.
    pub fn dense(mut self) -> Self {
        self.classes.add("app-table--dense");
        self
    }

    /// Makes each row a card on a phone, every cell with the name of its column.
    pub fn cards(mut self) -> Self {
        self.classes.add("app-table--cards");
        self.cards = true;
        self
    }

    /// The name of a column, for the cells of a card.
    fn label(&self, column: &usize) -> Option<&str> {
        match &self.head.get(*column)?.text {
            Markup::Text(words) if self.cards => Some(words),
            _ => None,
        }
    }

    /// What an element is, said again: shown as a block, a browser no longer says it by itself.
    fn role(&self, role: &str) -> Markup<'static> {
        Markup::trusted(if self.cards { format!(" role=\"{role}\"") } else { String::new() })
    }

    /// Class names for the caption, such as `govuk-table__caption--m`.
    pub fn caption_classes(mut self, classes: impl IntoText<'a>) -> Self {
        self.caption_classes.set(classes.into_text());
        self
    }

    common_steps!();
}

component!(Table);
lendable!(Cell);
