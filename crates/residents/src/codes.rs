//! One-time codes: six digits, ten minutes, five tries, one browser, one purpose. Sending and checking never tell whether
//! an account exists.

use crate::model::Address;
use crate::store::challenges::State;
use crate::{links, store, tell};
use hmac::{Hmac, KeyInit, Mac};
use kit::app::App;
use kit::attempts::{self, CODES_SENT, Limit};
use kit::clock::{DAY, HOUR, MINUTE, Micros};
use kit::db::{Conn, Tx};
use kit::{Error, Id, Lang, Result};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// Digits of a code.
pub const DIGITS: u32 = 6;
/// How long a code is good.
pub const LASTS: Micros = 10 * MINUTE;
/// Tries for one code.
pub const TRIES: i64 = 5;
/// Codes and links to one address for the drafts and accounts begun within one hour: somebody who makes many of them in that hour
/// reaches no one more often than this.
const FOR_NEW: Limit = Limit { most: 30, window: HOUR };
/// Wrong codes for one address, over all challenges of unknown devices. Beyond it a code has one try, not five: guessing
/// slows down, and whoever has the code still gets in.
const WRONG: Limit = Limit { most: 30, window: DAY };
/// How long the next page may be open after the right code.
const PROVED_LASTS: Micros = 30 * MINUTE;

/// What a code is for. A code for one thing opens no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Signing in; where there is no account yet, making one.
    SignIn,
    /// Making an account.
    SignUp,
    /// Following a case; the subject is the case.
    Track,
    /// Carrying on with a draft; the subject is the draft.
    Resume,
    /// Proving a new address of an account; the subject is the resident.
    Verify,
    /// Showing a member of staff who is asking, by reading it out to them; the subject is the resident.
    Caller,
    /// Showing that two joined accounts are one person's; the subject is of [`joining`].
    Join,
}

impl Purpose {
    /// Every purpose.
    pub const ALL: [Purpose; 7] = [
        Purpose::SignIn,
        Purpose::SignUp,
        Purpose::Track,
        Purpose::Resume,
        Purpose::Verify,
        Purpose::Caller,
        Purpose::Join,
    ];

    /// The purpose of a code.
    pub fn of(code: &str) -> Option<Purpose> {
        Purpose::ALL.into_iter().find(|purpose| purpose.code() == code)
    }

    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            Purpose::SignIn => "sign-in",
            Purpose::SignUp => "sign-up",
            Purpose::Track => "track",
            Purpose::Resume => "resume",
            Purpose::Verify => "verify",
            Purpose::Caller => "caller",
            Purpose::Join => "join",
        }
    }
}

/// A code to be sent.
#[derive(Debug)]
pub struct Ask<'a> {
    /// What it is for.
    pub purpose: Purpose,
    /// Which one it is for; [`Id::NONE`] for signing in and up.
    pub subject: Id,
    /// The browser that asks: [`crate::grants::visitor`].
    pub visitor: Id,
    /// The device, as the browser names it. It has a limit of its own only where the account behind the address knows it:
    /// a made-up one gains nothing.
    pub device: Option<Id>,
    /// Where the code goes.
    pub address: &'a Address,
    /// False when nothing may be sent there (the address is not the case's): the page that follows is the same, and no
    /// code is right.
    pub deliver: bool,
    /// The page the right code leads to; a link in the last code leads there too.
    pub leads_to: &'a str,
    /// The language of the message.
    pub lang: Lang,
    /// It is read out to a member of staff: the message asks for that, and no link follows.
    pub read_out: bool,
}

/// The subject of a code that is never sent, because nothing belongs to what was typed: the same each time, so that it
/// is counted like a real one and tells nothing.
pub fn nothing(app: &App, typed: &str, address: &Address) -> Id {
    let mac = mac(app, "nothing", typed.as_bytes(), address.key().as_bytes());
    id_of(&mac)
}

/// The subject of a code that shows who holds this account: for this joining, and for no other.
pub(crate) fn joining(app: &App, merge: Id, account: Id) -> Id {
    id_of(&mac(app, "joining", &merge.0, &account.0))
}

