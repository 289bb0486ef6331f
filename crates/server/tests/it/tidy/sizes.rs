//! Files under 400 lines, functions under 80.

use super::{files, nothing_wrong};

const FILE: usize = 400;
const FUNCTION: usize = 80;

#[test]
fn no_file_is_longer_than_400_lines() {
    let sources = files(&[".rs", ".html", ".ts", ".js", ".mjs", ".scss", ".sh", ".sql", ".py"]);
    let long = sources.iter().filter(|(_, text)| text.lines().count() > FILE);
    nothing_wrong(long.map(|(name, text)| format!("{name}: {} lines", text.lines().count())).collect());
}

#[test]
fn no_function_is_longer_than_80_lines() {
    let mut wrong = Vec::new();
    for (name, text) in files(&[".rs"]) {
        wrong.extend(
            long_functions(&text).into_iter().map(|(line, n)| format!("{name}:{line}: a function of {n} lines")),
        );
    }
    nothing_wrong(wrong);
}

/// Functions over the limit: first line and length. rustfmt closes a function at the indentation it began with.
fn long_functions(text: &str) -> Vec<(usize, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut long = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let body = line.trim_start();
        let indent = &line[..line.len() - body.len()];
        // `pub(crate)` has a bracket before the name.
        let plain = ["pub(crate) ", "pub(super) "].iter().find_map(|seen| body.strip_prefix(seen)).unwrap_or(body);
        let words: Vec<&str> = plain.split_whitespace().take_while(|w| !w.contains('(') && !w.contains('<')).collect();
        let starts = words.contains(&"fn") && !body.starts_with("//") && !body.ends_with(';') && !body.ends_with('}');
        if !starts {
            continue;
        }
        // A declaration in a trait has no body.
        let signature = lines[i..].iter().find(|line| line.ends_with(['{', ';']));
        if signature.is_some_and(|line| line.ends_with(';')) {
            continue;
        }
        let close = format!("{indent}}}");
        if let Some(end) = lines[i..].iter().position(|l| *l == close)
            && end + 1 > FUNCTION
        {
            long.push((i + 1, end + 1));
        }
    }
    long
}

#[test]
fn a_long_function_is_seen() {
    let body = "    let x = 1;\n".repeat(90);
    assert_eq!(long_functions(&format!("fn short() {{\n}}\npub async fn long() {{\n{body}}}\n")), [(3, 92)]);
    for seen in ["pub(crate)", "pub(super)"] {
        assert_eq!(long_functions(&format!("{seen} async fn long(a: u8) {{\n{body}}}\n")), [(1, 92)]);
    }
    let declared =
        format!("trait T {{\n    fn one(\n        x: u8,\n    ) -> u8;\n}}\nimpl T for u8 {{\n{body}    }}\n}}\n");
    assert_eq!(long_functions(&declared), []);
}
