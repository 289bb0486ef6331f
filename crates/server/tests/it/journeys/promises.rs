//! Promises: kept in the days the clocks change, and owned up to when late.

use crate::support::{Council, HERE, Reached};
use kit::clock::{DAY, HOUR, MINUTE, Micros};
use kit::testing::{TestDb, each_database, repository_migrations};
use kit::who::Role;

/// 22 November 2026, 10:00, less so many days and hours.
fn days_before(days: i64, hours: i64) -> Micros {
    kit::testing::TEST_NOW - days * DAY - hours * HOUR
}

/// What is promised to somebody who reports a hole at this moment.
async fn promised(db: &TestDb, now: Micros) -> String {
    let council = Council::at(db, now, false).await;
    let mut robin = council.browser();
    robin.report_hole(HERE, Reached::Not).await;
    robin.page.text()
}

#[test]
fn promises_made_around_the_days_the_clocks_change_are_right() {
    each_database(repository_migrations(), async |db| {
        // Friday 23 October, 12:00 in London; the clocks go back on Sunday. Two working days: Tuesday 27 October.
        let text = promised(db, days_before(30, -1)).await;
        assert!(text.contains("Tuesday 27 October 2026"), "{text}");
    });
    each_database(repository_migrations(), async |db| {
        // Sunday 25 October, 10:00: the day itself counts as its Monday would.
        let text = promised(db, days_before(28, 0)).await;
        assert!(text.contains("Tuesday 27 October 2026"), "{text}");
    });
    each_database(repository_migrations(), async |db| {
        // Friday 27 March 2026, 10:00; forward on Sunday 29 March. Two working days: Tuesday 31 March.
        let text = promised(db, days_before(240, 0)).await;
        assert!(text.contains("Tuesday 31 March 2026"), "{text}");
    });
    each_database(repository_migrations(), async |db| {
        let text = promised(db, days_before(238, 0)).await;
        assert!(text.contains("Tuesday 31 March 2026"), "{text}");
    });
}

#[test]
fn a_broken_promise_is_owned_up_to() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut ada = council.resident("Ada Testwell", "ada@post.example").await;
        let reference = ada.report_hole(HERE, Reached::Email("ada@post.example")).await;
        council.app.clock.advance(4 * DAY);
        let mut lee = council.colleague("Lee Leads", &[Role::TeamLeader], &["highways"]).await.browser;
        cases::watch_promises(&council.app).await.unwrap();
        cases::watch_promises(&council.app).await.unwrap();
        let all = council.mail_to("ada@post.example").await;
        let late = all.iter().filter(|kept| kept.subject.starts_with("We are late")).count();
        assert_eq!(late, 1, "told once, not {late} times");
        let mut phone = council.browser();
        phone.open("/sign-in").await;
        phone.fill("Email address or mobile number", "ada@post.example").press("Send me a code").await;
        let code = council.code_for("ada@post.example").await;
        phone.fill("Code", &code).press("Continue").await;
        phone.page.says("We are late");
        phone.open(&format!("/cases/{reference}")).await.says("We are late").says("Tuesday 24 November 2026");
        phone.page.says("That day has passed.").is_silent_about("Next thing we do, by");
        lee.open("/desk/cases?tab=late").await.says("Late");

        lee.open(&format!("/desk/cases/{reference}/promise")).await;
        lee.fill_day("New date", ["4", "12", "2026"]);
        lee.fill("Why? The resident reads these words", "The right stone is late.").press("Promise").await;
        let told = council.newest_to("ada@post.example").await;
        assert!(
            told.text.contains("4 December 2026") && told.text.contains("The right stone is late."),
            "{}",
            told.text
        );
        council.app.clock.advance(MINUTE);
        phone.open(&format!("/cases/{reference}")).await.says("Friday 4 December 2026").is_silent_about("We are late");
    });
}

#[test]
fn bank_holidays_that_run_out_are_told_at_the_desk_and_in_the_figures() {
    each_database(repository_migrations(), async |db| {
        // The last one delivered is at Christmas 2028. 771 days are left of the year's end, then 29.
        for (now, days, told) in [(days_before(1, 0), 771, false), (days_before(-741, 0), 29, true)] {
            let council = Council::at(db, now, false).await;
            let mut owner = council.colleague(&format!("Ola Sample {days}"), &[Role::ServiceOwner], &[]).await.browser;
            let page = owner.open("/manage/services").await;
            assert_eq!(page.text().contains("Bank holidays are known until 31 December 2028 only"), told, "{days}");
            let figures = council.browser().open("/metrics").await.body.clone();
            assert!(figures.contains(&format!("\nguildhall_holiday_days {days}\n")), "{figures}");
        }
    });
}
