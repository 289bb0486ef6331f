//! Whoever can be sent nothing is on the list of people to ring or write to, until somebody has told them.

use crate::desk::act;
use crate::town::{Answer, Town, browser, by_email, in_town};
use axum::http::StatusCode;
use kit::Lang;
use kit::app::Boxed;
use kit::clock::HOUR;
use kit::outbox::{self, Courier, Delivery, Messenger, Outgoing, Providers};
use kit::who::{Role, Who};
use std::sync::Arc;

const LIST: &str = "/desk/cases/untold";

/// Somebody with a landline alone.
fn by_hand(name: &str, phone: &str) -> Option<residents::Contact> {
    let by = residents::By::Hand;
    Some(residents::Contact { by, name: name.into(), email: None, phone: Some(phone.into()), lang: Lang::CY })
}

/// A hole reported from this browser.
async fn report(town: &Town, who: &Who, north: f64, contact: Option<residents::Contact>) -> cases::Opened {
    let opening = cases::Opening { visitor: who.visitor, ..town.pothole(north, contact) };
    town.open(who, opening).await
}

async fn decide(town: &Town, who: &Who, path: &str) -> Answer {
    let fields = [("outcome", "mended"), ("reason", "Filled and rolled."), ("close", "no")];
    let done = act(town, who, &format!("{path}/decide"), &fields).await;
    town.get(who, &done.location).await
}

#[test]
fn whoever_asked_not_to_be_contacted_is_shown_so_and_put_on_no_list() {
    in_town(async |town| {
        let ann = browser(1);
        let mut opening =
            town.pothole(0.0, by_hand("Sol Silent", "").map(|contact| residents::Contact { phone: None, ..contact }));
        let (question, value) = ("contact-way".to_owned(), serde_json::json!({ "choice": "none" }));
        opening.answers.push(cases::Given { question, value, by: "resident".to_owned() });
        let opened = town.open(&ann, cases::Opening { visitor: ann.visitor, ..opening }).await;
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let path = format!("/desk/cases/{}", opened.reference);
        let page = town.get(&bo, &path).await;
        page.says("Asked not to be contacted");
        page.is_silent_about("ring or write");
        let page = decide(&town, &bo, &path).await;
        page.says("Decided. One person asked not to be contacted: nothing is sent to them.");
        page.is_silent_about("is told");
        town.get(&bo, LIST).await.is_silent_about("Sol Silent");
        let page = town.get(&bo, &format!("{path}/close")).await;
        page.says("One person asked not to be contacted");
        page.is_silent_about("sent a message");
    });
}

#[test]
fn before_a_case_is_closed_it_says_who_is_sent_a_message_and_who_is_put_on_the_list() {
    in_town(async |town| {
        let ann = browser(1);
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let by_phone = report(&town, &ann, 0.0, by_hand("Len Testwell", "01632 960123")).await;
        let by_mail = report(&town, &ann, 500.0, by_email("ann@a.example", Lang::EN)).await;
        for (opened, told) in [
            (&by_phone, "One person cannot be sent anything: they are put on the list of people to ring or write to."),
            (&by_mail, "One person who reported it is sent a message."),
        ] {
            let path = format!("/desk/cases/{}", opened.reference);
            decide(&town, &bo, &path).await.is_silent_about("Everybody else");
            town.get(&bo, &format!("{path}/close")).await.says(told);
        }
    });
}

#[test]
fn whoever_can_only_be_rung_is_said_and_not_called_told() {
    in_town(async |town| {
        let ann = browser(1);
        let by_phone = report(&town, &ann, 0.0, by_hand("Len Testwell", "01632 960123")).await;
        let by_mail = report(&town, &ann, 500.0, by_email("ann@a.example", Lang::EN)).await;
        let unknown = report(&town, &ann, 900.0, None).await;
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        for (reference, told) in [
            (&by_phone.reference, "One person can only be rung or written to"),
            (&by_mail.reference, "Decided. Everybody who reported it is told."),
            (&unknown.reference, "Decided. Everybody who reported it is told."),
        ] {
            let page = decide(&town, &bo, &format!("/desk/cases/{reference}")).await;
            page.says(told);
            assert_eq!(page.body.contains("tel:01632960123"), *reference == by_phone.reference, "and where");
        }
        let list = town.get(&bo, LIST).await;
        for words in ["Len Testwell", "01632 960123", "Cymraeg", "What was decided, and why", "Pothole, Mill Road"] {
            list.says(words);
        }
        list.says(&format!("/desk/cases/{}/call", by_phone.reference));
        list.is_silent_about(by_mail.reference.as_str());
        list.is_silent_about(unknown.reference.as_str());
        town.get(&bo, "/desk/cases").await.says("One person is to be rung or written to");
    });
}

