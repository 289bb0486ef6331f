//! The figures of the last eight weeks, gathered for the page and for the data beside it.

use crate::kept::clock::number_of;
use crate::kept::measure::Measured;
use crate::store::kept::{self, Sum};
use calendar::Date;
use kit::clock::Micros;
use kit::db::Conn;
use kit::{App, Error, Result};
use services::{Catalogue, Definition, State};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Days of the period: eight whole weeks.
const DAYS: usize = 56;

/// Whole days, the last of them yesterday: what falls due today can still be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    today: Date,
}

impl Period {
    /// The eight weeks before this moment's day.
    pub fn before(now: Micros) -> Result<Period> {
        let today = kit::lang::local(now).date();
        let from = (0..DAYS).try_fold(today, |day, _| day.yesterday()).map_err(Error::internal)?;
        Ok(Period { from, until: today.yesterday().map_err(Error::internal)?, today })
    }
}

/// One service.
pub(crate) struct Line {
    /// Its identifier.
    pub service: String,
    /// Its definition, while there is one.
    pub definition: Option<Arc<Definition>>,
    /// Its figures.
    pub figures: Measured,
}

/// Everything that is published.
pub(crate) struct Published {
    pub period: Period,
    /// Services in the order of the catalogue: those online, and those with figures.
    pub lines: Vec<Line>,
    /// All of them together.
    pub all: Measured,
}

/// Gathers the figures.
pub(crate) async fn gather(app: &App) -> Result<Published> {
    let period = Period::before(app.now())?;
    let measured = app.db.read_long(async move |conn| measure(conn, period).await).await?;
    let mut all = Measured::default();
    measured.values().for_each(|figures| all.join(figures));
    Ok(Published { period, lines: lines(app.part()?, measured), all })
}

async fn measure(conn: &mut Conn, period: Period) -> Result<BTreeMap<String, Measured>> {
    let mut measured: BTreeMap<String, Measured> = BTreeMap::new();
    let today = number_of(period.today);
    for sum in kept::between(conn, number_of(period.from), today).await? {
        measured.entry(sum.service.clone()).or_default().add(&sum);
    }
    for Sum { service, cases, .. } in kept::standing(conn, "open", today).await? {
        measured.entry(service).or_default().late_now += cases;
    }
    for Sum { service, cases, .. } in kept::standing(conn, "undated", today + 1).await? {
        measured.entry(service).or_default().undated += cases;
    }
    Ok(measured)
}

fn lines(catalogue: &Catalogue, mut measured: BTreeMap<String, Measured>) -> Vec<Line> {
    let mut lines = Vec::new();
    for definition in catalogue.all() {
        let figures = measured.remove(&definition.id);
        if figures.is_some() || definition.state == State::Online {
            let service = definition.id.clone();
            lines.push(Line { service, definition: Some(definition), figures: figures.unwrap_or_default() });
        }
    }
    // Figures of services that are no longer offered are published all the same.
    let gone = measured.into_iter().map(|(service, figures)| Line { service, definition: None, figures });
    lines.extend(gone);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use calendar::date;

    #[test]
    fn the_period_is_eight_whole_weeks_up_to_yesterday_also_when_the_clocks_change() {
        // 22 November 2026, half past midnight in London; the clocks changed on 25 October.
        let period = Period::before(1_795_307_400_000_000).unwrap();
        assert_eq!((period.from, period.until), (date(2026, 9, 27), date(2026, 11, 21)));
        assert_eq!(number_of(period.today) - number_of(period.from), 56);
    }
}
