//! What a program could send to each address: of the right shape, and wrong in its values where that is possible, so that
//! little is done.

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
        "open" => r#"{"purpose":"work"}"#,
        "contacts" => "{}",
        "replay" => r#"{"from":1}"#,
        "finish" => r#"{"questions":[{"text":"","outcome":"answered"}]}"#,
        _ => "",
    }
}
