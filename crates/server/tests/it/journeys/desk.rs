//! The desk: two officers on one case, an administrator's work, signing in with a password and a code.

use crate::support::{Council, HERE, Reached, totp};
use kit::clock::{DAY, MINUTE};
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;

#[test]
fn the_second_of_two_officers_is_told_what_changed() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let reference = council.browser().report_hole(HERE, Reached::Not).await;
        let mut kim = council.colleague("Kim Works", &[Role::TeamMember], &["highways"]).await.browser;
        let mut lee = council.colleague("Lee Leads", &[Role::TeamLeader], &["highways"]).await.browser;
        for browser in [&mut kim, &mut lee] {
            browser.open(&format!("/desk/cases/{reference}/decide")).await;
        }
        kim.choose("Visited, and nothing wrong was found")
            .fill("Why? The resident reads these words", "No hole there.");
        kim.choose("Yes: keep it open until that is done").press("Decide").await;
        lee.choose("Mended or cleared").fill("Why? The resident reads these words", "Filled today.");
        lee.choose("No: close the case").press("Decide").await;
        assert_eq!(lee.page.status, 409);
        lee.page
            .says("Somebody changed this case while you were typing")
            .says("Kim Works")
            .says("nothing wrong was found");
        assert_eq!(lee.page.value("reason"), "Filled today.", "what was typed is kept");
        let mut look = lee.clone();
        look.open(&format!("/desk/cases/{reference}")).await.says("Visited, and nothing wrong was found");
        lee.choose("Mended or cleared").choose("No: close the case").press("Decide").await;
        look.open(&format!("/desk/cases/{reference}")).await.says("Mended or cleared").says("Closed");
    });
}

#[test]
fn an_administrator_adds_a_team_and_somebody_who_then_works_there() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut admin = council.colleague("Ash Admin", &[Role::Administrator], &[]).await.browser;
        admin.open("/desk").await;
        admin.open("/admin/teams").await;
        admin.fill("Team name", "Road menders").fill("Code", "road-menders").press("Add a team").await;
        admin.page.says("Road menders");
        admin.open("/admin/staff/add").await;
        admin.fill("Name", "Nan New").fill("Work email address", "nan@eastmere.example");
        admin.choose("Team member").choose("Road menders").press("Add a member of staff").await;
        let link = admin.page.texts("main code").into_iter().chain([admin.page.text()]).collect::<String>();
        let path = link.split_whitespace().find_map(|word| word.split_once("/desk/set-up")).expect("a set-up link").1;

        let mut nan = council.browser();
        nan.open(&format!("/desk/set-up{path}")).await;
        let secret = nan.fill_set_up(&council, "three brown kettles").await;
        nan.press("Finish").await;
        assert_eq!(nan.page.path, "/desk/sign-in?done=set-up", "{}", nan.page.text());
        council.app.clock.advance(MINUTE);
        nan.fill("Work email address", "nan@eastmere.example").fill("Password", "three brown kettles");
        nan.press("Continue").await;
        nan.fill("Code", &totp(&council, &secret)).press("Sign in").await;
        assert_eq!(nan.page.path, "/desk/cases", "{}", nan.page.text());

        admin.open("/manage/services").await;
        admin.give_service("missed-bin", "road-menders").await;
        let mut ada = council.browser();
        let reference = ada.report_missed_bin().await;
        council.app.clock.advance(DAY / 24);
        nan.open(&format!("/desk/cases/{reference}")).await;
        assert_eq!(nan.page.status, 200, "the case of the service that was given to the team is theirs");
        nan.page.says("Road menders");
    });
}
