//! Every statement on the `cases` tables, a file per table.

pub(crate) mod cases;
pub(crate) mod claims;
pub(crate) mod erase;
pub(crate) mod figures;
pub(crate) mod found;
pub(crate) mod handed;
pub(crate) mod kept;
pub(crate) mod keys;
pub(crate) mod lists;
pub(crate) mod marks;
pub(crate) mod messages;
pub(crate) mod promises;
pub(crate) mod reporters;
pub(crate) mod systems;
pub(crate) mod untold;

use crate::model::Contact;
use kit::db::{Columns, Value};
use kit::{Error, Lang, Result};
use residents::By;

/// Reads the five columns of a contact: name, email, phone, language, and how they hear from us.
fn take_contact(row: &mut Columns) -> Result<Contact> {
    let (name, email, phone): (String, String, String) = (row.take()?, row.take()?, row.take()?);
    let lang: String = row.take()?;
    let lang = Lang::of(&lang).ok_or_else(|| Error::internal(format!("{lang} is no language")))?;
    let by: String = row.take()?;
    let by = By::of(&by).ok_or_else(|| Error::internal(format!("{by} is no way to reach anybody")))?;
    let some = |text: String| (!text.is_empty()).then_some(text);
    Ok(Contact { by, name, email: some(email), phone: some(phone), lang })
}

/// The five columns of a contact, as stored.
fn contact_values(contact: &Contact) -> [Value; 5] {
    [
        Value::from(&contact.name),
        Value::from(contact.email.as_deref().unwrap_or_default()),
        Value::from(contact.phone.as_deref().unwrap_or_default()),
        Value::from(contact.lang.tag),
        Value::from(contact.by.code()),
    ]
}
