//! The door itself: attempts, known devices, set-up links, and what a finished sign-in does.

use crate::store;
use crate::store::Keys;
use crate::totp::Secret;
use hmac::{Hmac, KeyInit, Mac};
use kit::app::App;
use kit::attempts::{self, Limit};
use kit::clock::{DAY, HOUR, Micros};
use kit::db::{Conn, Tx};
use kit::facts::{self, Fact};
use kit::link;
use kit::page::Frame;
use kit::session::{self, DEVICE_COOKIE, Surface};
use kit::who::{Person, Who};
use kit::{Error, Id, Lang, Result};
use serde_json::json;
use sha2::Sha256;

/// How long a set-up link is good.
pub const LINK_LASTS: Micros = 3 * DAY;
/// A device stays known for so many seconds after the last sign-in: browsers keep no cookie longer.
const DEVICE_LASTS: i64 = 400 * 24 * 60 * 60;
/// Codes tried for one account: whoever has the password must not get to guess the code.
const CODES: Limit = Limit { most: 10, window: HOUR };

/// The frame of a page for staff. Staff pages are written in English; so is their frame, whatever the browser asks for.
pub fn frame(app: &App, who: &Who, path: impl Into<String>, title: &str, error: bool) -> Frame {
    Frame::new(app, &Who { lang: Lang::EN, ..who.clone() }, path, title).with_error(error)
}

/// Words for staff.
pub fn t<'a>(app: &'a App, key: &'a str) -> &'a str {
    app.t(Lang::EN, key)
}

/// Who is behind an address, as far as the attempts are concerned: the account, or a stand-in that is counted alike.
pub struct Behind {
    /// The account's keys, where there is one.
    pub keys: Option<Keys>,
    /// The account's id, or the stand-in's.
    account: Id,
    /// The device, where the account knows it.
    device: Option<Id>,
}

impl Behind {
    /// Looks the address up. The same statements run whether there is an account or not.
    pub async fn find(app: &App, who: &Who, email: &str) -> Result<Behind> {
        let mut read = app.db.read().await?;
        let keys = store::keys_by_email(&mut read, email).await?;
        let account = match &keys {
            Some(keys) => keys.id,
            None => stand_in(app, email)?,
        };
        let device = known(&mut read, who, account).await?;
        Ok(Behind { keys, account, device })
    }

    /// A known member of staff, on a device that may be known to them.
    pub async fn of(app: &App, who: &Who, staff: Id) -> Result<Behind> {
        let mut read = app.db.read().await?;
        let keys = store::keys_by_id(&mut read, staff).await?;
        let device = known(&mut read, who, staff).await?;
        Ok(Behind { keys, account: staff, device })
    }

    /// The device, where the account knows it.
    pub fn device(&self) -> Option<Id> {
        self.device
    }

    /// Whose password is being tried, as far as waiting goes.
    pub fn asker(&self) -> kit::password::Asker {
        kit::password::Asker::on(self.device)
    }

    /// Counts a password, committed at once: `Some(seconds)` when it is one too many.
    pub async fn count(&self, app: &App) -> Result<Option<u64>> {
        let (bucket, limit) = attempts::for_sign_in(self.account, self.device);
        attempts::count(app, &bucket, limit).await
    }

    /// Counts a code, committed at once.
    pub async fn count_code(&self, app: &App) -> Result<Option<u64>> {
        attempts::count(app, &self.code_bucket(), CODES).await
    }

    fn code_bucket(&self) -> String {
        let (bucket, _) = attempts::for_sign_in(self.account, self.device);
        format!("code:{bucket}")
    }

    /// Forgets the attempts from this device after a success.
    pub async fn clear(&self, tx: &mut Tx) -> Result<()> {
        let (bucket, _) = attempts::for_sign_in(self.account, self.device);
        attempts::clear(tx, &bucket).await?;
        attempts::clear(tx, &self.code_bucket()).await
    }
}

async fn known(read: &mut Conn, who: &Who, account: Id) -> Result<Option<Id>> {
    match who.device {
        Some(device) if store::knows_device(read, account, device).await? => Ok(Some(device)),
        _ => Ok(None),
    }
}

