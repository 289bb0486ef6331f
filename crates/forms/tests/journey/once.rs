//! Sending happens once.

use crate::council::{allotment, browser, cases_count, council, fill, parts, prepared, submit};
use forms::{Ending, Submitted};
use kit::app::Boxed;
use kit::db::Tx;
use kit::facts::{self, Fact};
use kit::testing::{each_database, repository_migrations};
use kit::{App, Error, Result, sql};

sql!(ENDED, "SELECT count(*) FROM facts WHERE kind = 'test.ended'");

#[test]
fn a_second_press_is_led_to_the_same_confirmation() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = prepared(&mut ben).await;
        let revision = ben.get(&format!("{draft}/check")).await.field("revision");
        let path = format!("{draft}/submit");
        let first = ben.post(&path, &[("revision", &revision)]).await;
        assert_eq!(first.status, 303);
        for _ in 0..3 {
            assert_eq!(ben.post(&path, &[("revision", &revision)]).await.location, first.location);
        }
        assert_eq!(cases_count(&app).await, 1);
    });
}

#[test]
fn presses_at_the_same_moment_make_one_case() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = prepared(&mut ben).await;
        let revision = ben.get(&format!("{draft}/check")).await.field("revision");
        let mut presses = Vec::new();
        for _ in 0..8 {
            let mut tab = browser(&app);
            tab.cookies = ben.cookies.clone();
            let (path, revision) = (format!("{draft}/submit"), revision.clone());
            presses.push(tokio::spawn(async move { tab.post(&path, &[("revision", &revision)]).await.location }));
        }
        let mut led = Vec::new();
        for press in presses {
            led.push(press.await.unwrap());
        }
        assert!(led[0].starts_with("/received/") && led.iter().all(|each| *each == led[0]), "{led:?}");
        assert_eq!(cases_count(&app).await, 1);
    });
}

#[test]
fn what_changed_in_another_tab_is_shown_before_it_is_sent() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = prepared(&mut ben).await;
        let revision = ben.get(&format!("{draft}/check")).await.field("revision");
        fill(&mut ben, &format!("{draft}/why?from=check"), &[("why", "For a pond.")]).await;
        let refused = ben.post(&format!("{draft}/submit"), &[("revision", &revision)]).await;
        assert_eq!(refused.status, 422);
        assert!(
            refused.body.contains("Your answers changed") && refused.body.contains("For a pond."),
            "{}",
            refused.body
        );
        assert_eq!(cases_count(&app).await, 0);
        assert_eq!(submit(&mut ben, &draft).await.status, 303);
    });
}

#[test]
fn what_is_not_finished_is_not_sent() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let mut ben = browser(&app);
        let draft = crate::council::start(&mut ben).await;
        let refused = ben.post(&format!("{draft}/submit"), &[("revision", "1")]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains(&format!("{draft}/size")), "it says what is missing: {}", refused.body);
        assert!(refused.body.contains("<title>Error: "), "{}", refused.body);
        assert_eq!(cases_count(&app).await, 0);
    });
}

fn note<'a>(tx: &'a mut Tx, app: &'a App, done: Submitted<'a>) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        let fact = Fact::new("test.ended", done.who).about("case", done.opened.case);
        facts::record(tx, app, fact).await.map(drop)
    })
}

fn fail<'a>(_: &'a mut Tx, _: &'a App, _: Submitted<'a>) -> Boxed<'a, Result<()>> {
    Box::pin(async { Err(Error::Refused("forms-closed")) })
}

#[test]
fn an_ending_runs_in_the_transaction_of_the_submission() {
    each_database(repository_migrations(), async |db| {
        let folder =
            allotment(|text| text.replace("contact = \"required\"", "contact = \"required\"\nending = \"plot\""));
        for (ending, status, made) in [(fail as Ending, 409, 0), (note as Ending, 303, 1)] {
            let app = parts(db, &folder).with(forms::Endings::new([("plot", ending)])).build();
            let mut ben = browser(&app);
            let draft = prepared(&mut ben).await;
            assert_eq!(submit(&mut ben, &draft).await.status, status);
            assert_eq!(cases_count(&app).await, made, "an ending that fails leaves no case");
            let ended = crate::council::count(&mut app.db.read().await.unwrap(), &ENDED).await;
            assert_eq!(ended, made);
        }
    });
}
