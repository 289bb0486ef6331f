//! Limits that stop guessing and lock nobody out.

use crate::support::Council;
use kit::clock::DAY;
use kit::session::{self, Surface};
use kit::testing::{each_database, repository_migrations};
use kit::who::{Person, Who};
use kit::{params, sql};

sql!(COUNT_SESSIONS, "SELECT CAST(count(*) AS BIGINT) FROM sessions");

#[test]
fn strangers_who_guess_a_password_never_block_the_device_that_is_known() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut ada = council.resident("Ada Testwell", "ada@post.example").await;
        ada.open("/account/details/password").await;
        ada.fill("New password", "copper kettle stair").press("Save").await;
        ada.press("Sign out").await;
        let mut stranger = council.browser();
        let mut refused = 0;
        for _ in 0..40 {
            let tried = [("address", "ada@post.example"), ("password", "a wrong guess here")];
            let page = stranger.post("/sign-in/password", &tried).await;
            assert!([422, 429].contains(&page.status), "{}", page.status);
            refused += usize::from(page.status == 429);
        }
        assert!(refused >= 30, "a stranger may guess {} times", 40 - refused);
        ada.open("/sign-in/password").await;
        ada.fill("Email address or mobile number", "ada@post.example");
        ada.fill("Password", "copper kettle stair").press("Sign in").await;
        assert_eq!(ada.page.path, "/account", "{}", ada.page.text());
        // A code gets in from a new device too, however long strangers guess passwords.
        let mut library = council.browser();
        library.open("/sign-in").await;
        library.fill("Email address or mobile number", "ada@post.example").press("Send me a code").await;
        let code = council.code_for("ada@post.example").await;
        library.fill("Code", &code).press("Continue").await;
        assert_eq!(library.page.path, "/account");
    });
}

#[test]
fn strangers_who_guess_codes_end_only_their_own_challenge() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        council.resident("Ada Testwell", "ada@post.example").await;
        let mut ada = council.browser();
        ada.open("/sign-in").await;
        ada.fill("Email address or mobile number", "ada@post.example").press("Send me a code").await;
        let code = council.code_for("ada@post.example").await;
        for _ in 0..3 {
            let mut stranger = council.browser();
            stranger.open("/sign-in").await;
            stranger.fill("Email address or mobile number", "ada@post.example").press("Send me a code").await;
            let mut ended = false;
            for guess in 0..8 {
                if stranger.page.field(None, "Code").is_none() {
                    ended = true;
                    break;
                }
                stranger.fill("Code", &format!("{guess:06}")).press("Continue").await;
                assert_ne!(stranger.page.path, "/account");
                ended |= stranger.page.text().contains("no longer good");
            }
            assert!(ended, "a stranger may guess as often as they like");
        }
        ada.fill("Code", &code).press("Continue").await;
        assert_eq!(ada.page.path, "/account", "{}", ada.page.text());
    });
}

#[test]
fn a_flood_from_one_address_is_slowed_and_another_is_not() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut flood = council.browser();
        flood.from = ([203, 0, 113, 9], 5).into();
        let mut slowed = 0;
        for _ in 0..4000 {
            slowed += usize::from(flood.send("GET", "/livez", String::new()).await.status == 429);
        }
        assert!(slowed > 0, "4,000 requests at once are no flood");
        let mut other = council.browser();
        other.from = ([203, 0, 113, 10], 5).into();
        assert_eq!(other.open("/").await.status, 200);
    });
}

#[test]
fn what_is_over_is_cleared_away_a_few_rows_at_a_time() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let app = &council.app;
        let left = async || {
            let mut read = app.db.read().await.unwrap();
            read.one(&COUNT_SESSIONS, params![]).await.unwrap().get::<i64>(0).unwrap()
        };
        let mut tx = app.db.begin().await.unwrap();
        for _ in 0..450 {
            app.clock.advance(1);
            let nobody = Who::anyone(kit::Lang::EN);
            session::start(&mut tx, app, Surface::Resident, &Person::Anyone, &nobody).await.unwrap();
        }
        tx.commit().await.unwrap();
        app.clock.advance(40 * DAY);
        let mut tx = app.db.begin().await.unwrap();
        assert_eq!(session::sweep(&mut tx, app.now()).await.unwrap(), 200, "{}", db.name());
        tx.commit().await.unwrap();
        assert_eq!(left().await, 250);
        server::wiring::clear(app).await.unwrap();
        assert_eq!(left().await, 0);
    });
}
