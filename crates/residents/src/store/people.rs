//! Residents and households.

use crate::model::{Household, Resident};
use crate::{Address, Email, Phone};
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Error, Id, Lang, Result, params, sql};

sql!(
    INSERT_HOUSEHOLD,
    "INSERT INTO households (id, line1, street, town, postcode, postcode_key, ward, lat, lon)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
);
sql!(
    INSERT_RESIDENT,
    "INSERT INTO residents (id, revision, name, email, email_key, phone, text_key, password_hash, lang, household,
                            made_at, signed_in_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULL)
     ON CONFLICT DO NOTHING"
);
sql!(
    BY_ID,
    "SELECT id, revision, name, email, phone, password_hash, lang, household, made_at FROM residents WHERE id = $1"
);
sql!(
    BY_EMAIL,
    "SELECT id, revision, name, email, phone, password_hash, lang, household, made_at FROM residents WHERE email_key = $1"
);
sql!(
    BY_TEXT,
    "SELECT id, revision, name, email, phone, password_hash, lang, household, made_at FROM residents WHERE text_key = $1"
);
sql!(NAME_OF, "SELECT name FROM residents WHERE id = $1");
sql!(SIGNED_IN, "UPDATE residents SET signed_in_at = $2 WHERE id = $1");
sql!(
    SET_EMAIL,
    "UPDATE residents SET email = $3, email_key = $4, revision = revision + 1 WHERE id = $1 AND revision = $2"
);
sql!(
    SET_PHONE,
    "UPDATE residents SET phone = $3, text_key = $4, revision = revision + 1
     WHERE id = $1 AND revision = $2"
);
sql!(SET_NAME, "UPDATE residents SET name = $3, revision = revision + 1 WHERE id = $1 AND revision = $2");
// A home nobody lives in any more is nobody's to be told of, and nobody's to have erased.
sql!(
    LEAVE_HOUSEHOLD,
    "DELETE FROM households WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM residents r WHERE r.household = $1)"
);
sql!(SET_HOUSEHOLD, "UPDATE residents SET household = $2, revision = revision + 1 WHERE id = $1");
sql!(SET_LANG, "UPDATE residents SET lang = $2, revision = revision + 1 WHERE id = $1");
sql!(SET_PASSWORD, "UPDATE residents SET password_hash = $3, revision = revision + 1 WHERE id = $1 AND revision = $2");

/// Adds a household.
pub async fn insert_household(tx: &mut Conn, household: &Household) -> Result<()> {
    let key = postcode_key(&household.postcode);
    let row = params![
        household.id,
        &household.line1,
        &household.street,
        &household.town,
        &household.postcode,
        key,
        &household.ward,
        household.lat,
        household.lon
    ];
    tx.exec(&INSERT_HOUSEHOLD, row).await.map(drop)
}

/// Adds a resident; false when one with this email or mobile is already there. Email and phone must have been read with
/// [`Email::read`] and [`Phone::read`] before; what cannot be read again gets no key.
pub async fn insert_resident(tx: &mut Conn, resident: &Resident) -> Result<bool> {
    let email_key = resident.email.as_deref().and_then(|email| Email::read(email).ok()).map(|email| email.key());
    let phone = resident.phone.as_deref().and_then(|phone| Phone::read(phone).ok());
    let text_key = phone.as_ref().filter(|phone| phone.can_text()).map(|phone| phone.key().to_owned());
    insert(tx, resident, (email_key, text_key)).await
}

/// Adds a record that signs nobody in: how they are reached is written down, and nobody has shown that it is theirs.
pub async fn insert_without_login(tx: &mut Conn, resident: &Resident) -> Result<()> {
    insert(tx, resident, (None, None)).await.map(drop)
}

async fn insert(tx: &mut Conn, resident: &Resident, keys: (Option<String>, Option<String>)) -> Result<bool> {
    let (email_key, text_key) = keys;
    let row = params![
        resident.id,
        resident.revision,
        &resident.name,
        resident.email.as_deref(),
        email_key,
        resident.phone.as_deref(),
        text_key,
        resident.password_hash.as_deref(),
        resident.lang.tag,
        resident.household,
        resident.made_at
    ];
    Ok(tx.exec(&INSERT_RESIDENT, row).await? == 1)
}

