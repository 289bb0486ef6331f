//! How long it is known whose an appointment was.

use crate::town::{MONDAY, Town, ada, help};
use appointments::{Answer, Person, State};
use kit::clock::{DAY, HOUR};
use kit::testing::{each_database, repository_migrations};

#[test]
fn two_years_later_nothing_says_whose_it_was() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db.db());
        let (old, new) =
            (town.booked(&help(), MONDAY + 2 * HOUR).await, town.booked(&help(), MONDAY + 30 * DAY + HOUR).await);
        town.clock.advance(735 * DAY);
        assert_eq!(appointments::erase_due(&town.app).await.unwrap(), 1);
        let mut read = town.app.db.read().await.unwrap();
        let old = appointments::by_id(&mut read, old.id).await.unwrap();
        assert_eq!((old.name.as_str(), old.email.as_str(), old.kind.as_str()), ("", "", "do-it-for-me"));
        assert_eq!(appointments::by_id(&mut read, new.id).await.unwrap().name, "Ada Example");
        drop(read);
        assert_eq!(appointments::erase_due(&town.app).await.unwrap(), 0);
    });
}

#[test]
fn who_is_erased_has_no_appointment_left_and_its_time_is_somebody_elses() {
    each_database(repository_migrations(), async |db| {
        let town = Town::on(db.db());
        let (somali, resident) = (appointments::Choice { speaks: "so".into(), ..help() }, town.app.id());
        let person = Person { resident: Some(resident), ..ada() };
        let booked = town.books(&somali, MONDAY + 2 * HOUR, &person, town.app.id()).await;
        let Answer::Booked(booking) = booked else { panic!("it is free") };
        let mut tx = town.app.db.begin().await.unwrap();
        let held = appointments::personal_data(&mut tx, &town.app, resident, kit::Lang::EN).await.unwrap();
        assert_eq!(held[0].rows.len(), 1);
        appointments::erase(&mut tx, &town.app, resident).await.unwrap();
        tx.commit().await.unwrap();
        let mut read = town.app.db.read().await.unwrap();
        let booking = appointments::by_id(&mut read, booking.id).await.unwrap();
        assert_eq!((booking.state, booking.name.as_str(), booking.resident), (State::Cancelled, "", None));
        drop(read);
        town.booked(&somali, MONDAY + 2 * HOUR).await;
    });
}
