//! Days that do not exist, or that cannot be.

use crate::support::Council;
use kit::testing::{each_database, repository_migrations};

#[test]
fn days_that_do_not_exist_are_refused() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut browser = council.browser();
        browser.post("/forms/missed-bin/start", &[]).await;
        let draft = browser.page.path.split('/').take(3).collect::<Vec<_>>().join("/");
        browser.type_in("container", "rubbish").press("Continue").await;
        browser.type_in("address-line1", "1 Mill Road").type_in("address-town", "Eastmere");
        browser.type_in("address-postcode", "CB1 2AD").press("Continue").await;
        let address = format!("{draft}/day");
        for [day, month, year] in [
            ["31", "2", "2026"],
            ["29", "2", "2027"],
            ["0", "11", "2026"],
            ["32", "10", "2026"],
            ["12", "13", "2026"],
            ["1", "1", "26"],
            ["", "", ""],
            ["x", "11", "2026"],
            ["20", "11", "-2026"],
            ["1", "1", "99999"],
            ["20", "11", "1066"],
            ["20", "12", "2026"],
        ] {
            browser.open(&address).await;
            assert_eq!(browser.page.path, address, "{}", browser.page.text());
            browser.type_in("due_on-day", day).type_in("due_on-month", month).type_in("due_on-year", year);
            browser.press("Continue").await;
            assert_eq!(browser.page.status, 422, "{day} {month} {year}");
            assert_eq!(browser.page.value("due_on-day"), day);
            assert_eq!(browser.page.value("due_on-year"), year);
        }
    });
}
