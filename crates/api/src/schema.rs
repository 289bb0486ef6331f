//! Whether a value fits a schema: the part of JSON Schema that our shapes are written in. What is sent is checked against the
//! very text that describes it, so the two cannot differ.

use crate::shapes::SAFE;
use serde_json::{Map, Value};

/// What is wrong with a value: where, as a JSON pointer, and what, as the end of a words key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wrong {
    pub at: String,
    pub what: &'static str,
}

/// Everything wrong with a value.
pub(crate) fn check(shapes: &Map<String, Value>, schema: &Value, value: &Value) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    walk(shapes, schema, value, "", &mut wrong);
    wrong
}

fn walk(shapes: &Map<String, Value>, schema: &Value, value: &Value, at: &str, wrong: &mut Vec<Wrong>) {
    if let Some(name) = schema["$ref"].as_str().and_then(|name| name.strip_prefix("#/components/schemas/")) {
        return walk(shapes, &shapes[name], value, at, wrong);
    }
    let mut say = |what| wrong.push(Wrong { at: at.to_owned(), what });
    if let Some(choices) = schema["oneOf"].as_array() {
        let fits = choices.iter().filter(|one| check(shapes, one, value).is_empty()).count();
        if fits != 1 {
            say("shape");
        }
        return;
    }
    if !is_of(schema["type"].as_str().unwrap_or_default(), value) {
        return say("kind");
    }
    if schema["enum"].as_array().is_some_and(|all| !all.contains(value)) {
        say("choice");
    }
    match value {
        Value::String(text) => {
            if !fits_length(schema, "minLength", "maxLength", text.chars().count()) {
                say("length");
            } else if !fits_format(schema["format"].as_str().unwrap_or_default(), text)
                || schema["pattern"] == ID && !is_id(text)
            {
                say("format");
            }
        }
        Value::Number(number) => {
            let number = number.as_f64().unwrap_or(f64::NAN);
            let (low, high) = (schema["minimum"].as_f64(), schema["maximum"].as_f64());
            if low.is_some_and(|low| number < low) || high.is_some_and(|high| number > high) {
                say("range");
            }
        }
        Value::Array(all) => {
            if !fits_length(schema, "minItems", "maxItems", all.len()) {
                say("length");
            }
            for (place, one) in all.iter().enumerate() {
                walk(shapes, &schema["items"], one, &format!("{at}/{place}"), wrong);
            }
        }
        Value::Object(parts) => object(shapes, schema, parts, at, wrong),
        Value::Null | Value::Bool(_) => {}
    }
}

fn object(shapes: &Map<String, Value>, schema: &Value, parts: &Map<String, Value>, at: &str, wrong: &mut Vec<Wrong>) {
    let below = |name: &str| format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !parts.contains_key(name) {
            wrong.push(Wrong { at: below(name), what: "missing" });
        }
    }
    if !fits_length(schema, "minProperties", "maxProperties", parts.len()) {
        wrong.push(Wrong { at: at.to_owned(), what: "length" });
    }
    for (name, value) in parts {
        match (&schema["properties"][name], &schema["additionalProperties"]) {
            (Value::Null, Value::Bool(true)) => {}
            (Value::Null, Value::Object(_)) => {
                walk(shapes, &schema["additionalProperties"], value, &below(name), wrong);
            }
            (Value::Null, _) => wrong.push(Wrong { at: below(name), what: "unknown" }),
            (of, _) => walk(shapes, of, value, &below(name), wrong),
        }
    }
}

/// Writes every whole number as one: 3.0 is 3 (JSON Schema 2020-12, core, 4.2.3).
pub(crate) fn whole(value: &mut Value) {
    match value {
        Value::Array(all) => all.iter_mut().for_each(whole),
        Value::Object(parts) => parts.values_mut().for_each(whole),
        Value::Number(number) if !number.is_i64() => {
            let found = number.as_f64().filter(|n| n.fract() == 0.0 && n.abs() <= SAFE as f64);
            if let Some(found) = found {
                *value = Value::from(found as i64);
            }
        }
        _ => {}
    }
}

fn is_of(kind: &str, value: &Value) -> bool {
    match kind {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => true,
    }
}

fn fits_length(schema: &Value, least: &str, most: &str, length: usize) -> bool {
    let length = length as u64;
    schema[least].as_u64().is_none_or(|least| length >= least)
        && schema[most].as_u64().is_none_or(|most| length <= most)
}

fn fits_format(format: &str, text: &str) -> bool {
    match format {
        "uuid" => is_uuid(text),
        "date" => text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok(),
        "date-time" => is_moment(text),
        _ => true,
    }
}

/// A moment as RFC 3339 has it: in UTC, or with the hours and minutes from there.
fn is_moment(text: &str) -> bool {
    let like = |text: &str, pattern: &str| {
        let fits = |(byte, wanted): (u8, u8)| match wanted {
            b'0' => byte.is_ascii_digit(),
            b'+' => matches!(byte, b'+' | b'-'),
            wanted => byte.eq_ignore_ascii_case(&wanted),
        };
        text.len() == pattern.len() && text.bytes().zip(pattern.bytes()).all(fits)
    };
    let Some((plain, rest)) = text.split_at_checked(19) else { return false };
    let zone = rest.strip_prefix('.').map_or(rest, |rest| rest.trim_start_matches(|one: char| one.is_ascii_digit()));
    let zoned = like(zone, "Z") || like(zone, "+00:00") && zone[1..3] < *"24" && zone[4..] < *"60";
    let fraction = rest.len() == zone.len() || rest.len() - zone.len() > 1;
    like(plain, "0000-00-00T00:00:00") && plain.parse::<jiff::civil::DateTime>().is_ok() && zoned && fraction
}

