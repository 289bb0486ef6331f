//! Resolved at first contact, and the same matter again within fourteen days: each definition with what it is not.

use crate::town::{MONDAY, Town, asks, bins, officer};
use contact::{About, Became, Contact, Outcome, Question};
use kit::Id;
use kit::clock::DAY;
use kit::testing::{each_database, repository_migrations};

const CASE: Id = Id([7; 16]);

/// What somebody asks now, with what came of it; the contact's id.
async fn talks(town: &Town, resident: Option<Id>, asked: Question, found: Option<About>) -> Id {
    let me = officer(1);
    let contact = town.start(&me, resident).await;
    assert!(town.finish(&me, &contact, &[asked], &[found]).await);
    contact.id
}

fn ended(outcome: Outcome) -> Question {
    Question {
        outcome: Some(outcome),
        reference: "FE8WX73ZD".into(),
        reason: "Shut".into(),
        ..asks("missed-bin", "Bins")
    }
}

/// What became of everything asked of this service, as it is known so many days after the first.
async fn of(town: &Town, service: &str, days: i64) -> Became {
    town.add_up().await;
    let today = kit::lang::local(MONDAY + days * DAY).date();
    let mut read = town.app.db.read().await.unwrap();
    let all = contact::became_since(&mut read, kit::lang::local(MONDAY).date()).await.unwrap();
    let sums = contact::became_by(&all, today, |day| day.service.clone()).unwrap();
    sums.into_iter().find(|(of, _)| of == service).map(|(_, sum)| sum).unwrap_or_default()
}

/// How many were judged, resolved, came again, and are not yet known.
fn told(of: Became) -> [i64; 4] {
    [of.judged, of.resolved, of.again, of.young]
}

#[test]
fn what_is_answered_and_not_asked_again_is_resolved_once_the_fourteenth_day_is_over() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db).await;
        let ada = town.ada().await;
        talks(&town, Some(ada), asks("missed-bin", "Which day?"), None).await;
        assert_eq!(told(of(&town, "missed-bin", 0).await), [0, 0, 0, 1]);
        assert_eq!(told(of(&town, "missed-bin", 14).await), [0, 0, 0, 1], "they may still ask today");
        assert_eq!(told(of(&town, "missed-bin", 15).await), [1, 1, 0, 0]);
        assert_eq!(told(of(&town, "missed-bin", 15).await), [1, 1, 0, 0], "followed again nothing counts twice");
    });
}

#[test]
fn asked_again_by_the_fourteenth_day_it_was_not_resolved_and_on_the_fifteenth_it_was() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db).await;
        // Each with a person and a service of their own.
        let table =
            [("missed-bin", 0, 0, 1), ("pay", 13, 0, 1), ("registrars", 14, 0, 1), ("visitor-permit", 15, 1, 0)];
        for (service, days, resolved, again) in table {
            let (ada, began) = (town.ada().await, (town.app.now() - MONDAY) / DAY);
            talks(&town, Some(ada), asks(service, "Which day?"), None).await;
            town.clock.advance(days * DAY);
            talks(&town, Some(ada), asks(service, "Which day was it?"), None).await;
            // Of the second nothing is known while its own days are not over; in the end it was resolved.
            let young = of(&town, service, began + 14).await;
            assert_eq!(told(young), [0, 0, 0, 2], "{days} days after");
            let over = of(&town, service, began + days + 15).await;
            assert_eq!(told(over), [2, 1 + resolved, again, 0], "{days} days after");
        }
    });
}

#[test]
fn another_service_or_another_person_is_another_matter() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db).await;
        let (ada, ben) = (town.ada().await, town.ada().await);
        talks(&town, Some(ada), asks("missed-bin", "Which day?"), None).await;
        town.clock.advance(DAY);
        talks(&town, Some(ada), asks("pay", "How?"), None).await;
        talks(&town, Some(ben), asks("missed-bin", "Which day?"), None).await;
        assert_eq!(told(of(&town, "missed-bin", 30).await), [2, 2, 0, 0]);
        assert_eq!(told(of(&town, "pay", 30).await), [1, 1, 0, 0]);
    });
}

