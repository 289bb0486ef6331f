//! Every statement on the `cases` tables, a file per table.

pub(crate) mod cases;
pub(crate) mod figures;
pub(crate) mod kept;
pub(crate) mod keys;
pub(crate) mod lists;
pub(crate) mod messages;
pub(crate) mod promises;
pub(crate) mod reporters;

use crate::model::Contact;
use kit::db::{Columns, Value};
use kit::{Error, Lang, Result};

/// Reads the four columns of a contact: name, email, phone, language.
fn take_contact(row: &mut Columns) -> Result<Contact> {
    let (name, email, phone): (String, String, String) = (row.take()?, row.take()?, row.take()?);
    let lang: String = row.take()?;
    let lang = Lang::of(&lang).ok_or_else(|| Error::internal(format!("{lang} is no language")))?;
    let some = |text: String| (!text.is_empty()).then_some(text);
    Ok(Contact { name, email: some(email), phone: some(phone), lang })
}

/// The four columns of a contact, as stored.
fn contact_values(contact: &Contact) -> [Value; 4] {
    [
        Value::from(&contact.name),
        Value::from(contact.email.as_deref().unwrap_or_default()),
        Value::from(contact.phone.as_deref().unwrap_or_default()),
        Value::from(contact.lang.tag),
    ]
}
