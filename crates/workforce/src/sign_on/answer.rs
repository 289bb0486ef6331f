//! Back from the council's provider: who it says somebody is, whether they work here, and the door.

use super::said::Attested;
use super::{Refusal, SignOn};
use crate::access::{self, Action};
use crate::{door, next, sign_in, store};
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use kit::app::App;
use kit::db::{Tx, again_if_collided};
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{see, with_cookies};
use kit::session::token_hash;
use kit::who::{Person, Who};
use kit::{Error, Id, Result, link};

/// GET `/desk/sign-in/council/answer`: each is good once, in the browser that went.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    access::may(&who, Action::SignIn)?;
    let sign_on = SignOn::of(&app).ok_or(Error::NotFound)?;
    if matches!(who.person, Person::Staff(_)) {
        return Ok(see(next::HOME));
    }
    let told = link::query(query.as_deref());
    let (state, visitor) = (told.value("state"), who.visitor.unwrap_or(Id::NONE));
    let mut tx = app.db.begin().await?;
    let begun = store::spend_sign_on(&mut tx, token_hash(state), visitor, app.now()).await?;
    tx.commit().await?;
    let Some(next) = begun else {
        // Some providers forget the state where somebody said no; that they did is all there is to tell.
        let said_no = state.is_empty() && told.value("error") == "access_denied";
        return Ok(if said_no { Refusal::Cancelled } else { Refusal::Over }.back(""));
    };
    let next = next::safe(&next);
    let attested = match turned_away(sign_on, &told) {
        Some(refusal) => Err(refusal),
        None => sign_on.provider.attest(&app, state, told.value("code")).await,
    };
    // The code is spent, so only what comes after it is done again where it collides.
    again_if_collided(|| async {
        match &attested {
            Ok(attested) => enter(&app, &who, sign_on, attested, next).await,
            Err(refusal) => refuse(app.db.begin().await?, &app, &who, None, *refusal, next).await,
        }
    })
    .await
}

/// Why the provider leads back without a code, if it does.
fn turned_away(sign_on: &SignOn, told: &Form) -> Option<Refusal> {
    let issuer = told.value("iss");
    if !issuer.is_empty() && issuer != sign_on.config.issuer {
        tracing::warn!("another one than the council's sign-on led somebody back");
        return Some(Refusal::Wrong);
    }
    match told.value("error") {
        "" => told.value("code").is_empty().then_some(Refusal::Wrong),
        "access_denied" => Some(Refusal::Cancelled),
        error => {
            let plain: String = error.chars().filter(|c| c.is_ascii_lowercase() || *c == '_').take(64).collect();
            tracing::warn!(error = plain, "the council's sign-on let somebody not in");
            Some(Refusal::Failed)
        }
    }
}

/// Lets a member of staff in, or asks for the code of their own device where the provider asked for no second factor.
async fn enter(app: &App, who: &Who, sign_on: &SignOn, attested: &Attested, next: &str) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let keys = store::keys_by_email(&mut tx, &attested.email).await?;
    let Some(keys) = keys.as_ref().filter(|keys| keys.active) else {
        return refuse(tx, app, who, keys.map(|keys| keys.id), Refusal::Stranger, next).await;
    };
    if !attested.strong && keys.totp.is_none() {
        return refuse(tx, app, who, Some(keys.id), Refusal::Weak, next).await;
    }
    if !is_the_same(&mut tx, app, who, keys.id, &sign_on.config.issuer, &attested.subject).await? {
        return refuse(tx, app, who, Some(keys.id), Refusal::Other, next).await;
    }
    if !attested.strong {
        return sign_in::ask_for_code(tx, app, who, keys.id, "council", next).await;
    }
    let cookies = door::open(&mut tx, app, who, keys.id, "council").await?;
    tx.commit().await?;
    with_cookies(see(next), cookies)
}

/// Whether this account of the provider is theirs: the first that signs on for them is, and no colleague's ever.
async fn is_the_same(tx: &mut Tx, app: &App, who: &Who, staff: Id, issuer: &str, subject: &str) -> Result<bool> {
    if let Some(bound) = store::by_subject(tx, issuer, subject).await? {
        return Ok(bound == staff);
    }
    if !store::bind_subject(tx, staff, issuer, subject).await? {
        return Ok(false);
    }
    facts::record(tx, app, Fact::new("staff.council-bound", who).about("staff", staff)).await?;
    Ok(true)
}

async fn refuse(mut tx: Tx, app: &App, who: &Who, staff: Option<Id>, refusal: Refusal, next: &str) -> Result<Response> {
    door::refused(&mut tx, app, who, staff, refusal.how()).await?;
    tx.commit().await?;
    Ok(refusal.back(next))
}
