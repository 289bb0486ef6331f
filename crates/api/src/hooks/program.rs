//! Webhooks for the programs of administrators: which there are, what each was told, and telling again.

use super::{check, replay};
use crate::call::Call;
use crate::operation::Answer;
use crate::own::limit;
use crate::problem::Refusal;
use crate::store::hooks::{self, Delivery, Hook};
use axum::http::StatusCode;
use cases::api::moment;
use kit::app::Boxed;
use kit::facts::{self, Fact};
use kit::{Error, Result};
use serde_json::{Value, json};

/// `GET /api/v1/admin/hooks`.
pub(crate) fn list(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        check(&call.who)?;
        let all = hooks::with_ended(&mut *call.app.db.read().await?).await?;
        let one = |hook: &Hook| json!({ "id": hook.id, "name": hook.name, "url": hook.url, "kinds": hook.kinds, "made": moment(hook.made), "live": hook.ended == 0 });
        Answer::of(json!({ "hooks": all.iter().map(one).collect::<Vec<Value>>() }))
    })
}

async fn found(call: &Call) -> Result<Hook> {
    check(&call.who)?;
    hooks::by_id(&mut *call.app.db.read().await?, call.id("id")?).await?.ok_or(Error::NotFound)
}

/// `GET /api/v1/admin/hooks/{id}/deliveries`: the newest first.
pub(crate) fn deliveries(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let (hook, limit) = (found(call).await?, limit(call));
        let before = call.number("before").unwrap_or(i64::MAX);
        let mut some = hooks::newest(&mut *call.app.db.read().await?, hook.id, before, limit + 1).await?;
        let more = some.len() > limit;
        some.truncate(limit);
        let one = |one: &Delivery| {
            let mut said = json!({ "seq": one.seq, "case": one.case, "kind": one.kind, "state": one.state, "attempts": one.attempts, "status": one.status });
            if one.state == "waiting" {
                said["due"] = json!(moment(one.due));
            }
            said
        };
        let mut body = json!({ "deliveries": some.iter().map(one).collect::<Vec<Value>>() });
        if let Some(last) = some.last().filter(|_| more) {
            body["next"] = json!(last.seq);
        }
        Answer::of(body)
    })
}

/// `POST /api/v1/admin/hooks/{id}/replay`.
pub(crate) fn again(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let hook = found(call).await?;
        if hook.ended != 0 {
            return Err(Refusal::said(StatusCode::CONFLICT, "api-refused-ended-hook"));
        }
        let from = call.body["from"].as_i64().unwrap_or(1);
        let to = call.body.get("to").and_then(Value::as_i64).unwrap_or(i64::MAX);
        let mut tx = call.app.db.begin().await?;
        replay::ask(&mut tx, &call.app, hook.id, from, to).await?;
        let fact = Fact::new("hook.replayed", &call.who).about("hook", hook.id);
        facts::record(&mut tx, &call.app, fact.data(json!({ "from": from }))).await?;
        tx.commit().await?;
        Answer::of(json!({ "from": from }))
    })
}
