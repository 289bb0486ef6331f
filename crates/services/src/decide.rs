//! What follows from the answers: who gets it, by when, how urgent, and what stops it.

use crate::answers::{Answer, Answers};
use crate::model::{Definition, Kind, Priority, Question};
use crate::path::Walk;
use crate::table::{Output, Purpose, Table};
use calendar::{Calendar, OutOfRange, Within};

/// What a decision table said, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The table.
    pub table: String,
    /// The row that counted, from 1.
    pub row: usize,
    /// Word key of the reason.
    pub reason: String,
    /// What was decided.
    pub output: Output,
}

/// By when something is promised, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Microseconds UTC.
    pub due: i64,
    /// The time allowed.
    pub within: Within,
    /// Word key of the reason.
    pub reason: String,
}

impl Walk<'_, '_> {
    fn decide(&self, table: &Table) -> Option<Decision> {
        let (index, row) = table.decide(self)?;
        Some(Decision { table: table.id.clone(), row: index + 1, reason: row.reason.clone(), output: row.then.clone() })
    }

    fn decide_for(&self, purpose: Purpose) -> Option<Decision> {
        self.decide(self.definition().tables.iter().find(|table| table.purpose == purpose)?)
    }

    /// By when this is promised when it comes in at `opened` (microseconds UTC); `None` for a
    /// service that promises nothing.
    pub fn promise(&self, opened: i64, calendar: &Calendar) -> Result<Option<Promise>, OutOfRange> {
        let by_table = self.decide_for(Purpose::Promise).and_then(|decision| match decision.output {
            Output::Promise(within) => Some((within, decision.reason)),
            _ => None,
        });
        let usual = || self.definition().promise.as_ref().map(|term| (term.within, term.reason.clone()));
        let Some((within, reason)) = by_table.or_else(usual) else { return Ok(None) };
        Ok(Some(Promise { due: calendar.due(opened, within)?, within, reason }))
    }

    /// The team that gets it, by identifier.
    pub fn team(&self) -> String {
        match self.decide_for(Purpose::Team).map(|decision| decision.output) {
            Some(Output::Team(team)) => team,
            _ => self.definition().team.clone(),
        }
    }

    /// How urgent it is.
    pub fn priority(&self) -> Priority {
        match self.decide_for(Purpose::Priority).map(|decision| decision.output) {
            Some(Output::Priority(priority)) => priority,
            _ => Priority::Normal,
        }
    }

    /// What stops the journey or passes it on, asked after every page; `None` to carry on.
    pub fn stop(&self) -> Option<Decision> {
        self.decide_for(Purpose::Stop).filter(|decision| decision.output != Output::CarryOn)
    }
}

impl Definition {
    /// What a table says about these answers; `None` when there is no such table or no row fits.
    pub fn decide(&self, table: &str, answers: &Answers) -> Option<Decision> {
        let table = self.tables.iter().find(|each| each.id == table)?;
        Walk::new(self, answers).decide(table)
    }

    /// By when this is promised: see [`Walk::promise`].
    pub fn promise(&self, answers: &Answers, opened: i64, calendar: &Calendar) -> Result<Option<Promise>, OutOfRange> {
        Walk::new(self, answers).promise(opened, calendar)
    }

    /// The question whose answer is a case's category, for lists and figures: the first choice that names its cases.
    pub fn kind_question(&self) -> Option<&Question> {
        let named = self.title_from.iter().filter_map(|id| self.question(id));
        named.into_iter().find(|question| matches!(question.kind, Kind::Choice { .. }))
    }

    /// The category these answers give a case; empty for a service without one.
    pub fn kind(&self, answers: &Answers) -> String {
        match self.kind_question().and_then(|question| answers.get(&question.id)) {
            Some(Answer::Choice(option)) => option.clone(),
            _ => String::new(),
        }
    }

    /// The team that gets it, by identifier.
    pub fn team(&self, answers: &Answers) -> String {
        Walk::new(self, answers).team()
    }

    /// How urgent it is.
    pub fn priority(&self, answers: &Answers) -> Priority {
        Walk::new(self, answers).priority()
    }

    /// The danger these answers speak of, whatever else stops the journey: its number stands beside that.
    pub fn danger_beside(&self, answers: &Answers) -> Option<&str> {
        let walk = Walk::new(self, answers);
        let tables = self.tables.iter().filter(|table| table.purpose == Purpose::Stop);
        tables.flat_map(|table| table.fitting(&walk)).find_map(|row| match &row.then {
            Output::Danger { duty, .. } => Some(duty.as_str()),
            _ => None,
        })
    }

    /// What stops the journey or passes it on, asked after every page; `None` to carry on.
    pub fn stop(&self, answers: &Answers) -> Option<Decision> {
        Walk::new(self, answers).stop()
    }
}
