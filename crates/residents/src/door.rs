//! The door itself: what every way of signing in does when it has succeeded or failed.

use crate::desk::said_to;
use crate::model::{Address, Resident};
use crate::{codes, store};
use axum::http::HeaderMap;
use kit::app::App;
use kit::attempts;
use kit::db::Tx;
use kit::facts::{self, Fact};
use kit::session::{self, DEVICE_COOKIE, LANGUAGE_COOKIE, Surface};
use kit::who::{Person, Who};
use kit::{Id, Lang, Result};
use serde_json::json;

/// A device stays known for so many seconds after the last sign-in: browsers keep no cookie longer.
const DEVICE_LASTS: i64 = 400 * 24 * 60 * 60;

/// Signs the resident in: a new session, the device known from now on, the account's language where the browser has chosen
/// none. Gives the `Set-Cookie` values.
pub async fn open(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    headers: &HeaderMap,
    resident: &Resident,
    how: &'static str,
) -> Result<Vec<String>> {
    let (now, lang) = (app.now(), resident.lang);
    let resident = resident.id;
    let person = Person::Resident(resident);
    // Somebody else signs in where somebody was: what this browser sent and what codes opened in it stays behind, as if they
    // had signed out.
    let other = matches!(who.person, Person::Resident(before) if before != resident);
    let from = Who { visitor: who.visitor.filter(|_| !other), ..who.clone() };
    let (_, cookie) = session::start(tx, app, Surface::Resident, &person, &from).await?;
    let device = who.device.unwrap_or_else(|| Id(app.entropy.bytes()));
    store::devices::remember(tx, resident, device, now).await?;
    store::signed_in(tx, resident, now).await?;
    let signed_in = Who { person, ..from };
    let fact = Fact::new("resident.signed-in", &signed_in).about("resident", resident).data(json!({ "how": how }));
    facts::record(tx, app, fact).await?;
    let mut cookies = vec![cookie, session::set_cookie(DEVICE_COOKIE, &device.to_string(), DEVICE_LASTS)];
    if session::cookie(headers, LANGUAGE_COOKIE).is_none() {
        cookies.push(language_cookie(lang));
    }
    Ok(cookies)
}

/// Keeps the chosen language in the browser for a year.
pub fn language_cookie(lang: Lang) -> String {
    session::set_cookie(LANGUAGE_COOKIE, lang.tag, 365 * 24 * 60 * 60)
}

/// Records that somebody did not get in; nothing of what was typed is kept.
pub async fn refused(tx: &mut Tx, app: &App, who: &Who, resident: Option<Id>, how: &'static str) -> Result<()> {
    let fact = Fact::new("resident.sign-in-failed", who).data(json!({ "how": how }));
    let fact = match resident {
        Some(resident) => fact.about("resident", resident),
        None => fact,
    };
    facts::record(tx, app, fact).await.map(drop)
}

/// Who is behind an address, as far as the attempts are concerned: the account, or a stand-in that is counted alike.
pub struct Behind {
    /// The account, where there is one.
    pub resident: Option<Resident>,
    /// The device, where the account knows it.
    pub device: Option<Id>,
    /// The account's id, or the stand-in's.
    account: Id,
}

impl Behind {
    /// Looks the address up. The same statements run whether there is an account or not.
    pub async fn find(app: &App, who: &Who, address: &Address) -> Result<Behind> {
        let mut read = app.db.read().await?;
        let resident = store::by_address(&mut read, address).await?;
        let account = resident.as_ref().map_or_else(|| codes::stand_in(app, address), |resident| resident.id);
        let device = match who.device {
            Some(device) if store::devices::known(&mut read, account, device).await? => Some(device),
            _ => None,
        };
        Ok(Behind { resident, device, account })
    }

    /// A resident who is signed in and proves themselves again.
    pub async fn of(app: &App, who: &Who, resident: &Resident) -> Result<Behind> {
        let mut read = app.db.read().await?;
        let device = match who.device {
            Some(device) if store::devices::known(&mut read, resident.id, device).await? => Some(device),
            _ => None,
        };
        Ok(Behind { resident: Some(resident.clone()), device, account: resident.id })
    }

    /// Counts an attempt, committed at once: `Some(seconds)` when it is one too many.
    pub async fn count(&self, app: &App) -> Result<Option<u64>> {
        let (bucket, limit) = attempts::for_sign_in(self.account, self.device);
        attempts::count(app, &bucket, limit).await
    }

    /// Forgets the attempts from this device after a success.
    pub async fn clear(&self, tx: &mut Tx) -> Result<()> {
        let (bucket, _) = attempts::for_sign_in(self.account, self.device);
        attempts::clear(tx, &bucket).await
    }
}

/// What somebody can do whom no further code is sent to for a while.
#[derive(Debug, Clone, Copy)]
pub enum Instead {
    /// Use the newest code: nobody else can have asked for one.
    Newest,
    /// Use the link in the newest message.
    Link,
    /// Sign in, and need no code.
    SignIn,
}

/// Words for somebody whom no further code is sent to for a while.
pub fn slow_down(app: &App, who: &Who, instead: Instead, seconds: u64) -> String {
    let key = match instead {
        Instead::Newest => "residents-codes-too-many",
        Instead::Link => "residents-codes-linked",
        Instead::SignIn => "residents-codes-sign-in",
    };
    app.words.with(who.lang, said_to(who, key), &[("minutes", minutes(seconds).into())])
}

/// Seconds to wait as whole minutes, for the words.
pub fn minutes(seconds: u64) -> i64 {
    i64::try_from(seconds.div_ceil(60)).unwrap_or(i64::MAX)
}