/// Sends a code and gives the challenge to be shown with the page that asks for it. The code this browser had before for the
/// same is no longer good. Over the limit: [`Error::TooMany`].
pub async fn send(tx: &mut Tx, app: &App, ask: Ask<'_>) -> Result<Id> {
    let known = is_known(tx, app, &ask).await?;
    let (bucket, left) = count(tx, app, &ask, known).await?;
    let (id, code, now) = (app.id(), app.entropy.code(DIGITS), app.now());
    let challenge = store::challenges::New {
        id,
        purpose: ask.purpose.code(),
        subject: ask.subject,
        visitor: ask.visitor,
        address: ask.address,
        code_hash: if ask.deliver { keyed(app, id, &code) } else { app.entropy.bytes() },
        known,
        made_at: now,
        until: now + LASTS,
    };
    store::challenges::replace(tx, &challenge).await?;
    if ask.deliver && ask.address.can_get_codes(app) {
        let sent = match left {
            _ if ask.purpose == Purpose::Join => tell::Sent::ToJoin { read_out: ask.read_out },
            _ if ask.read_out => tell::Sent::ToReadOut,
            0 => links::make(tx, app, &ask, bucket).await?.map_or(tell::Sent::Code, tell::Sent::WithLink),
            _ => tell::Sent::Code,
        };
        tell::send_code(tx, app, (ask.address, ask.lang), &code, sent).await?;
    }
    Ok(id)
}

/// Proves an address to this browser by other means than a code: the link in a message. As [`proved`] and [`spend`] see it,
/// the code was entered.
pub(crate) async fn prove(tx: &mut Tx, app: &App, visitor: Id, purpose: Purpose, to: &Address) -> Result<Proof> {
    let (id, now) = (app.id(), app.now());
    let challenge = store::challenges::New {
        id,
        purpose: purpose.code(),
        subject: Id::NONE,
        visitor,
        address: to,
        code_hash: app.entropy.bytes(),
        known: false,
        made_at: now,
        until: now + PROVED_LASTS,
    };
    store::challenges::replace(tx, &challenge).await?;
    store::challenges::prove(tx, id, now + PROVED_LASTS).await?;
    Ok(Proof { challenge: id, subject: Id::NONE, address: to.clone() })
}

/// What came of a code that was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Checked {
    /// It is the code: see [`proved`] and [`spend`].
    Right(Proof),
    /// It is not the code; so many tries are left.
    Wrong {
        /// Tries left.
        left: i64,
    },
    /// Not six digits: nothing was counted.
    Shape,
    /// The code is too old, tried too often, replaced by a newer one, used, or belongs to another browser.
    Over,
}

/// The right code was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The challenge.
    pub challenge: Id,
    /// What it was for.
    pub subject: Id,
    /// The address now proved.
    pub address: Address,
}

/// Checks a code. Commit whatever it says: wrong tries count.
pub async fn check(
    tx: &mut Tx,
    app: &App,
    visitor: Option<Id>,
    purpose: Purpose,
    challenge: Id,
    typed: &str,
) -> Result<Checked> {
    let Some(typed) = digits_of(typed) else { return Ok(Checked::Shape) };
    let Some(visitor) = visitor else { return Ok(Checked::Over) };
    let now = app.now();
    let tried = store::challenges::count_try(tx, challenge, visitor, purpose.code(), now, TRIES).await?;
    let Some(tried) = tried else { return Ok(Checked::Over) };
    let address = tried.address.ok_or_else(|| Error::internal("a challenge without an address"))?;
    if !bool::from(tried.code_hash.ct_eq(&keyed(app, challenge, &typed))) {
        let left = TRIES - tried.tries;
        if !tried.known && too_many_wrong(tx, app, &address).await? {
            store::challenges::end(tx, challenge).await?;
            return Ok(Checked::Over);
        }
        return Ok(if left > 0 { Checked::Wrong { left } } else { Checked::Over });
    }
    store::challenges::prove(tx, challenge, now + PROVED_LASTS).await?;
    Ok(Checked::Right(Proof { challenge, subject: tried.subject, address }))
}

/// What the right code opened in this browser, for half an hour.
pub async fn proved(
    conn: &mut Conn,
    app: &App,
    visitor: Option<Id>,
    purpose: Purpose,
    challenge: Id,
) -> Result<Option<Proof>> {
    in_state(conn, app, visitor, purpose, challenge, State::Proved).await
}

/// What the right code opened in this browser and was used for: a second press leads on like the first.
pub async fn spent(
    conn: &mut Conn,
    app: &App,
    visitor: Option<Id>,
    purpose: Purpose,
    challenge: Id,
) -> Result<Option<Proof>> {
    in_state(conn, app, visitor, purpose, challenge, State::Spent).await
}

/// Where the code was sent, while it is still to be entered.
pub async fn waiting(
    conn: &mut Conn,
    app: &App,
    visitor: Option<Id>,
    purpose: Purpose,
    challenge: Id,
) -> Result<Option<Proof>> {
    in_state(conn, app, visitor, purpose, challenge, State::Waiting).await
}

/// The code of this browser for one thing, where it has got so far; what was entered is good for half an hour.
pub(crate) async fn of_subject(
    conn: &mut Conn,
    app: &App,
    visitor: Option<Id>,
    (purpose, subject): (Purpose, Id),
    state: State,
) -> Result<Option<Proof>> {
    let Some(visitor) = visitor else { return Ok(None) };
    let found = store::challenges::of_subject(conn, visitor, (purpose.code(), subject), state, app.now()).await?;
    Ok(found.and_then(proof_of))
}

