//! The contact at hand: whoever opens an answer while they speak with somebody has it noted there by itself, and notes in one
//! press that they told it.

use crate::library::Standing;
use crate::model::Article;
use contact::{Consulted, Use};
use kit::db::Tx;
use kit::who::Who;
use kit::{App, Lang, Result};

/// Notes that the answer was opened, in the contact this member of staff has at hand; gives that contact.
pub(crate) async fn opened(
    app: &App,
    who: &Who,
    article: &Article,
    question: &str,
) -> Result<Option<contact::Contact>> {
    let staff = who.staff()?.id;
    if contact::check(who, contact::Action::Take).is_err() {
        return Ok(None);
    }
    if article.version == 0 || article.retired || contact::at_hand(&mut *app.db.read().await?, staff).await?.is_none() {
        return Ok(None);
    }
    let mut tx = app.db.begin().await?;
    let Some(at_hand) = contact::at_hand(&mut tx, staff).await? else { return Ok(None) };
    let one = consulted(app, article, article.version, question, Use::Read);
    contact::consult(&mut tx, app, who, &at_hand, &one).await?;
    tx.commit().await?;
    Ok(Some(at_hand))
}

/// Notes that whoever this contact is with was told this version of an answer.
pub(crate) async fn told(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    with: &contact::Contact,
    (one, version): (&Standing, i64),
) -> Result<()> {
    let question = &one.in_lang(Lang::EN).1.question;
    contact::consult(tx, app, who, with, &consulted(app, &one.article, version, question, Use::Told)).await
}

fn consulted(app: &App, article: &Article, version: i64, question: &str, how: Use) -> Consulted {
    let (slug, title) = (article.slug.clone(), question.to_owned());
    Consulted { article: article.id, version, slug, title, how, at: app.now() }
}
