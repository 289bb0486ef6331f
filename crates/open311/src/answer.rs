//! Answers in both formats. XML is the standard's; JSON is made from it by the "Spark" convention: the root is dropped,
//! elements that repeat become arrays, empty ones become null.

use crate::refusal::Refusal;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use kit::{Error, Result};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use serde_json::{Map, Number, Value as Json};

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Xml,
    Json,
}

/// One value of an answer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Text(String),
    Flag(bool),
    Whole(i64),
    Real(f64),
    /// Values of one kind; the name is that of each in XML.
    List(&'static str, Vec<Value>),
    Object(Vec<(&'static str, Value)>),
    Nothing,
}

impl Value {
    /// Text, or nothing where it is empty.
    pub fn text(text: impl Into<String>) -> Value {
        let text = text.into();
        if text.is_empty() { Value::Nothing } else { Value::Text(text) }
    }

    /// The text, or nothing.
    pub fn some(text: Option<String>) -> Value {
        text.map_or(Value::Nothing, Value::text)
    }
}

impl Format {
    /// The format at the end of this path; XML where there is none, since every client must read that.
    pub fn of(path: &str) -> Format {
        if path.ends_with(".json") { Format::Json } else { Format::Xml }
    }

    /// The last part of a path such as `FE8WX73ZD.xml` without its format; nothing where it has none.
    pub fn split(name: &str) -> Option<(&str, Format)> {
        let xml = || Some((name.strip_suffix(".xml")?, Format::Xml));
        name.strip_suffix(".json").map(|name| (name, Format::Json)).or_else(xml)
    }

    /// The answer to a request: what was found, or why not.
    pub fn answer(self, root: &'static str, found: Result<Value, Refusal>) -> Result<Response> {
        match found {
            Ok(value) => self.written(StatusCode::OK, root, &value),
            Err(refusal) => refusal.answer(self),
        }
    }

    /// A value under its root.
    pub fn written(self, status: StatusCode, root: &'static str, value: &Value) -> Result<Response> {
        let (kind, body) = match self {
            Format::Xml => ("text/xml; charset=utf-8", xml(root, value)?),
            Format::Json => ("application/json; charset=utf-8", serde_json::to_vec(&json(value))?),
        };
        let mut answer = Response::new(body.into());
        *answer.status_mut() = status;
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        // Nothing here depends on a cookie: pages of other sites may read it.
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        Ok(answer)
    }
}

fn json(value: &Value) -> Json {
    match value {
        Value::Text(text) => Json::String(text.clone()),
        Value::Flag(flag) => Json::Bool(*flag),
        Value::Whole(number) => Json::Number(Number::from(*number)),
        Value::Real(number) => Number::from_f64(*number).map_or(Json::Null, Json::Number),
        Value::List(_, all) => Json::Array(all.iter().map(json).collect()),
        Value::Object(fields) => {
            Json::Object(fields.iter().map(|(name, value)| ((*name).to_owned(), json(value))).collect::<Map<_, _>>())
        }
        Value::Nothing => Json::Null,
    }
}

fn xml(root: &'static str, value: &Value) -> Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None))).map_err(Error::internal)?;
    element(&mut writer, root, value)?;
    Ok(writer.into_inner())
}

fn element(to: &mut Writer<Vec<u8>>, name: &'static str, value: &Value) -> Result<()> {
    let write = |to: &mut Writer<Vec<u8>>, event| to.write_event(event).map_err(Error::internal);
    let text = match value {
        Value::Nothing => return write(to, Event::Empty(BytesStart::new(name))),
        Value::Text(text) => allowed(text),
        Value::Flag(flag) => flag.to_string(),
        Value::Whole(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::List(each, all) => {
            write(to, Event::Start(BytesStart::new(name)))?;
            for one in all {
                element(to, each, one)?;
            }
            return write(to, Event::End(BytesEnd::new(name)));
        }
        Value::Object(fields) => {
            write(to, Event::Start(BytesStart::new(name)))?;
            for (name, value) in fields {
                element(to, name, value)?;
            }
            return write(to, Event::End(BytesEnd::new(name)));
        }
    };
    write(to, Event::Start(BytesStart::new(name)))?;
    write(to, Event::Text(BytesText::new(&text)))?;
    write(to, Event::End(BytesEnd::new(name)))
}

/// The text without the characters that XML 1.0 has no way to write.
fn allowed(text: &str) -> String {
    let may = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..) && c != '\u{7f}';
    text.chars().map(|c| if may(c) { c } else { '\u{fffd}' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Value {
        let one = Value::Object(vec![
            ("name", Value::text("Fish & <chips>\u{1}")),
            ("open", Value::Flag(true)),
            ("lat", Value::Real(52.2)),
            ("notice", Value::Nothing),
            ("values", Value::List("value", vec![Value::Whole(1), Value::Whole(2)])),
        ]);
        Value::List("thing", vec![one])
    }

    #[test]
    fn xml_is_escaped_and_empty_elements_stay() {
        let written = String::from_utf8(xml("things", &sample()).unwrap()).unwrap();
        let expected = "<?xml version=\"1.0\" encoding=\"utf-8\"?><things><thing><name>Fish &amp; &lt;chips&gt;\u{fffd}\
            </name><open>true</open><lat>52.2</lat><notice/><values><value>1</value><value>2</value></values></thing>\
            </things>";
        assert_eq!(written, expected);
    }

    #[test]
    fn json_drops_the_root_and_makes_what_is_empty_null() {
        let expected = serde_json::json!([
            { "name": "Fish & <chips>\u{1}", "open": true, "lat": 52.2, "notice": null, "values": [1, 2] }
        ]);
        assert_eq!(json(&sample()), expected);
    }

    #[test]
    fn the_format_stands_at_the_end() {
        assert_eq!(Format::split("a.b.json"), Some(("a.b", Format::Json)));
        assert_eq!(Format::split("a.html"), None);
        assert_eq!(Format::of("/open311/v2/requests"), Format::Xml);
    }
}
