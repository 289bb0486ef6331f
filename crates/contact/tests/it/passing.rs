//! An open contact is passed on: to a colleague or a team, with everything in it; lost where nobody takes it up on its day.

use crate::town::{MONDAY, Town, asks, officer};
use contact::{Became, Contact, Outcome, Pass, To};
use kit::clock::{DAY, HOUR};
use kit::testing::{each_database, repository_migrations};
use kit::who::{Person, Staff, Who};
use kit::{Error, Id, Result};

/// A colleague who is in this team.
fn of_team(number: u8, team: &str) -> Who {
    let who = officer(number);
    let staff = Staff { teams: vec![team.into()], ..who.staff().unwrap().clone() };
    Who { person: Person::Staff(staff), ..who }
}

/// Passes it on, by the page with this key.
async fn passes(town: &Town, who: &Who, contact: &Contact, to: To, key: Id) -> Result<()> {
    let mut tx = town.app.db.begin().await.unwrap();
    contact::pass(&mut tx, &town.app, who, contact, to, "Was cut off once: 07700 900123", key).await?;
    tx.commit().await
}

/// Takes it up.
async fn takes(town: &Town, who: &Who, contact: Id, gone: bool) -> Result<()> {
    let mut tx = town.app.db.begin().await.unwrap();
    contact::take_up(&mut tx, &town.app, who, contact, gone).await?;
    tx.commit().await
}

/// What waits for them.
async fn waiting(town: &Town, who: &Who) -> Vec<Pass> {
    contact::passed_to(&mut town.app.db.read().await.unwrap(), who.staff().unwrap()).await.unwrap()
}

/// A contact about bins that waits for somebody.
async fn passed(town: &Town, to: To) -> Contact {
    let me = officer(1);
    let ada = town.ada().await;
    let contact = Contact { note: "Sounded worried".into(), behalf: "self".into(), ..town.start(&me, Some(ada)).await };
    let mut tx = town.app.db.begin().await.unwrap();
    contact::keep(&mut tx, &me, &contact, &[asks("missed-bin", "The violet bin")]).await.unwrap();
    tx.commit().await.unwrap();
    passes(town, &me, &contact, to, town.app.id()).await.unwrap();
    contact
}

/// What became of bins.
async fn of_bins(town: &Town) -> Became {
    town.add_up().await;
    let mut read = town.app.db.read().await.unwrap();
    let all = contact::became_since(&mut read, kit::lang::local(MONDAY).date()).await.unwrap();
    let today = kit::lang::local(MONDAY + 60 * DAY).date();
    let sums = contact::became_by(&all, today, |day| day.service.clone()).unwrap();
    sums.into_iter().find(|(of, _)| of == "missed-bin").map(|(_, sum)| sum).unwrap_or_default()
}

#[test]
fn whoever_takes_it_up_has_everything_and_nobody_says_it_again() {
    each_database(repository_migrations(), async |db| {
        let (town, colleague) = (Town::on(db).await, officer(2));
        let contact = passed(&town, To::Colleague(colleague.id())).await;
        // While it waits nobody has it, and whoever passed it on sees that it waits.
        let mut read = db.read().await.unwrap();
        for who in [officer(1), officer(2)] {
            assert_eq!(contact::open_of(&mut read, who.id()).await.unwrap(), []);
        }
        assert_eq!(contact::passed_by(&mut read, officer(1).id()).await.unwrap().len(), 1);
        let hand = contact::in_hand(&mut read, &town.app, colleague.staff().unwrap()).await.unwrap();
        assert_eq!(hand[0].words, "Passed to you: 1");
        drop(read);
        let refused = takes(&town, &officer(3), contact.id, false).await;
        assert!(matches!(refused, Err(Error::NotFound)), "it is not meant for a third: {refused:?}");
        assert_eq!(waiting(&town, &officer(3)).await, []);
        let mine = waiting(&town, &colleague).await;
        assert_eq!(mine[0].note, "Was cut off once: 07700 900123");
        takes(&town, &colleague, contact.id, false).await.unwrap();
        takes(&town, &colleague, contact.id, false).await.unwrap();
        assert_eq!(waiting(&town, &colleague).await, []);
        let taken = town.contact(contact.id).await;
        assert_eq!((taken.staff, taken.behalf.as_str()), (colleague.id(), "self"));
        assert_eq!((taken.note.as_str(), taken.resident), ("Sounded worried", contact.resident));
        let asked = contact::questions(&mut db.read().await.unwrap(), contact.id).await.unwrap();
        assert_eq!(asked[0].words, "The violet bin");
        assert!(town.finish(&colleague, &taken, &asked, &[None]).await);
        let kinds: Vec<String> =
            town.happened("contact", contact.id).await.into_iter().rev().map(|fact| fact.kind).collect();
        assert_eq!(kinds, ["contact.started", "contact.passed", "contact.taken", "contact.finished"]);
        // It was answered, but not at first contact.
        let bins = of_bins(&town).await;
        assert_eq!((bins.asked, bins.judged, bins.resolved), (1, 1, 0));
        assert_eq!((bins.transfers, bins.passed, bins.lost), (1, 1, 0));
    });
}

