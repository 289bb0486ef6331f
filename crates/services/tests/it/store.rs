//! Publishing and the catalogue, on both databases.

use crate::council::{app, app_with, definitions, read};
use crate::pages::{post, staff};
use kit::Error;
use kit::db::STATEMENTS;
use kit::facts::{Keeper, SealKey};
use kit::lang::Lang;
use kit::testing::{assert_plans_of, each_database, on_sqlite, repository_migrations};
use kit::who::Role;
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

/// The changed definitions with a team more and a heading of another name.
fn reorganised() -> Folder {
    let more = "\n[[team]]\nid = \"signs\"\nname = { en = \"Signs\", cy = \"Arwyddion\", ar = \"اللافتات\" }\n";
    let teams = read("definitions/teams.toml") + more;
    let categories = read("definitions/categories.toml").replace("Streets and roads", "Roads and pavements");
    changed().overlaid(Folder::from_texts([("teams.toml", teams), ("categories.toml", categories)]))
}

/// The heading the street problem stands under.
fn heading(catalogue: &Catalogue) -> String {
    let under = catalogue.by_category(Lang::EN).into_iter();
    let mut headings = under.filter(|(_, services)| services.iter().any(|service| service.id == "street-problem"));
    headings.next().unwrap().0.name["en"].clone()
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

#[test]
fn every_node_hears_of_what_another_published_and_gave_to_a_team() {
    each_database(repository_migrations(), async |db| {
        let (one, other) = (app(db.db()), app_with(db.db(), 2));
        publish(&one, &definitions()).await.unwrap();
        let catalogue = other.part::<Catalogue>().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let key = |name| SealKey::open_or_make(&folder.path().join(name), &one.entropy).unwrap();
        let url = match db.place() {
            kit::db::Place::Postgres(url) => Some(url.as_str()),
            _ => None,
        };
        let keeper = Keeper::start(&other, key("seal.key"), Vec::new(), url);
        let following = tokio::spawn(services::follow(other.clone(), keeper.news()));
        soon(|| catalogue.current("street-problem").is_some_and(|current| current.version == 1)).await;
        publish(&one, &changed()).await.unwrap();
        soon(|| catalogue.current("street-problem").is_some_and(|current| current.version == 2)).await;
        assert_eq!(heading(catalogue), "Streets and roads");
        let published = publish(&one, &reorganised()).await.unwrap();
        assert_eq!(published, [("teams-and-headings".to_owned(), 2)]);
        soon(|| heading(catalogue) == "Roads and pavements").await;
        assert_eq!(catalogue.team_name("signs", Lang::CY).as_deref(), Some("Arwyddion"));
        assert_eq!(publish(&one, &reorganised()).await.unwrap(), [], "nothing changed, nothing published");
        let mut tx = one.db.begin().await.unwrap();
        workforce::store::insert_team(&mut tx, one.id(), "trees", "Trees").await.unwrap();
        tx.commit().await.unwrap();
        let path = "/manage/services/street-problem/team";
        let (status, _) = post(&one, staff(Role::Administrator), path, "team=trees&revision=0").await;
        assert_eq!(status, 303);
        soon(|| catalogue.owner(&catalogue.current("street-problem").unwrap()) == "trees").await;
        keeper.stop().await;
        following.await.unwrap();
    });
}

/// Waits until it is so; ten seconds are far more than it takes.
async fn soon(so: impl Fn() -> bool) {
    for _ in 0..200 {
        if so() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("it never came to be so");
}
