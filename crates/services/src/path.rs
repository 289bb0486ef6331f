//! The way through the pages, worked out afresh from the answers each time, so that going back and
//! changing one answer always leads on correctly.

use crate::answers::Answers;
use crate::expr::{Lookup, Value, evaluate};
use crate::model::{Condition, Definition, Page, Question};
use jiff::civil::Date;

/// One walk through the pages: which are shown, and which questions count.
pub(crate) struct Walk<'a> {
    definition: &'a Definition,
    answers: &'a Answers,
    /// By question: whether it is asked, so far.
    asked: Vec<bool>,
    /// Pages shown, in order.
    pages: Vec<usize>,
}

impl Lookup for Walk<'_> {
    fn question(&self, index: usize) -> Value<'_> {
        let answer = self.answers.get(&self.definition.questions[index].id).filter(|_| self.asked[index]);
        answer.map_or(Value::Null, Value::from)
    }

    fn compute(&self, index: usize) -> Value<'_> {
        evaluate(&self.definition.computes[index].expr, self)
    }

    fn today(&self) -> Date {
        self.answers.today()
    }
}

impl<'a> Walk<'a> {
    /// Walks from the first page to the last. A condition sees only what was asked before it.
    pub fn new(definition: &'a Definition, answers: &'a Answers) -> Walk<'a> {
        let asked = vec![false; definition.questions.len()];
        let mut walk = Walk { definition, answers, asked, pages: Vec::new() };
        for (index, page) in definition.pages.iter().enumerate() {
            if !walk.holds(page.show.as_ref()) {
                continue;
            }
            let asked: usize = page.asks.iter().map(|question| usize::from(walk.ask(*question))).sum();
            if asked > 0 {
                walk.pages.push(index);
            }
        }
        walk
    }

    fn ask(&mut self, question: usize) -> bool {
        let asked = self.holds(self.definition.questions[question].show.as_ref());
        self.asked[question] = asked;
        asked
    }

    fn holds(&self, condition: Option<&Condition>) -> bool {
        condition.is_none_or(|condition| evaluate(&condition.expr, self).is_yes())
    }

    /// Whether a page is shown.
    pub fn shows(&self, page: usize) -> bool {
        self.pages.contains(&page)
    }

    /// Whether a question is asked.
    pub fn asks(&self, question: usize) -> bool {
        self.asked[question]
    }
}

impl Definition {
    /// The pages these answers lead through, in order.
    pub fn path(&self, answers: &Answers) -> Vec<&Page> {
        Walk::new(self, answers).pages.iter().map(|index| &self.pages[*index]).collect()
    }

    /// The questions of a page that are asked, in order.
    pub fn visible_questions<'a>(&'a self, page: &'a Page, answers: &Answers) -> Vec<&'a Question> {
        let walk = Walk::new(self, answers);
        page.asks.iter().filter(|index| walk.asks(**index)).map(|index| &self.questions[*index]).collect()
    }

    /// The page before this one; `None` on the first.
    pub fn previous_page(&self, page: &str, answers: &Answers) -> Option<&Page> {
        let before: Vec<&str> = self.pages.iter().map(|each| each.id.as_str()).take_while(|id| *id != page).collect();
        self.path(answers).into_iter().rev().find(|each| before.contains(&each.id.as_str()))
    }

    /// Every question that still has to be answered, with its page.
    pub fn missing(&self, answers: &Answers) -> Vec<(&Page, &Question)> {
        let walk = Walk::new(self, answers);
        let pages = walk.pages.iter().map(|index| &self.pages[*index]);
        let asked = pages.flat_map(|page| page.asks.iter().map(move |question| (page, *question)));
        let each = asked
            .filter(|(_, question)| walk.asks(*question))
            .map(|(page, question)| (page, &self.questions[question]));
        each.filter(|(_, question)| question.required && answers.get(&question.id).is_none()).collect()
    }

    /// The first page with a question that still has to be answered.
    pub fn first_unanswered(&self, answers: &Answers) -> Option<&Page> {
        self.missing(answers).first().map(|(page, _)| *page)
    }

    /// Only the answers to questions that are asked: what is submitted.
    pub fn on_path(&self, answers: &Answers) -> Answers {
        let walk = Walk::new(self, answers);
        let mut kept = Answers::on(answers.today());
        let asked = self.questions.iter().enumerate().filter(|(index, _)| walk.asks(*index));
        for (_, question) in asked {
            kept.set(&question.id, answers.get(&question.id).cloned());
        }
        kept
    }
}
