//! The real reports of a city, sent one by one, become what importing their file makes of them.

use crate::town::Town;
use kit::db::Row;
use kit::testing::{on_postgres, on_sqlite, repository_migrations, street_reports};
use kit::{params, sql};
use std::collections::BTreeMap;
use std::sync::Mutex;

sql!(IMPORTED, "SELECT external, service, kind, team, ward, latitude, longitude, title FROM cases WHERE source = $1");

/// What a report became: service, kind, team, ward, position, title.
#[derive(Debug, Clone, PartialEq)]
struct Became {
    service: String,
    kind: String,
    team: String,
    ward: String,
    position: (f64, f64),
    title: String,
}

/// A report as the file has it: number, title, category, degrees.
type Sent = (String, String, String, String, String);

fn rows(text: &str) -> Vec<Sent> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().unwrap().clone();
    let at = |name: &str| head.iter().position(|column| column == name).unwrap();
    let columns = ["report", "title", "category", "latitude", "longitude"].map(at);
    let row = |row: csv::StringRecord| {
        let [report, title, category, latitude, longitude] = columns.map(|column| row[column].to_owned());
        (report, title, category, latitude, longitude)
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

async fn imported(town: &Town, text: &str) -> BTreeMap<String, Became> {
    let mapping = crate::town::read("definitions/street-problem/import.toml");
    cases::import::reports(&town.app, &mapping, text.as_bytes(), false, &|_, _| {}).await.unwrap();
    let mut conn = town.app.db.begin().await.unwrap();
    let became = |row: Row| {
        let position = (row.get(5).unwrap(), row.get(6).unwrap());
        let text = |column: usize| row.get::<String>(column).unwrap();
        let (service, kind, team, ward, title) = (text(1), text(2), text(3), text(4), text(7));
        (text(0), Became { service, kind, team, ward, position, title })
    };
    conn.rows(&IMPORTED, params!["street-reports"]).await.unwrap().into_iter().map(became).collect()
}

/// What a report became that was sent by itself. One that joined another keeps its own place and words beside it.
async fn sent(town: &Town, (report, title, category, latitude, longitude): &Sent) -> Became {
    let fields = [
        ("service_code", "street-problem"),
        ("lat", latitude.as_str()),
        ("long", longitude),
        ("description", title),
        ("attribute[category]", category),
        ("attribute[fixmystreet_id]", report),
    ];
    let number = town.report(&fields).await.number();
    let mut read = town.app.db.read().await.unwrap();
    let found = cases::elsewhere::by_reference(&mut read, &number.parse().unwrap()).await.unwrap().unwrap();
    let case = found.case;
    let title = if found.joined {
        let own = found.answers.iter().find(|given| given.question == "description").expect("its own words");
        services::shortened(own.value["text"].as_str().expect("text"))
    } else {
        case.title
    };
    let (service, kind, team, ward) = (case.service, case.kind, case.team, case.place.ward);
    Became { service, kind, team, ward, position: case.place.position.expect("a position"), title }
}

#[test]
fn sent_one_by_one_they_become_what_the_import_makes_of_them() {
    let Some(file) = street_reports() else { return };
    let text = std::fs::read_to_string(file).expect("the file of reports");
    let expected = Mutex::new(BTreeMap::new());
    on_sqlite(repository_migrations(), async |db| {
        *expected.lock().unwrap() = imported(&Town::on(db).await, &text).await;
    });
    let expected = expected.into_inner().unwrap();
    // All of them take half a minute of work on SQLite; on PostgreSQL one in so many, or all where that is asked for.
    let all = std::env::var_os("GUILDHALL_TEST_REPORTS_ALL").is_some();
    let compare = |one_in: usize| {
        let (text, expected) = (&text, &expected);
        async move |db: &kit::testing::TestDb| {
            let town = Town::on(db).await;
            let mut compared = 0;
            for row in rows(text).iter().step_by(one_in) {
                let Some(wanted) = expected.get(&row.0) else { continue };
                assert_eq!(sent(&town, row).await, *wanted, "{}", row.0);
                compared += 1;
            }
            println!("{compared} of {} compared, {} cases", expected.len(), town.cases().await);
            assert!(compared * one_in >= expected.len());
        }
    };
    on_sqlite(repository_migrations(), compare(1));
    on_postgres(repository_migrations(), compare(if all { 1 } else { 100 }));
}
