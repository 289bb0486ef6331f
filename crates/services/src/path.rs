//! The way through the pages, worked out afresh from the answers each time, so that going back and
//! changing one answer always leads on correctly.

use crate::answers::Answers;
use crate::expr::{Lookup, Value, evaluate};
use crate::model::{Condition, Definition, Page, Question};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// One walk through the pages: which are shown, and which questions count. Whoever asks several things of the same answers
/// walks once.
pub struct Walk<'d, 'a> {
    definition: &'d Definition,
    answers: &'a Answers,
    /// By question: whether it is asked, so far.
    asked: Vec<bool>,
    /// Pages shown, in order.
    pages: Vec<usize>,
}

impl Lookup for Walk<'_, '_> {
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

impl<'d, 'a> Walk<'d, 'a> {
    /// Walks from the first page to the last. A condition sees only what was asked before it.
    pub fn new(definition: &'d Definition, answers: &'a Answers) -> Walk<'d, 'a> {
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

    pub(crate) fn holds(&self, condition: Option<&Condition>) -> bool {
        condition.is_none_or(|condition| evaluate(&condition.expr, self).is_yes())
    }

    /// The questions that a condition which does not hold rests on: of several parts that all have to hold, only those of the parts
    /// that do not.
    pub(crate) fn unmet(&self, condition: &Condition) -> Vec<&'d Question> {
        let mut found = BTreeSet::new();
        for part in condition.expr.parts_of_and() {
            if !evaluate(part, self).is_yes() {
                part.questions(&self.definition.computes, &mut found);
            }
        }
        found.into_iter().map(|index| &self.definition.questions[index]).collect()
    }

    /// The service whose pages these are.
    pub fn definition(&self) -> &'d Definition {
        self.definition
    }

    /// Whether a page is shown.
    pub(crate) fn shows(&self, page: usize) -> bool {
        self.pages.contains(&page)
    }

    /// Whether a question is asked.
    pub(crate) fn asks(&self, question: usize) -> bool {
        self.asked[question]
    }

    /// The pages these answers lead through, in order.
    pub fn path(&self) -> Vec<&'d Page> {
        self.pages.iter().map(|index| &self.definition.pages[*index]).collect()
    }

    /// The questions of a page that are asked, in order.
    pub fn visible_questions(&self, page: &'d Page) -> Vec<&'d Question> {
        let asked = page.asks.iter().filter(|index| self.asks(**index));
        asked.map(|index| &self.definition.questions[*index]).collect()
    }

    /// Every question that still has to be answered, with its page.
    pub fn missing(&self) -> impl Iterator<Item = (&'d Page, &'d Question)> {
        let asked = self.path().into_iter().flat_map(|page| page.asks.iter().map(move |index| (page, *index)));
        let each = asked.filter(|(_, index)| self.asks(*index));
        let each = each.map(|(page, index)| (page, &self.definition.questions[index]));
        each.filter(|(_, question)| question.required && self.answers.get(&question.id).is_none())
    }

    /// Only the answers to questions that are asked: what is submitted.
    pub fn on_path(&self) -> Answers {
        let mut kept = Answers::on(self.answers.today());
        let asked = self.definition.questions.iter().enumerate().filter(|(index, _)| self.asks(*index));
        for (_, question) in asked {
            kept.set(&question.id, self.answers.get(&question.id).cloned());
        }
        kept
    }
}

impl Definition {
    /// The pages these answers lead through, in order.
    pub fn path(&self, answers: &Answers) -> Vec<&Page> {
        Walk::new(self, answers).path()
    }

    /// The questions of a page that are asked, in order.
    pub fn visible_questions<'d>(&'d self, page: &'d Page, answers: &Answers) -> Vec<&'d Question> {
        Walk::new(self, answers).visible_questions(page)
    }

    /// The page before this one; `None` on the first.
    pub fn previous_page(&self, page: &str, answers: &Answers) -> Option<&Page> {
        let before: Vec<&str> = self.pages.iter().map(|each| each.id.as_str()).take_while(|id| *id != page).collect();
        self.path(answers).into_iter().rev().find(|each| before.contains(&each.id.as_str()))
    }

    /// Every question that still has to be answered, with its page.
    pub fn missing(&self, answers: &Answers) -> Vec<(&Page, &Question)> {
        Walk::new(self, answers).missing().collect()
    }

    /// The first page with a question that still has to be answered.
    pub fn first_unanswered(&self, answers: &Answers) -> Option<&Page> {
        Walk::new(self, answers).missing().next().map(|(page, _)| page)
    }

    /// Only the answers to questions that are asked: what is submitted.
    pub fn on_path(&self, answers: &Answers) -> Answers {
        Walk::new(self, answers).on_path()
    }
}
