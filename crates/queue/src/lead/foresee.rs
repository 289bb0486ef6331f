//! How long somebody would wait who comes now, in half an hour or in an hour: the day is played forward as for every ticket, with those
//! who will come meanwhile as often as they came in the last hour.

use crate::estimate::{SEED, scene};
use crate::model::{State, Visit};
use crate::site::Site;
use crate::store::desks::OpenDesk;
use kit::clock::{HOUR, MINUTE, Micros, SECOND};
use waits::{PATHS, Person, Scene, Stream, forward};

/// In how many minutes they come.
pub(crate) const COMES_IN: [i64; 3] = [0, 30, 60];
/// Somebody who is not there yet has no number of a visit.
const NOBODY: u64 = u64::MAX;

/// What somebody would wait who came then, in minutes from and to; nothing where nobody can say.
pub(crate) type Range = Option<(i64, i64)>;

/// For each business of the day how long they would wait, for each moment of [`COMES_IN`] at which the site is open.
pub(crate) fn ahead(
    site: &Site,
    open: &[OpenDesk],
    (around, today): (&[Visit], &[Visit]),
    now: Micros,
) -> Vec<(String, Vec<(Micros, Range)>)> {
    let waiting: Vec<Visit> = around.iter().filter(|visit| visit.state == State::Waiting).cloned().collect();
    let scene = Scene { streams: streams(site, today, now), ..scene(site, open, around, &waiting, now) };
    let moments = COMES_IN.map(|minutes| now + minutes * MINUTE);
    let moments: Vec<Micros> = moments.into_iter().filter(|at| site.is_open(*at)).collect();
    let of = |id: &str| {
        let service = site.businesses.iter().position(|one| one.id == id).unwrap_or(0);
        moments.iter().map(|at| (*at, range(&scene, service, (at - now) as f64 / SECOND as f64))).collect()
    };
    site.today(now).map(|business| (business.id.clone(), of(&business.id))).collect()
}

/// As often as people came for each business in the last hour, they come on.
fn streams(site: &Site, today: &[Visit], now: Micros) -> Vec<Stream> {
    let of = |(service, business): (usize, &crate::Business)| {
        let came = today.iter().filter(|visit| visit.business == business.id && visit.came > now - HOUR).count();
        (came > 0).then(|| Stream { service, every: 3600.0 / came as f64, advantage: 0.0 })
    };
    site.businesses.iter().enumerate().filter_map(of).collect()
}

/// The wait of somebody who comes after so many seconds.
fn range(scene: &Scene, service: usize, after: f64) -> Range {
    let mut scene = scene.clone();
    scene.line.push(Person { id: NOBODY, service, since: after, turn: after });
    let spread = forward(&scene, PATHS, SEED).pop().filter(|spread| spread.never() <= 0.1)?;
    let (low, high) = spread.range();
    let minutes = |seconds: f64| (seconds - after).max(0.0) / 60.0;
    Some((minutes(low).floor() as i64, minutes(high).ceil().max(1.0) as i64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::tests::visit;
    use kit::Id;

    const TOWN_HALL: &str = include_str!("../../../../definitions/sites/town-hall.toml");
    /// Tuesday 22 September 2026, 10:00 in London.
    const TUESDAY: Micros = 1_790_067_600_000_000;

    fn of(all: &[(String, Vec<(Micros, Range)>)], business: &str) -> Vec<Range> {
        let found = all.iter().find(|(id, _)| id == business).map(|(_, moments)| moments.as_slice());
        found.unwrap_or_default().iter().map(|(_, range)| *range).collect()
    }

    #[test]
    fn the_next_hour_follows_who_waits_who_keeps_coming_and_which_desks_are_open() {
        let site = Site::read(TOWN_HALL, "town-hall.toml", |_| true).unwrap();
        let desk = |now: Micros| OpenDesk {
            site: "town-hall".into(),
            desk: "4".into(),
            staff: Id([9; 16]),
            since: now,
            paused: None,
            visit: None,
        };
        let open = [desk(TUESDAY)];
        let quiet = ahead(&site, &open, (&[], &[]), TUESDAY);
        assert_eq!(of(&quiet, "housing"), [Some((0, 1)); 3], "whoever comes is called");
        assert_eq!(of(&quiet, "parking"), [None; 3], "desk 4 does none");
        let line: Vec<Visit> = (1..=6)
            .map(|number| {
                let came = TUESDAY - i64::from(number) * MINUTE;
                Visit { id: Id([number; 16]), came, base: came, turn: came, ..visit(State::Waiting) }
            })
            .collect();
        let busy = of(&ahead(&site, &open, (&line, &line), TUESDAY), "housing");
        let lows: Vec<i64> = busy.iter().map(|range| range.unwrap().0).collect();
        assert!(lows[0] > 40, "six are before them, of eighteen minutes each: {busy:?}");
        assert!(lows[2] > lows[0], "more come in an hour than one desk sees: {busy:?}");
        let stays = of(&ahead(&site, &open, (&line, &[]), TUESDAY), "housing");
        assert!(stays[2].unwrap().0 < lows[2], "nobody else comes: {stays:?}");
        let evening = TUESDAY + 6 * HOUR + 45 * MINUTE;
        assert_eq!(of(&ahead(&site, &[desk(evening)], (&[], &[]), evening), "housing").len(), 1, "it shuts at five");
    }
}
