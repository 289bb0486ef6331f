//! Every statement of the crate finds its rows by an index, on a database with thousands of drafts.

use crate::council::{browser, council, start};
use kit::db::STATEMENTS;
use kit::testing::{assert_plans_of, each_database, repository_migrations};
use kit::{Id, params, sql};

sql!(
    COPY,
    "INSERT INTO forms_drafts (id, service, version, visitor, resident, lang, answers, given, contact, nearby, saved_to,
                               revision, started, changed, expires)
     SELECT $2, service, version, $3, $4, lang, answers, given, contact, nearby, saved_to, revision, started + $5,
            changed + $5, expires + $5
     FROM forms_drafts WHERE id = $1"
);

sql!(
    CONSENTED,
    "INSERT INTO forms_consents (draft, resident, staff, service, how, spoke, words, contact, given_at)
     VALUES ($1, $2, $3, 'missed-bin', 'call', 'self', 'Yes', NULL, $4)"
);

#[test]
fn no_statement_reads_more_than_it_needs() {
    each_database(repository_migrations(), async |db| {
        let app = council(db);
        let draft = crate::council::id_of(&start(&mut browser(&app)).await);
        let mut tx = app.db.begin().await.unwrap();
        for n in 0..3000i64 {
            let (visitor, resident) = (app.id(), if n % 3 == 0 { Id::NONE } else { app.id() });
            tx.exec(&COPY, params![draft, app.id(), visitor, resident, n * 1_000_000]).await.unwrap();
            tx.exec(&CONSENTED, params![app.id(), resident, visitor, n]).await.unwrap();
        }
        tx.commit().await.unwrap();
        app.db.maintain("ANALYZE").await.unwrap();
        let ours = STATEMENTS.iter().copied().filter(|sql| sql.file.contains("forms/src"));
        assert_plans_of(db, ours, &[]).await;
    });
}