#[test]
fn of_a_team_the_first_takes_it_up_and_whoever_passed_it_on_may_take_it_back() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db).await;
        let (one, two) = (of_team(2, "waste"), of_team(3, "waste"));
        let contact = passed(&town, To::Team("waste".into())).await;
        assert_eq!((waiting(&town, &one).await.len(), waiting(&town, &of_team(4, "trees")).await.len()), (1, 0));
        takes(&town, &one, contact.id, false).await.unwrap();
        let late = takes(&town, &two, contact.id, false).await;
        assert!(matches!(late, Err(Error::Refused("contact-refused-taken"))), "{late:?}");
        let back = passed(&town, To::Team("waste".into())).await;
        takes(&town, &officer(1), back.id, false).await.unwrap();
        assert_eq!(town.contact(back.id).await.staff, officer(1).id());
    });
}

#[test]
fn a_button_pressed_twice_passes_it_on_once_and_what_is_passed_on_cannot_be_finished() {
    each_database(repository_migrations(), async |db| {
        let (town, me) = (Town::on(db).await, officer(1));
        let (contact, key) = (town.start(&me, None).await, town.app.id());
        for _ in 0..2 {
            passes(&town, &me, &contact, To::Team("waste".into()), key).await.unwrap();
        }
        assert_eq!(contact::passes(&mut db.read().await.unwrap(), contact.id).await.unwrap().len(), 1);
        let waiting = town.contact(contact.id).await;
        let again = passes(&town, &me, &waiting, To::Team("trees".into()), town.app.id()).await;
        assert!(matches!(again, Err(Error::NotFound)), "nobody has it: {again:?}");
        let old = passes(&town, &me, &contact, To::Team("trees".into()), town.app.id()).await;
        assert!(matches!(old, Err(Error::Refused("contact-refused-finished"))), "{old:?}");
        let mut tx = db.begin().await.unwrap();
        let done = contact::finish(&mut tx, &town.app, &me, &waiting, &[asks("", "Words")], &[None]).await;
        assert!(matches!(done, Err(Error::NotFound)), "{done:?}");
    });
}

#[test]
fn not_taken_up_on_its_day_it_is_lost_once_and_may_still_be_taken_up() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db).await;
        let (late, in_time) =
            (passed(&town, To::Team("waste".into())).await, passed(&town, To::Team("waste".into())).await);
        // It is ten in the morning.
        town.clock.advance(13 * HOUR);
        takes(&town, &of_team(2, "waste"), in_time.id, false).await.unwrap();
        assert_eq!(contact::lose_late(&town.app).await.unwrap(), 0, "the day is not over");
        town.clock.advance(2 * HOUR);
        assert_eq!(contact::lose_late(&town.app).await.unwrap(), 1);
        assert_eq!(contact::lose_late(&town.app).await.unwrap(), 0, "once is enough");
        let bins = of_bins(&town).await;
        assert_eq!(
            (bins.asked, bins.transfers, bins.passed, bins.lost),
            (0, 2, 2, 1),
            "also where neither is finished"
        );
        assert!(waiting(&town, &of_team(2, "waste")).await[0].lost);
        takes(&town, &of_team(2, "waste"), late.id, true).await.unwrap();
        assert_eq!(of_bins(&town).await.lost, 1, "gone besides, it is lost once");
    });
}

#[test]
fn taken_up_when_they_had_gone_it_is_lost_and_ends_so() {
    each_database(repository_migrations(), async |db| {
        let (town, colleague) = (Town::on(db).await, officer(2));
        let contact = passed(&town, To::Colleague(colleague.id())).await;
        takes(&town, &colleague, contact.id, true).await.unwrap();
        let asked = contact::questions(&mut db.read().await.unwrap(), contact.id).await.unwrap();
        assert_eq!(asked[0].outcome, Some(Outcome::Abandoned));
        let bins = of_bins(&town).await;
        assert_eq!((bins.passed, bins.lost), (1, 1));
    });
}

#[test]
fn what_was_written_for_the_next_goes_with_the_contact() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db).await;
        let (hers, left) =
            (passed(&town, To::Team("waste".into())).await, passed(&town, To::Team("waste".into())).await);
        let mut tx = db.begin().await.unwrap();
        contact::erase(&mut tx, hers.resident.unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        let note = async |id: Id| contact::passes(&mut db.read().await.unwrap(), id).await.unwrap()[0].note.clone();
        assert_eq!((note(hers.id).await.as_str(), note(left.id).await.is_empty()), ("", false));
        town.clock.advance(740 * DAY);
        assert_eq!(contact::erase_due(&town.app).await.unwrap(), 1);
        assert_eq!(note(left.id).await, "");
        let waits: Vec<Id> = waiting(&town, &of_team(2, "waste")).await.into_iter().map(|pass| pass.contact).collect();
        assert_eq!(waits, [hers.id], "what is erased in its time is closed, and taken up by nobody");
    });
}
