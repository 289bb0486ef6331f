//! Drafts with everything answered, ready to be sent, each in a browser of its own. They repeat what the council's own
//! history was asked, over all its services.

use kit::clock::{DAY, HOUR, Micros};
use kit::db::Row;
use kit::session::token_hash;
use kit::{App, Id, Result, params, sql};
use services::Catalogue;
use std::collections::BTreeMap;

sql!(
    HISTORY,
    "SELECT service, version, answers, contact_name, contact_email FROM cases
     WHERE source = 'web' AND passed_to = '' AND id > $1 ORDER BY id LIMIT 5000"
);
sql!(
    DRAFT,
    "INSERT INTO forms_drafts (id, service, version, visitor, resident, lang, answers, given, contact, nearby, saved_to,
                               revision, started, changed, expires)
     VALUES ($1, $2, $3, $4, $5, 'en', $6, $7, $8, 'different', '', 12, $9, $9, $10)"
);
sql!(
    SESSION,
    "INSERT INTO sessions (token_hash, id, visitor, person_kind, person, begun, seen, until)
     VALUES ($1, $2, $2, 'anyone', $3, $4, $4, $5)"
);

/// A draft to send.
pub struct Prepared {
    pub id: Id,
    pub cookie: String,
}

/// What a draft is filled with.
struct Pattern {
    service: String,
    version: i64,
    answers: String,
    given: String,
    contact: String,
}

/// Rows of one transaction.
const FEW: usize = 500;

/// Prepares so many drafts.
pub async fn prepare(app: &App, count: usize) -> Result<Vec<Prepared>> {
    let patterns = patterns(app).await?;
    let now = app.now();
    let mut prepared = Vec::with_capacity(count);
    while prepared.len() < count {
        let mut tx = app.db.begin().await?;
        for _ in 0..FEW {
            let pattern = &patterns[prepared.len() % patterns.len()];
            let (id, visitor, token) = (app.id(), app.id(), app.entropy.token());
            let draft = params![
                id,
                &pattern.service,
                pattern.version,
                visitor,
                Id::NONE,
                &pattern.answers,
                &pattern.given,
                &pattern.contact,
                now,
                now + DAY
            ];
            tx.exec(&DRAFT, draft).await?;
            tx.exec(&SESSION, params![token_hash(&token), visitor, Id::NONE, now, now + HOUR]).await?;
            prepared.push(Prepared { id, cookie: format!("__Host-session={token}") });
        }
        tx.commit().await?;
    }
    Ok(prepared)
}

async fn patterns(app: &App) -> Result<Vec<Pattern>> {
    let rows = app.db.read().await?.rows(&HISTORY, params![Id::NONE]).await?;
    let mut patterns = Vec::new();
    for row in rows {
        patterns.extend(pattern(app, row)?);
    }
    match patterns.is_empty() {
        true => Err(kit::Error::internal("the history has nothing to repeat")),
        false => Ok(patterns),
    }
}

/// What one case of the history was asked, unless its service would not take it from the web today.
fn pattern(app: &App, row: Row) -> Result<Option<Pattern>> {
    let mut c = row.columns();
    let (service, version, answers): (String, i64, String) = (c.take()?, c.take()?, c.take()?);
    let (name, email): (String, String) = (c.take()?, c.take()?);
    let given: Vec<serde_json::Value> = serde_json::from_str(&answers)?;
    let answers: serde_json::Map<String, serde_json::Value> =
        given.iter().filter_map(|each| Some((each["q"].as_str()?.to_owned(), each["a"].clone()))).collect();
    let answers = serde_json::Value::Object(answers).to_string();
    let Some(definition) = app.part::<Catalogue>()?.version(&service, version) else { return Ok(None) };
    let read = services::Answers::from_json(&answers, kit::lang::local(app.now()).date())?;
    let stops = definition.stop(&read).is_some_and(|stop| forms::journey::ends_here(&stop.output));
    if stops || email.is_empty() || definition.first_unanswered(&read).is_some() {
        return Ok(None);
    }
    // The last is the question the page about reaching the person stands for.
    let questions = given.iter().filter_map(|each| each["q"].as_str()).chain(["=contact"]);
    let by =
        |question: &str| (question.to_owned(), forms::Given { by: "visitor".into(), revision: 12, view: "0".into() });
    let given: BTreeMap<String, forms::Given> = questions.map(by).collect();
    let reach = forms::Reach {
        name,
        way: forms::Way::Email,
        email: Some(email),
        phone: None,
        address: None,
        proved: true,
        account: false,
    };
    let (given, contact) = (serde_json::to_string(&given)?, serde_json::to_string(&reach)?);
    Ok(Some(Pattern { service, version, answers, given, contact }))
}

sql!(CASES, "SELECT CAST(count(*) AS BIGINT) FROM cases WHERE opened >= $1");
sql!(FACTS, "SELECT CAST(count(*) AS BIGINT) FROM facts WHERE kind = 'case.opened' AND at >= $1");
sql!(MESSAGES, "SELECT CAST(count(*) AS BIGINT) FROM outbox_messages WHERE made_at >= $1");

/// What there is since a moment of everything a submission writes: cases, facts, messages.
pub async fn written(app: &App, since: Micros) -> Result<[i64; 3]> {
    app.db
        .read_long(async move |read| {
            let mut counts = [0; 3];
            for (count, statement) in counts.iter_mut().zip([&CASES, &FACTS, &MESSAGES]) {
                *count = read.one(statement, params![since]).await?.get(0)?;
            }
            Ok(counts)
        })
        .await
}
