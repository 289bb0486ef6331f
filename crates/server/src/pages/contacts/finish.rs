//! `POST /desk/contacts/{id}/finish`: the wrap-up, in one step. A question about what is open already is recognised and asked
//! about once; then the contact is finished, its cases linked, and chasers counted.

use super::paper::{self, Paper};
use super::{Around, service_name, show};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use cases::Known;
use contact::{About, Outcome, Question, Wrong, faults};
use kit::extract::Path;
use kit::form::Form;
use kit::page::see;
use kit::who::Who;
use kit::{App, Lang, Result};

/// Where a finished contact leads.
const END: &str = "/desk/contacts?done=finish";

/// A question that may be about what is open already: its place, counted from 1, and the case.
pub type Proposal = (usize, Known);

/// Finishes it: happens once, whoever presses again is led to the same place.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let contact = super::own(&mut tx, &who, &id).await?;
    if !contact.is_open() {
        return Ok(see(END));
    }
    let around = Around::of(&mut tx, &app, &who, &contact).await?;
    let Paper { contact, asked } = paper::read(&app, &contact, &around, &mut form)?;
    let asked = without_blanks(asked);
    let is_kept = form.is_good();
    for (place, wrong) in faults(&asked) {
        form.refuse(&paper::name(place + 1, field_of(wrong)), app.t(Lang::EN, wrong.words_key()));
    }
    for (place, _) in asked.iter().enumerate().filter(|(_, one)| one.outcome == Some(Outcome::CallBack)) {
        if around.never_rung {
            form.refuse(&paper::name(place + 1, "outcome"), app.t(Lang::EN, "contact-never-rung"));
        }
    }
    let (mut found, mut proposal) = (Vec::new(), None);
    for (place, question) in asked.iter().enumerate() {
        let case = if question.reference.is_empty() {
            if proposal.is_none() {
                let same = cases::same_matter(&mut tx, &app, &who, question, &around.requests).await?;
                proposal = same.map(|known| (place + 1, known));
            }
            None
        } else {
            let known = cases::known(&mut tx, &app, &who, &question.reference).await?;
            let at = paper::name(place + 1, "reference");
            match &known {
                None => form.refuse(&at, app.t(Lang::EN, "contact-reference-unknown")),
                // What was chosen is not overwritten by what the request is about: one of the two is a slip.
                Some(known) if !["", known.service.as_str()].contains(&question.service.as_str()) => {
                    let about = service_name(&app, &known.service)?;
                    form.refuse(&at, app.words.with(Lang::EN, "contact-reference-other", &[("service", about.into())]));
                }
                Some(_) => {}
            }
            known
        };
        found.push(case.as_ref().map(about));
    }
    if let Some((place, _)) = proposal.as_ref().filter(|_| form.is_good()) {
        // What is asked has an address of its own: Back and reload lead to what stands by then, and never to a second press.
        contact::keep(&mut tx, &who, &contact, &asked).await?;
        tx.commit().await?;
        return Ok(see(&format!("{}?asks={place}", contact::path(contact.id))));
    }
    if !form.is_good() {
        let answers = contact::articles_of(&mut tx, contact.id).await?;
        if is_kept {
            contact::keep(&mut tx, &who, &contact, &asked).await?;
            tx.commit().await?;
        }
        return show::again(&app, &who, contact, form, (around, answers), proposal);
    }
    contact::finish(&mut tx, &app, &who, &contact, &asked, &found).await?;
    cases::ring_back(&mut tx, &app, &asked).await?;
    let outcome = asked.first().and_then(|question| question.outcome).map_or("", Outcome::code);
    let came = queue::act::finished(&mut tx, &app, &who, contact.id, outcome).await?;
    tx.commit().await?;
    Ok(see(if came { queue::FINISHED } else { END }))
}

/// The questions without those left empty; one stays.
fn without_blanks(mut asked: Vec<Question>) -> Vec<Question> {
    let says_nothing = |one: &Question| one.is_blank() && matches!(one.outcome, None | Some(Outcome::Answered));
    if asked.iter().all(says_nothing) {
        asked.truncate(1);
    } else {
        asked.retain(|one| !says_nothing(one));
    }
    asked
}

/// The field of what is still to be said.
fn field_of(wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::About => "words",
        Wrong::Outcome => "outcome",
        Wrong::Reason => "reason",
        Wrong::Reference | Wrong::Ring => "reference",
    }
}

fn about(known: &Known) -> About {
    About { case: known.id, service: known.service.clone(), is_live: known.is_live, opened: known.opened }
}
