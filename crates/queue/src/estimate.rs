//! How long everybody still waits, from how it stands now: the day is played forward by the engine `waits`, some hundred times.

use crate::call;
use crate::model::{State, Visit};
use crate::site::Site;
use crate::store::desks::OpenDesk;
use crate::store::estimates::Told;
use crate::store::{desks, estimates, visits};
use kit::clock::{MINUTE, Micros, SECOND};
use kit::db::Conn;
use kit::{App, Id, Result};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use waits::{Cause, Counter, Doing, Given, Length, PATHS, Person, Scene, Service, Shown, Spread, forward};

/// How much conversations differ: the standard deviation of the logarithm, as measured on calls (Brown et al. 2005 give 0.8 to 1).
const DIFFER: f64 = 0.8;
/// How long somebody is away who is on a break that has no end yet, in seconds.
const BREAK: f64 = 900.0;
/// From the end of one conversation to the next call, in seconds.
const BETWEEN: f64 = 45.0;
/// The same dice for everybody, so that two looks in one state say the same.
pub(crate) const SEED: u64 = 20;

/// How one person's wait looks.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// How many would be called before them.
    pub ahead: usize,
    /// How many desks are open that could call them.
    pub desks: usize,
    /// Possible waits from now, in seconds.
    pub spread: Spread,
}

/// Somebody can say how long it takes: a desk is open for it, and it comes to an end.
pub(crate) fn can_say(outlook: &Outlook) -> bool {
    outlook.desks > 0 && outlook.spread.never() <= 0.1
}

/// How everybody who waits at a site stands.
pub type Everybody = Arc<HashMap<Id, Outlook>>;
/// The same, site by site, with the second it was worked out in.
type Seconds = HashMap<String, (Micros, Everybody)>;

/// How everybody's wait at a site looked at one moment.
#[derive(Debug, Default)]
pub struct Outlooks {
    now: Mutex<Seconds>,
    shown: Mutex<HashMap<Id, Kept>>,
}

/// What was shown to somebody last, and how it stood then.
#[derive(Debug, Clone)]
struct Kept {
    shown: Shown,
    ahead: usize,
    desks: usize,
    came_for: (String, String),
    at: Micros,
}

impl Outlooks {
    /// How everybody who waits at a site stands; worked out once a second, however many look.
    pub async fn of(&self, conn: &mut Conn, app: &App, site: &Site, wanted: Id) -> Result<Everybody> {
        let second = app.now() / SECOND;
        let known = self.lock_now().get(&site.id).filter(|(at, of)| *at == second && of.contains_key(&wanted)).cloned();
        if let Some((_, of)) = known {
            return Ok(of);
        }
        let fresh = Arc::new(work_out(conn, app, site).await?);
        self.lock_now().insert(site.id.clone(), (second, fresh.clone()));
        Ok(fresh)
    }

    fn lock_now(&self) -> std::sync::MutexGuard<'_, Seconds> {
        self.now.lock().unwrap_or_else(|broken| broken.into_inner())
    }

    /// What is shown to somebody: never longer than what they saw before, unless something happened that makes it so.
    pub fn shown(&self, visit: &Visit, outlook: &Outlook, now: Micros) -> Given {
        let (low, high) = outlook.spread.range();
        let fresh = Given { about: outlook.spread.quantile(0.5), range: (low, high) };
        let came_for = (visit.business.clone(), visit.need.clone());
        let mut all = self.shown.lock().unwrap_or_else(|broken| broken.into_inner());
        // Who has not looked for a day has gone.
        all.retain(|_, kept| kept.at > now - 24 * 60 * MINUTE);
        let kept = all.entry(visit.id).or_insert_with(|| Kept {
            shown: Shown::first(fresh),
            ahead: outlook.ahead,
            desks: outlook.desks,
            came_for: came_for.clone(),
            at: now,
        });
        let cause = if kept.came_for != came_for {
            Some(Cause::Triaged)
        } else if outlook.desks < kept.desks {
            Some(Cause::DeskClosed)
        } else {
            (outlook.ahead > kept.ahead).then_some(Cause::SomebodyGoesFirst)
        };
        kept.shown.update(now as f64 / SECOND as f64, fresh, cause);
        (kept.ahead, kept.desks, kept.came_for, kept.at) = (outlook.ahead, outlook.desks, came_for, now);
        kept.shown.remaining()
    }
}

