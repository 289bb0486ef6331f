//! The questions: what makes it hard, and what would help. The resident and staff fill in the same form.

use super::change::Given;
use super::words::{hour, language};
use super::{Ask, Criteria, HOURS, LANGUAGES, Passport, WAYS};
use crate::model::{Address, Resident};
use kit::form::{Fault, Form, line, lines};
use kit::page::Frame;
use kit::ui::{Checkboxes, Choice, Input, Markup, Radios, Select, Textarea};
use kit::words::Words;

/// The most lines an address has, besides the name.
const LINES: usize = 6;

/// The form filled in with what there is.
pub(super) fn filled(passport: &Passport) -> Form {
    let mut form = Form::empty();
    for barrier in passport.barriers() {
        form = form.fill("barrier", barrier);
    }
    for ask in [Ask::LargePrint, Ask::SignLanguage].into_iter().filter(|ask| passport.asks(*ask)) {
        form = form.fill("help", ask.code());
    }
    let calls = match passport.calls_after() {
        _ if passport.asks(Ask::NoCalls) => "never".to_owned(),
        Some(hour) => hour.to_string(),
        None => String::new(),
    };
    let (name, email) = passport.copy_to().unwrap_or_default();
    let value = |ask: Ask| passport.value(ask).unwrap_or_default();
    form.fill("calls", calls)
        .fill("interpreter", value(Ask::Interpreter))
        .fill("channel", value(Ask::Channel))
        .fill("write-to", value(Ask::WriteTo))
        .fill("copy-name", name)
        .fill("copy-email", email)
}

/// The questions.
pub(super) fn fields<'a>(words: &'a Words, frame: &'a Frame, form: &'a Form, criteria: &'a Criteria) -> Markup<'a> {
    let t = |key: &'a str| frame.t(key);
    let lang = frame.lang;
    let barriers = criteria.barriers().iter().map(|one| Choice::new(one.id.as_str(), one.name(lang)));
    let barriers = Checkboxes::new("barrier", t("residents-needs-barriers"))
        .hint(t("residents-needs-barriers-hint"))
        .choices(barriers)
        .values(form.values("barrier"))
        .error(frame, form.error("barrier"));
    let help =
        [Ask::LargePrint, Ask::SignLanguage].map(|ask| Choice::new(ask.code(), super::line(words, lang, ask, "")));
    let help = Checkboxes::new("help", t("residents-needs-help"))
        .choices(help)
        .values(form.values("help"))
        .error(frame, form.error("help"));
    let languages = LANGUAGES.map(|(tag, _)| Choice::new(tag, language(words, lang, tag)));
    let interpreter = Select::new("interpreter", t("residents-needs-interpreter"))
        .choice(Choice::new("", t("residents-needs-interpreter-none")))
        .choices(languages)
        .value(form.value("interpreter"))
        .error(frame, form.error("interpreter"));
    let after = HOURS.map(|at| {
        let words = frame.with("residents-needs-calls-from", "hour", hour(lang, at));
        Choice::new(at.to_string(), words)
    });
    let calls = Select::new("calls", t("residents-needs-calls"))
        .choice(Choice::new("", t("residents-needs-calls-any")))
        .choices(after)
        .choice(Choice::new("never", t("residents-needs-calls-never")))
        .value(form.value("calls"))
        .error(frame, form.error("calls"));
    let ways = WAYS.map(|way| Choice::new(way, words.get(lang, &format!("residents-needs-only-{way}")).to_owned()));
    let channel = Radios::new("channel", t("residents-needs-channel"))
        .hint(t("residents-needs-channel-hint"))
        .choice(Choice::new("any", t("residents-needs-channel-any")))
        .choices(ways)
        .value(if form.value("channel").is_empty() { "any" } else { form.value("channel") })
        .error(frame, form.error("channel"));
    let write_to = Textarea::new("write-to", t("residents-needs-write-to"))
        .hint(t("residents-needs-write-to-hint"))
        .rows(4)
        .attr("dir", "auto")
        .value(form.value("write-to"))
        .error(frame, form.error("write-to"));
    let copy_name = Input::text("copy-name", t("residents-needs-copy-name"))
        .hint(t("residents-needs-copy-hint"))
        .autocomplete("off")
        .attr("dir", "auto")
        .value(form.value("copy-name"))
        .error(frame, form.error("copy-name"));
    let copy_email = Input::email("copy-email", t("residents-needs-copy-email"))
        .autocomplete("off")
        .attr("dir", "ltr")
        .value(form.value("copy-email"))
        .error(frame, form.error("copy-email"));
    let all: Vec<Markup<'a>> = vec![
        barriers.into(),
        help.into(),
        interpreter.into(),
        calls.into(),
        channel.into(),
        write_to.into(),
        copy_name.into(),
        copy_email.into(),
    ];
    Markup::join(all)
}

