//! Telling a resident something: the only way a message leaves for one. It obeys their language and the channels they have.

use crate::model::{Address, By, Contact};
use crate::{codes, store};
use kit::app::App;
use kit::attempts::CODES_SENT;
use kit::db::{Conn, Tx};
use kit::facts::Subject;
use kit::outbox::{self, Channel};
use kit::words::Arg;
use kit::{Error, Id, Lang, Result};

/// Who is told.
#[derive(Debug, Clone)]
pub enum To<'a> {
    /// A resident with an account.
    Resident(Id),
    /// Somebody who gave us an email or a phone.
    Contact(&'a Contact),
}

/// What they are told. The words are `<key>-subject` and `<key>-body`, and `<key>-text` for a phone where the subject alone
/// would not do; each may use the values, and `$council`, `$phone` (the council's) and `$name`. An empty line in the body
/// begins a new paragraph.
#[derive(Debug, Clone, Default)]
pub struct Message<'a> {
    /// The words' key, without its end.
    pub key: &'a str,
    /// Values of the words' variables, already written in the person's language.
    pub values: Vec<(&'a str, String)>,
    /// What it is about.
    pub about: Vec<Subject>,
    /// The page it leads to, as a path.
    pub link: Option<String>,
}

/// Whether there was a way to tell them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// A message is on its way.
    By(Channel),
    /// They gave no email and no phone that can be texted: nothing was sent, somebody has to ring or write.
    NoWay,
}

/// Tells a resident something, in this transaction.
pub async fn tell(tx: &mut Tx, app: &App, to: To<'_>, message: Message<'_>) -> Result<Told> {
    let Some(written) = write(tx, app, to, message).await? else { return Ok(Told::NoWay) };
    let channel = written.channel();
    outbox::send(tx, app, written).await?;
    Ok(Told::By(channel))
}

/// Writes a message without sending it, so that it can be ready before a transaction begins; nothing where there is no way
/// to reach them.
pub async fn write(conn: &mut Conn, app: &App, to: To<'_>, message: Message<'_>) -> Result<Option<outbox::Message>> {
    match to {
        To::Contact(contact) => Ok(write_to(app, contact, &message)),
        To::Resident(id) => {
            // Nothing is written to somebody who died.
            if store::record::is_deceased(conn, id).await? {
                return Ok(None);
            }
            let resident = store::by_id(conn, id).await?.ok_or(Error::NotFound)?;
            Ok(write_to(app, &resident.contact(), &message).map(|written| written.about("resident", id)))
        }
    }
}

fn write_to(app: &App, contact: &Contact, message: &Message<'_>) -> Option<outbox::Message> {
    let letter = Letter::write(app, contact, message).to(&contact.address()?);
    Some(message.about.iter().fold(letter, |letter, subject| letter.about(&subject.kind, subject.id)))
}

/// Sends a one-time code, the last one for a while with a link besides; its text is blanked once it is on its way.
pub(crate) async fn send_code(
    tx: &mut Tx,
    app: &App,
    address: &Address,
    lang: Lang,
    code: &str,
    link: Option<String>,
) -> Result<()> {
    let minutes = (codes::LASTS / kit::clock::MINUTE).to_string();
    let contact = Contact { by: By::Address, name: String::new(), email: None, phone: None, lang };
    let values = vec![("code", code.to_owned()), ("minutes", minutes)];
    let key = if link.is_some() { "residents-told-last-code" } else { "residents-told-code" };
    // The link is good for longer than the code, and a mail server may be late.
    let lasts = if link.is_some() { CODES_SENT.window } else { codes::LASTS };
    let message = Message { key, values, about: Vec::new(), link };
    let letter = Letter::write(app, &contact, &message);
    outbox::send(tx, app, letter.to(address).secret(app.now() + lasts)).await.map(drop)
}

/// Tells an address that is being left that it is no longer the account's.
pub(crate) async fn tell_address(
    tx: &mut Tx,
    app: &App,
    address: &Address,
    name: &str,
    lang: Lang,
    message: Message<'_>,
) -> Result<Told> {
    let (email, phone) = match address {
        Address::Email(email) => (Some(email.as_str().to_owned()), None),
        Address::Phone(phone) => (None, Some(phone.as_str().to_owned())),
    };
    let contact = Contact { by: By::Address, name: name.to_owned(), email, phone, lang };
    tell(tx, app, To::Contact(&contact), message).await
}

/// A telephone number whose groups keep their order in a language written from right to left, and their line in any.
pub(crate) fn in_one_piece(phone: &str) -> String {
    phone.replace(' ', "\u{a0}")
}

/// A message in words, before it is known how it travels.
struct Letter {
    lang: Lang,
    subject: String,
    greeting: String,
    paragraphs: Vec<String>,
    short: String,
    link: Option<String>,
    link_words: String,
    closing: String,
}

impl Letter {
    fn write(app: &App, contact: &Contact, message: &Message<'_>) -> Letter {
        let (lang, words) = (contact.lang, &app.words);
        // Elsewhere a plain space: a no-break space doubles the price of a text message in Latin letters.
        let phone = if lang.dir == "rtl" { in_one_piece(&app.council.phone) } else { app.council.phone.clone() };
        let mut values: Vec<(&str, Arg<'_>)> = vec![
            ("council", Arg::from(&app.council.name)),
            ("phone", Arg::from(phone)),
            ("name", Arg::from(&contact.name)),
        ];
        values.extend(message.values.iter().map(|(name, value)| (*name, Arg::from(value))));
        let say = |end: &str| words.with(lang, &format!("{}-{end}", message.key), &values);
        let subject = say("subject");
        let text_key = format!("{}-text", message.key);
        let has_text = words.has(lang, &text_key) || words.has(Lang::EN, &text_key);
        let greeting = if contact.name.is_empty() { "residents-told-hello" } else { "residents-told-dear" };
        Letter {
            lang,
            greeting: words.with(lang, greeting, &values),
            paragraphs: say("body").split("\n\n").map(|part| part.trim().to_owned()).collect(),
            short: if has_text { say("text") } else { format!("{}: {subject}", app.council.name) },
            link: message.link.as_ref().map(|path| format!("{}{path}", app.council.origin.trim_end_matches('/'))),
            link_words: words.get(lang, "residents-told-link").to_owned(),
            closing: words.with(lang, "residents-told-closing", &values),
            subject,
        }
    }

    fn to(&self, address: &Address) -> outbox::Message {
        match address {
            Address::Email(email) => outbox::Message::email(self.lang, email.as_str(), &self.subject, &self.plain()),
            Address::Phone(phone) => {
                let link = self.link.as_ref().map(|link| format!(" {link}")).unwrap_or_default();
                outbox::Message::text(self.lang, phone.key(), &format!("{}{link}", self.short))
            }
        }
    }

    fn plain(&self) -> String {
        let link = self.link.as_ref().map(|link| format!("{} {link}", self.link_words));
        let middle = self.paragraphs.iter().map(String::as_str).chain(link.as_deref());
        let parts: Vec<&str> =
            [self.greeting.as_str()].into_iter().chain(middle).chain([self.closing.as_str()]).collect();
        parts.join("\n\n") + "\n"
    }
}
