//! The demo council, Eastmere: everything in it is made from one seed, so that it is the same each time it is made on the
//! same day. Figures after `docs/demo.md`.

mod answers;
mod borough;
mod contacts;
mod history;
mod letters;
mod linking;
mod needs;
mod past;
pub mod people;
mod pictures;
mod queue;
mod staff;
mod store;
mod systems;

use crate::commands::import::ReportsFile;
use crate::commands::socket::Said;
use crate::embedded;
use borough::Borough;
use indicatif::{ProgressBar, ProgressStyle};
use kit::db::{FEW, Tx};
use kit::who::Role;
use kit::{App, Error, Id, Result};
use std::path::Path;
use store::State;
use tokio::sync::mpsc::unbounded_channel;

/// What is said where Eastmere was begun and not finished.
const HALF_MADE: &str = "the making of Eastmere was interrupted here, so it is not whole: \
                         delete the data folder (on PostgreSQL: empty the database) and start again";

/// How large the borough is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Households.
    pub households: u32,
    /// Weeks of history.
    pub weeks: u32,
}

/// Households of a council whose people can be found as soon as it is made.
const SMALL: u32 = 5_000;

/// Fills an empty council; one that is filled already is left as it is, and one that was left half made is refused.
/// `app` is the council with the demo's own chance; `reports` is a file of real reports to bring in too.
pub async fn fill(app: &App, size: Size, reports: Option<&Path>) -> Result<()> {
    match store::state(&mut *app.db.read().await?).await? {
        State::Whole => return Ok(()),
        State::HalfMade => return Err(Error::internal(HALF_MADE)),
        State::Nothing => store::begin(app).await?,
    }
    let members = staff::fill(app).await?;
    bring_in_answers(app).await?;
    let bar = ProgressBar::new(0).with_style(style());
    bar.set_message("households");
    let borough = Borough::build(app, size.households, &bar).await?;
    bar.set_message("requests");
    history::fill(app, size.weeks, &borough, &members, &bar).await?;
    letters::fill(app).await?;
    // In a large council the job does it while people look around.
    if size.households <= SMALL {
        while residents::find::keys::write_some(app, FEW).await? > 0 {}
    }
    linking::fill(app, &borough, &members).await?;
    bar.set_message("the desk");
    needs::fill(app, &borough, &members).await?;
    contacts::fill(app, &borough, &members).await?;
    let (signs, holes) = history::to_hand(app, &borough, &members).await?;
    systems::fill(app, &members, (&signs, &holes)).await?;
    queue::fill(app).await?;
    bar.finish_and_clear();
    if let Some(reports) = reports {
        import(app, reports).await?;
    }
    store::finish(app).await?;
    app.db.maintain("ANALYZE").await
}

/// Brings in the answers delivered, as a council would bring in its own; they are the service owner's.
async fn bring_in_answers(app: &App) -> Result<()> {
    let owner = workforce::with_role(&mut *app.db.read().await?, Role::ServiceOwner, 1).await?;
    let done = knowledge::bring_in(app, &embedded::knowledge(), owner.first().copied().unwrap_or(Id::NONE)).await?;
    match done.refused.first() {
        Some(wrong) => Err(Error::internal(wrong.as_str())),
        None => Ok(()),
    }
}

fn style() -> ProgressStyle {
    let line = ProgressStyle::with_template("making Eastmere: {msg} {bar:40} {pos}/{len}");
    line.unwrap_or_else(|_| ProgressStyle::default_bar())
}

async fn import(app: &App, reports: &Path) -> Result<()> {
    let (out, mut said) = unbounded_channel();
    ReportsFile::new(reports.to_owned()).carry_out(app, &out).await?;
    drop(out);
    while let Some(word) = said.recv().await {
        if let Said::Line(line) = word {
            println!("real street reports: {line}");
        }
    }
    Ok(())
}

/// Writes rows a few hundred at a time.
struct Batch<'a> {
    app: &'a App,
    tx: Option<Tx>,
    rows: usize,
}

impl<'a> Batch<'a> {
    fn new(app: &'a App) -> Batch<'a> {
        Batch { app, tx: None, rows: 0 }
    }

    /// The transaction to write the next row in.
    async fn tx(&mut self) -> Result<&mut Tx> {
        if self.rows == FEW
            && let Some(full) = self.tx.take()
        {
            full.commit().await?;
        }
        if self.tx.is_none() {
            self.tx = Some(self.app.db.begin().await?);
            self.rows = 0;
        }
        self.rows += 1;
        self.tx.as_mut().ok_or_else(|| Error::internal("no transaction"))
    }

    /// Writes what is left.
    async fn finish(mut self) -> Result<()> {
        match self.tx.take() {
            Some(tx) => tx.commit().await,
            None => Ok(()),
        }
    }
}
