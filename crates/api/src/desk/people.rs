//! People: finding one, opening a record, reading it.

use crate::call::Call;
use crate::operation::Answer;
use crate::problem::Refusal;
use axum::http::StatusCode;
use cases::api::own as theirs;
use cases::found::{Report, Stranger, everywhere};
use kit::app::Boxed;
use kit::form::Form;
use kit::{Error, Lang, Result, looks};
use residents::desk::{self, open};
use residents::find::{self, Person};
use residents::linking::joined;
use residents::store::record::Marker;
use residents::{needs, store};
use serde_json::{Value, json};

/// Requests of one person in one answer.
const REQUESTS: usize = 50;

/// `GET /api/v1/desk/residents`: the one box, with who was asked for and who was shown on record before the answer leaves.
pub(crate) fn find(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let all = everywhere(&call.app, &call.who, call.asked("q")).await?;
        let theirs = all.found.vehicles.iter().map(|(person, plate, fit)| {
            json!({ "plate": plate.to_string(), "near": fit.is_near_miss(), "resident": person.id, "name": person.name })
        });
        let about = all.reported.vehicles.iter().map(|(report, plate, fit)| {
            json!({ "plate": plate.to_string(), "near": fit.is_near_miss(), "reference": report.reference.as_str() })
        });
        let stranger =
            |one: &Stranger| json!({ "name": one.name, "cases": one.reports.iter().map(reported).collect::<Vec<_>>() });
        let mut body = json!({
            "people": all.found.people.iter().map(listed).collect::<Vec<_>>(),
            "more": all.found.more,
            "vehicles": theirs.chain(about).collect::<Vec<_>>(),
            "strangers": all.reported.strangers.iter().map(stranger).collect::<Vec<_>>(),
            "more_strangers": all.reported.more,
        });
        if let Some(reference) = &all.case {
            body["case"] = json!(reference.as_str());
        }
        Answer::of(body)
    })
}

/// What somebody without an account reported.
fn reported(report: &Report) -> Value {
    json!({
        "reference": report.reference.as_str(),
        "service_name": report.service,
        "status": report.status.code(),
        "opened": cases::api::moment(report.opened),
    })
}

/// Somebody as a list shows them: of a record that is kept, only that it is there.
fn listed(person: &Person) -> Value {
    let mut said = json!({ "id": person.id, "name": person.name, "guarded": person.guarded, "kept": person.is_kept() });
    particulars(&mut said, person.listed_home(), person.listed_born());
    said
}

/// Somebody as their opened record shows them: a safe address not even there.
fn person(person: &Person) -> Value {
    let mut said = json!({ "id": person.id, "name": person.name, "guarded": person.guarded });
    particulars(&mut said, person.home.as_ref().filter(|_| !person.guarded), person.born.as_deref());
    said
}

fn particulars(said: &mut Value, home: Option<&find::Home>, born: Option<&str>) {
    if let Some(home) = home {
        said["home"] = json!(format!("{} {}, {}", home.line1, home.street, home.postcode));
    }
    if let Some(born) = born {
        said["born"] = json!(born);
    }
}

/// What everybody who opens the record has to know.
fn marker(marker: &Marker) -> Value {
    let mut said = json!({ "kind": marker.kind, "reason": marker.reason, "since": cases::api::moment(marker.made_at) });
    if let Some(review) = &marker.review {
        said["review"] = json!(review);
    }
    said
}

/// `GET /api/v1/desk/residents/{id}`: for whoever has opened the record, for as long as that lasts.
pub(crate) fn record(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let (app, who, id) = (&call.app, &call.who, call.id("id")?);
        residents::may_find(who)?;
        let mut read = app.db.read().await?;
        let id = joined::record(&mut read, id).await?;
        let found = store::keys::person(&mut read, id).await?.ok_or(Error::NotFound)?;
        let Some(opening) = desk::is_open(&mut read, app, who, id).await? else {
            return Err(Refusal::said(StatusCode::CONFLICT, "api-refused-closed-record"));
        };
        let accounts = joined::together(&mut read, id).await?;
        let all = cases::of_record(&mut read, app, id, None, REQUESTS, Lang::EN).await?;
        let (parted, unproved) = (joined::is_parted(&mut read, id).await?, joined::is_unproved(&mut read, id).await?);
        let markers: Vec<Value> = joined::markers(&mut read, id).await?.iter().map(marker).collect();
        let passport = needs::of_all(&mut read, &accounts).await?;
        let standing = desk::Standing::of(&mut read, app, id, &opening).await?;
        let not_where = desk::keeps_home_from(&mut read, id, &standing).await?;
        drop(read);
        let mut tx = app.db.begin().await?;
        looks::record(&mut tx, app, who, "resident", id, "record").await?;
        tx.commit().await?;
        let (mut seen, mut not_shown, mut elsewhere, mut outside) = (Vec::new(), Vec::new(), 0, 0);
        for (is_shown, case) in all {
            match (cases::may_see(app, who, &case)?, cases::covers(app, &standing, &case.service)?) {
                (false, _) => elsewhere += 1,
                (true, Err(_)) => outside += 1,
                (true, Ok(())) if is_shown => seen.push(theirs::row(app, case)),
                (true, Ok(())) => not_shown.push(theirs::row(app, case)),
            }
        }
        let mut body = person(&found);
        body["open_until"] = json!(cases::api::moment(opening.until));
        body["cases"] = serde_json::to_value(seen).map_err(Error::from)?;
        // Asked for under an account that nobody has shown to be theirs: nothing of it is told to whoever was checked.
        body["not_shown"] = serde_json::to_value(not_shown).map_err(Error::from)?;
        body["elsewhere"] = json!(elsewhere);
        body["parted"] = json!(parted);
        body["markers"] = json!(markers);
        body["needs"] = json!(needs::lines(&app.words, Lang::EN, &passport));
        // Of these whoever asks may be told nothing; staff find them at the desk.
        body["outside"] = json!(outside);
        body["may_tell"] = json!(standing.may_tell());
        body["not_where"] = json!(not_where);
        body["assurance"] = json!(standing.reached.code());
        body["unproved"] = json!(unproved);
        Answer::of(body)
    })
}

/// `POST /api/v1/desk/residents/{id}/open`: the check of a caller, or why the record is opened.
pub(crate) fn open(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let mut form = Form::empty();
        for name in ["purpose", "caller", "reason", "reference"] {
            form = form.fill(name, call.text(name));
        }
        for given in call.body["given"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            form = form.fill("given", given);
        }
        let opening = open::attempt(&call.app, &call.who, call.part("id"), &mut form, call.key).await?;
        let Some(opening) = opening else { return Err(Refusal::Fields(form.errors().to_vec())) };
        let is_open = opening.until > opening.at;
        let mut body = json!({ "passed": is_open });
        if is_open {
            body["open_until"] = json!(cases::api::moment(opening.until));
        }
        Answer::of(body)
    })
}
