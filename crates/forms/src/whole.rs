//! A form sent whole, by a program of the resident who is asking: the same questions read the same way, the same rules, the
//! same way of reaching them, and the same case at the end. Nothing is kept where anything is wrong.

use crate::attach::attached;
use crate::contact::from_account;
use crate::draft::{Draft, Nearby, REACH};
use crate::endings::{self, Submitted};
use crate::journey::{ends_here, to_prove};
use crate::reach::{self, Reach};
use crate::{code, nearby, opening, service, store};
use axum::http::HeaderMap;
use kit::db::{Conn, Tx};
use kit::facts::{self, Fact, Subject};
use kit::files::{self, File, LARGEST_TOGETHER, Refused, Takes};
use kit::form::Form;
use kit::who::Who;
use kit::{App, Error, Id, Reference, Result};
use serde_json::{Map, Value, json};
use services::{Answer, Answers, Attached, Attachments, Contact, Definition, Kind, Output, Question, Walk};

/// What is sent.
#[derive(Debug, Clone, Default)]
pub struct Sent {
    /// The service.
    pub service: String,
    /// The answers by question.
    pub answers: Map<String, Value>,
    /// How to reach them, as the contact page's fields have it; what their account knows, where it is left out.
    pub contact: Option<Form>,
    /// For a service that is open to some wards.
    pub postcode: String,
    /// What they say of a report of the same thing nearby: "different", or the case it is.
    pub nearby: String,
}

/// What came of it.
#[derive(Debug)]
pub enum Came {
    /// It is a case now, or was already.
    Received {
        /// The reference of this reporter.
        reference: Reference,
        /// It became part of a case somebody else had opened.
        joined: bool,
    },
    /// What is wrong, by field.
    Wrong(Vec<(String, String)>),
    /// The rules end it here, in words.
    Ends(String),
    /// Somebody reported something of the kind nearby, and this program has not said whether it is the same.
    Near(cases::Near),
}

/// Sends it. `key` makes it happen once.
pub async fn send(app: &App, who: &Who, sent: Sent, key: Id) -> Result<Came> {
    let resident = who.resident()?;
    let service = service::open_now(app, &sent.service)?;
    let definition = service.definition();
    let ward = Form::empty().fill("postcode", sent.postcode.as_str());
    let away = services::turned_away(app, who, &HeaderMap::new(), definition, &ward).await?.is_some();
    if away || services::not_among(app, who, definition, resident)?.is_some() {
        return Err(Error::Forbidden);
    }
    let mut read = app.db.read().await?;
    if let Some(before) = sent_before(&mut read, app, key).await? {
        return Ok(before);
    }
    let mut draft = Draft::new(key, &sent.service, service.version, who, Id::NONE, app.now());
    let evidence = Evidence::of(&mut read, app, resident, definition, &sent.answers).await?;
    let mut wrong = answers(app, who, definition, (&sent, &evidence), &mut draft)?;
    let walk = Walk::new(definition, &draft.answers);
    if let Some(stop) = walk.stop().filter(|stop| wrong.is_empty() && ends_here(&stop.output)) {
        return Ok(Came::Ends(words(definition, who, &stop.reason, &stop.output)));
    }
    if definition.contact != Contact::None {
        match contact(&mut read, app, who, definition, &sent).await? {
            Ok(reach) => (draft.reach = Some(reach), draft.note(REACH, who, "")).1,
            Err(more) => wrong.extend(more),
        }
        if wrong.is_empty() && to_prove(definition, &draft).is_some() {
            wrong.push(("contact".to_owned(), app.t(who.lang, "forms-whole-not-proved").to_owned()));
        }
    }
    if !wrong.is_empty() {
        return Ok(Came::Wrong(wrong));
    }
    if let Some(near) = nearby::found(&mut read, app, who, definition, &draft).await? {
        draft.nearby = Nearby::of(&sent.nearby);
        if draft.nearby == Nearby::NotAsked || matches!(draft.nearby, Nearby::Same(case) if case != near.case) {
            return Ok(Came::Near(near));
        }
    }
    drop(read);
    take(app, who, definition, draft, &evidence).await
}

