//! What people told us they need is said wherever staff ring, write or meet them, and what was done otherwise is reported.

use crate::desk::act;
use crate::own::account;
use crate::town::{Town, in_town};
use axum::http::StatusCode;
use kit::Lang;
use kit::clock::HOUR;
use kit::who::{Role, Who};
use residents::needs::{self, Ask, Given};
use residents::{By, Contact};

const LIST: &str = "/desk/cases/untold";
const SAID: &str = "Say why it was done otherwise";

async fn asks(town: &Town, who: &Who, asked: &[(Ask, &str)]) {
    let given: Vec<Given> =
        asked.iter().map(|(ask, value)| (false, ask.code().to_owned(), (*value).to_owned())).collect();
    let mut tx = town.app.db.begin().await.unwrap();
    needs::save(&mut tx, &town.app, who, who.resident().unwrap(), &given, "self").await.unwrap();
    tx.commit().await.unwrap();
}

/// Ada reported a hole, and hears of it as her account says.
async fn hole(town: &Town) -> (Who, String) {
    let ada = account(town, 1, "Ada Testwell", "ada@a.example").await;
    let mut tx = town.app.db.begin().await.unwrap();
    let landline = residents::Address::read("01632 960123").unwrap();
    let set = residents::store::set_address(&mut tx, ada.resident().unwrap(), 1, "phone", Some(&landline)).await;
    set.unwrap();
    tx.commit().await.unwrap();
    let contact = Contact {
        by: By::Account,
        name: "Ada Testwell".into(),
        email: Some("ada@a.example".into()),
        phone: None,
        lang: Lang::EN,
    };
    let opening =
        cases::Opening { visitor: ada.visitor, resident: ada.resident().ok(), ..town.pothole(0.0, Some(contact)) };
    let opened = town.open(&ada, opening).await;
    (ada, format!("/desk/cases/{}", opened.reference))
}

/// Everything staff can say they did, against everything that can be asked for, at ten in the morning.
#[test]
fn a_breach_by_hand_is_refused_until_it_is_reported() {
    in_town(async |town| {
        let (ada, path) = hole(&town).await;
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let call = format!("{path}/call");
        let all = ["rung", "written", "met", "left-word", "no-answer"];
        let calls = ["rung", "left-word", "no-answer"];
        let spoken = ["rung", "met", "left-word"];
        let table: [(Ask, &str, &[&str]); 9] = [
            (Ask::NoCalls, "", &calls),
            (Ask::CallsAfter, "14", &calls),
            (Ask::CallsAfter, "9", &[]),
            (Ask::LargePrint, "", &["written"]),
            (Ask::WriteTo, "PO Box 9\nCB1 1AB", &["written"]),
            (Ask::CopyTo, "Cal\ncal@c.example", &["written"]),
            (Ask::Interpreter, "pl", &spoken),
            (Ask::SignLanguage, "", &spoken),
            (Ask::Channel, "email", &[]),
        ];
        let mut reported = 0;
        for (ask, value, breaks) in table {
            asks(&town, &ada, &[(ask, value)]).await;
            for how in all {
                let said = act(&town, &bo, &call, &[("how", how)]).await;
                assert_eq!(said.body.contains(SAID), breaks.contains(&how), "{ask:?} {how}: {}", said.body);
                if !breaks.contains(&how) {
                    assert_eq!(said.status, StatusCode::SEE_OTHER, "{ask:?} {how}");
                    continue;
                }
                assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY);
                let as_asked = act(&town, &bo, &call, &[("how", how), ("kept", ask.code())]).await;
                match ask {
                    // Nothing makes a call that was not to be made right.
                    Ask::NoCalls | Ask::CallsAfter => assert_eq!(as_asked.status, StatusCode::UNPROCESSABLE_ENTITY),
                    _ => assert_eq!(as_asked.status, StatusCode::SEE_OTHER, "{ask:?} {how}"),
                }
                let why = format!("The hole is open, {how}");
                let done = act(&town, &bo, &call, &[("how", how), ("against", &why)]).await;
                assert_eq!(done.status, StatusCode::SEE_OTHER, "{ask:?} {how}: {}", done.body);
                reported += 1;
                let list = town.get(&bo, "/desk/adjustments").await;
                assert_eq!(list.body.matches("<th scope=\"row\"").count(), reported.min(25), "{ask:?} {how}");
                list.says(&why);
            }
        }
        assert_eq!(reported, 15);
    });
}

#[test]
fn who_is_not_to_be_rung_now_has_no_number_to_press() {
    in_town(async |town| {
        let (ada, path) = hole(&town).await;
        asks(&town, &ada, &[(Ask::Channel, "phone"), (Ask::CallsAfter, "14"), (Ask::Interpreter, "pl")]).await;
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let sent = town.sent().await.len();
        let fields = [("outcome", "mended"), ("reason", "Filled and rolled."), ("close", "no")];
        act(&town, &bo, &format!("{path}/decide"), &fields).await;
        assert_eq!(town.sent().await.len(), sent, "they asked to be rung, and to be sent nothing");
        let asked = "Telephone calls only after 14:00";
        for page in [LIST.to_owned(), path.clone(), format!("{path}/call")] {
            town.get(&bo, &page).await.says(asked);
            town.get(&bo, &page).await.says("Polski (Polish)");
            town.get(&bo, &page).await.says("Do not ring now.");
            town.get(&bo, &page).await.is_silent_about("tel:01632960123");
        }
        town.clock.advance(4 * HOUR);
        for page in [LIST.to_owned(), path.clone()] {
            town.get(&bo, &page).await.says("tel:01632960123");
            town.get(&bo, &page).await.is_silent_about("Do not ring now.");
        }
    });
}

