//! Chasers: recognised, counted by case and by service, with what they cost.

use crate::town::{Town, asks, bins, officer};
use contact::{About, Channel, Chased, Outcome, Question};
use kit::Id;
use kit::facts::Recorded;
use kit::testing::{each_database, repository_migrations};

const CASE: Id = Id([7; 16]);

async fn chased(town: &Town, case: Id) -> Chased {
    contact::chased(&mut town.app.db.read().await.unwrap(), case).await.unwrap()
}

#[test]
fn who_asks_after_an_open_case_is_counted_with_what_it_cost() {
    each_database(repository_migrations(), async |db| {
        let (town, me) = (Town::on(db).await, officer(1));
        assert_eq!(chased(&town, CASE).await, Chased::default());
        town.talks(&me, Channel::Phone, asks("", "Where are they?"), bins(CASE)).await;
        let counter = town.talks(&me, Channel::Counter, asks("missed-bin", "Still not emptied"), bins(CASE)).await;
        // By email it is a chaser too, of no known cost.
        town.talks(&me, Channel::Email, asks("missed-bin", "Hello?"), bins(CASE)).await;
        assert_eq!(chased(&town, CASE).await, Chased { times: 3, priced: 2, pence: 283 + 862 });
        // What was opened, added to, or has ended is no chaser.
        let adds =
            Question { outcome: Some(Outcome::AddedToCase), reference: "FE8WX73ZD".into(), ..asks("", "A photo") };
        town.talks(&me, Channel::Phone, adds, bins(CASE)).await;
        let ended = bins(CASE).map(|about| About { is_live: false, ..about });
        town.talks(&me, Channel::Phone, asks("", "Thank you"), ended).await;
        assert_eq!(chased(&town, CASE).await.times, 3);
        // The case's own timeline says so.
        let on_case = town.happened("case", CASE).await;
        assert_eq!(on_case.len(), 5);
        let says = |fact: &Recorded| contact::linked(&town.app, fact).unwrap().unwrap_or_default();
        let said: Vec<String> = on_case.iter().rev().map(says).collect();
        let wanted = [
            "By telephone: they asked after it",
            "At a counter: they asked after it",
            "By email: they asked after it",
            "By telephone: something was added to it",
            "By telephone: they asked about it",
        ];
        assert_eq!(said, wanted);
        assert!(
            on_case.iter().all(|fact| fact.about.len() == 2),
            "a case's timeline does not say whose contact it was"
        );
        let mut read = db.read().await.unwrap();
        let asked = contact::questions(&mut read, counter).await.unwrap();
        assert_eq!(asked[0].case, Some(CASE));
    });
}

#[test]
fn of_several_questions_each_bears_its_share_and_one_case_is_one_link() {
    each_database(repository_migrations(), async |db| {
        let (town, me) = (Town::on(db).await, officer(1));
        let contact = town.start(&me, None).await;
        let asked = [asks("missed-bin", "When?"), asks("missed-bin", "And the brown one?"), asks("pay", "How much?")];
        assert!(town.finish(&me, &contact, &asked, &[bins(CASE), bins(CASE), None]).await);
        // 283 pence over three questions are 95, 94 and 94.
        assert_eq!(chased(&town, CASE).await, Chased { times: 1, priced: 1, pence: 95 + 94 });
        assert_eq!(town.contact(contact.id).await.pence, Some(283));
    });
}

#[test]
fn figures_add_up_what_was_asked_by_channel_service_and_outcome() {
    each_database(repository_migrations(), async |db| {
        let (town, me) = (Town::on(db).await, officer(1));
        for _ in 0..2 {
            town.talks(&me, Channel::Phone, asks("missed-bin", "Where are they?"), bins(CASE)).await;
        }
        town.talks(&me, Channel::Chat, asks("pay", "How?"), None).await;
        let rang_off = Question { outcome: Some(Outcome::Abandoned), ..Question::default() };
        town.talks(&me, Channel::Phone, rang_off, None).await;
        let figures = town.add_up().await;
        let rows: Vec<_> = figures
            .iter()
            .map(|of| (of.channel.as_str(), of.service.as_str(), of.outcome.as_str(), of.how.as_str()))
            .zip(figures.iter().map(|of| (of.questions, of.priced, of.pence)))
            .collect();
        let wanted = [
            (("chat", "pay", "answered", ""), (1, 0, 0)),
            (("phone", "", "abandoned", ""), (1, 1, 283)),
            (("phone", "missed-bin", "answered", "chaser"), (2, 2, 566)),
        ];
        assert_eq!(rows, wanted);
        assert!(figures.iter().all(|of| of.month == "2026-09"));
        assert_eq!(town.add_up().await, figures, "followed again it counts nothing twice");
    });
}
