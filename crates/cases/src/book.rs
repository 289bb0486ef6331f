//! What cases need from the service's definition: its words, outcomes, and what it lets a resident do.

use crate::attached::Shown;
use crate::dates;
use crate::model::{Case, Contact, Place, Promise};
use crate::open::{Given, PROVED};
use crate::store::{self, reporters::Reporter};
use kit::clock::Micros;
use kit::db::Conn;
use kit::page::Frame;
use kit::{App, Lang, Reference, Result};
use residents::By;
use services::{Answer, Answers, Attached, Beyond, Catalogue, Definition, Question};
use std::sync::Arc;

/// The definition a case stays on, or nothing when it has gone.
pub(crate) struct Book(Option<Arc<Definition>>);

/// One answer as a page shows it.
pub(crate) struct Answered {
    pub question: String,
    pub answer: String,
    /// Who gave it: "resident", or a member of staff's id.
    pub by: String,
    /// It is an address: where somebody lives, or comes to.
    pub is_home: bool,
    /// The files it names.
    pub attached: Vec<Attached>,
    /// The same as the page shows them, once they were looked up.
    pub files: Vec<Shown>,
}

/// Working days in which something is done whose definition has gone.
pub(crate) const USUAL: u32 = 10;

/// The definition of this case.
pub(crate) fn of(app: &App, case: &Case) -> Result<Book> {
    version(app, &case.service, case.version)
}

/// What the case is about, in this language: for the first reporter as it is kept for the desk, or read off the answers
/// in another language; for one who joined off their own answers, since what the first wrote is not theirs to read.
pub(crate) async fn title(
    conn: &mut Conn,
    app: &App,
    case: &Case,
    joiner: Option<&Reporter>,
    lang: Lang,
) -> Result<String> {
    let book = of(app, case)?;
    match (&book, joiner) {
        (Book(None), Some(_)) => Ok(case.service.clone()),
        (Book(Some(found)), Some(joiner)) => {
            Ok(found.title(&answers_of(&joiner.answers, joiner.joined)?, lang, &app.words))
        }
        (_, None) if lang == Lang::EN => Ok(case.title.clone()),
        (_, None) => book.title(app, case, &store::cases::answers(conn, case.id).await?, lang),
    }
}

/// Where it is, as one who joined wrote it.
pub(crate) fn own_place(joiner: &Reporter) -> Result<Place> {
    let given: Vec<Given> = serde_json::from_str(&joiner.answers)?;
    for one in given {
        if let Ok(Answer::Place(place)) = serde_json::from_value(one.value) {
            let (postcode, street) = (place.postcode.unwrap_or_default(), place.street);
            return Ok(Place { postcode, street, ..Place::default() });
        }
    }
    Ok(Place::default())
}

/// What was answered, as the definition's rules read it.
pub(crate) fn answers_of(json: &str, on: Micros) -> Result<Answers> {
    let given: Vec<Given> = serde_json::from_str(json)?;
    let mut answers = Answers::on(kit::lang::local(on).date());
    for one in given {
        answers.give(&one.question, serde_json::from_value(one.value)?);
    }
    Ok(answers)
}

/// A version of a service.
pub(crate) fn version(app: &App, service: &str, version: i64) -> Result<Book> {
    let catalogue = app.part::<Catalogue>()?;
    Ok(Book(catalogue.version(service, version).or_else(|| catalogue.current(service))))
}

/// Every service with its name, for a filter.
pub(crate) fn services(app: &App, lang: Lang) -> Result<Vec<(String, String)>> {
    let catalogue = app.part::<Catalogue>()?;
    Ok(catalogue.all().iter().map(|service| (service.id.clone(), service.name(lang).to_owned())).collect())
}

/// The name of a service, or its identifier when nobody knows it any more.
pub(crate) fn service_name(app: &App, service: &str, lang: Lang) -> Result<String> {
    let current = app.part::<Catalogue>()?.current(service);
    Ok(current.map_or_else(|| service.to_owned(), |found| found.name(lang).to_owned()))
}

