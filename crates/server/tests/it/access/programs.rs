//! What a program could send to each address: of the right shape, and wrong in its values where that is possible, so that
//! little is done.

/// A form with a file that is neither a photograph nor a document.
const FILE: &str = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nwords\r\n--b--\r\n";

/// The kind of the body for a route.
pub fn kind(path: &str) -> &'static str {
    if body(path) == FILE { "multipart/form-data; boundary=b" } else { "application/json" }
}

/// The body for a route.
pub fn body(path: &str) -> &'static str {
    match path.rsplit('/').next().unwrap_or_default() {
        "submit" => r#"{"answers":{"nothing":"asks this"}}"#,
        "message" | "note" => r#"{"text":"Seen."}"#,
        "withdraw" | "close" => "{}",
        "reopen" => r#"{"reason":"It is there again."}"#,
        "hand-over" => r#"{"system":"nobody"}"#,
        "take-back" => r#"{"system":"nobody","reason":"It is done."}"#,
        "accept" => r#"{"number":"1"}"#,
        "refuse" => r#"{"reason":"None."}"#,
        "update" => r#"{"update":1,"status":"started"}"#,
        "done" => r#"{"outcome":"mended","note":"None."}"#,
        "assign" => r#"{"team":"nowhere"}"#,
        "plan" => r#"{"date":"2020-01-01"}"#,
        "decide" => r#"{"outcome":"nothing","reason":"None.","close":false}"#,
        "on-the-spot" => r#"{"outcome":"nothing","reason":"None.","close":false}"#,
        "open" => r#"{"purpose":"work"}"#,
        "contacts" | "contact" | "aside" | "cancel" | "needs" => "{}",
        "case" => r#"{"reference":"nothing"}"#,
        "resident" => r#"{"resident":"0190163d8694739baea5966c26f8ad91"}"#,
        "move" => r#"{"at":"2020-01-01T09:00:00Z"}"#,
        "appointments" => r#"{"kind":"nothing","at":"2020-01-01T09:00:00Z"}"#,
        "answer" => r#"{"text":"At nine."}"#,
        "files" => FILE,
        "replay" => r#"{"from":1}"#,
        "finish" => r#"{"questions":[{"text":"","outcome":"answered"}]}"#,
        _ => "",
    }
}
