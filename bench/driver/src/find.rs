//! One box finds the person: how long it takes with 250,000 of them.

use crate::council;
use crate::figures::{last_line, percentile};
use crate::strangers;
use clap::Args;
use kit::clock::{DAY, Stopwatch};
use kit::db::FEW;
use kit::id::Entropy;
use kit::{App, Id, Lang, Result, params, sql};
use residents::find::{self, keys};
use residents::store::{self, record};
use residents::{Household, Resident};
use std::path::PathBuf;
use std::time::Duration;

sql!(ALL_NAMES, "SELECT count(*) FROM residents WHERE name LIKE $1");
sql!(HOW_MANY, "SELECT CAST(count(*) AS BIGINT) FROM residents");

const FIRST: [&str; 40] = [
    "Ada", "Alan", "Amina", "Ben", "Bethan", "Carys", "Cora", "Dai", "Dilys", "Ewan", "Fatima", "Freya", "George",
    "Gwen", "Hana", "Huw", "Iris", "Ivan", "Jack", "Joan", "John", "Kemal", "Lena", "Liam", "Mair", "Margaret", "Mary",
    "Mo", "Nia", "Olga", "Owen", "Piotr", "Rhys", "Rosa", "Sian", "Tariq", "Tomos", "Vera", "William", "Zara",
];
const BEGIN: [&str; 24] = [
    "Al", "Bar", "Cor", "Dun", "El", "Fen", "Gar", "Hal", "In", "Jar", "Kel", "Lang", "Mor", "Nor", "Os", "Pen",
    "Quil", "Rad", "Sten", "Thorn", "Ul", "Var", "Whit", "Yar",
];
const MIDDLE: [&str; 12] = ["bel", "ci", "dra", "fi", "gra", "ka", "len", "mi", "no", "ri", "sto", "ve"];
const END: [&str; 16] = [
    "bury", "by", "combe", "croft", "den", "field", "ford", "ham", "ley", "low", "mere", "stead", "thorpe", "ton",
    "well", "worth",
];

/// Finds people among many, and says how long it took.
#[derive(Args)]
pub struct Asked {
    /// The council's data folder; the people are made in it at the first run.
    #[arg(long)]
    data: PathBuf,
    /// Its PostgreSQL, where it has one.
    #[arg(long)]
    database: Option<String>,
    /// People there are to be.
    #[arg(long, default_value_t = 250_000)]
    people: u64,
    /// Searches of each kind.
    #[arg(long, default_value_t = 300)]
    searches: u64,
}

/// Somebody who is looked for.
pub struct Wanted {
    pub name: String,
    pub email: String,
    pub phone: String,
    pub born: String,
    pub house: String,
    pub street: String,
    pub postcode: String,
}

