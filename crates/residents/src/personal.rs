//! What this noun holds on a resident, and erasing it at their request.

use crate::store::personal as store;
pub use crate::store::personal::Asked;
use crate::{find, personal_record};
use kit::clock::Micros;
use kit::db::{Conn, Tx};
use kit::facts::{self, Fact, Subject};
use kit::personal::{Part, Row};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};

/// What is held on this resident: the account, the home, and the ways in. `visitors` are the browsers they are signed in at;
/// days are written in `lang`.
pub async fn personal_data(conn: &mut Conn, resident: Id, visitors: &[Id], lang: Lang) -> Result<Vec<Part>> {
    let account = store::account(conn, resident).await?.ok_or(Error::NotFound)?;
    let addresses = [account.email.clone(), account.phone.clone()].into_iter().flatten().collect::<Vec<_>>();
    let password = if account.password { "set" } else { "none" };
    let row = Row::new().id("id", resident).text("name", account.name).text("email", account.email.unwrap_or_default());
    let row = row.text("phone", account.phone.unwrap_or_default());
    let row = row.word("password", password, format!("residents-password-{password}"));
    let row = row.text("language", Lang::of(&account.lang).map_or(account.lang.as_str(), |lang| lang.name));
    let row = row.time("made", account.made_at).time("last-sign-in", account.signed_in_at);
    let mut parts = vec![Part::of("residents", vec![row])];
    let home = store::household(conn, resident).await?.map(|(id, ward, lines)| {
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        Row::new().id("id", id).text("address", lines.join(", ")).code("ward", ward)
    });
    parts.push(Part::of("households", home.into_iter().collect()));
    let known = store::record(conn, resident)
        .await?
        .map(|(born, guarded)| (born.unwrap_or_default(), guarded))
        .map(|(born, guarded)| Row::new().text("born", personal_record::civil(&born, lang)).code("guarded", guarded));
    parts.push(Part::of("residents_records", known.into_iter().collect()));
    let key = |key: String| Row::new().code("key", key);
    parts.push(Part::of("residents_keys", store::keys(conn, resident).await?.into_iter().map(key).collect()));
    let device = |(device, at): (Id, Micros)| Row::new().id("device", device).time("last-sign-in", at);
    parts.push(Part::of("devices", store::devices(conn, resident).await?.into_iter().map(device).collect()));
    let (mut codes, mut links, mut grants) = (Vec::new(), Vec::new(), Vec::new());
    for address in &addresses {
        for (purpose, made, until) in store::codes(conn, address).await? {
            let row = Row::new().code("purpose", purpose).text("sent-to", address.as_str());
            codes.push(row.time("made", made).time("until", until));
        }
        for (purpose, until) in store::links(conn, address).await? {
            links.push(Row::new().code("purpose", purpose).text("sent-to", address.as_str()).time("until", until));
        }
    }
    for visitor in visitors {
        for (kind, subject, until) in store::grants(conn, *visitor).await? {
            grants.push(Row::new().code("kind", kind).id("subject", subject).time("until", until));
        }
    }
    parts.push(Part::of("challenges", codes));
    parts.push(Part::of("residents_links", links));
    parts.push(Part::of("residents_grants", grants));
    let asked = store::asked(conn, resident)
        .await?
        .map(|asked| Row::new().time("asked", asked.at).text("reason", asked.reason).time("erased", asked.erased));
    parts.push(Part::of("residents_erasures", asked.into_iter().collect()));
    Ok(parts)
}

/// The addresses messages to this resident go to.
pub async fn addresses(conn: &mut Conn, resident: Id) -> Result<Vec<String>> {
    let account = store::account(conn, resident).await?.ok_or(Error::NotFound)?;
    Ok([account.email, account.phone].into_iter().flatten().collect())
}

/// The request of this resident to be erased.
pub async fn erasure_of(conn: &mut Conn, resident: Id) -> Result<Option<Asked>> {
    store::asked(conn, resident).await
}

/// Keeps a resident's request to be erased, under the key made when the page was drawn. False when there is one already.
pub async fn ask_for_erasure(tx: &mut Tx, app: &App, who: &Who, resident: Id, key: Id, reason: &str) -> Result<bool> {
    let asked = Asked { at: app.now(), by: who.id(), reason: reason.to_owned(), erased: None };
    if !store::ask(tx, resident, key, &asked).await? {
        return Ok(false);
    }
    let fact = Fact::new("resident.erasure-asked", who).about("resident", resident);
    facts::record(tx, app, fact).await?;
    Ok(true)
}

/// Those who asked to be erased and whose account is still there, after this one.
pub async fn erasures_waiting(conn: &mut Conn, after: Id, limit: usize) -> Result<Vec<Id>> {
    store::waiting(conn, after, limit).await
}

/// Shuts every door of this resident: sessions, devices, keys, codes and links on their way, and what codes have opened.
pub async fn shut(tx: &mut Tx, app: &App, who: &Who, resident: Id) -> Result<()> {
    for visitor in kit::session::visitors(tx, resident).await? {
        store::forget_grants(tx, visitor).await?;
    }
    kit::session::end_all(tx, resident).await?;
    kit::keys::end_all(tx, app, who, &Subject::new("resident", resident)).await?;
    crate::store::devices::forget_all(tx, resident).await?;
    for address in addresses(tx, resident).await? {
        store::forget_codes(tx, &address).await?;
    }
    Ok(())
}

/// Erases the account's own details, and what was written about the account alone. What a case of theirs says stays with
/// the case. The account's id stays too: it names nobody any more.
pub async fn erase(tx: &mut Tx, app: &App, who: &Who, resident: Id) -> Result<()> {
    shut(tx, app, who, resident).await?;
    let words = find::keys::words_of(tx, resident).await?;
    store::erase(tx, resident).await?;
    crate::linking::personal::part(tx, resident, app.now()).await?;
    store::forget_record(tx, resident).await?;
    personal_record::forget(tx, resident).await?;
    // Nobody is found by what they were called, and no word is kept that was theirs alone.
    find::keys::write(tx, resident).await?;
    find::keys::forget_words(tx, &words).await?;
    facts::erase_but(tx, app, who, &Subject::new("resident", resident), "case").await?;
    let fact = Fact::new("resident.erased", who).about("resident", resident);
    facts::record(tx, app, fact).await?;
    store::done(tx, resident, app.now()).await
}