/// The categories of a service: the options of the first choice that names its cases.
pub(crate) fn kinds(app: &App, service: &str, lang: Lang) -> Result<Vec<(String, String)>> {
    let Some(found) = app.part::<Catalogue>()?.current(service) else { return Ok(Vec::new()) };
    let Some(kind) = found.kind_question() else { return Ok(Vec::new()) };
    let words = |option: &String| (option.clone(), found.option_label(&kind.id, option, lang));
    Ok(kind.options().iter().map(words).collect())
}

/// The team's name in this language, where the definitions name it.
pub(crate) fn team_name(app: &App, team: &str, lang: Lang) -> Option<String> {
    app.part::<Catalogue>().ok()?.team_name(team, lang)
}

/// How it is known that an address or number is theirs, where the form says that it was proved when it was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Proof {
    /// A code was sent for this form.
    Then,
    /// It is their account's: nothing was sent for this form.
    Account,
    /// The address is proved, then or since.
    Since,
}

impl Proof {
    /// Of what this contact was reached by; `since` says whether it is proved by now.
    pub(crate) fn of(contact: &Contact, since: bool) -> Proof {
        match contact.by {
            By::Account => Proof::Account,
            _ if since => Proof::Since,
            _ => Proof::Then,
        }
    }
}

/// Who reads the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// Staff, who also see how the contact was proved.
    Staff(Proof),
    /// The person who gave them.
    Themselves,
}

/// Whether the form of these answers says not to contact whoever sent it.
pub(crate) fn wants_silence(answers: &str) -> Result<bool> {
    let given: Vec<Given> = serde_json::from_str(answers)?;
    let way = given.into_iter().find(|given| given.question == "contact-way");
    let way = way.and_then(|given| serde_json::from_value::<Answer>(given.value).ok());
    Ok(way == Some(Answer::Choice("none".to_owned())))
}

/// What the journey itself asks beyond the definition: how somebody wants to be reached, where letters go, and whether a
/// one-time code came back from there.
fn beyond(app: &App, given: &Given, lang: Lang, whom: For) -> Option<Answered> {
    let answer = serde_json::from_value(given.value.clone()).ok()?;
    let (key, answer) = match (given.question.as_str(), answer) {
        ("contact-way", Answer::Choice(way)) => {
            ("cases-contact-way", app.t(lang, &format!("cases-contact-way-{way}")).to_owned())
        }
        (PROVED, Answer::YesNo(when_sent)) if whom != For::Themselves => {
            let said = match whom {
                For::Staff(Proof::Account) if when_sent => "cases-desk-proved-account",
                For::Staff(Proof::Since) => "cases-desk-proved-yes",
                _ if when_sent => "cases-desk-proved-yes",
                _ => "cases-desk-proved-no",
            };
            // Nobody filled that in.
            let (question, answer) = (app.t(lang, "cases-desk-proved").to_owned(), app.t(lang, said).to_owned());
            let by = "resident".to_owned();
            return Some(Answered { question, answer, by, is_home: false, attached: Vec::new(), files: Vec::new() });
        }
        ("contact-address", Answer::Address(address)) => {
            let lines = [address.line1, address.line2, address.town, address.postcode];
            let filled: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
            ("cases-contact-address", filled.join(", "))
        }
        _ => return None,
    };
    let (question, is_home) = (app.t(lang, key).to_owned(), key == "cases-contact-address");
    Some(Answered { question, answer, by: given.by.clone(), is_home, attached: Vec::new(), files: Vec::new() })
}

impl Book {
    /// The definition, unless it has gone.
    pub fn definition(&self) -> Option<&Definition> {
        self.0.as_deref()
    }

    /// The words of a key, where the definition has them.
    fn words(&self, lang: Lang, key: &str) -> Option<String> {
        self.0.as_ref()?.text_if_any(lang, key)
    }

    /// What the case is about for its first reporter, with these answers as JSON.
    pub fn title(&self, app: &App, case: &Case, answers: &str, lang: Lang) -> Result<String> {
        match &self.0 {
            Some(found) if lang != Lang::EN => Ok(found.title(&answers_of(answers, case.opened)?, lang, &app.words)),
            _ => Ok(case.title.clone()),
        }
    }

