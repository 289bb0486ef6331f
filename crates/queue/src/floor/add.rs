//! `POST /floor/{site}`: a ticket for somebody who is greeted, once a press; also for who was greeted while there was no signal.

use super::{at, home, show};
use crate::join::give;
use crate::site::{Site, day_of};
use crate::store::visits;
use crate::{Join, Way, token};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::clock::{DAY, HOUR, Micros, SECOND};
use kit::extract::Path;
use kit::form::Form;
use kit::page::see;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};

/// Gives it, and leads to it.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(site): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let site = at(&app, &who, &site)?;
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let ticket = format!("{}/ticket/{}", home(site), token(&app, key));
    let Some(asks) = read(&app, site, key, &mut form) else {
        // Sent again when it can no longer be asked for: it was given the first time.
        let given = visits::by_key(&mut *app.db.read().await?, key).await?.is_some();
        return if given { Ok(see(&ticket)) } else { show::draw(&app, &who, site, form).await };
    };
    give(&app, &who, site, Way::Floor, &asks).await?;
    Ok(see(&ticket))
}

/// What is asked for, where nothing is wrong with it.
fn read(app: &App, site: &Site, key: Id, form: &mut Form) -> Option<Join> {
    let now = app.now();
    let business = form.value("business").to_owned();
    if business.is_empty() {
        form.refuse("business", app.t(Lang::EN, "queue-staff-floor-choose"));
    } else if !site.today(now).any(|one| one.id == business) {
        form.refuse("business", app.t(Lang::EN, "queue-staff-floor-not-today"));
    }
    let need = form.value("need").to_owned();
    if !need.is_empty() && !site.rule.needs.iter().any(|one| one.id == need) {
        form.refuse("need", app.t(Lang::EN, "queue-staff-floor-no-such-need"));
    }
    let initials = initials(form.value("initials"));
    if initials.is_none() {
        form.refuse("initials", app.t(Lang::EN, "queue-staff-floor-initials-wrong"));
    }
    let came = came(form, now);
    if let Err(key) = came {
        form.refuse("came", app.t(Lang::EN, key));
    }
    let lang = Some(form.value("lang")).filter(|lang| site.languages.iter().any(|one| one == lang));
    let lang = lang.unwrap_or(Lang::EN.tag).to_owned();
    let mark = mark(form.value("mark"));
    let (true, Some(initials), Ok(came)) = (form.is_good(), initials, came) else { return None };
    Some(Join { key, business, lang, need, initials, mark, came: Some(came), ..Join::default() })
}

/// When they came: so many seconds `ago`, as a phone counted them, or the moment somebody pressed "at the door"; else now.
pub(super) fn came(form: &Form, now: Micros) -> Result<Micros, &'static str> {
    if let Ok(ago) = form.value("ago").parse::<i64>() {
        let came = now - ago.clamp(0, DAY / SECOND) * SECOND;
        return if day_of(came) == day_of(now) { Ok(came) } else { Err("queue-staff-floor-other-day") };
    }
    match form.value("came").parse::<Micros>() {
        Err(_) => Ok(now),
        Ok(came) if (0..=HOUR).contains(&now.saturating_sub(came)) && day_of(came) == day_of(now) => Ok(came),
        Ok(_) => Err("queue-staff-floor-door-wrong"),
    }
}

/// Two or three letters, or none.
fn initials(typed: &str) -> Option<String> {
    let letters: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '.').take(4).collect();
    let good = letters.is_empty() || (2..=3).contains(&letters.chars().count());
    (good && letters.chars().all(char::is_alphabetic)).then(|| letters.to_uppercase())
}

/// What a phone gave them while there was no signal: letters and digits, as somebody reads them out.
fn mark(sent: &str) -> String {
    let good =
        sent.len() <= 6 && sent.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-');
    if good { sent.to_owned() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::clock::MINUTE;

    /// 22 September 2026, 10:00 in London.
    const TEN: Micros = 1_790_067_600_000_000;

    #[test]
    fn the_clock_starts_at_the_first_touch_and_no_earlier_than_can_be() {
        let at = |field: &str, value: i64| came(&Form::empty().fill(field, value.to_string()), TEN);
        assert_eq!(came(&Form::empty(), TEN), Ok(TEN));
        assert_eq!(at("came", TEN - 59 * MINUTE), Ok(TEN - 59 * MINUTE));
        assert_eq!(at("came", TEN - 61 * MINUTE), Err("queue-staff-floor-door-wrong"));
        assert_eq!(at("came", TEN + 1), Err("queue-staff-floor-door-wrong"));
        assert_eq!(at("came", i64::MIN), Err("queue-staff-floor-door-wrong"));
        assert_eq!(at("ago", 7_200), Ok(TEN - 2 * HOUR), "a phone without signal keeps the first touch");
        assert_eq!(at("ago", -5), Ok(TEN), "nobody comes later than now");
        assert_eq!(at("ago", 11 * 3_600), Err("queue-staff-floor-other-day"));
        assert_eq!(at("ago", i64::MAX), Err("queue-staff-floor-other-day"));
    }

    #[test]
    fn initials_are_letters_and_a_mark_is_what_a_phone_gives() {
        for (typed, kept) in
            [("", Some("")), ("a.e.", Some("AE")), (" zoë ", Some("ZOË")), ("a", None), ("ann1", None), ("Anna", None)]
        {
            assert_eq!(initials(typed).as_deref(), kept, "{typed}");
        }
        for (sent, kept) in [("A-7K", "A-7K"), ("<b>", ""), ("TOO-LONG", ""), ("a-7k", "")] {
            assert_eq!(mark(sent), kept);
        }
    }
}
