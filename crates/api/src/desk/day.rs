//! The appointments of a site on a day.

use crate::call::Call;
use crate::operation::Answer;
use crate::problem::Refusal;
use appointments::{Line, of_day};
use cases::api::moment;
use kit::Result;
use kit::app::Boxed;
use serde_json::{Value, json};

/// `GET /api/v1/desk/appointments`: whom it names is on record before the answer leaves.
pub(crate) fn list(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let day = of_day(&call.app, &call.who, call.asked("site"), call.asked("day").parse().ok()).await?;
        let line = |line: &Line| {
            json!({
                "id": line.id,
                "reference": line.reference.replace(' ', ""),
                "at": moment(line.start),
                "until": moment(line.until),
                "what": line.kind,
                "way": line.way.code(),
                "place": line.place,
                "with": line.seat,
                "name": line.name,
                "note": line.note,
                "state": line.state.code(),
            })
        };
        let lines: Vec<Value> = day.lines.iter().map(line).collect();
        Answer::of(json!({ "site": day.site, "day": day.day.to_string(), "appointments": lines }))
    })
}
