//! A case stays with the account it was reported with; whose it is is asked anew each time somebody is told something: their account may
//! be joined with another by now, which says where and how they are reached, and whether they still live.

use crate::desk::act;
use crate::own::account;
use crate::town::{Town, in_town};
use kit::app::Boxed;
use kit::outbox::{self, Courier, Delivery, Messenger, Outgoing, Providers};
use kit::who::{Role, Who};
use kit::{Id, Lang, Reference};
use residents::needs::{self, Ask};
use residents::store::merges::{self, Merge, Proof};
use residents::store::record::{self, Marker};
use residents::{By, Contact, Resident};
use std::sync::Arc;

const LIST: &str = "/desk/cases/untold";

/// Ada reported a hole with one account; staff joined it to another of hers, which stands for both, and she has shown that it is hers.
struct Twice {
    reference: Reference,
    path: String,
    reported: Who,
    kept: Id,
    bo: Who,
}

async fn twice(town: &Town, kept_email: Option<&str>) -> Twice {
    let ada = unproved(town, kept_email).await;
    let mut tx = town.app.db.begin().await.unwrap();
    let merge = merges::of_resident(&mut tx, ada.kept).await.unwrap().remove(0);
    let proof = Proof { how: "checks".into(), by: Id([1; 16]), at: town.app.now() };
    assert!(merges::prove(&mut tx, merge.id, &proof).await.unwrap());
    tx.commit().await.unwrap();
    ada
}

/// The same, while nobody has shown that the other account is hers too.
async fn unproved(town: &Town, kept_email: Option<&str>) -> Twice {
    let reported = account(town, 1, "Ada Testwell", "old@a.example").await;
    let kept = Resident {
        id: town.app.id(),
        revision: 1,
        name: "Ada Testwell".into(),
        email: kept_email.map(str::to_owned),
        phone: Some("01632 960999".into()),
        password_hash: None,
        lang: Lang::CY,
        household: None,
        made_at: town.app.now(),
    };
    let contact = Contact {
        by: By::Account,
        name: "Ada Testwell".into(),
        email: Some("old@a.example".into()),
        phone: None,
        lang: Lang::EN,
    };
    let opening = cases::Opening {
        visitor: reported.visitor,
        resident: reported.resident().ok(),
        ..town.pothole(0.0, Some(contact))
    };
    let reference = town.open(&reported, opening).await.reference;
    let merge = Merge {
        id: town.app.id(),
        proposal: town.app.id(),
        kept: kept.id,
        merged: reported.resident().unwrap(),
        office: "officer".into(),
        reason: "One passport".into(),
        made_by: Id([1; 16]),
        made_at: town.app.now(),
        disputed_at: None,
        undone_reason: String::new(),
        undone_by: None,
        undone_at: None,
        proof: None,
    };
    let mut tx = town.app.db.begin().await.unwrap();
    assert!(residents::store::insert_resident(&mut tx, &kept).await.unwrap());
    assert!(merges::join(&mut tx, &merge).await.unwrap());
    tx.commit().await.unwrap();
    let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
    Twice { path: format!("/desk/cases/{reference}"), reference, reported, kept: kept.id, bo }
}

