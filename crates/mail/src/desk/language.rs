//! In which language somebody who wrote is written to: that of their account, as far as their address says whose it is, unless the
//! officer who reads what they wrote chooses another.

use crate::model::Received;
use kit::db::Conn;
use kit::form::Form;
use kit::page::Frame;
use kit::ui::{Choice, Select};
use kit::{Lang, Result};
use residents::Address;

/// The language of the account that may be theirs; English where there is none.
pub(crate) async fn usual(conn: &mut Conn, received: &Received) -> Result<Lang> {
    if let Some(resident) = received.resident {
        return Ok(residents::account(conn, resident).await?.map_or(Lang::EN, |account| account.lang));
    }
    of_address(conn, &received.sender).await
}

/// The language of the account with this email or number.
pub(crate) async fn of_address(conn: &mut Conn, address: &str) -> Result<Lang> {
    let Ok(address) = Address::read(address) else { return Ok(Lang::EN) };
    let account = residents::store::by_address(conn, &address).await?;
    Ok(account.map_or(Lang::EN, |account| account.lang))
}

/// Asks for it.
pub(super) fn ask<'a>(frame: &'a Frame, form: &'a Form, usual: Lang) -> Select<'a> {
    let choices = Lang::ALL.map(|lang| Choice::new(lang.tag, lang.name));
    let chosen = chosen(form, usual).tag;
    Select::new("lang", frame.t("mail-desk-language"))
        .hint(frame.t("mail-desk-language-hint"))
        .choices(choices)
        .value(chosen)
}

/// What was chosen.
pub(super) fn chosen(form: &Form, usual: Lang) -> Lang {
    Lang::of(form.value("lang")).unwrap_or(usual)
}
