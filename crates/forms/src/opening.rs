//! What a draft says about the case it becomes. Pure, but for the council's calendar and words.

use crate::draft::{Draft, Nearby};
use crate::reach::{Reach, Way};
use crate::service;
use kit::facts::Help;
use kit::who::Who;
use kit::{App, Error, Lang, Result};
use residents::By;
use services::{Answer, Answers, Definition, Kind, Output, Walk};

/// The question that keeps the way somebody wants to be reached; no definition can have one of this name.
pub const WAY: &str = "contact-way";
/// The question that keeps the address for letters; no definition can have one of this name.
pub const POST: &str = "contact-address";

/// Everything the draft says about the case it becomes, with the walk through its answers and those of the questions that
/// were asked.
pub fn opening(app: &App, who: &Who, draft: &Draft, walk: &Walk<'_, '_>, answers: &Answers) -> Result<cases::Opening> {
    let (now, definition) = (app.now(), walk.definition());
    let promise = walk.promise(now, service::calendar(app)?).map_err(Error::internal)?;
    let promise = promise.ok_or_else(|| Error::internal(format!("{} promises nothing", draft.service)))?;
    let passed_to = walk.stop().and_then(|stop| match stop.output {
        Output::PassOn { to } => Some(to),
        _ => None,
    });
    Ok(cases::Opening {
        draft: draft.id,
        service: draft.service.clone(),
        version: draft.version,
        // Staff read it in their lists.
        title: definition.title(answers, Lang::EN, &app.words),
        kind: definition.kind(answers),
        team: service::team(app, walk)?,
        answers: given(definition, draft, answers)?,
        contact: draft
            .reach
            .as_ref()
            .map(|reach| contact(reach, draft.for_whom.as_ref().map_or(who.lang, |whom| whom.lang))),
        // Somebody who signed in only before sending keeps it in their account too.
        resident: draft.resident.some().or_else(|| who.resident().ok()),
        visitor: if draft.for_whom.is_some() { None } else { who.visitor.or(draft.visitor.some()) },
        help: help(draft),
        place: place(definition, answers),
        promise: cases::Promise { due: promise.due, reason: promise.reason },
        source: draft.for_whom.as_ref().map_or("web", |whom| whom.channel).to_owned(),
        priority: walk.priority().code().to_owned(),
        passed_to,
        duplicates: definition.duplicates.clone().filter(|_| draft.nearby != Nearby::Different),
        opened: None,
    })
}

/// With how much help: an officer sends it for them, gave some of the answers, or none.
fn help(draft: &Draft) -> Help {
    match &draft.for_whom {
        Some(_) => Help::ForMe,
        None if draft.given.values().any(|given| given.by.starts_with("staff:")) => Help::WithMe,
        None => Help::Alone,
    }
}

/// The answers with who gave each; what belongs to reaching the person and has no place in a contact comes last.
fn given(definition: &Definition, draft: &Draft, answers: &Answers) -> Result<Vec<cases::Given>> {
    let by = |question: &str| {
        let by = draft.given.get(question).map_or("resident", |given| given.by.as_str());
        match by.strip_prefix("staff:") {
            Some(staff) => staff.to_owned(),
            None => "resident".to_owned(),
        }
    };
    let mut all = Vec::new();
    for question in definition.questions() {
        if let Some(answer) = answers.get(&question.id) {
            let value = serde_json::to_value(answer)?;
            all.push(cases::Given { question: question.id.clone(), value, by: by(&question.id) });
        }
    }
    if let Some(reach) = &draft.reach {
        let by = by(crate::draft::REACH);
        let way = serde_json::to_value(Answer::Choice(reach.way.code().to_owned()))?;
        all.push(cases::Given { question: WAY.to_owned(), value: way, by: by.clone() });
        let proved = serde_json::to_value(Answer::YesNo(reach.proved))?;
        all.push(cases::Given { question: cases::PROVED.to_owned(), value: proved, by: by.clone() });
        if let Some(address) = &reach.address {
            let value = serde_json::to_value(Answer::Address(address.clone()))?;
            all.push(cases::Given { question: POST.to_owned(), value, by });
        }
    }
    Ok(all)
}

fn contact(reach: &Reach, lang: Lang) -> cases::Contact {
    let by = match reach.way {
        Way::Email | Way::Text if reach.account => By::Account,
        Way::Email | Way::Text => By::Address,
        Way::Call | Way::Letter | Way::None => By::Hand,
    };
    cases::Contact { by, name: reach.name.clone(), email: reach.email.clone(), phone: reach.phone.clone(), lang }
}

/// Where it is: the place that finds the same thing reported before, else the first place that was asked for.
fn place(definition: &Definition, answers: &Answers) -> Option<cases::Place> {
    let first = definition.questions().iter().filter(|question| question.kind == Kind::Place);
    let asked = definition.duplicates.iter().map(|rule| rule.place.as_str());
    let answer = asked.chain(first.map(|question| question.id.as_str())).find_map(|id| answers.get(id));
    let Some(Answer::Place(place)) = answer else { return None };
    Some(cases::Place {
        position: place.latitude.zip(place.longitude),
        ward: place.ward.clone().unwrap_or_default(),
        postcode: place.postcode.clone().or_else(|| place.nearest_postcode.clone()).unwrap_or_default(),
        street: place.street.clone(),
    })
}
