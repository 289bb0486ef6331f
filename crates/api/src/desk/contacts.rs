//! Contacts: somebody got in touch, and what came of it.

use crate::call::Call;
use crate::operation::Answer;
use crate::problem::Refusal;
use cases::Known;
use contact::{About, Action, Channel, Contact, Outcome, Question, Start, Wrong, faults};
use kit::app::Boxed;
use kit::db::{Conn, Tx};
use kit::form::{Fault, line};
use kit::who::Who;
use kit::{App, Id, Lang, Result, looks};
use residents::linking::joined;
use residents::needs;
use serde_json::{Value, json};

/// The longest words of a question.
const WORDS: usize = 500;

/// `POST /api/v1/desk/contacts`.
pub(crate) fn start(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let (app, who) = (&call.app, &call.who);
        contact::check(who, Action::Take)?;
        let mut tx = app.db.begin().await?;
        let case = cases::known(&mut tx, app, who, call.text("reference")).await?;
        if case.is_none() && !call.text("reference").is_empty() {
            return Err(Refusal::Fields(vec![(
                "reference".into(),
                app.t(Lang::EN, "contact-reference-unknown").into(),
            )]));
        }
        let resident = match call.text("resident") {
            "" => case.as_ref().and_then(|case| case.resident),
            text => match text.parse::<Id>() {
                Ok(id) if residents::by_id(&mut tx, id).await?.is_some() => Some(id),
                _ => {
                    return Err(Refusal::Fields(vec![(
                        "resident".into(),
                        app.t(Lang::EN, "api-refused-resident").into(),
                    )]));
                }
            },
        };
        let opening = match resident {
            Some(resident) => residents::desk::is_open(&mut tx, app, who, resident).await?,
            None => None,
        };
        let behalf = opening.filter(|opening| opening.passed).map(|opening| opening.caller).unwrap_or_default();
        let case = case.map(|case| (case.service, case.reference.to_string()));
        if let Some(resident) = resident {
            looks::record(&mut tx, app, who, "resident", resident, "contact").await?;
        }
        let id =
            contact::start(&mut tx, app, who, &Start { key: call.key, resident, behalf, case, ..Start::default() })
                .await?;
        tx.commit().await?;
        Answer::of(json!({ "id": id }))
    })
}

/// `POST /api/v1/desk/contacts/{id}/finish`: once, with an outcome for each question.
pub(crate) fn finish(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let (app, who) = (&call.app, &call.who);
        contact::check(who, Action::Take)?;
        let mut tx = app.db.begin().await?;
        let mut contact = contact::by_id(&mut tx, call.id("id")?).await?;
        contact::check(who, Action::Work(&contact))?;
        if let Some(channel) = Channel::of(call.text("channel")) {
            contact.channel = channel;
        }
        if !contact.is_open() {
            return Answer::of(json!({ "id": contact.id }));
        }
        let open = open_requests(&mut tx, app, who, &contact).await?;
        let sent: Vec<&Value> = call.body["questions"].as_array().into_iter().flatten().collect();
        let (mut asked, mut found, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
        for (place, one) in sent.into_iter().enumerate() {
            let (question, said) = read(app, one, place);
            wrong.extend(said);
            let case = behind(&mut tx, call, &question).await?;
            let field = |name: &str| format!("questions/{place}/{name}");
            if case.is_none() && !question.reference.is_empty() {
                wrong.push((field("reference"), app.t(Lang::EN, "contact-reference-unknown").to_owned()));
            }
            // What asks after something open is told from what is new, as the page asks.
            if let Some(same) = cases::same_matter(&mut tx, app, who, &question, &open).await? {
                let words =
                    app.words.with(Lang::EN, "api-refused-same", &[("reference", same.reference.as_str().into())]);
                wrong.push((field("reference"), words));
            }
            asked.push(question);
            found.push(case.as_ref().map(about));
        }
        if never_rung(&mut tx, &contact).await? {
            let rings = asked.iter().enumerate().filter(|(_, one)| one.outcome == Some(Outcome::CallBack));
            let words = app.t(Lang::EN, "contact-never-rung");
            wrong.extend(rings.map(|(place, _)| (format!("questions/{place}/outcome"), words.to_owned())));
        }
        for (place, fault) in faults(&asked) {
            wrong.push((
                format!("questions/{place}/{}", field_of(fault)),
                app.t(Lang::EN, fault.words_key()).to_owned(),
            ));
        }
        if !wrong.is_empty() {
            return Err(Refusal::Fields(wrong));
        }
        contact::finish(&mut tx, app, who, &contact, &asked, &found).await?;
        cases::ring_back(&mut tx, app, &asked).await?;
        tx.commit().await?;
        Answer::of(json!({ "id": contact.id }))
    })
}

/// What they asked for that is open, which is told of an open record alone; whoever is told is on record first.
async fn open_requests(tx: &mut Tx, app: &App, who: &Who, contact: &Contact) -> Result<Vec<Known>> {
    let Some(resident) = contact.resident else { return Ok(Vec::new()) };
    looks::record(tx, app, who, "resident", resident, "contact").await?;
    match residents::desk::has_open(tx, app, who, resident).await? {
        true => Ok(cases::told_of(tx, app, who, resident).await?.0),
        false => Ok(Vec::new()),
    }
}

/// They asked that nobody rings them, so that nobody promises it.
async fn never_rung(conn: &mut Conn, contact: &Contact) -> Result<bool> {
    let Some(resident) = contact.resident else { return Ok(false) };
    let accounts = joined::together(conn, resident).await?;
    Ok(needs::of_all(conn, &accounts).await?.asks(needs::Ask::NoCalls))
}

async fn behind(conn: &mut Conn, call: &Call, question: &Question) -> Result<Option<Known>> {
    match question.reference.as_str() {
        "" => Ok(None),
        reference => cases::known(conn, &call.app, &call.who, reference).await,
    }
}

fn about(known: &Known) -> About {
    About { case: known.id, service: known.service.clone(), is_live: known.is_live, opened: known.opened }
}

/// A question as it was sent, and what is wrong with it.
fn read(app: &App, sent: &Value, place: usize) -> (Question, Vec<(String, String)>) {
    let mut wrong = Vec::new();
    let mut text = |name: &str, most: usize| match line(sent[name].as_str().unwrap_or_default(), most) {
        Ok(text) => text,
        Err(Fault::Empty) => String::new(),
        Err(fault) => {
            let words = app.words.with(Lang::EN, fault.key(), &[("most", most.to_string().into())]);
            wrong.push((format!("questions/{place}/{name}"), words));
            String::new()
        }
    };
    let question = Question {
        service: text("service", 100),
        words: text("text", WORDS),
        outcome: Outcome::of(sent["outcome"].as_str().unwrap_or_default()),
        reason: text("reason", WORDS),
        reference: text("reference", 30),
        fresh: sent["new"] == true,
        case: None,
    };
    let known = |service: &str| app.part::<services::Catalogue>().is_ok_and(|all| all.current(service).is_some());
    if !question.service.is_empty() && !known(&question.service) {
        wrong.push((format!("questions/{place}/service"), app.t(Lang::EN, "contact-choose").to_owned()));
    }
    (question, wrong)
}

/// The field of what is still to be said.
fn field_of(wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::About => "text",
        Wrong::Outcome => "outcome",
        Wrong::Reason => "reason",
        Wrong::Reference | Wrong::Ring => "reference",
    }
}
