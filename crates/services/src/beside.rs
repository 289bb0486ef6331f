//! The answers that stand beside a service. They are another noun's, so the wiring gives them.

use kit::ui::Markup;
use kit::{App, Lang};

/// An answer to a question people ask about a service, in the words of its reader.
#[derive(Debug)]
pub struct Told {
    /// The question.
    pub question: String,
    /// The answer.
    pub paragraphs: Vec<String>,
    /// The language of both.
    pub lang: Lang,
    /// What is said first where that is not the reader's language.
    pub note: Option<String>,
    /// Where the page leads on which anybody says that it is wrong, and the words of the link.
    pub wrong: (String, String),
}

impl Told {
    pub(crate) fn said<'a>(&self, paragraph: &'a str) -> Markup<'a> {
        crate::numbers::linked(paragraph)
    }
}

/// What is told beside a service.
#[derive(Debug, Default)]
pub struct ToldBeside {
    /// The first of them.
    pub answers: Vec<Told>,
    /// Where all of them are, where there are more, and the words of the link.
    pub more: Option<(String, String)>,
}

/// Finds what everybody may read about a service, at most so many answers.
pub struct Beside(pub fn(&App, &str, Lang, usize) -> ToldBeside);

/// Answers shown: more would push the way to ring or come off the page.
const MOST: usize = 4;

/// What stands beside this service.
pub(crate) fn of(app: &App, service: &str, lang: Lang) -> ToldBeside {
    match app.part::<Beside>() {
        Ok(Beside(find)) => find(app, service, lang, MOST),
        Err(_) => ToldBeside::default(),
    }
}