async fn sent_before(read: &mut Conn, app: &App, key: Id) -> Result<Option<Came>> {
    match store::by_id(read, key, app.now()).await {
        Ok(Draft { reference: Some(reference), .. }) => Ok(Some(Came::Received { reference, joined: false })),
        Ok(_) | Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// Reads the answers page by page, as a person would give them; says what is wrong, missing, or was not asked.
fn answers(
    app: &App,
    who: &Who,
    definition: &Definition,
    (sent, evidence): (&Sent, &Evidence),
    draft: &mut Draft,
) -> Result<Vec<(String, String)>> {
    let context = service::context(app)?;
    let (mut wrong, mut asked) = (Vec::new(), Vec::new());
    let mut so_far = Answers::on(context.today);
    for page in &definition.pages {
        if !definition.path(&so_far).iter().any(|each| each.id == page.id) {
            continue;
        }
        for id in &page.questions {
            let visible = definition.visible_questions(page, &so_far);
            let Some(question) = visible.into_iter().find(|question| question.id == *id) else { continue };
            asked.push(id.as_str());
            if let Kind::File(Attachments { most, takes }) = question.kind {
                match evidence.answer(id, most, takes) {
                    Ok(files) if files.is_empty() && question.required => {
                        wrong.push((at(id), definition.error_text(&question.missing_error(), who.lang, &app.words)));
                    }
                    Ok(files) if files.is_empty() => {}
                    Ok(files) => {
                        so_far.set(id, Some(Answer::Files(files)));
                        draft.note(id, who, "");
                    }
                    Err((key, name)) => {
                        wrong.push((at(id), app.words.with(who.lang, key, &[("name", name.into())])));
                    }
                }
                continue;
            }
            match question.read(&filled(question, sent.answers.get(id)), &context) {
                Ok(answer) => {
                    so_far.set(id, answer);
                    draft.note(id, who, "");
                }
                Err(cause) => wrong.push((at(id), definition.error_text(&cause, who.lang, &app.words))),
            }
        }
    }
    for id in sent.answers.keys().filter(|id| !asked.contains(&id.as_str())) {
        wrong.push((at(id), app.t(who.lang, "forms-whole-not-asked").to_owned()));
    }
    draft.answers = so_far;
    Ok(wrong)
}

fn at(question: &str) -> String {
    format!("answers/{question}")
}

/// The files that are named as answers: sent before by the same resident's program, and not used yet.
#[derive(Debug, Default)]
struct Evidence(Vec<(String, Option<Vec<File>>)>);

impl Evidence {
    async fn of(
        conn: &mut Conn,
        app: &App,
        resident: Id,
        definition: &Definition,
        answers: &Map<String, Value>,
    ) -> Result<Evidence> {
        let (owner, mut all) = (files::of_sender(resident), Vec::new());
        let mut seen: Vec<Id> = Vec::new();
        for (id, value) in answers {
            if !definition.question(id).is_some_and(|question| matches!(question.kind, Kind::File(_))) {
                continue;
            }
            let named = ids(value).filter(|named| named.iter().all(|id| !seen.contains(id)));
            let found = match &named {
                Some(named) => files::sent_before(conn, app, &owner, named).await?,
                None => None,
            };
            seen.extend(named.unwrap_or_default());
            all.push((id.clone(), found));
        }
        Ok(Evidence(all))
    }

    /// The answer to a question that takes so many of these kinds; else the words that say what is wrong, and with which file.
    fn answer(&self, question: &str, most: usize, takes: Takes) -> Result<Vec<Attached>, (&'static str, String)> {
        let Some((_, found)) = self.0.iter().find(|(id, _)| id == question) else { return Ok(Vec::new()) };
        let Some(found) = found else { return Err(("page-file-not-there", String::new())) };
        let mut bytes = 0;
        for (place, file) in found.iter().enumerate() {
            bytes += file.bytes as u64;
            let refused = match () {
                () if place == most => Refused::TooMany,
                () if bytes > LARGEST_TOGETHER => Refused::TooMuch,
                () if !takes.takes(file.content) => Refused::Kind,
                () => continue,
            };
            return Err((refused.key(takes), file.name.clone()));
        }
        Ok(found.iter().map(attached).collect())
    }

    /// Makes them the case's.
    async fn give(&self, tx: &mut Tx, case: Id) -> Result<()> {
        let all: Vec<&File> = self.0.iter().filter_map(|(_, found)| found.as_ref()).flatten().collect();
        for file in all {
            files::hand_in_to(tx, file, &Subject::new("case", case)).await?;
        }
        Ok(())
    }
}

/// The ids that are named.
fn ids(value: &Value) -> Option<Vec<Id>> {
    value.as_array()?.iter().map(|one| one.as_str()?.parse().ok()).collect()
}

/// The form as somebody would have filled it in to give this.
fn filled(question: &Question, value: Option<&Value>) -> Form {
    let id = question.id.as_str();
    let form = Form::empty();
    match (value, &question.kind) {
        (None, _) => form,
        (Some(Value::Bool(yes)), _) => form.fill(id, if *yes { "yes" } else { "no" }),
        (Some(Value::Number(number)), _) => form.fill(id, number.to_string()),
        (Some(Value::Array(all)), _) => all.iter().filter_map(Value::as_str).fold(form, |form, one| form.fill(id, one)),
        (Some(Value::Object(parts)), _) => parts.iter().fold(form, |form, (part, value)| {
            let value = value
                .as_str()
                .map_or_else(|| if value == true { "yes".to_owned() } else { value.to_string() }, str::to_owned);
            form.fill(&format!("{id}-{part}"), value)
        }),
        (Some(Value::String(day)), Kind::Date { .. }) => match day.split('-').collect::<Vec<_>>()[..] {
            [year, month, day] => form
                .fill(&format!("{id}-day"), day)
                .fill(&format!("{id}-month"), month)
                .fill(&format!("{id}-year"), year),
            _ => form.fill(&format!("{id}-day"), day.as_str()),
        },
        (Some(Value::String(text)), Kind::Place) => form.fill(&format!("{id}-street"), text.as_str()),
        (Some(Value::String(text)), _) => form.fill(id, text.as_str()),
        (Some(Value::Null), _) => form,
    }
}

/// How they are reached: as they say, else as their account knows.
async fn contact(
    read: &mut Conn,
    app: &App,
    who: &Who,
    definition: &Definition,
    sent: &Sent,
) -> Result<Result<Reach, Vec<(String, String)>>> {
    let offered = reach::offered(app.texts, definition);
    let mut form = match &sent.contact {
        Some(form) => form.clone(),
        None => match residents::by_id(read, who.resident()?).await? {
            Some(resident) => from_account(&resident, app.texts).fill(Form::empty()),
            None => return Err(Error::SignIn),
        },
    };
    let Some(reach) = reach::read(&mut form, &offered, who.lang, &app.words) else {
        let named = |(name, words): &(String, String)| (name.replacen("contact-", "contact/", 1), words.clone());
        return Ok(Err(form.errors().iter().map(named).collect()));
    };
    let account = code::account_has(read, who.resident().ok(), &reach).await?;
    Ok(Ok(Reach { proved: account, account, ..reach }))
}

fn words(definition: &Definition, who: &Who, reason: &str, output: &Output) -> String {
    let mut said = vec![definition.text(who.lang, reason).to_owned()];
    if let Output::NotOurs { to } = output {
        said.push(definition.text(who.lang, to).to_owned());
    }
    said.join(" ")
}

/// Opens the case, or joins the one that is meant, with the draft it came from.
async fn take(app: &App, who: &Who, definition: &Definition, draft: Draft, evidence: &Evidence) -> Result<Came> {
    let walk = Walk::new(definition, &draft.answers);
    let answers = walk.on_path();
    let opening = opening::opening(app, who, &draft, &walk, &answers)?;
    let ready = cases::ready(&mut *app.db.read().await?, app, opening).await?;
    let mut tx = app.db.begin().await?;
    if let Some(before) = sent_before(&mut tx, app, draft.id).await? {
        return Ok(before);
    }
    store::insert(&mut tx, &draft).await?;
    let opened = cases::open(&mut tx, app, who, ready).await?;
    if opened.joined && draft.nearby != Nearby::Same(opened.case) {
        // Reported since this program asked, or never asked: nobody joins what they did not say is the same.
        drop(tx);
        let near = nearby::found(&mut *app.db.read().await?, app, who, definition, &draft).await?;
        return near.map(Came::Near).ok_or(Error::Rerun);
    }
    evidence.give(&mut tx, opened.case).await?;
    if !store::submit(&mut tx, draft.id, draft.revision, &opened.reference, app.now()).await? {
        return Err(Error::Changed);
    }
    let data = json!({ "service": draft.service, "version": draft.version, "lang": draft.lang });
    let fact = Fact::new("draft.started", who).about("draft", draft.id).about("resident", who.resident()?);
    facts::record(&mut tx, app, fact.data(data)).await?;
    let submitted = Submitted { who, definition, answers: &answers, opened: &opened };
    endings::run(&mut tx, app, submitted).await?;
    tx.commit().await?;
    Ok(Came::Received { reference: opened.reference, joined: opened.joined })
}
