//! Publishing and the catalogue, on both databases.

use crate::council::{app, definitions};
use kit::Error;
use kit::db::STATEMENTS;
use kit::lang::Lang;
use kit::testing::{assert_plans_of, each_database, on_sqlite, repository_migrations};
use services::{Catalogue, Folder, publish};

/// The delivered definitions with one text of the street problem changed.
fn changed() -> Folder {
    let folder = definitions();
    let (_, files) = folder.services().find(|(id, _)| *id == "street-problem").unwrap();
    let texts = files.iter().map(|(name, text)| {
        (format!("street-problem/{name}"), text.replace("title = Report a problem in the street", "title = Report it"))
    });
    let overlay = Folder::from_texts(texts.collect::<Vec<_>>());
    folder.overlaid(overlay)
}

#[test]
fn a_published_version_never_changes_and_drafts_stay_on_theirs() {
    each_database(repository_migrations(), async |db| {
        let app = app(db.db());
        let first = publish(&app, &definitions()).await.unwrap();
        assert!(first.contains(&("street-problem".to_owned(), 1)), "{first:?}");
        assert_eq!(publish(&app, &definitions()).await.unwrap(), [], "nothing changed, nothing published");
        let second = publish(&app, &changed()).await.unwrap();
        assert_eq!(second, [("street-problem".to_owned(), 2)]);
        let catalogue = app.part::<Catalogue>().unwrap();
        let name = |version| catalogue.version("street-problem", version).map(|found| found.name(Lang::EN).to_owned());
        assert_eq!(name(1).as_deref(), Some("Report a problem in the street"));
        assert_eq!(name(2).as_deref(), Some("Report it"));
        assert_eq!(name(3), None);
        assert_eq!(catalogue.current("street-problem").unwrap().version, 2);
        let back = publish(&app, &definitions()).await.unwrap();
        assert_eq!(back, [("street-problem".to_owned(), 3)], "going back is a new version too");
    });
}

#[test]
fn another_node_sees_what_was_published_when_it_looks_again() {
    each_database(repository_migrations(), async |db| {
        let (one, other) = (app(db.db()), app(db.db()));
        publish(&one, &definitions()).await.unwrap();
        let catalogue = other.part::<Catalogue>().unwrap();
        assert!(catalogue.current("street-problem").is_none());
        let before = catalogue.revision();
        catalogue.refresh(&other.db).await.unwrap();
        assert_eq!(catalogue.current("street-problem").unwrap().version, 1);
        assert!(catalogue.revision() > before, "cached pages are thrown away");
    });
}

#[test]
fn definitions_with_a_mistake_are_not_published_at_all() {
    each_database(repository_migrations(), async |db| {
        let app = app(db.db());
        let broken = Folder::from_texts([("street-problem/service.toml", "id = \"street-problem\"\n")]);
        let refused = publish(&app, &definitions().overlaid(broken)).await;
        assert!(matches!(refused, Err(Error::Internal(_))));
        app.part::<Catalogue>().unwrap().refresh(&app.db).await.unwrap();
        assert!(app.part::<Catalogue>().unwrap().all().is_empty());
    });
}

#[test]
fn no_statement_reads_a_whole_table_or_sorts() {
    on_sqlite(repository_migrations(), async |db| {
        let ours = STATEMENTS.iter().copied().filter(|sql| sql.file.contains("services"));
        assert_plans_of(db.db(), ours, &[]).await;
    });
}
