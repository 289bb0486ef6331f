//! Whom a case's reference stands for, as knowledge asks: to note that they were told an answer, and to reach them when it is
//! put right.

use crate::access;
use crate::desk::standing_of;
use crate::model::Case;
use crate::resident::door;
use kit::app::Boxed;
use kit::db::Conn;
use kit::who::Who;
use kit::{App, Lang, Reference, Result};
use knowledge::{Known, Library, Seen, Standing, Whom};
use residents::By;

/// What the wiring gives to knowledge.
pub fn known() -> Known {
    Known { seen, whom }
}

fn seen<'a>(conn: &'a mut Conn, app: &'a App, who: &'a Who, typed: &'a str) -> Boxed<'a, Result<Option<Seen>>> {
    Box::pin(async move {
        let Ok(reference) = typed.parse::<Reference>() else { return Ok(None) };
        let Some(seen) = door::by_reference(conn, &reference).await? else { return Ok(None) };
        let may = access::may(who.staff()?, access::Action::See, &seen.case, &standing_of(app)?);
        Ok(may.then(|| (seen.reference().clone(), seen.case.id, seen.resident())))
    })
}

fn whom<'a>(conn: &'a mut Conn, reference: &'a str) -> Boxed<'a, Result<Option<Whom>>> {
    Box::pin(async move {
        let Ok(reference) = reference.parse::<Reference>() else { return Ok(None) };
        let seen = door::by_reference(conn, &reference).await?.filter(|seen| !seen.case.erased);
        Ok(seen.map(|seen| {
            let (resident, contact) = (seen.resident(), seen.contact().clone());
            // As a letter about the case itself: by the account where they gave what it had, or nothing.
            let by_account = resident.is_some()
                && match contact.by {
                    By::Account => true,
                    By::Address => contact.address().is_none(),
                    By::Hand => false,
                };
            Whom { resident, by_account, contact }
        }))
    })
}

/// The answers that belong to a case's service: where each leads, so that whoever was told one is noted with this case, and
/// its question.
pub(crate) fn beside(app: &App, case: &Case) -> Vec<(String, String)> {
    let Ok(library) = app.part::<Library>() else { return Vec::new() };
    let line = |one: std::sync::Arc<Standing>| {
        let question = one.in_lang(Lang::EN).1.question.clone();
        (format!("/desk/knowledge/{}?case={}", one.article.slug, case.reference), question)
    };
    library.of_service(&case.service).into_iter().map(line).collect()
}