fn proof_of(found: store::challenges::Stored) -> Option<Proof> {
    found.address.map(|address| Proof { challenge: found.id, subject: found.subject, address })
}

async fn in_state(
    conn: &mut Conn,
    app: &App,
    visitor: Option<Id>,
    purpose: Purpose,
    challenge: Id,
    state: State,
) -> Result<Option<Proof>> {
    let Some(visitor) = visitor else { return Ok(None) };
    let found = store::challenges::open(conn, challenge, visitor, purpose.code(), state, app.now()).await?;
    Ok(found.and_then(proof_of))
}

/// Uses up what the right code opened; false when that was done before.
pub async fn spend(tx: &mut Tx, challenge: Id) -> Result<bool> {
    store::challenges::spend(tx, challenge).await
}

/// An id that stands for an address in buckets and logs: it tells nothing without the council's secret, and is the same
/// whether there is an account or not.
pub(crate) fn stand_in(app: &App, address: &Address) -> Id {
    id_of(&mac(app, "address", address.key().as_bytes(), &[]))
}

fn id_of(mac: &[u8; 32]) -> Id {
    let mut id = [0; 16];
    id.copy_from_slice(&mac[..16]);
    Id(id)
}

/// True when the account behind the address knows the device. The same statements run whether there is an account or not.
async fn is_known(tx: &mut Tx, app: &App, ask: &Ask<'_>) -> Result<bool> {
    let behind = store::by_address(tx, ask.address).await?;
    let account = behind.map_or_else(|| stand_in(app, ask.address), |resident| resident.id);
    match ask.device {
        Some(device) => store::devices::known(tx, account, device).await,
        None => Ok(false),
    }
}

/// Counts the code. Who knows neither the case nor the draft nor the account's device cannot use up what its owner has:
/// each has a bucket of its own, and codes for something else never count into it. Gives the bucket, and how many are left.
async fn count(tx: &mut Tx, app: &App, ask: &Ask<'_>, known: bool) -> Result<(String, i64)> {
    let (purpose, subject, address) = (ask.purpose.code(), ask.subject, stand_in(app, ask.address));
    let bucket = match ask.device {
        Some(device) if known => format!("codes:{purpose}:{subject}:{address}:{device}"),
        _ => format!("codes:{purpose}:{subject}:{address}"),
    };
    let left = attempts::take(tx, app, &bucket, CODES_SENT).await?;
    // A case is sent with a code or without; a draft or an account anybody can begin as often as they like.
    if ask.deliver && matches!(ask.purpose, Purpose::Resume | Purpose::Verify) {
        count_new(tx, app, subject, ask.address).await?;
    }
    Ok((bucket, left))
}

/// Counts what is sent to an address for a draft or an account, together with all others begun in the same hour: strangers who
/// begin many keep nobody out who began theirs in another.
pub async fn count_new(tx: &mut Tx, app: &App, subject: Id, address: &Address) -> Result<()> {
    let bucket = format!("codes:new:{}:{}", stand_in(app, address), subject.made_at() / HOUR);
    attempts::take(tx, app, &bucket, FOR_NEW).await.map(drop)
}

/// Counts a wrong code of an unknown device.
async fn too_many_wrong(tx: &mut Tx, app: &App, address: &Address) -> Result<bool> {
    match attempts::take(tx, app, &format!("codes:wrong:{}", stand_in(app, address)), WRONG).await {
        Ok(_) => Ok(false),
        Err(Error::TooMany(_)) => Ok(true),
        Err(cause) => Err(cause),
    }
}

fn keyed(app: &App, challenge: Id, code: &str) -> [u8; 32] {
    mac(app, "code", &challenge.0, code.as_bytes())
}

fn mac(app: &App, what: &str, a: &[u8], b: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(&app.secret).expect("HMAC takes a key of any length");
    for part in [b"residents".as_slice(), what.as_bytes(), a, b] {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// The digits of a code as people type and paste it: spaces and hyphens left out, Arabic digits read.
fn digits_of(typed: &str) -> Option<String> {
    let mut digits = String::new();
    for c in typed.chars().take(64) {
        match c {
            c if c.is_whitespace() || c == '-' => {}
            c => digits.push(kit::form::digit(c)?),
        }
    }
    (digits.len() == DIGITS as usize).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::digits_of;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        for typed in ["123456", " 123 456 ", "123-456", "١٢٣٤٥٦"] {
            assert_eq!(digits_of(typed).as_deref(), Some("123456"), "{typed}");
        }
        for bad in ["", "12345", "1234567", "12345a", &"1".repeat(1 << 20)] {
            assert_eq!(digits_of(bad), None);
        }
    }
}
