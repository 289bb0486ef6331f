//! What is one's own: the words of one's own report, one's own answers, one's own account; and what one sent twice.

use crate::town::{Town, browser, by_email, in_town, nobodys_reference};
use axum::http::StatusCode;
use cases::Opening;
use kit::clock::HOUR;
use kit::who::{Person, Role, Who};
use kit::{Id, Lang, Reference};
use residents::Resident;
use serde_json::json;

fn given(question: &str, value: serde_json::Value) -> cases::Given {
    cases::Given { question: question.into(), value, by: "resident".into() }
}

/// A hole in the words of somebody, and what the journey asked besides.
pub fn a_hole(town: &Town, north: f64, street: &str, email: Option<&str>, proved: bool) -> Opening {
    let mut opening = town.pothole(north, email.and_then(|email| by_email(email, Lang::EN)));
    opening.title = format!("Pothole, {street}");
    opening.answers[1].value["place"]["street"] = json!(street);
    opening.place.as_mut().unwrap().street = street.into();
    opening.answers.push(given("contact-way", json!({ "choice": "email" })));
    opening.answers.push(given("contact-proved", json!({ "yes-no": proved })));
    opening
}

/// Somebody with an account, at the browser of this number.
pub async fn account(town: &Town, number: u8, name: &str, email: &str) -> Who {
    let id = town.app.id();
    let resident = Resident {
        id,
        revision: 1,
        name: name.into(),
        email: Some(email.into()),
        phone: None,
        password_hash: None,
        lang: Lang::EN,
        household: None,
        made_at: town.app.now(),
    };
    let mut tx = town.app.db.begin().await.unwrap();
    assert!(residents::store::insert_resident(&mut tx, &resident).await.unwrap());
    tx.commit().await.unwrap();
    Who { person: Person::Resident(id), ..browser(number) }
}

async fn of(town: &Town, who: &Who) -> Vec<Reference> {
    let mut read = town.app.db.read().await.unwrap();
    let found = cases::of_resident(&mut read, &town.app, who.resident().unwrap(), None, 20, Lang::EN).await.unwrap();
    found.into_iter().map(|case| case.reference).collect()
}

#[test]
fn who_joins_reads_their_own_words_and_none_of_the_first_reporter_s() {
    in_town(async |town| {
        let (ann, ben) = (browser(1), browser(2));
        let theirs = "outside my flat, 9b Mill Road, beside my ex's garage";
        let mut opening = a_hole(&town, 0.0, theirs, Some("ann@a.example"), false);
        opening.visitor = ann.visitor;
        let first = town.open(&ann, opening).await;
        let mut opening = a_hole(&town, 20.0, "by the blue bench", Some("ben@b.example"), false);
        opening.visitor = ben.visitor;
        let joined = town.open(&ben, opening).await;
        assert!(joined.joined);
        for path in ["cases", "received"] {
            let page = town.get(&ben, &format!("/{path}/{}", joined.reference)).await;
            assert_eq!(page.status, StatusCode::OK);
            page.says("by the blue bench");
            for word in ["9b", "garage", "ann@a.example"] {
                page.is_silent_about(word);
            }
        }
        town.get(&ann, &format!("/cases/{}", first.reference)).await.says("9b Mill Road");
        town.clock.advance(400 * 24 * HOUR);
        cases::watch_promises(&town.app).await.unwrap();
        let mut read = town.app.db.read().await.unwrap();
        let sent = kit::outbox::recent(&mut read, None, 20).await.unwrap();
        let to_ben: Vec<_> = sent.iter().filter(|kept| kept.to == "ben@b.example").collect();
        assert_eq!(to_ben.len(), 2, "that it was joined, and that it is late");
        assert!(to_ben.iter().all(|kept| !kept.text.contains("9b") && kept.text.contains("blue bench")), "{to_ben:?}");
    });
}