    /// What lies beyond a rule of delegated authority, in words; with what was answered, where the answers are at hand.
    pub fn beyond(&self, app: &App, beyond: &Beyond, answers: Option<&Answers>, lang: Lang) -> String {
        let say = |key: &str, name, value: String| app.words.with(lang, key, &[(name, value.into())]);
        match beyond {
            Beyond::Outcome => app.t(lang, "cases-on-the-spot-beyond-outcome").to_owned(),
            Beyond::Kind => app.t(lang, "cases-on-the-spot-beyond-kind").to_owned(),
            Beyond::Answer(question) => {
                let label = self.0.as_ref().map_or_else(|| question.clone(), |found| found.short_label(question, lang));
                let given = answers.and_then(|all| self.given(app, all, question, lang));
                match given {
                    Some(given) => {
                        let values = [("question", label.into()), ("answer", given.into())];
                        app.words.with(lang, "cases-on-the-spot-beyond-answer-is", &values)
                    }
                    None => say("cases-on-the-spot-beyond-answer", "question", label),
                }
            }
            Beyond::Amount(0) => app.t(lang, "cases-on-the-spot-beyond-money").to_owned(),
            Beyond::Amount(most) => say("cases-on-the-spot-beyond-amount", "most", lang.money(*most)),
            Beyond::Seen(seen) => {
                let words = self.0.as_ref().map_or_else(|| seen.clone(), |found| found.seen_words(seen, lang));
                say("cases-on-the-spot-beyond-seen", "seen", words)
            }
        }
    }

    /// What was answered to a question, as people read it.
    fn given(&self, app: &App, answers: &Answers, question: &str, lang: Lang) -> Option<String> {
        let found = self.0.as_ref()?;
        let (question, answer) = (found.question(question)?, answers.get(question)?);
        Some(found.display(question, answer, lang, &app.words))
    }

    /// The service's name.
    pub fn name(&self, case: &Case, lang: Lang) -> String {
        self.0.as_ref().map_or_else(|| case.service.clone(), |found| found.name(lang).to_owned())
    }

    /// How it can end: identifier, and name as staff read it.
    pub fn outcomes(&self) -> Vec<(String, String)> {
        let all = self.0.iter().flat_map(|found| &found.outcomes);
        all.map(|outcome| (outcome.id.clone(), self.outcome_for_staff(&outcome.id))).collect()
    }

    /// The name of an outcome, as staff read it.
    pub fn outcome_for_staff(&self, outcome: &str) -> String {
        self.0.as_ref().map_or_else(|| outcome.to_owned(), |found| found.outcome_for_staff(outcome))
    }

    /// The name of an outcome.
    pub fn outcome(&self, outcome: &str, lang: Lang) -> String {
        self.0.as_ref().map_or_else(|| outcome.to_owned(), |found| found.outcome_name(outcome, lang))
    }

    /// Why the promise is as it is: the definition's words, or an officer's own.
    pub fn reason(&self, promise: &Promise, lang: Lang) -> String {
        self.words(lang, &promise.reason).unwrap_or_else(|| promise.reason.clone())
    }

    /// Whether the resident may take it back.
    pub fn may_withdraw(&self) -> bool {
        self.0.as_ref().is_some_and(|found| found.may_withdraw)
    }

    /// Why the resident may not take it back.
    pub fn withdraw_why(&self, lang: Lang) -> Option<String> {
        self.words(lang, "withdraw-why")
    }

    /// Days in which the resident may reopen it.
    pub fn reopen_days(&self) -> u32 {
        self.0.as_ref().map_or(0, |found| found.reopen.days)
    }

    /// How to appeal or ask for a review.
    pub fn appeal(&self, lang: Lang) -> Option<String> {
        self.words(lang, "appeal")
    }

    /// What happens next, or what the confirmation page says besides.
    pub fn next(&self, app: &App, key: &str, reference: &Reference, due: Micros, lang: Lang) -> Option<String> {
        let found = self.0.as_ref()?;
        self.words(lang, key)?;
        let (reference, due) = (reference.grouped(), dates::words(app, due, lang));
        let values =
            [("reference", (&reference).into()), ("due", (&due).into()), ("council", (&app.council.name).into())];
        Some(found.text_with(lang, key, &values))
    }

