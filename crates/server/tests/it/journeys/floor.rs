//! The floor walker's handheld: somebody is greeted, asked anew, goes; and what a phone kept while there was no signal.

use crate::support::{Browser, Council};
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;

async fn walker(council: &Council) -> Browser {
    let mut walker = council.colleague("Flo Walker", &[Role::Officer], &["contact-centre"]).await.browser;
    walker.open("/floor/town-hall").await;
    walker
}

/// The numbers of those who wait, the first to be called first.
async fn waiting(walker: &mut Browser) -> Vec<String> {
    walker.open("/floor/town-hall").await.texts("#live .app-floor__ticket")
}

#[test]
fn somebody_is_greeted_and_has_their_number_on_their_phone() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut flo = walker(&council).await;
        flo.press("Add them").await;
        assert_eq!((flo.page.status, flo.page.errors()), (422, vec!["Choose what they have come for".to_owned()]));
        flo.choose("Council Tax and benefits").fill("Initials", "Anna").press("Add them").await;
        assert_eq!(flo.page.errors(), ["Enter two or three letters, or nothing"]);
        flo.page.says("Council Tax and benefits");
        flo.fill("Initials", "a.e.").select("Language they want", "Cymraeg").press("Add them").await;
        assert_eq!(flo.page.heading(), "Ticket C001");
        let address = flo.page.text().split("/ticket/").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
        council.browser().open(&format!("/ticket/{address}")).await.says("C001").says("Rydych yn aros.");
        flo.follow("Greet the next").await.says("C001").says("AE").says("Cymraeg");
        council.browser().open("/board/town-hall").await.is_silent_about("AE");
        flo.open("/desk/counter").await;
        flo.select("Desk", "Town Hall – 1").press("Open the desk").await.says("C001").says("AE");
    });
}

#[test]
fn the_clock_starts_with_the_press_at_the_door() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut flo = walker(&council).await;
        flo.follow("Somebody is at the door").await.says("At the door since");
        council.app.clock.advance(12 * kit::clock::MINUTE);
        flo.choose("Parking permits").press("Add them").await;
        flo.open("/floor/town-hall").await.says("12 minutes");
        let old = council.app.now() - 61 * kit::clock::MINUTE;
        flo.open(&format!("/floor/town-hall?came={old}")).await;
        flo.choose("Parking permits").type_in("came", &old.to_string()).press("Add them").await;
        assert_eq!(flo.page.status, 422);
        flo.page.says("The press at the door was more than an hour ago.");
        flo.press("Add them").await;
        assert_eq!(flo.page.heading(), "Ticket P002");
    });
}

#[test]
fn who_is_asked_anew_goes_first_and_who_has_left_is_counted() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut flo = walker(&council).await;
        for business in ["Council Tax and benefits", "Parking permits"] {
            flo.choose(business).press("Add them").await;
            council.app.clock.advance(kit::clock::MINUTE);
            flo.open("/floor/town-hall").await;
        }
        assert_eq!(waiting(&mut flo).await, ["C001", "P002"]);
        let mut slow = council.colleague("Sam Slow", &[Role::Officer], &["contact-centre"]).await.browser;
        slow.open("/floor/town-hall").await;
        slow.follow("P002 Parking permits").await;
        flo.follow("P002 Parking permits").await;
        flo.choose("Not safe, or nowhere to sleep tonight").choose("Housing and homelessness").press("Save").await;
        flo.page.says("Everybody’s waiting time follows.").says("Not safe, or nowhere to sleep tonight");
        assert_eq!(waiting(&mut flo).await, ["P002", "C001"], "the number stays");
        slow.choose("Cannot wait long").press("Save").await;
        assert_eq!(slow.page.status, 409, "nothing is overwritten unseen");
        slow.page.says("Somebody else was faster");
        slow.press("Save").await.says("Everybody’s waiting time follows.");
        flo.follow("C001 Council Tax and benefits").await;
        flo.press("They have left").await.says("Noted: they have left.");
        let again = flo.page.path.clone();
        assert_eq!(
            (waiting(&mut flo).await, again),
            (vec!["P002".to_owned()], "/floor/town-hall?said=left".to_owned())
        );
    });
}

#[test]
fn what_a_phone_kept_without_signal_is_sent_once_with_the_time_of_the_first_touch() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut flo = walker(&council).await;
        let key = council.app.id();
        let add = format!("key={key}&business=housing&need=in-danger&initials=ZO&lang=en");
        let lost = flo.send("POST", "/floor/town-hall", format!("{add}&ago=0")).await;
        council.app.clock.advance(90 * kit::clock::MINUTE);
        let kept = flo.send("POST", "/floor/town-hall", format!("{add}&ago=5400&mark=H-7K")).await;
        let again = flo.send("POST", "/floor/town-hall", format!("{add}&ago=5400&mark=H-7K")).await;
        let to = |page: &crate::support::Page| (page.status, page.header("location").to_owned());
        assert!(to(&lost).1.starts_with("/floor/town-hall/ticket/"));
        assert_eq!((to(&kept), to(&again)), (to(&lost), to(&lost)), "its first answer was lost, and it was there");
        let late = council.app.id();
        let fresh = format!("key={late}&business=parking&ago=5400&mark=P-K2&lang=en");
        flo.send("POST", "/floor/town-hall", fresh.clone()).await;
        assert_eq!(waiting(&mut flo).await, ["H001", "P002"]);
        flo.page.says("H-7K").says("P-K2").says("90 minutes");
        let unknown = format!("key={}&business=moon&ago=60&mark=M-22&lang=en", council.app.id());
        let page = flo.send("POST", "/floor/town-hall", unknown).await;
        assert_eq!(page.status, 422);
        page.says("Nobody sees people for this here today.");
        council.app.clock.advance(kit::clock::DAY);
        let page = flo.send("POST", "/floor/town-hall", fresh).await;
        assert!([303, 401].contains(&page.status), "{}", page.text());
    });
}
