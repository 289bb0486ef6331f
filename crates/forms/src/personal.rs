//! What forms hold on a resident: what they have begun and not sent. What was sent is a case's.

use crate::draft::Draft;
use crate::{attach, store};
use kit::db::{Conn, Tx};
use kit::facts::{self, Subject};
use kit::files;
use kit::personal::{Part, Row};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};
use services::Catalogue;

/// What forms hold on this resident, and the drafts that are still theirs. `sent` are the drafts their cases came from,
/// which are empty; words are in `lang`.
pub async fn personal_data(
    conn: &mut Conn,
    app: &App,
    resident: Id,
    sent: &[Id],
    lang: Lang,
) -> Result<(Vec<Part>, Vec<Id>)> {
    let begun = store::begun_by(conn, resident).await?;
    let (mut rows, mut attached) = (Vec::new(), Vec::new());
    for id in begun.iter().chain(sent) {
        match store::by_id(conn, *id, app.now()).await {
            Ok(draft) => {
                rows.push(row(app, &draft, lang)?);
                let files = files::of(conn, &attach::owner(draft.id)).await?;
                attached.extend(files.iter().map(|file| file.personal(&draft.step(&format!("files/{}", file.id)))));
            }
            Err(Error::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    let consents = store::consents::of_resident(conn, resident).await?.into_iter().map(|one| {
        let row =
            Row::new().id("draft", one.draft).time("at", one.at).text("text", one.words).code("how", one.how.code());
        row.code("service", one.service).code("spoke", one.spoke)
    });
    let consents = Part::of("forms_consents", consents.collect());
    Ok((vec![Part::of("forms_drafts", rows), consents, Part::of("files", attached)], begun))
}

fn row(app: &App, draft: &Draft, lang: Lang) -> Result<Row> {
    let definition = app.part::<Catalogue>()?.version(&draft.service, draft.version);
    let service = definition.as_ref().map_or(draft.service.as_str(), |found| found.name(lang));
    let row = Row::new().id("id", draft.id).text("service", service).time("begun", draft.started);
    let row = row.time("changed", draft.changed).time("sent", draft.submitted).time("until", draft.expires);
    let row = row.text("sent-to", draft.saved_to.as_str());
    let mut answers = Vec::new();
    for question in definition.iter().flat_map(|found| found.questions()) {
        if let (Some(found), Some(answer)) = (&definition, draft.answers.get(&question.id)) {
            let shown = found.display(question, answer, lang, &app.words);
            answers.push((found.short_label(&question.id, lang), shown));
        }
    }
    let row = row.answers("answers", answers).id("visitor", draft.visitor);
    let row = row.code("given", serde_json::from_str::<serde_json::Value>(&draft.answers.to_json())?);
    let Some(reach) = &draft.reach else { return Ok(row) };
    let row = row.text("name", reach.name.as_str()).text("email", reach.email.clone().unwrap_or_default());
    Ok(row.text("phone", reach.phone.clone().unwrap_or_default()).code("reach", serde_json::to_value(reach)?))
}

/// Deletes what this resident has begun and not sent. Returns how much that was.
pub async fn erase(tx: &mut Tx, app: &App, who: &Who, resident: Id) -> Result<usize> {
    let begun = store::begun_by(tx, resident).await?;
    store::consents::forget_resident(tx, resident).await?;
    for id in &begun {
        store::delete(tx, *id).await?;
        files::delete_all(tx, &attach::owner(*id)).await?;
        facts::erase(tx, app, who, &Subject::new("draft", *id)).await?;
    }
    Ok(begun.len())
}
