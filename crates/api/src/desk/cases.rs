//! Cases at the desk.

use crate::call::Call;
use crate::operation::Answer;
use crate::own::{changed, limit};
use crate::problem::Refusal;
use cases::api::desk::{self, Asks, Doing};
use cases::api::on_the_spot;
use kit::Result;
use kit::app::Boxed;
use kit::form::Form;

/// `GET /api/v1/desk/cases`.
pub(crate) fn list(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let asked = |name: &str| call.asked(name).to_owned();
        let asks = Asks {
            list: asked("list"),
            service: asked("service"),
            status: asked("status"),
            ward: asked("ward"),
            kind: asked("kind"),
            owner: asked("owner"),
            sort: asked("sort"),
            after: asked("after"),
            limit: limit(call),
        };
        Answer::of(desk::list(&call.app, &call.who, asks).await?)
    })
}

/// `GET /api/v1/desk/cases/{ref}`.
pub(crate) fn one(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let (whole, mark) = desk::one(&call.app, &call.who, call.part("ref")).await?;
        Ok(Answer { mark: Some(mark), ..Answer::of(whole)? })
    })
}

async fn act(call: &Call, doing: Doing, form: Form) -> Result<Answer, Refusal> {
    let sent = (form, call.mark.as_deref(), call.key);
    changed(desk::act(&call.app, &call.who, call.part("ref"), doing, sent).await?)
}

fn yes_no(call: &Call, name: &str) -> &'static str {
    if call.body[name] == true { "yes" } else { "no" }
}

/// `POST /api/v1/desk/cases/{ref}/note`.
pub(crate) fn note(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(act(call, Doing::Note, Form::empty().fill("text", call.text("text"))))
}

/// `POST /api/v1/desk/cases/{ref}/message`.
pub(crate) fn message(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    let form = Form::empty().fill("text", call.text("text")).fill("asks", yes_no(call, "asks"));
    Box::pin(act(call, Doing::Message, form))
}

/// `POST /api/v1/desk/cases/{ref}/assign`.
pub(crate) fn assign(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    let owner = Some(call.text("owner").to_owned()).filter(|owner| !owner.is_empty());
    let owner = owner.unwrap_or_else(|| kit::Id::NONE.to_string());
    Box::pin(act(call, Doing::Assign, Form::empty().fill("team", call.text("team")).fill("owner", owner)))
}

/// `POST /api/v1/desk/cases/{ref}/plan`.
pub(crate) fn plan(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    let date = call.text("date");
    let mut form = Form::empty().fill("next-far", date);
    for (part, value) in ["year", "month", "day"].into_iter().zip(date.split('-')) {
        form = form.fill(&format!("next-{part}"), value);
    }
    Box::pin(act(call, Doing::Plan, form))
}

/// `POST /api/v1/desk/cases/{ref}/decide`.
pub(crate) fn decide(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    let form = Form::empty().fill("outcome", call.text("outcome")).fill("reason", call.text("reason"));
    Box::pin(act(call, Doing::Decide, form.fill("close", yes_no(call, "close"))))
}

/// `GET /api/v1/desk/cases/{ref}/on-the-spot`.
pub(crate) fn rules(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let (rules, mark) = on_the_spot::rules(&call.app, &call.who, call.part("ref")).await?;
        Ok(Answer { mark: Some(mark), ..Answer::of(rules)? })
    })
}

/// `POST /api/v1/desk/cases/{ref}/on-the-spot`: what it will do is answered first, and done once that is sent along.
pub(crate) fn on_the_spot(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    let mut form = Form::empty().fill("close", yes_no(call, "close"));
    for name in ["outcome", "reason", "ahead"] {
        form = form.fill(name, call.text(name));
    }
    if let Some(pence) = call.body["amount"].as_i64() {
        form = form.fill("amount", format!("{}.{:02}", pence / 100, pence % 100));
    }
    for seen in call.body["seen"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_str) {
        form = form.fill("seen", seen);
    }
    Box::pin(act(call, Doing::OnTheSpot, form))
}

/// `POST /api/v1/desk/cases/{ref}/close`.
pub(crate) fn close(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(act(call, Doing::Close, Form::empty()))
}

/// `POST /api/v1/desk/cases/{ref}/reopen`.
pub(crate) fn reopen(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(act(call, Doing::Reopen, Form::empty().fill("reason", call.text("reason"))))
}

/// `POST /api/v1/desk/cases/{ref}/hand-over`: whoever writes a program has read what is sent in the description.
pub(crate) fn hand_over(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    let system = call.text("system");
    Box::pin(act(call, Doing::HandOver, Form::empty().fill("system", system).fill("ahead", system)))
}

/// `POST /api/v1/desk/cases/{ref}/take-back`.
pub(crate) fn take_back(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    let form = Form::empty().fill("system", call.text("system")).fill("reason", call.text("reason"));
    Box::pin(act(call, Doing::TakeBack, form))
}