#[test]
fn what_left_a_case_open_was_not_resolved_and_what_was_decided_there_and_then_was() {
    each_database(repository_migrations(), async |db| {
        let decided = bins(CASE).map(|about| About { is_live: false, opened: MONDAY + DAY, ..about });
        // Each with its own person and case.
        let table = [
            ("answered about an open case", ended(Outcome::Answered), bins(CASE), 0),
            (
                "answered about one that had ended",
                ended(Outcome::Answered),
                bins(CASE).map(|at| About { is_live: false, ..at }),
                1,
            ),
            ("a case was opened", ended(Outcome::CaseOpened), bins(CASE), 0),
            ("a case was opened and decided", ended(Outcome::CaseOpened), decided, 1),
            ("to be rung back", ended(Outcome::CallBack), None, 0),
            ("passed on", ended(Outcome::PassedOn), None, 0),
            ("gave up", ended(Outcome::Abandoned), None, 0),
            ("turned away", ended(Outcome::TurnedAway), None, 0),
        ];
        let town = Town::on(db).await;
        let mut sum = Became::default();
        for (number, (what, asked, found, resolved)) in (1u8..).zip(table) {
            let ada = town.ada().await;
            talks(&town, Some(ada), asked, found.map(|about| About { case: Id([number; 16]), ..about })).await;
            let now = of(&town, "missed-bin", 60).await;
            assert_eq!((now.judged, now.resolved), (sum.judged + 1, sum.resolved + resolved), "{what}");
            sum = now;
        }
        assert_eq!(
            (sum.transfers, sum.passed, sum.lost),
            (1, 0, 0),
            "passed on is a transfer, with nothing kept of it"
        );
        assert_eq!(sum.chasers, 1, "the first asked after what was open");
    });
}

#[test]
fn several_questions_of_one_service_are_one_matter_and_one_that_is_left_keeps_it_open() {
    each_database(repository_migrations(), async |db| {
        let (town, me) = (Town::on(db).await, officer(1));
        let ada = town.ada().await;
        let contact = town.start(&me, Some(ada)).await;
        let asked = [asks("missed-bin", "Which day?"), ended(Outcome::CallBack), asks("pay", "How?")];
        assert!(town.finish(&me, &contact, &asked, &[None, None, None]).await);
        let bins = of(&town, "missed-bin", 15).await;
        assert_eq!((bins.asked, told(bins)), (1, [1, 0, 0, 0]));
        assert_eq!(told(of(&town, "pay", 15).await), [1, 1, 0, 0]);
    });
}

#[test]
fn who_asks_about_the_same_case_comes_again_whoever_they_are() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db).await;
        let ada = town.ada().await;
        let over = bins(CASE).map(|about| About { is_live: false, ..about });
        talks(&town, Some(ada), asks("missed-bin", "Was it emptied?"), over.clone()).await;
        town.clock.advance(3 * DAY);
        // Nobody says who they are, but which request it is.
        talks(&town, None, asks("missed-bin", "Was it really?"), over).await;
        assert_eq!(told(of(&town, "missed-bin", 40).await), [2, 1, 1, 0]);
    });
}

#[test]
fn of_nobody_and_of_something_else_it_is_never_known() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db).await;
        let ada = town.ada().await;
        talks(&town, None, asks("missed-bin", "Which day?"), None).await;
        talks(&town, None, asks("missed-bin", "Which day?"), None).await;
        talks(&town, Some(ada), asks("", "The library"), None).await;
        talks(&town, Some(ada), asks("", "The pool"), None).await;
        for service in ["missed-bin", ""] {
            let sum = of(&town, service, 40).await;
            assert_eq!((sum.asked, sum.nobody, told(sum)), (2, 2, [0; 4]), "{service:?}");
        }
    });
}

#[test]
fn erased_it_counts_as_before() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db).await;
        let ada = town.ada().await;
        let first = talks(&town, Some(ada), asks("missed-bin", "Which day?"), None).await;
        let before = of(&town, "missed-bin", 40).await;
        let mut tx = db.begin().await.unwrap();
        contact::erase(&mut tx, ada).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(of(&town, "missed-bin", 40).await, before);
        let Contact { resident, .. } = town.contact(first).await;
        assert_eq!(resident, None);
    });
}
