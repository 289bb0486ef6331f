//! People come from another register: each becomes a record at the desk, once, however often the file is sent, and is compared
//! with all others as they come.
//!
//! Such a record signs nobody in: that an email is somebody's was not shown by a code. Whoever makes an account with it later is
//! compared with the record as everybody is.

mod rows;

pub use crate::store::imports::{Import, of};
pub use kit::sheet::Refused;
pub use rows::has_its_columns;

use crate::find::keys;
use crate::linking;
use crate::model::{Household, Resident};
use crate::store::record::{self, Marker};
use crate::store::{self, imports};
use kit::app::App;
use kit::db::{Tx, again_if_collided};
use kit::facts::{self, Fact};
use kit::who::Who;
use kit::{Error, Id, Lang, Result};
use rows::{Home, Person};
use serde_json::json;
use std::collections::BTreeSet;

/// People in one transaction: their keys are many statements, and others want the writer too.
const BATCH: usize = 20;

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Done {
    /// Rows there were.
    pub rows: u64,
    /// New records.
    pub made: u64,
    /// Numbers that were imported before, or stood in the file already.
    pub already: u64,
    /// Rows that could not be read, each with where and why.
    pub refused: Vec<Refused>,
    /// Pairs of a new record and another that may be of one person.
    pub pairs: u64,
}

/// Brings the people of a CSV file in. `source` names the register: a number of it is imported once. `progress` is told rows done
/// and rows in all after each batch. With `dry_run` nothing is written, and nobody is compared.
pub async fn people(
    app: &App,
    source: &str,
    csv: &[u8],
    dry_run: bool,
    progress: &(dyn Fn(u64, u64) + Send + Sync),
) -> Result<Done> {
    let sheet = rows::read(app, csv, kit::lang::local(app.now()).date())?;
    let rows = (sheet.rows.len() + sheet.refused.len()) as u64;
    let mut done = Done { rows, refused: sheet.refused, ..Done::default() };
    progress(done.refused.len() as u64, rows);
    // Of the whole file: a dry run writes nothing that a later row could be found in.
    let mut seen = BTreeSet::new();
    for batch in sheet.rows.chunks(BATCH) {
        let new = again_if_collided(|| bring_in(app, source, batch, &seen, dry_run)).await?;
        done.made += new.len() as u64;
        done.already += (batch.len() - new.len()) as u64;
        seen.extend(batch.iter().map(|person| person.number.as_str()));
        if !dry_run {
            let waiting: Vec<(Id, i64)> = new.into_iter().map(|id| (id, linking::FIRST)).collect();
            done.pairs += again_if_collided(|| linking::match_these(app, &waiting)).await?.len() as u64;
        }
        progress(done.made + done.already + done.refused.len() as u64, rows);
    }
    Ok(done)
}

/// Writes a batch and gives those that are new, `seen` being the numbers of the batches before.
async fn bring_in(app: &App, source: &str, people: &[Person], seen: &BTreeSet<&str>, dry_run: bool) -> Result<Vec<Id>> {
    let mut tx = app.db.begin().await?;
    let (mut new, mut here) = (Vec::new(), BTreeSet::new());
    for person in people {
        let number = person.number.as_str();
        let known = seen.contains(number) || !here.insert(number);
        if known || imports::is_there(&mut tx, source, number).await? {
            continue;
        }
        let id = app.id();
        if !dry_run {
            put(&mut tx, app, source, id, person).await?;
        }
        new.push(id);
    }
    tx.commit().await?;
    Ok(new)
}

async fn put(tx: &mut Tx, app: &App, source: &str, id: Id, person: &Person) -> Result<()> {
    let now = app.now();
    let household = match &person.home {
        Some(home) => Some(household(tx, app, home).await?),
        None => None,
    };
    let resident = Resident {
        id,
        revision: 1,
        name: person.name.clone(),
        email: person.email.clone(),
        phone: person.phone.clone(),
        password_hash: None,
        lang: person.lang,
        household,
        made_at: now,
    };
    let from = Import { source: source.to_owned(), number: person.number.clone(), made_at: now };
    store::insert_without_login(tx, &resident).await?;
    if !imports::insert(tx, id, &from).await? {
        // It was looked for in this transaction: another import is at work.
        return Err(Error::Rerun);
    }
    if person.born.is_some() || person.guarded {
        record::set_particulars(tx, id, person.born.as_deref(), person.guarded).await?;
    }
    let who = Who::system();
    let fact = Fact::new("resident.imported", &who).about("resident", id).data(json!({ "source": source }));
    facts::record(tx, app, fact).await?;
    if person.guarded {
        let reason = app.words.with(Lang::EN, "residents-desk-import-guarded", &[("source", source.into())]);
        let marker = Marker { id: app.id(), kind: "guarded".into(), reason, review: None, made_at: now };
        record::insert_marker(tx, id, &marker, Id::NONE).await?;
        let fact = Fact::new("resident.marked", &who).about("resident", id);
        let fact = fact.data(json!({ "marker": marker.id, "kind": marker.kind })).body(&marker.reason);
        facts::record(tx, app, fact).await?;
    }
    // After all that they are found by, and all that says by what they are not to be found.
    keys::write(tx, id).await
}

async fn household(tx: &mut Tx, app: &App, home: &Home) -> Result<Id> {
    let id = app.id();
    let Home { line1, street, town, at } = home.clone();
    let (lat, lon) = at.position.unzip();
    let household = Household { id, line1, street, town, postcode: at.postcode, ward: at.ward, lat, lon };
    store::insert_household(tx, &household).await?;
    Ok(id)
}