#[test]
fn everybody_reads_what_they_answered_and_staff_whether_the_contact_was_proved() {
    in_town(async |town| {
        let ann = browser(1);
        let mut opening = a_hole(&town, 0.0, "Mill Road", Some("ann@a.example"), true);
        opening.visitor = ann.visitor;
        let opened = town.open(&ann, opening).await;
        let path = format!("/cases/{}", opened.reference);
        let page = town.get(&ann, &path).await;
        for words in ["What you told us", "As deep as a bucket.", "Reach me by"] {
            page.says(words);
        }
        page.is_silent_about("Proved by a one-time code");
        let in_welsh = Who { lang: Lang::CY, ..ann.clone() };
        town.get(&in_welsh, &path).await.says("Yr hyn a ddywedoch wrthym");
        let asha = town.staff("Asha Demo", Role::Officer, &[]).await;
        town.get(&asha, &format!("/desk{path}")).await.says("Proved by a one-time code");
        // Nobody was sent a code for a form whose address is that of an account: it was proved there.
        let mut by_account = a_hole(&town, 1_800.0, "Mill Road", Some("ada@a.example"), true);
        by_account.contact = by_account.contact.map(|contact| cases::Contact { by: residents::By::Account, ..contact });
        let ada = account(&town, 3, "Ada Example", "ada@a.example").await;
        by_account.resident = ada.resident().ok();
        let by_account = town.open(&ada, by_account).await.reference;
        let page = town.get(&asha, &format!("/desk/cases/{by_account}")).await;
        page.says("It is their account’s: a code proved it there. None was sent for this");
        let unproved = a_hole(&town, 900.0, "Mill Road", Some("eve@e.example"), false);
        let unproved = town.open(&browser(2), unproved).await.reference;
        let told = "No. We do not know that this address or number is theirs";
        town.get(&asha, &format!("/desk/cases/{unproved}")).await.says(told);
        // A code that opened it since proves the address as well.
        let fields = [("reference", unproved.as_str()), ("contact", "eve@e.example")];
        let asked = town.post(&browser(7), "/track", &fields).await.location;
        let challenge = asked.rsplit('=').next().unwrap();
        let sent = kit::outbox::recent(&mut town.app.db.read().await.unwrap(), None, 1).await.unwrap();
        let code = sent[0].text.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 6).unwrap();
        let opened = town.post(&browser(7), "/track/code", &[("challenge", challenge), ("code", code)]).await;
        assert_eq!(opened.location, format!("/cases/{unproved}"));
        town.get(&asha, &format!("/desk/cases/{unproved}")).await.is_silent_about(told);
        let mut read = town.app.db.read().await.unwrap();
        let kept = kit::outbox::recent(&mut read, None, 10).await.unwrap();
        let told = kept.iter().find(|kept| kept.to == "ann@a.example").unwrap();
        assert!(told.text.contains("What happens next: We look at your report"), "{}", told.text);
    });
}

#[test]
fn to_whom_it_was_passed_is_told_to_each_in_their_language() {
    in_town(async |town| {
        let dana = Who { lang: Lang::AR, ..browser(1) };
        let mut opening = a_hole(&town, 0.0, "A14", None, false);
        opening.contact = by_email("dana@d.example", Lang::AR);
        opening.visitor = dana.visitor;
        opening.passed_to = Some("to-national-highways".into());
        let path = format!("/cases/{}", town.open(&dana, opening).await.reference);
        let definition = town.app.part::<services::Catalogue>().unwrap().current("street-problem").unwrap();
        let to = |lang: Lang| definition.text(lang, "to-national-highways").to_owned();
        assert_ne!(to(Lang::AR), to(Lang::EN));
        town.get(&dana, &path).await.says(&to(Lang::AR));
        town.get(&browser(1), &path).await.says(&to(Lang::EN));
        let asha = town.staff("Asha Demo", Role::Officer, &[]).await;
        let desk = town.get(&asha, &format!("/desk{path}")).await;
        desk.says(&to(Lang::EN));
        desk.is_silent_about(">Promised by<");
        // However long ago: others promise for themselves, so nothing is late.
        town.clock.advance(60 * 24 * HOUR);
        town.get(&asha, &format!("/desk{path}")).await.is_silent_about("Late</strong>");
        let list = town.get(&asha, "/desk/cases?tab=all&status=passed-on").await;
        list.says(&format!("/desk{path}"));
        list.is_silent_about("Late</strong>");
        assert!(!list.body.contains("data-label=\"Promised by\" class=\"govuk-table__cell\">2"), "{}", list.body);
        town.get(&asha, "/desk/cases?tab=late").await.is_silent_about(&format!("/desk{path}"));
        let mut read = town.app.db.read().await.unwrap();
        let told = kit::outbox::recent(&mut read, None, 1).await.unwrap();
        assert!(told[0].text.contains(&to(Lang::AR)), "{}", told[0].text);
    });
}

