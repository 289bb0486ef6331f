//! What everybody may see of a site: who is called to which desk, by their numbers. Read once a change, however many watch.

use crate::Live;
use crate::model::{State, Visit};
use crate::site::{Site, day_of};
use crate::store::visits;
use axum::body::Bytes;
use kit::clock::{DAY, Micros, SECOND};
use kit::db::settle;
use kit::{App, Result};
use serde::Serialize;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

/// Calls looked at: whoever was called before so many others has long seen it.
const LOOKED_AT: usize = 200;
/// Calls that fit on a screen. What is older than these has been there longest.
const CURRENT: usize = 12;
/// Numbers that were called before.
const LAST: usize = 6;
/// Nothing is taken for how it stands for longer than this, whatever was heard.
const FRESH: Micros = 5 * SECOND;

/// A number that was called. There is nothing else here, so that nothing else can be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Call {
    /// "H042".
    pub ticket: String,
    /// The number of the desk, or of the room.
    pub desk: String,
    /// It is a room with a door that shuts; the board says "Room 1" and no more.
    pub room: bool,
    /// When it was called last, in microseconds.
    pub called: Micros,
}

/// What the board of a site shows.
#[derive(Debug, Clone, Default)]
pub struct Board {
    /// How far the site had come.
    pub version: u64,
    /// Who is called and on the way, the last call first: called again, a number stands first again.
    pub calls: Vec<Call>,
    /// Who was called before them, the last first.
    pub last: Vec<Call>,
    /// The same, as it is sent to those who watch.
    pub(crate) event: Bytes,
}

#[derive(Serialize)]
struct Change<'a> {
    version: u64,
    calls: &'a [Call],
}

/// The boards of all sites.
#[derive(Debug, Default)]
pub struct Shown {
    sites: Mutex<HashMap<String, Arc<tokio::sync::Mutex<Kept>>>>,
    reads: AtomicU64,
}

/// A board as it was read last, and when.
#[derive(Debug, Default)]
struct Kept(Option<(Micros, Arc<Board>)>);

impl Shown {
    /// The board of a site: of all who ask at one moment one reads it. `seen` is how far whoever asks has heard that the site has
    /// come, perhaps from another node, before this one has heard.
    pub async fn of(&self, app: &App, site: &Site, seen: u64) -> Result<Arc<Board>> {
        let place = {
            let mut sites = self.sites.lock().unwrap_or_else(|broken| broken.into_inner());
            sites.entry(site.id.clone()).or_default().clone()
        };
        let mut kept = place.lock().await;
        // Before it is read: what happens meanwhile is a version later than this.
        let (version, now) = (app.part::<Live>()?.version(&site.id), app.now());
        if let Some((at, board)) = &kept.0
            && board.version >= version.max(seen)
            && (0..FRESH).contains(&(now - at))
        {
            return Ok(board.clone());
        }
        self.reads.fetch_add(1, Ordering::Relaxed);
        // Of what the disk does not have yet nothing is shown to anybody.
        let board = Arc::new(settle::scope(read(app, site, version)).await??);
        kept.0 = Some((now, board.clone()));
        Ok(board)
    }

    /// How often a board was read since the start.
    pub fn reads(&self) -> u64 {
        self.reads.load(Ordering::Relaxed)
    }
}

async fn read(app: &App, site: &Site, version: u64) -> Result<Board> {
    let now = app.now();
    let called = visits::called(&mut *app.db.read().await?, &site.id, now - DAY, LOOKED_AT).await?;
    let today: Vec<&Visit> = called.iter().filter(|visit| visit.day == day_of(now)).collect();
    let some = |states: &[State], most: usize| {
        let of = today.iter().filter(|visit| states.contains(&visit.state));
        of.take(most).map(|visit| call(site, visit)).collect::<Vec<Call>>()
    };
    let calls = some(&[State::Called], CURRENT);
    let last = some(&[State::Serving, State::Done, State::NoShow], LAST);
    let data = serde_json::to_string(&Change { version, calls: &calls })?;
    Ok(Board { version, calls, last, event: format!("event: change\ndata: {data}\n\n").into() })
}

fn call(site: &Site, visit: &Visit) -> Call {
    // "Room 1" is room 1, in every language.
    let place = site.desk(&visit.desk).map(|desk| (desk.room, desk.number()));
    let (room, desk) = place.unwrap_or((false, &visit.desk));
    Call { ticket: visit.ticket.clone(), desk: desk.to_owned(), room, called: visit.called }
}