/// The one pattern there is: of an id.
pub(crate) const ID: &str = "^[0-9a-f]{32}$";

fn is_id(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// True for thirty-two digits with their four hyphens.
pub(crate) fn is_uuid(text: &str) -> bool {
    let hyphen = |place: usize| matches!(place, 8 | 13 | 18 | 23);
    text.len() == 36
        && text
            .bytes()
            .enumerate()
            .all(|(place, byte)| if hyphen(place) { byte == b'-' } else { byte.is_ascii_hexdigit() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn said(schema: Value, value: Value) -> Vec<String> {
        let shapes = json!({ "Name": { "type": "string", "minLength": 1, "maxLength": 3 } });
        let wrong = check(shapes.as_object().unwrap(), &schema, &value);
        wrong.into_iter().map(|one| format!("{} {}", one.at, one.what)).collect()
    }

    #[test]
    fn a_whole_number_may_be_written_with_a_point() {
        let mut value = json!({ "a": [3.0, -721.0, 2.5, 1e300], "b": "3.0" });
        whole(&mut value);
        assert_eq!(value, json!({ "a": [3, -721, 2.5, 1e300], "b": "3.0" }));
    }

    #[test]
    fn what_does_not_fit_is_said_where_it_stands() {
        let name = json!({ "$ref": "#/components/schemas/Name" });
        let closed = json!({ "type": "object", "properties": { "a/b": name }, "required": ["a/b"], "additionalProperties": false });
        let open = json!({ "type": "object", "additionalProperties": name, "maxProperties": 2 });
        let one = json!({ "oneOf": [{ "type": "string" }, { "type": "boolean" }] });
        let list = json!({ "type": "array", "items": name, "maxItems": 2 });
        let whole = json!({ "type": "integer", "minimum": 1, "maximum": 5 });
        for (schema, value, wanted) in [
            (name.clone(), json!("abc"), &[][..]),
            (name.clone(), json!(""), &[" length"]),
            (name.clone(), json!("äöüß"), &[" length"]),
            (name.clone(), json!(1), &[" kind"]),
            (closed.clone(), json!({ "a/b": "x" }), &[]),
            (closed.clone(), json!({}), &["/a~1b missing"]),
            (closed.clone(), json!({ "a/b": "x", "c": 1 }), &["/c unknown"]),
            (closed, json!(null), &[" kind"]),
            (open.clone(), json!({ "x": "1", "y": 2 }), &["/y kind"]),
            (open, json!({ "x": "1", "y": "2", "z": "3" }), &[" length"]),
            (one.clone(), json!(true), &[]),
            (one, json!([]), &[" shape"]),
            (list.clone(), json!(["a", "", "c"]), &[" length", "/1 length"]),
            (whole.clone(), json!(3), &[]),
            (whole.clone(), json!(3.5), &[" kind"]),
            (whole, json!(6), &[" range"]),
            (json!({ "type": "string", "enum": ["a"] }), json!("b"), &[" choice"]),
            (json!({ "type": "string", "format": "date" }), json!("2026-02-30"), &[" format"]),
            (json!({ "type": "string", "format": "date" }), json!("2026-02-28"), &[]),
            (json!({ "type": "string", "format": "date-time" }), json!("2026-02-28T10:00:00Z"), &[]),
            (json!({ "type": "string", "format": "date-time" }), json!("2026-02-28T10:00:00.75-02:48"), &[]),
            (json!({ "type": "string", "format": "date-time" }), json!("2026-02-30T10:00:00Z"), &[" format"]),
            (json!({ "type": "string", "format": "date-time" }), json!("2026-02-28T10:00:00.Z"), &[" format"]),
            (json!({ "type": "string", "format": "date-time" }), json!("2026-02-28T10:00:00+24:00"), &[" format"]),
            (json!({ "type": "string", "format": "date-time" }), json!("2026-02-28T10:00:00"), &[" format"]),
            (json!({ "type": "string", "format": "date-time" }), json!("2026-02-28 10:00"), &[" format"]),
            (json!({ "type": "string", "pattern": ID }), json!("0190163d8694739baea5966c26f8ad91"), &[]),
            (json!({ "type": "string", "pattern": ID }), json!("0190163d-8694-739b-aea5-966c26f8ad91"), &[" format"]),
            (json!({ "type": "string", "format": "uuid" }), json!("0190163d-8694-739b-aea5-966c26f8ad91"), &[]),
            (
                json!({ "type": "string", "format": "uuid" }),
                json!("0190163d8694739baea5966c26f8ad91----"),
                &[" format"],
            ),
        ] {
            assert_eq!(said(schema.clone(), value.clone()), wanted, "{schema} {value}");
        }
    }
}