/// An id that stands for an address nobody signs in with; it tells nothing without the council's secret.
fn stand_in(app: &App, email: &str) -> Result<Id> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&app.secret).map_err(Error::internal)?;
    mac.update(b"workforce: nobody");
    mac.update(crate::model::key(email).as_bytes());
    let hash = mac.finalize().into_bytes();
    let mut id = [0; 16];
    id.copy_from_slice(&hash[..16]);
    Ok(Id(id))
}

/// Signs the member of staff in: a new session, the device known from now on. Gives the `Set-Cookie` values.
pub async fn open(tx: &mut Tx, app: &App, who: &Who, staff: Id, how: &'static str) -> Result<Vec<String>> {
    let now = app.now();
    let person = Person::Staff(store::who(tx, staff).await?.ok_or(Error::SignIn)?);
    let (_, cookie) = session::start(tx, app, Surface::Staff, &person, who).await?;
    let known = remember(tx, app, who, staff).await?;
    store::signed_in(tx, staff, now).await?;
    let signed_in = Who { person, ..who.clone() };
    crate::outages::end_untold(tx, app, &signed_in, staff).await?;
    let fact = Fact::new("staff.signed-in", &signed_in).about("staff", staff).data(json!({ "how": how }));
    facts::record(tx, app, fact).await?;
    Ok(vec![cookie, known])
}

/// Makes the device a known one of the member of staff. Gives the `Set-Cookie` value.
pub async fn remember(tx: &mut Tx, app: &App, who: &Who, staff: Id) -> Result<String> {
    let device = who.device.unwrap_or_else(|| Id(app.entropy.bytes()));
    store::remember_device(tx, staff, device, app.now()).await?;
    Ok(session::set_cookie(DEVICE_COOKIE, &device.to_string(), DEVICE_LASTS))
}

/// Records that somebody did not get in; nothing of what was typed is kept.
pub async fn refused(tx: &mut Tx, app: &App, who: &Who, staff: Option<Id>, how: &'static str) -> Result<()> {
    let fact = Fact::new("staff.sign-in-failed", who).data(json!({ "how": how }));
    let fact = match staff {
        Some(staff) => fact.about("staff", staff),
        None => fact,
    };
    facts::record(tx, app, fact).await.map(drop)
}

/// Makes a set-up link for a member of staff, in the place of an earlier one. Gives its path, which is shown once.
pub async fn offer(tx: &mut Tx, app: &App, staff: Id) -> Result<String> {
    offer_with(tx, app, staff, app.entropy.token()).await
}

/// Makes the first set-up link of somebody who was just added. It can be told again while it is good, to whoever pressed
/// the button twice and saw the second answer only.
pub async fn offer_first(tx: &mut Tx, app: &App, staff: Id) -> Result<String> {
    let token = first_token(app, staff)?;
    offer_with(tx, app, staff, token).await
}

/// The path of the first set-up link, while it is good.
pub async fn first_offer(conn: &mut Conn, app: &App, staff: Id) -> Result<Option<String>> {
    let token = first_token(app, staff)?;
    let offered = store::offered(conn, session::token_hash(&token), app.now()).await?;
    Ok(offered.map(|_| link::path("/desk/set-up", &[("token", &token)])))
}

/// The token of somebody's first link: 256 bits that nobody can tell without the council's secret.
fn first_token(app: &App, staff: Id) -> Result<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&app.secret).map_err(Error::internal)?;
    mac.update(b"workforce: first set-up link");
    mac.update(&staff.0);
    Ok(mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect())
}

async fn offer_with(tx: &mut Tx, app: &App, staff: Id, token: String) -> Result<String> {
    let sealed = Secret::new(app).seal(app, staff)?;
    store::offer(tx, staff, session::token_hash(&token), app.now() + LINK_LASTS, &sealed).await?;
    Ok(link::path("/desk/set-up", &[("token", &token)]))
}

/// "Too many tries", with the minutes to wait.
pub fn too_many(app: &App, seconds: u64) -> String {
    let minutes = i64::try_from(seconds.div_ceil(60)).unwrap_or(i64::MAX);
    app.words.with(Lang::EN, "workforce-too-many", &[("minutes", minutes.into())])
}
