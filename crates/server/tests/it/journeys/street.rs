//! A hole in the road: reported, followed, decided, told, opened again.

use crate::support::{Council, HERE, Reached};
use kit::testing::{each_database, repository_migrations};

#[test]
fn a_hole_is_found_by_words_reported_and_confirmed() {
    each_database(repository_migrations(), async |db| {
        let council = Council::on(db).await;
        let mut robin = council.browser();
        let reference = robin.report_hole(HERE, Reached::Email("robin@post.example")).await;
        println!("{reference} {}", robin.page.text());
    });
}
