//! Delivering by SMTP.

use super::{Inbox, MailConfig, Security, compose};
use crate::app::{Boxed, Council};
use crate::error::{Error, Result, in_full};
use crate::outbox::{Delivery, Messenger, Outgoing};
use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use std::net::IpAddr;
use std::time::Duration;

/// One command of the conversation may take so long.
const COMMAND: Duration = Duration::from_secs(30);
/// The codes of a server that does not let *us* in: the account or its password, not the message.
const NOT_LET_IN: [u16; 5] = [521, 530, 534, 535, 538];

/// Delivers emails through a mail server.
pub struct SmtpMessenger {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    inbox: Option<Inbox>,
}

impl SmtpMessenger {
    /// Prepares the connection, on a running runtime; nothing is sent yet. Refuses to send without protection to
    /// another machine.
    pub fn new(config: &MailConfig, council: &Council) -> Result<SmtpMessenger> {
        let address: Address = council
            .email
            .parse()
            .map_err(|cause| Error::internal(format!("the council's address {}: {cause}", council.email)))?;
        let tls = match config.security {
            Security::Plain if is_this_machine(&config.host) => Tls::None,
            Security::Plain => {
                return Err(Error::internal(format!(
                    "mail to {} would travel unprotected: set security to \"starttls\" or \"tls\"",
                    config.host
                )));
            }
            Security::Starttls => Tls::Required(trust(config)?),
            Security::Tls => Tls::Wrapper(trust(config)?),
        };
        let mut transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&config.host)
            .port(config.port)
            .hello_name(ClientId::Domain(address.domain().to_owned()))
            .timeout(Some(COMMAND))
            .tls(tls);
        if let (Some(user), Some(password)) = (&config.user, &config.password) {
            transport = transport.credentials(Credentials::new(user.clone(), password.clone()));
        }
        let from = Mailbox::new(Some(compose::one_line(&council.name)), address);
        Ok(SmtpMessenger { transport: transport.build(), from, inbox: None })
    }

    /// The same; what cannot be delivered comes back to this inbox, under an address that says which message it was.
    pub fn returning_to(self, inbox: Option<Inbox>) -> SmtpMessenger {
        SmtpMessenger { inbox, ..self }
    }
}

fn trust(config: &MailConfig) -> Result<TlsParameters> {
    let mut parameters = TlsParameters::builder(config.host.clone());
    if let Some(file) = &config.trust {
        let pem = std::fs::read(file)
            .map_err(|cause| Error::internal(format!("the mail server's certificate {}: {cause}", file.display())))?;
        parameters = parameters.add_root_certificate(Certificate::from_pem(&pem).map_err(Error::internal)?);
    }
    parameters.build_rustls().map_err(Error::internal)
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

impl Messenger for SmtpMessenger {
    fn deliver<'a>(&'a self, message: &'a Outgoing) -> Boxed<'a, Delivery> {
        Box::pin(async move {
            let returns = self.inbox.as_ref().map(|inbox| inbox.returns(message.id));
            let mail = match compose::mail(message, &self.from, returns.as_deref()) {
                Ok(mail) => mail,
                Err(trouble) => return Delivery::Never(trouble),
            };
            match self.transport.send(mail).await {
                Ok(_) => Delivery::Sent,
                Err(cause) => {
                    let ours = cause.status().is_some_and(|code| NOT_LET_IN.contains(&u16::from(code)));
                    let told = in_full(&cause);
                    if cause.is_permanent() && !ours { Delivery::Never(told) } else { Delivery::Later(told) }
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn mail_never_leaves_the_machine_unprotected() {
        let plain = |host: &str| MailConfig { host: host.into(), security: Security::Plain, ..MailConfig::default() };
        let council = Council::default();
        assert!(SmtpMessenger::new(&plain("mail.example"), &council).is_err());
        assert!(SmtpMessenger::new(&plain("192.0.2.1"), &council).is_err());
        assert!(SmtpMessenger::new(&plain("localhost"), &council).is_ok());
        assert!(SmtpMessenger::new(&plain("127.0.0.1"), &council).is_ok());
        assert!(SmtpMessenger::new(&plain("::1"), &council).is_ok());
    }

    #[tokio::test]
    async fn a_council_without_a_proper_address_is_told_so_at_the_start() {
        let council = Council { email: "town hall".into(), ..Council::default() };
        assert!(SmtpMessenger::new(&MailConfig::default(), &council).is_err());
    }
}
