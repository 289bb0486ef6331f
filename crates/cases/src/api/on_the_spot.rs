//! What an officer may decide on the spot, for their programs: the rules of delegated authority, read before anything is proposed.

use crate::access::Action;
use crate::book;
use crate::desk::act::still_whole;
use crate::desk::{find, meanwhile, on_the_spot};
use kit::who::Who;
use kit::{App, Error, Lang, Result, looks};
use serde::Serialize;
use services::Delegation;

/// Something to choose, with its words.
#[derive(Debug, Serialize)]
pub struct Named {
    id: String,
    label: String,
}

/// A rule that is for the case.
#[derive(Debug, Serialize)]
pub struct Rule {
    id: String,
    /// What it allows, in words.
    words: String,
    /// The paragraph of the scheme of delegation.
    scheme: String,
    /// The outcomes that may be decided.
    outcomes: Vec<String>,
    /// The most money, in pence.
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<i64>,
    /// What has to have been seen.
    seen: Vec<String>,
}

/// A rule that is not, and why.
#[derive(Debug, Serialize)]
pub struct Unmet {
    id: String,
    words: String,
    scheme: String,
    why: Vec<String>,
}

/// What may be decided.
#[derive(Debug, Serialize)]
pub struct Rules {
    rules: Vec<Rule>,
    not_for: Vec<Unmet>,
    outcomes: Vec<Named>,
    evidence: Vec<Named>,
}

/// The rules for a case, for an officer who was trained for its service, with the mark that a decision has to bring; the look is
/// recorded.
pub async fn rules(app: &App, who: &Who, reference: &str) -> Result<(Rules, String)> {
    let mut tx = app.db.begin().await?;
    let case = find(&mut tx, app, who, reference, Action::OnTheSpot).await?;
    still_whole(&case)?;
    let answers = on_the_spot::answers(&mut tx, app, who, &case).await?;
    looks::record(&mut tx, app, who, "case", case.id, "on-the-spot").await?;
    let mark = meanwhile::drawn(&mut tx, &case).await?.to_string();
    tx.commit().await?;
    let (book, lang) = (book::of(app, &case)?, Lang::EN);
    let found = book.definition().ok_or(Error::NotFound)?;
    let all = found.delegations_for(&answers);
    let rule = |rule: &&Delegation| Rule {
        id: rule.id.clone(),
        words: found.delegation_words(rule, lang),
        scheme: rule.scheme.clone(),
        outcomes: rule.outcomes.clone(),
        amount: rule.amount,
        seen: rule.seen.clone(),
    };
    let not_for = found.delegations_not_for(&answers).into_iter().map(|(rule, unmet)| Unmet {
        id: rule.id.clone(),
        words: found.delegation_words(rule, lang),
        scheme: rule.scheme.clone(),
        why: unmet.iter().map(|one| book.beyond(app, one, Some(&answers), lang)).collect(),
    });
    let named = |id: &str, label: String| Named { id: id.to_owned(), label };
    let rules = Rules {
        rules: all.iter().map(rule).collect(),
        not_for: not_for.collect(),
        outcomes: book.outcomes().into_iter().map(|(id, label)| Named { id, label }).collect(),
        evidence: on_the_spot::evidence(&all).into_iter().map(|one| named(one, found.seen_words(one, lang))).collect(),
    };
    Ok((rules, mark))
}