#[test]
fn the_account_finds_what_was_sent_without_it_and_nothing_of_others() {
    in_town(async |town| {
        let sent = |number: u8, north: f64, email: Option<&'static str>, proved: bool| {
            let mut opening = a_hole(&town, north, "Mill Road", email, proved);
            opening.visitor = browser(number).visitor;
            opening
        };
        let open = async |number: u8, opening: Opening| town.open(&browser(number), opening).await.reference;
        let proved = open(9, sent(9, 0.0, Some("Ann@a.example"), true)).await;
        let joined = open(9, sent(9, 5.0, Some("ann@A.example"), true)).await;
        let unproved = open(8, sent(8, 1000.0, Some("ann@a.example"), false)).await;
        let from_here = open(1, sent(1, 2000.0, Some("ann@a.example"), false)).await;
        let nameless = open(1, sent(1, 3000.0, None, false)).await;
        let of_another = open(1, sent(1, 4000.0, Some("eve@e.example"), false)).await;
        let ann = account(&town, 1, "Ann Sample", "ann@a.example").await;
        let here = [from_here.clone(), nameless.clone(), of_another.clone()];
        assert_eq!(cases::claim(&town.app, &ann, &here).await.unwrap(), 4);
        assert_eq!(cases::claim(&town.app, &ann, &here).await.unwrap(), 0, "a second time there is nothing to do");
        let own = of(&town, &ann).await;
        for reference in [&proved, &from_here, &nameless] {
            assert!(own.contains(reference), "{reference} of {own:?}");
        }
        for reference in [&unproved, &of_another] {
            assert!(!own.contains(reference), "{reference} of {own:?}");
        }
        let elsewhere = Who { visitor: Some(Id([77; 16])), ..ann.clone() };
        for reference in [&proved, &joined] {
            assert_eq!(town.get(&elsewhere, &format!("/cases/{reference}")).await.status, StatusCode::OK);
        }
        let led = town.get(&elsewhere, &format!("/cases/{of_another}")).await;
        assert_eq!(led.status, StatusCode::SEE_OTHER);
        let ben = account(&town, 2, "Ben Sample", "ben@b.example").await;
        assert_eq!(cases::claim(&town.app, &ben, std::slice::from_ref(&proved)).await.unwrap(), 0, "it is Ann's");
    });
}

#[test]
fn what_an_account_has_sent_is_shut_to_the_next_one_at_the_same_browser() {
    in_town(async |town| {
        let ann = account(&town, 1, "Ann Sample", "ann@a.example").await;
        let ben = account(&town, 1, "Ben Sample", "ben@b.example").await;
        let own = |north: f64| {
            let mut opening = a_hole(&town, north, "Mill Road", Some("ann@a.example"), true);
            (opening.visitor, opening.resident) = (ann.visitor, ann.resident().ok());
            opening
        };
        let first = town.open(&ann, own(0.0)).await.reference;
        town.open(&browser(7), town.pothole(900.0, by_email("eve@e.example", Lang::EN))).await;
        let joined = town.open(&ann, own(905.0)).await;
        assert!(joined.joined);
        for reference in [&first, &joined.reference] {
            for path in ["", "/withdraw", "/reopen"] {
                let path = format!("/cases/{reference}{path}");
                assert_ne!(town.get(&ann, &path).await.location, format!("/track?reference={reference}"));
                for next in [&ben, &browser(1)] {
                    let led = town.get(next, &path).await;
                    assert_eq!(led.location, format!("/track?reference={reference}"), "{path} {next:?}");
                }
            }
            let key = town.app.id().to_string();
            for path in ["message", "withdraw", "reopen"] {
                let fields = [("key", key.as_str()), ("text", "I am Ben."), ("reason", "I am Ben.")];
                let shut = town.post(&ben, &format!("/cases/{reference}/{path}"), &fields).await;
                assert_eq!(shut.status, StatusCode::UNAUTHORIZED, "{path}");
            }
            town.get(&ben, &format!("/received/{reference}")).await.is_silent_about("Mill Road");
            assert_eq!(cases::claim(&town.app, &ben, std::slice::from_ref(reference)).await.unwrap(), 0);
            town.get(&ann, &format!("/cases/{reference}")).await.is_silent_about("I am Ben.");
        }
    });
}

