//! Not ours: outside the council's area, or on a trunk road.

use crate::support::{Browser, Council, Reached};
use kit::testing::{each_database, repository_migrations};

/// Outside: a postcode of a another council.
const OUTSIDE: (&str, &str) = ("Cable Street", "E1 0AA");
/// On the trunk road.
const TRUNK: &str = "52.2322, 0.0760";

#[test]
fn a_place_outside_the_area_is_told_whose_it_is() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut robin = council.browser();
        robin.start_street_problem().await;
        robin.describe_hole(OUTSIDE).await;
        assert!(robin.page.path.ends_with("/stop"), "{} {}", robin.page.path, robin.page.text());
        robin.page.says("We do not deal with this").says("the council for that area").says("outside our area");
        assert!(robin.page.body.contains("<a class=\"govuk-link\" href=\"https://www.gov.uk/find-local-council\">"));
        assert!(robin.page.form("Send").is_none());
    });
}

/// Reports a hole in the trunk road, dangerous or not, to the end; every page on the way says the number where it is.
async fn trunk_road(council: &Council, dangerous: bool) {
    let number = |browser: &Browser| assert_eq!(browser.page.text().contains("Call 999"), dangerous);
    let mut robin = council.browser();
    robin.start_street_problem().await;
    robin.choose("A hole in the road").press("Continue").await;
    robin.choose(if dangerous { "Yes" } else { "No" }).press("Continue").await;
    number(&robin);
    if dangerous {
        robin.follow("Carry on").await;
    }
    robin.fill("Position on a map, like 52.2053, 0.1218 (you can leave this empty)", TRUNK);
    robin.fill("Street or landmark", "By the big junction").press("Continue").await;
    assert!(robin.page.path.ends_with("/stop"), "{} {}", robin.page.path, robin.page.text());
    robin.page.says("National Highways");
    number(&robin);
    robin.follow("Carry on").await;
    robin.measure_hole("").await;
    robin.be_reached("Robin Example", Reached::Email("robin@post.example")).await;
    robin.page.says("We pass this on to National Highways");
    number(&robin);
    robin.press("Send").await;
    let told = council.newest_to("robin@post.example").await;
    assert!(told.text.contains("We have passed it on to National Highways"), "{}", told.text);
    let passed = council.newest_to("reports@national-highways.example").await;
    let reference = told.subject.split_whitespace().filter(|word| word.len() == 3).collect::<Vec<_>>();
    assert!(!reference.is_empty() && reference.iter().all(|part| passed.subject.contains(part)), "{}", passed.subject);
    for part in ["By the big junction", "52.23220, 0.07600", "A hole in the road"] {
        assert!(passed.text.contains(part), "{part}: {}", passed.text);
    }
    assert!(!passed.text.to_lowercase().contains("robin"), "nothing of whoever reported it: {}", passed.text);
}

#[test]
fn where_no_address_is_known_nobody_is_told_that_it_was_passed_on() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut robin = council.browser();
        robin.start_street_problem().await;
        robin.choose("A hole in the road").press("Continue").await;
        robin.choose("No").press("Continue").await;
        robin.fill("Position on a map, like 52.2053, 0.1218 (you can leave this empty)", TRUNK);
        robin.fill("Street or landmark", "By the big junction").press("Continue").await;
        let cannot = |browser: &Browser| {
            browser.page.says("National Highways").says("cannot pass it on").says("0300 123 5000");
        };
        cannot(&robin);
        robin.follow("Carry on").await;
        robin.measure_hole("").await;
        robin.be_reached("Robin Example", Reached::Email("robin@post.example")).await;
        cannot(&robin);
        robin.press("Send").await;
        cannot(&robin);
        let told = council.newest_to("robin@post.example").await;
        assert!(told.text.contains("We cannot pass it on") && told.text.contains("0300 123 5000"), "{}", told.text);
    });
}

#[test]
fn a_hole_in_a_trunk_road_is_passed_on_and_the_resident_told_to_whom() {
    each_database(repository_migrations(), async |db| trunk_road(&Council::demo(db).await, false).await);
}

#[test]
fn a_danger_on_a_trunk_road_is_passed_on_with_the_number_first() {
    each_database(repository_migrations(), async |db| trunk_road(&Council::demo(db).await, true).await);
}

#[test]
fn somebody_in_danger_outside_the_area_sees_the_number_first_and_whose_it_is() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut robin = council.browser();
        robin.start_street_problem().await;
        robin.choose("A hole in the road").press("Continue").await;
        robin.choose("Yes").press("Continue").await;
        robin.page.says("Call 999");
        robin.follow("Carry on").await;
        robin.fill("Street or landmark", OUTSIDE.0);
        robin.fill("Postcode, if you know it", OUTSIDE.1).press("Continue").await;
        assert!(robin.page.path.ends_with("/stop"), "{} {}", robin.page.path, robin.page.text());
        robin.page.says("Call 999").says("the council for that area").says("outside our area");
    });
}

#[test]
fn a_trunk_road_named_in_words_is_passed_on_without_a_position() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut robin = council.browser();
        robin.start_street_problem().await;
        robin.choose("A hole in the road").press("Continue").await;
        robin.choose("No").press("Continue").await;
        robin.fill("Street or landmark", "A14 near Milton").press("Continue").await;
        assert!(robin.page.path.ends_with("/stop"), "{} {}", robin.page.path, robin.page.text());
        robin.page.says("National Highways");
    });
}
