//! How to reach somebody whose record is for few, and where they are, on a case: for whoever works on it.

use crate::own::account;
use crate::town::{Town, by_email, in_town};
use kit::Lang;
use kit::who::{Role, Who};
use residents::store::record::{self, Opening};

const HOME: &str = "26 Example Street";
const EMAIL: &str = "ada@a.example";

/// A repair of theirs in the home they gave.
async fn a_repair(town: &Town, whose: &Who) -> String {
    let at = services::Answer::Address(services::Address {
        line1: HOME.into(),
        postcode: "EM1 1AA".into(),
        ..services::Address::default()
    });
    let value = serde_json::to_value(at).unwrap();
    let at = cases::Given { question: "address".into(), value, by: "resident".into() };
    let opening = cases::Opening {
        service: "housing-repair".into(),
        kind: String::new(),
        answers: vec![at],
        title: "A leak, kitchen".into(),
        duplicates: None,
        resident: whose.resident().ok(),
        ..town.pothole(0.0, by_email(EMAIL, Lang::EN))
    };
    town.open(whose, opening).await.reference.to_string()
}

/// The page, and what a program is told.
async fn read(town: &Town, who: &Who, reference: &str) -> String {
    let page = town.get(who, &format!("/desk/cases/{reference}")).await.body;
    let (whole, _) = cases::api::desk::one(&town.app, who, reference).await.unwrap();
    page + &serde_json::to_string(&whole).unwrap()
}

#[test]
fn where_somebody_is_safe_is_on_a_case_for_whoever_works_on_it() {
    in_town(async |town| {
        let ada = account(&town, 2, "Ada Example", EMAIL).await;
        let reference = a_repair(&town, &ada).await;
        let asha = town.staff("Asha Demo", Role::Officer, &["waste"]).await;
        for told in [HOME, EMAIL, "Mill Road"] {
            assert!(read(&town, &asha, &reference).await.contains(told), "{told}, before it is to be kept safe");
        }
        let mut tx = town.app.db.begin().await.unwrap();
        record::set_particulars(&mut tx, ada.id(), None, true).await.unwrap();
        tx.commit().await.unwrap();
        let seen = read(&town, &asha, &reference).await;
        for told in [HOME, EMAIL, "Mill Road", "EM1 1AA"] {
            assert!(!seen.contains(told), "{told}: {seen}");
        }
        assert!(seen.contains("For few eyes"), "{seen}");
        // Those who go there have to know where.
        let bo = town.staff("Bo Demo", Role::TeamMember, &["highways"]).await;
        let seen = read(&town, &bo, &reference).await;
        assert!(seen.contains(HOME) && seen.contains(EMAIL) && !seen.contains("For few eyes"), "{seen}");
        // With the record open it is told, and no longer.
        let now = town.app.now();
        let opening = Opening {
            id: town.app.id(),
            staff: asha.id(),
            purpose: "work".into(),
            caller: String::new(),
            given: Vec::new(),
            passed: false,
            at: now,
            until: now + kit::clock::HOUR,
        };
        let mut tx = town.app.db.begin().await.unwrap();
        record::insert_opening(&mut tx, ada.id(), &opening, ("A leader let me.", false)).await.unwrap();
        tx.commit().await.unwrap();
        assert!(read(&town, &asha, &reference).await.contains(HOME));
        town.clock.advance(2 * kit::clock::HOUR);
        assert!(!read(&town, &asha, &reference).await.contains(HOME));
    });
}
