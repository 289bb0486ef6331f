//! Accounts that staff joined and nobody has shown to be one person's: what stands on the record, and what of it is not for telling.

use super::linking::{join, record_of, shown, twice};
use crate::api::Program;
use crate::support::{Browser, Council, HERE, Reached};
use kit::testing::{each_database, repository_migrations};
use kit::who::Role;

#[test]
fn what_was_joined_or_begun_under_an_account_not_shown_to_be_theirs_is_on_the_record_and_marked() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        council.browser().report_hole(HERE, Reached::Email("robin@post.example")).await;
        let (one, mut other, path) = twice(&council).await;
        let joined = other.browser.join_hole(HERE, "By the bus stop.").await;
        let colleague = council.colleague("Olu Officer", &[Role::Officer], &["contact-centre"]).await;
        let program = Program::of(&council, "staff", colleague.id, &["desk.read", "desk.write"]).await;
        let mut officer = colleague.browser;
        record_of(&mut officer, other.id).await;
        officer.about_to_do(&other.id.to_string(), "Report a missed bin").await;
        officer.press("They want it: start").await;
        assert!(officer.page.path.starts_with("/desk/forms/"), "{}", officer.page.text());
        join(&mut officer, &path, one.id).await;
        record_of(&mut officer, one.id).await;
        officer.page.says("Begun for them and not sent").says("Report a missed bin");
        let marked = |officer: &Browser, reference: &str| {
            let all = officer.page.texts("li");
            let grouped = reference.parse::<kit::Reference>().unwrap().grouped();
            let line = all.iter().find(|line| line.contains(&grouped)).unwrap_or_else(|| panic!("{grouped}: {all:?}"));
            line.contains("Not shown to be theirs")
        };
        let of = [&one.reference, &other.reference, &joined].map(|reference| marked(&officer, reference));
        assert_eq!(of, [false, true, true], "{}", officer.page.text());
        let record = format!("/api/v1/desk/residents/{}", one.id);
        let said = program.get(&record).await.good(200).body;
        let references = |list: &str| {
            let mut all: Vec<String> = said[list]
                .as_array()
                .unwrap()
                .iter()
                .map(|one| one["reference"].as_str().unwrap().to_owned())
                .collect();
            all.sort();
            all
        };
        let mut theirs = vec![other.reference.clone(), joined.clone()];
        theirs.sort();
        assert_eq!((references("cases"), references("not_shown")), (vec![one.reference.clone()], theirs));
        shown(&council, &one, &mut other).await;
        let said = program.get(&record).await.good(200).body;
        assert_eq!((said["cases"].as_array().unwrap().len(), said["not_shown"].as_array().unwrap().len()), (3, 0));
        record_of(&mut officer, one.id).await;
        officer.page.is_silent_about("Not shown to be theirs");
    });
}