/// Person number `n`, the same each time. Short numbers are common surnames, as real ones are spread.
pub fn wanted(n: u64) -> Wanted {
    let chance = Entropy::seeded(n);
    let pick = |of: &[&'static str]| of[chance.below(of.len() as u64) as usize];
    let common = chance.below(100) < 20;
    let surname = match common {
        true => format!("{}{}", BEGIN[chance.below(6) as usize], END[chance.below(4) as usize]),
        false => format!("{}{}{}", pick(&BEGIN), pick(&MIDDLE), pick(&END)),
    };
    let first = pick(&FIRST);
    let street = n / 40;
    Wanted {
        email: format!("{}.{}{n}@post.example", first.to_lowercase(), surname.to_lowercase()),
        name: format!("{first} {surname}"),
        phone: format!("07700 {:06}", n % 1_000_000),
        born: format!("{}-{:02}-{:02}", 1930 + chance.below(80), 1 + chance.below(12), 1 + chance.below(28)),
        house: (1 + n % 40).to_string(),
        street: format!(
            "{}{} Road",
            BEGIN[(street % 24) as usize],
            MIDDLE[(street / 24 % 12) as usize].to_owned() + END[(street / 288 % 16) as usize]
        ),
        postcode: format!("CB{} {}AA", 1 + street % 9, street / 9 % 10),
    }
}

impl Asked {
    pub async fn run(&self) -> Result<()> {
        let common = council::common(&self.data, self.database.as_deref());
        let app = council::maker(&common, kit::db::Options { sure: false, ..common.options() }).await?;
        let there: i64 = app.db.read().await?.one(&HOW_MANY, params![]).await?.get(0)?;
        if there == 0 {
            self.make(&app).await?;
        }
        strangers::make(&app, self.people).await?;
        let mut all = self.strangers(&app).await?;
        for (kind, how) in KINDS {
            let mut taken = self.search(&app, kind, how).await?;
            all.append(&mut taken);
        }
        all.sort_unstable();
        let baseline = self.plain(&app).await?;
        let p99 = percentile(&all, 0.99);
        println!("all kinds: p50 {:.2} ms, p99 {p99:.2} ms", percentile(&all, 0.5));
        crate::matching::run(&app, self.people).await?;
        drop(app);
        let sure = council::maker(&common, common.options()).await?;
        crate::matching::as_they_come(&sure, self.people).await?;
        last_line("people", p99, "ms", baseline, baseline / p99);
        Ok(())
    }

    async fn make(&self, app: &App) -> Result<()> {
        let begun = Stopwatch::start();
        for from in (0..self.people).step_by(200) {
            let mut tx = app.db.begin().await?;
            for n in from..(from + 200).min(self.people) {
                let one = wanted(n);
                let (home, id) = (app.id(), app.id());
                store::insert_household(&mut tx, &household(home, &one)).await?;
                store::insert_resident(&mut tx, &resident(app, id, home, &one)).await?;
                record::set_particulars(&mut tx, id, Some(&one.born), false).await?;
            }
            tx.commit().await?;
        }
        let made = begun.elapsed();
        let begun = Stopwatch::start();
        while keys::write_some(app, FEW).await? > 0 {}
        app.db.maintain("ANALYZE").await?;
        println!(
            "{} people made in {:.0} s, their keys in {:.0} s",
            self.people,
            made.as_secs_f64(),
            begun.elapsed().as_secs_f64()
        );
        Ok(())
    }

    /// Searches of one kind, each for somebody there is; says how often they were among those shown.
    async fn search(&self, app: &App, kind: &str, how: fn(&Wanted) -> String) -> Result<Vec<Duration>> {
        let (mut taken, mut first, mut shown, mut slowest) = (Vec::new(), 0, 0, String::new());
        for at in 0..self.searches {
            let one = wanted(at * (self.people / self.searches));
            let typed = how(&one);
            let begun = Stopwatch::start();
            let (found, _) = both(app, &typed).await?;
            let needed = begun.elapsed();
            if taken.iter().all(|other| *other < needed) {
                slowest = typed;
            }
            taken.push(needed);
            first += u64::from(found.people.first().is_some_and(|person| person.email.as_deref() == Some(&one.email)));
            shown += u64::from(found.people.iter().any(|person| person.email.as_deref() == Some(&one.email)));
        }
        taken.sort_unstable();
        println!(
            "{kind}: p50 {:.2} ms, p99 {:.2} ms, slowest {:.2} ms ({slowest}), first {first}, shown {shown} of {}",
            percentile(&taken, 0.5),
            percentile(&taken, 0.99),
            percentile(&taken, 1.0),
            self.searches
        );
        Ok(taken)
    }

    /// Searches for those without an account, and for vehicles that were reported; says how often what was looked for was shown.
    async fn strangers(&self, app: &App) -> Result<Vec<Duration>> {
        let mut all = Vec::new();
        for kind in ["name without an account", "number without an account", "mark", "mark with a slip"] {
            let (mut taken, mut shown) = (Vec::new(), 0);
            for at in 0..self.searches {
                let is_mark = kind.starts_with("mark");
                let n = if is_mark { strangers::with_vehicle(at) } else { strangers::any(at) };
                let (one, mark) = (strangers::stranger(self.people, n), strangers::plate(n));
                let typed = match kind {
                    "name without an account" => one.name.clone(),
                    "number without an account" => one.phone.clone(),
                    "mark" => mark.clone(),
                    _ => mark.replacen(&mark[2..3], if &mark[2..3] == "7" { "8" } else { "7" }, 1),
                };
                let begun = Stopwatch::start();
                let (_, found) = both(app, &typed).await?;
                taken.push(begun.elapsed());
                shown += u64::from(match is_mark {
                    true => found.vehicles.iter().any(|(_, plate, _)| plate.to_string() == mark),
                    false => found.strangers.iter().any(|stranger| stranger.name == one.name),
                });
            }
            taken.sort_unstable();
            let (half, most) = (percentile(&taken, 0.5), percentile(&taken, 0.99));
            println!("{kind}: p50 {half:.2} ms, p99 {most:.2} ms, shown {shown} of {}", self.searches);
            all.append(&mut taken);
        }
        Ok(all)
    }

    /// The baseline: looking through all names, as one would without keys. Milliseconds, the median of 11.
    async fn plain(&self, app: &App) -> Result<f64> {
        let mut taken = Vec::new();
        for n in 0..11 {
            let like = format!("%{}%", wanted(n).name.split(' ').next_back().unwrap_or_default());
            let begun = Stopwatch::start();
            app.db.read_long(async move |conn| conn.one(&ALL_NAMES, params![like]).await.map(drop)).await?;
            taken.push(begun.elapsed().as_secs_f64() * 1e3);
        }
        Ok(crate::figures::median(taken))
    }
}

/// What the page asks for each time: those with an account, and at the same time those without and the vehicles.
async fn both(app: &App, typed: &str) -> Result<(find::Found, cases::found::Found)> {
    let (theirs, also, own, who) = (typed.to_owned(), typed.to_owned(), app.clone(), strangers::officer());
    let (people, reported) = tokio::join!(
        app.db.read_long(async move |conn| find::find(conn, &theirs).await),
        app.db.read_long(async move |conn| cases::found::find(conn, &own, &who, &also).await),
    );
    Ok((people?, reported?))
}

/// Letters two and three change places.
pub fn mistaken(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() > 3 {
        letters.swap(1, 2);
    }
    letters.into_iter().collect()
}

fn surname(one: &Wanted) -> &str {
    one.name.split(' ').next_back().unwrap_or_default()
}

/// A kind of search: its name, and what is typed for somebody.
type Kind = (&'static str, fn(&Wanted) -> String);

/// What is typed into the box, by kind.
const KINDS: [Kind; 10] = [
    ("full name", |one| one.name.clone()),
    ("surname and postcode", |one| format!("{} {}", surname(one), one.postcode)),
    ("name with a mistake, and street", |one| format!("{} {}", mistaken(&one.name), one.street)),
    ("mistakes in both names", |one| one.name.split(' ').map(mistaken).collect::<Vec<_>>().join(" ")),
    ("beginning of a name, year of birth", |one| format!("{} {}", &surname(one)[..4], &one.born[..4])),
    ("end of a telephone number", |one| one.phone[one.phone.len() - 6..].to_owned()),
    ("email", |one| one.email.clone()),
    ("address", |one| format!("{} {}", one.house, one.street)),
    ("name and date of birth", |one| format!("{} {}", one.name, one.born)),
    ("first name alone", |one| one.name.split(' ').next().unwrap_or_default().to_owned()),
];

fn household(id: Id, one: &Wanted) -> Household {
    Household {
        id,
        line1: one.house.clone(),
        street: one.street.clone(),
        town: "Eastmere".into(),
        postcode: one.postcode.clone(),
        ward: "W1".into(),
        lat: None,
        lon: None,
    }
}

fn resident(app: &App, id: Id, home: Id, one: &Wanted) -> Resident {
    Resident {
        id,
        revision: 1,
        name: one.name.clone(),
        email: Some(one.email.clone()),
        phone: Some(one.phone.clone()),
        password_hash: None,
        lang: Lang::EN,
        household: Some(home),
        made_at: app.now() - DAY,
    }
}