#[test]
fn what_names_somebody_else_too_stays_out_of_the_account() {
    in_town(async |town| {
        let landline = "01632 960123";
        let ben = account(&town, 1, "Ben Sample", "ben@b.example").await;
        let mut tx = town.app.db.begin().await.unwrap();
        let (id, shared) = (ben.resident().unwrap(), residents::Address::read(landline).unwrap());
        residents::store::set_address(&mut tx, id, 1, "phone", Some(&shared)).await.unwrap();
        tx.commit().await.unwrap();
        let mut north = 0.0;
        for (email, phone, name, expected) in [
            (Some("ann@a.example"), Some(landline), "Ann Sample", 0),
            (None, Some(landline), "Ann Sample", 0),
            (Some("ben@b.example"), Some("01632 960999"), "Ben Sample", 0),
            (Some("Ben@b.example"), Some(landline), "Ben Sample", 1),
            (Some("ben@b.example"), None, "Ben Sample", 1),
            (None, None, "Ann Sample", 0),
            (None, None, "ben sample", 1),
        ] {
            north += 900.0;
            let (email, phone) = (email.map(str::to_owned), phone.map(str::to_owned));
            let contact =
                cases::Contact { by: residents::By::Address, name: name.into(), email, phone, lang: Lang::EN };
            let mut opening = town.pothole(north, Some(contact.clone()));
            opening.visitor = ben.visitor;
            let sent = town.open(&browser(1), opening).await.reference;
            assert_eq!(cases::claim(&town.app, &ben, &[sent]).await.unwrap(), expected, "{contact:?}");
        }
    });
}

#[test]
fn a_code_that_opened_the_case_proves_its_address_for_an_account_to_come() {
    in_town(async |town| {
        let reference = town.open(&browser(5), a_hole(&town, 0.0, "Mill Road", Some("ann@a.example"), false)).await;
        let ann = account(&town, 1, "Ann Sample", "ann@a.example").await;
        assert_eq!(cases::claim(&town.app, &ann, &[]).await.unwrap(), 0);
        let fields = [("reference", reference.reference.as_str()), ("contact", "ann@a.example")];
        let asked = town.post(&browser(6), "/track", &fields).await;
        let mut read = town.app.db.read().await.unwrap();
        let kept = kit::outbox::recent(&mut read, None, 1).await.unwrap();
        drop(read);
        let code: String = kept[0].text.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 6).unwrap().into();
        let challenge = asked.location.rsplit('=').next().unwrap().to_owned();
        let opened = town.post(&browser(6), "/track/code", &[("challenge", &challenge), ("code", &code)]).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
        assert_eq!(cases::claim(&town.app, &ann, &[]).await.unwrap(), 1);
        assert_eq!(of(&town, &ann).await, [reference.reference]);
    });
}

#[test]
fn one_s_own_second_report_is_nobody_else_and_does_not_bar_taking_back() {
    in_town(async |town| {
        let ann = browser(1);
        let mut opening = a_hole(&town, 0.0, "Mill Road", Some("ann@a.example"), false);
        opening.visitor = ann.visitor;
        let path = format!("/cases/{}", town.open(&ann, opening).await.reference);
        let again = a_hole(&town, 5.0, "Mill Road", Some("ANN@a.example"), false);
        let mut read = town.app.db.read().await.unwrap();
        assert_eq!(cases::nearby(&mut read, &town.app, &again).await.unwrap().unwrap().reporters, 1);
        drop(read);
        assert!(town.open(&ann, again).await.joined);
        let page = town.get(&ann, &path).await;
        page.is_silent_about("Other people reported the same thing");
        page.says("Reported once more by the same person");
        page.is_silent_about("Somebody else");
        let third = a_hole(&town, 5.0, "Mill Road", None, false);
        let mut read = town.app.db.read().await.unwrap();
        assert_eq!(
            cases::nearby(&mut read, &town.app, &third).await.unwrap().unwrap().reporters,
            1,
            "still one person"
        );
        drop(read);
        let key = town.get(&ann, &format!("{path}/withdraw")).await.hidden("key");
        let done = town.post(&ann, &format!("{path}/withdraw"), &[("key", &key), ("reason", "")]).await;
        assert_eq!(done.location, format!("{path}?done=withdrawn"));
    });
}

