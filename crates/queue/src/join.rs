//! Joining the queue: one ticket a key, whoever asks and however often.

use crate::estimate::tell;
use crate::facts;
use crate::model::{State, Visit, Way};
use crate::site::{Site, day_of};
use crate::store::visits::Marks;
use crate::store::{numbers, visits};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use kit::clock::Micros;
use kit::db::Tx;
use kit::turns::Turns;
use kit::who::Who;
use kit::{App, Error, Id, Result};
use sha2::{Digest, Sha256};

/// What is known of somebody who asks for a ticket.
#[derive(Debug, Clone, Default)]
pub struct Join {
    /// Made where the ticket is asked for: sent twice it is one ticket.
    pub key: Id,
    /// What they came for.
    pub business: String,
    /// The language they want to be called and served in.
    pub lang: String,
    /// The need they have, by the site's rule.
    pub need: String,
    /// Initials, where a floor walker asked for them.
    pub initials: String,
    /// What they were given at the door while nothing could be sent.
    pub mark: String,
    /// The first touch at the door; now, where that is unknown.
    pub came: Option<Micros>,
    /// Their appointment.
    pub booked: Option<Micros>,
    /// Whose record it is on.
    pub resident: Option<Id>,
    /// Where to send a text when the turn is near.
    pub phone: String,
}

/// The secret of the visitor's own page: the same for the same key, so that a ticket asked for twice is the same ticket.
pub fn token(app: &App, key: Id) -> String {
    // A key of any length is taken, so this never fails.
    let Ok(mac) = Hmac::<Sha256>::new_from_slice(&app.secret) else { return String::new() };
    let bytes = mac.chain_update(b"queue ticket").chain_update(key.0).finalize().into_bytes();
    URL_SAFE_NO_PAD.encode(&bytes[..16])
}

/// What is stored of a token.
pub(crate) fn hashed(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// Gives a ticket in a transaction of its own, and tells whoever gets it how long it takes.
pub(crate) async fn give(app: &App, who: &Who, site: &Site, way: Way, asks: &Join) -> Result<Visit> {
    let turn = app.part::<Turns>()?.take(&site.id).await;
    let mut tx = app.db.begin().await?;
    let visit = join(&mut tx, app, who, site, way, asks).await?;
    tx.commit().await?;
    drop(turn);
    tell(app, site, &visit).await?;
    Ok(visit)
}

/// Gives a ticket; asked again with the same key, the one of the first time. Whoever came before the site was open, or comes when
/// it is shut, is taken all the same: nobody is turned away by a program.
pub async fn join(tx: &mut Tx, app: &App, who: &Who, site: &Site, way: Way, join: &Join) -> Result<Visit> {
    if let Some(mut there) = visits::by_key(tx, join.key).await? {
        // The answer of the first time never arrived, and they were given a mark meanwhile.
        if there.mark.is_empty() && !join.mark.is_empty() {
            there.mark.clone_from(&join.mark);
            visits::save(tx, &there).await?;
            there = visits::by_id(tx, there.id).await?;
        }
        return Ok(there);
    }
    let now = app.now();
    let business = site.business(&join.business).ok_or(Error::BadRequest("page-form-not-understood"))?;
    let need = site.rule.needs.iter().find(|need| need.id == join.need).map_or("", |need| need.id.as_str());
    // A device whose clock is wrong does not make anybody come tomorrow, or yesterday.
    let came = join.came.filter(|came| day_of(*came) == day_of(now) && *came <= now).unwrap_or(now);
    let (base, turn) = site.rule.place(came, join.booked, need);
    let day = day_of(now);
    let number = numbers::next(tx, &site.id, day).await?;
    let visit = Visit {
        id: app.id(),
        site: site.id.clone(),
        day,
        ticket: format!("{}{number:03}", business.letter),
        business: business.id.clone(),
        way,
        lang: join.lang.clone(),
        initials: join.initials.clone(),
        mark: join.mark.clone(),
        need: need.to_owned(),
        came,
        joined: now,
        booked: join.booked,
        base,
        turn,
        state: State::Waiting,
        desk: String::new(),
        staff: None,
        first_called: 0,
        first_desk: String::new(),
        called: 0,
        calls: 0,
        began: 0,
        ended: 0,
        outcome: String::new(),
        resident: join.resident,
        contact: None,
        family: None,
        phone: join.phone.clone(),
        told_near: 0,
        message: None,
        away_until: 0,
        revision: 1,
    };
    let marks = Marks { key: join.key, token: hashed(&token(app, join.key)), number };
    if !visits::insert(tx, &visit, &marks).await? {
        // Asked for twice at one moment, and the other was first.
        return Err(Error::Rerun);
    }
    facts::record(tx, app, who, "visit.joined", &visit).await?;
    Ok(visit)
}

/// The visit of somebody's own page.
pub async fn of_token(conn: &mut kit::db::Conn, token: &str) -> Result<Visit> {
    visits::by_token(conn, &hashed(token)).await?.ok_or(Error::NotFound)
}
