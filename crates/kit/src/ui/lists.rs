//! Lists of answers and of things to do.

use std::borrow::Cow;

use askama::Template;

use super::build::{common_steps, component, lendable, steps};
use super::markup::{Attrs, Classes, IntoText, Markup, MaybeMarkup, MaybeText};
use super::notes::Tag;

/// A link beside an answer or in a card's title: "Change", with hidden words saying what.
#[derive(Clone, Debug, Default)]
pub struct Action<'a> {
    href: Cow<'a, str>,
    text: Markup<'a>,
    about: Option<Cow<'a, str>>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> Action<'a> {
    /// A link; `about` is read out after the words shown ("Change", hidden " your name").
    pub fn new(href: impl IntoText<'a>, text: impl Into<Markup<'a>>, about: impl MaybeText<'a>) -> Self {
        let about = about.maybe_text().filter(|about| !about.is_empty());
        Self { href: href.into_text(), text: text.into(), about, ..Self::default() }
    }

    common_steps!();
}

/// One question and its answer.
#[derive(Clone, Debug, Default)]
pub struct Row<'a> {
    key: Markup<'a>,
    value: Markup<'a>,
    actions: Vec<Action<'a>>,
    classes: Classes<'a>,
    key_classes: Classes<'a>,
    value_classes: Classes<'a>,
    actions_classes: Classes<'a>,
}

impl<'a> Row<'a> {
    /// A question with its answer.
    pub fn new(key: impl Into<Markup<'a>>, value: impl Into<Markup<'a>>) -> Self {
        Self { key: key.into(), value: value.into(), ..Self::default() }
    }

    /// Adds a link beside the answer.
    pub fn action(mut self, action: Action<'a>) -> Self {
        self.actions.push(action);
        self
    }

    /// Class names for the row, its key, its value and its actions.
    pub fn all_classes(
        mut self,
        row: impl IntoText<'a>,
        key: impl IntoText<'a>,
        value: impl IntoText<'a>,
        actions: impl IntoText<'a>,
    ) -> Self {
        self.classes.set(row.into_text());
        self.key_classes.set(key.into_text());
        self.value_classes.set(value.into_text());
        self.actions_classes.set(actions.into_text());
        self
    }
}

/// The frame around a summary list, with a title and links of its own.
#[derive(Clone, Debug, Default)]
pub struct Card<'a> {
    title: Option<Markup<'a>>,
    heading_level: u8,
    actions: Vec<Action<'a>>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> Card<'a> {
    /// A card with its title.
    pub fn new(title: impl MaybeMarkup<'a>) -> Self {
        Self { title: title.maybe_markup(), heading_level: 2, ..Self::default() }
    }

    /// The level of the title's heading, 1 to 6.
    pub fn heading_level(mut self, level: u8) -> Self {
        self.heading_level = level;
        self
    }

    /// Adds a link in the title.
    pub fn action(mut self, action: Action<'a>) -> Self {
        self.actions.push(action);
        self
    }

    common_steps!();
}

/// Questions with their answers, each with a way to change it.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/summary-list.html")]
pub struct SummaryList<'a> {
    rows: Vec<Row<'a>>,
    card: Option<Card<'a>>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> SummaryList<'a> {
    /// A list with nothing in it yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one question with its answer.
    pub fn row(mut self, row: Row<'a>) -> Self {
        self.rows.push(row);
        self
    }

    /// Adds a question with its answer and nothing to change.
    pub fn plain(self, key: impl Into<Markup<'a>>, value: impl Into<Markup<'a>>) -> Self {
        self.row(Row::new(key, value))
    }

    /// Adds several questions with their answers.
    pub fn rows<R: Into<Row<'a>>>(mut self, rows: impl IntoIterator<Item = R>) -> Self {
        self.rows.extend(rows.into_iter().map(Into::into));
        self
    }

    /// Puts the list in a card.
    pub fn card(mut self, card: Card<'a>) -> Self {
        self.card = Some(card);
        self
    }

    common_steps!();

    fn any_actions(&self) -> bool {
        self.rows.iter().any(|row| !row.actions.is_empty())
    }

    fn card_title(&self) -> Option<&Markup<'a>> {
        self.card.as_ref().and_then(|card| card.title.as_ref())
    }
}

/// One thing to do, with how far it has got.
#[derive(Clone, Debug, Default)]
pub struct Task<'a> {
    title: Markup<'a>,
    href: Option<Cow<'a, str>>,
    hint: Option<Markup<'a>>,
    status: Markup<'a>,
    status_classes: Classes<'a>,
    title_classes: Classes<'a>,
    classes: Classes<'a>,
}

impl<'a> Task<'a> {
    /// A task that can be opened, with its status in words ("Completed").
    pub fn new(title: impl Into<Markup<'a>>, href: impl MaybeText<'a>, status: impl Into<Markup<'a>>) -> Self {
        Self { title: title.into(), href: href.maybe_text(), status: status.into(), ..Self::default() }
    }

    /// A task not yet begun: its status stands out as a tag.
    pub fn tagged(title: impl Into<Markup<'a>>, href: impl MaybeText<'a>, status: Tag<'a>) -> Self {
        Self::new(title, href, status)
    }

    /// A task that cannot be started yet.
    pub fn not_yet(title: impl Into<Markup<'a>>, status: impl Into<Markup<'a>>) -> Self {
        let task = Self::new(title, None::<&str>, status);
        task.status_classes("govuk-task-list__status--cannot-start-yet")
    }

    /// Class names for the status.
    pub fn status_classes(mut self, classes: impl IntoText<'a>) -> Self {
        self.status_classes.set(classes.into_text());
        self
    }

    /// Class names for the title.
    pub fn title_classes(mut self, classes: impl IntoText<'a>) -> Self {
        self.title_classes.set(classes.into_text());
        self
    }

    /// Class names for the row.
    pub fn classes(mut self, classes: impl IntoText<'a>) -> Self {
        self.classes.set(classes.into_text());
        self
    }

    steps! {
        /// A line below the title.
        hint: maybe_markup;
    }
}

/// What there is to do in a long form, and how far each part has got.
#[derive(Clone, Debug, Template)]
#[template(path = "components/task-list.html")]
pub struct TaskList<'a> {
    id_prefix: Cow<'a, str>,
    tasks: Vec<Task<'a>>,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> TaskList<'a> {
    /// A list of tasks in the order to do them.
    pub fn new<T: Into<Task<'a>>>(tasks: impl IntoIterator<Item = T>) -> Self {
        Self {
            id_prefix: Cow::Borrowed("task-list"),
            tasks: tasks.into_iter().map(Into::into).collect(),
            classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    steps! {
        /// What the ids begin with, when a page has two lists.
        id_prefix: text;
    }

    common_steps!();
}

component!(SummaryList, TaskList);
lendable!(Action, Row, Task);
