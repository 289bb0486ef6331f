//! How a finished contact reads on a person's or a case's timeline, for staff.

use crate::articles::How;
use crate::facts::Data;
use crate::model::{Channel, Outcome};
use crate::store::{articles, contacts, questions};
use kit::db::Conn;
use kit::facts::Recorded;
use kit::{App, Id, Lang, Result};
use serde::Deserialize;
use services::Catalogue;

/// One contact as a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// "By telephone: Missed bin, answered".
    pub title: String,
    /// With how much help, and in which language where that was not the page's own.
    pub how: String,
    /// Who spoke: empty, `self`, `other`, or the id of an authority on record.
    pub behalf: String,
    /// What was asked and noted, a line each.
    pub words: String,
}

/// The lines of these facts, each with the fact's id; those of other nouns, and of a contact that is not finished, are left out.
pub async fn lines(conn: &mut Conn, app: &App, facts: &[Recorded]) -> Result<Vec<(Id, Line)>> {
    let mut lines = Vec::new();
    for fact in facts.iter().filter(|fact| fact.kind == "contact.finished") {
        let Some(id) = fact.subject("contact") else { continue };
        let contact = contacts::by_id(conn, id).await?;
        let asked = questions::of_contact(conn, id).await?;
        let mut words: Vec<&str> = asked.iter().map(|question| question.words.as_str()).collect();
        words.extend(asked.iter().map(|question| question.reason.as_str()));
        words.push(&contact.note);
        let answers = articles::of_contact(conn, id).await?.into_iter().map(|one| {
            let key = match one.how {
                How::Read => "contact-answer-was-read",
                How::Told => "contact-answer-was-told",
            };
            app.words.with(Lang::EN, key, &[("question", one.title.into())])
        });
        let answers: Vec<String> = answers.collect();
        words.extend(answers.iter().map(String::as_str));
        words.retain(|text| !text.is_empty());
        let help = app.t(Lang::EN, &format!("contact-help-{}", fact.help.code())).to_owned();
        let how = if contact.lang == Lang::EN { help } else { format!("{help}, {}", contact.lang.name) };
        let line = Line { title: title(app, fact)?, how, behalf: contact.behalf.clone(), words: words.join("\n") };
        lines.push((fact.id, line));
    }
    Ok(lines)
}

/// How it reads on a case's timeline that a contact was about it: "By telephone: they asked after it". Nothing for another
/// kind of fact.
pub fn linked(app: &App, fact: &Recorded) -> Result<Option<String>> {
    if fact.kind != "contact.linked" {
        return Ok(None);
    }
    let Linked { channel, how } = fact.data()?;
    let word = |key: String| app.words.get(Lang::EN, &key).to_owned();
    Ok(Some(format!("{}: {}", word(format!("contact-channel-{channel}")), word(format!("contact-how-{how}")))))
}

#[derive(Deserialize)]
struct Linked {
    channel: String,
    how: String,
}

/// The channel, and each question with what came of it.
fn title(app: &App, fact: &Recorded) -> Result<String> {
    let data: Data = fact.data()?;
    let catalogue = app.part::<Catalogue>()?;
    let word = |key: String| app.words.get(Lang::EN, &key).to_owned();
    let asked = data.asked.iter().map(|asked| {
        let service = match catalogue.current(&asked.service) {
            Some(found) => found.name(Lang::EN).to_owned(),
            None => app.t(Lang::EN, "contact-service-other").to_owned(),
        };
        let chaser = if asked.how == "chaser" { word("contact-chaser".into()) } else { String::new() };
        let outcome = Outcome::of(&asked.outcome).map(|outcome| word(format!("contact-outcome-{}", outcome.code())));
        let parts = [service, chaser, outcome.unwrap_or_default().to_lowercase()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    });
    let asked: Vec<String> = asked.collect();
    let channel = Channel::of(&data.channel).map(|channel| word(format!("contact-channel-{}", channel.code())));
    Ok(format!("{}: {}", channel.unwrap_or_default(), asked.join("; ")))
}
