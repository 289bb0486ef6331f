//! Delegated authority: what a front-line officer who was trained for it may decide on the spot, each rule with the paragraph of
//! the council's scheme of delegation it rests on, and how a decision stands to it before it is made.

use crate::answers::Answers;
use crate::model::{Condition, Definition};
use crate::path::Walk;
use kit::lang::Lang;
use serde::{Deserialize, Serialize};

/// One rule.
#[derive(Clone, Debug)]
pub struct Delegation {
    /// Identifier; its words are `delegated-<id>`.
    pub id: String,
    /// The outcomes that may be decided.
    pub outcomes: Vec<String>,
    /// The paragraph of the scheme of delegation: "4.2 (b)".
    pub scheme: String,
    /// The most money that may be granted, in pence; `None` where the rule grants none.
    pub amount: Option<i64>,
    /// What the officer must have seen; the words of each are `seen-<id>`.
    pub seen: Vec<String>,
    /// Which cases it is for; `None` for all.
    pub(crate) when: Option<Condition>,
}

/// A decision an officer is about to make.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The outcome.
    pub outcome: String,
    /// Money granted, in pence; 0 for none.
    pub amount: i64,
    /// Evidence they have seen.
    pub seen: Vec<String>,
}

/// What lies beyond a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Beyond {
    /// No rule is for this outcome.
    Outcome,
    /// The rule is not for cases like this one, and rests on no answer alone.
    Kind,
    /// The rule is not for cases with the answer that was given to this question.
    Answer(String),
    /// More money than the rule allows: the most, in pence.
    Amount(i64),
    /// Something the rule asks for was not seen.
    Seen(String),
}

/// How a decision stands to the rules.
#[derive(Clone, Debug)]
pub enum Authority<'d> {
    /// It may be made under this rule.
    Within(&'d Delegation),
    /// It may not: the rule that comes nearest, if any is for the outcome, and everything that lies beyond it.
    Beyond(Option<&'d Delegation>, Vec<Beyond>),
}

impl Delegation {
    /// Which parts of what it says of a case do not hold: the questions they rest on.
    fn unmet(&self, walk: &Walk<'_, '_>) -> Vec<Beyond> {
        let unmet = self.when.as_ref().filter(|when| !walk.holds(Some(when))).map(|when| walk.unmet(when));
        match unmet {
            Some(questions) if questions.is_empty() => vec![Beyond::Kind],
            Some(questions) => questions.into_iter().map(|question| Beyond::Answer(question.id.clone())).collect(),
            None => Vec::new(),
        }
    }

    fn beyond(&self, walk: &Walk<'_, '_>, proposal: &Proposal) -> Vec<Beyond> {
        let most = self.amount.unwrap_or(0);
        let kind = self.unmet(walk);
        let amount = (proposal.amount > most).then_some(Beyond::Amount(most));
        let unseen = self.seen.iter().filter(|one| !proposal.seen.contains(one));
        kind.into_iter().chain(amount).chain(unseen.cloned().map(Beyond::Seen)).collect()
    }
}

impl Definition {
    /// How this decision on a case with these answers stands to the rules. Of several rules the first that allows it counts, else
    /// the one with the least beyond it.
    pub fn authority(&self, answers: &Answers, proposal: &Proposal) -> Authority<'_> {
        let walk = Walk::new(self, answers);
        let rules = self.delegations.iter().filter(|rule| rule.outcomes.contains(&proposal.outcome));
        let nearest = rules.map(|rule| (rule, rule.beyond(&walk, proposal))).min_by_key(|(_, beyond)| beyond.len());
        match nearest {
            Some((rule, beyond)) if beyond.is_empty() => Authority::Within(rule),
            Some((rule, beyond)) => Authority::Beyond(Some(rule), beyond),
            None => Authority::Beyond(None, vec![Beyond::Outcome]),
        }
    }

    /// The rules that are for a case with these answers.
    pub fn delegations_for(&self, answers: &Answers) -> Vec<&Delegation> {
        let walk = Walk::new(self, answers);
        self.delegations.iter().filter(|rule| walk.holds(rule.when.as_ref())).collect()
    }

    /// Why each of the other rules is not for such a case.
    pub fn delegations_not_for(&self, answers: &Answers) -> Vec<(&Delegation, Vec<Beyond>)> {
        let walk = Walk::new(self, answers);
        let all = self.delegations.iter().map(|rule| (rule, rule.unmet(&walk)));
        all.filter(|(_, unmet)| !unmet.is_empty()).collect()
    }

    /// The rules.
    pub fn delegations(&self) -> &[Delegation] {
        &self.delegations
    }

    /// What a rule allows, in words.
    pub fn delegation_words(&self, rule: &Delegation, lang: Lang) -> String {
        self.text(lang, &format!("delegated-{}", rule.id)).to_owned()
    }

    /// Something an officer has seen, in words.
    pub fn seen_words(&self, seen: &str, lang: Lang) -> String {
        self.text(lang, &format!("seen-{seen}")).to_owned()
    }
}

#[cfg(test)]
#[path = "delegated_tests.rs"]
mod tests;