#[test]
fn an_officer_finds_a_case_by_the_reference_as_it_is_read_out() {
    in_town(async |town| {
        let reference = town.open(&browser(1), town.pothole(0.0, None)).await.reference;
        let joined = town.open(&browser(2), town.pothole(5.0, None)).await.reference;
        let asha = town.staff("Asha Demo", Role::Officer, &[]).await;
        let find = |typed: &str| {
            let encoded: String = typed.bytes().map(|byte| format!("%{byte:02x}")).collect();
            format!("/desk/cases?find={encoded}")
        };
        for (typed, there) in [
            (reference.grouped().to_lowercase(), &reference),
            (format!("  {}-{} ", &reference.as_str()[..4], &reference.as_str()[4..]), &reference),
            (joined.to_string(), &joined),
        ] {
            let found = town.get(&asha, &find(&typed)).await;
            assert_eq!(found.location, format!("/desk/cases/{there}"), "{typed}");
        }
        let mut mistyped = reference.to_string().into_bytes();
        mistyped[3] = if mistyped[3] == b'7' { b'8' } else { b'7' };
        let mistyped = String::from_utf8(mistyped).unwrap();
        let wyn = town.staff("Wyn Demo", Role::TeamMember, &["waste"]).await;
        let none = town.app.t(Lang::EN, "cases-find-none");
        for (who, typed, words) in [
            (&asha, mistyped.as_str(), town.app.t(Lang::EN, "page-reference-mistyped")),
            (&asha, nobodys_reference().as_str(), none),
            (&wyn, reference.as_str(), none),
            (&asha, "<b>' --", town.app.t(Lang::EN, "page-reference-mistyped")),
        ] {
            let page = town.get(who, &find(typed)).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
            page.says(words);
            page.is_silent_about("<b>'");
        }
    });
}

#[test]
fn news_follow_the_account_and_the_chosen_way() {
    in_town(async |town| {
        let ann = account(&town, 1, "Ann Sample", "ann@a.example").await;
        let id = ann.resident().unwrap();
        let open = async |north: f64, email: &str, by: residents::By| {
            let mut opening = a_hole(&town, north, "Mill Road", Some(email), true);
            opening.resident = Some(id);
            opening.contact.as_mut().unwrap().by = by;
            town.open(&ann, opening).await.reference
        };
        let as_the_account = open(0.0, "ann@a.example", residents::By::Account).await;
        let elsewhere = open(5000.0, "ann@work.example", residents::By::Address).await;
        let rung = open(9000.0, "ann@a.example", residents::By::Hand).await;
        let told: Vec<String> = town.sent().await.into_iter().map(|(to, _)| to).collect();
        assert_eq!(told, ["ann@work.example", "ann@a.example"], "who asked for a call gets no message");
        // Moved out and on: the account has another address and another language now.
        let mut tx = town.app.db.begin().await.unwrap();
        let new = residents::Address::read("ann@new.example").unwrap();
        residents::store::set_address(&mut tx, id, 1, "email", Some(&new)).await.unwrap();
        residents::store::set_lang(&mut tx, id, Lang::CY).await.unwrap();
        tx.commit().await.unwrap();
        let before = town.sent().await.len();
        let asha = town.staff("Asha Example", Role::TeamLeader, &["highways"]).await;
        for reference in [&as_the_account, &elsewhere, &rung] {
            let page = town.get(&asha, &format!("/desk/cases/{reference}/decide")).await;
            let typed = [("outcome", "mended"), ("reason", "Filled and rolled."), ("close", "yes")];
            let mut fields = vec![("key", page.hidden("key")), ("revision", page.hidden("revision"))];
            fields.extend(typed.map(|(name, value)| (name, value.to_owned())));
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let done = town.post(&asha, &format!("/desk/cases/{reference}/decide"), &fields).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        }
        let sent = town.sent().await;
        let news: Vec<&(String, String)> = sent[..sent.len() - before].iter().collect();
        assert!(!news.is_empty() && news.iter().all(|(to, _)| to != "ann@a.example"), "{news:?}");
        let welsh = news.iter().filter(|(to, _)| to == "ann@new.example").count();
        let english = |(_, subject): &&&(String, String)| subject.contains("decided") || subject.contains("closed");
        assert!(welsh > 0 && news.iter().filter(english).count() == 0, "in the language chosen now: {news:?}");
        assert!(news.iter().any(|(to, _)| to == "ann@work.example"), "what they gave for one report stays: {news:?}");
    });
}
