//! Writing a message to the outbox: one INSERT.

use super::{Message, WRITTEN};
use crate::app::App;
use crate::db::Tx;
use crate::error::Result;
use crate::facts::subjects_to_text;
use crate::id::Id;
use crate::{params, sql};

sql!(
    INSERT,
    "INSERT INTO outbox_messages (id, message_id, channel, recipient, subject, text, lang, about, secret_until,
                                  state, due, attempts, worker, trouble, made_at, resident, reply_to, thread, answers, large, files)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', $10, 0, $11, '', $10, $12, $13, $14, $15, $16, $17)"
);

/// Writes the message, in this transaction; it leaves after the commit. Returns its id.
///
/// An address nobody can deliver to does not stop the transaction: the message is kept and has failed, visibly.
pub async fn send(tx: &mut Tx, app: &App, message: Message) -> Result<Id> {
    let (id, now) = (app.id(), app.now());
    let resident = message.about.iter().find(|subject| subject.kind == "resident").map(|subject| subject.id);
    let row = params![
        id,
        format!("<{id}@{}>", domain_of(&app.council.email)),
        message.channel.code(),
        without_nul(message.to),
        without_nul(message.subject),
        without_nul(message.text),
        message.lang.tag,
        subjects_to_text(&message.about),
        message.secret_until,
        now,
        Id::NONE,
        resident,
        without_nul(message.reply.to),
        without_nul(message.reply.thread),
        without_nul(message.reply.answers),
        message.large,
        files_to_text(&message.files)
    ];
    tx.exec(&INSERT, row).await?;
    WRITTEN.ring();
    Ok(id)
}

/// Ids of files as their column keeps them.
fn files_to_text(files: &[Id]) -> String {
    files.iter().map(Id::to_string).collect::<Vec<_>>().join(" ")
}

/// The domain of the council's own address, for Message-IDs.
fn domain_of(email: &str) -> &str {
    let domain = email.rsplit_once('@').map_or("", |(_, domain)| domain);
    let fits = !domain.is_empty() && domain.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.".contains(&b));
    if fits { domain } else { "guildhall.invalid" }
}

fn without_nul(text: String) -> String {
    if text.contains('\0') { text.replace('\0', "\u{fffd}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::domain_of;

    #[test]
    fn a_message_id_has_a_plain_domain() {
        assert_eq!(domain_of("hello@eastmere.example"), "eastmere.example");
        assert_eq!(domain_of("hello"), "guildhall.invalid");
        assert_eq!(domain_of("a@b>\r\nBcc: c@d.example "), "guildhall.invalid");
    }
}