#[test]
fn they_stay_on_the_list_until_somebody_has_told_them() {
    in_town(async |town| {
        let len = browser(1);
        let opened = report(&town, &len, 0.0, by_hand("Len Testwell", "01632 960123")).await;
        let path = format!("/desk/cases/{}", opened.reference);
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        decide(&town, &bo, &path).await;
        let call = format!("{path}/call");
        let empty = act(&town, &bo, &call, &[("note", "Kept words")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        empty.says("Say how it went");
        empty.says("Kept words");
        let fields = [("how", "no-answer"), ("note", "Rang for a minute.")];
        assert_eq!(act(&town, &bo, &call, &fields).await.location, format!("{path}?done=call"));
        town.get(&bo, LIST).await.says("Tried once, on 21 September 2026");
        act(&town, &bo, &format!("{path}/message"), &[("text", "Is it by the school?")]).await;
        town.get(&bo, &path).await.says("Not opened yet");
        // What happens meanwhile is told with it: they wait since the first, and are rung once.
        let done = act(&town, &bo, &format!("{path}/close"), &[]).await;
        assert_eq!(done.location, format!("{path}?done=close"), "{}", done.body);
        let list = town.get(&bo, LIST).await;
        list.says("What was decided, and why<br>Our message<br>That it is finished");
        assert_eq!(list.body.matches("Len Testwell</bdi><br>").count(), 1, "{}", list.body);
        assert_eq!(act(&town, &bo, &call, &[("how", "rung")]).await.location, format!("{path}?done=call"));
        town.get(&bo, LIST).await.says("Nobody waits.");
        let page = town.get(&bo, &path).await;
        for words in ["We rang you and nobody answered", "Rang for a minute.", "We rang you<"] {
            page.says(words);
        }
        page.is_silent_about("To ring or write to");
        page.is_silent_about("Not opened yet");
        // They read that they were rung, and not what staff keep of it.
        let theirs = town.get(&len, &format!("/cases/{}", opened.reference)).await;
        theirs.says("We rang you and nobody answered");
        theirs.is_silent_about("Rang for a minute.");
    });
}

#[test]
fn of_several_reporters_the_one_who_is_meant_is_chosen_and_the_others_stay() {
    in_town(async |town| {
        let opened = report(&town, &browser(1), 0.0, by_hand("Len Testwell", "01632 960123")).await;
        let joined = report(&town, &browser(2), 5.0, by_hand("Pat Testwell", "01632 960124")).await;
        let mailed = report(&town, &browser(3), 6.0, by_email("ann@a.example", Lang::EN)).await;
        assert!(joined.joined && mailed.joined);
        let path = format!("/desk/cases/{}", opened.reference);
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        decide(&town, &bo, &path).await.says("2 people can only be rung or written to");
        let page = act(&town, &bo, &format!("{path}/call"), &[("how", "rung")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.says("Choose who it was");
        // The rows of the list lead to the one they are about: the first by the case's own reference while they wait.
        let chosen = |page: &Answer| {
            let before = page.body.split(" checked").next().unwrap_or_default();
            let value = before.rsplit("value=\"").next().unwrap_or_default();
            value.split('"').next().unwrap_or_default().to_owned()
        };
        let form = town.get(&bo, &format!("{path}/call")).await;
        assert_eq!(chosen(&form), kit::Id::NONE.to_string());
        form.says("01632 960123");
        // By their own reference it is them.
        let call = format!("/desk/cases/{}/call", joined.reference);
        let form = town.get(&bo, &call).await;
        let pat = chosen(&form);
        act(&town, &bo, &call, &[("to", &pat), ("how", "met")]).await;
        let list = town.get(&bo, LIST).await;
        list.says("Len Testwell");
        list.is_silent_about("Pat Testwell");
        // Of the first nothing is told to the second.
        act(&town, &bo, &format!("{path}/call"), &[("to", &kit::Id::NONE.to_string()), ("how", "left-word")]).await;
        let theirs = town.get(&browser(2), &format!("/cases/{}", joined.reference)).await;
        theirs.says("We spoke with you");
        theirs.is_silent_about("We left word for you");
    });
}

#[test]
fn a_broken_promise_is_told_by_telephone_too_and_what_is_taken_back_by_nobody() {
    in_town(async |town| {
        let len = browser(1);
        let mut opening = town.pothole(0.0, by_hand("Len Testwell", "01632 960123"));
        (opening.visitor, opening.promise.due) = (len.visitor, town.app.now() + HOUR);
        let opened = town.open(&len, opening).await;
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        town.clock.advance(2 * HOUR);
        assert_eq!(cases::watch_promises(&town.app).await.unwrap(), 1);
        town.get(&bo, LIST).await.says("That we are late");
        let path = format!("/cases/{}/withdraw", opened.reference);
        let key = town.get(&len, &path).await.hidden("key");
        let done = town.post(&len, &path, &[("key", &key)]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        town.get(&bo, LIST).await.says("Nobody waits.");
    });
}

#[test]
fn the_list_shows_what_one_may_see_and_goes_on_from_page_to_page() {
    in_town(async |town| {
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let both = town.staff("Asha Demo", Role::Officer, &[]).await;
        let wyn = town.staff("Wyn Demo", Role::TeamMember, &["waste"]).await;
        let owner = town.staff("Ola Demo", Role::ServiceOwner, &["highways"]).await;
        let admin = town.staff("Ada Demo", Role::Administrator, &["highways"]).await;
        for number in 0..30 {
            let name = format!("Testwell {number:02}");
            let opened = report(&town, &browser(1), f64::from(number) * 100.0, by_hand(&name, "01632 960123")).await;
            decide(&town, &bo, &format!("/desk/cases/{}", opened.reference)).await;
        }
        for who in [&bo, &both, &owner] {
            let first = town.get(who, LIST).await;
            first.says("Testwell 00");
            first.says("Testwell 24");
            first.is_silent_about("Testwell 25");
            let after = first.body.split("untold?after=").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            let second = town.get(who, &format!("{LIST}?after={after}")).await;
            second.says("Testwell 25");
            second.says("Testwell 29");
            second.is_silent_about("Testwell 24");
        }
        town.get(&wyn, LIST).await.says("Nobody waits.");
        assert_eq!(town.get(&admin, LIST).await.status, StatusCode::FORBIDDEN);
        assert_eq!(town.get(&browser(1), LIST).await.status, StatusCode::UNAUTHORIZED);
        for nonsense in ["x", "1.2.3", "1.2.3.4", "%00"] {
            town.get(&bo, &format!("{LIST}?after={nonsense}")).await.says("Testwell 00");
        }
    });
}

/// Takes everything, and calls it something.
struct Takes;

impl Messenger for Takes {
    fn deliver<'a>(&'a self, message: &'a Outgoing) -> Boxed<'a, Delivery> {
        Box::pin(async move { Delivery::Accepted(format!("theirs-{}", message.id)) })
    }
}

#[test]
fn whoever_was_written_to_and_never_got_it_is_on_the_list_too() {
    in_town(async |town| {
        let opened = report(&town, &browser(1), 0.0, by_email("ann@a.example", Lang::EN)).await;
        let joined = report(&town, &browser(2), 5.0, by_email("ben@b.example", Lang::CY)).await;
        assert!(joined.joined);
        let takes: Arc<dyn Messenger> = Arc::new(Takes);
        let providers = Providers { email: Some(takes.clone()), text: Some(takes.clone()), letter: Some(takes) };
        let courier = Courier::start(&town.app, providers);
        let sent = async || {
            let kept = outbox::recent(&mut town.app.db.read().await.unwrap(), None, 10).await.unwrap();
            kept.into_iter().find(|kept| kept.to == "ben@b.example" && kept.state == "sent").map(|kept| kept.id)
        };
        let mut message = sent().await;
        for _ in 0..500 {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            message = sent().await;
            if message.is_some() {
                break;
            }
        }
        courier.stop().await;
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        town.get(&bo, LIST).await.says("Nobody waits.");
        outbox::became(&town.app, message.expect("it is taken"), "technical-failure").await.unwrap();
        town.count().await;
        let list = town.get(&bo, LIST).await;
        list.says("What we wrote, which never arrived");
        list.says(&format!("/desk/cases/{}/call", joined.reference));
        list.is_silent_about(&format!("/desk/cases/{}/call", opened.reference));
        town.get(&bo, &format!("/desk/cases/{}", opened.reference)).await.says("What we wrote never arrived");
    });
}
