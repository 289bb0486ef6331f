//! Appointments: what can be booked and when, and a resident's own.

use crate::call::Call;
use crate::operation::Answer;
use crate::problem::Refusal;
use appointments::{Answer as Came, Booking, Choice, Diaries, State, Way, named, told};
use axum::http::StatusCode;
use cases::api::moment;
use jiff::Timestamp;
use jiff::civil::Date;
use kit::app::Boxed;
use kit::clock::Micros;
use kit::form::Form;
use kit::turns::Turns;
use kit::{App, Error, Lang, Result};
use serde_json::{Value, json};

/// Days in one answer.
const DAYS: i64 = 7;

/// `GET /api/v1/bookable`.
pub(crate) fn kinds(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let (diaries, lang) = (call.app.part::<Diaries>()?, call.who.lang);
        let site = |diary: &appointments::Diary| json!({ "id": diary.place.id, "name": diary.called(lang), "address": diary.place.address });
        let kind = |kind: &appointments::Kind| {
            json!({
                "id": kind.id,
                "name": named(&kind.name, lang),
                "about": named(&kind.about, lang),
                "bring": named(&kind.bring, lang),
                "minutes": kind.minutes,
                "ways": kind.ways.iter().map(|way| way.code()).collect::<Vec<_>>(),
                "sites": diaries.with(&kind.id).map(site).collect::<Vec<_>>(),
            })
        };
        let offered = diaries.kinds.iter().filter(|kind| diaries.with(&kind.id).next().is_some());
        let option = |id: &str, label: &str| json!({ "id": id, "label": label });
        Answer::of(json!({
            "kinds": offered.map(kind).collect::<Vec<_>>(),
            "needs": diaries.needs.iter().map(|need| option(&need.id, named(&need.name, lang))).collect::<Vec<_>>(),
            "languages": diaries.tongues.iter().map(|tongue| option(&tongue.id, &tongue.name)).collect::<Vec<_>>(),
        }))
    })
}

/// What is asked for, where what was said of it is all known.
async fn choice(
    app: &App,
    call: &Call,
    kind: &str,
    said: &(dyn Fn(&str) -> Vec<String> + Sync),
) -> Result<Choice, Refusal> {
    let diaries = app.part::<Diaries>()?;
    let found = diaries.kind(kind).map_err(|cause| match cause {
        Error::NotFound => unknown(app, "kind"),
        cause => cause.into(),
    })?;
    let form = [("site", "site"), ("way", "way"), ("need", "needs"), ("speaks", "speaks")].into_iter();
    let form = form.fold(Form::empty(), |form, (field, name)| {
        said(name).into_iter().fold(form, |form, value| form.fill(field, value))
    });
    let choice = Choice::of(diaries, found, &form)?;
    let one = |name: &str| said(name).into_iter().next().unwrap_or_default();
    for (name, taken) in [("site", &choice.site), ("speaks", &choice.speaks)] {
        if !one(name).is_empty() && one(name) != *taken {
            return Err(unknown(app, name));
        }
    }
    if !one("way").is_empty() && one("way") != choice.way.code() {
        return Err(unknown(app, "way"));
    }
    let known = |need: &String| diaries.needs.iter().any(|known| known.id == *need);
    if !said("needs").iter().all(known) {
        return Err(unknown(app, "needs"));
    }
    Ok(choice.obeying(&mut *app.db.read().await?, call.who.resident().ok()).await?)
}

fn unknown(app: &App, field: &str) -> Refusal {
    Refusal::Fields(vec![(field.to_owned(), app.t(Lang::EN, "api-refused-choice").to_owned())])
}

fn when(text: &str) -> Option<Micros> {
    text.parse::<Timestamp>().ok().map(Timestamp::as_microsecond)
}

/// `GET /api/v1/bookable/{kind}/times`: what is free in the seven days from a day on.
pub(crate) fn times(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let (app, kind) = (&call.app, call.part("kind"));
        app.part::<Diaries>()?.kind(kind)?;
        let said = |name: &str| {
            let text = call.asked(name);
            text.split(',').filter(|one| !one.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        };
        let choice = choice(app, call, kind, &said).await?;
        let from: Date = call.asked("from").parse().unwrap_or_else(|_| appointments::date_of(app.now()));
        let mut read = app.db.read().await?;
        let free = appointments::offered(&mut read, app, &choice, (from, DAYS), None).await?;
        Answer::of(json!({
            "kind": choice.kind,
            "site": choice.site,
            "way": choice.way.code(),
            "times": free
                .iter()
                .map(|slot| json!({ "at": moment(slot.span.from), "until": moment(slot.span.until) }))
                .collect::<Vec<_>>(),
        }))
    })
}