impl Twice {
    /// What an officer wrote down on the record that is kept.
    async fn asks(&self, town: &Town, asked: &[(Ask, &str)]) {
        let given: Vec<needs::Given> =
            asked.iter().map(|(ask, value)| (false, ask.code().to_owned(), (*value).to_owned())).collect();
        let mut tx = town.app.db.begin().await.unwrap();
        needs::save(&mut tx, &town.app, &self.bo, self.kept, &given, "phone").await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The marker stands on the record that is kept.
    async fn died(&self, town: &Town) {
        let (kind, reason, made_at) = ("deceased".into(), "A daughter rang".into(), town.app.now());
        let marker = Marker { id: town.app.id(), kind, reason, review: None, made_at };
        let mut tx = town.app.db.begin().await.unwrap();
        record::insert_marker(&mut tx, self.kept, &marker, self.bo.id()).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn decide(&self, town: &Town) {
        let fields = [("outcome", "mended"), ("reason", "Filled and rolled."), ("close", "no")];
        let done = act(town, &self.bo, &format!("{}/decide", self.path), &fields).await;
        assert!(done.location.contains("?done="), "{}", done.body);
    }
}

#[test]
fn nobody_is_rung_about_somebody_whose_other_record_says_that_they_died() {
    in_town(async |town| {
        let ada = twice(&town, None).await;
        ada.died(&town).await;
        let sent = town.sent().await.len();
        ada.decide(&town).await;
        assert_eq!(town.sent().await.len(), sent);
        town.get(&ada.bo, LIST).await.says("Nobody waits.");
    });
}

#[test]
fn what_never_arrived_because_they_died_is_on_no_list() {
    in_town(async |town| {
        let ada = twice(&town, Some("ada@a.example")).await;
        ada.decide(&town).await;
        let message = sent(&town).await;
        ada.died(&town).await;
        outbox::became(&town.app, message, "permanent-failure").await.unwrap();
        town.count().await;
        town.get(&ada.bo, LIST).await.says("Nobody waits.");
    });
}

#[test]
fn what_was_asked_for_on_the_record_that_is_kept_holds_for_the_case_of_the_other() {
    in_town(async |town| {
        let ada = twice(&town, Some("ada@a.example")).await;
        ada.asks(&town, &[(Ask::Channel, "phone"), (Ask::CallsAfter, "14"), (Ask::Interpreter, "pl")]).await;
        ada.decide(&town).await;
        for page in [LIST.to_owned(), ada.path.clone(), format!("{}/call", ada.path)] {
            let page = town.get(&ada.bo, &page).await;
            page.says("Telephone calls only after 14:00");
            page.says("Polski (Polish)");
            page.is_silent_about("tel:");
        }
        let list = town.get(&ada.bo, LIST).await;
        list.says("01632 960999");
        list.says("Cymraeg");
        let refused = act(&town, &ada.bo, &format!("{}/call", ada.path), &[("how", "rung")]).await;
        refused.says("Say why it was done otherwise");
    });
}

#[test]
fn they_hear_in_the_language_of_the_account_they_are_written_to() {
    in_town(async |town| {
        let ada = twice(&town, Some("ada@a.example")).await;
        ada.decide(&town).await;
        let kept = outbox::recent(&mut town.app.db.read().await.unwrap(), None, 1).await.unwrap().remove(0);
        assert_eq!((kept.to.as_str(), kept.lang), ("ada@a.example", Lang::CY));
        let definition = town.app.part::<services::Catalogue>().unwrap().current("street-problem").unwrap();
        let outcome = |lang: Lang| definition.text(lang, "outcome-mended").to_owned();
        assert_ne!(outcome(Lang::EN), outcome(Lang::CY));
        assert!(kept.text.contains(&outcome(Lang::CY)), "{}: {}", outcome(Lang::CY), kept.text);
        assert!(!kept.text.contains(&outcome(Lang::EN)), "{}", kept.text);
    });
}

#[test]
fn what_is_told_about_a_case_goes_to_no_account_that_was_not_shown_to_be_theirs() {
    in_town(async |town| {
        let ada = unproved(&town, Some("ada@a.example")).await;
        ada.asks(&town, &[(Ask::Channel, "phone"), (Ask::WriteTo, "The Refuge\nPO Box 9\nCB1 1AB")]).await;
        ada.decide(&town).await;
        let newest = outbox::recent(&mut town.app.db.read().await.unwrap(), None, 1).await.unwrap().remove(0);
        assert_eq!((newest.to.as_str(), newest.lang), ("old@a.example", Lang::EN));
        town.get(&ada.bo, &ada.path).await.is_silent_about("The Refuge");
        let writer = cases::received::writer(&mut town.app.db.read().await.unwrap(), &ada.reference).await.unwrap();
        assert!(!writer.unwrap().is_at("ada@a.example"), "nor is mail from there hers");
    });
}

#[test]
fn mail_from_any_address_of_theirs_is_theirs() {
    in_town(async |town| {
        let ada = twice(&town, Some("ada@a.example")).await;
        let writer = cases::received::writer(&mut town.app.db.read().await.unwrap(), &ada.reference).await.unwrap();
        let writer = writer.unwrap();
        for (address, theirs) in [("ada@a.example", true), ("OLD@a.example", true), ("eve@a.example", false)] {
            assert_eq!(writer.is_at(address), theirs, "{address}");
        }
    });
}

/// Takes everything.
struct Takes;

impl Messenger for Takes {
    fn deliver<'a>(&'a self, message: &'a Outgoing) -> Boxed<'a, Delivery> {
        Box::pin(async move { Delivery::Accepted(format!("theirs-{}", message.id)) })
    }
}

/// Sends what waits; the message to the account they are written to.
async fn sent(town: &Town) -> Id {
    let takes: Arc<dyn Messenger> = Arc::new(Takes);
    let providers = Providers { email: Some(takes.clone()), text: Some(takes.clone()), letter: Some(takes) };
    let courier = Courier::start(&town.app, providers);
    for _ in 0..500 {
        let kept = outbox::recent(&mut town.app.db.read().await.unwrap(), None, 10).await.unwrap();
        if let Some(message) = kept.into_iter().find(|kept| kept.to == "ada@a.example" && kept.state == "sent") {
            courier.stop().await;
            return message.id;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("it was not sent in ten seconds");
}

#[test]
fn what_never_arrived_at_the_account_they_are_written_to_is_on_the_list() {
    in_town(async |town| {
        let ada = twice(&town, Some("ada@a.example")).await;
        ada.decide(&town).await;
        let message = sent(&town).await;
        // The two have come apart since: it is still their matter that was not told.
        let mut tx = town.app.db.begin().await.unwrap();
        let joined = merges::of_resident(&mut tx, ada.kept).await.unwrap().remove(0);
        merges::dispute(&mut tx, &joined, ada.reported.id(), town.app.now()).await.unwrap();
        tx.commit().await.unwrap();
        outbox::became(&town.app, message, "technical-failure").await.unwrap();
        town.count().await;
        town.get(&ada.bo, LIST).await.says("What we wrote, which never arrived");
    });
}