/// What was answered; nothing where the form now says what is wrong.
pub(super) fn read(frame: &Frame, form: &mut Form, criteria: &Criteria, resident: &Resident) -> Option<Vec<Given>> {
    let mut given: Vec<Given> = Vec::new();
    let ask = |given: &mut Vec<Given>, ask: Ask, value: &str| given.push((false, ask.code().into(), value.into()));
    for code in chosen(form, "barrier") {
        match criteria.barrier(&code) {
            Some(barrier) => given.push((true, barrier.id.clone(), String::new())),
            None => form.refuse("barrier", frame.t("residents-needs-choice")),
        }
    }
    for code in chosen(form, "help") {
        match [Ask::LargePrint, Ask::SignLanguage].into_iter().find(|one| one.code() == code) {
            Some(one) => ask(&mut given, one, ""),
            None => form.refuse("help", frame.t("residents-needs-choice")),
        }
    }
    let calls = form.value("calls").to_owned();
    match calls.as_str() {
        "" => {}
        "never" => ask(&mut given, Ask::NoCalls, ""),
        at if at.parse().is_ok_and(|at| HOURS.contains(&at)) => ask(&mut given, Ask::CallsAfter, at),
        _ => form.refuse("calls", frame.t("residents-needs-choice")),
    }
    match form.value("interpreter").to_owned().as_str() {
        "" => {}
        tag if LANGUAGES.iter().any(|(code, _)| *code == tag) => ask(&mut given, Ask::Interpreter, tag),
        _ => form.refuse("interpreter", frame.t("residents-needs-choice")),
    }
    if let Some(way) = channel(frame, form, resident, calls == "never") {
        ask(&mut given, Ask::Channel, &way);
    }
    if let Some(address) = write_to(frame, form) {
        ask(&mut given, Ask::WriteTo, &address);
    }
    if let Some(whom) = copy_to(frame, form) {
        ask(&mut given, Ask::CopyTo, &whom);
    }
    form.is_good().then_some(given)
}

/// The boxes that were ticked, each once.
fn chosen(form: &Form, name: &str) -> Vec<String> {
    let mut all: Vec<String> = form.values(name).filter(|value| !value.is_empty()).map(str::to_owned).collect();
    all.sort();
    all.dedup();
    all
}

/// The one way they want to be told things, where there is such a way to them.
fn channel(frame: &Frame, form: &mut Form, resident: &Resident, never_rung: bool) -> Option<String> {
    let way = form.value("channel").to_owned();
    if way.is_empty() || way == "any" {
        return None;
    }
    let texted = resident.phone.as_deref().and_then(|phone| Address::phone(phone).ok());
    let wrong = match way.as_str() {
        "email" if resident.email.is_none() => Some("residents-needs-no-email"),
        "text" if !texted.is_some_and(|phone| phone.reachable()) => Some("residents-needs-no-mobile"),
        "phone" if never_rung => Some("residents-needs-rung-or-not"),
        "phone" if resident.phone.is_none() => Some("residents-needs-no-phone"),
        "email" | "text" | "letter" | "phone" => None,
        _ => Some("residents-needs-choice"),
    };
    match wrong {
        Some(key) => {
            form.refuse("channel", frame.t(key));
            None
        }
        None => Some(way),
    }
}

/// Where letters go: a few lines, the last of them a postcode.
fn write_to(frame: &Frame, form: &mut Form) -> Option<String> {
    let typed = match lines(form.value("write-to"), 300) {
        Ok(typed) => typed,
        Err(Fault::Empty) => return None,
        Err(fault) => {
            form.refuse("write-to", frame.with(fault.key(), "most", "300"));
            return None;
        }
    };
    let lines: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let ends = lines.last().is_some_and(|last| is_postcode(last));
    if !(2..=LINES).contains(&lines.len()) || !ends {
        form.refuse("write-to", frame.t("residents-needs-write-to-wrong"));
        return None;
    }
    Some(lines.join("\n"))
}

fn is_postcode(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if !text.is_ascii() || !(5..=7).contains(&text.len()) {
        return false;
    }
    let (out, inward) = text.split_at(text.len() - 3);
    let inward: Vec<char> = inward.chars().collect();
    let starts = out.starts_with(|c: char| c.is_ascii_alphabetic());
    starts
        && out.chars().any(|c| c.is_ascii_digit())
        && out.chars().all(|c| c.is_ascii_alphanumeric())
        && inward[0].is_ascii_digit()
        && inward[1..].iter().all(char::is_ascii_alphabetic)
}

/// Who gets a copy: a name and an email address, or neither.
fn copy_to(frame: &Frame, form: &mut Form) -> Option<String> {
    let name = match line(form.value("copy-name"), 100) {
        Ok(name) => Some(name),
        Err(Fault::Empty) => None,
        Err(fault) => {
            form.refuse("copy-name", frame.with(fault.key(), "most", "100"));
            return None;
        }
    };
    let email = match form.trimmed("copy-email") {
        "" => None,
        typed => match Address::email(typed) {
            Ok(address) => Some(address.as_str().to_owned()),
            Err(key) => {
                form.refuse("copy-email", frame.t(key));
                return None;
            }
        },
    };
    match (name, email) {
        (Some(name), Some(email)) => Some(format!("{name}\n{email}")),
        (None, None) => None,
        (None, Some(_)) => {
            form.refuse("copy-name", frame.t("residents-needs-copy-name-empty"));
            None
        }
        (Some(_), None) => {
            form.refuse("copy-email", frame.t("residents-needs-copy-email-empty"));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_postcode;

    #[test]
    fn an_address_ends_in_a_postcode() {
        for right in ["CB1 1AA", "sw1a1aa", "M1 1AE", "EM12 3XY"] {
            assert!(is_postcode(right), "{right}");
        }
        for wrong in ["Eastmere", "1AA CB1", "CB1", "CB1 1A", "AAAA AAA", "CB1 11A", "ＣＢ1 1AA"] {
            assert!(!is_postcode(wrong), "{wrong}");
        }
    }
}