#[test]
fn who_asked_for_no_calls_is_named_so_beside_the_number_with_what_to_do_instead() {
    in_town(async |town| {
        let (ada, path) = hole(&town).await;
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        town.get(&bo, &path).await.is_silent_about("Do not ring");
        asks(&town, &ada, &[(Ask::Channel, "letter"), (Ask::NoCalls, "")]).await;
        let fields = [("outcome", "mended"), ("reason", "Filled and rolled."), ("close", "no")];
        act(&town, &bo, &format!("{path}/decide"), &fields).await;
        // At any hour: in the list of those to ring, and on the case, where the number stands.
        for _ in 0..2 {
            for page in [LIST.to_owned(), path.clone()] {
                let shown = town.get(&bo, &page).await;
                shown.says("Do not ring them.");
                shown.says("No telephone calls.");
                shown.says("Write them a letter instead.");
                shown.says("01632 960123");
                shown.is_silent_about("tel:01632960123");
            }
            town.get(&bo, &format!("{path}/call")).await.says("Do not ring them.");
            town.clock.advance(4 * HOUR);
        }
        asks(&town, &ada, &[(Ask::NoCalls, "")]).await;
        town.get(&bo, &path).await.says("Write them an email instead.");
    });
}

#[test]
fn an_address_given_for_one_matter_is_used_for_it_and_the_copy_goes_along() {
    in_town(async |town| {
        let ada = account(&town, 1, "Ada Testwell", "ada@a.example").await;
        asks(&town, &ada, &[(Ask::Channel, "email"), (Ask::CopyTo, "Cal Sample\ncal@c.example")]).await;
        let contact = Contact {
            by: By::Address,
            name: "Ada Testwell".into(),
            email: Some("work@w.example".into()),
            phone: None,
            lang: Lang::EN,
        };
        let opening =
            |north: f64| cases::Opening { resident: ada.resident().ok(), ..town.pothole(north, Some(contact.clone())) };
        town.open(&ada, opening(0.0)).await;
        let mut to: Vec<String> = town.sent().await.into_iter().map(|(to, _)| to).collect();
        to.sort();
        assert_eq!(to, ["cal@c.example", "work@w.example"]);
        // Who asked of every message to be rung is rung, whichever address they gave for this.
        asks(&town, &ada, &[(Ask::Channel, "phone")]).await;
        town.open(&ada, opening(3000.0)).await;
        assert_eq!(town.sent().await.len(), 2);
    });
}

#[test]
fn how_to_reach_somebody_who_is_to_be_safe_is_on_no_list_and_no_form_but_for_whoever_works_on_it() {
    in_town(async |town| {
        let ada = account(&town, 1, "Ada Testwell", "ada@a.example").await;
        let landline = Contact {
            by: By::Hand,
            name: "Ada Testwell".into(),
            email: None,
            phone: Some("01632 960123".into()),
            lang: Lang::EN,
        };
        let opening =
            cases::Opening { visitor: ada.visitor, resident: ada.resident().ok(), ..town.pothole(0.0, Some(landline)) };
        let path = format!("/desk/cases/{}", town.open(&ada, opening).await.reference);
        asks(&town, &ada, &[(Ask::WriteTo, "PO Box 9\nCB1 1AB")]).await;
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let asha = town.staff("Asha Demo", Role::Officer, &["waste"]).await;
        act(&town, &bo, &format!("{path}/decide"), &[("outcome", "mended"), ("reason", "Filled."), ("close", "no")])
            .await;
        let pages = [LIST.to_owned(), path.clone(), format!("{path}/call"), format!("{path}/message")];
        town.get(&asha, LIST).await.says("960123");
        town.get(&asha, LIST).await.says("PO Box 9");
        let mut tx = town.app.db.begin().await.unwrap();
        residents::store::record::set_particulars(&mut tx, ada.id(), None, true).await.unwrap();
        tx.commit().await.unwrap();
        for page in &pages {
            let seen = town.get(&asha, page).await;
            seen.is_silent_about("960123");
            seen.is_silent_about("PO Box 9");
        }
        town.get(&asha, LIST).await.says("For few eyes");
        // What was asked for is kept to by whoever cannot read it too, and the refusal does not tell it.
        let refused = act(&town, &asha, &format!("{path}/call"), &[("how", "written")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.is_silent_about("PO Box 9");
        for page in [LIST.to_owned(), format!("{path}/call")] {
            town.get(&bo, &page).await.says("PO Box 9");
        }
        town.get(&bo, LIST).await.says("960123");
    });
}