/// The resident with this id.
pub async fn by_id(conn: &mut Conn, id: Id) -> Result<Option<Resident>> {
    conn.row(&BY_ID, params![id]).await?.map(resident).transpose()
}

/// The resident who signs in with this address: an email, or a phone that can be texted.
pub async fn by_address(conn: &mut Conn, address: &Address) -> Result<Option<Resident>> {
    let statement = match address {
        Address::Email(_) => &BY_EMAIL,
        Address::Phone(_) => &BY_TEXT,
    };
    conn.row(statement, params![address.key()]).await?.map(resident).transpose()
}

/// What the resident is called.
pub async fn name_of(conn: &mut Conn, id: Id) -> Result<Option<String>> {
    conn.row(&NAME_OF, params![id]).await?.map(|row| row.get(0)).transpose()
}

/// Notes that they signed in now.
pub async fn signed_in(tx: &mut Conn, id: Id, now: Micros) -> Result<()> {
    tx.exec(&SIGNED_IN, params![id, now]).await.map(drop)
}

/// Replaces or removes the address of one kind; [`Error::Changed`] when the revision is no longer this one,
/// [`Error::Violation`] when another account has it.
pub async fn set_address(tx: &mut Conn, id: Id, revision: i64, kind: &str, address: Option<&Address>) -> Result<()> {
    match (kind, address) {
        ("email", Some(Address::Email(email))) => {
            tx.exec_one(&SET_EMAIL, params![id, revision, email.as_str(), email.key()]).await
        }
        ("phone", Some(Address::Phone(phone))) => {
            let text_key = phone.can_text().then(|| phone.key());
            tx.exec_one(&SET_PHONE, params![id, revision, phone.as_str(), text_key]).await
        }
        ("email", None) => tx.exec_one(&SET_EMAIL, params![id, revision, None::<String>, None::<String>]).await,
        ("phone", None) => tx.exec_one(&SET_PHONE, params![id, revision, None::<String>, None::<String>]).await,
        _ => Err(Error::internal(format!("an address that is no {kind}"))),
    }
}

/// Gives another name.
pub async fn set_name(tx: &mut Conn, id: Id, revision: i64, name: &str) -> Result<()> {
    tx.exec_one(&SET_NAME, params![id, revision, name]).await
}

/// Says where somebody lives. The home they leave goes, where nobody else lives in it.
pub async fn set_household(tx: &mut Conn, id: Id, household: Id) -> Result<()> {
    let before = by_id(tx, id).await?.and_then(|resident| resident.household);
    tx.exec_one(&SET_HOUSEHOLD, params![id, household]).await?;
    match before.filter(|before| *before != household) {
        Some(before) => leave(tx, before).await,
        None => Ok(()),
    }
}

/// Forgets a home, where nobody lives in it any more.
pub(crate) async fn leave(tx: &mut Conn, household: Id) -> Result<()> {
    tx.exec(&LEAVE_HOUSEHOLD, params![household]).await.map(drop)
}

/// Sets the language everything is sent in.
pub async fn set_lang(tx: &mut Conn, id: Id, lang: Lang) -> Result<()> {
    tx.exec(&SET_LANG, params![id, lang.tag]).await.map(drop)
}

/// Sets or removes the password.
pub async fn set_password(tx: &mut Conn, id: Id, revision: i64, hash: Option<&str>) -> Result<()> {
    tx.exec_one(&SET_PASSWORD, params![id, revision, hash]).await
}

/// What two spellings of one postcode share.
pub fn postcode_key(postcode: &str) -> String {
    postcode.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

fn resident(row: Row) -> Result<Resident> {
    let mut c = row.columns();
    Ok(Resident {
        id: c.take()?,
        revision: c.take()?,
        name: c.take()?,
        email: c.take()?,
        phone: c.take()?,
        password_hash: c.take()?,
        lang: Lang::of(&c.take::<String>()?).unwrap_or(Lang::EN),
        household: c.take()?,
        made_at: c.take()?,
    })
}
