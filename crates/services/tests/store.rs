//! Publishing and the catalogue, on both databases.

use kit::app::Parts;
use kit::clock::Clock;
use kit::db::Db;
use kit::id::Entropy;
use kit::lang::Lang;
use kit::testing::{each_database, repository_migrations};
use kit::words::Words;
use kit::{App, Error};
use services::{Catalogue, Folder, Surroundings, publish};
use std::path::Path;

fn definitions() -> Folder {
    Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../definitions"))
}

fn data(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn surroundings() -> Surroundings {
    let holidays = calendar::Holidays::parse(&data("bank-holidays.json"), calendar::Division::EnglandAndWales);
    let (nine, five) = (jiff::civil::time(9, 0, 0, 0), jiff::civil::time(17, 0, 0, 0));
    let opening = calendar::Opening::weekdays(nine, five).unwrap();
    Surroundings {
        calendar: calendar::Calendar::london(holidays.unwrap(), opening),
        danger: search::Danger::default(),
        postcodes: places::Postcodes::parse(&data("postcodes.csv")).unwrap(),
        roads: places::Roads::parse(&data("trunk-roads.toml")).unwrap(),
        council: "E07000008".into(),
    }
}

fn app(db: &Db) -> App {
    let folder = definitions();
    let catalogue = Catalogue::new(surroundings(), folder.categories().unwrap(), folder.teams().unwrap());
    let clock = Clock::manual(1_780_000_000_000_000);
    Parts::new(db.clone(), clock, Entropy::seeded(1), Words::load(&[]).unwrap()).with(catalogue).build()
}

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