/// How everybody who waits at a site stands now.
pub async fn work_out(conn: &mut Conn, app: &App, site: &Site) -> Result<HashMap<Id, Outlook>> {
    let now = app.now();
    let (waiting, called) = call::waiting(conn, &site.id).await?;
    let around = visits::live(conn, &site.id).await?;
    let open = desks::at(conn, &site.id).await?;
    let scene = scene(site, &open, &around, &waiting, now);
    let standings = call::standings(site, &waiting, &called);
    let spreads = forward(&scene, PATHS, SEED);
    let of = |(place, (visit, spread)): (usize, (&Visit, Spread))| {
        let able = |desk: &&OpenDesk| desk.paused.is_none() && site.can(&desk.desk, &visit.business);
        let desks = open.iter().filter(able).count();
        let same = (0..waiting.len()).filter(|other| rivals(site, &waiting[*other].business, &visit.business));
        let (places, list): (Vec<usize>, Vec<_>) = same.map(|other| (other, standings[other])).unzip();
        let order = call::ordered(site, list);
        let ahead = order.iter().position(|at| places[*at] == place).unwrap_or(0);
        (visit.id, Outlook { ahead, desks, spread })
    };
    Ok(waiting.iter().zip(spreads).enumerate().map(of).collect())
}

/// There is a desk that sees people for both.
fn rivals(site: &Site, one: &str, other: &str) -> bool {
    one == other || site.desks.iter().any(|desk| site.can(&desk.id, one) && site.can(&desk.id, other))
}

/// How a site stands, as the engine plays it forward.
pub(crate) fn scene(site: &Site, open: &[OpenDesk], around: &[Visit], waiting: &[Visit], now: Micros) -> Scene {
    let seconds = |at: Micros| (at - now) as f64 / SECOND as f64;
    let place = |id: &str| site.businesses.iter().position(|one| one.id == id).unwrap_or(0);
    let takes = |minutes: f64| {
        let middle = minutes * 60.0 / (DIFFER * DIFFER / 2.0).exp();
        Service { takes: Length::LogNormal { middle, sigma: DIFFER }, patience: None }
    };
    let counter = |desk: &OpenDesk| {
        let mut skills = 0u64;
        for business in site.desk(&desk.desk).map(|desk| desk.business.as_slice()).unwrap_or_default() {
            skills |= 1 << place(business);
        }
        let at_it = around.iter().find(|visit| Some(visit.id) == desk.visit);
        let doing = match (at_it, desk.paused) {
            (Some(visit), _) => Doing::Talking { service: place(&visit.business), since: seconds(visit.called) },
            (None, Some(_)) => Doing::Away { back: BREAK },
            (None, None) => Doing::Ready,
        };
        Counter { doing, ..Counter::ready(number(desk.staff), skills) }
    };
    let person = |visit: &Visit| Person {
        id: number(visit.id),
        service: place(&visit.business),
        since: seconds(visit.came),
        turn: seconds(visit.turn),
    };
    Scene {
        now: 0.0,
        services: site.businesses.iter().map(|one| takes(one.takes)).collect(),
        between: Some(Length::Exponential { mean: BETWEEN }),
        counters: open.iter().map(counter).collect(),
        line: waiting.iter().map(person).collect(),
        ..Scene::default()
    }
}

/// A number that is somebody's own: the chance half of their id.
fn number(id: Id) -> u64 {
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&id.0[8..]);
    u64::from_le_bytes(bytes)
}

/// Tells somebody who has just got a ticket, and keeps what was told so that it can be scored. Nothing is kept where no desk is open
/// for them: nothing can be told.
pub async fn tell(app: &App, site: &Site, visit: &Visit) -> Result<()> {
    if visit.state != State::Waiting {
        return Ok(());
    }
    let mut read = app.db.read().await?;
    let all = app.part::<Outlooks>()?.of(&mut read, app, site, visit.id).await?;
    drop(read);
    let Some(outlook) = all.get(&visit.id).filter(|outlook| outlook.spread.never() < 0.1) else { return Ok(()) };
    let micros = |seconds: f64| (seconds * SECOND as f64) as Micros;
    let (low, high) = outlook.spread.range();
    let left = site.seen_within as f64 * 60.0 - (app.now() - visit.came) as f64 / SECOND as f64;
    let told = Told {
        about: micros(outlook.spread.quantile(0.5)),
        low: micros(low),
        high: micros(high),
        within: outlook.spread.within(left),
        ahead: outlook.ahead,
        desks: outlook.desks,
    };
    let mut tx = app.db.begin().await?;
    estimates::insert(&mut tx, (visit.id, &visit.site, &visit.business), app.now(), &told).await?;
    tx.commit().await
}