    /// To whom it was passed on.
    pub fn passed_to(&self, case: &Case, lang: Lang) -> String {
        self.words(lang, &case.passed_to).unwrap_or_else(|| case.passed_to.clone())
    }

    /// How people reach those it is for themselves; empty where the definition does not say.
    pub fn how_to_tell(&self, case: &Case, lang: Lang) -> String {
        self.words(lang, &format!("{}-tell", case.passed_to)).unwrap_or_default()
    }

    /// What became of a case that is somebody else's to do, for whoever reported it.
    pub fn passed_words(&self, frame: &Frame, case: &Case) -> String {
        let key = if case.passed_sent { "cases-status-words-passed-on" } else { "cases-status-words-not-passed-on" };
        let (to, how) = (self.passed_to(case, frame.lang), self.how_to_tell(case, frame.lang));
        frame.with2(key, ("to", to), ("how", how)).trim_end().to_owned()
    }

    /// What was chosen from what the definition offers, with nothing that was written and nothing sensitive.
    pub fn chosen(&self, app: &App, json: &str, lang: Lang) -> Result<Vec<(String, String)>> {
        let is_chosen = |question: &Question, answer: &Answer| {
            let choice =
                matches!(answer, Answer::Choice(_) | Answer::Choices(_) | Answer::YesNo(_) | Answer::Number(_));
            choice && !question.sensitive
        };
        self.told(app, json, lang, is_chosen)
    }

    /// The addresses that were given: where somebody comes to. They are for whoever is told how to reach people.
    pub fn addresses(&self, app: &App, json: &str, lang: Lang) -> Result<Vec<(String, String)>> {
        self.told(app, json, lang, |_, answer| matches!(answer, Answer::Address(_)))
    }

    fn told(
        &self,
        app: &App,
        json: &str,
        lang: Lang,
        tells: impl Fn(&Question, &Answer) -> bool,
    ) -> Result<Vec<(String, String)>> {
        let given: Vec<Given> = serde_json::from_str(json)?;
        let Some(found) = &self.0 else { return Ok(Vec::new()) };
        let mut chosen = Vec::new();
        for question in found.questions() {
            let Some(one) = given.iter().find(|given| given.question == question.id) else { continue };
            let answer: Answer = serde_json::from_value(one.value.clone())?;
            if tells(question, &answer) {
                let label = found.short_label(&question.id, lang);
                chosen.push((label, found.display(question, &answer, lang, &app.words)));
            }
        }
        Ok(chosen)
    }

    /// The answers as people read them, in the order of the definition.
    pub fn answers(&self, app: &App, json: &str, lang: Lang, whom: For) -> Result<Vec<Answered>> {
        let given: Vec<Given> = serde_json::from_str(json)?;
        let Some(found) = &self.0 else { return Ok(Vec::new()) };
        let mut shown = Vec::new();
        for question in found.questions() {
            let Some(one) = given.iter().find(|given| given.question == question.id) else { continue };
            let answer: Answer = serde_json::from_value(one.value.clone())?;
            shown.push(Answered {
                question: found.short_label(&question.id, lang),
                answer: found.display(question, &answer, lang, &app.words),
                by: one.by.clone(),
                is_home: matches!(answer, Answer::Address(_)),
                attached: if let Answer::Files(files) = answer { files } else { Vec::new() },
                files: Vec::new(),
            });
        }
        shown.extend(given.iter().filter_map(|one| beyond(app, one, lang, whom)));
        Ok(shown)
    }

    /// What is promised anew when a case is opened again now: as long as the first time.
    pub fn promise_again(&self, app: &App, json: &str, now: Micros) -> Result<Promise> {
        let usual = Promise { due: dates::in_working_days(app, now, USUAL)?, reason: String::new() };
        let Some(found) = &self.0 else { return Ok(usual) };
        let catalogue = app.part::<Catalogue>()?;
        let promised =
            found.promise(&answers_of(json, now)?, now, catalogue.calendar()).map_err(kit::Error::internal)?;
        Ok(promised.map_or(usual, |promise| Promise { due: promise.due, reason: promise.reason }))
    }
}