/// An appointment, as its own page tells it.
fn shown(app: &App, booking: &Booking, lang: Lang) -> Result<Value> {
    let diaries = app.part::<Diaries>()?;
    let (kind, diary) = (diaries.kind(&booking.kind).ok(), diaries.of(&booking.site).ok());
    let mut said = json!({
        "id": booking.id,
        "reference": booking.reference,
        "kind": booking.kind,
        "what": kind.map_or("", |kind| named(&kind.name, lang)),
        "site": booking.site,
        "place": diary.map_or("", |diary| diary.called(lang)),
        "way": booking.way.code(),
        "at": moment(booking.start),
        "until": moment(booking.until),
        "state": booking.state.code(),
        "name": booking.name,
        "needs": booking.needs,
        "may_change": booking.can_change(app.now()),
    });
    let address = diary.filter(|_| booking.way == Way::InPerson).map_or("", |diary| diary.place.address.as_str());
    for (name, value) in
        [("address", address), ("email", &booking.email), ("phone", &booking.phone), ("speaks", &booking.speaks)]
    {
        if !value.is_empty() {
            said[name] = json!(value);
        }
    }
    Ok(said)
}

fn answer(call: &Call, booking: &Booking) -> Result<Answer, Refusal> {
    let mark = Some(booking.revision.to_string());
    Ok(Answer { mark, ..Answer::of(shown(&call.app, booking, call.who.lang)?)? })
}

/// `GET /api/v1/appointments`.
pub(crate) fn list(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let all = told::own(&mut *call.app.db.read().await?, &call.who).await?;
        let all: Result<Vec<Value>> = all.iter().map(|one| shown(&call.app, one, call.who.lang)).collect();
        Answer::of(json!({ "appointments": all? }))
    })
}

/// `GET /api/v1/appointments/{id}`.
pub(crate) fn one(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let mut read = call.app.db.read().await?;
        let (booking, _) = told::own_one(&mut read, &call.app, &call.who, call.id("id")?).await?;
        answer(call, &booking)
    })
}

/// `POST /api/v1/appointments`: for whoever asks, reached as they say, else as their account knows.
pub(crate) fn book(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let (app, who) = (&call.app, &call.who);
        let said = |name: &str| match &call.body[name] {
            Value::String(text) => vec![text.clone()],
            Value::Array(all) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            _ => Vec::new(),
        };
        let choice = choice(app, call, call.text("kind"), &said).await?;
        let at = when(call.text("at")).ok_or_else(|| unknown(app, "at"))?;
        let known = appointments::known(&mut *app.db.read().await?, who.resident()?).await?;
        let mut form = ["name", "email", "phone"]
            .into_iter()
            .fold(Form::empty(), |form, name| form.fill(name, call.body[name].as_str().unwrap_or(known.value(name))));
        let Some(person) = appointments::person(app, who, &mut form, choice.way) else {
            return Err(Refusal::Fields(form.errors().to_vec()));
        };
        let turn = app.part::<Turns>()?.take(&choice.site).await;
        let mut tx = app.db.begin().await?;
        match told::book(&mut tx, app, who, (&choice, at), &person, call.key).await? {
            Came::Booked(booking) => {
                tx.commit().await?;
                drop(turn);
                let location = Some(format!("/api/v1/appointments/{}", booking.id));
                Ok(Answer { location, ..answer(call, &booking)? })
            }
            Came::Gone => Err(gone()),
        }
    })
}

fn gone() -> Refusal {
    Refusal::said(StatusCode::CONFLICT, "api-refused-time-gone")
}

fn changed() -> Refusal {
    Refusal::said(StatusCode::PRECONDITION_FAILED, "api-refused-changed")
}

/// The mark that was brought is not that of the appointment as it stands.
fn is_stale(call: &Call, booking: &Booking) -> bool {
    call.mark.as_deref() != Some(booking.revision.to_string().as_str())
}

/// `POST /api/v1/appointments/{id}/move`.
pub(crate) fn move_to(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let (app, who, id) = (&call.app, &call.who, call.id("id")?);
        let at = when(call.text("at")).ok_or_else(|| unknown(app, "at"))?;
        let site = told::own_one(&mut *app.db.read().await?, app, who, id).await?.0.site;
        let turn = app.part::<Turns>()?.take(&site).await;
        let mut tx = app.db.begin().await?;
        let (booking, token) = told::own_one(&mut tx, app, who, id).await?;
        // Sent again it is there already.
        if booking.start == at && booking.state == State::Booked {
            return answer(call, &booking);
        }
        if is_stale(call, &booking) {
            return Err(changed());
        }
        if !booking.can_change(app.now()) {
            return Err(Refusal::said(StatusCode::CONFLICT, "api-refused-begun"));
        }
        match told::move_to(&mut tx, app, who, booking, (at, &token)).await? {
            Came::Booked(booking) => {
                tx.commit().await?;
                drop(turn);
                answer(call, &booking)
            }
            Came::Gone => Err(gone()),
        }
    })
}

/// `POST /api/v1/appointments/{id}/cancel`.
pub(crate) fn cancel(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let (app, who, id) = (&call.app, &call.who, call.id("id")?);
        let mut tx = app.db.begin().await?;
        let (booking, token) = told::own_one(&mut tx, app, who, id).await?;
        if booking.state == State::Cancelled {
            return answer(call, &booking);
        }
        if is_stale(call, &booking) {
            return Err(changed());
        }
        if !booking.can_change(app.now()) {
            return Err(Refusal::said(StatusCode::CONFLICT, "api-refused-begun"));
        }
        told::cancel(&mut tx, app, who, booking, &token).await?;
        let (booking, _) = told::own_one(&mut tx, app, who, id).await?;
        tx.commit().await?;
        answer(call, &booking)
    })
}
