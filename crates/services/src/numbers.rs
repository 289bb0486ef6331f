//! Telephone numbers in words, made into links.

use kit::ui::Markup;

/// Short numbers everybody may ring.
const SHORT: [&str; 5] = ["999", "112", "111", "105", "101"];

/// Words as HTML in which every telephone number is a link that stays on one line and reads from left to right.
pub fn linked(words: &str) -> Markup<'static> {
    let mut html = String::new();
    let mut rest = words;
    let mut before: Option<char> = None;
    while let Some(first) = rest.chars().next() {
        let run: usize = if before.is_some_and(|c| c.is_alphanumeric() || c == '£') { 0 } else { number(rest) };
        if run > 0 {
            let (shown, after) = rest.split_at(run);
            let tel: String = shown.chars().filter(char::is_ascii_digit).collect();
            html.push_str(&format!(r#"<a class="govuk-link app-number" dir="ltr" href="tel:{tel}">{shown}</a>"#));
            (before, rest) = (Some('0'), after);
            continue;
        }
        match first {
            '<' => html.push_str("&#60;"),
            '>' => html.push_str("&#62;"),
            '&' => html.push_str("&#38;"),
            '"' => html.push_str("&#34;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
        (before, rest) = (Some(first), &rest[first.len_utf8()..]);
    }
    Markup::trusted(html)
}

/// The length of the telephone number a text begins with, in bytes; 0 when it begins with none.
fn number(text: &str) -> usize {
    let all = text.find(|c: char| !c.is_ascii_digit() && c != ' ').unwrap_or(text.len());
    let run = text[..all].trim_end();
    if text[run.len()..].starts_with(char::is_alphanumeric) {
        return 0;
    }
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    let whole = run.starts_with('0') && (10..=11).contains(&digits);
    let short = run.split(' ').next().filter(|first| SHORT.contains(first));
    if whole { run.len() } else { short.map_or(0, str::len) }
}

#[cfg(test)]
mod tests {
    use super::linked;

    #[test]
    fn numbers_become_links_and_other_digits_do_not() {
        let html = linked("Call 999, or 0800 111 999. Gas <b>").to_string();
        assert!(html.contains(r#"href="tel:999">999</a>, or "#), "{html}");
        assert!(html.contains(r#"href="tel:0800111999">0800 111 999</a>. Gas &#60;b&#62;"#), "{html}");
        assert!(linked("0800 555 111 without").to_string().contains("555 111</a> without"));
        assert!(linked("call 999 first").to_string().contains("999</a> first"));
        assert!(linked("on 101, or").to_string().contains(r#"href="tel:101">101</a>, or"#));
        for plain in ["24 hours", "CB1 1AA", "£101", "101st", "2026", "0 11", ""] {
            assert!(!linked(plain).to_string().contains("<a"), "{plain}");
        }
    }
}
