//! How each channel leaves: by the mail server, by GOV.UK Notify, by nobody. In the demo nothing does, and everything is shown.

use crate::config::{By, Config};
use kit::app::Parts;
use kit::mail::{Inbox, SmtpMessenger};
use kit::notify::Notify;
use kit::outbox::{Channel, Messenger, Providers};
use kit::{App, Error, Result};
use std::sync::Arc;

/// Adds what the council has for its messages, and says in words what is missing.
pub fn prepare(mut parts: Parts, config: &Config, demo: bool) -> Result<Parts> {
    let [email, text, letter] = config.messages.by(config.mail.is_some(), config.notify.is_some())?;
    parts.texts = demo || text != By::Nobody;
    parts.letters = demo || letter != By::Nobody;
    let Some(notify) = config.notify.as_ref().filter(|_| !demo) else { return Ok(parts) };
    // An email they send bears no address of ours to answer to: answers would reach nobody, and what came back neither.
    if email == By::Notify && config.inbox.is_some() {
        let words =
            "[messages] email = \"notify\" does not go with [inbox]: no answer would find its case; say \"mail\"";
        return Err(Error::internal(words));
    }
    let notify = Notify::new(notify, parts.clock.clone())?;
    for (channel, by) in Channel::ALL.into_iter().zip([email, text, letter]) {
        if by == By::Notify && !notify.carries(channel) {
            let words = format!("[notify.templates] has no template for the channel {}", channel.code());
            return Err(Error::internal(words));
        }
    }
    Ok(parts.with(Arc::new(notify)))
}

/// Who delivers what.
pub fn providers(app: &App, config: &Config, demo: bool) -> Result<Providers> {
    if demo {
        return Ok(Providers::demo());
    }
    let [email, text, letter] = config.messages.by(config.mail.is_some(), config.notify.is_some())?;
    let carrier = |by: By| -> Result<Option<Arc<dyn Messenger>>> {
        Ok(match (by, &config.mail) {
            (By::Mail, Some(mail)) => {
                let smtp = SmtpMessenger::new(mail, &app.council)?;
                Some(Arc::new(smtp.returning_to(app.part::<Inbox>().ok().cloned())))
            }
            (By::Notify, _) => Some(app.part::<Arc<Notify>>()?.clone()),
            _ => None,
        })
    };
    Ok(Providers { email: carrier(email)?, text: carrier(text)?, letter: carrier(letter)? })
}
