//! The work of argon2 is done whether or not there is an account: counted, not timed. A binary of its own, because the count
//! is the program's.
#![allow(clippy::unwrap_used)] // what goes wrong in a test must end it

mod people;

use kit::password;
use kit::testing::{each_database, repository_migrations};
use people::{Town, sign_up};

#[test]
fn a_wrong_password_costs_the_same_work_with_an_account_without_one_and_without_a_password() {
    each_database(repository_migrations(), async |db| {
        let town = Town::new(db);
        sign_up(&town, "with@post.example", Some("copper kettle stair")).await;
        sign_up(&town, "without@post.example", None).await;
        for address in ["with@post.example", "without@post.example", "nobody@post.example", "01632 960123"] {
            let mut browser = town.browser();
            let before = password::worked();
            let said = browser.post("/sign-in/password", &[("address", address), ("password", "a wrong guess")]).await;
            assert_eq!((said.status, password::worked() - before), (422, 1), "{address}");
        }
    });
}
